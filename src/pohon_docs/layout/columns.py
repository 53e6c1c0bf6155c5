"""The widths of a report's columns, in points: low rows, and no word broken while there is room."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import sqrt
from operator import attrgetter

from pohon_docs.layout.scene import Face
from pohon_docs.layout.text import width, word_ems
from pohon_docs.looks import WordMeasures
from pohon_docs.views import Table, TableCell, TableRow

_JOINED = 10.0
"""Ems up to which words joined by a slash are kept whole; no Word breaks a line behind one."""
_ROOMY = 3 / 4
"""The share of the page that the longest words may take before the small size is used."""
_COMMON = 0.9
"""The share of rows whose words stay whole where the page has no room for all."""
_BETWEEN = "\x1f"
_DIGITS = str.maketrans("123456789", "0" * 9)
_BLANK = 0.278
"""A blank's width in ems."""
_LINES = 1.0
"""What a column's ruled lines take of its width, in points."""
_TEXT, _ROLE = attrgetter("text"), attrgetter("role")
_WHOLE = ("kode", "angka")
"""Kinds of cells whose words are never broken: a code or a sum in two pieces misleads."""


@dataclass(frozen=True, slots=True)
class Type:
    """How a table's text is set: its size in points, and the measures of its cells."""

    size: float
    word: WordMeasures

    def face(self, cell: TableCell) -> Face:
        """Return the face that a cell's text is measured in."""
        return self.face_of(cell.role)

    def face_of(self, role: str) -> Face:
        """Return the face of a role's text."""
        return Face.BOLD if self.word.look(role).tebal else Face.REGULAR


Content = tuple[str, str]
"""What a cell holds: the shape of its text, every digit a nought, and its role."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a column asks for, in ems.

    `always` is the longest word that is never broken, `words` the longest of every other cell
    with the number of such cells, `text` the length of all its text.
    """

    always: float
    words: tuple[tuple[float, int], ...]
    text: float

    def width(self, common: float) -> float:
        """Return the width for its words, or for the `common` share of those that may break."""
        return max(self.always, _quantile(self.words, common))


def sized(table: Table, room: float, word: WordMeasures) -> tuple[Table, Type]:
    """Return the table as wide as `room` with its columns in points, and how it is set."""
    asked = _asked(table, word)
    normal, small = Type(word.ukuran, word), Type(word.ukuran_rapat, word)
    dense = sum(_floors(asked, normal, 1.0)) > _ROOMY * room
    chosen = small if dense else normal
    floors = _floors(asked, chosen, 1.0)
    if sum(floors) > room:
        floors = _floors(asked, chosen, _COMMON)
    scale = min(room / sum(floors), 1.0)
    widths = _shared([floor * scale for floor in floors], _weights(asked, table), room)
    return replace(table, widths=tuple(widths), dense=dense), chosen


def placed(row: TableRow) -> Iterator[tuple[int, TableCell]]:
    """Yield a row's cells with the column that each begins in."""
    column = 0
    for cell in row.cells:
        yield column, cell
        column += cell.columns


def _asked(table: Table, word: WordMeasures) -> list[_Asked]:
    """Measure every cell that stands in one column and says something, equal ones once."""
    heads = _contents(table.header, len(table.widths))
    bodies = _contents(table.rows, len(table.widths))
    faces = cache(Type(1.0, word).face_of)
    return [_column(head, body, faces, word) for head, body in zip(heads, bodies, strict=True)]


def _contents(rows: Sequence[TableRow], columns: int) -> list[Counter[Content]]:
    """Count what stands in each column; whole rows are counted at once, for speed."""
    whole = [row.cells for row in rows if len(row.cells) == columns]
    found = [_shaped(cells) for cells in zip(*whole, strict=True)]
    found = found or [Counter() for _ in range(columns)]
    for row in rows:
        if len(row.cells) != columns:
            for column, cell in placed(row):
                if cell.columns == 1:
                    found[column] += _shaped((cell,))
    return found


def _shaped(cells: Sequence[TableCell]) -> Counter[Content]:
    """Count the contents of cells by shape.

    All digits are equally wide, so that sums and codes of one shape are measured once.
    """
    texts = list(map("\n".join, map(_TEXT, cells)))
    shapes = _BETWEEN.join(texts).translate(_DIGITS).split(_BETWEEN)
    if len(shapes) != len(texts):  # a text that holds the mark between texts
        shapes = texts
    return Counter(zip(shapes, map(_ROLE, cells), strict=True))


def _column(
    head: Counter[Content],
    body: Counter[Content],
    face: Callable[[str], Face],
    word: WordMeasures,
) -> _Asked:
    """Return what a column asks for, by its headings and its cells with their indents."""
    always = max((longest for _, longest, _, _ in _measured(head, face)), default=0.0)
    words: list[tuple[float, int]] = []
    length = 0.0
    for role, longest, own, count in _measured(body, face):
        length += own * count
        if role.startswith(_WHOLE):
            always = max(always, longest)
        else:
            words.append((longest + word.look(role).inden / word.ukuran_rapat, count))
    return _Asked(always, tuple(words), length)


def _measured(
    contents: Counter[Content], face: Callable[[str], Face]
) -> Iterator[tuple[str, float, float, int]]:
    """Yield each content's role, longest word and length in ems, and how often it stands."""
    for (text, role), count in contents.items():
        if text:
            yield role, *_measure(text.split("\n"), face(role)), count


def _measure(texts: Sequence[str], face: Face) -> tuple[float, float]:
    """Return the longest word and the length of all, in ems."""
    longest = length = 0.0
    for text in texts:
        words = word_ems(text.replace("-", "- ") if "-" in text else text, face)
        length += sum(words) + _BLANK * (len(words) - 1)
        longest = max(longest, *words) if words else longest
    if longest > _JOINED:
        parts = " ".join(texts).replace("-", "- ").split()
        longest = max(_unjoined(part, face) for part in parts)
    return longest, length


def _unjoined(word: str, face: Face) -> float:
    """Return a word's width in ems, that of its longest part where it has to be broken anyway."""
    whole = width(word, face, 1.0)
    if whole <= _JOINED:
        return whole
    return max(width(part, face, 1.0) for part in word.replace("/", "/ ").split())


def _floors(asked: Sequence[_Asked], how: Type, common: float) -> list[float]:
    """Return the width in points that each column needs for its words.

    Headings, codes and sums always count, of the others the `common` share.
    """
    own = 2 * how.word.jarak_mendatar + _LINES
    return [one.width(common) * how.size + own for one in asked]


def _quantile(values: Sequence[tuple[float, int]], share: float) -> float:
    """Return the value that `share` of the values, each so many times, don't exceed."""
    if share == 1.0:
        return max((value for value, _ in values), default=0.0)
    place = round(share * (sum(count for _, count in values) - 1))
    for value, count in sorted(values):
        place -= count
        if place < 0:
            return value
    return 0.0


def _weights(asked: Sequence[_Asked], table: Table) -> list[float]:
    """Return the square root of the text in each column, in ems a row.

    Rows are as high as their text's width over their column's; the sum of such heights
    is least where columns are as the square roots. The regulation's width counts as text
    that every column has.
    """
    count = max(len(table.rows), 1)
    pairs = zip(asked, table.widths, strict=True)
    return [sqrt(one.text / count + wide) for one, wide in pairs]


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
