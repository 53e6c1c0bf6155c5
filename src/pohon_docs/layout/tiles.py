"""What each sheet of a poster shows: its own boxes, and of lines and bands a lap more."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from pohon_docs.layout.bands import band_panels
from pohon_docs.layout.clipping import clipped, shifted, shifted_path
from pohon_docs.layout.frame import Area
from pohon_docs.layout.grids import Sheet, grids
from pohon_docs.layout.linked import box_panels
from pohon_docs.layout.poster import Canvas, Poster, poster
from pohon_docs.layout.scene import Panel, Path
from pohon_docs.layout.spines import spines
from pohon_docs.layout.subtree import Forest, cut
from pohon_docs.styles import POINTS_PER_MM, Style
from pohon_docs.views import Tree

_DEEPEST = 100
"""Tiers beyond which a poster would be a ribbon that nobody hangs up."""
_SMALL = 500
"""Trees of so many boxes are tried in columns of every width, larger ones in the narrowest."""


@dataclass(frozen=True, slots=True)
class Tile:
    """What one sheet shows of a poster, and its place: row and column of sheets, from 1."""

    row: int
    column: int
    panels: tuple[Panel, ...]
    paths: tuple[Path, ...]


def tiles(tree: Tree, trees: Forest, sheet: Sheet, style: Style) -> tuple[Tile, ...] | None:
    """Return the sheets of a poster row by row, or None for a tree that no poster holds."""
    if max(box.tier for box in tree.boxes) >= _DEEPEST:
        return None
    lap = style.halaman_pohon.tumpang * POINTS_PER_MM
    gap = style.pohon_halaman.celah_mendatar
    area = sheet.area
    canvas = Canvas(sheet.boxes.x - area.x, area.width - lap, area.height - lap)
    room = Area(0.0, 0.0, canvas.wide - gap, canvas.high)
    ways = grids(tree, trees, room, 0.0, style, paged=False)
    twigs = [cut(trees, root, len(tree.boxes)) for root in trees.roots]
    found = poster(twigs, ways if len(tree.boxes) <= _SMALL else ways[-1:], canvas)
    if found is None:
        return None
    drawing = _Drawing(tree, found, sheet, style, lap)
    columns = range(len(found.edges) - 1)
    return tuple(drawing.tile(row, column) for row in range(found.count) for column in columns)


@dataclass(frozen=True)
class _Drawing:
    """What the drawing of a poster's sheets follows from."""

    tree: Tree
    poster: Poster
    sheet: Sheet
    style: Style
    lap: float

    @property
    def high(self) -> float:
        return self.poster.cuts.high

    def tile(self, row: int, column: int) -> Tile:
        """Return what one sheet shows."""
        left, right = self.poster.edges[column : column + 2]
        top, half = row * self.high, self.lap / 2
        window = Area(left - half, top - half, right - left + self.lap, self.high + self.lap)
        x, y = self.sheet.area.x + half - left, self.sheet.area.y + half - top
        panels = [*self.bands(row, column, window), *self.boxes(row, left, right)]
        keys = {panel.key for panel in panels}
        paths = [piece for path in self.paths for piece in clipped(path, window, keys)]
        return Tile(
            row + 1,
            column + 1,
            tuple(shifted(panel, x, y) for panel in panels),
            (*(shifted_path(path, x, y) for path in paths), *self.marks(right - left)),
        )

    def bands(self, row: int, column: int, window: Area) -> Iterator[Panel]:
        """Yield the stripes of a row of sheets; labels stand on the first sheet only."""
        rows = self.poster.cuts.within(self.poster.rows, row)
        if not self.tree.bands or not rows:
            return
        measures = self.style.pohon_halaman
        strip = (measures.lebar_pita, measures.celah_pita)
        area = Area(0.0, row * self.high, self.poster.edges[-1], self.high)
        names = (self.tree.bands, self.tree.bands_title, rows, area, strip, measures.celah_tegak)
        for panel in band_panels(*names, self.style):
            if not panel.lines:
                x = max(panel.x, window.x)
                yield replace(panel, x=x, width=min(panel.right, window.right) - x)
            elif column == 0:
                yield panel

    def boxes(self, row: int, left: float, right: float) -> Iterator[Panel]:
        """Yield the boxes between two cuts."""
        for limb in self.poster.limbs:
            spot = limb.spot
            if left <= spot.middle < right and self.poster.cuts.row(spot.y) == row:
                yield from box_panels(spot, self.poster.sizes, "", self.style)

    @cached_property
    def paths(self) -> Sequence[Path]:
        dashed = frozenset(box.key for box in self.tree.boxes if box.reference)
        return spines(self.poster.limbs, self.poster.rows, dashed, self.style)

    def marks(self, wide: float) -> Iterator[Path]:
        """Yield two marks at each corner of what a sheet shows, outside of it."""
        look = self.style.look("tanda_potong")
        area, half = self.sheet.area, self.lap / 2
        long = half * _MARK
        for x, out in ((area.x + half, -1), (area.x + half + wide, 1)):
            for y, up in ((area.y + half, -1), (area.y + half + self.high, 1)):
                for end in ((x + out * half, y), (x, y + up * half)):
                    near = (end[0] - out * long, y) if end[1] == y else (x, end[1] - up * long)
                    yield Path((near, end), look.garis, look.tebal_garis, dashed=look.putus)


_MARK = 0.6
"""How long a cut mark is, as a share of the lap outside of a cut."""
