"""Parts of a tree side by side in a shelf, whose tiers are aligned, on a page of columns."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from pohon_docs.layout.sizes import Sizes
from pohon_docs.layout.stacking import Option
from pohon_docs.layout.subtree import Twig


@dataclass(frozen=True, slots=True)
class Room:
    """What a page offers: its height, and what gaps, bands and paths take of it, in points.

    `heading` is the row of the bands' heading, in which ancestors of a whole shelf stand too;
    `path` the height of an ancestor's box; `padding` what bands leave above and below boxes;
    `floor` the least height of a row that bears a band's label; `levels` the most ancestors
    that a path shows.
    """

    high: float
    gap: float
    apart: float
    heading: float
    padding: float
    path: float
    path_gap: float
    floor: float
    levels: int

    def head(self, own: int) -> float:
        """Return the height above the first row, for so many ancestors over each piece."""
        shown = min(own, self.levels)
        return self.heading + shown * (self.path + self.path_gap) + self.padding

    def height(self, rows: Mapping[int, float], head: float) -> float:
        """Return the height of a shelf with such rows."""
        return head + sum(rows.values()) + self.gap * (len(rows) - 1) + self.padding


@dataclass(frozen=True, slots=True)
class Grid:
    """A page divided into columns, with the measures of boxes in them."""

    sizes: Sizes
    room: Room

    @property
    def columns(self) -> int:
        """How many columns the page has."""
        return self.sizes.columns


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a tree that stands together, below the small boxes of its ancestors' `path`.

    `ways` gives its arrangements on the grid of a number, which are found when they are asked for;
    `area` is what its boxes take in square points.
    """

    path: tuple[str, ...]
    twigs: tuple[Twig, ...]
    ways: Callable[[int], tuple[Option, ...]]
    area: float


@dataclass(frozen=True, slots=True)
class Shelf:
    """Pieces side by side on a page, each with the arrangement that it has there."""

    pieces: tuple[Piece, ...]
    chosen: tuple[Option, ...]
    grid: Grid

    @property
    def columns(self) -> int:
        """The columns that the pieces take."""
        return sum(option.columns for option in self.chosen)

    @property
    def rows(self) -> dict[int, float]:
        """The least height of each tier's row."""
        return rows_of(self.chosen, self.grid.room)

    @property
    def common(self) -> int:
        """How many ancestors stand in the heading row, since all pieces share them."""
        return common(self.pieces)

    @property
    def own(self) -> int:
        """How many ancestors stand over a piece, at most."""
        return own(self.pieces)

    @property
    def height(self) -> float:
        """The least height of the shelf."""
        room = self.grid.room
        return room.height(self.rows, room.head(self.own))


def rows_of(chosen: Sequence[Option], room: Room) -> dict[int, float]:
    """Return the height of each tier over pieces that stand side by side."""
    rows: dict[int, float] = {}
    for option in chosen:
        for tier, high in option.rows.items():
            if high > rows.setdefault(tier, room.floor):
                rows[tier] = high
    return dict(sorted(rows.items()))


def common(pieces: Sequence[Piece]) -> int:
    """Return how many ancestors, from the root, all pieces share besides their parents."""
    first, *others = (one.path[:-1] for one in pieces)
    shared = len(first)
    for path in others:
        same = (n for n, (a, b) in enumerate(zip(first, path, strict=False)) if a != b)
        shared = min(shared, next(same, min(len(first), len(path))))
    return shared


def own(pieces: Sequence[Piece]) -> int:
    """Return how many ancestors stand over a piece, at most."""
    return max(len(one.path) for one in pieces) - common(pieces)
