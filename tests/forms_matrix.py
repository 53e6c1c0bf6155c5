"""A plan written as a T-C.27 matrix, as offices do it: for reading it back."""

from collections.abc import Sequence
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from pohon_docs.indikator import Indikator
from pohon_docs.model import KOMPONEN, Jenis, Node, Rencana

INDICATOR = "Indikator Kinerja Tujuan, Sasaran, Program (outcome) dan Kegiatan (output)"
OF_NODE = {
    "Unit Kerja Perangkat Daerah Penanggung-jawab": "penanggung_jawab",
    "Lokasi": "lokasi",
    "IK Kinerja": "ik_kinerja",
    "Sasaran Program/Kegiatan": "sasaran",
    "Sumber Dana": "sumber_dana",
    "Kelompok Sasaran": "kelompok_sasaran",
    "Prioritas Nasional": "prioritas_nasional",
    "Prioritas Daerah": "prioritas_daerah",
    "Catatan": "catatan",
}
OF_INDICATOR = {"Satuan": "satuan", "Formula": "formula", "Sumber Data": "sumber_data"}
RIGHT = (*OF_NODE, "Kinerja", *OF_INDICATOR, "IKU")
"""The columns at the right; some offices add what the regulation's table doesn't have."""


def write(rencana: Rencana, template: Path, path: Path, *, split: bool = False) -> None:
    """Write the plan to `path`: identity and tree as in `template`, the rest as a matrix."""
    book = load_workbook(template)
    for name in ("Tujuan dan Sasaran", "Program dan Kegiatan"):
        del book[name]
    sheet = book.create_sheet("Tabel 6.1")
    codes = 5 if split else 1
    _head(sheet, rencana.tahun, codes)
    _Writer(sheet, rencana, codes).rows()
    book.save(path)


def _head(sheet: Worksheet, years: Sequence[int], codes: int) -> None:
    sheet.cell(1, 1, "RENCANA PROGRAM, KEGIATAN, DAN PENDANAAN")
    column = 1
    for title in ("Tujuan", "Sasaran", "Kode", "Program dan Kegiatan", INDICATOR):
        wide = codes if title == "Kode" else 1
        _merged(sheet, 3, column, 5, column + wide - 1, title)
        column += wide
    _merged(sheet, 3, column, 5, column, "Data Capaian pada Tahun Awal Perencanaan")
    first = column + 1
    for at, year in enumerate(years):
        _merged(sheet, 4, first + 2 * at, 4, first + 2 * at + 1, f"Tahun-{at + 1}\n({year})")
    last = first + 2 * len(years)
    _merged(sheet, 4, last, 4, last + 1, "Kondisi Kinerja pada akhir periode Renstra")
    _merged(sheet, 3, first, 3, last + 1, "Target Kinerja Program dan Kerangka Pendanaan")
    for at in range(len(years) + 1):
        sheet.cell(5, first + 2 * at, "target")
        sheet.cell(5, first + 2 * at + 1, "Rp")
    for at, title in enumerate(RIGHT):
        _merged(sheet, 3, last + 2 + at, 5, last + 2 + at, title)
    for number in range(1, last + 2 + len(RIGHT)):
        sheet.cell(6, number, f"({number})")


def _merged(sheet: Worksheet, top: int, left: int, bottom: int, right: int, text: str) -> None:
    sheet.cell(top, left, text)
    if (top, left) != (bottom, right):
        sheet.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)


class _Writer:
    def __init__(self, sheet: Worksheet, rencana: Rencana, codes: int) -> None:
        self.sheet, self.rencana, self.codes = sheet, rencana, codes
        self.row = 7
        self.kode = 3
        self.uraian = 3 + codes

    def rows(self) -> None:
        programs = self.rencana.of(Jenis.PROGRAM)
        for tujuan in self.rencana.of(Jenis.TUJUAN):
            top = self.row
            self._measures(tujuan)
            self.sheet.cell(top, 1, tujuan.uraian)
            for sasaran in self.rencana.children(tujuan):
                start = self.row
                self._measures(sasaran)
                self.sheet.cell(start, 2, sasaran.uraian)
                for program in programs:
                    if program.sasaran_pd[:1] == (sasaran.kode,):
                        self._branch(program)
                _merged(self.sheet, start, 2, self.row - 1, 2, sasaran.uraian)
            _merged(self.sheet, top, 1, self.row - 1, 1, tujuan.uraian)
        self.sheet.cell(self.row, self.uraian, "Jumlah")
        for at, year in enumerate(self.rencana.tahun):
            total = self.rencana.total(programs, year)
            if total is not None:
                self.sheet.cell(self.row, self._first + 2 * at + 1, int(total))

    @property
    def _first(self) -> int:
        return self.uraian + 3

    def _branch(self, program: Node) -> None:
        below = [node for node, _ in self.rencana.walk(*KOMPONEN)]
        for node in below:
            if node is program or node.kode.startswith(f"{program.kode}."):
                self._component(node)

    def _component(self, node: Node) -> None:
        top = self.row
        self._measures(node)
        parts = _split(node.kode) if self.codes > 1 else [node.kode]
        for at, part in enumerate(parts):
            cell = self.sheet.cell(top, self.kode + at, part)
            cell.number_format = "@"
        self.sheet.cell(top, self.uraian, node.uraian)
        for pagu in node.pagu:
            at = self.rencana.tahun.index(pagu.tahun)
            self.sheet.cell(top, self._first + 2 * at + 1, int(pagu.nilai))
        for title, name in OF_NODE.items():
            self._put(top, title, getattr(node, name))

    def _measures(self, node: Node) -> None:
        for one in node.indikator or (Indikator(""),):
            self._indicator(node, one)
            self.row += 1

    def _indicator(self, node: Node, one: Indikator) -> None:
        self.sheet.cell(self.row, self.uraian + 1, one.uraian or None)
        self.sheet.cell(self.row, self.uraian + 2, one.kondisi_awal or None)
        for title, name in OF_INDICATOR.items():
            self._put(self.row, title, getattr(one, name))
        self._put(self.row, "IKU", "Ya" if one.iku else "")
        if one is node.indikator[0]:
            self._put(self.row, "Kinerja", "; ".join(node.mendukung))
        for at, year in enumerate(self.rencana.tahun):
            target = one.target_tahun(year)
            self.sheet.cell(self.row, self._first + 2 * at, target.teks if target else None)
        undated = [target.teks for target in one.target if target.tahun is None]
        end = one.kondisi_akhir or (undated[0] if undated else None)
        self.sheet.cell(self.row, self._first + 2 * len(self.rencana.tahun), end)

    def _put(self, row: int, title: str, text: str) -> None:
        right = self._first + 2 * (len(self.rencana.tahun) + 1)
        self.sheet.cell(row, right + RIGHT.index(title), text or None)


def _split(code: str) -> list[str]:
    """Split an official code over five columns: 7 | 01 | 01 | 2.01 | 0001."""
    parts = code.split(".")
    return [*parts[:3], *([".".join(parts[3:5])] if parts[3:] else []), *parts[5:]]
