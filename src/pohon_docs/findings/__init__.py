"""The findings as sheets of a workbook, and as marks at the cells of the planner's own."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from pohon_docs.findings._shown import cell, link, shown, words
from pohon_docs.grids import Grid, GridCell, GridColumn, Grids
from pohon_docs.issue import Issue, Severity, areas
from pohon_docs.looks import GridMeasures
from pohon_docs.source import Ref, column_name
from pohon_docs.spreadsheet.marking import Mark


def copy_name(workbook: str) -> str:
    """Name the marked copy of a workbook, with the ending that the workbook has."""
    path = PurePath(workbook)
    return f"{path.stem}{words()['akhiran_salinan']}{path.suffix}"


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
    return shown("\n".join(line for line in lines if line))


def _message(issue: Issue) -> str:
    """Return a finding's message with the cells that it points at."""
    if not issue.related:
        return issue.message
    if all(ref.row for ref in issue.related):
        return f"{issue.message} (lihat {areas(issue.related)})"
    return f"{issue.message} (lihat {', '.join(_place(ref) for ref in issue.related)})"


def _place(ref: Ref) -> str:
    return f"{ref.sheet}!{column_name(ref.column)}{ref.row}" if ref.row else ref.sheet or ref.book


def unmarked(book: str, reason: str) -> Issue:
    """Return the finding that a workbook has no marked copy."""
    message = f"salinan bertanda tidak dibuat, karena {reason}"
    hint = "Pakai temuan.xlsx; sel setiap temuan disebut di sana."
    return Issue("KELUAR-02", Severity.SARAN, message, Ref(book), hint)


def sheets(issues: Sequence[Issue], book: str, copy: str, notes: Sequence[str] = ()) -> Grids:
    """Return the findings as a workbook: the list, and its counts by sheet and severity.

    Cells lead into the file `copy` beside it; where that is empty they lead nowhere. `notes`
    say what a style changes about the rules.
    """
    said = words()
    listed = _listed(issues, book, copy)
    grids = (listed, _counted(issues, notes)) if issues or notes else (listed,)
    return Grids(f"{said['judul']} {book}", said["kaki"], grids)


def _listed(issues: Sequence[Issue], book: str, copy: str) -> Grid:
    """Return the sheet of findings under its two lines of summary."""
    said = words()
    counts = Counter(issue.severity for issue in issues)
    total = ", ".join(f"{counts[severity]} {severity}" for severity in Severity)
    summary = said["ringkasan" if copy else "ringkasan_tanpa_salinan"]
    head = (
        (GridCell(said["judul"], "judul"),),
        (GridCell(summary.format(buku=book, jumlah=total), "subjudul"),),
        tuple(GridCell(column["judul"], "kepala") for column in said["kolom"]),
    )
    rows = tuple(_row(number, issue, copy) for number, issue in enumerate(issues, 1))
    none = ((GridCell(said["kosong"], "subjudul"),),)
    columns = tuple(GridColumn(column["lebar"]) for column in said["kolom"])
    name = said["lembar"]["temuan"]
    return Grid(name, columns, (*head, *(rows or none)), len(head), filtered=bool(rows))


def _row(number: int, issue: Issue, copy: str) -> tuple[GridCell, ...]:
    """Return a finding's row; a value of its own role has the look of its severity."""
    values: dict[str, str | int] = {
        "nomor": number,
        "tingkat": str(issue.severity),
        "lembar": issue.ref.sheet or words()["seluruh_buku"],
        "sel": cell(issue),
        "temuan": shown(_message(issue)),
        "saran": shown(issue.hint),
        "dasar": shown(issue.basis),
        "kode": issue.code,
    }
    return tuple(
        GridCell(
            values[column["isi"]],
            _column_role(column["peran"], issue),
            link(issue, copy) if column["isi"] == "sel" else "",
        )
        for column in words()["kolom"]
    )


def _column_role(role: str, issue: Issue) -> str:
    return f"{role}.{issue.severity}"


def _counted(issues: Sequence[Issue], notes: Sequence[str]) -> Grid:
    """Return the counts by sheet and severity, with their sums, and the notes below them."""
    said = words()["ringkas"]
    names = sorted({issue.ref.sheet for issue in issues})
    counts = Counter((issue.ref.sheet, issue.severity) for issue in issues)
    head = (
        GridCell(said["lembar"], "kepala"),
        *(GridCell(severity.capitalize(), "kepala") for severity in Severity),
        GridCell(said["jumlah"], "kepala"),
    )
    rows = [
        _count_row(name or words()["seluruh_buku"], [counts[name, one] for one in Severity], "teks")
        for name in names
    ]
    sums = [sum(counts[name, one] for name in names) for one in Severity]
    total = _count_row(said["jumlah"], sums, "teks.jumlah")
    widths = (said["lebar_lembar"], *(said["lebar_jumlah"],) * (len(head) - 1))
    columns = tuple(GridColumn(width) for width in widths)
    told = (*_notes(notes),) if notes else ()
    return Grid(words()["lembar"]["ringkasan"], columns, (head, *rows, total, *told), header=1)


def _notes(notes: Sequence[str]) -> Iterator[tuple[GridCell, ...]]:
    """Yield the notes under their title, below an empty row."""
    yield (GridCell("", "subjudul"),)
    yield (GridCell(words()["halaman"]["kata"]["catatan"], "judul"),)
    yield from ((GridCell(note, "subjudul"),) for note in notes)


def _count_row(name: str, counts: Sequence[int], role: str) -> tuple[GridCell, ...]:
    number = role.replace("teks", "angka")
    cells = (GridCell(count, number) for count in (*counts, sum(counts)))
    return (GridCell(name, role), *cells)
