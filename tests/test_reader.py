"""The contract of the workbook's tables: sheets, headers, columns, and what stands around."""

from decimal import Decimal
from pathlib import Path
from random import Random

import pytest

import books
from pohon_docs.model import Jenis, Node, Rencana

HEAD = "# Program dan Kegiatan\n"
TREE = "# Pohon Kinerja\n"
GOALS = "# Tujuan dan Sasaran\n"


def only(rencana: Rencana, jenis: Jenis = Jenis.PROGRAM) -> Node:
    (node,) = rencana.of(jenis)
    return node


def test_the_base_plan_of_these_tests_has_no_findings(tmp_path: Path) -> None:
    rencana, issues = books.read_plan(tmp_path)
    assert issues == ()
    assert [node.kode for node in rencana.of(Jenis.KINERJA)] == ["S1", "U1", "T1", "O1"]
    assert rencana.tahun == (2025, 2026)


@pytest.mark.parametrize("number", range(12))
def test_order_of_columns_and_rows_around_the_table_change_nothing(
    number: int, tmp_path: Path
) -> None:
    random = Random(number)
    plain, _ = books.read_plan(tmp_path / "base")
    shuffled, issues = books.read_plan(tmp_path / "other", _rearranged(random))
    assert shuffled == plain
    assert {issue.code for issue in issues} <= {"LEMBAR-03"}


def _rearranged(random: Random) -> str:
    """Return the base plan with its columns shuffled and rows of other things around them."""
    blocks = []
    for title, rows in books.sheets(books.BASE).items():
        if title == "Identitas":
            continue
        width = len(rows[0])
        wide = [[*row, *[""] * (width - len(row))] for row in rows]
        wide = [[*row, extra] for row, extra in zip(wide, ["Warna", *["biru"] * 9], strict=False)]
        order = random.sample(range(width + 1), width + 1)
        mixed = [[row[place] for place in order] for row in wide]
        numbering = [f"({place})" for place in range(1, width + 2)]
        titles = [["KECAMATAN CEMARA"], [""]] * random.randint(0, 3)
        spaced = [row for line in mixed[1:] for row in [line, [""]][: random.randint(1, 2)]]
        mixed = [*titles, mixed[0], *[numbering] * random.randint(0, 1), *spaced]
        blocks.append(f"# {title}\n{books.lines(mixed)}")
    return "\n".join(blocks)


@pytest.mark.parametrize(
    "name", ["program & kegiatan", "PROGRAM_KEGIATAN", "Matriks Renstra", "T-C.27"]
)
def test_a_sheet_is_found_by_any_of_its_names(name: str, tmp_path: Path) -> None:
    text = books.BASE.replace("# Program dan Kegiatan", f"# {name}")
    rencana, issues = books.read_plan(tmp_path, "# Program dan Kegiatan")
    assert rencana.of(Jenis.PROGRAM) == ()
    path = books.book(tmp_path / "named", text)
    rencana_named, issues = books.read_path(path)
    assert [node.kode for node in rencana_named.of(Jenis.PROGRAM)] == ["7.01.01"]
    assert issues == ()


def test_unknown_sheets_are_left_alone_and_named_once(tmp_path: Path) -> None:
    _, issues = books.read_plan(tmp_path, "# Rapat\n| a |\n# Kosong\n# Hitungan\n| 1 |")
    (issue,) = issues
    assert issue.code == "LEMBAR-05"
    assert '"Rapat", "Hitungan"' in issue.message
    assert "Kosong" not in issue.message


def test_a_header_may_take_three_rows_below_title_rows(tmp_path: Path) -> None:
    rencana, issues = books.read_plan(
        tmp_path,
        HEAD
        + """
        | MATRIKS RENCANA PROGRAM |
        | KECAMATAN CEMARA |
        |
        | Kode    | Uraian  | Indikator | Target Kinerja dan Pagu | < | <    | <  | Kinerja |
        | ^       | ^       | ^         | 2025                    | < | 2026 | <  | ^       |
        | ^       | ^       | ^         | K         | Rp          | K        | Rp | ^       |
        | (1)     | (2)     | (3)       | (4)       | (5)         | (6)      | (7)| (8)     |
        | 7.01.01 | PROGRAM | Nilai     | 83,30     | 1.000.000   | 84       | 2.000.000 | T1 |
        | Kode    | Uraian  | Indikator | Target Kinerja dan Pagu | < | <    | <  | Kinerja |
        | 1       | 2       | 3         | 4         | 5           | 6        | 7  | 8       |
        | 7.01.02 | LAYANAN | Nilai     | 85        | 3.000.000   | 86       | 4.000.000 | T1 |
        """,
    )
    assert issues == ()
    first, second = rencana.of(Jenis.PROGRAM)
    assert [target.tahun for target in first.indikator[0].target] == [2025, 2026]
    assert [target.teks for target in second.indikator[0].target] == ["85", "86"]
    assert [(pagu.tahun, pagu.nilai) for pagu in first.pagu] == [
        (2025, Decimal(1_000_000)),
        (2026, Decimal(2_000_000)),
    ]


def test_a_year_over_target_and_pagu_is_a_two_row_header(tmp_path: Path) -> None:
    rencana, issues = books.read_plan(
        tmp_path,
        HEAD
        + """
        | Kode    | Uraian  | Indikator | 2025   | <         | Kinerja |
        | ^       | ^       | ^         | Target | Pagu (Rp) | ^       |
        | 7.01.01 | PROGRAM | Nilai     | 83,30  | 1.000.000 | T1      |
        """,
    )
    assert issues == ()
    program = only(rencana)
    assert program.indikator[0].target[0].tahun == 2025
    assert program.pagu[0].nilai == 1_000_000


def test_a_heading_that_is_only_a_year_is_that_years_target(tmp_path: Path) -> None:
    rencana, issues = books.read_plan(
        tmp_path,
        GOALS
        + """
        | Kode | Jenis  | Induk | Uraian | Indikator | 2025 | Tahun 2026 | Target | Kinerja |
        | TJ1  | Tujuan |       | Tujuan | Nilai     | 80   | 81         | 82     | S1      |
        """,
    )
    assert issues == ()
    targets = only(rencana, Jenis.TUJUAN).indikator[0].target
    assert [(target.tahun, target.teks) for target in targets] == [
        (2025, "80"),
        (2026, "81"),
        (None, "82"),
    ]


def test_unknown_columns_are_named_once_and_kept_out(tmp_path: Path) -> None:
    _, issues = books.read_plan(
        tmp_path,
        TREE
        + """
        | No | Kode | Induk | Level     | Kinerja | IK    | Warna |
        | 1  | S1   |       | Strategis | Mandiri | Nilai | biru  |
        """,
    )
    notes = [issue for issue in issues if issue.code == "LEMBAR-03"]
    assert [issue.message for issue in notes] == [
        'kolom tidak dikenal, tidak ikut dibaca: "No", "Warna"'
    ]


def test_a_missing_column_is_one_finding_for_the_whole_table(tmp_path: Path) -> None:
    rencana, issues = books.read_plan(
        tmp_path,
        TREE
        + """
        | Pohon Kinerja Kecamatan |
        | Kode | Induk | Levell      | Kinerja   | Indikator |
        | S1   |       | Strategis   | Mandiri   | Nilai     |
        | U1   | S1    | Urusan      | Layanan   | Nilai     |
        | T1   | U1    | Taktikal    | Mutu      | Nilai     |
        | O1   | T1    | Operasional | Terpadu   | Nilai     |
        """,
    )
    galat = [issue for issue in issues if issue.severity == "galat"]
    (issue,) = galat
    assert issue.code == "LEMBAR-02"
    assert str(issue.ref) == "uji.xlsx › Pohon Kinerja!A2"
    assert issue.message == 'kolom "Level" tidak ditemukan'
    assert '"Level", "Level Kinerja", "Tingkat"' in issue.hint
    assert "baris 2" in issue.hint
    assert '"Levell"' in issue.hint
    assert [node.level for node in rencana.of(Jenis.KINERJA)] == [None] * 4


def test_rows_of_a_table_without_a_code_column_stay_nodes_of_their_own(tmp_path: Path) -> None:
    rencana, issues = books.read_plan(
        tmp_path,
        HEAD
        + """
        | Uraian  | Indikator | Target 2025 | Kinerja |
        | PROGRAM | Nilai     | 80          | T1      |
        | LAYANAN | Nilai     | 81          | T1      |
        """,
    )
    assert [node.uraian for node in rencana.of(Jenis.PROGRAM)] == ["PROGRAM", "LAYANAN"]
    assert [issue.code for issue in issues] == ["LEMBAR-02"]


def test_hidden_rows_and_columns_are_read_and_named_once(tmp_path: Path) -> None:
    rencana, issues = books.read_plan(
        tmp_path,
        TREE
        + """
        | Kode | Induk | Level       | Kinerja (tersembunyi) | IK (tersembunyi) |
        | S1   |       | Strategis   | Mandiri | Nilai |
        | U1   | S1    | Urusan      | Layanan | Nilai | (tersembunyi)
        | T1   | U1    | Taktikal    | Mutu    | Nilai | (tersembunyi)
        | O1   | T1    | Operasional | Terpadu | Nilai |
        """,
    )
    assert len(rencana.of(Jenis.KINERJA)) == 4
    assert [(issue.code, issue.message) for issue in issues] == [
        ("LEMBAR-04", "2 baris tersembunyi ikut dibaca"),
        ("LEMBAR-09", "kolom tersembunyi ikut dibaca: D, E"),
    ]


def test_hidden_sheets_are_left_out_and_named(tmp_path: Path) -> None:
    text = books.BASE + "# Crosscutting (tersembunyi)\n| Kinerja | Mitra |\n| U1 | Dinas |"
    rencana, issues = books.read_path(books.book(tmp_path, text))
    assert rencana.kemitraan == ()
    assert [(issue.code, issue.severity) for issue in issues] == [("LEMBAR-08", "saran")]
    assert '"Crosscutting"' in issues[0].message


def test_a_workbook_is_never_changed_by_reading(tmp_path: Path) -> None:
    path = books.plan(tmp_path)
    before = path.read_bytes(), path.stat().st_mtime_ns
    books.read_path(path)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]
