"""The colours that fills have: given as such, by a number, or as a tint of the theme's."""

import re
from collections.abc import Iterator, Sequence
from colorsys import hls_to_rgb, rgb_to_hls

from lxml import etree

from pohon_docs.spreadsheet.parts import BrokenPartError, Parts, whole

# The colours that a fill names by number (ECMA-376 part 1, 18.8.27); 0 to 7 repeat 8 to 15.
_INDEXED = bytes.fromhex(
    "000000FFFFFFFF000000FF000000FFFFFF00FF00FF00FFFF800000008000000080808000800080008080"
    "C0C0C08080809999FF993366FFFFCCCCFFFF660066FF80800066CCCCCCFF000080FF00FFFFFF0000FFFF"
    "8000808000000080800000FF00CCFFCCFFFFCCFFCCFFFF9999CCFFFF99CCCC99FFFFCC993366FF33CCCC"
    "99CC00FFCC00FF9900FF6600666699969696003366339966003300333300993300993366333399333333"
)
_REPEATED = 8
_RGB = re.compile(r"^(?:[0-9A-Fa-f]{2})?([0-9A-Fa-f]{6})$")
_THEME_ORDER = (1, 0, 3, 2)
"""A theme lists its dark colours first, fills number the light ones first."""


def theme_colours(parts: Parts, name: str) -> tuple[str, ...]:
    """Return a theme's colours as RRGGBB, in the order in which fills number them."""
    if name not in parts:
        return ()
    try:
        colours = tuple(_scheme(parts, name))
    except BrokenPartError:
        return ()
    order = (*_THEME_ORDER, *range(len(_THEME_ORDER), len(colours)))
    return tuple(colours[place] for place in order if place < len(colours))


def colour_of(one: etree._Element, theme: Sequence[str]) -> str:
    """Return what a colour element means as RRGGBB; empty where it can't be told."""
    if written := _RGB.match(one.get("rgb", "")):
        return written.group(1).upper()
    if one.get("indexed"):
        number = whole(one.get("indexed"))
        place = number - _REPEATED if number >= _REPEATED else number
        return _INDEXED[place * 3 : place * 3 + 3].hex().upper()
    place = whole(one.get("theme"))
    named = theme[place] if one.get("theme") and place < len(theme) else ""
    return _tinted(named, one.get("tint", "0")) if named else ""


def _scheme(parts: Parts, name: str) -> Iterator[str]:
    for scheme in parts.elements(name, "clrScheme"):
        for colour in scheme:
            written = [one.get("lastClr") or one.get("val", "") for one in colour]
            found = _RGB.match(written[0]) if written else None
            yield found.group(1).upper() if found else ""


def _tinted(colour: str, tint: str) -> str:
    """Return a colour made lighter (a tint above 0) or darker, as 18.8.19 defines it."""
    try:
        share = max(-1.0, min(1.0, float(tint)))
    except ValueError:
        return colour
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4))
    hue, light, strength = rgb_to_hls(red, green, blue)
    light = light * (1 + share) if share < 0 else light * (1 - share) + share
    return "".join(f"{round(part * 255):02X}" for part in hls_to_rgb(hue, light, strength))
