"""Every field of the two real plans knows its cell: that cell of the workbook holds its text."""

import re
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from openpyxl import load_workbook

import plans
from pohon_docs.model import Rencana
from pohon_docs.source import Ref

Cells = dict[tuple[str, int, int], object]

FIELDS = {
    "kode": "kode",
    "uraian": "uraian",
    "level": "nama_level",
    "judul_singkat": "judul_singkat",
    "sasaran": "sasaran",
    "ik_kinerja": "ik_kinerja",
    "penanggung_jawab": "penanggung_jawab",
    "lokasi": "lokasi",
    "sumber_dana": "sumber_dana",
    "kelompok_sasaran": "kelompok_sasaran",
    "prioritas_nasional": "prioritas_nasional",
    "prioritas_daerah": "prioritas_daerah",
    "catatan": "catatan",
    "faktor_kunci": "faktor_kunci",
    "crosscutting": "crosscutting",
}
LINKS = {"induk": "induk", "kinerja": "mendukung", "sasaran_pd": "sasaran_pd"}


@cache
def cells(path: Path) -> Cells:
    """Return the values of a workbook's cells by their place."""
    book = load_workbook(path, data_only=True)
    return {
        (sheet.title, cell.row, cell.column): cell.value
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


def case(name: str) -> tuple[Rencana, Cells]:
    if name == "seed":
        return plans.seed(), cells(plans.SEED)
    return plans.lengkap(), cells(plans.LENGKAP)


def at(book: Cells, ref: Ref) -> object:
    return book[(ref.sheet, ref.row, ref.column)]


def holds(value: object, text: str) -> bool:
    """Tell whether a cell holds a text: whole, or as one entry of its list."""
    return _squeezed(text) in _squeezed(str(value))


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("name", ["seed", "lengkap"])
def test_every_field_of_every_node_knows_the_cell_that_holds_it(name: str) -> None:
    rencana, book = case(name)
    for node in rencana.node:
        places = dict(node.refs)
        for place, field in FIELDS.items():
            written = getattr(node, field)
            assert bool(written) == (place in places), (node.kode, place)
            if written:
                found = at(book, places[place])
                assert " ".join(str(found).split()) == written, (node.kode, place)
        for place, field in LINKS.items():
            if place in places:
                parts = str(at(book, places[place])).split(";")
                assert tuple(part.strip() for part in parts) == getattr(node, field)


@pytest.mark.parametrize("name", ["seed", "lengkap"])
def test_every_indicator_target_and_pagu_knows_the_cell_that_holds_it(name: str) -> None:
    rencana, book = case(name)
    counted = 0
    for node in rencana.node:
        for one in node.indikator:
            places = dict(one.refs)
            assert holds(at(book, places["uraian"]), one.uraian)
            for field in ("satuan", "formula", "sumber_data"):
                if getattr(one, field):
                    assert holds(at(book, places[field]), getattr(one, field))
            for target in one.target:
                found = at(book, target.ref)
                counted += 1
                if isinstance(found, str):
                    assert holds(found, target.teks)
                else:
                    scale = 100 if target.teks.endswith("%") else 1
                    assert target.nilai == Decimal(str(found)) * scale
        for pagu in (*node.pagu, *node.realisasi):
            assert pagu.nilai == at(book, pagu.ref)
            counted += 1
    assert counted > {"seed": 40, "lengkap": 800}[name]


@pytest.mark.parametrize("name", ["seed", "lengkap"])
def test_every_field_of_the_identity_and_the_partners_knows_its_cell(name: str) -> None:
    rencana, book = case(name)
    told = [one for one in rencana.identitas.refs if getattr(rencana.identitas, one[0])]
    assert len(told) > 5
    for field, ref in told:
        assert holds(at(book, ref), str(getattr(rencana.identitas, field))), field
    for partner in rencana.kemitraan:
        for field, ref in partner.refs[1:]:
            assert at(book, ref) == getattr(partner, field)
