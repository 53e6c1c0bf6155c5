"""A sheet's cells in their rows: merged areas filled, each cell with its place and its look."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TypeVar

from pohon_docs.issue import Issue
from pohon_docs.source import Cell, Ref, Row, Sheet
from pohon_docs.spreadsheet.cells import Means
from pohon_docs.spreadsheet.faults import Fault, Found, issues
from pohon_docs.spreadsheet.parts import Parts
from pohon_docs.spreadsheet.sheet import Area, HiddenColumns, Stored, sheet_content

T = TypeVar("T")
Table = dict[int, dict[int, T]]

_MOST_COLUMNS = 400
_MOST_MERGED = 5_000_000
_LARGE = 20_000
"""An area of more cells than this one is filled no further down than the sheet is."""


class TooLargeError(Exception):
    """A sheet whose merged areas cover more cells than can be held in memory."""


def read_sheet(
    parts: Parts, name: str, place: Ref, means: Means, linked: Sequence[str]
) -> tuple[Sheet, tuple[Issue, ...]]:
    """Read a sheet's part in one pass, with what is wrong in it; its links lead to `linked`.

    Raises BrokenPartError and TooLargeError.
    """
    cells: Table[Cell] = {}
    faults: Table[list[Found]] = {}
    areas: list[Area] = []
    hidden_rows: set[int] = set()
    hidden_columns: set[int] = set()
    highest = 0
    for part in sheet_content(parts, name):
        if isinstance(part, Area):
            areas.append(part)
        elif isinstance(part, HiddenColumns):
            hidden_columns.update(range(part.first, min(part.last, _MOST_COLUMNS) + 1))
        else:
            if part.cells and part.number < highest:
                _note(faults, Found(Fault.MISPLACED, part.number, part.cells[0].column))
            highest = max(highest, part.number)
            hidden_rows.update((part.number,) if part.hidden else ())
            _add(part.cells, cells, faults, place, means, linked)
    if sum(map(_size, areas)) > _MOST_MERGED:
        raise TooLargeError
    _uncover(areas, cells)
    _uncover(areas, faults)
    _fill(areas, cells)
    filled = {column for row in cells.values() for column in row}
    found = [one for _, row in sorted(faults.items()) for alike in row.values() for one in alike]
    sheet = Sheet(
        place.sheet,
        tuple(_rows(cells, hidden_rows)),
        place,
        tuple(sorted(filled & hidden_columns)),
    )
    return sheet, tuple(issues(found, place))


def _add(
    stored: Sequence[Stored],
    cells: Table[Cell],
    faults: Table[list[Found]],
    place: Ref,
    means: Means,
    linked: Sequence[str],
) -> None:
    """Add a row's cells to those of the sheet, with what is wrong in them."""
    book, sheet = place.book, place.sheet
    for row, column, kind, written, style, link in stored:
        if column > _MOST_COLUMNS:
            _note(faults, Found(Fault.FAR, row, column))
            continue
        text, value, marks, said = means(kind, written, style)
        for fault, detail in said:
            _note(faults, Found(fault, row, column, detail))
        if link:
            _note(faults, Found(Fault.LINKED, row, column, _named(link, linked)))
        if text:
            beside = cells.get(row)
            if beside is None:
                beside = cells[row] = {}
            if column in beside:
                _note(faults, Found(Fault.TWICE, row, column))
            beside[column] = Cell(column, text, value, Ref(book, sheet, row, column), False, marks)


def _named(link: int, linked: Sequence[str]) -> str:
    """Name the workbook of a link as it stands in a sentence, where the file tells its name."""
    name = linked[link - 1] if 0 < link <= len(linked) else ""
    return f' ("{name}")' if name else ""


def _note(faults: Table[list[Found]], found: Found) -> None:
    faults.setdefault(found.row, {}).setdefault(found.column, []).append(found)


def _size(area: Area) -> int:
    return (area.bottom - area.top + 1) * (area.right - area.left + 1)


def _uncover(areas: Sequence[Area], table: Table[T]) -> None:
    """Drop what stands below a merged area: nobody sees it."""
    for area in areas:
        for row in _within(table, area.top, area.bottom):
            for column in _within(table[row], area.left, area.right):
                if (row, column) != (area.top, area.left):
                    del table[row][column]


def _within(numbers: Collection[int], first: int, last: int) -> list[int]:
    """Return those of some numbers that lie between two, looking at as few as can be."""
    if last - first < len(numbers):
        return [number for number in range(first, last + 1) if number in numbers]
    return [number for number in numbers if first <= number <= last]


def _fill(areas: Sequence[Area], cells: Table[Cell]) -> None:
    """Give each merged area's value to the cells that it covers, with its corner's place."""
    lowest = max(cells, default=0)
    for area in areas:
        corner = cells.get(area.top, {}).get(area.left)
        if corner is None or corner.merged:
            continue
        covered = {
            column: Cell(column, corner.text, corner.value, corner.ref, True, corner.marks)
            for column in range(area.left, min(area.right, _MOST_COLUMNS) + 1)
        }
        bottom = min(area.bottom, lowest) if _size(area) > _LARGE else area.bottom
        for row in range(area.top, bottom + 1):
            cells.setdefault(row, {}).update(covered)
        cells[area.top][area.left] = corner


def _rows(cells: Mapping[int, Mapping[int, Cell]], hidden: Collection[int]) -> Iterator[Row]:
    for number, row in sorted(cells.items()):
        if row:
            yield Row(number, tuple(row[column] for column in sorted(row)), number in hidden)
