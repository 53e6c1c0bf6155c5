"""Workbooks that LibreOffice saved: read the same as what went in, formulas included."""

import shutil
import subprocess
from pathlib import Path

import pytest

import books
import plans
from pohon_docs.issue import Issue
from pohon_docs.model import Rencana
from pohon_docs.pipeline import read

SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) tidak terpasang")
FORMULAS = """
# Program dan Kegiatan
| Kode    | Uraian            | Indikator | Target 2025 | Target 2026 | Pagu 2025        | Kinerja |
| 7.01.01 | ="PROGRAM " & "A" | Nilai IKM | =166.6/2    | =1/0        | =SUM(1000,2500)  | T1      |
"""


def convert(ending: str, folder: Path, *paths: Path) -> None:
    """Let LibreOffice write workbooks in another format, with a profile of its own."""
    assert SOFFICE is not None
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    command = [SOFFICE, profile, "--headless", "--convert-to", ending, "--outdir", str(folder)]
    done = subprocess.run(
        [*command, *map(str, paths)], capture_output=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr.decode()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with both real workbooks, through .ods and back, and one of formulas."""
    place = tmp_path_factory.mktemp("libre")
    formulas = books.plan(place / "masuk", FORMULAS, "rumus.xlsx")
    seed, lengkap = place / "masuk" / "seed.xlsx", place / "masuk" / "lengkap.xlsx"
    shutil.copyfile(plans.SEED, seed)
    shutil.copyfile(plans.LENGKAP, lengkap)
    (place / "langsung").mkdir()
    (place / "ods").mkdir()
    (place / "kembali").mkdir()
    convert("xlsx", place / "langsung", seed, lengkap, formulas)
    convert("ods", place / "ods", seed, lengkap)
    convert("xlsx", place / "kembali", *sorted((place / "ods").glob("*.ods")))
    return place


@pytest.mark.parametrize("way", ["langsung", "kembali"])
@pytest.mark.parametrize("name", ["seed", "lengkap"])
def test_a_workbook_that_libreoffice_saved_is_read_the_same(
    name: str, way: str, folder: Path
) -> None:
    expected, said = books.read_path(plans.SEED if name == "seed" else plans.LENGKAP)
    rencana, issues = books.read_path(folder / way / f"{name}.xlsx")
    assert [placed(issue) for issue in issues] == [placed(issue) for issue in said]
    assert difference(rencana, expected) == []
    assert rencana == expected


def placed(issue: Issue) -> tuple[str, str, str]:
    """Return a finding with its place, whatever the workbook's name."""
    return issue.code, issue.message, str(issue.ref).partition(" › ")[2]


def difference(rencana: Rencana, expected: Rencana) -> list[tuple[object, object]]:
    """Return the nodes that differ, so that a failure names them."""
    pairs = zip(rencana.node, expected.node, strict=True)
    return [(one, other) for one, other in pairs if one != other]


def test_an_ods_itself_is_refused_with_the_way_out(folder: Path) -> None:
    rencana, (issue,) = read(folder / "ods" / "seed.ods")
    assert rencana is None
    assert ".ods" in issue.message
    assert ".xlsx" in issue.hint


def test_formulas_are_read_by_the_values_that_libreoffice_stored(folder: Path) -> None:
    rencana, issues = books.read_path(folder / "langsung" / "rumus.xlsx")
    program = rencana.node[-1]
    assert program.uraian == "PROGRAM A"
    assert [target.teks for target in program.indikator[0].target] == ["83,3"]
    assert [pagu.nilai for pagu in program.pagu] == [3500]
    assert [(issue.code, str(issue.ref)) for issue in issues] == [
        ("SEL-02", "rumus.xlsx › Program dan Kegiatan!E2")
    ]
