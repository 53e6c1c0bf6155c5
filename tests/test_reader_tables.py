"""The optional columns that only official tables need, read from a workbook to its cells."""

from decimal import Decimal
from pathlib import Path

import pytest

import books
from pohon_docs import headings
from pohon_docs.headings import Column
from pohon_docs.model import Jenis, Node, Rencana

GOALS = """
# Tujuan dan Sasaran
| Kode | Jenis   | Induk | Uraian            | Indikator   | Satuan | Target 2025 | Target 2026 | Kinerja | IKK | Status IKK | SPM   | Definisi Operasional | Realisasi Kinerja 2024 | Target TW I | Target TW II | Target TW III | Target TW IV | Rencana Aksi | Sub Rencana Aksi | Strategi          | Arah Kebijakan | NSPK        | Sasaran RPJMD |
| TJ1  | Tujuan  |       | Desa yang mandiri | Indeks Desa | Indeks | 70,10       | 71,20       | S1      |     |            |       |                      |                        |             |              |               |              |              |                  |                   |                | Kewilayahan | Layanan prima |
| SS1  | Sasaran | TJ1   | Layanan yang baik | Nilai IKM   | Nilai  | 82,90       | 83,30       | U1      | Ya  | Positif    | Permen | Rata-rata unsur      | 81,75                  | 20          | 40           | 60            | 83,30        | Menata loket | Rapat            | 1. Menata\\n2. Mengawasi | Standar layanan | | |
|      |         |       |                   | Waktu tunggu | Menit | 12          | 10          |         | x   | Negatif    |       |                      | 15                     |             |              |               |              |              |                  | 3. Menguatkan     | Pelatihan      |             |               |
"""
PROGRAM = """
# Program dan Kegiatan
| Kode    | Uraian            | Indikator | Target 2025 | Target RKPD 2025 | Pagu 2025 | Pagu RKPD 2025 | Realisasi Capaian 2024 | Kinerja |
| 7.01.01 | PROGRAM PENUNJANG | Nilai IKM | 83,30       | 82,00            | 1.250.000 | 1.000.000      | 80,5                   | T1      |
"""


@pytest.fixture(scope="module")
def rencana(tmp_path_factory: pytest.TempPathFactory) -> Rencana:
    plan, issues = books.read_plan(tmp_path_factory.mktemp("tabel"), GOALS + PROGRAM)
    assert [str(issue) for issue in issues if issue.code.startswith("LEMBAR")] == []
    return plan


def node(rencana: Rencana, jenis: Jenis) -> Node:
    return rencana.of(jenis)[0]


def test_what_is_asked_of_a_goal_is_read_line_by_line(rencana: Rencana) -> None:
    sasaran = node(rencana, Jenis.SASARAN)
    assert sasaran.strategi == "1. Menata\n2. Mengawasi\n3. Menguatkan"
    assert sasaran.arah_kebijakan == "Standar layanan\nPelatihan"
    assert sasaran.at("strategi").column == 21
    tujuan = node(rencana, Jenis.TUJUAN)
    assert (tujuan.nspk, tujuan.sasaran_rpjmd) == ("Kewilayahan", "Layanan prima")


def test_what_is_asked_of_an_indicator_is_read(rencana: Rencana) -> None:
    first, second = node(rencana, Jenis.SASARAN).indikator
    assert (first.ikk, first.status_ikk, first.spm) == (True, "Positif", "Permen")
    assert first.definisi_operasional == "Rata-rata unsur"
    assert (first.rencana_aksi, first.sub_rencana_aksi) == ("Menata loket", "Rapat")
    assert first.triwulan == ("20", "40", "60", "83,30")
    assert (second.ikk, second.status_ikk, second.triwulan) == (True, "Negatif", ())
    assert not node(rencana, Jenis.TUJUAN).indikator[0].ikk


def test_what_was_reached_is_not_a_target(rencana: Rencana) -> None:
    first, second = node(rencana, Jenis.SASARAN).indikator
    assert [(one.tahun, one.teks, one.nilai) for one in first.realisasi] == [
        (2024, "81,75", Decimal("81.75"))
    ]
    assert [one.teks for one in second.realisasi] == ["15"]
    assert [one.tahun for one in first.target] == [2025, 2026]


def test_the_draft_rkpd_stands_beside_the_plan(rencana: Rencana) -> None:
    program = node(rencana, Jenis.PROGRAM)
    assert [(one.tahun, one.nilai) for one in program.pagu_rkpd] == [(2025, Decimal(1_000_000))]
    assert [(one.tahun, one.nilai) for one in program.pagu] == [(2025, Decimal(1_250_000))]
    (one,) = program.indikator
    assert [(two.tahun, two.teks) for two in one.target_rkpd] == [(2025, "82,00")]
    assert [two.teks for two in one.realisasi] == ["80,5"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Realisasi Kinerja 2024", Column("realisasi_kinerja", 2024)),
        ("Realisasi 2024", Column("realisasi", 2024)),
        ("Target RKPD 2026", Column("target_rkpd", 2026)),
        ("Pagu RKPD 2026", Column("pagu_rkpd", 2026)),
        ("Target 2026", Column("target", 2026)),
        ("Target TW II", Column("triwulan_2")),
        ("Triwulan IV", Column("triwulan_4")),
        ("Status IKK", Column("status_ikk")),
    ],
)
def test_headings_of_the_optional_columns_are_told_apart(text: str, expected: Column) -> None:
    assert headings.column("arah", (text,)) == expected


def test_the_identity_names_the_superior_and_the_options(tmp_path: Path) -> None:
    sheet = """
    # Identitas
    | Nama Perangkat Daerah | Kecamatan Cemara |
    | Pemerintah Daerah     | Kabupaten Cemara |
    | Periode Awal          | 2025             |
    | Periode Akhir         | 2026             |
    | Pilihan Tabel         | tanpa satuan; ngawur |
    | Nama Atasan           | H. Surya         |
    | Jabatan Atasan        | Bupati Cemara    |
    | Regulasi Renja        | kinerja          |
    """
    rencana, issues = books.read_plan(tmp_path, sheet)
    identitas = rencana.identitas
    assert (identitas.nama_atasan, identitas.jabatan_atasan) == ("H. Surya", "Bupati Cemara")
    said = [issue for issue in issues if issue.code == "IDENTITAS-04"]
    assert ['regulasi renja "kinerja"', 'pilihan tabel "ngawur"'] == [
        issue.message.removesuffix(" tidak dikenal") for issue in said
    ]
    assert "satuan, tahun pertama, tujuan sasaran, cetakan sipd" in said[1].hint
    assert said[1].ref.row == 5
