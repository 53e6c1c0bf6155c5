"""The official codes: their forms, their level, and the parent that follows from them."""

import csv
from pathlib import Path

import pytest

from pohon_docs.codes import official
from pohon_docs.model import KOMPONEN, Jenis

NOMENKLATUR = Path(__file__).parents[2] / "shared" / "reference" / "nomenklatur"


@pytest.mark.parametrize(
    ("written", "standard", "jenis", "induk"),
    [
        ("7.01.01", "7.01.01", Jenis.PROGRAM, None),
        ("7.01.01.2.01", "7.01.01.2.01", Jenis.KEGIATAN, "7.01.01"),
        ("7.01.01.2.01.0001", "7.01.01.2.01.0001", Jenis.SUB_KEGIATAN, "7.01.01.2.01"),
        ("7.01.01.2.01.01", "7.01.01.2.01.0001", Jenis.SUB_KEGIATAN, "7.01.01.2.01"),
        ("7.01.01.02.01", "7.01.01.2.01", Jenis.KEGIATAN, "7.01.01"),
        ("1.3.05", "1.03.05", Jenis.PROGRAM, None),
        ("7.1.1.02.3.1", "7.01.01.2.03.0001", Jenis.SUB_KEGIATAN, "7.01.01.2.03"),
        (" 7. 01 .01 ", "7.01.01", Jenis.PROGRAM, None),
        ("7.01.01.", "7.01.01", Jenis.PROGRAM, None),
        ("'7.01.01", "7.01.01", Jenis.PROGRAM, None),
        ("７.０１.０１", "7.01.01", Jenis.PROGRAM, None),
        ("X.XX.01", "X.XX.01", Jenis.PROGRAM, None),
        ("x.xx.01.2.01", "X.XX.01.2.01", Jenis.KEGIATAN, "X.XX.01"),
    ],
)
def test_an_official_code_says_its_level_and_its_parent(
    written: str, standard: str, jenis: Jenis, induk: str | None
) -> None:
    kode = official(written)
    assert kode is not None
    assert (kode.teks, kode.jenis, kode.induk) == (standard, jenis, induk)


@pytest.mark.parametrize("written", ["X.XX.01", "7.XX.01", "X.XX.01.2.01.0001"])
def test_the_placeholder_is_told_from_a_real_code(written: str) -> None:
    kode = official(written)
    assert kode is not None
    assert kode.placeholder


@pytest.mark.parametrize(
    "written",
    [
        *("", "S1", "T1.1", "7", "7.01", "7.01.01.2", "7-01-01", "7,01,01"),
        *("7.01.01.9.01", "7.01.01.0.01", "7.01.01.2.001", "7.01.01.2.01.00001", "1 Februari 2022"),
    ],
)
def test_what_has_another_form_is_no_official_code(written: str) -> None:
    assert official(written) is None


def test_a_standard_code_stays_as_it_is() -> None:
    for written in ("7.01.01", "7.01.01.2.01", "7.01.01.2.01.0001"):
        kode = official(written)
        assert kode is not None
        again = official(kode.teks)
        assert again == kode


def rows(name: str) -> list[dict[str, str]]:
    table = NOMENKLATUR / f"{name}.csv"
    if not table.is_file():
        pytest.skip("tidak ada ../shared/reference/nomenklatur di mesin ini")
    with table.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    "name", ["nomenklatur_7.01_kecamatan", "nomenklatur_X.XX.01_penunjang_kabkota"]
)
def test_every_code_of_the_decree_is_read_with_its_level(name: str) -> None:
    components = [row for row in rows(name) if row["level"] in KOMPONEN]
    assert len(components) > 90
    for row in components:
        kode = official(row["kode"])
        assert kode is not None, row["kode"]
        assert (kode.teks, kode.jenis) == (row["kode"], row["level"])
        if row["kode_lama_2digit"]:
            assert official(row["kode_lama_2digit"]) == kode


def test_every_sub_kegiatan_of_all_urusan_is_read_as_one() -> None:
    all_codes = [row["kode_sub"] for row in rows("nomenklatur_kabkota_pemutakhiran2027_full")]
    assert len(all_codes) > 3000
    for text in all_codes:
        kode = official(text)
        assert kode is not None, text
        assert (kode.teks, kode.jenis) == (text, Jenis.SUB_KEGIATAN)
