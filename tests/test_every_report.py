"""Every report of every case: numbers in Indonesian form, sums of parts, a file Word takes."""

import re
from decimal import Decimal
from functools import cache
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

import reports
import validity
from pohon_docs.model import KOMPONEN, Jenis, Rencana
from pohon_docs.values import indonesian
from pohon_docs.views import Table, TableCell, TableRow
from test_one_text import CASES, WORDS, every_case, printed, reckoned
from wordfile import W

_SUM = re.compile(r"\d{1,3}(\.\d{3})*(,\d+)?")
_PERCENT = re.compile(r"\d{1,3}(\.\d{3})*,\d\d")
_CODE = re.compile(r"^(\d\.\d\d(?:\.\d\d(?:\.\d\.\d\d(?:\.\d{4})?)?)?)(?: - |$)")
_POINTS = 6
every_report = pytest.mark.parametrize(("document", "pack"), WORDS)


def cells(table: Table) -> list[tuple[TableRow, int, TableCell]]:
    """Return the cells below a table's header with the column that each begins in."""
    found = []
    for row in table.rows:
        column = 0
        for cell in row.cells:
            found.append((row, column, cell))
            column += cell.columns
    return found


@every_case
@every_report
def test_money_is_a_bare_indonesian_number_and_its_unit_stands_in_no_cell(
    name: str, document: str, pack: str
) -> None:
    for table in reports.tables(CASES[name](), document, pack):
        for _, _, cell in cells(table):
            said = " ".join(cell.text)
            assert "Rp" not in said
            if cell.role.startswith("angka") and said:
                assert _SUM.fullmatch(said), said


def test_rates_have_two_decimals_behind_a_comma() -> None:
    (table,) = (
        one
        for one in reports.tables(CASES["penuh"](), "renja", "permendagri-86-2017")
        if "(8) = 7/6" in {" ".join(cell.text) for cell in one.header[-1].cells}
    )
    rates = [" ".join(cell.text) for _, column, cell in cells(table) if column in (7, 10)]
    assert len([said for said in rates if said]) > 100
    assert all(_PERCENT.fullmatch(said) for said in rates if said)


@cache
def money_of(rencana: Rencana) -> dict[str, set[str]]:
    """Return by code what a component costs: in each year, and in the whole period."""
    found = {}
    years = [*rencana.tahun, rencana.tahun[-1] + 1]
    for node in rencana.of(*KOMPONEN):
        values = [value for year in years if (value := rencana.pagu(node, year)) is not None]
        whole = [v for year in rencana.tahun if (v := rencana.pagu(node, year)) is not None]
        thousands = [value / 1000 for value in values]
        sums = [*values, *thousands, sum(whole, Decimal(0))]
        found[node.kode] = {indonesian(value) for value in sums}
    return found


@every_case
@every_report
def test_a_row_with_a_code_has_the_money_of_its_component(
    name: str, document: str, pack: str
) -> None:
    rencana = CASES[name]()
    known = money_of(rencana)
    told: set[str] = set()
    for table in reports.tables(rencana, document, pack):
        for row in table.rows:
            codes = [
                found[1]
                for cell in row.cells
                for text in cell.text[:1]
                if (found := _CODE.match(text)) and found[1] in known
            ]
            money = [
                cell.text[0] for cell in row.cells if cell.role.startswith("angka") and cell.text
            ]
            if codes:
                assert set(money) <= known[codes[-1]], codes
                told |= {codes[-1]} if money else set()
    paid = {code for code, sums in known.items() if sums != {"0"}}
    assert told == (set() if document == "kinerja" else paid)


@every_case
def test_the_whole_costs_what_its_programs_and_their_parts_cost(name: str) -> None:
    rencana = CASES[name]()
    for year in rencana.tahun:
        tops = rencana.roots(*KOMPONEN)
        told = rencana.total(tops, year)
        assert (told or Decimal(0)) == reckoned(rencana, year)
        for node in rencana.of(Jenis.PROGRAM, Jenis.KEGIATAN):
            parts = [one for one in rencana.children(node) if one.jenis in KOMPONEN]
            if node.pagu and any(one.pagu for one in parts):
                assert rencana.pagu(node, year) == rencana.total(parts, year), node.kode


@every_case
def test_the_agreement_s_programs_sum_to_the_year(name: str) -> None:
    rencana = CASES[name]()
    sums = reckoned(rencana, rencana.identitas.tahun_renja)
    found = reports.tables(rencana, "kinerja", "kinerja")
    totals = [
        cell.text[0]
        for table in found
        for row, _, cell in cells(table)
        if row.role == "jumlah" and cell.role.startswith("angka") and cell.text
    ]
    assert totals == ([printed(sums)] if sums else [])


@every_report
def test_no_style_of_a_table_is_smaller_than_six_points(document: str, pack: str) -> None:
    content = reports.content(CASES["penuh"](), document, "", pack)
    with ZipFile(BytesIO(content)) as package:
        styles = ElementTree.fromstring(package.read("word/styles.xml"))
    halves = {
        style.get(f"{W}styleId"): int(size.get(f"{W}val", "0"))
        for style in styles.iter(f"{W}style")
        for size in style.iter(f"{W}sz")
    }
    dense = {name: size for name, size in halves.items() if str(name).startswith("Tabel")}
    assert len(dense) >= 8
    assert min(dense.values()) >= 2 * _POINTS


@every_case
@every_report
def test_word_finds_nothing_to_repair(name: str, document: str, pack: str) -> None:
    rencana = CASES[name]()
    assert reports.word(rencana, document, pack=pack).faults() == []
    assert validity.errors(reports.content(rencana, document, "", pack)) == ()
