"""The self-check workbook: rows against the plan, evidence with its cells, and never a score."""

from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook

import books
import plans
from pohon_docs import selfcheck
from pohon_docs import words as lists
from pohon_docs.catalogue import catalogue
from pohon_docs.grids import Grid
from pohon_docs.model import ARAH, Jenis, Rencana
from pohon_docs.pipeline import read
from pohon_docs.writers import sheet_writer

JUDGED = "isian.nilai"


def forms(rencana: Rencana) -> tuple[Grid, ...]:
    return selfcheck.sheets(rencana, ()).sheets


def test_every_indicator_has_a_row_of_evidence_and_one_to_judge() -> None:
    rencana = plans.lengkap()
    nodes = rencana.of(*ARAH, Jenis.PROGRAM, Jenis.KEGIATAN)
    rows = forms(rencana)[0].rows[4:]
    told, judged = rows[::2], rows[1::2]
    assert len(told) == len(judged) == sum(len(node.indikator) for node in nodes)
    names = [one.uraian for node in nodes for one in node.indikator]
    assert [str(row[2].value).rpartition(" (")[0] for row in told] == names
    sasaran = next(row for row in told if str(row[2].value).endswith("!E8)"))
    assert "2026: 83,30 (I8)" in str(sasaran[3].value)
    assert "Formula: Nilai rata-rata" in str(sasaran[5].value)
    assert "(P8)" in str(sasaran[5].value)
    for row in judged:
        assert [at for at, cell in enumerate(row, 1) if cell.role == JUDGED] == [*range(5, 12)]


def test_the_cascade_has_every_indicator_of_the_tree_once_by_level() -> None:
    rencana = plans.lengkap()
    rows = [row for row in forms(rencana)[1].rows[4:] if row[4].role == JUDGED]
    conditions = rencana.of(Jenis.KINERJA)
    assert len(rows) == sum(max(1, len(node.indikator)) for node in conditions)
    assert str(rows[0][0].value) == "1.a.1"
    assert "Bupati Cemara (Pohon Kinerja!M6)" in str(rows[0][5].value)
    numbers = [str(row[0].value) for row in rows]
    assert len(set(numbers)) == len(numbers)


def test_findings_stand_at_the_criteria_that_they_bear_on() -> None:
    rencana, issues = read(plans.SEED)
    assert rencana is not None
    smart, _, lke = selfcheck.sheets(rencana, issues).sheets
    assert any("TARGET-12" in str(row[5].value) for row in smart.rows[4:])
    assert not any("TARGET-12" in str(row[4].value) for row in smart.rows[4:])
    told = {code for row in lke.rows[4:] for code in ("TARGET-12", "POHON-09") if code in str(row)}
    assert told == {"TARGET-12", "POHON-09"}


def test_what_people_judge_is_empty_in_every_form() -> None:
    for plan in (plans.seed(), plans.lengkap(), plans.plan()):
        for form in forms(plan):
            judged = [cell for row in form.rows for cell in row if cell.role == JUDGED]
            assert {cell.value for cell in judged} <= {""}
    content = sheet_writer("xlsx").write(selfcheck.sheets(plans.plan(), ()), plans.style())
    book = load_workbook(BytesIO(content))
    assert book.sheetnames == ["KKE 1 SMART-C", "KKE 2 Cascading", "LKE Perencanaan"]
    assert "tidak memuat pohon" in str(book["KKE 2 Cascading"]["A5"].value)


def test_every_code_that_a_form_asks_for_can_be_found() -> None:
    told = lists.load("swauji")
    parts = (*told["smart"]["kolom"], *told["lke"]["kriteria"])
    asked = {code for part in parts for code in part.get("temuan", ())}
    assert asked - catalogue().keys() == set()


def test_an_indicator_in_other_words_is_named_as_the_nearest_one(tmp_path: Path) -> None:
    text = """
# Pohon Kinerja
| Kode | Induk | Level     | Kinerja                      | Indikator Kinerja    |
| S1   |       | Strategis | Terwujudnya kemandirian desa | Indeks DS Mandiri    |
| U1   | S1    | Urusan    | Meningkatnya layanan         | Angka partisipasi PT |
# Tujuan dan Sasaran
| Kode | Jenis  | Induk | Uraian            | Indikator           | Target 2026 | Kinerja |
| TJ1  | Tujuan |       | Desa yang mandiri | Indeks Desa Mandiri | 71,20       | S1      |
"""
    rencana, _ = books.read_plan(tmp_path, text)
    told = [str(row[2].value) for row in forms(rencana)[1].rows[4:] if row[4].role == JUDGED]
    assert "mirip: Indeks Desa Mandiri pada Tujuan TJ1 (Tujuan dan Sasaran!E2)" in told[0]
    assert told[1].startswith("Tidak ditemukan pada tujuan")
