"""How cells look: their number format, and what sets them apart; a broken part is never fatal."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeVar

from lxml import etree

from pohon_docs.source import PLAIN, Marks
from pohon_docs.spreadsheet.colours import colour_of, theme_colours
from pohon_docs.spreadsheet.parts import BrokenPartError, Parts, is_true, local, whole

T = TypeVar("T")

_GENERAL = "General"
# Number formats that a workbook names by number only (ECMA-376 part 1, 18.8.30).
_BUILT_IN: Mapping[int, str] = {
    **{1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%"},
    **{11: "0.00E+00", 12: "# ?/?", 13: "# ??/??", 14: "mm-dd-yy", 15: "d-mmm-yy"},
    **{16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm"},
    **{21: "h:mm:ss", 22: "m/d/yy h:mm", 37: "#,##0", 38: "#,##0", 39: "#,##0.00"},
    **{40: "#,##0.00", 41: "#,##0", 42: "#,##0", 43: "#,##0.00", 44: "#,##0.00"},
    **{45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@"},
}
_WHITE = "FFFFFF"
_NO_DATE = re.compile(r'"[^"]*"|\[(?!hh?\]|mm?\]|ss?\])[^\]]*\]|[_\\*].', re.IGNORECASE)
_DATE = re.compile(r"[dmhys]", re.IGNORECASE)
_ELAPSED = re.compile(r"\[(?:hh?|mm?|ss?)\]", re.IGNORECASE)


class Look(NamedTuple):
    """A cell's style: its number format, whether that is a date's or a span of time's, its marks.

    `struck` tells that the whole cell is struck through.
    """

    number_format: str = _GENERAL
    is_date: bool = False
    is_elapsed: bool = False
    marks: Marks = PLAIN
    struck: bool = False


class _Font(NamedTuple):
    bold: bool = False
    struck: bool = False


def looks(parts: Parts, name: str, theme: str) -> tuple[tuple[Look, ...], bool]:
    """Return a workbook's cell styles by number, and whether all of them could be read."""
    if name not in parts:
        return (), True
    try:
        return _looks(parts, name, theme, mend=False), True
    except BrokenPartError:
        return _mended(parts, name, theme), False


def _mended(parts: Parts, name: str, theme: str) -> tuple[Look, ...]:
    try:
        return _looks(parts, name, theme, mend=True)
    except BrokenPartError:
        return ()


def _looks(parts: Parts, name: str, theme: str, *, mend: bool) -> tuple[Look, ...]:
    """Read the styles in the one order in which the part may write them."""
    formats, colours = dict(_BUILT_IN), theme_colours(parts, theme)
    fonts: list[_Font] = []
    fills: list[str] = []
    found: list[Look] = []
    for one in parts.elements(name, "numFmt", "font", "fill", "xf", mend=mend):
        above = one.getparent()
        kind = local(above) if above is not None else ""
        if kind == "numFmts":
            formats[whole(one.get("numFmtId"))] = one.get("formatCode", _GENERAL)
        elif kind == "fonts":
            fonts.append(_Font(_has(one, "b"), _has(one, "strike")))
        elif kind == "fills":
            fills.append(_fill(one, colours))
        elif kind == "cellXfs":
            found.append(_look(one, formats, fonts, fills))
    return tuple(found)


def _look(
    one: etree._Element, formats: Mapping[int, str], fonts: Sequence[_Font], fills: Sequence[str]
) -> Look:
    code = formats.get(whole(one.get("numFmtId")), _GENERAL)
    font = _at(fonts, one.get("fontId"), _Font())
    indent = max((whole(child.get("indent")) for child in one), default=0)
    fill = _at(fills, one.get("fillId"), "")
    marks = Marks(font.bold, fill, indent) if font.bold or fill or indent else PLAIN
    bare = _NO_DATE.sub("", code.split(";", maxsplit=1)[0])
    return Look(code, bool(_DATE.search(bare)), bool(_ELAPSED.search(bare)), marks, font.struck)


def _at(values: Sequence[T], number: str | None, otherwise: T) -> T:
    place = whole(number)
    return values[place] if place < len(values) else otherwise


def _has(font: etree._Element, tag: str) -> bool:
    return any(local(one) == tag and is_true(one.get("val", "1")) for one in font)


def _fill(one: etree._Element, theme: Sequence[str]) -> str:
    """Return the colour that a fill covers its cell with, as RRGGBB; white sets nothing apart."""
    for pattern in one:
        if local(pattern) == "patternFill" and pattern.get("patternType") == "solid":
            colours = {local(colour): colour for colour in pattern}
            if "fgColor" in colours:
                colour = colour_of(colours["fgColor"], theme)
                return "" if colour == _WHITE else colour
    return ""
