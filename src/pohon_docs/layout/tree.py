"""A tree's picture: boxes of a tier aligned, bands of levels beside them, connectors between."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pohon_docs.layout.bands import band_panels, head_height, padding
from pohon_docs.layout.connectors import Ends, Row, connectors
from pohon_docs.layout.engine import Seat
from pohon_docs.layout.fit import Fit, best_fit, part_height
from pohon_docs.layout.frame import Area, Frame, frame_panels, inner, paged
from pohon_docs.layout.panels import filled, text_size
from pohon_docs.layout.placement import place
from pohon_docs.layout.scene import Bookmark, Page, Panel
from pohon_docs.styles import Style
from pohon_docs.views import Box, Tree


def plain_page(tree: Tree, frame: Frame, paper: str, style: Style) -> Page | None:
    """Lay out a tree side by side on one sheet of `paper`, or None where it doesn't fit.

    Its text is as large as the room inside `frame` allows, which `framed` draws around it;
    raises EngineError.
    """
    seats, through = _seats(tree.boxes)
    sheets = style.halaman_pohon
    size = style.sheet(paper, sheets)
    _, whole_area = frame_panels(inner(size, sheets), frame, style)
    area = _beside_bands(tree, whole_area, style)
    if not _may_fit(tree, area, style):
        return None
    at = place(seats) if seats else {}
    fit = best_fit(tree.boxes, seats, at, area, style)
    if not fit.whole:
        return None
    rows = _rows(fit, area, bool(tree.bands), style)
    boxes, ends = _boxes(tree, seats, fit, rows, area, style)
    dashed = frozenset(box.key for box in tree.boxes if box.reference)
    return Page(
        tree.name,
        *size,
        panels=(*_bands(tree, rows, whole_area, style), *boxes),
        paths=connectors(seats, ends, rows, through, dashed, style),
        bookmarks=(Bookmark(f"{tree.title} ({tree.name.replace('-', ' ')})", 0, 0.0),),
    )


def framed(page: Page, frame: Frame, style: Style) -> Page:
    """Return a tree's page with its frame."""
    area = inner((page.width, page.height), style.halaman_pohon)
    return paged(page, frame_panels(area, frame, style)[0])


def _may_fit(tree: Tree, area: Area, style: Style) -> bool:
    """Tell whether the widest tier has its width and all tiers their gaps, before placing."""
    crowd = Counter(box.tier for box in tree.boxes)
    step = style.pohon.lebar_kotak_minimum + style.pohon.celah_mendatar
    wide = max(crowd.values(), default=0) * step <= area.width + style.pohon.celah_mendatar
    return wide and len(crowd) * style.pohon.celah_tegak <= area.height


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


def _beside_bands(tree: Tree, area: Area, style: Style) -> Area:
    """Return the part of an area that the boxes may use, beside and inside the bands."""
    if not tree.bands:
        return area
    pad = padding(style.pohon.celah_tegak)
    head = head_height(style) + 2 * pad
    gap = style.pohon.celah_mendatar
    strip = style.pohon.lebar_pita + style.pohon.celah_pita + gap
    top = area.y + head - pad
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


def _bands(tree: Tree, rows: Sequence[Row], area: Area, style: Style) -> tuple[Panel, ...]:
    if not tree.bands:
        return ()
    strip = (style.pohon.lebar_pita, style.pohon.celah_pita)
    by_tier = dict(enumerate(rows))
    gap = style.pohon.celah_tegak
    return band_panels(tree.bands, tree.bands_title, by_tier, area, strip, gap, style)
