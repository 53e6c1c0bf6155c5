"""Sheets that are far, wide, many or hostile: only cells that exist take time and memory."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import peak
import rawbooks
from pohon_docs import guard
from pohon_docs.workbook import read_book
from rawbooks import MAIN, SHEET

FILLED = '<row r="1"><c r="A1"><v>1</v></c></row>'
ROWS = 200_000
BASE = 150
"""MiB that the program takes with its libraries loaded, and a little more."""


def styled() -> bytes:
    rows = (
        f'<row r="{n}" s="1" customFormat="1"><c r="A{n}" s="1"/><c r="B{n}" s="1"/></row>'
        for n in range(2, ROWS)
    )
    return rawbooks.sheet(FILLED + "".join(rows))


def lonely() -> bytes:
    last = '<row r="1048576"><c r="A1048576" s="1"/><c r="XFD1048576"><v>7</v></c></row>'
    return rawbooks.sheet(FILLED + last)


def merged() -> bytes:
    areas = '<mergeCells><mergeCell ref="A1:A1048576"/><mergeCell ref="B1:XFD1"/></mergeCells>'
    return rawbooks.sheet(FILLED, areas)


def beside() -> bytes:
    """Return a sheet of very many elements that are no cells."""
    return rawbooks.sheet(FILLED, f"<aneh>{'<a/>' * 2_000_000}</aneh>")


@pytest.mark.parametrize("make", [styled, lonely, merged, beside])
def test_a_sheet_with_one_value_is_read_quickly_and_in_little_memory(
    make: Callable[[], bytes], tmp_path: Path
) -> None:
    path = tmp_path / "besar.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, content in rawbooks.parts(make()).items():
            archive.writestr(name, content)
    seconds, mebibytes, texts = peak.of_reading(path)
    assert texts == ("1",)
    assert seconds < 10
    assert mebibytes < BASE


def test_500_sheets_are_read_in_their_order(tmp_path: Path) -> None:
    contents = rawbooks.parts(rawbooks.sheet(""))
    del contents["xl/_rels/workbook.xml.rels"]
    listed = "".join(f'<sheet name="L{n}" sheetId="{n}"/>' for n in range(1, 501))
    contents["xl/workbook.xml"] = (
        f'<workbook xmlns="{MAIN}"><sheets>{listed}</sheets></workbook>'.encode()
    )
    for n in range(1, 501):
        contents[f"xl/worksheets/sheet{n}.xml"] = rawbooks.cells(f'<c r="A1"><v>{n}</v></c>')
    book, issues = rawbooks.read(tmp_path, contents)
    assert book is not None
    assert [sheet.rows[0].cells[0].text for sheet in book.sheets] == [str(n) for n in range(1, 501)]
    assert issues == ()


@pytest.mark.parametrize(
    "part",
    [
        rawbooks.sheet(f"<row>{'<c/>' * 5_000_001}</row>"),
        rawbooks.sheet(FILLED, "<mergeCell ref='A1:E1048576'/>"),
        rawbooks.sheet(FILLED, '<mergeCell ref="A1:A1048576"/>' * 5),
    ],
    ids=["sel", "gabungan", "gabungan banyak"],
)
def test_more_cells_than_memory_holds_are_refused(part: bytes, tmp_path: Path) -> None:
    path = tmp_path / "terlalu.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, content in rawbooks.parts(part).items():
            archive.writestr(name, content)
    book, (issue,) = read_book(path)
    assert book is None
    assert issue.code == "BUKU-01"
    assert "terlalu besar" in issue.message


def test_a_file_that_unpacks_to_more_than_memory_holds_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "bom.xlsx"
    contents = rawbooks.parts(rawbooks.sheet(FILLED))
    path.write_bytes(rawbooks.packed(contents))
    total = sum(map(len, contents.values()))
    monkeypatch.setattr(guard, "_MOST_BYTES", total)
    assert guard.refusal(path) is None
    monkeypatch.setattr(guard, "_MOST_BYTES", total - 1)
    refused = guard.refusal(path)
    assert refused is not None
    assert "terlalu besar" in refused.message


def test_a_row_of_too_many_children_is_broken(tmp_path: Path) -> None:
    """A row that never ends would be held whole, cells or not."""
    part = rawbooks.sheet(f"<row>{'<aneh/>' * 2_000_000}</row>")
    path = tmp_path / "baris.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, content in (rawbooks.parts(part) | {SHEET: part}).items():
            archive.writestr(name, content)
    book, (issue,) = read_book(path)
    assert book is None
    assert issue.code == "BUKU-02"
    assert 'lembar "Lembar" rusak' in issue.message
