"""The optional columns that only official tables need, read from a workbook to its cells."""

from decimal import Decimal
from pathlib import Path

import pytest

import books
from pohon_docs.model import Jenis, Node, Rencana
from pohon_docs.reading import headings
from pohon_docs.reading.headings import Column

SASARAN = {
    "Kode": "SS1",
    "Jenis": "Sasaran",
    "Induk": "TJ1",
    "Uraian": "Layanan yang baik",
    "Indikator": "Nilai IKM",
    "Satuan": "Nilai",
    "Target 2025": "82,90",
    "Target 2026": "83,30",
    "Kinerja": "U1",
    "IKK": "Ya",
    "Status IKK": "Positif",
    "SPM": "Permen",
    "Definisi Operasional": "Rata-rata unsur",
    "Realisasi Kinerja 2024": "81,75",
    "Target TW I": "20",
    "Target TW II": "40",
    "Target TW III": "60",
    "Target TW IV": "83,30",
    "Rencana Aksi": "Menata loket",
    "Sub Rencana Aksi": "Rapat",
    "Strategi": "1. Menata\\n2. Mengawasi",
    "Arah Kebijakan": "Standar layanan",
}
MORE = {
    "Indikator": "Waktu tunggu",
    "Satuan": "Menit",
    "Target 2025": "12",
    "Target 2026": "10",
    "IKK": "x",
    "Status IKK": "Negatif",
    "Realisasi Kinerja 2024": "15",
    "Strategi": "3. Menguatkan",
    "Arah Kebijakan": "Pelatihan",
}
TUJUAN = {
    "Kode": "TJ1",
    "Jenis": "Tujuan",
    "Uraian": "Desa yang mandiri",
    "Indikator": "Indeks Desa",
    "Satuan": "Indeks",
    "Target 2025": "70,10",
    "Target 2026": "71,20",
    "Kinerja": "S1",
    "NSPK": "Kewilayahan",
    "Sasaran RPJMD": "Layanan prima",
}
HEAD = list(dict.fromkeys([*SASARAN, *TUJUAN]))
ROWS = [HEAD, *([row.get(name, "") for name in HEAD] for row in (TUJUAN, SASARAN, MORE))]
GOALS = f"# Tujuan dan Sasaran\n{books.lines(ROWS)}\n"
PAID = {
    "Kode": "7.01.01",
    "Uraian": "PROGRAM PENUNJANG",
    "Indikator": "Nilai IKM",
    "Target 2025": "83,30",
    "Target RKPD 2025": "82,00",
    "Pagu 2025": "1.250.000",
    "Pagu RKPD 2025": "1.000.000",
    "Realisasi Capaian 2024": "80,5",
    "Kinerja": "T1",
}
PROGRAM = f"# Program dan Kegiatan\n{books.lines([list(PAID), list(PAID.values())])}\n"


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
    assert [issue.message.removesuffix(" tidak dikenal") for issue in said] == [
        'pilihan tabel "ngawur"',
        'regulasi renja "kinerja"',
    ]
    assert "satuan, tahun pertama, tujuan sasaran, cetakan sipd" in said[0].hint
    assert said[0].ref.row == 5
