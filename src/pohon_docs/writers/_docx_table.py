"""A view's table as WordprocessingML: true grid, repeated header rows, merged cells."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import escape
from itertools import accumulate, pairwise

from pohon_docs.values import printable
from pohon_docs.views import Merge, Table, TableCell, TableRow
from pohon_docs.writers._docx_xml import Ink, twips

_JOINED = (Merge.CONTINUE, Merge.FLOW)
_ROW_LOOK = "<w:cantSplit/>"
_HEADER_LOOK = "<w:cantSplit/><w:tblHeader/>"
_NO_LINE = '<w:{side} w:val="nil"/>'
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
    for row in table.header:
        yield _row(row, _HEADER_LOOK, (), edges, ink)
    rows = _kept(table.rows) if foot else table.rows
    for row, below in zip(rows, _continued_below(rows), strict=True):
        yield _row(row, "" if row.split else _ROW_LOOK, below, edges, ink)
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


def _row(row: TableRow, look: str, below: Sequence[bool], edges: Sequence[int], ink: Ink) -> str:
    """Return one row; `below` tells of each cell whether the row after it goes on with it."""
    cells: list[str] = []
    column = 0
    for number, cell in enumerate(row.cells):
        width = edges[column + cell.columns] - edges[column]
        open_below = bool(below) and below[number]
        text = ink.paragraphs(cell.role, cell.text, keep=row.keep)
        cells.append(f"<w:tc>{_cell_look(cell, width, open_below, ink)}{text}</w:tc>")
        column += cell.columns
    properties = f"<w:trPr>{look}</w:trPr>" if look else ""
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


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


def _continued_below(rows: Sequence[TableRow]) -> list[list[bool]]:
    """Tell of every cell whether it flows on below: at once, or where its merged cells end."""
    told: list[list[bool]] = []
    next_row: Sequence[TableCell] = ()
    for row in reversed(rows):
        after = told[-1] if told else []
        aligned = len(next_row) == len(row.cells)
        flows = [
            aligned
            and (
                next_row[n].merge is Merge.FLOW
                or (next_row[n].merge is Merge.CONTINUE and after[n])
            )
            for n in range(len(row.cells))
        ]
        told.append(flows)
        next_row = row.cells
    return told[::-1]
