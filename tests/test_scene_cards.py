"""Cascade cards: the deck's own pages, and nothing lost, cut or covered in any plan."""

from collections import Counter, defaultdict
from itertools import pairwise

import pytest

import plans
import scenes
import shapes
from pohon_docs.layout.scene import Page, Panel
from pohon_docs.model import KOMPONEN, Jenis, Level, Node, Rencana
from shapes import CARD_PLANS

_CARD = ("kartu_label", "kartu_nama", "kartu_nilai", "rujukan")


every_plan = pytest.mark.parametrize("rencana", CARD_PLANS.values(), ids=CARD_PLANS)


def _card_pages(rencana: Rencana) -> tuple[Page, ...]:
    pages = plans.cards_scene(rencana).pages
    return tuple(page for page in pages if page.name.startswith("kartu-"))


def _rows(rencana: Rencana, *roles: str) -> dict[str, list[Panel]]:
    """Return the panels of some roles on all pages, by the key that they belong to."""
    found: dict[str, list[Panel]] = defaultdict(list)
    for page in _card_pages(rencana):
        for panel in page.panels:
            if panel.role in roles:
                found[panel.key].append(panel)
    return dict(found)


@every_plan
def test_nothing_on_a_page_overlaps(rencana: Rencana) -> None:
    for page in _card_pages(rencana):
        rects = [(panel.role, scenes.around([panel])) for panel in page.panels]
        assert scenes.overlaps(rects) == []


@every_plan
def test_no_text_leaves_its_box(rencana: Rencana) -> None:
    for page in plans.cards_scene(rencana, "DRAF").pages:
        assert scenes.spilled(page) == []


@every_plan
def test_nothing_lies_outside_the_margins(rencana: Rencana) -> None:
    sheets = plans.style().halaman_kartu
    for page in _card_pages(rencana):
        assert (page.width, page.height) == plans.style().sheet(sheets.kertas[0], sheets)
        assert scenes.outside(page, sheets) == []


@every_plan
def test_every_page_says_its_number_and_the_number_of_all(rencana: Rencana) -> None:
    pages = plans.cards_scene(rencana).pages
    assert [scenes.said(page, "halaman") for page in pages] == [
        [f"{number} / {len(pages)}"] for number in range(1, len(pages) + 1)
    ]


@every_plan
def test_every_component_has_one_full_card_with_all_its_texts(rencana: Rencana) -> None:
    names = _rows(rencana, "kartu_nama")
    values = _rows(rencana, "kartu_nilai")
    parts = rencana.of(*KOMPONEN)
    assert set(names) == {part.kode for part in parts}
    for part in parts:
        first, *repeated = (_letters(scenes.text_of([panel])) for panel in names[part.kode])
        assert first == _letters(part.uraian)
        assert all(text == f"{first}(lanjutan)" for text in repeated)
        assert _letters(scenes.text_of(values[part.kode])) == _letters(_card_text(part))


def _card_text(part: Node) -> str:
    """Return what a component's card says below its name."""
    ends = [indikator.target_akhir for indikator in part.indikator]
    targets = [
        indikator.dengan_satuan(end.teks) if end else indikator.kondisi_akhir
        for indikator, end in zip(part.indikator, ends, strict=True)
    ]
    texts = [[indikator.uraian for indikator in part.indikator], targets]
    listed = [
        text if len(texts[0]) == 1 else f"{number}. {text}"
        for column in texts
        for number, text in enumerate(column, start=1)
    ]
    return " ".join([part.sasaran, *listed])


def _letters(text: str) -> str:
    """Return a text without blanks, since a line may end inside a word such as dan/atau."""
    return "".join(text.split())


@every_plan
def test_cards_beside_each_other_have_rows_of_one_height(rencana: Rencana) -> None:
    for page in _card_pages(rencana):
        cards: dict[float, list[list[float]]] = defaultdict(list)
        for panels in scenes.boxes(page).values():
            labels = [panel.y for panel in panels if panel.role == "kartu_label"]
            if len(labels) == len(KOMPONEN) + 1:
                cards[round(labels[0], 2)].append(labels)
        for rows in cards.values():
            assert all(tops == pytest.approx(rows[0]) for tops in rows)


@every_plan
def test_a_label_is_as_high_as_its_value(rencana: Rencana) -> None:
    for page in _card_pages(rencana):
        cells = [panel for panel in page.panels if panel.role in _CARD]
        for label, value in zip(cells[::2], cells[1::2], strict=True):
            assert (label.y, label.height, label.right) == (value.y, value.height, value.x)


@every_plan
def test_cards_stand_below_a_condition_that_they_support(rencana: Rencana) -> None:
    supported = {part.kode: set(part.mendukung) for part in rencana.of(*KOMPONEN)}
    for page in _card_pages(rencana):
        heads = {
            key.removeprefix("simpul "): panels[0]
            for key, panels in scenes.boxes(page).items()
            if key.startswith("simpul ")
        }
        labels = [panel for panel in page.panels if panel.role == "kartu_label" and heads]
        for label in labels:
            over = {code for code, box in heads.items() if len(heads) == 1 or box.x == label.x}
            assert over & supported[label.key], label.key


@every_plan
def test_every_condition_heads_a_page_of_its_level(rencana: Rencana) -> None:
    shown = Counter(text for page in _card_pages(rencana) for text in scenes.said(page, "kinerja"))
    assert set(shown) == {" ".join(node.uraian.split()) for node in rencana.of(Jenis.KINERJA)}


@every_plan
def test_later_pages_of_a_section_are_marked_as_continued(rencana: Rencana) -> None:
    pages = _card_pages(rencana)
    for before, page in pairwise(pages):
        same = before.name.rpartition("-")[0] == page.name.rpartition("-")[0]
        assert any("(LANJUTAN)" in text for text in scenes.said(page, "seruan")) is same


def test_a_component_of_several_conditions_is_drawn_once_and_pointed_to() -> None:
    rencana = shapes.shared_and_loose()
    (pointer,) = _rows(rencana, "rujukan")["1.01"]
    assert scenes.text_of([pointer]) == (
        "PROGRAM BERSAMA Kartu lengkap di bawah: Meningkatnya pelayanan"
    )
    assert len(_rows(rencana, "kartu_nama")["1.01"]) == 1


def test_components_of_no_condition_stand_on_a_last_page_of_their_own() -> None:
    page = _card_pages(shapes.shared_and_loose())[-1]
    assert scenes.said(page, "pita_label") == ["Tanpa simpul"]
    assert scenes.said(page, "seruan") == ["KOMPONEN YANG BELUM MENDUKUNG POHON KINERJA"]
    assert scenes.said(page, "kartu_nama") == ["PROGRAM LEPAS", "PROGRAM YATIM"]


def test_a_card_longer_than_a_page_goes_on_with_its_name_repeated() -> None:
    names = _rows(shapes.tall(8000), "kartu_nama")
    assert len(names["1.01"]) > 1
    assert len(names["1.02"]) == 1


def test_a_name_longer_than_a_page_is_drawn_whole_and_repeated_in_short() -> None:
    words = shapes.words(1000)
    rencana = plans.plan(
        plans.node("S", level=Level.TAKTIKAL), plans.component("1", "S", uraian=words)
    )
    said = [scenes.text_of([one]) for one in _rows(rencana, "kartu_nama", "kartu_nilai")["1"]]
    own = [text for text in said if not text.endswith("… (lanjutan)")]
    assert " ".join(own).startswith(words)
    assert len(own) < len(said)
    for page in _card_pages(rencana):
        assert scenes.outside(page, plans.style().halaman_kartu) == []


def test_no_word_of_a_card_is_broken_that_smaller_text_would_keep_whole() -> None:
    name = "PROGRAM PENYELENGGARAAN PERTANGGUNGJAWABAN"
    conditions = [plans.node(f"S{number}", level=Level.TAKTIKAL) for number in range(4)]
    parts = [plans.component(f"1.0{n}", f"S{n}", uraian=name) for n in range(4)]
    names = _rows(plans.plan(*conditions, *parts), "kartu_nama")
    assert [scenes.text_of(panels) for panels in names.values()] == [name] * 4


def test_a_goal_with_more_indicators_than_a_page_is_named_again_on_the_next() -> None:
    named = [
        text
        for page in _card_pages(shapes.many_goals())
        for text in scenes.said(page, "teks")
        if text.startswith("1. ")
    ]
    assert named[0] == "1. Terwujudnya pelayanan prima"
    assert {"1. Terwujudnya pelayanan prima (lanjutan)", "1. Puasnya masyarakat"} <= set(named)


def test_every_goal_stands_in_the_tables_with_its_indicators_and_years() -> None:
    rencana = plans.lengkap()
    for page in _card_pages(rencana)[:2]:
        said = _letters(" ".join(scenes.said(page, "teks", "tengah")))
        for node in rencana.of(Jenis.TUJUAN, Jenis.SASARAN):
            assert _letters(node.uraian) in said
            assert all(_letters(indikator.uraian) in said for indikator in node.indikator)


def test_a_plan_without_conditions_or_components_has_trees_only() -> None:
    assert [page.name for page in plans.cards_scene(plans.plan()).pages] == [
        "tanpa-indikator",
        "dengan-indikator",
    ]
