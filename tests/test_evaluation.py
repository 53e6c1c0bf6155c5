"""Tabel T-C.29: what was reached, summed only where an indicator adds up over the years."""

from dataclasses import replace
from decimal import Decimal

import plans
from pohon_docs import packs
from pohon_docs.documents._identity import fields
from pohon_docs.documents._options import Options
from pohon_docs.documents._tables import table
from pohon_docs.indikator import Indikator, JenisTarget, Target

PACK = "permendagri-86-2017"
_TARGET, _UNTIL, _PLANNED, _REACHED, _RATE, _NEXT, _ESTIMATE, _LAST_RATE = range(3, 11)
_YEAR = 2028


def dated(year: int, number: str) -> Target:
    value = Decimal(number.replace(",", "."))
    return Target(year, number, value, "", JenisTarget.ANGKA, plans.HERE)


def measured(
    targets: dict[int, str], reached: dict[int, str], last: str, satuan: str = "Dokumen"
) -> Indikator:
    return Indikator(
        "Jumlah dokumen yang disusun",
        satuan,
        target=tuple(dated(year, number) for year, number in targets.items()),
        kondisi_akhir=last,
        realisasi=tuple(dated(year, number) for year, number in reached.items()),
        refs=(("uraian", plans.HERE),),
    )


def evaluated(one: Indikator) -> list[str]:
    """Return the cells of a program's row in the Renja of 2028."""
    program = replace(plans.component("7.01.02"), indikator=(one,))
    plan = plans.plan(program)
    rencana = replace(plan, identitas=replace(plan.identitas, tahun_renja=_YEAR))
    pack = packs.load(PACK)
    known = fields(rencana.identitas)
    found = table(pack.tabel["t-c-29"], rencana, known, pack, Options())
    (row,) = (row for row in found.rows if row.role == "program")
    return ["\n".join(cell.text) for cell in row.cells]


EVERY_YEAR = dict.fromkeys((2025, 2026, 2027, 2028, 2029), "10")


def test_a_count_is_summed_up_to_the_running_year_and_rated_against_the_period() -> None:
    row = evaluated(measured(EVERY_YEAR, {2025: "8", 2026: "9"}, "50"))
    assert row[_TARGET] == "50 Dokumen"
    assert row[_UNTIL] == "8 Dokumen"
    assert row[_PLANNED : _NEXT + 1] == ["10 Dokumen", "9 Dokumen", "90,00", "10 Dokumen"]
    assert row[_ESTIMATE:] == ["27 Dokumen", "54,00"]


def test_a_condition_is_never_summed() -> None:
    targets = {2025: "70", 2026: "72,5", 2027: "75", 2028: "77", 2029: "80"}
    row = evaluated(measured(targets, {2025: "69", 2026: "71"}, "80", "Indeks"))
    assert row[_UNTIL] == "69 Indeks"
    assert row[_ESTIMATE:] == ["75 Indeks", "93,75"]


def test_a_sum_with_an_unknown_part_is_left_empty() -> None:
    without_early = evaluated(measured(EVERY_YEAR, {2026: "9"}, "50"))
    assert without_early[_ESTIMATE:] == ["", ""]
    without_late = evaluated(measured(EVERY_YEAR, {2025: "8"}, "50"))
    assert without_late[_ESTIMATE:] == ["", ""]


def test_words_are_told_but_not_rated() -> None:
    words = (Target(2027, "BB", None, "", JenisTarget.PREDIKAT, plans.HERE),)
    row = evaluated(replace(measured({}, {}, "A", "Predikat"), target=words))
    assert row[_ESTIMATE:] == ["BB", ""]
