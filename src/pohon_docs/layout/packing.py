"""Parts of a tree packed on pages: side by side in shelves, as many as their heights allow."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from math import ceil, inf

from pohon_docs.layout.shelf import Grid, Piece, Shelf, own, rows_of
from pohon_docs.layout.stacking import Option, options
from pohon_docs.layout.subtree import Twig

_WINDOW = 24
"""How many parts ahead are looked at for one that fills a shelf."""


def piece(path: tuple[str, ...], twigs: Sequence[Twig], grids: Sequence[Grid]) -> Piece:
    """Return a part of a tree with the ways to arrange it on each grid."""

    @cache
    def ways(at: int) -> tuple[Option, ...]:
        return options(twigs, grids[at].sizes)

    sizes = grids[0].sizes
    apart = sizes.style.pohon_halaman.celah_tumpukan
    high = sum(sizes.height(one, sizes.column) + apart for twig in twigs for one in twig.walk())
    return Piece(path, tuple(twigs), ways, high * sizes.step)


def fits(one: Piece, grids: Sequence[Grid], share: float = 1.0) -> bool:
    """Tell whether a piece goes alone on a page of some grid, in a share of its columns."""
    found = (
        (_settled((one,), grid, at, grid.room.high), ceil(grid.columns * share))
        for at, grid in enumerate(grids)
    )
    return any(chosen and chosen[0].columns <= most for chosen, most in found)


def packed(
    pieces: Sequence[Piece], grids: Sequence[Grid], most: float = inf
) -> list[tuple[Shelf, ...]]:
    """Deal pieces to pages, each on the grid that takes most; one too high has its own page.

    A page with several takes no more than `most` square points of them.
    """
    left = list(pieces)
    pages: list[tuple[Shelf, ...]] = []
    while left:
        trials = [_page(left, grid, at, most) for at, grid in enumerate(grids)]
        best = max(trials, key=area_of)
        pages.append(best or (_overfull(left[0], grids),))
        done = {id(one) for shelf in pages[-1] for one in shelf.pieces}
        left = [one for one in left if id(one) not in done]
    return pages


def area_of(shelves: Sequence[Shelf]) -> float:
    """Return what the boxes of a page take, in square points."""
    return sum(one.area for shelf in shelves for one in shelf.pieces)


def _page(pieces: Sequence[Piece], grid: Grid, at: int, most: float) -> tuple[Shelf, ...]:
    """Fill a page with shelves of the first pieces."""
    left = list(pieces[: _WINDOW * 2])
    shelves: list[Shelf] = []
    high = grid.room.high
    while left and (taken := _filled(left, grid, at, high, most - area_of(shelves))):
        some = tuple(left[number] for number in taken)
        chosen = _settled(some, grid, at, high)
        assert chosen is not None
        shelves.append(Shelf(some, chosen, grid))
        left = [one for number, one in enumerate(left) if number not in taken]
        high -= shelves[-1].height + grid.room.apart
        if area_of(shelves) >= most:
            break
    if len(shelves) == 1:
        return (replace(shelves[0], chosen=_spread(shelves[0], at)),)
    return tuple(shelves)


def _spread(shelf: Shelf, at: int) -> tuple[Option, ...]:
    """Widen the highest pieces of a page's only shelf until it is as wide as it is high."""
    grid, chosen = shelf.grid, shelf.chosen
    while True:
        wider = [_wider(one.ways(at), now) for one, now in zip(shelf.pieces, chosen, strict=True)]
        free = [number for number, way in enumerate(wider) if way]
        if not free:
            return chosen
        highest = max(free, key=lambda number: chosen[number].height)
        trial = tuple(
            way if way and number == highest else now
            for number, (way, now) in enumerate(zip(wider, chosen, strict=True))
        )
        across = sum(option.columns for option in trial) / grid.columns
        if across > replace(shelf, chosen=chosen).height / grid.room.high:
            return chosen
        chosen = trial


def _wider(ways: Sequence[Option], now: Option) -> Option | None:
    """Return the next arrangement of a piece that takes more columns."""
    return next((way for way in ways if way.columns > now.columns), None)


def _filled(left: Sequence[Piece], grid: Grid, at: int, high: float, most_area: float) -> list[int]:
    """Choose the pieces of a shelf no higher than `high`: the first, and those that fill it best.

    Only pieces of the first one's tiers stand beside it, or its rows would leave room empty;
    where those take no more than half of the columns, any do. Those after the first take no
    more than `most_area`.
    """
    taken: list[int] = []
    columns, area = 0, 0.0
    tiers: set[int] = set()
    strict = True
    while True:
        best, most, wide = -1, 0.0, 0
        for number, one in enumerate(left[:_WINDOW]):
            least = one.ways(at)[0]
            if number in taken or (taken and strict and not tiers.issuperset(least.rows)):
                continue
            if taken and area + one.area > most_area:
                continue
            if (area + one.area) / (columns + least.columns) <= most:
                continue
            used = _columns([left[n] for n in (*taken, number)], grid, at, high)
            if used and (area + one.area) / used > most:
                best, most, wide = number, (area + one.area) / used, used
            if not taken and best >= 0:
                break
        if best < 0 and taken and strict and columns * 2 <= grid.columns:
            strict = False
            continue
        if best < 0:
            return sorted(taken)
        taken.append(best)
        columns, area = wide, area + left[best].area
        tiers = tiers or set(left[best].ways(at)[0].rows)


def _columns(pieces: Sequence[Piece], grid: Grid, at: int, high: float) -> int:
    """Return how many columns some pieces take side by side, 0 where they don't fit."""
    if sum(one.ways(at)[0].columns for one in pieces) > grid.columns:
        return 0
    chosen = _settled(pieces, grid, at, high)
    return sum(option.columns for option in chosen) if chosen else 0


def _overfull(one: Piece, grids: Sequence[Grid]) -> Shelf:
    """Return the shelf of a piece that no page holds: as narrow as the page, and higher."""
    grid, ways = grids[0], one.ways(0)
    fitting = [way for way in ways if way.columns <= grid.columns]
    return Shelf((one,), (fitting[-1] if fitting else ways[0],), grid)


def _settled(
    pieces: Sequence[Piece], grid: Grid, number: int, high: float
) -> tuple[Option, ...] | None:
    """Widen the highest pieces until all are low enough; None where they get too wide."""
    room = grid.room
    head = room.head(own(pieces))
    ways = [one.ways(number) for one in pieces]
    at = [0] * len(pieces)
    chosen = [way[0] for way in ways]
    across = sum(option.columns for option in chosen)
    while across <= grid.columns:
        if room.height(rows_of(chosen, room), head) <= high:
            return tuple(chosen)
        free = [n for n, way in enumerate(ways) if at[n] + 1 < len(way)]
        if not free:
            return None
        highest = max(free, key=lambda n: chosen[n].height)
        at[highest] += 1
        wider = ways[highest][at[highest]]
        across += wider.columns - chosen[highest].columns
        chosen[highest] = wider
    return None
