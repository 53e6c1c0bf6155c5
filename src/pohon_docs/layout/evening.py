"""Pages made even: what a thin page holds is dealt again, with that of the page before it."""

from collections.abc import Sequence

from pohon_docs.layout.packing import area_of, packed
from pohon_docs.layout.shelf import Grid, Shelf

THIN = 0.4
"""A page is thin where its boxes take less than about this share of it."""
_SLACK = (1.0, 1.15, 1.35)
"""How much more than its half of two pages the first may take, from the most even on."""

Pages = list[tuple[Shelf, ...]]


def evened(pages: Sequence[tuple[Shelf, ...]], grids: Sequence[Grid]) -> Pages:
    """Return pages of which none is thin that could share with the page before it."""
    found: Pages = []
    for page in pages:
        if found and min(share(page), share(found[-1])) < THIN:
            found[-1:] = _dealt([found[-1], page], grids)
        else:
            found.append(page)
    return found


def share(page: Sequence[Shelf]) -> float:
    """Return about how much of a page its boxes take."""
    grid = page[0].grid
    return area_of(page) / (grid.columns * grid.sizes.step * grid.room.high)


def _dealt(pages: Pages, grids: Sequence[Grid]) -> Pages:
    """Return two pages dealt again so that the thinner is as full as can be."""
    pieces = [one for page in pages for shelf in page for one in shelf.pieces]
    half = sum(map(area_of, pages)) / 2
    trials = (packed(pieces, grids, half * slack) for slack in _SLACK)
    whole = [packed(pieces, grids), *(trial for trial in trials if len(trial) <= len(pages))]
    return min([pages, *whole], key=lambda trial: (len(trial), -min(map(share, trial))))
