"""Where the boxes of a shelf stand on the page: columns from the left, rows by tier."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pohon_docs.layout.connectors import Row
from pohon_docs.layout.shelf import Piece, Shelf
from pohon_docs.layout.sizes import Sizes
from pohon_docs.layout.stacking import (
    Option,
    box_columns,
    dealt,
    items,
    leaf_width,
    measured,
)
from pohon_docs.layout.subtree import Shown, Twig

Settle = Callable[[float, float], float]
"""Tells for a box in a stack, by the height where it might begin and its own, where it does."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A twig's box on the page; `heights` are its parts', from the top."""

    twig: Twig
    x: float
    y: float
    width: float
    heights: tuple[float, ...]

    @property
    def bottom(self) -> float:
        """The y of the bottom edge."""
        return self.y + sum(self.heights)

    @property
    def middle(self) -> float:
        """The x of the middle."""
        return self.x + self.width / 2


@dataclass(frozen=True, slots=True)
class Limb:
    """A box, and what a connector joins it to below.

    A stacked box has a `spine`, the x at which its connector comes down beside it; `direct`
    tells that the spine begins at the parent's own bottom edge.
    """

    spot: Spot
    parent: Spot | None
    spine: float | None = None
    direct: bool = False


@dataclass(frozen=True)
class Bench:
    """A shelf with its final width of column: the pieces' arrangements measured in it.

    Its columns begin at `left`, the room for them at `edge`, `width` points wide.
    """

    shelf: Shelf
    sizes: Sizes
    chosen: tuple[Option, ...]
    left: float
    edge: float
    width: float

    @property
    def rows(self) -> dict[int, float]:
        """The least height of each tier's row."""
        rows = dict.fromkeys(self.shelf.rows, self.shelf.grid.room.floor)
        for option in self.chosen:
            for tier, high in option.rows.items():
                rows[tier] = max(rows[tier], high)
        return rows

    @property
    def height(self) -> float:
        """The least height of the shelf."""
        room = self.shelf.grid.room
        return room.height(self.rows, room.head(self.shelf.own))


def stretched(shelf: Shelf, left: float, room: float) -> Bench:
    """Return a shelf whose columns are as wide as `room` allows, or centred in it."""
    sizes = shelf.grid.sizes
    measures = sizes.style.pohon_halaman
    gap = measures.celah_mendatar
    wide = (room + gap) / shelf.columns - gap
    column = max(sizes.column, min(wide, measures.lebar_kotak))
    sizes = replace(sizes, column=column, columns=shelf.columns, planned=sizes)
    chosen = tuple(
        measured(one.twigs, option.runs, sizes)
        for one, option in zip(shelf.pieces, shelf.chosen, strict=True)
    )
    used = sizes.width(sum(option.columns for option in chosen))
    return Bench(shelf, sizes, chosen, left + max(0.0, room - used) / 2, left, room)


def _at_once(y: float, _: float) -> float:
    return y


def limbs(bench: Bench, rows: Mapping[int, Row], settle: Settle = _at_once) -> list[list[Limb]]:
    """Return the boxes of each piece of a shelf, parents first."""
    even = _even(bench)
    found: list[list[Limb]] = []
    column = 0
    for one, option in zip(bench.shelf.pieces, bench.chosen, strict=True):
        placing = _Placing(bench, rows, option, even, settle)
        found.append(list(placing.forest(one, column)))
        column += option.columns
    return found


def _even(bench: Bench) -> dict[int, tuple[float, float]]:
    """Return for each tier the heights of its highest title and its highest box."""
    even: dict[int, tuple[float, float]] = {}
    for one, option in zip(bench.shelf.pieces, bench.chosen, strict=True):
        for twig, wide in _single(one.twigs, option, bench.sizes):
            if twig.shown is Shown.FULL and not bench.sizes.trees.boxes[twig.key].attached:
                heights = bench.sizes.heights(twig, wide)
                title, whole = even.get(twig.tier, (0.0, 0.0))
                even[twig.tier] = max(title, heights[0]), max(whole, sum(heights))
    return even


def _single(twigs: Sequence[Twig], option: Option, sizes: Sizes) -> Iterator[tuple[Twig, float]]:
    """Yield the twigs that stand in no stack, with their widths."""
    for twig in twigs:
        columns = measured((twig,), option.runs, sizes).columns
        yield twig, sizes.width(box_columns(twig, columns, sizes))
        for item in items(twig, sizes):
            if len(item) == 1:
                yield from _single(item, option, sizes)
            elif option.runs[item[0].key] == len(item):
                yield from ((one, sizes.column) for one in item)


@dataclass(frozen=True)
class _Placing:
    """What the places of a piece's boxes follow from."""

    bench: Bench
    rows: Mapping[int, Row]
    option: Option
    even: Mapping[int, tuple[float, float]]
    settle: Settle

    def forest(self, one: Piece, column: int) -> Iterator[Limb]:
        for twig in one.twigs:
            columns = self.columns(twig)
            yield from self.twig(twig, column, columns, None)
            column += columns

    def columns(self, twig: Twig) -> int:
        return measured((twig,), self.option.runs, self.bench.sizes).columns

    def twig(self, twig: Twig, column: float, columns: int, parent: Spot | None) -> Iterator[Limb]:
        """Yield a twig's box, centred over its columns, and all below it."""
        sizes = self.bench.sizes
        wide = sizes.width(box_columns(twig, columns, sizes))
        spot = self.spot(twig, self.x(column) + (sizes.width(columns) - wide) / 2, wide)
        yield Limb(spot, parent)
        below = items(twig, sizes)
        taken = [
            self.columns(item[0]) if len(item) == 1 else self.option.runs[item[0].key]
            for item in below
        ]
        column += (columns - sum(taken)) / 2
        for item, number in zip(below, taken, strict=True):
            if len(item) == 1:
                yield from self.twig(item[0], column, number, spot)
            else:
                yield from self.run(item, column, number, spot, len(below) == 1)
            column += number

    def x(self, column: float) -> float:
        return self.bench.left + column * self.bench.sizes.step

    def run(
        self, run: Sequence[Twig], column: float, columns: int, parent: Spot, only: bool
    ) -> Iterator[Limb]:
        """Yield the boxes of a run of leaves: side by side, or in columns with spines."""
        sizes = self.bench.sizes
        measures = sizes.style.pohon_halaman
        wide = leaf_width(run, columns, sizes)
        if columns == len(run):
            for number, twig in enumerate(run):
                yield Limb(self.spot(twig, self.x(column + number), wide), parent)
            return
        left = iter(run)
        for number, column_heights in enumerate(dealt(run, columns, sizes)):
            x, y = self.x(column + number), self.rows[run[0].tier].top
            for high in column_heights:
                twig = next(left)
                y = self.settle(y, high)
                spot = Spot(twig, x + measures.inden, y, wide, sizes.heights(twig, wide))
                yield Limb(spot, parent, x + measures.inden / 2, only and columns == 1)
                y += high + measures.celah_tumpukan

    def spot(self, twig: Twig, x: float, wide: float) -> Spot:
        """Return the place of a box outside a stack, as high as the others of its tier."""
        heights = self.bench.sizes.heights(twig, wide)
        box = self.bench.sizes.trees.boxes[twig.target]
        if twig.shown is Shown.FULL and twig.key == twig.target and not box.attached:
            heights = _stretched(heights, *self.even[twig.tier])
        return Spot(twig, x, self.rows[twig.tier].top, wide, heights)


def _stretched(heights: tuple[float, ...], title: float, whole: float) -> tuple[float, ...]:
    """Make a box's parts as high as the tier's: its title as far as the rest leaves room."""
    if len(heights) == 1:
        return (max(heights[0], whole),)
    first = max(heights[0], min(title, whole - sum(heights[1:])))
    middle = heights[1:-1]
    return (first, *middle, max(heights[-1], whole - first - sum(middle)))
