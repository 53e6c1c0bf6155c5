"""Thick arrows from boxes of one tree to roots of another below it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pohon_docs.layout.connectors import corners
from pohon_docs.layout.scene import Path
from pohon_docs.layout.spots import Spot
from pohon_docs.styles import Style

_ROLE = "panah"
_HEAD = 2.0
"""An arrow's head, as wide on each side and as high as so many of its strokes."""
_BESIDE = 2.0
"""How far left of the upper tree an arrow runs that can't leave its box downwards, in lanes."""
_INSET = 0.5


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow's way from the box `source` to the top of the box `target`."""

    source: str
    target: str
    points: tuple[tuple[float, float], ...]

    def paths(self, style: Style) -> tuple[Path, Path]:
        """Return the shaft and the head as paths in the style's look."""
        look = style.look(_ROLE)
        stroke, thick = look.garis, look.tebal_garis
        x, y = self.points[-1]
        size = _HEAD * thick
        tip = y - thick
        head = ((x - size, tip - size), (x, tip), (x + size, tip - size))
        shaft = (*self.points[:-1], (x, tip))
        return (
            Path(shaft, stroke, thick, self.source, self.target),
            Path(head, stroke, thick, "", self.target),
        )


def arrows(
    ties: Sequence[tuple[str, str]],
    above: Mapping[str, Spot],
    below: Mapping[str, Spot],
    top: float,
    lane: float,
    left: float,
) -> list[Arrow]:
    """Return an arrow for each tie; those from one box share a lane, the first at `top`.

    A box over others sends its arrow round the upper tree, whose left edge is `left`.
    """
    lanes = {source: number for number, source in enumerate(dict.fromkeys(s for s, _ in ties))}
    found = []
    for source, target in ties:
        spot, end = above[source], below[target]
        y = top + lanes[source] * lane
        start = _start(spot, above, left - _BESIDE * lane)
        points = (*start, (start[-1][0], y), (end.middle, y), (end.middle, end.y))
        found.append(Arrow(source, target, corners(points)))
    return found


def _start(spot: Spot, above: Mapping[str, Spot], beside: float) -> tuple[tuple[float, float], ...]:
    """Return how an arrow leaves its box: downwards, else to the left of the whole tree."""
    under = (one for one in above.values() if one.y > spot.y and one is not spot)
    if any(one.x <= spot.middle <= one.x + one.width for one in under) or spot.twig.below:
        middle = (spot.y + spot.bottom) / 2
        return ((spot.x, middle), (beside, middle))
    return ((spot.middle, spot.bottom),)


def blocked(arrow: Arrow, above: Mapping[str, Spot]) -> bool:
    """Tell whether an arrow passes through a box of the upper tree."""
    return any(
        _passes(start, end, spot)
        for start, end in pairwise(arrow.points)
        for spot in above.values()
    )


def _passes(start: tuple[float, float], end: tuple[float, float], spot: Spot) -> bool:
    (a, b), (c, d) = start, end
    across = min(max(a, c), spot.x + spot.width) - max(min(a, c), spot.x)
    down = min(max(b, d), spot.bottom) - max(min(b, d), spot.y)
    upright = abs(a - c) < _INSET
    return (across > -_INSET and down > _INSET) if upright else (across > _INSET and down > 0)
