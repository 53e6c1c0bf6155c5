"""Workbooks that LibreOffice saved: read the same as what went in, formulas included."""

import shutil
from pathlib import Path

import pytest

import books
import plans
from office import converted, needs_office
from pohon_docs.issue import Issue
from pohon_docs.model import Rencana
from pohon_docs.pipeline import read

pytestmark = needs_office
FORMULAS = """
# Program dan Kegiatan
| Kode    | Uraian            | Indikator | Target 2025 | Target 2026 | Pagu 2025        | Kinerja |
| 7.01.01 | ="PROGRAM " & "A" | Nilai IKM | =166.6/2    | =1/0        | =SUM(1000,2500)  | T1      |
"""


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return both real workbooks and one of formulas by how LibreOffice saved them and name."""
    place = tmp_path_factory.mktemp("libre")
    formulas = books.plan(place, FORMULAS, "rumus.xlsx")
    seed, lengkap = place / "seed.xlsx", place / "lengkap.xlsx"
    shutil.copyfile(plans.SEED, seed)
    shutil.copyfile(plans.LENGKAP, lengkap)
    straight = converted("xlsx", seed, lengkap, formulas)
    ods = converted("ods", seed, lengkap)
    ways = {"langsung": straight, "ods": ods, "kembali": converted("xlsx", *ods)}
    return {f"{way} {path.stem}": path for way, paths in ways.items() for path in paths}


@pytest.mark.parametrize("way", ["langsung", "kembali"])
@pytest.mark.parametrize("name", ["seed", "lengkap"])
def test_a_workbook_that_libreoffice_saved_is_read_the_same(
    name: str, way: str, saved: dict[str, Path]
) -> None:
    expected, said = books.read_path(plans.SEED if name == "seed" else plans.LENGKAP)
    rencana, issues = books.read_path(saved[f"{way} {name}"])
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


def test_an_ods_itself_is_refused_with_the_way_out(saved: dict[str, Path]) -> None:
    rencana, (issue,) = read(saved["ods seed"])
    assert rencana is None
    assert ".ods" in issue.message
    assert ".xlsx" in issue.hint


def test_formulas_are_read_by_the_values_that_libreoffice_stored(saved: dict[str, Path]) -> None:
    rencana, issues = books.read_path(saved["langsung rumus"])
    program = rencana.node[-1]
    assert program.uraian == "PROGRAM A"
    assert [target.teks for target in program.indikator[0].target] == ["83,3"]
    assert [pagu.nilai for pagu in program.pagu] == [3500]
    assert [(issue.code, str(issue.ref)) for issue in issues] == [
        ("SEL-02", "rumus.xlsx › Program dan Kegiatan!E2")
    ]
