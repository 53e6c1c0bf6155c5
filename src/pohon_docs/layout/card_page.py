"""What stands above the cards on every page: the level's band, the boxes, the banner."""

from dataclasses import dataclass

from pohon_docs.layout.fit import part_height
from pohon_docs.layout.frame import Area, label_size, one_line
from pohon_docs.layout.panels import filled, text_height, text_size
from pohon_docs.layout.scene import Bookmark, Page, Panel
from pohon_docs.styles import Style
from pohon_docs.views import Box, Column, Paragraph, Section

_HEADING_HEIGHT = 20.0


@dataclass(frozen=True, slots=True)
class Head:
    """The top of a page: whose boxes it shows, and whether it goes on from a page before."""

    section: Section
    columns: tuple[Column, ...]
    band_title: str
    continued: str = ""
    first: bool = True


def head_height(
    head: Head, columns: tuple[Area, ...], body: Area, scale: float, style: Style
) -> float:
    """Return the height from the top of the content down to the first table or card."""
    gap = style.kartu.celah
    boxes = sum(_box_heights(head, _box_places(head, columns, body, style), scale, style))
    banner = _banner_height(head, body, style)
    return _HEADING_HEIGHT + (boxes + gap if boxes else 0.0) + (banner + gap if banner else 0.0)


def page_of(
    head: Head,
    columns: tuple[Area, ...],
    area: Area,
    scale: float,
    style: Style,
) -> Page:
    """Return a page, not yet of any size: band, heading, boxes, banner, outline entries."""
    body = area.without_left(style.kartu.lebar_pita + style.kartu.celah)
    places = _box_places(head, columns, body, style)
    heights = _box_heights(head, places, scale, style)
    panels = [*_band(head, area, style), *_heading(head, body, style)]
    y = body.y + _HEADING_HEIGHT
    for column, place in zip(head.columns, places, strict=True):
        panels.extend(_box(column.box, place, y, heights, scale, style))
    y += sum(heights) + style.kartu.celah if heights else 0.0
    panels.extend(_banner(head, body, y, style))
    return Page("", 0.0, 0.0, panels=tuple(panels), bookmarks=_bookmarks(head))


def _box_places(
    head: Head, columns: tuple[Area, ...], body: Area, style: Style
) -> tuple[Area, ...]:
    """Return where the boxes stand: over their column, or a single one in the middle."""
    if len(head.columns) == len(columns) or not head.columns:
        return columns[: len(head.columns)]
    wide = min(style.kartu.lebar_kotak, body.width)
    return (Area(body.x + (body.width - wide) / 2, body.y, wide, body.height),)


def _box_heights(head: Head, places: tuple[Area, ...], scale: float, style: Style) -> list[float]:
    """Return the heights of the boxes' parts, the same for all boxes of the page."""
    heights: list[float] = []
    for column, place in zip(head.columns, places, strict=True):
        for number, part in enumerate(column.box.parts):
            need = part_height(part, place.width, style, scale)
            if number < len(heights):
                heights[number] = max(heights[number], need)
            else:
                heights.append(need)
    return heights


def _box(
    box: Box, place: Area, top: float, heights: list[float], scale: float, style: Style
) -> list[Panel]:
    panels = []
    for part, high in zip(box.parts, heights, strict=True):
        look = style.look(part.role)
        panel = Panel(place.x, top, place.width, high, part.role, f"simpul {box.key}")
        panels.append(filled(panel, part.paragraphs, look, text_size(look, scale)))
        top += high
    return panels


def _band(head: Head, area: Area, style: Style) -> list[Panel]:
    """Return the side column: its heading and the level's label down to the page's foot."""
    look = style.look("pita_kepala")
    wide = style.kartu.lebar_pita
    high = look.ukuran * look.spasi + 2 * look.jarak
    label = style.look("pita_label")
    title = Panel(area.x, area.y, wide, high, "pita_kepala")
    below = Panel(area.x, area.y + high + 2, wide, area.height - high - 2, "pita_label")
    size = label_size(head.section.band, label, wide)
    return [
        filled(title, (Paragraph(head.band_title),), look, one_line(head.band_title, look, wide)),
        filled(below, (Paragraph(head.section.band),), label, size),
    ]


def _heading(head: Head, body: Area, style: Style) -> list[Panel]:
    if not head.section.heading:
        return []
    look = style.look("kepala_kartu")
    panel = Panel(body.x, body.y, body.width, _HEADING_HEIGHT - 4, "kepala_kartu")
    return [filled(panel, (Paragraph(head.section.heading),), look, look.ukuran)]


def _banner_text(head: Head) -> str:
    mark = f"({head.continued})" if head.continued else ""
    return f"{head.section.banner} {mark}".strip()


def _banner_height(head: Head, body: Area, style: Style) -> float:
    look = style.look("seruan")
    text = _banner_text(head)
    size = one_line(text, look, body.width)
    return text_height((Paragraph(text),), look, size, body.width) if text else 0.0


def _banner(head: Head, body: Area, y: float, style: Style) -> list[Panel]:
    look = style.look("seruan")
    text = _banner_text(head)
    if not text:
        return []
    panel = Panel(body.x, y, body.width, _banner_height(head, body, style), "seruan")
    return [filled(panel, (Paragraph(text),), look, one_line(text, look, body.width))]


def _bookmarks(head: Head) -> tuple[Bookmark, ...]:
    """Return the outline entries of a page: its level at its first page, its conditions."""
    level = () if head.continued else (Bookmark(head.section.band, 0, 0.0),)
    names = [column.box.parts[0].paragraphs[0].text for column in head.columns]
    return (*level, *(Bookmark(name, 1, 0.0) for name in names if head.first))
