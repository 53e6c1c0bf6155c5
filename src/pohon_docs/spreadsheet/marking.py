"""A copy of a workbook with cells filled and noted; every other byte of its parts stays.

The edits are made in the bytes of the parts (ECMA-376, part 1, 18.3 and 18.7; the notes'
boxes as in part 4, 19.4), so that pictures, charts, stored values and macros are untouched.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pohon_docs.spreadsheet._cells import Place, SheetIndex, corners, index, styled
from pohon_docs.spreadsheet._fills import Look, with_looks
from pohon_docs.spreadsheet._notes import NO_DRAWING, NO_NOTES, drawn, noted, unnoted
from pohon_docs.spreadsheet._package import (
    TYPES,
    Package,
    opened,
    packed,
    relation_id,
    relations_of,
    unused,
    with_relation,
    with_types,
)
from pohon_docs.spreadsheet._splice import ODD, Edit, UnmarkableError, elements, named, spliced

__all__ = ["Mark", "UnmarkableError", "marked"]

_MOST = 10
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = b"purl.oclc.org/ooxml"
_NOTES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
# What the schema of a sheet wants behind its legacy drawing.
_BEHIND = (
    *("legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems"),
    *("tableParts", "extLst", "mc:AlternateContent"),
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A cell to be marked: its sheet, its place (1-based), its fill as #rrggbb, and its note."""

    sheet: str
    row: int
    column: int
    fill: str
    note: str


@dataclass(frozen=True, slots=True)
class _Marked:
    """A sheet's part, its bytes, and what to mark in it by the cell that shows it."""

    part: str
    content: bytes
    found: SheetIndex
    fills: Mapping[Place, str]
    notes: Mapping[Place, str]

    def look(self, cell: Place) -> Look:
        """Return the look that a marked cell is to have."""
        return Look(self.found.base(cell), self.fills[cell])


def marked(content: bytes, marks: Sequence[Mark]) -> bytes:
    """Return a workbook's copy with its cells marked; raises UnmarkableError with the reason.

    Of several marks at one cell, or in one merged area, the first gives the fill and all
    the note. A cell's own note stays, with the new text below it; one that has a threaded
    comment is only filled.
    """
    package = opened(content)
    try:
        return packed(package, _changed(package, marks))
    except ValueError as error:  # a number or a text that is none
        raise UnmarkableError(ODD) from error


def _changed(package: Package, marks: Sequence[Mark]) -> dict[str, bytes]:
    """Return the parts that marks change or add."""
    book = _workbook(package)
    sheets = _sheets(package, book, marks)
    styles = package.related(book, "styles")
    if styles is None:
        raise UnmarkableError(ODD)
    looks = tuple(dict.fromkeys(one.look(cell) for one in sheets for cell in one.fills))
    content, numbers = with_looks(package.part(styles), looks)
    changed = {styles: content}
    for one in sheets:
        changed |= _sheet_parts(package, one, numbers, changed)
    changed[TYPES] = with_types(package.part(TYPES), _new_types(package, changed))
    return changed


def _workbook(package: Package) -> str:
    """Return the name of the workbook's own part."""
    book = package.related("", "officeDocument")
    if book is None or _STRICT in package.part(book):
        raise UnmarkableError(ODD)
    if any(name.startswith("_xmlsignatures/") for name in package.parts):
        raise UnmarkableError("buku kerjanya bertanda tangan elektronik")
    return book


def _sheets(package: Package, book: str, marks: Sequence[Mark]) -> tuple[_Marked, ...]:
    """Return the sheets that have marks, in the order of the workbook."""
    parts = {one.id: one.part for one in package.relations(book)}
    listed = elements(package.part(book), named("sheets", "sheet"))[1:]
    names = [one.attributes.get("name", "") for one in listed]
    if not {mark.sheet for mark in marks} <= set(names):
        raise UnmarkableError(ODD)
    found = []
    for name, one in zip(names, listed, strict=True):
        own = [mark for mark in marks if mark.sheet == name]
        if own:
            found.append(_marked_sheet(package, parts.get(relation_id(one), ""), own))
    return tuple(found)


def _marked_sheet(package: Package, part: str, marks: Sequence[Mark]) -> _Marked:
    """Return a sheet with its marks by the cell that shows each."""
    content = package.part(part)
    shown = corners(content, (Place(mark.row, mark.column) for mark in marks))
    by_cell: dict[Place, list[Mark]] = {}
    for mark in marks:
        by_cell.setdefault(shown[Place(mark.row, mark.column)], []).append(mark)
    found = index(content, tuple(by_cell))
    if "sheetData" not in found.top:
        raise UnmarkableError(ODD)
    fills = {cell: own[0].fill for cell, own in by_cell.items()}
    return _Marked(part, content, found, fills, {cell: _note(own) for cell, own in by_cell.items()})


def _note(marks: Sequence[Mark]) -> str:
    """Return the words of a cell's marks, the worst first; too many are counted."""
    texts = [mark.note for mark in marks[:_MOST]]
    rest = len(marks) - len(texts)
    return "\n\n".join(texts + ([f"… dan {rest} temuan lagi."] if rest else []))


def _sheet_parts(
    package: Package, one: _Marked, numbers: Mapping[Look, int], new: Mapping[str, bytes]
) -> dict[str, bytes]:
    """Return the parts of a marked sheet: itself, its notes, their drawing, its relations."""
    notes, drawing = package.related(one.part, "comments"), _drawing(package, one)
    rels = package.parts.get(relations_of(one.part))
    edits = list(styled(one.content, one.found, _styles(one, numbers)))
    if notes is None:
        notes = unused("xl/comments{}.xml", (*package.parts, *new))
        rels, _ = with_relation(rels, one.part, "comments", notes)
    if drawing is None:
        drawing = unused("xl/drawings/vmlDrawing{}.vml", (*package.parts, *new))
        rels, name = with_relation(rels, one.part, "vmlDrawing", drawing)
        edits.append(_legacy(one.found, name))
    words = package.parts.get(notes, NO_NOTES)
    boxes = package.parts.get(drawing, NO_DRAWING)
    new_notes = unnoted(words, one.notes)
    kept = _threaded(package, one.part)
    added = {
        cell: text
        for cell, text in one.notes.items()
        if cell not in new_notes and str(cell) not in kept
    }
    parts = {
        one.part: spliced(one.content, edits),
        notes: noted(words, new_notes, added),
        drawing: drawn(boxes, new_notes, added),
    }
    return parts | ({relations_of(one.part): rels} if rels else {})


def _styles(one: _Marked, numbers: Mapping[Look, int]) -> dict[Place, int]:
    return {cell: numbers[one.look(cell)] for cell in one.fills}


def _drawing(package: Package, one: _Marked) -> str | None:
    """Return the part of the sheet's legacy drawing (its header's pictures have another)."""
    legacy = one.found.top.get("legacyDrawing")
    if legacy is None:
        return None
    parts = {relation.id: relation.part for relation in package.relations(one.part)}
    name = parts.get(relation_id(legacy), "")
    package.part(name)
    return name


def _legacy(found: SheetIndex, name: str) -> Edit:
    """Return the edit that names a legacy drawing, where a sheet's schema wants it."""
    behind = (one.start for tag, one in found.top.items() if tag in _BEHIND)
    at = min(behind, default=found.root.closed)
    tag = f'<{found.root.prefix}legacyDrawing xmlns:r="{_RELATIONS}" r:id="{name}"/>'
    return Edit(at, at, tag.encode())


def _threaded(package: Package, part: str) -> frozenset[str]:
    """Return the cells of a sheet that have a threaded comment."""
    name = package.related(part, "threadedComment")
    found = elements(package.part(name), named("threadedComment")) if name else ()
    return frozenset(one.attributes.get("ref", "") for one in found[1:])


def _new_types(package: Package, changed: Mapping[str, bytes]) -> dict[str, str]:
    """Return the content types of the parts that the workbook hadn't."""
    kinds = {".vml": _DRAWING_TYPE, ".xml": _NOTES_TYPE}
    new = [name for name in changed if name not in package.parts]
    return {name: kinds[name[-4:]] for name in new if name[-4:] in kinds}
