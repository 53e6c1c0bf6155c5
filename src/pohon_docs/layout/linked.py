"""A planned tree drawn: pages of shelves, with bands, paths, connectors, links and outline."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from pohon_docs.layout.bands import band_panels
from pohon_docs.layout.connectors import Row
from pohon_docs.layout.crumbs import Crumb, Trail, trail
from pohon_docs.layout.frame import Area
from pohon_docs.layout.grids import Sheet
from pohon_docs.layout.panels import filled, text_size
from pohon_docs.layout.references import PATH, title
from pohon_docs.layout.scene import Bookmark, Link, Page, Panel, Path
from pohon_docs.layout.shelf import Shelf
from pohon_docs.layout.sizes import Sizes
from pohon_docs.layout.spines import spines
from pohon_docs.layout.spots import Bench, Limb, Spot, limbs, stretched
from pohon_docs.layout.subtree import Shown
from pohon_docs.styles import Style
from pohon_docs.views import Paragraph, Part, Tree

_OUTLINED = 90
"""Letters of a node's title in the outline."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A shelf placed on its page."""

    bench: Bench
    top: float
    rows: Mapping[int, Row]
    limbs: tuple[tuple[Limb, ...], ...]
    trail: Trail

    @property
    def spots(self) -> tuple[Spot, ...]:
        """The places of all boxes, piece by piece."""
        return tuple(limb.spot for some in self.limbs for limb in some)


@dataclass(frozen=True, slots=True)
class Target:
    """Where a node's full box stands: the page of the document, from 0, and the height there."""

    page: int
    top: float


def laid(shelves: Sequence[Shelf], sheet: Sheet) -> tuple[Laid, ...]:
    """Place the shelves of a page below each other, with gaps as wide as the page allows."""
    benches = _benches(shelves, sheet)
    apart = shelves[0].grid.room.apart
    gap = _gap(benches, -_missing(benches, apart, sheet))
    top, found = sheet.boxes.y, []
    for number, bench in enumerate(benches):
        rows = _rows(bench, top, gap)
        some = tuple(tuple(one) for one in limbs(bench, rows))
        found.append(Laid(bench, top, rows, some, trail(bench, some, top, rows, number)))
        top = max(row.bottom for row in rows.values()) + bench.shelf.grid.room.padding + apart
    return tuple(found)


def missing(shelves: Sequence[Shelf], sheet: Sheet) -> float:
    """Return how much higher than the sheet's area its shelves are; less than 0 is spare."""
    return _missing(_benches(shelves, sheet), shelves[0].grid.room.apart, sheet)


def _missing(benches: Sequence[Bench], apart: float, sheet: Sheet) -> float:
    high = sum(bench.height for bench in benches) + apart * (len(benches) - 1)
    return high - sheet.boxes.height


def _benches(shelves: Sequence[Shelf], sheet: Sheet) -> list[Bench]:
    return [stretched(shelf, sheet.boxes.x, sheet.boxes.width) for shelf in shelves]


def _gap(benches: Sequence[Bench], spare: float) -> float:
    """Return the gap between tiers that uses up the page, within the style's bounds."""
    measures = benches[0].sizes.style.pohon_halaman
    gaps = sum(len(bench.rows) - 1 for bench in benches)
    more = max(0.0, spare) / gaps if gaps else 0.0
    return min(measures.celah_tegak + more, measures.celah_tegak_maksimum)


def _rows(bench: Bench, top: float, gap: float) -> dict[int, Row]:
    """Return the tiers' rows of a shelf that begins at `top`."""
    y = top + bench.shelf.grid.room.head(bench.shelf.own)
    rows = {}
    for tier, high in bench.rows.items():
        rows[tier] = Row(y, y + high)
        y += high + gap
    return rows


def drawn(
    shelves: Sequence[Laid],
    tree: Tree,
    sheet: Sheet,
    name: str,
    where: Mapping[str, Target],
    style: Style,
) -> Page:
    """Draw a page of placed shelves; `style` is the dense one that they were planned in."""
    drawing = _Drawing(tree, sheet, where, style)
    panels = chain.from_iterable(drawing.panels(shelf) for shelf in shelves)
    paths = chain.from_iterable(drawing.paths(shelf) for shelf in shelves)
    links = chain.from_iterable(drawing.links(shelf) for shelf in shelves)
    return Page(name, *sheet.size, tuple(panels), tuple(paths), links=tuple(links))


def box_panels(spot: Spot, sizes: Sizes, page: str, style: Style) -> Iterator[Panel]:
    """Yield the panels of a box, one for each part; a reference in it names `page`."""
    y = spot.y
    for part, high in zip(sizes.parts(spot.twig, spot.width, page), spot.heights, strict=True):
        panel = Panel(spot.x, y, spot.width, high, part.role, spot.twig.key)
        yield _filled(panel, part, sizes.scale, style)
        y += high


def _filled(panel: Panel, part: Part, scale: float, style: Style) -> Panel:
    look = style.look(part.role)
    return filled(panel, part.paragraphs, look, text_size(look, scale))


def outline(shelves: Sequence[Laid], tree: Tree, depth: int) -> tuple[Bookmark, ...]:
    """Return an entry for every full box of a page, under the one that it hangs from."""
    boxes = {box.key: box for box in tree.boxes}
    found: list[Bookmark] = []
    deep: dict[str, int] = {}
    for shelf in shelves:
        for limb in chain.from_iterable(shelf.limbs):
            twig = limb.spot.twig
            above = deep.get(limb.parent.twig.key, depth - 1) if limb.parent else depth - 1
            deep[twig.key] = above + (twig.shown is Shown.FULL)
            if twig.shown is Shown.FULL and not boxes[twig.key].reference:
                text = boxes[twig.key].parts[0].paragraphs[0].text[:_OUTLINED]
                found.append(Bookmark(text, deep[twig.key], limb.spot.y))
    return tuple(found)


@dataclass(frozen=True)
class _Drawing:
    """What a page's drawing follows from."""

    tree: Tree
    sheet: Sheet
    where: Mapping[str, Target]
    style: Style

    def panels(self, shelf: Laid) -> Iterator[Panel]:
        """Yield the bands, then the paths' boxes, then the boxes of a shelf."""
        if self.tree.bands:
            measures = self.style.pohon_halaman
            area = self.sheet.area
            yield from band_panels(
                self.tree.bands,
                self.tree.bands_title,
                shelf.rows,
                Area(area.x, shelf.top, area.width, area.height),
                (measures.lebar_pita, measures.celah_pita),
                measures.celah_tegak,
                self.style,
            )
        for crumb in shelf.trail.crumbs:
            yield self.crumb(crumb, shelf)
        for spot in shelf.spots:
            yield from self.box(spot, shelf)

    def box(self, spot: Spot, shelf: Laid) -> Iterator[Panel]:
        yield from box_panels(spot, shelf.bench.sizes, self.page(spot.twig.target), self.style)

    def crumb(self, crumb: Crumb, shelf: Laid) -> Panel:
        panel = Panel(crumb.x, crumb.y, crumb.width, crumb.height, PATH, crumb.key)
        words = self.tree.words
        if not crumb.target:
            text = words.rest.format(jumlah=crumb.hidden)
            return _filled(panel, Part(PATH, (Paragraph(text),)), 0.0, self.style)
        box = shelf.bench.sizes.trees.boxes[crumb.target]
        back = words.back.format(nomor=self.page(crumb.target))
        prefix = f"{back}: " if crumb.nearest else ""
        part = title(box, PATH, crumb.width, 1, self.style, prefix)
        return _filled(panel, part, 0.0, self.style)

    def page(self, key: str) -> str:
        """Return the printed number of the page on which a node's full box stands."""
        return str(self.where[key].page + 1) if key in self.where else ""

    def paths(self, shelf: Laid) -> Iterator[Path]:
        dashed = frozenset(box.key for box in self.tree.boxes if box.reference or box.dashed)
        yield from shelf.trail.paths
        for some in shelf.limbs:
            yield from spines(some, shelf.rows, dashed, self.style)

    def links(self, shelf: Laid) -> Iterator[Link]:
        """Yield a link for every box that stands for a node elsewhere."""
        for spot in shelf.spots:
            if spot.twig.key != spot.twig.target:
                high = spot.bottom - spot.y
                yield self.link(spot.x, spot.y, spot.width, high, spot.twig.target, shelf)
        for crumb in shelf.trail.crumbs:
            if crumb.target:
                place = (crumb.x, crumb.y, crumb.width, crumb.height)
                yield self.link(*place, crumb.target, shelf)

    def link(self, x: float, y: float, wide: float, high: float, key: str, shelf: Laid) -> Link:
        at = self.where[key]
        box = shelf.bench.sizes.trees.boxes[key]
        said = self.tree.words.at.format(nomor=at.page + 1)
        text = f"{box.parts[0].paragraphs[0].text[:_OUTLINED]} ({said})"
        return Link(x, y, wide, high, at.page, at.top, text)
