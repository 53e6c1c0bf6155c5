"""The path of a branch: its ancestors as small boxes above it, and in the heading row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from pohon_docs.layout.connectors import Row, corners
from pohon_docs.layout.scene import Path
from pohon_docs.layout.spots import Bench, Limb
from pohon_docs.styles import Style

_WIDE = 2
"""The most columns that a path box spans."""


@dataclass(frozen=True, slots=True)
class Crumb:
    """An ancestor's small box; `target` is the ancestor, "" where several are left out."""

    key: str
    target: str
    x: float
    y: float
    width: float
    height: float
    nearest: bool = False
    hidden: int = 0

    @property
    def middle(self) -> float:
        """The x of the middle."""
        return self.x + self.width / 2


@dataclass(frozen=True, slots=True)
class Trail:
    """The small boxes of a shelf with the connectors between and below them."""

    crumbs: tuple[Crumb, ...]
    paths: tuple[Path, ...]


def trail(
    bench: Bench,
    limbs: Sequence[Sequence[Limb]],
    top: float,
    rows: Mapping[int, Row],
    number: int,
) -> Trail:
    """Return the path boxes of a shelf whose heading row begins at `top`.

    Ancestors of all pieces stand beside each other in the heading row; the others over the
    pieces that hang from them, once for pieces side by side below one parent.
    """
    shelf = bench.shelf
    common = shelf.pieces[0].path[: shelf.common]
    found = _in_heading(common, bench, top, number)
    paths = list(_beside(found, bench))
    pieces = zip(shelf.pieces, limbs, strict=True)
    for group, (path, some) in enumerate(groupby(pieces, key=lambda pair: pair[0].path)):
        roots = [limb for _, own in some for limb in own if limb.parent is None]
        if path:
            column = _over(path[shelf.common :], roots, bench, top, f"{number}-{group}")
            found.extend(column)
            paths.extend(_down(column, roots, rows, bench.sizes.style))
    return Trail(tuple(found), tuple(paths))


def _shown(path: Sequence[str], most: int) -> list[tuple[str, int]]:
    """Return the ancestors that are shown, as "" with their number where some are left out."""
    if len(path) <= most:
        return [(key, 0) for key in path]
    first = [(path[0], 0)]
    last = [(key, 0) for key in path[len(path) - max(1, most - 2) :]]
    return [*first, ("", len(path) - len(first) - len(last)), *last]


def _in_heading(path: Sequence[str], bench: Bench, top: float, number: int) -> list[Crumb]:
    """Place the ancestors of a whole shelf beside each other."""
    room = bench.shelf.grid.room
    shown = _shown(path, room.levels)
    sizes = bench.shelf.grid.sizes
    gap = sizes.style.pohon_halaman.celah_mendatar
    step = min(sizes.width(_WIDE) + gap, (bench.width + gap) / max(1, len(shown)))
    return [
        Crumb(
            f"jalur-{number}-{at}",
            key,
            bench.edge + at * step,
            top + (room.heading - room.path_gap - room.path) / 2,
            step - gap,
            room.path,
            hidden=hidden,
        )
        for at, (key, hidden) in enumerate(shown)
    ]


def _over(
    path: Sequence[str], roots: Sequence[Limb], bench: Bench, top: float, name: str
) -> list[Crumb]:
    """Place ancestors below each other over the boxes that hang from them."""
    room = bench.shelf.grid.room
    shown = _shown(path, room.levels)
    step = room.path + room.path_gap
    first = top + room.heading + (min(bench.shelf.own, room.levels) - len(shown)) * step
    left = min(limb.spot.x for limb in roots)
    right = max(limb.spot.x + limb.spot.width for limb in roots)
    wide = min(right - left, bench.sizes.width(_WIDE))
    return [
        Crumb(
            f"jalur-{name}-{at}",
            key,
            (left + right - wide) / 2,
            first + at * step,
            wide,
            room.path,
            at == len(shown) - 1,
            hidden,
        )
        for at, (key, hidden) in enumerate(shown)
    ]


def _beside(crumbs: Sequence[Crumb], bench: Bench) -> list[Path]:
    """Join the boxes of the heading row."""
    found = []
    for one, other in pairwise(crumbs):
        y = one.y + one.height / 2
        points = ((one.x + one.width, y), (other.x, y))
        found.append(_line(points, one.key, other.key, bench.sizes.style))
    return found


def _down(
    column: Sequence[Crumb], roots: Sequence[Limb], rows: Mapping[int, Row], style: Style
) -> list[Path]:
    """Join ancestors over a branch, and the nearest with the boxes that hang from it."""
    found = []
    for one, below in pairwise(column):
        points = ((one.middle, one.y + one.height), (below.middle, below.y))
        found.append(_line(points, one.key, below.key, style))
    last = column[-1]
    bottom = last.y + last.height
    bus = (bottom + min(row.top for row in rows.values())) / 2
    for limb in roots:
        spot = limb.spot
        way = ((last.middle, bottom), (last.middle, bus), (spot.middle, bus), (spot.middle, spot.y))
        found.append(_line(way, last.key, spot.twig.key, style))
    return found


def _line(points: Sequence[tuple[float, float]], source: str, target: str, style: Style) -> Path:
    look = style.look("penghubung")
    return Path(corners(points), look.garis, look.tebal_garis, source, target)
