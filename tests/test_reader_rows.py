"""The contract of the workbook's rows: merged and continued ones, lists, numbers, text, notes."""

from decimal import Decimal
from pathlib import Path

import pytest

import books
from pohon_docs.indikator import JenisTarget
from pohon_docs.model import Jenis, Level, Node, Rencana

HEAD = "# Program dan Kegiatan\n"
TREE = "# Pohon Kinerja\n"


def only(rencana: Rencana, jenis: Jenis = Jenis.PROGRAM) -> Node:
    (node,) = rencana.of(jenis)
    return node


def test_merged_cells_give_their_value_to_all_with_the_top_left_address(tmp_path: Path) -> None:
    rencana, issues = books.read_plan(
        tmp_path,
        TREE
        + """
        | Kode | Induk | Level       | Kinerja | IK    | Penanggung Jawab |
        | S1   |       | Strategis   | Mandiri | Nilai | Camat            |
        | U1   | S1    | Urusan      | Layanan | Nilai | ^                |
        | U2   | ^     | ^           | Desa    | Nilai | Sekretaris       |
        | T1   | U1; U2| Taktikal    | Mutu    | Nilai |                  |
        | O1   | T1    | Operasional | Terpadu | Nilai |                  |
        """,
    )
    assert issues == ()
    _, first, second, *_ = rencana.of(Jenis.KINERJA)
    assert second.induk == ("S1",)
    assert second.level is Level.URUSAN
    assert str(second.at("induk")) == "uji.xlsx › Pohon Kinerja!B3"
    assert first.penanggung_jawab == "Camat"
    assert str(first.at("penanggung_jawab")) == "uji.xlsx › Pohon Kinerja!F2"


def test_empty_cells_are_never_filled_from_above(tmp_path: Path) -> None:
    rencana, _ = books.read_plan(
        tmp_path,
        TREE
        + """
        | Kode | Induk | Level       | Kinerja | IK    |
        | S1   |       | Strategis   | Mandiri | Nilai |
        | U1   | S1    | Urusan      | Layanan | Nilai |
        | U2   |       |             | Desa    | Nilai |
        """,
    )
    last = rencana.of(Jenis.KINERJA)[-1]
    assert (last.induk, last.level) == ((), None)


def test_a_row_without_kode_and_uraian_adds_its_indicator_to_the_entry_above(
    tmp_path: Path,
) -> None:
    rencana, issues = books.read_plan(
        tmp_path,
        HEAD
        + """
        | Kode    | Uraian  | Indikator    | Satuan | Target 2025 | Pagu 2025 | Kinerja |
        | 7.01.01 | PROGRAM | Nilai IKM    | Nilai  | 83,30       | 1.000.000 | T1      |
        | ^       | ^       | Nilai SAKIP  | Nilai  | 72,50       | 2.000.000 | ^       |
        |         |         | Predikat     |        | BB          |           |         |
        | 7.01.02 | LAYANAN | Nilai        | Nilai  | 80          |           | T1      |
        """,
    )
    assert [(str(one.ref), one.code) for one in issues] == [
        ("uji.xlsx › Program dan Kegiatan!F5", "ISI-25"),
        ("uji.xlsx › Program dan Kegiatan!D4", "ISI-22"),
    ]
    program, layanan = rencana.of(Jenis.PROGRAM)
    assert [one.uraian for one in program.indikator] == ["Nilai IKM", "Nilai SAKIP", "Predikat"]
    assert [one.target[0].teks for one in program.indikator] == ["83,30", "72,50", "BB"]
    assert [str(one.at("uraian")).rpartition("!")[2] for one in program.indikator] == [
        *("C2", "C3", "C4")
    ]
    assert program.pagu[0].nilai == 3_000_000
    assert len(layanan.indikator) == 1


def test_a_cell_lists_several_indicators_with_their_targets(tmp_path: Path) -> None:
    rencana, issues = books.read_plan(
        tmp_path,
        HEAD
        + r"""
        | Kode    | Uraian  | Indikator          | Satuan              | Target 2025     | Kinerja |
        | 7.01.01 | PROGRAM | 1. IKM\n2. SAKIP   | 1. Indeks\n2. Nilai | 1. 83,30\n2. 72 | T1      |
        | 7.01.02 | LAYANAN | IKM\nSAKIP         | Nilai               | 83,30\n72       | T1      |
        | 7.01.03 | DESA    | Persen desa\nmaju  | %                   | 42,11           | T1      |
        """,
    )
    numbered, lines, one = rencana.of(Jenis.PROGRAM)
    read = [(ik.uraian, ik.satuan, ik.target[0].teks) for ik in numbered.indikator]
    assert read == [("IKM", "Indeks", "83,30"), ("SAKIP", "Nilai", "72")]
    read = [(ik.uraian, ik.satuan, ik.target[0].teks) for ik in lines.indikator]
    assert read == [("IKM", "Nilai", "83,30"), ("SAKIP", "Nilai", "72")]
    assert [ik.uraian for ik in one.indikator] == ["Persen desa maju"]
    assert [issue.code for issue in issues] == ["ISI-03"]
    assert str(issues[0].ref) == "uji.xlsx › Program dan Kegiatan!C4"


def test_targets_that_cannot_be_shared_out_stay_with_the_first_indicator(tmp_path: Path) -> None:
    rencana, issues = books.read_plan(
        tmp_path,
        HEAD
        + r"""
        | Kode    | Uraian  | Indikator                | Target 2025 | Kinerja |
        | 7.01.01 | PROGRAM | 1. IKM\n2. SAKIP\n3. IDM | 83\n72      | T1      |
        """,
    )
    assert next(issue.code for issue in issues if issue.severity == "peringatan") == "ISI-03"
    read = [[target.teks for target in one.target] for one in only(rencana).indikator]
    assert read == [["83 72"], [], []]


@pytest.mark.parametrize(
    ("cell", "text", "value", "unit", "jenis"),
    [
        ("83.30  %", "83.30 %", "83.30", "%", JenisTarget.ANGKA),
        ("<0.4211 0.00%>", "42,11%", "42.1100", "%", JenisTarget.ANGKA),
        ('<42.11 0.00"%">', "42,11%", "42.11", "%", JenisTarget.ANGKA),
        ('<2 0" Desa">', "2 Desa", "2", "Desa", JenisTarget.ANGKA),
        ("<83.3 0.00>", "83,30", "83.3", "Nilai", JenisTarget.ANGKA),
        ("<83.30000000000001>", "83,3", "83.3", "Nilai", JenisTarget.ANGKA),
        ("<0>", "0", "0", "Nilai", JenisTarget.ANGKA),
        ("<1250 #,##0>", "1.250", "1250", "Nilai", JenisTarget.ANGKA),
        (r"2\nDesa", "2 Desa", "2", "Desa", JenisTarget.ANGKA),
        ("85-85,5", "85-85,5", "None", "Nilai", JenisTarget.RENTANG),
        ("BB", "BB", "None", "Nilai", JenisTarget.PREDIKAT),
    ],
)
def test_a_target_is_kept_as_written_beside_its_number(
    cell: str, text: str, value: str, unit: str, jenis: JenisTarget, tmp_path: Path
) -> None:
    rencana, issues = books.read_plan(
        tmp_path,
        f"""{HEAD}
        | Kode    | Uraian  | Indikator | Satuan | Target 2025 | Kinerja |
        | 7.01.01 | PROGRAM | Nilai     | Nilai  | {cell}      | T1      |
        """,
    )
    assert [one for one in issues if one.code != "ANGKA-06"] == []
    (target,) = only(rencana).indikator[0].target
    assert (target.teks, str(target.nilai), target.satuan) == (text, value, unit)
    assert target.jenis is jenis
    assert str(target.ref) == "uji.xlsx › Program dan Kegiatan!E2"


def test_an_empty_target_is_none_and_not_zero(tmp_path: Path) -> None:
    rencana, _ = books.read_plan(
        tmp_path,
        HEAD
        + """
        | Kode    | Uraian  | Indikator | Target 2025 | Target 2026 | Kinerja |
        | 7.01.01 | PROGRAM | Nilai     |             | 80          | T1      |
        """,
    )
    assert [target.tahun for target in only(rencana).indikator[0].target] == [2026]


def test_one_dot_before_three_digits_is_decided_by_its_neighbours(tmp_path: Path) -> None:
    rencana, issues = books.read_plan(
        tmp_path,
        HEAD
        + """
        | Kode    | Uraian  | Indikator | Target 2025 | Target 2026 | Pagu 2025 | Kinerja |
        | 7.01.01 | PROGRAM | Nilai     | 1.250       | 83,30       | 1.250     | T1      |
        """,
    )
    program = only(rencana)
    assert issues == ()
    assert program.indikator[0].target[0].nilai == Decimal("1.250")
    assert program.pagu[0].nilai == 1250


def test_neighbours_that_part_thousands_with_dots_decide_it_too(tmp_path: Path) -> None:
    rencana, issues = books.read_plan(
        tmp_path,
        HEAD
        + """
        | Kode    | Uraian  | Indikator | Satuan | Kondisi Awal | Target 2025 | Pagu 2025 | Kinerja|
        | 7.01.01 | PROGRAM | Volume    | Ton    | 12.345,6     | 12.500      | 1.250     | T1     |
        """,
    )
    assert issues == ()
    assert only(rencana).indikator[0].target[0].nilai == 12_500


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("1.250.000", 1_250_000),
        ("Rp 1.250.000,-", 1_250_000),
        ("Rp1.250.000,00", 1_250_000),
        ("1,250,000.00", 1_250_000),
        (r"1.250.\n000", 1_250_000),
        ("1 250 000", 1_250_000),
        ('<1250000 "Rp"#,##0>', 1_250_000),
        ("<0>", 0),
    ],
)
def test_money_is_read_in_every_usual_form(cell: str, value: int, tmp_path: Path) -> None:
    rencana, issues = books.read_plan(
        tmp_path,
        f"""{HEAD}
        | Kode    | Uraian  | Indikator | Target 2025 | Pagu 2025 | Kinerja |
        | 7.01.01 | PROGRAM | Nilai     | 80          | {cell}    | T1      |
        """,
    )
    assert issues == ()
    assert [pagu.nilai for pagu in only(rencana).pagu] == [Decimal(value)]


def test_a_dash_is_no_money_and_not_zero(tmp_path: Path) -> None:
    rencana, issues = books.read_plan(
        tmp_path,
        HEAD
        + """
        | Kode    | Uraian  | Indikator | Target 2025 | Pagu 2025 | Pagu 2026 | Kinerja |
        | 7.01.01 | PROGRAM | Nilai     | 80          | -         | 5.000     | T1      |
        """,
    )
    assert issues == ()
    assert [pagu.tahun for pagu in only(rencana).pagu] == [2026]


def test_unseen_characters_are_dropped_and_the_wording_stays(tmp_path: Path) -> None:
    rencana, issues = books.read_plan(
        tmp_path,
        f"""{HEAD}
        | Kode          | Uraian                        | Indikator | Target 2025 | Kinerja |
        | 7.01.01\u00a0 | PROGRAM\u200b  PELAY\u00adANAN | Prosentase & Pemerinthan | 1 | T1 |
        """,
    )
    assert issues == ()
    program = only(rencana)
    assert (program.kode, program.uraian) == ("7.01.01", "PROGRAM PELAYANAN")
    assert program.indikator[0].uraian == "Prosentase & Pemerinthan"


def test_rows_around_and_under_the_table_do_no_harm(tmp_path: Path) -> None:
    rencana, issues = books.read_plan(
        tmp_path,
        HEAD
        + """
        | Kode    | Uraian  | Indikator | Target 2025 | Pagu 2025 | Kinerja |
        |
        | 7.01.01 | PROGRAM | Nilai     | 80          | 1.000     | T1      |
        |
        | 7.01.02 | LAYANAN | Nilai     | 81          | 2.000     | T1      |
        | Jumlah  |         |           |             | 3.000     |         |
        | TOTAL KESELURUHAN | <  | <    | <           | 3.000     |         |
        | Catatan: angka sementara |
        | Sumber: DPA 2024 |
        | *) dapat berubah |
        """,
    )
    assert issues == ()
    assert [node.kode for node in rencana.of(Jenis.PROGRAM)] == ["7.01.01", "7.01.02"]
    assert rencana.total(rencana.of(Jenis.PROGRAM), 2025) == 3000
