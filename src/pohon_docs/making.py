"""A view becomes files: laid out, then written in the formats of its kind."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pohon_docs.blocks import Contents, Report
from pohon_docs.documents import View
from pohon_docs.layout.cards import cards_scene
from pohon_docs.layout.cascade import cascade_scene
from pohon_docs.layout.charts import chart_scene
from pohon_docs.layout.figures import outlined
from pohon_docs.layout.lineage import lineage_scene
from pohon_docs.layout.pictures import trees_scene
from pohon_docs.layout.report import fitted
from pohon_docs.layout.scene import Scene
from pohon_docs.outputs import File, Kept, kept
from pohon_docs.paging import Paging, paged
from pohon_docs.styles import Style
from pohon_docs.views import Cards, Cascade, Chart, Lineage, Table, Trees
from pohon_docs.writers import picture_writer, report_writer

_FORMATS: dict[type[View], tuple[str, ...]] = {
    Trees: ("pdf", "svg", "png", "gv"),
    Chart: ("pdf",),
    Lineage: ("pdf", "png"),
    Cards: ("pdf",),
    Cascade: ("pdf", "png"),
}
_EDITABLE = "drawing"
_REPORT = "docx"
_MOST_ROWS = 1_500
"""Rows of a report's tables that LibreOffice lays out within seconds; for more it takes minutes."""


@dataclass(frozen=True, slots=True)
class Extras:
    """What documents take from outside the workbook: the emblem's file, LibreOffice's program."""

    emblem: bytes = b""
    soffice: str = ""


NO_EXTRAS = Extras()


def made(
    view: View, name: str, style: Style, extras: Extras = NO_EXTRAS, *, editable: bool = False
) -> tuple[File, ...]:
    """Return a view's files; an `editable` one comes as shapes in Word, too.

    Raises EngineError and StyleError.
    """
    if isinstance(view, Report):
        return (_report(replace(view, emblem=extras.emblem), name, style, extras.soffice),)
    scene = _scene(view, style)
    formats = (*_FORMATS[type(view)], *((_EDITABLE,) if editable else ()))
    files: list[File] = []
    for each in formats:
        files += _pictures(scene, name, each, style, files)
    return tuple(files)


def _report(report: Report, name: str, style: Style, soffice: str) -> File:
    """Write a report; where it has contents and LibreOffice is given, again with their pages."""
    writer = report_writer(_REPORT)
    laid_out = fitted(report, style)
    found = Paging()
    if soffice and _is_listed(laid_out):
        found = paged(writer.write(outlined(laid_out), style), soffice)
        laid_out = replace(laid_out, places=found.places)
    return File(f"{name}.{writer.ending}", writer.write(laid_out, style), found.pages)


def _is_listed(report: Report) -> bool:
    """Tell whether a report has contents, and is short enough for LibreOffice to lay out soon."""
    rows = sum(len(block.rows) for block in report.blocks if isinstance(block, Table))
    return rows <= _MOST_ROWS and any(isinstance(block, Contents) for block in report.blocks)


def _scene(view: Trees | Chart | Lineage | Cards | Cascade, style: Style) -> Scene:
    """Lay out a view of pictures."""
    match view:
        case Trees():
            return trees_scene(view, style)
        case Chart():
            return chart_scene(view, style)
        case Lineage():
            return lineage_scene(view, style)
        case Cards():
            return cards_scene(view, style)
        case Cascade():
            return cascade_scene(view, style)


def _pictures(
    scene: Scene, name: str, form: str, style: Style, before: Sequence[File]
) -> list[File]:
    """Write a scene in one format, page by page where the format holds only one.

    What is drawn from a format that was written `before` is drawn from that file.
    """
    writer = picture_writer(form)
    source = [file.content for file in before if file.name == f"{name}.{writer.source}"]
    contents: Iterable[bytes | Kept] = (
        kept(writer.redraw(source[0], style))
        if source and writer.redraw
        else writer.write(scene, style)
    )
    if not writer.per_page:
        return [File(f"{name}.{writer.ending}", one, len(scene.pages)) for one in contents]
    return [
        File(f"{name}-{page.name}.{writer.ending}", content)
        for page, content in zip(scene.pages, contents, strict=True)
    ]
