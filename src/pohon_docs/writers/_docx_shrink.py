"""A page shrunk to what Word can hold: no side of a page is longer than 22 inches."""

from dataclasses import replace

from pohon_docs.layout.scene import Page, Panel, Path, Text

LARGEST = 1584.0
"""The longest side of a page in Word, in points."""


def factor(page: Page) -> float:
    """Return by how much a page must shrink, 1.0 where it fits."""
    return min(1.0, LARGEST / max(page.width, page.height))


def scaled(page: Page, by: float) -> Page:
    """Return a page with all its measures times `by`."""
    if by == 1.0:
        return page
    return replace(
        page,
        width=page.width * by,
        height=page.height * by,
        panels=tuple(_panel(panel, by) for panel in page.panels),
        paths=tuple(_path(path, by) for path in page.paths),
        links=tuple(
            replace(
                link,
                x=link.x * by,
                y=link.y * by,
                width=link.width * by,
                height=link.height * by,
            )
            for link in page.links
        ),
    )


def _panel(panel: Panel, by: float) -> Panel:
    return replace(
        panel,
        x=panel.x * by,
        y=panel.y * by,
        width=panel.width * by,
        height=panel.height * by,
        stroke_width=panel.stroke_width * by,
        radius=panel.radius * by,
        padding=panel.padding * by,
        lines=tuple(_text(text, by) for text in panel.lines),
    )


def _text(text: Text, by: float) -> Text:
    return replace(
        text,
        x=text.x * by,
        baseline=text.baseline * by,
        size=text.size * by,
        width=text.width * by,
    )


def _path(path: Path, by: float) -> Path:
    points = tuple((x * by, y * by) for x, y in path.points)
    return replace(path, points=points, stroke_width=path.stroke_width * by)
