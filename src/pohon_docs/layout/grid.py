"""Tables on a page of cards: rows as high as their text, merged cells over their rows."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from pohon_docs.layout.panels import filled, text_height, text_size
from pohon_docs.layout.scene import Panel
from pohon_docs.styles import Style
from pohon_docs.views import Merge, Paragraph, Table, TableCell, TableRow

_WORTH_FILLING = 1 / 3
"""The share of a page that isn't left empty for the sake of a group."""


@dataclass(frozen=True, slots=True)
class Group:
    """Rows of a table that stay together, with their heights in points."""

    rows: tuple[TableRow, ...]
    heights: tuple[float, ...]

    @property
    def height(self) -> float:
        """The height of all rows."""
        return sum(self.heights)


def header(table: Table, wide: float, style: Style, scale: float) -> Group:
    """Return the header rows as a group."""
    return _group(table.header, table.widths, wide, style, scale)


def groups(
    table: Table, wide: float, room: float, style: Style, scale: float, more: str
) -> tuple[Group, ...]:
    """Return the body rows in groups: a row that is kept with the next one joins it.

    A group that doesn't go on the rest of its page is cut where that rest is worth filling or
    no page holds the group, and repeats its merged cells with `more`.
    """
    measured = partial(_group, widths=table.widths, wide=wide, style=style, scale=scale)
    found: list[Group] = []
    used = 0.0
    for rows in _kept(table.rows):
        free = room - used if room - used > room * _WORTH_FILLING else room
        for part in _cut(rows, free, room, more, measured):
            found.append(part)
            used = part.height + (used if used + part.height <= room else 0.0)
    return tuple(found)


def _kept(rows: Sequence[TableRow]) -> Iterator[tuple[TableRow, ...]]:
    """Yield rows in groups, each up to the first row that isn't kept with the next one."""
    gathered: list[TableRow] = []
    for row in rows:
        gathered.append(row)
        if not row.keep:
            yield tuple(gathered)
            gathered = []
    if gathered:
        yield tuple(gathered)


def _cut(
    rows: Sequence[TableRow],
    free: float,
    room: float,
    more: str,
    measured: Callable[[tuple[TableRow, ...]], Group],
) -> Iterator[Group]:
    """Yield a group's rows in parts: the first as high as is free, the others as the room."""
    part: list[TableRow] = []
    for row in rows:
        if part and measured((*part, row)).height > free:
            yield measured(tuple(part))
            part, free = [_again(row, part[0], more)], room
        else:
            part.append(row)
    yield measured(tuple(part))


def _again(row: TableRow, first: TableRow, more: str) -> TableRow:
    """Begin the merged cells of a row anew, with the text that they have in the `first` row."""
    mark = f"({more.lower()})"
    cells = tuple(
        replace(above, text=(*(text for text in above.text if text != mark), mark))
        if cell.merge is Merge.CONTINUE
        else cell
        for cell, above in zip(row.cells, first.cells, strict=True)
    )
    return replace(row, cells=cells)


def _group(
    rows: tuple[TableRow, ...], widths: Sequence[float], wide: float, style: Style, scale: float
) -> Group:
    """Measure rows; a merged cell that needs more than its rows makes the last one higher."""
    columns = _columns(widths, wide)
    heights = [
        max(
            _need(cell, columns[place], style, scale) if cell.merge is Merge.NONE else 0.0
            for place, cell in enumerate(row.cells)
        )
        for row in rows
    ]
    for place, column in enumerate(columns):
        for start, count in _merges(rows, place):
            need = _need(rows[start].cells[place], column, style, scale)
            has = sum(heights[start : start + count])
            heights[start + count - 1] += max(0.0, need - has)
    return Group(rows, tuple(heights))


def _merges(rows: Sequence[TableRow], place: int) -> list[tuple[int, int]]:
    """Return where merged cells of a column begin and how many rows they take."""
    found: list[tuple[int, int]] = []
    for number, row in enumerate(rows):
        merge = row.cells[place].merge
        if merge is Merge.START:
            found.append((number, 1))
        elif merge is Merge.CONTINUE and found:
            found[-1] = (found[-1][0], found[-1][1] + 1)
    return found


def placed(
    group: Group,
    widths: Sequence[float],
    left: float,
    top: float,
    wide: float,
    style: Style,
    scale: float,
) -> tuple[Panel, ...]:
    """Place a group's cells as panels, from `top` down."""
    columns = _columns(widths, wide)
    panels: list[Panel] = []
    y = top
    for number, (row, high) in enumerate(zip(group.rows, group.heights, strict=True)):
        x = left
        for place, cell in enumerate(row.cells):
            rows = dict(_merges(group.rows, place)).get(number, 1)
            if cell.merge is not Merge.CONTINUE:
                tall = sum(group.heights[number : number + rows])
                panel = Panel(x, y, columns[place], tall, cell.role)
                panels.append(_written(panel, cell, style, scale))
            x += columns[place]
        y += high
    return tuple(panels)


def _written(panel: Panel, cell: TableCell, style: Style, scale: float) -> Panel:
    look = style.look(cell.role)
    return filled(panel, _paragraphs(cell), look, text_size(look, scale))


def _need(cell: TableCell, wide: float, style: Style, scale: float) -> float:
    look = style.look(cell.role)
    return text_height(_paragraphs(cell), look, text_size(look, scale), wide)


def _paragraphs(cell: TableCell) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(text) for text in cell.text)


def _columns(widths: Sequence[float], wide: float) -> tuple[float, ...]:
    return tuple(width / sum(widths) * wide for width in widths)
