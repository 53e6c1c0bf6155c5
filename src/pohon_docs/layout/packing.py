"""Parts of a tree packed on pages: side by side in shelves, as many as their heights allow."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from pohon_docs.layout.sizes import Sizes
from pohon_docs.layout.stacking import Option, options
from pohon_docs.layout.subtree import Twig

_WINDOW = 24
"""How many parts ahead are looked at for one that fills a shelf."""


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

    `ways` are its arrangements on each grid; `area` is what its boxes take in square points.
    """

    path: tuple[str, ...]
    twigs: tuple[Twig, ...]
    ways: tuple[tuple[Option, ...], ...]
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
        return _rows(self.chosen, self.grid.room)

    @property
    def common(self) -> int:
        """How many ancestors stand in the heading row, since all pieces share them."""
        return _common(self.pieces)

    @property
    def own(self) -> int:
        """How many ancestors stand over a piece, at most."""
        return _own(self.pieces)

    @property
    def height(self) -> float:
        """The least height of the shelf."""
        room = self.grid.room
        return room.height(self.rows, room.head(self.own))


def piece(path: tuple[str, ...], twigs: Sequence[Twig], grids: Sequence[Grid]) -> Piece:
    """Return a part of a tree with the ways to arrange it on each grid."""
    ways = tuple(options(twigs, grid.sizes) for grid in grids)
    sizes = grids[0].sizes
    high = sum(sizes.height(one, sizes.column) for twig in twigs for one in twig.walk())
    return Piece(path, tuple(twigs), ways, high * sizes.column)


def fits(one: Piece, grids: Sequence[Grid], share: float = 1.0) -> bool:
    """Tell whether a piece goes alone on a page of some grid, in a share of its columns."""
    found = (
        (_settled((one,), grid, at, grid.room.high), ceil(grid.columns * share))
        for at, grid in enumerate(grids)
    )
    return any(chosen and chosen[0].columns <= most for chosen, most in found)


def packed(pieces: Sequence[Piece], grids: Sequence[Grid]) -> list[tuple[Shelf, ...]]:
    """Deal pieces to pages, each on the grid that takes most; one too high has its own page."""
    left = list(pieces)
    pages: list[tuple[Shelf, ...]] = []
    while left:
        trials = [_page(left, grid, at) for at, grid in enumerate(grids)]
        best = max(trials, key=_taken)
        pages.append(best or (_overfull(left[0], grids),))
        done = {id(one) for shelf in pages[-1] for one in shelf.pieces}
        left = [one for one in left if id(one) not in done]
    return pages


def _taken(shelves: tuple[Shelf, ...]) -> float:
    return sum(one.area for shelf in shelves for one in shelf.pieces)


def _page(pieces: Sequence[Piece], grid: Grid, at: int) -> tuple[Shelf, ...]:
    """Fill a page with shelves of the first pieces."""
    left = list(pieces[: _WINDOW * 2])
    shelves: list[Shelf] = []
    high = grid.room.high
    while left and (taken := _filled(left, grid, at, high)):
        some = tuple(left[number] for number in taken)
        chosen = _settled(some, grid, at, high)
        assert chosen is not None
        shelves.append(Shelf(some, chosen, grid))
        left = [one for number, one in enumerate(left) if number not in taken]
        high -= shelves[-1].height + grid.room.apart
    return tuple(shelves)


def _filled(left: Sequence[Piece], grid: Grid, at: int, high: float) -> list[int]:
    """Choose the pieces of a shelf no higher than `high`: the first, and those that fill it best.

    Only pieces of the first one's tiers stand beside it, or its rows would leave room empty;
    where those take no more than half of the columns, any do.
    """
    taken: list[int] = []
    columns, area = 0, 0.0
    tiers: set[int] = set()
    strict = True
    while True:
        best, most, wide = -1, 0.0, 0
        for number, one in enumerate(left[:_WINDOW]):
            least = one.ways[at][0]
            if number in taken or (taken and strict and not tiers.issuperset(least.rows)):
                continue
            if (area + one.area) / (columns + least.columns) <= most:
                continue
            used = _columns([left[n] for n in (*taken, number)], grid, at, high)
            if used and (area + one.area) / used > most:
                best, most, wide = number, (area + one.area) / used, used
            if not taken and best >= 0:
                break
        if best < 0 and taken and strict and columns * 2 <= grid.columns:
            strict = False
            continue
        if best < 0:
            return sorted(taken)
        taken.append(best)
        columns, area = wide, area + left[best].area
        tiers = tiers or set(left[best].ways[at][0].rows)


def _columns(pieces: Sequence[Piece], grid: Grid, at: int, high: float) -> int:
    """Return how many columns some pieces take side by side, 0 where they don't fit."""
    if sum(one.ways[at][0].columns for one in pieces) > grid.columns:
        return 0
    chosen = _settled(pieces, grid, at, high)
    return sum(option.columns for option in chosen) if chosen else 0


def _overfull(one: Piece, grids: Sequence[Grid]) -> Shelf:
    """Return the shelf of a piece that no page holds: as narrow as the page, and higher."""
    grid, ways = grids[0], one.ways[0]
    fitting = [way for way in ways if way.columns <= grid.columns]
    return Shelf((one,), (fitting[-1] if fitting else ways[0],), grid)


def _settled(
    pieces: Sequence[Piece], grid: Grid, number: int, high: float
) -> tuple[Option, ...] | None:
    """Widen the highest pieces until all are low enough; None where they get too wide."""
    at = [0] * len(pieces)
    room = grid.room
    head = room.head(_own(pieces))
    ways = [one.ways[number] for one in pieces]
    while True:
        chosen = tuple(way[n] for way, n in zip(ways, at, strict=True))
        if sum(option.columns for option in chosen) > grid.columns:
            return None
        if room.height(_rows(chosen, room), head) <= high:
            return chosen
        free = [n for n, way in enumerate(ways) if at[n] + 1 < len(way)]
        if not free:
            return None
        at[max(free, key=lambda n: chosen[n].height(room.gap))] += 1


def _rows(chosen: Sequence[Option], room: Room) -> dict[int, float]:
    """Return the height of each tier over pieces that stand side by side."""
    rows: dict[int, float] = {}
    for option in chosen:
        for tier, high in option.rows.items():
            rows[tier] = max(rows.get(tier, room.floor), high)
    return dict(sorted(rows.items()))


def _common(pieces: Sequence[Piece]) -> int:
    """Return how many ancestors, from the root, all pieces share besides their parents."""
    first, *others = (one.path[:-1] for one in pieces)
    shared = len(first)
    for path in others:
        same = (n for n, (a, b) in enumerate(zip(first, path, strict=False)) if a != b)
        shared = min(shared, next(same, min(len(first), len(path))))
    return shared


def _own(pieces: Sequence[Piece]) -> int:
    """Return how many ancestors stand over a piece, at most."""
    return max(len(one.path) for one in pieces) - _common(pieces)
