"""Rows of totals, which are no entries: their money is compared with the sum of the plan's."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from pohon_docs.issue import Issue, Severity
from pohon_docs.model import KOMPONEN, Rencana
from pohon_docs.money import rupiah_of
from pohon_docs.source import Cell
from pohon_docs.tables import Record
from pohon_docs.values import indonesian


def wrong_totals(rencana: Rencana, totals: Iterable[Record]) -> Iterator[Issue]:
    """Find totals that are neither the sum of all programs nor of one (a subtotal)."""
    sums: dict[int, _Sums] = {}
    for record in totals:
        for column, cell in record.cells.items():
            tahun = column.tahun
            if column.field != "pagu" or tahun is None or cell.ref.row != record.number:
                continue
            if tahun not in sums:
                sums[tahun] = _sums(rencana, tahun)
            written = rupiah_of(cell)
            if written is not None and written not in sums[tahun].right:
                yield _wrong(cell, tahun, sums[tahun].whole)


@dataclass(frozen=True, slots=True)
class _Sums:
    """What the money of a year sums up to: the whole, and all that a row of totals may say."""

    whole: Decimal
    right: frozenset[Decimal]


def _sums(rencana: Rencana, tahun: int) -> _Sums:
    whole = rencana.total(rencana.roots(*KOMPONEN), tahun) or Decimal(0)
    above = (node for node in rencana.of(*KOMPONEN) if rencana.children(node))
    parts = (value for node in above if (value := rencana.pagu(node, tahun)) is not None)
    return _Sums(whole, frozenset((whole, *parts)))


def _wrong(cell: Cell, tahun: int, whole: Decimal) -> Issue:
    return Issue(
        "ANGKA-04",
        Severity.PERINGATAN,
        f"jumlah pagu {tahun} tertulis {cell.text}, padahal penjumlahan programnya "
        f"{indonesian(whole)}",
        cell.ref,
        "Perbaiki rumus jumlahnya, atau pagu yang belum ikut dijumlahkan.",
    )
