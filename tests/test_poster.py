"""Trees as one picture over several sheets: few sheets, and whole again once pasted together."""

from dataclasses import replace
from functools import cache

import pytest

import orchard
import pasted
import plans
import scenes
import treechecks
import wilds
from pohon_docs.layout.clipping import clipped
from pohon_docs.layout.cuts import Cuts
from pohon_docs.layout.frame import Area
from pohon_docs.layout.pictures import trees_scene
from pohon_docs.layout.scene import Page, Path, Scene
from pohon_docs.styles import Style
from pohon_docs.views import Tree

SHEETS = {
    (orchard.KECAMATAN, "A4"): (3, 7),
    (orchard.KECAMATAN, "Folio"): (2, 5),
    (orchard.KECAMATAN, "A3"): (1, 3),
    (orchard.DINAS, "A4"): (10, 28),
    (orchard.DINAS, "Folio"): (8, 24),
    (orchard.DINAS, "A3"): (5, 12),
}
Pages = list[tuple[int, Page]]


def _style(paper: str) -> Style:
    return plans.style().on_paper(paper, "poster")


@cache
def _scene(nodes: int, paper: str) -> Scene:
    return trees_scene(plans.trees(orchard.rencana(nodes)), _style(paper))


def _poster(nodes: int, paper: str) -> tuple[Tree, Pages, Style]:
    tree = plans.trees(orchard.rencana(nodes)).pages[1]
    return tree, treechecks.pages_of(_scene(nodes, paper), tree), _style(paper)


@pytest.mark.parametrize(("nodes", "paper"), SHEETS)
def test_a_poster_takes_few_sheets_and_is_whole_once_pasted(nodes: int, paper: str) -> None:
    scene, style = _scene(nodes, paper), _style(paper)
    trees = plans.trees(orchard.rencana(nodes)).pages
    counts = tuple(len(treechecks.pages_of(scene, tree)) for tree in trees)
    assert all(count <= most for count, most in zip(counts, SHEETS[nodes, paper], strict=True))
    for tree in trees:
        assert treechecks.poster_faults(scene, tree, style) == []


@pytest.mark.parametrize("number", range(8))
def test_nothing_is_wrong_with_a_random_trees_poster(number: int) -> None:
    view = plans.trees(wilds.rencana(number, 60))
    style = _style(("A3", "A4")[number % 2])
    scene = trees_scene(view, style)
    for tree in view.pages:
        assert treechecks.poster_faults(scene, tree, style) == []


def test_a_posters_sheets_are_numbered_row_by_row_and_marked_where_they_are_cut() -> None:
    _, pages, style = _poster(orchard.KECAMATAN, "A4")
    sheets = pasted.cuttings(pages, style)
    assert [sheet.number for sheet in sheets] == list(range(1, len(pages) + 1))
    assert {sheet.count for sheet in sheets} == {len(pages)}
    half = style.halaman_pohon.tumpang / 2 * 72 / 25.4
    margin = style.halaman_pohon.margin_kiri * 72 / 25.4
    for sheet in sheets:
        assert sheet.inside.left == pytest.approx(margin + half)
        assert sheet.inside.right <= sheet.page.width - margin - half + scenes.NEAR


def _found(tree: Tree, pages: Pages, style: Style) -> list[str]:
    return list(pasted.poster_faults(pages, tree, style))


def test_a_box_over_a_cut_is_told() -> None:
    tree, pages, style = _poster(orchard.KECAMATAN, "A4")
    key = tree.boxes[-1].key
    at = next(n for n, (_, page) in enumerate(pages) if key in scenes.boxes(page))
    number, page = pages[at]
    edge = pasted.cuttings(pages, style)[at].inside.right - 20
    panels = (replace(one, x=edge) if one.key == key else one for one in page.panels)
    pages[at] = (number, replace(page, panels=tuple(panels)))
    assert any("memotong" in fault for fault in _found(tree, pages, style))


def test_a_connector_that_ends_at_a_cut_is_told() -> None:
    tree, pages, style = _poster(orchard.KECAMATAN, "A4")
    number, page = pages[1]
    whole = tuple(path for path in page.paths if path.source or not path.target)
    pages[1] = (number, replace(page, paths=whole))
    assert _found(tree, pages, style) != []


def test_a_line_tilted_by_rounding_goes_on_beyond_a_window_and_leaves_no_speck() -> None:
    window = Area(10.0, 10.0, 80.0, 80.0)
    tilted = Path(((0.0, 50.0), (100.0, 50.0 + 1e-12)), "#000000", 1.0)
    (piece,) = clipped(tilted, window, ())
    assert [x for x, _ in piece.points] == [10.0, 90.0]
    beside = Path(((50.0, 90.0), (50.0 + 1e-12, 120.0)), "#000000", 1.0)
    assert list(clipped(beside, window, ())) == []


def test_what_would_be_cut_begins_below_the_cut() -> None:
    cuts = Cuts(100.0, 20.0, 10.0)
    assert cuts.settle(0.0, 70.0) == 20.0
    assert cuts.settle(30.0, 60.0) == 30.0
    assert cuts.settle(31.0, 60.0) == 120.0
    assert cuts.settle(95.0, 5.0) == 120.0
