"""Rows of urusan and bidang urusan above the programs: sums, and no entries of their own."""

from collections.abc import Sequence

from pohon_docs.codes import official
from pohon_docs.reading.tables import Record


def apart(records: Sequence[Record]) -> tuple[tuple[Record, ...], tuple[Record, ...]]:
    """Part a table's rows from those whose code is what official codes of the table begin with.

    `7` and `7.01` above `7.01.01` are the urusan and the bidang; `1` above `1.1` is none.
    """
    found = [official(record.text("kode")) for record in records]
    begins = {kode.teks.split(".")[0] for kode in found if kode}
    begins |= {".".join(kode.teks.split(".")[:2]) for kode in found if kode}
    heads = [
        record
        for record in records
        if record.own("kode") and not record.text("jenis") and _padded(record) in begins
    ]
    above = {id(record) for record in heads}
    return tuple(record for record in records if id(record) not in above), tuple(heads)


def _padded(record: Record) -> str:
    """Return a code of at most two parts as official codes begin: `7.1` is `7.01`."""
    first, *rest = record.text("kode").replace(",", ".").strip(". ").split(".")
    return ".".join([first.upper(), *(part.strip().upper().zfill(2) for part in rest)])
