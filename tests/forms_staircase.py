"""A plan's programs written as SIPD's staircase: for reading them back."""

from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from forms_matrix import OF_INDICATOR, OF_NODE
from pohon_docs.indikator import Indikator
from pohon_docs.model import KOMPONEN, Node, Rencana

STAIRS = "BIDANG URUSAN / PROGRAM / OUTCOME / KEGIATAN / SUBKEGIATAN OUTPUT"
RIGHT = (
    *(title for title, name in OF_NODE.items() if name != "sasaran"),
    *("Kinerja", "Sasaran PD", *OF_INDICATOR, "Kondisi Akhir", "Target Akhir Periode"),
)


def write(rencana: Rencana, template: Path, path: Path) -> None:
    """Write the plan to `path`, its programs as a staircase and the rest as in `template`."""
    book = load_workbook(template)
    del book["Program dan Kegiatan"]
    sheet = book.create_sheet("Tabel 4.3")
    _Writer(sheet, rencana).write()
    book.save(path)


class _Writer:
    def __init__(self, sheet: Worksheet, rencana: Rencana) -> None:
        self.sheet, self.rencana = sheet, rencana
        self.row = 7
        self.right = 4 + 2 * len(rencana.tahun)

    def write(self) -> None:
        self._head()
        parts = [node for node, _ in self.rencana.walk(*KOMPONEN)]
        self.sheet.cell(self.row, 1, "7.01 - KECAMATAN")
        for at, year in enumerate(self.rencana.tahun):
            tops = self.rencana.roots(*KOMPONEN)
            self._money(5 + 2 * at, self.rencana.total(tops, year))
        self.row += 1
        for node in parts:
            self._component(node)

    def _head(self) -> None:
        self.sheet.cell(1, 1, "TABEL 4.3 RENCANA PROGRAM / KEGIATAN / SUBKEGIATAN DAN PENDANAAN")
        for column, title in ((1, STAIRS), (2, "INDIKATOR OUTCOME / OUTPUT"), (3, "BASELINE 2024")):
            self._merged(3, column, 5, column, title)
        self._merged(3, 4, 3, self.right - 1, "TARGET DAN PAGU INDIKATIF TAHUN")
        for at, year in enumerate(self.rencana.tahun):
            self._merged(4, 4 + 2 * at, 4, 5 + 2 * at, str(year))
            self.sheet.cell(5, 4 + 2 * at, "TARGET")
            self.sheet.cell(5, 5 + 2 * at, "PAGU")
        for at, title in enumerate(RIGHT):
            self._merged(3, self.right + at, 5, self.right + at, title)
        for number in range(1, self.right + len(RIGHT)):
            self.sheet.cell(6, number, f"({number:02})")

    def _merged(self, top: int, left: int, bottom: int, right: int, text: str) -> None:
        self.sheet.cell(top, left, text)
        self.sheet.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)

    def _component(self, node: Node) -> None:
        self.sheet.cell(self.row, 1, f"{node.kode} - {node.uraian}")
        for title, name in OF_NODE.items():
            if name != "sasaran":
                self._put(title, getattr(node, name))
        self._put("Kinerja", "; ".join(node.mendukung))
        self._put("Sasaran PD", "; ".join(node.sasaran_pd))
        for pagu in node.pagu:
            self._money(5 + 2 * self.rencana.tahun.index(pagu.tahun), pagu.nilai)
        self.row += 1
        top = self.row
        for one in node.indikator:
            self._indicator(one)
        if node.sasaran:
            self.sheet.cell(top, 1, node.sasaran)
            if self.row - top > 1:
                self._merged(top, 1, self.row - 1, 1, node.sasaran)

    def _indicator(self, one: Indikator) -> None:
        self.sheet.cell(self.row, 2, one.uraian)
        self.sheet.cell(self.row, 3, one.kondisi_awal or None)
        for target in one.target:
            if target.tahun is None:
                self._put("Target Akhir Periode", target.teks)
            else:
                at = self.rencana.tahun.index(target.tahun)
                self.sheet.cell(self.row, 4 + 2 * at, target.teks)
        for title, name in (*OF_INDICATOR.items(), ("Kondisi Akhir", "kondisi_akhir")):
            self._put(title, getattr(one, name))
        self.row += 1

    def _put(self, title: str, text: str) -> None:
        self.sheet.cell(self.row, self.right + RIGHT.index(title), text or None)

    def _money(self, column: int, value: object) -> None:
        if value is not None:
            self.sheet.cell(self.row, column, int(str(value)))
