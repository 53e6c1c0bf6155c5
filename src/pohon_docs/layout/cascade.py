"""The cascading picture: labelled strips of rounded cells, a column for each sasaran."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pohon_docs.layout.fit import SCALES, part_height
from pohon_docs.layout.frame import Area, Frame, frame_panels, inner, label_size, paged
from pohon_docs.layout.panels import filled, longest_word, text_height, text_size
from pohon_docs.layout.scene import Bookmark, Page, Panel, Scene, Tag
from pohon_docs.styles import Style
from pohon_docs.views import Cascade, Pane, Paragraph, Strip

_LABEL = "cascading_label"
_CAPTION, _NUMBER = "keterangan_gambar", "halaman"
_GAPS_OVER_CAPTION = 2
_TAGS = {"judul": "H1", _LABEL: "H2"}
"""What is read out as more than a paragraph."""


@dataclass(frozen=True, slots=True)
class _Grid:
    """Strips measured for a page: the text's scale, a column's width, the strips' heights."""

    scale: float
    column: float
    heights: tuple[float, ...]
    whole: bool


def cascade_scene(view: Cascade, style: Style) -> Scene:
    """Lay out the picture on the first sheet, its columns over as many pages as they need."""
    size = style.sheet(style.halaman_kartu.kertas[0], style.halaman_kartu)
    frame = Frame(view.title, view.subtitle, "", " ", view.draft)
    _, area = frame_panels(inner(size, style.halaman_kartu), frame, style)
    groups = _groups(view.strips, area, view.caption, style)
    pages = tuple(
        _page(view, strips, size, f"{number} / {len(groups)}", style)
        for number, strips in enumerate(groups, start=1)
    )
    return Scene(view.title, pages)


def _groups(
    strips: tuple[Strip, ...], area: Area, caption: str, style: Style
) -> list[tuple[Strip, ...]]:
    """Return the strips cut into the fewest groups of columns that each fit a page."""
    count = _count(strips)
    for pages in range(1, count + 1):
        edges = [round(count * page / pages) for page in range(pages + 1)]
        groups = [_cut(strips, *pair) for pair in pairwise(edges)]
        if pages == count or all(_grid(group, area, caption, style).whole for group in groups):
            return groups
    return [strips]


def _count(strips: Sequence[Strip]) -> int:
    return max((sum(pane.columns for pane in strip.panes) for strip in strips), default=0)


def _cut(strips: tuple[Strip, ...], first: int, end: int) -> tuple[Strip, ...]:
    """Return the columns from `first` up to `end`; a wider cell is repeated on each side."""
    return tuple(replace(strip, panes=tuple(_within(strip, first, end))) for strip in strips)


def _within(strip: Strip, first: int, end: int) -> Iterator[Pane]:
    start = 0
    for pane in strip.panes:
        share = min(end, start + pane.columns) - max(first, start)
        if share > 0:
            yield replace(pane, columns=share)
        start += pane.columns


def _grid(strips: Sequence[Strip], area: Area, caption: str, style: Style) -> _Grid:
    """Measure strips at the largest text that fits the area, else at the smallest."""
    room = area.height - _caption_height(caption, area.width, style)
    for scale in SCALES:
        grid = _measured(strips, area.width, room, style, scale)
        if grid.whole:
            break
    return grid


def _measured(
    strips: Sequence[Strip], wide: float, room: float, style: Style, scale: float
) -> _Grid:
    measures = style.cascading
    count = max(1, _count(strips))
    column = (wide - measures.lebar_label - count * measures.celah) / count
    least = max(measures.lebar_kolom_minimum, _longest(strips, style, scale))
    heights = tuple(_height(strip, column, style, scale) for strip in strips)
    high = sum(heights) + measures.celah * len(heights)
    return _Grid(scale, column, heights, column >= least and high <= room)


def _longest(strips: Sequence[Strip], style: Style, scale: float) -> float:
    """Return the width at which no word of a single column is broken."""
    return max(
        (
            longest_word(cell.paragraphs, look, text_size(look, scale)) + 2 * look.jarak
            for strip in strips
            for pane in strip.panes
            if pane.columns == 1
            for cell in pane.cells
            for look in (style.look(cell.role),)
        ),
        default=0.0,
    )


def _height(strip: Strip, column: float, style: Style, scale: float) -> float:
    """Return the height of a strip: its tallest cell's, its label's at the least."""
    label = style.look(_LABEL)
    size = label_size(strip.label, label, style.cascading.lebar_label)
    least = text_height((Paragraph(strip.label),), label, size, style.cascading.lebar_label)
    return max([least, *(sum(_needs(pane, column, style, scale)) for pane in strip.panes)])


def _needs(pane: Pane, column: float, style: Style, scale: float) -> list[float]:
    """Return the heights of a pane's cells, the gap above each but the first included."""
    wide = _width(pane, column, style)
    gaps = (style.cascading.celah if number else 0.0 for number in range(len(pane.cells)))
    return [
        part_height(cell, wide, style, scale) + gap
        for cell, gap in zip(pane.cells, gaps, strict=True)
    ]


def _width(pane: Pane, column: float, style: Style) -> float:
    return column * pane.columns + style.cascading.celah * (pane.columns - 1)


def _caption_height(caption: str, wide: float, style: Style) -> float:
    look = style.look(_CAPTION)
    gap = _GAPS_OVER_CAPTION * style.cascading.celah
    return text_height((Paragraph(caption),), look, look.ukuran, wide) + gap


def _page(
    view: Cascade, strips: Sequence[Strip], size: tuple[float, float], number: str, style: Style
) -> Page:
    """Draw a group of columns with the frame; a page too low for its text is made higher."""
    frame = Frame(view.title, view.subtitle, "", number, view.draft)
    _, area = frame_panels(inner(size, style.halaman_kartu), frame, style)
    grid = _grid(strips, area, view.caption, style)
    needed = sum(grid.heights) + style.cascading.celah * len(grid.heights)
    more = needed + _caption_height(view.caption, area.width, style) - area.height
    size = (size[0], size[1] + max(0.0, more))
    around, area = frame_panels(inner(size, style.halaman_kartu), frame, style)
    spare = max(0.0, -more)
    panels = [*_strips(strips, grid, area, spare, style)]
    bottom = max((panel.bottom for panel in panels), default=area.y)
    panels.append(_caption(view.caption, area, bottom, style))
    page = Page(
        number.split(maxsplit=1)[0],
        *size,
        panels=tuple(panels),
        bookmarks=(Bookmark(view.caption or view.title, 0, 0.0),),
    )
    return _tagged(paged(page, around))


def _tagged(page: Page) -> Page:
    """Return the page with its structure: the title, then a heading for each strip's cells."""
    tags = (
        Tag(_TAGS.get(panel.role, "P"), panels=(at,))
        for at, panel in enumerate(page.panels)
        if panel.text and panel.role != _NUMBER
    )
    return replace(page, tags=(Tag("Sect", below=tuple(tags)),))


def _strips(
    strips: Sequence[Strip], grid: _Grid, area: Area, spare: float, style: Style
) -> Iterator[Panel]:
    """Yield the labels and the cells; room that is left makes every strip a little higher."""
    measures = style.cascading
    more = min(spare / max(1, len(strips)), max(grid.heights, default=0.0) / 2)
    y = area.y
    for row, (strip, needed) in enumerate(zip(strips, grid.heights, strict=True)):
        high = needed + more
        yield _label(Panel(area.x, y, measures.lebar_label, high, _LABEL), strip.label, style)
        x = area.x + measures.lebar_label + measures.celah
        for place, pane in enumerate(strip.panes):
            wide = _width(pane, grid.column, style)
            blank = Panel(x, y, wide, high, "", f"c{row}-{place}")
            yield from _cells(blank, pane, grid, style)
            x += wide + measures.celah
        y += high + measures.celah


def _cells(blank: Panel, pane: Pane, grid: _Grid, style: Style) -> Iterator[Panel]:
    """Yield a pane's cells from the top of its place, the spare height shared between them."""
    needs = _needs(pane, grid.column, style, grid.scale)
    more = (blank.height - sum(needs)) / max(1, len(needs))
    bottom = blank.y
    for number, (cell, need) in enumerate(zip(pane.cells, needs, strict=True)):
        gap = style.cascading.celah if number else 0.0
        look = style.look(cell.role)
        top, bottom = bottom + gap, bottom + need + more
        panel = replace(blank, y=top, height=bottom - top, role=cell.role)
        panel = replace(panel, key=f"{blank.key}-{number}")
        yield filled(panel, cell.paragraphs, look, text_size(look, grid.scale))


def _label(panel: Panel, text: str, style: Style) -> Panel:
    look = style.look(_LABEL)
    return filled(panel, (Paragraph(text),), look, label_size(text, look, panel.width))


def _caption(text: str, area: Area, bottom: float, style: Style) -> Panel:
    """Return the caption, centred below the picture."""
    look = style.look(_CAPTION)
    high = text_height((Paragraph(text),), look, look.ukuran, area.width)
    top = bottom + _GAPS_OVER_CAPTION * style.cascading.celah
    return filled(
        Panel(area.x, top, area.width, high, _CAPTION), (Paragraph(text),), look, look.ukuran
    )
