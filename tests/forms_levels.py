"""A plan written with levels as columns, merged down: for reading it back."""

from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from forms_matrix import OF_INDICATOR, OF_NODE
from pohon_docs.indikator import Indikator
from pohon_docs.model import KOMPONEN, Jenis, Node, Rencana

WIDE = ("Tujuan", "Sasaran", "Program", "Kegiatan", "Sub Kegiatan")
_DEPTH = {
    Jenis.TUJUAN: 0,
    Jenis.SASARAN: 1,
    Jenis.PROGRAM: 2,
    Jenis.KEGIATAN: 3,
    Jenis.SUB_KEGIATAN: 4,
}
MEASURES = ("Indikator", *OF_INDICATOR, "Kondisi Awal", "Kondisi Akhir", "Target", "IKU")
NODE = (*(title for title, name in OF_NODE.items() if name != "sasaran"), "Kinerja", "Outcome")


def write_wide(rencana: Rencana, template: Path, path: Path, *, merged: bool = True) -> None:
    """Write the plan with tujuan to sub kegiatan as columns, code and name in one cell."""
    book = load_workbook(template)
    for name in ("Tujuan dan Sasaran", "Program dan Kegiatan"):
        del book[name]
    _Wide(book.create_sheet("Cascading Renstra"), rencana, merged).write()
    book.save(path)


class _Wide:
    def __init__(self, sheet: Worksheet, rencana: Rencana, merged: bool) -> None:
        self.sheet, self.rencana, self.merged = sheet, rencana, merged
        years = [text for year in rencana.tahun for text in (f"Target {year}", f"Pagu {year}")]
        self.titles = (*WIDE, *MEASURES, *years, *NODE)
        self.row = 4

    def write(self) -> None:
        self.sheet.cell(1, 1, "CASCADING")
        for column, title in enumerate(self.titles, start=1):
            self.sheet.cell(3, column, title)
        programs = self.rencana.of(Jenis.PROGRAM)
        for tujuan in self.rencana.of(Jenis.TUJUAN):
            top = self._node(tujuan)
            for sasaran in self.rencana.children(tujuan):
                start = self._node(sasaran)
                for program in programs:
                    if program.sasaran_pd[:1] == (sasaran.kode,):
                        self._branch(program)
                self._merge(start, 2)
            self._merge(top, 1)

    def _branch(self, node: Node) -> None:
        top = self._node(node)
        for child in self.rencana.children(node):
            self._branch(child)
        self._merge(top, _DEPTH[node.jenis] + 1)

    def _node(self, node: Node) -> int:
        top = self.row
        name = f"{node.kode} {node.uraian}" if node.jenis in KOMPONEN else node.uraian
        self.sheet.cell(top, _DEPTH[node.jenis] + 1, name)
        for title, field in OF_NODE.items():
            self._put(top, "Outcome" if field == "sasaran" else title, getattr(node, field))
        self._put(top, "Kinerja", "; ".join(node.mendukung))
        for pagu in node.pagu:
            self.sheet.cell(top, self.titles.index(f"Pagu {pagu.tahun}") + 1, int(pagu.nilai))
        for one in node.indikator or (Indikator(""),):
            self._indicator(one)
            self.row += 1
        return top

    def _indicator(self, one: Indikator) -> None:
        self._put(self.row, "Indikator", one.uraian)
        for title, field in OF_INDICATOR.items():
            self._put(self.row, title, getattr(one, field))
        self._put(self.row, "Kondisi Awal", one.kondisi_awal)
        self._put(self.row, "Kondisi Akhir", one.kondisi_akhir)
        self._put(self.row, "IKU", "Ya" if one.iku else "")
        for target in one.target:
            title = f"Target {target.tahun}" if target.tahun else "Target"
            self._put(self.row, title, target.teks)

    def _put(self, row: int, title: str, text: str) -> None:
        self.sheet.cell(row, self.titles.index(title) + 1, text or None)

    def _merge(self, top: int, column: int) -> None:
        if self.merged and self.row - 1 > top:
            self.sheet.merge_cells(
                start_row=top, start_column=column, end_row=self.row - 1, end_column=column
            )


def write_cascading(
    rencana: Rencana, template: Path, path: Path, *, codes: bool = True, merged: bool = True
) -> None:
    """Write the tree with a column for each tier, its indicator and target beside it."""
    book = load_workbook(template)
    del book["Pohon Kinerja"]
    sheet = book.create_sheet("Cascading")
    tiers = _tiers(rencana)
    titles: list[str] = []
    for tier in range(max(tiers.values()) + 1):
        level = next(n.nama_level for n in rencana.of(Jenis.KINERJA) if tiers[n.kode] == tier)
        years = [f"Target {year}" for year in rencana.tahun]
        titles += [*(["Kode"] if codes else []), level, "Indikator Kinerja", "Satuan", *years]
    for column, title in enumerate(titles, start=1):
        sheet.cell(2, column, title)
    wide = len(titles) // (max(tiers.values()) + 1)
    row = 3
    for root in rencana.roots(Jenis.KINERJA):
        row = _grow(sheet, rencana, root, tiers, wide, row, codes=codes, merged=merged)
    book.save(path)


def _tiers(rencana: Rencana) -> dict[str, int]:
    """Return how deep every node of the tree stands, below its first parent."""
    tiers: dict[str, int] = {}
    for node, parent in rencana.walk(Jenis.KINERJA):
        tiers[node.kode] = tiers[parent.kode] + 1 if parent else 0
    return tiers


def _grow(
    sheet: Worksheet,
    rencana: Rencana,
    node: Node,
    tiers: dict[str, int],
    wide: int,
    row: int,
    *,
    codes: bool,
    merged: bool,
) -> int:
    """Write a node with what hangs below it; return the first row after it."""
    column = tiers[node.kode] * wide + 1
    name = column + int(codes)
    if codes:
        sheet.cell(row, column, node.kode)
    sheet.cell(row, name, node.uraian)
    for at, one in enumerate(node.indikator):
        sheet.cell(row + at, name + 1, one.uraian)
        sheet.cell(row + at, name + 2, one.satuan or None)
        for target in one.target:
            if target.tahun:
                place = name + 3 + rencana.tahun.index(target.tahun)
                sheet.cell(row + at, place, target.teks)
    below = row
    for child in rencana.children(node):
        below = _grow(sheet, rencana, child, tiers, wide, below, codes=codes, merged=merged)
    end = max(below, row + max(len(node.indikator), 1))
    if merged and end - 1 > row:
        sheet.merge_cells(start_row=row, start_column=name, end_row=end - 1, end_column=name)
    return end
