"""The grids that a page may be divided into: each width of column between the style's bounds."""

from dataclasses import dataclass, replace

from pohon_docs.layout.bands import head_height, label_height, padding
from pohon_docs.layout.fit import least_width
from pohon_docs.layout.frame import Area, Frame, frame_panels, inner
from pohon_docs.layout.panels import text_height, text_size
from pohon_docs.layout.references import PATH
from pohon_docs.layout.scene import Panel
from pohon_docs.layout.shelf import Grid, Room
from pohon_docs.layout.sizes import Sizes
from pohon_docs.layout.subtree import Forest
from pohon_docs.styles import Style
from pohon_docs.views import Paragraph, Tree

_BOXED = (
    "kinerja",
    "ik",
    "rujukan",
    "komponen",
    "komponen_ik",
    "komponen_pagu",
    "kemitraan",
    "pemda",
    "pemilik",
)
"""The roles of a box's parts, whose padding shrinks with their text."""
_WAYS = 4
"""How many grids are tried, those of the narrowest columns: wider ones seldom hold more."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with its frame: the panels around, the area within, the boxes' part of that."""

    size: tuple[float, float]
    around: tuple[Panel, ...]
    area: Area
    boxes: Area


def dense(style: Style) -> Style:
    """Return a style whose boxes have the padding of trees that are stacked or split."""
    share = style.pohon_halaman.rapat
    looks = {
        role: replace(look, jarak=look.jarak * share) if role.split(".")[0] in _BOXED else look
        for role, look in style.peran.items()
    }
    return replace(style, peran=looks)


def sheet(tree: Tree, frame: Frame, paper: str, style: Style, longer: float = 0.0) -> Sheet:
    """Return a sheet of `paper` in its frame, with the bands' labels at the left.

    It is `longer` than its paper for a box that no page holds.
    """
    wide, high = style.sheet(paper, style.halaman_pohon)
    size = (wide, high + longer)
    around, area = frame_panels(inner(size, style.halaman_pohon), frame, style)
    if not tree.bands:
        return Sheet(size, around, area, area)
    measures = style.pohon_halaman
    strip = measures.lebar_pita + measures.celah_pita + measures.celah_mendatar
    boxes = area.without_left(strip)
    return Sheet(size, around, area, replace(boxes, width=boxes.width - measures.celah_mendatar))


def grids(
    tree: Tree, trees: Forest, area: Area, scale: float, style: Style, *, paged: bool = True
) -> tuple[Grid, ...]:
    """Return the narrowest grids of columns in which no word is broken, the widest of them first.

    `area` is the boxes' part of the page, `style` a dense one.
    """
    measures = style.pohon_halaman
    gap = measures.celah_mendatar
    word = least_width(tree.boxes, style, scale) + measures.inden
    least = max(measures.lebar_kotak_minimum, word)
    fewest = max(1, -int(-(area.width + gap) // (measures.lebar_kotak + gap)))
    most = max(fewest, int((area.width + gap) / (least + gap)))
    room = _room(tree, area, style)
    tallest = measures.bagian_kotak * area.height
    return tuple(
        Grid(
            Sizes(
                trees,
                tree.words,
                style,
                (area.width + gap) / columns - gap,
                columns,
                scale,
                tallest,
                paged=paged,
            ),
            room,
        )
        for columns in range(max(fewest, most + 1 - _WAYS), most + 1)
    )


def _room(tree: Tree, area: Area, style: Style) -> Room:
    """Return what a page offers to shelves of boxes."""
    measures = style.pohon_halaman
    look = style.look(PATH)
    path = text_height((Paragraph(""),), look, text_size(look, 0.0), area.width)
    heading = (head_height(style) if tree.bands else path) + measures.celah_jalur
    pad = padding(measures.celah_tegak)
    label = label_height(tree.bands, measures.lebar_pita, style)
    return Room(
        area.height,
        measures.celah_tegak,
        measures.celah_bagian,
        heading,
        pad,
        path,
        measures.celah_jalur,
        max(0.0, label - pad),
        measures.jenjang_jalur,
    )
