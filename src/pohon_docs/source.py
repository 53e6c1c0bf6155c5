"""Where a value came from: the cells of a workbook, each with its place.

This module knows no file format; `workbook.py` fills these values, and
everything later carries a `Ref` so that a finding can name its cell.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import NamedTuple, TypeAlias

Value: TypeAlias = str | Decimal | bool | date | None

_LETTERS = 26


def column_name(column: int) -> str:
    """Name a 1-based column as Excel does (1 is A, 27 is AA)."""
    name = ""
    while column > 0:
        column, rest = divmod(column - 1, _LETTERS)
        name = chr(ord("A") + rest) + name
    return name


class Ref(NamedTuple):
    """A place: a workbook, a sheet of it, or a cell (row and column are 1-based, 0 is none)."""

    book: str
    sheet: str = ""
    row: int = 0
    column: int = 0

    def __str__(self) -> str:
        if not self.sheet:
            return self.book
        if not self.row:
            return f"{self.book} › {self.sheet}"
        return f"{self.book} › {self.sheet}!{self.cell}"

    @property
    def cell(self) -> str:
        """The address within the sheet, such as D17."""
        return f"{column_name(self.column)}{self.row}"

    def beside(self, field: tuple[str, int | None], columns: "Columns") -> "Ref":
        """Return the cell of this row under the column of a field, itself where there is none."""
        return self._replace(column=columns.get(field, self.column))


@dataclass(frozen=True, slots=True)
class Marks:
    """How a cell is set apart by its look: bold, its fill as rrggbb ("" is none), its indent."""

    bold: bool = False
    fill: str = ""
    indent: int = 0


PLAIN = Marks()

Columns: TypeAlias = Mapping[tuple[str, int | None], int]
"""Where the columns of a table stand, by what they hold: a field, of a year where it is one."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's value, its text as a reader of the sheet sees it, its place and its look.

    `column` is where the cell stands, `ref` where its value was written: for a
    cell covered by a merged area that is the area's top-left cell.
    """

    column: int
    text: str
    value: Value
    ref: Ref = field(compare=False)
    merged: bool = False
    marks: Marks = field(default=PLAIN, compare=False)


@dataclass(frozen=True, slots=True)
class Row:
    """The non-empty cells of one row, by rising column."""

    number: int
    cells: tuple[Cell, ...]
    hidden: bool = False

    def at(self, column: int) -> Cell | None:
        """Return the cell in `column`, or None where the sheet has none."""
        return next((cell for cell in self.cells if cell.column == column), None)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A visible sheet: its rows that hold anything, by rising number.

    `tahun_awal` is the first year of the book's period where it is known: what a heading
    such as `Tahun-1` means.
    """

    name: str
    rows: tuple[Row, ...]
    ref: Ref = field(compare=False)
    hidden_columns: tuple[int, ...] = ()
    tahun_awal: int = 0


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook: its sheets in their order."""

    name: str
    sheets: tuple[Sheet, ...]

    @property
    def ref(self) -> Ref:
        """The place of the workbook itself."""
        return Ref(self.name)
