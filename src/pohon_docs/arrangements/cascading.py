"""The cascading form: the levels of the tree as columns, indicators beside each."""

import re
from collections.abc import Mapping

from pohon_docs.arrangements import Arrangement, Part
from pohon_docs.arrangements._aims import stated
from pohon_docs.arrangements._grown import coded, records, uncoded
from pohon_docs.arrangements._levels import Branch, branches, fates
from pohon_docs.arrangements._stages import Stages, find_stages
from pohon_docs.issue import Issue, Severity
from pohon_docs.model import Level
from pohon_docs.reading.fates import fate_issues
from pohon_docs.reading.headings import Column
from pohon_docs.reading.tables import notes
from pohon_docs.source import Cell, Sheet
from pohon_docs.values import key

_KIND = "cascading"
_LEVELS = {str(level): level.capitalize() for level in Level}
_LEAST_LEVELS = 3
_CODED = re.compile(r"^([A-Z]{1,3}\d*(?:\.\d+)*)\s*(?:[.:–—-]|\s-)\s+(\S.*)$", re.DOTALL)
_NOT = frozenset(
    {"kode_program", "uraian", "pagu", "realisasi", "sasaran", "sasaran_pd", "lokasi", "catatan"}
)
"""Fields that a condition of the tree doesn't have."""
_INDICATOR = Column("indikator")


def claims(sheet: Sheet) -> bool:
    """Tell whether at least three levels of the tree are columns."""
    stages = find_stages(sheet, _KIND, tuple(_LEVELS))
    return stages is not None and len({one.field for one in stages.stages}) >= _LEAST_LEVELS


def read(sheet: Sheet) -> Part:
    """Read the tree; a node that stands again in another branch is one with several parents."""
    stages = find_stages(sheet, _KIND, tuple(_LEVELS))
    if stages is None:
        return Part()
    found, issues = branches(sheet, stages)
    kept, shared = _merged(found)
    codes = coded(kept, _written, lambda one, _: one.stage.field[0].upper())
    rows = tuple(records(kept, lambda one: _node(one, codes), sheet, stages))
    unread = (*stages.unknown, *_unused(stages))
    became = fates(sheet, stages)
    said = (
        *issues,
        *uncoded(kept, _written),
        *map(_said_again, shared),
        *notes(sheet, stages.head, unread),
    )
    said = (*said, *fate_issues(sheet, stages.head, became))
    return Part({"pohon": rows}, said, stages.tahun, fates=became)


def _unused(stages: Stages) -> tuple[str, ...]:
    """Return the headings of what a condition of the tree has none of, such as money."""
    named = stages.head.named.items()
    return tuple(stages.head.seen[number] for number, column in named if column.field in _NOT)


def _merged(found: list[Branch]) -> tuple[list[Branch], list[Branch]]:
    """Join nodes of one level, wording and indicators; return those kept and those joined."""
    first: dict[tuple[str, str, str], Branch] = {}
    joined: dict[int, Branch] = {}
    kept: list[Branch] = []
    for one in found:
        one.parents = [joined.get(id(above), above) for above in one.parents]
        measure = one.cells[0].get(_INDICATOR)
        same = (one.stage.field, key(one.name), key(measure.text) if measure else "")
        before = first.setdefault(same, one)
        if before is one or before in _above(one):
            kept.append(one)
        else:
            joined[id(one)] = before
            before.parents += [above for above in one.parents if above not in before.parents]
    return kept, [one for one in found if id(one) in joined]


def _above(one: Branch) -> list[Branch]:
    """Return the nodes that stand over one, from the nearest."""
    found = []
    while one.above is not None:
        one = one.above
        found.append(one)
    return found


def _written(one: Branch) -> Cell | None:
    """Return the code in its own column, or before the name."""
    own = one.cells[0].get(Column("kode"))
    coded_name = _CODED.match(one.name)
    return own or (stated(one.cell, coded_name[1]) if coded_name else None)


def _node(one: Branch, codes: Mapping[int, str]) -> dict[Column, Cell]:
    """Return what follows of a node from its column: its code, level and parents."""
    code = _written(one) or stated(one.cell, codes[id(one)])
    coded_name = _CODED.match(one.name)
    cells = {
        Column("kode"): code,
        Column("level"): stated(one.cell, _LEVELS[one.stage.field]),
        Column("uraian"): stated(one.cell, coded_name[2]) if coded_name else one.cell,
    }
    if one.parents:
        above = "; ".join(codes[id(parent)] for parent in one.parents)
        cells[Column("induk")] = stated(one.parents[0].cell, above)
    return cells


def _said_again(one: Branch) -> Issue:
    return Issue(
        "SUSUN-02",
        Severity.SARAN,
        f'"{one.name}" tertulis lagi di cabang lain; dibaca sebagai satu simpul dengan dua induk',
        one.cell.ref,
        "Bedakan kalimatnya bila keduanya simpul yang berbeda.",
    )


ARRANGEMENT = Arrangement(
    name="cascading",
    title="Bentuk cascading: Strategis, Urusan, Taktikal, dan Operasional sebagai kolom",
    claims=claims,
    read=read,
)
