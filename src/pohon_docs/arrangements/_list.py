"""A list without codes on its sheet: which table it is, its rows, and what its names look like."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pohon_docs.arrangements._names import Name, level_names, names
from pohon_docs.arrangements._numbering import numbered
from pohon_docs.model import ARAH, KOMPONEN, Level
from pohon_docs.reading import headings
from pohon_docs.reading.header import Header, find_header
from pohon_docs.reading.headings import Column
from pohon_docs.reading.tables import Records, read_table
from pohon_docs.source import Cell, Row, Sheet

COMPONENTS, TREE = "daftar", "daftar_pohon"
_ELSEWHERE = ("identitas", "kemitraan")
_NAME = Column("uraian")
_OF_TEMPLATE = ("kode", "induk")
_TYPED = (*_OF_TEMPLATE, "jenis", "level")
LEVELS = tuple(map(str, Level))
KINDS = tuple(map(str, (*ARAH, *KOMPONEN)))


@dataclass(frozen=True, slots=True)
class Listed:
    """A list: its kind (`daftar` or `daftar_pohon`), its table and its names.

    `levels` are the kinds that its heading or the sheet's name says it holds; `named` tells
    whether the sheet has a name of the template's.
    """

    kind: str
    table: Records
    names: tuple[Name, ...]
    levels: tuple[str, ...]
    named: bool

    @property
    def tree(self) -> bool:
        """Tell whether the list is a performance tree."""
        return self.kind == TREE

    @property
    def typed(self) -> bool:
        """Tell whether a column Jenis or Level says what each row is."""
        fields = {column.field for column in self.table.columns.values()}
        return ("level" if self.tree else "jenis") in fields


def find_list(sheet: Sheet) -> Listed | None:
    """Find a list without codes; None where the sheet is none, or names codes or parents."""
    kind = _kind(sheet)
    head = find_header(sheet, kind) if kind else None
    if kind is None or head is None or not _is_list(head, kind):
        return None
    levels = level_names(_heading(head))
    named = headings.sheet_kind(sheet.name)
    if not levels and named == "arah":
        levels = tuple(map(str, ARAH))
    table = read_table(_folded(sheet, head), kind)
    if table is None:
        return None
    found = names(table.rows, LEVELS if kind == TREE else KINDS)
    return Listed(kind, table, found, levels, named is not None)


def _kind(sheet: Sheet) -> str | None:
    """Tell a tree from a list of components: by the sheet's name, else by its headings."""
    named = headings.sheet_kind(sheet.name)
    if named in _ELSEWHERE:
        return None
    if named is not None:
        return TREE if named == "pohon" else COMPONENTS
    head = find_header(sheet, COMPONENTS)
    heading = _heading(head) if head else ""
    return TREE if not heading or headings.is_own(TREE, "uraian", heading) else COMPONENTS


def _is_list(head: Header, kind: str) -> bool:
    """Tell whether a header has names and what measures them, and neither codes nor parents."""
    fields = {column.field for column in head.columns.values()}
    others = tuple(text for text in head.unknown if text != _heading(head))
    coded = bool(fields & set(_OF_TEMPLATE))
    if "uraian" not in fields or coded or headings.is_foreign(COMPONENTS, others):
        return False
    template = "pohon" if kind == TREE else "program"
    misspelt = any(headings.nearest(template, field, others) for field in _TYPED)
    measured = "indikator" in fields or (
        bool(level_names(_heading(head))) and bool(fields & {"target", "pagu"})
    )
    return measured and not misspelt


def _heading(head: Header) -> str:
    """Return the heading of the names, empty where no column has one."""
    found = (head.seen[number] for number, column in head.columns.items() if column == _NAME)
    return next(found, "")


def _folded(sheet: Sheet, head: Header) -> Sheet:
    """Bring names that are stepped over several columns into the first; each keeps its place."""
    columns = _name_columns(head, sheet)
    if len(columns) == 1:
        return sheet
    top = sheet.rows[: head.body]
    above = (
        replace(row, cells=tuple(cell for cell in row.cells if cell.column not in columns[1:]))
        for row in top
    )
    below = (part for row in sheet.rows[head.body :] for part in _stepped(row, columns))
    return replace(sheet, rows=(*above, *below))


def _name_columns(head: Header, sheet: Sheet) -> tuple[int, ...]:
    """Return the columns that names stand in: those under one heading or under none, in a run."""
    first = next(number for number, column in head.columns.items() if column == _NAME)
    found = [first]
    for number in range(first + 1, max(head.seen) + 1):
        if head.seen.get(number, head.seen[first]) != head.seen[first]:
            break
        found.append(number)
    unheaded = [number for number in found if number not in head.seen]
    beside = any(
        _is_own(cell, row) and row.at(first)
        for row in sheet.rows[head.body :]
        for cell in row.cells
        if cell.column in unheaded
    )
    return tuple(number for number in found if not (beside and number in unheaded))


def _stepped(row: Row, columns: Sequence[int]) -> Iterator[Row]:
    """Yield a row with its name in the first column; one row for each, where it has several."""
    others = tuple(cell for cell in row.cells if cell.column not in columns)
    own = [cell for cell in row.cells if cell.column in columns and _is_own(cell, row)]
    named = _numbered(own)
    for cell in named[:-1]:
        yield Row(row.number, (replace(cell, column=columns[0]),), row.hidden)
    cells = (*others, *(replace(cell, column=columns[0]) for cell in named[-1:]))
    if cells:
        yield replace(row, cells=tuple(sorted(cells, key=lambda cell: cell.column)))


def _is_own(cell: Cell, row: Row) -> bool:
    return (cell.ref.row, cell.ref.column) == (row.number, cell.column)


def _numbered(cells: Sequence[Cell]) -> list[Cell]:
    """Join a number in a column of its own with the name at its right."""
    joined: list[Cell] = []
    number = ""
    for cell in cells:
        token = cell.text.replace(",", ".").strip()
        token = token if token.endswith((".", ")")) else f"{token}."
        if cell is not cells[-1] and numbered(f"{token} x")[0]:
            number = f"{token} "
            continue
        joined.append(replace(cell, text=f"{number}{cell.text}") if number else cell)
        number = ""
    return joined
