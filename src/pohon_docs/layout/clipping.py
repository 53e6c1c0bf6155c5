"""Panels and connectors of a large picture as one sheet shows them: moved, and cut off."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import pairwise

from pohon_docs.layout.frame import Area
from pohon_docs.layout.scene import Panel, Path


def shifted(panel: Panel, x: float, y: float) -> Panel:
    """Return a panel with its text `x` further right and `y` further down."""
    lines = tuple(replace(one, x=one.x + x, baseline=one.baseline + y) for one in panel.lines)
    return replace(panel, x=panel.x + x, y=panel.y + y, lines=lines)


def shifted_path(path: Path, x: float, y: float) -> Path:
    """Return a connector `x` further right and `y` further down."""
    return replace(path, points=tuple((a + x, b + y) for a, b in path.points))


def clipped(path: Path, window: Area, keys: Collection[str]) -> Iterator[Path]:
    """Yield the pieces of a connector within a window; it names the boxes that stand there."""
    source, target = (key if key in keys else "" for key in (path.source, path.target))
    piece: list[tuple[float, float]] = []
    for start, end in pairwise(path.points):
        leg = _within(start, end, window)
        if piece and (leg is None or leg[0] != piece[-1]):
            yield replace(path, points=tuple(piece), source=source, target=target)
            piece = []
        if leg:
            piece = [*(piece or leg[:1]), leg[1]]
    if piece:
        yield replace(path, points=tuple(piece), source=source, target=target)


def _within(
    start: tuple[float, float], end: tuple[float, float], window: Area
) -> tuple[tuple[float, float], tuple[float, float]] | None:
    """Return the part of a level or upright leg that lies in a window, if any does."""
    x = [min(max(one[0], window.x), window.right) for one in (start, end)]
    y = [min(max(one[1], window.y), window.bottom) for one in (start, end)]
    level = abs(start[1] - end[1]) < abs(start[0] - end[0])
    outside = y[0] != start[1] if level else x[0] != start[0]
    if outside or abs(x[0] - x[1]) + abs(y[0] - y[1]) < _NEAR:
        return None
    return (x[0], y[0]), (x[1], y[1])


_NEAR = 0.01
"""What is shorter than this, in points, is not drawn."""
