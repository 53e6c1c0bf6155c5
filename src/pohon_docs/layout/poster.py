"""A tree as one picture over several sheets: the shape that takes the fewest of them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from math import ceil

from pohon_docs.layout.connectors import Row
from pohon_docs.layout.cuts import Cuts, edges, moved
from pohon_docs.layout.shelf import Grid, Piece, Shelf
from pohon_docs.layout.sizes import Sizes
from pohon_docs.layout.spots import Limb, limbs, stretched
from pohon_docs.layout.stacking import capped, measured, uprights
from pohon_docs.layout.subtree import Twig

_TRIALS = 10
_MOST_ROWS = 6
"""Rows of sheets that are tried; a higher poster is no longer read from the floor."""


@dataclass(frozen=True, slots=True)
class Canvas:
    """A poster's left margin, and how much of it a sheet shows without its laps, in points."""

    left: float
    wide: float
    high: float


@dataclass(frozen=True)
class Poster:
    """A whole picture with the lines along which it is cut."""

    limbs: Sequence[Limb]
    rows: Mapping[int, Row]
    edges: Sequence[float]
    cuts: Cuts
    sizes: Sizes

    @property
    def count(self) -> int:
        """How many rows of sheets there are."""
        return _count(self.cuts, self.rows)

    @property
    def sheets(self) -> int:
        """How many sheets it takes."""
        return self.count * (len(self.edges) - 1)


def poster(twigs: Sequence[Twig], grids: Sequence[Grid], canvas: Canvas) -> Poster | None:
    """Return the poster of the fewest sheets, its stacks as low as those allow, if there is one."""
    drafts = [draft for grid in grids for draft in _drafts(_Way(twigs, grid, canvas))]
    best: tuple[Poster, _Draft] | None = None
    for draft in sorted(drafts, key=lambda one: one.least):
        if best and draft.least >= best[0].sheets:
            break
        made = draft.way.made(draft.cap)
        if made and (best is None or made.sheets < best[0].sheets):
            best = made, draft
    return _lowest(*best) if best else None


def _lowest(best: Poster, draft: "_Draft") -> Poster:
    """Return a poster of as many sheets whose stacks are as low as can be."""

    def wasteful(cap: float) -> bool:
        made = draft.way.made(cap)
        return made is None or made.sheets > best.sheets

    made = draft.way.made(_last(wasteful, 0.0, draft.cap)[1])
    return made if made and made.sheets <= best.sheets else best


def _drafts(way: "_Way") -> Iterator["_Draft"]:
    """Yield the narrowest arrangement for each number of rows of sheets that makes it narrower."""
    for number in range(1, _MOST_ROWS + 1):
        top = number * way.canvas.high
        if (whole := way.draft(top)) and whole.rows <= number:
            yield whole
            return
        cap, _ = _last(partial(way.goes_on, number), 0.0, top)
        if (draft := way.draft(cap)) and draft.rows <= number:
            yield draft


def _last(kept: Callable[[float], bool], low: float, high: float) -> tuple[float, float]:
    """Return about the last number at which something is kept, and the first where it isn't."""
    for _ in range(_TRIALS):
        middle = (low + high) / 2
        if kept(middle):
            low = middle
        else:
            high = middle
    return low, high


@dataclass(frozen=True, slots=True)
class _Draft:
    """A poster that is measured, but not yet placed and cut: how high stacks are, and its size."""

    way: "_Way"
    cap: float
    columns: int
    rows: int

    @property
    def least(self) -> int:
        """How many sheets it takes, if cuts may be anywhere."""
        canvas = self.way.canvas
        wide = canvas.left + self.columns * self.way.grid.sizes.step
        return self.rows * ceil(wide / canvas.wide)


@dataclass(frozen=True)
class _Way:
    """A tree to be arranged in columns of one width, with stacks of any height."""

    twigs: Sequence[Twig]
    grid: Grid
    canvas: Canvas

    @cached_property
    def cuts(self) -> Cuts:
        room = self.grid.room
        return Cuts(self.canvas.high, room.head(0), room.padding)

    def draft(self, cap: float) -> _Draft | None:
        """Measure the arrangement whose stacks are no higher than `cap`; None where it can't be."""
        runs = capped(self.twigs, cap, self.grid.sizes)
        columns, boxes = uprights(self.twigs, runs, self.grid.sizes)
        rows = self.flowed(boxes)
        return _Draft(self, cap, columns, _count(self.cuts, rows)) if rows else None

    def goes_on(self, number: int, cap: float) -> bool:
        """Tell whether stacks no higher than `cap` go on so many rows of sheets."""
        draft = self.draft(cap)
        return draft is not None and draft.rows <= number

    def flowed(self, boxes: Mapping[int, list[list[float]]]) -> dict[int, Row] | None:
        apart = self.grid.sizes.style.pohon_halaman.celah_tumpukan
        return self.cuts.flowed(boxes, self.grid.room, apart)

    def made(self, cap: float) -> Poster | None:
        """Return the poster whose stacks are no higher than `cap`, if it can be cut."""
        sizes = self.grid.sizes
        option = measured(self.twigs, capped(self.twigs, cap, sizes), sizes)
        wide = replace(self.grid, sizes=replace(sizes, columns=option.columns, planned=sizes))
        shelf = Shelf((Piece((), tuple(self.twigs), lambda _: (option,), 0.0),), (option,), wide)
        bench = stretched(shelf, self.canvas.left, sizes.width(option.columns))
        rows = self.flowed(uprights(self.twigs, option.runs, bench.sizes)[1])
        if rows is None:
            return None
        some = limbs(bench, rows, self.cuts.settle)[0]
        step = bench.sizes.step
        gap = step - bench.sizes.column
        lines = [bench.left + number * step - gap / 2 for number in range(1, option.columns)]
        end = bench.left + option.columns * step
        where = edges(some, lines, end, self.canvas.wide, gap / 2)
        kept = moved(some, where[1:-1], gap / 2) if where else None
        return Poster(kept, rows, where, self.cuts, bench.sizes) if kept and where else None


def _count(cuts: Cuts, rows: Mapping[int, Row]) -> int:
    """Return how many rows of sheets tiers take."""
    return 1 + max(cuts.row(row.bottom) for row in rows.values())
