"""Columns made even: parents over their children, as far as each tier keeps its gaps."""

from collections.abc import Sequence

from pohon_docs.layout.engine import Seat, columns

_APART = 1.0
"""The least distance of two boxes of one tier, in columns."""


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
    left = min(at.values())
    return {key: x - left for key, x in at.items()}


def _rows(seats: Sequence[Seat], at: dict[str, float]) -> list[list[str]]:
    """Return the keys of each tier from left to right, the lowest tier first."""
    tiers: dict[int, list[str]] = {}
    for seat in seats:
        tiers.setdefault(seat.tier, []).append(seat.key)
    return [sorted(tiers[tier], key=at.__getitem__) for tier in sorted(tiers, reverse=True)]
