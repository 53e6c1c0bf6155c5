"""Scene → Word: a page for each page of it, of Word's own shapes, to be moved and edited.

The shapes stand in one group a page, those of a box in a group of their own within it.
Word 2010 and later know them; there is no copy in VML for older ones, which would double
the file and stay behind when a planner moves a shape.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, groupby

from pohon_docs.layout.scene import Page, Panel, Scene
from pohon_docs.styles import Style
from pohon_docs.writers import PictureWriter
from pohon_docs.writers._docx_package import describe, opened, packed, section_xml
from pohon_docs.writers._docx_shapes import around, line, naming, place, shape, short, track
from pohon_docs.writers._docx_shrink import shrunk

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
_LEAST_LINE = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
_ANCHOR = (
    'distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" '
    'locked="0" layoutInCell="1" allowOverlap="1"'
)
_NEAR = 0.5
"""How far a panel may reach out of the link around it, in points."""


@dataclass(frozen=True)
class _Sheet:
    """A page to be drawn, no larger than Word's, and the numbers that its shapes take."""

    page: Page
    numbers: Iterator[int]
    style: Style

    def target(self, panel: Panel) -> str:
        """Return the bookmark that a link around the panel leads to, if there is one."""
        return next(
            (
                bookmark(link.page)
                for link in self.page.links
                if link.x - _NEAR <= panel.x
                and link.y - _NEAR <= panel.y
                and panel.right <= link.x + link.width + _NEAR
                and panel.bottom <= link.y + link.height + _NEAR
            ),
            "",
        )


def write(scene: Scene, style: Style) -> tuple[bytes, ...]:
    """Return the scene as one .docx file; the same scene gives the same bytes."""
    document = opened(style)
    describe(document, scene.title, "")
    numbers = count(1)
    last = len(scene.pages) - 1
    body: list[str] = []
    for at, page in enumerate(scene.pages):
        sheet = _Sheet(shrunk(page), numbers, style)
        size = (sheet.page.width, sheet.page.height)
        section = section_xml(document, size, style.halaman_pohon)
        body.append(_paragraph(sheet, at, section if at < last else ""))
    return (packed(document, "".join(body).encode()),)


def bookmark(page: int) -> str:
    """Return the name that the page at place `page` is led to by."""
    return f"halaman_{page + 1}"


def _paragraph(sheet: _Sheet, at: int, section: str) -> str:
    """Return the paragraph that a page's drawing hangs on, and that ends the page's section."""
    run = f"<w:r>{_drawing(sheet)}</w:r>" if sheet.page.panels else ""
    return (
        f"<w:p><w:pPr>{_LEAST_LINE}{section}</w:pPr>"
        f'<w:bookmarkStart w:id="{at}" w:name="{bookmark(at)}"/><w:bookmarkEnd w:id="{at}"/>'
        f"{run}</w:p>"
    )


def _drawing(sheet: _Sheet) -> str:
    """Return a page's drawing, anchored to the page where the scene has it."""
    page = sheet.page
    rect = around([*map(place, page.panels), *map(track, page.paths)])
    naming_text = naming(next(sheet.numbers), page.name, _description(page))
    shapes = "".join([*_boxes(sheet), *(line(path, next(sheet.numbers)) for path in page.paths)])
    return (
        f'<w:drawing {_NAMESPACES}><wp:anchor {_ANCHOR}><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{rect.left}</wp:posOffset>'
        f'</wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>{rect.top}</wp:posOffset>'
        f'</wp:positionV><wp:extent cx="{rect.width}" cy="{rect.height}"/>'
        '<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f"<wp:docPr {naming_text}/><wp:cNvGraphicFramePr/>"
        f'<a:graphic><a:graphicData uri="{_GROUP}"><wpg:wgp><wpg:cNvGrpSpPr/>'
        f"{rect.group}{shapes}</wpg:wgp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )


def _description(page: Page) -> str:
    """Return what is read out for a page's drawing: its title, and what its lines say."""
    inner = [part for tag in page.tags for part in tag.below]
    titles = [page.panels[at].text for part in inner if part.role == "H1" for at in part.panels]
    return ". ".join([*titles, *(part.alt for part in inner if part.alt)])


def _boxes(sheet: _Sheet) -> Iterator[str]:
    """Yield the panels in drawing order, those of one box in a group."""
    for key, panels in groupby(sheet.page.panels, key=lambda panel: panel.key):
        box = list(panels)
        if key and len(box) > 1:
            yield _box(box, sheet)
        else:
            yield from (_shape(panel, sheet) for panel in box)


def _box(panels: Sequence[Panel], sheet: _Sheet) -> str:
    """Return the panels of a box as a group, named after its first text."""
    text = "\n".join(panel.text for panel in panels if panel.text)
    naming_text = naming(next(sheet.numbers), short(panels[0].text), text)
    shapes = "".join(_shape(panel, sheet) for panel in panels)
    return (
        f"<wpg:grpSp><wpg:cNvPr {naming_text}/><wpg:cNvGrpSpPr/>"
        f"{around(map(place, panels)).group}{shapes}</wpg:grpSp>"
    )


def _shape(panel: Panel, sheet: _Sheet) -> str:
    look = sheet.style.look(panel.role)
    return shape(panel, next(sheet.numbers), look, sheet.target(panel))


WRITER = PictureWriter(ending="docx", write=write)
