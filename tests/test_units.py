"""Plans of other units: the good ones are quiet, and what a planner gets wrong is found."""

from pathlib import Path

import pytest

import books
from pohon_docs.folding import folded
from pohon_docs.issue import Issue
from pohon_docs.nomenclature import Nomenklatur, Resmi
from pohon_docs.pipeline import read
from pohon_docs.rules import check

FOLDER = Path(__file__).parent / "cases" / "perangkat"
UNITS = sorted(path.stem for path in FOLDER.glob("*.txt"))
RIGHT = {"KODE-27", "SELARAS-03", "KATA-11", "SUSUN-01"}
"""What is rightly said of the good ones: a list that isn't there, an IK that no table has, LPMK,
a tujuan that isn't repeated beside its sasaran."""
SCHOOL, HEALTH, WARD, AUDIT = "dinas-pendidikan", "dinas-kesehatan", "kelurahan", "inspektorat"
STAFF, SECRETARY = "badan-kepegawaian", "sekretariat-daerah"
DISASTER, LIBRARY, WELFARE = "bpbd", "dinas-perpustakaan", "dinas-sosial"
FAULTS = (
    (SCHOOL, "| Meningkatnya mutu dan", "| Meningkatkan mutu dan", "KATA-01"),
    (SCHOOL, "97,80 | 98,10", "97,80 | 97,10", "TARGET-07"),
    (SCHOOL, "8,35 | 8,49", "8,35 | 8,25", "TARGET-07"),
    (SCHOOL, "| Persentase ruang", "| Presentase ruang", "KATA-08"),
    (SCHOOL, "| Penyusunan Dokumen Perencanaan Perangkat", "| Penyusunan Dokumen", "KODE-23"),
    (SCHOOL, "| 1250000000", "| 1520000000", "PAGU-01"),
    (HEALTH, "18,0 | 16,5", "18,0 | 18,5", "TARGET-07"),
    (HEALTH, "| Indeks | 81,30 | 82,00", "| | 81,30 | 82,00 %", "TARGET-01"),
    (HEALTH, "| O2;O3 |", "| O9;O2;O3 |", "KAIT-02"),
    (STAFF, "| 5.03.02.2.02.0002", "| 5.3.2.2.02.0002", "KODE-11"),
    (STAFF, "| 265 | 280 | 295", "| 265 | 280 | ", "ISI-21"),
    (STAFF, "19701104 199603 2 002", "19701104 199603 2 02", "IDENTITAS-11"),
    (
        WARD,
        "Cepat dan pastinya layanan surat keterangan",
        "Meningkatnya pelayanan administrasi kelurahan",
        "POHON-09",
    ),
    (WARD, "Meningkatnya kecepatan pelayanan", "Persentase kecepatan pelayanan", "KATA-03"),
    (WARD, "Persentase RW berkinerja baik", "Jumlah rapat RW", "TARGET-16"),
    (AUDIT, "| 86 | 88 | 91", "| 86 | meningkat | 91", "TARGET-10"),
    (AUDIT, "| 185000000 | 190000000", "| seratus juta | 190000000", "ANGKA-01"),
    (AUDIT, "Terselesaikannya audit sesuai", "Koordinasi audit sesuai", "KATA-01"),
    (SECRETARY, "| 75 | 100", "| 75 | 110", "TARGET-04"),
    (DISASTER, "128,40 | 124,00 | 119,50", "118,40 | 124,00 | 119,50", "TARGET-07"),
    (DISASTER, "Indeks | 0,48 | 0,51", "Persen | 0,48 | 0,51", "TARGET-01"),
    (WELFARE, "| 13,81 | 13,20", "| 13,81 | 14,20", "TARGET-07"),
    (LIBRARY, "| 1.095.000.000", "| 1.905.000.000", "ANGKA-04"),
    (LIBRARY, "(Perpustakaan)", "(Perpustakaan dan lain-lain)", "ISI-22"),
    (SECRETARY, "Meningkatnya kualitas pembinaan", "Meningkatnya kualitas pembinaaan", "KATA-08"),
)


def told(unit: str, folder: Path, good: str = "", bad: str = "") -> list[Issue]:
    """Return what is said of a unit's plan with the first of a text in it changed."""
    text = (FOLDER / f"{unit}.txt").read_text(encoding="utf-8")
    assert good in text
    _, issues = read(books.book(folder, text.replace(good, bad, 1)))
    return [one for one in folded(issues) if one.code not in RIGHT]


@pytest.mark.parametrize("unit", UNITS)
def test_a_good_plan_of_another_unit_is_quiet(unit: str, tmp_path: Path) -> None:
    assert [str(one) for one in told(unit, tmp_path)] == []


@pytest.mark.parametrize(("unit", "good", "bad", "code"), FAULTS)
def test_a_planners_fault_is_found_with_little_beside_it(
    unit: str, good: str, bad: str, code: str, tmp_path: Path
) -> None:
    found = [one.code for one in told(unit, tmp_path, good, bad)]
    assert code in found
    assert len(found) <= 2, found


def test_what_the_list_of_codes_words_is_not_the_authors(tmp_path: Path) -> None:
    name, done = "Penyusunan SKPDB", "Tersusunnya SKPDB pada daerah rawan bencana"
    entry = Resmi("1.05.03.2.03.0012", name, done, "Dokumen SKPDB yang tersusun", "Dokumen")
    row = " | ".join((entry.kode, name, done, entry.indikator, entry.satuan, "2", "5000000", "O1"))
    head = "Kode | Uraian | Sasaran | Indikator | Satuan | Target 2025 | Pagu 2025 | Kinerja"
    plan = books.plan(tmp_path, f"# Program dan Kegiatan\n| {head} |\n| {row} |")
    rencana, _ = read(plan)
    assert rencana is not None
    other = Resmi(entry.kode, name, done, "Jumlah Dokumen", "Dokumen")
    for listed, said in (((), set()), ((entry,), set()), ((other,), {"KATA-05"})):
        codes = {one.code for one in check(rencana, Nomenklatur(listed))}
        assert codes & {"KATA-05", "KATA-08", "KATA-11"} == said
