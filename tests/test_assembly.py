"""How the sheets of a book become one plan: who reads a sheet, and which sheet wins."""

from pathlib import Path

import pytest

import books
from pohon_docs.arrangements import Arrangement, Part, arrangements
from pohon_docs.issue import Issue
from pohon_docs.model import Jenis
from pohon_docs.reading import assembly

TWICE = """
# Matriks Renstra
| Kode    | Uraian            | Indikator | Target |
| 7.01.02 | PROGRAM PELAYANAN | Nilai IKM | 80     |
"""
LINKED = """
# Program dan Kegiatan
| Kode    | Uraian  | Indikator | Target | Kinerja                   | Sasaran PD        |
| 7.01.01 | PROGRAM | Nilai IKM | 80     | Meningkatnya mutu layanan | Layanan yang baik |
"""
SPLIT = """
# Program dan Kegiatan
| Kode | <  | <  | <    | <    | Uraian             | Indikator | Target | Kinerja |
| 7    | 01 | 01 |      |      | PROGRAM PENUNJANG  | Nilai     | 80     | T1      |
| 7    | 01 | 01 | 2.01 |      | Perencanaan        | Nilai     | 80     | T1      |
| 7    | 01 | 01 | 2.01 | 0001 | Penyusunan dokumen | Nilai     | 80     | O1      |
"""


def found(issues: tuple[Issue, ...], code: str) -> list[str]:
    return [str(issue) for issue in issues if issue.code == code]


def test_a_part_that_two_sheets_hold_is_read_from_the_first_and_said(tmp_path: Path) -> None:
    rencana, issues = books.read_plan(tmp_path, TWICE)
    assert "7.01.02" not in [node.kode for node in rencana.node]
    (said,) = found(issues, "LEMBAR-11")
    assert said.startswith("uji.xlsx › Matriks Renstra: peringatan: ")
    assert 'sudah ada di lembar "Program dan Kegiatan"' in said


def test_a_sheet_that_two_arrangements_claim_is_read_by_neither(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Arrangement(
        "lain", "Lain", lambda sheet: sheet.name == "Pohon Kinerja", lambda _: Part()
    )
    both = (*(one for one in arrangements() if one.name == "templat"), other)
    monkeypatch.setattr(assembly, "arrangements", lambda: both)
    rencana, issues = books.read_plan(tmp_path)
    assert rencana.of(Jenis.KINERJA) == ()
    (said,) = found(issues, "LEMBAR-10")
    assert said.startswith("uji.xlsx › Pohon Kinerja: galat: ")
    assert '"templat" dan "lain"' in said


def test_links_may_be_the_exact_wording_of_a_condition_or_a_sasaran(tmp_path: Path) -> None:
    rencana, _ = books.read_plan(tmp_path, LINKED)
    program = next(node for node in rencana.node if node.kode == "7.01.01")
    assert program.mendukung == ("T1",)
    assert program.sasaran_pd == ("SS1",)


def test_a_code_over_several_columns_is_joined_and_found_at_its_first(tmp_path: Path) -> None:
    rencana, issues = books.read_plan(tmp_path, SPLIT)
    read = [(node.kode, str(node.at("kode"))) for node in rencana.node if "." in node.kode]
    assert read == [
        ("7.01.01", "uji.xlsx › Program dan Kegiatan!A2"),
        ("7.01.01.2.01", "uji.xlsx › Program dan Kegiatan!A3"),
        ("7.01.01.2.01.0001", "uji.xlsx › Program dan Kegiatan!A4"),
    ]
    assert found(issues, "LEMBAR-03") == []
