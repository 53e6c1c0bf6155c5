"""Panels and paths as DrawingML shapes of Word 2010 and later, in English Metric Units.

Positions are those of the page, so that a group's own coordinates are the page's, too.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby

from pohon_docs.layout.scene import Anchor, Face, Panel, Path, Text
from pohon_docs.looks import Look
from pohon_docs.values import printable
from pohon_docs.writers._docx_xml import twips

EMU_PER_POINT = 12_700
_FONT = "Arial"
"""The font of the bundled one's widths that every Word has."""
_JUSTIFY = {Anchor.START: "left", Anchor.MIDDLE: "center", Anchor.END: "right"}
_FACES = {Face.REGULAR: "", Face.BOLD: "<w:b/><w:bCs/>", Face.ITALIC: "<w:i/><w:iCs/>"}
_NAME = 60
"""The letters of a box's text that serve as its name."""
_DASHED = '<a:prstDash val="dash"/>'
_FULL = 100_000
_MAY_BREAK = "\u200b"
"""Word's own mark for a place where a word may be broken, without width."""
_LEAST_SIZE = 2
"""The smallest text that Word knows, in half points."""


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle in English Metric Units."""

    left: int
    top: int
    width: int
    height: int

    @property
    def transform(self) -> str:
        """The inside of a shape's place."""
        return (
            f'<a:off x="{self.left}" y="{self.top}"/><a:ext cx="{self.width}" cy="{self.height}"/>'
        )

    @property
    def group(self) -> str:
        """A group's properties: its inner coordinates are the page's."""
        inner = self.transform.replace("a:off", "a:chOff").replace("a:ext", "a:chExt")
        return f"<wpg:grpSpPr><a:xfrm>{self.transform}{inner}</a:xfrm></wpg:grpSpPr>"


def emu(points: float) -> int:
    """Return a length in English Metric Units."""
    return round(points * EMU_PER_POINT)


def place(panel: Panel) -> Rect:
    """Return a panel's rectangle; its edges are rounded, so that neighbours still touch."""
    left, top = emu(panel.x), emu(panel.y)
    return Rect(left, top, emu(panel.right) - left, emu(panel.bottom) - top)


def track(path: Path) -> Rect:
    """Return the rectangle around a path."""
    across = [emu(x) for x, _ in path.points]
    down = [emu(y) for _, y in path.points]
    left, top = min(across), min(down)
    return Rect(left, top, max(across) - left, max(down) - top)


def around(rects: Iterable[Rect]) -> Rect:
    """Return the rectangle around rectangles."""
    every = list(rects)
    left, top = min(one.left for one in every), min(one.top for one in every)
    right = max(one.left + one.width for one in every)
    bottom = max(one.top + one.height for one in every)
    return Rect(left, top, right - left, bottom - top)


def naming(number: int, name: str, description: str = "") -> str:
    """Return a shape's number in the file, its name and what is read out for it."""
    text = escape(printable(description)).replace("\n", "&#10;")
    told = f' descr="{text}"' if description else ""
    return f'id="{number}" name="{escape(printable(name))}"{told}'


def short(text: str) -> str:
    """Return a text's beginning, as a name."""
    line = " ".join(text.split())
    return line if len(line) <= _NAME else f"{line[:_NAME]}…"


def shape(panel: Panel, number: int, look: Look, target: str) -> str:
    """Return a panel as a shape with its text, which leads to the bookmark `target` if any."""
    text = _text_box(panel, look, target) if panel.text else "<wps:bodyPr/>"
    name = short(panel.text) or panel.role
    return (
        f"<wps:wsp><wps:cNvPr {naming(number, name)}/><wps:cNvSpPr/>"
        f"<wps:spPr><a:xfrm>{place(panel).transform}</a:xfrm>{_outline(panel)}"
        f"{_filled(panel.fill)}{_pen(panel.stroke, panel.stroke_width, panel.dashed)}</wps:spPr>"
        f"{text}</wps:wsp>"
    )


def line(path: Path, number: int) -> str:
    """Return a path as a shape: a straight line, or a polyline in its own coordinates."""
    rect = track(path)
    return (
        f"<wps:wsp><wps:cNvPr {naming(number, f'Garis {number}')}/><wps:cNvSpPr/>"
        f"<wps:spPr><a:xfrm>{rect.transform}</a:xfrm>{_polyline(path, rect)}"
        f"<a:noFill/>{_pen(path.stroke, path.stroke_width, path.dashed)}</wps:spPr>"
        "<wps:bodyPr/></wps:wsp>"
    )


def _outline(panel: Panel) -> str:
    if not panel.radius:
        return '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    round_part = round(min(0.5, panel.radius / min(panel.width, panel.height)) * _FULL)
    guide = f'<a:avLst><a:gd name="adj" fmla="val {round_part}"/></a:avLst>'
    return f'<a:prstGeom prst="roundRect">{guide}</a:prstGeom>'


def _polyline(path: Path, rect: Rect) -> str:
    if not rect.width or not rect.height:
        return '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
    points = [(emu(x) - rect.left, emu(y) - rect.top) for x, y in path.points]
    names = ("moveTo", *["lnTo"] * (len(points) - 1))
    steps = "".join(
        f'<a:{name}><a:pt x="{x}" y="{y}"/></a:{name}>'
        for name, (x, y) in zip(names, points, strict=True)
    )
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{rect.width}" h="{rect.height}" fill="none">{steps}</a:path>'
        "</a:pathLst></a:custGeom>"
    )


def _filled(colour: str) -> str:
    return (
        f'<a:solidFill><a:srgbClr val="{colour[1:]}"/></a:solidFill>' if colour else "<a:noFill/>"
    )


def _pen(colour: str, width: float, dashed: bool) -> str:
    if not colour:
        return "<a:ln><a:noFill/></a:ln>"
    return f'<a:ln w="{emu(width)}">{_filled(colour)}{_DASHED if dashed else ""}</a:ln>'


def _text_box(panel: Panel, look: Look, target: str) -> str:
    """Return a panel's text as paragraphs that Word wraps anew, centred in height.

    It has no padding above and below, where centring makes room enough: with any, LibreOffice
    cuts the last line of a box that is exactly as high as its text.
    """
    inset = emu(panel.padding)
    sides = f'lIns="{inset}" tIns="0" rIns="{inset}" bIns="0"'
    paragraphs = "".join(
        _paragraph(texts, panel, look, target) for texts in _paragraphs(panel.lines)
    )
    return (
        f"<wps:txbx><w:txbxContent>{paragraphs}</w:txbxContent></wps:txbx>"
        f'<wps:bodyPr wrap="square" {sides} anchor="ctr"><a:noAutofit/></wps:bodyPr>'
    )


def _paragraphs(lines: Sequence[Text]) -> list[list[Text]]:
    """Part a panel's lines where a new paragraph begins."""
    parted: list[list[Text]] = []
    for text in lines:
        if text.joint == "\n" or not parted:
            parted.append([])
        parted[-1].append(text)
    return parted


def _paragraph(texts: Sequence[Text], panel: Panel, look: Look, target: str) -> str:
    """Return a paragraph; text that stands beside its first piece hangs behind it."""
    first = texts[0]
    hanging = len(texts) > 1 and texts[1].baseline == first.baseline
    indent = _indent(first, texts[1], panel) if hanging else ""
    pieces = (texts[:1], texts[1:]) if hanging else (texts,)
    runs = "<w:r><w:tab/></w:r>".join(map(_runs, pieces))
    link = f'<w:hyperlink w:anchor="{target}">{runs}</w:hyperlink>' if target else runs
    pitch = twips(first.size * look.spasi)
    return (
        "<w:p><w:pPr><w:suppressAutoHyphens/>"
        f'<w:spacing w:before="0" w:after="0" w:line="{pitch}" w:lineRule="exact"/>'
        f'{indent}<w:jc w:val="{_JUSTIFY[first.anchor]}"/></w:pPr>{link}</w:p>'
    )


def _indent(first: Text, text: Text, panel: Panel) -> str:
    left, hanging = text.x - panel.x - panel.padding, text.x - first.x
    return f'<w:ind w:left="{twips(left)}" w:hanging="{twips(hanging)}"/>'


def _look_of(text: Text) -> tuple[Face, float, str]:
    return text.face, text.size, text.colour


def _runs(texts: Sequence[Text]) -> str:
    """Return a piece of a paragraph as runs, each of one look."""
    words = [texts[0].text, *((text.joint or _MAY_BREAK) + text.text for text in texts[1:])]
    looked = groupby(zip(texts, words, strict=True), key=lambda pair: _look_of(pair[0]))
    return "".join(_run(look, "".join(word for _, word in pairs)) for look, pairs in looked)


def _run(look: tuple[Face, float, str], words: str) -> str:
    """Return a run; Word knows half points, and a text that is a little smaller still fits."""
    face, size, colour = look
    half_points = max(_LEAST_SIZE, int(size * 2))
    return (
        f'<w:r><w:rPr><w:rFonts w:ascii="{_FONT}" w:hAnsi="{_FONT}" w:cs="{_FONT}"/>{_FACES[face]}'
        f'<w:color w:val="{colour[1:]}"/><w:sz w:val="{half_points}"/>'
        f'<w:szCs w:val="{half_points}"/></w:rPr>'
        f'<w:t xml:space="preserve">{escape(words, quote=False)}</w:t></w:r>'
    )
