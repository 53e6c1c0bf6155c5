"""Tables on a page of cards: rows as high as their text, merged cells over their rows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pohon_docs.layout.panels import filled, text_height, text_size
from pohon_docs.layout.scene import Panel
from pohon_docs.styles import Style
from pohon_docs.views import Merge, Paragraph, Table, TableCell, TableRow


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

    A group higher than `room` is cut, and repeats its merged cells with `more`.
    """
    gathered: list[list[TableRow]] = [[]]
    for row in table.rows:
        group = _group((*gathered[-1], row), table.widths, wide, style, scale)
        if gathered[-1] and group.height > room:
            gathered.append([_again(row, gathered[-1][0], more)])
        else:
            gathered[-1].append(row)
        if not row.keep:
            gathered.append([])
    return tuple(_group(tuple(rows), table.widths, wide, style, scale) for rows in gathered if rows)


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
