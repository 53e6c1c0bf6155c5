"""pohon.html in a real browser: search, folding, the card, keys, printing, and hostile texts."""

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

import orchard
import plans
from browser import DESKTOP, PHONE, Page, browser, needs_browser
from pohon_docs.issue import Issue, Severity
from pohon_docs.making import made
from pohon_docs.model import Kemitraan, Level, Rencana
from pohon_docs.outputs import File
from pohon_docs.pipeline import opened
from pohon_docs.source import Ref
from pohon_docs.webpages import plan_pages

pytestmark = needs_browser

HOSTILE = (
    "</script><script>window.bobol=1</script>",
    "<img src=x onerror=window.bobol=1>",
    '"><svg onload=window.bobol=1>',
    "javascript:window.bobol=1",
    "<b>tebal</b> & 'kutip' \"ganda\" \u2028 baris",
    "{{7*7}} ${7*7} ]]> --> <!--",
)
UNIT = "rencana kecamatan.xlsx"
COPY = "rencana kecamatan-bertanda.xlsx"


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    with browser() as found:
        yield found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("keluaran")


def written(
    folder: Path, name: str, rencana: Rencana, issues: tuple[Issue, ...] = (), drawn: bool = True
) -> Path:
    """Write the page of a plan, beside a marked copy and with the tree's pages."""
    pictures = made(plans.trees(rencana), "pohon-kinerja", plans.style()) if drawn else ()
    files = (*pictures, File(COPY, b""), File("temuan.html", b""))
    content = plan_pages(UNIT, rencana, issues, files, plans.style())[0].content
    path = folder / f"{name}.html"
    path.write_bytes(content)
    return path


@pytest.fixture(scope="module")
def lengkap(folder: Path) -> Path:
    return written(folder, "lengkap", plans.lengkap(), opened(plans.LENGKAP).issues)


@pytest.fixture(scope="module")
def seed(folder: Path) -> Path:
    return written(folder, "seed", plans.seed(), opened(plans.SEED).issues)


def shown(page: Page) -> int:
    """Return how many nodes stand on the page, by what its status says."""
    return int(page.ask("document.getElementById('status').textContent").split()[0])


def labels(page: Page) -> list[str]:
    return list(page.ask("[...document.querySelectorAll('[role=treeitem]')].map(e => e.ariaLabel)"))


def item(code: str) -> str:
    return f'[role=treeitem][aria-label*=". {code} "]'


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
def test_a_page_opens_without_asking_for_anything_else_and_without_complaint(
    page: Page, lengkap: Path, size: tuple[int, int]
) -> None:
    page.requests()
    page.open(lengkap, size=size)
    page.until("document.documentElement.dataset.cetak === 'siap'")
    assert page.notes() == []
    asked = {address for address in page.requests() if address.startswith(("file", "http"))}
    assert asked == {lengkap.as_uri()}
    assert page.ask("performance.getEntriesByType('resource').length") == 0
    assert page.ask("document.documentElement.scrollWidth <= innerWidth")


def test_the_policy_stops_scripts_and_requests_that_are_not_the_pages_own(
    page: Page, lengkap: Path
) -> None:
    page.open(lengkap)
    policy = page.ask("document.querySelector('meta[http-equiv]').content")
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    page.ask("document.body.appendChild(document.createElement('script')).append('window.asing=1')")
    page.ask("fetch('lain.json').catch(() => { window.ditolak = true })")
    page.until("window.ditolak")
    assert page.ask("window.asing") is None
    assert len(page.notes()) >= 2


def test_every_level_that_can_be_read_is_open_and_the_rest_is_folded(
    page: Page, seed: Path, lengkap: Path
) -> None:
    page.open(seed)
    assert shown(page) == 17
    assert [text for text in labels(page) if "tertutup" in text] == []
    page.open(lengkap)
    assert shown(page) < 84
    assert [text for text in labels(page) if "tertutup" in text]


def test_the_name_of_a_level_stands_where_its_band_is_seen(page: Page, seed: Path) -> None:
    page.open(seed)
    page.ask("Camera.zoom(4)")
    page.until("Math.abs(document.querySelector('.pita-label rect').height.baseVal.value) > 400")
    edges = "(e => { const r = e.getBoundingClientRect(); return [r.top, r.bottom]; })"
    top, bottom = page.ask(f"{edges}(document.getElementById('panggung'))")
    names = page.ask(f"[...document.querySelectorAll('.pita-label text')].map({edges})")
    assert names
    assert all(top <= start and end <= bottom for start, end in names)


def test_a_search_finds_codes_words_and_indicators_and_leads_to_the_node(
    page: Page, lengkap: Path
) -> None:
    page.open(lengkap)
    page.driver.find_element("css selector", "body").send_keys("/")
    assert page.focused("id") == "cari"
    page.type("gizi keluarga zzz")
    assert page.texts("#hasil .jumlah") == ["Tidak ada simpul yang cocok"]
    page.ask("document.getElementById('cari').select()")
    page.type("MENÍNGKATNYA")
    assert len(page.texts("#hasil button")) > 1
    page.ask("document.getElementById('cari').select()")
    page.type("7.01.03.2.01")
    found = page.texts("#hasil button")
    assert found and all("7.01.03.2.01" in text for text in found)
    page.type("\ue007")
    page.until("!document.getElementById('kartu').hidden")
    assert "7.01.03.2.01" in page.texts("#kartu .tingkat")[0]
    assert page.focused("id") == "judul-kartu"
    assert page.until("document.querySelector($[0])", item("7.01.03.2.01")) is not None


def test_folding_hides_what_is_below_and_keeps_the_box_in_its_place(page: Page, seed: Path) -> None:
    page.open(seed)
    place = "document.querySelector($[0]).getBoundingClientRect().x"
    before = page.ask(place, item("U2"))
    page.click(f"{item('U2')} .lipat")
    assert shown(page) == 17 - 11
    assert page.until("Math.abs(" + place + " - $[1]) < 1", item("U2"), before)
    assert page.ask("document.querySelector($[0]).ariaExpanded", item("U2")) == "false"
    assert page.ask("document.querySelector($[0])", item("T2")) is None
    page.click(f"{item('U2')} .lipat")
    assert shown(page) == 17


def test_a_level_that_is_switched_off_leaves_its_children_under_the_next_one_up(
    page: Page, seed: Path
) -> None:
    page.open(seed)
    page.click("#tampilan summary")
    page.click("#level label:nth-of-type(2) input")
    assert shown(page) == 15
    assert page.ask("document.querySelector($[0])", item("U2")) is None
    assert page.ask("document.querySelector($[0]).ariaLevel", item("T2")) == "2"
    page.click("#komponen label:nth-of-type(3) input")
    assert shown(page) == 20
    assert page.ask("document.querySelector($[0]).ariaLevel", item("7.01.01")) == "3"
    page.click("#indikator")
    assert page.texts("[role=treeitem] .ik") == []


def test_a_card_tells_targets_by_year_their_cells_and_the_findings(
    page: Page, lengkap: Path, seed: Path
) -> None:
    page.open(lengkap, "#simpul=U1")
    rows = "[...document.querySelectorAll('#kartu tbody tr')]"
    rows = page.ask(f"{rows}.map((r) => [...r.cells].map((c) => c.textContent))")
    assert rows[0] == ["2025", "82,50", "Pohon Kinerja!G8"]
    assert rows[4] == ["2029", "87,00", "Pohon Kinerja!K8"]
    assert page.texts("#kartu .asal") == ["Asal: rencana kecamatan.xlsx › Pohon Kinerja!D8"]
    points = page.ask("document.querySelector('.grafik polyline').getAttribute('points')")
    heights = [float(point.split(",")[1]) for point in points.split()]
    assert heights == sorted(heights, reverse=True)
    assert len(heights) == 5
    assert "Mitra crosscutting" in page.texts("#kartu h3")
    page.open(seed, "#simpul=T1.1")
    found = page.texts("#kartu ol.temuan li")
    own = [one for one in opened(plans.SEED).issues if one.ref.sheet == "Pohon Kinerja"]
    assert len(found) == len([one for one in own if one.ref.row == 5])
    assert any("Pohon Kinerja!D5" in text for text in found)
    link = page.ask("document.querySelector('#kartu .asal a').getAttribute('href')")
    assert link == "rencana%20kecamatan-bertanda.xlsx#'Pohon%20Kinerja'!D5"


def test_money_without_a_cell_is_said_to_be_a_sum(page: Page, lengkap: Path) -> None:
    rencana = plans.lengkap()
    bare = tuple(
        replace(node, pagu=()) if node.kode == "7.01.01" else node for node in rencana.node
    )
    path = written(lengkap.parent, "jumlah", replace(rencana, node=bare), drawn=False)
    page.open(path, "#simpul=7.01.01")
    heads = page.texts("#kartu thead th:nth-child(2)")
    assert "Pagu (jumlah dari komponen di bawahnya)" in heads
    assert page.ask("document.querySelectorAll('#kartu .grafik .d0 rect').length") == 5


def test_the_tree_is_walked_with_the_keys_that_screen_readers_know(page: Page, seed: Path) -> None:
    down, right, left, enter, escape = "\ue015", "\ue014", "\ue012", "\ue007", "\ue00c"
    page.open(seed)
    page.ask("document.querySelector('[role=treeitem][tabindex=\"0\"]').focus()")
    assert ". S " in str(page.focused("aria-label"))
    page.type(down)
    assert ". U1 " in str(page.focused("aria-label"))
    page.type(left)
    assert page.focused("aria-expanded") == "false"
    assert shown(page) == 14
    page.type(down)
    assert ". U2 " in str(page.focused("aria-label"))
    assert (page.focused("aria-level"), page.focused("aria-posinset")) == ("2", "2")
    page.type(left, left)
    assert ". S " in str(page.focused("aria-label"))
    page.type("\ue010")
    assert ". U2 " in str(page.focused("aria-label"))
    page.type(right)
    assert page.focused("aria-expanded") == "true"
    page.type(enter)
    assert page.focused("id") == "judul-kartu"
    page.type(escape)
    assert page.ask("document.getElementById('kartu').hidden")
    assert ". U2 " in str(page.focused("aria-label"))
    assert page.ask("document.querySelectorAll('[role=treeitem][tabindex=\"0\"]').length") == 1


def test_a_screen_reader_finds_a_tree_with_named_items(page: Page, seed: Path) -> None:
    page.open(seed)
    nodes = page.command("Accessibility.getFullAXTree")["nodes"]
    roles = [one["role"]["value"] for one in nodes if not one["ignored"]]
    assert roles.count("tree") == 1
    items = [one for one in nodes if one["role"]["value"] == "treeitem"]
    assert len(items) == 17
    names = [one["name"]["value"] for one in items]
    assert names[0].startswith("Kinerja Strategis. S Mengoptimalisasi")
    assert re.search(r"\. \d temuan$", names[0])
    unnamed = [
        one
        for one in nodes
        if one["role"]["value"] in ("button", "searchbox", "checkbox", "link")
        and not one["name"]["value"].strip()
    ]
    assert unnamed == []


def hostile() -> tuple[Rencana, tuple[Issue, ...]]:
    nodes = [plans.node("S", uraian="Puncak")]
    for number, text in enumerate(HOSTILE):
        one = plans.node(f"U{number}", "S", uraian=text, level=Level.URUSAN, ik=(text, text))
        sheet = Ref(UNIT, f"'{text[:25]}'", number + 2, 4)
        nodes.append(replace(one, catatan=text, refs=(("uraian", sheet), ("catatan", sheet))))
    part = Kemitraan("U0", HOSTILE[1], HOSTILE[2])
    rencana = plans.plan(*nodes, nama_perangkat_daerah=HOSTILE[0], judul_pohon_kinerja=HOSTILE[1])
    issues = tuple(
        Issue("A-01", Severity.GALAT, text, node.at("uraian"), text, basis=text)
        for text, node in zip(HOSTILE, nodes[1:], strict=True)
    )
    return replace(rencana, kemitraan=(part,)), issues


def test_no_text_of_a_workbook_becomes_markup_or_script(page: Page, folder: Path) -> None:
    rencana, issues = hostile()
    page.open(written(folder, "jahat", rencana, issues))
    said = " ".join(labels(page))
    for number, text in enumerate(HOSTILE):
        assert " ".join(text.split()) in " ".join(said.split())
        page.click(item(f"U{number}"))
        card = page.ask("document.getElementById('kartu').textContent")
        assert card.count(text) >= 6
        page.ask("document.getElementById('cari').value = ''")
        page.click("#cari")
        page.type(text.replace("\u2028", " ")[:20], "\ue00c", "\ue00c")
    assert page.ask("window.bobol") is None
    assert page.ask("document.querySelectorAll('main img, main b b, main script').length") == 0
    links = page.ask("[...document.querySelectorAll('a')].map(a => a.protocol)")
    assert set(links) == {"file:"}
    page.printed()
    assert page.ask("window.bobol") is None
    assert page.notes() == []


def test_it_prints_the_pages_of_the_trees_pdf(page: Page, lengkap: Path) -> None:
    page.open(lengkap)
    files = made(plans.trees(plans.lengkap()), "pohon-kinerja", plans.style())
    (pdf,) = (PdfReader(BytesIO(one.content)) for one in files if one.name.endswith(".pdf"))
    paper = PdfReader(BytesIO(page.printed()))
    assert len(paper.pages) == len(pdf.pages) == 5
    for printed, drawn in zip(paper.pages, pdf.pages, strict=True):
        size, wanted = printed.mediabox, drawn.mediabox
        assert float(size.width) == pytest.approx(float(wanted.width), abs=1)
        assert float(size.height) == pytest.approx(float(wanted.height), abs=1)
        assert sorted(printed.extract_text().split()) == sorted(drawn.extract_text().split())
    assert page.ask("document.getElementById('cetakan').children.length") == 0


BOXES = """(() => {
  const hidden = new Set(), closed = new Set();
  const layout = Layout.lay({ hidden, closed, measures: true, way: Layout.WAYS[$[0]] });
  return [...layout.boxes.values()].map((box) => ({
    at: box.node.at, above: box.above ? box.above.node.at : null, listed: box.listed,
    x: box.x, y: box.y, right: box.x + box.width, bottom: box.y + box.height,
    over: box.x < -0.01 || box.x + box.width > layout.width + 40,
  }));
})()"""


@pytest.mark.parametrize("number", range(6))
def test_boxes_never_overlap_and_stand_below_their_parent(
    page: Page, folder: Path, number: int
) -> None:
    rencana = plans.lengkap() if number == 0 else plans.random_plan(number, 50)
    page.open(written(folder, f"acak{number}", rencana, drawn=False))
    for way in range(6):
        boxes = page.ask(BOXES, way)
        assert len(boxes) == page.ask("Plan.nodes.length")
        by_place = {box["at"]: box for box in boxes}
        assert not any(box["over"] for box in boxes)
        for at, one in enumerate(boxes):
            if one["above"] is not None:
                assert by_place[one["above"]]["bottom"] <= one["y"]
            for other in boxes[at + 1 :]:
                beside = one["right"] <= other["x"] + 0.01 or other["right"] <= one["x"] + 0.01
                above = one["bottom"] <= other["y"] + 0.01 or other["bottom"] <= one["y"] + 0.01
                assert beside or above, (one, other)
    assert page.notes() == []


def test_a_plan_without_nodes_and_one_that_is_a_long_chain_open_too(
    page: Page, folder: Path
) -> None:
    page.open(written(folder, "kosong", plans.plan(), drawn=False))
    assert labels(page) == []
    chain = plans.plan(*(plans.node(f"K{at}", f"K{at - 1}") for at in range(600)))
    page.open(written(folder, "rantai", chain, drawn=False))
    page.click("#buka_semua")
    assert shown(page) == 600
    assert page.notes() == []


def test_three_thousand_nodes_open_folded_and_only_what_is_seen_is_drawn(
    page: Page, folder: Path
) -> None:
    rencana = orchard.rencana(orchard.KABUPATEN)
    path = written(folder, "besar", rencana, drawn=False)
    page.open(path)
    assert shown(page) < 150
    page.click("#buka_semua")
    page.until("document.getElementById('status').textContent.startsWith('3000 ')")
    assert 0 < len(labels(page)) < 400
    page.click("#paskan")
    page.until("!document.querySelector('g[aria-hidden] .jauh').parentNode.hasAttribute('hidden')")
    assert len(labels(page)) == 1
    last = [node for node in rencana.node if node.level is Level.OPERASIONAL][-1].kode
    page.click("#cari")
    page.type(last, "\ue007")
    page.until("document.querySelector($[0])", item(last))
    box = page.until(
        "(() => { const b = document.querySelector($[0]).getBoundingClientRect();"
        " return b.width > 60 && b.left > 0 && b.right < innerWidth && b.top > 100 })()",
        item(last),
    )
    assert box
    assert page.notes() == []


def test_a_page_that_is_watched_loads_itself_again_when_its_picture_of_the_version_changes(
    page: Page, seed: Path
) -> None:
    version = seed.parent / "versi.svg"
    picture = '<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="1"/>'
    version.write_text(picture.format(1))
    page.open(seed, "#pantau")
    assert page.ask("document.querySelector('nav a').hash") == "#pantau"
    page.click(f"{item('U1')} .lipat")
    page.click("#tampilan summary")
    page.click("#level label:nth-of-type(4) input")
    page.click(item("U2"))
    assert page.ask("location.hash") == "#pantau&simpul=U2"
    standing = shown(page)
    page.ask("window.lama = true")
    page.until("new Promise((done) => setTimeout(() => done(true), 1500))")
    assert page.ask("window.lama") is True
    version.write_text(picture.format(2))
    page.until("window.lama === undefined && document.documentElement.dataset.siap")
    assert page.texts("#kartu .tingkat")[0].endswith("U2")
    assert shown(page) == standing == 17 - 7
    assert page.ask("document.querySelector($[0]).ariaExpanded", item("U1")) == "false"
    assert page.notes() == []
    page.open(seed)
    page.ask("window.lama = true")
    version.write_text(picture.format(3))
    page.until("new Promise((done) => setTimeout(() => done(true), 1500))")
    assert page.ask("window.lama") is True
