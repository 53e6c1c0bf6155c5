"""Report + style → the same report, its tables' columns in points and long groups cut.

Word breaks the lines and pages itself; what it can't do is give a column the width of its
longest word, or repeat the name of a merged group that is longer than a page.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from pohon_docs.blocks import Block, Caption, Line, Pages, Picture, Report
from pohon_docs.layout.columns import Type, placed, sized
from pohon_docs.layout.cutting import Paper, cut, is_tall
from pohon_docs.layout.figures import Drawn, figures
from pohon_docs.layout.text import line_count
from pohon_docs.looks import Sheets
from pohon_docs.styles import POINTS_PER_MM, Style
from pohon_docs.views import Merge, Table, TableCell, TableRow

_TEXT, _MERGED = attrgetter("text"), attrgetter("merge")
_LINE = 100
"""Letters that a line break is reckoned as, where it only matters that a row is low."""
_MOST_ROWS = 250
"""Rows of one table, where programs let it be cut."""
_LETTER = 6.0
"""Points that a letter above a table takes on the average."""
_ABOVE_LINE = 18.0
"""Points that a line above a table takes, with the gaps around its paragraph."""
_SPARE_LINES = 4
"""Lines of a page that a cut group leaves free, since Word measures a little otherwise."""


def fitted(report: Report, style: Style) -> Report:
    """Return the report with tables as wide as their pages, widths in points."""
    parts = (replace(pages, blocks=tuple(_blocks(pages, report, style))) for pages in report.parts)
    return replace(report, parts=tuple(parts))


def _blocks(pages: Pages, report: Report, style: Style) -> Iterator[Block]:
    """Yield the blocks of some pages, tables and pictures laid out for the sheet they stand on."""
    room, height = _page(style.word_sheets(pages.sheet), style)
    above = 0.0
    for block in pages.blocks:
        if isinstance(block, Table):
            table, how = sized(block, room, style.word)
            yield from _pieces(_cut(table, how, (height, above), report.continued))
            above = 0.0
        elif isinstance(block, Picture):
            left = height - above - _below(block, room)
            for drawn in figures(block, (room, left), report.sheet, style):
                yield drawn
                above = _above(drawn, room) + (0.0 if isinstance(drawn, Drawn) else above)
        else:
            yield block
            fresh = isinstance(block, Line) and block.new_page
            above = _above(block, room) + (0.0 if fresh else above)


def _above(block: Block, room: float) -> float:
    """Return about how high a heading, a sentence or a caption is, in points."""
    if isinstance(block, Drawn):
        return block.page.height * block.factor
    if not isinstance(block, Line | Caption):
        return 0.0
    lines = block.text.split("\n")
    broken = sum(1 + int(len(line) * _LETTER / room) for line in lines)
    return (broken + isinstance(block, Caption)) * _ABOVE_LINE


def _below(picture: Picture, room: float) -> float:
    """Return about how high a picture's caption is, with the room that Word's own measure takes."""
    return _above(picture.caption, room) + _ABOVE_LINE


def _page(sheets: Sheets, style: Style) -> tuple[float, float]:
    """Return the width and height inside the margins, in points."""
    wide, high = style.sheet(sheets.kertas[0], sheets)
    across = (sheets.margin_kiri + sheets.margin_kanan) * POINTS_PER_MM
    down = (sheets.margin_atas + sheets.margin_bawah) * POINTS_PER_MM
    return wide - across, high - down


def _cut(table: Table, how: Type, page: tuple[float, float], continued: str) -> Table:
    """Cut groups of merged rows that pages can't hold, or would leave half empty, named anew.

    `page` is its height and what of it stands above the table. All rows are measured only
    where a group is tall: a low one moves to the next page whole, wherever it stands.
    """
    height, above = page
    header = sum(_height(row, table, how) for row in table.header)
    room = height - header - _SPARE_LINES * how.size * how.word.spasi
    few = _surely_low(table, how, room)
    opens = _opens(table.rows)
    heights = [
        _height(row, table, how) if opens[n] or opens[n + 1] or _letters(row) > few else 0.0
        for n, row in enumerate(table.rows)
    ]
    paper = Paper(room, above)
    if is_tall(heights, opens, room):
        heights = [_height(row, table, how) for row in table.rows]
    cut(
        _splitting(table.rows, heights, room),
        heights,
        opens,
        paper,
        lambda row, rows: _repeated(row, rows, continued),
    )
    return replace(table, rows=tuple(paper.rows))


def _splitting(
    rows: Sequence[TableRow], heights: Sequence[float], room: float
) -> tuple[TableRow, ...]:
    """Mark the rows that no page holds, in which pages must end."""
    pairs = zip(rows, heights, strict=True)
    return tuple(replace(row, split=True) if tall > room else row for row, tall in pairs)


def _pieces(table: Table) -> Iterator[Table]:
    """Yield a long table as several, cut where programs begin: no program is slowed by others.

    LibreOffice takes 41 s for a table of 2,000 rows, and a blink for many of some hundred.
    """
    rows: list[TableRow] = []
    for row, more in zip(table.rows, _rows_of_program(table.rows), strict=True):
        full = len(rows) + more > _MOST_ROWS
        if row.begins and rows and full and not rows[-1].keep:
            yield replace(table, rows=tuple(rows))
            rows = []
        rows.append(row)
    yield replace(table, rows=tuple(rows))


def _rows_of_program(rows: Sequence[TableRow]) -> list[int]:
    """Return for every row how many follow up to the next one where a table may be cut."""
    told: list[int] = []
    count = 0
    for row in reversed(rows):
        count += 1
        told.append(count)
        count = 0 if row.begins else count
    return told[::-1]


def _opens(rows: Sequence[TableRow]) -> list[bool]:
    """Tell of every row, and of the end, whether a cell of it goes on from the row above."""
    return [*(Merge.CONTINUE in map(_MERGED, row.cells) for row in rows), False]


def _surely_low(table: Table, how: Type, room: float) -> int:
    """Return how many characters surely fit on a page in the narrowest column.

    Any two lines together are longer than one column, and no letter is wider than an em.
    """
    lines = room / (how.size * how.word.spasi) - 1
    narrow = min(table.widths) - 2 * how.word.jarak_mendatar
    return int(max(lines, 0.0) * max(narrow, 0.0) / (2 * how.size))


def _letters(row: TableRow) -> int:
    """Return the letters of a row's longest cell, each further line as long as it can be."""
    texts = list(map(_TEXT, row.cells))
    if max(map(len, texts)) <= 1:
        return max(map(len, map("".join, texts)))
    return max(sum(_LINE + len(line) for line in text) for text in texts)


def _height(row: TableRow, table: Table, how: Type) -> float:
    """Return the height of a row by the cells that are its own."""
    lines = 1
    for column, cell in placed(row):
        if cell.text and cell.merge is Merge.NONE:
            around = 2 * how.word.jarak_mendatar + how.word.look(cell.role).inden
            wide = sum(table.widths[column : column + cell.columns]) - around
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
