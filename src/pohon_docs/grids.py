"""What a workbook of ours shows, before any format: sheets of cells that name their roles."""

from dataclasses import dataclass


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
    page, stays in sight where `frozen`, and has buttons to filter by where `filtered`.
    """

    name: str
    columns: tuple[GridColumn, ...]
    rows: tuple[tuple[GridCell, ...], ...]
    header: int
    frozen: bool = True
    filtered: bool = False


@dataclass(frozen=True, slots=True)
class Grids:
    """A workbook: its title, its sheets, and the words of the printed footer.

    `footer` has the fields `{nomor}` and `{jumlah}` for the page's number and the count.
    """

    title: str
    footer: str
    sheets: tuple[Grid, ...]
