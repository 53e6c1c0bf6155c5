"""Small pictures of a sheet's rows: the cells that a finding speaks of, with what names them."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from pohon_docs.listing import Excerpt, ExcerptCell
from pohon_docs.reading.header import Header, find_header
from pohon_docs.source import Book, Ref, Row, Sheet
from pohon_docs.values import one_line, printable

Place = tuple[str, int]
"""A sheet's name and a row's number."""
_KINDS = ("pohon", "arah", "program", "kemitraan", "matriks", "tangga", "tangga_ringkas")
_NAMING = 3
"""The first filled cells of a row, which say what it is about."""
_MOST = 7
_LONGEST = 90
_SHORT = 50
"""The most letters of a faulty cell, and of its neighbours and headings."""


def excerpts(book: Book, refs: Iterable[Ref]) -> dict[Place, Excerpt]:
    """Return a picture of every row that holds one of the cells, by its sheet and number."""
    wanted: dict[str, dict[int, set[int]]] = {}
    for ref in refs:
        if ref.row:
            wanted.setdefault(ref.sheet, {}).setdefault(ref.row, set()).add(ref.column)
    return {
        (sheet.name, number): excerpt
        for sheet in book.sheets
        if sheet.name in wanted
        for number, excerpt in _of_sheet(sheet, wanted[sheet.name])
    }


def _of_sheet(sheet: Sheet, wanted: Mapping[int, set[int]]) -> Iterator[tuple[int, Excerpt]]:
    rows = {row.number: row for row in sheet.rows}
    header = _header(sheet)
    for number, columns in wanted.items():
        row = rows.get(number, Row(number, ()))
        seen = header.seen if header and number > header.rows[-1].number else {}
        yield number, Excerpt(number, tuple(_cells(row, columns, seen)))


def _header(sheet: Sheet) -> Header | None:
    """Return the header that names most of a sheet's columns, whatever its kind."""
    found = [header for kind in _KINDS if (header := find_header(sheet, kind))]
    return max(found, key=lambda header: len(header.named), default=None)


def _cells(row: Row, faulty: set[int], seen: Mapping[int, str]) -> Iterator[ExcerptCell]:
    """Yield the faulty cells of a row, those that name it, and neighbours while there is room."""
    filled = [cell.column for cell in row.cells if cell.text]
    shown = _chosen(filled, faulty - {0})
    texts = {cell.column: cell.text for cell in row.cells}
    for before, column in pairwise((0, *shown)):
        gap = any(before < other < column for other in filled)
        text = _cut(texts.get(column, ""), _LONGEST if column in faulty else _SHORT)
        yield ExcerptCell(column, _cut(seen.get(column, ""), _SHORT), text, gap)


def _chosen(filled: list[int], faulty: set[int]) -> list[int]:
    """Choose the columns of a picture, nearest to the faulty ones where not all find room."""
    kept = set(sorted(faulty)[:_MOST])
    near = sorted(filled, key=lambda column: min((abs(column - at) for at in faulty), default=0))
    for column in (*filled[:_NAMING], *near):
        if len(kept) < _MOST:
            kept.add(column)
    return sorted(kept)


def _cut(text: str, longest: int) -> str:
    line = printable(one_line(text))
    return line if len(line) <= longest else f"{line[:longest].rstrip()}…"
