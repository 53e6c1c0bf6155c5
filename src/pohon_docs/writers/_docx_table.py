"""A view's table as WordprocessingML: true grid, repeated header rows, merged cells."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import escape
from itertools import accumulate, pairwise
from operator import attrgetter
from typing import TypeAlias

from pohon_docs.values import printable
from pohon_docs.views import Merge, Table, TableCell, TableRow
from pohon_docs.writers._docx_xml import Ink, twips

_APART = Merge.NONE
_ROLE, _TEXT, _MERGED = attrgetter("role"), attrgetter("text"), attrgetter("merge")
_ROW_LOOK = "<w:cantSplit/>"
_HEADER_LOOK = "<w:cantSplit/><w:tblHeader/>"
_NO_LINE = '<w:{side} w:val="nil"/>'
_MARK = "\u241f"
"""Stands for a cell's text while what is around it is written."""
_Kind: TypeAlias = tuple[str, int, int, Merge, bool, bool]
"""A cell's role, column, span and merge, whether it goes on below, whether its row keeps."""
_UPRIGHT = {"atas": "", "tengah": '<w:vAlign w:val="center"/>'}
_MERGE = {
    Merge.START: '<w:vMerge w:val="restart"/>',
    Merge.CONTINUE: "<w:vMerge/>",
}


def table_xml(table: Table, title: str, foot: str, ink: Ink) -> Iterator[str]:
    """Yield a table whose widths are in points; `title` is told to screen readers.

    `foot`, paragraphs or nothing, stands below in an unruled row of its own: no other way
    keeps what follows a table on one page with its last row in LibreOffice too.
    """
    ink = ink.dense() if table.dense else ink
    edges = [twips(edge) for edge in accumulate(table.widths, initial=0.0)]
    grid = [right - left for left, right in pairwise(edges)]
    yield f"<w:tbl>{_properties(edges[-1], title, ink)}"
    columns = "".join(f'<w:gridCol w:w="{wide}"/>' for wide in grid)
    yield f"<w:tblGrid>{columns}</w:tblGrid>"
    sheet = _Sheet(edges, ink)
    for row in table.header:
        yield sheet.row(row, _HEADER_LOOK, ())
    rows = _kept(table.rows) if foot else table.rows
    for row, below in zip(rows, _continued_below(rows), strict=True):
        yield sheet.row(row, "" if row.split else _ROW_LOOK, below)
    yield f"{_foot(foot, len(grid), edges[-1])}</w:tbl>"


def _kept(rows: Sequence[TableRow]) -> tuple[TableRow, ...]:
    """Hold the last row to the foot."""
    return tuple(replace(row, keep=row.keep or row is rows[-1]) for row in rows)


def _foot(text: str, columns: int, width: int) -> str:
    """Return the row below the table, which has no lines but the table's own above it."""
    sides = "".join(_NO_LINE.format(side=side) for side in ("left", "bottom", "right"))
    look = f'<w:tcW w:w="{width}" w:type="dxa"/><w:gridSpan w:val="{columns}"/>'
    cell = f"<w:tc><w:tcPr>{look}<w:tcBorders>{sides}</w:tcBorders></w:tcPr>{text}</w:tc>"
    return f"<w:tr><w:trPr>{_ROW_LOOK}</w:trPr>{cell}</w:tr>" if text else ""


def _properties(width: int, title: str, ink: Ink) -> str:
    style = ink.style_id(ink.word.gaya_tabel)
    return (
        f'<w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{width}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{_margins(ink)}'
        '<w:tblLook w:val="0000" w:firstRow="0" w:lastRow="0" w:firstColumn="0"'
        ' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{escape(printable(title))}"/></w:tblPr>'
    )


def _margins(ink: Ink) -> str:
    """Return the margins that the columns were measured with; Word wants all four."""
    across, down = twips(ink.word.jarak_mendatar), twips(ink.word.jarak_tegak)
    sides = (("top", down), ("left", across), ("bottom", down), ("right", across))
    inside = "".join(f'<w:{side} w:w="{wide}" w:type="dxa"/>' for side, wide in sides)
    return f"<w:tblCellMar>{inside}</w:tblCellMar>"


class _Sheet:
    """A table's rows in the making; what opens and closes a kind of cell is written once."""

    def __init__(self, edges: Sequence[int], ink: Ink) -> None:
        self._edges = edges
        self._ink = ink
        self._around: dict[_Kind, tuple[str, str]] = {}
        self._forms: dict[tuple[tuple[str, ...], bool, str], list[str]] = {}

    def row(self, row: TableRow, look: str, below: Sequence[bool]) -> str:
        """Return one row; `below` tells of each cell whether the row after it goes on with it."""
        cells = row.cells
        if below or len(cells) != len(self._edges) - 1 or not _apart(cells):
            return self._by_cell(row, look, below)
        texts = list(map(_TEXT, cells))
        lines = list(map("".join, texts))
        whole = "".join(lines)
        if max(map(len, texts)) != 1 or not whole.isprintable():
            return self._by_cell(row, look, below)
        pieces: list[str] = [""] * (2 * len(cells) + 1)
        pieces[::2] = self._form(row, look)
        pieces[1::2] = map(_escaped, lines) if _marks(whole) else lines
        return "".join(pieces)

    def _form(self, row: TableRow, look: str) -> list[str]:
        """Return what is around the texts of a row of plain cells, the same for all alike."""
        kind = (tuple(map(_ROLE, row.cells)), row.keep, look)
        found = self._forms.get(kind)
        if found is None:
            marked = [replace(cell, text=(_MARK,)) for cell in row.cells]
            written = self._by_cell(replace(row, cells=tuple(marked)), look, ())
            found = self._forms[kind] = written.split(_MARK)
        return found

    def _by_cell(self, row: TableRow, look: str, below: Sequence[bool]) -> str:
        pieces = ["<w:tr>", f"<w:trPr>{look}</w:trPr>" if look else ""]
        column = 0
        for number, cell in enumerate(row.cells):
            around = self._look(cell, column, bool(below) and below[number], row.keep)
            text = cell.text
            if len(text) == 1 and text[0].isprintable():
                pieces += (around[0], _escaped(text[0]), around[1])
            else:
                pieces.append(self._long(cell, around, row.keep))
            column += cell.columns
        pieces.append("</w:tr>")
        return "".join(pieces)

    def _look(self, cell: TableCell, column: int, open_below: bool, keep: bool) -> tuple[str, str]:
        """Return what stands before and behind the text of a kind of cell of one line."""
        kind = (cell.role, column, cell.columns, cell.merge, open_below, keep)
        found = self._around.get(kind)
        if found is None:
            width = self._edges[column + cell.columns] - self._edges[column]
            look = _cell_look(cell, width, open_below, self._ink)
            written = self._ink.paragraph(cell.role, _MARK, keep=keep)
            before, _, behind = written.partition(_MARK)
            found = self._around[kind] = (f"<w:tc>{look}{before}", f"{behind}</w:tc>")
        return found

    def _long(self, cell: TableCell, around: tuple[str, str], keep: bool) -> str:
        """Return a cell of no line, or of several."""
        look = around[0].partition("<w:p>")[0]
        return f"{look}{self._ink.paragraphs(cell.role, cell.text, keep=keep)}</w:tc>"


def _apart(cells: Sequence[TableCell]) -> bool:
    """Tell whether no cell of a row is merged with others; counted in C, as this is asked often."""
    return list(map(_MERGED, cells)).count(_APART) == len(cells)


def _goes_on(cells: Sequence[TableCell]) -> bool:
    """Tell whether a cell of a row goes on from the row above."""
    merges = list(map(_MERGED, cells))
    return Merge.CONTINUE in merges or Merge.FLOW in merges


def _marks(text: str) -> bool:
    """Tell whether text holds markup's own characters."""
    return "&" in text or "<" in text or ">" in text


def _escaped(text: str) -> str:
    """Return text with markup's own characters escaped."""
    return escape(text, quote=False) if _marks(text) else text


def _cell_look(cell: TableCell, width: int, open_below: bool, ink: Ink) -> str:
    """Return a cell's properties in the order of the schema."""
    span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
    look = ink.word.look(cell.role)
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{look.isi[1:]}"/>' if look.isi else ""
    return (
        f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{_MERGE.get(cell.merge, "")}'
        f"{_borders(cell, open_below)}{shade}{_UPRIGHT[look.tegak]}</w:tcPr>"
    )


def _borders(cell: TableCell, open_below: bool) -> str:
    """Return no line between a cell and the part of it that flows into the next row."""
    above = _NO_LINE.format(side="top") if cell.merge is Merge.FLOW else ""
    below = _NO_LINE.format(side="bottom") if open_below else ""
    return f"<w:tcBorders>{above}{below}</w:tcBorders>" if above or below else ""


def _continued_below(rows: Sequence[TableRow]) -> list[Sequence[bool]]:
    """Tell of every cell whether it flows on below: at once, or where its merged cells end.

    A row above one that only begins tells nothing, which is no cell.
    """
    told: list[Sequence[bool]] = []
    below: Sequence[TableCell] = ()
    after: Sequence[bool] = ()
    for row in reversed(rows):
        cells = row.cells
        if len(below) == len(cells) and _goes_on(below):
            after = [_flows(cell.merge, n, after) for n, cell in enumerate(below)]
        else:
            after = ()
        told.append(after)
        below = cells
    return told[::-1]


def _flows(merge: Merge, number: int, after: Sequence[bool]) -> bool:
    """Tell whether a cell goes on below in a cell that merges so."""
    return merge is Merge.FLOW or (merge is Merge.CONTINUE and bool(after) and after[number])
