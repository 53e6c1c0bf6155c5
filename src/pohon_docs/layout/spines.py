"""Connectors of a part of a tree: buses between tiers, spines beside stacks."""

from collections.abc import Mapping, Sequence

from pohon_docs.layout.connectors import Row, corners
from pohon_docs.layout.scene import Path
from pohon_docs.layout.spots import Limb, Spot
from pohon_docs.styles import Style


def spines(
    limbs: Sequence[Limb], rows: Mapping[int, Row], dashed: frozenset[str], style: Style
) -> tuple[Path, ...]:
    """Draw the path from every box to those below it; those to `dashed` are references."""
    return tuple(
        _path(
            _way(limb, limb.parent, rows), limb.parent.twig.key, limb.spot.twig.key, dashed, style
        )
        for limb in limbs
        if limb.parent is not None
    )


def _way(limb: Limb, parent: Spot, rows: Mapping[int, Row]) -> list[tuple[float, float]]:
    """Return the points of a connector, from the parent's bottom edge on."""
    spot = limb.spot
    if limb.spine is None:
        bus = _bus(parent, rows)
        start = [(parent.middle, parent.bottom), (parent.middle, bus)]
        return [*start, (spot.middle, bus), (spot.middle, spot.y)]
    side = (spot.y + spot.bottom) / 2
    end = [(limb.spine, side), (spot.x, side)]
    if limb.direct:
        return [(limb.spine, parent.bottom), *end]
    bus = _bus(parent, rows)
    return [(parent.middle, parent.bottom), (parent.middle, bus), (limb.spine, bus), *end]


def _bus(parent: Spot, rows: Mapping[int, Row]) -> float:
    """Return the height of a parent's bus, in the gap below its tier."""
    below = min(tier for tier in rows if tier > parent.twig.tier)
    return (rows[parent.twig.tier].bottom + rows[below].top) / 2


def _path(
    points: Sequence[tuple[float, float]],
    source: str,
    target: str,
    dashed: frozenset[str],
    style: Style,
) -> Path:
    look = style.look("penghubung_rujukan" if target in dashed else "penghubung")
    return Path(corners(points), look.garis, look.tebal_garis, source, target, look.putus)
