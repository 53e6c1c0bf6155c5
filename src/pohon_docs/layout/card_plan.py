"""Which conditions share a page of cards, and how their tables and cards fall on pages."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import zip_longest
from math import ceil

from pohon_docs.layout import card, grid
from pohon_docs.layout.card_page import Head, head_height
from pohon_docs.layout.fit import SCALES
from pohon_docs.layout.flow import Block, pages
from pohon_docs.layout.frame import Area
from pohon_docs.layout.scene import Panel
from pohon_docs.styles import Style
from pohon_docs.views import Card, Column, Section, Table

_Row = tuple[Card | None, ...]
_SHARES = (1.0, 0.85, 0.7, 0.55, 0.4, 0.3, 0.2)
"""Shares of a page that the pieces of long cards are tried at."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Conditions that share a page, with rows of cards; None leaves a place in a row empty.

    In a `shared` chunk the cards stand in their condition's own column.
    """

    columns: tuple[Column, ...]
    rows: tuple[_Row, ...]
    tables: tuple[Table, ...] = ()
    shared: bool = False


def chunks(section: Section, style: Style) -> list[Chunk]:
    """Divide a section's conditions over pages.

    A condition with more cards than fit under it in its column has pages of its own; the
    others share pages, evenly dealt.
    """
    made: list[Chunk] = []
    waiting: list[Column] = []
    for column in section.columns:
        if len(column.cards) > style.kartu.baris:
            made.extend(_shared(waiting, style))
            waiting = []
            made.append(Chunk((column,), _in_rows(column.cards, style)))
        else:
            waiting.append(column)
    made.extend(_shared(waiting, style))
    if section.loose:
        made.append(Chunk((), _in_rows(section.loose, style)))
    if section.tables:
        made = [replace(made[0], tables=section.tables), *made[1:]]
    return made


def _shared(columns: Sequence[Column], style: Style) -> list[Chunk]:
    """Deal conditions with few cards evenly over as few pages as hold them."""
    if not columns:
        return []
    each = ceil(len(columns) / ceil(len(columns) / style.kartu.simpul))
    parts = [tuple(columns[at : at + each]) for at in range(0, len(columns), each)]
    return [Chunk(part, _across(part), shared=True) for part in parts]


def _across(columns: Sequence[Column]) -> tuple[_Row, ...]:
    """Return the rows of cards across columns: all first cards, all second ones, and so on."""
    most = max(len(column.cards) for column in columns)
    return tuple(
        tuple(column.cards[row] if row < len(column.cards) else None for column in columns)
        for row in range(most)
    )


def _in_rows(cards: Sequence[Card], style: Style) -> tuple[_Row, ...]:
    each = style.kartu.kolom
    return tuple(tuple(cards[at : at + each]) for at in range(0, len(cards), each))


@dataclass(frozen=True)
class Plan:
    """A chunk on pages: its head, the area beside the band, and the columns in it."""

    chunk: Chunk
    head: Head
    body: Area
    style: Style

    @cached_property
    def columns(self) -> tuple[Area, ...]:
        """The columns of the page, centred: one for each condition, or for each card."""
        gap = self.style.kartu.celah
        shared = self.chunk.shared
        count = len(self.chunk.columns) if shared else self.style.kartu.kolom
        wide = (self.body.width - gap * (count - 1)) / count
        wide = min(wide, self.style.kartu.lebar_kotak) if shared else wide
        left = self.body.x + (self.body.width - wide * count - gap * (count - 1)) / 2
        return tuple(
            Area(left + number * (wide + gap), self.body.y, wide, self.body.height)
            for number in range(count)
        )

    def best_scale(self) -> float:
        """Return the largest text that takes no more pages than the smallest would.

        Nor may it break a word, unless the smallest does so too.
        """
        fewest = len(self.dealt(SCALES[-1]))
        broken = self._breaks_words(SCALES[-1])
        return next(
            scale
            for scale in SCALES
            if len(self.dealt(scale)) <= fewest and self._breaks_words(scale) <= broken
        )

    def _breaks_words(self, scale: float) -> bool:
        wide = self.columns[0].width
        cards = (one for row in self.chunk.rows for one in row if one)
        return any(card.breaks_words(one, wide, self.style, scale) for one in cards)

    def dealt(self, scale: float) -> list[list[Block]]:
        """Deal the chunk over pages in one text size."""
        room = self.body.height - head_height(self.head, self.columns, self.body, scale, self.style)
        return pages(self._blocks(room, scale), room, self.style.kartu.baris)

    def _blocks(self, room: float, scale: float) -> list[Block]:
        """Return the tables row by row, then the cards row by row."""
        blocks = [block for table in self.chunk.tables for block in self._table(table, room, scale)]
        lines = (line for row in self.chunk.rows for line in self._lines(row, room, scale))
        return [*blocks, *(self._card_row(line, scale) for line in lines)]

    def _lines(self, row: _Row, room: float, scale: float) -> list[_Row]:
        """Cut a row's cards until each line of pieces fits a page.

        Pieces beside each other share the heights of their rows, and so may need more room
        than each of them alone.
        """
        wide, more = self.columns[0].width, self.head.continued
        for share in _SHARES:
            cut = [
                card.pieces(one, wide, room * share, self.style, scale, more) if one else []
                for one in row
            ]
            lines = list(zip_longest(*cut))
            if max(sum(self._heights(line, scale)) for line in lines) <= room:
                break
        return lines

    def _table(self, table: Table, room: float, scale: float) -> list[Block]:
        """Return a table's groups of rows as blocks under one header."""
        body, style = self.body, self.style

        def block(group: grid.Group, gap: float = 0.0, head: Block | None = None) -> Block:
            draw = partial(_draw_group, group, table.widths, body, scale, style)
            return Block(group.height, draw, gap, head)

        head = block(grid.header(table, body.width, style, scale), style.kartu.celah)
        below = room - head.height
        rows = grid.groups(table, body.width, below, style, scale, self.head.continued)
        return [block(group, head=head) for group in rows]

    def _card_row(self, line: _Row, scale: float) -> Block:
        """Return a row of cards as a block, all as high as the highest of them."""
        heights = self._heights(line, scale)
        draw = partial(_draw_row, line, self.columns, heights, scale, self.style)
        return Block(sum(heights), draw, self.style.kartu.celah, counted=True)

    def _heights(self, line: _Row, scale: float) -> tuple[float, ...]:
        cards = [one for one in line if one]
        return tuple(card.row_heights(cards, self.columns[0].width, self.style, scale))


def _draw_group(
    group: grid.Group, widths: tuple[float, ...], body: Area, scale: float, style: Style, top: float
) -> tuple[Panel, ...]:
    return grid.placed(group, widths, body.x, top, body.width, style, scale)


def _draw_row(
    line: _Row,
    columns: tuple[Area, ...],
    heights: tuple[float, ...],
    scale: float,
    style: Style,
    top: float,
) -> tuple[Panel, ...]:
    return tuple(
        panel
        for one, place in zip(line, columns, strict=False)
        if one
        for panel in card.placed(one, place.x, top, place.width, heights, style, scale)
    )
