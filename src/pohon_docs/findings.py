"""The findings as sheets of a workbook, and as marks at the cells of the planner's own."""

import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import PurePath
from typing import Any

from pohon_docs.grids import Grid, GridCell, GridColumn, Grids
from pohon_docs.issue import Issue, Severity
from pohon_docs.looks import GridMeasures
from pohon_docs.source import Ref, column_name
from pohon_docs.spreadsheet.marking import Mark
from pohon_docs.values import printable

_LONGEST = 2_000


@cache
def _words() -> Mapping[str, Any]:
    return tomllib.loads(files("pohon_docs").joinpath("findings.toml").read_text("utf-8"))


def copy_name(workbook: str) -> str:
    """Name the marked copy of a workbook, with the ending that the workbook has."""
    path = PurePath(workbook)
    return f"{path.stem}{_words()['akhiran_salinan']}{path.suffix}"


def marks(issues: Sequence[Issue], looks: GridMeasures) -> tuple[Mark, ...]:
    """Return a mark for each finding at a cell; those of a whole sheet or workbook have none."""
    return tuple(
        Mark(ref.sheet, ref.row, ref.column, looks.look(_role(issue)).isi, _note(issue))
        for issue in issues
        if (ref := issue.ref).sheet and ref.row and ref.column
    )


def _role(issue: Issue) -> str:
    return f"tingkat.{issue.severity}"


def _note(issue: Issue) -> str:
    """Return what stands at a finding's cell."""
    source = f"Dasar: {issue.basis}." if issue.basis else ""
    lines = (f"{issue.severity.upper()} [{issue.code}]: {_message(issue)}.", issue.hint, source)
    return _shown("\n".join(line for line in lines if line))


def _shown(text: str) -> str:
    """Return a text as a cell or a note can hold it (Excel's own limit is 32,767 letters)."""
    return printable(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…")


def _message(issue: Issue) -> str:
    """Return a finding's message with the cells that it points at."""
    if not issue.related:
        return issue.message
    return f"{issue.message} (lihat {', '.join(_place(ref) for ref in issue.related)})"


def _place(ref: Ref) -> str:
    return f"{ref.sheet}!{column_name(ref.column)}{ref.row}" if ref.row else ref.sheet or ref.book


def unmarked(book: str, reason: str) -> Issue:
    """Return the finding that a workbook has no marked copy."""
    message = f"salinan bertanda tidak dibuat, karena {reason}"
    hint = "Pakai temuan.xlsx; sel setiap temuan disebut di sana."
    return Issue("KELUAR-02", Severity.SARAN, message, Ref(book), hint)


def sheets(issues: Sequence[Issue], book: str, copy: str) -> Grids:
    """Return the findings as a workbook: the list, and its counts by sheet and severity.

    Cells lead into the file `copy` beside it; where that is empty they lead nowhere.
    """
    words = _words()
    listed = _listed(issues, book, copy)
    grids = (listed, _counted(issues)) if issues else (listed,)
    return Grids(f"{words['judul']} {book}", words["kaki"], grids)


def _listed(issues: Sequence[Issue], book: str, copy: str) -> Grid:
    """Return the sheet of findings under its two lines of summary."""
    words = _words()
    counts = Counter(issue.severity for issue in issues)
    total = ", ".join(f"{counts[severity]} {severity}" for severity in Severity)
    summary = words["ringkasan" if copy else "ringkasan_tanpa_salinan"]
    head = (
        (GridCell(words["judul"], "judul"),),
        (GridCell(summary.format(buku=book, jumlah=total), "subjudul"),),
        tuple(GridCell(column["judul"], "kepala") for column in words["kolom"]),
    )
    rows = tuple(_row(number, issue, copy) for number, issue in enumerate(issues, 1))
    none = ((GridCell(words["kosong"], "subjudul"),),)
    columns = tuple(GridColumn(column["lebar"]) for column in words["kolom"])
    name = words["lembar"]["temuan"]
    return Grid(name, columns, (*head, *(rows or none)), len(head), filtered=bool(rows))


def _row(number: int, issue: Issue, copy: str) -> tuple[GridCell, ...]:
    """Return a finding's row; a value of its own role has the look of its severity."""
    values: dict[str, str | int] = {
        "nomor": number,
        "tingkat": str(issue.severity),
        "lembar": issue.ref.sheet or _words()["seluruh_buku"],
        "sel": f"{column_name(issue.ref.column)}{issue.ref.row}" if issue.ref.row else "",
        "temuan": _shown(_message(issue)),
        "saran": _shown(issue.hint),
        "dasar": _shown(issue.basis),
        "kode": issue.code,
    }
    return tuple(
        GridCell(
            values[column["isi"]], _column_role(column["peran"], issue), _link(column, issue, copy)
        )
        for column in _words()["kolom"]
    )


def _column_role(role: str, issue: Issue) -> str:
    return f"{role}.{issue.severity}"


def _link(column: Mapping[str, Any], issue: Issue, copy: str) -> str:
    """Return where a row's cell leads: to the finding's own cell in the marked copy."""
    if column["isi"] != "sel" or not issue.ref.row or not copy:
        return ""
    name = issue.ref.sheet.replace("'", "''")
    return f"{copy}#'{name}'!{column_name(issue.ref.column)}{issue.ref.row}"


def _counted(issues: Sequence[Issue]) -> Grid:
    """Return the counts by sheet and severity, with their sums."""
    words = _words()["ringkas"]
    names = sorted({issue.ref.sheet for issue in issues})
    counts = Counter((issue.ref.sheet, issue.severity) for issue in issues)
    head = (
        GridCell(words["lembar"], "kepala"),
        *(GridCell(severity.capitalize(), "kepala") for severity in Severity),
        GridCell(words["jumlah"], "kepala"),
    )
    rows = [
        _count_row(
            name or _words()["seluruh_buku"], [counts[name, one] for one in Severity], "teks"
        )
        for name in names
    ]
    sums = [sum(counts[name, one] for name in names) for one in Severity]
    total = _count_row(words["jumlah"], sums, "teks.jumlah")
    widths = (words["lebar_lembar"], *(words["lebar_jumlah"],) * (len(head) - 1))
    columns = tuple(GridColumn(width) for width in widths)
    return Grid(_words()["lembar"]["ringkasan"], columns, (head, *rows, total), header=1)


def _count_row(name: str, counts: Sequence[int], role: str) -> tuple[GridCell, ...]:
    number = role.replace("teks", "angka")
    cells = (GridCell(count, number) for count in (*counts, sum(counts)))
    return (GridCell(name, role), *cells)
