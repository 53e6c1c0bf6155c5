"""A chart on pages: its trees, then its tables, each with its header on every page."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from pohon_docs.layout import grid
from pohon_docs.layout.fit import SCALES
from pohon_docs.layout.flow import Block, drawn, pages
from pohon_docs.layout.frame import Area, Frame, frame_panels, inner, paged
from pohon_docs.layout.pictures import tree_pages
from pohon_docs.layout.scene import Bookmark, Page, Panel, Scene
from pohon_docs.layout.tags import with_table_tags
from pohon_docs.styles import Style
from pohon_docs.views import Chart, Listing


def chart_scene(view: Chart, style: Style) -> Scene:
    """Lay out the trees and the tables; each page says its number; raises EngineError."""
    plans = [_Plan(listing, view, style) for listing in view.listings]
    tables = [(plan, dealt) for plan in plans for dealt in plan.pages()]
    trees = tree_pages(view.trees, style, view.draft, len(tables))
    total = len(trees) + len(tables)
    after = (
        plan.page(dealt, f"{number} / {total}")
        for number, (plan, dealt) in enumerate(tables, start=len(trees) + 1)
    )
    return Scene(view.title, (*trees, *after))


@dataclass(frozen=True)
class _Dealt:
    """A page's share of a table: its place among the table's pages, from 1, and its blocks."""

    number: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class _Plan:
    """A table to be dealt out to pages of the first sheet of the trees' paper."""

    listing: Listing
    view: Chart
    style: Style

    @property
    def size(self) -> tuple[float, float]:
        """The sheet's width and height."""
        return self.style.sheet(self.style.halaman_pohon.kertas[0], self.style.halaman_pohon)

    def framed(self, number: str) -> tuple[tuple[Panel, ...], Area]:
        """Return the panels around a page's content and the area for it."""
        frame = Frame(self.listing.title, self.listing.subtitle, "", number, self.view.draft)
        return frame_panels(inner(self.size, self.style.halaman_pohon), frame, self.style)

    def pages(self) -> Iterator[_Dealt]:
        """Yield the pages in the largest text that takes no more of them than the smallest."""
        fewest = len(self.dealt(SCALES[-1]))
        scale = next(one for one in SCALES if len(self.dealt(one)) <= fewest)
        for number, blocks in enumerate(self.dealt(scale), start=1):
            yield _Dealt(number, tuple(blocks))

    def dealt(self, scale: float) -> list[list[Block]]:
        """Deal the rows to pages in one text size."""
        _, area = self.framed(" ")
        table, style = self.listing.table, self.style
        head = self.block(grid.header(table, area.width, style, scale), area, scale)
        room = area.height - head.height
        rows = grid.groups(table, area.width, room, style, scale, self.view.continued)
        blocks = [self.block(group, area, scale, head) for group in rows]
        return pages(blocks, area.height, len(blocks))

    def block(
        self, group: grid.Group, area: Area, scale: float, head: Block | None = None
    ) -> Block:
        """Return a group of rows as a block under the table's header."""
        draw = partial(_draw, group, self.listing.table.widths, area, scale, self.style)
        return Block(group.height, draw, head=head)

    def page(self, dealt: _Dealt, number: str) -> Page:
        """Draw a page; only the table's first is named in the outline."""
        around, area = self.framed(number)
        marks = (Bookmark(self.listing.title, 0, 0.0),) if dealt.number == 1 else ()
        name = f"matriks-{number.split(maxsplit=1)[0]}"
        page = Page(name, *self.size, drawn(dealt.blocks, area.y), bookmarks=marks)
        return with_table_tags(paged(page, around))


def _draw(
    group: grid.Group, widths: tuple[float, ...], area: Area, scale: float, style: Style, top: float
) -> tuple[Panel, ...]:
    return grid.placed(group, widths, area.x, top, area.width, style, scale)
