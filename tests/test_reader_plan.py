"""The contract of the workbook's sheets: identity, tree, goals, programs, links and partners."""

from decimal import Decimal
from pathlib import Path

import pytest

import books
from pohon_docs.model import Jenis, Node, Rencana

HEAD = "# Program dan Kegiatan\n"
TREE = "# Pohon Kinerja\n"
GOALS = "# Tujuan dan Sasaran\n"


def only(rencana: Rencana, jenis: Jenis = Jenis.PROGRAM) -> Node:
    (node,) = rencana.of(jenis)
    return node


def test_the_identity_is_read_whatever_the_case_of_its_fields(tmp_path: Path) -> None:
    rencana, issues = books.read_plan(
        tmp_path,
        r"""# Identitas
        | NAMA PERANGKAT DAERAH | Kecamatan  Cemara |
        | Pemerintah_Daerah     | Kabupaten Cemara |
        | Periode Awal :        | <2025> |
        | Periode Akhir         | Tahun 2026 |
        | Misi                  | 1. Melayani\n2. Membangun |
        | Pangkat/Golongan      | Pembina (IV/a) |
        | NIP                   | 197508172000031004 |
        | Warna                 | biru |
        """,
    )
    assert [(str(one.ref), one.code) for one in issues] == [
        ("uji.xlsx › Identitas!A8", "IDENTITAS-05")
    ]
    identitas = rencana.identitas
    assert identitas.nama_perangkat_daerah == "Kecamatan Cemara"
    assert (identitas.periode_awal, identitas.periode_akhir) == (2025, 2026)
    assert identitas.tahun_renja == 2025
    assert identitas.misi == "1. Melayani\n2. Membangun"
    assert identitas.pangkat_golongan == "Pembina (IV/a)"
    assert str(dict(identitas.refs)["nip"]) == "uji.xlsx › Identitas!B7"


def test_the_fields_of_an_identity_may_be_numbered_in_a_column_of_their_own(
    tmp_path: Path,
) -> None:
    rencana, issues = books.read_plan(
        tmp_path,
        """# Identitas
        | No | Uraian                | Isi                |
        | 1  | Periode Akhir         | 2026               |
        | 2. | Nama Perangkat Daerah | Dinas Perhubungan  |
        | 3  | Pemerintah Daerah     | Kota Cemara        |
        | 4  | Periode Awal          | 2025               |
        | 5  | Warna                 | biru               |
        """,
    )
    assert rencana.identitas.nama_perangkat_daerah == "Dinas Perhubungan"
    assert str(dict(rencana.identitas.refs)["periode_akhir"]) == "uji.xlsx › Identitas!C2"
    assert [(str(one.ref), one.code) for one in issues] == [
        ("uji.xlsx › Identitas!B6", "IDENTITAS-05")
    ]


def test_a_plan_without_identity_takes_its_years_from_the_headings(tmp_path: Path) -> None:
    text = books.BASE.partition("# Pohon Kinerja")[2]
    rencana, issues = books.read_path(books.book(tmp_path, f"# Pohon Kinerja{text}"))
    assert rencana.tahun == (2025, 2026)
    assert [issue.code for issue in issues] == ["LEMBAR-01"]
    assert len(rencana.node) == 9


def test_a_node_may_have_several_parents_and_a_short_title(tmp_path: Path) -> None:
    rencana, issues = books.read_plan(
        tmp_path,
        TREE
        + """
        | Kode | Induk  | Level               | Kinerja | Judul Singkat | IK    | Crosscutting |
        | S1   |        | Kinerja Strategis   | Mandiri | Desa          | Nilai |              |
        | U1   | S1     | Urusan/Sub Urusan   | Layanan |               | Nilai |              |
        | U2   | S1     | Kinerja Urusan      | Usaha   |               | Nilai | Dinas Sosial |
        | T1   | U1;U2  | Tactical            | Mutu    |               | Nilai |              |
        | O1   | T1     | Kinerja Operasional | Terpadu |               | Nilai |              |
        """,
    )
    assert issues == ()
    top, first, second, shared, _ = rencana.of(Jenis.KINERJA)
    assert top.judul_singkat == "Desa"
    assert second.crosscutting == "Dinas Sosial"
    assert rencana.parents(shared) == (first, second)
    assert rencana.children(second) == (shared,)
    assert [node.kode for node, _ in rencana.walk(Jenis.KINERJA)].count("T1") == 1
    assert top.nama_level == "Kinerja Strategis"


def test_level_and_parent_follow_from_official_codes(tmp_path: Path) -> None:
    rencana, issues = books.read_plan(
        tmp_path,
        HEAD
        + """
        | Kode           | Uraian     | Indikator | Target 2025 | Kinerja |
        | 7.1.01         | PROGRAM    | Nilai     | 80          | T1      |
        | 7.01.01.02.01  | Kegiatan   | Nilai     | 80          | T1      |
        | 7.01.01.2.01.01| Sub        | Nilai     | 80          | O1      |
        | X.XX.01        | PENUNJANG  | Nilai     | 80          | T1      |
        """,
    )
    assert [(str(one.ref).rpartition("!")[2], one.code) for one in issues] == [
        ("A2", "KODE-11"),
        ("A3", "KODE-11"),
        ("A4", "KODE-11"),
        ("A5", "KODE-11"),
    ]
    assert [(node.kode, node.jenis, node.induk) for node in rencana.node[-4:]] == [
        ("7.01.01", Jenis.PROGRAM, ()),
        ("7.01.01.2.01", Jenis.KEGIATAN, ("7.01.01",)),
        ("7.01.01.2.01.0001", Jenis.SUB_KEGIATAN, ("7.01.01.2.01",)),
        ("X.XX.01", Jenis.PROGRAM, ()),
    ]


def test_level_and_parent_may_be_written_instead_of_official_codes(tmp_path: Path) -> None:
    rencana, issues = books.read_plan(
        tmp_path,
        HEAD
        + """
        | Kode | Jenis        | Induk | Uraian   | Indikator | Target 2025 | Kinerja |
        | P1   | Program      |       | PROGRAM  | Nilai     | 80          | T1      |
        | K1   | Kegiatan     | P1    | Kegiatan | Nilai     | 80          | T1      |
        | SK1  | Sub Kegiatan | K1    | Sub      | Nilai     | 80          | O1      |
        """,
    )
    assert issues == ()
    assert [(node.jenis, node.induk) for node in rencana.node[-3:]] == [
        (Jenis.PROGRAM, ()),
        (Jenis.KEGIATAN, ("P1",)),
        (Jenis.SUB_KEGIATAN, ("K1",)),
    ]


def test_a_row_below_a_name_without_a_code_is_its_statement(tmp_path: Path) -> None:
    rencana, issues = books.read_plan(
        tmp_path,
        HEAD
        + """
        | Kode         | Uraian                   | Indikator | Target 2025 | Kinerja |
        | 7.01.01      | PROGRAM PENUNJANG        |           |             | T1      |
        |              | Meningkatnya dukungan    | Nilai     | 80          |         |
        | 7.01.01.2.01 | Perencanaan              | Jumlah    | 2 Dokumen   | T1      |
        """,
    )
    assert issues == ()
    program, kegiatan = rencana.node[-2:]
    assert program.sasaran == "Meningkatnya dukungan"
    assert [one.uraian for one in program.indikator] == ["Nilai"]
    assert str(program.at("sasaran")).startswith("uji.xlsx › Program dan Kegiatan!")
    assert program.at("sasaran").row == 3
    assert kegiatan.sasaran == ""


def test_a_link_may_be_the_exact_wording_of_a_condition(tmp_path: Path) -> None:
    rencana, issues = books.read_plan(
        tmp_path,
        GOALS
        + """
        | Kode | Jenis  | Induk | Uraian | Indikator | Target | Kinerja                          |
        | TJ1  | Tujuan |       | Tujuan | Nilai     | 80     | terwujudnya  kemandirian desa;U1 |
        """,
    )
    assert issues == ()
    assert only(rencana, Jenis.TUJUAN).mendukung == ("S1", "U1")


def test_the_fields_of_a_goal_are_read(tmp_path: Path) -> None:
    rencana, issues = books.read_plan(
        tmp_path,
        GOALS
        + """
        | Kode | Jenis  | Uraian | IK    | Satuan | Baseline | Kondisi Akhir| IKU | Rumus | Simpul |
        | TJ1  | Tujuan | Tujuan | Nilai | Indeks | 79       | 81           | Ya  | a / b | S1     |
        """,
    )
    assert issues == ()
    (ik,) = only(rencana, Jenis.TUJUAN).indikator
    assert (ik.kondisi_awal, ik.kondisi_akhir, ik.iku) == ("79", "81", True)
    assert (ik.formula, ik.satuan, ik.target) == ("a / b", "Indeks", ())


def test_the_fields_of_a_component_are_read_each_with_its_cell(tmp_path: Path) -> None:
    fields = {
        "sasaran": "Sasaran",
        "ik_kinerja": "IK Kinerja",
        "penanggung_jawab": "Penanggung Jawab",
        "lokasi": "Lokasi",
        "sumber_dana": "Sumber Dana",
        "kelompok_sasaran": "Kelompok Sasaran",
        "prioritas_nasional": "Prioritas Nasional",
        "prioritas_daerah": "Prioritas Daerah",
        "catatan": "Catatan",
    }
    head = ["Kode", "Uraian", "IK", "Target", "Kinerja", "Sasaran PD", "Realisasi 2025"]
    row = ["7.01.01", "PROGRAM", "Nilai", "80", "T1", "SS1", "7.500"]
    table = [[*head, *fields.values()], [*row, *(f"isi {name}" for name in fields)]]
    rencana, issues = books.read_plan(tmp_path, HEAD + books.lines(table))
    assert issues == ()
    program = only(rencana)
    for place, name in enumerate(fields, 8):
        assert getattr(program, name) == f"isi {name}"
        assert (program.at(name).row, program.at(name).column) == (2, place)
    assert program.sasaran_pd == ("SS1",)
    assert [(one.tahun, one.nilai) for one in program.realisasi] == [(2025, Decimal(7500))]


def test_partners_are_read_from_the_crosscutting_sheet(tmp_path: Path) -> None:
    rencana, issues = books.read_plan(
        tmp_path,
        """# Crosscutting
        | Kinerja | Mitra        | Peran     | Keluaran | Status   |
        | U1      | Dinas Sosial | Mendukung | Data     | Berjalan |
        """,
    )
    assert issues == ()
    (partner,) = rencana.kemitraan
    assert (partner.kinerja, partner.mitra, partner.status) == ("U1", "Dinas Sosial", "Berjalan")
    assert str(dict(partner.refs)["mitra"]) == "uji.xlsx › Crosscutting!B2"


@pytest.mark.parametrize(("last", "said"), [(2034, []), (2035, ["IDENTITAS-03"])])
def test_a_period_may_be_ten_years_long_and_no_longer(
    last: int, said: list[str], tmp_path: Path
) -> None:
    text = books.BASE.replace("| 2026              |", f"| {last} |")
    _, issues = books.read_path(books.book(tmp_path, text))
    assert [issue.code for issue in issues] == said


def test_tree_goals_and_programs_each_have_codes_of_their_own(tmp_path: Path) -> None:
    rencana, issues = books.read_plan(
        tmp_path,
        """
        # Pohon Kinerja
        | Kode | Induk | Level     | Kinerja | IK    |
        | 1    |       | Strategis | Mandiri | Nilai |
        | 2    | 1     | Urusan    | Layanan | Nilai |
        # Tujuan dan Sasaran
        | Kode | Jenis   | Induk | Uraian  | IK    | Target | Kinerja |
        | 1    | Tujuan  |       | Mandiri | Nilai | 80     | 1       |
        | 2    | Sasaran | 1     | Layanan | Nilai | 80     | 2       |
        # Program dan Kegiatan
        | Kode | Jenis    | Induk | Uraian   | IK    | Target | Kinerja | Sasaran PD |
        | 1    | Program  |       | PROGRAM  | Nilai | 80     | 2       | 2          |
        | 2    | Kegiatan | 1     | Kegiatan | Nilai | 80     | 2       |            |
        """,
    )
    assert issues == ()
    above = [rencana.parents(node) for node in rencana.node if node.kode == "2"]
    assert [[parent.jenis for parent in parents] for parents in above] == [
        [Jenis.KINERJA],
        [Jenis.TUJUAN],
        [Jenis.PROGRAM],
    ]
