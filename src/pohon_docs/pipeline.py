"""One workbook, from file to documents: read → check → build."""

from dataclasses import dataclass, replace
from pathlib import Path

from pohon_docs import rules, styles
from pohon_docs.assembly import read_plan
from pohon_docs.blocks import Contents, Report
from pohon_docs.documents import Document, View, documents
from pohon_docs.documents._options import read_options
from pohon_docs.issue import Issue, Severity, has_galat, in_order
from pohon_docs.layout.cards import cards_scene
from pohon_docs.layout.report import fitted
from pohon_docs.layout.scene import Scene
from pohon_docs.layout.tree import trees_scene
from pohon_docs.misuse import MisuseError
from pohon_docs.model import Rencana
from pohon_docs.outputs import File
from pohon_docs.packs import OPTIONS, load, names_for
from pohon_docs.paging import places
from pohon_docs.styles import Style
from pohon_docs.views import Skipped, Table, Trees
from pohon_docs.workbook import read_book
from pohon_docs.writers import picture_writer, report_writer

_TREE_FORMATS = ("pdf", "svg", "png", "gv")
_CARD_FORMATS = ("pdf",)
_REPORT_FORMAT = "docx"
_DRAFT = "DRAF"
_MOST_ROWS = 1_500
"""Rows of a report's tables that LibreOffice lays out within seconds; for more it takes minutes."""


def read(path: Path) -> tuple[Rencana | None, tuple[Issue, ...]]:
    """Read a workbook and check its plan; None where the file can't be read at all."""
    book, issues = read_book(path)
    if book is None:
        return None, issues
    rencana, said = read_plan(book)
    if rencana is None:
        return None, (*issues, *said)
    checked = (*rules.check(rencana), *_unknown_packs(rencana), *_unknown_options(rencana))
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


def for_year(rencana: Rencana, tahun: int | None) -> Rencana:
    """Return the plan as it stands for another year's Renja; raises MisuseError.

    Without a year, or with a plan that names no period, it stays as it is.
    """
    if tahun is None:
        return rencana
    if rencana.tahun and tahun not in rencana.tahun:
        first, last = rencana.tahun[0], rencana.tahun[-1]
        said = f"Tahun {tahun} di luar periode {rencana.identitas.periode or f'{first}–{last}'}"
        raise MisuseError(f"{said}; tulis --tahun {first} sampai {last}.")
    return replace(rencana, identitas=replace(rencana.identitas, tahun_renja=tahun))


def _unknown_packs(rencana: Rencana) -> tuple[Issue, ...]:
    """Report regulations that the plan's identity asks for and the program doesn't have."""
    asked = {
        "regulasi_renstra": (rencana.identitas.regulasi_renstra, names_for("renstra")),
        "regulasi_renja": (rencana.identitas.regulasi_renja, names_for("renja")),
    }
    return tuple(
        _unknown(rencana, field, name, f"Tulis salah satu: {', '.join(known)}.")
        for field, (name, known) in asked.items()
        if name and name not in known
    )


def _unknown_options(rencana: Rencana) -> tuple[Issue, ...]:
    """Report options of tables that the plan's identity asks for and no table has."""
    known = ", ".join(name.replace("_", " ") for name in OPTIONS)
    hint = f'Tulis satu atau lebih dari: {known}; "tanpa" di depannya meniadakan.'
    unknown = read_options(rencana.identitas.pilihan_tabel).unknown
    return tuple(_unknown(rencana, "pilihan_tabel", text, hint) for text in unknown)


def _unknown(rencana: Rencana, field: str, asked: str, hint: str) -> Issue:
    ref = dict(rencana.identitas.refs)[field]
    message = f'{field.replace("_", " ")} "{asked}" tidak dikenal'
    return Issue("IDENTITAS-04", Severity.PERINGATAN, message, ref, hint)


@dataclass(frozen=True, slots=True)
class Extras:
    """What documents take from outside the workbook: the emblem's file, LibreOffice's program."""

    emblem: bytes = b""
    soffice: str = ""


def build(
    rencana: Rencana, issues: tuple[Issue, ...], style: Style, extras: Extras = Extras()
) -> tuple[File, ...]:
    """Return every output of a plan; raises EngineError and StyleError.

    With LibreOffice the contents of reports tell their pages.
    """
    files = [
        file
        for document in documents()
        for file in _files(document, rencana, issues, style, extras)
    ]
    return (*files, File("temuan.txt", report(issues).encode()))


def report(issues: tuple[Issue, ...]) -> str:
    """Return the findings as text, one line each."""
    return "".join(f"{issue}\n" for issue in issues) or "Tidak ada temuan.\n"


def skipped(rencana: Rencana) -> tuple[Skipped, ...]:
    """Return the official tables that a plan's documents lack, each with the reason."""
    return tuple(
        one
        for document in documents()
        for one in document.left_out(rencana, load(document.pack(rencana.identitas)))
    )


def _files(
    document: Document,
    rencana: Rencana,
    issues: tuple[Issue, ...],
    style: Style,
    extras: Extras,
) -> list[File]:
    """Make one document in all its formats."""
    view = document.build(rencana, load(document.pack(rencana.identitas)))
    view = replace(view, draft=_DRAFT) if has_galat(issues) else view
    name = document.file_name(rencana)
    return _written(view, name, style, extras)


def _written(view: View, name: str, style: Style, extras: Extras) -> list[File]:
    """Lay a view out and write it in the formats of its kind."""
    if isinstance(view, Report):
        return [_report(replace(view, emblem=extras.emblem), name, style, extras.soffice)]
    trees = isinstance(view, Trees)
    scene = trees_scene(view, style) if isinstance(view, Trees) else cards_scene(view, style)
    formats = _TREE_FORMATS if trees else _CARD_FORMATS
    return [file for ending in formats for file in _pictures(scene, name, ending, style)]


def _report(report: Report, name: str, style: Style, soffice: str) -> File:
    """Write a report; where it has contents and LibreOffice is given, again with their pages."""
    writer = report_writer(_REPORT_FORMAT)
    laid_out = fitted(report, style)
    content = writer.write(laid_out, style)
    if soffice and _is_listed(laid_out):
        found = places(content, soffice)
        content = writer.write(replace(laid_out, places=found), style)
    return File(f"{name}.{writer.ending}", content)


def _is_listed(report: Report) -> bool:
    """Tell whether a report has contents, and is short enough for LibreOffice to lay out soon."""
    rows = sum(len(block.rows) for block in report.blocks if isinstance(block, Table))
    return rows <= _MOST_ROWS and any(isinstance(block, Contents) for block in report.blocks)


def _pictures(scene: Scene, name: str, ending: str, style: Style) -> list[File]:
    """Write a scene in one format, page by page where the format holds only one."""
    writer = picture_writer(ending)
    pages = [f"{name}-{page.name}" for page in scene.pages] if writer.per_page else [name]
    contents = writer.write(scene, style)
    return [
        File(f"{page}.{ending}", content) for page, content in zip(pages, contents, strict=True)
    ]
