"""A tree as a small picture without words: its shape and its levels' colours, at any size."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pohon_docs.layout.scene import Page, Panel, Path, Scene
from pohon_docs.styles import Style
from pohon_docs.views import Box, Tree

_WIDTH, _HEIGHT, _EDGE = 240.0, 135.0, 6.0
_BROADEST, _SHARE, _TALLEST = 34.0, 0.8, 16.0
_LEAST, _TOUCH = 1.2, 0.6
"""The narrowest box; boxes nearer than this become one, so that thousands stay a small file."""
_MOST_LINES = 120


@dataclass(frozen=True, slots=True)
class _Run:
    """Boxes of one look that stand side by side in a tier, as one rectangle."""

    left: float
    right: float
    role: str


def miniature(tree: Tree, style: Style) -> Scene:
    """Return a tree's small picture on one page; a tree without boxes is an empty one."""
    boxes = [box for box in tree.boxes if not box.reference]
    across = _places(boxes)
    tiers = sorted({box.tier for box in boxes})
    rows = {tier: _row(number, len(tiers)) for number, tier in enumerate(tiers)}
    height = min(_TALLEST, (_HEIGHT - 2 * _EDGE) / max(len(tiers), 1) * 0.62)
    panels = tuple(
        _panel(run, rows[tier], height, style)
        for tier in tiers
        for run in _runs([box for box in boxes if box.tier == tier], across)
    )
    paths = tuple(_paths(boxes, across, rows, height, style))
    page = Page("pratinjau", _WIDTH, _HEIGHT, panels, paths if len(paths) <= _MOST_LINES else ())
    return Scene(tree.title, (page,))


def _places(boxes: Sequence[Box]) -> Mapping[str, tuple[float, float]]:
    """Return the middle and the width of each box: leaves side by side, parents over theirs."""
    below: dict[str | None, list[str]] = {}
    for box in boxes:
        below.setdefault(box.parent, []).append(box.key)
    leaves = [box.key for box in boxes if box.key not in below]
    slot = (_WIDTH - 2 * _EDGE) / max(len(leaves), 1)
    middle = {key: _EDGE + (number + 0.5) * slot for number, key in enumerate(leaves)}
    for box in reversed(boxes):
        if box.key in below:
            first, last = below[box.key][0], below[box.key][-1]
            middle[box.key] = (middle[first] + middle[last]) / 2
    widths = {tier: _width(boxes, tier, middle) for tier in {box.tier for box in boxes}}
    return {box.key: (middle[box.key], widths[box.tier]) for box in boxes}


def _width(boxes: Sequence[Box], tier: int, middle: Mapping[str, float]) -> float:
    """Return how wide the boxes of a tier can be drawn beside each other."""
    across = sorted(middle[box.key] for box in boxes if box.tier == tier)
    gaps = [after - before for before, after in pairwise(across)]
    edges = [2 * (across[0] - 1), 2 * (_WIDTH - 1 - across[-1])]
    return max(_LEAST, min(_BROADEST, *edges, *(gap * _SHARE for gap in gaps)))


def _row(number: int, count: int) -> float:
    step = (_HEIGHT - 2 * _EDGE) / count
    return _EDGE + step * number + step * 0.19


def _runs(boxes: Iterable[Box], across: Mapping[str, tuple[float, float]]) -> Iterator[_Run]:
    """Yield the rectangles of a tier from the left, those that almost touch as one."""
    last: _Run | None = None
    for box in sorted(boxes, key=lambda box: across[box.key][0]):
        middle, width = across[box.key]
        left, right, role = middle - width / 2, middle + width / 2, box.parts[0].role
        if last and last.role == role and left - last.right < _TOUCH:
            last = _Run(last.left, right, role)
            continue
        if last:
            yield last
        last = _Run(left, right, role)
    if last:
        yield last


def _panel(run: _Run, top: float, height: float, style: Style) -> Panel:
    look = style.look(run.role)
    size = (run.right - run.left, height)
    return Panel(run.left, top, *size, run.role, fill=look.isi, stroke=look.garis, stroke_width=0.4)


def _paths(
    boxes: Sequence[Box],
    across: Mapping[str, tuple[float, float]],
    rows: Mapping[int, float],
    height: float,
    style: Style,
) -> Iterator[Path]:
    """Yield a connector from each box to its parent."""
    look = style.look("penghubung")
    known = {box.key: box for box in boxes}
    for box in boxes:
        above = known.get(box.parent or "")
        if above is not None:
            start, end = across[above.key][0], across[box.key][0]
            foot, head = rows[above.tier] + height, rows[box.tier]
            bus = head - 3
            points = ((start, foot), (start, bus), (end, bus), (end, head))
            yield Path(points, look.garis, 0.5, above.key, box.key)
