"""Report + style → the same report, its tables' columns in points and long groups cut.

Word breaks the lines and pages itself; what it can't do is give a column the width of its
longest word, or repeat the name of a merged group that is longer than a page.
"""

from collections.abc import Sequence
from dataclasses import replace

from pohon_docs.layout.columns import Type, placed, sized
from pohon_docs.layout.text import line_count
from pohon_docs.styles import POINTS_PER_MM, Style
from pohon_docs.views import Block, Merge, Report, Table, TableCell, TableRow

_SPARE_LINES = 4
"""Lines of a page that a cut group leaves free, since Word measures a little otherwise."""


def fitted(report: Report, style: Style) -> Report:
    """Return the report with tables as wide as the page, widths in points."""
    room, height = _page(style)
    blocks: list[Block] = []
    for block in report.blocks:
        if isinstance(block, Table):
            table, how = sized(block, room, style.word)
            blocks.append(_cut(table, how, height, report.continued))
        else:
            blocks.append(block)
    return replace(report, blocks=tuple(blocks))


def _page(style: Style) -> tuple[float, float]:
    """Return the width and height inside the margins, in points."""
    sheets = style.halaman_word
    wide, high = style.sheet(sheets.kertas[0], sheets)
    across = (sheets.margin_kiri + sheets.margin_kanan) * POINTS_PER_MM
    down = (sheets.margin_atas + sheets.margin_bawah) * POINTS_PER_MM
    return wide - across, high - down


def _cut(table: Table, how: Type, height: float, continued: str) -> Table:
    """Cut groups of merged rows that no page could hold, repeating their names."""
    header = sum(_height(row, table, how) for row in table.header)
    room = height - header - _SPARE_LINES * how.size * how.word.spasi
    rows: list[TableRow] = []
    used = 0.0
    for row in table.rows:
        merged = any(cell.merge is Merge.CONTINUE for cell in row.cells)
        tall = _height(row, table, how)
        used = used + tall if merged else tall
        if merged and used > room:
            rows[-1] = replace(rows[-1], keep=False)
            rows.append(_repeated(row, rows, continued))
            used = tall
        else:
            rows.append(row)
        rows[-1] = replace(rows[-1], split=tall > room)
    return replace(table, rows=tuple(rows))


def _height(row: TableRow, table: Table, how: Type) -> float:
    """Return the height of a row by the cells that are its own."""
    lines = 1
    for column, cell in placed(row):
        if cell.text and cell.merge is Merge.NONE:
            wide = sum(table.widths[column : column + cell.columns]) - 2 * how.word.jarak_mendatar
            count = (line_count(text, how.face(cell), how.size, wide) for text in cell.text)
            lines = max(lines, sum(count))
    return lines * how.size * how.word.spasi + 2 * how.word.jarak_tegak


def _repeated(row: TableRow, above: Sequence[TableRow], continued: str) -> TableRow:
    """Begin every merged cell of a row anew, with the text of the cell that it continued."""
    cells = tuple(
        _again(cell, column, above, continued) if cell.merge is Merge.CONTINUE else cell
        for column, cell in enumerate(row.cells)
    )
    return replace(row, cells=cells)


def _again(cell: TableCell, column: int, above: Sequence[TableRow], continued: str) -> TableCell:
    """Repeat names as continued and codes as they are; money is never said twice."""
    kind = cell.role.split(".")[0]
    if kind == "angka":
        return replace(cell, merge=Merge.START)
    cells = (row.cells[column] for row in reversed(above) if column < len(row.cells))
    text = next(one.text for one in cells if one.merge is Merge.START)
    told = bool(text) and kind == "teks" and not text[-1].endswith(continued)
    suffix = (f"{text[-1]} {continued}",) if told else text[-1:]
    return replace(cell, text=(*text[:-1], *suffix), merge=Merge.START)
