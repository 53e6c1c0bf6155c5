"""The recap of joined plans as sheets of a workbook: units, programs, what they share, findings."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from pohon_docs import words
from pohon_docs.grids import Grid, GridCell, GridColumn, Grids, link
from pohon_docs.issue import Issue, Severity
from pohon_docs.joining import Joined
from pohon_docs.joining._rows import Place, findings, indicators, partners, programs, shown, units
from pohon_docs.joining.matrix import matrix

Value = str | int | Decimal | Place | None
Row = Mapping[str, Value]
"""A row's values by the name that a column gives them; those of years end in the year."""
Links = Mapping[str, str]
"""The way from the recap to a workbook, by the workbook's name."""
_NOWHERE: Links = {}
_YEAR = "{tahun}"
_WORDED = ("teks", "tingkat")


def sheets(joined: Joined, issues: tuple[Issue, ...], links: Links) -> Grids:
    """Return the recap: a sheet each of units, programs, matrix, indicators, partners, findings.

    Cells lead to where they come from in the workbooks that `links` knows.
    """
    said = words.load("gabungan")
    tables = (
        _sheet("unit", units(joined), joined, summed=True),
        _sheet("program", programs(joined), joined),
        *matrix(joined),
        _sheet("indikator", indicators(joined), joined, links),
        _sheet("mitra", partners(joined), joined, links),
        _sheet("temuan", findings(issues), joined, links),
    )
    first, *others = tables
    return Grids(said["judul"], said["kaki"], (_titled(first, joined), *others))


def _titled(grid: Grid, joined: Joined) -> Grid:
    """Return the first sheet under the recap's title and what it sums up."""
    said = words.load("gabungan")
    identitas = joined.pemda.identitas
    names = map(str, Severity)
    counts = {name: sum(unit.counts[name] for unit in joined.units) for name in names}
    line = said["subjudul"].format(
        pemda=identitas.pemerintah_daerah or identitas.nama_perangkat_daerah,
        periode=identitas.periode,
        unit=len(joined.units),
        program=sum(1 for _ in programs(joined)),
        **counts,
    )
    head = ((GridCell(said["judul"], "judul"),), (GridCell(line, "subjudul"),))
    return Grid(grid.name, grid.columns, (*head, *grid.rows), grid.header + len(head))


def _sheet(
    name: str, rows: Iterable[Row], joined: Joined, links: Links = _NOWHERE, *, summed: bool = False
) -> Grid:
    """Return a sheet of rows under their heading, and below it the sums of its numbers."""
    said = words.load("gabungan")
    columns = tuple(_columns(said["lembar"][name]["kolom"], joined))
    head = tuple(GridCell(column["judul"], "kepala") for column in columns)
    filled = list(rows)
    body = tuple(tuple(_cell(row, column, links) for column in columns) for row in filled)
    if not body:
        empty = said["tanpa_temuan" if name == "temuan" else "kosong"]
        body = ((GridCell(empty, "subjudul"),),)
    elif summed:
        body = (*body, tuple(_sums(filled, columns)))
    widths = tuple(GridColumn(column["lebar"]) for column in columns)
    title = said["lembar"][name]["nama"]
    return Grid(title, widths, (head, *body), header=1, filtered=bool(filled) and not summed)


def _columns(columns: Iterable[Mapping[str, Any]], joined: Joined) -> Iterator[Mapping[str, Any]]:
    """Yield the columns, those of a year once for every year."""
    for column in columns:
        if _YEAR not in column["judul"]:
            yield column
            continue
        for year in joined.tahun:
            title = column["judul"].format(tahun=year)
            yield {**column, "judul": title, "isi": f"{column['isi']} {year}"}


def _cell(row: Row, column: Mapping[str, Any], links: Links) -> GridCell:
    """Return a cell; an absent number is an empty cell, never nought."""
    value = row.get(column["isi"])
    role = f"{column['peran']}.{value}" if column["peran"] == "tingkat" else column["peran"]
    if isinstance(value, Place):
        return GridCell(shown(value.name), role, link(value.ref, links.get(value.ref.book, "")))
    if value is None:
        return GridCell("", role)
    if isinstance(value, Decimal):
        return GridCell(round(value), role)
    return GridCell(value if isinstance(value, int) else shown(value), role)


def _sums(rows: list[Row], columns: Iterable[Mapping[str, Any]]) -> Iterator[GridCell]:
    """Yield the last row: its name, and under each column of numbers their sum."""
    said = words.load("gabungan")
    for column in columns:
        text = said["total"] if column["isi"] == "unit" else ""
        if column["peran"] in _WORDED or column["isi"] == "nomor":
            yield GridCell(text, "teks.jumlah")
        else:
            total = _total(row.get(column["isi"]) for row in rows)
            yield GridCell(total, f"{column['peran']}.jumlah")


def _total(values: Iterable[Value]) -> int | str:
    """Sum numbers; nothing where there are none."""
    known = [value for value in values if isinstance(value, int | Decimal)]
    return round(sum(known)) if known else ""
