"""The plan of a tree's pages: an overview, then its branches, split until each fits a page."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from pohon_docs.layout.evening import THIN, evened, share
from pohon_docs.layout.packing import fits, packed, piece
from pohon_docs.layout.shelf import Grid, Piece, Shelf
from pohon_docs.layout.subtree import (
    Forest,
    Shown,
    Twig,
    count,
    cut,
    full,
    mapped,
    reference,
)

_BOX = 24.0
"""No box is lower than this, in points: more of them than go on a page needn't be measured."""
_SHARES = (1.0, 0.5)
"""How much of a page's columns a branch may take that is tried: small branches may pack better."""
_SMALL = 500
"""Trees of so many boxes are planned in each of these ways, larger ones in the first."""
_LEAST = 0.8
"""How much of its height at one column's width a box over several takes, at the least."""


@dataclass(frozen=True)
class PagePlan:
    """Pages of shelves; `place` gives the page, from 0, of every full box."""

    pages: tuple[tuple[Shelf, ...], ...]

    @property
    def place(self) -> Mapping[str, int]:
        """The page, from 0, on which each full box stands."""
        return {
            twig.key: number
            for number, page in enumerate(self.pages)
            for shelf in page
            for one in shelf.pieces
            for root in one.twigs
            for twig in root.walk()
            if twig.shown is Shown.FULL
        }


Grids = Sequence[Grid]


def whole(trees: Forest, grids: Grids) -> PagePlan | None:
    """Return the plan of a tree that one page holds whole, or None."""
    if len(trees.boxes) > _most(grids):
        return None
    twigs = [cut(trees, root, len(trees.boxes)) for root in trees.roots]
    if not any(_roomy(twigs, grid) for grid in grids):
        return None
    one = piece((), twigs, grids)
    return PagePlan(tuple(packed((one,), grids))) if fits(one, grids) else None


def _roomy(twigs: Sequence[Twig], grid: Grid) -> bool:
    """Tell whether a page has as much room as the boxes take, before they are arranged."""
    sizes = grid.sizes
    high = sum(sizes.height(one, sizes.column) for twig in twigs for one in twig.walk())
    return high * _LEAST <= grid.columns * grid.room.high


def planned(trees: Forest, firsts: Sequence[Grids], grids: Grids) -> PagePlan:
    """Return the plan of a tree on several pages: an overview, then its branches on `grids`.

    `firsts` are the overview's grids from the largest text to the smallest, by which goes
    how deep it is; it is set in the largest text that then still fits.
    """
    overview = _overview(trees, firsts[-1])
    front = _largest(overview, firsts) if overview else []
    small = len(trees.boxes) <= _SMALL
    plans = [
        evened(packed(list(_branches(trees, grids, overview, most)), grids), grids)
        for most in (_SHARES if small else _SHARES[:1])
    ]
    return PagePlan((*front, *min(plans, key=_waste)))


def _waste(pages: Sequence[Sequence[Shelf]]) -> tuple[int, int]:
    """Return what makes one plan worse than another: its pages, and the thin ones of them."""
    return len(pages), sum(share(page) < THIN for page in pages)


def _largest(overview: Piece, firsts: Sequence[Grids]) -> list[tuple[Shelf, ...]]:
    """Return the overview's page in the largest text that it holds."""
    for grids in firsts[:-1]:
        one = piece((), overview.twigs, grids)
        if fits(one, grids):
            return packed((one,), grids)
    return packed((overview,), firsts[-1])


def _most(grids: Grids) -> int:
    """Return more boxes than a page could hold."""
    return max(int(grid.columns * grid.room.high / _BOX) for grid in grids)


def _overview(trees: Forest, grids: Grids) -> Piece | None:
    """Return the first page: full boxes as deep as fits, and the titles below them."""
    best: Piece | None = None
    depth = 1 if len(trees.roots) == 1 else 0
    number = 0
    while number < (number := _count(trees, trees.roots, depth, grids)) <= _most(grids):
        one = piece((), [cut(trees, root, depth) for root in trees.roots], grids)
        if not fits(one, grids):
            break
        best, depth = one, depth + 1
    return _with_titles(best, trees, grids) if best else None


def _count(trees: Forest, keys: Sequence[str], depth: int, grids: Grids) -> int:
    most = _most(grids)
    return sum(count(trees, key, depth, most) for key in keys[: most + 1])


def _with_titles(best: Piece, trees: Forest, grids: Grids) -> Piece:
    """List what hangs from the cut branches, where the page has room for it."""
    one = piece((), [mapped(trees, twig) for twig in best.twigs], grids)
    return one if fits(one, grids) else best


def _branches(trees: Forest, grids: Grids, overview: Piece | None, share: float) -> Iterator[Piece]:
    """Yield the pieces after the overview, each before those that its own cut leads to."""
    waiting = _onward(overview.twigs) if overview else list(trees.roots)
    waiting.reverse()
    while waiting:
        for one in _branch(waiting.pop(), trees, grids, share):
            yield one
            waiting.extend(reversed(_onward(one.twigs)))


def _onward(twigs: Sequence[Twig]) -> list[str]:
    """Return the nodes whose branch goes on elsewhere, in order."""
    every = (twig for root in twigs for twig in root.walk())
    return [twig.target for twig in every if twig.shown in (Shown.NEXT, Shown.MAP)]


def _branch(key: str, trees: Forest, grids: Grids, share: float) -> Iterator[Piece]:
    """Yield a node's branch as deep as goes on a share of a page, else a page, or in parts."""
    path = trees.ancestors(key)
    best = _deepest(key, path, trees, grids, share) or _deepest(key, path, trees, grids, 1.0)
    if best:
        yield best
    else:
        yield from _parts(key, path, trees, grids)


def _deepest(
    key: str, path: tuple[str, ...], trees: Forest, grids: Grids, share: float
) -> Piece | None:
    """Return a node's branch as deep as goes on a share of a page, if any of it does."""
    best: Piece | None = None
    depth, number = 1, 0
    while number < (number := _count(trees, (key,), depth, grids)) <= _most(grids):
        one = piece(path, (cut(trees, key, depth),), grids)
        if not fits(one, grids, share):
            break
        best, depth = one, depth + 1
    return best


def _parts(key: str, path: tuple[str, ...], trees: Forest, grids: Grids) -> Iterator[Piece]:
    """Yield a node with too many children: it with the first of them, then the others."""
    left = [cut(trees, child, 0) for child in trees.children(key)]
    make = partial(_part, key, trees, path, grids, True)
    while left:
        number = _holding(left, make, grids)
        yield make(left, number)
        left = left[number:]
        make = partial(_part, key, trees, path, grids, False)


def _holding(left: Sequence[Twig], make: Callable[..., Piece], grids: Grids) -> int:
    """Return how many children go on a page with their parent, at least one."""
    low, high = 1, min(len(left), _most(grids))
    while low < high:
        middle = (low + high + 1) // 2
        if fits(make(left, middle), grids):
            low = middle
        else:
            high = middle - 1
    return low


def _part(
    key: str,
    trees: Forest,
    path: tuple[str, ...],
    grids: Grids,
    first: bool,
    left: Sequence[Twig],
    number: int,
) -> Piece:
    """Return a node with the first of its children, and where the rest of them stands."""
    more = [_more(one) for one in left[number : number + 1]]
    below = (*left[:number], *more)
    root = full(trees, key, below) if first else _back(trees, key, below)
    return piece(path, (root,), grids)


def _back(trees: Forest, key: str, below: tuple[Twig, ...]) -> Twig:
    """Return the small box of a node over later ones of its children, with a key of its own."""
    box = reference(trees, key, Shown.BACK, below)
    return replace(box, key=f"{below[0].target}-{Shown.BACK}")


def _more(after: Twig) -> Twig:
    return Twig(f"{after.target}-{Shown.MORE}", after.target, after.tier, Shown.MORE)
