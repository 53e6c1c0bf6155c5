"""What a table shows: its header, its rows, its cells and how they merge."""

from dataclasses import dataclass
from enum import Enum


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
