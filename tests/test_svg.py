"""The SVG files are the scene's pages, in shapes and text alone."""

import xml.etree.ElementTree as ET
from collections.abc import Callable
from functools import cache

import pytest

import plans
import scenes
import shapes
from pohon_docs.layout.scene import Scene
from pohon_docs.writers import svg

_SVG = "{http://www.w3.org/2000/svg}"

SCENES: dict[str, Callable[[], Scene]] = {
    "seed": lambda: plans.tree_scene(plans.seed()),
    "lengkap": lambda: plans.tree_scene(plans.lengkap(), "DRAF"),
    "nakal": lambda: plans.tree_scene(shapes.hostile()),
}
every_scene = pytest.mark.parametrize("name", SCENES)


@cache
def _scene(name: str) -> Scene:
    return SCENES[name]()


@cache
def _roots(name: str) -> tuple[ET.Element, ...]:
    """Return the root element of each page's file."""
    return tuple(ET.fromstring(content) for content in svg.write(_scene(name), plans.style()))


@every_scene
def test_the_svg_is_well_formed_and_says_every_line_in_order(name: str) -> None:
    scene = _scene(name)
    for root, page in zip(_roots(name), scene.pages, strict=True):
        texts = [text.text or "" for text in root.iter(f"{_SVG}text")]
        assert texts == [line.text for panel in page.panels for line in panel.lines]
        assert root.findtext(f"{_SVG}title") == scene.title


@every_scene
def test_the_svg_holds_shapes_and_text_only(name: str) -> None:
    allowed = {f"{_SVG}{tag}" for tag in ("svg", "title", "g", "rect", "polyline", "text")}
    for root in _roots(name):
        for element in root.iter():
            assert element.tag in allowed
            assert not any(key.startswith("on") or "href" in key for key in element.attrib)


def test_the_svg_draws_panels_texts_and_connectors_where_the_scene_has_them() -> None:
    for root, page in zip(_roots("seed"), _scene("seed").pages, strict=True):
        sheet, *rects = root.iter(f"{_SVG}rect")
        assert float(sheet.attrib["width"]) == pytest.approx(page.width, abs=0.01)
        drawn = [panel for panel in page.panels if panel.fill or panel.stroke]
        for rect, panel in zip(rects, drawn, strict=True):
            places = [float(rect.attrib[key]) for key in ("x", "y", "width", "height")]
            assert places == pytest.approx([panel.x, panel.y, panel.width, panel.height], abs=0.01)
        lines = [line for panel in page.panels for line in panel.lines]
        for text, line in zip(root.iter(f"{_SVG}text"), lines, strict=True):
            assert float(text.attrib["x"]) == pytest.approx(line.x, abs=0.01)
            assert float(text.attrib["y"]) == pytest.approx(line.baseline, abs=0.01)
            assert text.attrib["text-anchor"] == line.anchor
        assert len(list(root.iter(f"{_SVG}polyline"))) == len(page.paths)


def test_a_box_of_the_svg_is_one_group_with_its_key() -> None:
    for root, page in zip(_roots("seed"), _scene("seed").pages, strict=True):
        groups = [group.attrib["id"] for group in root.iter(f"{_SVG}g")]
        assert groups == list(scenes.boxes(page))
