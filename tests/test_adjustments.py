"""A style can switch a rule off or weigh it otherwise, and the report says so with the reason."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

import books
from command import run
from pohon_docs import styles
from pohon_docs.adjustments import Adjustment, adjusted, notes
from pohon_docs.issue import Issue, Severity, areas
from pohon_docs.looks import StyleError
from pohon_docs.source import Ref
from rule_cases import goal

HEAD = 'dasar = "baku"\n'
OFF = '[aturan."KATA-08"]\nmati = true\nalasan = "Ejaan diperiksa humas."\n'
MILD = '[aturan."TARGET-07"]\nkeparahan = "saran"\nalasan = "Target sudah dibahas"\n'
FALLING = goal("Nilai kwalitas layanan", targets="82 | 80")


def style(folder: Path, text: str) -> styles.Style:
    (folder / "dinas.toml").write_text(HEAD + text, encoding="utf-8")
    return styles.load("dinas", folder)


def issue(code: str, severity: Severity, row: int = 1) -> Issue:
    return Issue(code, severity, "pesan", Ref("b.xlsx", "L", row, 1))


def test_a_change_drops_findings_or_gives_them_another_severity(tmp_path: Path) -> None:
    changes = style(tmp_path, OFF + MILD).aturan
    assert changes == {
        "KATA-08": Adjustment("Ejaan diperiksa humas.", mati=True),
        "TARGET-07": Adjustment("Target sudah dibahas", "saran"),
    }
    found = (
        issue("TARGET-07", Severity.PERINGATAN),
        issue("KATA-08", Severity.PERINGATAN),
        issue("KATA-01", Severity.PERINGATAN, 9),
    )
    left = adjusted(found, changes)
    assert [(one.code, str(one.severity)) for one in left] == [
        ("KATA-01", "peringatan"),
        ("TARGET-07", "saran"),
    ]
    assert adjusted(found, {}) == (found[1], found[0], found[2])


def test_the_notes_name_the_rule_and_the_reason() -> None:
    changes = {"B-1": Adjustment("Sebab", "galat"), "A-1": Adjustment("Alasan.", mati=True)}
    assert list(notes(changes, {"A-1": "Satu", "B-1": "Dua"})) == [
        "Aturan A-1 (Satu) dimatikan oleh gaya: Alasan.",
        "Aturan B-1 (Dua) dijadikan galat oleh gaya: Sebab.",
    ]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('[aturan."KATA-08"]\nmati = true\n', "kunci belum ada: alasan"),
        ('[aturan."KATA-08"]\nmati = true\nalasan = " "\n', "tanpa alasan"),
        ('[aturan."KATA-08"]\nalasan = "x"\n', "isi `keparahan`, atau `mati = true`"),
        ('[aturan."KATA-08"]\nalasan = "x"\nkeparahan = "parah"\n', "'parah' tidak cocok"),
        ('[aturan."KATA-08"]\nalasan = "x"\nmatikan = true\n', "kunci tidak dikenal: matikan"),
    ],
)
def test_a_change_without_reason_or_meaning_is_refused(
    text: str, says: str, tmp_path: Path
) -> None:
    with pytest.raises(StyleError, match=r"dinas\.toml") as refused:
        style(tmp_path, text)
    assert says in str(refused.value)


def test_a_code_that_no_finding_has_is_refused(tmp_path: Path) -> None:
    books.plan(tmp_path)
    (tmp_path / "styles").mkdir()
    style(tmp_path / "styles", OFF.replace("KATA-08", "KATA-80"))
    for command in ("check", "build"):
        done = run(command, "uji.xlsx", "--gaya", "dinas", cwd=tmp_path)
        assert done.code == 2
        assert "aturan KATA-80 tidak dikenal" in done.err


def test_check_and_build_weigh_alike_and_the_report_ends_with_the_changes(tmp_path: Path) -> None:
    books.plan(tmp_path, FALLING)
    (tmp_path / "styles").mkdir()
    style(tmp_path / "styles", OFF + MILD)
    plain = run("check", "uji.xlsx", cwd=tmp_path).out
    assert "[KATA-08]" in plain
    assert "peringatan: target" in plain
    checked = run("check", "uji.xlsx", "--gaya", "dinas", cwd=tmp_path).out
    assert "[KATA-08]" not in checked
    assert "saran: target" in checked
    run("build", "uji.xlsx", "--gaya", "dinas", cwd=tmp_path)
    lines = (tmp_path / "output" / "uji" / "temuan.txt").read_text().splitlines()
    assert lines == checked.splitlines()[:-1]
    assert lines[-2:] == [
        "Aturan KATA-08 (Ejaan tidak baku) dimatikan oleh gaya: Ejaan diperiksa humas.",
        "Aturan TARGET-07 (Target memburuk) dijadikan saran oleh gaya: Target sudah dibahas.",
    ]


def test_every_report_tells_what_the_style_changes(tmp_path: Path) -> None:
    books.plan(tmp_path, FALLING)
    (tmp_path / "styles").mkdir()
    style(tmp_path / "styles", OFF)
    note = "Aturan KATA-08 (Ejaan tidak baku) dimatikan oleh gaya: Ejaan diperiksa humas."
    run("build", "uji.xlsx", "--gaya", "dinas", cwd=tmp_path)
    folder = tmp_path / "output" / "uji"
    for name in ("temuan.txt", "temuan.html", "temuan.json"):
        assert note in (folder / name).read_text(encoding="utf-8")
    sheet = load_workbook(folder / "temuan.xlsx").worksheets[1]
    assert note in [row[0].value for row in sheet.iter_rows()]
    for options in ((), ("--json",)):
        assert note in run("check", "uji.xlsx", "--gaya", "dinas", *options, cwd=tmp_path).out


def test_cells_are_named_by_sheet_and_runs_as_areas() -> None:
    def ref(sheet: str, row: int, column: int) -> Ref:
        return Ref("b.xlsx", sheet, row, column)

    cells = [ref("P", 5, 3), ref("P", 4, 3), ref("T", 1, 27), ref("P", 7, 3), ref("P", 4, 4)]
    assert areas([*cells, cells[0]]) == "P!C4:C5, C7, D4; T!AA1"
