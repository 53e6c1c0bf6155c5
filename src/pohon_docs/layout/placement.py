"""Columns made even: parents over their children, as far as each tier keeps its gaps."""

from collections.abc import Mapping, Sequence

from pohon_docs.layout.engine import Seat, columns

_APART = 1.0
"""The least distance of two boxes of one tier, in columns."""
_NEAR = 1e-6


def place(seats: Sequence[Seat]) -> dict[str, float]:
    """Return the centre of every box in columns, the leftmost being 0.

    The engine's order and gaps hold; from the lowest tier upwards each parent is then
    moved over the middle of its first and last child where its neighbours leave room.
    """
    at = columns(seats)
    children: dict[str, list[str]] = {}
    for seat in seats:
        if seat.parent is not None:
            children.setdefault(seat.parent, []).append(seat.key)
    for tier in _rows(seats, at):
        for number, key in enumerate(tier):
            if key in children:
                low = at[tier[number - 1]] + _APART if number else float("-inf")
                high = at[tier[number + 1]] - _APART if number + 1 < len(tier) else float("inf")
                below = [at[child] for child in children[key]]
                middle = (min(below) + max(below)) / 2
                at[key] = min(max(middle, low), max(high, low))
    if any(_off(at[key], [at[child] for child in below]) for key, below in children.items()):
        at = _centred(seats, children)
    left = min(at.values())
    return {key: x - left for key, x in at.items()}


def _off(x: float, below: Sequence[float]) -> bool:
    return not min(below) - _NEAR <= x <= max(below) + _NEAR


def _centred(seats: Sequence[Seat], children: Mapping[str, list[str]]) -> dict[str, float]:
    """Place every parent over the middle of its children, subtrees as close as tiers allow.

    It is used where the engine's order of a tier leaves a parent no room over its children.
    """
    outline: dict[str, dict[int, tuple[float, float]]] = {}
    inside: dict[str, float] = {}
    for seat in reversed(seats):
        below = children.get(seat.key, [])
        shape = _side_by_side(below, outline, inside)
        middle = (inside[below[0]] + inside[below[-1]]) / 2 if below else 0.0
        for child in below:
            inside[child] -= middle
        outline[seat.key] = {tier: (a - middle, b - middle) for tier, (a, b) in shape.items()}
        outline[seat.key][seat.tier] = (0.0, 0.0)
    _side_by_side([seat.key for seat in seats if seat.parent is None], outline, inside)
    at: dict[str, float] = {}
    for seat in seats:
        at[seat.key] = inside[seat.key] + (at[seat.parent] if seat.parent is not None else 0.0)
    return at


def _side_by_side(
    keys: Sequence[str],
    outline: Mapping[str, dict[int, tuple[float, float]]],
    inside: dict[str, float],
) -> dict[int, tuple[float, float]]:
    """Push subtrees against each other; `inside` gets their places, the outline of all returns."""
    shape: dict[int, tuple[float, float]] = {}
    for key in keys:
        own = outline[key]
        apart = [shape[tier][1] + _APART - own[tier][0] for tier in own if tier in shape]
        inside[key] = max(apart, default=0.0)
        for tier, (low, high) in own.items():
            first = shape.get(tier, (low + inside[key], 0.0))[0]
            shape[tier] = (first, high + inside[key])
    return shape


def _rows(seats: Sequence[Seat], at: dict[str, float]) -> list[list[str]]:
    """Return the keys of each tier from left to right, the lowest tier first."""
    tiers: dict[int, list[str]] = {}
    for seat in seats:
        tiers.setdefault(seat.tier, []).append(seat.key)
    return [sorted(tiers[tier], key=at.__getitem__) for tier in sorted(tiers, reverse=True)]
