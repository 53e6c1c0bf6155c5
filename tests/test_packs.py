"""The regulations as data: every pack loads, says where it is from, and fits the documents."""

import ast
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

import plans
from pohon_docs import packs
from pohon_docs.blocks import Report
from pohon_docs.documents import documents
from pohon_docs.identitas import Identitas
from pohon_docs.packs import TableSpec
from pohon_docs.views import Words

SRC = Path(__file__).parents[1] / "src" / "pohon_docs"
_DATE = re.compile(r"20\d\d(-\d\d-\d\d)?")
TABLES = [(name, code) for name in packs.names() for code in packs.load(name).tabel]


def spec(name: str, code: str) -> TableSpec:
    return packs.load(name).tabel[code]


@pytest.mark.parametrize("name", packs.names())
def test_a_pack_says_what_it_is_and_where_it_is_from(name: str) -> None:
    pack = packs.load(name)
    assert pack.nama == name
    assert pack.peraturan
    assert pack.sumber
    assert _DATE.fullmatch(pack.tanggal)
    if year := re.search(r"-(20\d\d)$", name):
        assert f"Tahun {year[1]}" in pack.peraturan
        assert pack.tanggal.startswith(year[1])


def test_every_folder_with_data_is_a_pack() -> None:
    folders = {path.parent.name for path in (SRC / "packs").glob("*/*.toml")}
    assert set(packs.names()) == folders
    with pytest.raises(KeyError):
        packs.load("permendagri-0-1900")


@pytest.mark.parametrize(("name", "code"), TABLES)
def test_a_table_names_its_source_and_how_sure_its_columns_are(name: str, code: str) -> None:
    table = spec(name, code)
    assert table.nama == code
    assert table.sumber
    assert _DATE.fullmatch(table.tanggal)
    assert table.catatan or table.kepastian == "V"
    assert table.judul


def test_every_table_stands_in_a_chapter_of_a_document() -> None:
    shown = {
        (name if "/" not in table else table.split("/")[0], table.split("/")[-1])
        for name in packs.names()
        for chapters in packs.load(name).dokumen.values()
        for chapter in chapters
        for table in chapter.tabel
    }
    assert shown == set(TABLES)


GOOD = """
kode = "1"
judul = "Tabel"
sumber = "uji"
tanggal = "2025"
kepastian = "V"
tingkat = ["program"]
baris = [{ untuk = "program" }]
kolom = [{ judul = "Program", isi = "uraian", lebar = 1 }]
"""
HEAD = 'peraturan = "Uji"\nsumber = "uji"\ntanggal = "2025"\n'
BROKEN = {
    "kunci tidak dikenal: warna": ('kode = "1"', 'kode = "1"\nwarna = "merah"'),
    "kunci belum ada: sumber": ('sumber = "uji"', ""),
    "'uraain' tidak dikenal; yang dikenal: kosong": ('"uraian"', '"uraain"'),
    "'desa' tidak dikenal; yang dikenal: unit": ('untuk = "program"', 'untuk = "desa"'),
    "'yakin' tidak dikenal; yang dikenal: V, V*, I, K": ('"V"', '"yakin"'),
    "kepastian tanpa catatan: V*": ('"V"', '"V*"'),
    "kolom tanpa lebar: Program": ("lebar = 1", "lebar = 0"),
    "nilai 'lebar' tidak cocok": ("lebar = 1", 'lebar = "lebar"'),
    "baris menyebut kolom yang tidak ada: pagu": (
        'untuk = "program"',
        'untuk = "program", hanya = ["pagu"]',
    ),
    "baris untuk tingkat yang tidak disebut: kegiatan": (
        'untuk = "program"',
        'untuk = "kegiatan"',
    ),
    "perlu tanpa alasan: ikk": ('kode = "1"', 'kode = "1"\nperlu = "ikk"'),
    "judul di atas kolom lain tidak punya lebar: Atas": (
        '{ judul = "Program", isi = "uraian", lebar = 1 }',
        '{ judul = "Atas", lebar = 1, kolom = [{ judul = "A", isi = "kode", lebar = 1 }] }',
    ),
    "bukan TOML yang sah": ("kolom = [", "kolom = [" * 2),
}


@pytest.mark.parametrize("said", BROKEN)
def test_a_broken_table_is_refused_with_its_file_and_its_place(said: str, tmp_path: Path) -> None:
    (tmp_path / "peraturan.toml").write_text(HEAD, encoding="utf-8")
    file = tmp_path / "tabel.toml"
    file.write_text(GOOD, encoding="utf-8")
    assert list(packs.read("uji", tmp_path).tabel) == ["tabel"]
    old, new = BROKEN[said]
    assert old in GOOD
    file.write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(packs.PackError) as refused:
        packs.read("uji", tmp_path)
    assert str(refused.value).startswith("uji/tabel.toml")
    assert said in str(refused.value)


def test_a_chapter_that_names_no_table_is_refused(tmp_path: Path) -> None:
    chapter = '[[dokumen.renja]]\nbab = "BAB I"\ntabel = ["t-c-99"]\n'
    (tmp_path / "peraturan.toml").write_text(HEAD + chapter, encoding="utf-8")
    pack = packs.read("uji", tmp_path)
    with pytest.raises(packs.PackError, match="t-c-99"):
        list(pack.chapters("renja"))


def test_every_document_asks_for_a_pack_that_there_is() -> None:
    for document in documents():
        assert document.pack(Identitas()) in packs.names()


def asked_texts() -> Iterator[str]:
    """Yield the names of all fixed texts that the documents ask their packs for by name."""
    for path in (SRC / "documents").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Subscript(ast.Attribute(attr="teks"), ast.Constant(str(name))):
                    yield name


def test_every_fixed_text_that_a_document_asks_for_is_in_a_pack() -> None:
    asked = set(asked_texts())
    known = {name for pack in map(packs.load, packs.names()) for name in pack.teks}
    assert len(asked) > 10
    assert asked <= known


def said(value: object) -> Iterator[str]:
    """Yield every text of a view."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from said(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from said(getattr(value, field.name))


@pytest.mark.parametrize("name", ["seed", "lengkap"])
def test_every_field_of_the_fixed_texts_and_headings_is_filled(name: str) -> None:
    rencana = plans.seed() if name == "seed" else plans.lengkap()
    for document in documents():
        view = document.build(rencana, packs.load(document.pack(rencana.identitas)))
        if view is None:
            assert document.left_out(rencana, packs.load(document.pack(rencana.identitas)))
            continue
        found = list(said(view))
        assert len(found) > 40
        left = {text for text in found if re.search(r"\{\w*\}", text)}
        # The pages of a report are counted by Word, those of a tree by the layout.
        pages = {view.page, view.sheet} if isinstance(view, Report) else set()
        assert left <= pages | of_pages(view)


def of_pages(view: object) -> set[str]:
    """Return the texts of a view that the layout fills with numbers of pages."""
    if isinstance(view, Words):
        return set(said(view))
    if isinstance(view, tuple):
        return set().union(*map(of_pages, view))
    own = fields(view) if is_dataclass(view) else ()
    return set().union(*(of_pages(getattr(view, field.name)) for field in own))
