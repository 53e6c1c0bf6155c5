"""Levels as columns: each name stands over what hangs below it, in merged or empty cells."""

from collections.abc import Iterator, Mapping, Sequence

from pohon_docs.arrangements._blanks import Continuation, blank_issues
from pohon_docs.arrangements._stages import Stage, Stages
from pohon_docs.issue import Issue
from pohon_docs.reading.fates import Fate, row_fates
from pohon_docs.reading.headings import Column
from pohon_docs.reading.tables import Record
from pohon_docs.source import Cell, Ref, Row, Sheet
from pohon_docs.values import key, one_line


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
        branch.tell(_news(row, branch), row)
    if current:
        current[-1].tell(_cells(row, stages.shared), row)
        current[-1].deepest |= current[-1].row is row


def _news(row: Row, branch: Branch) -> dict[Column, Cell]:
    """Return what a row says of a node: where its name is written again, only what is new."""
    told = _cells(row, branch.stage.own)
    name = row.at(branch.stage.number)
    if branch.row is row or name is None or name.ref.row != row.number:
        return told
    before = {(c, key(cell.text)) for cells in branch.cells for c, cell in cells.items()}
    return {c: cell for c, cell in told.items() if (c, key(cell.text)) not in before}


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
