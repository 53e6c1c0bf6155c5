"""Leaves hung below their parent in columns with a spine, as in an office's chart."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from pohon_docs.layout.sizes import Sizes
from pohon_docs.layout.subtree import Twig

Runs = Mapping[str, int]
"""In how many columns each run of leaves stands, by the key of its first leaf."""


Item = tuple[Twig, ...]
"""A run of leaves, or a single twig."""


@dataclass(frozen=True, slots=True)
class Option:
    """One way to arrange a part of a tree: its columns, the height of each tier and of all."""

    columns: int
    rows: Mapping[int, float]
    runs: Runs
    height: float


def items(twig: Twig, sizes: Sizes) -> tuple[Item, ...]:
    """Return what stands below a twig: runs of leaves that may be stacked, and single twigs."""
    if twig not in sizes.items:
        sizes.items[twig] = tuple(_items(twig.below, sizes))
    return sizes.items[twig]


def _items(below: Sequence[Twig], sizes: Sizes) -> Iterator[Item]:
    for stackable, group in groupby(below, key=lambda one: _stackable(one, sizes)):
        twigs = tuple(group)
        yield from [twigs] if stackable else [(one,) for one in twigs]


def _stackable(twig: Twig, sizes: Sizes) -> tuple[int, str, bool] | None:
    """Return what the leaves of one run have in common, or None for what stands alone."""
    if twig.below:
        return None
    order = _order(twig, sizes)
    if order == "berjajar" or sizes.span(twig) > 1:
        return None
    return twig.tier, order, sizes.trees.boxes[twig.target].attached


def _order(twig: Twig, sizes: Sizes) -> str:
    """Return how the style wants the leaves of a twig's level to stand."""
    level = sizes.trees.boxes[twig.target].parts[0].role.rpartition(".")[2]
    return sizes.style.pohon_halaman.susunan.get(level, "otomatis")


def options(twigs: Sequence[Twig], sizes: Sizes) -> tuple[Option, ...]:
    """Return the ways to arrange a part of a tree, from the narrowest to the lowest.

    None is looked for beyond one that is wider than the page.
    """
    runs = [run for twig in twigs for run in _runs(twig, sizes)]
    columns = {run[0].key: 1 for run in runs}
    found = [measured(twigs, columns, sizes)]
    while found[-1].columns <= sizes.columns and (wider := _wider(runs, columns, sizes)):
        columns = {**columns, wider[0]: wider[1]}
        found.append(measured(twigs, columns, sizes))
    return tuple(found)


def capped(twigs: Sequence[Twig], most: float, sizes: Sizes) -> Runs:
    """Return the fewest columns in which each run of leaves is no higher than `most`."""
    return {run[0].key: _lowered(run, most, sizes) for twig in twigs for run in _runs(twig, sizes)}


def _lowered(run: Sequence[Twig], most: float, sizes: Sizes) -> int:
    ways = range(1, _most(run, sizes))
    return 1 + bisect_left(ways, -most, key=lambda n: -stack_height(run, n, sizes))


def _runs(twig: Twig, sizes: Sizes) -> Iterator[Item]:
    """Yield the runs of leaves below a twig and all that is below it."""
    for item in items(twig, sizes):
        if len(item) > 1:
            yield item
        else:
            yield from _runs(item[0], sizes)


def _wider(runs: Sequence[Item], columns: Runs, sizes: Sizes) -> tuple[str, int] | None:
    """Return the highest run that more columns make lower, and in how many it is."""
    ranked = sorted(runs, key=lambda run: -stack_height(run, columns[run[0].key], sizes))
    for run in ranked:
        key = run[0].key
        now = stack_height(run, columns[key], sizes)
        for more in range(columns[key] + 1, _most(run, sizes) + 1):
            if stack_height(run, more, sizes) < now:
                return key, more
    return None


def _most(run: Sequence[Twig], sizes: Sizes) -> int:
    """Return the most columns that a run may take."""
    forced = _order(run[0], sizes) == "bertumpuk"
    return min(len(run), sizes.style.pohon_halaman.kolom_tumpukan) if forced else len(run)


def measured(twigs: Sequence[Twig], runs: Runs, sizes: Sizes) -> Option:
    """Measure a part of a tree with its runs in so many columns."""
    rows: dict[int, float] = {}

    def take(item: Item, taken: int, wide: float) -> None:
        one = item[0]
        high = stack_height(item, taken, sizes) if len(item) > 1 else sizes.height(one, wide)
        rows[one.tier] = max(rows.get(one.tier, 0.0), high)

    columns = sum(_measure(twig, runs, sizes, take) for twig in twigs)
    gap = sizes.style.pohon_halaman.celah_tegak
    return Option(columns, rows, runs, sum(rows.values()) + gap * (len(rows) - 1))


def uprights(
    twigs: Sequence[Twig], runs: Runs, sizes: Sizes
) -> tuple[int, dict[int, list[list[float]]]]:
    """Return the columns of a part of a tree, and the heights of boxes below each other by tier."""
    found: dict[int, list[list[float]]] = {}

    def take(item: Item, taken: int, wide: float) -> None:
        some = dealt(item, taken, sizes) if len(item) > 1 else [[sizes.height(item[0], wide)]]
        found.setdefault(item[0].tier, []).extend(some)

    columns = sum(_measure(twig, runs, sizes, take) for twig in twigs)
    return columns, found


def _measure(twig: Twig, runs: Runs, sizes: Sizes, take: Callable[[Item, int, float], None]) -> int:
    """Tell `take` of a twig and all below it, each run with its columns; return its columns."""
    below = 0
    for item in items(twig, sizes):
        if len(item) == 1:
            below += _measure(item[0], runs, sizes, take)
        else:
            below += runs[item[0].key]
            take(item, runs[item[0].key], sizes.column)
    columns = max(below, sizes.span(twig))
    take((twig,), columns, sizes.width(box_columns(twig, columns, sizes)))
    return columns


def box_columns(twig: Twig, columns: int, sizes: Sizes) -> int:
    """Return how many of its columns a twig's own box is wide."""
    return max(min(columns, sizes.style.pohon_halaman.kolom_induk), sizes.span(twig))


def stack_height(run: Sequence[Twig], columns: int, sizes: Sizes) -> float:
    """Return the height of a run of leaves in so many columns."""
    name = (run[0].key, len(run), columns)
    if name not in sizes.stacks:
        gap = sizes.style.pohon_halaman.celah_tumpukan
        some = dealt(run, columns, sizes)
        sizes.stacks[name] = max(sum(column) + gap * (len(column) - 1) for column in some)
    return sizes.stacks[name]


def dealt(run: Sequence[Twig], columns: int, sizes: Sizes) -> list[list[float]]:
    """Deal the heights of a run of leaves to so many columns."""
    wide = leaf_width(run, columns, sizes)
    heights = [sizes.height(twig, wide) for twig in run]
    if columns == len(run):
        return [[high] for high in heights]
    return split(heights, columns, sizes.style.pohon_halaman.celah_tumpukan)


def leaf_width(run: Sequence[Twig], columns: int, sizes: Sizes) -> float:
    """Return the width of the boxes of a run: side by side they need no spine."""
    return sizes.column if columns == len(run) else sizes.stacked


def split(heights: Sequence[float], columns: int, gap: float) -> list[list[float]]:
    """Deal heights to columns in order, so that the highest column is as low as can be."""
    low, high = max(heights), sum(heights) + gap * len(heights)
    best = [list(heights)]
    while high - low > _NEAR:
        middle = (low + high) / 2
        trial = _dealt(heights, middle, gap)
        if len(trial) <= columns:
            best, high = trial, middle
        else:
            low = middle
    tight = _dealt(heights, low, gap)
    return tight if len(tight) <= columns else best


def _dealt(heights: Sequence[float], most: float, gap: float) -> list[list[float]]:
    """Deal heights to columns no higher than `most`."""
    dealt: list[list[float]] = [[]]
    used = 0.0
    for high in heights:
        if dealt[-1] and used + gap + high > most + 1e-6:
            dealt.append([])
            used = 0.0
        used += high + (gap if dealt[-1] else 0.0)
        dealt[-1].append(high)
    return dealt


_NEAR = 0.05
"""Columns that differ by less than this, in points, are equally high."""
