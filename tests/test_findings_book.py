"""temuan.xlsx and the marked copy beside it: what they say, where they lead, how they print."""

import shutil
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

import books
import markable
import plans
from pohon_docs import findings, reporting
from pohon_docs.issue import Issue, Severity
from pohon_docs.source import Book, Ref
from pohon_docs.writers import sheet_writer
from workfolder import PLAN, Folder

BOOK = "rencana kecamatan.xlsx"
ISSUES = (
    Issue("A-01", Severity.GALAT, "salah", Ref(BOOK, "Pak 'Budi'", 17, 6), "Ubah.", basis="UU 1"),
    Issue("A-02", Severity.GALAT, "=1+1 bukan kode", Ref(BOOK, "Pohon Kinerja", 4, 1), "-5 salah."),
    Issue("A-03", Severity.PERINGATAN, "#N/A", Ref(BOOK, "Pohon Kinerja", 4, 1), "@n", basis="+"),
    Issue("A-04", Severity.SARAN, "lembar lain", Ref(BOOK), related=(Ref(BOOK, "Lain", 2, 3),)),
    Issue("A-05", Severity.SARAN, "lembar kosong", Ref(BOOK, "Pohon Kinerja")),
)
HEADER = 3
LISTS = ("temuan.txt", "temuan.xlsx", "temuan.html", "temuan.json")


def written(issues: tuple[Issue, ...], copy: str = "") -> Workbook:
    """Return the findings' workbook, opened again."""
    grids = findings.sheets(issues, BOOK, copy)
    return load_workbook(BytesIO(sheet_writer("xlsx").write(grids, plans.style())))


def sheet(book: Workbook, name: str = "Temuan") -> Worksheet:
    found = book[name]
    assert isinstance(found, Worksheet)
    return found


def rows(found: Worksheet, first: int = HEADER + 1) -> list[list[object]]:
    return [[cell.value for cell in row] for row in found.iter_rows(min_row=first)]


def test_every_finding_is_a_row_under_the_counts() -> None:
    found = sheet(written(ISSUES))
    assert str(found["A2"].value) == f"{BOOK}: 2 galat, 1 peringatan, 2 saran."
    assert rows(found, HEADER)[0] == [
        *("No.", "Tingkat", "Lembar", "Sel", "Temuan", "Yang perlu dilakukan", "Dasar", "Kode")
    ]
    body = [[cell or "" for cell in row] for row in rows(found)]
    assert body == [
        [1, "galat", "Pak 'Budi'", "F17", "salah", "Ubah.", "UU 1", "A-01"],
        [2, "galat", "Pohon Kinerja", "A4", "=1+1 bukan kode", "-5 salah.", "", "A-02"],
        [3, "peringatan", "Pohon Kinerja", "A4", "#N/A", "@n", "+", "A-03"],
        [4, "saran", "(seluruh buku kerja)", "", "lembar lain (lihat Lain!C2)", "", "", "A-04"],
        [5, "saran", "Pohon Kinerja", "", "lembar kosong", "", "", "A-05"],
    ]


def test_the_counts_by_sheet_add_up() -> None:
    assert rows(sheet(written(ISSUES), "Ringkasan"), 1) == [
        ["Lembar", "Galat", "Peringatan", "Saran", "Jumlah"],
        ["(seluruh buku kerja)", 0, 0, 1, 1],
        ["Pak 'Budi'", 1, 0, 0, 1],
        ["Pohon Kinerja", 1, 1, 1, 3],
        ["Jumlah", 2, 1, 2, 5],
    ]


def test_no_text_becomes_a_formula_or_an_error_value() -> None:
    found = sheet(written(ISSUES))
    cells = [cell for row in found.iter_rows(min_row=HEADER + 1) for cell in row]
    assert {cell.data_type for cell in cells if isinstance(cell.value, str)} == {"s"}
    prefixed = {str(cell.value) for cell in cells if cell.quotePrefix}
    assert prefixed == {"=1+1 bukan kode", "-5 salah.", "@n", "+"}


def test_a_cells_name_leads_to_it_in_the_copy_beside() -> None:
    found = sheet(written(ISSUES, findings.copy_name(BOOK)))
    links = {}
    for row in found.iter_rows(min_row=HEADER + 1):
        for cell in row:
            if cell.hyperlink:
                links[cell.coordinate] = (cell.hyperlink.target, cell.hyperlink.location)
    assert set(links) == {"D4", "D5", "D6"}
    target, place = links["D4"]
    assert target == "rencana%20kecamatan-bertanda.xlsx"
    assert place == "'Pak ''Budi'''!F17"
    bare = sheet(written(ISSUES))
    assert not [cell for row in bare for cell in row if cell.hyperlink]


def test_severities_have_the_colours_of_the_style_in_both_workbooks() -> None:
    found, style = sheet(written(ISSUES)), plans.style().buku
    colours = {str(one): style.look(f"tingkat.{one}").isi for one in Severity}
    assert len(set(colours.values())) == 3
    for row in range(HEADER + 1, HEADER + 1 + len(ISSUES)):
        cell = found.cell(row, 2)
        assert f"#{cell.fill.fgColor.rgb[2:].lower()}" == colours[str(cell.value)]
    marks = findings.marks(ISSUES, style)
    assert [(mark.sheet, mark.row, mark.column) for mark in marks] == [
        ("Pak 'Budi'", 17, 6),
        ("Pohon Kinerja", 4, 1),
        ("Pohon Kinerja", 4, 1),
    ]
    assert [mark.fill for mark in marks] == [
        colours[one] for one in ("galat", "galat", "peringatan")
    ]
    assert marks[0].note == "GALAT [A-01]: salah.\nUbah.\nDasar: UU 1."


def test_it_prints_on_folio_across_with_its_header_on_every_page() -> None:
    found = sheet(written(ISSUES))
    assert (found.page_setup.paperSize, found.page_setup.orientation) == (14, "landscape")
    assert (found.page_setup.fitToWidth, found.page_setup.fitToHeight) == (1, 0)
    assert found.sheet_properties.pageSetUpPr.fitToPage  # type: ignore[union-attr]
    assert found.print_title_rows == f"${HEADER}:${HEADER}"
    assert found.freeze_panes == f"A{HEADER + 1}"
    assert found.auto_filter.ref == f"A{HEADER}:H{HEADER + len(ISSUES)}"
    assert all(cell.alignment.wrap_text for cell in found[HEADER + 1])


def test_a_row_is_as_high_as_its_longest_text() -> None:
    long = Issue("A-06", Severity.GALAT, "kata " * 60, Ref(BOOK), "Ubah.")
    found = sheet(written((ISSUES[0], long)))
    low, high = (found.row_dimensions[HEADER + at].height for at in (1, 2))
    assert low and low < 20
    assert high and high > 60


def test_a_text_longer_than_excel_can_hold_is_cut() -> None:
    long = Issue("A-07", Severity.GALAT, "x" * 40_000, Ref(BOOK, "Lain", 1, 1))
    found = sheet(written((long,)))
    assert 1_000 < len(str(found.cell(HEADER + 1, 5).value)) < 32_767
    (mark,) = findings.marks((long,), plans.style().buku)
    assert 1_000 < len(mark.note) < 32_767


def test_no_findings_are_said_in_words() -> None:
    book = written(())
    assert book.sheetnames == ["Temuan"]
    assert rows(sheet(book))[0][0] == "Tidak ada temuan."


def test_the_build_puts_both_beside_the_documents_and_removes_a_copy_no_longer_made(
    tmp_path: Path,
) -> None:
    folder = Folder(tmp_path)
    path = folder.write("a.xlsx", PLAN.replace("| U1   | S1", "| U1   | S9"))
    planned = path.read_bytes()
    outcome = folder.build()["a.xlsx"]
    assert {"temuan.txt", "temuan.xlsx", "a-bertanda.xlsx"} <= set(outcome.files)
    listed = sheet(load_workbook(outcome.folder / "temuan.xlsx"))
    (row,) = [row for row in listed.iter_rows(min_row=HEADER + 1) if row[7].value == "POHON-02"]
    link = row[3].hyperlink
    assert link and link.target and link.location
    copied = load_workbook(outcome.folder / unquote(link.target))
    name, _, cell = link.location.rpartition("!")
    marked = sheet(copied, name.strip("'"))[cell]
    assert marked.value == "S9"
    assert "POHON-02" in marked.comment.text
    assert path.read_bytes() == planned
    shutil.copy(plans.LENGKAP, path)
    again = folder.build()["a.xlsx"]
    assert [issue for issue in again.issues if issue.ref.row] == []
    assert not (again.folder / "a-bertanda.xlsx").exists()


def test_a_macro_workbook_keeps_its_ending_and_a_dangerous_copy_is_not_made(tmp_path: Path) -> None:
    path = books.plan(tmp_path, "", "makro.xlsm")
    issue = Issue("A-01", Severity.GALAT, "salah", Ref(path.name, "Pohon Kinerja", 2, 1))
    files, said = reporting.reports(path, Book(path.name, ()), (issue,), plans.style())
    assert [file.name for file in files] == [*LISTS, "makro-bertanda.xlsm"]
    assert said == ()
    signed = markable.parts(path.read_bytes()) | {"_xmlsignatures/origin.sigs": b""}
    path.write_bytes(markable.zipped(signed))
    files, (told,) = reporting.reports(path, Book(path.name, ()), (issue,), plans.style())
    assert [file.name for file in files] == [*LISTS]
    assert "tanda tangan elektronik" in told.message
    assert "KELUAR-02" in files[0].content.decode()
    listed = sheet(load_workbook(BytesIO(files[1].content)))
    assert [row[-1] for row in rows(listed)] == ["A-01", "KELUAR-02"]


@pytest.mark.parametrize("size", [(215, 330), (210, 297), (297, 420), (100, 100)])
def test_paper_that_excel_has_no_number_for_is_left_to_the_printer(size: tuple[int, int]) -> None:
    style = plans.style()
    style = replace(style, ukuran_kertas={**style.ukuran_kertas, "Folio": size})
    content = sheet_writer("xlsx").write(findings.sheets(ISSUES, BOOK, ""), style)
    number = sheet(load_workbook(BytesIO(content))).page_setup.paperSize
    expected = {(215, 330): 14, (210, 297): 9, (297, 420): 8}
    assert number == expected.get(size)
