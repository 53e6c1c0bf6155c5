"""What sets a cell apart: bold, its fill whatever way its colour is given, its indent."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.colors import Color

import rawbooks
from pohon_docs.source import PLAIN, Cell, Marks
from pohon_docs.workbook import read_book

THEME = (
    b'<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements>'
    b'<a:clrScheme name="x"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
    b'<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="44546A"/>'
    b'</a:dk2><a:lt2><a:srgbClr val="E7E6E6"/></a:lt2><a:accent1><a:srgbClr val="4472C4"/>'
    b"</a:accent1></a:clrScheme></a:themeElements></a:theme>"
)


def marks(fill: str, folder: Path) -> Marks:
    """Return the marks of a cell whose pattern fill has a colour element."""
    solid = f'<fill><patternFill patternType="solid">{fill}</patternFill></fill>'
    more = {
        "xl/styles.xml": rawbooks.styles(fills=solid, xfs='<xf/><xf fillId="2"/>'),
        "xl/theme/theme1.xml": THEME,
    }
    first = rawbooks.cells('<c r="A1" s="1"><v>1</v></c>')
    book, issues = rawbooks.read(folder, rawbooks.parts(first, more))
    assert book is not None
    assert issues == ()
    return book.sheets[0].rows[0].cells[0].marks


@pytest.mark.parametrize(
    ("fill", "colour"),
    [
        ('<fgColor rgb="FFffee00"/><bgColor indexed="64"/>', "FFEE00"),
        ('<fgColor rgb="00FF00"/>', "00FF00"),
        ('<fgColor indexed="13"/>', "FFFF00"),
        ('<fgColor indexed="5"/>', "FFFF00"),
        ('<fgColor theme="3"/>', "44546A"),
        ('<fgColor theme="2"/>', "E7E6E6"),
        ('<fgColor theme="4" tint="0.5999938962981048"/>', "B4C7E7"),
        ('<fgColor theme="4" tint="-0.249977111117893"/>', "2F5597"),
        ('<fgColor theme="0"/>', ""),
        ('<fgColor rgb="FFFFFFFF"/>', ""),
        ('<fgColor rgb="merah"/>', ""),
        ('<fgColor indexed="64"/>', ""),
        ('<fgColor theme="99"/>', ""),
        ("", ""),
    ],
)
def test_a_fill_is_told_whatever_way_its_colour_is_given(
    fill: str, colour: str, tmp_path: Path
) -> None:
    found = marks(fill, tmp_path)
    assert near(found.fill, colour)
    assert (found is PLAIN) == (not colour)


def near(one: str, other: str) -> bool:
    """Tell whether two colours are the same but for rounding, of which Excel does its own."""
    if len(one) != len(other):
        return False
    pairs = zip(bytes.fromhex(one), bytes.fromhex(other), strict=True)
    return all(abs(left - right) <= 1 for left, right in pairs)


def saved(folder: Path) -> list[Cell]:
    """Return the cells of a sheet that a library wrote with styles."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["tebal", "isi", "inden", "bingkai", "polos", "pola"])
    sheet["A1"].font = Font(bold=True)
    sheet["B1"].fill = PatternFill("solid", fgColor=Color(rgb="FFD9E1F2"))
    sheet["C1"].alignment = Alignment(indent=2)
    sheet["D1"].border = Border(left=Side("thin"))
    sheet["F1"].fill = PatternFill("gray125")
    book.save(folder / "gaya.xlsx")
    found, _ = read_book(folder / "gaya.xlsx")
    assert found is not None
    return list(found.sheets[0].rows[0].cells)


def test_the_marks_of_a_saved_workbook(tmp_path: Path) -> None:
    bold, filled, indented, framed, plain, pattern = (cell.marks for cell in saved(tmp_path))
    assert bold == Marks(bold=True)
    assert filled == Marks(fill="D9E1F2")
    assert indented == Marks(indent=2)
    assert framed is PLAIN
    assert plain is PLAIN
    assert pattern is PLAIN


def test_cells_of_one_style_share_their_marks(tmp_path: Path) -> None:
    bold = rawbooks.styles(fonts="<font><b/></font>", xfs='<xf/><xf fontId="1"/>')
    first = rawbooks.cells('<c r="A1" s="1"><v>1</v></c><c r="B1" s="1"><v>2</v></c>')
    found, _ = rawbooks.read_cells(tmp_path, first, styles=bold)
    assert found["A1"].marks is found["B1"].marks
    assert found["A1"].marks.bold
    unbold = bold.replace(b"<b/>", b'<b val="0"/>')
    found, _ = rawbooks.read_cells(tmp_path, first, styles=unbold)
    assert found["A1"].marks is PLAIN


def test_a_merged_area_looks_like_its_corner_and_hides_what_stands_below_it(
    tmp_path: Path,
) -> None:
    bold = rawbooks.styles(fonts="<font><b/></font>", xfs='<xf/><xf fontId="1"/>')
    rows = '<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1"><v>9</v></c></row>'
    rows += '<row r="2"><c r="B2"><f>1+1</f></c><c r="C2"><v>3</v></c></row>'
    merged = '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>'
    first = rawbooks.sheet(rows, merged)
    found, issues = rawbooks.read_cells(tmp_path, first, styles=bold)
    assert {name: cell.text for name, cell in found.items()} == {
        **{"A1": "1", "A1>1,2": "1", "A1>2,1": "1", "A1>2,2": "1", "C2": "3"}
    }
    assert found["A1>2,2"].marks.bold
    assert not found["A1"].merged
    assert issues == ()


def test_a_hidden_column_that_only_a_merged_area_reaches_is_named_too(tmp_path: Path) -> None:
    hidden = '<cols><col min="2" max="16384" hidden="1"/></cols>'
    merged = '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>'
    first = rawbooks.sheet('<row r="1"><c r="A1"><v>1</v></c></row>', merged, hidden)
    book, _ = rawbooks.read(tmp_path, rawbooks.parts(first))
    assert book is not None
    assert book.sheets[0].hidden_columns == (2,)
