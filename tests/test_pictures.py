"""The written pages say what the scene says: PDF and PNG, read back by other programs."""

import re
import shutil
import subprocess
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageColor
from pypdfium2 import PdfDocument, PdfTextPage

import plans
import scenes
import shapes
from pohon_docs.layout.scene import Page, Scene
from pohon_docs.layout.text import drawable
from pohon_docs.model import Jenis, Level
from pohon_docs.writers import pdf, png

SCENES: dict[str, Callable[[], Scene]] = {
    "pohon-seed": lambda: plans.tree_scene(plans.seed()),
    "pohon-lengkap": lambda: plans.tree_scene(plans.lengkap()),
    "pohon-nakal": lambda: plans.tree_scene(shapes.hostile()),
    "kartu-seed": lambda: plans.cards_scene(plans.seed()),
    "kartu-lengkap": lambda: plans.cards_scene(plans.lengkap(), "DRAF"),
    "kartu-nakal": lambda: plans.cards_scene(shapes.hostile()),
    "kartu-panjang": lambda: plans.cards_scene(shapes.tall(8000)),
}
every_scene = pytest.mark.parametrize("name", SCENES)


@cache
def _scene(name: str) -> Scene:
    return SCENES[name]()


@cache
def _pdf(name: str) -> bytes:
    (content,) = pdf.write(_scene(name), plans.style())
    return content


@cache
def _text_pages(name: str) -> tuple[PdfTextPage, ...]:
    return tuple(page.get_textpage() for page in PdfDocument(_pdf(name)))


@cache
def _texts(name: str) -> tuple[str, ...]:
    """Return what PDFium reads on each page."""
    return tuple(str(page.get_text_range()) for page in _text_pages(name))


def _letters(text: str) -> str:
    return "".join(text.split())


@every_scene
def test_every_line_of_the_scene_is_text_on_its_page_of_the_pdf(name: str) -> None:
    for page, text in zip(_scene(name).pages, _texts(name), strict=True):
        found = _letters(text)
        for panel in page.panels:
            said = _letters(scenes.text_of([panel]))
            assert said in found, panel.role


def test_every_text_of_the_plan_is_in_the_pdf_of_its_cards() -> None:
    found = _letters("".join(_texts("kartu-lengkap")))
    for node in plans.lengkap().node:
        assert _letters(node.uraian) in found
        assert _letters(node.sasaran) in found
        assert all(_letters(indikator.uraian) in found for indikator in node.indikator)


def test_the_pages_of_a_level_hold_its_conditions_and_no_others() -> None:
    seed = plans.seed()
    for page, text in zip(_scene("kartu-seed").pages[2:], _texts("kartu-seed")[2:], strict=True):
        level = scenes.said(page, "pita_label")[0].replace("Kinerja ", "")
        shown = {node.level for node in seed.of(Jenis.KINERJA) if node.uraian in _one_line(text)}
        names = {"Tactical": Level.TAKTIKAL, "Urusan/ Suburusan": Level.URUSAN}
        assert shown == {names.get(level) or Level(level.lower())}


def _one_line(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("name", ["pohon-nakal", "kartu-nakal"])
def test_hostile_texts_come_back_as_written(name: str) -> None:
    for text in shapes.HOSTILE:
        assert _letters(drawable(text)) in _letters("".join(_texts(name)))


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext (poppler) tidak terpasang")
@every_scene
def test_another_reader_finds_every_word_too(name: str, tmp_path: Path) -> None:
    path = tmp_path / "gambar.pdf"
    path.write_bytes(_pdf(name))
    done = subprocess.run(
        ["pdftotext", "-raw", path, "-"], capture_output=True, check=True, encoding="utf-8"
    )
    assert done.stderr == ""
    pages = done.stdout.split("\f")
    for page, text in zip(_scene(name).pages, pages, strict=False):
        words = set(text.split())
        assert set(scenes.text_of(page.panels).split()) <= words


def test_lines_stand_where_the_scene_has_them() -> None:
    page = _scene("pohon-seed").pages[1]
    text_page = _text_pages("pohon-seed")[1]
    said = scenes.text_of(page.panels)
    lines = [line for panel in page.panels for line in panel.lines]
    once = [line for line in lines if said.count(line.text) == 1]
    assert len(once) > 20
    for line in once:
        found = text_page.search(line.text, match_case=True).get_next()
        assert found is not None, line.text
        left, bottom, _, top = text_page.get_charbox(found[0])
        assert left == pytest.approx(line.left, abs=1.5)
        assert bottom - 0.3 * line.size <= page.height - line.baseline <= top


@every_scene
def test_pages_have_the_size_of_the_scenes(name: str) -> None:
    document = PdfDocument(_pdf(name))
    assert len(document) == len(_scene(name).pages)
    for written, page in zip(document, _scene(name).pages, strict=True):
        assert written.get_size() == pytest.approx((page.width, page.height), abs=0.01)


@every_scene
def test_the_pdf_has_its_title_and_its_language(name: str) -> None:
    assert PdfDocument(_pdf(name)).get_metadata_dict()["Title"] == _scene(name).title
    assert b"/Lang (id-ID)" in _pdf(name)
    assert b"/DisplayDocTitle true" in _pdf(name)


@every_scene
def test_every_font_is_embedded(name: str) -> None:
    fonts = re.findall(rb"/BaseFont /(\S+)", _pdf(name))
    assert fonts
    assert all(re.fullmatch(rb"[A-Z]{6}\+LiberationSans(-\w+)?", font) for font in fonts)
    assert _pdf(name).count(b"/FontFile2") == len(fonts)


@every_scene
def test_the_pdf_runs_nothing_and_leads_nowhere_else(name: str) -> None:
    for key in (b"/JavaScript", b"/JS", b"/URI", b"/Launch", b"/OpenAction", b"/EmbeddedFile"):
        assert key not in _pdf(name)


def test_the_outline_leads_to_levels_and_their_conditions() -> None:
    entries = [
        (entry.level, entry.get_title(), dest.get_index())
        for entry in PdfDocument(_pdf("kartu-seed")).get_toc()
        for dest in [entry.get_dest()]
        if dest is not None
    ]
    title = _scene("pohon-seed").title
    assert entries[:2] == [
        (0, f"{title} (tanpa indikator)", 0),
        (0, f"{title} (dengan indikator)", 1),
    ]
    levels = [(name, page) for level, name, page in entries[2:] if level == 0]
    assert levels == [
        ("Kinerja Strategis", 2),
        ("Kinerja Urusan/Suburusan", 3),
        ("Kinerja Tactical", 4),
        ("Kinerja Tactical", 5),
        ("Kinerja Operasional", 7),
    ]
    named = [name for level, name, _ in entries if level == 1]
    assert sorted(named) == sorted(node.uraian for node in plans.seed().of(Jenis.KINERJA))


def test_every_page_says_its_number_of_all_pages() -> None:
    texts = _texts("kartu-seed")
    for number, text in enumerate(texts, start=1):
        assert f"{number} / {len(texts)}" in text


def test_every_page_of_a_draft_is_marked_and_no_page_of_a_clean_plan() -> None:
    assert all("DRAF" in text.split() for text in _texts("kartu-lengkap"))
    assert not any("DRAF" in text.split() for text in _texts("kartu-seed"))


@cache
def _png() -> tuple[Image.Image, ...]:
    """Return the pictures of the seed's tree."""
    files = png.write(_scene("pohon-seed"), plans.style())
    return tuple(Image.open(BytesIO(content)) for content in files)


def test_a_png_is_its_page_at_200_dots_an_inch() -> None:
    for image, page in zip(_png(), _scene("pohon-seed").pages, strict=True):
        assert image.info["dpi"] == pytest.approx((200, 200), abs=0.1)
        assert image.size == pytest.approx((page.width * 200 / 72, page.height * 200 / 72), abs=1)


def test_the_png_has_the_colours_of_the_scene_in_their_places() -> None:
    page = _scene("pohon-seed").pages[1]
    image = _png()[1].convert("RGB")
    assert image.getpixel((5, 5)) == (255, 255, 255)
    for panel in page.panels:
        if panel.fill and panel.height > 10:
            x, y = panel.x + 3, panel.bottom - 3
            pixel = image.getpixel((int(x * 200 / 72), int(y * 200 / 72)))
            assert pixel == ImageColor.getrgb(_on_top(page, x, y))


def _on_top(page: Page, x: float, y: float) -> str:
    """Return the colour of the last panel that is drawn over a place."""
    fills = [
        panel.fill
        for panel in page.panels
        if panel.fill and panel.x < x < panel.right and panel.y < y < panel.bottom
    ]
    return fills[-1]
