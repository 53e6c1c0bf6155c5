"""A sheet's cells: the style of some of them changed, missing rows and cells put in."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pohon_docs.source import column_name
from pohon_docs.spreadsheet._splice import (
    ODD,
    Edit,
    Element,
    UnmarkableError,
    appended,
    elements,
    retagged,
)


class Place(NamedTuple):
    """A cell's row and column, 1-based."""

    row: int
    column: int

    def __str__(self) -> str:
        return f"{column_name(self.column)}{self.row}"


_CELL = re.compile(r"\$?([A-Z]+)\$?(\d+)")
_MERGED = re.compile(rb"""<(?:\w+:)?mergeCell\s[^>]*?ref=["']([A-Z]+\d+):([A-Z]+\d+)["']""")
_TRUE = ("1", "true")
_TOP_DEPTH, _CELL_DEPTH = 2, 4
"""How many names lead to a child of the root, and to a cell."""


def place(reference: str) -> Place:
    """Read a cell's name, such as F17; raises UnmarkableError."""
    found = _CELL.fullmatch(reference)
    if found is None:
        raise UnmarkableError(ODD)
    column = 0
    for letter in found.group(1):
        column = column * 26 + ord(letter) - ord("A") + 1
    return Place(int(found.group(2)), column)


def corners(sheet: bytes, cells: Iterable[Place]) -> Mapping[Place, Place]:
    """Return for each cell the one that shows it: a merged area's top-left cell, or itself."""
    ordered = sorted(set(cells))
    shown = {cell: cell for cell in ordered}
    for one, other in _MERGED.findall(sheet):
        first, last = place(one.decode()), place(other.decode())
        start = bisect_left(ordered, (first.row, 0))
        for cell in ordered[start : bisect_left(ordered, (last.row + 1, 0))]:
            if first.column <= cell.column <= last.column:
                shown[cell] = first
    return shown


class _Span(NamedTuple):
    """Columns whose empty cells have a style."""

    first: int
    last: int
    style: int


@dataclass(frozen=True, slots=True)
class SheetIndex:
    """Where some cells of a sheet are or would be: what stands at or just behind each of them.

    `top` holds the root's children by name, `rows` rows by number, `cells` those of each
    row by column.
    """

    root: Element
    top: Mapping[str, Element]
    spans: tuple[_Span, ...]
    rows: Mapping[int, Element]
    cells: Mapping[int, Mapping[int, Element]]

    def at(self, cell: Place) -> Element | None:
        """Return a cell's element, or None where the sheet has none for it."""
        return self.cells.get(cell.row, {}).get(cell.column)

    def base(self, cell: Place) -> int:
        """Return the number of the style that a cell has, from its row or column if it is none."""
        own = self.at(cell)
        if own:
            return int(own.attributes.get("s", "0"))
        row = self.rows.get(cell.row)
        if row and row.attributes.get("customFormat") in _TRUE:
            return int(row.attributes.get("s", "0"))
        spans = (one.style for one in self.spans if one.first <= cell.column <= one.last)
        return next(spans, 0)


def _by_row(cells: Iterable[Place]) -> dict[int, list[Place]]:
    """Return cells by row, both in rising order."""
    found: dict[int, list[Place]] = {}
    for cell in sorted(cells):
        found.setdefault(cell.row, []).append(cell)
    return found


class _Walk:
    """Labels the rows and cells that matter, counting those that don't say where they are."""

    def __init__(self, cells: Sequence[Place]) -> None:
        self._columns = {row: [cell.column for cell in own] for row, own in _by_row(cells).items()}
        self._rows = list(self._columns)
        self._wanted: Sequence[int] = ()
        self._row = self._column = 0

    def __call__(self, path: Sequence[str], attributes: Mapping[str, str]) -> object:
        depth, name = len(path), path[-1]
        if depth == _CELL_DEPTH:  # first, since most of a large sheet is in here
            return self._cell(attributes) if self._wanted and name == "c" else None
        if depth == _CELL_DEPTH - 1 and name == "row":
            return self._next_row(attributes)
        if name == "col" and "style" in attributes:
            return _Span(*(int(attributes[key]) for key in ("min", "max", "style")))
        return name if depth == _TOP_DEPTH else None

    def _next_row(self, attributes: Mapping[str, str]) -> object:
        before, self._row = self._row, int(attributes.get("r", self._row + 1))
        self._column, self._wanted = 0, self._columns.get(self._row, ())
        return self._row if _asked(self._rows, before, self._row) else None

    def _cell(self, attributes: Mapping[str, str]) -> object:
        before = self._column
        given = attributes.get("r")
        self._column = place(given).column if given else before + 1
        at = Place(self._row, self._column)
        return at if _asked(self._wanted, before, self._column) else None


def _asked(wanted: Sequence[int], before: int, at: int) -> bool:
    """Tell whether a number is wanted that comes after `before`, up to `at`."""
    return bisect_right(wanted, before) < bisect_right(wanted, at)


def index(sheet: bytes, cells: Sequence[Place]) -> SheetIndex:
    """Find some cells in a sheet's XML; raises UnmarkableError."""
    found = elements(sheet, _Walk(cells))
    own = {one.label: one for one in found if isinstance(one.label, Place)}
    return SheetIndex(
        root=found[0],
        top={one.name: one for one in found[1:] if isinstance(one.label, str)},
        spans=tuple(one.label for one in found if isinstance(one.label, _Span)),
        rows={one.label: one for one in found if isinstance(one.label, int)},
        cells={
            row: {cell.column: own[cell] for cell in cells} for row, cells in _by_row(own).items()
        },
    )


def styled(sheet: bytes, found: SheetIndex, styles: Mapping[Place, int]) -> Iterator[Edit]:
    """Yield the edits that give cells a style, putting in those that the sheet lacks."""
    absent: dict[int, bytes] = {}
    for row, cells in _by_row(styles).items():
        if row in found.rows:
            yield from _in_row(sheet, found, cells, styles)
        else:
            absent[row] = _new_row(found.root.prefix, cells, styles)
    yield from _placed(found.rows, absent, found.top["sheetData"])


def _in_row(
    sheet: bytes, found: SheetIndex, cells: Sequence[Place], styles: Mapping[Place, int]
) -> Iterator[Edit]:
    """Yield the edits of one row that the sheet has; what it says of its extent is left out."""
    row = found.rows[cells[0].row]
    absent = {}
    for cell in cells:
        if one := found.at(cell):
            tag = retagged(sheet, one, {"s": str(styles[cell])})
            yield Edit(one.start, one.opened, tag)
        else:
            absent[cell.column] = _new_cell(found.root.prefix, cell, styles[cell])
    if absent:
        if not row.is_empty:
            yield Edit(row.start, row.opened, retagged(sheet, row, {"spans": None}))
        yield from _placed(found.cells.get(cells[0].row, {}), absent, row)


def _placed(
    standing: Mapping[int, Element], absent: Mapping[int, bytes], whole: Element
) -> Iterator[Edit]:
    """Yield the edits that put what is absent before what stands behind it, or at the end."""
    last = []
    numbers = sorted(standing)
    for number, text in absent.items():
        behind = bisect_right(numbers, number)
        if behind < len(numbers):
            start = standing[numbers[behind]].start
            yield Edit(start, start, text)
        else:
            last.append(text)
    if last:
        yield appended(whole, b"".join(last))


def _new_row(prefix: str, cells: Sequence[Place], styles: Mapping[Place, int]) -> bytes:
    inside = b"".join(_new_cell(prefix, cell, styles[cell]) for cell in cells)
    tag = f"{prefix}row".encode()
    return b'<%b r="%d">%b</%b>' % (tag, cells[0].row, inside, tag)


def _new_cell(prefix: str, cell: Place, style: int) -> bytes:
    return f'<{prefix}c r="{cell}" s="{style}"/>'.encode()
