"""The picture of linieritas: a part of the pemda's tree, arrows from it, the unit's tree below."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, count, product

from pohon_docs.layout.arrows import Arrow, arrows, blocked
from pohon_docs.layout.fit import SCALES
from pohon_docs.layout.frame import Area, Frame, frame_panels, inner, paged
from pohon_docs.layout.grids import Sheet, dense, grids
from pohon_docs.layout.linked import Laid, drawn, laid, missing
from pohon_docs.layout.pageplan import whole
from pohon_docs.layout.panels import filled, text_height
from pohon_docs.layout.scene import Bookmark, Face, Page, Panel, Scene
from pohon_docs.layout.shelf import Shelf
from pohon_docs.layout.spots import Spot
from pohon_docs.layout.subtree import forest
from pohon_docs.layout.tags import with_tree_tags
from pohon_docs.layout.text import width
from pohon_docs.looks import Susunan
from pohon_docs.styles import Style
from pohon_docs.views import Lineage, Paragraph, Tree

_LABEL = "label_pohon"
_ABOVE = 0.64
"""What the upper tree takes of the page's width while its leaves stand side by side."""
_SIDE_BY_SIDE: dict[str, Susunan] = {"pemda": "berjajar", "terpilih": "berjajar"}
_STACKED: dict[str, Susunan] = {"pemda": "otomatis", "terpilih": "berjajar"}
"""How the upper tree's leaves stand; below a chosen one there is nothing, so an arrow can go."""
_HIGHEST = 0.4
_STACKS = (0.2, 0.3, _HIGHEST)
"""What the upper tree may take of the page's height, the least that holds its stacks first."""
_LANE = 7.0
"""The distance of arrows that run beside each other, and twice that of the trees from them."""
_LARGER = 1.4


@dataclass(frozen=True)
class _Half:
    """A tree that has its place on the page."""

    tree: Tree
    sheet: Sheet
    laid: tuple[Laid, ...]

    @property
    def spots(self) -> dict[str, Spot]:
        """The boxes' places by key."""
        return {spot.twig.key: spot for one in self.laid for spot in one.spots}

    @property
    def bottom(self) -> float:
        """The lowest edge of a box."""
        return max(spot.bottom for spot in self.spots.values())

    @property
    def left(self) -> float:
        """The leftmost edge of a box."""
        return min(spot.x for spot in self.spots.values())


def lineage_scene(view: Lineage, style: Style) -> Scene:
    """Lay out the picture on the first sheet that holds it, as much of the trees as goes there."""
    look = dense(style)
    tries = (_page(view, above, below, size, look) for above, below, size in _tries(view, style))
    page = next(page for page in tries if page)
    return Scene(view.title, (page,))


def _tries(view: Lineage, style: Style) -> Iterator[tuple[Tree, Tree, tuple[float, float]]]:
    """Yield both trees on each sheet, at last the smallest on ever larger sheets."""
    sheets = style.halaman_pohon
    sizes = [style.sheet(paper, sheets) for paper in sheets.kertas]
    for some, group in product(view.below, view.above):
        yield from ((above, below, size) for below in some for size in sizes for above in group)
    for step in count(1):
        wide, high = sizes[-1]
        grown = (wide * _LARGER**step, high * _LARGER**step)
        yield view.above[-1][-1], view.below[-1][-1], grown


def _page(
    view: Lineage, above: Tree, below: Tree, size: tuple[float, float], style: Style
) -> Page | None:
    """Return the page with one choice of trees, or None where it doesn't hold them."""
    frame = Frame(below.title, below.subtitle, below.note, "", view.draft, legend=below.legend)
    around, area = frame_panels(inner(size, style.halaman_pohon), frame, style)
    top = area.y + _label_height(view.above_label, area, style)
    upper = _upper(above, area.below(top), _label_width(view.below_label, style), size, style)
    if upper is None:
        return None
    lanes = len({source for source, _ in view.ties})
    corridor = _LANE * (lanes + 3)
    lower = _arranged(below, area.below(upper.bottom + corridor), size, style)
    if lower is None:
        return None
    ties = [(a, b) for a, b in view.ties if a in upper.spots and b in lower.spots]
    placed = arrows(ties, upper.spots, lower.spots, upper.bottom + 2 * _LANE, _LANE, upper.left)
    if any(blocked(one, upper.spots) for one in placed):
        return None
    labels = tuple(_labels(view, upper, area, style))
    page = _joined(above, below, (upper, lower), labels, placed, size, style)
    return with_tree_tags(paged(page, around), replace(below, boxes=above.boxes + below.boxes))


def _upper(
    tree: Tree, area: Area, label: float, size: tuple[float, float], style: Style
) -> _Half | None:
    """Place the upper tree as low as it can be, `label` points left of it to the label."""
    measures = style.pohon_halaman
    for stand, part in _corners(tree, area, label, style):
        look = replace(
            style, pohon_halaman=replace(measures, susunan={**measures.susunan, **stand})
        )
        if found := _arranged(tree, part, size, look):
            shelves = tuple(one.bench.shelf for one in found.laid)
            low = replace(part, height=part.height + missing(shelves, found.sheet))
            return _half(tree, shelves, low, size)
    return None


def _corners(
    tree: Tree, area: Area, label: float, style: Style
) -> Iterator[tuple[dict[str, Susunan], Area]]:
    """Yield how the upper tree's leaves may stand, and where at the right edge, the best first."""
    parents = {box.parent for box in tree.boxes}
    leaves = sum(box.key not in parents for box in tree.boxes)
    needs = leaves * (style.pohon_halaman.lebar_kotak + style.pohon_halaman.celah_mendatar)
    wide = min(needs, area.width * _ABOVE)
    yield _SIDE_BY_SIDE, Area(area.right - wide, area.y, wide, area.height * _HIGHEST)
    wide = min(needs, area.width - label - 4 * _LANE)
    for share in _STACKS:
        yield _STACKED, Area(area.right - wide, area.y, wide, area.height * share)


def _arranged(tree: Tree, area: Area, size: tuple[float, float], style: Style) -> _Half | None:
    """Place a tree in an area in the largest text that goes there, or None."""
    if area.height <= 0:
        return None
    trees = forest(tree.boxes)
    for scale in (0.0, *SCALES):
        plan = whole(trees, grids(tree, trees, area, scale, style, paged=False))
        if plan is None and scale == 0.0:
            return None
        if plan is not None and scale:
            return _half(tree, plan.pages[0], area, size)
    plan = whole(trees, grids(tree, trees, area, 0.0, style, paged=False))
    return _half(tree, plan.pages[0], area, size) if plan else None


def _half(tree: Tree, shelves: Sequence[Shelf], area: Area, size: tuple[float, float]) -> _Half:
    sheet = Sheet(size, (), area, area)
    return _Half(tree, sheet, laid(shelves, sheet))


def _label_height(text: str, area: Area, style: Style) -> float:
    look = style.look(_LABEL)
    return text_height((Paragraph(text),), look, look.ukuran, area.width)


def _label_width(text: str, style: Style) -> float:
    look = style.look(_LABEL)
    return width(text, Face(look.muka), look.ukuran) + 4 * look.jarak


def _labels(view: Lineage, upper: _Half, area: Area, style: Style) -> Iterator[Panel]:
    """Yield the label over the upper tree, and the lower tree's beside the upper one's foot."""
    look = style.look(_LABEL)
    free = upper.left - area.x - 4 * _LANE
    places = (
        (view.above_label, area.right - upper.left, True),
        (view.below_label, free, False),
    )
    for text, room, over in places:
        wide = min(_label_width(text, style), area.width - free if over else room)
        high = text_height((Paragraph(text),), look, look.ukuran, wide)
        x = area.right - wide if over else area.x
        y = area.y if over else max(area.y, upper.bottom - high)
        yield filled(Panel(x, y, wide, high, _LABEL), (Paragraph(text),), look, look.ukuran)


def _joined(
    above: Tree,
    below: Tree,
    halves: tuple[_Half, _Half],
    labels: tuple[Panel, ...],
    placed: Sequence[Arrow],
    size: tuple[float, float],
    style: Style,
) -> Page:
    """Return both trees on one page, the arrows over their connectors."""
    pages = [drawn(half.laid, half.tree, half.sheet, "", {}, style) for half in halves]
    paths = chain.from_iterable(page.paths for page in pages)
    heads = chain.from_iterable(one.paths(style) for one in placed)
    panels = chain.from_iterable(page.panels for page in pages)
    return Page(
        "1",
        *size,
        panels=(*labels, *panels),
        paths=(*paths, *heads),
        bookmarks=(Bookmark(below.title, 0, 0.0),),
    )
