"""The widths of a report's columns, in points: low rows, and no word broken while there is room."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import sqrt

from pohon_docs.layout.scene import Face
from pohon_docs.layout.text import width
from pohon_docs.looks import WordMeasures
from pohon_docs.views import Table, TableCell, TableRow

_JOINED = 10.0
"""Ems up to which words joined by a slash are kept whole; no Word breaks a line behind one."""
_ROOMY = 3 / 4
"""The share of the page that the longest words may take before the small size is used."""
_COMMON = 0.9
"""The share of rows whose words stay whole where the page has no room for all."""
_LINES = 1.0
"""What a column's ruled lines take of its width, in points."""
_WHOLE = ("kode", "angka")
"""Kinds of cells whose words are never broken: a code or a sum in two pieces misleads."""


@dataclass(frozen=True, slots=True)
class Type:
    """How a table's text is set: its size in points, and the measures of its cells."""

    size: float
    word: WordMeasures

    def face(self, cell: TableCell) -> Face:
        """Return the face that a cell's text is measured in."""
        return Face.BOLD if self.word.look(cell.role).tebal else Face.REGULAR


def sized(table: Table, room: float, word: WordMeasures) -> tuple[Table, Type]:
    """Return the table as wide as `room` with its columns in points, and how it is set."""
    normal, small = Type(word.ukuran, word), Type(word.ukuran_rapat, word)
    dense = sum(_floors(table, normal, 1.0)) > _ROOMY * room
    chosen = small if dense else normal
    floors = _floors(table, chosen, 1.0)
    if sum(floors) > room:
        floors = _floors(table, chosen, _COMMON)
    scale = min(room / sum(floors), 1.0)
    widths = _shared([floor * scale for floor in floors], _weights(table, chosen), room)
    return replace(table, widths=tuple(widths), dense=dense), chosen


def placed(row: TableRow) -> Iterator[tuple[int, TableCell]]:
    """Yield a row's cells with the column that each begins in."""
    column = 0
    for cell in row.cells:
        yield column, cell
        column += cell.columns


def _single(rows: Sequence[TableRow]) -> Iterator[tuple[int, TableCell]]:
    """Yield the cells that stand in one column and say something."""
    for row in rows:
        for column, cell in placed(row):
            if cell.columns == 1 and cell.text:
                yield column, cell


def _floors(table: Table, how: Type, common: float) -> list[float]:
    """Return the width that each column needs for its words, or for the `common` share of them.

    Headings, codes and sums always count.
    """
    always = [0.0] * len(table.widths)
    words: list[list[float]] = [[] for _ in table.widths]
    for column, cell in _single(table.header):
        always[column] = max(always[column], _longest(cell, how))
    for column, cell in _single(table.rows):
        if cell.role.split(".")[0] in _WHOLE:
            always[column] = max(always[column], _longest(cell, how))
        else:
            words[column].append(_longest(cell, how))
    own = 2 * how.word.jarak_mendatar + _LINES
    return [max(a, _quantile(w, common)) + own for a, w in zip(always, words, strict=True)]


def _quantile(values: list[float], share: float) -> float:
    """Return the value that `share` of the values don't exceed."""
    return sorted(values)[round(share * (len(values) - 1))] if values else 0.0


def _longest(cell: TableCell, how: Type) -> float:
    face = how.face(cell)
    words = " ".join(cell.text).replace("-", "- ").split()
    return max((_ems(word, face) for word in words), default=0.0) * how.size


def _ems(word: str, face: Face) -> float:
    """Return a word's width in ems, that of its longest part where it has to be broken anyway."""
    whole = width(word, face, 1.0)
    if whole <= _JOINED:
        return whole
    return max(width(part, face, 1.0) for part in word.replace("/", "/ ").split())


def _weights(table: Table, how: Type) -> list[float]:
    """Return the square root of the text in each column, in ems a row.

    Rows are as high as their text's width over their column's; the sum of such heights
    is least where columns are as the square roots. The regulation's width counts as text
    that every column has.
    """
    text = [0.0] * len(table.widths)
    for column, cell in _single(table.rows):
        text[column] += sum(width(line, how.face(cell), 1.0) for line in cell.text)
    count = max(len(table.rows), 1)
    return [sqrt(own / count + wide) for own, wide in zip(text, table.widths, strict=True)]


def _shared(floors: Sequence[float], weights: Sequence[float], room: float) -> list[float]:
    """Give every column its share of the room, and one that needs more what it needs."""
    needy: set[int] = set()
    while len(needy) < len(floors):
        rest = room - sum(floors[column] for column in needy)
        weight = sum(share for n, share in enumerate(weights) if n not in needy)
        widths = [
            floors[n] if n in needy else rest * share / weight for n, share in enumerate(weights)
        ]
        more = {n for n, wide in enumerate(widths) if wide < floors[n]}
        if not more:
            return widths
        needy |= more
    return list(floors)
