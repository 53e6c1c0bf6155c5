"""Tables as other units lay them out: each file of `layouts` is a workbook and what it says.

Below the line of dashes stand the nodes that its own sheets give, with their cells, indicators
(unit in brackets, targets by year), pagu and links, and the findings about its table.
"""

from pathlib import Path

import pytest

import books
from pohon_docs.issue import Issue
from pohon_docs.model import Node, Rencana

FOLDER = Path(__file__).parent / "layouts"
LAYOUTS = sorted(FOLDER.glob("*.txt"))
LINE = "-----\n"
_ABOUT_TABLES = ("LEMBAR", "KODE", "ANGKA", "SUSUN", "ISI-0", "LEVEL", "SEL")


@pytest.mark.parametrize("path", LAYOUTS, ids=lambda path: path.stem)
def test_the_layout_of_another_unit_is_read(path: Path, tmp_path: Path) -> None:
    text, _, expected = path.read_text(encoding="utf-8").partition(LINE)
    rencana, issues = books.read_plan(tmp_path, text)
    assert said(rencana, issues, text) == expected.splitlines()


def test_there_are_layouts_of_every_arrangement() -> None:
    assert len(LAYOUTS) >= 25


def said(rencana: Rencana, issues: tuple[Issue, ...], text: str) -> list[str]:
    """Return what a workbook's own sheets say, a line for each node and finding."""
    own = [title for title in books.sheets(text) if books.MISSING not in title]
    nodes = [line(one) for one in rencana.node if one.at("baris").sheet in own]
    about = [one for one in issues if one.code.startswith(_ABOUT_TABLES) and one.ref.sheet]
    alone = [f"{one.code} {one.message}" for one in issues if one.code == "LEMBAR-05"]
    return nodes + alone + [f"{one.code} {cell(str(one.ref))}: {one.message}" for one in about]


def line(node: Node) -> str:
    """Return a node's place, kind, code, text and what is measured and paid for."""
    parts = [cell(str(node.at("uraian"))), node.level or node.jenis, node.kode, node.uraian]
    parts += [f"<{'; '.join(node.induk)}"] if node.induk else []
    parts += [f"sasaran={node.sasaran}"] if node.sasaran else []
    parts += [f"sasaran_pd={'; '.join(node.sasaran_pd)}"] if node.sasaran_pd else []
    for one in node.indikator:
        targets = ", ".join(f"{each.tahun or 'akhir'}={each.teks}" for each in one.target)
        ends = f"{one.kondisi_awal}..{one.kondisi_akhir}"
        parts.append(" ".join(filter(None, (one.uraian, f"({one.satuan})", ends, targets))))
    parts += [", ".join(f"{one.tahun}: {one.nilai}" for one in node.pagu)] if node.pagu else []
    parts += [f"oleh {node.penanggung_jawab}"] if node.penanggung_jawab else []
    return " | ".join(parts)


def cell(ref: str) -> str:
    return ref.rpartition(" › ")[2]
