"""Plans of several units under their pemda's tree: what ties them, what they share, the recap."""

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.cell import Cell, MergedCell

import books
import treechecks
from command import Run, run
from pohon_docs import styles, uniting
from pohon_docs.issue import Issue, Severity
from pohon_docs.joining import Joined, recap, tree
from pohon_docs.joining.checks import check
from pohon_docs.joining.measures import shared
from pohon_docs.joining.names import Names
from pohon_docs.joining.partners import partnerships
from pohon_docs.layout.pictures import trees_scene
from pohon_docs.packs import load
from pohon_docs.views import Box
from pohon_docs.writers import sheet_writer

PEMDA = """
# Identitas
| Isian                 | Nilai                    |
| Nama Perangkat Daerah | Pemerintah Kabupaten     |
| Pemerintah Daerah     | Kabupaten Cemara         |
| Periode Awal          | 2025                     |
| Periode Akhir         | 2026                     |
# Pohon Kinerja
| Kode | Induk | Level     | Kinerja                     | Indikator Kinerja |
| K1   |       | Strategis | Masyarakat yang sejahtera   | IPM               |
| K2   | K1    | Urusan    | Layanan publik yang baik    | Indeks Layanan    |
| K3   | K1    | Urusan    | Desa yang mandiri           | Indeks Desa       |
| K4   | K1    | Urusan    | Lingkungan yang lestari     | IKLH              |
"""


WHOLE = (
    "Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak",
    "Badan Kesatuan Bangsa dan Politik",
    "Dinas Perumahan Rakyat dan Kawasan Permukiman",
    "Dinas Pemberdayaan Masyarakat dan Desa",
)


def unit(name: str, induk: str, *, periode: str = "2025", satuan: str = "", mitra: str = "") -> str:
    """Return a unit's workbook: its root under a node of the pemda's, its partner."""
    return f"""
# Identitas
| Isian                 | Nilai             |
| Nama Perangkat Daerah | {name}            |
| Pemerintah Daerah     | Kabupaten Cemara  |
| Periode Awal          | {periode}         |
| Periode Akhir         | 2026              |
# Pohon Kinerja
| Kode | Induk   | Level     | Kinerja                | Indikator Kinerja | Satuan   |
| S1   | {induk} | Strategis | Layanan {name} prima   | Nilai IKM         | {satuan} |
| U1   | S1      | Urusan    | Petugas {name} cakap   | Jumlah petugas    | Orang    |
# Program dan Kegiatan
| Kode              | Uraian              | Indikator       | Target 2025 | Pagu 2025 | Kinerja |
| 7.01.01           | PROGRAM PENUNJANG   | Nilai IKM       | 83,30       | 1.250.000 | S1      |
| 7.01.01.2.01      | Perencanaan         | Jumlah dokumen  | 2 Dokumen   | 1.250.000 | U1      |
| 7.01.01.2.01.0001 | Penyusunan dokumen  | Jumlah dokumen  | 2 Dokumen   | 1.250.000 | U1      |
# Crosscutting
| Kinerja | Mitra   | Peran         |
| U1      | {mitra} | Menyediakan   |
"""


def joined(folder: Path, *texts: str, pemda: str = PEMDA) -> Joined:
    """Write and read the pemda's workbook and those of its units."""
    above = uniting.read_pemda(books.book(folder, pemda, "kabupaten.xlsx"), folder, None)
    paths = [books.book(folder, text, f"u{at}.xlsx") for at, text in enumerate(texts, 1)]
    read = uniting.read_units(paths, above, folder, None)
    return Joined(above.rencana, tuple(one.unit for one in read if one.unit))


def said(found: tuple[Issue, ...], code: str) -> list[str]:
    return [str(issue.ref) for issue in found if issue.code == code]


def good(folder: Path) -> Joined:
    texts = (
        unit("Kecamatan Muncar", "K2", mitra="Dinas Sosial"),
        unit("Dinas Sosial", "K3; K2", mitra="Kec. Muncar"),
        unit("Dinas Lingkungan Hidup", "K4", mitra="Kepolisian Resor"),
    )
    return joined(folder, *texts)


def test_plans_in_order_have_no_findings_between_them(tmp_path: Path) -> None:
    found = good(tmp_path)
    assert check(found) == ()
    assert {kode: [one.nama for one in units] for kode, units in found.tied.items()} == {
        "K2": ["Kecamatan Muncar", "Dinas Sosial"],
        "K3": ["Dinas Sosial"],
        "K4": ["Dinas Lingkungan Hidup"],
    }
    assert {one.counts["galat"] for one in found.units} == {0}


def test_each_fault_between_plans_is_found_at_its_cell(tmp_path: Path) -> None:
    found = check(
        joined(
            tmp_path,
            unit("Dinas Sosial", "K2", satuan="Nilai", mitra="Kecamatan Muncar"),
            unit("Kecamatan Muncar", "", satuan="%", mitra="Dinas Sosal"),
            unit("DINAS SOSIAL", "K3", periode="2024", satuan="nilai", mitra="Polres").replace(
                "Kabupaten Cemara", "Kabupaten Lain"
            ),
        )
    )
    assert said(found, "GABUNG-01") == ["u3.xlsx › Identitas!B2"]
    assert said(found, "GABUNG-02") == ["u3.xlsx › Identitas!B4"]
    assert said(found, "GABUNG-03") == ["u3.xlsx › Identitas!B3"]
    assert said(found, "GABUNG-04") == ["u2.xlsx › Pohon Kinerja!B2"]
    assert said(found, "GABUNG-05") == ["kabupaten.xlsx › Pohon Kinerja!D5"]
    assert said(found, "GABUNG-06") == ["u1.xlsx › Crosscutting!B2"]
    assert said(found, "GABUNG-07") == ["u2.xlsx › Crosscutting!B2"]
    assert said(found, "GABUNG-08") == ["u2.xlsx › Pohon Kinerja!F2"]
    assert all(issue.hint and issue.basis for issue in found)


def test_a_root_may_name_its_node_above_by_its_wording(tmp_path: Path) -> None:
    found = joined(tmp_path, unit("Dinas Sosial", "Desa yang mandiri"))
    assert list(found.tied) == ["K3"]
    assert said(check(found), "GABUNG-04") == []


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("Dinas Sosial", "Dinas Sosial"),
        ("DINSOS", "Dinas Sosial"),
        ("Dinas Sosial Kabupaten Cemara", "Dinas Sosial"),
        ("Kec. Muncar", "Kecamatan Muncar"),
        ("Dinas Lingkungan", "Dinas Lingkungan Hidup"),
        ("DLH", "Dinas Lingkungan Hidup"),
        ("Dinas", None),
        ("Kecamatan", None),
        ("Kepolisian Resor", None),
        ("", None),
    ],
)
def test_a_unit_is_known_in_full_in_part_and_by_abbreviation(
    asked: str, meant: str | None, tmp_path: Path
) -> None:
    found = Names(good(tmp_path).units).unit(asked)
    assert (found.nama if found else None) == meant


def test_a_part_of_two_names_means_neither(tmp_path: Path) -> None:
    two = (unit("Dinas Lingkungan Hidup", "K4"), unit("Dinas Lingkungan Perkotaan", "K2"))
    assert Names(joined(tmp_path, *two).units).unit("Dinas Lingkungan") is None


def test_partners_are_looked_at_from_both_sides(tmp_path: Path) -> None:
    found = partnerships(good(tmp_path))
    told = [(one.unit.nama, one.other.nama if one.other else None, one.answered) for one in found]
    assert told == [
        ("Kecamatan Muncar", "Dinas Sosial", True),
        ("Dinas Sosial", "Kecamatan Muncar", True),
        ("Dinas Lingkungan Hidup", None, False),
    ]


def boxes(found: Joined) -> dict[str, Box]:
    return {box.key: box for box in tree.tree(found, load(tree.PACK)).pages[1].boxes}


def first_text(box: Box) -> str:
    return box.parts[0].paragraphs[0].text


@pytest.mark.parametrize(
    ("cell", "partners"),
    [
        ("Disdik; Dinas Sosial", ["Disdik", "Dinas Sosial"]),
        ("Satpol PP, Dinas Kesehatan dan BPBD", ["Satpol PP", "Dinas Kesehatan", "BPBD"]),
        ("1. Dinas Sosial 2. PMI", ["Dinas Sosial", "PMI"]),
        ("Dinsos, Polres, dan Kec. Muncar", ["Dinsos", "Polres", "Kec. Muncar"]),
        *((whole, [whole]) for whole in WHOLE),
        (" ; ", [" ; "]),
    ],
)
def test_a_cell_may_name_several_partners(cell: str, partners: list[str]) -> None:
    assert list(Names(()).several(cell)) == partners


def test_a_whole_name_is_never_parted(tmp_path: Path) -> None:
    name = "Dinas Pemberdayaan Masyarakat, Desa, dan Kelurahan"
    names = Names(joined(tmp_path, unit(name, "K2")).units)
    assert names.several(name.upper()) == (name.upper(),)


def test_each_of_several_partners_answers_for_itself(tmp_path: Path) -> None:
    both = joined(
        tmp_path,
        unit("Dinas Kesehatan", "K2", mitra="Dinas Sosial, BPBD"),
        unit("Dinas Sosial", "K3", mitra="Dinkes"),
        unit("Badan Penanggulangan Bencana Daerah", "K4", mitra="-"),
    )
    (line,) = [one for one in check(both) if one.code == "GABUNG-06"]
    assert 'menyebut "BPBD"' in line.message


def test_the_merged_tree_holds_every_node_once_below_its_pemda_node(tmp_path: Path) -> None:
    found = boxes(good(tmp_path))
    full = [box for box in found.values() if not box.reference]
    assert len(full) == 4 + 3 * 2
    over = {
        first_text(box): first_text(found[box.parent]) for box in full if box.parent is not None
    }
    assert over["Kecamatan Muncar"] == "Layanan publik yang baik"
    assert over["Dinas Sosial"] == "Desa yang mandiri"
    assert over["Petugas Kecamatan Muncar cakap"] == "Kecamatan Muncar"
    (reference,) = [box for box in found.values() if box.reference]
    assert first_text(found[reference.target]) == "Dinas Sosial"
    assert first_text(found[str(reference.parent)]) == "Layanan publik yang baik"
    assert "Desa yang mandiri" in reference.parts[0].paragraphs[1].text
    tiers = {first_text(box): box.tier for box in full}
    assert tiers["Desa yang mandiri"] < tiers["Kecamatan Muncar"] == tiers["Dinas Sosial"]


def test_the_merged_tree_s_pages_hold_up(tmp_path: Path) -> None:
    view = tree.tree(good(tmp_path), load(tree.PACK))
    style = styles.load(styles.DEFAULT, styles.SHIPPED)
    scene = trees_scene(view, style)
    for page in view.pages:
        assert treechecks.faults(scene, page, style) == []
    labels = [band.label for band in view.pages[1].bands]
    assert labels[0] == "Kinerja Kabupaten Cemara"
    assert len(labels) == 3


def said_in(cell: Cell | MergedCell) -> str:
    return "" if cell.value is None else str(cell.value)


@pytest.fixture
def made(tmp_path: Path) -> tuple[Run, Path]:
    good(tmp_path / "input")
    (tmp_path / "input" / "rusak.xlsx").write_bytes(b"bukan buku kerja")
    return run("gabung", "input/kabupaten.xlsx", cwd=tmp_path), tmp_path / "output" / "gabungan"


def test_the_command_writes_the_tree_and_the_recap_and_leaves_inputs_alone(
    made: tuple[Run, Path],
) -> None:
    done, place = made
    assert (done.code, done.err) == (1, "")
    assert "rusak.xlsx: galat: " in done.out
    assert "3 perangkat daerah → output/gabungan/: " in done.out
    names = {path.name for path in place.iterdir()}
    assert {"pohon-gabungan.pdf", "pohon-gabungan.docx", "rekap.xlsx"} <= names
    assert "rusak.xlsx" in (place / "temuan-gabungan.txt").read_text(encoding="utf-8")


def test_the_recap_counts_and_sums_what_the_plans_hold(made: tuple[Run, Path]) -> None:
    book = load_workbook(made[1] / "rekap.xlsx")
    assert book.sheetnames == [
        *("Perangkat Daerah", "Program", "Program × Unit 2025", "Indikator Bersama"),
        *("Crosscutting", "Temuan"),
    ]
    rows = {sheet.title: [[said_in(cell) for cell in row] for row in sheet] for sheet in book}
    listed = rows["Perangkat Daerah"]
    assert listed[1][0].startswith("Kabupaten Cemara 2025–2026: 3 perangkat daerah, 3 program, ")
    head, first, *_, total = listed[2:]
    assert dict(zip(head, first, strict=True))["Pagu 2025 (Rp)"] == "1250000"
    assert dict(zip(head, total, strict=True))["Pagu 2025 (Rp)"] == "3750000"
    assert dict(zip(head, total, strict=True))["Simpul"] == "6"
    (_, program, totals) = rows["Program × Unit 2025"]
    assert program == ["7.01.01", "PROGRAM PENUNJANG", *["1250000"] * 3, "3750000"]
    assert totals[2:] == [*["1250000"] * 3, "3750000"]
    assert [row[1] for row in rows["Indikator Bersama"][1:4]] == [
        *("Kecamatan Muncar", "Dinas Sosial", "Dinas Lingkungan Hidup"),
    ]
    assert [row[4] for row in rows["Crosscutting"][1:]] == ["Ya", "Ya", "Di luar gabungan"]
    assert rows["Temuan"][1][1] == "rusak.xlsx"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("gabung", "tidak-ada.xlsx"), 'Berkas "tidak-ada.xlsx" tidak ada.'),
        (("gabung", "input/kosong.xlsx"), "belum memuat pohon kinerja"),
        (("gabung", "input/rusak.xlsx"), "rusak.xlsx: galat: "),
    ],
)
def test_a_pemda_without_a_tree_is_misuse(
    arguments: tuple[str, ...], says: str, tmp_path: Path
) -> None:
    books.book(tmp_path / "input", PEMDA.partition("# Pohon")[0], "kosong.xlsx")
    (tmp_path / "input" / "rusak.xlsx").write_bytes(b"bukan buku kerja")
    done = run(*arguments, cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    (line,) = done.err.splitlines()
    assert says in line


def coded(text: str, **codes: str) -> str:
    """Return a workbook's text with other codes in the pemda's tree."""
    for old, new in codes.items():
        text = text.replace(f"| {old}   |", f"| {new}   |").replace(
            f"| {old}    |", f"| {new}    |"
        )
    return text


def test_a_code_that_both_trees_have_is_said_apart_from_an_empty_induk(tmp_path: Path) -> None:
    above = coded(PEMDA, K1="S1", K2="U1")
    texts = (unit("Dinas Sosial", "U1"), unit("Dinas Lain", "Layanan publik yang baik"))
    own = unit("Dinas Aman", "S1")
    found = check(joined(tmp_path, *texts, own, pemda=above))
    assert said(found, "GABUNG-10") == [f"u{at}.xlsx › Pohon Kinerja!B2" for at in (1, 2)]
    assert said(found, "GABUNG-04") == []
    messages = [issue.message for issue in found if issue.code == "GABUNG-10"]
    assert all("Induk U1" in one and '"Layanan publik yang baik"' in one for one in messages)


def test_a_unit_without_a_tree_is_told_and_still_counts_its_programs(tmp_path: Path) -> None:
    bare = unit("Dinas Sosial", "K2").replace("# Pohon Kinerja", "# Catatan")
    found = joined(tmp_path, bare)
    assert said(check(found), "GABUNG-09") == ["u1.xlsx"]
    assert len(boxes(found)) == 4
    (grid, *_) = recap.sheets(found, (), {}).sheets
    assert [cell.value for cell in grid.rows[3]][4:10] == [0, 0, 0, 1, 1, 1]


def test_two_workbooks_of_one_unit_leave_its_partners_answered(tmp_path: Path) -> None:
    texts = (
        unit("Dinas Sosial", "K2", mitra="Kecamatan Muncar"),
        unit("DINAS SOSIAL", "K3", mitra="Kecamatan Muncar"),
        unit("Kecamatan Muncar", "K4", mitra="Dinsos"),
    )
    found = check(joined(tmp_path, *texts))
    assert {issue.code for issue in found} == {"GABUNG-01"}


def test_workbooks_of_one_name_in_two_folders_are_two_units(tmp_path: Path) -> None:
    above = uniting.read_pemda(books.book(tmp_path, PEMDA, "kabupaten.xlsx"), tmp_path, None)
    names = ("Dinas Sosial", "Dinas Lain")
    paths = [books.book(tmp_path / name, unit(name, "K2"), "pohon.xlsx") for name in names]
    read = tuple(uniting.read_units(paths, above, tmp_path, None))
    found = Joined(above.rencana, tuple(one.unit for one in read if one.unit))
    assert [one.nama for one in found.tied["K2"]] == list(names)
    assert {len(one.uses) for one in shared(found)} == {2}


def test_a_pemda_s_own_faults_are_told_once_and_not_in_each_unit(tmp_path: Path) -> None:
    above = PEMDA.replace("| K4   | K1    |", "| K3   | K1    |").replace(
        "| K1   |       |", "| K1   | K2    |"
    )
    done_in = tmp_path / "input"
    books.book(done_in, above, "kabupaten.xlsx")
    for at in (1, 2):
        books.book(done_in, unit(f"Dinas {'AB'[at - 1]}", "K2"), f"u{at}.xlsx")
    done = run("gabung", "input/kabupaten.xlsx", cwd=tmp_path)
    lines = done.out.splitlines()
    grave = [line for line in lines if ": galat: " in line]
    assert {line.partition(" ")[0] for line in grave} == {"kabupaten.xlsx"}
    codes = [line.rpartition(" ")[2] for line in grave]
    assert sorted(codes) == ["[POHON-01]", "[POHON-03]", "[POHON-04]"]
    assert done.code == 1
    rows = load_workbook(tmp_path / "output" / "gabungan" / "rekap.xlsx")["Perangkat Daerah"]
    heads = [said_in(cell) for cell in rows[3]]
    assert [rows.cell(row, heads.index("Galat") + 1).value for row in (4, 5)] == [0, 0]


def test_a_pemda_s_tree_needs_no_levels(tmp_path: Path) -> None:
    lines = [line for line in PEMDA.splitlines() if line.startswith("| K")]
    text = PEMDA
    for line in lines:
        text = text.replace(
            line, "|".join(part for at, part in enumerate(line.split("|")) if at != 3)
        )
    path = books.book(tmp_path, text, "kabupaten.xlsx")
    above = uniting.read_pemda(path, tmp_path, None)
    assert [issue for issue in above.issues if issue.severity is Severity.GALAT] == []


def test_the_recap_s_cells_lead_into_the_units_workbooks(made: tuple[Run, Path]) -> None:
    book = load_workbook(made[1] / "rekap.xlsx")
    link = book["Crosscutting"]["F2"].hyperlink
    assert link is not None
    assert (link.target, link.location) == ("../../input/u1.xlsx", "'Crosscutting'!B2")
    assert (made[1] / str(link.target)).resolve().is_file()
    assert book["Temuan"]["C2"].hyperlink is None


def test_the_matrix_keeps_its_first_columns_in_sight_and_on_every_page(
    made: tuple[Run, Path],
) -> None:
    sheet = load_workbook(made[1] / "rekap.xlsx")["Program × Unit 2025"]
    assert (sheet.freeze_panes, sheet.print_title_cols) == ("C2", "$A:$B")
    assert sheet["C2"].number_format == "#,##0"


def test_hostile_texts_stay_texts_in_the_recap(tmp_path: Path) -> None:
    name = "+Dinas [Uji]: */\\?\x07 " + "X" * 120
    text = unit("Dinas Uji", "K2", mitra="@SUM(A1)").replace("Dinas Uji", name)
    text = text.replace("1.250.000", "1.250.000,60")
    found = joined(tmp_path / "input", text.replace("\x07", ""), unit("=1+1", "K3"))
    style = styles.load(styles.DEFAULT, styles.SHIPPED)
    loud = replace(found, units=(replace(found.units[0], nama=name), *found.units[1:]))
    content = sheet_writer("xlsx").write(recap.sheets(loud, check(loud), {}), style)
    (tmp_path / "rekap.xlsx").write_bytes(content)
    book = load_workbook(tmp_path / "rekap.xlsx")
    cells = [cell for sheet in book for row in sheet for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    assert said_in(book["Perangkat Daerah"]["B4"]) == name.replace("\x07", "")
    assert book["Program"]["F2"].value == 1_250_001
    assert all(len(sheet.title) <= 31 for sheet in book)


def test_forty_units_stand_once_each_on_sound_pages(tmp_path: Path) -> None:
    texts = [unit(f"Kecamatan {chr(65 + at)}a{at}", f"K{2 + at % 3}") for at in range(40)]
    found = joined(tmp_path, *texts)
    assert len(boxes(found)) == 4 + 40 * 2
    style = styles.load(styles.DEFAULT, styles.SHIPPED)
    view = tree.tree(found, load(tree.PACK))
    scene = trees_scene(view, style)
    for page in view.pages:
        assert treechecks.faults(scene, page, style) == []


def test_a_folder_with_only_the_pemda_s_workbook_is_misuse(tmp_path: Path) -> None:
    books.book(tmp_path / "input", PEMDA, "kabupaten.xlsx")
    done = run("gabung", "input/kabupaten.xlsx", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("Selain kabupaten.xlsx belum ada buku kerja")


def test_a_recap_that_is_locked_leaves_all_earlier_files(
    made: tuple[Run, Path], tmp_path: Path
) -> None:
    place = made[1]
    before = {path.name: path.stat().st_mtime_ns for path in place.iterdir()}
    (place / "rekap.xlsx").unlink()
    (place / "rekap.xlsx").mkdir()
    done = run("gabung", "input/kabupaten.xlsx", cwd=tmp_path)
    assert done.code == 1
    assert 'hasil "rekap.xlsx" tidak dapat ditulis' in done.out
    del before["rekap.xlsx"]
    assert before.items() <= {one.name: one.stat().st_mtime_ns for one in place.iterdir()}.items()
    assert not list(place.glob("*.baru"))


def test_a_partner_without_a_name_is_neither_inside_nor_outside(tmp_path: Path) -> None:
    found = joined(tmp_path, unit("Dinas Sosial", "K2"), unit("Dinas Lain", "K3", mitra="Polres"))
    (sheet,) = [one for one in recap.sheets(found, (), {}).sheets if one.name == "Crosscutting"]
    assert [row[4].value for row in sheet.rows[1:]] == ["", "Di luar gabungan"]
