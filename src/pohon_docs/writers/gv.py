r"""Scene → DOT, a file a page, with pinned positions, so that plain `dot -Tsvg` draws it alike.

Each panel is a node of its own, since a node has one text size; its lines are rows of an
HTML-like table, since engines differ in how far apart they set lines. Cell text never
becomes markup, an escape, a port or an attribute: it is stripped of control characters,
escaped as HTML, `\` doubled and `]` written as an entity.
"""

from dataclasses import replace
from html import escape
from itertools import groupby, pairwise
from math import ceil

from graphviz import Digraph

from pohon_docs.layout.scene import Anchor, Face, Page, Panel, Path, Scene, Text
from pohon_docs.styles import Style
from pohon_docs.values import printable
from pohon_docs.writers import PictureWriter

_NOTE = "Boleh disunting, lalu gambar lagi: dot -Tsvg -O <berkas ini>. Ukuran 2 kali sebenarnya."
_POINTS_PER_INCH = 72
_SCALE = 2
"""Drawn larger and shrunk by `size`: engines measure text on a grid of 96 dots to the inch.

Older ones round the shrinking to two decimals, and dashes shrink with it: a third would be off.
"""
_PAPER = "#ffffff"
_FONT = "Arial"
"""The font of the bundled one's widths that every engine knows."""
_TAGS = {Face.REGULAR: ("", ""), Face.BOLD: ("<B>", "</B>"), Face.ITALIC: ("<I>", "</I>")}
_PLAIN_BASELINE, _TAGGED_BASELINE = 0.95, 0.87
"""How far below its cell's top an engine sets a text's baseline, as a share of its size."""
_ALIGN = {Anchor.START: "LEFT", Anchor.MIDDLE: "CENTER", Anchor.END: "RIGHT"}
_PAGE = "halaman"
"""The node of the sheet itself, from which lines run that join no box of the page."""
_BEGIN = '<<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0">'
_END = "</TABLE>>"


def write(scene: Scene, style: Style) -> tuple[bytes, ...]:
    """Return DOT source for each page of the scene, for `dot -Tsvg`, `-Tpdf` or `-Tpng`."""
    return tuple(_file(_whole(page)) for page in scene.pages)


def _file(page: Page) -> bytes:
    graph = Digraph(
        "pohon",
        comment=_NOTE,
        graph_attr={
            "layout": "nop2",
            "outputorder": "nodesfirst",
            "pad": "0",
            "margin": "0",
            "size": f"{page.width / _POINTS_PER_INCH:.4f},{page.height / _POINTS_PER_INCH:.4f}",
        },
        node_attr={
            "shape": "box",
            "fixedsize": "shape",
            "margin": "0",
            "label": "",
            "fontname": _FONT,
        },
        edge_attr={"arrowhead": "none"},
    )
    _node(graph, _PAGE, Panel(0, 0, page.width, page.height, "", fill=_PAPER), page)
    for name, panel in _named(page):
        _node(graph, name, panel, page)
    for path in page.paths:
        _edge(graph, path, page)
    return str(graph.source).encode()


def _whole(page: Page) -> Page:
    """Return the page in whole points: `size` is rounded to them, and would shrink by the rest."""
    return replace(page, width=ceil(page.width), height=ceil(page.height))


def _named(page: Page) -> list[tuple[str, Panel]]:
    """Name every panel: the first of a box by the box's key, its next ones by key and number."""
    count: dict[str, int] = {}
    named = []
    for panel in page.panels:
        number = count[panel.key] = count.get(panel.key, 0) + 1
        key = panel.key or "hiasan"
        named.append((key if panel.key and number == 1 else f"{key}-{number}", panel))
    return named


def _node(graph: Digraph, name: str, panel: Panel, page: Page) -> None:
    """Write a panel; its outline is the node's own, its text a table as large as the node."""
    styles = (
        "filled" if panel.fill else "",
        "dashed" if panel.dashed else "",
        "rounded" if panel.radius else "",
    )
    graph.node(
        name,
        pos=_point(panel.x + panel.width / 2, panel.y + panel.height / 2, page),
        width=_inches(panel.width),
        height=_inches(panel.height),
        style=",".join(filter(None, styles)),
        fillcolor=panel.fill or _PAPER,
        color=panel.stroke or panel.fill or _PAPER,
        penwidth=_n(panel.stroke_width * _SCALE) if panel.stroke else "0",
        **_label(panel),
    )


def _label(panel: Panel) -> dict[str, str]:
    """Return the attributes of a panel's text, whose lines have one size and one colour."""
    if not panel.lines:
        return {}
    text = panel.lines[0]
    size = _n(text.size * _SCALE)
    return {"label": _table(panel), "fontsize": size, "fontcolor": text.colour}


def _table(panel: Panel) -> str:
    """Return a panel's lines as rows, as far apart as their baselines.

    The first row is the blank above them; it says how wide each column is.
    """
    lines = [tuple(line) for _, line in groupby(panel.lines, key=lambda text: text.baseline)]
    tops = [max(1, round((_top(line) - panel.y) * _SCALE)) for line in lines]
    spans = [_span(line[0], panel) for line in lines]
    edges = sorted({0, round(panel.width * _SCALE)}.union(*spans))
    widths = (end - start for start, end in pairwise(edges))
    columns = "".join(f'<TD WIDTH="{wide}" HEIGHT="{tops[0]}"></TD>' for wide in widths)
    heights = (below - top for top, below in pairwise([*tops, round(panel.height * _SCALE)]))
    rows = (
        _row(line, span, edges, high)
        for line, span, high in zip(lines, spans, heights, strict=True)
    )
    return "\n".join([_BEGIN, *(f"<TR>{cells}</TR>" for cells in (columns, *rows)), _END])


def _top(line: tuple[Text, ...]) -> float:
    """Return where a line's cell must begin for its text to stand on its baseline."""
    tagged = len(line) > 1 or line[0].face is not Face.REGULAR
    return line[0].baseline - line[0].size * (_TAGGED_BASELINE if tagged else _PLAIN_BASELINE)


def _span(text: Text, panel: Panel) -> tuple[int, int]:
    """Return from where to where a line's cell reaches, so that its alignment places it."""
    x = text.x - panel.x
    half = min(x, panel.width - x)
    low, high = {
        Anchor.START: (x, panel.width),
        Anchor.MIDDLE: (x - half, x + half),
        Anchor.END: (0.0, x),
    }[text.anchor]
    return round(low * _SCALE), round(high * _SCALE)


def _row(line: tuple[Text, ...], span: tuple[int, int], edges: list[int], high: int) -> str:
    """Write a line's texts as one cell, with empty cells beside it."""
    first, last = (edges.index(edge) for edge in span)
    texts = [_text(text, " ") for text in line[:-1]] + [_text(line[-1], "")]
    place = f' HEIGHT="{high}" ALIGN="{_ALIGN[line[0].anchor]}" VALIGN="TOP"'
    own = _cell(last - first, place, "".join(texts))
    return f"{_cell(first)}{own}{_cell(len(edges) - 1 - last)}"


def _cell(columns: int, place: str = "", text: str = "") -> str:
    span = f' COLSPAN="{columns}"' if columns > 1 else ""
    return f"<TD{span}{place}>{text}</TD>" if columns else ""


def _text(text: Text, blank: str) -> str:
    before, after = _TAGS[text.face]
    safe = escape(printable(text.text)).replace("\\", "\\\\").replace("]", "&#93;")
    return f"{before}{safe or ' '}{blank}{after}"


def _edge(graph: Digraph, path: Path, page: Page) -> None:
    """Write an edge whose spline is the polyline, each leg a straight cubic."""
    points = [_point(x, y, page) for x, y in path.points]
    spline = [points[0]]
    for start, end in pairwise(points):
        spline.extend([start, end, end])
    graph.edge(
        path.source or path.target or _PAGE,
        path.target or path.source or _PAGE,
        pos=" ".join(spline),
        color=path.stroke,
        penwidth=_n(path.stroke_width * _SCALE),
        **({"style": "dashed"} if path.dashed else {}),
    )


def _point(x: float, y: float, page: Page) -> str:
    """Return a place as DOT writes it: y turns upwards here and nowhere else."""
    return f"{_n(x * _SCALE)},{_n((page.height - y) * _SCALE)}"


def _inches(points: float) -> str:
    return f"{points * _SCALE / _POINTS_PER_INCH:.4f}"


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


WRITER = PictureWriter(ending="gv", write=write, per_page=True)
