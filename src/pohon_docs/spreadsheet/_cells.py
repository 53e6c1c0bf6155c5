"""A sheet's cells: the style of some of them changed, missing rows and cells put in."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
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


def place(reference: str) -> Place:
    """Read a cell's name, such as F17; raises UnmarkableError."""
    found = _CELL.fullmatch(reference)
    if found is None:
        raise UnmarkableError(ODD)
    column = 0
    for letter in found.group(1):
        column = column * 26 + ord(letter) - ord("A") + 1
    return Place(int(found.group(2)), column)


def corners(sheet: bytes) -> Callable[[Place], Place]:
    """Return what tells of a cell the one that shows it: a merged area's top-left cell."""
    found = [(place(a.decode()), place(b.decode())) for a, b in _MERGED.findall(sheet)]

    def shown(cell: Place) -> Place:
        covering = (
            first
            for first, last in found
            if first.row <= cell.row <= last.row and first.column <= cell.column <= last.column
        )
        return next(covering, cell)

    return shown


class _Span(NamedTuple):
    """Columns whose empty cells have a style."""

    first: int
    last: int
    style: int


@dataclass(frozen=True, slots=True)
class SheetIndex:
    """Where some cells of a sheet are or would be: what stands at or just behind each of them.

    `top` holds the root's children by name; `rows` and, row by row, `cells` the elements.
    """

    root: Element
    top: Mapping[str, Element]
    spans: tuple[_Span, ...]
    rows: Mapping[int, Element]
    cells: Mapping[Place, Element]

    def base(self, cell: Place) -> int:
        """Return the number of the style that a cell has, from its row or column if it is none."""
        if cell in self.cells:
            return int(self.cells[cell].attributes.get("s", "0"))
        row = self.rows.get(cell.row)
        if row and row.attributes.get("customFormat") in _TRUE:
            return int(row.attributes.get("s", "0"))
        spans = (one.style for one in self.spans if one.first <= cell.column <= one.last)
        return next(spans, 0)


class _Walk:
    """Labels the rows and cells that matter, counting those that don't say where they are."""

    def __init__(self, cells: Sequence[Place]) -> None:
        self._rows = sorted({cell.row for cell in cells})
        self._columns = {row: sorted(c for r, c in cells if r == row) for row in self._rows}
        self._row = self._column = 0

    def __call__(self, path: Sequence[str], attributes: Mapping[str, str]) -> object:
        match path[1:]:
            case ["sheetData", "row", "c"]:
                return self._cell(attributes)
            case ["sheetData", "row"]:
                return self._next_row(attributes)
            case ["cols", "col"] if "style" in attributes:
                return _Span(*(int(attributes[name]) for name in ("min", "max", "style")))
            case [name]:
                return name
        return None

    def _next_row(self, attributes: Mapping[str, str]) -> object:
        before, self._row = self._row, int(attributes.get("r", self._row + 1))
        self._column = 0
        return self._row if _asked(self._rows, before, self._row) else None

    def _cell(self, attributes: Mapping[str, str]) -> object:
        before = self._column
        given = attributes.get("r")
        self._column = place(given).column if given else before + 1
        wanted = self._columns.get(self._row, ())
        at = Place(self._row, self._column)
        return at if wanted and _asked(wanted, before, self._column) else None


def _asked(wanted: Sequence[int], before: int, at: int) -> bool:
    """Tell whether a number is wanted that comes after `before`, up to `at`."""
    return bisect_right(wanted, before) < bisect_right(wanted, at)


def index(sheet: bytes, cells: Sequence[Place]) -> SheetIndex:
    """Find some cells in a sheet's XML; raises UnmarkableError."""
    found = elements(sheet, _Walk(cells))
    return SheetIndex(
        root=found[0],
        top={one.name: one for one in found[1:] if isinstance(one.label, str)},
        spans=tuple(one.label for one in found if isinstance(one.label, _Span)),
        rows={one.label: one for one in found if isinstance(one.label, int)},
        cells={one.label: one for one in found if isinstance(one.label, Place)},
    )


def styled(sheet: bytes, found: SheetIndex, styles: Mapping[Place, int]) -> Iterator[Edit]:
    """Yield the edits that give cells a style, putting in those that the sheet lacks."""
    by_row: dict[int, list[Place]] = {}
    for cell in sorted(styles):
        by_row.setdefault(cell.row, []).append(cell)
    absent: dict[int, bytes] = {}
    for row, cells in by_row.items():
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
        if one := found.cells.get(cell):
            tag = retagged(sheet, one, {"s": str(styles[cell])})
            yield Edit(one.start, one.opened, tag)
        else:
            absent[cell.column] = _new_cell(found.root.prefix, cell, styles[cell])
    if absent:
        if not row.is_empty:
            yield Edit(row.start, row.opened, retagged(sheet, row, {"spans": None}))
        beside = {at.column: one for at, one in found.cells.items() if at.row == cells[0].row}
        yield from _placed(beside, absent, row)


def _placed(
    standing: Mapping[int, Element], absent: Mapping[int, bytes], whole: Element
) -> Iterator[Edit]:
    """Yield the edits that put what is absent before what stands behind it, or at the end."""
    last = []
    for number, text in absent.items():
        behind = next((one for at, one in standing.items() if at > number), None)
        if behind:
            yield Edit(behind.start, behind.start, text)
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
