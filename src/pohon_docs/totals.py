"""Rows of totals, which are no entries: their money is compared with the sum of the plan's."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from pohon_docs.issue import Issue, Severity
from pohon_docs.model import KOMPONEN, Rencana
from pohon_docs.money import rupiah_of
from pohon_docs.source import Cell
from pohon_docs.tables import Record
from pohon_docs.values import indonesian


def wrong_totals(rencana: Rencana, totals: Iterable[Record]) -> Iterator[Issue]:
    """Find totals that are neither the sum of all programs nor of one (a subtotal)."""
    tops = rencana.roots(*KOMPONEN)
    for record in totals:
        for column, cell in record.cells.items():
            tahun = column.tahun
            if column.field != "pagu" or tahun is None or cell.ref.row != record.number:
                continue
            written = rupiah_of(cell)
            whole = rencana.total(tops, tahun) or Decimal(0)
            if written is not None and written not in (whole, *_parts(rencana, tahun)):
                yield _wrong(cell, tahun, whole)


def _parts(rencana: Rencana, tahun: int) -> Iterator[Decimal]:
    """Yield the money of every component that has others below it."""
    for node in rencana.of(*KOMPONEN):
        if rencana.children(node) and (value := rencana.pagu(node, tahun)) is not None:
            yield value


def _wrong(cell: Cell, tahun: int, whole: Decimal) -> Issue:
    return Issue(
        "ANGKA-04",
        Severity.PERINGATAN,
        f"jumlah pagu {tahun} tertulis {cell.text}, padahal penjumlahan programnya "
        f"{indonesian(whole)}",
        cell.ref,
        "Perbaiki rumus jumlahnya, atau pagu yang belum ikut dijumlahkan.",
    )
