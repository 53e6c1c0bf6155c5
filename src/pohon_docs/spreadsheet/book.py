"""What a workbook consists of: its sheets, texts, styles, and the day that it counts from."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import unquote

from pohon_docs.spreadsheet.formats import Look, looks
from pohon_docs.spreadsheet.parts import BrokenPartError, Parts, Relation, is_true, local
from pohon_docs.spreadsheet.strings import Text, shared_strings

_USUAL = "/xl/workbook.xml"
EPOCH = date(1899, 12, 30)
"""The day that dates count from, but in workbooks that count from 1904."""
_EPOCH_1904 = date(1904, 1, 1)


class NoWorkbookError(Exception):
    """A file whose parts are no workbook's."""


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet as the workbook lists it: its name, whether it is shown, and its part."""

    name: str
    visible: bool
    part: str


@dataclass(frozen=True, slots=True)
class Contents:
    """A workbook's sheets of cells in their order, and what their cells refer to.

    `strings` is None where the workbook has no part for them; `styles_whole` tells that
    the number formats and marks could be read; `linked` are the names of the workbooks that
    formulas look into, by their numbers.
    """

    sheets: tuple[SheetPart, ...]
    strings: tuple[Text, ...] | None
    looks: tuple[Look, ...]
    styles_whole: bool
    epoch: date
    linked: tuple[str, ...] = ()


def contents(parts: Parts) -> Contents:
    """Read what a workbook's sheets have in common; raises BrokenPartError, NoWorkbookError."""
    name = _target(parts.relations(""), "officeDocument", _USUAL)
    if name not in parts:
        name = _USUAL
    if name not in parts:
        raise NoWorkbookError
    related = parts.relations(name)
    sheets, links, epoch = [], [], EPOCH
    for one in parts.elements(name, "workbookPr", "sheet", "externalReference"):
        key = next((value for name, value in one.items() if name.endswith("}id")), "")
        if local(one) == "externalReference":
            links.append(key)
        if one.get("date1904") is not None:
            epoch = _EPOCH_1904 if is_true(one.get("date1904")) else EPOCH
        if one.get("name") is not None:
            sheets.append((one.get("name", ""), one.get("state", "visible") == "visible", key))
    strings = _target(related, "sharedStrings", "/xl/sharedStrings.xml")
    found, styles_whole = looks(
        parts,
        _target(related, "styles", "/xl/styles.xml"),
        _target(related, "theme", "/xl/theme/theme1.xml"),
    )
    return Contents(
        tuple(_sheets(sheets, related)),
        shared_strings(parts, strings) if strings in parts else None,
        found,
        styles_whole,
        epoch,
        tuple(_linked_file(parts, related.get(key)) for key in links),
    )


def _linked_file(parts: Parts, relation: Relation | None) -> str:
    """Return the name of the workbook that a link leads to; empty where the file doesn't tell."""
    try:
        paths = parts.relations(relation.target).values() if relation else ()
    except BrokenPartError:
        return ""
    return next((unquote(posixpath.basename(one.target)) for one in paths), "")


def _target(related: Mapping[str, Relation], kind: str, usual: str) -> str:
    """Return the part that is related in a way, or the name that it usually has."""
    return next((one.target for one in related.values() if one.kind == kind), usual)


def _sheets(
    listed: list[tuple[str, bool, str]], related: Mapping[str, Relation]
) -> Iterator[SheetPart]:
    """Yield the sheets that hold cells; where nothing is related, by the numbers of their parts."""
    for number, (name, visible, key) in enumerate(listed, start=1):
        usual = "" if related else f"/xl/worksheets/sheet{number}.xml"
        relation = related.get(key, Relation("worksheet", usual))
        if relation.kind == "worksheet":
            yield SheetPart(name, visible, relation.target)
