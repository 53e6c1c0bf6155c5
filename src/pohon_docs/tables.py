"""A sheet becomes records: its header found, its columns named, its rows told apart."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pohon_docs import headings
from pohon_docs.headings import Column
from pohon_docs.issue import Issue, Severity
from pohon_docs.source import Cell, Ref, Row, Sheet, column_name
from pohon_docs.values import key

_HEADER_WITHIN = 30
_HEADER_ROWS = 3
_LEAST_HEADINGS = 2
_NUMBERING = re.compile(r"^\(?\d{1,2}\)?$")


@dataclass(frozen=True, slots=True)
class Record:
    """One row of a table: its cells by field, and by field and year.

    `lacking` names the required fields that the table has no column for, which is one
    finding for the table and none for its rows.
    """

    number: int
    cells: Mapping[Column, Cell]
    ref: Ref
    lacking: frozenset[str] = frozenset()

    def cell(self, field: str, tahun: int | None = None) -> Cell | None:
        """Return the cell of a field."""
        return self.cells.get(Column(field, tahun))

    def text(self, field: str) -> str:
        """Return the text of a field, empty where the row has none."""
        cell = self.cell(field)
        return cell.text if cell else ""

    def own(self, field: str) -> Cell | None:
        """Return the cell of a field where it is written in this very row."""
        cell = self.cell(field)
        return cell if cell and cell.ref.row == self.number else None


@dataclass(frozen=True, slots=True)
class Records:
    """A table: its kind, its header row, its rows, and the totals rows beside them."""

    kind: str
    sheet: Sheet
    header: Ref
    columns: Mapping[int, Column]
    rows: tuple[Record, ...]
    totals: tuple[Record, ...]
    issues: tuple[Issue, ...]


def read_table(sheet: Sheet, kind: str) -> Records | None:
    """Read a sheet as a table of a kind; None, where no header row was found."""
    start = _header_start(sheet, kind)
    if start is None:
        return None
    head = _header(sheet, kind, start)
    columns, seen = _columns(head, kind)
    lacking = frozenset(headings.required(kind)) - {column.field for column in columns.values()}
    header = Ref(sheet.ref.book, sheet.name, sheet.rows[start].number, 1)
    body = sheet.rows[start + len(head) :]
    rows: list[Record] = []
    totals: list[Record] = []
    for row in body:
        record = _record(row, columns, sheet, lacking)
        if _is_repetition(row, head) or not record.cells:
            continue
        sort = headings.aside(row.cells[0].text)
        if sort == "jumlah" or (
            record.text("uraian") and headings.aside(record.text("uraian")) == "jumlah"
        ):
            totals.append(record)
        elif sort is None:
            rows.append(record)
    issues = (
        *_missing(kind, lacking, columns, seen, header),
        *_notes(sheet, columns, seen, header),
    )
    return Records(kind, sheet, header, columns, tuple(rows), tuple(totals), issues)


def _header_start(sheet: Sheet, kind: str) -> int | None:
    """Return the index of the row that names most fields, among the first rows."""
    best, most = None, _LEAST_HEADINGS - 1
    for index, row in enumerate(sheet.rows):
        if row.number > _HEADER_WITHIN:
            break
        fields = {
            found.field
            for cell in row.cells
            if cell.ref.row == row.number
            and (found := headings.column(kind, (cell.text,)))
            and found.tahun is None
        }
        if len(fields) > most:
            best, most = index, len(fields)
    return best


def _header(sheet: Sheet, kind: str, start: int) -> tuple[Row, ...]:
    """Return the header's rows: the first, and those below that only continue it."""
    rows = [sheet.rows[start]]
    for row in sheet.rows[start + 1 : start + 1 + _HEADER_ROWS]:
        own = [cell for cell in row.cells if cell.ref.row == row.number]
        continues = any(cell.ref.row >= rows[0].number for cell in row.cells if cell.merged)
        named = all(headings.is_subheading(kind, cell.text) for cell in own)
        if not _is_numbering(row) and not (own and named and (continues or len(own) > 1)):
            break
        rows.append(row)
    return tuple(rows)


def _is_numbering(row: Row) -> bool:
    """Tell whether a row only numbers the columns."""
    return len(row.cells) > _LEAST_HEADINGS and all(
        _NUMBERING.match(cell.text.strip()) for cell in row.cells
    )


def _columns(head: tuple[Row, ...], kind: str) -> tuple[dict[int, Column], dict[int, str]]:
    """Name every column of the header; return its field where known, and its heading."""
    numbers = sorted({cell.column for row in head for cell in row.cells})
    columns: dict[int, Column] = {}
    seen: dict[int, str] = {}
    for number in numbers:
        cells = [cell for row in head if not _is_numbering(row) if (cell := row.at(number))]
        path = tuple(dict.fromkeys((cell.ref, cell.text) for cell in cells))
        texts = tuple(text for _, text in path)
        seen[number] = " › ".join(texts)
        column = headings.column(kind, texts)
        if column and column not in columns.values():
            columns[number] = column
    return _with_statement(columns, kind), seen


def _with_statement(columns: dict[int, Column], kind: str) -> dict[int, Column]:
    """Read a lone `Kinerja` column as the statement where no column is named for it."""
    fields = {column.field for column in columns.values()}
    if "uraian" in fields or "kinerja" not in fields or kind == "kemitraan":
        return columns
    swap = {Column("kinerja"): Column("uraian")}
    return {number: swap.get(column, column) for number, column in columns.items()}


def _record(
    row: Row, columns: Mapping[int, Column], sheet: Sheet, lacking: frozenset[str]
) -> Record:
    cells = {columns[cell.column]: cell for cell in row.cells if cell.column in columns}
    return Record(row.number, cells, Ref(sheet.ref.book, sheet.name, row.number, 1), lacking)


def _is_repetition(row: Row, head: tuple[Row, ...]) -> bool:
    """Tell whether a row repeats the header or its numbering."""
    if _is_numbering(row):
        return True
    return any(
        len(row.cells) >= _LEAST_HEADINGS
        and all(
            (above := other.at(cell.column)) is not None and key(above.text) == key(cell.text)
            for cell in row.cells
        )
        for other in head
    )


def _missing(
    kind: str,
    lacking: frozenset[str],
    columns: Mapping[int, Column],
    seen: Mapping[int, str],
    header: Ref,
) -> tuple[Issue, ...]:
    """Report each required column that the header lacks, with the headings that would do."""
    unused = tuple(text for number, text in seen.items() if number not in columns)
    issues = []
    for field in headings.required(kind):
        if field in lacking:
            would_do = ", ".join(f'"{text}"' for text in headings.wordings(kind, field)[:4])
            near = headings.nearest(kind, field, unused)
            hint = f"Tulis salah satu judul kolom ini pada baris {header.row}: {would_do}."
            hint += f' Mungkin yang dimaksud kolom "{near}".' if near else ""
            message = f'kolom "{headings.wordings(kind, field)[0]}" tidak ditemukan'
            issues.append(Issue("LEMBAR-02", Severity.GALAT, message, header, hint))
    return tuple(issues)


def _notes(
    sheet: Sheet, columns: Mapping[int, Column], seen: Mapping[int, str], header: Ref
) -> tuple[Issue, ...]:
    """Name once the columns that are left out, and the hidden rows and columns that are read."""
    unknown = [text for number, text in seen.items() if number not in columns]
    hidden = [row.number for row in sheet.rows if row.hidden]
    covered = [column_name(number) for number in sheet.hidden_columns if number in columns]
    issues = []
    if unknown:
        names = ", ".join(f'"{text}"' for text in unknown)
        message = f"kolom tidak dikenal, tidak ikut dibaca: {names}"
        issues.append(Issue("LEMBAR-03", Severity.SARAN, message, header))
    if hidden:
        message = f"{len(hidden)} baris tersembunyi ikut dibaca"
        issues.append(Issue("LEMBAR-04", Severity.SARAN, message, sheet.ref))
    if covered:
        message = f"kolom tersembunyi ikut dibaca: {', '.join(covered)}"
        issues.append(Issue("LEMBAR-09", Severity.SARAN, message, sheet.ref))
    return tuple(issues)
