"""Every finding of the reader: a workbook that has it and one beside it that hasn't."""

from pathlib import Path

import pytest

import findings
from findings import Case

PROGRAM = "# Program dan Kegiatan\n"
TREE = "# Pohon Kinerja\n| Kode | Induk | Level | Kinerja | IK |\n"
IDENTITY = """# Identitas
| Nama Perangkat Daerah | Kecamatan Cemara |
| Pemerintah Daerah     | Kabupaten Cemara |
"""


def program(cell: str = "80", kode: str = "7.01.01", more: str = "") -> str:
    """Return a program sheet of one row, with a target, a code and one more column of choice."""
    heading, _, value = more.partition(": ")
    return f"""{PROGRAM}
    | Kode   | Uraian  | IK    | Target 2025 | Target 2026 | Kinerja | {heading} |
    | {kode} | PROGRAM | Nilai | {cell}      |             | T1      | {value}   |
    """


CASES = (
    Case(
        "LEMBAR-13",
        "galat",
        "Program dan Kegiatan!A1",
        "ribuan rupiah",
        program(more="Pagu 2025 (Rp.000): 300"),
        program(more="Pagu 2025 (Rp): 300"),
    ),
    Case(
        "LEMBAR-14",
        "peringatan",
        "Rencana Lima Tahunan!A1",
        'tanpa kolom "Kode"',
        """# Tujuan dan Sasaran (tidak ada)
        # Program dan Kegiatan (tidak ada)
        # Rencana Lima Tahunan
        | Kode Rekning | Progam dan Kegiatan | Indikator | Satuan | Target 2025 | Pagu 2025 |
        | 3.31.02      | PROGRAM INDUSTRI    | IKM       | %      | 3           | 100       |
        """,
        """# Rencana Lima Tahunan
        | Rekning | Keterangan       | Indikator |
        | 3.31.02 | PROGRAM INDUSTRI | IKM       |
        """,
    ),
    Case(
        "LEMBAR-15",
        "peringatan",
        "Program dan Kegiatan!A1",
        '"Realisasi"',
        program(more="Realisasi: 90"),
        program(more="Realisasi 2025: 90"),
    ),
    Case("SEL-01", "galat", "Program dan Kegiatan!D2", "rumus", program("=40+40"), program("80")),
    Case("SEL-02", "galat", "Program dan Kegiatan!D2", "#REF!", program("#REF!"), program("REF")),
    Case(
        "ANGKA-01",
        "galat",
        "Program dan Kegiatan!G2",
        '"sejuta"',
        program(more="Pagu 2025: sejuta"),
        program(more="Pagu 2025: Rp 1.000.000,-"),
    ),
    Case(
        "ANGKA-02",
        "peringatan",
        "Program dan Kegiatan!D2",
        '"1.250"',
        program("1.250"),
        program("1,250"),
    ),
    Case(
        "ANGKA-03",
        "galat",
        "Program dan Kegiatan!D2",
        '"1 Februari 2025"',
        program("<2025-02-01>"),
        program("1-2"),
    ),
    Case(
        "KODE-01",
        "galat",
        "Program dan Kegiatan!A2",
        'tanggal ("1 Juli 2025")',
        program(kode="<2025-07-01>"),
    ),
    Case(
        "KODE-01",
        "peringatan",
        "Program dan Kegiatan!A2",
        'angka ("7,1")',
        program(kode="<7.1>"),
        program(kode="7.01.10"),
    ),
    Case(
        "KODE-02",
        "peringatan",
        "Program dan Kegiatan!A2",
        '"P1"',
        program(kode="P1"),
        program(kode="P1", more="Jenis: Program"),
    ),
    Case(
        "KODE-03",
        "galat",
        "Program dan Kegiatan!G2",
        'jenis "Sub Kegiatan" tidak sesuai dengan kode 7.01.01 (program)',
        program(more="Jenis: Sub Kegiatan"),
        program(more="Jenis: Program"),
    ),
    Case(
        "KODE-04",
        "galat",
        "Program dan Kegiatan!G2",
        "induk 7.01.02 tidak sesuai dengan kode 7.01.01.2.01",
        program(kode="7.01.01.2.01", more="Induk: 7.01.02"),
        program(kode="7.01.01.2.01", more="Induk: 7.1.01"),
    ),
    Case(
        "ISI-01", "galat", "Pohon Kinerja!A2", "kode", f"{TREE}| | | Strategis | Mandiri | Nilai |"
    ),
    Case("ISI-01", "galat", "Pohon Kinerja!D2", "uraian", f"{TREE}| S1 | | Strategis | | Nilai |"),
    Case(
        "ISI-02",
        "galat",
        "Tujuan dan Sasaran!B2",
        '"Hasil"',
        "# Tujuan dan Sasaran\n| Kode | Jenis | Uraian |\n| TJ1 | Hasil | Mandiri |",
        "# Tujuan dan Sasaran\n| Kode | Jenis | Uraian |\n| TJ1 | TUJUAN | Mandiri |",
    ),
    Case(
        "ISI-03",
        "peringatan",
        "Program dan Kegiatan!C2",
        "3 indikator",
        program(r"1. 80\n2. 81").replace("Nilai", r"1. IKM\n2. SAKIP\n3. IDM"),
        program(r"1. 80\n2. 81").replace("Nilai", r"1. IKM\n2. SAKIP"),
    ),
    Case("LEVEL-01", "galat", "Pohon Kinerja!C2", '"Antara"', f"{TREE}| S1 | | Antara | A | B |"),
    Case("LEVEL-01", "galat", "Pohon Kinerja!C2", "belum diisi", f"{TREE}| S1 | | | A | B |"),
    Case(
        "IDENTITAS-01",
        "galat",
        "Identitas!B3",
        '"Periode Akhir"',
        f"{IDENTITY}| Periode Akhir | |\n| Periode Awal | 2025 |",
        f"{IDENTITY}| Periode Akhir | 2026 |\n| Periode Awal | 2025 |",
    ),
    Case(
        "IDENTITAS-02",
        "galat",
        "Identitas!B4",
        '"dua ribu"',
        f"{IDENTITY}| Periode Akhir | 2026 |\n| Periode Awal | dua ribu |",
        f"{IDENTITY}| Periode Akhir | 2026 |\n| Periode Awal | <2025> |",
    ),
    Case(
        "IDENTITAS-03",
        "galat",
        "Identitas!B4",
        "periode 2026 sampai 2025",
        f"{IDENTITY}| Periode Awal | 2026 |\n| Periode Akhir | 2025 |",
        f"{IDENTITY}| Periode Awal | 2025 |\n| Periode Akhir | 2025 |",
    ),
    Case(
        "IDENTITAS-04",
        "peringatan",
        "Identitas!B3",
        'regulasi renja "ngawur"',
        f"{IDENTITY}| Regulasi Renja | ngawur |",
        f"{IDENTITY}| Regulasi Renja | permendagri-86-2017 |",
    ),
    Case("LEMBAR-01", "galat", "", '"Pohon Kinerja"', "# Pohon Kinerja (tidak ada)"),
    Case("LEMBAR-01", "peringatan", "", '"Tujuan dan Sasaran"', "# Tujuan dan Sasaran (tidak ada)"),
    Case("LEMBAR-02", "galat", "Program dan Kegiatan!A1", '"Kode"', f"{PROGRAM}| Uraian | IK |"),
    Case(
        "LEMBAR-03",
        "saran",
        "Program dan Kegiatan!A1",
        '"Warna"',
        program(more="Warna: biru"),
    ),
    Case(
        "LEMBAR-04",
        "saran",
        "Pohon Kinerja",
        "1 baris tersembunyi",
        f"{TREE}| S1 | | Strategis | Mandiri | Nilai | (tersembunyi)",
    ),
    Case("LEMBAR-05", "saran", "", '"Rapat"', "# Rapat\n| Hadir |", "# Rapat"),
    Case("LEMBAR-06", "galat", "Pohon Kinerja", "lembar kosong", "# Pohon Kinerja"),
    Case("LEMBAR-06", "galat", "Pohon Kinerja", "judul kolom", "# Pohon Kinerja\n| a | b |"),
    Case("LEMBAR-07", "peringatan", "Pohon Kinerja!A1", "belum berisi", TREE),
    Case(
        "LEMBAR-08",
        "saran",
        "",
        '"Crosscutting"',
        "# Crosscutting (tersembunyi)\n| Kinerja | Mitra |",
        "# Crosscutting\n| Kinerja | Mitra |",
    ),
    Case(
        "LEMBAR-09",
        "saran",
        "Pohon Kinerja",
        "E",
        TREE.replace("IK", "IK (tersembunyi)") + "| S1 | | Strategis | Mandiri | Nilai |",
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code} {case.says}")
def test_the_reader_finds_a_fault_and_nothing_beside_it(case: Case, tmp_path: Path) -> None:
    findings.assert_shown(case, tmp_path)
