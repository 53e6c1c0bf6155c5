"""A tree's picture: boxes of a tier aligned, bands of levels beside them, connectors between."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pohon_docs.layout.connectors import Ends, Row, connectors
from pohon_docs.layout.engine import Seat
from pohon_docs.layout.fit import Fit, best_fit, part_height
from pohon_docs.layout.frame import Area, Frame, frame_panels, inner, label_size, paged
from pohon_docs.layout.panels import filled, text_size
from pohon_docs.layout.placement import place
from pohon_docs.layout.scene import Bookmark, Page, Panel, Scene
from pohon_docs.layout.tags import with_tree_tags
from pohon_docs.styles import Style
from pohon_docs.views import Band, Box, Paragraph, Tree, Trees

_BAND_EDGE = 0.3
"""Where a band ends in the gap below its last tier, as a share of the gap."""


def trees_scene(view: Trees, style: Style) -> Scene:
    """Lay out a document of trees, one page for each picture; raises EngineError."""
    pages = tuple(
        tree_page(tree, style, view.draft, f"{number} / {len(view.pages)}")
        for number, tree in enumerate(view.pages, start=1)
    )
    return Scene(view.title, pages)


def tree_page(tree: Tree, style: Style, draft: str, number: str) -> Page:
    """Lay out one picture of a tree with its frame; `number` is printed at its foot."""
    seats, through = _seats(tree.boxes)
    at = place(seats) if seats else {}
    frame = Frame(tree.title, tree.subtitle, tree.note, number, draft)
    size, around, area, fit = _sheet(tree, seats, at, frame, style)
    rows = _rows(fit, area, bool(tree.bands), style)
    boxes, ends = _boxes(tree, seats, fit, rows, area, style)
    dashed = frozenset(box.key for box in tree.boxes if box.reference)
    page = Page(
        tree.name,
        *size,
        panels=(*_bands(tree, rows, around[1], style), *boxes),
        paths=connectors(seats, ends, rows, through, dashed, style),
        bookmarks=(Bookmark(f"{tree.title} ({tree.name.replace('-', ' ')})", 0, 0.0),),
    )
    return with_tree_tags(paged(page, around[0]), tree)


def _seats(boxes: Sequence[Box]) -> tuple[list[Seat], dict[str, str]]:
    """Return a seat for each box, and one in every tier that a long connector passes."""
    tier = {box.key: box.tier for box in boxes}
    seats: list[Seat] = []
    through: dict[str, str] = {}
    for box in boxes:
        parent = box.parent
        first = tier[parent] + 1 if parent is not None else box.tier
        for passed in range(first, box.tier):
            key = f"{box.key}-lewat{passed}"
            seats.append(Seat(key, parent, passed))
            through[key] = box.key
            parent = key
        seats.append(Seat(box.key, parent, box.tier))
    return seats, through


def _sheet(
    tree: Tree, seats: Sequence[Seat], at: Mapping[str, float], frame: Frame, style: Style
) -> tuple[tuple[float, float], tuple[tuple[Panel, ...], Area], Area, Fit]:
    """Choose the first sheet that holds the tree, or the last one grown to hold it.

    Returns the sheet's size, its frame with the area inside it, the tree's own area, the fit.
    """
    sheets = style.halaman_pohon
    for name in sheets.kertas:
        size = style.sheet(name, sheets)
        around = frame_panels(inner(size, sheets), frame, style)
        area = _beside_bands(tree, around[1], style)
        fit = best_fit(tree.boxes, seats, at, area, style)
        if fit.whole:
            break
    else:
        size = _grown(size, area, fit, style)
        around = frame_panels(inner(size, sheets), frame, style)
        area = _beside_bands(tree, around[1], style)
        fit = best_fit(tree.boxes, seats, at, area, style)
    return size, around, area, fit


def _grown(size: tuple[float, float], area: Area, fit: Fit, style: Style) -> tuple[float, float]:
    """Return the size of a sheet cut for one tree, no smaller than the smallest sheet."""
    sheets = style.halaman_pohon
    least = style.sheet(sheets.kertas[0], sheets)
    loose = style.pohon.celah_tegak_maksimum - style.pohon.celah_tegak
    high = fit.needed[1] + loose * max(0, len(fit.tiers) - 1)
    return (
        max(least[0], size[0] + fit.needed[0] - area.width),
        max(least[1], size[1] + high - area.height),
    )


def _head_height(tree: Tree, style: Style) -> float:
    """Return the height of the bands' heading with the padding of the first and last band."""
    look = style.look("pita_kepala")
    high = look.ukuran * look.spasi + 2 * look.jarak
    return high + 2 * _band_padding(style) if tree.bands else 0.0


def _band_padding(style: Style) -> float:
    return style.pohon.celah_tegak * (1 - _BAND_EDGE) / 2


def _beside_bands(tree: Tree, area: Area, style: Style) -> Area:
    """Return the part of an area that the boxes may use, beside and inside the bands."""
    if not tree.bands:
        return area
    head = _head_height(tree, style)
    gap = style.pohon.celah_mendatar
    strip = style.pohon.lebar_pita + style.pohon.celah_pita + gap
    top = area.y + head - _band_padding(style)
    return Area(area.x + strip, top, area.width - strip - gap, area.height - head)


def _rows(fit: Fit, area: Area, filled_page: bool, style: Style) -> list[Row]:
    """Stack the tiers, with the gaps between them as wide as the page allows."""
    gaps = max(0, len(fit.tiers) - 1)
    spare = max(0.0, area.height - sum(fit.tiers))
    gap = min(style.pohon.celah_tegak_maksimum, spare / gaps) if gaps else 0.0
    rest = spare - gap * gaps
    y = area.y + (0.0 if filled_page else rest / 2 if not gaps else min(rest / 2, gap))
    rows = []
    for high in fit.tiers:
        rows.append(Row(y, y + high))
        y += high + gap
    return rows


def _boxes(
    tree: Tree, seats: Sequence[Seat], fit: Fit, rows: Sequence[Row], area: Area, style: Style
) -> tuple[list[Panel], dict[str, Ends]]:
    """Place every box's panels; return them with the places where connectors meet each seat."""
    ends = {
        seat.key: Ends(area.x + fit.centre[seat.key], rows[seat.tier].top, rows[seat.tier].bottom)
        for seat in seats
    }
    panels: list[Panel] = []
    for box in tree.boxes:
        mine = _box(box, fit, rows[box.tier].top, area.x, style)
        panels.extend(mine)
        ends[box.key] = replace(ends[box.key], bottom=mine[-1].bottom)
    return panels, ends


def _box(box: Box, fit: Fit, top: float, left: float, style: Style) -> list[Panel]:
    """Place one box: a panel for each part, as high as its tier's parts are."""
    wide = fit.width[box.key]
    x = left + fit.centre[box.key] - wide / 2
    panels: list[Panel] = []
    for number, part in enumerate(box.parts):
        own = part_height(part, wide, style, fit.scale)
        high = own if box.reference else fit.parts[box.tier][number]
        look = style.look(part.role)
        panel = Panel(x, top, wide, high, part.role, box.key)
        panels.append(filled(panel, part.paragraphs, look, text_size(look, fit.scale)))
        top += high
    return panels


def _bands(tree: Tree, rows: Sequence[Row], area: Area, style: Style) -> list[Panel]:
    """Draw the levels' stripes across the page and their labels at the left."""
    if not tree.bands:
        return []
    wide = style.pohon.lebar_pita
    pad = _band_padding(style)
    look = style.look("pita_kepala")
    high = look.ukuran * look.spasi + 2 * look.jarak
    panels = [_label(Panel(area.x, area.y, wide, high, "pita_kepala"), tree.bands_title, style)]
    for number, band in enumerate(tree.bands):
        top, bottom = _band_edges(band, rows, pad)
        bottom -= style.pohon.celah_pita
        stripe = "pita_genap" if number % 2 else "pita_ganjil"
        fill = style.look(stripe).isi
        strip = wide + style.pohon.celah_pita
        panels.append(
            Panel(area.x + strip, top, area.width - strip, bottom - top, stripe, fill=fill)
        )
        panels.append(
            _label(Panel(area.x, top, wide, bottom - top, "pita_label"), band.label, style)
        )
    return panels


def _band_edges(band: Band, rows: Sequence[Row], pad: float) -> tuple[float, float]:
    """Return a band's top and bottom; bands meet inside the gap between their tiers."""
    first, last = rows[band.first], rows[band.last]
    top = first.top - pad
    if band.first > 0:
        above = rows[band.first - 1].bottom
        top = above + (first.top - above) * _BAND_EDGE
    bottom = last.bottom + pad
    if band.last + 1 < len(rows):
        bottom = last.bottom + (rows[band.last + 1].top - last.bottom) * _BAND_EDGE
    return top, bottom


def _label(panel: Panel, text: str, style: Style) -> Panel:
    """Write a fixed label into its panel, shrunk until its longest word fits."""
    look = style.look(panel.role)
    return filled(panel, (Paragraph(text),), look, label_size(text, look, panel.width))
