"""The cascading tree: every component once under its node, partners beside, the matrix after."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from functools import cache, partial

import pytest

import orchard
import plans
import scenes
import treechecks
from pohon_docs.documents import pohon_cascading
from pohon_docs.indikator import JenisTarget, Pagu, Target
from pohon_docs.layout.charts import chart_scene
from pohon_docs.layout.scene import Page, Panel, Scene
from pohon_docs.model import ARAH, KOMPONEN, Jenis, Kemitraan, Node, Rencana
from pohon_docs.packs import load
from pohon_docs.views import Box, Chart
from scenes import NEAR, text_of

PARTS = (*ARAH, *KOMPONEN)
SHAPES: dict[str, Callable[[], Rencana]] = {
    "seed": plans.seed,
    "lengkap": plans.lengkap,
    "kosong": plans.plan,
    "dinas": lambda: orchard.supported(orchard.DINAS),
    **{f"acak {n}": partial(plans.random_plan, n, 20 + 15 * n) for n in range(5)},
}


@cache
def view(rencana: Rencana) -> Chart:
    return pohon_cascading.build(rencana, load(pohon_cascading.PACK))


@cache
def scene(rencana: Rencana, draft: str = "") -> Scene:
    return chart_scene(replace(view(rencana), draft=draft), plans.style())


def boxes(rencana: Rencana) -> tuple[Box, ...]:
    return view(rencana).trees[0].boxes


def said(box: Box) -> str:
    return " ".join(one.text for part in box.parts for one in part.paragraphs)


def matrix(rencana: Rencana) -> list[Page]:
    return [page for page in scene(rencana).pages if page.name.startswith("matriks")]


@pytest.mark.parametrize("shape", SHAPES)
def test_every_box_stands_once_in_full_and_every_page_is_sound(shape: str) -> None:
    rencana = SHAPES[shape]()
    (tree,) = view(rencana).trees
    drawn = scene(rencana)
    assert treechecks.faults(drawn, tree, plans.style()) == []
    for page in matrix(rencana):
        assert scenes.spilled(page) == []
        assert scenes.outside(page, plans.style().halaman_pohon) == []
        cells = [panel for panel in page.panels if panel.role in ("kepala", "teks", "tengah")]
        assert scenes.overlaps([(one.text, scenes.around([one])) for one in cells]) == []


@pytest.mark.parametrize("shape", SHAPES)
def test_every_component_has_one_full_box_under_its_first_node(shape: str) -> None:
    rencana = SHAPES[shape]()
    walked = [node for node, _ in rencana.walk(Jenis.KINERJA)]
    keys = {node.kode: f"n{at}" for at, node in enumerate(walked, start=1)}
    full = {box.key: box for box in boxes(rencana) if box.attached and not box.reference}
    pointed = Counter(box.target for box in boxes(rencana) if box.attached and box.reference)
    for at, part in enumerate(rencana.of(*PARTS), start=1):
        box = full[f"k{at}"]
        supported = [node.kode for node in walked if node.kode in part.mendukung]
        assert box.parent == (keys[supported[0]] if supported else "lepas")
        assert pointed[box.key] == max(0, len(supported) - 1)
        assert said(box).startswith(f"{part.kode} {part.uraian}")
    assert len([key for key in full if key.startswith("k")]) == len(rencana.of(*PARTS))


def program(*mendukung: str, years: tuple[str, ...] = ("70", "75")) -> Node:
    """Return a program with a target and a pagu for each of the first years."""
    made = plans.component("7.01.02", *mendukung)
    (one,) = made.indikator
    dated = tuple(
        Target(year, text, Decimal(text), "Indeks", JenisTarget.ANGKA, plans.HERE)
        for year, text in zip(plans.TAHUN, years, strict=False)
    )
    money = tuple(Pagu(year, Decimal(year) * 1000, plans.HERE) for year in plans.TAHUN[:2])
    return replace(made, indikator=(replace(one, target=dated),), pagu=money)


def test_a_component_says_target_and_pagu_of_the_renja_year() -> None:
    rencana = plans.plan(plans.node("S"), program("S"))
    dated = replace(rencana, identitas=replace(rencana.identitas, tahun_renja=2026))
    (box,) = (box for box in boxes(dated) if box.attached)
    assert said(box).endswith("Indeks Kepuasan Masyarakat → 75 Indeks Pagu: Rp2.026.000")
    assert "tahun 2026" in view(dated).trees[0].note


def test_without_a_renja_year_it_says_the_target_of_the_periods_end() -> None:
    rencana = plans.plan(plans.node("S"), plans.component("7.01.02", "S"))
    (box,) = (box for box in boxes(rencana) if box.attached)
    assert said(box).endswith("Indeks Kepuasan Masyarakat → 83,30 Indeks")
    assert "akhir periode" in view(rencana).trees[0].note


def test_what_supports_no_node_comes_under_a_root_of_its_own() -> None:
    rencana = plans.plan(plans.node("S"), plans.component("7.01.02", "tidak ada"))
    loose = {box.key: box for box in boxes(rencana)}
    assert said(loose["lepas"]) == "Belum mendukung simpul"
    assert loose["k1"].parent == "lepas"
    assert "lepas" not in {box.key for box in boxes(plans.seed())}


def test_the_legend_names_each_level_and_kind_in_its_own_colour_below_the_boxes() -> None:
    for page in scene(plans.seed()).pages:
        names = [panel for panel in page.panels if panel.role == "legenda"]
        assert [text_of([panel]) for panel in names] == [
            *("Kinerja Strategis", "Kinerja Urusan/Suburusan", "Kinerja Tactical"),
            *("Kinerja Operasional", "Tujuan", "Sasaran", "Program", "Kegiatan", "Sub Kegiatan"),
        ]
        lowest = max(scenes.around(panels).bottom for panels in scenes.boxes(page).values())
        swatches = [beside(page, name) for name in names]
        assert min(swatch.y for swatch in swatches) > lowest
        assert len({swatch.fill for swatch in swatches}) == len(names)
        assert [one.fill for one in swatches] == [
            plans.style().look(one.role).isi for one in swatches
        ]


def beside(page: Page, name: Panel) -> Panel:
    """Return the swatch left of a name of the legend."""
    left = [p for p in page.panels if not p.lines and p.y > name.y and p.right < name.x + NEAR]
    return max((p for p in left if p.bottom < name.bottom), key=lambda panel: panel.right)


def with_partners() -> Rencana:
    listed = (
        Kemitraan("S", "Dinas Kesehatan", "Membina kader", "Kader terlatih", "Berjalan"),
        Kemitraan("S", "Inspektorat"),
        Kemitraan("X", "Dinas Sosial"),
    )
    node = replace(plans.node("S"), crosscutting="inspektorat; Kepolisian Sektor")
    return replace(plans.plan(node, plans.component("7.01.02", "S")), kemitraan=listed)


def test_partners_hang_from_their_node_by_a_dashed_line() -> None:
    rencana = with_partners()
    partners = [box for box in boxes(rencana) if box.dashed]
    assert [said(box) for box in partners] == [
        "Mitra: Dinas Kesehatan Membina kader",
        "Mitra: Inspektorat",
        "Mitra: Kepolisian Sektor",
    ]
    assert {box.parent for box in partners} == {"n1"}
    page = scene(rencana).pages[0]
    dashed = {path.target: path.dashed for path in page.paths}
    assert [dashed[box.key] for box in partners] == [True] * 3
    assert dashed["k1"] is False


def test_the_matrix_has_a_row_for_every_partner_of_a_node() -> None:
    (page,) = matrix(with_partners())
    cells = [text_of([panel]) for panel in page.panels if panel.role in ("teks", "tengah")]
    assert cells == [
        "S Terwujudnya kemandirian desa",
        *("Dinas Kesehatan", "Membina kader", "Kader terlatih", "Berjalan"),
        *("Inspektorat", "", "", ""),
        *("Kepolisian Sektor", "", "", ""),
        *("X", "Dinas Sosial", "", "", ""),
    ]
    assert scenes.said(page, "halaman") == ["2 / 2"]


def test_every_partner_of_the_complete_case_is_in_the_matrix_under_a_repeated_header() -> None:
    pages = matrix(plans.lengkap())
    rows = [
        {text_of([panel]) for panel in page.panels if abs(panel.y - one.y) < NEAR}
        for page in pages
        for one in page.panels
        if one.role == "tengah"
    ]
    for one in plans.lengkap().kemitraan:
        assert any({one.mitra, one.peran, one.keluaran, one.status} <= row for row in rows)
    assert [len(scenes.said(page, "kepala")) for page in pages] == [5] * len(pages)
    assert [page.tags[0].below[-1].role for page in pages] == ["Table"] * len(pages)


def test_a_plan_without_partners_has_no_matrix() -> None:
    assert matrix(plans.seed()) == []


def test_the_draft_mark_stands_on_every_page() -> None:
    for page in scene(plans.lengkap(), "DRAF").pages:
        assert scenes.said(page, "draf") == ["DRAF"]


def test_many_partners_of_a_node_fill_the_pages_of_the_matrix() -> None:
    nodes = plans.lengkap().of(Jenis.KINERJA)
    asked = [(nodes[0], 2), (nodes[1], 40), (nodes[2], 3), (nodes[3], 20), (nodes[4], 30)]
    partners = tuple(
        Kemitraan(node.kode, f"{node.kode} dinas {n}", "Menyediakan data terpadu " * (1 + n % 7))
        for node, count in asked
        for n in range(count)
    )
    bare = tuple(replace(node, crosscutting="") for node in plans.lengkap().node)
    pages = matrix(replace(plans.lengkap(), node=bare, kemitraan=partners))
    cells = [[p for p in page.panels if p.role in ("teks", "kepala")] for page in pages]
    told = [text for some in cells for text in map(panel_text, some) if " dinas " in text]
    assert told == [one.mitra for one in partners]
    bottom = max(panel.bottom for some in cells for panel in some)
    top = min(panel.y for some in cells for panel in some)
    for page in cells[:-1]:
        assert max(panel.bottom for panel in page) - top > 0.65 * (bottom - top)
    firsts = [panel_text(min(some, key=lambda p: (p.role == "kepala", p.y, p.x))) for some in cells]
    assert len(pages) > 3
    assert any(text.endswith("(lanjutan)") for text in firsts)
    assert all(text for text in firsts)


def panel_text(panel: Panel) -> str:
    return panel.text.replace("\n", " ")
