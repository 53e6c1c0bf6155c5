"""Scene → Word: a page for each page of it, of Word's own shapes, to be moved and edited.

The shapes stand in one group a page, those of a box in a group of their own within it.
"""

from functools import partial
from itertools import count

from pohon_docs.layout.scene import Page, Panel, Scene
from pohon_docs.styles import Style
from pohon_docs.writers import PictureWriter
from pohon_docs.writers._docx_canvas import Canvas, anchored
from pohon_docs.writers._docx_package import describe, opened, packed, section_xml
from pohon_docs.writers._docx_shrink import factor, scaled

_LEAST_LINE = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
_NEAR = 0.5
"""How far a panel may reach out of the link around it, in points."""


def write(scene: Scene, style: Style) -> tuple[bytes, ...]:
    """Return the scene as one .docx file; the same scene gives the same bytes."""
    document = opened(style)
    describe(document, scene.title, "")
    numbers = count(1)
    last = len(scene.pages) - 1
    body: list[str] = []
    for at, whole in enumerate(scene.pages):
        page = scaled(whole, factor(whole))
        canvas = Canvas(page, numbers, style, partial(_target, page))
        section = section_xml(document, (page.width, page.height), style.halaman_pohon)
        body.append(_paragraph(canvas, at, section if at < last else ""))
    return (packed(document, "".join(body).encode()),)


def bookmark(page: int) -> str:
    """Return the name that the page at place `page` is led to by."""
    return f"halaman_{page + 1}"


def _target(page: Page, panel: Panel) -> str:
    """Return the bookmark that a link around the panel leads to, if there is one."""
    return next(
        (
            bookmark(link.page)
            for link in page.links
            if link.x - _NEAR <= panel.x
            and link.y - _NEAR <= panel.y
            and panel.right <= link.x + link.width + _NEAR
            and panel.bottom <= link.y + link.height + _NEAR
        ),
        "",
    )


def _paragraph(canvas: Canvas, at: int, section: str) -> str:
    """Return the paragraph that a page's drawing hangs on, and that ends the page's section."""
    page = canvas.page
    run = f"<w:r>{anchored(canvas, _description(page))}</w:r>" if page.panels else ""
    return (
        f"<w:p><w:pPr>{_LEAST_LINE}{section}</w:pPr>"
        f'<w:bookmarkStart w:id="{at}" w:name="{bookmark(at)}"/><w:bookmarkEnd w:id="{at}"/>'
        f"{run}</w:p>"
    )


def _description(page: Page) -> str:
    """Return what is read out for a page's drawing: its title, and what its lines say."""
    inner = [part for tag in page.tags for part in tag.below]
    titles = [page.panels[at].text for part in inner if part.role == "H1" for at in part.panels]
    return ". ".join([*titles, *(part.alt for part in inner if part.alt)])


WRITER = PictureWriter(ending="docx", write=write)
