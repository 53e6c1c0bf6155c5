"""The regulations as data: every pack loads, says where it is from, and fits the documents."""

import ast
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path

import pytest

import plans
from pohon_docs import packs
from pohon_docs.documents import documents
from pohon_docs.identitas import Identitas
from pohon_docs.packs import Heading, TableSpec
from pohon_docs.views import Cards, Report, Table, TableRow, Trees

SRC = Path(__file__).parents[1] / "src" / "pohon_docs"
SURE = {"terverifikasi", "tangan kedua", "simpulan"}
TABLES = [(name, code) for name in packs.names() for code in packs.load(name).tabel]


def spec(name: str, code: str) -> TableSpec:
    return packs.load(name).tabel[code]


def headings(kolom: tuple[Heading, ...]) -> Iterator[Heading]:
    for heading in kolom:
        yield heading
        yield from headings(heading.kolom)


@pytest.mark.parametrize("name", packs.names())
def test_a_pack_says_what_it_is_and_where_it_is_from(name: str) -> None:
    pack = packs.load(name)
    assert pack.nama == name
    assert pack.peraturan.startswith("Peraturan Menteri")
    year = name.rpartition("-")[2]
    assert year in pack.peraturan
    assert pack.sumber
    assert str(date.fromisoformat(pack.tanggal).year) == year


def test_every_folder_with_data_is_a_pack() -> None:
    folders = {path.parent.name for path in (SRC / "packs").glob("*/*.toml")}
    assert set(packs.names()) == folders
    with pytest.raises(KeyError):
        packs.load("permendagri-0-1900")


@pytest.mark.parametrize(("name", "code"), TABLES)
def test_a_table_names_its_source_and_how_sure_its_columns_are(name: str, code: str) -> None:
    table = spec(name, code)
    assert table.kode == code
    assert (SRC / "packs" / name / f"{code.lower().replace('.', '-')}.toml").is_file()
    assert table.sumber
    assert table.keyakinan in SURE
    assert table.bab
    assert table.judul


@pytest.mark.parametrize(("name", "code"), TABLES)
def test_only_the_lowest_headings_are_columns_and_each_has_values_and_a_width(
    name: str, code: str
) -> None:
    for heading in headings(spec(name, code).kolom):
        assert heading.judul
        assert heading.ulang in ("", "tahun")
        if heading.kolom:
            assert (heading.isi, heading.lebar) == ("", 0.0), heading.judul
        else:
            assert heading.isi
            assert heading.lebar > 0, heading.judul


def tables() -> Iterator[Table]:
    """Yield every table of the reports on the complete case."""
    rencana = plans.lengkap()
    for document in documents():
        view = document.build(rencana, packs.load(document.pack(rencana.identitas)))
        if isinstance(view, Report):
            yield from (block for block in view.blocks if isinstance(block, Table))


def texts(row: TableRow) -> Iterator[str]:
    """Yield the text of a row for every column, that of a wide cell at each of its columns."""
    for cell in row.cells:
        yield from [" ".join(cell.text)] * cell.columns


def test_every_column_of_a_report_is_filled_by_the_complete_case() -> None:
    found = list(tables())
    assert len(found) == len(TABLES)
    for table in found:
        names = list(texts(table.header[-2]))
        filled = [any(column) for column in zip(*map(texts, table.rows), strict=True)]
        assert len(filled) == len(table.widths)
        assert [name for name, full in zip(names, filled, strict=True) if not full] == []


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
        found = list(said(view))
        assert len(found) > 100
        left = {text for text in found if re.search(r"\{\w*\}", text)}
        # The pages of a report are counted by Word, those of a tree by the layout.
        assert left <= {view.page} if isinstance(view, Report) else left <= of_pages(view)


def of_pages(view: Trees | Cards) -> set[str]:
    """Return the texts of a view that the layout fills with numbers of pages."""
    trees = view.pages if isinstance(view, Trees) else view.trees
    return {text for tree in trees for text in said(tree.words)}
