"""The small picture of a tree: its levels in their colours, in order, inside it, and small."""

from itertools import pairwise

import pytest

import orchard
import plans
from pohon_docs.layout.miniature import miniature
from pohon_docs.layout.scene import Page
from pohon_docs.model import Rencana
from pohon_docs.writers import picture_writer


def drawn(rencana: Rencana) -> Page:
    (page,) = miniature(plans.trees(rencana).pages[0], plans.style()).pages
    return page


def test_every_node_of_a_small_tree_is_a_box_in_the_colour_of_its_level() -> None:
    page = drawn(plans.seed())
    assert len(page.panels) == 17
    assert len(page.paths) == 16
    tops = sorted({panel.y for panel in page.panels})
    assert len(tops) == 5
    first = [panel for panel in page.panels if panel.y == tops[0]]
    assert [panel.fill for panel in first] == [plans.style().look("kinerja.strategis").isi]
    last = {panel.fill for panel in page.panels if panel.y == tops[-1]}
    assert last == {plans.style().look("kinerja.operasional").isi}


@pytest.mark.parametrize("nodes", [orchard.KECAMATAN, orchard.DINAS, orchard.KABUPATEN])
def test_boxes_stay_inside_and_apart_and_the_file_small(nodes: int) -> None:
    scene = miniature(plans.trees(orchard.rencana(nodes)).pages[0], plans.style())
    (page,) = scene.pages
    assert all(one.x >= 0 and one.right <= page.width for one in page.panels)
    assert all(one.y >= 0 and one.bottom <= page.height for one in page.panels)
    for top in {panel.y for panel in page.panels}:
        row = sorted((one.x, one.right) for one in page.panels if one.y == top)
        assert all(left[1] <= right[0] for left, right in pairwise(row))
    (content,) = picture_writer("svg").write(scene, plans.style())
    assert len(content) < 40_000


def test_a_plan_without_a_tree_has_an_empty_picture() -> None:
    page = drawn(plans.plan(plans.component("7.01.01")))
    assert (page.panels, page.paths) == ((), ())
