"""Sheets of cells → a workbook, by openpyxl: texts stay texts, whatever they begin with."""

from collections.abc import Sequence
from copy import copy
from datetime import datetime
from io import BytesIO
from typing import Any, TypeAlias
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.packaging.core import DocumentProperties
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.dimensions import ColumnDimension
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from pohon_docs.grids import Grid, GridCell, GridColumn, Grids
from pohon_docs.layout.scene import Face
from pohon_docs.layout.text import line_count
from pohon_docs.looks import GridLook
from pohon_docs.source import column_name
from pohon_docs.styles import Style
from pohon_docs.writers import SheetWriter

_EPOCH = (1980, 1, 1, 0, 0, 0)
_MM_PER_INCH = 25.4
_PAPERS = {14: (215.9, 330.2), 9: (210.0, 297.0), 8: (297.0, 420.0), 5: (215.9, 355.6)}
"""Excel's numbers of paper (ECMA-376, part 1, 18.3.1.63) with their sides in millimetres."""
_NEAR = 2.0
_POINTS_PER_LETTER = 5.25
"""What a grid counts a column's width in."""
_STANDARD_SIZE, _DIGIT = 11.0, 6.0
"""A workbook counts in digits of its standard font: those of Arial 11 are 8 pixels in Excel and
as good as that in LibreOffice, so that lines end alike; of other sizes they differ by 6 %."""
_PADDING = 6.0
_LINE = 1.22
"""A line's height as a share of the letters' size."""
_WIDE = 60
"""The scale in percent of a sheet that is printed over pages side by side."""
_PREPARED = 1000
"""The last row that has lists of choices."""
_ACROSS = {"kiri": "left", "tengah": "center", "kanan": "right"}
_UPRIGHT = {"atas": "top", "tengah": "center"}
_FORMULA = ("=", "+", "-", "@")
_NOTE = (320, 18, 50)
"""A note's width, its line's height and the letters in a line."""


_Worn: TypeAlias = dict[str, Any]
"""The looks put together so far in a book, by role."""


def write(grids: Grids, style: Style) -> bytes:
    """Return the sheets as one .xlsx file; the same sheets give the same bytes."""
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties = DocumentProperties(title=grids.title, creator="pohon-docs")
    book.properties.created = book.properties.modified = datetime(*_EPOCH)
    _set_standard_font(book, style)
    worn: _Worn = {}
    for grid in grids.sheets:
        sheet = book.create_sheet(grid.name)
        _fill(sheet, grid, style, worn)
        _set_page(sheet, grid, grids.footer, style)
    stream = BytesIO()
    ExcelWriter(book, ZipFile(stream, "w")).save()
    return _dated(stream)


def _set_standard_font(book: Workbook, style: Style) -> None:
    """Let columns be counted in a font that every machine has, or one as wide."""
    font = Font(name=style.buku.huruf, size=_STANDARD_SIZE)
    parts: Any = book  # the library has no public name for its standard font
    parts._named_styles["Normal"].font = font
    parts._fonts[0] = font


def _fill(sheet: Worksheet, grid: Grid, style: Style, worn: _Worn) -> None:
    """Write a sheet's cells, columns and lists, and freeze its header."""
    for number, column in enumerate(grid.columns, 1):
        _set_column(sheet, number, column, grid.header, style, worn)
    for at, row in enumerate(grid.rows, 1):
        for number, cell in enumerate(row, 1):
            _write(sheet.cell(at, number), cell, style, worn)
            if cell.choices:
                _offer(sheet, f"{column_name(number)}{at}", cell.choices)
        sheet.row_dimensions[at].height = _height(row, grid.columns, style)
    sheet.print_title_rows = f"{grid.header}:{grid.header}"
    if grid.frozen:
        sheet.freeze_panes = f"{column_name(grid.fixed + 1)}{grid.header + 1}"
    if grid.filtered:
        last = column_name(len(grid.columns))
        sheet.auto_filter.ref = f"A{grid.header}:{last}{len(grid.rows)}"


def _height(row: Sequence[GridCell], columns: Sequence[GridColumn], style: Style) -> float:
    """Return a row's height in points: LibreOffice doesn't find it for itself on opening."""
    heights = [0.0]
    for cell, column in zip(row, columns, strict=False):
        look = style.buku.look(cell.role)
        face = Face.BOLD if look.tebal else Face.REGULAR
        room = column.width * _POINTS_PER_LETTER
        lines = line_count(str(cell.value), face, look.ukuran, room) if look.lipat else 1
        heights.append(lines * look.ukuran * _LINE)
    return max(heights) + _PADDING


def _set_column(
    sheet: Worksheet, number: int, column: GridColumn, header: int, style: Style, worn: _Worn
) -> None:
    name = column_name(number)
    size = sheet.column_dimensions[name]
    size.width = column.width * _POINTS_PER_LETTER / _DIGIT
    if column.role:
        _dress(size, column.role, style, worn)
    if column.choices:
        _offer(sheet, f"{name}{header + 1}:{name}{_PREPARED}", column.choices)


def _offer(sheet: Worksheet, cells: str, choices: Sequence[str]) -> None:
    """Give cells a list to choose from; other words may be typed, the reader tells of them."""
    rule = DataValidation("list", formula1=f'"{",".join(choices)}"', allow_blank=True)
    rule.add(cells)
    sheet.add_data_validation(rule)


def _write(target: Cell | MergedCell, cell: GridCell, style: Style, worn: _Worn) -> None:
    """Write a cell; a text is stored as one even where Excel would take it for a formula."""
    if cell.value != "":
        target.value = cell.value
    _dress(target, cell.role, style, worn)
    if isinstance(cell.value, str) and cell.value:
        target.data_type = "s"
        target.quotePrefix = cell.value.startswith(_FORMULA)
    if cell.link:
        file, _, place = cell.link.partition("#")
        link = Hyperlink(ref=target.coordinate, location=place or None)
        link.target = file
        target.hyperlink = link
    if cell.note:
        wide, line, letters = _NOTE
        height = line * (2 + len(cell.note) // letters)
        target.comment = Comment(cell.note, "pohon-docs", height=height, width=wide)


def _dress(target: Any, role: str, style: Style, worn: _Worn) -> None:  # noqa: ANN401 (a cell or a column)
    """Give a cell, or a column's empty cells, the look of a role, which is put together once."""
    if role not in worn:
        _tailor(target, style.buku.look(role), style)
        worn[role] = copy(target._style)
    target._style = copy(worn[role])


def _tailor(target: Cell | MergedCell | ColumnDimension, look: GridLook, style: Style) -> None:
    """Put a look together; the library searches its tables for every part of it."""
    side = Side("thin", _colour(look.garis)) if look.garis else Side()
    target.font = Font(
        name=style.buku.huruf,
        size=look.ukuran,
        bold=look.tebal,
        italic=look.miring,
        color=_colour(look.huruf),
    )
    if look.isi:
        target.fill = PatternFill("solid", fgColor=_colour(look.isi))
    target.border = Border(side, side, side, side)
    target.alignment = Alignment(_ACROSS[look.rata], _UPRIGHT[look.tegak], wrap_text=look.lipat)
    if look.teks:
        target.number_format = "@"
    elif look.bilangan:
        target.number_format = look.bilangan


def _colour(text: str) -> str:
    return f"FF{text.removeprefix('#').upper()}"


def _set_page(sheet: Worksheet, grid: Grid, footer: str, style: Style) -> None:
    """Set a sheet up for paper: the style's size and margins, fit to the width if not wide."""
    sheets = style.halaman_buku
    setup, margins = sheet.page_setup, sheet.page_margins
    setup.orientation = "landscape" if sheets.mendatar else "portrait"
    setup.paperSize = _paper(style.ukuran_kertas[sheets.kertas[0]])
    if grid.fixed:
        sheet.print_title_cols = f"A:{column_name(grid.fixed)}"
        setup.scale, setup.pageOrder = _WIDE, "overThenDown"
    else:
        setup.fitToWidth, setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins.top, margins.bottom = _inches(sheets.margin_atas), _inches(sheets.margin_bawah)
    margins.left, margins.right = _inches(sheets.margin_kiri), _inches(sheets.margin_kanan)
    margins.header = margins.footer = _inches(sheets.margin_bawah / 2)
    sheet.HeaderFooter.oddFooter = HeaderFooterItem(
        left=_HeaderFooterPart(sheet.title.replace("&", "&&")),
        right=_HeaderFooterPart(footer.format(nomor="&P", jumlah="&N")),
    )


def _inches(millimetres: float) -> float:
    return millimetres / _MM_PER_INCH


def _paper(size: tuple[float, float]) -> int | None:
    """Return Excel's number of a paper, or None where it has none of about that size."""
    for number, sides in _PAPERS.items():
        if all(abs(one - other) <= _NEAR for one, other in zip(size, sides, strict=True)):
            return number
    return None


def _dated(saved: BytesIO) -> bytes:
    """Write the package anew, every part dated the same."""
    stream = BytesIO()
    with ZipFile(saved) as source, ZipFile(stream, "w") as target:
        for name in source.namelist():
            entry = ZipInfo(name, _EPOCH)
            entry.compress_type = ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return stream.getvalue()


WRITER = SheetWriter(ending="xlsx", write=write)
