"""Levels as columns: each name stands over what hangs below it, in merged or empty cells."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pohon_docs.arrangements._blanks import Continuation, blank_issues
from pohon_docs.fates import Fate, row_fates
from pohon_docs.header import Header, find_header
from pohon_docs.headings import Column
from pohon_docs.issue import Issue
from pohon_docs.source import Cell, Ref, Row, Sheet
from pohon_docs.tables import Record
from pohon_docs.values import key, one_line

_CODE = "kode"


@dataclass(frozen=True, slots=True)
class Stage:
    """A level's column: its field, and the columns that tell of its nodes alone."""

    field: str
    number: int
    title: str
    own: Mapping[int, Column]


@dataclass(frozen=True, slots=True)
class Stages:
    """The level columns of a sheet from the left, and the columns that all levels share."""

    head: Header
    stages: tuple[Stage, ...]
    shared: Mapping[int, Column]

    @property
    def known(self) -> frozenset[int]:
        """The columns that are read."""
        own = {number for one in self.stages for number in (one.number, *one.own)}
        return frozenset(own | set(self.shared))

    @property
    def unknown(self) -> tuple[str, ...]:
        """The headings that no field is named by."""
        seen = self.head.seen.items()
        return tuple(text for number, text in seen if text and number not in self.known)

    @property
    def tahun(self) -> frozenset[int]:
        """The years that the headings name."""
        columns = [*self.shared.values(), *(c for one in self.stages for c in one.own.values())]
        return frozenset(column.tahun for column in columns if column.tahun)


class Branch:
    """A node as it stands in its column: its name, its stage, what is above, what it says.

    It is the `deepest` where its row names nothing below it: the shared columns are then its own.
    """

    def __init__(self, stage: Stage, cell: Cell, above: "Branch | None", row: Row) -> None:
        self.stage, self.cell, self.above, self.row = stage, cell, above, row
        self.cells: list[dict[Column, Cell]] = [{}]
        self.rows = [row]
        self.deepest = False
        self.parents: list[Branch] = [above] if above else []

    @property
    def name(self) -> str:
        """The name on one line."""
        return one_line(self.cell.text)

    def tell(self, cells: dict[Column, Cell], row: Row) -> None:
        """Add what a row says of the node; a further row is one more indicator."""
        if row is self.rows[-1]:
            self.cells[-1].update(cells)
        elif cells:
            self.cells.append(cells)
            self.rows.append(row)


def find_stages(sheet: Sheet, kind: str, fields: Sequence[str]) -> Stages | None:
    """Find the header of a sheet whose levels are columns; None where it has none of them."""
    head = find_header(sheet, kind)
    if head is None:
        return None
    named = {number: head.named.get(number) for number in head.seen}
    places = [n for n, column in named.items() if column and column.field in fields]
    if not places or not _hold_names(sheet, head, places):
        return None
    owners = {n: _owner(n, column, places, named) for n, column in named.items() if column}
    stages = []
    for place in places:
        column = named[place]
        assert column is not None
        own = {n: _plain(c) for n, c in named.items() if c and owners.get(n) == place != n}
        stages.append(Stage(column.field, place, head.seen[place], own))
    shared = {n: c for n, c in named.items() if c and owners[n] is None}
    return Stages(head, tuple(stages), shared)


def _hold_names(sheet: Sheet, head: Header, places: Sequence[int]) -> bool:
    """Tell whether level columns hold names, and not the parts of a code; an empty table may."""
    below = [cell for row in sheet.rows[head.body :] for cell in row.cells if cell.column in places]
    return not below or any(any(map(str.isalpha, cell.text)) for cell in below)


def _owner(
    number: int, column: Column, places: Sequence[int], named: Mapping[int, Column | None]
) -> int | None:
    """Return the level column that a column belongs to, None for one that all share.

    `Indikator Program` belongs to the column of programs, `Kode` to the name at its right;
    else a column belongs to the level at its left where levels have columns between them.
    """
    if number in places:
        return number
    _, _, suffix = column.field.partition("_dari_")
    told = next((n for n in places if (c := named[n]) and c.field == suffix), None)
    if told is not None:
        return told
    if column.field == _CODE and number + 1 in places:
        return number + 1
    left = [place for place in places if place < number]
    between = any(
        n not in places and c and c.field != _CODE and places[0] < n < places[-1]
        for n, c in named.items()
    )
    return left[-1] if left and between else None


def _plain(column: Column) -> Column:
    """Return a column without the level that its heading names."""
    return Column(column.field.partition("_dari_")[0], column.tahun)


def branches(sheet: Sheet, stages: Stages) -> tuple[list[Branch], tuple[Issue, ...]]:
    """Read every node of a sheet from the top, with what its rows say of it."""
    found: list[Branch] = []
    current: list[Branch] = []
    continued: list[Continuation] = []
    for row in _rows(sheet, stages, Fate.RECORD):
        fresh = _fresh(row, stages, current)
        before = current
        for stage, cell in fresh:
            depth = stages.stages.index(stage)
            kept = [one for one in current if stages.stages.index(one.stage) < depth]
            branch = Branch(stage, cell, kept[-1] if kept else None, row)
            found.append(branch)
            current = [*kept, branch]
        continued += _continued(row, stages, before, current, fresh)
        _tell(row, stages, current)
    return found, blank_issues(continued)


def fates(sheet: Sheet, stages: Stages) -> dict[int, Fate]:
    """Tell what every row of the sheet is."""
    return row_fates(sheet, stages.head, stages.known)


def totals(sheet: Sheet, stages: Stages) -> tuple[Record, ...]:
    """Return the rows of totals."""
    rows = _rows(sheet, stages, Fate.TOTAL)
    return tuple(Record(r.number, _cells(r, stages.shared), place(sheet, r)) for r in rows)


def _rows(sheet: Sheet, stages: Stages, fate: Fate) -> Iterator[Row]:
    """Yield the rows of one fate."""
    found = fates(sheet, stages)
    return (row for row in sheet.rows if found[row.number] is fate)


def place(sheet: Sheet, row: Row) -> Ref:
    """Return the place of a row."""
    return Ref(sheet.ref.book, sheet.name, row.number, 1)


def _fresh(row: Row, stages: Stages, current: Sequence[Branch]) -> list[tuple[Stage, Cell]]:
    """Return the names that a row begins; one written again under the same name goes on."""
    names = {one.stage.number: key(one.name) for one in current}
    begun: list[tuple[Stage, Cell]] = []
    for stage in stages.stages:
        cell = row.at(stage.number)
        if cell is None or cell.ref.row != row.number or cell.ref.column != stage.number:
            continue
        if begun or names.get(stage.number) != key(cell.text):
            begun.append((stage, cell))
    return begun


def _tell(row: Row, stages: Stages, current: Sequence[Branch]) -> None:
    """Give each node on the way down its own cells, and the deepest those that all share."""
    for branch in current:
        branch.tell(_cells(row, branch.stage.own), row)
    if current:
        current[-1].tell(_cells(row, stages.shared), row)
        current[-1].deepest |= current[-1].row is row


def _cells(row: Row, columns: Mapping[int, Column]) -> dict[Column, Cell]:
    """Return what is written in a row's own cells of some columns."""
    found = ((columns[cell.column], cell) for cell in row.cells if cell.column in columns)
    return {column: cell for column, cell in found if cell.ref.row == row.number}


def _continued(
    row: Row,
    stages: Stages,
    before: Sequence[Branch],
    current: Sequence[Branch],
    fresh: Sequence[tuple[Stage, Cell]],
) -> Iterator[Continuation]:
    """Yield the names above that a row tells more of, or begins a lower name under."""
    first = stages.stages.index(fresh[0][0]) if fresh else len(stages.stages)
    begun = {stage.number for stage, _ in fresh}
    for branch in (one for one in current if one in before and one.stage.number not in begun):
        above = stages.stages.index(branch.stage) < first and bool(fresh)
        shared = branch is current[-1] and bool(_cells(row, stages.shared))
        if above or shared or _cells(row, branch.stage.own):
            number = branch.stage.number
            ref = branch.cell.ref._replace(row=row.number, column=number)
            beside = fresh[0][1] if above else None
            yield Continuation(ref, branch.name, row.at(number) is not None, beside)
    named = {one.stage.number for one in current}
    for stage in stages.stages:
        if stage.number not in named and (told := _cells(row, stage.own)):
            ref = next(iter(told.values())).ref._replace(column=stage.number)
            yield Continuation(ref, "", covered=False)
