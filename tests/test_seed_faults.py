"""Every fault of the deck that a careful reviewer marks is found at its cell; a good plan is quiet.

The nine groups are those of "Known faults of the deck" in the page that describes the seed.
"""

from collections import Counter
from functools import cache

import pytest

import plans
from pohon_docs.issue import Issue
from pohon_docs.pipeline import read

TREE, GOALS, PLAN = "Pohon Kinerja", "Tujuan dan Sasaran", "Program dan Kegiatan"
ACTIVITIES = tuple(f"D{row}" for row in range(2, 19) if row != 7)
COUNTS_IN_PERCENT = ("F3", "F11", "F13", "F22", "F26", "F29", "F32")
FAULTS = (
    (1, "SELARAS-04", PLAN, ("M26", "M27", "M29", "M30")),
    (2, "SELARAS-05", TREE, ("E4",)),
    (2, "SELARAS-06", TREE, ("E6",)),
    (3, "TARGET-01", PLAN, ("F2",)),
    (3, "TARGET-02", PLAN, COUNTS_IN_PERCENT),
    (4, "KATA-03", PLAN, ("C27", "C30", "C33", "C36")),
    (5, "POHON-10", TREE, ("F5",)),
    (5, "POHON-09", TREE, ("D4", "D5", "D10", "D12", "D15")),
    (6, "KATA-01", TREE, ACTIVITIES),
    (7, "KATA-06", PLAN, ("C3", "C25", "C26")),
    (8, "TARGET-02", PLAN, COUNTS_IN_PERCENT),
    (9, "TARGET-11", GOALS, ("H2",)),
)
MISSPELLED = {
    "Prosentase": 11,
    "Pemerinthan": 1,
    "Pembinan": 1,
    "Tunjagan": 1,
    "tertagani": 1,
    "Vereikal": 1,
    "Tactical": 9,
    "Management": 1,
    "Meningkatkanya": 1,
    "Perencaaan": 1,
    "Penyelenggaran": 1,
    "Penydiaan": 1,
    "Bualanan": 1,
    "Trwulan": 1,
    "Ketentraman": 1,
}
SAID = {
    "POHON-09": 5, "POHON-10": 1,
    "KATA-01": 16, "KATA-02": 4, "KATA-03": 4, "KATA-04": 2, "KATA-06": 3, "KATA-07": 1,
    "KATA-08": 15, "KATA-10": 16, "KATA-11": 3,
    "TARGET-01": 1, "TARGET-02": 7, "TARGET-11": 1, "TARGET-12": 1, "TARGET-13": 1, "TARGET-14": 1,
    "KODE-23": 5, "KODE-24": 15, "KODE-25": 5, "KODE-26": 20,
    "SELARAS-02": 1, "SELARAS-03": 4, "SELARAS-04": 4, "SELARAS-05": 1, "SELARAS-06": 1,
    "SELARAS-08": 2,
    "PAGU-07": 1,
    "IDENTITAS-08": 1, "IDENTITAS-12": 1, "IDENTITAS-13": 1,
}  # fmt: skip


@cache
def seed() -> tuple[Issue, ...]:
    return read(plans.SEED)[1]


def of(code: str) -> list[Issue]:
    return [issue for issue in seed() if issue.code == code]


@pytest.mark.parametrize(("group", "code", "sheet", "cells"), FAULTS)
def test_a_known_fault_is_found_at_its_cells(
    group: int, code: str, sheet: str, cells: tuple[str, ...]
) -> None:
    assert [(one.ref.sheet, one.ref.cell) for one in of(code)] == [(sheet, cell) for cell in cells]


def test_the_repeated_sasaran_name_all_their_cells() -> None:
    lines = [str(issue) for issue in of("KATA-06")]
    assert "(lihat Program dan Kegiatan!C4:C24)" in lines[0]
    assert "(lihat Program dan Kegiatan!C28, C31, C34)" in lines[1]
    assert "(lihat Program dan Kegiatan!C29, C32, C35)" in lines[2]


def test_every_misspelled_word_is_found_with_all_its_cells() -> None:
    found = {issue.message.split('"')[1]: 1 + len(issue.related) for issue in of("KATA-08")}
    assert found == MISSPELLED
    (prosentase,) = [one for one in of("KATA-08") if '"Prosentase"' in one.message]
    cells = {(ref.sheet, ref.cell) for ref in (prosentase.ref, *prosentase.related)}
    assert {(TREE, "F7"), (GOALS, "E3"), (PLAN, "D34"), (PLAN, "C36")} <= cells


def test_one_term_that_is_spelled_in_several_ways_is_found() -> None:
    (ds,) = [one for one in of("KATA-10") if one.message.startswith('singkatan "Ds"')]
    assert 'di sel lain lengkap "desa"' in ds.message
    cells = {(ref.sheet, ref.cell) for ref in (ds.ref, *ds.related)}
    assert {(TREE, "F7"), (PLAN, "C25"), (PLAN, "C26")} <= cells
    places = [(one.ref.sheet, one.ref.cell) for one in of("KATA-07")]
    assert places == [(PLAN, "C25")]


def test_decimal_points_are_found_beside_the_comma() -> None:
    (mixed,) = of("TARGET-11")
    cells = {(ref.sheet, ref.cell) for ref in (mixed.ref, *mixed.related)}
    assert (PLAN, "F34") in cells
    assert {(GOALS, f"{column}4") for column in "IJKLM"} <= cells


def test_units_that_sipd_would_not_take_are_found() -> None:
    assert [one.ref.cell for one in of("KODE-25")] == ["F8", "F12", "F17", "F24", "F30"]


def test_nothing_else_is_said_of_the_seed_than_was_read_and_judged() -> None:
    assert Counter(issue.code for issue in seed()) == SAID


def test_the_complete_case_has_no_findings_at_all() -> None:
    _, issues = read(plans.LENGKAP)
    assert [str(issue) for issue in issues] == []
