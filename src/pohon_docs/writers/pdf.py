"""Scene → PDF by reportlab: an archive's file (PDF/A-2a) that can be read aloud (PDF/UA-1).

Fonts are embedded, text is selectable and tagged in the scene's reading order.
"""

from collections.abc import Sequence
from functools import cache
from io import BytesIO
from itertools import zip_longest
from typing import Any

from reportlab import rl_config
from reportlab.lib.colors import Color, HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from pohon_docs.layout.scene import Face, Page, Panel, Path, Scene, Text
from pohon_docs.layout.text import font_file
from pohon_docs.styles import Style
from pohon_docs.writers import PictureWriter
from pohon_docs.writers._pdf_archive import CREATOR, LineEnds, make_archive
from pohon_docs.writers._pdf_objects import Document, write_structure
from pohon_docs.writers._pdf_structure import ARTIFACT, Marker, Structure, structure

rl_config.useA85 = 0  # binary streams: a fifth smaller, and sooner written

_LANGUAGE = "id-ID"
_DASH = (3, 2)
_VERSION = (1, 7)


def write(scene: Scene, style: Style) -> tuple[bytes, ...]:
    """Return the scene as one PDF; the same scene gives the same bytes."""
    _register_fonts(scene)
    stream = BytesIO()
    canvas = _canvas(stream, scene)
    structures = [structure(page) for page in scene.pages]
    for number, (page, marked) in enumerate(zip(scene.pages, structures, strict=True)):
        _draw_page(canvas, page, number, marked)
    document = _document(canvas)
    root = write_structure(document, structures)
    make_archive(document, scene.title, _LANGUAGE, root)
    canvas.save()
    return (stream.getvalue(),)


def _canvas(stream: BytesIO, scene: Scene) -> Canvas:
    """Return an empty document with its title, which viewers show, and its outline."""
    settings: dict[str, Any] = {"initialFontName": _font(Face.REGULAR), "pdfVersion": _VERSION}
    canvas = Canvas(stream, invariant=1, pageCompression=1, lang=_LANGUAGE, **settings)
    _document(canvas).encrypt = LineEnds()
    canvas.setTitle(scene.title)
    canvas.setAuthor("")
    canvas.setSubject("")
    canvas.setCreator(CREATOR)
    canvas.setProducer(CREATOR)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    if any(page.bookmarks for page in scene.pages):
        canvas.showOutline()
    return canvas


def _document(canvas: Any) -> Document:  # noqa: ANN401 (the stubs hide it)
    """Return what a canvas draws into: its drawn pages and its catalog are found nowhere else."""
    return canvas._doc


def _register_fonts(scene: Scene) -> None:
    """Register the faces that the scene is set in; to read one takes as long as a page."""
    known = set(pdfmetrics.getRegisteredFontNames())
    panels = (panel for page in scene.pages for panel in page.panels)
    used = {Face.REGULAR, *(line.face for panel in panels for line in panel.lines)}
    for face in Face:
        if face in used and _font(face) not in known:
            pdfmetrics.registerFont(TTFont(_font(face), font_file(face)))


@cache
def _colour(text: str) -> Color:
    """Return a colour once; reportlab would read `#rrggbb` as an expression, time and again."""
    return HexColor(text)


def _font(face: Face) -> str:
    return f"LiberationSans-{face.capitalize()}"


def _draw_page(canvas: Canvas, page: Page, number: int, marked: Structure) -> None:
    """Draw panels, then connectors; y turns upwards here and nowhere else."""
    canvas.setPageSize((page.width, page.height))
    for count, bookmark in enumerate(page.bookmarks):
        key = f"p{number}-{count}"
        canvas.bookmarkHorizontal(key, 0, page.height - bookmark.y)
        canvas.addOutlineEntry(bookmark.title, key, bookmark.depth, closed=bookmark.depth > 0)
    marker = Marker(canvas)
    for at, panel in enumerate(page.panels):
        if panel.fill or panel.stroke:
            marker.begin(ARTIFACT)
            _draw_outline(canvas, panel, page.height)
        if panel.lines:
            marker.begin(marked.panels.get(at, ARTIFACT))
            _draw_lines(canvas, panel.lines, page.height)
    for path in page.paths:
        marker.begin(marked.paths)
        _draw_path(canvas, path, page.height)
    marker.end()
    canvas.showPage()


def _draw_outline(canvas: Canvas, panel: Panel, height: float) -> None:
    if panel.fill:
        canvas.setFillColor(_colour(panel.fill))
    if panel.stroke:
        _pen(canvas, panel.stroke, panel.stroke_width, panel.dashed)
    place = (panel.x, height - panel.bottom, panel.width, panel.height)
    stroke, fill = int(bool(panel.stroke)), int(bool(panel.fill))
    if panel.radius:
        canvas.roundRect(*place, panel.radius, stroke=stroke, fill=fill)
    else:
        canvas.rect(*place, stroke=stroke, fill=fill)


def _draw_lines(canvas: Canvas, lines: Sequence[Text], height: float) -> None:
    """Draw a panel's lines as one text object, its look said only where it changes.

    A wrapped line is written with its blank, so that words don't run together when read out.
    """
    text = canvas.beginText()
    look: tuple[Face, float, str] | None = None
    for line, after in zip_longest(lines, lines[1:]):
        if look != (line.face, line.size, line.colour):
            look = (line.face, line.size, line.colour)
            text.setFont(_font(line.face), line.size)
            text.setFillColor(_colour(line.colour))
        text.setTextOrigin(line.left, height - line.baseline)
        text.textOut(line.text if after is None else line.text + (after.joint and " "))
    canvas.drawText(text)


def _draw_path(canvas: Canvas, path: Path, height: float) -> None:
    _pen(canvas, path.stroke, path.stroke_width, path.dashed)
    drawn = canvas.beginPath()
    drawn.moveTo(path.points[0][0], height - path.points[0][1])
    for x, y in path.points[1:]:
        drawn.lineTo(x, height - y)
    canvas.drawPath(drawn, stroke=1, fill=0)


def _pen(canvas: Canvas, colour: str, width: float, dashed: bool) -> None:
    canvas.setStrokeColor(_colour(colour))
    canvas.setLineWidth(width)
    canvas.setDash(*_DASH) if dashed else canvas.setDash()


WRITER = PictureWriter(ending="pdf", write=write)
