"""The page around the content: sheet, margins, title, footer and the draft mark."""

from dataclasses import dataclass, replace

from pohon_docs.layout.legend import legend_panels
from pohon_docs.layout.panels import filled, text_height
from pohon_docs.layout.scene import Face, Page, Panel
from pohon_docs.layout.text import width
from pohon_docs.looks import Look, Sheets
from pohon_docs.styles import POINTS_PER_MM, Style
from pohon_docs.views import Key, Paragraph

_FOOTER_GAP = 6.0
_RULE = 1.6
_TITLE_GAP = 9.0
_TITLE_SHARE = 0.62
"""What a title takes of a small heading's line."""


@dataclass(frozen=True, slots=True)
class Area:
    """A free rectangle of a page, in points from its top left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the bottom edge."""
        return self.y + self.height

    def without_left(self, share: float) -> "Area":
        """Return the area right of a strip that is `share` points wide."""
        return Area(self.x + share, self.y, self.width - share, self.height)

    def below(self, y: float) -> "Area":
        """Return the part of the area below the height `y` of the page."""
        return Area(self.x, y, self.width, self.bottom - y)


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a page's content; an empty text leaves its place out.

    A `small` heading is one line, for the second page of a picture and those after it; the
    `legend` stands over the footer.
    """

    title: str = ""
    subtitle: str = ""
    note: str = ""
    number: str = ""
    draft: str = ""
    small: bool = False
    legend: tuple[Key, ...] = ()


def inner(size: tuple[float, float], sheets: Sheets) -> Area:
    """Return the area inside the margins of a sheet of `size` points."""
    top, right, bottom, left = (
        margin * POINTS_PER_MM
        for margin in (
            sheets.margin_atas,
            sheets.margin_kanan,
            sheets.margin_bawah,
            sheets.margin_kiri,
        )
    )
    return Area(left, top, size[0] - left - right, size[1] - top - bottom)


def frame_panels(area: Area, frame: Frame, style: Style) -> tuple[tuple[Panel, ...], Area]:
    """Return the panels around the content and the area that is left for it."""
    footer, area = _footer(area, frame, style)
    legend, area = _legend(area, frame.legend, style)
    draft, head = _draft(area, frame, style)
    heading, area = (_small_heading if frame.small else _heading)(area, head, frame, style)
    return (*heading, *draft, *legend, *footer), area


def paged(page: Page, frame: tuple[Panel, ...]) -> Page:
    """Return `page` with its frame drawn under the content."""
    return replace(page, panels=(*frame, *page.panels))


def one_line(text: str, look: Look, room: float) -> float:
    """Return the size, not below the look's minimum, at which `text` fits on one line."""
    natural = width(text, Face(look.muka), 1.0) or 1.0
    return max(min(look.ukuran, (room - 2 * look.jarak) / natural), look.minimum)


def label_size(text: str, look: Look, room: float) -> float:
    """Return the size at which the longest word of a fixed label fits; it may break after /."""
    words = text.replace("/", "/ ").split() or [""]
    return one_line(max(words, key=lambda word: width(word, Face(look.muka), 1.0)), look, room)


def _footer(area: Area, frame: Frame, style: Style) -> tuple[tuple[Panel, ...], Area]:
    texts = (("catatan", frame.note), ("halaman", frame.number))
    if not any(text for _, text in texts):
        return (), area
    high = style.look("catatan").ukuran * style.look("catatan").spasi
    half = area.width / 2
    panels = tuple(
        filled(
            Panel(area.x + number * half, area.bottom - high, half, high, role),
            (Paragraph(text),),
            style.look(role),
            style.look(role).ukuran,
        )
        for number, (role, text) in enumerate(texts)
        if text
    )
    return panels, Area(area.x, area.y, area.width, area.height - high - _FOOTER_GAP)


def _legend(area: Area, keys: tuple[Key, ...], style: Style) -> tuple[tuple[Panel, ...], Area]:
    """Return the legend's entries at the foot of an area, and the area that they leave."""
    if not keys:
        return (), area
    panels, high = legend_panels(keys, area.x, area.bottom, area.width, style)
    return panels, Area(area.x, area.y, area.width, area.height - high - _FOOTER_GAP)


def _draft(area: Area, frame: Frame, style: Style) -> tuple[tuple[Panel, ...], Area]:
    """Return the draft mark in the top right corner and the room left of it for the title."""
    if not frame.draft:
        return (), area
    look = style.look("draf")
    wide = width(frame.draft, Face(look.muka), look.ukuran) + 4 * look.jarak
    high = text_height((Paragraph(frame.draft),), look, look.ukuran, wide)
    panel = Panel(area.right - wide, area.y, wide, high, "draf")
    mark = filled(panel, (Paragraph(frame.draft),), look, look.ukuran)
    room = wide + _TITLE_GAP
    return (mark,), Area(area.x + room, area.y, area.width - 2 * room, area.height)


def _heading(area: Area, head: Area, frame: Frame, style: Style) -> tuple[tuple[Panel, ...], Area]:
    """Return title, subtitle and the double rule under them, and the area below."""
    panels: list[Panel] = []
    y = area.y
    for role, text in (("judul", frame.title), ("subjudul", frame.subtitle)):
        if text:
            look = style.look(role)
            size = one_line(text, look, head.width)
            high = text_height((Paragraph(text),), look, size, head.width)
            panel = Panel(head.x, y, head.width, high, role)
            panels.append(filled(panel, (Paragraph(text),), look, size))
            y += high
    if not panels:
        return (), area
    rules, below = _rules(area, y, style)
    return (*panels, *rules), below


def _small_heading(
    area: Area, head: Area, frame: Frame, style: Style
) -> tuple[tuple[Panel, ...], Area]:
    """Return title and subtitle on one line over the double rule, and the area below."""
    room = head.right - area.x
    left = room * _TITLE_SHARE
    panels = (
        *_one_line(Panel(area.x, area.y, left, 0.0, "judul_lanjutan"), frame.title, style),
        *_one_line(
            Panel(area.x + left, area.y, room - left, 0.0, "subjudul_lanjutan"),
            frame.subtitle,
            style,
        ),
    )
    high = max((panel.height for panel in panels), default=0.0)
    rules, below = _rules(area, area.y + high, style)
    return (*panels, *rules), below


def _one_line(panel: Panel, text: str, style: Style) -> tuple[Panel, ...]:
    """Write a heading into its panel, as high as it needs, with no panel for no text."""
    if not text:
        return ()
    look = style.look(panel.role)
    size = one_line(text, look, panel.width)
    high = text_height((Paragraph(text),), look, size, panel.width)
    return (filled(replace(panel, height=high), (Paragraph(text),), look, size),)


def _rules(area: Area, y: float, style: Style) -> tuple[tuple[Panel, ...], Area]:
    """Return the double rule under a heading that ends at `y`, and the area below it."""
    rules = (("garis_judul", y + 4, _RULE), ("garis_judul_tipis", y + 4 + _RULE + 1, _RULE / 2))
    panels = tuple(
        Panel(area.x, at, area.width, high, role, fill=style.look(role).isi)
        for role, at, high in rules
    )
    return panels, area.below(y + 4 + 2 * _RULE + 1 + _TITLE_GAP)
