"""What an indicator's cells of the years say, and how their neighbours tell what they mean."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from pohon_docs.enumerated import listed
from pohon_docs.indikator import JenisTarget, Target
from pohon_docs.issue import Issue, Severity
from pohon_docs.reading import headings
from pohon_docs.reading.tables import Record
from pohon_docs.remembering import remembered
from pohon_docs.source import Cell
from pohon_docs.values import clean, is_grouped, number, one_line, target

ONCE = ("kondisi_awal", "kondisi_akhir")
"""Fields of an indicator that come before and after its years."""
_LARGE = 100


def part(cell: Cell | None, place: int, count: int) -> str:
    """Return the share of a cell that belongs to the indicator at `place` of `count`."""
    if cell is None:
        return ""
    if count == 1:
        return one_line(cell.text)
    parts = listed(cell.text, count)
    if len(parts) == count:
        return one_line(parts[place])
    return one_line(cell.text) if place == 0 or len(parts) == 1 else ""


def yearly(
    record: Record, field: str, satuan: str, place: int, count: int
) -> tuple[tuple[Target, ...], list[Issue]]:
    """Return what an indicator's yearly cells of a field say, the undated one last.

    Some of them may be written with one or two decimals, such as 83,30, some plainly be whole
    numbers of hundreds or more, such as 950; that tells how their neighbours are meant.
    """
    built: list[Target] = []
    issues: list[Issue] = []
    own = record.own_of(field)
    if not own:
        return (), []
    ends = (cell for name in ONCE if (cell := record.own(name)))
    beside = [*own.values(), *ends]
    grouped = any(is_grouped(cell.text) for cell in beside)
    whole = grouped or any(map(_is_large, beside))
    loose = not grouped and _has_lone_decimals(beside)
    for tahun, cell in sorted(own.items(), key=lambda pair: (pair[0] is None, pair[0] or 0)):
        if teks := _target_text(cell, place, count):
            built.append(_target(tahun, teks, satuan, cell, loose))
            issues.extend(_unclear(cell, teks, satuan, loose=loose, whole=whole))
    return tuple(built), issues


def _target_text(cell: Cell, place: int, count: int) -> str:
    """Return a target as its author wrote it; doubled blanks inside it are the author's too."""
    if count == 1:
        return _joined(cell.text)
    return part(cell, place, count)


@remembered
def _joined(text: str) -> str:
    return " ".join(line for line in clean(text).split("\n") if line)


def _has_lone_decimals(cells: Iterable[Cell]) -> bool:
    """Tell whether neighbours are written with decimals, such as 83,30."""
    read = [number(cell.text) for cell in cells]
    return any(found and not found.ambiguous and not _whole(found.value) for found in read)


def _is_large(cell: Cell) -> bool:
    """Tell whether a neighbour is plainly a whole number of hundreds or more, such as 950."""
    read = number(cell.text)
    return read is not None and not read.ambiguous and read.value >= _LARGE and _whole(read.value)


def _whole(value: Decimal) -> bool:
    """Tell whether a number has no decimals; `%` fails on the largest that a cell can hold."""
    return value == value.to_integral_value()


def _target(tahun: int | None, teks: str, satuan: str, cell: Cell, loose: bool) -> Target:
    nilai, unit, jenis = target(teks)
    if isinstance(cell.value, date):
        nilai, unit, jenis = None, "", JenisTarget.RENTANG  # 1-2, of which Excel made a date
    elif isinstance(cell.value, Decimal) and nilai is not None:
        nilai = _exact(cell.value, nilai)
    elif headings.is_counted(unit or satuan) and (read := number(teks, thousands=True)):
        nilai = read.value  # 1,250 people are no fraction
    elif loose and jenis is JenisTarget.ANGKA and (read := number(teks, thousands=False)):
        nilai = read.value
    return Target(tahun, teks, nilai, unit or satuan, jenis, cell.ref)


def _exact(stored: Decimal, seen: Decimal) -> Decimal:
    """Return a cell's number unrounded; 0,4211 as percent looks like 42,11 as 0.00"%"."""
    return min(stored, stored * 100, key=lambda exact: abs(exact - seen))


def _unclear(cell: Cell, teks: str, satuan: str, *, loose: bool, whole: bool) -> list[Issue]:
    """Report a date, and a target like `1.250` (1250 or 1,25?) where nothing decides it.

    Neighbours with decimals decide it, neighbours of hundreds do, and a unit that is counted.
    """
    if isinstance(cell.value, date):
        return [dated(cell, teks)]
    read = number(teks) if isinstance(cell.value, str) and not (loose or whole) else None
    if read is None or not read.ambiguous or headings.is_counted(satuan or read.rest):
        return []
    return [
        Issue(
            "ANGKA-02",
            Severity.PERINGATAN,
            f'target "{teks}" dapat dibaca {read.value} atau pecahan; dibaca {read.value}',
            cell.ref,
            "Tulis ribuan tanpa titik (1250) atau pecahan dengan dua angka (1,25).",
        )
    ]


def dated(cell: Cell, teks: str) -> Issue:
    """Report a target, a baseline or an end that Excel made a date of."""
    return Issue(
        "ANGKA-03",
        Severity.GALAT,
        f'nilai terbaca sebagai tanggal ("{teks}"); Excel mengubah mis. 1-2 menjadi tanggal',
        cell.ref,
        "Ubah format selnya menjadi Teks, lalu ketik ulang nilainya.",
    )
