"""The wide merged form: tujuan, sasaran, program, kegiatan and sub kegiatan as columns."""

from collections.abc import Mapping

from pohon_docs.arrangements import Arrangement, Part
from pohon_docs.arrangements._aims import stated
from pohon_docs.arrangements._grown import coded, records, uncoded
from pohon_docs.arrangements._levels import Branch, branches, fates, totals
from pohon_docs.arrangements._stages import find_stages
from pohon_docs.codes import official
from pohon_docs.reading import headings
from pohon_docs.reading.fates import fate_issues
from pohon_docs.reading.headings import Column
from pohon_docs.reading.tables import notes
from pohon_docs.source import Cell, Sheet
from pohon_docs.values import code_and_name

_KIND = "lebar"
_AIMS = {"tujuan": "TJ", "sasaran_induk": "SS"}
_COMPONENTS = {"program": "P", "kegiatan": "K", "sub_kegiatan": "S"}
_NAMES = {
    "tujuan": "Tujuan",
    "sasaran_induk": "Sasaran",
    "program": "Program",
    "kegiatan": "Kegiatan",
    "sub_kegiatan": "Sub Kegiatan",
}
_LEAST_COMPONENTS = 2
_LEAST_STAGES = 3
_DASH = " -–—:."


def claims(sheet: Sheet) -> bool:
    """Tell whether levels are columns: three, two of them of components; or tujuan and sasaran.

    The latter is the table of goals (Tabel 3.1, T-C.25), which has targets and no programs.
    """
    stages = find_stages(sheet, _KIND, tuple(_NAMES))
    if stages is None:
        return False
    fields = {stage.field for stage in stages.stages}
    if fields == set(_AIMS):
        others = {column.field for column in stages.head.columns.values()}
        goals = {"indikator", "target"} <= others and not others & {"kode", "uraian", "pagu"}
        return goals and not any(map(_is_staircase, stages.unknown))
    return len(fields) >= _LEAST_STAGES and len(fields & set(_COMPONENTS)) >= _LEAST_COMPONENTS


def _is_staircase(heading: str) -> bool:
    column = headings.column("tangga", (heading,))
    return column is not None and column.field == "tangga"


def read(sheet: Sheet) -> Part:
    """Read a wide table into tujuan, sasaran and components."""
    stages = find_stages(sheet, _KIND, tuple(_NAMES))
    if stages is None:
        return Part()
    found, issues = branches(sheet, stages)
    codes = coded(found, _written, _prefix)
    aims = [one for one in found if one.stage.field in _AIMS]
    components = [one for one in found if one.stage.field in _COMPONENTS]
    read_of = {
        "arah": tuple(records(aims, lambda one: _aim(one, codes), sheet, stages)),
        "program": tuple(records(components, lambda one: _component(one, codes), sheet, stages)),
    }
    kinds = {kind: rows for kind, rows in read_of.items() if rows}
    said = (*issues, *uncoded(components, _written), *notes(sheet, stages.head, stages.unknown))
    became = fates(sheet, stages)
    said = (*said, *fate_issues(sheet, stages.head, became))
    return Part(kinds, said, stages.tahun, totals=totals(sheet, stages), fates=became)


def _written(one: Branch) -> Cell | None:
    """Return the code that a node's author gave it."""
    own = one.cells[0].get(Column("kode"))
    if own is not None:
        return own
    kode, name = code_and_name(one.name)
    return stated(one.cell, kode) if name and official(kode) else None


def _prefix(one: Branch, codes: Mapping[int, str]) -> str:
    """Return what a given code begins with; a component's with the code of the one above."""
    field = one.stage.field
    if field in _AIMS:
        return _AIMS[field]
    below = one.above is not None and one.above.stage.field in _COMPONENTS
    return f"{codes[id(one.above)]}.{_COMPONENTS[field]}" if below else _COMPONENTS[field]


def _aim(one: Branch, codes: dict[int, str]) -> dict[Column, Cell]:
    cells = {
        Column("kode"): stated(one.cell, codes[id(one)]),
        Column("jenis"): stated(one.cell, _NAMES[one.stage.field]),
        Column("uraian"): one.cell,
    }
    if one.above is not None:
        cells[Column("induk")] = stated(one.above.cell, codes[id(one.above)])
    return cells


def _component(one: Branch, codes: dict[int, str]) -> dict[Column, Cell]:
    """Return what follows of a component from its column: its code, kind, parent, sasaran."""
    code = _written(one) or stated(one.cell, codes[id(one)])
    before, name = code_and_name(one.name)
    worded = stated(one.cell, name.lstrip(_DASH)) if official(before) and name else one.cell
    cells = {
        Column("kode"): code,
        Column("uraian"): worded,
        Column("jenis"): stated(one.cell, _NAMES[one.stage.field]),
    }
    above = one.above
    if above is not None and above.stage.field in _COMPONENTS:
        cells[Column("induk")] = stated(above.cell, codes[id(above)])
    elif above is not None and above.stage.field == "sasaran_induk":
        cells[Column("sasaran_pd")] = stated(above.cell, codes[id(above)])
    return cells


ARRANGEMENT = Arrangement(
    name="lebar",
    title="Bentuk lebar: Tujuan, Sasaran, Program, Kegiatan, dan Sub Kegiatan sebagai kolom",
    claims=claims,
    read=read,
)
