"""A poster pasted together along its cut marks, as an office does, and what is wrong with it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import scenes
from pohon_docs.layout.scene import Page, Path
from pohon_docs.styles import Style
from pohon_docs.views import Tree

_NOTE = re.compile(r"lembar (\d+) dari (\d+): baris (\d+), kolom (\d+)")


@dataclass(frozen=True)
class Cutting:
    """A sheet of a poster: its number, the number of all, its place, and what its marks enclose."""

    number: int
    count: int
    row: int
    column: int
    page: Page
    inside: scenes.Rect


def is_poster(pages: Sequence[tuple[int, Page]]) -> bool:
    """Tell whether a picture's pages are sheets of a poster."""
    return any(_NOTE.search(text) for _, page in pages for text in scenes.said(page, "catatan"))


def cuttings(pages: Sequence[tuple[int, Page]], style: Style) -> list[Cutting]:
    """Return the sheets of a poster in their order."""
    found = []
    for _, page in pages:
        (note,) = scenes.said(page, "catatan")
        place = _NOTE.search(note)
        assert place, note
        number, count, row, column = map(int, place.groups())
        found.append(Cutting(number, count, row, column, page, _inside(page, style)))
    return found


def _is_mark(path: Path, style: Style) -> bool:
    look = style.look("tanda_potong")
    return (path.stroke, path.stroke_width) == (look.garis, look.tebal_garis)


def _inside(page: Page, style: Style) -> scenes.Rect:
    """Return the rectangle at whose corners marks point; each corner has two."""
    marks = [path.points for path in page.paths if _is_mark(path, style)]
    upright = sorted({a[0] for a, b in marks if a[0] == b[0]})
    level = sorted({a[1] for a, b in marks if a[1] == b[1]})
    assert (len(marks), len(upright), len(level)) == (8, 2, 2)
    for a, b in marks:
        away = a[0] < upright[0] or a[0] > upright[1] or a[1] < level[0] or a[1] > level[1]
        assert away, f"tanda potong di dalam gambar: {a} {b}"
    return scenes.Rect(upright[0], level[0], upright[1], level[1])


def poster_faults(pages: Sequence[tuple[int, Page]], tree: Tree, style: Style) -> Iterator[str]:
    """Say what is wrong with a poster once its sheets are pasted together."""
    sheets = cuttings(pages, style)
    yield from _misnumbered(sheets)
    rects: dict[str, scenes.Rect] = {}
    legs: list[scenes.Rect] = []
    for sheet, (right, down) in zip(sheets, _offsets(sheets), strict=True):
        for key, panels in scenes.boxes(sheet.page).items():
            if not sheet.inside.holds(scenes.around(panels)):
                yield f"lembar {sheet.number} memotong {key}"
            rects[key] = _shifted(scenes.around(panels), right, down)
        legs.extend(_shifted(leg, right, down) for leg in _lines(sheet.page, style))
    yield from (f"bertumpang: {pair}" for pair in scenes.overlaps(list(rects.items())))
    crossed = scenes.crossed([("", "", leg) for leg in legs], rects)
    yield from (f"memotong kotak: {legs}" for legs in crossed)
    yield from _wrong_nets(tree, rects, legs)


def _misnumbered(sheets: Sequence[Cutting]) -> Iterator[str]:
    columns = max(sheet.column for sheet in sheets)
    for at, sheet in enumerate(sheets):
        said = (sheet.number, sheet.count, sheet.row, sheet.column)
        if said != (at + 1, len(sheets), at // columns + 1, at % columns + 1):
            yield f"lembar {at + 1} menyebut dirinya {said}"


def _offsets(sheets: Sequence[Cutting]) -> list[tuple[float, float]]:
    """Return how far each sheet is moved so that its marks meet its neighbours'."""
    wide = {one.column: one.inside.right - one.inside.left for one in sheets}
    high = {one.row: one.inside.bottom - one.inside.top for one in sheets}
    return [
        (
            sum(wide[n] for n in range(1, one.column)) - one.inside.left,
            sum(high[n] for n in range(1, one.row)) - one.inside.top,
        )
        for one in sheets
    ]


def _shifted(rect: scenes.Rect, x: float, y: float) -> scenes.Rect:
    return scenes.Rect(rect.left + x, rect.top + y, rect.right + x, rect.bottom + y)


def _lines(page: Page, style: Style) -> Iterator[scenes.Rect]:
    """Yield the straight pieces of a sheet's connectors."""
    for path in page.paths:
        if not _is_mark(path, style):
            for (a, b), (c, d) in pairwise(path.points):
                yield scenes.Rect(min(a, c), min(b, d), max(a, c), max(b, d))


def _wrong_nets(
    tree: Tree, rects: dict[str, scenes.Rect], legs: Sequence[scenes.Rect]
) -> Iterator[str]:
    """Say where lines that hang together don't join one box's bottom to those below it."""
    wanted: dict[str, set[str]] = defaultdict(set)
    for box in tree.boxes:
        if box.parent is not None:
            wanted[box.parent].add(box.key)
    found: dict[str, set[str]] = defaultdict(set)
    bottoms, tops, lefts = (_by(rects, edge) for edge in ("bottom", "top", "left"))
    for net in _nets(legs):
        sources = {
            key for leg in net for key in _near(bottoms, leg.top) if _leaves(leg, rects[key])
        }
        above = {key for leg in net for key in _near(tops, leg.bottom) if _falls(leg, rects[key])}
        side = {key for leg in net for key in _near(lefts, leg.right) if _enters(leg, rects[key])}
        if len(sources) != 1:
            yield f"garis dari {sorted(sources)} ke {sorted(above | side)}"
        else:
            found[sources.pop()] |= above | side
    for key in wanted.keys() | found.keys():
        if wanted[key] != found[key]:
            yield f"{key} tidak terhubung dengan {sorted(wanted[key] ^ found[key])}"


def _by(rects: dict[str, scenes.Rect], edge: str) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for key, rect in rects.items():
        found[round(getattr(rect, edge))].append(key)
    return found


def _near(found: dict[int, list[str]], at: float) -> Iterator[str]:
    for number in (-1, 0, 1):
        yield from found.get(round(at) + number, ())


def _leaves(leg: scenes.Rect, rect: scenes.Rect) -> bool:
    """Tell whether a line begins at a box's bottom edge."""
    within = rect.left - scenes.NEAR <= leg.left and leg.right <= rect.right + scenes.NEAR
    return within and _upright(leg) and abs(leg.top - rect.bottom) < scenes.NEAR


def _upright(leg: scenes.Rect) -> bool:
    return leg.right - leg.left < scenes.NEAR


def _falls(leg: scenes.Rect, rect: scenes.Rect) -> bool:
    """Tell whether a line ends at the middle of a box's top edge."""
    straight = _upright(leg) and abs(leg.left - rect.middle) < scenes.NEAR
    return straight and abs(leg.bottom - rect.top) < scenes.NEAR


def _enters(leg: scenes.Rect, rect: scenes.Rect) -> bool:
    """Tell whether a line ends at a box's left edge."""
    level = leg.bottom - leg.top < scenes.NEAR and rect.top <= leg.top <= rect.bottom
    return level and abs(leg.right - rect.left) < scenes.NEAR


def _nets(legs: Sequence[scenes.Rect]) -> list[list[scenes.Rect]]:
    """Return the lines that hang together; lines touch where an end of one lies on another."""
    ordered = sorted(set(legs))
    net = list(range(len(ordered)))

    def first(number: int) -> int:
        while net[number] != number:
            net[number] = net[net[number]]
            number = net[number]
        return number

    reaching: list[int] = []
    for number, leg in enumerate(ordered):
        reaching = [one for one in reaching if ordered[one].right >= leg.left - scenes.NEAR]
        for one in reaching:
            if _touch(ordered[one], leg):
                net[first(one)] = first(number)
        reaching.append(number)
    found: dict[int, list[scenes.Rect]] = defaultdict(list)
    for number, leg in enumerate(ordered):
        found[first(number)].append(leg)
    return list(found.values())


def _touch(one: scenes.Rect, other: scenes.Rect) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across > -scenes.NEAR and down > -scenes.NEAR
