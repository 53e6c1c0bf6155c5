"""Rows without code among programs: statements, components that lost their code, gaps."""

from pathlib import Path

import pytest

import books
from forms_staircase import STAIRS
from pohon_docs.issue import Issue
from pohon_docs.model import Rencana

TEMPLATE = """
# Program dan Kegiatan
| Kode              | Uraian                | Indikator | Target 2025 | Pagu 2025 | Kinerja |
| 7.01.01           | PROGRAM PENUNJANG     |           |             | 1.250.000 | T1      |
|                   | Meningkatnya dukungan | Nilai IKM | 83,30       | 1.250.000 |         |
| 7.01.01.2.01      | Perencanaan           |           |             | 1.250.000 | T1      |
|                   | Tersedianya dokumen   | Dokumen   | 2 Dokumen   |           |         |
| 7.01.01.2.01.0001 | Penyusunan dokumen    | Dokumen   | 2 Dokumen   | 1.250.000 | O1      |
"""
STAIRCASE = f"""
# Program dan Kegiatan (tidak ada)
# Tabel 4.3
| {STAIRS}                         | INDIKATOR | 2025      | <    |
| ^                                | ^         | TARGET    | PAGU |
| 7.01.01 - PROGRAM PENUNJANG      |           |           | 2500 |
| Meningkatnya dukungan            | Nilai IKM | 81        |      |
| 7.01.01.2.01 - Perencanaan       |           |           | 2500 |
| Tersedianya dokumen              | Dokumen   | 2 Dokumen |      |
| 7.01.01.2.01.0001 - Penyusunan   |           |           | 1000 |
| Tersusunnya rencana              | Dokumen   | 2 Dokumen |      |
| 7.01.01.2.01.0002 - Koordinasi   |           |           | 1000 |
| Terlaksananya koordinasi         | Dokumen   | 2 Dokumen |      |
| 7.01.01.2.01.0003 - Evaluasi     |           |           | 500  |
| Terlaksananya evaluasi           | Dokumen   | 2 Dokumen |      |
"""
FIRST = "Meningkatnya dukungan            | Nilai IKM"


def read(folder: Path, text: str, old: str, new: str) -> tuple[Rencana, list[Issue]]:
    """Read a plan with one text in it changed, with what is said of its programs."""
    assert old in text
    rencana, issues = books.read_plan(folder, text.replace(old, new, 1))
    own = [one for one in issues if one.ref.sheet in ("Program dan Kegiatan", "Tabel 4.3")]
    return rencana, [one for one in own if one.code != "KODE-23"]


def said(issues: list[Issue], code: str) -> list[str]:
    return [one.ref.cell for one in issues if one.code == code]


@pytest.mark.parametrize("text", [TEMPLATE, STAIRCASE])
def test_statements_below_names_are_no_components(text: str, tmp_path: Path) -> None:
    rencana, issues = read(tmp_path, text, "7.01.01", "7.01.01")
    assert all(node.kode for node in rencana.node)
    stated = {node.kode: node.sasaran for node in rencana.node if node.sasaran}
    assert stated["7.01.01"] == "Meningkatnya dukungan"
    assert stated["7.01.01.2.01"] == "Tersedianya dokumen"
    assert {one.code for one in issues} & {"ISI-01", "ISI-24"} == set()


def test_a_kegiatan_that_lost_its_code_is_no_statement_though_its_pagu_is_its_programs(
    tmp_path: Path,
) -> None:
    rencana, issues = read(tmp_path, TEMPLATE, "| 7.01.01.2.01 ", "|  ")
    assert said(issues, "ISI-01") == ["A4"]
    nameless = next(node for node in rencana.node if not node.kode)
    assert (nameless.uraian, nameless.sasaran) == ("Perencanaan", "Tersedianya dokumen")
    program = next(node for node in rencana.node if node.kode == "7.01.01")
    assert program.sasaran == "Meningkatnya dukungan"


@pytest.mark.parametrize(
    ("stair", "cell"),
    [("7.01.01.2.01 - Perencanaan", "A5"), ("7.01.01.2.01.0001 - Penyusunan", "A7")],
)
def test_a_stair_overwritten_by_words_is_a_name_without_code(
    stair: str, cell: str, tmp_path: Path
) -> None:
    alike = STAIRCASE.replace("| 1000 |", "| 2500 |")
    _, issues = read(tmp_path, alike, stair, "diisi nanti")
    (found,) = (one for one in issues if one.code == "ISI-01")
    assert (found.ref.cell, found.message) == (cell, "kode belum diisi")
    assert found.hint.startswith("Tulis kode dan namanya di sel itu")
    assert said(issues, "BARIS-02") == []


@pytest.mark.parametrize(
    ("statement", "cell"), [(FIRST, "A4"), ("Terlaksananya koordinasi         | Dokumen", "A10")]
)
def test_a_statement_left_out_among_others_is_asked_for(
    statement: str, cell: str, tmp_path: Path
) -> None:
    _, issues = read(tmp_path, STAIRCASE, statement, f"| {statement.split('|')[1]}")
    assert said(issues, "ISI-24") == [cell]


def test_a_sheet_that_states_only_its_program_is_not_asked_for_more(tmp_path: Path) -> None:
    lines = STAIRCASE.splitlines()
    bare = [f"| {line.split('|', 2)[2]}" if line.startswith("| Te") else line for line in lines]
    _, issues = read(tmp_path, "\n".join(bare), FIRST, FIRST)
    assert said(issues, "ISI-24") == []
