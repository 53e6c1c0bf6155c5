"""The findings about a workbook as files: text, sheets, page, records, and the marked copy."""

from pathlib import Path

from pohon_docs import findings
from pohon_docs.adjustments import notes
from pohon_docs.catalogue import catalogue
from pohon_docs.excerpts import excerpts
from pohon_docs.findings.page import page
from pohon_docs.findings.record import as_json, record
from pohon_docs.issue import Issue
from pohon_docs.outputs import File
from pohon_docs.source import Book
from pohon_docs.spreadsheet.marking import UnmarkableError, marked
from pohon_docs.styles import Style
from pohon_docs.writers import page_writer, sheet_writer

_SHEETS_FORMAT = "xlsx"
_PAGE_FORMAT = "html"


def reports(
    path: Path, book: Book, issues: tuple[Issue, ...], style: Style
) -> tuple[tuple[File, ...], tuple[Issue, ...]]:
    """Return the findings as files, and what there is to say of the marked copy.

    The files are the text, the workbook and the page of findings, their records for other
    tools, and the copy of the planner's workbook with their cells marked, which is left out where
    no finding has a cell.
    """
    copies, said = _marked_copy(path, issues, style)
    told = (*issues, *said)
    name = copies[0].name if copies else ""
    notes_on_style = changed(style)
    writer = sheet_writer(_SHEETS_FORMAT)
    sheets = writer.write(findings.sheets(told, path.name, name, notes_on_style), style)
    html = page_writer(_PAGE_FORMAT)
    pictures = excerpts(book, (issue.ref for issue in told))
    listing = page(told, path.name, name, pictures, notes_on_style)
    files = (
        File("temuan.txt", report(told, style).encode()),
        File(f"temuan.{writer.ending}", sheets),
        File(f"temuan.{html.ending}", html.write(listing, style)),
        File("temuan.json", as_json(record(told, path.name, notes_on_style)).encode()),
    )
    return (*files, *copies), said


def _marked_copy(
    path: Path, issues: tuple[Issue, ...], style: Style
) -> tuple[tuple[File, ...], tuple[Issue, ...]]:
    """Mark a copy of the workbook; where that isn't safe, a finding says why there is none."""
    marks = findings.marks(issues, style.buku)
    if not marks:
        return (), ()
    try:
        content = marked(path.read_bytes(), marks)
    except UnmarkableError as reason:
        return (), (findings.unmarked(path.name, str(reason)),)
    return (File(findings.copy_name(path.name), content),), ()


def report(issues: tuple[Issue, ...], style: Style) -> str:
    """Return the findings as text, one line each, and at the end what the style changed."""
    found = [str(issue) for issue in issues] or ["Tidak ada temuan."]
    return "".join(f"{line}\n" for line in (*found, *changed(style)))


def changed(style: Style) -> tuple[str, ...]:
    """Return what a style changes about the rules, a sentence for each code."""
    titles = {code: entry.judul for code, entry in catalogue().items()}
    return tuple(notes(style.aturan, titles))
