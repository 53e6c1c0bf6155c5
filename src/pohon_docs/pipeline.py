"""One workbook, from file to documents: read → check → build."""

from dataclasses import dataclass, replace
from pathlib import Path

from pohon_docs import amending, rules, selfcheck, styles
from pohon_docs.adjustments import adjusted
from pohon_docs.choices import unknown, unknown_options, unknown_packs, usable_style
from pohon_docs.collecting import uncollected
from pohon_docs.comparison import compare
from pohon_docs.documents import Document, documents
from pohon_docs.folding import folded
from pohon_docs.issue import Issue, has_galat, in_order
from pohon_docs.lists import official_list
from pohon_docs.making import NO_EXTRAS, Extras, made
from pohon_docs.misuse import MisuseError
from pohon_docs.model import Node, Rencana
from pohon_docs.outputs import File
from pohon_docs.packs import load
from pohon_docs.reading.assembly import read_plan
from pohon_docs.reading.linking import linked
from pohon_docs.reporting import changed
from pohon_docs.source import Book
from pohon_docs.styles import Style
from pohon_docs.views import Skipped
from pohon_docs.workbook import read_book
from pohon_docs.writers import sheet_writer

_SHEETS_FORMAT = "xlsx"
DRAFT = "DRAF"
"""Stands on every page of a plan with findings of severity galat."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A workbook that was read: its cells, its plan, and what is wrong with it.

    `book` and `rencana` are None where the file can't be read at all, `rencana` alone where it
    holds no plan.
    """

    book: Book | None
    rencana: Rencana | None
    issues: tuple[Issue, ...]


def opened(path: Path, pemda: tuple[Node, ...] = ()) -> Opened:
    """Read a workbook and check its plan, where given under the tree of its pemda."""
    with uncollected():
        return _read(path, pemda)


def read(path: Path, pemda: tuple[Node, ...] = ()) -> tuple[Rencana | None, tuple[Issue, ...]]:
    """Return a workbook's plan and what is wrong with it, without its cells."""
    found = opened(path, pemda)
    return found.rencana, found.issues


def _read(path: Path, pemda: tuple[Node, ...]) -> Opened:
    book, issues = read_book(path)
    if book is None:
        return Opened(None, None, issues)
    rencana, said = read_plan(book)
    if rencana is None:
        return Opened(book, None, (*issues, *said))
    if pemda:
        rencana = linked(replace(rencana, pemda=pemda))
    resmi, about_lists = official_list(path)
    checked = (
        *rules.check(rencana, resmi),
        *unknown_packs(rencana),
        *unknown_options(rencana),
    )
    return Opened(book, rencana, in_order((*issues, *said, *about_lists, *checked)))


def chosen_style(
    rencana: Rencana, folder: Path, name: str | None
) -> tuple[Style, tuple[Issue, ...]]:
    """Return the style asked for by `name`, else by the plan's Gaya; raises StyleError.

    A Gaya that there isn't is a finding, and the default serves.
    """
    own = rencana.identitas.gaya
    if name is None and own and own not in styles.names(folder):
        known = ", ".join(styles.names(folder))
        issue = unknown(rencana, "gaya", own, f"Tulis salah satu gaya ini: {known}.")
        return usable_style(styles.DEFAULT, folder), (issue,)
    return usable_style(name or own or styles.DEFAULT, folder), ()


@dataclass(frozen=True, slots=True)
class Checked:
    """What is wrong with a workbook, and a sentence for each rule that its style changes."""

    issues: tuple[Issue, ...]
    notes: tuple[str, ...] = ()


def checked(path: Path, folder: Path, name: str | None) -> Checked:
    """Return what is wrong with a workbook, as its style weighs it; raises StyleError."""
    rencana, issues = read(path)
    if rencana is None:
        return Checked(issues)
    style, said = chosen_style(rencana, folder, name)
    _, about = original(path, rencana)
    return Checked(judged((*issues, *said, *about), style), changed(style))


def original(path: Path, rencana: Rencana) -> tuple[Rencana | None, tuple[Issue, ...]]:
    """Return the plan that a plan of status Perubahan changes, and what is wrong about it."""
    return amending.original(path, rencana, read)


def judged(issues: tuple[Issue, ...], style: Style) -> tuple[Issue, ...]:
    """Return the findings as an office weighs them, what only follows from another told in it."""
    return folded(adjusted(issues, style.aturan))


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


def build(
    rencana: Rencana, issues: tuple[Issue, ...], style: Style, extras: Extras = NO_EXTRAS
) -> tuple[File, ...]:
    """Return every document of a plan, its self-check last; raises EngineError and StyleError.

    With LibreOffice the contents of reports tell their pages.
    """
    files = (
        file
        for document in documents()
        for file in _files(document, rencana, issues, style, extras)
    )
    writer = sheet_writer(_SHEETS_FORMAT)
    forms = writer.write(selfcheck.sheets(rencana, issues), style)
    return (*files, File(f"{selfcheck.file_name()}.{writer.ending}", forms))


def _files(
    document: Document,
    rencana: Rencana,
    issues: tuple[Issue, ...],
    style: Style,
    extras: Extras,
) -> tuple[File, ...]:
    """Make one document in all its formats."""
    view = document.build(rencana, load(document.pack(rencana.identitas)))
    if view is None:
        return ()
    view = replace(view, draft=draft(issues))
    with uncollected():
        return made(view, document.file_name(rencana), style, extras, editable=document.editable)


def changes(
    before: Rencana,
    after: Rencana,
    issues: tuple[Issue, ...],
    style: Style,
    extras: Extras = NO_EXTRAS,
) -> tuple[File, ...]:
    """Return what a change of plan is told by; raises EngineError and StyleError."""
    return amending.files(compare(before, after), draft(issues), style, extras)


def draft(issues: tuple[Issue, ...]) -> str:
    """Return the word that stands on every page of a draft, empty where there is no galat."""
    return DRAFT if has_galat(issues) else ""


def skipped(rencana: Rencana) -> tuple[Skipped, ...]:
    """Return the official tables that a plan's documents lack, each with the reason."""
    return tuple(
        one
        for document in documents()
        for one in document.left_out(rencana, load(document.pack(rencana.identitas)))
    )
