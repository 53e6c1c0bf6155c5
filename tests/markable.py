"""Workbooks to be marked: rich ones of openpyxl and LibreOffice, and parts written by hand."""

import re
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.table import Table
from PIL import Image as Picture

from pohon_docs.spreadsheet.marking import Mark

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET = "Program & 'Giat' 2"
RED, BLUE = "#f4b6b6", "#cfe5f7"
MARKS = (
    Mark(SHEET, 2, 1, RED, "GALAT [X-01]: salah satu."),
    Mark(SHEET, 2, 1, BLUE, "SARAN [X-02]: salah lagi <&>."),
    Mark(SHEET, 3, 2, BLUE, "SARAN: di sel berkomentar."),
    Mark(SHEET, 5, 3, RED, "GALAT: di tengah sel gabungan."),
    Mark(SHEET, 2, 9, RED, "GALAT: sel yang belum ada di baris yang ada."),
    Mark(SHEET, 40, 2, RED, "GALAT: baris yang belum ada."),
    Mark("Lain", 1, 1, RED, "GALAT: di lembar lain."),
)
PLACES = {(2, 1): RED, (3, 2): BLUE, (4, 2): RED, (2, 9): RED, (40, 2): RED}
"""The cells of SHEET that the marks fill: (5, 3) is shown by its area's corner, (4, 2)."""


def rich(folder: Path) -> Path:
    """Write a workbook with all that must survive: drawing, chart, notes, formulas, table."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = SHEET
    for row in (("Kode", "Uraian", "Pagu"), ("1.10", "Satu", 5), ("1.20", "Dua", 7)):
        sheet.append(row)
    sheet["C2"].number_format, sheet["A2"].number_format = '#,##0" Desa"', "@"
    sheet["A2"].font, sheet["A2"].border = Font(bold=True), Border(left=Side("thick"))
    sheet["A3"].fill = PatternFill("solid", fgColor="FF00FF00")
    sheet["C20"] = "=SUM(C2:C3)"
    sheet["B4"] = "gabungan"
    sheet.merge_cells("B4:D6")
    sheet["B3"].comment = Comment("Catatan saya sendiri", "Perencana")
    sheet["A1"].comment = Comment("Jangan diubah", "Perencana")
    bold = DifferentialStyle(font=Font(b=True))
    rule = Rule("cellIs", operator="greaterThan", formula=["6"], dxf=bold)
    sheet.conditional_formatting.add("C2:C9", rule)
    sheet.auto_filter.ref, sheet["H2"].hyperlink = "A1:C3", "https://contoh.id/"
    sheet.add_table(Table(displayName="T1", ref="A1:C3"))
    picture = BytesIO()
    Picture.new("RGB", (40, 20), "red").save(picture, "PNG")
    sheet.add_image(Image(picture), "F3")
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=3, min_row=2, max_row=3))
    sheet.add_chart(chart, "F10")
    book.create_sheet("Lain")
    book.create_sheet("Tanpa Temuan")["A1"] = "utuh"
    folder.mkdir(parents=True, exist_ok=True)
    book.save(folder / "kaya.xlsx")
    return folder / "kaya.xlsx"


def parts(content: bytes) -> dict[str, bytes]:
    """Return the parts of a workbook in their order."""
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def entries(content: bytes) -> list[tuple[str, tuple[int, ...], int]]:
    """Return the name, date and compression of every entry."""
    with ZipFile(BytesIO(content)) as archive:
        return [(one.filename, one.date_time, one.compress_type) for one in archive.infolist()]


def zipped(found: Mapping[str, bytes]) -> bytes:
    """Return parts as a workbook, with a date of their own."""
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, content in found.items():
            entry = ZipInfo(name, (2024, 3, 9, 10, 20, 30))
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, content)
    return stream.getvalue()


def with_sheet(folder: Path, data: str, after: str = "", **more: str) -> dict[str, bytes]:
    """Return a small workbook's parts whose first sheet holds this XML, and parts by name."""
    book = Workbook()
    book.worksheets[0].title = "Satu"
    folder.mkdir(parents=True, exist_ok=True)
    book.save(folder / "kecil.xlsx")
    found = parts((folder / "kecil.xlsx").read_bytes())
    sheet = f'<worksheet xmlns="{MAIN}">{data}{after}</worksheet>'
    found["xl/worksheets/sheet1.xml"] = sheet.encode()
    return found | {name: text.encode() for name, text in more.items()}


def cells(sheet: bytes) -> list[str]:
    """Return the names of the cells that a sheet's XML holds, in its order."""
    return [name.decode() for name in re.findall(rb'<(?:\w+:)?c [^>]*?r="([A-Z]+\d+)"', sheet)]
