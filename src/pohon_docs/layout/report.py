"""Report + style → the same report, its tables' columns in points and long groups cut.

Word breaks the lines and pages itself; what it can't do is give a column the width of its
longest word, or repeat the name of a merged group that is longer than a page.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pohon_docs.layout.scene import Face
from pohon_docs.layout.text import line_count, width
from pohon_docs.styles import POINTS_PER_MM, Style
from pohon_docs.views import Merge, Report, Table, TableCell, TableRow

_WIDEST_WORD = 1 / 6
"""The share of the page that one long word may ask for; a longer one is broken."""
_SPARE_LINES = 4
"""Lines of a page that a cut group leaves free, since Word measures a little otherwise."""


def fitted(report: Report, style: Style) -> Report:
    """Return the report with tables as wide as the page, widths in points."""
    page = _page(style)
    blocks = (
        _cut(_sized(block, page), page, report.continued) if isinstance(block, Table) else block
        for block in report.blocks
    )
    return replace(report, blocks=tuple(blocks))


@dataclass(frozen=True, slots=True)
class _Page:
    """The room inside the margins, in points."""

    width: float
    height: float
    style: Style

    def face(self, cell: TableCell) -> Face:
        """Return the face that a cell's text is measured in."""
        return Face.BOLD if self.style.word.look(cell.role).tebal else Face.REGULAR


def _page(style: Style) -> _Page:
    sheets = style.halaman_word
    wide, high = style.sheet(sheets.kertas[0], sheets)
    across = (sheets.margin_kiri + sheets.margin_kanan) * POINTS_PER_MM
    down = (sheets.margin_atas + sheets.margin_bawah) * POINTS_PER_MM
    return _Page(wide - across, high - down, style)


def _sized(table: Table, page: _Page) -> Table:
    """Give every column its longest word and, where there is room, its share of the page."""
    floor = _longest_words(table, page)
    if sum(floor) >= page.width:
        return replace(table, widths=tuple(low * page.width / sum(floor) for low in floor))
    narrow: set[int] = set()
    while True:
        rest = page.width - sum(floor[column] for column in narrow)
        weight = sum(share for n, share in enumerate(table.widths) if n not in narrow)
        widths = [
            floor[n] if n in narrow else rest * share / weight
            for n, share in enumerate(table.widths)
        ]
        more = {n for n, wide in enumerate(widths) if wide < floor[n]}
        if not more:
            return replace(table, widths=tuple(widths))
        narrow |= more


def _longest_words(table: Table, page: _Page) -> list[float]:
    """Return the width that each column needs so that no word of it is broken."""
    word = page.style.word
    longest = [0.0] * len(table.widths)
    for row in (*table.header, *table.rows):
        for column, cell in _placed(row):
            if cell.columns == 1 and cell.text:
                longest[column] = max(longest[column], _longest(cell, page))
    most = page.width * _WIDEST_WORD
    return [min(wide, most) + 2 * word.jarak_mendatar for wide in longest]


def _longest(cell: TableCell, page: _Page) -> float:
    face = page.face(cell)
    pieces = " ".join(cell.text).replace("-", "- ").split()
    return max((width(piece, face, page.style.word.ukuran) for piece in pieces), default=0.0)


def _placed(row: TableRow) -> Iterator[tuple[int, TableCell]]:
    """Yield a row's cells with the column that each begins in."""
    column = 0
    for cell in row.cells:
        yield column, cell
        column += cell.columns


def _cut(table: Table, page: _Page, continued: str) -> Table:
    """Cut groups of merged rows that no page could hold, repeating their names."""
    header = sum(_height(row, table, page) for row in table.header)
    line = page.style.word.ukuran * page.style.word.spasi
    room = page.height - header - _SPARE_LINES * line
    rows: list[TableRow] = []
    used = 0.0
    for row in table.rows:
        merged = any(cell.merge is Merge.CONTINUE for cell in row.cells)
        height = _height(row, table, page) if merged or row.keep else 0.0
        used = used + height if merged else height
        if merged and used > room:
            rows[-1] = replace(rows[-1], keep=False)
            rows.append(_repeated(row, rows, continued))
            used = height
        else:
            rows.append(row)
    return replace(table, rows=tuple(rows))


def _height(row: TableRow, table: Table, page: _Page) -> float:
    """Return the height of a row by the cells that are its own."""
    word = page.style.word
    lines = 1
    for column, cell in _placed(row):
        if cell.text and cell.merge is Merge.NONE:
            wide = sum(table.widths[column : column + cell.columns]) - 2 * word.jarak_mendatar
            count = (line_count(text, page.face(cell), word.ukuran, wide) for text in cell.text)
            lines = max(lines, sum(count))
    return lines * word.ukuran * word.spasi + 2 * word.jarak_tegak


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
