"""Findings of single cells and rows: a workbook that has each and one beside it that hasn't."""

from pathlib import Path

import pytest

import books
import findings
from findings import Case

PROGRAM = "# Program dan Kegiatan\n"
HEAD = (
    "| Kode | Uraian | IK | Satuan | Target 2025 | Target 2026 | Pagu 2025 | Pagu 2026 | Kinerja |"
)
IDENTITY = """# Identitas
| Nama Perangkat Daerah | Kecamatan Cemara |
| Pemerintah Daerah     | Kabupaten Cemara |
| Periode Awal | 2025 |
| Periode Akhir | 2026 |
"""


def program(*rows: str, head: str = HEAD) -> str:
    """Return a program sheet whose first program is whole, with more rows below it."""
    first = "| 7.01.01 | PROGRAM | Nilai IKM | Nilai | 80 | 81 | 1000 | 1100 | T1 |"
    return "\n".join((PROGRAM, head, first, *rows))


def second(old: str = "", new: str = "") -> str:
    """Return a program sheet whose second program has `new` for `old`."""
    row = "| 7.01.02 | LAYANAN | Jumlah desa | Desa | 2 | 3 | 1000 | 1100 | T1 |"
    assert old in row
    return program(row.replace(old, new, 1))


def identity(label: str, value: str) -> str:
    return f"{IDENTITY}| {label} | {value} |"


SHEET = "Program dan Kegiatan"
MANY = "\n".join(f"| S{n} | | Strategis | Kalimat {n} | IK | {{}} |" for n in range(1, 8))
TREE = "# Pohon Kinerja\n| Kode | Induk | Level | Kinerja | IK | Penanggung Jawab |\n"
GOAL = """# Tujuan dan Sasaran
| Kode | Jenis | Uraian | IK | Satuan | Kondisi Awal | Target 2025 | Kinerja |
| TJ1 | Tujuan | Desa | Jumlah desa | Desa | {} | 3 | S1 |
"""
FORGOTTEN = TREE + MANY.format(*["Camat"] * 6, "")

CASES = (
    Case("ISI-21", "peringatan", f"{SHEET}!F3", "target 2026", second("| 3 |", "| |"), second()),
    Case("ISI-22", "peringatan", f"{SHEET}!D3", "satuan", second("| Desa |", "| |"), second()),
    Case("ISI-23", "peringatan", f"{SHEET}!H3", "pagu 2026", second("1100", ""), second()),
    Case(
        "ISI-23", "peringatan", f"{SHEET}!G3", "pagu 2025", second("1000", ""), second("1000", "-")
    ),
    Case(
        "ISI-25",
        "peringatan",
        f"{SHEET}!G3",
        "pagu program",
        second("1000 | 1100", " | "),
        second("1000 | 1100", "- | -"),
    ),
    Case(
        "ISI-24", "saran", "Pohon Kinerja!F8", "6 dari 7", FORGOTTEN, TREE + MANY.format(*["-"] * 7)
    ),
    Case("NILAI-01", "peringatan", f"{SHEET}!B3", "angka", second("LAYANAN", "<12>"), second()),
    Case("NILAI-01", "peringatan", f"{SHEET}!C3", "tanggal", second("Jumlah desa", "<2026-02-01>")),
    Case("NILAI-01", "peringatan", f"{SHEET}!D3", '"12"', second("| Desa |", "| 12 |"), second()),
    Case("NILAI-02", "peringatan", f"{SHEET}!F3", '"BB"', second("| 3 |", "| BB |"), second()),
    Case(
        "NILAI-03",
        "peringatan",
        "Tujuan dan Sasaran!G2",
        '"mungkin"',
        "# Tujuan dan Sasaran\n| Kode | Jenis | Uraian | IK | Target | Kinerja | IKU |\n"
        "| TJ1 | Tujuan | Desa | Indeks | 80 | S1 | mungkin |",
        "# Tujuan dan Sasaran\n| Kode | Jenis | Uraian | IK | Target | Kinerja | IKU |\n"
        "| TJ1 | Tujuan | Desa | Indeks | 80 | S1 | bukan |",
    ),
    Case(
        "ANGKA-05",
        "peringatan",
        f"{SHEET}!E2",
        "0,96 persen",
        f"{PROGRAM}{HEAD}\n| 7.01.01 | PROGRAM | Persentase | % | 0,96 | 1 | 1 | 1 | T1 |",
        f"{PROGRAM}{HEAD}\n| 7.01.01 | PROGRAM | Persentase | % | 0,96 | 2 | 1 | 1 | T1 |",
    ),
    Case(
        "ANGKA-05",
        "peringatan",
        f"{SHEET}!F2",
        '"0,4211"',
        f"{PROGRAM}{HEAD}\n| 7.01.01 | PROGRAM | Persentase | % | 40 | <0.4211> | 1 | 1 | T1 |",
        f"{PROGRAM}{HEAD}\n| 7.01.01 | PROGRAM | Persentase | % | 2 | <0.4211> | 1 | 1 | T1 |",
    ),
    Case(
        "ANGKA-06",
        "peringatan",
        "Tujuan dan Sasaran!F2",
        "bersatuan Dokumen",
        GOAL.format("2 Dokumen"),
        GOAL.format("2 Ds."),
    ),
    Case("KODE-11", "peringatan", f"{SHEET}!A3", "dibaca 7.01.02", second("7.01.02", "7.1.02")),
    Case(
        "BARIS-01",
        "peringatan",
        f"{SHEET}!D3",
        "(D3)",
        program("| | | | Desa | | | | | |"),
        program("| | | IKS | Desa | 1 | 2 | | | |"),
    ),
    Case(
        "BARIS-02",
        "peringatan",
        f"{SHEET}!I3",
        '"S1"',
        program("| | | IKS | Desa | 1 | 2 | | | S1 |"),
        program("| | | IKS | Desa | 1 | 2 | | | T1 |"),
    ),
    Case(
        "BARIS-03",
        "peringatan",
        f"{SHEET}!A4",
        "3 barisnya tidak dibaca",
        program("|", "| No | Nama | Peran |", "| 1 | Budi | Camat |", "| 2 | Tuti | Sekretaris |"),
        program("|", HEAD, "| 7.01.02 | LAYANAN | Jumlah | Desa | 2 | 3 | 1000 | 1100 | T1 |"),
    ),
    Case(
        "BARIS-04",
        "saran",
        f"{SHEET}!L3",
        "1 sel",
        program("| 7.01.02 | LAYANAN | Jumlah | Desa | 2 | 3 | 1000 | 1100 | T1 | | | cek |"),
    ),
    Case(
        "BARIS-05",
        "peringatan",
        f"{SHEET}!G3",
        "dijumlahkan ke pagu 7.01.01",
        program("| | | | | | | 5000 | 6000 | |"),
        program("| Jumlah | | | | | | 1000 | 1100 | |"),
    ),
    Case("IDENTITAS-05", "saran", "Identitas!A5", '"Warna"', identity("Warna", "biru")),
    Case(
        "IDENTITAS-06",
        "peringatan",
        "Identitas!C5",
        '"Mawar"',
        identity("Tempat", "Cemara | Mawar"),
        identity("Tempat", "Cemara"),
    ),
    Case(
        "IDENTITAS-07", "peringatan", "Identitas!A5", "dua kali", identity("Periode Awal", "2024")
    ),
    Case("IDENTITAS-08", "saran", "Identitas!B5", '"Provinsi"', identity("Provinsi", "")),
    Case(
        "IDENTITAS-09",
        "peringatan",
        "Identitas!B5",
        "15 angka",
        identity("NIP", "<197508172000031000 0>"),
        identity("NIP", "197508172000031004"),
    ),
    Case(
        "IDENTITAS-09",
        "peringatan",
        "Identitas!B5",
        "tahun terbaca dari tanggal",
        identity("Tahun Renja", "<2025-01-01>"),
        identity("Tahun Renja", "2025"),
    ),
    Case("IDENTITAS-09", "peringatan", "Identitas!B5", "status", identity("Status", "Baru")),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code} {case.says}")
def test_a_cell_is_found_and_nothing_beside_it(case: Case, tmp_path: Path) -> None:
    findings.assert_shown(case, tmp_path)


def codes(folder: Path, *written: str, unit: str = "") -> tuple[list[str], list[str]]:
    """Return the codes that a program sheet of these is read as, and what is said of them."""
    rows = "\n".join(f"| {code} | Nama {n} | IK | 1 | T1 |" for n, code in enumerate(written))
    text = f"{PROGRAM}| Kode | Uraian | IK | Target 2025 | Kinerja |\n{rows}"
    whole = f"{text}\n{identity('Kode Perangkat Daerah', unit)}" if unit else text
    rencana, issues = books.read_plan(folder, whole)
    said = [f"{one.ref.row} {one.severity}" for one in issues if one.code == "KODE-11"]
    return [node.kode for node in rencana.node[-len(written) :]], said


def test_one_habit_of_a_sheet_is_said_once_and_an_odd_code_by_itself(tmp_path: Path) -> None:
    kegiatan = "7.01.01.2.01"
    short = [f"{kegiatan}.0{n}" for n in (1, 2, 3)]
    read, said = codes(tmp_path, "7.01.01", kegiatan, *short, "7.01.01. 2.02")
    assert read[2:5] == [f"{kegiatan}.000{n}" for n in (1, 2, 3)]
    assert read[5] == "7.01.01.2.02"
    assert sorted(said) == ["4 saran", "7 peringatan"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("7.01.01.02.01", "7.01.01.2.01"),
        ("7.1.01.2.01", "7.01.01.2.01"),
        ("7.01.01.2.01.", "7.01.01.2.01"),
        ("7.01.01 .2.01", "7.01.01.2.01"),
        ("X.XX.01.2.01", "7.01.01.2.01"),
    ],
)
def test_a_code_in_another_form_is_read_and_reported(
    written: str, read: str, tmp_path: Path
) -> None:
    found, said = codes(tmp_path, "7.01.01", written, unit="7.01.0.00.0.00.09.0000")
    assert found == ["7.01.01", read]
    assert said == ["3 peringatan"]


def test_a_mistyped_link_is_answered_with_what_may_be_meant(tmp_path: Path) -> None:
    _, issues = books.read_plan(tmp_path, second("T1", "Meningkatnya mutu layan"))
    (issue,) = [one for one in issues if one.code == "KAIT-02"]
    assert issue.hint == 'Mungkin yang dimaksud T1 "Meningkatnya mutu layanan"; tulis kodenya.'
