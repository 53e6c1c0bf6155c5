"""Where a table's header stands on its sheet, and what its columns hold."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from pohon_docs.reading import headings
from pohon_docs.reading.guesses import guessed
from pohon_docs.reading.headed import (
    BELOW,
    CODE,
    NUMBERING,
    as_baseline,
    as_kind,
    as_measures,
    code_parts,
    of_aims,
    split_code,
    whole_code,
)
from pohon_docs.reading.headings import Column
from pohon_docs.reading.years import counted, counts_years, ordinal
from pohon_docs.source import Cell, Ref, Row, Sheet
from pohon_docs.values import key, one_line

_WITHIN = 30
_MOST_ROWS = 3
_LEAST_HEADINGS = 2
_LETTER = re.compile(r"^\(?[A-Za-z]\)?$")
_PERIOD = re.compile(r"(?<!\d)(20\d\d)\s*(?:-|–|—|s/d|s\.d\.?|sampai(?: dengan)?)\s*20\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Header:
    """A table's header: its rows, and by column number what is read and what is written there.

    `named` are all columns with a field, also those whose field stands further left already;
    `split` are the columns that one code is written over; `lacking` the required fields that
    have no column; `body` is the index of the first row below; `kind` the table's.
    """

    rows: tuple[Row, ...]
    columns: Mapping[int, Column]
    named: Mapping[int, Column]
    seen: Mapping[int, str]
    split: frozenset[int]
    lacking: frozenset[str]
    ref: Ref
    body: int
    kind: str

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
    named, seen = _named(rows, kind, _first_year(sheet, rows[0].number))
    named = as_measures(sheet, rows, as_kind(sheet, rows, named))
    named = as_baseline(of_aims(kind, named), seen, sheet.tahun_awal)
    columns = _with_statement(_once(named), kind)
    split = split_code(columns, seen, kind)
    if whole := whole_code(sheet, rows, split):
        columns = {n: column for n, column in columns.items() if n not in split} | {whole: CODE}
        split = frozenset()
    if CODE not in columns.values() and (parts := code_parts(sheet, rows, seen)):
        columns = {n: column for n, column in columns.items() if n not in parts}
        columns, split = {**columns, min(parts): CODE}, parts
    lacking = frozenset(headings.required(kind)) - {column.field for column in columns.values()}
    ref = Ref(sheet.ref.book, sheet.name, rows[0].number, 1)
    return Header(rows, columns, named, seen, split, lacking, ref, start + len(rows), kind)


def is_numbering(row: Row) -> bool:
    """Tell whether a row only numbers the columns, or gives each a letter."""
    if len(row.cells) <= _LEAST_HEADINGS:
        return False
    texts = [cell.text.strip() for cell in row.cells]
    lettered = all(map(_LETTER.match, texts)) and len(set(texts)) == len(texts)
    return lettered or all(map(NUMBERING.match, texts))


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
    return best if best is None else _top(sheet, best)


def _top(sheet: Sheet, index: int) -> int:
    """Return the index of the row where the merged headings of a header's row begin."""
    own = sheet.rows[index]
    first = min((cell.ref.row for cell in own.cells), default=own.number)
    return next(at for at, row in enumerate(sheet.rows) if row.number >= first)


def _rows(sheet: Sheet, kind: str, start: int) -> tuple[Row, ...]:
    """Return the header's rows: the first, and those below that only continue it."""
    rows = [sheet.rows[start]]
    for row in sheet.rows[start + 1 : start + 1 + _MOST_ROWS]:
        if not (is_numbering(row) or _hangs(row, rows[0]) or _names_columns(row, rows[0], kind)):
            break
        rows.append(row)
    return tuple(rows)


def _hangs(row: Row, first: Row) -> bool:
    """Tell whether a heading of an earlier row is merged down into this one."""
    return any(first.number <= cell.ref.row < row.number for cell in row.cells if cell.merged)


def _names_columns(row: Row, first: Row, kind: str) -> bool:
    """Tell whether all that is written in a row are headings."""
    own = [cell for cell in row.cells if cell.ref.row == row.number]
    continues = any(cell.ref.row >= first.number for cell in row.cells if cell.merged)
    named = [cell for cell in own if headings.is_subheading(kind, cell.text)]
    if len(named) < len(own) and not (_parts(own, first) and len(named) * 2 > len(own)):
        return False
    return bool(own) and (continues or len(own) > 1)


def _parts(own: Sequence[Cell], first: Row) -> bool:
    """Tell whether a row of words parts the headings above it, merged or with blanks between."""
    above = [first.at(cell.column) for cell in own]
    spread = any(head is None or head.merged for head in above)
    return spread and all(isinstance(cell.value, str) for cell in own)


def _first_year(sheet: Sheet, number: int) -> int:
    """Return the first year of the period that a title above the header names, or 0."""
    above = takewhile(lambda row: row.number < number, sheet.rows)
    titles = (cell.text for row in above for cell in row.cells)
    found = next((years for text in titles if (years := _PERIOD.search(text))), None)
    return int(found[1]) if found else sheet.tahun_awal


def _dated(texts: tuple[str, ...], first: int) -> tuple[str, ...]:
    """Write the year where headings only number it: `Tahun-1`, or 1 below `pada Tahun ke-`."""
    if not first:
        return texts
    above = ("", *texts)
    numbers = (
        counted(text) if counts_years(before) and counted(text) else ordinal(text)
        for before, text in zip(above, texts, strict=False)
    )
    pairs = zip(texts, numbers, strict=True)
    return tuple(str(first + number - 1) if number else text for text, number in pairs)


def _named(
    head: tuple[Row, ...], kind: str, first: int
) -> tuple[dict[int, Column], dict[int, str]]:
    """Name every column of the header; return its field where known, and its heading."""
    numbers = sorted({cell.column for row in head for cell in row.cells})
    columns: dict[int, Column] = {}
    seen: dict[int, str] = {}
    headed: dict[int, tuple[str, ...]] = {}
    for number in numbers:
        cells = [cell for row in head if not is_numbering(row) if (cell := row.at(number))]
        path = tuple(dict.fromkeys((cell.ref, cell.text) for cell in cells))
        texts = tuple(text for _, text in path)
        seen[number] = BELOW.join(map(one_line, texts))
        headed[number] = _dated(texts, first)
        if column := headings.column(kind, headed[number]):
            columns[number] = column
    columns |= guessed(kind, headed, columns)
    return _with_year(columns, seen), seen


def _with_year(columns: dict[int, Column], seen: Mapping[int, str]) -> dict[int, Column]:
    """Give money without a year the one year that stands beside it below the same heading."""
    dated = dict(columns)
    for number, column in columns.items():
        above, below, _ = seen[number].partition(BELOW)
        years = {
            other.tahun
            for at, other in columns.items()
            if other.tahun and seen[at].partition(BELOW)[0] == above
        }
        if below and column == Column("pagu") and len(years) == 1:
            dated[number] = Column("pagu", years.pop())
    return dated


def _once(named: Mapping[int, Column]) -> dict[int, Column]:
    """Return the first column of every field."""
    columns: dict[int, Column] = {}
    for number, column in named.items():
        if column not in columns.values():
            columns[number] = column
    return columns


def _with_statement(columns: dict[int, Column], kind: str) -> dict[int, Column]:
    """Read a lone `Kinerja` column as the statement where no column is named for it."""
    fields = {column.field for column in columns.values()}
    wanted = "uraian" in headings.required(kind)
    if not wanted or "uraian" in fields or "kinerja" not in fields:
        return columns
    swap = {Column("kinerja"): Column("uraian")}
    return {number: swap.get(column, column) for number, column in columns.items()}
