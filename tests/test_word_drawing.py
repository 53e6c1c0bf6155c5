"""The tree in Word: a shape for every panel at its place, texts whole, boxes that move as one."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pypdfium2 import PdfDocument

import plans
import shapes
import validity
from office import converted, needs_office
from pohon_docs.layout.scene import Anchor, Link, Page, Panel, Scene
from pohon_docs.pipeline import build
from pohon_docs.writers import drawing
from wordfile import WordFile

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_WPG = "{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}"
_EMU = 12700
_SCENES: dict[str, Callable[[], Scene]] = {
    "seed": lambda: plans.tree_scene(plans.seed()),
    "lengkap": lambda: plans.tree_scene(plans.lengkap(), "DRAF"),
    "nakal": lambda: plans.tree_scene(shapes.hostile()),
    "intan": lambda: plans.tree_scene(shapes.PLANS["intan"]),
    "satu": lambda: plans.tree_scene(shapes.PLANS["satu-simpul"]),
}
every_scene = pytest.mark.parametrize("name", _SCENES)


@cache
def _scene(name: str) -> Scene:
    return _SCENES[name]()


@cache
def _content(name: str) -> bytes:
    (content,) = drawing.write(_scene(name), plans.style())
    return content


@cache
def _body(name: str) -> ElementTree.Element:
    body = WordFile(_content(name)).body
    assert body is not None
    return body


def _pages(body: ElementTree.Element) -> list[ElementTree.Element]:
    """Return the paragraph of each page."""
    return body.findall(f"{_W}p")


def _drawn(
    page: ElementTree.Element,
) -> tuple[list[ElementTree.Element], list[ElementTree.Element]]:
    """Return a page's shapes in drawing order: those for panels, then those for connectors."""
    every = list(page.iter(f"{_WPS}wsp"))
    lines = [one for one in every if _name(one).startswith("Garis ")]
    return [one for one in every if one not in lines], lines


def _name(shape: ElementTree.Element) -> str:
    found = shape.find(f"{_WPS}cNvPr")
    assert found is not None
    return str(found.get("name"))


def _edges(shape: ElementTree.Element) -> tuple[float, float, float, float]:
    """Return a shape's left, top, width and height in points."""
    off, ext = (next(shape.iter(f"{_A}{name}")) for name in ("off", "ext"))
    values = (off.get("x"), off.get("y"), ext.get("cx"), ext.get("cy"))
    left, top, wide, high = (int(str(value)) / _EMU for value in values)
    return left, top, wide, high


def _said(shape: ElementTree.Element) -> str:
    """Return a shape's text, a line for each paragraph; a tab is a blank."""
    paragraphs = shape.iter(f"{_W}p")
    return "\n".join(
        "".join(" " if node.tag == f"{_W}tab" else node.text or "" for node in _pieces(paragraph))
        for paragraph in paragraphs
    ).replace("\u200b", "")


def _pieces(paragraph: ElementTree.Element) -> list[ElementTree.Element]:
    return [node for node in paragraph.iter() if node.tag in {f"{_W}t", f"{_W}tab"}]


def _factor(page: Page) -> float:
    return min(1.0, 1584 / max(page.width, page.height))


@every_scene
def test_every_panel_is_a_shape_at_its_place_with_its_text(name: str) -> None:
    for page, written in zip(_scene(name).pages, _pages(_body(name)), strict=True):
        panels, lines = _drawn(written)
        by = _factor(page)
        assert len(panels) == len(page.panels)
        for panel, shape in zip(page.panels, panels, strict=True):
            edges = [by * edge for edge in (panel.x, panel.y, panel.width, panel.height)]
            assert _edges(shape) == pytest.approx(edges, abs=2 / _EMU)
            assert _said(shape) == panel.text
        assert len(lines) == len(page.paths)
        for path, shape in zip(page.paths, lines, strict=True):
            across, down = ([by * point[n] for point in path.points] for n in (0, 1))
            size = (max(across) - min(across), max(down) - min(down))
            assert _edges(shape) == pytest.approx((min(across), min(down), *size), abs=2 / _EMU)


@every_scene
def test_a_box_has_the_room_for_its_lines_that_they_were_set_in(name: str) -> None:
    written = 0
    for page, paragraph in zip(_scene(name).pages, _pages(_body(name)), strict=True):
        by = _factor(page)
        panels, _ = _drawn(paragraph)
        for panel, shape in zip(page.panels, panels, strict=True):
            if panel.lines:
                room = _room(shape)
                pitches = {float(one.get(f"{_W}line", 0)) for one in shape.iter(f"{_W}spacing")}
                lines = len({line.baseline for line in panel.lines})
                assert lines * max(pitches) / 20 <= room[1] + 0.5
                assert all(by * line.width <= room[0] + 0.1 for line in panel.lines)
                written += 1
    assert written > 3


def _room(shape: ElementTree.Element) -> tuple[float, float]:
    """Return the width and the height inside a shape's insets, in points."""
    _, _, wide, high = _edges(shape)
    (body,) = shape.iter(f"{_WPS}bodyPr")
    left, right, top, bottom = (
        int(str(body.get(side))) / _EMU for side in ("lIns", "rIns", "tIns", "bIns")
    )
    return wide - left - right, high - top - bottom


@every_scene
def test_a_page_of_the_scene_is_a_page_of_the_file(name: str) -> None:
    sections = list(_body(name).iter(f"{_W}sectPr"))
    pages = _scene(name).pages
    assert len(sections) == len(pages)
    for section, page in zip(sections, pages, strict=True):
        paper = section.find(f"{_W}pgSz")
        assert paper is not None
        size = [int(str(paper.get(f"{_W}{side}"))) / 20 for side in ("w", "h")]
        assert size == pytest.approx(
            [page.width * _factor(page), page.height * _factor(page)], 0.001
        )
        assert paper.get(f"{_W}orient") == ("landscape" if page.width > page.height else None)
        assert section.find(f"{_W}headerReference") is None


def test_the_panels_of_a_box_are_a_group_that_is_named_and_described() -> None:
    pages = _scene("lengkap").pages
    at = next(n for n, page in enumerate(pages) if page.name == "dengan-indikator")
    page = pages[at]
    groups = list(_pages(_body("lengkap"))[at].iter(f"{_WPG}grpSp"))
    boxes: dict[str, list[Panel]] = {}
    for panel in page.panels:
        if panel.key:
            boxes.setdefault(panel.key, []).append(panel)
    moved = [box for box in boxes.values() if len(box) > 1]
    assert len(groups) == len(moved) > 10
    for group, box in zip(groups, moved, strict=True):
        about = group.find(f"{_WPG}cNvPr")
        assert about is not None
        assert len(group.findall(f"{_WPS}wsp")) == len(box)
        assert str(about.get("name")).rstrip("…") in box[0].text.replace("\n", " ")
        assert about.get("descr") == "\n".join(panel.text for panel in box)


@every_scene
def test_a_groups_place_is_that_of_its_shapes(name: str) -> None:
    for page in _pages(_body(name)):
        for group in [*page.iter(f"{_WPG}wgp"), *page.iter(f"{_WPG}grpSp")]:
            transform = group.find(f"{_WPG}grpSpPr/{_A}xfrm")
            assert transform is not None
            outer, outer_size, inner, inner_size = (dict(part.attrib) for part in transform)
            assert (outer, outer_size) == (inner, inner_size)
            edges = [_edges(shape) for shape in group.iter(f"{_WPS}wsp")]
            left, top, wide, high = _edges(group)
            assert left == pytest.approx(min(edge[0] for edge in edges))
            assert top == pytest.approx(min(edge[1] for edge in edges))
            assert left + wide == pytest.approx(max(edge[0] + edge[2] for edge in edges))
            assert top + high == pytest.approx(max(edge[1] + edge[3] for edge in edges))
        anchor = next(page.iter(f"{_WP}anchor"))
        offsets = [int(found.text or "") / _EMU for found in anchor.iter(f"{_WP}posOffset")]
        assert offsets == pytest.approx(_edges(next(page.iter(f"{_WPG}wgp")))[:2])


@every_scene
def test_every_shape_has_a_number_of_its_own(name: str) -> None:
    tags = {f"{_WP}docPr", f"{_WPS}cNvPr", f"{_WPG}cNvPr"}
    numbers = [node.get("id") for node in _body(name).iter() if node.tag in tags]
    assert len(numbers) == len(set(numbers)) > 0


@every_scene
def test_a_page_says_what_its_drawing_is(name: str) -> None:
    for page, written in zip(_scene(name).pages, _pages(_body(name)), strict=True):
        told = str(next(written.iter(f"{_WP}docPr")).get("descr"))
        title = next(panel.text for panel in page.panels if panel.role.startswith("judul"))
        assert told.startswith(title)
        assert ("Garis penghubung" in told) == bool(page.paths)


def test_texts_have_the_looks_of_the_scene() -> None:
    page = _scene("seed").pages[1]
    panels, _ = _drawn(_pages(_body("seed"))[1])
    justified = {Anchor.START: "left", Anchor.MIDDLE: "center", Anchor.END: "right"}
    for panel, shape in zip(page.panels, panels, strict=True):
        for line, run in zip(panel.lines[:1], shape.iter(f"{_W}r"), strict=False):
            look = {node.tag.removeprefix(_W): node.get(f"{_W}val") for node in run[0]}
            assert look["color"] == line.colour[1:]
            assert int(str(look["sz"])) / 2 == pytest.approx(line.size, abs=0.5)
            assert int(str(look["sz"])) / 2 <= line.size
            assert ("b" in look) == (line.face == "bold")
        for line, found in zip(panel.lines[:1], shape.iter(f"{_W}jc"), strict=False):
            assert found.get(f"{_W}val") == justified[line.anchor]
        fill = shape.find(f"{_WPS}spPr/{_A}solidFill/{_A}srgbClr")
        assert (f"#{fill.get('val')}" if fill is not None else "") == panel.fill


def test_a_reference_is_dashed_and_so_is_its_connector() -> None:
    page = _scene("intan").pages[1]
    panels, lines = _drawn(_pages(_body("intan"))[1])
    for drawn, found in ((page.panels, panels), (page.paths, lines)):
        dashed = [shape.find(f".//{_A}prstDash") is not None for shape in found]
        assert dashed == [one.dashed for one in drawn]
        assert any(dashed)


def test_a_link_leads_to_its_page() -> None:
    scene = _scene("seed")
    first, second = scene.pages
    box = next(panel for panel in first.panels if panel.key == "n2")
    link = Link(box.x, box.y, box.width, box.height, 1, 0, "lihat halaman 2")
    (content,) = drawing.write(Scene("", (replace(first, links=(link,)), second)), plans.style())
    body = WordFile(content).body
    assert body is not None
    names = [mark.get(f"{_W}name") for mark in body.iter(f"{_W}bookmarkStart")]
    assert names == ["halaman_1", "halaman_2"]
    (found,) = body.iter(f"{_W}hyperlink")
    assert found.get(f"{_W}anchor") == "halaman_2"
    assert "".join(node.text or "" for node in found.iter(f"{_W}t")) == box.text


@every_scene
def test_the_schema_finds_nothing(name: str) -> None:
    assert validity.errors(_content(name)) == ()


def test_the_file_names_its_title_and_language_but_no_day() -> None:
    word = WordFile(_content("seed"))
    core = word.parts["docProps/core.xml"].decode()
    assert f"<dc:title>{_scene('seed').title}</dc:title>" in core
    assert "<dc:language>id-ID</dc:language>" in core
    assert word.dates == {(1980, 1, 1, 0, 0, 0)}
    assert _content("seed") == drawing.write(_scene("seed"), plans.style())[0]


def test_only_the_performance_tree_is_drawn_in_word() -> None:
    names = [file.name for file in build(plans.seed(), (), plans.style())]
    assert "pohon-kinerja.docx" in names
    drawn = [name for name in names if name.endswith(".docx") and "pohon" in name]
    assert drawn == ["pohon-kinerja.docx"]


@needs_office
def test_libreoffice_prints_every_word_inside_its_box(tmp_path: Path) -> None:
    path = tmp_path / "pohon.docx"
    path.write_bytes(_content("seed"))
    printed = PdfDocument(*converted("pdf", path))
    scene = _scene("seed")
    assert len(printed) == len(scene.pages)
    for page, found in zip(scene.pages, printed, strict=True):
        text = found.get_textpage()
        height = found.get_height()
        for panel in page.panels:
            inside = text.get_text_bounded(
                panel.x - 1, height - panel.bottom - 1, panel.right + 1, height - panel.y + 1
            )
            words = re.sub(r"\s", "", inside)
            assert re.sub(r"\s", "", panel.text) in words or not panel.text
