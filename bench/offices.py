"""Workbooks for the bench of many: trees of a dinas and of a kecamatan, and a single condition."""

from pathlib import Path

from openpyxl import Workbook

import orchard

_IDENTITY = (
    ("Isian", "Nilai"),
    ("Nama Perangkat Daerah", "Dinas Cemara {number}"),
    ("Pemerintah Daerah", "Kabupaten Cemara"),
    ("Periode Awal", 2025),
    ("Periode Akhir", 2029),
)
_HEADER = ("Kode", "Induk", "Level", "Kinerja", "Indikator")
_ONE = (_HEADER, ("S1", "", "Strategis", "Meningkatnya layanan {number}", "Indeks layanan"))


def write(path: Path, number: int, nodes: int = orchard.DINAS) -> None:
    """Write the workbook of an office of so many conditions, which differs by its number."""
    book = Workbook(write_only=True)
    rows = _ONE if nodes == 1 else _tree(nodes, number)
    for name, content in (("Identitas", _IDENTITY), ("Pohon Kinerja", rows)):
        sheet = book.create_sheet(name)
        for row in content:
            sheet.append([str(cell).format(number=number) for cell in row])
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)


def _tree(nodes: int, number: int) -> tuple[tuple[str, ...], ...]:
    """Return the conditions of an office, further indicators in rows of their own."""
    rows: list[tuple[str, ...]] = [_HEADER]
    for node in orchard.rencana(nodes, number).node:
        first, *more = (one.uraian for one in node.indikator)
        rows.append((node.kode, *(node.induk or ("",)), str(node.level), node.uraian, first))
        rows += [("", "", "", "", one) for one in more]
    return tuple(rows)
