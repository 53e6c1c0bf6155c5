"""The T-C.27 matrix, as offices keep it: read as the same plan that the template holds."""

from dataclasses import replace
from pathlib import Path

import pytest

import books
import forms_matrix
import plans
from office import converted, needs_office
from pohon_docs.model import Jenis, Node, Rencana
from pohon_docs.pipeline import read
from same import differences

HEAD = """
| Tujuan | Sasaran | Kode | Program dan Kegiatan | Indikator | Dana | < | < | < | Lokasi | Kinerja |
| ^ | ^ | ^ | ^ | ^ | Tahun-1 (2025) | <  | Tahun-2 (2026) | <  | ^ | ^ |
| ^ | ^ | ^ | ^ | ^ | target         | Rp | target         | Rp | ^ | ^ |
"""
MATRIX = f"""
# Tabel 6.1
| TABEL T-C.27 |
|{HEAD}
| (1) | (2) | (3) | (4) | (5) | (6) | (7) | (8) | (9) | (10) | (11) |
| Desa maju | | | | Indeks Desa | 70,10 | | 71,20 | | | S1 |
| ^ | Layanan | | | Nilai IKM | 82,90 | | 83,30 | | | U1 |
| ^ | ^ | | | Nilai SAKIP | 71 | | 72 | | | |
| ^ | ^ | 7.01.01 | PROGRAM PENUNJANG | Nilai IKM | 83,30 | 2000 | 84 | 1000 | Kantor | T1 |
| ^ | ^ | | | Nilai lain | 1 | | 2 | | | |
| ^ | ^ | 7.01.01.2.01 | Perencanaan | Jumlah | 2 Dok | 2000 | 3 Dok | 1000 | | T1 |
{HEAD.strip()}
| Desa maju (lanjutan) | Layanan | 7.01.02 | PROGRAM PELAYANAN | Nilai | 1 | 500 | 2 | 600 | | T1 |
| ^ | Mandiri | | | Indeks | 1 | | 2 | | | U1 |
| ^ | ^ | 7.01.01 | PROGRAM PENUNJANG | | | | | | | |
| | | | Jumlah | | | 2500 | | 1600 | | |
"""
"""The matrix of a small plan: own rows of tujuan and sasaran, several indicators, a repeated
header, names that go on, a program under two sasaran, a row of totals."""


def matrix(folder: Path, old: str = "", new: str = "") -> Rencana:
    rencana, _ = _matrix(folder, old, new)
    return rencana


def _matrix(folder: Path, old: str = "", new: str = "") -> tuple[Rencana, list[str]]:
    gone = "# Tujuan dan Sasaran (tidak ada)\n# Program dan Kegiatan (tidak ada)\n"
    assert old in MATRIX
    rencana, issues = books.read_plan(folder, gone + MATRIX.replace(old, new, 1))
    return rencana, [f"{issue.ref} {issue.code}" for issue in issues]


def node(rencana: Rencana, uraian: str) -> Node:
    return next(node for node in rencana.node if node.uraian == uraian)


@pytest.mark.parametrize("split", [False, True], ids=["satu kolom kode", "lima kolom kode"])
@pytest.mark.parametrize("name", ["seed", "lengkap"])
def test_a_plan_written_as_a_matrix_is_the_same_plan(
    name: str, split: bool, tmp_path: Path
) -> None:
    template = {"seed": plans.SEED, "lengkap": plans.LENGKAP}[name]
    rencana = {"seed": plans.seed, "lengkap": plans.lengkap}[name]()
    path = tmp_path / "matriks.xlsx"
    forms_matrix.write(rencana, template, path, split=split)
    found, issues = books.read_path(path)
    assert differences(_by_kode(rencana), _by_kode(found)) == []
    assert [str(issue) for issue in issues if issue.severity != "saran"] == []


def _by_kode(rencana: Rencana) -> Rencana:
    """Order the nodes as both hold them: a matrix names programs in the order of its sasaran."""
    return replace(
        rencana, node=tuple(sorted(rencana.node, key=lambda one: (one.jenis, one.uraian)))
    )


@needs_office
def test_a_matrix_that_libreoffice_saved_is_the_same_plan(tmp_path: Path) -> None:
    path = tmp_path / "matriks.xlsx"
    forms_matrix.write(plans.lengkap(), plans.LENGKAP, path)
    found, _ = read(converted("xlsx", path)[0])
    assert found is not None
    assert differences(_by_kode(plans.lengkap()), _by_kode(found)) == []


def test_tujuan_and_sasaran_have_their_own_rows_indicators_and_places(tmp_path: Path) -> None:
    rencana = matrix(tmp_path)
    tujuan, layanan = node(rencana, "Desa maju"), node(rencana, "Layanan")
    assert (tujuan.jenis, tujuan.kode, layanan.kode, layanan.induk) == (
        Jenis.TUJUAN,
        "TJ1",
        "SS1",
        ("TJ1",),
    )
    assert [one.uraian for one in tujuan.indikator] == ["Indeks Desa"]
    assert [one.uraian for one in layanan.indikator] == ["Nilai IKM", "Nilai SAKIP"]
    assert str(tujuan.at("uraian")) == "uji.xlsx › Tabel 6.1!A7"
    assert str(layanan.indikator[1].at("uraian")) == "uji.xlsx › Tabel 6.1!E9"
    assert [target.teks for target in layanan.indikator[0].target] == ["82,90", "83,30"]
    assert (tujuan.mendukung, layanan.mendukung) == (("S1",), ("U1",))


def test_a_name_that_goes_on_is_met_once(tmp_path: Path) -> None:
    rencana = matrix(tmp_path)
    assert [one.uraian for one in rencana.of(Jenis.TUJUAN)] == ["Desa maju"]
    assert [one.uraian for one in rencana.of(Jenis.SASARAN)] == ["Layanan", "Mandiri"]


def test_components_have_their_indicators_money_and_sasaran(tmp_path: Path) -> None:
    rencana = matrix(tmp_path)
    program, other = node(rencana, "PROGRAM PENUNJANG"), node(rencana, "PROGRAM PELAYANAN")
    assert [one.uraian for one in program.indikator] == ["Nilai IKM", "Nilai lain"]
    assert [(pagu.tahun, int(pagu.nilai)) for pagu in program.pagu] == [
        (2025, 2_000),
        (2026, 1_000),
    ]
    assert str(program.pagu[1].ref) == "uji.xlsx › Tabel 6.1!I10"
    assert other.sasaran_pd == ("SS1",)
    assert node(rencana, "Perencanaan").induk == ("7.01.01",)


def test_a_program_under_two_sasaran_is_read_once_and_serves_both(tmp_path: Path) -> None:
    rencana, issues = _matrix(tmp_path)
    programs = [one for one in rencana.node if one.kode == "7.01.01"]
    assert [one.sasaran_pd for one in programs] == [("SS1", "SS2")]
    assert "uji.xlsx › Tabel 6.1!A18 LEMBAR-12" in issues


def test_a_program_that_says_something_else_the_second_time_is_a_code_given_twice(
    tmp_path: Path,
) -> None:
    old = "PROGRAM PENUNJANG | | |"
    new = "PROGRAM PENUNJANG | Nilai baru | 5 |"
    rencana, issues = _matrix(tmp_path, old, new)
    assert len([one for one in rencana.node if one.kode == "7.01.01"]) == 2
    assert "uji.xlsx › Tabel 6.1!C18 POHON-01" in issues


def test_numbering_repeated_headers_and_totals_are_no_entries(tmp_path: Path) -> None:
    rencana, _ = _matrix(tmp_path)
    texts = {one.uraian for one in rencana.node}
    assert not texts & {"Jumlah", "Program dan Kegiatan", "(4)"}


def test_a_total_that_is_not_the_sum_is_found_at_its_cell(tmp_path: Path) -> None:
    _, issues = _matrix(tmp_path, "| 2500 |", "| 2400 |")
    assert [one for one in issues if one.endswith("ANGKA-04")] == [
        "uji.xlsx › Tabel 6.1!G19 ANGKA-04"
    ]
    assert not [one for one in _matrix(tmp_path)[1] if one.endswith("ANGKA-04")]


def test_a_row_above_every_name_is_said_and_not_lost(tmp_path: Path) -> None:
    old = "| Desa maju | | | | Indeks Desa"
    new = "| | | | | Indeks Desa"
    _, issues = _matrix(tmp_path, old, new)
    assert "uji.xlsx › Tabel 6.1!D7 ISI-01" in issues
