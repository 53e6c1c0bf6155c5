"""A picture's legend: a swatch in each role's look, and beside it what the role is."""

from pohon_docs.layout.panels import dressed, filled, text_height
from pohon_docs.layout.scene import Face, Panel
from pohon_docs.layout.text import width
from pohon_docs.styles import Style
from pohon_docs.views import Key, Paragraph

_ROLE = "legenda"
_SWATCH = 1.6
"""A swatch's width as a multiple of the text's size; it is as high as the text."""
_APART = 1.6
"""The blank after an entry, as a multiple of the text's size."""
_INSET = 0.5
"""The blank between a swatch and its text, likewise."""


def legend_panels(
    keys: tuple[Key, ...], left: float, bottom: float, wide: float, style: Style
) -> tuple[tuple[Panel, ...], float]:
    """Return the legend's panels above `bottom`, row by row, and its height in points."""
    look = style.look(_ROLE)
    high = text_height((Paragraph(""),), look, look.ukuran, wide)
    rows = _rows(keys, wide, style)
    top = bottom - len(rows) * high
    panels: list[Panel] = []
    for number, row in enumerate(rows):
        x = left
        for key in row:
            panels.extend(_entry(key, x, top + number * high, high, style))
            x += _width(key, style)
    return tuple(panels), len(rows) * high


def _rows(keys: tuple[Key, ...], wide: float, style: Style) -> list[list[Key]]:
    """Deal the entries to rows no wider than the page."""
    rows: list[list[Key]] = [[]]
    used = 0.0
    for key in keys:
        need = _width(key, style)
        if rows[-1] and used + need > wide:
            rows.append([])
            used = 0.0
        rows[-1].append(key)
        used += need
    return rows


def _width(key: Key, style: Style) -> float:
    """Return what an entry takes of its row: swatch, text, and the blanks beside them."""
    size = style.look(_ROLE).ukuran
    return (_SWATCH + _INSET + _APART) * size + _text_width(key, style)


def _text_width(key: Key, style: Style) -> float:
    look = style.look(_ROLE)
    return width(key.text, Face(look.muka), look.ukuran) + 1.0


def _entry(key: Key, x: float, y: float, high: float, style: Style) -> tuple[Panel, Panel]:
    look = style.look(_ROLE)
    size = look.ukuran
    swatch = Panel(x, y + (high - size) / 2, _SWATCH * size, size, key.role)
    text = Panel(x + (_SWATCH + _INSET) * size, y, _text_width(key, style), high, _ROLE)
    written = filled(text, (Paragraph(key.text),), look, size)
    return dressed(swatch, style.look(key.role)), written
