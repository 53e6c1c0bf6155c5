"""The yearly money of an entry: its pagu and its realisasi."""

from dataclasses import replace
from decimal import Decimal

from pohon_docs.entries import Entry
from pohon_docs.indikator import Pagu
from pohon_docs.issue import Issue, Severity
from pohon_docs.source import Cell
from pohon_docs.values import number, one_line

_NOTHING = frozenset({"-", "–", "—"})


def money(entry: Entry, field: str) -> tuple[tuple[Pagu, ...], tuple[Issue, ...]]:
    """Return an entry's yearly money from columns of `field`, the rows of the entry summed."""
    sums: dict[int, Pagu] = {}
    issues: list[Issue] = []
    for record in entry.rows:
        for column, cell in record.cells.items():
            if column.field != field or cell.ref.row != record.number:
                continue
            if cell.text in _NOTHING:
                continue
            value = rupiah_of(cell)
            if value is None:
                issues.append(_unreadable(cell))
            elif column.tahun is not None:
                before = sums.get(column.tahun)
                sums[column.tahun] = (
                    replace(before, nilai=before.nilai + value)
                    if before
                    else Pagu(column.tahun, value, cell.ref)
                )
    return tuple(sums[tahun] for tahun in sorted(sums)), tuple(issues)


def rupiah_of(cell: Cell) -> Decimal | None:
    """Read a money cell; a number broken over lines is joined."""
    if isinstance(cell.value, Decimal):
        return cell.value
    read = number("".join(cell.text.split()), thousands=True)
    return read.value if read and not read.rest else None


def _unreadable(cell: Cell) -> Issue:
    return Issue(
        "ANGKA-01",
        Severity.GALAT,
        f'pagu "{one_line(cell.text)}" bukan angka yang dapat dibaca',
        cell.ref,
        "Tulis angkanya saja, mis. 1.250.000; kosongkan bila belum ada pagu.",
    )
