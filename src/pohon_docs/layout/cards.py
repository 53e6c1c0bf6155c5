"""Cascade cards on pages: boxes on top, a banner, then tables or cards under their node."""

from collections.abc import Sequence
from dataclasses import replace

from pohon_docs.layout.card_page import Head, head_height, page_of
from pohon_docs.layout.card_plan import Chunk, Plan, chunks
from pohon_docs.layout.flow import drawn
from pohon_docs.layout.frame import Area, Frame, frame_panels, inner, paged
from pohon_docs.layout.pictures import tree_pages
from pohon_docs.layout.scene import Page, Scene
from pohon_docs.layout.tags import with_card_tags
from pohon_docs.styles import Style
from pohon_docs.views import Cards, Section

_READABLE = 0.8
"""Pages that need smaller text than this share don't shrink the others."""


def cards_scene(view: Cards, style: Style) -> Scene:
    """Lay out the trees and the cards; each page says its number and the number of all."""
    sheets = style.halaman_kartu
    size = style.sheet(sheets.kertas[0], sheets)
    frame = Frame(note=view.subtitle, number=" ", draft=view.draft)
    _, area = frame_panels(inner(size, sheets), frame, style)
    cards = _card_pages(view, area, style)
    trees = tree_pages(view.trees, style, view.draft, len(cards))
    before = len(trees)
    total = before + len(cards)
    numbered = (
        _framed(page, size, replace(frame, number=f"{number} / {total}"), style)
        for number, page in enumerate(cards, start=before + 1)
    )
    return Scene(f"{view.title} {view.subtitle}".strip(), (*trees, *numbered))


def _framed(page: Page, size: tuple[float, float], frame: Frame, style: Style) -> Page:
    around, _ = frame_panels(inner(size, style.halaman_kartu), frame, style)
    return with_card_tags(paged(replace(page, width=size[0], height=size[1]), around))


def _card_pages(view: Cards, area: Area, style: Style) -> list[Page]:
    """Lay out all sections in one text size, as far as their pages allow."""
    chunked = [chunks(section, style) for section in view.sections]
    plans = [
        [_plan(view, section, chunk, area, style) for chunk in parts]
        for section, parts in zip(view.sections, chunked, strict=True)
    ]
    best = [plan.best_scale() for parts in plans for plan in parts]
    common = min((scale for scale in best if scale >= _READABLE), default=_READABLE)
    return [
        page
        for number, parts in enumerate(plans, start=1)
        for page in _section_pages(parts, f"kartu-{number}", area, common)
    ]


def _plan(view: Cards, section: Section, chunk: Chunk, area: Area, style: Style) -> Plan:
    body = area.without_left(style.kartu.lebar_pita + style.kartu.celah)
    head = Head(section, chunk.columns, view.band_title, view.continued)
    return Plan(chunk, head, body, style)


def _section_pages(plans: Sequence[Plan], name: str, area: Area, common: float) -> list[Page]:
    """Lay out a section: its chunks one after another, each on as many pages as it needs."""
    made: list[Page] = []
    for plan in plans:
        scale = min(common, plan.best_scale())
        for number, blocks in enumerate(plan.dealt(scale)):
            more = plan.head.continued if made else ""
            head = replace(plan.head, continued=more, first=number == 0)
            page = page_of(head, plan.columns, area, scale, plan.style)
            top = area.y + head_height(head, plan.columns, plan.body, scale, plan.style)
            panels = (*page.panels, *drawn(blocks, top))
            made.append(replace(page, name=f"{name}-{len(made) + 1}", panels=panels))
    return made
