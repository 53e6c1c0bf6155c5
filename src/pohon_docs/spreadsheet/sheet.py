"""One sheet in a single pass: the cells that hold anything, merged areas, what is hidden."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from pohon_docs.source import column_name
from pohon_docs.spreadsheet.parts import Parts, is_true, local, whole
from pohon_docs.spreadsheet.strings import Text, rich_text

_PLACE = re.compile(r"^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$", re.IGNORECASE)
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_NAMED = 702
_NAMES = ("", *(column_name(column) for column in range(1, _NAMED + 1)))
"""The columns A to ZZ, by whose names a cell is known to stand where it is expected."""
_LETTERS = 26
# A formula that looks into another workbook, by its number: [1]RPJMD!A1, '[2]Pagu 2025'!C3.
_LINK = re.compile(r"(?<![\w\]])\[(\d+)\][^\[\]!]*!")


class Stored(NamedTuple):
    """A cell as it is stored: its place, the kind and the writing of its value, its style.

    `written` is None for a formula that was never calculated; an inline text is a Text.
    `link` is the number of the workbook that its formula looks into, 0 where it is this one.
    """

    row: int
    column: int
    kind: str
    written: str | Text | None
    style: int
    link: int


class StoredRow(NamedTuple):
    """A row with its cells that hold anything."""

    number: int
    hidden: bool
    cells: list[Stored]


class Area(NamedTuple):
    """A merged area by its first and its last row and column."""

    top: int
    left: int
    bottom: int
    right: int


class HiddenColumns(NamedTuple):
    """A run of hidden columns by its first and its last one."""

    first: int
    last: int


class _Tags(NamedTuple):
    """The tags of a cell's parts, in the namespace of their sheet."""

    value: str
    text: str
    formula: str


def sheet_content(parts: Parts, name: str) -> Iterator[StoredRow | Area | HiddenColumns]:
    """Yield what a sheet consists of, in the order of its part; raises BrokenPartError."""
    number = 0
    links: dict[str, int] = {}
    tags = None
    for one in parts.elements(name, "row", "col", "mergeCell"):
        tag = local(one)
        if tag == "row":
            number = min(whole(one.get("r")), _LAST_ROW) or number + 1
            tags = tags or _tags(one)
            yield StoredRow(number, is_true(one.get("hidden")), _cells(one, number, tags, links))
        elif tag == "col" and is_true(one.get("hidden")):
            yield HiddenColumns(whole(one.get("min")), whole(one.get("max")))
        elif tag == "mergeCell" and (area := _area(one.get("ref", ""))):
            yield area


def _tags(row: etree._Element) -> _Tags:
    space = str(row.tag).removesuffix("row")
    return _Tags(f"{space}v", f"{space}is", f"{space}f")


def _cells(row: etree._Element, number: int, tags: _Tags, links: dict[str, int]) -> list[Stored]:
    """Return a row's cells that hold anything; one without a place follows the one before."""
    found = []
    column, behind = 0, str(number)
    for cell in row:
        place = cell.get("r")
        column, at = column + 1, number
        if place is not None and (column > _NAMED or place != _NAMES[column] + behind):
            at, column = _place(place) or (number, column)
        if len(cell) and (stored := _stored(cell, at, column, tags, links)):
            found.append(stored)
    return found


def _stored(
    cell: etree._Element, row: int, column: int, tags: _Tags, links: dict[str, int]
) -> Stored | None:
    """Return what a cell holds; None, where that is nothing but a style."""
    kind = cell.get("t", "n")
    written: str | Text | None = None
    formula = None
    for child in cell:
        tag = child.tag
        if tag == tags.value:
            written = child.text or ("" if kind == "str" else None)
        elif tag == tags.text:
            written = rich_text(child)
        elif tag == tags.formula:
            formula = child
    if written is None and formula is None:
        return None
    style = cell.get("s")
    link = 0 if formula is None else _link(formula, links)
    return Stored(row, column, kind, written, whole(style) if style else 0, link)


def _link(formula: etree._Element, links: dict[str, int]) -> int:
    """Return the number of the workbook that a formula looks into, or 0.

    A shared formula is written only once.
    """
    text, shared = formula.text, formula.get("si", "")
    if not text:
        return links.get(shared, 0)
    found = _LINK.search(text) if "[" in text else None
    if found is None:
        return 0
    if shared:
        links[shared] = whole(found[1])
    return whole(found[1])


def _place(text: str) -> tuple[int, int] | None:
    """Return the row and the column of a cell's name such as `B12`."""
    found = _PLACE.match(text.strip())
    if found is None:
        return None
    column = 0
    for letter in found.group(1).upper():
        column = column * _LETTERS + ord(letter) - ord("A") + 1
    row = int(found.group(2))
    return (row, column) if row <= _LAST_ROW and column <= _LAST_COLUMN else None


def _area(text: str) -> Area | None:
    first, _, last = text.partition(":")
    begin, end = _place(first), _place(last)
    if begin is None or end is None:
        return None
    return Area(*map(min, begin, end), *map(max, begin, end))
