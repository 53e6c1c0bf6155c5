"""Fitting a tree: the largest text on the smallest sheet of the style that holds it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pohon_docs.layout.engine import Seat
from pohon_docs.layout.frame import Area
from pohon_docs.layout.panels import longest_word, text_height, text_size
from pohon_docs.styles import Style
from pohon_docs.views import Box, Part

SCALES = tuple(number / 100 for number in range(100, 64, -5))
"""Shares of the looks' full text size that are tried; their minimum holds in any case."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A tree measured for an area: what it needs, and whether that is there.

    `centre`, `width` and `height` are by box key, in points from the area's left edge;
    `parts` gives the heights of a tier's parts, from the top.
    """

    scale: float
    centre: Mapping[str, float]
    width: Mapping[str, float]
    parts: tuple[tuple[float, ...], ...]
    tiers: tuple[float, ...]
    needed: tuple[float, float]
    whole: bool


def best_fit(
    boxes: Sequence[Box], seats: Sequence[Seat], at: Mapping[str, float], area: Area, style: Style
) -> Fit:
    """Return the fit with the largest text that goes into `area`, else the one that needs least."""
    for scale in SCALES:
        fit = measure(boxes, seats, at, area, style, scale)
        if fit.whole:
            break
    return fit


def measure(
    boxes: Sequence[Box],
    seats: Sequence[Seat],
    at: Mapping[str, float],
    area: Area,
    style: Style,
    scale: float,
) -> Fit:
    """Measure a tree at one text scale; `at` are the seats' centres in columns."""
    measures = style.pohon
    span = max(at.values(), default=0.0)
    wide = min(
        measures.lebar_kotak,
        (area.width + measures.celah_mendatar) / (span + 1) - measures.celah_mendatar,
    )
    least = max(measures.lebar_kotak_minimum, least_width(boxes, style, scale))
    box = max(wide, least)
    step = box + measures.celah_mendatar
    total = span * step + box
    left = max(0.0, (area.width - total) / 2)
    centre = {key: left + column * step + box / 2 for key, column in at.items()}
    width = _widths(boxes, seats, centre, box, max(area.width, total), style)
    parts, tiers = _heights(boxes, width, style, scale)
    high = sum(tiers) + measures.celah_tegak * max(0, len(tiers) - 1)
    whole = wide >= least and high <= area.height
    return Fit(scale, centre, width, parts, tiers, (total, high), whole)


def least_width(boxes: Sequence[Box], style: Style, scale: float) -> float:
    """Return the width at which no word is broken, but never more than a full box."""
    widest = max(
        (
            longest_word(part.paragraphs, look, text_size(look, scale)) + 2 * look.jarak
            for box in boxes
            for part in box.parts
            for look in (style.look(part.role),)
        ),
        default=0.0,
    )
    return min(widest, style.pohon.lebar_kotak)


def _widths(
    boxes: Sequence[Box],
    seats: Sequence[Seat],
    centre: Mapping[str, float],
    box: float,
    room: float,
    style: Style,
) -> dict[str, float]:
    """Give every box its width: a box alone in its tier may be wider than the others.

    A connector that passes through the tier takes a seat in it, and so is no less company.
    """
    crowd = Counter(seat.tier for seat in seats)
    widths = {}
    for one in boxes:
        middle = centre[one.key]
        alone = min(style.pohon.lebar_kotak_tunggal, 2 * middle, 2 * (room - middle))
        lonely = crowd[one.tier] == 1 and len(seats) > 1
        widths[one.key] = max(box, alone) if lonely else box
    return widths


def _heights(
    boxes: Sequence[Box], width: Mapping[str, float], style: Style, scale: float
) -> tuple[tuple[tuple[float, ...], ...], tuple[float, ...]]:
    """Return the heights of each tier's parts, and of each tier with its references."""
    count = max((box.tier for box in boxes), default=-1) + 1
    parts: list[list[float]] = [[] for _ in range(count)]
    loose = [0.0] * count
    for box in boxes:
        heights = [part_height(part, width[box.key], style, scale) for part in box.parts]
        if box.reference:
            loose[box.tier] = max(loose[box.tier], sum(heights))
            continue
        row = parts[box.tier]
        row.extend([0.0] * (len(heights) - len(row)))
        row[: len(heights)] = [max(a, b) for a, b in zip(row, heights, strict=False)]
    tiers = tuple(max(sum(row), other) for row, other in zip(parts, loose, strict=True))
    return tuple(tuple(row) for row in parts), tiers


def part_height(part: Part, wide: float, style: Style, scale: float) -> float:
    """Return the height that a part needs in a box of width `wide`."""
    look = style.look(part.role)
    return text_height(part.paragraphs, look, text_size(look, scale), wide)
