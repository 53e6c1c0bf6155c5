"""The two real workbooks: the deck word for word, the complete case in full, every cell known."""

import csv
import re
from collections import Counter
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from openpyxl import load_workbook

import plans
from pohon_docs.model import Jenis, Level, Node
from pohon_docs.pipeline import read

SHARED = plans.ROOT.parent / "shared"
YEARS = (2022, 2023, 2024, 2025, 2026)
BANNER = (
    "MENETAPKAN KINERJA {} DAERAH SEBAGAI TUJUAN DAN SASARAN PERENCANAAN PERANGKAT DAERAH"
    " DAN KINERJA ORGANISASI PERANGKAT DAERAH"
)
LABELS = (
    *("POHON KINERJA", "LEVEL KINERJA", "Level Kinerja POHON KINERJA", "LANJUTAN", "IK :", "IK:"),
    *("Kinerja Urusan/Sub Urusan", "Tujuan Indikator Tujuan Target", "POHON KINERJA Level Kinerja"),
    "Sasaran Strategis Indikator Sasaran 2022 2023 2024 2025 2026",
    "POHON KINERJA Kinerja Strategis",
    *("Nama Program Sasaran Program Indikator Program Target Program", "Kinerja Operasinal"),
    *("Nama Kegiatan Sasaran Kegiatan Indikator Kegiatan Target Kegiatan", "Sub Kegiatan"),
    *(BANNER.format(level) for level in ("STRATEGIS", "STRATEGIS URUSAN/SUB URUSAN", "TACTICAL")),
)
LABEL = re.compile(
    r"^\s*(IK ?:|\d\.|(Nama|Sasaran|Indikator|Target)( Sub)?( Program| Kegiatan)?(?= |$))"
)


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text).casefold()


@cache
def deck() -> str:
    """Return the deck's text as it came out of the presentation."""
    if not SHARED.is_dir():
        pytest.skip("tidak ada ../shared di mesin ini")
    return next((SHARED / "seed").glob("0*.txt")).read_text(encoding="utf-8")


def texts(node: Node) -> list[str]:
    """Return all that a node says, as written."""
    said = [node.uraian, node.judul_singkat, node.sasaran, node.ik_kinerja, node.nama_level]
    for one in node.indikator:
        said += [one.uraian, *(target.teks for target in one.target)]
    return [text for text in said if text]


def test_every_text_of_the_seed_is_a_text_of_the_deck() -> None:
    pages = squeezed(deck())
    missing = [text for node in plans.seed().node for text in texts(node)]
    missing = [text for text in missing if squeezed(text) not in pages]
    assert missing == []


def test_every_line_of_the_deck_is_a_text_of_the_seed_or_a_label() -> None:
    rencana = plans.seed()
    known = [squeezed(text) for node in rencana.node for text in texts(node)]
    known += [squeezed(text) for text in (*LABELS, rencana.identitas.judul_pohon_kinerja)]
    lost = []
    for line in deck().splitlines():
        said = squeezed(LABEL.sub("", line))
        if not any(squeezed(line) in text or said in text for text in known):
            lost.append(line.strip())
    assert lost == []


def test_the_seed_has_the_decks_tree() -> None:
    rencana = plans.seed()
    nodes = rencana.of(Jenis.KINERJA)
    assert Counter(node.level for node in nodes) == {
        Level.STRATEGIS: 1,
        Level.URUSAN: 2,
        Level.TAKTIKAL: 9,
        Level.OPERASIONAL: 5,
    }
    assert [node.kode for node in rencana.roots(Jenis.KINERJA)] == ["S"]
    assert len(list(rencana.walk(Jenis.KINERJA))) == 17
    below = {node.kode: [child.kode for child in rencana.children(node)] for node in nodes}
    assert below["S"] == ["U1", "U2"]
    assert below["U2"] == ["T2", "T3", "T4"]
    assert below["T2"] == ["T2.1", "T2.2"]
    assert all(len(node.indikator) == 1 for node in nodes)


def test_the_seed_has_the_decks_goals_with_targets_for_every_year() -> None:
    rencana = plans.seed()
    tujuan = [(one.uraian, one.indikator[0].target[0].teks) for one in rencana.of(Jenis.TUJUAN)]
    assert tujuan == [
        ("Meningkatkan Pelayanan Publik yang Inovatif", "83.30"),
        ("Meningkatkan Kemandirian Desa", "42.11%"),
    ]
    written = []
    for sasaran in rencana.of(Jenis.SASARAN):
        targets = sasaran.indikator[0].target
        assert tuple(target.tahun for target in targets) == YEARS
        written.append([target.teks for target in targets])
    assert written == [
        ["82.90", "83.00", "83.01", "83.20", "83.30"],
        ["2 Desa", "3 Desa", "4 Desa", "6 Desa", "8 Desa"],
    ]


def test_the_seed_has_the_decks_cards_each_with_its_four_rows_and_no_money() -> None:
    rencana = plans.seed()
    components = rencana.of(Jenis.PROGRAM, Jenis.KEGIATAN, Jenis.SUB_KEGIATAN)
    assert Counter(node.jenis for node in components) == {
        Jenis.PROGRAM: 5,
        Jenis.KEGIATAN: 10,
        Jenis.SUB_KEGIATAN: 20,
    }
    for node in components:
        assert node.uraian
        assert node.sasaran
        (indikator,) = node.indikator
        assert len(indikator.target) == 1
        assert node.pagu == node.realisasi == ()
        assert len(node.mendukung) == 1
    assert all(rencana.pagu(node, year) is None for node in components for year in YEARS)


def test_the_seed_carries_the_official_codes() -> None:
    table = SHARED / "reference" / "nomenklatur" / "seed_mapping.csv"
    if not table.is_file():
        pytest.skip("tidak ada ../shared/reference/nomenklatur di mesin ini")
    with table.open(encoding="utf-8", newline="") as file:
        official = {
            row["kode_resmi"]: [row["level"], row["teks_di_seed"], row["target_di_seed"]]
            for row in csv.DictReader(file)
        }
    components = plans.seed().of(Jenis.PROGRAM, Jenis.KEGIATAN, Jenis.SUB_KEGIATAN)
    read_codes = {
        node.kode: [str(node.jenis), node.uraian, node.indikator[0].target[0].teks]
        for node in components
    }
    assert read_codes.keys() == official.keys()
    for kode, written in official.items():
        assert read_codes[kode] == [" ".join(text.split()) for text in written]


def test_the_complete_case_is_read_in_full() -> None:
    rencana = plans.lengkap()
    nodes = {jenis: rencana.of(jenis) for jenis in Jenis}
    assert [len(nodes[jenis]) for jenis in Jenis] == [84, 2, 4, 6, 19, 53]
    indikator = [sum(len(node.indikator) for node in nodes[jenis]) for jenis in Jenis]
    assert indikator == [101, 4, 7, 14, 25, 53]
    assert [node.kode for node in rencana.roots(Jenis.KINERJA)] == ["S1", "S2"]
    assert rencana.tahun == (2025, 2026, 2027, 2028, 2029)
    assert len(rencana.kemitraan) == 8
    shared = rencana.find(Jenis.KINERJA, "T2")
    assert shared is not None
    assert [parent.kode for parent in rencana.parents(shared)] == ["U1", "U2"]


@pytest.mark.parametrize("jenis", [Jenis.PROGRAM, Jenis.KEGIATAN, Jenis.SUB_KEGIATAN])
def test_the_money_of_the_complete_case_adds_up_on_every_level(jenis: Jenis) -> None:
    rencana = plans.lengkap()
    assert [rencana.total(rencana.of(jenis), year) for year in rencana.tahun] == [
        Decimal(4_083_500_500),
        Decimal(4_248_450_000),
        Decimal(4_494_000_000),
        Decimal(4_631_650_000),
        Decimal(4_845_425_500),
    ]


def test_the_totals_row_of_the_complete_case_says_the_same() -> None:
    sheet = load_workbook(plans.LENGKAP)["Program dan Kegiatan"]
    written = [cell.value for cell in sheet[100] if isinstance(cell.value, int | float)]
    rencana = plans.lengkap()
    assert [rencana.total(rencana.of(Jenis.PROGRAM), year) for year in rencana.tahun] == written


@pytest.mark.parametrize("path", [plans.SEED, plans.LENGKAP], ids=["seed", "lengkap"])
def test_the_real_workbooks_have_no_galat(path: Path) -> None:
    _, issues = read(path)
    assert [str(issue) for issue in issues if issue.severity == "galat"] == []
