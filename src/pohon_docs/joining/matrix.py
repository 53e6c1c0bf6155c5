"""The matrix of programs and units: who has which program, and for how much in a year."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from pohon_docs import words
from pohon_docs.grids import Grid, GridCell, GridColumn
from pohon_docs.joining import Joined
from pohon_docs.joining._rows import shown
from pohon_docs.model import Jenis
from pohon_docs.values import key

Programs = dict[tuple[str, str], tuple[str, dict[int, Decimal | None]]]
"""By code and compared name: the name as first written, and the pagu by the unit's place."""


def matrix(joined: Joined) -> Iterator[Grid]:
    """Yield the matrix for the Renja's year, else the first; nothing without years or programs."""
    year = joined.pemda.identitas.tahun_renja
    year = year if year in joined.tahun else next(iter(joined.tahun), 0)
    programs = _programs(joined, year)
    if not year or not programs:
        return
    said = words.load("gabungan")["lembar"]["matriks"]
    code, name, money = said["lebar"]
    titles = (
        said["kode"],
        said["program"],
        *(shown(unit.nama) for unit in joined.units),
        said["jumlah"],
    )
    widths = (code, name, *(money for _ in joined.units), money)
    rows = tuple(_row(*one, len(joined.units)) for one in programs.items())
    yield Grid(
        said["nama"].format(tahun=year),
        tuple(GridColumn(width) for width in widths),
        (tuple(GridCell(title, "kepala") for title in titles), *rows, _totals(programs, joined)),
        header=1,
        fixed=2,
    )


def _programs(joined: Joined, year: int) -> Programs:
    """Return the programs by code and name, in the order of their codes."""
    found: Programs = {}
    for place, unit in enumerate(joined.units):
        for program in unit.rencana.of(Jenis.PROGRAM):
            _, money = found.setdefault((program.kode, key(program.uraian)), (program.uraian, {}))
            own = unit.rencana.pagu(program, year)
            before = money.get(place)
            money[place] = own if before is None else before + (own or 0)
    return dict(sorted(found.items()))


def _row(
    named: tuple[str, str], held: tuple[str, dict[int, Decimal | None]], count: int
) -> tuple[GridCell, ...]:
    name, money = held
    cells = (_number(money.get(place), "rupiah") for place in range(count))
    total = _sum(money.values())
    lead = (GridCell(shown(text), "teks") for text in (named[0], name))
    return (*lead, *cells, _number(total, "rupiah"))


def _totals(programs: Programs, joined: Joined) -> tuple[GridCell, ...]:
    """Return the last row: each unit's sum, and the sum of all."""
    said = words.load("gabungan")
    columns = [
        _sum(money.get(place) for _, money in programs.values())
        for place in range(len(joined.units))
    ]
    lead = (GridCell("", "teks.jumlah"), GridCell(said["total"], "teks.jumlah"))
    sums = (_number(value, "rupiah.jumlah") for value in (*columns, _sum(columns)))
    return (*lead, *sums)


def _sum(values: Iterable[Decimal | None]) -> Decimal | None:
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) if known else None


def _number(value: Decimal | None, role: str) -> GridCell:
    """Return a cell of money, empty where there is none."""
    return GridCell("" if value is None else round(value), role)
