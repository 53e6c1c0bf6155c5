"""What a workbook of ours shows, before any format: sheets of cells that name their roles."""

from dataclasses import dataclass
from urllib.parse import quote

from pohon_docs.source import Ref


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell: a text or a whole number, its role, its link, the note at it, its choices.

    `link` is the address of a file beside the workbook and a place in it, as in
    `rencana%20a.xlsx#'Tujuan'!F17`.
    """

    value: str | int
    role: str
    link: str = ""
    note: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column: its width in letters, the role of its empty cells, the words to choose from."""

    width: float
    role: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet: its columns and its rows from the first.

    `header` is the number of the row that names the columns: it is repeated on every printed
    page, stays in sight where `frozen`, and has buttons to filter by where `filtered`. The
    first `fixed` columns stay in sight, too, and stand on every page: such a sheet is printed
    over as many pages side by side as it needs.
    """

    name: str
    columns: tuple[GridColumn, ...]
    rows: tuple[tuple[GridCell, ...], ...]
    header: int
    frozen: bool = True
    filtered: bool = False
    fixed: int = 0


@dataclass(frozen=True, slots=True)
class Grids:
    """A workbook: its title, its sheets, and the words of the printed footer.

    `footer` has the fields `{nomor}` and `{jumlah}` for the page's number and the count.
    """

    title: str
    footer: str
    sheets: tuple[Grid, ...]


def link(ref: Ref, file: str) -> str:
    """Return where a cell that names another leads; nowhere without a file or a cell.

    The file's name is written as in an address, since it may hold a `#` of its own.
    """
    if not ref.row or not file:
        return ""
    name = ref.sheet.replace("'", "''")
    return f"{quote(file)}#'{name}'!{ref.cell}"
