"""One workbook, from file to documents: read → check → build."""

from dataclasses import replace
from pathlib import Path

from pohon_docs import rules, styles
from pohon_docs.assembly import read_plan
from pohon_docs.documents import Document, documents
from pohon_docs.identitas import Identitas
from pohon_docs.issue import Issue, Severity, has_galat, in_order
from pohon_docs.layout.cards import cards_scene
from pohon_docs.layout.pictures import trees_scene
from pohon_docs.layout.report import fitted
from pohon_docs.layout.scene import Scene
from pohon_docs.model import Rencana
from pohon_docs.outputs import File
from pohon_docs.packs import Pack, load, names
from pohon_docs.styles import Style
from pohon_docs.views import Report, Trees, View
from pohon_docs.workbook import read_book
from pohon_docs.writers import picture_writer, report_writer

_TREE_FORMATS = ("pdf", "svg", "png", "gv")
_CARD_FORMATS = ("pdf",)
_REPORT_FORMAT = "docx"
_DRAFT = "DRAF"


def read(path: Path) -> tuple[Rencana | None, tuple[Issue, ...]]:
    """Read a workbook and check its plan; None where the file can't be read at all."""
    book, issues = read_book(path)
    if book is None:
        return None, issues
    rencana, said = read_plan(book)
    if rencana is None:
        return None, (*issues, *said)
    checked = (*rules.check(rencana), *_unknown_packs(rencana))
    return rencana, in_order((*issues, *said, *checked))


def chosen_style(
    rencana: Rencana, folder: Path, name: str | None
) -> tuple[Style, tuple[Issue, ...]]:
    """Return the style asked for by `name`, else by the plan's Gaya; raises StyleError."""
    own = rencana.identitas.gaya
    if name is None and own and own not in styles.names(folder):
        known = ", ".join(styles.names(folder))
        issue = _unknown(rencana, "gaya", own, f"Tulis salah satu gaya ini: {known}.")
        return styles.load(styles.DEFAULT, folder), (issue,)
    return styles.load(name or own or styles.DEFAULT, folder), ()


def _unknown_packs(rencana: Rencana) -> tuple[Issue, ...]:
    """Report regulations that the plan's identity asks for and the program doesn't have."""
    known = ", ".join(names())
    return tuple(
        _unknown(rencana, field, asked, f"Tulis salah satu: {known}.")
        for field in ("regulasi_renstra", "regulasi_renja")
        if (asked := getattr(rencana.identitas, field)) and asked not in names()
    )


def _unknown(rencana: Rencana, field: str, asked: str, hint: str) -> Issue:
    ref = dict(rencana.identitas.refs)[field]
    message = f'{field.replace("_", " ")} "{asked}" tidak dikenal'
    return Issue("IDENTITAS-04", Severity.PERINGATAN, message, ref, hint)


def build(rencana: Rencana, issues: tuple[Issue, ...], style: Style) -> tuple[File, ...]:
    """Return every output of a plan; raises EngineError and StyleError."""
    files = [file for document in documents() for file in _files(document, rencana, issues, style)]
    return (*files, File("temuan.txt", report(issues).encode()))


def report(issues: tuple[Issue, ...]) -> str:
    """Return the findings as text, one line each."""
    return "".join(f"{issue}\n" for issue in issues) or "Tidak ada temuan.\n"


def _files(
    document: Document, rencana: Rencana, issues: tuple[Issue, ...], style: Style
) -> list[File]:
    """Make one document in all its formats."""
    view = document.build(rencana, _pack(document, rencana))
    view = replace(view, draft=_DRAFT) if has_galat(issues) else view
    name = document.file_name(rencana)
    return _written(view, name, style)


def _pack(document: Document, rencana: Rencana) -> Pack:
    """Return the pack that a plan's identity asks for, or the document's own."""
    asked = document.pack(rencana.identitas)
    return load(asked if asked in names() else document.pack(Identitas()))


def _written(view: View, name: str, style: Style) -> list[File]:
    """Lay a view out and write it in the formats of its kind."""
    if isinstance(view, Report):
        writer = report_writer(_REPORT_FORMAT)
        return [File(f"{name}.{writer.ending}", writer.write(fitted(view, style), style))]
    trees = isinstance(view, Trees)
    scene = trees_scene(view, style) if isinstance(view, Trees) else cards_scene(view, style)
    formats = _TREE_FORMATS if trees else _CARD_FORMATS
    return [file for ending in formats for file in _pictures(scene, name, ending, style)]


def _pictures(scene: Scene, name: str, ending: str, style: Style) -> list[File]:
    """Write a scene in one format, page by page where the format holds only one."""
    writer = picture_writer(ending)
    pages = [f"{name}-{page.name}" for page in scene.pages] if writer.per_page else [name]
    contents = writer.write(scene, style)
    return [
        File(f"{page}.{ending}", content) for page, content in zip(pages, contents, strict=True)
    ]
