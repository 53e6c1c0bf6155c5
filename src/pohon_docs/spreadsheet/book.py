"""What a workbook consists of: its sheets, texts, styles, and the day that it counts from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from pohon_docs.spreadsheet.formats import Look, looks
from pohon_docs.spreadsheet.parts import Parts, Relation, is_true
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
    the number formats and marks could be read.
    """

    sheets: tuple[SheetPart, ...]
    strings: tuple[Text, ...] | None
    looks: tuple[Look, ...]
    styles_whole: bool
    epoch: date


def contents(parts: Parts) -> Contents:
    """Read what a workbook's sheets have in common; raises BrokenPartError, NoWorkbookError."""
    name = _target(parts.relations(""), "officeDocument", _USUAL)
    if name not in parts:
        name = _USUAL
    if name not in parts:
        raise NoWorkbookError
    related = parts.relations(name)
    sheets, epoch = [], EPOCH
    for one in parts.elements(name, "workbookPr", "sheet"):
        if one.get("date1904") is not None:
            epoch = _EPOCH_1904 if is_true(one.get("date1904")) else EPOCH
        if one.get("name") is not None:
            ids = (value for key, value in one.items() if key.endswith("}id"))
            state = one.get("state", "visible")
            sheets.append((one.get("name", ""), state == "visible", next(ids, "")))
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
    )


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
