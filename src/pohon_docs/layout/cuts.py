"""Where a poster is cut: between tiers and stacked boxes downwards, between columns across."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pohon_docs.layout.connectors import Row
from pohon_docs.layout.shelf import Room
from pohon_docs.layout.spots import Limb, Spot

_NEAR = 1e-6
Reach = Mapping[str, tuple[float, float]]
"""How far the columns of each box reach, from the left to the right, by its key."""


@dataclass(frozen=True, slots=True)
class Cuts:
    """Rows of sheets, each `high`, with `head` and `foot` of it kept free of boxes."""

    high: float
    head: float
    foot: float

    def row(self, y: float) -> int:
        """Return the row of sheets, from 0, in which a height lies."""
        return int(y // self.high)

    def inside(self, row: int) -> Row:
        """Return what boxes may take of a row of sheets."""
        return Row(row * self.high + self.head, (row + 1) * self.high - self.foot)

    def settle(self, y: float, tall: float) -> float:
        """Return the first height from `y` on where something so tall is not cut."""
        row = self.row(y)
        y = max(y, self.inside(row).top)
        return y if y + tall <= self.inside(row).bottom + _NEAR else self.inside(row + 1).top

    def flowed(
        self, uprights: Mapping[int, list[list[float]]], room: Room, apart: float
    ) -> dict[int, Row] | None:
        """Return each tier's row, none of whose boxes is cut; None where one is too tall.

        `uprights` are the heights of the boxes below each other, `apart` from one to the next.
        """
        rows: dict[int, Row] = {}
        y = 0.0
        for tier, columns in sorted(uprights.items()):
            if max(map(max, columns)) > self.high - self.head - self.foot:
                return None
            top = self.settle(y, max(room.floor, *(heights[0] for heights in columns)))
            bottom = max(self._end(heights, top, apart) for heights in columns)
            bottom = max(bottom, top + room.floor, self.inside(self.row(bottom)).top + room.floor)
            rows[tier] = Row(top, bottom)
            y = bottom + room.gap
        return rows

    def _end(self, heights: Sequence[float], y: float, apart: float) -> float:
        """Return where boxes below each other end that begin at `y`."""
        end = y
        for high in heights:
            y = self.settle(y, high)
            end = y + high
            y = end + apart
        return end

    def within(self, rows: Mapping[int, Row], row: int) -> dict[int, Row]:
        """Return the part of each tier that stands in a row of sheets."""
        place = self.inside(row)
        found = {
            tier: Row(max(one.top, place.top), min(one.bottom, place.bottom))
            for tier, one in rows.items()
        }
        return {tier: one for tier, one in found.items() if one.top < one.bottom}


def reach(limbs: Sequence[Limb]) -> Reach:
    """Return how far each box reaches with all that hangs from it; `limbs` are parents first."""
    found: dict[str, tuple[float, float]] = {}
    for limb in reversed(limbs):
        spot = limb.spot
        left, right = found.get(spot.twig.key, (spot.x, spot.x + spot.width))
        own = (min(left, spot.x), max(right, spot.x + spot.width))
        found[spot.twig.key] = own
        if limb.parent:
            left, right = found.get(limb.parent.twig.key, own)
            found[limb.parent.twig.key] = (min(left, own[0]), max(right, own[1]))
    return found


def edges(
    limbs: Sequence[Limb], lines: Sequence[float], end: float, wide: float, aside: float
) -> list[float] | None:
    """Return where sheets meet, from the left, as far apart as they allow; None if nowhere.

    They meet on `lines` that cross no box but one that can stand `aside` of it.
    """
    far = reach(limbs)
    found = [0.0]
    while end - found[-1] > wide + _NEAR:
        free = (
            x
            for x in reversed(lines)
            if found[-1] < x <= found[-1] + wide + _NEAR and _free(limbs, x, far, aside)
        )
        edge = next(free, None)
        if edge is None:
            return None
        found.append(edge)
    return [*found, end]


def _free(limbs: Sequence[Limb], x: float, far: Reach, aside: float) -> bool:
    """Tell whether all boxes that a line crosses can give way."""
    crossed = (limb.spot for limb in limbs if _crosses(limb.spot, x))
    return all(next(_places(spot, x, far, aside), None) is not None for spot in crossed)


def _crosses(spot: Spot, x: float) -> bool:
    return spot.x + _NEAR < x < spot.x + spot.width - _NEAR


def _places(spot: Spot, x: float, far: Reach, aside: float) -> Iterator[float]:
    """Yield where a box may stand beside a line without leaving its own columns."""
    left, right = far[spot.twig.key]
    if x - aside - spot.width >= left - _NEAR:
        yield x - aside - spot.width
    if x + aside + spot.width <= right + _NEAR:
        yield x + aside


def moved(limbs: Sequence[Limb], lines: Sequence[float], aside: float) -> list[Limb] | None:
    """Move the boxes that a line crosses to its nearer side; None where one is crossed still."""
    far = reach(limbs)
    spots = {limb.spot.twig.key: _moved(limb.spot, lines, far, aside) for limb in limbs}
    if any(_crosses(spot, x) for spot in spots.values() for x in lines):
        return None
    return [_joined(limb, spots) for limb in limbs]


def _moved(spot: Spot, lines: Sequence[float], far: Reach, aside: float) -> Spot:
    for line in lines:
        if _crosses(spot, line):
            places = _places(spot, line, far, aside)
            x = min(places, key=lambda x: abs(x - spot.x), default=spot.x)
            spot = replace(spot, x=x)
    return spot


def _joined(limb: Limb, spots: Mapping[str, Spot]) -> Limb:
    """Return a box in its final place, joined to its parent in its own."""
    parent = spots[limb.parent.twig.key] if limb.parent else None
    under = (
        parent is not None
        and limb.spine is not None
        and parent.x < limb.spine < parent.x + parent.width
    )
    spot = spots[limb.spot.twig.key]
    return replace(limb, spot=spot, parent=parent, direct=limb.direct and under)
