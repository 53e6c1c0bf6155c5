"""SIPD's staircase: codes and names in one column, read as the plan that the template holds."""

from pathlib import Path

import pytest

import books
import forms_staircase
import plans
from office import converted, needs_office
from pohon_docs.model import Jenis, Node, Rencana
from pohon_docs.pipeline import read
from same import differences

HEAD = f"""
| {forms_staircase.STAIRS} | INDIKATOR | BASELINE TAHUN 2024 | DANA | < | < | < | KETERANGAN |
| ^ | ^ | ^ | 2025   | <    | 2026   | <    | ^ |
| ^ | ^ | ^ | TARGET | PAGU | TARGET | PAGU | ^ |
| (01) | (02) | (03) | (04) | (05) | (06) | (07) | (08) |
"""
STAIRS = f"""
# Tabel 4.3
| TABEL 4.3 |
|{HEAD}
| 7.01 - KECAMATAN              |                         |       |    | 2500 |    | 3100 |   |
| 7.01.01 - PROGRAM PENUNJANG   |                         |       |    | 2500 |    | 3100 |   |
| Layanan yang baik             | Nilai IKM (Nilai)       | 80    | 81 | 2500 | 82 | 3100 |   |
| ^                             | Indeks Layanan (IKM)    | 3     | 4  | ^    | 5  | ^    |   |
| 7.01.01.2.01 - Perencanaan    |                         |       |    | 2500 |    | 3100 |   |
| Dokumen tersusun              | Jumlah dokumen (Dokumen)| 1     | 2  | 2500 | 3  | 3100 | x |
{HEAD.strip()}
| 7.01.01.2.01.0001 Penyusunan  |                         |       |    | 2500 |    | 3100 |   |
|                               | Jumlah naskah (Dokumen) | 1     | 2  |      | 3  |      |   |
| Jumlah                        |                         |       |    | 2500 |    | 3100 |   |
"""


def stairs(folder: Path, old: str = "", new: str = "") -> tuple[Rencana, list[str]]:
    assert old in STAIRS
    gone = "# Program dan Kegiatan (tidak ada)\n"
    rencana, issues = books.read_plan(folder, gone + STAIRS.replace(old, new, 1))
    return rencana, [f"{issue.ref} {issue.code}" for issue in issues]


def node(rencana: Rencana, kode: str) -> Node:
    return next(node for node in rencana.node if node.kode == kode)


@pytest.mark.parametrize("name", ["seed", "lengkap"])
def test_a_plan_written_as_a_staircase_is_the_same_plan(name: str, tmp_path: Path) -> None:
    template = {"seed": plans.SEED, "lengkap": plans.LENGKAP}[name]
    rencana = {"seed": plans.seed, "lengkap": plans.lengkap}[name]()
    path = tmp_path / "tangga.xlsx"
    forms_staircase.write(rencana, template, path)
    found, issues = books.read_path(path)
    assert differences(rencana, found) == []
    assert [str(issue) for issue in issues if issue.severity != "saran"] == []


@needs_office
def test_a_staircase_that_libreoffice_saved_is_the_same_plan(tmp_path: Path) -> None:
    path = tmp_path / "tangga.xlsx"
    forms_staircase.write(plans.lengkap(), plans.LENGKAP, path)
    found, _ = read(converted("xlsx", path)[0])
    assert found is not None
    assert differences(plans.lengkap(), found) == []


def test_names_outcomes_and_indicators_keep_their_places(tmp_path: Path) -> None:
    rencana, _ = stairs(tmp_path)
    program = node(rencana, "7.01.01")
    assert (program.uraian, program.sasaran) == ("PROGRAM PENUNJANG", "Layanan yang baik")
    assert str(program.at("uraian")) == "uji.xlsx › Tabel 4.3!A8"
    assert [one.uraian for one in program.indikator] == [
        "Nilai IKM (Nilai)",
        "Indeks Layanan (IKM)",
    ]
    assert str(program.indikator[1].at("uraian")) == "uji.xlsx › Tabel 4.3!B10"
    assert [one.kondisi_awal for one in program.indikator] == ["80", "3"]


def test_a_known_unit_in_brackets_is_the_unit_and_an_abbreviation_is_not(tmp_path: Path) -> None:
    rencana, _ = stairs(tmp_path)
    assert [one.satuan for one in node(rencana, "7.01.01").indikator] == ["Nilai", ""]
    assert [one.satuan for one in node(rencana, "7.01.01.2.01").indikator] == ["Dokumen"]


def test_money_printed_again_on_outcome_rows_is_counted_once(tmp_path: Path) -> None:
    rencana, issues = stairs(tmp_path)
    for kode in ("7.01.01", "7.01.01.2.01", "7.01.01.2.01.0001"):
        assert [int(pagu.nilai) for pagu in node(rencana, kode).pagu] == [2500, 3100]
    assert not [issue for issue in issues if issue.endswith("ANGKA-04")]


def test_urusan_rows_and_totals_are_no_components_but_are_checked(tmp_path: Path) -> None:
    rencana, _ = stairs(tmp_path)
    components = rencana.of(Jenis.PROGRAM, Jenis.KEGIATAN, Jenis.SUB_KEGIATAN)
    assert [one.kode for one in components] == ["7.01.01", "7.01.01.2.01", "7.01.01.2.01.0001"]
    old = "| 7.01 - KECAMATAN              |                         |       |    | 2500"
    _, issues = stairs(tmp_path, old, old.replace("2500", "2400"))
    assert [one for one in issues if "ANGKA" in one] == ["uji.xlsx › Tabel 4.3!E7 ANGKA-04"]


def test_an_indicator_without_outcome_belongs_to_the_name_above(tmp_path: Path) -> None:
    rencana, _ = stairs(tmp_path)
    below = node(rencana, "7.01.01.2.01.0001")
    assert (below.uraian, below.sasaran) == ("Penyusunan", "")
    assert [one.uraian for one in below.indikator] == ["Jumlah naskah (Dokumen)"]


_STAIRS = "Program/Outcome/Kegiatan/Sub Kegiatan/Output"
LEADING = f"""
# Tujuan dan Sasaran (tidak ada)
# Program dan Kegiatan (tidak ada)
# Tabel 4.2
| Sasaran RPJMD | Tujuan | Indikator Tujuan | Sasaran | Indikator Sasaran | {_STAIRS} | IK | 2025 |
| Daerah maju | Desa maju | Indeks Desa | Layanan | Nilai IKM | 7.01.01 - PROGRAM PENUNJANG | | |
| ^ | ^ | ^ | ^ | Nilai SAKIP | Kinerja baik | Nilai | 81 |
| ^ | ^ | ^ | Mandiri | Indeks | 7.01.02 - PROGRAM PELAYANAN | | |
"""


def test_leading_columns_give_tujuan_and_sasaran_that_the_programs_serve(tmp_path: Path) -> None:
    rencana, _ = books.read_plan(tmp_path, LEADING)
    aims = [
        (one.kode, one.induk, [each.uraian for each in one.indikator])
        for one in rencana.of(Jenis.TUJUAN, Jenis.SASARAN)
    ]
    assert aims == [
        ("TJ1", (), ["Indeks Desa"]),
        ("SS1", ("TJ1",), ["Nilai IKM", "Nilai SAKIP"]),
        ("SS2", ("TJ1",), ["Indeks"]),
    ]
    assert node(rencana, "7.01.01").sasaran_pd == ("SS1",)
    assert node(rencana, "7.01.02").sasaran_pd == ("SS2",)


@pytest.mark.parametrize(
    ("name", "cell"), [("7.01.01 - PROGRAM PENUNJANG", "A8"), ("Layanan yang baik", "A9")]
)
def test_a_date_in_the_column_of_names_is_found(name: str, cell: str, tmp_path: Path) -> None:
    _, issues = stairs(tmp_path, name, "<2026-02-01>")
    assert f"uji.xlsx › Tabel 4.3!{cell} NILAI-01" in issues
