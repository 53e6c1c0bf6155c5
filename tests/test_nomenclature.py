"""The official list: what comes with the program, and what an office puts beside its workbooks."""

import csv
from pathlib import Path
from zipfile import ZipFile

import pytest

import books
import plans
from pohon_docs import words
from pohon_docs.batch import build_all, workbooks
from pohon_docs.batching.settling import Options
from pohon_docs.batching.task import AS_WRITTEN, lists_in, made_from, task_of
from pohon_docs.codes import official
from pohon_docs.issue import Issue
from pohon_docs.nomenclature import Nomenklatur, Resmi, from_book, shipped
from pohon_docs.pipeline import read
from pohon_docs.workbook import read_book
from rule_cases import part, program, sub

REFERENCE = plans.ROOT.parent / "shared" / "reference" / "nomenklatur"
LISTED = """# Daftar
| NOMENKLATUR SUB KEGIATAN |
| JENIS PEMDA | BIDANG | PROGRAM | KEGIATAN | SUBKEGIATAN | KINERJA | INDIKATOR | SATUAN | SUBKEGIATAN SEBELUMNYA |
| KAB/KOTA | 1.02 BIDANG KESEHATAN | 1.02.02 PROGRAM UPAYA KESEHATAN | 1.02.02.2.01 Penyediaan Fasilitas | 1.02.02.2.01.0001 Pembangunan Puskesmas | Terbangunnya Puskesmas | Jumlah Puskesmas | Unit | |
| KAB/KOTA | 1.02 BIDANG KESEHATAN | 1.02.02 PROGRAM UPAYA KESEHATAN | 1.02.02.2.01 Penyediaan Fasilitas | 1.02.02.2.01.0009 Rehabilitasi Puskesmas | Pulihnya Puskesmas | Jumlah Puskesmas | Unit | 1.02.02.2.01.0002 Rehab Pustu |
"""  # noqa: E501 (a table)


def said(folder: Path, *rows: str) -> list[Issue]:
    """Return what the rules on codes say of a program sheet beside the lists of a folder."""
    _, issues = read(books.plan(folder, program(*rows)))
    return [one for one in issues if one.code >= "KODE-2" and one.code < "KODE-28"]


@pytest.mark.parametrize("name", ["7.01_kecamatan", "X.XX.01_penunjang_kabkota"])
def test_the_shipped_list_says_what_the_decree_says(name: str) -> None:
    path = REFERENCE / f"nomenklatur_{name}.csv"
    if not path.is_file():
        pytest.skip("tidak ada ../shared di mesin ini")
    fields = ("nomenklatur", "kinerja", "indikator", "satuan")
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            entry = shipped().by_kode.get(row["kode"])
            if row["kode"] == "X.XX":
                continue
            assert entry is not None
            written = [" ".join(row[field].split()) for field in fields]
            assert [entry.nama, entry.kinerja, entry.indikator, entry.satuan] == written


def test_every_shipped_code_has_the_official_form_and_its_parent() -> None:
    entries = shipped().by_kode
    assert len(entries) == 225
    for kode in entries:
        if kode.count(".") > 1:
            form = official(kode)
            assert form is not None
            assert form.teks == kode
            assert form.induk is None or form.induk in entries or ".3." in kode or ".4." in kode


def test_the_supporting_program_of_every_unit_is_known_and_other_fields_are_not_judged() -> None:
    known = shipped()
    entry = known.find("5.01.01.2.01.0001")
    assert entry is not None
    assert entry.nama == "Penyusunan Dokumen Perencanaan Perangkat Daerah"
    assert known.covers("5.01.01.2.99")
    assert known.covers("7.01.02.2.99")
    for kode in ("5.01.02.2.01", "7.01.02.5.01", "7.01.01.1.01", "1.02.02"):
        assert not known.covers(kode), kode


def test_a_list_from_sipd_is_read_with_code_and_name_in_one_cell(tmp_path: Path) -> None:
    book, _ = read_book(books.book(tmp_path, LISTED))
    assert book is not None
    listed = from_book(book)
    assert listed is not None
    assert listed.find("1.02.02.2.01.0001") == Resmi(
        "1.02.02.2.01.0001",
        "Pembangunan Puskesmas",
        "Terbangunnya Puskesmas",
        "Jumlah Puskesmas",
        "Unit",
    )
    assert listed.find("1.02.02") == Resmi("1.02.02", "PROGRAM UPAYA KESEHATAN")
    new = listed.successor("1.02.02.2.01.0002")
    assert new is not None
    assert new.kode == "1.02.02.2.01.0009"


def test_a_newer_list_replaces_the_shipped_one_where_it_speaks() -> None:
    newer = Nomenklatur((Resmi("7.01.02.2.01", "Nama Baru"),))
    joined = shipped().with_list(newer)
    assert joined.find("7.01.02.2.01") == Resmi("7.01.02.2.01", "Nama Baru")
    assert joined.find("7.01.03.2.01") is None
    assert joined.covers("7.01.03.2.01")
    assert joined.find("7.01.03.7.04") is not None
    assert joined.find("7.01.01.2.01.0001") is not None


def test_codes_are_checked_by_the_lists_beside_the_workbook(tmp_path: Path) -> None:
    right = sub("1.02.02.2.01.0001", "Pembangunan Puskesmas", "Terbangunnya Puskesmas")
    old = sub("1.02.02.2.01.0002", "Rehab Pustu")
    strange = sub("1.02.02.2.01.0007", "Layanan")
    rows = (right.replace("Jumlah Dokumen Perencanaan Perangkat Daerah", "Jumlah Puskesmas"), old)
    assert [one.code for one in said(tmp_path / "tanpa", *rows, strange)] == ["KODE-27"]
    books.book(tmp_path / "dengan" / "nomenklatur", LISTED, "daftar.xlsx")
    found = said(tmp_path / "dengan", *rows, strange)
    assert [(one.code, one.ref.cell) for one in found] == [
        ("KODE-25", "F2"),
        ("KODE-22", "A3"),
        ("KODE-21", "A4"),
    ]
    assert 'Pakai 1.02.02.2.01.0009 "Rehabilitasi Puskesmas".' in found[1].hint


def test_a_file_that_is_no_list_is_said_and_left(tmp_path: Path) -> None:
    books.book(tmp_path / "nomenklatur", "# Rapat\n| Hadir |\n| Budi |", "rapat.xlsx")
    _, issues = read(books.plan(tmp_path))
    (issue,) = [one for one in issues if one.code == "NOMENKLATUR-01"]
    assert (str(issue.ref), str(issue.severity)) == ("rapat.xlsx", "peringatan")


def test_the_folder_of_lists_holds_no_workbooks_and_is_part_of_the_hash(tmp_path: Path) -> None:
    plan = books.plan(tmp_path / "input")

    def hashes() -> dict[str, str]:
        return made_from(task_of(plan, (), lists_in(plan.parent), (), AS_WRITTEN), {})

    before = hashes()
    books.book(tmp_path / "input" / "nomenklatur", LISTED, "daftar.xlsx")
    assert workbooks([tmp_path / "input"]) == (plan,)
    assert workbooks(sorted((tmp_path / "input").iterdir())) == (plan,)
    assert {name for name, mark in hashes().items() if mark != before[name]} == {"nomenklatur"}


def test_the_longest_names_survive_every_document(tmp_path: Path) -> None:
    name, measure = "Koordinasi " + "Penyelenggaraan " * 24 + "Umum", "Jumlah " + "laporan " * 58
    assert (len(name), len(measure.strip())) == (399, 470)
    name, measure = f"{name} di Wilayah", f"{measure}semester"
    assert len(name) >= 410
    assert len(measure) >= 478
    row = sub(uraian=name, sasaran=f"Terlaksananya {name}", indikator=measure)
    path = books.plan(tmp_path / "input", program(part("7.01.01"), part("7.01.01.2.01"), row))
    (outcome,) = build_all([path], Options(tmp_path / "output", plans.ROOT / "styles"))
    assert not outcome.has_galat
    assert {Path(file).suffix for file in outcome.files} >= {".docx", ".pdf", ".svg", ".gv"}
    rencana, _ = books.read_path(path)
    scene = plans.cards_scene(rencana)
    said = [line.text for page in scene.pages for one in page.panels for line in one.lines]
    document = ZipFile(tmp_path / "output" / "uji" / "renstra.docx").read("word/document.xml")
    for text in (" ".join(said), document.decode()):
        assert text.count("Penyelenggaraan") >= 24
        assert text.count("laporan") >= 58


def test_the_words_of_the_lists_are_told_apart_from_one_another() -> None:
    spelling = words.load("ejaan")["ejaan"]
    assert len(spelling) >= 150
    for wrong, right in spelling.items():
        assert wrong == wrong.casefold()
        assert wrong.isalnum()
        assert spelling.keys().isdisjoint(right.split()), wrong
    assert spelling.keys().isdisjoint(words.load("kata")["singkatan"])


@pytest.mark.parametrize("name", ["kepmendagri-900-1-15-5-1317-2023", "permenpanrb-89-2021"])
def test_a_decree_without_tables_is_no_regulation_for_a_document(name: str, tmp_path: Path) -> None:
    identity = f"# Identitas\n| Nama Perangkat Daerah | K |\n| Regulasi Renstra | {name} |"
    path = books.plan(tmp_path / "input", identity)
    _, issues = read(path)
    (said,) = [one for one in issues if one.code == "IDENTITAS-04"]
    assert name not in said.hint
    (outcome,) = build_all([path], Options(tmp_path / "output", plans.ROOT / "styles"))
    assert "renstra.docx" in outcome.files
