"""Connectors as in an office's chart: down, along a bus, down; never through a box."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pohon_docs.layout.engine import Seat
from pohon_docs.layout.scene import Path
from pohon_docs.styles import Style


@dataclass(frozen=True, slots=True)
class Row:
    """A tier's place on the page: the heights of its top and bottom edges."""

    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Ends:
    """Where a seat's connectors meet it: its middle, its top and its bottom."""

    x: float
    top: float
    bottom: float


def connectors(
    seats: Sequence[Seat],
    ends: Mapping[str, Ends],
    rows: Sequence[Row],
    through: Mapping[str, str],
    dashed: frozenset[str],
    style: Style,
) -> tuple[Path, ...]:
    """Draw a path from every box to each of its children.

    `through` names, for a seat that only holds a long connector's way through a tier,
    the box at its lower end; `dashed` are the boxes whose connector is a reference.
    """
    lanes = _lanes(seats, ends, rows)
    paths: list[Path] = []
    legs: dict[str, list[tuple[float, float]]] = {}
    sources: dict[str, str] = {}
    for seat in seats:
        if seat.parent is None:
            continue
        above = ends[seat.parent]
        bus = lanes[seat.parent]
        start = legs.get(seat.parent, [(above.x, above.bottom)])
        points = [*start, (above.x, bus), (ends[seat.key].x, bus)]
        source = sources.get(seat.parent, seat.parent)
        if seat.key in through:
            legs[seat.key], sources[seat.key] = points, source
            continue
        points.append((ends[seat.key].x, ends[seat.key].top))
        role = "penghubung_rujukan" if seat.key in dashed else "penghubung"
        look = style.look(role)
        paths.append(
            Path(corners(points), look.garis, look.tebal_garis, source, seat.key, look.putus)
        )
    return tuple(paths)


def _lanes(
    seats: Sequence[Seat], ends: Mapping[str, Ends], rows: Sequence[Row]
) -> dict[str, float]:
    """Give every parent the height of its bus; buses that would overlap take lanes of their own."""
    tier = {seat.key: seat.tier for seat in seats}
    spans: dict[str, list[float]] = {}
    for seat in seats:
        if seat.parent is not None:
            span = spans.setdefault(seat.parent, [ends[seat.parent].x])
            span.append(ends[seat.key].x)
    heights: dict[str, float] = {}
    for number, row in enumerate(rows[:-1]):
        parents = sorted((key for key in spans if tier[key] == number), key=lambda k: min(spans[k]))
        lanes = _assigned([(min(spans[key]), max(spans[key])) for key in parents])
        count = max(lanes, default=0) + 1
        gap = rows[number + 1].top - row.bottom
        for key, lane in zip(parents, lanes, strict=True):
            heights[key] = row.bottom + gap * (lane + 1) / (count + 1)
    return heights


def _assigned(spans: Sequence[tuple[float, float]]) -> list[int]:
    """Give each span, sorted by its left end, the first lane that is free there."""
    ends: list[float] = []
    lanes: list[int] = []
    for left, right in spans:
        lane = next((number for number, end in enumerate(ends) if end < left), len(ends))
        ends[lane : lane + 1] = [right]
        lanes.append(lane)
    return lanes


def corners(points: Sequence[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    """Return points without repeated ones, and without those on a line of their neighbours."""
    kept: list[tuple[float, float]] = []
    for point in points:
        if kept and _same(kept[-1], point):
            continue
        if len(kept) > 1 and _straight(kept[-2], kept[-1], point):
            kept.pop()
        kept.append(point)
    return tuple(kept)


def _same(a: tuple[float, float], b: tuple[float, float]) -> bool:
    return abs(a[0] - b[0]) < _NEAR and abs(a[1] - b[1]) < _NEAR


def _straight(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> bool:
    vertical = abs(a[0] - b[0]) < _NEAR and abs(b[0] - c[0]) < _NEAR
    level = abs(a[1] - b[1]) < _NEAR and abs(b[1] - c[1]) < _NEAR
    return vertical or level


_NEAR = 0.01
"""Points closer than this, in points of length, are one."""
