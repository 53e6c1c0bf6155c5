"""No row is lost in silence: every row of a known sheet has a fate, and an unread one a finding."""

from pathlib import Path

import pytest

import books
import spoil
from pohon_docs.arrangements import Part, arrangements
from pohon_docs.reading.fates import Fate
from pohon_docs.source import Book, Sheet
from pohon_docs.workbook import read_book

TABLE = """
# Program dan Kegiatan
| MATRIKS PROGRAM |
|
| Kode | Uraian | IK | Target 2025 | Kinerja | Catatan |
| (1) | (2) | (3) | (4) | (5) | (6) |
| 7.01.01 | PROGRAM | Nilai IKM | 80 | T1 | |
| | | Nilai SAKIP | 70 | | |
| Kode | Uraian | IK | Target 2025 | Kinerja | Catatan |
| 7.01.02 | LAYANAN | Jumlah desa | 2 | T1 | |
| Jumlah | | | | | |
"""
SIGNED = """
|
| | | | Sukamaju, 15 September 2025 |
| | | | Camat Sukamaju |
|
|
| | | | Drs. Bima Wirasatya, M.Si. |
| | | | NIP. 19750817 200003 1 004 |
"""


def parts(book: Book) -> list[tuple[Sheet, Part]]:
    """Return every known sheet with what it says."""
    return [
        (sheet, one.read(sheet))
        for sheet in book.sheets
        for one in [next((a for a in arrangements() if a.claims(sheet)), None)]
        if one is not None
    ]


def fates(folder: Path, text: str) -> tuple[list[Fate], list[str]]:
    """Return the fates of a program sheet's rows, and the codes of what is said of it."""
    path = books.plan(folder, text)
    _, issues = books.read_path(path)
    book, _ = read_book(path)
    assert book is not None
    sheet, part = parts(book)[-1]
    assert sheet.name == "Program dan Kegiatan"
    said = [issue.code for issue in issues if issue.ref.sheet == sheet.name]
    return [part.fates[row.number] for row in sheet.rows], said


@pytest.mark.parametrize("name", spoil.NAMES)
def test_every_row_of_every_known_sheet_has_a_fate(name: str) -> None:
    good = spoil.goods()[name]
    for sheet, part in parts(good.book):
        assert set(part.fates) == {row.number for row in sheet.rows}
        read = {row for row, fate in part.fates.items() if fate is Fate.RECORD}
        taken = {one.number for found in part.records.values() for one in found}
        taken |= {one.number for one in part.totals} | {issue.ref.row for issue in part.issues}
        assert part.identitas or read <= taken
        assert taken & read or part.identitas


def test_rows_are_read_or_skipped_for_a_named_reason(tmp_path: Path) -> None:
    found, said = fates(tmp_path, TABLE)
    assert found == [
        *(Fate.TITLE, Fate.HEADER, Fate.NUMBERING, Fate.RECORD, Fate.RECORD),
        *(Fate.REPEATED, Fate.RECORD, Fate.TOTAL),
    ]
    assert said == []


def test_a_signature_block_is_no_entry(tmp_path: Path) -> None:
    found, said = fates(tmp_path, TABLE + SIGNED)
    assert found[-4:] == [Fate.SIGNATURE] * 4
    assert said == []


@pytest.mark.parametrize(
    ("below", "fate"),
    [
        ("|\n| Mengetahui, | | | Camat |\n| | | | Budi |", Fate.SIGNATURE),
        ("| Catatan: angka sementara |\n| menunggu evaluasi |", Fate.NOTE),
        ("| *) angka sementara |\n| **) menunggu |", Fate.NOTE),
        ("| | | | | | | | | cek lagi |", Fate.OUTSIDE),
    ],
)
def test_what_stands_below_a_table_does_no_harm(below: str, fate: Fate, tmp_path: Path) -> None:
    found, said = fates(tmp_path, TABLE + below)
    assert found[8:] == [fate] * (len(found) - 8)
    assert len(found) > 8
    assert said == (["BARIS-04"] if fate is Fate.OUTSIDE else [])


def test_an_office_over_a_nip_without_place_and_date_is_a_signature(tmp_path: Path) -> None:
    found, said = fates(tmp_path, TABLE + "|\n| | Camat |\n|\n| | Budi |\n| | NIP 1975 |")
    assert found[-3:] == [Fate.SIGNATURE] * 3
    assert said == []


LEVELS = """
# Pohon Kinerja (tidak ada)
# Cascading
| Strategis | IK | Urusan | IK | Taktikal | IK |
"""


def test_rows_above_the_first_name_are_reported(tmp_path: Path) -> None:
    _, issues = books.read_plan(
        tmp_path, f"{LEVELS}| | Nilai | | | | |\n| Desa | IKS | Layanan | B | Mutu | C |"
    )
    said = [(str(one.ref).rpartition("!")[2], one.code) for one in issues]
    assert ("A2", "SUSUN-12") in said


def test_a_row_of_the_wide_form_that_nothing_takes_is_reported(tmp_path: Path) -> None:
    text = """
    # Tujuan dan Sasaran (tidak ada)
    # Program dan Kegiatan (tidak ada)
    # Renstra
    | Tujuan | Sasaran | Program | Kegiatan | Indikator | Target 2025 |
    |        |         |         |          | Nilai     | 80 |
    | Desa   | Layanan | Wilayah | Rapat    | Jumlah    | 2  |
    """
    _, issues = books.read_plan(tmp_path, text)
    said = [(str(one.ref).rpartition("!")[2], one.code) for one in issues]
    assert ("E2", "BARIS-06") in said


def test_names_left_out_by_habit_are_said_once() -> None:
    good = spoil.goods()["lebar tanpa gabungan"]
    said = [(str(one.ref), one.code) for one in books.unjudged(good.issues)]
    assert said == [("rencana.xlsx › Cascading Renstra!B6", "SUSUN-01")]
