"""A marked copy: the cells filled and noted, and every other byte as the planner left it."""

import re
from difflib import SequenceMatcher
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from openxml_audit import OpenXmlValidator

import markable
from markable import MARKS, PLACES, SHEET, parts
from office import SOFFICE, converted, needs_office
from pohon_docs.spreadsheet.marking import Mark, UnmarkableError, marked

ORDER = (
    *("sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr"),
    *("sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState"),
    *("dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting"),
    *("dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup"),
    *("headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches"),
    *("ignoredErrors", "smartTags", "drawing", "legacyDrawing", "legacyDrawingHF", "picture"),
    *("oleObjects", "controls", "webPublishItems", "tableParts", "extLst"),
)
"""The children of a sheet as its schema orders them (ECMA-376, part 1, 18.3.1.99)."""


@pytest.fixture(scope="module", params=["openpyxl", "libreoffice"])
def source(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return a rich workbook, as openpyxl saves it and as LibreOffice saves it again."""
    folder = tmp_path_factory.mktemp("kaya")
    path = markable.rich(folder / "asal")
    if request.param == "libreoffice":
        if SOFFICE is None:
            pytest.skip("LibreOffice (soffice) tidak terpasang")
        (path,) = converted("xlsx", path)
    return path.read_bytes()


@pytest.fixture(scope="module")
def copy(source: bytes) -> bytes:
    return marked(source, MARKS)


def sheet_of(content: bytes, name: str = SHEET) -> Worksheet:
    sheet = load_workbook(BytesIO(content))[name]
    assert isinstance(sheet, Worksheet)
    return sheet


def fill(sheet: Worksheet, place: tuple[int, int]) -> str:
    colour = sheet.cell(*place).fill.fgColor.rgb
    return f"#{colour[2:].lower()}" if sheet.cell(*place).fill.patternType == "solid" else ""


def test_all_parts_but_those_of_the_marks_stay_byte_for_byte(source: bytes, copy: bytes) -> None:
    before, after = parts(source), parts(copy)
    changed = {name for name in before if before[name] != after[name]}
    kinds = {re.sub(r"\d+", "", name.rpartition("/")[2]) for name in changed}
    assert kinds <= {
        *("sheet.xml", "sheet.xml.rels", "styles.xml", "[Content_Types].xml"),
        *("comment.xml", "comments.xml", "commentsDrawing.vml", "vmlDrawing.vml"),
    }
    assert "xl/worksheets/sheet3.xml" not in changed
    assert any("media" in name for name in before)
    assert any("chart" in name for name in before)


def test_the_entries_keep_their_order_and_dates_and_new_ones_have_none_of_the_clock(
    source: bytes, copy: bytes
) -> None:
    before, after = markable.entries(source), markable.entries(copy)
    assert after[: len(before)] == before
    assert {date for _, date, _ in after[len(before) :]} == {(1980, 1, 1, 0, 0, 0)}
    assert marked(source, MARKS) == copy


def test_of_a_changed_part_only_marked_tags_change(source: bytes, copy: bytes) -> None:
    before, after = parts(source), parts(copy)
    name = "xl/worksheets/sheet1.xml"
    lost, new = [], []
    old_tags, new_tags = (re.split(rb"(?=<)", found[name]) for found in (before, after))
    match = SequenceMatcher(None, old_tags, new_tags, autojunk=False)
    for kind, first, last, other, end in match.get_opcodes():
        if kind != "equal":
            lost += old_tags[first:last]
            new += new_tags[other:end]
    names = {found.decode() for tag in lost for found in re.findall(rb'r="(\w+)"', tag)}
    assert names <= {"A2", "B3", "B4", "I2", "B40", "2", "40"}
    assert all(tag.startswith((b"<c ", b"<row ", b"</row", b"</c")) for tag in lost)
    assert all(tag.startswith((b"<c ", b"<row ", b"</row", b"</c")) for tag in new)


def test_marked_cells_have_the_fill_of_the_worst_and_keep_the_rest_of_their_look(
    source: bytes, copy: bytes
) -> None:
    before, after = sheet_of(source), sheet_of(copy)
    for row in before.iter_rows():
        for cell in row:
            other = after[cell.coordinate]
            assert other.value == cell.value
            for look in ("font", "border", "number_format", "alignment", "protection"):
                assert repr(getattr(other, look)) == repr(getattr(cell, look)), cell.coordinate
            if (cell.row, cell.column) not in PLACES:
                assert repr(other.fill) == repr(cell.fill)
    assert {place: fill(after, place) for place in PLACES} == PLACES


def test_every_mark_stands_in_a_note_and_the_planners_own_notes_stay(
    source: bytes, copy: bytes
) -> None:
    before, after = sheet_of(source), sheet_of(copy)
    notes = {cell.coordinate: cell.comment.text for row in after for cell in row if cell.comment}
    assert set(notes) == {"A1", "A2", "B3", "B4", "I2", "B40"}
    assert notes["A1"] == before["A1"].comment.text
    assert notes["A2"] == f"{MARKS[0].note}\n\n{MARKS[1].note}"
    assert notes["B3"].startswith("Catatan saya sendiri")
    assert notes["B3"].endswith(MARKS[2].note)
    assert sheet_of(copy, "Lain")["A1"].comment.text == MARKS[-1].note


def test_each_note_has_its_box_once(copy: bytes) -> None:
    found = parts(copy)
    places = {}
    for name in (name for name in found if name.endswith(".vml")):
        rows = re.findall(rb"Row>(\d+)<[^>]*><[^>]*Column>(\d+)<", found[name])
        places[name] = sorted((int(row) + 1, int(column) + 1) for row, column in rows)
    assert sorted(places.values(), key=len) == [
        [(1, 1)],
        [(1, 1), (2, 1), (2, 9), (3, 2), (4, 2), (40, 2)],
    ]


def test_the_box_of_a_note_that_goes_on_becomes_higher_and_no_other(
    source: bytes, copy: bytes
) -> None:
    before, after = (boxes(parts(content)) for content in (source, copy))
    assert before[1, 1] == after[1, 1]
    assert before[3, 2] != after[3, 2]
    numbers = [
        [float(one) for one in re.findall(rb"Anchor>([^<]*)<", box)[0].split(b",")]
        if b"Anchor" in box
        else [float(re.findall(rb"height:(\d+)", box)[0])]
        for box in (before[3, 2], after[3, 2])
    ]
    grown = [new - old for old, new in zip(*numbers, strict=True)]
    assert sum(grown) == max(grown) > 0


def boxes(found: dict[str, bytes]) -> dict[tuple[int, int], bytes]:
    """Return the boxes of the first sheet's notes by their cells."""
    name = next(name for name in found if name.endswith("rawing1.vml"))
    shapes = re.findall(rb"<(?:\w+:)?shape .*?</\w+:shape>", found[name], re.DOTALL)
    places = [re.findall(rb"(?:Row|Column)>(\d+)<", shape) for shape in shapes]
    return {
        (int(row) + 1, int(column) + 1): shape
        for (row, column), shape in zip(places, shapes, strict=True)
    }


def test_pictures_charts_tables_and_rules_are_still_there(source: bytes, copy: bytes) -> None:
    for content in (source, copy):
        sheet = sheet_of(content)
        assert (len(vars(sheet)["_images"]), len(vars(sheet)["_charts"])) == (1, 1)
        assert list(sheet.tables) == ["T1"]
        assert [str(area) for area in sheet.merged_cells.ranges] == ["B4:D6"]
        assert len(list(sheet.conditional_formatting)) == 1
        assert sheet["C20"].value == "=SUM(C2:C3)"


def test_rows_cells_and_the_drawing_stand_where_the_schema_wants_them(copy: bytes) -> None:
    for number in (1, 2):
        sheet = parts(copy)[f"xl/worksheets/sheet{number}.xml"]
        body = re.sub(rb"<sheetData.*</sheetData>", b"<sheetData/>", sheet, flags=re.DOTALL)
        children = [name.decode() for name in re.findall(rb"<(\w+)[ />]", body)]
        known = [ORDER.index(name) for name in children if name in ORDER]
        assert known == sorted(known)
        assert children.count("legacyDrawing") == 1
        rows = [int(row) for row in re.findall(rb'<row [^>]*?r="(\d+)"', sheet)]
        assert rows == sorted(set(rows))
    names = markable.cells(parts(copy)["xl/worksheets/sheet1.xml"])
    assert len(names) == len(set(names))
    assert [name for name in names if name.endswith("2") and len(name) == 2][-1] == "I2"


def test_a_validator_finds_nothing_that_the_planners_workbook_had_not(
    source: bytes, copy: bytes, tmp_path: Path
) -> None:
    said = []
    for name, content in (("asal.xlsx", source), ("tanda.xlsx", copy)):
        (tmp_path / name).write_bytes(content)
        result = OpenXmlValidator().validate(tmp_path / name)
        said.append({str(error) for error in result.errors})
    assert said[1] - said[0] == set()


def test_a_marked_copy_can_be_marked_again(copy: bytes) -> None:
    again = sheet_of(marked(copy, [Mark(SHEET, 2, 1, "#abcdef", "lagi")]))
    assert fill(again, (2, 1)) == "#abcdef"
    text = again["A2"].comment.text
    assert text.startswith(MARKS[0].note)
    assert text.endswith("lagi")


@needs_office
def test_libreoffice_shows_the_fills_and_notes_of_a_copy(copy: bytes, tmp_path: Path) -> None:
    path = tmp_path / "tanda.xlsx"
    path.write_bytes(copy)
    sheet = sheet_of(converted("xlsx", path)[0].read_bytes())
    assert {place: fill(sheet, place) for place in PLACES} == PLACES
    assert "salah lagi <&>" in sheet["A2"].comment.text
    assert (len(vars(sheet)["_images"]), len(vars(sheet)["_charts"])) == (1, 1)


ONE = (Mark("Satu", 2, 3, "#aa0000", "catatan"),)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("<sheetData/>", ["C2"]),
        ("<sheetData></sheetData>", ["C2"]),
        ('<sheetData><row r="2"/></sheetData>', ["C2"]),
        ('<sheetData><row r="1"/><row r="3"><c r="A3"/></row></sheetData>', ["C2", "A3"]),
        ('<sheetData><row r="2"><c r="A2"/><c r="D2"/></row></sheetData>', ["A2", "C2", "D2"]),
        ('<sheetData><row r="2" spans="1:2"><c r="B2"/></row></sheetData>', ["B2", "C2"]),
        ("<sheetData><row/><row><c/><c/><c/><c/></row></sheetData>", []),
        ("<sheetData><row/><row><c/></row></sheetData>", ["C2"]),
    ],
)
def test_a_cell_is_found_or_put_in_wherever_a_sheet_may_lack_it(
    data: str, expected: list[str], tmp_path: Path
) -> None:
    content = marked(markable.zipped(markable.with_sheet(tmp_path, data)), ONE)
    assert markable.cells(parts(content)["xl/worksheets/sheet1.xml"]) == expected
    sheet = sheet_of(content, "Satu")
    assert fill(sheet, (2, 3)) == "#aa0000"
    filled = [cell.coordinate for row in sheet for cell in row if cell.fill.patternType == "solid"]
    assert filled == ["C2"]
    assert b"spans" not in parts(content)["xl/worksheets/sheet1.xml"]


def test_a_missing_cell_stands_before_a_marked_one(tmp_path: Path) -> None:
    data = '<sheetData><row r="2"><c r="D2"><v>7</v></c></row></sheetData>'
    marks = [Mark("Satu", 2, column, "#aa0000", "catatan") for column in (4, 3, 2, 5)]
    content = marked(markable.zipped(markable.with_sheet(tmp_path, data)), marks)
    assert markable.cells(parts(content)["xl/worksheets/sheet1.xml"]) == ["B2", "C2", "D2", "E2"]
    sheet = sheet_of(content, "Satu")
    assert sheet["D2"].value == 7
    assert [fill(sheet, (2, column)) for column in range(2, 6)] == ["#aa0000"] * 4


def test_a_missing_cell_takes_the_style_of_its_row_or_column(tmp_path: Path) -> None:
    styled = markable.rich(tmp_path).read_bytes()
    found = parts(styled)
    for data, style in (
        ('<cols><col min="2" max="9" style="2"/></cols><sheetData/>', 2),
        ('<sheetData><row r="2" s="1" customFormat="1"/></sheetData>', 1),
        ('<sheetData><row r="2" s="1"/></sheetData>', 0),
    ):
        sheet = f'<worksheet xmlns="{markable.MAIN}">{data}</worksheet>'.encode()
        content = markable.zipped(found | {"xl/worksheets/sheet3.xml": sheet})
        marks = [Mark("Tanpa Temuan", 2, 3, "#aa0000", "catatan")]
        styles = parts(marked(content, marks))["xl/styles.xml"].partition(b"<cellXfs")[2]
        formats = re.findall(rb'<xf [^>]*numFmtId="(\d+)"', styles.partition(b"</cellXfs")[0])
        assert formats[-1] == formats[style]


def test_prefixes_inline_text_and_a_heading_picture_are_no_hindrance(tmp_path: Path) -> None:
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="kop" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/vmlDrawing" Target="../drawings/kop.vml"/></Relationships>'
    )
    found = markable.with_sheet(tmp_path, "") | {
        "xl/worksheets/sheet1.xml": (
            f'<?xml version="1.0" encoding="utf-8"?><x:worksheet xmlns:x="{markable.MAIN}" '
            'xmlns:q="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
            '<x:sheetData><x:row r="2"><x:c r="C2" t="inlineStr"><x:is><x:t>a &gt; b</x:t></x:is>'
            '</x:c></x:row></x:sheetData><x:legacyDrawingHF q:id="kop"/></x:worksheet>'
        ).encode("utf-8-sig"),
        "xl/worksheets/_rels/sheet1.xml.rels": rels.encode(),
        "xl/drawings/kop.vml": b"<xml>kop</xml>",
    }
    made = parts(marked(markable.zipped(found), ONE))
    sheet = made["xl/worksheets/sheet1.xml"]
    assert b'<x:c r="C2" t="inlineStr" s="' in sheet
    assert sheet.index(b"<x:legacyDrawing ") < sheet.index(b"<x:legacyDrawingHF ")
    assert made["xl/drawings/kop.vml"] == b"<xml>kop</xml>"
    assert b"catatan" in made["xl/comments1.xml"]
    assert sheet_of(markable.zipped(made), "Satu")["C2"].value == "a > b"


def test_a_cell_with_a_threaded_comment_is_only_filled(tmp_path: Path) -> None:
    found = parts(markable.rich(tmp_path).read_bytes())
    rels = next(name for name in found if name.endswith("_rels/sheet1.xml.rels"))
    kind = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"
    one = f'<Relationship Id="t" Type="{kind}" Target="/xl/threadedComments/t1.xml"/></Rel'
    found[rels] = found[rels].replace(b"</Rel", one.encode())
    found["xl/threadedComments/t1.xml"] = (
        b'<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/'
        b'threadedcomments"><threadedComment ref="B3" id="{1}"><text>Hai</text>'
        b"</threadedComment></ThreadedComments>"
    )
    content = marked(markable.zipped(found), [MARKS[2]])
    sheet = sheet_of(content)
    assert fill(sheet, (3, 2)) == markable.BLUE
    assert sheet["B3"].comment.text == "Catatan saya sendiri"
    assert parts(content)["xl/threadedComments/t1.xml"] == found["xl/threadedComments/t1.xml"]


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        ({"_xmlsignatures/origin.sigs": b""}, "tanda tangan elektronik"),
        ({"xl/worksheets/sheet1.xml": "<worksheet/>".encode("utf-16")}, "tidak lazim"),
        ({"xl/worksheets/sheet1.xml": b"<worksheet><sheetData>"}, "tidak lazim"),
        ({"xl/worksheets/sheet1.xml": b"<worksheet/>"}, "tidak lazim"),
        ({"xl/styles.xml": b"<styleSheet/>"}, "tidak lazim"),
        ({"xl/worksheets/sheet1.xml": b"<w><sheetData><row r='x'/></sheetData></w>"}, "lazim"),
        ({"xl/_rels/workbook.xml.rels": b"<Relationships/>"}, "tidak lazim"),
        ({"xl/workbook.xml": b"<w xmlns='http://purl.oclc.org/ooxml/main'/>"}, "lazim"),
    ],
)
def test_a_workbook_that_cannot_be_marked_safely_says_why(
    spoil: dict[str, bytes], reason: str, tmp_path: Path
) -> None:
    found = markable.with_sheet(tmp_path, "<sheetData/>") | spoil
    with pytest.raises(UnmarkableError, match=reason):
        marked(markable.zipped(found), ONE)
    with pytest.raises(UnmarkableError, match="tidak dapat dibaca ulang"):
        marked(b"PK bukan zip", ONE)


def test_too_many_marks_at_one_cell_are_counted(tmp_path: Path) -> None:
    content = markable.zipped(markable.with_sheet(tmp_path, "<sheetData/>"))
    marks = [Mark("Satu", 1, 1, "#aa0000", f"catatan {at}") for at in range(25)]
    text = sheet_of(marked(content, marks), "Satu")["A1"].comment.text
    assert text.count("catatan") == 10
    assert text.endswith("… dan 15 temuan lagi.")
