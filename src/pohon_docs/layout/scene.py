"""The scene: pages of placed panels and paths, all measures in points, y downwards.

Every writer of pictures draws these values and decides nothing.
"""

from dataclasses import dataclass
from enum import StrEnum


class Face(StrEnum):
    """A face of the bundled font."""

    REGULAR = "regular"
    BOLD = "bold"
    ITALIC = "italic"


class Anchor(StrEnum):
    """Which point of a line of text its `x` is."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text on a baseline; `width` is its measured width, `size` in points.

    `joint` stands between it and the text before it in its panel: a line break where a
    paragraph begins, a blank where one was wrapped, nothing where a word was broken.
    """

    x: float
    baseline: float
    text: str
    face: Face
    size: float
    colour: str
    width: float
    anchor: Anchor = Anchor.START
    joint: str = "\n"

    @property
    def left(self) -> float:
        """The x of the line's first glyph."""
        share = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}[self.anchor]
        return self.x - self.width * share

    def at(self, x: float, baseline: float) -> "Text":
        """Return the same line at another place, sooner made than by `replace`."""
        look = (self.text, self.face, self.size, self.colour, self.width)
        return Text(x, baseline, *look, self.anchor, self.joint)


@dataclass(frozen=True, slots=True)
class Panel:
    """A rectangle with its lines of text; a box of the tree is one panel for each of its parts.

    `key` names what it belongs to ("" for decoration); `fill` and `stroke` are #rrggbb or "";
    `padding` is how far its text was kept from its edges.
    """

    x: float
    y: float
    width: float
    height: float
    role: str
    key: str = ""
    fill: str = ""
    stroke: str = ""
    stroke_width: float = 0.0
    radius: float = 0.0
    dashed: bool = False
    padding: float = 0.0
    lines: tuple[Text, ...] = ()

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the bottom edge."""
        return self.y + self.height

    @property
    def text(self) -> str:
        """What its lines say, put together as their author wrote it, a line a paragraph."""
        return "".join(line.joint + line.text for line in self.lines).removeprefix("\n")


@dataclass(frozen=True, slots=True)
class Path:
    """A polyline, such as the connector from the box `source` to the box `target`."""

    points: tuple[tuple[float, float], ...]
    stroke: str
    stroke_width: float
    source: str = ""
    target: str = ""
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the document's outline that leads to a page at height `y`."""

    title: str
    depth: int
    y: float


@dataclass(frozen=True, slots=True)
class Link:
    """A rectangle of a page that leads to page `page` of the scene (0 is the first), height `top`.

    `text` says where it leads, for those who can't see the rectangle.
    """

    x: float
    y: float
    width: float
    height: float
    page: int
    top: float
    text: str


@dataclass(frozen=True, slots=True)
class Tag:
    """A part of a page's structure, in reading order: a PDF role such as `H1`, `L`, `LI`, `TD`.

    Its content is the text of the page's panels at the places `panels`; of a `Figure` it is
    the page's paths, in whose stead `alt` is read out. `scope` says whether a `TH` heads its
    `Row` or its `Column`; `rows` how many rows a cell takes.
    """

    role: str
    panels: tuple[int, ...] = ()
    alt: str = ""
    below: tuple["Tag", ...] = ()
    scope: str = ""
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its size, what is drawn on it in drawing order, its outline, links and structure."""

    name: str
    width: float
    height: float
    panels: tuple[Panel, ...]
    paths: tuple[Path, ...] = ()
    bookmarks: tuple[Bookmark, ...] = ()
    links: tuple[Link, ...] = ()
    tags: tuple[Tag, ...] = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """A whole document of placed pages."""

    title: str
    pages: tuple[Page, ...]
