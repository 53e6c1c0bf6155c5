"""A page of a scene as one group of Word's own shapes, the panels of a box in a group within it.

Word 2010 and later know them; there is no copy in VML for older ones, which would double
the file and stay behind when a planner moves a shape.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from pohon_docs.layout.scene import Page, Panel
from pohon_docs.styles import Style
from pohon_docs.writers._docx_shapes import Rect, around, line, naming, place, shape, short, track

_GROUP = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in (
        ("wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
        ("a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
        ("wpg", _GROUP),
        ("wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"),
    )
)
_ANCHOR = (
    'distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" '
    'locked="0" layoutInCell="1" allowOverlap="1"'
)


def _nowhere(_: Panel) -> str:
    return ""


@dataclass(frozen=True)
class Canvas:
    """A page to be drawn, no larger than Word can hold, and the numbers that its shapes take.

    `target` gives the bookmark that a panel leads to, if any.
    """

    page: Page
    numbers: Iterator[int]
    style: Style
    target: Callable[[Panel], str] = _nowhere


def anchored(canvas: Canvas, description: str) -> str:
    """Return a page's drawing, anchored to the page where the scene has it."""
    rect = _rect(canvas.page)
    return (
        f'<w:drawing {_NAMESPACES}><wp:anchor {_ANCHOR}><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{rect.left}</wp:posOffset>'
        f'</wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>{rect.top}</wp:posOffset>'
        f'</wp:positionV><wp:extent cx="{rect.width}" cy="{rect.height}"/>'
        '<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f"{_group(canvas, canvas.page.name, description, rect)}</wp:anchor></w:drawing>"
    )


def inline(canvas: Canvas, name: str, description: str) -> str:
    """Return a page's drawing as one large letter of a line."""
    rect = _rect(canvas.page)
    return (
        f'<w:drawing {_NAMESPACES}><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{rect.width}" cy="{rect.height}"/>'
        '<wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f"{_group(canvas, name, description, rect)}</wp:inline></w:drawing>"
    )


def _rect(page: Page) -> Rect:
    return around([*map(place, page.panels), *map(track, page.paths)])


def _group(canvas: Canvas, name: str, description: str, rect: Rect) -> str:
    """Return the group of all shapes of a page with its name and what is read out for it."""
    named = naming(next(canvas.numbers), name, description)
    lines = (line(path, next(canvas.numbers)) for path in canvas.page.paths)
    shapes = "".join([*_boxes(canvas), *lines])
    return (
        f"<wp:docPr {named}/><wp:cNvGraphicFramePr/>"
        f'<a:graphic><a:graphicData uri="{_GROUP}"><wpg:wgp><wpg:cNvGrpSpPr/>'
        f"{rect.group}{shapes}</wpg:wgp></a:graphicData></a:graphic>"
    )


def _boxes(canvas: Canvas) -> Iterator[str]:
    """Yield the panels in drawing order, those of one box in a group."""
    for key, panels in groupby(canvas.page.panels, key=lambda panel: panel.key):
        box = list(panels)
        if key and len(box) > 1:
            yield _box(box, canvas)
        else:
            yield from (_shape(panel, canvas) for panel in box)


def _box(panels: Sequence[Panel], canvas: Canvas) -> str:
    """Return the panels of a box as a group, named after its first text."""
    text = "\n".join(panel.text for panel in panels if panel.text)
    named = naming(next(canvas.numbers), short(panels[0].text), text)
    shapes = "".join(_shape(panel, canvas) for panel in panels)
    return (
        f"<wpg:grpSp><wpg:cNvPr {named}/><wpg:cNvGrpSpPr/>"
        f"{around(map(place, panels)).group}{shapes}</wpg:grpSp>"
    )


def _shape(panel: Panel, canvas: Canvas) -> str:
    look = canvas.style.look(panel.role)
    return shape(panel, next(canvas.numbers), look, canvas.target(panel))
