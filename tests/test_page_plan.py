"""Trees of any size on an office's paper: few pages, each box once, every reference right."""

import os
from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest

import orchard
import plans
import scenes
import treechecks
import wilds
from pohon_docs.layout.pictures import picture, trees_scene
from pohon_docs.layout.scene import Page, Scene
from pohon_docs.looks import Susunan
from pohon_docs.model import Level
from pohon_docs.styles import POINTS_PER_MM, Style

FIGURES = {
    (orchard.KECAMATAN, "A3"): 3,
    (orchard.KECAMATAN, "Folio"): 6,
    (orchard.DINAS, "A3"): 10,
    (orchard.DINAS, "Folio"): 20,
}
FEW = 16
TREES = int(os.environ.get("POHON", FEW))
"""How many random trees are laid out; where the environment asks for more, of up to 3,000 nodes."""
LARGEST = 120 if TREES == FEW else orchard.KABUPATEN
every_figure = pytest.mark.parametrize(("nodes", "paper"), FIGURES)


def _style(paper: str) -> Style:
    return plans.style().on_paper(paper, None)


@cache
def _scene(nodes: int, paper: str, seed: int = 1) -> Scene:
    return trees_scene(plans.trees(orchard.rencana(nodes, seed)), _style(paper))


def _with_indicators(scene: Scene) -> list[Page]:
    return [page for page in scene.pages if page.name.startswith("dengan-indikator")]


@every_figure
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_tree_takes_no_more_pages_than_promised(nodes: int, paper: str, seed: int) -> None:
    pages = _with_indicators(_scene(nodes, paper, seed))
    assert len(pages) <= FIGURES[nodes, paper]
    size = plans.style().ukuran_kertas[paper]
    for page in pages:
        across, down = page.width / POINTS_PER_MM, page.height / POINTS_PER_MM
        assert (across, down) == pytest.approx((size[1], size[0]))


@pytest.mark.parametrize(("paper", "most"), [("A3", 110), ("Folio", 200)])
def test_a_kabupatens_tree_takes_no_more_pages_than_promised(paper: str, most: int) -> None:
    tree = plans.trees(orchard.rencana(orchard.KABUPATEN)).pages[1]
    assert picture(tree, _style(paper), "").pages <= most


@every_figure
@pytest.mark.parametrize("seed", [1, 2, 4])
def test_every_page_but_the_last_is_at_least_a_third_full(
    nodes: int, paper: str, seed: int
) -> None:
    scene = _scene(nodes, paper, seed)
    for tree in plans.trees(orchard.rencana(nodes, seed)).pages:
        pages = [page for _, page in treechecks.pages_of(scene, tree)]
        assert min((scenes.filled(page) for page in pages[:-1]), default=1) >= 1 / 3


@every_figure
def test_nothing_is_wrong_with_a_large_trees_pages(nodes: int, paper: str) -> None:
    scene = _scene(nodes, paper)
    for tree in plans.trees(orchard.rencana(nodes)).pages:
        assert treechecks.faults(scene, tree, _style(paper)) == []
        assert treechecks.parents_off(treechecks.pages_of(scene, tree)) == []


@pytest.mark.parametrize("number", range(TREES))
def test_nothing_is_wrong_with_a_random_trees_pages(number: int) -> None:
    view = plans.trees(wilds.rencana(number, LARGEST))
    style = _style(("Folio", "A3", "A4")[number % 3])
    scene = trees_scene(view, style)
    for tree in view.pages:
        assert treechecks.faults(scene, tree, style) == []
        assert treechecks.parents_off(treechecks.pages_of(scene, tree)) == []


def test_bands_stand_on_every_page_of_the_picture_with_indicators() -> None:
    for page in _with_indicators(_scene(orchard.DINAS, "A3")):
        labels = [panel for panel in page.panels if panel.role == "pita_label"]
        stripes = [panel for panel in page.panels if panel.role in ("pita_ganjil", "pita_genap")]
        assert labels
        for key, panels in scenes.boxes(page).items():
            held = [one for one in stripes if scenes.around([one]).holds(scenes.around(panels))]
            assert len(held) == (0 if key.startswith("jalur") else 1), key


def test_pages_say_their_number_and_the_title() -> None:
    scene = _scene(orchard.KECAMATAN, "Folio")
    for number, page in enumerate(scene.pages, start=1):
        assert f"{number} / {len(scene.pages)}" in scenes.said(page, "halaman")
        assert any(
            "KECAMATAN CEMARA" in text for text in scenes.said(page, "judul", "judul_lanjutan")
        )


def test_the_outline_names_every_node_once_below_its_page() -> None:
    scene = _scene(orchard.KECAMATAN, "Folio")
    pages = _with_indicators(scene)
    named = [mark.title for page in pages for mark in page.bookmarks if mark.depth > 1]
    wanted = [node.uraian[:90] for node in orchard.rencana(orchard.KECAMATAN).node]
    assert sorted(named) == sorted(wanted)
    for page in scene.pages:
        depths = [mark.depth for mark in page.bookmarks]
        assert all(after <= before + 1 for before, after in pairwise(depths))


def test_the_draft_mark_stands_on_every_page() -> None:
    view = replace(plans.trees(orchard.rencana(orchard.KECAMATAN)), draft="DRAF")
    for page in trees_scene(view, _style("Folio")).pages:
        assert scenes.said(page, "draf") == ["DRAF"]
        assert scenes.spilled(page) == []


@pytest.mark.parametrize(("asked", "beside"), [("berjajar", True), ("bertumpuk", False)])
def test_the_style_decides_how_leaves_stand(asked: Susunan, beside: bool) -> None:
    style = _style("A3")
    susunan = {**style.pohon_halaman.susunan, "operasional": asked}
    style = replace(style, pohon_halaman=replace(style.pohon_halaman, susunan=susunan))
    view = plans.trees(orchard.rencana(orchard.KECAMATAN))
    scene = trees_scene(view, style)
    stacked = 0
    for page in _with_indicators(scene):
        rects = {key: scenes.around(panels) for key, panels in scenes.boxes(page).items()}
        for path in page.paths:
            sideways = abs(path.points[-1][1] - rects[path.target].top) > scenes.NEAR
            stacked += sideways and scenes.boxes(page)[path.target][0].role.endswith("operasional")
    assert (stacked == 0) == beside
    for tree in view.pages:
        assert treechecks.faults(scene, tree, style) == []


def test_the_complete_case_refers_to_its_shared_nodes_by_page() -> None:
    view = plans.trees(plans.lengkap())
    style = _style("Folio")
    scene = trees_scene(view, style)
    for tree in view.pages:
        assert treechecks.faults(scene, tree, style) == []


def test_a_tree_that_fits_takes_one_page_and_says_nothing_of_others() -> None:
    for page in trees_scene(plans.trees(plans.seed()), plans.style()).pages:
        assert page.links == ()
        assert "hal." not in scenes.text_of(page.panels)


def test_a_tree_too_wide_for_a_page_is_stacked_on_it() -> None:
    leaves = [plans.node(f"O{n}", "S", level=Level.OPERASIONAL) for n in range(14)]
    rencana = plans.plan(plans.node("S"), *leaves)
    scene = trees_scene(plans.trees(rencana), _style("Folio"))
    assert [page.name for page in scene.pages] == ["tanpa-indikator", "dengan-indikator"]
    for tree in plans.trees(rencana).pages:
        assert treechecks.faults(scene, tree, _style("Folio")) == []
