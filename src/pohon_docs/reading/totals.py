"""Rows of totals, which are no entries: their money is compared with the sum of the plan's."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from pohon_docs.issue import Issue, Severity
from pohon_docs.model import KOMPONEN, Jenis, Node, Rencana
from pohon_docs.reading.money import rupiah_of
from pohon_docs.reading.tables import Record
from pohon_docs.source import Cell
from pohon_docs.values import indonesian


def wrong_totals(rencana: Rencana, totals: Iterable[Record]) -> Iterator[Issue]:
    """Find totals that are neither the sum of all programs nor a subtotal of some."""
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
    return _Sums(whole, frozenset((whole, *_parts(rencana, tahun))))


def _parts(rencana: Rencana, tahun: int) -> Iterator[Decimal]:
    """Yield the money of every urusan and bidang, and of components with others below them."""
    for programs in _fields(rencana).values():
        if (value := rencana.total(programs, tahun)) is not None:
            yield value
    for node in rencana.of(*KOMPONEN):
        if rencana.children(node) and (value := rencana.pagu(node, tahun)) is not None:
            yield value


def _fields(rencana: Rencana) -> Mapping[str, list[Node]]:
    """Return the programs by their urusan (`2`) and by their bidang urusan (`2.23`)."""
    found: dict[str, list[Node]] = {}
    for node in rencana.of(Jenis.PROGRAM):
        urusan, _, rest = node.kode.partition(".")
        for field in (urusan, f"{urusan}.{rest.partition('.')[0]}"):
            found.setdefault(field, []).append(node)
    return found


def _wrong(cell: Cell, tahun: int, whole: Decimal) -> Issue:
    return Issue(
        "ANGKA-04",
        Severity.PERINGATAN,
        f"jumlah pagu {tahun} tertulis {cell.text}, padahal penjumlahan programnya "
        f"{indonesian(whole)}",
        cell.ref,
        "Perbaiki rumus jumlahnya, atau pagu yang belum ikut dijumlahkan.",
    )
