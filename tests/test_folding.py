"""What only follows from another finding is told in it, and never lost."""

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

import books
import plans
from pohon_docs import words
from pohon_docs.catalogue import catalogue
from pohon_docs.folding import folded
from pohon_docs.issue import Issue, Severity
from pohon_docs.pipeline import read
from pohon_docs.source import Ref


def issue(
    code: str, cell: tuple[int, int], *related: tuple[int, int], galat: bool = False
) -> Issue:
    refs = tuple(Ref("u.xlsx", "Program", *one) for one in related)
    severity = Severity.GALAT if galat else Severity.PERINGATAN
    return Issue(code, severity, f"pesan {code}", Ref("u.xlsx", "Program", *cell), "", refs)


def test_the_cell_of_a_number_for_words_is_not_judged_further() -> None:
    found = (issue("NILAI-01", (2, 4)), issue("KATA-05", (2, 4)), issue("KATA-05", (3, 4)))
    assert folded(found) == (found[0], found[2])


def test_a_finding_that_speaks_of_other_cells_too_is_kept() -> None:
    found = (issue("KATA-10", (2, 4), (3, 4), (4, 4)), issue("NILAI-01", (2, 4)))
    assert folded(found) == found


def test_a_lost_link_tells_of_the_condition_that_it_leaves() -> None:
    (told,) = folded((issue("KAIT-02", (2, 9), galat=True), issue("KAIT-04", (7, 1))))
    assert told.code == "KAIT-02"
    assert told.message == "pesan KAIT-02; mungkin karena itu pesan KAIT-04"
    assert told.related == (Ref("u.xlsx", "Program", 7, 1),)


def test_more_consequences_than_the_causes_explain_stay_findings_of_their_own() -> None:
    left = [issue("KAIT-04", (row, 1)) for row in range(7, 11)]
    assert folded((issue("KAIT-02", (2, 9), galat=True), *left))[1:] == tuple(left)


def test_several_causes_are_not_paired_at_random() -> None:
    causes = [issue("KAIT-02", (row, 9), galat=True) for row in (2, 3)]
    first, second = folded((*causes, issue("KAIT-04", (7, 1)), issue("KAIT-04", (8, 1))))
    assert "mungkin karena itu atau 1 temuan serupa pesan KAIT-04 (dan 1 hal lain)" in first.message
    assert second == causes[1]


def test_a_consequence_that_weighs_more_takes_its_cause_up() -> None:
    cause, sum_of = issue("ISI-23", (4, 6)), issue("PAGU-01", (2, 6), galat=True)
    (told,) = folded((cause, sum_of))
    assert (told.code, told.severity) == ("PAGU-01", Severity.GALAT)
    assert told.message == "pesan PAGU-01; mungkin karena pesan ISI-23"
    assert cause.ref in told.related


@pytest.mark.parametrize("cell", ["H14", "J14", "N14", "P14"])
def test_a_nought_too_many_is_one_finding_that_names_its_cell(tmp_path: Path, cell: str) -> None:
    book = load_workbook(plans.LENGKAP)
    book["Program dan Kegiatan"][cell].value *= 10
    path = tmp_path / "rencana.xlsx"
    book.save(path)
    (told,) = folded(read(path)[1])
    assert told.code == "PAGU-01"
    assert cell in {ref.cell for ref in told.related}
    assert "mungkin karena pagu 7.01.01.2.01.0001" in told.message


def test_one_row_of_wrong_sums_is_one_finding() -> None:
    found = [issue("PAGU-01", (2, column), galat=True) for column in (6, 7, 8)]
    (told,) = folded(found)
    assert told.message == "pesan PAGU-01; begitu pula 2 lagi di baris itu"
    assert told.related == tuple(one.ref for one in found[1:])


def test_the_same_row_of_another_workbook_is_another_row() -> None:
    one = issue("PAGU-01", (2, 6), galat=True)
    other = replace(one, ref=one.ref._replace(book="v.xlsx"))
    assert folded((one, other)) == (one, other)


def test_what_is_told_once_is_not_told_again() -> None:
    once = folded((issue("KAIT-02", (2, 9), galat=True), issue("KAIT-04", (7, 1))))
    assert folded(once) == once


@pytest.mark.parametrize("table", words.load("akibat")["akibat"], ids=lambda one: one["di"])
def test_every_code_of_the_list_is_of_the_catalogue(table: dict[str, list[str]]) -> None:
    for begin in (*table["sebab"], *table["akibat"]):
        assert any(code.startswith(begin) for code in catalogue()), begin


def test_a_nip_that_excel_has_cut_short_is_one_finding(tmp_path: Path) -> None:
    book = load_workbook(plans.LENGKAP)
    for row in book["Identitas"].iter_rows(max_col=2):
        if row[0].value == "NIP":
            row[1].value, row[1].number_format = 197508172000031004, "0"
    path = tmp_path / "rencana.xlsx"
    book.save(path)
    _, issues = books.read_path(path)
    assert [one.code for one in folded(issues)] == ["SEL-09"]


def test_no_severity_is_lost() -> None:
    worst = replace(issue("KODE-01", (2, 1)), severity=Severity.GALAT)
    found = (issue("POHON-02", (3, 2), galat=True), worst)
    assert {one.severity for one in folded(found)} == {Severity.GALAT}


def test_a_cell_that_cannot_be_read_is_not_said_to_be_empty_too(tmp_path: Path) -> None:
    book = load_workbook(plans.LENGKAP)
    book["Program dan Kegiatan"]["H14"].value = "=1+1"
    path = tmp_path / "rencana.xlsx"
    book.save(path)
    (told,) = folded(books.read_path(path)[1])
    assert (told.code, told.ref.cell) == ("SEL-01", "H14")
    assert "mungkin karena itu pagu 2025 kegiatan 7.01.01.2.01" in told.message
