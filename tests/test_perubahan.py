"""A plan changed: what is told of each kind of change, in the list, the tables and the tree."""

from dataclasses import fields, replace
from decimal import Decimal
from pathlib import Path

import pytest

import books
import plans
import treechecks
import wordfile
from pohon_docs import amending, differing, pipeline, words
from pohon_docs.comparison import Macam, compare
from pohon_docs.comparison.merging import merged
from pohon_docs.indikator import Indikator, Pagu
from pohon_docs.layout.pictures import trees_scene
from pohon_docs.misuse import MisuseError
from pohon_docs.model import KOMPONEN, Jenis, Kemitraan, Node, Rencana
from pohon_docs.packs import load
from pohon_docs.perubahan import listing, tree
from pohon_docs.values import indonesian
from workfolder import Folder

KEG = "7.01.01.2.01"
SUB = "7.01.01.2.01.0001"


def kinds(before: Rencana, after: Rencana) -> list[tuple[str, str]]:
    """Return the kind and the code of every change."""
    return [(one.macam.value, one.node.kode) for one in compare(before, after).perubahan]


def tree_of(*rows: tuple[str, str, str]) -> Rencana:
    """Return a tree of a root and nodes of a code, a parent and a wording."""
    root = plans.node("S1", uraian="Terwujudnya kemandirian desa")
    return plans.plan(root, *(plans.node(kode, up, uraian=said) for kode, up, said in rows))


def test_a_plan_is_the_same_as_itself_also_in_another_order() -> None:
    rencana = plans.lengkap()
    assert compare(rencana, rencana).perubahan == ()
    assert listing.text(compare(rencana, rencana)).endswith("Tidak ada perubahan.\n")
    one, two = ("U1", "S1", "Layanan yang baik"), ("U2", "S1", "Desa yang aman")
    assert kinds(tree_of(one, two), tree_of(two, one)) == []


def test_renamed_is_told_from_dropped_and_added_by_its_words() -> None:
    before = tree_of(("U1", "S1", "Meningkatnya mutu layanan desa"))
    near = tree_of(("U1", "S1", "Meningkatnya mutu layanan desa terpencil"))
    recoded = tree_of(("U9", "S1", "Meningkatnya mutu layanan desa terpencil"))
    far = tree_of(("U1", "S1", "Terkendalinya gangguan ketertiban"))
    assert kinds(before, near) == [("ganti_nama", "U1")]
    assert kinds(before, recoded) == [("ganti_nama", "U9"), ("kode", "U9")]
    assert sorted(kinds(before, far)) == [("dihapus", "U1"), ("ditambah", "U1")]


def test_an_official_code_stays_the_same_component_whatever_it_is_called() -> None:
    before = plans.plan(plans.component("7.01.01", uraian="PROGRAM PENUNJANG"))
    after = plans.plan(plans.component("7.01.01", uraian="PELAYANAN PUBLIK"))
    assert kinds(before, after) == [("ganti_nama", "7.01.01")]


def test_codes_numbered_through_shift_without_a_change() -> None:
    rows = ("Layanan yang baik", "Desa yang aman", "Warga yang rukun")
    before = tree_of(*((f"U{n}", "S1", said) for n, said in enumerate(rows, 1)))
    shifted = ("Kabar baru sama sekali", *rows)
    after = tree_of(*((f"U{n}", "S1", said) for n, said in enumerate(shifted, 1)))
    changes = compare(before, after)
    assert [one.node.uraian for one in changes.of(Macam.DITAMBAH)] == ["Kabar baru sama sekali"]
    assert not changes.of(Macam.DIHAPUS, Macam.GANTI_NAMA, Macam.PINDAH)


def test_a_code_given_twice_pairs_each_with_its_own() -> None:
    rows = (("U1", "S1", "Layanan yang baik"), ("U1", "S1", "Desa yang aman"))
    assert kinds(tree_of(*rows), tree_of(*rows)) == []
    assert kinds(tree_of(*rows), tree_of(rows[1])) == [("dihapus", "U1")]


def test_another_parent_is_a_move_and_a_renamed_parent_is_none() -> None:
    rows = (("U1", "S1", "Layanan baik"), ("U2", "S1", "Desa aman"), ("T1", "U1", "Data mutakhir"))
    moved = (*rows[:2], ("T1", "U2", "Data mutakhir"))
    assert kinds(tree_of(*rows), tree_of(*moved)) == [("pindah", "T1")]
    renamed = (("U1", "S1", "Layanan baik sekali"), *rows[1:])
    assert kinds(tree_of(*rows), tree_of(*renamed)) == [("ganti_nama", "U1")]


def test_every_field_is_told_with_both_cells(tmp_path: Path) -> None:
    text = books.BASE.replace("2 Dokumen   | 1.250.000 | O1", "3 Dokumen   | 1.000.000 | O1")
    old, _ = books.read_plan(tmp_path / "a")
    text = text.replace(
        "| SS1  | Sasaran | TJ1   | Layanan yang baik   | Nilai IKM   |",
        "| SS1  | Sasaran | TJ1   | Layanan yang baik   | Nilai IKM kecamatan |",
    )
    new, _ = books.read_plan(tmp_path / "b", text)
    sheet = "uji.xlsx › Program dan Kegiatan"
    goals = "uji.xlsx › Tujuan dan Sasaran"
    assert listing.text(compare(old, new)) == (
        "Dibandingkan: uji.xlsx (sebelum) dengan uji.xlsx (sesudah).\n"
        "Jumlah perubahan: 3 (1 pagu berubah, 1 bunyi indikator berubah, 1 target berubah).\n"
        "Indikator yang berubah (diganti bunyi atau satuannya, ditambah, dihapus): 1;"
        " di antaranya indikator tujuan dan sasaran: 1, indikator pohon kinerja: 0.\n"
        "Sasaran SS1: bunyi indikator berubah: Nilai IKM → Nilai IKM kecamatan"
        f" [{goals}!E3 → {goals}!E3]\n"
        f"Sub Kegiatan {SUB}: pagu 2025: 1.250.000 → 1.000.000,"
        f" bertambah/(berkurang) (250.000) [{sheet}!E4 → {sheet}!E4]\n"
        f'Sub Kegiatan {SUB}: "Jumlah dokumen" target 2025: 2 Dokumen → 3 Dokumen'
        f" [{sheet}!D4 → {sheet}!D4]\n"
    )


def test_links_are_told_by_where_they_lead_and_not_by_their_codes() -> None:
    part = plans.component("7.01.01", uraian="Pelayanan publik")
    tree = (plans.node("S1", uraian="Layanan baik"), plans.node("S2", uraian="Desa aman"))
    before = plans.plan(*tree, replace(part, mendukung=("S1",)))
    recoded = (replace(tree[1], kode="S1"), replace(tree[0], kode="S2"))
    same = plans.plan(*recoded, replace(part, mendukung=("S2",)))
    other = plans.plan(*tree, replace(part, mendukung=("S1", "S2")))
    unknown = plans.plan(*tree, replace(part, mendukung=("X9",)))
    assert [one for one in compare(before, same).perubahan if one.isian == "mendukung"] == []
    (told,) = compare(before, other).perubahan
    assert (told.isian, told.sebelum) == ("mendukung", "S1 Layanan baik")
    assert told.sesudah == "S1 Layanan baik; S2 Desa aman"
    (told,) = compare(before, unknown).perubahan
    assert told.sesudah == "X9"


@pytest.mark.parametrize(
    "name", ["catatan", "prioritas_daerah", "prioritas_nasional", "strategi", "faktor_kunci"]
)
def test_texts_of_a_component_are_compared(name: str) -> None:
    node = plans.component("7.01.01", uraian="Pelayanan publik")
    changed = replace(node, **{name: "Baru"})  # type: ignore[arg-type]
    changes = compare(plans.plan(node), plans.plan(changed))
    (told,) = changes.perubahan
    assert (told.macam, told.isian, told.sesudah) == (Macam.ISIAN, name, "Baru")
    assert f": {name.replace('_', ' ')}: (kosong) → Baru" in listing.text(changes)


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("formula", "a / b", "a / b"),
        ("sumber_data", "Survei", "Survei"),
        ("iku", True, "ya"),
        ("triwulan", ("1", "2", "3", "4"), "1; 2; 3; 4"),
    ],
)
def test_what_describes_an_indicator_is_compared_without_counting_it_as_another(
    name: str, value: object, shown: str
) -> None:
    one = plans.indikator("Indeks Desa")
    before = plans.plan(replace(plans.node("S1"), indikator=(one,)))
    changed = replace(one, **{name: value})  # type: ignore[arg-type]
    changes = compare(before, plans.plan(replace(plans.node("S1"), indikator=(changed,))))
    (told,) = changes.perubahan
    assert (told.macam, told.isian, told.sesudah) == (Macam.INDIKATOR_ISIAN, name, shown)
    assert changes.indikator_changed() == 0


def test_every_field_that_a_change_may_name_has_a_word() -> None:
    words_of = words.load("perubahan")["isian"]
    told = {"induk", "kemitraan"}
    own = {one.name for one in fields(Node)} - {"jenis", "refs", "kolom", "induk", "indikator"}
    measured = {one.name for one in fields(Indikator)} - {"refs"}
    assert own | measured | told == set(words_of)


def test_partners_and_drafts_are_compared() -> None:
    node = plans.node("S1", uraian="Desa aman")
    partner = Kemitraan("S1", "Satpol PP", "Patroli")
    before = plans.plan(node)
    (told,) = compare(before, replace(before, kemitraan=(partner,))).perubahan
    assert (told.isian, told.sesudah) == ("kemitraan", "Satpol PP, Patroli")
    part = plans.component("7.01.01", uraian="Pelayanan publik")
    draft = replace(part, pagu_rkpd=(Pagu(2026, Decimal(5), part.at("uraian")),))
    (told,) = compare(plans.plan(part), plans.plan(draft)).perubahan
    assert (told.isian, told.tahun, told.selisih) == ("pagu_rkpd", 2026, Decimal(5))


def test_an_indicator_in_place_of_another_counts_once() -> None:
    node = plans.node("S1", ik=("Indeks Desa", "Nilai IKM"))
    other = plans.node("S1", ik=("Indeks Desa", "Persentase konflik sosial", "Angka stunting"))
    changes = compare(plans.plan(node), plans.plan(other))
    assert len(changes.of(Macam.INDIKATOR_DITAMBAH)) == 2
    assert len(changes.of(Macam.INDIKATOR_DIHAPUS)) == 1
    assert changes.indikator_changed() == 2
    assert changes.indikator_changed(Jenis.SASARAN) == 0


def _changed(rencana: Rencana) -> Rencana:
    """Return the complete case with money moved, a sub kegiatan dropped and one added."""
    subs = rencana.of(Jenis.SUB_KEGIATAN)
    made: list[Node] = []
    for node in rencana.node:
        if node is subs[4]:
            new = replace(node, kode=f"{node.kode[:-4]}0099", uraian="Dukungan SPBE daerah")
            made.append(replace(new, indikator=(plans.indikator("Jumlah aplikasi"),)))
        elif node is subs[0]:
            money = tuple(Pagu(one.tahun, one.nilai - Decimal(7), one.ref) for one in node.pagu)
            made.append(replace(node, pagu=money))
        elif node.jenis in KOMPONEN and node is not subs[0] and node.jenis != "sub_kegiatan":
            made.append(replace(node, pagu=()))
        else:
            made.append(node)
    return replace(rencana, node=tuple(made))


def test_the_sums_of_the_report_are_those_of_both_plans() -> None:
    before = plans.lengkap()
    after = _changed(before)
    files = {one.name: one for one in amending.files(compare(before, after), "", plans.style())}
    word = wordfile.WordFile(files["perubahan.docx"].content)
    assert word.faults() == []
    year = before.identitas.tahun_renja
    tops = [one.of(Jenis.PROGRAM) for one in (before, after)]
    old, new = (plan.total(top, year) for plan, top in zip((before, after), tops, strict=True))
    assert old is not None and new is not None
    money = [" ".join(cell.text) for cell in word.tables[0].rows[-1].cells]
    told = f"({indonesian(old - new)})" if new < old else indonesian(new - old)
    assert [text for text in money if text][-3:] == [indonesian(old), indonesian(new), told]
    said = [
        " ".join(cell.text[0] if cell.text else "" for cell in row.cells)
        for row in word.tables[0].rows
    ]
    assert sum("Dihapus" in line for line in said) == 1
    assert sum("Ditambah" in line for line in said) == 1


def changed_word(before: Rencana, after: Rencana) -> wordfile.WordFile:
    """Return the book of a change, read back."""
    files = {one.name: one for one in amending.files(compare(before, after), "", plans.style())}
    return wordfile.WordFile(files["perubahan.docx"].content)


def test_the_change_is_a_book_whose_dropped_rows_are_struck_through() -> None:
    before = plans.lengkap()
    goal = before.of(Jenis.SASARAN)[0]
    after = _changed(before)
    renamed = replace(goal, uraian=f"{goal.uraian} secara terpadu")
    after = replace(after, node=tuple(renamed if one is goal else one for one in after.node))
    word = changed_word(before, after)
    assert word.faults() == []
    headings = [text for style, text in word.lines() if style.casefold() == "heading 1"]
    assert headings == [
        *("RINGKASAN PERUBAHAN", "PERUBAHAN RENCANA KERJA"),
        *("PERUBAHAN RENCANA STRATEGIS", "PERUBAHAN LAIN"),
    ]
    assert [one.split()[:2] for one in (table.caption for table in word.tables)] == [
        ["Tabel", str(number)] for number in range(1, 5)
    ]
    told = word.instructions()
    assert r'TOC \h \z \c "Tabel"' in told
    assert word.body is not None
    struck = {
        text.text
        for run in word.body.iter(f"{wordfile.W}r")
        if run.find(f"{wordfile.W}rPr/{wordfile.W}strike") is not None
        for text in run.iter(f"{wordfile.W}t")
    }
    dropped = next(one.node for one in compare(before, after).of(Macam.DIHAPUS))
    assert {dropped.kode, dropped.uraian, dropped.indikator[0].uraian, goal.uraian} <= struck
    kept = {one.uraian for one in after.of(*KOMPONEN)} | {"Dihapus", renamed.uraian}
    assert struck.isdisjoint(kept - {dropped.uraian})
    rows = [row for table in word.tables[:3] for row in table.rows]
    said = [row for row in rows if any(cell.text == ("Dihapus",) for cell in row.cells)]
    assert len(said) == 3


def test_a_dropped_indicator_of_a_node_that_stays_is_struck_alone() -> None:
    measured = (plans.indikator("Indeks Desa"), plans.indikator("Nilai IKM"))
    node = replace(plans.component("7.01.01", uraian="Pelayanan publik"), indikator=measured)
    word = changed_word(plans.plan(node), plans.plan(replace(node, indikator=measured[:1])))
    assert word.body is not None
    struck = [
        text.text
        for table in word.body.iter(f"{wordfile.W}tbl")
        for run in table.iter(f"{wordfile.W}r")
        if run.find(f"{wordfile.W}rPr/{wordfile.W}strike") is not None
        for text in run.iter(f"{wordfile.W}t")
    ]
    assert set(struck) == {"Nilai IKM", "83,30 Indeks"}  # with its target


def test_diff_tells_of_the_renja_of_the_year_that_is_asked_for(tmp_path: Path) -> None:
    old = books.book(tmp_path, books.BASE, name="lama.xlsx")
    new = books.book(tmp_path, books.BASE.replace("1.250.000", "1.000.000"), name="baru.xlsx")
    plans_of = differing.read_both(old, new, 2025)
    assert isinstance(plans_of, differing.Both)
    assert plans_of.sesudah.identitas.tahun_renja == 2025
    with pytest.raises(MisuseError, match="Tahun 1999"):
        differing.read_both(old, new, 1999)


def test_the_marked_tree_keeps_dropped_nodes_in_place_and_is_drawn_without_fault() -> None:
    rows = [("U1", "S1", "Layanan baik"), ("U2", "S1", "Desa aman"), ("U3", "S1", "Warga rukun")]
    after = [rows[0], ("U3", "S1", "Warga rukun sekali"), ("U2", "S1", "Data mutakhir")]
    beside = merged(compare(tree_of(*rows), tree_of(*after)))
    view = tree.tree(beside, load(tree.PACK))
    (page,) = view.pages
    told = {box.parts[0].paragraphs[0].text: box.parts[0].role for box in page.boxes}
    assert told == {
        "Terwujudnya kemandirian desa": "kinerja.strategis",
        "Layanan baik": "kinerja.strategis",
        "Desa aman (dihapus)": "kinerja.dihapus",
        "Warga rukun sekali (diubah)": "kinerja.berubah",
        "Data mutakhir (ditambah)": "kinerja.baru",
    }
    assert [box.parent for box in page.boxes] == [None, *["n1"] * 4]
    style = plans.style()
    assert treechecks.faults(trees_scene(view, style), page, style) == []


def test_a_dropped_branch_stays_together_beside_a_new_one_of_the_same_codes() -> None:
    old = (("U1", "S1", "Layanan baik"), ("T1", "U1", "Data mutakhir"))
    new = (("U1", "S1", "Konflik terkendali"), ("T1", "U1", "Patroli berjalan"))
    beside = merged(compare(tree_of(*old), tree_of(*new)))
    above = {one.uraian: up.uraian if up else "" for one, up in beside.rencana.walk(Jenis.KINERJA)}
    assert above["Data mutakhir"] == "Layanan baik"
    assert above["Patroli berjalan"] == "Konflik terkendali"


IDENTITY = "| Periode Akhir         | 2026              |"


def status(more: str) -> str:
    return books.BASE.replace(IDENTITY, f"{IDENTITY}\n| Status | Perubahan |\n{more}")


def test_build_compares_with_the_workbook_that_the_identity_names(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    text = status("| Buku Kerja Murni | murni.xlsx |").replace("Layanan yang baik", "Layanan baik")
    path = folder.write("ubah.xlsx", text)
    first = folder.build(path)["ubah.xlsx"]
    (issue,) = [one for one in first.issues if one.code == "BANDING-01"]
    assert str(issue.ref) == "ubah.xlsx › Identitas!B7"
    assert "perubahan.txt" not in first.files
    folder.write("murni.xlsx", books.BASE)
    second = folder.build(path)["ubah.xlsx"]
    names = {"perubahan.txt", "perubahan.xlsx", "perubahan.docx", "pohon-perubahan.pdf"}
    assert names <= set(second.files)
    assert folder.build(path)["ubah.xlsx"].fresh
    folder.write("murni.xlsx", books.BASE.replace("Desa yang mandiri", "Desa yang maju"))
    assert not folder.build(path)["ubah.xlsx"].fresh


def test_a_change_that_names_no_workbook_is_told_how(tmp_path: Path) -> None:
    path = books.book(tmp_path, status(""))
    issues = pipeline.checked(path, tmp_path, None).issues
    (issue,) = [one for one in issues if one.code == "BANDING-02"]
    assert "Buku Kerja Murni" in issue.hint
    itself = books.book(tmp_path, status(f"| Buku Kerja Murni | {books.NAME} |"))
    (issue,) = [
        one for one in pipeline.checked(itself, tmp_path, None).issues if one.code == "BANDING-01"
    ]
    assert "buku kerja ini sendiri" in issue.message


def test_thousands_of_components_are_compared_at_once() -> None:
    many = [plans.component(f"X{n}", uraian=f"Kegiatan nomor {n}") for n in range(4_000)]
    other = [replace(one, kode=f"Y{one.kode}", uraian=f"Lain {one.kode} ini") for one in many]
    changes = compare(plans.plan(*many), plans.plan(*other))
    assert len(changes.of(Macam.DITAMBAH)) == len(changes.of(Macam.DIHAPUS)) == 4_000


def test_an_indicator_is_its_own_pair() -> None:
    one = Indikator("Nilai IKM", refs=(("uraian", plans.HERE),))
    node = replace(plans.node("S1"), indikator=(one,))
    changes = compare(plans.plan(node), plans.plan(replace(node, catatan="x")))
    assert changes.indikator_before(one) is one
