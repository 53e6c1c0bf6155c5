"""A tree as one picture over several sheets: cut in gaps between boxes, never through one."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pohon_docs.layout.bands import band_panels
from pohon_docs.layout.clipping import clipped, shifted, shifted_path
from pohon_docs.layout.connectors import Row
from pohon_docs.layout.frame import Area
from pohon_docs.layout.grids import Sheet
from pohon_docs.layout.linked import box_panels
from pohon_docs.layout.packing import Grid, Piece, Shelf
from pohon_docs.layout.scene import Panel, Path
from pohon_docs.layout.sizes import Sizes
from pohon_docs.layout.spines import spines
from pohon_docs.layout.spots import Limb, Spot, limbs, stretched
from pohon_docs.layout.stacking import Option, capped
from pohon_docs.layout.subtree import cut
from pohon_docs.styles import POINTS_PER_MM, Style
from pohon_docs.views import Tree

_DEEPEST = 100
"""Tiers beyond which a poster would be a ribbon that nobody hangs up."""
_TRIALS = 12
_MOST_ROWS = 3
"""Rows of sheets that are tried; the fewest sheets win."""
_MARK = 8.0
"""The length of a cut mark, in points."""


@dataclass(frozen=True, slots=True)
class Tile:
    """What one sheet shows of a poster, and its place: row and column of sheets, from 1."""

    row: int
    column: int
    panels: tuple[Panel, ...]
    paths: tuple[Path, ...]


def tiles(tree: Tree, grid: Grid, sheet: Sheet, style: Style) -> tuple[Tile, ...] | None:
    """Return the sheets of a poster row by row, or None for a tree that no poster holds.

    `grid` is that of one sheet, `style` a dense one in which parents are one column wide.
    """
    if max(box.tier for box in tree.boxes) >= _DEEPEST:
        return None
    found = [_poster(tree, grid, sheet, style, number) for number in range(1, _MOST_ROWS + 1)]
    posters = [poster for poster in found if poster]
    if not posters:
        return None
    best = min(posters, key=lambda poster: poster.count * (len(poster.edges) - 1))
    columns = range(len(best.edges) - 1)
    return tuple(best.tile(row, column) for row in range(best.count) for column in columns)


def _poster(tree: Tree, grid: Grid, sheet: Sheet, style: Style, number: int) -> "_Poster | None":
    """Return the poster whose tiers take `number` rows of sheets, or about so many."""
    sizes = grid.sizes
    lap = style.halaman_pohon.tumpang * POINTS_PER_MM
    high = sheet.area.height - lap
    twigs = tuple(cut(sizes.trees, root, len(tree.boxes)) for root in sizes.trees.roots)
    option = _lowest(lambda cap: capped(twigs, cap, sizes), grid, high, number)
    wide = replace(grid, sizes=replace(sizes, columns=option.columns, planned=sizes))
    shelf = Shelf((Piece((), twigs, ((option,),), 0.0),), (option,), wide)
    bench = stretched(shelf, sheet.boxes.x - sheet.area.x, sizes.width(option.columns))
    rows = _rows(bench.rows, grid, high)
    if rows is None:
        return None
    some = limbs(bench, {tier: row for _, tier, row in rows})[0]
    edges = _edges(some, bench.left, sizes.step, option.columns, sheet.area.width - lap)
    if edges is None:
        return None
    return _Poster(tree, sheet, style, rows, _aside(some, edges), edges, high, lap, bench.sizes)


def _lowest(way: Callable[[float], Option], grid: Grid, high: float, number: int) -> Option:
    """Return the arrangement with the highest stacks whose tiers go on so many rows of sheets."""
    low, top = 0.0, high
    best = way(low)
    for _ in range(_TRIALS):
        middle = (low + top) / 2
        option = way(middle)
        rows = _rows(option.rows, grid, high)
        if rows and rows[-1][0] < number:
            best, low = option, middle
        else:
            top = middle
    return best


def _rows(
    heights: Mapping[int, float], grid: Grid, high: float
) -> list[tuple[int, int, Row]] | None:
    """Return each tier's row of sheets and its place; None where a tier is higher than a sheet."""
    room = grid.room
    top = room.head(0)
    at, y = 0, top
    found = []
    for tier, tall in heights.items():
        if y + tall + room.padding > (at + 1) * high and y > at * high + top:
            at += 1
            y = at * high + top
        if y + tall > (at + 1) * high:
            return None
        found.append((at, tier, Row(y, y + tall)))
        y += tall + room.gap
    return found


def _edges(
    some: Sequence[Limb], left: float, step: float, columns: int, wide: float
) -> list[float] | None:
    """Return where sheets meet, from the left: between columns, as far apart as a sheet allows."""
    gap = step - min((limb.spot.width for limb in some), default=step)
    lines = [left + number * step - gap / 2 for number in range(1, columns)]
    end = left + columns * step
    edges = [0.0]
    while end - edges[-1] > wide:
        free = [x for x in lines if edges[-1] < x <= edges[-1] + wide and _movable(some, x)]
        if not free:
            return None
        edges.append(free[-1])
    return [*edges, end]


def _movable(some: Sequence[Limb], x: float) -> bool:
    """Tell whether a line between columns passes only boxes of one column, which can give way."""
    narrow = min(limb.spot.width for limb in some)
    crossed = (one.spot for one in some if one.spot.x < x < one.spot.x + one.spot.width)
    return all(spot.width <= narrow + _SPINE for spot in crossed)


_SPINE = 40.0
"""How much narrower than a column a box beside a spine may be, in points."""


def _aside(some: Sequence[Limb], edges: Sequence[float]) -> list[Limb]:
    """Move the boxes that an edge would cut to its nearer side; their children stay below them."""
    moved = {limb.spot.twig.key: _moved(limb.spot, edges) for limb in some}
    return [
        replace(
            limb,
            spot=moved[limb.spot.twig.key],
            parent=moved[limb.parent.twig.key] if limb.parent else None,
        )
        for limb in some
    ]


def _moved(spot: Spot, edges: Sequence[float]) -> Spot:
    for edge in edges:
        if spot.x < edge < spot.x + spot.width:
            left = edge - spot.x > spot.width / 2
            return replace(spot, x=edge - spot.width - _ASIDE if left else edge + _ASIDE)
    return spot


_ASIDE = 5.0
"""How far from a cut a box stands that had to give way, in points."""


@dataclass(frozen=True)
class _Poster:
    """A whole picture with the lines along which it is cut."""

    tree: Tree
    sheet: Sheet
    style: Style
    rows: Sequence[tuple[int, int, Row]]
    limbs: Sequence[Limb]
    edges: Sequence[float]
    high: float
    lap: float
    sizes: Sizes

    @property
    def count(self) -> int:
        """How many rows of sheets there are."""
        return self.rows[-1][0] + 1

    def tile(self, row: int, column: int) -> Tile:
        """Return what one sheet shows: its own boxes, and of lines and bands a lap more."""
        left, right = self.edges[column : column + 2]
        top = row * self.high
        half = self.lap / 2
        window = Area(left - half, top - half, right - left + self.lap, self.high + self.lap)
        x, y = self.sheet.area.x + half - left, self.sheet.area.y + half - top
        panels = [*self.bands(row, column, window), *self.boxes(row, left, right)]
        keys = {panel.key for panel in panels}
        paths = [piece for path in self.paths() for piece in clipped(path, window, keys)]
        return Tile(
            row + 1,
            column + 1,
            tuple(shifted(panel, x, y) for panel in panels),
            (*(shifted_path(path, x, y) for path in paths), *self.marks(right - left)),
        )

    def bands(self, row: int, column: int, window: Area) -> Iterator[Panel]:
        """Yield the stripes of a row of sheets; labels stand on the first sheet only."""
        if not self.tree.bands:
            return
        measures = self.style.pohon_halaman
        rows = {tier: place for at, tier, place in self.rows if at == row}
        strip = (measures.lebar_pita, measures.celah_pita)
        area = Area(0.0, row * self.high, self.edges[-1], self.high)
        names = (self.tree.bands, self.tree.bands_title, rows, area, strip, measures.celah_tegak)
        for panel in band_panels(*names, self.style):
            if not panel.lines:
                x = max(panel.x, window.x)
                yield replace(panel, x=x, width=min(panel.right, window.right) - x)
            elif column == 0:
                yield panel

    def boxes(self, row: int, left: float, right: float) -> Iterator[Panel]:
        """Yield the boxes between two cuts."""
        for limb in self.limbs:
            spot = limb.spot
            if left <= spot.middle < right and spot.y // self.high == row:
                yield from box_panels(spot, self.sizes, "", self.style)

    def paths(self) -> tuple[Path, ...]:
        rows = {tier: place for _, tier, place in self.rows}
        dashed = frozenset(box.key for box in self.tree.boxes if box.reference)
        return spines(self.limbs, rows, dashed, self.style)

    def marks(self, wide: float) -> Iterator[Path]:
        """Yield the marks at the corners of what a sheet shows without its laps."""
        look = self.style.look("tanda_potong")
        area, half = self.sheet.area, self.lap / 2
        for x in (area.x + half, area.x + half + wide):
            for y in (area.y, area.bottom - _MARK):
                points = ((x, y), (x, y + _MARK))
                yield Path(points, look.garis, look.tebal_garis, dashed=look.putus)
