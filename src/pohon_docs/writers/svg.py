"""Scene → SVG, a file a page: real text in the bundled font's family, or one of its metrics."""

from html import escape

from pohon_docs.layout.scene import Face, Page, Panel, Path, Scene, Text
from pohon_docs.styles import Style
from pohon_docs.values import printable
from pohon_docs.writers import PictureWriter


def write(scene: Scene, style: Style) -> tuple[bytes, ...]:
    """Return an SVG file for each page of the scene, measures in points."""
    return tuple(_file(scene.title, page, style) for page in scene.pages)


def _file(title: str, page: Page, style: Style) -> bytes:
    size = f'width="{_n(page.width)}pt" height="{_n(page.height)}pt"'
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} '
        f'viewBox="0 0 {_n(page.width)} {_n(page.height)}" xml:lang="id" role="img" '
        f'font-family="{escape(style.keluarga_huruf)}">',
        f"<title>{escape(printable(title), quote=False)}</title>",
        f'<rect width="{_n(page.width)}" height="{_n(page.height)}" fill="#ffffff"/>',
        *_body(page),
        "</svg>",
    ]
    return "\n".join(lines).encode() + b"\n"


def _body(page: Page) -> list[str]:
    """Return the panels, those of one key in a group of that id, then the connectors."""
    lines: list[str] = []
    open_key = ""
    for panel in page.panels:
        if panel.key != open_key:
            lines.extend(["</g>"] if open_key else [])
            lines.extend([f'<g id="{escape(panel.key)}">'] if panel.key else [])
            open_key = panel.key
        lines.extend(_panel(panel))
    lines.extend(["</g>"] if open_key else [])
    return [*lines, *(_path(path) for path in page.paths)]


def _panel(panel: Panel) -> list[str]:
    lines = []
    if panel.fill or panel.stroke:
        place = f'x="{_n(panel.x)}" y="{_n(panel.y)}"'
        size = f'width="{_n(panel.width)}" height="{_n(panel.height)}"'
        corner = f' rx="{_n(panel.radius)}"' if panel.radius else ""
        pen = _pen(panel.stroke, panel.stroke_width, panel.dashed) if panel.stroke else ""
        lines.append(f'<rect {place} {size}{corner} fill="{panel.fill or "none"}"{pen}/>')
    return [*lines, *(_text(line) for line in panel.lines)]


def _text(line: Text) -> str:
    look = f'font-size="{_n(line.size)}" fill="{line.colour}" text-anchor="{line.anchor}"'
    weight = ' font-weight="bold"' if line.face is Face.BOLD else ""
    slant = ' font-style="italic"' if line.face is Face.ITALIC else ""
    place = f'x="{_n(line.x)}" y="{_n(line.baseline)}"'
    return f"<text {place} {look}{weight}{slant}>{escape(line.text, quote=False)}</text>"


def _path(path: Path) -> str:
    points = " ".join(f"{_n(x)},{_n(y)}" for x, y in path.points)
    pen = _pen(path.stroke, path.stroke_width, path.dashed)
    return f'<polyline points="{points}" fill="none"{pen}/>'


def _pen(colour: str, width: float, dashed: bool) -> str:
    dash = ' stroke-dasharray="3 2"' if dashed else ""
    return f' stroke="{colour}" stroke-width="{_n(width)}"{dash}'


def _n(value: float) -> str:
    """Write a number short: two decimals of a point are finer than any printer."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


WRITER = PictureWriter(ending="svg", write=write, per_page=True)
