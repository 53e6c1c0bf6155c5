"""SIPD's staircase: one column of codes and names, outcome and output rows under each name."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from pohon_docs.arrangements import Arrangement, Part
from pohon_docs.arrangements._aims import MEASURES, Aims, stated, wording
from pohon_docs.arrangements._names import labelled, meant
from pohon_docs.codes import official
from pohon_docs.model import Jenis
from pohon_docs.reading import headings
from pohon_docs.reading.headed import CODE
from pohon_docs.reading.header import find_header
from pohon_docs.reading.headings import Column
from pohon_docs.reading.tables import Record, Records, read_table
from pohon_docs.source import Cell, Columns, Sheet
from pohon_docs.values import code_and_name

_KIND, _SHORT = "tangga", "tangga_ringkas"
_STAIRS = "tangga"
_LEADING = {"tujuan": "tujuan", "sasaran": "sasaran_induk"}
_MEASURED_BY = {"tujuan": "indikator_tujuan", "sasaran": "indikator_sasaran"}
_ASIDE = frozenset([_STAIRS, "perangkat_daerah", *_LEADING.values(), *_MEASURED_BY.values()])
"""Columns that name something else than the stair's component, such as the unit itself."""
_DASH = " -–—:"
_HEADING = re.compile(r"^(?:\d|X)(?:\.(?:\d{1,2}|XX))?$|^\d(?:\.\d+){6,}$")


def claims(sheet: Sheet) -> bool:
    """Tell whether a sheet has the staircase's column beside one of indicators."""
    return _kind(sheet) is not None


def _kind(sheet: Sheet) -> str | None:
    """Return the kind of staircase: one with the official heading, or one whose names have codes.

    The latter's headings (Program/Kegiatan/Sub Kegiatan) are those of other tables too.
    """
    head = find_header(sheet, _KIND)
    if head is not None and not head.lacking:
        return _KIND
    short = find_header(sheet, _SHORT)
    if short is None or short.lacking or CODE in short.columns.values():
        return None
    place = next(n for n, column in short.columns.items() if column.field == _STAIRS)
    names = (cell for row in sheet.rows[short.body :] if (cell := row.at(place)))
    split = (code_and_name(cell.text) for cell in names)
    return _SHORT if any(name and official(kode) for kode, name in split) else None


def read(sheet: Sheet) -> Part:
    """Read a staircase into components, and into tujuan and sasaran where it has their columns."""
    kind = _kind(sheet)
    table = read_table(sheet, kind) if kind else None
    if table is None:
        return Part()
    aims = Aims()
    rows: list[Record] = []
    totals = list(table.totals)
    last = rows
    columns = _columns(table)
    for record in table.rows:
        _meet(aims, record)
        kode, name = _stair(record)
        if name is not None:
            last = rows
        if name is not None and not kode and _aim(aims, name, record):
            last = aims.newest
        elif _is_heading(kode, record):
            totals.append(record)
        else:
            last.extend(_component(replace(record, columns=columns), kode, name, aims))
    records = {"program": tuple(rows)} | ({"arah": aims.records} if aims.records else {})
    return Part(records, table.issues, table.tahun, totals=tuple(totals), fates=table.fates)


def _columns(table: Records) -> Columns:
    """Return where a stair's columns stand: code and name in the one column that both share."""
    columns: dict[tuple[str, int | None], int] = {
        column: number for number, column in table.columns.items()
    }
    return columns | dict.fromkeys((CODE, Column("uraian")), columns[Column(_STAIRS)])


def _stair(record: Record) -> tuple[str, Cell | None]:
    """Return the code of a row's stair, and its name as a cell; urusan and unit have one too.

    A sentence that begins with a number, such as `19 desa terlayani`, has no code.
    """
    cell = record.own(_STAIRS)
    if cell is None or isinstance(cell.value, date):  # a day is no code, and to be found a name
        return "", cell
    kode, name = code_and_name(cell.text)
    plain = "." not in kode and not _is_heading(kode, record)
    if not kode or not name or plain:
        return "", cell
    return kode, stated(cell, name.lstrip(_DASH))


def _aim(aims: Aims, name: Cell, record: Record) -> bool:
    """Take a stair that is labelled as a tujuan or a sasaran, with what it measures."""
    label, rest = labelled(name.text, tuple(_LEADING))
    if not label or (jenis := meant(label)) not in _LEADING:
        return False
    if aims.meet(jenis, stated(name, rest), record):
        aims.fill(record, MEASURES)
    return True


def _is_heading(kode: str, record: Record) -> bool:
    """Tell whether a row names an urusan, a bidang or a unit, whose money is a sum."""
    return bool(_HEADING.match(kode)) and record.own("indikator") is None


def _component(record: Record, kode: str, name: Cell | None, aims: Aims) -> Iterator[Record]:
    """Yield a name's row, the outcome or output below it, or one more indicator."""
    cells = {column: cell for column, cell in record.cells.items() if column.field not in _ASIDE}
    known = official(kode)
    if name is not None:
        label, rest = ("", "") if kode else labelled(name.text, ())
        cells[Column("uraian")] = stated(name, rest) if label else name
        if kode:
            cells[Column("kode")] = stated(name, kode)
    aim = aims.current.get("sasaran")
    if aim is not None and known is not None and known.jenis is Jenis.PROGRAM:
        cells[Column("sasaran_pd")] = stated(aim, wording(aim))
    if unit := _unit(record):
        cells[Column("satuan")] = unit
    if any(cell.ref.row == record.number for cell in cells.values()):
        yield replace(record, cells=cells)


def _unit(record: Record) -> Cell | None:
    """Return the unit that stands in brackets behind an indicator, where it has no column."""
    cell = record.own("indikator")
    if cell is None or record.cell("satuan"):
        return None
    unit = headings.unit_behind(cell.text)
    return stated(cell, unit) if unit else None


def _meet(aims: Aims, record: Record) -> None:
    """Take the leading columns of a row, each with the indicator beside it."""
    for jenis, field in _LEADING.items():
        aims.meet(jenis, record.own(field), record)
        measure = record.own(_MEASURED_BY[jenis])
        if measure is not None and jenis in aims.current:
            aims.measure(jenis, measure, record)


ARRANGEMENT = Arrangement(
    name="tangga",
    title="Tangga SIPD: kode dan nama dalam satu kolom, baris outcome dan output di bawahnya",
    claims=claims,
    read=read,
)
