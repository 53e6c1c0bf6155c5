"""The table of what the tables before and after don't show: names, links, texts, indicators."""

from collections.abc import Iterator

from pohon_docs import words
from pohon_docs.comparison import Change, Comparison, Macam
from pohon_docs.model import KOMPONEN
from pohon_docs.perubahan.listing import field_name, shown
from pohon_docs.views import Table, TableCell, TableRow

_SHOWN = (Macam.PAGU, Macam.TARGET, Macam.DITAMBAH, Macam.DIHAPUS)
"""Kinds that the tables show of the components."""


def others(comparison: Comparison) -> Table:
    """Return the table: a row for each change, what was there struck through where it is gone."""
    columns = words.load("perubahan")["lain"]
    header = tuple(TableCell((one["judul"],), "kepala") for one in columns)
    numbers = (TableCell((f"({n})",), "nomor_kolom") for n in range(1, len(columns) + 1))
    changes = [one for one in comparison.perubahan if not _is_shown(one)]
    return Table(
        widths=tuple(one["lebar"] for one in columns),
        header=(TableRow("kepala", header), TableRow("nomor_kolom", tuple(numbers))),
        rows=tuple(_row(number, change) for number, change in enumerate(changes, start=1)),
    )


def _is_shown(change: Change) -> bool:
    return change.node.jenis in KOMPONEN and change.macam in _SHOWN


def _row(number: int, change: Change) -> TableRow:
    said = words.load("perubahan")
    node = change.node
    values = {
        "nomor": str(number),
        "simpul": " ".join(filter(None, (said["jenis"][node.jenis], node.kode))),
        "uraian": shown(node.uraian),
        "macam": "\n".join(_what(change)),
        "sebelum": shown(change.sebelum),
        "sesudah": shown(change.sesudah),
    }
    cells = (TableCell(tuple(values[one["isi"]].split("\n")), one["peran"]) for one in said["lain"])
    return TableRow("perubahan", tuple(cells))


def _what(change: Change) -> Iterator[str]:
    """Yield the kind of a change, its field, and the indicator that it is of."""
    yield str(words.load("perubahan")["macam"][change.macam])
    if change.isian:
        yield field_name(change)
    if change.indikator and change.indikator not in (change.sebelum, change.sesudah):
        yield shown(change.indikator)
