"""A list without codes and levels: its looks read as levels, said once, confirmed in the sheet."""

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.styles import Alignment, Font

import books
import forms_list
import plans
from office import converted, needs_office
from pohon_docs.model import KOMPONEN, Jenis, Level, Node, Rencana
from pohon_docs.pipeline import read
from same import differences

PLANS = {"seed": (plans.seed, plans.SEED), "lengkap": (plans.lengkap, plans.LENGKAP)}
every_plan = pytest.mark.parametrize("name", list(PLANS))
STEPS = [look for look in forms_list.LOOKS if look != "kata"]
LEVELS = ("Strategis", "Urusan", "Taktikal", "Taktikal", "Operasional")
GONE = "# Tujuan dan Sasaran (tidak ada)\n# Program dan Kegiatan (tidak ada)\n"
HEAD = "| Program/Kegiatan/Sub Kegiatan | Indikator | Target 2025 | Target 2026 | Pagu 2025 |"


def by_name(rencana: Rencana) -> Rencana:
    """Order nodes as both hold them; levels are compared, their wording isn't."""
    nodes = sorted(
        (replace(one, nama_level="") for one in rencana.node),
        key=lambda one: (one.jenis, one.uraian, [each.uraian for each in one.indikator]),
    )
    return replace(rencana, node=tuple(nodes))


def found(path: Path) -> tuple[Rencana, dict[str, str]]:
    """Return the plan and by code what is said of the arrangement."""
    rencana, issues = read(path)
    assert rencana is not None
    return rencana, {one.code: str(one) for one in issues if one.code.startswith("SUSUN")}


def listed(
    folder: Path, rows: str, head: str = HEAD, gone: str = GONE
) -> tuple[Rencana, list[str]]:
    """Read a list of a few rows; return the plan and what is said of its arrangement."""
    rencana, issues = books.read_plan(folder, f"{gone}# Rencana\n{head}\n{rows}")
    return rencana, [str(one) for one in issues if one.code.startswith(("SUSUN", "ANGKA"))]


def tree_of(rencana: Rencana, *jenis: Jenis) -> list[tuple[str, str]]:
    return [(one.kode, one.uraian) for one in rencana.of(*(jenis or KOMPONEN))]


def node(rencana: Rencana, uraian: str) -> Node:
    return next(one for one in rencana.node if one.uraian == uraian)


@every_plan
@pytest.mark.parametrize("look", list(forms_list.LOOKS))
def test_a_plan_written_as_a_list_is_the_same_plan(name: str, look: str, tmp_path: Path) -> None:
    rencana, template = PLANS[name]
    path = tmp_path / "daftar.xlsx"
    forms_list.write_list(rencana(), template, path, look)
    other, said = found(path)
    assert differences(by_name(rencana()), by_name(other)) == []
    assert list(said) == ["SUSUN-03"]
    assert "daftar.xlsx › Rencana!A4: saran: tingkat dibaca" in said["SUSUN-03"]
    assert "= Tujuan; " in said["SUSUN-03"]


@pytest.mark.parametrize("look", list(forms_list.LOOKS))
def test_the_sentence_that_a_list_is_told_by_confirms_it(look: str, tmp_path: Path) -> None:
    path = tmp_path / "daftar.xlsx"
    forms_list.write_list(plans.seed(), plans.SEED, path, look)
    _, said = found(path)
    sentence = said["SUSUN-03"].split('"')[1]
    forms_list.write_list(plans.seed(), plans.SEED, path, look, sentence=sentence)
    other, said = found(path)
    assert differences(by_name(plans.seed()), by_name(other)) == []
    assert said == {}


@every_plan
@pytest.mark.parametrize("look", STEPS)
def test_a_tree_written_as_a_list_is_the_same_tree_once_its_levels_are_told(
    name: str, look: str, tmp_path: Path
) -> None:
    rencana, template = PLANS[name]
    path = tmp_path / "pohon.xlsx"
    forms_list.write_tree(rencana(), template, path, look)
    _, said = found(path)
    assert "peringatan: tingkat dibaca" in said["SUSUN-03"]
    sentence = said["SUSUN-03"].split('"')[1]
    for level in LEVELS:
        sentence = sentence.replace("…", level, 1)
    forms_list.write_tree(rencana(), template, path, look, sentence=sentence)
    other, said = found(path)
    assert differences(by_name(rencana()), by_name(other)) == []
    assert "SUSUN-03" not in said


@needs_office
def test_lists_that_libreoffice_saved_are_the_same_plan(tmp_path: Path) -> None:
    looks = ("inden", "tebal dan warna", "spasi", "kolom")
    paths = [tmp_path / f"{look}.xlsx" for look in looks]
    for look, path in zip(looks, paths, strict=True):
        forms_list.write_list(plans.lengkap(), plans.LENGKAP, path, look)
    for other, said in map(found, converted("xlsx", *paths)):
        assert differences(by_name(plans.lengkap()), by_name(other)) == []
        assert list(said) == ["SUSUN-03"]


NUMBERED = """
| KECAMATAN CEMARA  |      |   |   | 300 |
| PROGRAM PENUNJANG | Nilai | 1 | 2 | 300 |
| 1. Perencanaan    | Dok   | 1 | 2 | 100 |
|                   | Lap   | 3 | 4 |     |
| a. Naskah         | N     | 1 | 2 | 100 |
| Output: Naskah ada | N2   | 1 | 2 |     |
| 2. Keuangan       | L     | 1 | 2 | 200 |
| a. Gaji           | O     | 1 | 2 | 200 |
| Jumlah            |       |   |   | 301 |
"""


def test_codes_are_given_and_numbers_and_labels_are_not_part_of_the_name(tmp_path: Path) -> None:
    rencana, said = listed(tmp_path, NUMBERED)
    assert tree_of(rencana) == [
        ("P1", "PROGRAM PENUNJANG"),
        ("P1.K1", "Perencanaan"),
        ("P1.K1.S1", "Naskah"),
        ("P1.K2", "Keuangan"),
        ("P1.K2.S1", "Gaji"),
    ]
    assert node(rencana, "Gaji").induk == ("P1.K2",)
    assert str(node(rencana, "Gaji").at("uraian")) == "uji.xlsx › Rencana!A9"
    assert str(node(rencana, "Gaji").pagu[0].ref) == "uji.xlsx › Rencana!E9"
    (guess,) = [one for one in said if "SUSUN-03" in one]
    assert 'nomor 1. = Kegiatan; nomor a. = Sub Kegiatan"' in guess


def test_further_indicators_statements_titles_and_totals_have_their_places(tmp_path: Path) -> None:
    rencana, said = listed(tmp_path, NUMBERED)
    kegiatan, sub = node(rencana, "Perencanaan"), node(rencana, "Naskah")
    assert [one.uraian for one in kegiatan.indikator] == ["Dok", "Lap"]
    assert str(kegiatan.indikator[1].at("uraian")) == "uji.xlsx › Rencana!B5"
    assert (sub.sasaran, [one.uraian for one in sub.indikator]) == ("Naskah ada", ["N", "N2"])
    assert [one.partition(": ")[0] for one in said if "ANGKA-04" in one] == [
        "uji.xlsx › Rencana!E10"
    ]
    (title,) = [one for one in said if "SUSUN-07" in one]
    assert title.startswith('uji.xlsx › Rencana!A2: saran: "KECAMATAN CEMARA"')


def test_numbers_in_a_column_of_their_own_tell_letters_from_roman_numbers(tmp_path: Path) -> None:
    numbers = ("I", "A", "1", "2", "B", "1", "C", "1", "D", "1", "II", "A")
    rows = "\n".join(f"| {token} | Nama {at} | IK | 1 |" for at, token in enumerate(numbers))
    rencana, _ = listed(tmp_path, rows, "| No | Uraian | Indikator | Target 2025 |")
    depths = {Jenis.PROGRAM: "I", Jenis.KEGIATAN: "A", Jenis.SUB_KEGIATAN: "1"}
    read_as = [depths[one.jenis] for one in rencana.of(*KOMPONEN)]
    assert read_as == ["I", "A", "1", "1", "A", "1", "A", "1", "A", "1", "I", "A"]


def test_names_stepped_over_columns_keep_their_cells_even_on_one_row(tmp_path: Path) -> None:
    rows = "| Satu | Dua | Tiga | IK | 1 |\n|  |  | Naskah | IK | 2 |\n|  | Kas | Gaji | IK | 3 |"
    head = "| Program/Kegiatan/Sub Kegiatan | < | < | Indikator | Target 2025 |"
    rencana, _ = listed(tmp_path, rows, head)
    placed = [(one.kode, str(one.at("uraian"))[-2:]) for one in rencana.of(*KOMPONEN)]
    assert placed == [
        ("P1", "A2"),
        ("P1.K1", "B2"),
        ("P1.K1.S1", "C2"),
        ("P1.K1.S2", "C3"),
        ("P1.K2", "B4"),
        ("P1.K2.S1", "C4"),
    ]
    assert [len(one.indikator) for one in rencana.of(*KOMPONEN)] == [0, 0, 1, 1, 0, 1]


def test_a_merged_name_goes_on_over_its_indicators(tmp_path: Path) -> None:
    rows = "| I. A | x | 1 |\n| ^ | y | 1 |\n| 1. B | z | 1 |\n| a. C | z | 1 |"
    rencana, _ = listed(tmp_path, rows)
    assert [one.uraian for one in node(rencana, "A").indikator] == ["x", "y"]


# A list as a planner formats it: each row a depth and a name.
INDENTED = (
    (0, "A"),
    (1, "B"),
    (2, "C"),
    (2, "D"),
    (1, "E"),
    (2, "F"),
    (0, "G"),
    (1, "H"),
    (2, "I"),
)


def formatted(
    folder: Path,
    rows: tuple[tuple[int, str], ...] = INDENTED,
    *,
    sentence: str = "",
    bold: tuple[str, ...] = (),
    name: str = "Rencana",
    heading: str = "Uraian",
) -> tuple[Rencana, list[str]]:
    """Read a list whose rows are indented as told, some names bold."""
    path = books.plan(folder, f"# Program dan Kegiatan (tidak ada)\n# {name}\n| {sentence} |\n")
    book = load_workbook(path)
    sheet = book[name]
    for column, text in enumerate((heading, "Indikator", "Target 2025"), start=1):
        sheet.cell(2, column, text)
    for row, (depth, text) in enumerate(rows, start=3):
        for column, value in enumerate((text, "IK", "1"), start=1):
            sheet.cell(row, column, value)
        sheet.cell(row, 1).alignment = Alignment(indent=depth)
        sheet.cell(row, 1).font = Font(bold=text in bold)
    book.save(path)
    rencana, issues = books.read_path(path)
    return rencana, [str(one) for one in issues if one.code[:5] in ("SUSUN", "LEMBA")]


def kinds(rencana: Rencana) -> str:
    """Return the kinds of the components in their order: p, k and s."""
    return "".join(one.jenis.value[0] for one in rencana.of(*KOMPONEN))


def test_the_sentence_above_the_header_is_obeyed_and_silences_the_guess(tmp_path: Path) -> None:
    rencana, said = formatted(tmp_path)
    assert kinds(rencana) == "pksskspks"
    assert len(said) == 1
    sentence = said[0].split('"')[1]
    assert (
        sentence
        == "Susunan: menjorok 0 = Program; menjorok 1 = Kegiatan; menjorok 2 = Sub Kegiatan"
    )
    assert formatted(tmp_path, sentence=sentence) == (rencana, [])
    other = "susunan : menjorok 0 = Kegiatan; menjorok 1 = Sub Kegiatan; menjorok 2 = Sub Kegiatan."
    rencana, said = formatted(tmp_path, sentence=other)
    assert kinds(rencana) == "kssssskss"
    assert [one.partition(": ")[0] for one in said] == ["uji.xlsx › Rencana!A3"]  # no program above


def test_the_sentence_of_the_guide_names_looks_that_need_not_share_a_feature(
    tmp_path: Path,
) -> None:
    sentence = "Susunan: tebal = Program; menjorok 1 = Kegiatan; menjorok 2 = Sub Kegiatan"
    rencana, said = formatted(tmp_path, sentence=sentence, bold=("A", "G"))
    assert (kinds(rencana), said) == ("pksskspks", [])


@pytest.mark.parametrize(
    ("sentence", "clause"),
    [
        ("Susunan: menjorok 0 = Program; miring = Kegiatan", "miring = Kegiatan"),
        ("Susunan: menjorok 0 = Urusan", "menjorok 0 = Urusan"),
        ("Susunan: Program lalu Kegiatan", "Program lalu Kegiatan"),
    ],
)
def test_a_sentence_that_is_not_understood_is_said_at_its_cell(
    sentence: str, clause: str, tmp_path: Path
) -> None:
    rencana, said = formatted(tmp_path, sentence=sentence)
    assert kinds(rencana) == "pksskspks"
    (wrong,) = [one for one in said if "SUSUN-04" in one]
    assert wrong.startswith(f'uji.xlsx › Rencana!A1: peringatan: bagian "{clause}"')
    assert any("SUSUN-03" in one for one in said)


def test_a_row_that_the_sentence_does_not_cover_is_said_at_its_cell(tmp_path: Path) -> None:
    sentence = "Susunan: menjorok 0 = Program; menjorok 1 = Kegiatan"
    rencana, said = formatted(tmp_path, INDENTED[:3], sentence=sentence)
    assert kinds(rencana) == "pkk"
    assert [one.partition(": ")[0] for one in said] == ["uji.xlsx › Rencana!A5"]
    assert "tidak termasuk susunannya; dibaca sebagai Kegiatan" in said[0]


def test_looks_that_contradict_each_other_are_said_at_the_row(tmp_path: Path) -> None:
    rows = (*INDENTED, (1, "J"), (2, "K"), (2, "L"))
    rencana, said = formatted(tmp_path, rows, bold=("A", "B", "E", "G", "H", "J", "L"))
    assert kinds(rencana) == "pksskspkskss"
    (doubt,) = [one for one in said if "SUSUN-05" in one]
    assert doubt.startswith("uji.xlsx › Rencana!A14: peringatan")


def test_words_that_contradict_the_look_are_said_and_a_label_is_believed(tmp_path: Path) -> None:
    rows = (*INDENTED[:5], (2, "Kegiatan: F"), (2, "Program F2"), *INDENTED[6:])
    rencana, said = formatted(tmp_path, rows)
    assert kinds(rencana) == "pksskkspks"
    doubts = [one.partition(": ")[0][-3:] for one in said if "SUSUN-05" in one]
    assert doubts == ["!A8", "!A9"]


def test_a_look_of_one_row_alone_is_no_level_but_said(tmp_path: Path) -> None:
    rencana, said = formatted(tmp_path, (*INDENTED, (5, "J")))
    assert kinds(rencana) == "pksskspkss"
    (doubt,) = [one for one in said if "SUSUN-05" in one]
    assert doubt.startswith("uji.xlsx › Rencana!A12: peringatan")
    assert "dibaca sebagai Sub Kegiatan" in doubt


def test_a_level_that_is_passed_over_is_said_at_the_row(tmp_path: Path) -> None:
    rencana, said = formatted(tmp_path, (*INDENTED, (0, "J"), (2, "K")))
    (jump,) = [one for one in said if "SUSUN-06" in one]
    assert jump.startswith(
        'uji.xlsx › Rencana!A13: peringatan: Sub Kegiatan berdiri langsung di bawah "J"'
    )
    assert node(rencana, "K").induk == ("P3",)


def test_a_column_jenis_confirms_a_list_without_codes(tmp_path: Path) -> None:
    names = {"A": "Program", "B": "Kegiatan", "C": "Sub Kegiatan", "D": "Lain"}
    rows = "\n".join(f"| {jenis} | {name} | IK | 1 |" for name, jenis in names.items())
    rencana, said = listed(tmp_path, rows, "| Jenis | Uraian | Indikator | Target 2025 |")
    assert tree_of(rencana) == [("P1", "A"), ("P1.K1", "B"), ("P1.K1.S1", "C"), ("P1.K1.S2", "D")]
    (doubt,) = said
    assert doubt.startswith('uji.xlsx › Rencana!A5: peringatan: jenis "Lain" tidak dikenal')


def test_a_column_level_and_the_indents_give_a_tree(tmp_path: Path) -> None:
    gone = "# Pohon Kinerja (tidak ada)\n"
    head = "| Level | Kinerja | Indikator |"
    rows = """| Strategis | - Desa | IK |\n| Urusan | Layanan | IK |\n| Taktikal | Mutu | IK |
    | Operasional | Rapat | IK |\n| Urusan | Aman | IK |"""
    rencana, said = listed(tmp_path, rows, head, gone)
    tree = [(one.kode, one.induk, one.level) for one in rencana.of(Jenis.KINERJA)]
    assert tree == [
        ("S1", (), Level.STRATEGIS),
        ("U1", ("S1",), Level.URUSAN),
        ("T1", ("U1",), Level.TAKTIKAL),
        ("O1", ("T1",), Level.OPERASIONAL),
        ("U2", ("S1",), Level.URUSAN),
    ]
    assert said == []


def test_four_tiers_are_the_four_levels_of_a_tree(tmp_path: Path) -> None:
    rows = ((0, "A"), (1, "B"), (2, "C"), (3, "D"), (1, "E"), (0, "F"))
    path_said = formatted(tmp_path, rows, name="Daftar", heading="Pernyataan Kinerja")[1]
    assert any("LEMBAR-11" in one for one in path_said)  # the template's own tree comes first
    gone = "# Pohon Kinerja (tidak ada)\n"
    numbers = ("I.", "A.", "1.", "a.", "B.", "II.")
    rows_ = "\n".join(f"| {token} Kinerja {at} | IK |" for at, token in enumerate(numbers))
    rencana, said = listed(tmp_path, rows_, "| Kinerja | Indikator |", gone)
    assert [one.kode for one in rencana.of(Jenis.KINERJA)] == ["S1", "U1", "T1", "O1", "U2", "S2"]
    assert (
        'nomor I. = Strategis; nomor A. = Urusan; nomor 1. = Taktikal; nomor a. = Operasional"'
        in said[0]
    )


PLAIN = ("| PROGRAM PENUNJANG | IK | 1 |", "| Perencanaan | IK | 1 |", "| Penyusunan | IK | 1 |")


def test_a_template_sheet_that_lost_its_codes_is_asked_for_them(tmp_path: Path) -> None:
    text = "# Program dan Kegiatan\n| Uraian | Indikator | Target 2025 |\n" + "\n".join(PLAIN)
    _, issues = books.read_plan(tmp_path, text)
    assert [one.code for one in issues if one.code[:5] == "SUSUN"] == []
    assert 'kolom "Kode" tidak ditemukan' in [one.message for one in issues]


def test_a_template_sheet_without_codes_whose_looks_tell_every_level_is_read(
    tmp_path: Path,
) -> None:
    rencana, said = formatted(tmp_path, name="Matriks Renstra")
    assert kinds(rencana) == "pksskspks"
    assert ["SUSUN-03" in one for one in said] == [True]


def test_a_misspelt_column_of_codes_is_not_taken_for_a_list(tmp_path: Path) -> None:
    rows = "| 7.01.01 | I. A | IK | 1 |\n| 7.01.01.2.01 | A. B | IK | 1 |\n| x | 1. C | IK | 1 |"
    rencana, said = listed(tmp_path, rows, "| Kodee | Uraian | Indikator | Target 2025 |")
    assert (tree_of(rencana), said) == ([], [])


def test_a_list_whose_looks_tell_nothing_says_so_and_is_not_guessed(tmp_path: Path) -> None:
    rows = "\n".join(f"| {name} | IK | 1 | 2 | |" for name in ("Satu", "Dua", "Tiga"))
    rencana, said = listed(tmp_path, rows)
    assert tree_of(rencana) == []
    assert said[0].startswith("uji.xlsx › Rencana!A1: galat: tingkat baris-barisnya tidak tampak")
    assert said[0].endswith("[SUSUN-08]")
