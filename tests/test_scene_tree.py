"""The tree's pictures: nothing overlaps, everything is there, connectors join what belongs."""

from collections import Counter
from itertools import pairwise

import pytest

import plans
import scenes
from pohon_docs.layout.scene import Page
from pohon_docs.model import Jenis, Node, Rencana
from pohon_docs.styles import POINTS_PER_MM
from shapes import LONG, PLANS

every_plan = pytest.mark.parametrize("rencana", PLANS.values(), ids=PLANS)


def _pages(rencana: Rencana) -> tuple[Page, ...]:
    return plans.plain_scene(rencana).pages


def _conditions(rencana: Rencana) -> tuple[Node, ...]:
    return rencana.of(Jenis.KINERJA)


@every_plan
def test_no_two_boxes_overlap(rencana: Rencana) -> None:
    for page in _pages(rencana):
        rects = [(key, scenes.around(panels)) for key, panels in scenes.boxes(page).items()]
        assert scenes.overlaps(rects) == []


@every_plan
def test_no_text_leaves_its_box(rencana: Rencana) -> None:
    for page in _pages(rencana):
        assert scenes.spilled(page) == []


@every_plan
def test_nothing_lies_outside_the_margins(rencana: Rencana) -> None:
    for page in _pages(rencana):
        assert scenes.outside(page, plans.style().halaman_pohon) == []


@every_plan
def test_text_is_never_smaller_than_its_minimum(rencana: Rencana) -> None:
    for page in _pages(rencana):
        for panel in page.panels:
            smallest = min(plans.style().look(panel.role).minimum, 10)
            assert all(line.size >= smallest - 1e-9 for line in panel.lines), panel.role


@every_plan
def test_every_condition_is_a_full_box_exactly_once(rencana: Rencana) -> None:
    wanted = Counter(" ".join(node.uraian.split()) for node in _conditions(rencana))
    short = Counter(
        " ".join((node.judul_singkat or node.uraian).split()) for node in _conditions(rencana)
    )
    for page, texts in zip(_pages(rencana), (short, wanted), strict=True):
        full = [panels for panels in scenes.boxes(page).values() if not panels[0].dashed]
        assert Counter(scenes.text_of(panels[:1]) for panels in full) == texts


@every_plan
def test_every_indicator_stands_in_its_conditions_box(rencana: Rencana) -> None:
    page = _pages(rencana)[1]
    full = {key: panels for key, panels in scenes.boxes(page).items() if not panels[0].dashed}
    walked = [node for node, _ in rencana.walk(Jenis.KINERJA)]
    for number, node in enumerate(walked, start=1):
        said = scenes.text_of(full[f"n{number}"][1:])
        texts = [" ".join(indikator.uraian.split()) for indikator in node.indikator]
        marks = ["IK :"] if len(texts) == 1 else [f"IK {n} :" for n in range(1, len(texts) + 1)]
        assert said == " ".join(f"{mark} {text}" for mark, text in zip(marks, texts, strict=True))


@every_plan
def test_boxes_of_one_tier_stand_at_one_height_and_tiers_below_each_other(
    rencana: Rencana,
) -> None:
    for page, tree in zip(_pages(rencana), plans.trees(rencana).pages, strict=True):
        rects = {key: scenes.around(panels) for key, panels in scenes.boxes(page).items()}
        tiers: dict[int, list[scenes.Rect]] = {}
        for box in tree.boxes:
            tiers.setdefault(box.tier, []).append(rects[box.key])
        rows = [tiers[tier] for tier in sorted(tiers)]
        for row in rows:
            assert max(rect.top for rect in row) - min(rect.top for rect in row) < scenes.NEAR
        for above, below in pairwise(rows):
            assert max(rect.bottom for rect in above) < min(rect.top for rect in below)


@every_plan
def test_band_labels_stand_beside_the_tiers_of_their_level(rencana: Rencana) -> None:
    page, tree = _pages(rencana)[1], plans.trees(rencana).pages[1]
    labels = [panel for panel in page.panels if panel.role == "pita_label"]
    stripes = [panel for panel in page.panels if panel.role in ("pita_ganjil", "pita_genap")]
    said = [scenes.text_of([label]).replace(" ", "") for label in labels]
    assert said == [band.label.replace(" ", "") for band in tree.bands]
    rects = {key: scenes.around(panels) for key, panels in scenes.boxes(page).items()}
    for band, label, stripe in zip(tree.bands, labels, stripes, strict=True):
        assert (label.y, label.bottom) == pytest.approx((stripe.y, stripe.bottom))
        assert label.right <= stripe.x
        for box in tree.boxes:
            if band.first <= box.tier <= band.last:
                assert scenes.around([stripe]).holds(rects[box.key])
    for above, under in pairwise(labels):
        assert above.bottom < under.y


def test_the_picture_of_titles_has_no_bands_and_no_indicators() -> None:
    page = _pages(plans.seed())[0]
    assert {panel.role.split("_")[0] for panel in page.panels}.isdisjoint({"pita", "ik"})


def test_the_seed_fits_a_folio_page_with_readable_indicators() -> None:
    folio = plans.style().ukuran_kertas["Folio"]
    for page in _pages(plans.seed()):
        across, down = page.width / POINTS_PER_MM, page.height / POINTS_PER_MM
        assert (across, down) == pytest.approx((folio[1], folio[0]))
    sizes = [
        line.size
        for panel in _pages(plans.seed())[1].panels
        if panel.role.startswith("ik.")
        for line in panel.lines
    ]
    assert min(sizes) >= 7


def test_a_small_tree_takes_the_smallest_sheet_and_a_large_one_a_larger() -> None:
    small = _pages(plans.random_plan(7, 3))[1]
    large = _pages(plans.random_plan(7, 33))[1]
    assert small.width < large.width


def test_a_plan_without_conditions_is_a_page_with_its_title_only() -> None:
    for page in _pages(plans.plan(judul_pohon_kinerja="POHON KOSONG")):
        assert scenes.boxes(page) == {}
        assert page.paths == ()
        assert "POHON KOSONG" in scenes.text_of(page.panels)


def test_a_long_title_stays_inside_the_margins() -> None:
    title = "POHON KINERJA " + "PENINGKATAN KUALITAS PELAYANAN " * 12
    rencana = plans.plan(plans.node("S"), judul_pohon_kinerja=title)
    for page in plans.tree_scene(rencana, draft="DRAF").pages:
        assert scenes.spilled(page) == []
        assert scenes.outside(page, plans.style().halaman_pohon) == []


def test_the_draft_mark_covers_nothing() -> None:
    for page in plans.tree_scene(plans.seed(), draft="DRAF").pages:
        (mark,) = [panel for panel in page.panels if panel.role == "draf"]
        others = [panel for panel in page.panels if panel is not mark and panel.lines]
        assert all(not scenes.around([mark]).overlaps(scenes.around([one])) for one in others)
        assert scenes.text_of([mark]) == "DRAF"


def test_a_very_long_statement_makes_its_box_higher_not_fuller() -> None:
    text = " ".join([LONG] * 40)
    rencana = plans.plan(plans.node("S", uraian=text, ik=(text,)), plans.node("U", "S"))
    for page in _pages(rencana):
        assert scenes.spilled(page) == []
        assert scenes.text_of(scenes.boxes(page)["n1"][:1]) == text


def test_a_word_without_blanks_stays_inside_its_box() -> None:
    word = "pertanggungjawaban" * 12
    rencana = plans.plan(plans.node("S", uraian=word, ik=(word,)))
    for page in _pages(rencana):
        assert scenes.spilled(page) == []
        assert scenes.text_of(scenes.boxes(page)["n1"][:1]).replace(" ", "") == word
