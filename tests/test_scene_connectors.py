"""The tree's connectors join what belongs together, and touch nothing else."""

from collections import Counter

import pytest

import plans
import scenes
import treechecks
import wilds
from pohon_docs.layout.scene import Page
from pohon_docs.model import Jenis, Rencana
from shapes import PLANS

every_plan = pytest.mark.parametrize("rencana", PLANS.values(), ids=PLANS)


def _pages(rencana: Rencana) -> tuple[Page, ...]:
    return plans.plain_scene(rencana).pages


def _named(rencana: Rencana) -> dict[str, str]:
    """Return the code of the node of every full box, by the box's key."""
    walked = (node for node, _ in rencana.walk(Jenis.KINERJA))
    return {f"n{number}": node.kode for number, node in enumerate(walked, start=1)}


@every_plan
def test_connectors_lead_from_every_parent_to_exactly_its_children(rencana: Rencana) -> None:
    names = _named(rencana)
    wanted = Counter(
        (parent.kode, node.kode)
        for node in rencana.of(Jenis.KINERJA)
        for parent in rencana.parents(node)
    )
    for page in _pages(rencana):
        drawn = Counter(
            (names[path.source], names[path.target.split("-")[0]]) for path in page.paths
        )
        assert drawn == wanted


@every_plan
def test_connectors_run_from_bottom_centre_to_top_centre_in_right_angles(
    rencana: Rencana,
) -> None:
    for page in _pages(rencana):
        rects = {key: scenes.around(panels) for key, panels in scenes.boxes(page).items()}
        for path in page.paths:
            above, below = rects[path.source], rects[path.target]
            assert path.points[0] == pytest.approx((above.middle, above.bottom), abs=scenes.NEAR)
            assert path.points[-1] == pytest.approx((below.middle, below.top), abs=scenes.NEAR)
        for _, _, leg in scenes.legs(page):
            assert min(leg.right - leg.left, leg.bottom - leg.top) < scenes.NEAR


@every_plan
def test_no_connector_crosses_a_box(rencana: Rencana) -> None:
    for page in _pages(rencana):
        rects = {key: scenes.around(panels) for key, panels in scenes.boxes(page).items()}
        assert scenes.crossings(page, rects) == []


@every_plan
def test_connectors_of_two_parents_never_share_a_line(rencana: Rencana) -> None:
    for page in _pages(rencana):
        levels = [leg for leg in scenes.legs(page) if leg[2].right - leg[2].left > scenes.NEAR]
        levels.sort(key=lambda leg: (round(leg[2].top, 1), leg[2].left))
        for number, (source, _, leg) in enumerate(levels):
            for other_source, _, other in levels[number + 1 :]:
                if other.top - leg.top > scenes.NEAR or other.left > leg.right:
                    break
                shared = min(leg.right, other.right) - other.left
                assert source == other_source or shared < scenes.NEAR


@every_plan
def test_references_are_dashed_and_so_are_the_connectors_to_them(rencana: Rencana) -> None:
    for page, tree in zip(_pages(rencana), plans.trees(rencana).pages, strict=True):
        references = {box.key for box in tree.boxes if box.reference}
        found = scenes.boxes(page)
        assert {key for key, panels in found.items() if panels[0].dashed} == references
        assert {path.target for path in page.paths if path.dashed} == references


@every_plan
def test_a_parent_stands_over_its_children(rencana: Rencana) -> None:
    for page in _pages(rencana):
        rects = {key: scenes.around(panels) for key, panels in scenes.boxes(page).items()}
        below: dict[str, list[float]] = {}
        for path in page.paths:
            below.setdefault(path.source, []).append(rects[path.target].middle)
        for key, middles in below.items():
            assert min(middles) - 1 <= rects[key].middle <= max(middles) + 1, key


@pytest.mark.parametrize("number", range(120))
def test_a_parent_stands_over_its_children_where_connectors_skip_tiers(number: int) -> None:
    rencana = wilds.skipping(number)
    (_, page) = plans.plain_scene(rencana).pages
    assert treechecks.parents_off([(0, page)]) == []
