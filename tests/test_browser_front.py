"""index.html in a real browser: every unit with its links and picture, search, order, filters."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest

import plans
from browser import DESKTOP, PHONE, Page, browser, needs_browser
from pohon_docs.layout.miniature import miniature
from pohon_docs.summary import State, Summary
from pohon_docs.webpages import front_page
from pohon_docs.writers import picture_writer

pytestmark = needs_browser

HOSTILE = '<img src=x onerror="window.bobol=1"> "Dinas" & </article>'
ARCHIVE = "Arsip <i>miring</i> &amp;"
FILES = (
    *("pohon.html", "pratinjau.svg", "temuan.html", "pohon-kinerja.pdf", "renja-2026.docx"),
    *("rencana-bertanda.xlsx", "nama 100% <b>.txt"),
)
CEMARA = Summary(
    workbook="cemara.xlsx",
    folder="cemara",
    state=State.DIBUAT,
    counts={"galat": 0, "peringatan": 4, "saran": 1200},
    unit="Kecamatan Cemara",
    periode="2025–2029",
    tahun_renja=2026,
    pagu=Decimal("6508100000"),
    nodes=84,
    program=6,
    kegiatan=19,
    subkegiatan=53,
    pages={"pohon-kinerja.pdf": 5},
    files=FILES,
)
KESEHATAN = replace(
    CEMARA,
    workbook="dinas kesehatan.xlsx",
    folder="dinas kesehatan",
    unit="Dinas Kesehatan",
    counts={"galat": 2, "peringatan": 0, "saran": 0},
    pagu=Decimal(1),
    nodes=300,
)
REFUSED = Summary("rusak#?.xlsx", "rusak#?", State.DITOLAK, {"galat": 1}, unit=HOSTILE)
CLEAN = replace(CEMARA, workbook="bersih.xlsx", folder="bersih", unit=ARCHIVE, counts={}, pagu=None)
SUMMARIES = (CEMARA, REFUSED, KESEHATAN, CLEAN)


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    with browser() as found:
        yield found


def written(folder: Path, summaries: tuple[Summary, ...]) -> Path:
    """Write the page of some units, and beside it their pictures."""
    (drawn,) = picture_writer("svg").write(
        miniature(plans.trees(plans.seed()).pages[0], plans.style()), plans.style()
    )
    for one in summaries:
        (folder / one.folder).mkdir()
        (folder / one.folder / "pratinjau.svg").write_bytes(drawn)
    file = front_page(summaries, plans.style())
    (folder / file.name).write_bytes(file.content)
    return folder / file.name


def units(page: Page) -> list[str]:
    return page.texts("article h2")


def test_every_unit_stands_by_name_with_its_state_findings_sums_and_files(
    page: Page, tmp_path: Path
) -> None:
    path = written(tmp_path, SUMMARIES)
    page.open(path)
    assert path.name == "index.html"
    assert units(page) == [HOSTILE, ARCHIVE, "Dinas Kesehatan", "Kecamatan Cemara"]
    text = " ".join(page.texts("article")[3].split())
    assert "cemara.xlsx · 2025–2029 · Tahun Renja 2026" in text
    for said in ("PaguRp6.508.100.000", "Simpul84", "Sub kegiatan53", "1.200 saran", "5 hal."):
        assert said in text
    links = (
        "[...document.querySelectorAll('article:last-of-type a')].map((a) => a.getAttribute($[0]))"
    )
    assert page.ask(links, "href") == [
        *("cemara/pohon.html", "cemara/pohon.html", "cemara/pohon.html", "cemara/temuan.html"),
        *("cemara/pohon-kinerja.pdf", "cemara/renja-2026.docx", "cemara/rencana-bertanda.xlsx"),
        "cemara/nama%20100%25%20%3Cb%3E.txt",
    ]
    sums = page.texts(".jumlah li")
    assert sums[0] == "Rp6.508.100.001 pagu tahun Renja"
    assert sums[1] == "468 simpul"
    assert page.texts(".hitung li") == ["3 galat", "4 peringatan", "1.200 saran"]
    assert "tanpa temuan" in page.texts("article")[1]
    assert "Tidak dibuat" in page.texts("article")[0]
    assert page.texts("article")[0].count("Simpul") == 0


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
def test_its_pictures_are_drawn_and_nothing_else_is_asked_for(
    page: Page, tmp_path: Path, size: tuple[int, int]
) -> None:
    path = written(tmp_path, (CEMARA, KESEHATAN, REFUSED))
    page.requests()
    page.open(path, size=size)
    page.until("[...document.images].every((one) => one.naturalWidth > 0)")
    asked = {one for one in page.requests() if one.startswith(("file", "http"))}
    folder = path.parent.as_uri()
    pictures = {f"{folder}/cemara/pratinjau.svg", f"{folder}/dinas%20kesehatan/pratinjau.svg"}
    assert asked == {path.as_uri(), *pictures}
    assert page.notes() == []
    assert page.ask("window.bobol") is None
    assert page.ask("document.documentElement.scrollWidth <= innerWidth")
    names = page.ask("[...document.images].map((one) => one.alt)")
    assert names == ["Bentuk pohon Dinas Kesehatan", "Bentuk pohon Kecamatan Cemara"]


def test_units_are_found_by_name_or_workbook_and_by_state(page: Page, tmp_path: Path) -> None:
    page.open(written(tmp_path, SUMMARIES))
    page.driver.find_element("css selector", "body").send_keys("/")
    page.type("késehatan")
    assert units(page) == ["Dinas Kesehatan"]
    assert page.texts("#tampak") == ["Tampak 1 dari 4 unit."]
    page.type(" zzz")
    assert page.texts("#tiada") == ["Tidak ada unit yang cocok."]
    page.ask("document.forms[0].reset()")
    page.choose("select[name=keadaan]", "Tidak dibuat")
    assert units(page) == [HOSTILE]


def test_units_are_put_in_the_order_that_is_asked_for(page: Page, tmp_path: Path) -> None:
    page.open(written(tmp_path, SUMMARIES))
    wanted = {
        "Galat terbanyak": "Dinas Kesehatan",
        "Temuan terbanyak": "Kecamatan Cemara",
        "Pagu terbesar": "Kecamatan Cemara",
        "Simpul terbanyak": "Dinas Kesehatan",
        "Nama": HOSTILE,
    }
    for order, first in wanted.items():
        page.choose("select[name=urutan]", order)
        assert units(page)[0] == first, order
        assert len(units(page)) == 4


def test_a_thousand_units_are_searched_without_waiting(page: Page, tmp_path: Path) -> None:
    random = Random(7)
    many = tuple(
        replace(CEMARA, folder=f"u{at}", unit=f"Unit {at}", pagu=Decimal(random.randint(1, 10**9)))
        for at in range(1_000)
    )
    file = front_page(many, plans.style())
    path = tmp_path / file.name
    path.write_bytes(file.content)
    page.open(path)
    page.click("input[name=cari]")
    page.type("unit 77")
    assert page.texts("#tampak") == ["Tampak 19 dari 1000 unit."]
