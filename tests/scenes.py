"""What is asked of every page of a scene: nothing overlaps, spills or leaves the sheet."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from pohon_docs.layout.scene import Page, Panel
from pohon_docs.layout.text import width
from pohon_docs.looks import Sheets
from pohon_docs.styles import POINTS_PER_MM

NEAR = 0.05
_GAP = 10.0
_ASCENT, _DESCENT = 0.905, 0.212


class Rect(NamedTuple):
    """A rectangle, from its top left corner to its bottom right one."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    def overlaps(self, other: "Rect") -> bool:
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > NEAR and down > NEAR

    def holds(self, other: "Rect") -> bool:
        return (
            other.left >= self.left - NEAR
            and other.top >= self.top - NEAR
            and other.right <= self.right + NEAR
            and other.bottom <= self.bottom + NEAR
        )


def around(panels: Iterable[Panel]) -> Rect:
    """Return the rectangle around panels."""
    every = list(panels)
    return Rect(
        min(panel.x for panel in every),
        min(panel.y for panel in every),
        max(panel.right for panel in every),
        max(panel.bottom for panel in every),
    )


def boxes(page: Page) -> dict[str, list[Panel]]:
    """Return the panels of each key, from the top."""
    found: dict[str, list[Panel]] = defaultdict(list)
    for panel in page.panels:
        if panel.key:
            found[panel.key].append(panel)
    return dict(found)


def overlaps(rects: Sequence[tuple[str, Rect]]) -> list[tuple[str, str]]:
    """Return the names of rectangles that share more than an edge."""
    ordered = sorted(rects, key=lambda named: named[1].left)
    found = []
    for number, (name, rect) in enumerate(ordered):
        for other_name, other in ordered[number + 1 :]:
            if other.left > rect.right:
                break
            if rect.overlaps(other):
                found.append((name, other_name))
    return found


def spilled(page: Page) -> list[str]:
    """Return the lines of text that leave their panel, by the font's own measures."""
    found = []
    for panel in page.panels:
        for line in panel.lines:
            left = line.left
            ink = Rect(
                left,
                line.baseline - _ASCENT * line.size,
                left + width(line.text, line.face, line.size),
                # A line is a fifth higher than its text; the font's own descent is 1.7 % more.
                line.baseline + (_DESCENT - 0.02) * line.size,
            )
            if not Rect(panel.x, panel.y, panel.right, panel.bottom).holds(ink):
                found.append(f"{panel.role}: {line.text}")
    return found


def outside(page: Page, sheets: Sheets) -> list[str]:
    """Return what lies outside the margins of a page."""
    sheet = Rect(
        sheets.margin_kiri * POINTS_PER_MM,
        sheets.margin_atas * POINTS_PER_MM,
        page.width - sheets.margin_kanan * POINTS_PER_MM,
        page.height - sheets.margin_bawah * POINTS_PER_MM,
    )
    panels = [panel.role for panel in page.panels if not sheet.holds(around([panel]))]
    points = [(path, x, y) for path in page.paths for x, y in path.points]
    paths = [f"{path.source}-{path.target}" for path, x, y in points if not _on(sheet, x, y)]
    return panels + paths


def _on(sheet: Rect, x: float, y: float) -> bool:
    return sheet.holds(Rect(x, y, x, y))


def legs(page: Page) -> list[tuple[str, str, Rect]]:
    """Return the straight pieces of all connectors, with the boxes that they join."""
    return [
        (path.source, path.target, Rect(min(a, c), min(b, d), max(a, c), max(b, d)))
        for path in page.paths
        for (a, b), (c, d) in pairwise(path.points)
    ]


def filled(page: Page) -> float:
    """Return the share of a page's content that its boxes cover, each with the gap it keeps.

    The content reaches from the heading's rule to the footer, right of the bands' labels.
    """
    rule = max(panel.bottom for panel in page.panels if panel.role == "garis_judul_tipis")
    foot = min(panel.y for panel in page.panels if panel.role == "halaman")
    labels = [panel.right for panel in page.panels if panel.role == "pita_label"]
    edges = [panel for panel in page.panels if panel.role == "garis_judul"]
    left, right = max([*labels, edges[0].x]), edges[0].right
    rects = [around(panels) for panels in boxes(page).values()]
    covered = sum((r.right - r.left + _GAP) * (r.bottom - r.top + _GAP) for r in rects)
    return covered / ((right - left) * (foot - rule))


def crossings(page: Page, rects: dict[str, Rect]) -> list[tuple[str, str]]:
    """Return the connectors that pass through the inside of a box; along its edge is fine."""
    return crossed(legs(page), rects)


def crossed(legs: Sequence[tuple[str, str, Rect]], rects: dict[str, Rect]) -> list[tuple[str, str]]:
    """Return the names of lines that pass through the inside of a rectangle."""
    boxes = sorted(rects.values(), key=lambda rect: rect.left)
    lefts = [box.left for box in boxes]
    widest = max((box.right - box.left for box in boxes), default=0.0)
    found = []
    for source, target, leg in legs:
        first = bisect_left(lefts, leg.left - widest - NEAR)
        last = bisect_right(lefts, leg.right + NEAR)
        if any(_crosses(leg, box) for box in boxes[first:last]):
            found.append((source, target))
    return found


def _crosses(leg: Rect, box: Rect) -> bool:
    across = min(leg.right, box.right) - max(leg.left, box.left)
    down = min(leg.bottom, box.bottom) - max(leg.top, box.top)
    inside_x = box.left + NEAR < leg.right and leg.left < box.right - NEAR
    inside_y = box.top + NEAR < leg.bottom and leg.top < box.bottom - NEAR
    return inside_x and inside_y and max(across, down) > NEAR


def text_of(panels: Iterable[Panel]) -> str:
    """Return what panels say, word by word."""
    return " ".join(line.text for panel in panels for line in panel.lines if line.text)


def said(page: Page, *roles: str) -> list[str]:
    """Return what the panels of some roles say, one text for each panel."""
    found = (panel for panel in page.panels if panel.role.split(".")[0] in roles)
    return [text_of([panel]) for panel in found]
