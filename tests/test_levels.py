"""Levels as columns: the wide form of a plan's components, the cascading form of its tree."""

from dataclasses import replace
from pathlib import Path

import pytest

import books
import forms_levels
import plans
from office import converted, needs_office
from pohon_docs.model import Jenis, Node, Rencana
from same import differences

PLANS = {"seed": (plans.seed, plans.SEED), "lengkap": (plans.lengkap, plans.LENGKAP)}
every_plan = pytest.mark.parametrize("name", list(PLANS))
# What the cascading form has no column for.
_NOT_IN_TREE = ("nama_level", "judul_singkat", "faktor_kunci", "penanggung_jawab", "crosscutting")


def by_name(rencana: Rencana) -> Rencana:
    nodes = sorted(rencana.node, key=lambda one: (one.jenis, one.uraian))
    return replace(rencana, node=tuple(nodes))


def found(path: Path) -> tuple[Rencana, list[str]]:
    rencana, issues = books.read_path(path)
    return rencana, [str(issue) for issue in issues if issue.severity != "saran"]


@every_plan
@pytest.mark.parametrize("merged", [True, False], ids=["digabung", "kosong"])
def test_a_plan_in_the_wide_form_is_the_same_plan(name: str, merged: bool, tmp_path: Path) -> None:
    rencana, template = PLANS[name]
    path = tmp_path / "lebar.xlsx"
    forms_levels.write_wide(rencana(), template, path, merged=merged)
    other, said = found(path)
    assert differences(by_name(rencana()), by_name(other)) == []
    assert said == []


@every_plan
@pytest.mark.parametrize("merged", [True, False], ids=["digabung", "kosong"])
def test_a_tree_in_the_cascading_form_is_the_same_tree(
    name: str, merged: bool, tmp_path: Path
) -> None:
    rencana, template = PLANS[name]
    path = tmp_path / "cascading.xlsx"
    forms_levels.write_cascading(rencana(), template, path, merged=merged)
    other, said = found(path)
    assert differences(by_name(rencana()), by_name(other), _NOT_IN_TREE) == []
    assert said == []


@every_plan
def test_a_tree_without_codes_keeps_its_shape(name: str, tmp_path: Path) -> None:
    rencana, template = PLANS[name]
    path = tmp_path / "cascading.xlsx"
    forms_levels.write_cascading(rencana(), template, path, codes=False)
    other, _ = found(path)
    trees = [replace(one, node=one.of(Jenis.KINERJA)) for one in (rencana(), other)]
    assert differences(by_name(trees[0]), by_name(trees[1]), _NOT_IN_TREE) == []
    assert len({node.kode for node in trees[1].node}) == len(trees[1].node)


@needs_office
def test_both_forms_that_libreoffice_saved_are_the_same_plan(tmp_path: Path) -> None:
    wide, cascading = tmp_path / "lebar.xlsx", tmp_path / "cascading.xlsx"
    forms_levels.write_wide(plans.lengkap(), plans.LENGKAP, wide)
    forms_levels.write_cascading(plans.lengkap(), plans.LENGKAP, cascading)
    (one, _), (other, _) = map(found, converted("xlsx", wide, cascading))
    assert differences(by_name(plans.lengkap()), by_name(one)) == []
    assert differences(by_name(plans.lengkap()), by_name(other), _NOT_IN_TREE) == []


WIDE = """
# Tujuan dan Sasaran (tidak ada)
# Program dan Kegiatan (tidak ada)
# Renstra
| Program  | Indikator Program | Kegiatan  | Indikator Kegiatan | Sub Kegiatan | Indikator | 2025 |
| Penunjang  | Nilai IKM  | Perencanaan | Jumlah rapat  | Rapat  | Rapat ada | 2  |
| ^  | Nilai SAKIP  | ^  |  | Naskah  | Naskah ada| 3  |
|  |  | Keuangan  | Laporan  | Gaji  | Orang  | 14  |
| Jumlah  |  |  |  |  |  |  |
"""


def node(rencana: Rencana, uraian: str) -> Node:
    return next(one for one in rencana.node if one.uraian == uraian)


def test_indicators_beside_each_level_belong_to_it(tmp_path: Path) -> None:
    rencana, issues = books.read_plan(tmp_path, WIDE)
    program = node(rencana, "Penunjang")
    assert [one.uraian for one in program.indikator] == ["Nilai IKM", "Nilai SAKIP"]
    assert str(program.indikator[1].at("uraian")) == "uji.xlsx › Renstra!B3"
    assert [one.uraian for one in node(rencana, "Naskah").indikator] == ["Naskah ada"]
    assert node(rencana, "Naskah").indikator[0].target[0].teks == "3"
    blank = [str(issue.ref) for issue in issues if issue.code == "SUSUN-11"]
    assert blank == ["uji.xlsx › Renstra!A4"]


def test_components_without_codes_are_given_one_below_their_parent_s(tmp_path: Path) -> None:
    rencana, _ = books.read_plan(tmp_path, WIDE)
    named = [
        (one.kode, one.jenis.value, one.induk)
        for one in rencana.of(Jenis.PROGRAM, Jenis.KEGIATAN, Jenis.SUB_KEGIATAN)
    ]
    assert named == [
        ("P1", "program", ()),
        ("P1.K1", "kegiatan", ("P1",)),
        ("P1.K1.S1", "sub_kegiatan", ("P1.K1",)),
        ("P1.K1.S2", "sub_kegiatan", ("P1.K1",)),
        ("P1.K2", "kegiatan", ("P1",)),
        ("P1.K2.S1", "sub_kegiatan", ("P1.K2",)),
    ]


TREE = """
# Pohon Kinerja (tidak ada)
# Cascading
| Ultimate Outcome | IK | Intermediate Outcome | IK | Immediate Outcome | IK  | Output  | IK  |
| S1 - Desa maju  | A  | Layanan baik  | B  | Mutu naik  | C  | Rapat jalan  | D  |
| ^  |  | ^  | B2 | ^  |  | Naskah ada  | E  |
| ^  |  | Desa mandiri  | F  | Mutu naik  | C  | Warga ikut  | G  |
"""


def test_the_english_names_of_the_levels_are_known_and_codes_before_names(tmp_path: Path) -> None:
    rencana, _ = books.read_plan(tmp_path, TREE)
    tree = [(one.kode, one.uraian, str(one.level)) for one in rencana.of(Jenis.KINERJA)]
    assert tree[:3] == [
        ("S1", "Desa maju", "strategis"),
        ("U1", "Layanan baik", "urusan"),
        ("T1", "Mutu naik", "taktikal"),
    ]
    assert [one.uraian for one in node(rencana, "Layanan baik").indikator] == ["B", "B2"]


def test_a_node_in_two_branches_is_one_with_two_parents(tmp_path: Path) -> None:
    rencana, issues = books.read_plan(tmp_path, TREE)
    shared = [one for one in rencana.node if one.uraian == "Mutu naik"]
    assert [one.induk for one in shared] == [("U1", "U2")]
    assert node(rencana, "Warga ikut").induk == ("T1",)
    said = [str(issue.ref) for issue in issues if issue.code == "SUSUN-02"]
    assert said == ["uji.xlsx › Cascading!E4"]


CODED = """
# Pohon Kinerja (tidak ada)
# Cascading
| Kode | Strategis | Kode | Urusan  | Kode | Taktikal | IK    |
| S1   | Mandiri   | U1   | Layanan | T1   | Mutu     | Nilai |
|      |           |      |         | T2   | Biaya    | Nilai |
"""


def test_the_one_code_that_is_missing_among_codes_is_found_at_its_cell(tmp_path: Path) -> None:
    def places(old: str, new: str) -> list[str]:
        _, issues = books.read_plan(tmp_path, CODED.replace(old, new))
        return [str(issue.ref) for issue in issues if issue.code == "SUSUN-13"]

    assert places("", "") == []
    assert places("| T2 ", "|    ") == ["uji.xlsx › Cascading!E3"]
    assert places("| U1 ", "|    ") == ["uji.xlsx › Cascading!C2"]
    bare = CODED
    for code in ("S1", "U1", "T1", "T2"):
        bare = bare.replace(f"| {code} ", "|    ")
    assert places(CODED, bare) == []
