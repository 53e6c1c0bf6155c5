"""A sheet becomes records: its columns named, its rows told apart."""

import dataclasses
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from pohon_docs.issue import Issue, Severity
from pohon_docs.reading import headings
from pohon_docs.reading.fates import MONEY, Fate, fate_issues, row_fates
from pohon_docs.reading.headed import CODE
from pohon_docs.reading.header import Header, find_header
from pohon_docs.reading.headings import Column
from pohon_docs.reading.lexicon import words
from pohon_docs.source import Cell, Columns, Ref, Row, Sheet, column_name
from pohon_docs.values import key

_UNPLACED = frozenset({Column("pagu"), Column("realisasi"), Column("pagu_rkpd")})


@dataclass(frozen=True)
class Record:
    """One row of a table: its cells by field, and by field and year.

    `lacking` names the required fields that the table has no column for, which is one
    finding for the table and none for its rows; `columns` tells where its columns stand.
    """

    number: int
    cells: Mapping[Column, Cell]
    ref: Ref
    lacking: frozenset[str] = frozenset()
    columns: Columns = dataclasses.field(default_factory=dict)

    @cached_property
    def fields(self) -> Mapping[str, Mapping[int | None, Column]]:
        """The columns that the row fills, by their field, those of one field by their year."""
        return _by_field(tuple(self.cells))

    def cell(self, field: str, tahun: int | None = None) -> Cell | None:
        """Return the cell of a field."""
        dated = self.fields.get(field)
        column = dated.get(tahun) if dated else None
        return self.cells[column] if column else None

    def of(self, field: str) -> dict[int | None, Cell]:
        """Return the cells of a field, by year."""
        dated = self.fields.get(field) or {}
        return {tahun: self.cells[column] for tahun, column in dated.items()}

    def own_of(self, field: str) -> dict[int | None, Cell]:
        """Return the cells of a field, by year, that are written in this very row."""
        return {tahun: one for tahun, one in self.of(field).items() if one.ref.row == self.number}

    def place(self, column: Column) -> Ref:
        """Return where a column's value is written, or would be: the row where it has no column."""
        cell = self.cells.get(column)
        return cell.ref if cell else self.ref.beside(column, self.columns)

    def text(self, field: str) -> str:
        """Return the text of a field, empty where the row has none."""
        cell = self.cell(field)
        return cell.text if cell else ""

    def own(self, field: str) -> Cell | None:
        """Return the cell of a field where it is written in this very row."""
        cell = self.cell(field)
        return cell if cell and cell.ref.row == self.number else None

    def own_at(self, column: Column) -> Cell | None:
        """Return the cell of a column where it is written in this very row."""
        cell = self.cells.get(column)
        return cell if cell and cell.ref.row == self.number else None


@lru_cache(1 << 10)
def _by_field(columns: tuple[Column, ...]) -> Mapping[str, Mapping[int | None, Column]]:
    """Sort columns by their field and year; rows that fill the same ones share the answer."""
    found: dict[str, dict[int | None, Column]] = {}
    for column in columns:
        found.setdefault(column.field, {})[column.tahun] = column
    return found


@dataclass(frozen=True, slots=True)
class Records:
    """A table: its kind, its header, its rows, and the totals rows among them."""

    kind: str
    sheet: Sheet
    head: Header
    rows: tuple[Record, ...]
    totals: tuple[Record, ...]
    fates: Mapping[int, Fate]
    issues: tuple[Issue, ...]

    @property
    def header(self) -> Ref:
        """The place of the header's first row."""
        return self.head.ref

    @property
    def columns(self) -> Mapping[int, Column]:
        """What the columns hold, by their numbers."""
        return self.head.columns

    @property
    def tahun(self) -> frozenset[int]:
        """The years that the headings name."""
        return frozenset(column.tahun for column in self.columns.values() if column.tahun)


def read_table(sheet: Sheet, kind: str) -> Records | None:
    """Read a sheet as a table of a kind; None, where no header row was found."""
    head = find_header(sheet, kind)
    if head is None:
        return None
    known = {*head.columns, *head.split}
    fates = row_fates(sheet, head, known)
    rows = _of(Fate.RECORD, sheet, head, fates)
    totals = _of(Fate.TOTAL, sheet, head, fates)
    issues = (
        *_missing(kind, head),
        *notes(sheet, head, head.unknown),
        *fate_issues(sheet, head, fates),
    )
    return Records(kind, sheet, head, rows, totals, fates, issues)


def _of(fate: Fate, sheet: Sheet, head: Header, fates: Mapping[int, Fate]) -> tuple[Record, ...]:
    """Return the records of the rows of one fate."""
    places: Columns = {column: number for number, column in head.columns.items()}
    rows = (row for row in sheet.rows if fates[row.number] is fate)
    return tuple(_record(row, head, sheet.ref, places) for row in rows)


def _record(row: Row, head: Header, sheet: Ref, places: Columns) -> Record:
    columns = head.columns
    cells = {columns[cell.column]: cell for cell in row.cells if cell.column in columns}
    if code := _joined([cell for cell in row.cells if cell.column in head.split]):
        cells[CODE] = code
    place = sheet._replace(row=row.number, column=1)
    return Record(row.number, cells, place, head.lacking, places)


def _joined(cells: Sequence[Cell]) -> Cell | None:
    """Join a code that is written over several columns; its place is the first of them."""
    apart = {cell.ref: cell for cell in cells}
    if not apart:
        return None
    first = next(iter(apart.values()))
    texts = (cell.text.replace(",", ".").strip(". ") for cell in apart.values())
    code = ".".join(text for text in texts if text)
    return replace(first, text=code, value=code) if len(apart) > 1 else first


def _missing(kind: str, head: Header) -> tuple[Issue, ...]:
    """Report each required column that the header lacks, with the headings that would do."""
    issues = []
    for field in headings.required(kind):
        if field in head.lacking:
            would_do = ", ".join(f'"{text}"' for text in headings.wordings(kind, field)[:4])
            near = headings.nearest(kind, field, head.unknown)
            hint = f"Tulis salah satu judul kolom ini pada baris {head.ref.row}: {would_do}."
            hint += f' Mungkin yang dimaksud kolom "{near}".' if near else ""
            message = f'kolom "{headings.wordings(kind, field)[0]}" tidak ditemukan'
            issues.append(Issue("LEMBAR-02", Severity.GALAT, message, head.ref, hint))
    return tuple(issues)


def notes(sheet: Sheet, head: Header, unknown: tuple[str, ...]) -> tuple[Issue, ...]:
    """Name once the columns that are left out, and the hidden rows and columns that are read."""
    hidden = [row.number for row in sheet.rows if row.hidden]
    covered = [column_name(number) for number in sheet.hidden_columns if number in head.columns]
    issues = []
    if unknown:
        names = ", ".join(f'"{text}"' for text in unknown)
        message = f"kolom tidak dikenal, tidak ikut dibaca: {names}"
        issues.append(Issue("LEMBAR-03", Severity.SARAN, message, head.ref))
    issues += [
        _not_rupiah(unit, head)
        for number, column in head.named.items()
        if column.field in MONEY
        if (unit := _thousands(head.seen[number]))
    ][:1]
    issues += _undated(head, unknown)
    if hidden:
        message = f"{len(hidden)} baris tersembunyi ikut dibaca"
        issues.append(Issue("LEMBAR-04", Severity.SARAN, message, sheet.ref))
    if covered:
        message = f"kolom tersembunyi ikut dibaca: {', '.join(covered)}"
        issues.append(Issue("LEMBAR-09", Severity.SARAN, message, sheet.ref))
    return tuple(issues)


def _undated(head: Header, unknown: Sequence[str]) -> list[Issue]:
    """Find the columns of yearly money whose headings name no year, which nothing can place."""
    named = head.named.items()
    undated = [head.seen[n] for n, column in named if column in _UNPLACED]
    lost = [text for text in dict.fromkeys(undated) if text not in unknown]
    if not lost:
        return []
    names = ", ".join(f'"{text}"' for text in lost)
    message = f"kolom uang tanpa tahun tidak dibaca: {names}"
    hint = 'Tulis tahunnya pada judul kolom, mis. "Pagu 2026".'
    return [Issue("LEMBAR-15", Severity.PERINGATAN, message, head.ref, hint)]


def _thousands(heading: str) -> str:
    """Return the unit of money that a heading names (`ribuan`), empty where it is full rupiah."""
    marks = re.findall(r"\(([^)]*)\)", heading) or [heading]
    return next(
        (found for mark in marks if (found := words("bukan_rupiah_penuh").get(key(mark)))), ""
    )


def _not_rupiah(unit: str, head: Header) -> Issue:
    return Issue(
        "LEMBAR-13",
        Severity.GALAT,
        f"judul kolom pagu menyebut {unit} rupiah, sedangkan angkanya dibaca sebagai rupiah penuh",
        head.ref,
        "Tulis pagunya dalam rupiah penuh, lalu hapus keterangan itu dari judul kolom.",
    )
