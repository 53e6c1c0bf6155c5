"""What stands in a cell: values of every kind, and what is wrong with one, by its place."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

import books
import rawbooks
from pohon_docs.source import Value

NUMBER_1904 = '<workbookPr date1904="1"/>'
RICH = "<r><rPr><strike/></rPr><t>82</t></r><r><t>83</t></r>"
NOT_STRUCK = '<r><rPr><strike val="0"/></rPr><t>82</t></r><r><t>,5</t></r>'
STRUCK_STYLE = rawbooks.styles(fonts="<font><strike/></font>", xfs='<xf/><xf fontId="1"/>')


@pytest.mark.parametrize(
    ("xml", "text", "value"),
    [
        ("<v>83.30000000000001</v>", "83,3", Decimal("83.3")),
        ("<v>0.30000000000000004</v>", "0,3", Decimal("0.3")),
        ("<f>B2*2</f><v>0</v>", "0", Decimal(0)),
        ('<f t="shared" si="0"/><v>7</v>', "7", Decimal(7)),
        ('<f t="array" ref="A1:A2">SUM(B1:B2)</f><v>9</v>', "9", Decimal(9)),
    ],
)
def test_a_number_and_a_calculated_formula(
    xml: str, text: str, value: Value, tmp_path: Path
) -> None:
    found, issues = rawbooks.read_cells(tmp_path, rawbooks.cells(f'<c r="A1">{xml}</c>'))
    assert (found["A1"].text, found["A1"].value) == (text, value)
    assert issues == ()


def test_struck_runs_in_a_cell_whose_style_is_struck_are_the_ones_not_read(
    tmp_path: Path,
) -> None:
    """LibreOffice gives the cell the look of its first run."""
    book = rawbooks.cells(f'<c r="A1" s="1" t="inlineStr"><is>{RICH}</is></c>')
    styles = rawbooks.styles(fonts="<font><strike/></font>", xfs='<xf/><xf fontId="1"/>')
    found, issues = rawbooks.read_cells(tmp_path, book, styles=styles)
    assert (found["A1"].text, [one.code for one in issues]) == ("83", ["SEL-06"])


@pytest.mark.parametrize(
    ("kind", "xml", "text"),
    [
        ("b", "<v>1</v>", "Ya"),
        ("str", "<f>A2&amp;A3</f><v>PROGRAM A</v>", "PROGRAM A"),
        ("inlineStr", "<is><t>Nilai_x000D_\nIKM</t></is>", "Nilai\n\nIKM"),
        ("inlineStr", "<is><t>a_x000B_b_x0002_c_x005F_d</t></is>", "a\nbc_d"),
        ("inlineStr", "<is><t>2\u00a0Desa\u200b\ufeff \u202e</t></is>", "2 Desa"),
        ("inlineStr", f"<is>{NOT_STRUCK}</is>", "82,5"),
        ("inlineStr", "<is><t>課</t><rPh sb='0' eb='1'><t>カ</t></rPh></is>", "課"),
        ("d", "<v>2022-02-01T00:00:00</v>", "1 Februari 2022"),
    ],
)
def test_texts_and_truth_values(kind: str, xml: str, text: str, tmp_path: Path) -> None:
    first = rawbooks.cells(f'<c r="A1" t="{kind}">{xml}</c>')
    found, issues = rawbooks.read_cells(tmp_path, first)
    assert found["A1"].text == text
    assert issues == ()


@pytest.mark.parametrize(
    ("code", "written", "text", "value"),
    [
        ("0.00%", "0.4211", "42,11%", Decimal("0.4211")),
        ('0.00"%"', "42.11", "42,11%", Decimal("42.11")),
        ("0.00", "0.4211", "0,42", Decimal("0.4211")),
        ('0" Desa"', "2", "2 Desa", Decimal(2)),
        ("0.00", "1.1", "1,10", Decimal("1.1")),
        ("d-mmm", "44593", "1 Februari 2022", date(2022, 2, 1)),
        ("yyyy", "2022", "14 Juli 1905", date(1905, 7, 14)),
        ("[$-421]dd mmmm yyyy", "1", "1 Januari 1900", date(1900, 1, 1)),
        ("hh:mm", "0.5", "12:00:00", "12:00:00"),
        ("[h]:mm", "1.5", "36:00:00", "36:00:00"),
        ('#,##0" hari"', "1250", "1.250 hari", Decimal(1250)),
        ('_-"Rp"* #,##0_-', "5", "Rp5", Decimal(5)),
    ],
)
def test_a_number_is_read_as_its_format_shows_it(
    code: str, written: str, text: str, value: Value, tmp_path: Path
) -> None:
    first = rawbooks.cells(f'<c r="A1" s="1"><v>{written}</v></c>')
    found, issues = rawbooks.read_cells(tmp_path, first, styles=rawbooks.number_format(code))
    assert (found["A1"].text, found["A1"].value) == (text, value)
    assert issues == ()


def test_dates_that_count_from_1904(tmp_path: Path) -> None:
    first = rawbooks.cells('<c r="A1" s="1"><v>43131</v></c><c r="B1" s="1"><v>1</v></c>')
    more = {"xl/styles.xml": rawbooks.number_format("d/m/yyyy")}
    book, _ = rawbooks.read(tmp_path, rawbooks.parts(first, more, NUMBER_1904))
    assert book is not None
    found = rawbooks.by_name(book)
    assert found["A1"].value == date(2022, 2, 1)
    assert found["B1"].value == date(1904, 1, 2)


FAULTS = {
    "rumus": ('t="n"', "<f>1+1</f>", "SEL-01", "belum dihitung"),
    "rumus kosong": ("", "<f>1+1</f><v/>", "SEL-01", "belum dihitung"),
    "galat": ('t="e"', "<v>#DIV/0!</v>", "SEL-02", "#DIV/0!"),
    "galat baru": ('t="e"', "<v>#BARU!</v>", "SEL-02", "#BARU!"),
    "galat teks": ('t="str"', "<v>#SPILL!</v>", "SEL-02", "#SPILL!"),
    "teks hilang": ('t="s"', "<v>99</v>", "SEL-03", "teks nomor 99"),
    "teks terlalu jauh": ('t="s"', f"<v>{'9' * 5_000}</v>", "SEL-03", "teks nomor 9999"),
    "gaya tak ada": ("s='" + "9" * 5_000 + "'", "<v>x</v>", "SEL-04", '"x"'),
    "bukan angka": ("", "<v>12abc</v>", "SEL-04", '"12abc"'),
    "tak hingga": ("", "<v>1e999</v>", "SEL-04", '"1e999"'),
    "tanggal palsu": ('t="d"', "<v>2022-13-41</v>", "SEL-04", '"2022-13-41"'),
    "tanggal jauh": ('s="1"', "<v>3000000</v>", "SEL-05", "3000000"),
    "tanggal minus": ('s="1"', "<v>-5</v>", "SEL-05", "-5"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_what_cannot_be_read_is_a_finding_at_its_cell_and_no_value(
    name: str, tmp_path: Path
) -> None:
    attributes, xml, code, words = FAULTS[name]
    first = rawbooks.sheet(f'<row r="4"><c r="B4" {attributes}>{xml}</c></row>')
    more = {"styles": rawbooks.number_format("dd/mm/yyyy"), "sharedStrings": rawbooks.strings()}
    found, (issue,) = rawbooks.read_cells(tmp_path, first, **more)
    assert found == {}
    assert (issue.code, str(issue.ref)) == (code, "mentah.xlsx › Lembar!B4")
    assert issue.severity == "galat"
    assert words in issue.message


WARNINGS = {
    "coret": ('t="inlineStr"', f"<is>{RICH}</is>", "SEL-06", '"82"', "83"),
    "sel coret": ('s="1"', "<v>82</v>", "SEL-07", "dicoret", "82"),
    "tautan": ("", "<f>[1]RPJMD!A1</f><v>83.3</v>", "SEL-08", "buku kerja lain", "83,3"),
    "tautan nama": ("", "<f>1+'[2]Pagu 2025'!C3</f><v>5</v>", "SEL-08", "lain", "5"),
    "nip": ("", "<v>1.96501011990031E+17</v>", "SEL-09", "15 digit", "196501011990031000"),
    "panjang": ('t="str"', f"<v>{'x' * 40_000}</v>", "SEL-10", "32.767", "x" * 32_767),
}


@pytest.mark.parametrize("name", WARNINGS)
def test_what_is_doubtful_is_read_and_reported_at_its_cell(name: str, tmp_path: Path) -> None:
    attributes, xml, code, words, text = WARNINGS[name]
    first = rawbooks.cells(f'<c r="C1" {attributes}>{xml}</c>')
    found, (issue,) = rawbooks.read_cells(tmp_path, first, styles=STRUCK_STYLE)
    assert found["C1"].text == text
    assert (issue.code, str(issue.ref)) == (code, "mentah.xlsx › Lembar!C1")
    assert words in issue.message


def test_a_formula_that_only_looks_like_a_link_is_none(tmp_path: Path) -> None:
    first = rawbooks.cells('<c r="A1"><f>Tabel1[1]*Pagu!A1+Tabel[[#All],[2]]</f><v>5</v></c>')
    assert rawbooks.read_cells(tmp_path, first)[1] == ()


def test_a_formula_that_shares_a_linked_one_is_linked_too(tmp_path: Path) -> None:
    xml = '<c r="A1"><f t="shared" si="3" ref="A1:B1">[1]R!A1</f><v>1</v></c>'
    xml += (
        '<c r="B1"><f t="shared" si="3"/><v>2</v></c><c r="C1"><f t="shared" si="4"/><v>2</v></c>'
    )
    _, issues = rawbooks.read_cells(tmp_path, rawbooks.cells(xml))
    assert [str(issue.ref).rpartition("!")[2] for issue in issues] == ["A1", "B1"]


def test_an_empty_shared_string_and_a_styled_cell_are_no_cells(tmp_path: Path) -> None:
    xml = '<c r="A1" t="s"><v/></c><c r="B1" s="1"/><c r="C1" t="str"><f>""</f><v></v></c>'
    assert rawbooks.read_cells(tmp_path, rawbooks.cells(xml)) == ({}, ())


def test_cells_without_places_follow_each_other(tmp_path: Path) -> None:
    xml = '<row><c/><c><v>2</v></c><c r="E1"><v>5</v></c><c><v>6</v></c></row>'
    xml += "<row><c><v>7</v></c></row>"
    found, issues = rawbooks.read_cells(tmp_path, rawbooks.sheet(xml))
    assert {name: cell.text for name, cell in found.items()} == {
        **{"B1": "2", "E1": "5", "F1": "6", "A2": "7"}
    }
    assert issues == ()


def test_cells_that_are_written_twice_and_rows_out_of_order(tmp_path: Path) -> None:
    xml = '<row r="5"><c r="A5"><v>1</v></c><c r="A5"><v>2</v></c></row>'
    xml += '<row r="2"><c r="A2"><v>3</v></c></row>'
    found, issues = rawbooks.read_cells(tmp_path, rawbooks.sheet(xml))
    assert [(name, cell.text) for name, cell in found.items()] == [("A2", "3"), ("A5", "2")]
    assert [(issue.code, str(issue.ref).rpartition("!")[2]) for issue in issues] == [
        ("SEL-12", "A2"),
        ("SEL-11", "A5"),
    ]


def test_a_cell_far_to_the_right_is_named_and_not_read(tmp_path: Path) -> None:
    first = rawbooks.sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    found, (issue,) = rawbooks.read_cells(tmp_path, first)
    assert found == {}
    assert (issue.code, issue.severity) == ("SEL-13", "saran")
    assert str(issue.ref).endswith("!XFD1048576")


def test_very_many_faults_of_a_kind_are_one_finding_but_every_formula_is_named(
    tmp_path: Path,
) -> None:
    rows = "".join(
        f'<row r="{n}"><c r="A{n}"><f>1+1</f></c><c r="B{n}"><f>[1]R!A1</f><v>1</v></c></row>'
        for n in range(1, 31)
    )
    _, issues = rawbooks.read_cells(tmp_path, rawbooks.sheet(rows))
    (linked,) = [issue for issue in issues if issue.code == "SEL-08"]
    assert "begitu pula 29 sel lain" in linked.message
    assert len([issue for issue in issues if issue.code == "SEL-01"]) == 30


def test_a_code_stored_as_number_keeps_the_nought_that_its_format_shows(tmp_path: Path) -> None:
    text = """# Program dan Kegiatan
    | Kode        | Uraian  | Jenis   | Induk | Indikator | Target 2025 | Kinerja |
    | <1.1 0.00>  | PROGRAM | Program |       | Nilai     | 80          | T1      |
    """
    rencana, issues = books.read_plan(tmp_path, text)
    assert rencana.node[-1].kode == "1.10"
    assert ("KODE-01", "A2") in [(i.code, str(i.ref).rpartition("!")[2]) for i in issues]


def test_a_value_from_another_workbook_names_that_workbook(tmp_path: Path) -> None:
    links = '<externalReferences><externalReference r:id="rId4"/></externalReferences>'
    book = rawbooks.parts(
        rawbooks.cells(
            '<c r="A1"><f>[1]Pagu!C4</f><v>5</v></c><c r="B1"><f>[2]P!A1</f><v>6</v></c>'
        ),
        {
            "xl/_rels/workbook.xml.rels": rawbooks.relations(
                ("worksheet", "worksheets/sheet1.xml"),
                ("sharedStrings", "sharedStrings.xml"),
                ("styles", "styles.xml"),
                ("externalLink", "externalLinks/externalLink1.xml"),
            ),
            "xl/externalLinks/externalLink1.xml": b"<externalLink/>",
            "xl/externalLinks/_rels/externalLink1.xml.rels": rawbooks.relations(
                ("externalLinkPath", "file:///C:\\Data\\RPJMD%202025.xlsx")
            ),
        },
        properties=links,
    )
    _, issues = rawbooks.read(tmp_path, book)
    assert [(one.code, one.ref.cell, one.message) for one in issues] == [
        (
            "SEL-08",
            "A1",
            'nilai sel berasal dari buku kerja lain ("RPJMD 2025.xlsx"), seperti saat terakhir '
            "disimpan",
        ),
        ("SEL-08", "B1", "nilai sel berasal dari buku kerja lain, seperti saat terakhir disimpan"),
    ]
