"""Linieritas: arrows from the right nodes of the pemda's tree, both trees whole on a page."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

import books
import lineages
import orchard
import plans
import scenes
from pohon_docs import pipeline, rules
from pohon_docs.documents import linieritas
from pohon_docs.layout.lineage import lineage_scene
from pohon_docs.layout.scene import Page
from pohon_docs.layout.scene import Path as Line
from pohon_docs.model import Jenis, Rencana
from pohon_docs.packs import load
from pohon_docs.rules._structure import lost_parents, parents_elsewhere
from scenes import NEAR, around

PACK = load(linieritas.PACK)


def by_sasaran() -> Rencana:
    """Return the complete case whose first tujuan names a sasaran of the RPJMD."""
    first = plans.lengkap().of(Jenis.TUJUAN)[0]
    named = replace(first, sasaran_rpjmd="Terwujudnya layanan publik yang prima")
    nodes = (named if node is first else node for node in plans.lengkap().node)
    return replace(plans.lengkap(), node=tuple(nodes))


def random_and_tied(number: int) -> Rencana:
    return lineages.tied(plans.random_plan(number, 60), "P1")


SHAPES: dict[str, Callable[[], Rencana]] = {
    "seed": lambda: lineages.tied(plans.seed(), "P2"),
    "akar": lambda: lineages.tied(plans.seed(), "P"),
    "akar dan anak": lambda: lineages.tied(plans.lengkap(), "P", "P4"),
    "dua simpul": lambda: lineages.tied(plans.lengkap(), "P1", "P3"),
    "sasaran RPJMD": by_sasaran,
    "banyak saudara": lambda: lineages.tied(plans.seed(), "P12", count=30),
    "saudara bertumpuk": lambda: lineages.tied(plans.seed(), "P2", "P9", count=14),
    "terlalu banyak saudara": lambda: lineages.tied(plans.lengkap(), "P40", count=150),
    "dinas": lambda: lineages.tied(orchard.rencana(orchard.DINAS), "P2"),
    **{f"acak {n}": partial(random_and_tied, n) for n in range(4)},
}


def page(rencana: Rencana, draft: str = "") -> Page:
    view = linieritas.build(rencana, PACK)
    assert view is not None
    (one,) = lineage_scene(replace(view, draft=draft), plans.style()).pages
    return one


def arrows(one: Page) -> list[Line]:
    look = plans.style().look("panah")
    return [path for path in one.paths if path.source and path.stroke == look.garis]


def texts(one: Page, role: str) -> list[str]:
    return [
        panel.text.replace("\n", " ") for panel in one.panels if panel.role == role if panel.key
    ]


@pytest.mark.parametrize("shape", SHAPES)
def test_nothing_overlaps_spills_leaves_the_page_or_is_crossed(shape: str) -> None:
    one = page(SHAPES[shape](), "DRAF")
    rects = {key: around(panels) for key, panels in scenes.boxes(one).items()}
    labels = [(p.text, around([p])) for p in one.panels if p.role in ("label_pohon", "legenda")]
    assert scenes.overlaps([*rects.items(), *labels]) == []
    assert scenes.spilled(one) == []
    assert scenes.outside(one, plans.style().halaman_pohon) == []
    assert scenes.crossings(one, {**rects, **dict(labels)}) == []
    assert scenes.said(one, "draf") == ["DRAF"]


@pytest.mark.parametrize("shape", SHAPES)
def test_an_arrow_leads_from_each_chosen_node_to_its_root(shape: str) -> None:
    rencana = SHAPES[shape]()
    one = page(rencana)
    boxes = scenes.boxes(one)
    told = {
        (scenes.text_of(boxes[path.source][:1]), scenes.text_of(boxes[path.target][:1]))
        for path in arrows(one)
    }
    roots = [node for node, parent in rencana.walk(Jenis.KINERJA) if parent is None]
    tied = {(top.uraian, root.uraian) for root in roots for top in rencana.pemda_parents(root)}
    assert told == (tied or {(t, r) for t, r in told if "prima" in t and r == roots[0].uraian})
    assert told
    for path in arrows(one):
        source, target = around(boxes[path.source]), around(boxes[path.target])
        x, y = path.points[0]
        assert min(abs(x - source.left), abs(y - source.bottom)) < NEAR
        assert abs(path.points[-1][0] - target.middle) < NEAR
        assert 0 < target.top - path.points[-1][1] < 10
        assert boxes[path.source][0].role == "pemda.terpilih"


def test_only_the_chosen_node_is_set_apart_among_its_siblings() -> None:
    one = page(SHAPES["seed"]())
    nodes = lineages.pemda()
    assert texts(one, "pemda.terpilih") == [nodes[2].uraian]
    assert texts(one, "pemda") == [node.uraian for node in nodes if node.kode != "P2"]
    assert scenes.said(one, "label_pohon") == [
        "Pohon Kinerja Kabupaten Contoh",
        "Pohon Kinerja Kecamatan Contoh",
    ]


@pytest.mark.parametrize("count", [4, 8, 9, 12, 30])
def test_every_sibling_of_the_chosen_node_is_drawn(count: int) -> None:
    for rencana in (plans.seed(), plans.lengkap()):
        one = page(lineages.tied(rencana, "P2", count=count))
        nodes = lineages.pemda(count)
        drawn = texts(one, "pemda") + texts(one, "pemda.terpilih")
        assert sorted(drawn) == sorted(node.uraian for node in nodes)


def test_siblings_that_no_sheet_holds_are_counted() -> None:
    one = page(SHAPES["terlalu banyak saudara"]())
    assert texts(one, "pemda") == [lineages.pemda()[0].uraian, "dan 149 simpul lain"]
    (rest,) = (panel for panel in one.panels if panel.key == "p1-lain")
    assert [path.dashed for path in one.paths if path.target == rest.key] == [True]


def test_the_units_tree_is_whole_where_it_fits_else_cut_at_a_level_that_is_named() -> None:
    whole, cut = page(SHAPES["seed"]()), page(SHAPES["dua simpul"]())
    drawn = [key for key in scenes.boxes(whole) if key.startswith("n")]
    assert len(drawn) == len(plans.seed().of(Jenis.KINERJA))
    assert "sampai" not in scenes.said(whole, "catatan")[0]
    assert "Digambar sampai Kinerja Taktikal" in scenes.said(cut, "catatan")[0]
    assert "kinerja.operasional" not in {panel.role for panel in cut.panels}


def test_without_anything_above_the_picture_is_left_out_and_named() -> None:
    assert linieritas.build(plans.seed(), PACK) is None
    (skipped,) = linieritas.left_out(plans.seed(), PACK)
    assert skipped.table == "Gambar Linieritas"
    assert "Sasaran RPJMD" in skipped.reason
    assert linieritas.left_out(SHAPES["seed"](), PACK) == ()
    assert skipped in pipeline.skipped(plans.seed())


SHEET = """
# {sheet}
| Kode | Induk | Level     | Kinerja                          | IK        |
| K1   |       | Strategis | Daerah yang maju                 | Indeks    |
| K2   | K1    |           | Layanan publik yang prima        | IKM       |
"""
UNIT = """
# Pohon Kinerja
| Kode | Induk  | Level     | Kinerja                | IK    |
| S1   | {root} | Strategis | Kecamatan yang prima   | Nilai |
| U1   | S1     | Urusan    | Layanan yang cepat     | Nilai |
"""


@pytest.mark.parametrize("root", ["K2", "Layanan publik yang prima"])
@pytest.mark.parametrize("sheet", ["Pohon Kinerja Pemda", "Pohon Kinerja Kabupaten"])
def test_a_sheet_of_the_pemdas_tree_is_read_apart(root: str, sheet: str, tmp_path: Path) -> None:
    text = UNIT.format(root=root) + SHEET.format(sheet=sheet)
    rencana, issues = books.read_plan(tmp_path, text)
    assert [node.kode for node in rencana.pemda] == ["K1", "K2"]
    assert [node.kode for node in rencana.of(Jenis.KINERJA)] == ["S1", "U1"]
    assert [node.kode for node in rencana.pemda_parents(rencana.node[0])] == ["K2"]
    assert not [issue for issue in issues if issue.ref.sheet == sheet]
    assert not [issue for issue in issues if issue.code in ("POHON-02", "LEVEL-01", "LEMBAR-05")]


def test_a_parent_in_neither_tree_is_unknown(tmp_path: Path) -> None:
    text = UNIT.format(root="K9") + SHEET.format(sheet="Pohon Kinerja Pemda")
    _, issues = books.read_plan(tmp_path, text)
    assert [issue.message for issue in issues if issue.code == "POHON-02"] == [
        "induk K9 tidak ditemukan"
    ]


def test_a_root_with_the_code_of_its_pemda_parent_is_no_cycle() -> None:
    root = plans.node("P", "P")
    rencana = replace(plans.plan(root), pemda=lineages.pemda())
    assert [node.kode for node in rencana.pemda_parents(root)] == ["P"]
    assert not [i for i in rules.check(rencana) if i.code in ("POHON-02", "POHON-03")]


def test_a_code_that_a_lower_node_names_too_is_lost_beside_one_that_may_be_the_pemdas(
    tmp_path: Path,
) -> None:
    text = books.BASE.replace("| S1   |       |", "| S1   | K1;K9 |").replace(
        "| U1   | S1    |", "| U1   | S1;K9 |"
    )
    rencana, _ = books.read_path(books.book(tmp_path, text))
    (lost,), (elsewhere,) = lost_parents(rencana), parents_elsewhere(rencana)
    assert lost.ref == elsewhere.ref
    assert lost.message.startswith("induk K9 tidak ditemukan (disebut pada 2 sel)")
    assert elsewhere.message.startswith("induk K1 tidak ada di buku kerja ini")
