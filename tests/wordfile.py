"""A .docx file as its XML says it, for tests: paragraphs, tables, and what Word would refuse."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


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
        return [*self._grid_faults(), *self._cell_faults(), *self._style_faults()]

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
