"""The bands of levels beside a tree: stripes across the page and their labels at the left."""

from collections.abc import Iterator, Mapping, Sequence

from pohon_docs.layout.connectors import Row
from pohon_docs.layout.frame import Area, label_size
from pohon_docs.layout.panels import filled, text_height
from pohon_docs.layout.scene import Panel
from pohon_docs.styles import Style
from pohon_docs.views import Band, Paragraph

_EDGE = 0.3
"""Where a band ends in the gap below its last tier, as a share of the gap."""
_SHRINK = 0.9


def padding(gap: float) -> float:
    """Return what a band leaves above its first tier and below its last, for tiers `gap` apart."""
    return gap * (1 - _EDGE) / 2


def head_height(style: Style) -> float:
    """Return the height of the bands' heading."""
    look = style.look("pita_kepala")
    return look.ukuran * look.spasi + 2 * look.jarak


def label_height(bands: Sequence[Band], wide: float, style: Style) -> float:
    """Return the least height that holds each of the bands' labels."""
    look = style.look("pita_label")
    return max(
        (text_height((Paragraph(band.label),), look, look.minimum, wide) for band in bands),
        default=0.0,
    )


def band_panels(
    bands: Sequence[Band],
    title: str,
    rows: Mapping[int, Row],
    area: Area,
    strip: tuple[float, float],
    gap: float,
    style: Style,
) -> tuple[Panel, ...]:
    """Draw the bands of the tiers in `rows`, and their heading at the top of `area`.

    `strip` is the labels' width and the gap right of them; `gap` the least between two tiers.
    """
    wide, between = strip
    head = Panel(area.x, area.y, wide, head_height(style), "pita_kepala")
    panels = [_label(head, title, style)]
    edges = list(_edges(bands, rows, padding(gap)))
    for number, (band, top, bottom) in enumerate(edges):
        high = bottom - top - (between if number + 1 < len(edges) else 0.0)
        role = "pita_genap" if number % 2 else "pita_ganjil"
        left = area.x + wide + between
        stripe = Panel(left, top, area.right - left, high, role, fill=style.look(role).isi)
        panels.append(stripe)
        panels.append(_label(Panel(area.x, top, wide, high, "pita_label"), band.label, style))
    return tuple(panels)


def _edges(
    bands: Sequence[Band], rows: Mapping[int, Row], pad: float
) -> Iterator[tuple[Band, float, float]]:
    """Yield the bands that have rows with their edges; they meet inside the gap between tiers."""
    tiers = sorted(rows)
    for band in bands:
        own = [number for number, tier in enumerate(tiers) if band.first <= tier <= band.last]
        if not own:
            continue
        first, last = rows[tiers[own[0]]], rows[tiers[own[-1]]]
        top, bottom = first.top - pad, last.bottom + pad
        if own[0] > 0:
            above = rows[tiers[own[0] - 1]].bottom
            top = above + (first.top - above) * _EDGE
        if own[-1] + 1 < len(tiers):
            bottom = last.bottom + (rows[tiers[own[-1] + 1]].top - last.bottom) * _EDGE
        yield band, top, bottom


def _label(panel: Panel, text: str, style: Style) -> Panel:
    """Write a fixed label into its panel, shrunk until it fits."""
    look = style.look(panel.role)
    size = label_size(text, look, panel.width)
    while size > look.minimum and _spills(panel, text, size, style):
        size = max(look.minimum, size * _SHRINK)
    return filled(panel, (Paragraph(text),), look, size)


def _spills(panel: Panel, text: str, size: float, style: Style) -> bool:
    look = style.look(panel.role)
    return text_height((Paragraph(text),), look, size, panel.width) > panel.height
