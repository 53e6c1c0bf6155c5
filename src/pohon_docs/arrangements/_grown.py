"""The nodes of a sheet whose levels are columns, as records: their codes, cells and columns."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from pohon_docs.arrangements._levels import Branch, Stage, Stages, place
from pohon_docs.headings import Column
from pohon_docs.source import Cell, Columns, Sheet
from pohon_docs.tables import Record


def records(
    found: Sequence[Branch],
    cells: Callable[[Branch], dict[Column, Cell]],
    sheet: Sheet,
    stages: Stages,
) -> Iterator[Record]:
    """Yield the records of nodes: the first with what `cells` adds, the rest more indicators."""
    alone = {stage.number: _columns(stage, {}) for stage in stages.stages}
    whole = {stage.number: _columns(stage, stages.shared) for stage in stages.stages}
    for branch in found:
        columns = (whole if branch.deepest else alone)[branch.stage.number]
        own = {**branch.cells[0], **cells(branch)}
        yield Record(branch.row.number, own, branch.cell.ref, columns=columns)
        for said, row in zip(branch.cells[1:], branch.rows[1:], strict=True):
            yield Record(row.number, said, place(sheet, row), columns=columns)


def coded(
    found: Sequence[Branch],
    written: Callable[[Branch], Cell | None],
    prefix: Callable[[Branch, Mapping[int, str]], str],
) -> dict[int, str]:
    """Return every node's code by its identity: the one written, else a prefix and a number."""
    counts: dict[str, int] = {}
    codes: dict[int, str] = {}
    for branch in found:
        cell = written(branch)
        before = prefix(branch, codes)
        if cell is None:
            counts[before] = counts.get(before, 0) + 1
        codes[id(branch)] = cell.text if cell else f"{before}{counts[before]}"
    return codes


def _columns(stage: Stage, shared: Mapping[int, Column]) -> Columns:
    """Return where the columns stand that tell of a level's nodes."""
    numbers = {**shared, **stage.own, stage.number: Column("uraian")}
    return {column: number for number, column in numbers.items()}
