"""What a document shows, before any format: trees, cards and tables.

A view names roles ("kartu.label"), never looks: a style gives each role its look,
and a writer or the layout applies it.
"""

from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of text; `prefix` stands before it and its lines are indented behind it."""

    text: str
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One field of a box, such as a condition's statement or its indicators."""

    role: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A node of a tree: its parts from the top, the row it stands in and the box above it.

    `reference` marks a small box that stands for a node drawn in full elsewhere.
    """

    key: str
    parts: tuple[Part, ...]
    tier: int
    parent: str | None = None
    reference: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """A level's label beside the tiers `first` to `last` (inclusive)."""

    label: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Tree:
    """One picture of a tree; `bands` is empty for a picture without level labels."""

    name: str
    title: str
    subtitle: str
    boxes: tuple[Box, ...]
    bands: tuple[Band, ...] = ()
    bands_title: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Trees:
    """A document of trees, one after another."""

    title: str
    pages: tuple[Tree, ...]
    draft: str = ""


class Merge(Enum):
    """How a table cell shares its content with the cells above and below it.

    A cell that FLOWs looks like a part of the cell above it, but a page may end between.
    """

    NONE = "none"
    START = "start"
    CONTINUE = "continue"
    FLOW = "flow"


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell: its paragraphs, its role, how many grid columns it spans, how it merges down."""

    text: tuple[str, ...]
    role: str
    columns: int = 1
    merge: Merge = Merge.NONE


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table; `keep` holds it on the page of the row after it.

    `split` marks a row that no page can hold, so that pages must end within it; `begins` one
    before which a long table may be cut into two.
    """

    role: str
    cells: tuple[TableCell, ...]
    keep: bool = False
    split: bool = False
    begins: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: relative column widths, header rows that repeat on every page, body rows.

    `dense` marks one whose columns ask for the style's small text.
    """

    widths: tuple[float, ...]
    header: tuple[TableRow, ...]
    rows: tuple[TableRow, ...]
    dense: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """A component's card: rows of a label and its text; continued as `(lanjutan)` when long."""

    key: str
    role: str
    rows: tuple[tuple[str, tuple[Paragraph, ...]], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A condition's box and the cards of the components that support it."""

    box: Box
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The cards of one tier of a level; `loose` are cards that stand under no condition."""

    band: str
    heading: str
    banner: str
    columns: tuple[Column, ...]
    tables: tuple[Table, ...] = ()
    loose: tuple[Card, ...] = ()


@dataclass(frozen=True, slots=True)
class Cards:
    """A document of cascade cards after its trees; `continued` marks a section's later pages."""

    title: str
    subtitle: str
    trees: tuple[Tree, ...]
    sections: tuple[Section, ...]
    band_title: str
    continued: str
    draft: str = ""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A table that a document lacks since the plan has no data for it; `reason` in Indonesian."""

    table: str
    reason: str
