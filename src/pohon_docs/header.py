"""Where a table's header stands on its sheet, and what its columns hold."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pohon_docs import headings
from pohon_docs.headings import Column
from pohon_docs.source import Ref, Row, Sheet
from pohon_docs.values import key, one_line

CODE = Column("kode")
_WITHIN = 30
_MOST_ROWS = 3
_LEAST_HEADINGS = 2
BELOW = " › "
"""Stands between a heading and the one below it."""
_NUMBERING = re.compile(r"^\(?\d{1,2}\)?$")


@dataclass(frozen=True, slots=True)
class Header:
    """A table's header: its rows, and by column number what is read and what is written there.

    `split` are the columns that one code is written over; `lacking` the required fields that
    have no column; `body` is the index of the first row below.
    """

    rows: tuple[Row, ...]
    columns: Mapping[int, Column]
    seen: Mapping[int, str]
    split: frozenset[int]
    lacking: frozenset[str]
    ref: Ref
    body: int

    @property
    def unknown(self) -> tuple[str, ...]:
        """The headings that no field is named by."""
        return tuple(
            text
            for number, text in self.seen.items()
            if text and number not in self.columns and number not in self.split
        )


def find_header(sheet: Sheet, kind: str) -> Header | None:
    """Find the header of a kind of table among a sheet's first rows."""
    start = _start(sheet, kind)
    if start is None:
        return None
    rows = _rows(sheet, kind, start)
    columns, seen = _columns(rows, kind)
    split = _split_code(columns, seen, kind)
    lacking = frozenset(headings.required(kind)) - {column.field for column in columns.values()}
    ref = Ref(sheet.ref.book, sheet.name, rows[0].number, 1)
    return Header(rows, columns, seen, split, lacking, ref, start + len(rows))


def is_numbering(row: Row) -> bool:
    """Tell whether a row only numbers the columns."""
    return len(row.cells) > _LEAST_HEADINGS and all(
        _NUMBERING.match(cell.text.strip()) for cell in row.cells
    )


def repeats(row: Row, header: Header) -> bool:
    """Tell whether a row repeats the header or its numbering."""
    if is_numbering(row):
        return True
    return any(
        len(row.cells) >= _LEAST_HEADINGS
        and all(
            (above := other.at(cell.column)) is not None and key(above.text) == key(cell.text)
            for cell in row.cells
        )
        for other in header.rows
    )


def _start(sheet: Sheet, kind: str) -> int | None:
    """Return the index of the row that names most fields, among the first rows."""
    best, most = None, _LEAST_HEADINGS - 1
    for index, row in enumerate(sheet.rows):
        if row.number > _WITHIN:
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


def _rows(sheet: Sheet, kind: str, start: int) -> tuple[Row, ...]:
    """Return the header's rows: the first, and those below that only continue it."""
    rows = [sheet.rows[start]]
    for row in sheet.rows[start + 1 : start + 1 + _MOST_ROWS]:
        own = [cell for cell in row.cells if cell.ref.row == row.number]
        continues = any(cell.ref.row >= rows[0].number for cell in row.cells if cell.merged)
        named = all(headings.is_subheading(kind, cell.text) for cell in own)
        if not is_numbering(row) and not (own and named and (continues or len(own) > 1)):
            break
        rows.append(row)
    return tuple(rows)


def _columns(head: tuple[Row, ...], kind: str) -> tuple[dict[int, Column], dict[int, str]]:
    """Name every column of the header; return its field where known, and its heading."""
    numbers = sorted({cell.column for row in head for cell in row.cells})
    columns: dict[int, Column] = {}
    seen: dict[int, str] = {}
    for number in numbers:
        cells = [cell for row in head if not is_numbering(row) if (cell := row.at(number))]
        path = tuple(dict.fromkeys((cell.ref, cell.text) for cell in cells))
        texts = tuple(text for _, text in path)
        seen[number] = BELOW.join(map(one_line, texts))
        column = headings.column(kind, texts)
        if column and column not in columns.values():
            columns[number] = column
    return _with_statement(columns, kind), seen


def _split_code(
    columns: Mapping[int, Column], seen: Mapping[int, str], kind: str
) -> frozenset[int]:
    """Return the columns that a code is written over, side by side under one heading."""
    first = next((number for number, column in columns.items() if column == CODE), None)
    beside = set() if first is None else {first}
    while beside and (number := max(beside) + 1) in seen and number not in columns:
        if headings.column(kind, tuple(seen[number].split(BELOW))) != CODE:
            break
        beside.add(number)
    return frozenset(beside) if len(beside) > 1 else frozenset()


def _with_statement(columns: dict[int, Column], kind: str) -> dict[int, Column]:
    """Read a lone `Kinerja` column as the statement where no column is named for it."""
    fields = {column.field for column in columns.values()}
    wanted = "uraian" in headings.required(kind)
    if not wanted or "uraian" in fields or "kinerja" not in fields:
        return columns
    swap = {Column("kinerja"): Column("uraian")}
    return {number: swap.get(column, column) for number, column in columns.items()}
