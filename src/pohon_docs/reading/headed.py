"""What headings leave to the cells below them: codes over several columns, kinds, baselines."""

import re
from collections.abc import Collection, Iterator, Mapping

from pohon_docs.reading import headings
from pohon_docs.reading.headings import Column
from pohon_docs.reading.years import is_reached, years_of
from pohon_docs.source import Cell, Row, Sheet
from pohon_docs.values import key

CODE = Column("kode")
BELOW = " › "
"""Stands between a heading and the one below it."""
NUMBERING = re.compile(r"^(?:\(?|-)\d{1,2}\)?$")
"""A column's number; of `(1)` Excel makes -1."""
_LEAST_PARTS, _SEVERAL = 3, 2
_CODE_PART = re.compile(r"^[\dXx.,\s]+$")
_WHOLE_CODE = re.compile(r"^[\dXx]\.[\dXx]{2}\.[\dXx]{2}(?:\.|$)")
_PARTS_OF_PROGRAM = 3
_FEW_WORDS = 2
_AIMS = {"tujuan": "indikator_tujuan", "sasaran_induk": "indikator_sasaran"}
_MEASURES = frozenset({"indikator", "satuan", "target", "kondisi_awal", "kondisi_akhir"})
_MARK, _INDICATOR = Column("iku"), Column("indikator")
_NAME, _KIND, _BASELINE = Column("uraian"), Column("jenis"), Column("kondisi_awal")


def split_code(columns: Mapping[int, Column], seen: Mapping[int, str], kind: str) -> frozenset[int]:
    """Return the columns that a code is written over, side by side under one heading."""
    first = next((number for number, column in columns.items() if column == CODE), None)
    beside = set() if first is None else {first}
    while beside and (number := max(beside) + 1) in seen and number not in columns:
        if headings.column(kind, tuple(seen[number].split(BELOW))) != CODE:
            break
        beside.add(number)
    return frozenset(beside) if len(beside) > 1 else frozenset()


def whole_code(sheet: Sheet, rows: tuple[Row, ...], split: Collection[int]) -> int | None:
    """Return the one of several code columns that holds whole codes, beside numbers of rows."""
    last = rows[-1].number
    for row in sheet.rows if split else ():
        parts = 0
        for cell in row.cells:
            if cell.column in split and cell.ref.row > last:
                if 0 < parts < _PARTS_OF_PROGRAM and _WHOLE_CODE.match(cell.text.strip()):
                    return cell.column
                parts += cell.text.count(".") + 1
    return None


def code_parts(sheet: Sheet, rows: tuple[Row, ...], seen: Mapping[int, str]) -> frozenset[int]:
    """Return columns that are headed by levels and hold nothing but parts of a code."""
    parts = frozenset(n for n, text in seen.items() if headings.is_code_part(text))
    if len(parts) < _LEAST_PARTS:
        return frozenset()
    cells = [cell for cell in _below(sheet, rows) if cell.column in parts]
    coded = all(_CODE_PART.match(cell.text) for cell in cells if not _repeated(cell, seen))
    return parts if cells and coded else frozenset()


def _below(sheet: Sheet, rows: tuple[Row, ...]) -> Iterator[Cell]:
    """Yield the cells of the rows below a header."""
    last = rows[-1].number
    return (cell for row in sheet.rows if row.number > last for cell in row.cells)


def _repeated(cell: Cell, seen: Mapping[int, str]) -> bool:
    return key(cell.text) == key(seen[cell.column]) or bool(NUMBERING.match(cell.text.strip()))


def as_kind(sheet: Sheet, rows: tuple[Row, ...], named: Mapping[int, Column]) -> dict[int, Column]:
    """Read a column of names that says nothing but Tujuan and Sasaran as the kinds of the rows."""
    names = [number for number, column in named.items() if column == _NAME]
    if len(names) < _SEVERAL or _KIND in named.values():
        return dict(named)
    last = rows[-1].number
    below = list(_below(sheet, rows))
    for number in names:
        texts = [cell.text for cell in below if cell.column == number and cell.ref.row > last]
        if texts and all(headings.jenis(text) or NUMBERING.match(text) for text in texts):
            return {**named, number: _KIND}
    return dict(named)


def as_measures(
    sheet: Sheet, rows: tuple[Row, ...], named: Mapping[int, Column]
) -> dict[int, Column]:
    """Read a column IKU that holds wordings and no marks as one of indicators."""
    if _MARK not in named.values():
        return dict(named)
    below = _below(sheet, rows)
    worded = {cell.column for cell in below if len(cell.text.split()) > _FEW_WORDS}
    marks = (number for number, column in named.items() if column == _MARK and number in worded)
    return {**named, **dict.fromkeys(marks, Column("indikator"))}


def of_aims(kind: str, named: Mapping[int, Column]) -> dict[int, Column]:
    """Give the measures before the names of a matrix to the aim at their left.

    Only where names have indicators of their own; targets of an aim have no place in a matrix.
    """
    name = next((n for n, column in named.items() if column in (_NAME, CODE)), 0)
    aims = {n: column.field for n, column in named.items() if column.field in _AIMS and n < name}
    measured = any(column == _INDICATOR and n > name for n, column in named.items())
    if kind != "matriks" or not aims or not measured:
        return dict(named)
    kept = {}
    for number, column in named.items():
        aim = next((field for n, field in reversed([*aims.items()]) if n < number < name), "")
        if not aim or column.field not in _MEASURES:
            kept[number] = column
        elif column == _INDICATOR:
            kept[number] = Column(_AIMS[aim])
    return kept


def as_baseline(
    named: Mapping[int, Column], seen: Mapping[int, str], first: int
) -> dict[int, Column]:
    """Read the last column of a year before the period as the baseline, where none is named so.

    `2024` or `Capaian 2024` beside the targets of 2025 and later is what was reached before.
    """
    early = [number for number, text in seen.items() if _is_before(text, first)]
    targets = [number for number in early if number in named]
    measured = all(named[number].field == "target" for number in targets)
    if not early or not measured or len(targets) > 1 or _BASELINE in named.values():
        return dict(named)
    return {**named, max(early, key=lambda number: years_of(seen[number])): _BASELINE}


def _is_before(heading: str, first: int) -> bool:
    """Tell whether a heading is of a year before the period, and of what was reached then."""
    years = years_of(heading)
    return len(years) == 1 and years[0] < first and is_reached(heading)
