"""The nodes of a sheet whose levels are columns, as records: their codes, cells and columns."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from pohon_docs.arrangements._levels import Branch, place
from pohon_docs.arrangements._stages import Stage, Stages
from pohon_docs.issue import Issue, Severity
from pohon_docs.reading.headed import CODE
from pohon_docs.reading.headings import Column
from pohon_docs.reading.tables import Record
from pohon_docs.source import Cell, Columns, Sheet


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


def uncoded(found: Sequence[Branch], written: Callable[[Branch], Cell | None]) -> Iterator[Issue]:
    """Find the nodes without code where most of their like have one."""
    coded_stages = {one.stage.number for one in found if written(one)}
    alike = [one for one in found if one.stage.number in coded_stages or _code_column(one.stage)]
    empty = [one for one in alike if written(one) is None]
    if len(empty) * 2 < len(alike):
        for one in empty:
            column = _code_column(one.stage) or one.cell.ref.column
            yield Issue(
                "SUSUN-13",
                Severity.PERINGATAN,
                f'"{one.name}" belum berkode, padahal yang lain berkode; diberi kode sementara',
                one.cell.ref._replace(row=one.row.number, column=column),
                "Tulis kodenya.",
            )


def _code_column(stage: Stage) -> int:
    """Return the number of the column of a level's codes, 0 where it has none."""
    return next((number for number, column in stage.own.items() if column == CODE), 0)
