"""The rows of a list whose levels are known become records in the template's fields."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from pohon_docs.arrangements._aims import stated
from pohon_docs.arrangements._list import KINDS, Listed
from pohon_docs.arrangements._rungs import Placed
from pohon_docs.arrangements._sentence import level_name
from pohon_docs.issue import Issue, Severity
from pohon_docs.reading.headings import Column
from pohon_docs.reading.tables import Record
from pohon_docs.source import Cell
from pohon_docs.values import key

_AIMS, _COMPONENTS = frozenset(KINDS[:2]), frozenset(KINDS[2:])
_PREFIXES = {"tujuan": "TJ", "sasaran": "SS", "program": "P", "kegiatan": "K", "sub_kegiatan": "S"}
_UNKNOWN_LEVEL = "K"
_NAME = Column("uraian")


class Branch:
    """A name with its code, and the names that it hangs under."""

    def __init__(self, one: Placed, above: "Branch | None") -> None:
        self.one = one
        self.code = ""
        self.parents = [above] if above else []

    @property
    def cell(self) -> Cell:
        """The cell of the name."""
        return self.one.name.cell


def branches(found: Sequence[Placed]) -> list[Branch]:
    """Hang every name under the nearest one above it that stands less deep."""
    trail: list[Branch] = []
    grown = []
    for one in found:
        trail = [branch for branch in trail if branch.one.depth < one.depth]
        trail.append(Branch(one, trail[-1] if trail else None))
        grown.append(trail[-1])
    return grown


def components(listed: Listed, found: Sequence[Placed]) -> dict[str, tuple[Record, ...]]:
    """Return the records of tujuan and sasaran (`arah`) and of components (`program`)."""
    grown = branches(found)
    _number(grown, _component_prefix)
    by_row = {id(branch.one.name.record): branch for branch in grown}
    records: dict[str, list[Record]] = {"arah": [], "program": []}
    statements = {id(name.record): name.cell for name in listed.names if name.statement}
    kind = "program"
    for record in listed.table.rows:
        branch, statement = by_row.get(id(record)), statements.get(id(record))
        more = {_NAME: statement} if statement else {}
        if branch is not None:
            kind = "arah" if branch.one.tingkat in _AIMS else "program"
            more = _component(branch)
        records[kind].append(replace(record, cells={**record.cells, **more}))
    return {kind: tuple(rows) for kind, rows in records.items() if rows}


def _component(branch: Branch) -> dict[Column, Cell]:
    """Return what follows of a component from its place: its code, kind, parent, sasaran."""
    one, cell = branch.one, branch.cell
    cells = {
        Column("kode"): stated(cell, branch.code),
        Column("jenis"): stated(cell, level_name(one.tingkat)),
        _NAME: cell,
    }
    above = branch.parents[0] if branch.parents else None
    if above is None:
        return cells
    said = stated(above.cell, above.code)
    if (above.one.tingkat in _AIMS) == (one.tingkat in _AIMS):
        cells[Column("induk")] = said
    elif above.one.tingkat == "sasaran" and not one.name.record.cell("sasaran_pd"):
        cells[Column("sasaran_pd")] = said
    return cells


def _component_prefix(branch: Branch) -> str:
    prefix = _PREFIXES[branch.one.tingkat]
    above = branch.parents[0] if branch.parents else None
    below = branch.one.tingkat in _COMPONENTS and above and above.one.tingkat in _COMPONENTS
    return f"{above.code}.{prefix}" if above and below else prefix


def _condition_prefix(branch: Branch) -> str:
    return branch.one.tingkat[:1].upper() or _UNKNOWN_LEVEL


def _number(grown: Sequence[Branch], prefix: Callable[[Branch], str]) -> None:
    """Give every name a code: what it begins with, and its number among those that begin so."""
    counts: dict[str, int] = {}
    for branch in grown:
        before = prefix(branch)
        counts[before] = counts.get(before, 0) + 1
        branch.code = f"{before}{counts[before]}"


def conditions(
    listed: Listed, found: Sequence[Placed]
) -> tuple[tuple[Record, ...], tuple[Issue, ...]]:
    """Return the records of a tree; a name that stands again is one node with two parents."""
    grown = branches(found)
    above, below = _told(listed, grown)
    kept, again = _joined(grown, below)
    _number(kept, _condition_prefix)
    lacking = frozenset() if all(one.tingkat for one in found) else frozenset({"level"})
    rows = list(above)
    for branch in kept:
        head, *more = below[id(branch)]
        cells = {**head.cells, **_condition(branch)}
        rows += [replace(head, cells=cells, lacking=lacking), *more]
    return tuple(rows), tuple(_said_again(branch) for branch in again)


def _told(listed: Listed, grown: Sequence[Branch]) -> tuple[list[Record], dict[int, list[Record]]]:
    """Return the rows above every name, and by a name's identity its row and those below it."""
    by_row = {id(branch.one.name.record): branch for branch in grown}
    above: list[Record] = []
    below: dict[int, list[Record]] = {}
    rows = above
    for record in listed.table.rows:
        if branch := by_row.get(id(record)):
            rows = below[id(branch)] = []
        rows.append(record)
    return above, below


def _joined(
    grown: Sequence[Branch], rows: Mapping[int, Sequence[Record]]
) -> tuple[list[Branch], list[Branch]]:
    """Join names of one level, wording and indicators in several branches; return both sorts."""
    first: dict[tuple[str, ...], Branch] = {}
    joined: dict[int, Branch] = {}
    kept = []
    for branch in grown:
        branch.parents = [joined.get(id(above), above) for above in branch.parents]
        measures = (key(record.text("indikator")) for record in rows[id(branch)])
        same = (branch.one.tingkat, key(branch.cell.text), *measures)
        before = first.setdefault(same, branch)
        if before is branch or set(before.parents) & {branch, *branch.parents}:
            kept.append(branch)
        else:
            joined[id(branch)] = before
            before.parents += branch.parents
    return kept, [branch for branch in grown if id(branch) in joined]


def _condition(branch: Branch) -> dict[Column, Cell]:
    """Return what follows of a condition from its place: its code, level and parents."""
    cell = branch.cell
    cells = {Column("kode"): stated(cell, branch.code), _NAME: cell}
    if branch.one.tingkat and not branch.one.name.record.cell("level"):
        cells[Column("level")] = stated(cell, level_name(branch.one.tingkat))
    if branch.parents:
        codes = "; ".join(above.code for above in branch.parents)
        cells[Column("induk")] = stated(branch.parents[0].cell, codes)
    return cells


def _said_again(branch: Branch) -> Issue:
    return Issue(
        "SUSUN-02",
        Severity.SARAN,
        f'"{branch.cell.text}" tertulis lagi di cabang lain; dibaca sebagai satu simpul dengan '
        "dua induk",
        branch.cell.ref,
        "Bedakan kalimatnya bila keduanya simpul yang berbeda.",
    )
