"""The .gv output, rendered by Graphviz, shows the scene's own picture."""

import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from dataclasses import dataclass, replace
from functools import cache

import pytest
from pygraphviz import AGraph

import plans
import shapes
from pohon_docs.layout.scene import Anchor, Face, Page, Panel, Scene, Text
from pohon_docs.model import Rencana
from pohon_docs.values import printable
from pohon_docs.writers import gv

_SVG = "{http://www.w3.org/2000/svg}"
_TRANSFORM = re.compile(r"scale\(([\d.]+)[^)]*\).*translate\(([-\d.]+) ([-\d.]+)\)")
_PAIR = re.compile(r"(-?[\d.]+),(-?[\d.]+)")
_SAFE_NAME = re.compile(r"(n\d+(-n\d+)?|hiasan|halaman)(-\d+)?")
_ATTRIBUTES = {
    *("pos", "width", "height", "shape", "fixedsize", "margin", "style"),
    *("fillcolor", "color", "penwidth", "label", "fontname", "fontsize", "fontcolor"),
}
_HOSTILE = (
    "<b>tebal</b> & <i>miring",
    r"\N \G \n \\ C:\desa\baru",
    "kutip \" dan '",
    "kurung ] ]]> }> {a|b}",
    "=1+1 %d %s",
    "</TD></TR></TABLE>>",
    "&lt;sudah&gt; &#93; &amp;",
    'image="logo.png" URL="http://contoh.id"',
    "bidi \u202egnilab\u202c lurus",
    "kendali\x07\x1b satu",
    "emoji \U0001f600 dan 漢字",
    "<!-- komentar -->",
    "",
)

Points = list[tuple[float, float]]


@dataclass(frozen=True)
class Picture:
    """What Graphviz drew, in the scene's measures: y downwards from the page's top."""

    nodes: list[tuple[str, Points]]
    edges: dict[str, Points]
    texts: list[tuple[float, float, str]]


def _source(page: Page) -> str:
    (source,) = gv.write(Scene("judul", (page,)), plans.style())
    return source.decode()


@cache
def _drawn(source: str, engine: str) -> tuple[bytes, str]:
    """Return the picture that an engine draws in a process of its own, and what it says."""
    done = subprocess.run(ENGINES[engine], input=source.encode(), capture_output=True, check=True)
    return done.stdout, done.stderr.decode()


def _picture(page: Page, engine: str = "pygraphviz") -> Picture:
    picture, _ = _drawn(_source(page), engine)
    (graph,) = ET.fromstring(picture).findall(f"{_SVG}g")
    found = _TRANSFORM.search(graph.attrib["transform"])
    assert found is not None
    scale, left, top = (float(number) for number in found.groups())

    def at(x: str, y: str) -> tuple[float, float]:
        return (float(x) + left) * scale, (float(y) + top) * scale

    def points(group: ET.Element, name: str, attribute: str) -> Points:
        (shape,) = group.findall(f"{_SVG}{name}")
        return [at(*pair) for pair in _PAIR.findall(shape.attrib[attribute])]

    def title(group: ET.Element) -> str:
        return group.findtext(f"{_SVG}title") or ""

    groups = graph.findall(f"{_SVG}g")
    nodes = [group for group in groups if group.attrib["class"] == "node"]
    edges = [group for group in groups if group.attrib["class"] == "edge"]
    return Picture(
        [(title(group), points(group, "polygon", "points")) for group in nodes],
        {title(group): points(group, "path", "d") for group in edges},
        [
            (*at(text.attrib["x"], text.attrib["y"]), (text.text or "").strip())
            for text in graph.iter(f"{_SVG}text")
            if (text.text or "").strip()
        ],
    )


def _rencana() -> list[Rencana]:
    return [plans.seed(), plans.lengkap(), plans.random_plan(5, 30)]


_DRAW = "import sys; from pygraphviz import AGraph;" + (
    "sys.stdout.buffer.write(AGraph(string=sys.stdin.read()).draw(format='svg', prog='dot'))"
)
ENGINES = {"pygraphviz": (sys.executable, "-c", _DRAW), "dot": ("dot", "-Tsvg")}
_NO_DOT = pytest.mark.skipif(shutil.which("dot") is None, reason="dot (graphviz) tidak terpasang")
every_engine = pytest.mark.parametrize("engine", ["pygraphviz", pytest.param("dot", marks=_NO_DOT)])
PAGES = 13


@cache
def _pages() -> list[Page]:
    return [page for rencana in _rencana() for page in plans.tree_scene(rencana).pages]


@pytest.fixture(params=range(PAGES))
def page(request: pytest.FixtureRequest) -> Page:
    """Return each page in turn, laid out by the one process that looks at it."""
    return _pages()[int(request.param)]


def test_no_page_is_left_out() -> None:
    assert len(_pages()) == PAGES


@every_engine
def test_boxes_stand_where_the_scene_has_them(page: Page, engine: str) -> None:
    (_, sheet), *nodes = _picture(page, engine).nodes
    assert max(sheet) == pytest.approx((page.width, page.height), abs=1)
    assert len(nodes) == len(page.panels)
    for (name, corners), panel in zip(nodes, page.panels, strict=True):
        edges = (*map(min, zip(*corners, strict=True)), *map(max, zip(*corners, strict=True)))
        assert edges == pytest.approx((panel.x, panel.y, panel.right, panel.bottom), abs=1), name


@every_engine
def test_lines_of_text_start_and_stand_where_the_scene_has_them(page: Page, engine: str) -> None:
    placed = [(line, panel) for panel in page.panels for line in panel.lines if line.text]
    texts = _picture(page, engine).texts
    assert [text for _, _, text in texts] == [line.text for line, _ in placed]
    for (x, y, text), (line, panel) in zip(texts, placed, strict=True):
        # An engine centres by its own measure, with kerning: half of one percent at each end;
        # a line that fills its panel makes the engine's cell wider, to both sides.
        widest = max(one.width for one in panel.lines)
        leeway = 0.01 * line.width if line.anchor is Anchor.MIDDLE else 0.02 * widest
        assert x == pytest.approx(line.left, abs=2 + leeway), text
        assert y == pytest.approx(line.baseline, abs=2), text


@every_engine
def test_connectors_run_where_the_scene_has_them(page: Page, engine: str) -> None:
    edges = _picture(page, engine).edges
    assert len(edges) == len(page.paths)
    for path in page.paths:
        drawn = edges[f"{path.source}->{path.target}"]
        corners = [drawn[0], *drawn[3::3]]
        assert len(corners) == len(path.points)
        for corner, point in zip(corners, path.points, strict=True):
            assert corner == pytest.approx(point, abs=1)


@every_engine
def test_graphviz_has_nothing_to_complain_about(page: Page, engine: str) -> None:
    _, said = _drawn(_source(page), engine)
    assert [line for line in said.splitlines() if "Fontconfig" not in line] == []


@every_engine
def test_dashes_are_about_as_long_as_the_scenes(engine: str) -> None:
    page = plans.tree_scene(shapes.PLANS["intan"]).pages[1]
    picture, _ = _drawn(_source(page), engine)
    scale = float(re.findall(rb"scale\(([\d.]+)", picture)[0])
    dashes = re.findall(rb'stroke-dasharray="([\d.]+),([\d.]+)"', picture)
    drawn = [*(one.dashed for one in page.panels), *(one.dashed for one in page.paths)]
    assert len(dashes) == sum(drawn) > 1
    for long, gap in dashes:
        assert (float(long) * scale, float(gap) * scale) == pytest.approx((3, 2), abs=1)


@every_engine
def test_no_panel_is_filled_with_what_old_viewers_show_black(engine: str) -> None:
    picture, _ = _drawn(_source(_pages()[0]), engine)
    assert b'fill="transparent"' not in picture


def _written(*texts: str) -> Page:
    """Return a page with a panel of one line for each text, as no layout would clean it."""
    panels = []
    for number, text in enumerate(texts):
        line = Text(20, 40 * number + 20, text, Face.BOLD, 9, "#000000", 400)
        panels.append(Panel(10, 40 * number, 500, 36, "kinerja", lines=(line,)))
    return Page("uji", 520, 40 * len(texts), tuple(panels))


def test_hostile_texts_come_back_as_written() -> None:
    drawn = [text for _, _, text in _picture(_written(*_HOSTILE)).texts]
    assert drawn == [printable(text) for text in _HOSTILE if text]


def test_control_and_bidi_characters_are_left_out() -> None:
    source = _source(_written(*_HOSTILE))
    assert printable(source) == source


def _hostile_plan() -> Rencana:
    nodes = [
        plans.node(f'1.0{number}:"<b>\\N', uraian=text, ik=(text,))
        for number, text in enumerate(_HOSTILE)
    ]
    return plans.plan(*nodes, judul_pohon_kinerja=" ".join(_HOSTILE))


def test_a_plan_of_hostile_texts_is_drawn_whole() -> None:
    for page in plans.tree_scene(_hostile_plan()).pages:
        texts = [text for _, _, text in _picture(page).texts]
        assert texts == [line.text for panel in page.panels for line in panel.lines if line.text]


def test_node_names_are_never_made_from_cells() -> None:
    for page in plans.tree_scene(_hostile_plan()).pages:
        names = AGraph(string=_source(page)).nodes()
        assert [name for name in names if not _SAFE_NAME.fullmatch(name)] == []


def test_cells_never_become_attributes() -> None:
    for page in plans.tree_scene(_hostile_plan()).pages:
        graph = AGraph(string=_source(page))
        for name in graph.nodes():
            own = {key for key, value in graph.get_node(name).attr.items() if value}
            assert own <= _ATTRIBUTES


def test_a_shared_condition_is_a_dashed_box_at_a_dashed_connector() -> None:
    parents = (plans.node("A"), plans.node("B"))
    shared = plans.node("C", "A", "B")
    page = plans.tree_scene(plans.plan(*parents, shared)).pages[1]
    graph = AGraph(string=_source(page))
    dashed = [name for name in graph.nodes() if "dashed" in graph.get_node(name).attr["style"]]
    edges = [edge for edge in graph.edges() if graph.get_edge(*edge).attr["style"] == "dashed"]
    assert dashed == [target for _, target in edges]
    assert len(dashed) == 1


def test_a_panel_with_round_corners_is_a_rounded_node() -> None:
    page = plans.tree_scene(plans.plan(plans.node("A"))).pages[0]
    round_page = replace(page, panels=tuple(replace(one, radius=4.0) for one in page.panels))
    graph = AGraph(string=_source(round_page))
    assert "rounded" in graph.get_node("n1").attr["style"]
