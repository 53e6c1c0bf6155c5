"""A page's structure for PDF: the scene's tags as elements, tied to marks in the content.

ISO 32000-1, 14.7 and 14.8: the text that an element holds stands between `BDC` and `EMC`
under a number of its page. Everything else that is drawn is an artifact.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from pohon_docs.layout.scene import Link, Page, Tag

ARTIFACT = "/Artifact BMC"
FIGURE = "Figure"


@dataclass(frozen=True, slots=True)
class Element:
    """An element of a page's structure: its tag, the number of its parent, its marks.

    `parent` is -1 for an element at the top; `link` is the link whose rectangle it holds.
    """

    tag: Tag
    parent: int
    marks: tuple[int, ...] = ()
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class Structure:
    """A page's elements in reading order, and the marks of its panels and of its paths."""

    elements: tuple[Element, ...]
    panels: Mapping[int, str]
    paths: str

    @property
    def holders(self) -> list[int]:
        """The element that holds each mark, in the order of the marks."""
        return [at for at, element in enumerate(self.elements) for _ in element.marks]


def structure(page: Page) -> Structure:
    """Return the structure of a page; a panel without text needs no mark."""
    elements: list[Element] = []
    panels: dict[int, str] = {}
    paths = ARTIFACT
    count = 0
    for tag, parent in _walked(page):
        held = [at for at in tag.panels if page.panels[at].text]
        panels.update((at, _mark(tag, mark)) for mark, at in enumerate(held, count))
        if tag.role == FIGURE:
            paths = _mark(tag, count)
        marks = range(count, count + len(held) + (tag.role == FIGURE))
        elements.append(Element(tag, parent, tuple(marks)))
        count = marks.stop
    for link in page.links:
        paragraph = len(elements)
        elements += (
            Element(Tag("P"), -1),
            Element(Tag("Link", alt=link.text), paragraph, (), link),
        )
    return Structure(tuple(elements), panels, paths)


def _walked(page: Page) -> Iterator[tuple[Tag, int]]:
    """Yield the page's tags, each before those below it, with the number of its parent."""
    waiting = [(tag, -1) for tag in reversed(page.tags)]
    number = 0
    while waiting:
        tag, parent = waiting.pop()
        yield tag, parent
        waiting.extend((below, number) for below in reversed(tag.below))
        number += 1


def _mark(tag: Tag, number: int) -> str:
    return f"/{tag.role} <</MCID {number}>> BDC"


class Marker:
    """Opens and closes marked content in the page that a canvas draws."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._open = ""

    def begin(self, mark: str) -> None:
        """Let what is drawn from now on stand under `mark`; artifacts join each other."""
        if mark != self._open:
            self.end()
            self._canvas.addLiteral(mark)
            self._open = mark

    def end(self) -> None:
        """Close what is open."""
        if self._open:
            self._canvas.addLiteral("EMC")
            self._open = ""
