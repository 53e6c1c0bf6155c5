"""The yearly money of an entry: its pagu and its realisasi."""

from dataclasses import replace
from decimal import Decimal

from pohon_docs.enumerated import is_numbered, items
from pohon_docs.indikator import Pagu
from pohon_docs.issue import Issue, Severity
from pohon_docs.reading.entries import Entry
from pohon_docs.source import Cell
from pohon_docs.values import is_blank_word, number, one_line


def money(entry: Entry, field: str) -> tuple[tuple[Pagu, ...], tuple[Issue, ...]]:
    """Return an entry's yearly money from columns of `field`, the rows of the entry summed."""
    sums: dict[int, Pagu] = {}
    issues: list[Issue] = []
    for record in entry.rows:
        for tahun, cell in record.own_of(field).items():
            if is_blank_word(cell.text):
                continue
            value = rupiah_of(cell)
            if value is None:
                issues.append(_unreadable(cell))
            elif tahun is not None:
                before = sums.get(tahun)
                sums[tahun] = (
                    replace(before, nilai=before.nilai + value)
                    if before
                    else Pagu(tahun, value, cell.ref)
                )
    return tuple(sums[tahun] for tahun in sorted(sums)), tuple(issues)


def rupiah_of(cell: Cell) -> Decimal | None:
    """Read a money cell; a number broken over lines is joined, a numbered list summed."""
    if isinstance(cell.value, Decimal):
        return cell.value
    if is_numbered(cell.text):
        parts = [_rupiah(part) for part in items(cell.text)]
        known = [part for part in parts if part is not None]
        return sum(known, Decimal(0)) if len(known) == len(parts) else None
    return _rupiah(cell.text)


def _rupiah(text: str) -> Decimal | None:
    read = number("".join(text.split()), thousands=True)
    return read.value if read and not read.rest else None


def _unreadable(cell: Cell) -> Issue:
    return Issue(
        "ANGKA-01",
        Severity.GALAT,
        f'pagu "{one_line(cell.text)}" bukan angka yang dapat dibaca',
        cell.ref,
        "Tulis angkanya saja, mis. 1.250.000; kosongkan bila belum ada pagu.",
    )
