"""A new office's folder: the template's sheets, its examples, its menu, and the way to a plan."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

import books
from command import SRC, START, run
from pohon_docs.batch import build_all, workbooks
from pohon_docs.batching.settling import Options
from pohon_docs.pipeline import read
from pohon_docs.reading import headings
from pohon_docs.starter import start

PARTS = ("Identitas", "Pohon Kinerja", "Tujuan dan Sasaran", "Program dan Kegiatan", "Crosscutting")
FILLED = {
    "Identitas": [(2, 2, "Kecamatan Uji"), (3, 2, "Kabupaten Uji")],
    "Pohon Kinerja": [
        (6, 1, "S1"),
        (6, 3, "Strategis"),
        (6, 4, "Desa maju"),
        (6, 6, "Indeks Desa"),
    ],
}
"""What a planner writes first, by row and column, below the examples."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    start(tmp_path, 2031, 2033)
    return tmp_path


@pytest.fixture
def template(folder: Path) -> Workbook:
    return load_workbook(folder / "input" / "templat.xlsx")


def sheets(book: Workbook) -> dict[str, Worksheet]:
    return {sheet.title: sheet for sheet in book.worksheets if sheet.title in PARTS}


def header(sheet: Worksheet) -> dict[str, int]:
    return {str(cell.value): cell.column or 0 for cell in sheet[1]}


def test_the_instructions_come_first_and_explain_every_column(template: Workbook) -> None:
    assert template.sheetnames == ["Petunjuk", *PARTS]
    rows = [[cell.value for cell in row[:4]] for row in template["Petunjuk"]]
    told = {(str(row[0]), str(row[1])) for row in rows if row[3]}
    assert all(row[3] for row in rows if row[1])
    for name, sheet in sheets(template).items():
        column = "A" if name == "Identitas" else None
        cells = sheet["A"][1:] if column else sheet[1]
        names = {str(cell.value) for cell in cells}
        yearly = {f"{kind} {year}" for kind in ("Target", "Pagu") for year in (2031, 2032, 2033)}
        expected = {one for one in names if one not in yearly}
        assert expected <= {heading for sheet_name, heading in told if sheet_name == name}
        assert (name, "Target 2031 – 2033") in told or not names & yearly


def test_each_sheet_has_all_columns_that_the_reader_asks_for(template: Workbook) -> None:
    for name, sheet in sheets(template).items():
        kind = headings.sheet_kind(name)
        assert kind
        known = {headings.column(kind, (text,)) for text in header(sheet)}
        fields = {column.field for column in known if column}
        assert set(headings.required(kind)) <= fields
        if name != "Identitas":
            assert None not in known, name
            years = [text for text in header(sheet) if text.startswith("Target")]
            assert years in ([], ["Target 2031", "Target 2032", "Target 2033"])


def test_codes_are_text_and_choices_are_lists(template: Workbook) -> None:
    found = sheets(template)
    for name in PARTS[1:4]:
        columns = header(found[name])
        for heading in ("Kode", "Induk"):
            letter = get_column_letter(columns[heading])
            assert found[name].column_dimensions[letter].number_format == "@"
            assert found[name].cell(2, columns[heading]).number_format == "@"
    rules = {
        (name, str(rule.sqref)): str(rule.formula1)
        for name, sheet in found.items()
        for rule in sheet.data_validations.dataValidation
    }
    assert rules == {
        ("Identitas", "B28"): '"Murni,Perubahan"',
        ("Pohon Kinerja", "C2:C1000"): '"Strategis,Urusan,Taktikal,Operasional"',
        ("Tujuan dan Sasaran", "B2:B1000"): '"Tujuan,Sasaran"',
        ("Tujuan dan Sasaran", "M2:M1000"): '"Ya,Tidak"',
        ("Program dan Kegiatan", "B2:B1000"): '"Program,Kegiatan,Sub Kegiatan"',
    }


def test_examples_are_plainly_examples_and_headings_tell_what_to_write(template: Workbook) -> None:
    for name, sheet in sheets(template).items():
        assert all(cell.comment and cell.comment.text for cell in sheet[1]) or name == "Identitas"
        assert (sheet.freeze_panes, sheet.page_setup.paperSize) == ("A2", 14)
        examples = [cell for row in sheet for cell in row if str(cell.value).startswith("CONTOH:")]
        assert examples
        for example in examples:
            assert example.font.i
            if name != "Identitas":
                assert all(
                    cell.font.i for cell in sheet[example.row or 0] if cell.value is not None
                )


def test_the_template_as_delivered_is_one_friendly_finding(folder: Path) -> None:
    path = folder / "input" / "templat.xlsx"
    rencana, (issue,) = read(path)
    assert rencana is None
    assert (issue.code, str(issue.severity)) == ("CONTOH-02", "saran")
    (outcome,) = build_all(workbooks((folder / "input",)), Options(folder / "output", folder))
    assert (outcome.files, outcome.has_galat) == ((), False)


def fill(folder: Path, written: dict[str, list[tuple[int, int, str]]]) -> Path:
    """Write values into the template as a planner does, below its examples."""
    path = folder / "input" / "templat.xlsx"
    book = load_workbook(path)
    for name, values in written.items():
        for row, column, text in values:
            book[name].cell(row, column).value = text
    book.save(path)
    return path


def test_a_few_rows_in_the_template_become_a_plan_without_the_examples(folder: Path) -> None:
    path = fill(folder, FILLED)
    rencana, issues = books.read_path(path)
    assert [node.uraian for node in rencana.node] == ["Desa maju"]
    assert rencana.identitas.nama_perangkat_daerah == "Kecamatan Uji"
    assert rencana.tahun == (2031, 2032, 2033)
    assert "IDENTITAS-01" not in {issue.code for issue in issues}
    assert "LEMBAR-05" not in {issue.code for issue in issues}
    (told,) = [issue for issue in issues if issue.code == "CONTOH-01"]
    assert "Pohon Kinerja!D2, Pohon Kinerja!D3" in told.message
    assert "Identitas!" not in told.message
    (outcome,) = build_all(workbooks((folder / "input",)), Options(folder / "output", folder))
    assert "renstra.docx" in outcome.files


def test_an_example_left_in_the_identity_is_no_name(folder: Path) -> None:
    only_tree = {"Pohon Kinerja": FILLED["Pohon Kinerja"]}
    rencana, issues = books.read_path(fill(folder, only_tree))
    assert rencana.identitas.nama_perangkat_daerah == ""
    places = {
        str(issue.ref).partition(" › ")[2] for issue in issues if "belum diisi" in issue.message
    }
    assert places == {"Identitas!B2", "Identitas!B3"}


def test_a_filled_sheet_with_a_fault_is_never_called_a_template(folder: Path) -> None:
    path = folder / "input" / "templat.xlsx"
    book = load_workbook(path)
    book["Pohon Kinerja"]["A1"] = "Entah"
    book.save(path)
    rencana, issues = read(path)
    assert rencana is not None
    assert "CONTOH-02" not in {issue.code for issue in issues}


@pytest.mark.parametrize("heading", ["Contoh Program", "Percontohan: desa", "contohnya: begitu"])
def test_only_the_templates_own_mark_makes_an_example(heading: str, tmp_path: Path) -> None:
    text = books.BASE.replace("PROGRAM PENUNJANG", heading)
    rencana, _ = books.read_path(books.book(tmp_path, text))
    assert heading in {node.uraian for node in rencana.node}


def test_the_template_is_the_same_bytes_each_time(tmp_path: Path) -> None:
    for name in ("satu", "dua"):
        start(tmp_path / name, 2025, 2029)
    one, two = (tmp_path / name / "input" / "templat.xlsx" for name in ("satu", "dua"))
    assert one.read_bytes() == two.read_bytes()


@pytest.mark.skipif(shutil.which("make") is None, reason="make tidak terpasang")
@pytest.mark.parametrize("where", ["PATH", ".venv", "tidak ada"])
def test_make_finds_the_program_on_the_path_or_beside(where: str, folder: Path) -> None:
    fill(folder, FILLED)
    place = folder / ("alat" if where == "PATH" else ".venv/bin")
    if where != "tidak ada":
        place.mkdir(parents=True)
        tool = place / "pohon-docs"
        path = f"import sys; sys.path.insert(0, {str(SRC)!r})"
        tool.write_text(f"#!{sys.executable}\n{path}\n{START}\n")
        tool.chmod(0o755)
    bare = os.pathsep.join(("/usr/bin", "/bin"))
    env = {"PATH": f"{place}{os.pathsep}{bare}" if where == "PATH" else bare, "PYTHONUTF8": "1"}
    done = subprocess.run(
        ["make", "check"], cwd=folder, env=env, capture_output=True, timeout=60, check=False
    )
    if where == "tidak ada":
        assert done.returncode == 2
        assert done.stdout.decode().startswith("pohon-docs belum terpasang")
    else:
        assert "templat.xlsx: 0 galat" in done.stdout.decode()


@pytest.mark.parametrize("where", ["PATH", ".venv", "tidak ada"])
def test_the_launcher_builds_in_its_own_folder_from_wherever_it_is_clicked(
    where: str, folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    fill(folder, FILLED)
    place = folder / ("alat" if where == "PATH" else ".venv/bin")
    if where != "tidak ada":
        place.mkdir(parents=True)
        tool = place / ("pohon-docs" if where == "PATH" else "python")
        command = "-m pohon_docs" if where == "PATH" else ""
        tool.write_text(f'#!/bin/sh\nPYTHONPATH={SRC} exec {sys.executable} {command} "$@"\n')
        tool.chmod(0o755)
    env = {"PATH": os.pathsep.join((str(place), "/usr/bin", "/bin")), "PYTHONUTF8": "1"}
    elsewhere = tmp_path_factory.mktemp("lain")
    done = subprocess.run(
        [folder / "buat-dokumen.command"],
        cwd=elsewhere,
        env=env,
        capture_output=True,
        timeout=120,
        check=False,
    )
    said = done.stdout.decode().splitlines()
    if where == "tidak ada":
        assert (done.returncode, said[0][:27]) == (2, "pohon-docs belum terpasang.")
    else:
        assert (done.returncode, said[-1]) == (0, "Selesai. Jendela ini boleh ditutup.")
        assert (folder / "output" / "templat" / "renstra.docx").is_file()
    assert list(elsewhere.iterdir()) == []


def test_the_launcher_for_windows_is_what_its_shell_can_read(folder: Path) -> None:
    content = (folder / "buat-dokumen.bat").read_bytes()
    assert content.isascii()
    assert content.count(b"\n") == content.count(b"\r\n") > 10
    text = content.decode()
    assert text.startswith("@echo off")
    lines = text.splitlines()
    assert 'pushd "%~dp0"' in lines
    asked = {line.rpartition("goto ")[2] for line in lines if "goto " in line}
    assert asked == {line[1:] for line in lines if line.startswith(":")}
    # A block in parentheses ends at the first ")" that a value brings: "Ani (Bappeda)".
    assert not [line for line in lines if line.endswith("(") or line.startswith(")")]
    (call,) = [line for line in lines if line.startswith("%POHON_DOCS% build")]
    sent = call.partition("%POHON_DOCS% ")[2].split()
    ready = run(*sent, "--help", cwd=folder)
    assert ready.code == 0, ready.err
    assert text.rstrip().endswith("exit /b %HASIL%")


def test_the_launcher_passes_over_a_python_without_the_program_in_a_folder_of_any_name(
    tmp_path: Path,
) -> None:
    place = tmp_path / "-Ani & Budi (Bappeda) 100% $HOME's"
    start(place, 2031, 2033)
    fill(place, FILLED)
    for name, content in (
        (".venv/bin/python", "exit 1"),
        ("alat/pohon-docs", f'PYTHONPATH={SRC} exec {sys.executable} -m pohon_docs "$@"'),
    ):
        (place / name).parent.mkdir(parents=True)
        (place / name).write_text(f"#!/bin/sh\n{content}\n")
        (place / name).chmod(0o755)
    env = {"PATH": os.pathsep.join((str(place / "alat"), "/usr/bin", "/bin")), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [place / "buat-dokumen.command"], env=env, capture_output=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.decode().splitlines()[-1] == "Selesai. Jendela ini boleh ditutup."
    assert (place / "output" / "templat").is_dir()
    shutil.rmtree(place / "input")
    done = subprocess.run(
        [place / "buat-dokumen.command"], env=env, capture_output=True, timeout=120, check=False
    )
    assert done.returncode == 2
    assert done.stdout.decode().splitlines()[-1].startswith("Belum selesai")
