"""The cascading picture: whose programs stand where, and that every cell keeps its place."""

from collections.abc import Callable
from dataclasses import replace

import pytest

import plans
from pohon_docs.documents import visualisasi_cascading
from pohon_docs.layout.cascade import cascade_scene
from pohon_docs.layout.scene import Page, Panel, Scene
from pohon_docs.model import Jenis, Node, Rencana
from pohon_docs.packs import load
from pohon_docs.views import Cascade
from scenes import NEAR, Rect, around, outside, overlaps, said, spilled, text_of


def view(rencana: Rencana) -> Cascade:
    return visualisasi_cascading.build(rencana, load(visualisasi_cascading.PACK))


def scene(rencana: Rencana, draft: str = "") -> Scene:
    return cascade_scene(replace(view(rencana), draft=draft), plans.style())


def aim(kode: str, jenis: Jenis, *induk: str, uraian: str = "Desa yang mandiri") -> Node:
    return plans.component(kode, jenis=jenis, uraian=uraian, induk=induk)


def many(count: int, *, program: int = 1, long: bool = False) -> Rencana:
    """Return a plan with one tujuan, `count` sasaran and as many programs for each."""
    words = "meningkatnya kualitas pelayanan pemerintahan " * (6 if long else 1)
    nodes: list[Node] = [aim("TJ1", Jenis.TUJUAN)]
    for n in range(count):
        sasaran = aim(f"SS{n}", Jenis.SASARAN, "TJ1", uraian=f"{words}{n}")
        nodes.append(sasaran)
        for p in range(2, program + 2):
            kode = f"7.{n + 1:02}.{p:02}"
            name = plans.component(kode, uraian=f"Program {n} {p}")
            nodes.append(replace(name, sasaran_pd=(sasaran.kode,)))
    return plans.plan(*nodes)


SHAPES: dict[str, Callable[[], Rencana]] = {
    "seed": plans.seed,
    "lengkap": plans.lengkap,
    "tanpa sasaran": lambda: many(0),
    "satu": lambda: many(1, program=9),
    "empat belas": lambda: many(14, long=True),
    "banyak program": lambda: many(2, program=60, long=True),
    "kosong": plans.plan,
}


@pytest.mark.parametrize("shape", SHAPES)
def test_cells_never_overlap_spill_or_leave_their_page(shape: str) -> None:
    for page in scene(SHAPES[shape](), "DRAF").pages:
        cells = [(panel.key, around([panel])) for panel in page.panels if panel.key]
        assert overlaps(cells) == []
        assert spilled(page) == []
        assert outside(page, plans.style().halaman_kartu) == []
        assert said(page, "draf") == ["DRAF"]


def test_every_strip_is_as_wide_as_the_others_and_meets_its_label() -> None:
    page = scene(plans.lengkap()).pages[0]
    labels = [panel for panel in page.panels if panel.role == "cascading_label"]
    assert [text_of([label]) for label in labels] == [
        *("Sasaran RPJMD", "Tujuan Kecamatan Sukamaju", "Indikator Tujuan Kecamatan Sukamaju"),
        *("Sasaran Kecamatan Sukamaju", "Indikator Sasaran Kecamatan Sukamaju", "Program"),
    ]
    rows = [beside(page, label) for label in labels]
    assert {(round(row.left, 2), round(row.right, 2)) for row in rows} == {
        (round(rows[0].left, 2), round(rows[0].right, 2))
    }
    for label, row in zip(labels, rows, strict=True):
        assert abs(row.top - label.y) < NEAR
        assert abs(row.bottom - label.bottom) < NEAR


def beside(page: Page, label: Panel) -> Rect:
    """Return the rectangle around the cells of a label's strip."""
    return around(
        panel for panel in page.panels if panel.key and label.y - NEAR <= panel.y < label.bottom
    )


def test_programs_stand_under_the_sasaran_that_they_serve() -> None:
    rencana = plans.lengkap()
    page = scene(rencana).pages[0]
    roles = ("cascading.sasaran", "cascading.sasaran_penunjang")
    sasaran = [panel for panel in page.panels if panel.role in roles]
    assert len(sasaran) == len(rencana.of(Jenis.SASARAN))
    told = 0
    for panel, node in zip(sasaran, rencana.of(Jenis.SASARAN), strict=True):
        below = [
            text_of([cell])
            for cell in page.panels
            if cell.role in ("cascading.program", "cascading.penunjang")
            and abs(cell.x - panel.x) < NEAR
        ]
        served = [one for one in rencana.of(Jenis.PROGRAM) if node.kode in one.sasaran_pd]
        assert sorted(below) == sorted(one.uraian for one in served)
        told += len(below)
    assert told == len(rencana.of(Jenis.PROGRAM))


def test_only_the_supporting_column_has_a_colour_of_its_own() -> None:
    page = scene(plans.lengkap()).pages[0]
    assert said_by(page, "cascading.sasaran_penunjang") == [
        "Meningkatnya akuntabilitas kinerja dan keuangan kecamatan"
    ]
    assert len(said_by(page, "cascading.indikator_penunjang")) == 1
    assert len(said_by(page, "cascading.sasaran")) == 3
    assert said_by(page, "cascading.penunjang") == [
        "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA"
    ]
    fills = {
        panel.role: panel.fill for panel in page.panels if panel.role.startswith("cascading.p")
    }
    assert fills["cascading.penunjang"] != fills["cascading.program"]


def said_by(page: Page, role: str) -> list[str]:
    return [text_of([panel]) for panel in page.panels if panel.role == role]


def test_a_tujuan_stands_over_all_its_sasaran_on_every_page_that_shows_them() -> None:
    pages = scene(many(14, long=True)).pages
    assert len(pages) > 1
    shown = 0
    for page in pages:
        (tujuan,) = (panel for panel in page.panels if panel.role == "cascading.tujuan")
        below = [panel for panel in page.panels if panel.role == "cascading.sasaran"]
        assert abs(tujuan.x - below[0].x) < NEAR
        assert abs(tujuan.right - below[-1].right) < NEAR
        shown += len(below)
    assert shown == 14
    sizes = [len([p for p in page.panels if p.role == "cascading.sasaran"]) for page in pages]
    assert max(sizes) - min(sizes) <= 1


def test_a_program_under_a_second_sasaran_points_to_its_first_column() -> None:
    both = replace(plans.component("7.01.02"), sasaran_pd=("A", "B"))
    sasaran = [aim(kode, Jenis.SASARAN, "T") for kode in ("A", "B")]
    rencana = plans.plan(aim("T", Jenis.TUJUAN), *sasaran, both)
    first, second = said_by(scene(rencana).pages[0], "cascading.program")
    assert "juga pada kolom" not in first
    assert second.endswith("(juga pada kolom 1)")


def test_a_program_that_serves_no_known_sasaran_is_still_shown() -> None:
    loose = replace(plans.component("7.01.02"), sasaran_pd=("tidak ada",))
    rencana = plans.plan(aim("T", Jenis.TUJUAN), loose)
    assert len(said_by(scene(rencana).pages[0], "cascading.program")) == 1


def test_every_strip_is_a_heading_with_its_cells_read_out_after_it() -> None:
    page = scene(plans.lengkap()).pages[0]
    (section,) = page.tags
    told = [(tag.role, page.panels[at]) for tag in section.below for at in tag.panels]
    assert [panel for _, panel in told] == [
        panel for panel in page.panels if panel.text and panel.role != "halaman"
    ]
    assert {panel.role for role, panel in told if role == "H2"} == {"cascading_label"}


def test_one_sasaran_of_the_rpjmd_stands_over_the_neighbours_that_name_it() -> None:
    goals = [
        replace(aim(kode, Jenis.TUJUAN), sasaran_rpjmd=named)
        for kode, named in (("A", "Layanan prima"), ("B", "Layanan prima"), ("C", "Desa maju"))
    ]
    page = scene(plans.plan(*goals)).pages[0]
    assert said_by(page, "cascading.sasaran_rpjmd") == ["Layanan prima", "Desa maju"]
    wide, narrow = (p.width for p in page.panels if p.role == "cascading.sasaran_rpjmd")
    assert wide > 1.9 * narrow
