"""Where groups of merged rows are cut, so that a page is neither overfull nor left half empty."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from pohon_docs.views import TableRow

_MOST_EMPTY = 1 / 3
"""The share of a page that may stay empty where a group moves whole to the next one."""

Repeated = Callable[[TableRow, Sequence[TableRow]], TableRow]
"""Begins a row's merged cells anew, given the rows above it."""


class Paper:
    """Pages that rows go on: how high each is, and how far the present one is filled.

    Rows that are kept together from the table's top never move: else they would leave its
    heading alone.
    """

    def __init__(self, room: float, filled: float) -> None:
        self.room = room
        self.filled = filled
        self.begun = False
        self.rows: list[TableRow] = []

    @property
    def left(self) -> float:
        """What is left of the present page."""
        return self.room - self.filled

    @property
    def moves(self) -> bool:
        """Tell whether rows that don't fit go to the next page as they are."""
        return self.begun and self.filled > 0.0 and self.left <= self.room * _MOST_EMPTY

    def turn(self) -> None:
        """Go on to the next page."""
        self.filled = 0.0
        self.begun = True


def is_tall(heights: Sequence[float], opens: Sequence[bool], room: float) -> bool:
    """Tell whether a group of merged rows is higher than what a page may be left empty by."""
    group = 0.0
    for number, high in enumerate(heights):
        group = group + high if opens[number] else high
        if opens[number] and group > room * _MOST_EMPTY:
            return True
    return False


def cut(
    rows: Sequence[TableRow],
    heights: Sequence[float],
    opens: Sequence[bool],
    paper: Paper,
    repeated: Repeated,
) -> None:
    """Put rows on paper; `opens` tells of each whether a cell of it goes on from the row above."""
    for first, end in _runs(rows):
        at = first
        while sum(heights[at:end]) > paper.left:
            place = None if paper.moves else _place(heights, opens, (at, end), paper)
            if place is None and (paper.filled == 0.0 or not paper.begun):
                break
            if place is not None:
                paper.rows += _piece(rows[at:place], paper, repeated, again=at > first)
                paper.rows[-1] = replace(paper.rows[-1], keep=False)
                at = place
            paper.turn()
        paper.rows += _piece(rows[at:end], paper, repeated, again=at > first)
        paper.filled += sum(heights[at:end])
        paper.begun = True


def _piece(
    rows: Sequence[TableRow], paper: Paper, repeated: Repeated, *, again: bool
) -> tuple[TableRow, ...]:
    """Return some rows of a group, its names said anew where it goes on."""
    return (repeated(rows[0], paper.rows), *rows[1:]) if again else tuple(rows)


def _place(
    heights: Sequence[float], opens: Sequence[bool], run: tuple[int, int], paper: Paper
) -> int | None:
    """Return the last place in a group up to which the present page holds a run of rows.

    A page that is empty takes at least one row.
    """
    at, end = run
    used, found = 0.0, None
    for number in range(at + 1, end):
        used += heights[number - 1]
        fits = used <= paper.left
        if opens[number] and (fits or (found is None and paper.filled == 0.0)):
            found = number
        if not fits:
            break
    return found


def _runs(rows: Sequence[TableRow]) -> Iterator[tuple[int, int]]:
    """Yield where rows that are kept together begin and end."""
    first = 0
    for number, row in enumerate(rows, start=1):
        if not row.keep or number == len(rows):
            yield first, number
            first = number
