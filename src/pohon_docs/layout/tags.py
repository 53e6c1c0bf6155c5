"""The structure of a page for those who can't see it: what is read out, in which order."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from pohon_docs.layout.scene import Page, Panel, Tag
from pohon_docs.views import Box, Tree

_HEADS = {
    "judul": "H1",
    "judul_lanjutan": "H1",
    "subjudul": "P",
    "subjudul_lanjutan": "P",
    "draf": "P",
}
_CARD_HEADS = {
    "draf": "P",
    "pita_kepala": "P",
    "pita_label": "H1",
    "kepala_kartu": "H2",
    "seruan": "H2",
}
_FRAME = frozenset({"catatan", "halaman"})
"""What every page of cards repeats at its foot."""
_BANDS_TITLE, _BAND = "pita_kepala", "pita_label"
_KNOWN = frozenset({*_HEADS, _BANDS_TITLE, _BAND, "halaman"})
"""What stands at its own place in a tree's structure, or only numbers the page."""
_BOX = frozenset({"kinerja", "ik"})
_CARD_LABEL = "kartu_label"
_TABLE_HEADER = "kepala"
_CELLS = frozenset({_TABLE_HEADER, "teks", "tengah"})
_SAME = 0.01
"""Edges of cells nearer than this, in points, are one edge."""

_Placed = tuple[int, Panel]


def with_tree_tags(page: Page, tree: Tree) -> Page:
    """Return the page of a tree with its structure: the title, the levels, then the boxes.

    The boxes are a nested list, from parent to children; what else is written comes last.
    """
    written = _written(page)
    boxes, rest = _by_key(written), [placed for placed in written if not placed[1].key]
    tags = [
        *(_tag(_HEADS[panel.role], at) for at, panel in rest if panel.role in _HEADS),
        *_bands(rest),
        *([Tag("Figure", alt=tree.description)] if page.paths else []),
        *_nested(tree.boxes, boxes),
        *(_tag("P", at) for at, panel in rest if panel.role not in _KNOWN),
    ]
    return _in_section(page, tags)


def with_table_tags(page: Page) -> Page:
    """Return a page of a table with its structure: the title, then the table's rows."""
    placed = list(enumerate(page.panels))
    heads = [_tag(_HEADS[panel.role], at) for at, panel in placed if panel.role in _HEADS]
    cells = [one for one in placed if one[1].role.split(".")[0] in _CELLS]
    return _in_section(page, [*heads, *map(_table, _tables(cells))])


def with_card_tags(page: Page) -> Page:
    """Return a page of cards with its structure: headings, boxes, then tables and cards.

    They are read in the order in which they were placed; a card is a table of its own.
    """
    placed = list(enumerate(page.panels))
    tags: list[Tag] = []
    for kind, group in groupby(placed, key=lambda one: _kind(one[1])):
        tags.extend(_of_kind(kind, list(group)))
    return _in_section(page, tags)


def _in_section(page: Page, tags: Sequence[Tag]) -> Page:
    return replace(page, tags=(Tag("Sect", below=tuple(tags)),) if tags else ())


def _written(page: Page) -> list[_Placed]:
    """Return the panels that say something, with their places on the page."""
    return [(at, panel) for at, panel in enumerate(page.panels) if panel.text]


def _tag(role: str, *panels: int) -> Tag:
    return Tag(role, panels=panels)


def _by_key(written: Iterable[_Placed]) -> dict[str, list[int]]:
    """Return the places of the written panels of each box, in drawing order."""
    found: dict[str, list[int]] = defaultdict(list)
    for at, panel in written:
        if panel.key:
            found[panel.key].append(at)
    return dict(found)


def _bands(rest: Iterable[_Placed]) -> Iterator[Tag]:
    """Yield a list of levels' labels for each shelf, under its title, which only begins a list."""
    shelves: list[list[Tag]] = []
    for at, panel in rest:
        if panel.role == _BANDS_TITLE:
            shelves.append([_tag("Caption", at)])
        elif panel.role == _BAND:
            shelves[-1].append(_item(at))
    yield from (Tag("L", below=tuple(shelf)) for shelf in shelves)


def _item(*panels: int, below: tuple[Tag, ...] = ()) -> Tag:
    """Return an item of a list: a paragraph for each panel, then the list below it."""
    inner = Tag("L", below=below)
    body = (*(_tag("P", at) for at in panels), *((inner,) if below else ()))
    return Tag("LI", below=(Tag("LBody", below=body),))


def _nested(boxes: Sequence[Box], panels: Mapping[str, Sequence[int]]) -> Iterator[Tag]:
    """Yield the list of a page's boxes, those of a parent inside its item.

    A parent stands before its children, so that the items are made from the last one back,
    however deep the tree is. A box that the tree doesn't know is an item of the outer list.
    """
    parent = {box.key: box.parent or "" for box in boxes}
    order = [box.key for box in boxes if box.key in panels]
    order += [key for key in panels if key not in parent]
    below: dict[str, list[Tag]] = defaultdict(list)
    for key in reversed(order):
        above = parent.get(key, "")
        item = _item(*panels[key], below=tuple(reversed(below.pop(key, []))))
        below[above if above in panels else ""].append(item)
    if order:
        yield Tag("L", below=tuple(reversed(below[""])))


def _kind(panel: Panel) -> str:
    """Return what a panel of a page of cards is: the role of a heading, or a part of what."""
    if panel.role in _CARD_HEADS:
        return _CARD_HEADS[panel.role]
    if panel.role in _FRAME:
        return "frame"
    if panel.role.split(".")[0] in _BOX:
        return "boxes"
    return "card" if panel.key else "table"


def _of_kind(kind: str, group: Sequence[_Placed]) -> Iterator[Tag]:
    """Yield the tags of panels of one kind that were placed one after another."""
    if kind == "boxes":
        yield Tag("L", below=tuple(_item(*places) for places in _by_key(group).values()))
    elif kind == "card":
        for _, one in groupby(group, key=lambda placed: placed[1].key):
            yield _card(list(one))
    elif kind == "table":
        yield from map(_table, _tables(group))
    elif kind != "frame":
        yield from (_tag(kind, at) for at, panel in group if panel.text)


def _card(placed: Sequence[_Placed]) -> Tag:
    """Return a card as a table: in each row a label that heads it, and its text."""
    rows: list[list[Tag]] = []
    for at, panel in placed:
        if panel.role == _CARD_LABEL:
            rows.append([Tag("TH", panels=(at,), scope="Row")])
        else:
            rows[-1].append(_tag("TD", at))
    return Tag("Table", below=tuple(Tag("TR", below=tuple(row)) for row in rows))


def _tables(placed: Sequence[_Placed]) -> Iterator[list[_Placed]]:
    """Yield the cells of each table; a header that begins anew begins the next one."""
    cells: list[_Placed] = []
    for before, one in zip((None, *placed), placed, strict=False):
        inside = before is not None and before[1].role != _TABLE_HEADER
        if inside and one[1].role == _TABLE_HEADER:
            yield cells
            cells = []
        cells.append(one)
    yield cells


def _table(cells: Sequence[_Placed]) -> Tag:
    """Return a table whose rows are the heights at which its cells begin."""
    tops = _edges(panel.y for _, panel in cells)
    rows: list[list[Tag]] = [[] for _ in tops]
    for at, panel in cells:
        first = _row(tops, panel.y)
        span = _row(tops, panel.bottom) - first
        head = panel.role == _TABLE_HEADER
        scope = "Column" if head else ""
        rows[first].append(Tag("TH" if head else "TD", panels=(at,), scope=scope, rows=span))
    return Tag("Table", below=tuple(Tag("TR", below=tuple(row)) for row in rows))


def _edges(heights: Iterable[float]) -> list[float]:
    edges: list[float] = []
    for height in sorted(heights):
        if not edges or height > edges[-1] + _SAME:
            edges.append(height)
    return edges


def _row(tops: Sequence[float], y: float) -> int:
    """Return the number of the row that begins at `y`."""
    return bisect_left(tops, y - _SAME)
