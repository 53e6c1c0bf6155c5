"""A plan written as a list without codes, its levels shown by one look: for reading it back."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from forms_levels import MEASURES
from forms_matrix import OF_INDICATOR, OF_NODE
from pohon_docs.indikator import Indikator
from pohon_docs.model import Jenis, Node, Rencana

DEPTH = {jenis: depth for depth, jenis in enumerate([one for one in Jenis if one != "kinerja"])}
LABELS = ("Tujuan", "Sasaran", "Program", "Kegiatan", "Sub Kegiatan")
OF_TREE = {
    "Judul Singkat": "judul_singkat",
    "Faktor Kunci Keberhasilan": "faktor_kunci",
    "Penanggung Jawab": "penanggung_jawab",
    "Crosscutting": "crosscutting",
}
NODE = (*(title for title, name in OF_NODE.items() if name != "sasaran"), "Kinerja", "Outcome")
_FILLS = ("FFC000", "9BC2E6", "C6E0B4", "", "")
_BOLD = (True, True, True, True, False)


@dataclass(frozen=True)
class Look:
    """How a name shows its level: its column's offset, its text, its format."""

    text: Callable[[str, int, int], str] = lambda name, depth, number: name
    offset: Callable[[int], int] = lambda depth: 0
    format: Callable[[Cell, int], None] = lambda cell, depth: None
    wide: int = 1


def _indent(cell: Cell, depth: int) -> None:
    cell.alignment = Alignment(indent=depth, wrap_text=True)


def _bold_and_fill(cell: Cell, depth: int) -> None:
    cell.font = Font(bold=_BOLD[depth])
    if _FILLS[depth]:
        cell.fill = PatternFill("solid", fgColor=_FILLS[depth])


def _numbered(name: str, depth: int, number: int) -> str:
    roman = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    tokens = (
        lambda: f"{roman[number]}.",
        lambda: f"{letters[number]}.",
        lambda: f"{number + 1}.",
        lambda: f"{letters[number].lower()}.",
        lambda: f"{number + 1})",
    )
    return f"{tokens[depth]()} {name}"


LOOKS = {
    "inden": Look(format=_indent),
    "tebal dan warna": Look(format=_bold_and_fill),
    "nomor": Look(text=_numbered),
    "spasi": Look(text=lambda name, depth, number: f"{' ' * 3 * depth}{name}"),
    "kata": Look(text=lambda name, depth, number: f"{LABELS[depth]}: {name}"),
    "kolom": Look(offset=lambda depth: depth, wide=5),
}


def write_list(
    rencana: Rencana, template: Path, path: Path, look: str, *, sentence: str = ""
) -> None:
    """Write the plan's tujuan to sub kegiatan as a list whose levels show in one look."""
    book = load_workbook(template)
    for name in ("Tujuan dan Sasaran", "Program dan Kegiatan"):
        del book[name]
    years = [text for year in rencana.tahun for text in (f"Target {year}", f"Pagu {year}")]
    titles = ("Tujuan/Sasaran/Program/Kegiatan/Sub Kegiatan", *MEASURES, *years, *NODE)
    sheet = book.create_sheet("Rencana")
    sheet.cell(2, 1, sentence or None)
    writer = _List(sheet, titles, LOOKS[look])
    programs = rencana.of(Jenis.PROGRAM)
    for at, tujuan in enumerate(rencana.of(Jenis.TUJUAN)):
        writer.node(tujuan, 0, at)
        for below, sasaran in enumerate(rencana.children(tujuan)):
            writer.node(sasaran, 1, below)
            served = [one for one in programs if one.sasaran_pd[:1] == (sasaran.kode,)]
            for number, program in enumerate(served):
                writer.branch(rencana, program, number)
    book.save(path)


def write_tree(
    rencana: Rencana, template: Path, path: Path, look: str, *, sentence: str = ""
) -> None:
    """Write the tree as a list; a node with two parents stands under each of them.

    What the other sheets say of its nodes, they say by wording.
    """
    book = load_workbook(template)
    del book["Pohon Kinerja"]
    for name in ("Tujuan dan Sasaran", "Program dan Kegiatan"):
        _link_by_wording(book[name], rencana)
    years = [f"Target {year}" for year in rencana.tahun]
    sheet = book.create_sheet("Daftar Kinerja")
    writer = _List(sheet, ("Kinerja", *MEASURES, *years, *OF_TREE), LOOKS[look], OF_TREE)
    sheet.cell(2, 1, sentence or None)
    seen: set[str] = set()
    for number, root in enumerate(rencana.roots(Jenis.KINERJA)):
        _grow(writer, rencana, root, 0, number, seen)
    book.save(path)


def _link_by_wording(sheet: Worksheet, rencana: Rencana) -> None:
    worded = {node.kode: node.uraian for node in rencana.of(Jenis.KINERJA)}
    column = next(c.column for row in sheet.iter_rows() for c in row if c.value == "Kinerja")
    for (cell,) in sheet.iter_rows(min_col=column, max_col=column):
        if cell.value and cell.value != "Kinerja":
            named = (worded.get(code.strip(), code) for code in str(cell.value).split(";"))
            cell.value = "; ".join(named)


def _grow(
    writer: "_List", rencana: Rencana, node: Node, depth: int, number: int, seen: set[str]
) -> None:
    writer.node(node, depth, number)
    if node.kode not in seen:
        seen.add(node.kode)
        for at, child in enumerate(rencana.children(node)):
            _grow(writer, rencana, child, depth + 1, at, seen)


class _List:
    def __init__(
        self,
        sheet: Worksheet,
        titles: tuple[str, ...],
        look: Look,
        fields: dict[str, str] | None = None,
    ) -> None:
        self.sheet, self.look, self.fields = sheet, look, fields or OF_NODE
        self.titles = titles
        self.row = 4
        sheet.cell(1, 1, "RENCANA KERJA")
        for title in titles:
            sheet.cell(3, self._column(title), title)
        if look.wide > 1:
            sheet.merge_cells(start_row=3, start_column=1, end_row=3, end_column=look.wide)

    def branch(self, rencana: Rencana, node: Node, number: int) -> None:
        self.node(node, DEPTH[node.jenis], number)
        for at, child in enumerate(rencana.children(node)):
            self.branch(rencana, child, at)

    def node(self, node: Node, depth: int, number: int) -> None:
        cell = self.sheet.cell(self.row, 1 + self.look.offset(depth))
        assert isinstance(cell, Cell)
        cell.value = self.look.text(node.uraian, depth, number)
        self.look.format(cell, depth)
        for title, name in self.fields.items():
            self._put("Outcome" if name == "sasaran" else title, getattr(node, name))
        self._put("Kinerja", "; ".join(node.mendukung))
        for pagu in node.pagu:
            self._put(f"Pagu {pagu.tahun}", int(pagu.nilai))
        for one in node.indikator or (Indikator(""),):
            self._indicator(one)
            self.row += 1

    def _indicator(self, one: Indikator) -> None:
        self._put("Indikator", one.uraian)
        for title, name in OF_INDICATOR.items():
            self._put(title, getattr(one, name))
        self._put("Kondisi Awal", one.kondisi_awal)
        self._put("Kondisi Akhir", one.kondisi_akhir)
        self._put("IKU", "Ya" if one.iku else "")
        for target in one.target:
            self._put(f"Target {target.tahun}" if target.tahun else "Target", target.teks)

    def _put(self, title: str, value: str | int) -> None:
        if title in self.titles[1:]:
            self.sheet.cell(self.row, self._column(title), value or None)

    def _column(self, title: str) -> int:
        at = self.titles.index(title)
        return at + self.look.wide if at else 1
