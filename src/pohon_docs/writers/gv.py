r"""One page of a scene → DOT with pinned positions, so that plain `dot -Tsvg` draws it alike.

Boxes are HTML-like tables of fixed size. Cell text never becomes markup, an escape, a
port or an attribute: it is stripped of control characters, escaped as HTML, `\` doubled
and `]` written as an entity.
"""

from html import escape
from itertools import groupby, pairwise

from graphviz import Digraph

from pohon_docs.layout.scene import Anchor, Face, Page, Panel, Path, Scene, Text
from pohon_docs.styles import Style
from pohon_docs.values import printable
from pohon_docs.writers import PictureWriter

_POINTS_PER_INCH = 72
_TAGS = {Face.REGULAR: ("", ""), Face.BOLD: ("<B>", "</B>"), Face.ITALIC: ("<I>", "</I>")}
_ALIGN = {Anchor.START: "LEFT", Anchor.MIDDLE: "CENTER", Anchor.END: "RIGHT"}


def write(scene: Scene, style: Style) -> bytes:
    """Return the scene's only page as DOT source for `dot -Tsvg`, `-Tpdf` or `-Tpng`."""
    (page,) = scene.pages
    font = style.keluarga_huruf.split(",")[1].strip()
    graph = Digraph(
        "pohon",
        graph_attr={
            "layout": "nop2",
            "outputorder": "nodesfirst",
            "pad": "0",
            "margin": "0",
            "bb": f"0,0,{_n(page.width)},{_n(page.height)}",
            "splines": "true",
        },
        node_attr={"shape": "box", "fixedsize": "true", "margin": "0", "fontname": font},
        edge_attr={"arrowhead": "none"},
    )
    _corner(graph, "kiri-bawah", 0, 0)
    _corner(graph, "kanan-atas", page.width, page.height)
    _draw_panels(graph, page)
    for path in page.paths:
        _draw_path(graph, path, page.height)
    return str(graph.source).encode()


def _corner(graph: Digraph, name: str, x: float, y: float) -> None:
    """Pin an unseen point, so that the picture is as large as the page."""
    graph.node(name, label="", style="invis", width="0", height="0", pos=f"{_n(x)},{_n(y)}")


def _draw_panels(graph: Digraph, page: Page) -> None:
    """Write a node for each key, and one for every panel without."""
    decoration = 0
    for key, group in groupby(page.panels, key=lambda panel: panel.key):
        panels = list(group)
        for some in [panels] if key else [[panel] for panel in panels]:
            decoration += 0 if key else 1
            _draw_node(graph, key or f"hiasan{decoration}", some, page.height)


def _draw_node(graph: Digraph, name: str, panels: list[Panel], height: float) -> None:
    """Write one node; its outline is the node's own, its parts are rows of a table."""
    top, bottom = panels[0].y, panels[-1].bottom
    look = panels[0]
    middle = (look.x + look.width / 2, height - (top + bottom) / 2)
    graph.node(
        name,
        label=_table(panels) if any(panel.lines for panel in panels) or len(panels) > 1 else "",
        pos=f"{_n(middle[0])},{_n(middle[1])}",
        width=_inches(look.width),
        height=_inches(bottom - top),
        fontsize=_n(look.lines[0].size) if look.lines else "8",
        penwidth=_n(look.stroke_width) if look.stroke else "0",
        color=look.stroke or "transparent",
        fillcolor=look.fill or "transparent",
        style=",".join(["filled", *(["dashed"] if look.dashed else [])]),
    )


def _table(panels: list[Panel]) -> str:
    rows = "".join(_row(panel, first=number == 0) for number, panel in enumerate(panels))
    attributes = 'BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"'
    return f"<<TABLE {attributes}>{rows}</TABLE>>"


def _row(panel: Panel, *, first: bool) -> str:
    """Write a part; a part under another draws the line between them as its upper border."""
    line = "" if first or not panel.stroke else ' BORDER="1" SIDES="T"'
    colour = f' COLOR="{panel.stroke}"' if line else ""
    fill = f' BGCOLOR="{panel.fill}"' if panel.fill else ""
    size = f'WIDTH="{panel.width:.0f}" HEIGHT="{panel.height:.0f}" FIXEDSIZE="TRUE"'
    align = _ALIGN[panel.lines[0].anchor] if panel.lines else "CENTER"
    return f'<TR><TD {size} ALIGN="{align}"{fill}{line}{colour}>{_lines(panel)}</TD></TR>'


def _lines(panel: Panel) -> str:
    """Write a panel's lines of text; texts on one baseline stand in one line."""
    written = []
    for _, group in groupby(panel.lines, key=lambda line: round(line.baseline, 1)):
        texts = list(group)
        align = f' ALIGN="{_ALIGN[texts[0].anchor]}"'
        written.append(" ".join(_text(text) for text in texts) + f"<BR{align}/>")
    return "".join(written) or " "


def _text(line: Text) -> str:
    before, after = _TAGS[line.face]
    font = f'POINT-SIZE="{_n(line.size)}" COLOR="{line.colour}"'
    return f"<FONT {font}>{before}{_escaped(line.text)}{after}</FONT>"


def _escaped(text: str) -> str:
    safe = escape(printable(text)).replace("\\", "\\\\").replace("]", "&#93;")
    return safe or " "


def _draw_path(graph: Digraph, path: Path, height: float) -> None:
    """Write an edge whose spline is the polyline, each leg a straight cubic."""
    points = [(x, height - y) for x, y in path.points]
    spline = [points[0]]
    for start, end in pairwise(points):
        spline.extend([start, end, end])
    graph.edge(
        path.source,
        path.target,
        pos=" ".join(f"{_n(x)},{_n(y)}" for x, y in spline),
        color=path.stroke,
        penwidth=_n(path.stroke_width),
        style="dashed" if path.dashed else "solid",
    )


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _inches(points: float) -> str:
    return f"{points / _POINTS_PER_INCH:.4f}"


WRITER = PictureWriter(ending="gv", write=write, per_page=True)
