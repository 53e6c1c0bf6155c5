"""A .docx file as its XML says it, for tests: paragraphs, tables, and what Word would refuse."""

import re
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PAGEREF = re.compile(r"PAGEREF (\S+)")
_SIDES = {"top", "right", "bottom", "left", "header", "footer", "gutter"}


@dataclass(frozen=True)
class WordCell:
    """A cell: its column in the grid, what it spans, how it merges down, its text and looks."""

    column: int
    span: int
    merge: str
    width: int
    text: tuple[str, ...]
    styles: tuple[str, ...]
    keep: tuple[bool, ...]
    fill: str
    open_above: bool
    open_below: bool


@dataclass(frozen=True)
class WordRow:
    cells: tuple[WordCell, ...]
    header: bool
    whole: bool

    @property
    def keep(self) -> bool:
        """Whether Word holds the row to the next one: every paragraph of it asks for it."""
        return all(kept for cell in self.cells for kept in cell.keep)


@dataclass(frozen=True)
class WordTable:
    grid: tuple[int, ...]
    width: int
    caption: str
    rows: tuple[WordRow, ...]

    @property
    def header(self) -> tuple[WordRow, ...]:
        return tuple(row for row in self.rows if row.header)

    @property
    def body(self) -> tuple[WordRow, ...]:
        return tuple(row for row in self.rows if not row.header)


class WordFile:
    """The parts of a .docx that tests look at."""

    def __init__(self, content: bytes) -> None:
        with ZipFile(BytesIO(content)) as package:
            self.names = package.namelist()
            self.dates = {entry.date_time for entry in package.infolist()}
            self.parts = {name: package.read(name) for name in self.names}
        self.body = self._xml("word/document.xml").find(f"{W}body")
        assert self.body is not None
        found = [_table(one) for one in self.body.findall(f"{W}tbl")]
        self.tables = tuple(one for one in found if one.caption)
        self.signatures = tuple(one for one in found if not one.caption)
        self.styles = {
            str(style.get(f"{W}styleId")): str(_value(style, "name"))
            for style in self._xml("word/styles.xml").iter(f"{W}style")
        }

    def _xml(self, name: str) -> ElementTree.Element:
        return ElementTree.fromstring(self.parts[name])

    def lines(self) -> list[tuple[str, str]]:
        """Return the paragraphs outside tables that say something: style's name and text."""
        assert self.body is not None
        found = [p for p in self.body.findall(f"{W}p") if _text(p)]
        return [(self.styles[_style(p)], _text(p)) for p in found]

    def side(self, kind: str) -> str:
        """Return the text of the headers or footers, fields as their instruction."""
        names = [name for name in self.names if name.startswith(f"word/{kind}")]
        return "\n".join(_text(p) for name in names for p in self._xml(name).iter(f"{W}p"))

    def faults(self) -> list[str]:
        """Return what Word would repair or refuse: our own check beside the schema's."""
        return [
            *self._grid_faults(),
            *self._cell_faults(),
            *self._style_faults(),
            *self._mark_faults(),
            *self._field_faults(),
            *self._stray_faults(),
            *self._section_faults(),
        ]

    def _mark_faults(self) -> list[str]:
        """Tell of bookmarks given twice or never ended, and of references that lead nowhere."""
        assert self.body is not None
        starts = list(self.body.iter(f"{W}bookmarkStart"))
        names = [str(start.get(f"{W}name")) for start in starts]
        ids = sorted(str(start.get(f"{W}id")) for start in starts)
        ends = sorted(str(end.get(f"{W}id")) for end in self.body.iter(f"{W}bookmarkEnd"))
        told = [str(link.get(f"{W}anchor")) for link in self.body.iter(f"{W}hyperlink")]
        told += [name for text in self.instructions() for name in _PAGEREF.findall(text)]
        found = [f"bookmark {name} twice" for name in sorted(set(names)) if names.count(name) > 1]
        found += [f"nothing is marked {name}" for name in sorted(set(told) - set(names))]
        return found + (["bookmarks begin and end differently"] if ids != ends else [])

    def instructions(self) -> list[str]:
        """Return what the fields of the body tell Word."""
        assert self.body is not None
        return [str(node.text).strip() for node in self.body.iter(f"{W}instrText")]

    def _field_faults(self) -> list[str]:
        """Tell of fields that end before they begin, lack a part, or never end."""
        assert self.body is not None
        open_fields: list[list[str]] = []
        for mark in self.body.iter(f"{W}fldChar"):
            kind = str(mark.get(f"{W}fldCharType"))
            if kind == "begin":
                open_fields.append([kind])
            elif not open_fields:
                return [f"a field's {kind} without its begin"]
            elif kind == "end":
                if open_fields.pop() != ["begin", "separate"]:
                    return ["a field without its separate"]
            else:
                open_fields[-1].append(kind)
        return ["a field never ends"] if open_fields else []

    def _stray_faults(self) -> list[str]:
        """Tell of text that stands outside runs."""
        assert self.body is not None
        holders = {f"{W}t", f"{W}instrText"}
        found = [
            node.tag.removeprefix(W)
            for node in self.body.iter()
            if ((node.text or "").strip() and node.tag not in holders) or (node.tail or "").strip()
        ]
        return [f"text in {name}" for name in found]

    def sections(self) -> list[ElementTree.Element]:
        """Return the sections' properties in their order."""
        assert self.body is not None
        return list(self.body.iter(f"{W}sectPr"))

    def _section_faults(self) -> list[str]:
        """Tell of margins that lack a side, and of headers and footers that are not there."""
        parts = self._xml("word/_rels/document.xml.rels")
        known = {str(one.get("Id")) for one in parts}
        found: list[str] = []
        for section in self.sections():
            margins = section.find(f"{W}pgMar")
            given = set() if margins is None else {name.removeprefix(W) for name in margins.attrib}
            found += [f"no {side} margin" for side in sorted(_SIDES - given)]
            used = [str(one.get(f"{R}id")) for one in section if one.tag.endswith("Reference")]
            found += [f"no part {name}" for name in used if name not in known]
        assert self.body is not None
        last = self.body[-1].tag == f"{W}sectPr"
        return found if last else [*found, "the body doesn't end with its section"]

    def _grid_faults(self) -> list[str]:
        found: list[str] = []
        for table in (*self.tables, *self.signatures):
            if sum(table.grid) != table.width:
                found.append(f"grid {sum(table.grid)} is not the table's width {table.width}")
            for number, row in enumerate(table.rows):
                if sum(cell.span for cell in row.cells) != len(table.grid):
                    found.append(f"row {number} doesn't fill the grid")
                for cell in row.cells:
                    edge = cell.column + cell.span
                    if cell.width != sum(table.grid[cell.column : edge]):
                        found.append(f"row {number}: a cell is not as wide as its columns")
        return found

    def _cell_faults(self) -> list[str]:
        found: list[str] = []
        for table in (*self.tables, *self.signatures):
            open_columns: set[int] = set()
            for number, row in enumerate(table.rows):
                for cell in row.cells:
                    if not cell.text:
                        found.append(f"row {number}: a cell without a paragraph")
                    if cell.merge == "continue" and cell.column not in open_columns:
                        found.append(f"row {number}: a merge that nothing began")
                open_columns = {cell.column for cell in row.cells if cell.merge}
        return found

    def _style_faults(self) -> list[str]:
        assert self.body is not None
        tags = (f"{W}pStyle", f"{W}tblStyle", f"{W}rStyle")
        used = {str(node.get(f"{W}val")) for tag in tags for node in self.body.iter(tag)}
        return [f"unknown style {style}" for style in sorted(used - set(self.styles))]


def _table(element: Any) -> WordTable:  # noqa: ANN401 (XML)
    properties = element.find(f"{W}tblPr")
    return WordTable(
        grid=tuple(int(col.get(f"{W}w")) for col in element.find(f"{W}tblGrid")),
        width=int(properties.find(f"{W}tblW").get(f"{W}w")),
        caption=_value(properties, "tblCaption") or "",
        rows=tuple(_row(row) for row in element.findall(f"{W}tr")),
    )


def _row(element: Any) -> WordRow:  # noqa: ANN401 (XML)
    cells: list[WordCell] = []
    column = 0
    for found in element.findall(f"{W}tc"):
        cells.append(_cell(found, column))
        column += cells[-1].span
    look = element.find(f"{W}trPr")
    tags = {child.tag for child in look} if look is not None else set()
    return WordRow(tuple(cells), f"{W}tblHeader" in tags, f"{W}cantSplit" in tags)


def _cell(element: Any, column: int) -> WordCell:  # noqa: ANN401 (XML)
    look = element.find(f"{W}tcPr")
    merge = look.find(f"{W}vMerge")
    borders = look.find(f"{W}tcBorders")
    fill = look.find(f"{W}shd")
    paragraphs = element.findall(f"{W}p")
    texts = tuple(_text(p) for p in paragraphs)
    return WordCell(
        column=column,
        span=int(_value(look, "gridSpan") or 1),
        merge="" if merge is None else merge.get(f"{W}val") or "continue",
        width=int(look.find(f"{W}tcW").get(f"{W}w")),
        text=texts,
        styles=tuple(_style(p) for p in paragraphs),
        keep=tuple(p.find(f"{W}pPr/{W}keepNext") is not None for p in paragraphs),
        fill="" if fill is None else str(fill.get(f"{W}fill")),
        open_above=borders is not None and borders.find(f"{W}top") is not None,
        open_below=borders is not None and borders.find(f"{W}bottom") is not None,
    )


def _text(paragraph: Any) -> str:  # noqa: ANN401 (XML)
    """Return a paragraph's text, a field as its instruction in braces."""
    pieces: list[str] = []
    for node in paragraph.iter():
        if node.tag == f"{W}fldSimple":
            pieces.append(f"{{{node.get(f'{W}instr').strip()}}}")
        elif node.tag == f"{W}t" and not _in_field(paragraph, node):
            pieces.append(node.text or "")
        elif node.tag == f"{W}br":
            pieces.append("\n")
        elif node.tag == f"{W}tab" and node.get(f"{W}val") is None:
            pieces.append("\t")
    return "".join(pieces)


def _in_field(paragraph: Any, node: Any) -> bool:  # noqa: ANN401 (XML)
    return any(node in list(field.iter()) for field in paragraph.iter(f"{W}fldSimple"))


def _style(paragraph: Any) -> str:  # noqa: ANN401 (XML)
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else str(found.get(f"{W}val"))


def _value(parent: Any, tag: str) -> str | None:  # noqa: ANN401 (XML)
    found = parent.find(f"{W}{tag}")
    return None if found is None else str(found.get(f"{W}val"))
