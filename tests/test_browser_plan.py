"""The page of a plan before any browser: where nodes hang, whose findings are whose, its data."""

import json
import re
from dataclasses import replace

import pytest

import plans
from pohon_docs.browser import PACK, Around, explorer
from pohon_docs.issue import Issue, Severity
from pohon_docs.model import Jenis, Kemitraan, Rencana
from pohon_docs.packs import load
from pohon_docs.pipeline import opened
from pohon_docs.source import Ref
from pohon_docs.views import Explorer, Sprig
from pohon_docs.writers import page_writer


def shown(rencana: Rencana, *issues: Issue) -> Explorer:
    return explorer(rencana, issues, load(PACK), Around("uji.xlsx"))


def above(page: Explorer, sprig: Sprig) -> str:
    return "" if sprig.above is None else page.sprigs[sprig.above].code


def hung(page: Explorer) -> list[tuple[str, str, bool]]:
    return [(one.code, above(page, one), one.target is not None) for one in page.sprigs]


def test_components_hang_under_what_they_support_else_under_their_parent() -> None:
    rencana = plans.plan(
        plans.node("S"),
        plans.node("U", "S"),
        plans.component("7.01.01", "U", "S"),
        plans.component("7.01.01.2.01", jenis=Jenis.KEGIATAN, induk=("7.01.01",)),
        plans.component("7.01.02"),
    )
    page = shown(rencana)
    assert hung(page) == [
        ("S", "", False),
        ("7.01.01", "S", True),
        ("U", "S", False),
        ("7.01.01", "U", False),
        ("7.01.01.2.01", "7.01.01", False),
        ("", "", False),
        ("7.01.02", "", False),
    ]
    assert page.sprigs[1].target == 3
    assert page.sprigs[5].text == "Belum mendukung simpul"


def test_without_conditions_a_program_hangs_under_the_sasaran_that_it_serves() -> None:
    goal = plans.component("TJ1", jenis=Jenis.TUJUAN)
    aim = plans.component("SS1", jenis=Jenis.SASARAN, induk=("TJ1",))
    program = replace(plans.component("7.01.01"), sasaran_pd=("SS1",))
    page = shown(plans.plan(goal, aim, program))
    assert hung(page) == [("TJ1", "", False), ("SS1", "TJ1", False), ("7.01.01", "SS1", False)]


@pytest.mark.parametrize("number", range(12))
def test_every_node_of_a_plan_stands_once_in_full_below_a_parent_that_comes_before(
    number: int,
) -> None:
    rencana = plans.random_plan(number, 40)
    page = shown(rencana)
    full = [one for one in page.sprigs if one.target is None and one.code]
    assert sorted(one.code for one in full) == sorted(node.kode for node in rencana.node)
    for at, one in enumerate(page.sprigs):
        assert one.above is None or one.above < at
        if one.target is not None:
            assert page.sprigs[one.target].code == one.code


def test_circles_and_long_chains_are_shown_too() -> None:
    circle = plans.plan(plans.node("A", "B"), plans.node("B", "A"))
    assert [one[0] for one in hung(shown(circle)) if not one[2]] == ["A", "B"]
    chain = plans.plan(*(plans.node(f"K{at}", f"K{at - 1}") for at in range(2_000)))
    assert len(shown(chain).sprigs) == 2_000


def test_a_finding_belongs_to_the_node_of_its_cell_else_to_those_of_its_row() -> None:
    cell, row = Ref("uji.xlsx", "Matriks", 7, 3), Ref("uji.xlsx", "Matriks", 7, 9)
    one = replace(plans.node("A"), refs=(("uraian", cell),), indikator=())
    two = replace(plans.node("B"), refs=(("uraian", cell._replace(column=4)),), indikator=())
    partner = Kemitraan("B", "Dinas", refs=(("mitra", Ref("uji.xlsx", "Crosscutting", 2, 2)),))
    rencana = replace(plans.plan(one, two), kemitraan=(partner,))
    refs = (cell, row, Ref("uji.xlsx", "Crosscutting", 2, 3), Ref("uji.xlsx"))
    page = shown(rencana, *(Issue("A-01", Severity.SARAN, "pesan", ref) for ref in refs))
    assert [one.entries for one in page.sprigs] == [(0, 1), (1, 2)]
    assert [one.cell for one in page.entries] == ["Matriks!C7", "Matriks!I7", "Crosscutting!C2", ""]


def test_findings_of_the_seeds_cells_all_find_their_node() -> None:
    found = opened(plans.SEED)
    assert found.rencana
    page = shown(found.rencana, *found.issues)
    told = {at for one in page.sprigs for at in one.entries}
    lost = {one.ref.sheet for at, one in enumerate(found.issues) if at not in told and one.ref.row}
    assert lost <= {"Identitas"}


def test_only_files_that_are_there_are_linked_to() -> None:
    around = Around("uji.xlsx", files=("temuan.html",))
    page = explorer(plans.seed(), (), load(PACK), around)
    assert [name for name, _ in page.links] == ["temuan.html", "../index.html"]


def test_the_data_tells_every_number_that_a_text_alone_does_not() -> None:
    text = page_writer("explorer").write(shown(plans.lengkap()), plans.style()).decode()
    (raw,) = re.findall(r'id="data">(.*?)</script>', text)
    assert not re.search("[<>&\u2028\u2029]", raw)
    data = json.loads(raw)
    program = next(one for one in data["simpul"] if one["c"] == "7.01.01" and "p" in one)
    (_, axis, texts, numbers), *_ = program["p"]
    assert (texts[0], numbers[0]) == ("Rp3.395.550.500", 3395550500)
    labels = [data["label"][name] for name, _ in data["sumbu"][axis]]
    assert labels == ["2025", "2026", "2027", "2028", "2029"]
    assert [cell for _, cell in data["sumbu"][axis]] == ["H", "J", "L", "N", "P"]
    targets = program["m"][0]["d"][0]
    assert targets[2][:2] == ["74,60", "76,00"]
    assert len(targets[3]) == len(targets[2])
