"""Every rule on the plan: a workbook that breaks it and one that keeps it."""

import ast
from pathlib import Path

import pytest

import findings
import rule_cases
import test_findings
import test_findings_cells
from findings import Case
from pohon_docs import rules
from pohon_docs.issue import Issue, Severity, has_galat, in_order
from pohon_docs.source import Ref

SRC = Path(__file__).parents[1] / "src" / "pohon_docs"

FIRST: tuple[Case, ...] = (
    Case(
        "POHON-01",
        "galat",
        "Pohon Kinerja!A3",
        "kode S1",
        """# Pohon Kinerja
        | Kode | Induk | Level     | Kinerja | IK    |
        | S1   |       | Strategis | Mandiri | Nilai |
        | S1   |       | Strategis | Layanan | Nilai |
        """,
        """# Pohon Kinerja
        | Kode | Induk | Level     | Kinerja | IK    |
        | S1   |       | Strategis | Mandiri | Nilai |
        | TJ1  |       | Strategis | Layanan | Nilai |
        """,
    ),
    Case(
        "POHON-02",
        "galat",
        "Pohon Kinerja!B3",
        "induk S9",
        """# Pohon Kinerja
        | Kode | Induk  | Level     | Kinerja | IK    |
        | S1   |        | Strategis | Mandiri | Nilai |
        | U1   | S1; S9 | Urusan    | Layanan | Nilai |
        """,
        """# Pohon Kinerja
        | Kode | Induk  | Level     | Kinerja | IK    |
        | S9   |        | Strategis | Mandiri | Nilai |
        | U1   | S9     | Urusan    | Layanan | Nilai |
        """,
    ),
    Case(
        "POHON-03",
        "galat",
        "Pohon Kinerja!B2",
        "T1 → T3 → T2 → T1",
        """# Pohon Kinerja
        | Kode | Induk | Level    | Kinerja | IK    |
        | T1   | T3    | Taktikal | Mandiri | Nilai |
        | T2   | T1    | Taktikal | Layanan | Nilai |
        | T3   | T2    | Taktikal | Mutu    | Nilai |
        """,
        """# Pohon Kinerja
        | Kode | Induk  | Level    | Kinerja | IK    |
        | T1   |        | Taktikal | Mandiri | Nilai |
        | T2   | T1     | Taktikal | Layanan | Nilai |
        | T3   | T2; T1 | Taktikal | Mutu    | Nilai |
        """,
    ),
    Case(
        "POHON-04",
        "galat",
        "Pohon Kinerja!C3",
        'level "Urusan" di bawah level "Taktikal"',
        """# Pohon Kinerja
        | Kode | Induk | Level    | Kinerja | IK    |
        | T1   |       | Taktikal | Mandiri | Nilai |
        | U1   | T1    | Urusan   | Layanan | Nilai |
        """,
        """# Pohon Kinerja
        | Kode | Induk | Level       | Kinerja | IK    |
        | U1   |       | Urusan      | Mandiri | Nilai |
        | T1   | U1    | Taktikal    | Layanan | Nilai |
        | T2   | T1    | Taktikal    | Mutu    | Nilai |
        | O1   | U1    | Operasional | Terpadu | Nilai |
        """,
    ),
    Case(
        "POHON-05",
        "peringatan",
        "Tujuan dan Sasaran!C3",
        "sasaran SS1",
        """# Tujuan dan Sasaran
        | Kode | Jenis   | Induk | Uraian  | IK    | Target | Kinerja |
        | TJ1  | Tujuan  |       | Mandiri | Nilai | 80     | S1      |
        | SS1  | Sasaran |       | Layanan | Nilai | 80     | U1      |
        """,
    ),
    Case(
        "POHON-06",
        "galat",
        "Program dan Kegiatan!C3",
        "sub kegiatan SK1 berinduk program P1",
        """# Program dan Kegiatan
        | Kode | Jenis        | Induk | Uraian  | IK    | Target | Kinerja |
        | P1   | Program      |       | PROGRAM | Nilai | 80     | T1      |
        | SK1  | Sub Kegiatan | P1    | Sub     | Nilai | 80     | O1      |
        """,
        """# Program dan Kegiatan
        | Kode | Jenis        | Induk | Uraian  | IK    | Target | Kinerja |
        | P1   | Program      |       | PROGRAM | Nilai | 80     | T1      |
        | K1   | Kegiatan     | P1    | Sub     | Nilai | 80     | O1      |
        """,
    ),
    Case(
        "ISI-11",
        "peringatan",
        "Pohon Kinerja!E2",
        'simpul "Mandiri"',
        """# Pohon Kinerja
        | Kode | Induk | Level     | Kinerja | IK |
        | S1   |       | Strategis | Mandiri |    |
        """,
    ),
    Case(
        "ISI-12",
        "peringatan",
        "Tujuan dan Sasaran!D2",
        'indikator "Nilai IKM"',
        """# Tujuan dan Sasaran
        | Kode | Jenis  | Uraian  | IK        | Target | Kondisi Akhir | Kinerja |
        | TJ1  | Tujuan | Mandiri | Nilai IKM |        |               | S1      |
        """,
        """# Tujuan dan Sasaran
        | Kode | Jenis  | Uraian  | IK        | Target | Kondisi Akhir | Kinerja |
        | TJ1  | Tujuan | Mandiri | Nilai IKM |        | 85            | S1      |
        """,
    ),
    Case(
        "ISI-13",
        "peringatan",
        "Tujuan dan Sasaran!E2",
        "target tanpa indikator",
        """# Tujuan dan Sasaran
        | Kode | Jenis  | Uraian  | IK | Target | Kinerja |
        | TJ1  | Tujuan | Mandiri |    | 85     | S1      |
        """,
    ),
    Case(
        "KAIT-01",
        "peringatan",
        "Program dan Kegiatan!E2",
        "program 7.01.01",
        """# Program dan Kegiatan
        | Kode    | Uraian  | IK    | Target | Kinerja |
        | 7.01.01 | PROGRAM | Nilai | 80     |         |
        """,
    ),
    Case(
        "KAIT-02",
        "galat",
        "Program dan Kegiatan!E2",
        'simpul "T9"',
        """# Program dan Kegiatan
        | Kode    | Uraian  | IK    | Target | Kinerja |
        | 7.01.01 | PROGRAM | Nilai | 80     | T1; T9  |
        """,
        """# Program dan Kegiatan
        | Kode    | Uraian  | IK    | Target | Kinerja                       |
        | 7.01.01 | PROGRAM | Nilai | 80     | T1; meningkatnya mutu layanan |
        """,
    ),
    Case(
        "KAIT-03",
        "galat",
        "Program dan Kegiatan!F2",
        'sasaran "SS9"',
        """# Program dan Kegiatan
        | Kode    | Uraian  | IK    | Target | Kinerja | Sasaran PD |
        | 7.01.01 | PROGRAM | Nilai | 80     | T1      | SS9        |
        """,
        """# Program dan Kegiatan
        | Kode    | Uraian  | IK    | Target | Kinerja | Sasaran PD |
        | 7.01.01 | PROGRAM | Nilai | 80     | T1      | SS1        |
        """,
    ),
)
SLIPS: tuple[Case, ...] = (
    Case(
        "POHON-12",
        "peringatan",
        "Pohon Kinerja!D3",
        '"mandiri" sudah dipakai simpul S1',
        """# Pohon Kinerja
        | Kode | Induk | Level     | Kinerja | IK    |
        | S1   |       | Strategis | Mandiri | Nilai |
        | S2   |       | Strategis | mandiri | Angka |
        """,
        """# Pohon Kinerja
        | Kode | Induk | Level     | Kinerja | IK    |
        | S1   |       | Strategis | Mandiri | Nilai |
        | U2   | S1    | Urusan    | Mandiri | Angka |
        """,
    ),
    Case(
        "ISI-14",
        "peringatan",
        "Pohon Kinerja!E3",
        '"Nilai" tertulis dua kali pada S1',
        """# Pohon Kinerja
        | Kode | Induk | Level     | Kinerja | IK    |
        | S1   |       | Strategis | Mandiri | Nilai |
        |      |       |           |         | Nilai |
        """,
    ),
    Case(
        "KAIT-05",
        "peringatan",
        "Crosscutting!A2",
        'simpul "X9"',
        "# Crosscutting\n| Kinerja | Mitra |\n| X9 | Dinas Sosial |",
        "# Crosscutting\n| Kinerja | Mitra |\n| terwujudnya kemandirian desa | Dinas Sosial |",
    ),
    Case(
        "KAIT-05",
        "peringatan",
        "Crosscutting!B2",
        "mitra belum diisi",
        "# Crosscutting\n| Kinerja | Mitra | Peran |\n| S1 | | Data |",
        "# Crosscutting\n| Kinerja | Mitra | Peran |\n| S1 | Dinas Sosial | Data |",
    ),
)
CASES = (*FIRST, *SLIPS, *rule_cases.CASES)
# What needs a whole file or folder to show itself is tested there.
ELSEWHERE = {
    **dict.fromkeys(("BUKU-01", "BUKU-02", "BUKU-03"), "test_bad_input"),
    **dict.fromkeys(("BUKU-04", "KELUAR-01"), "test_outputs"),
    **dict.fromkeys(("CONTOH-01", "CONTOH-02"), "test_starter"),
    "KELUAR-02": "test_findings_book",
    **dict.fromkeys(("OLAH-01", "OLAH-02"), "test_workers"),
    "OLAH-03": "test_cluster",
    "IDENTITAS-21": "test_emblem",
    **dict.fromkeys(("BANDING-01", "BANDING-02"), "test_perubahan"),
    **dict.fromkeys(("LEMBAR-10", "LEMBAR-11"), "test_assembly"),
    **dict.fromkeys(("LEMBAR-12", "ANGKA-04"), "test_matrix"),
    **dict.fromkeys((f"SEL-{number:02}" for number in range(3, 14)), "test_bad_cells"),
    **dict.fromkeys(("BUKU-05", "LEMBAR-20"), "test_bad_parts"),
    **dict.fromkeys(("SUSUN-02", "SUSUN-11", "SUSUN-13"), "test_levels"),
    **dict.fromkeys(("SUSUN-01", "SUSUN-12", "BARIS-06"), "test_fates"),
    **dict.fromkeys([f"SUSUN-0{number}" for number in range(3, 9)], "test_list"),
    **dict.fromkeys([f"GABUNG-{number:02}" for number in range(1, 11)], "test_gabung"),
    **dict.fromkeys(("NOMENKLATUR-01", "KODE-22"), "test_nomenclature"),
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_a_rule_finds_its_fault_and_nothing_beside_it(case: Case, tmp_path: Path) -> None:
    findings.assert_shown(case, tmp_path)


def emitted_codes() -> set[str]:
    """Return every code that the source gives to a finding or a rule."""
    codes = set()
    for path in SRC.rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Name)):
                continue
            if call.func.id not in ("Issue", "Rule", "Kind") or not call.args:
                continue
            if isinstance(call.args[0], ast.Constant):
                codes.add(str(call.args[0].value))
            else:  # a rule and a kind of fault hand their own code to their findings
                assert path in (SRC / "rules" / "__init__.py", SRC / "spreadsheet" / "faults.py")
    return codes


def test_every_code_that_the_source_emits_has_its_workbooks() -> None:
    cases = (*CASES, *test_findings.CASES, *test_findings_cells.CASES)
    shown = {case.code for case in cases} | set(ELSEWHERE)
    assert emitted_codes() == shown
    for code, module in ELSEWHERE.items():
        assert code in (Path(__file__).parent / f"{module}.py").read_text(encoding="utf-8")


def test_every_rule_is_complete_and_has_a_code_of_its_own() -> None:
    found = rules.rules()
    assert len({rule.code for rule in found}) == len(found)
    elsewhere = {rule.code for rule in found} - {case.code for case in CASES}
    assert elsewhere == {"KODE-22"}
    for rule in found:
        assert rule.title
        assert rule.basis
        assert rule.hint.endswith(".")


def test_findings_are_sorted_by_severity_then_place_without_repetitions() -> None:
    def issue(severity: Severity, row: int) -> Issue:
        return Issue("X-01", severity, "pesan", Ref("b", "s", row, 1))

    mild, late, early = issue(Severity.SARAN, 1), issue(Severity.GALAT, 9), issue(Severity.GALAT, 2)
    assert in_order([mild, late, early, late]) == (early, late, mild)
    assert has_galat([mild, late])
    assert not has_galat([mild])


def test_a_finding_names_the_cells_that_belong_to_it() -> None:
    other = Ref("b.xlsx", "Pohon Kinerja", 4, 28)
    issue = Issue("X-01", Severity.GALAT, "pesan", Ref("b.xlsx"), "Perbaiki.", (other,))
    assert str(issue) == "b.xlsx: galat: pesan (lihat Pohon Kinerja!AB4). Perbaiki. [X-01]"
