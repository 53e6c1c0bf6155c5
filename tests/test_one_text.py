"""One text, one number: what all documents of a case say is equal, and equal to the model."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache
from io import BytesIO
from xml.etree import ElementTree

import pytest
from openpyxl import load_workbook
from pypdfium2 import PdfDocument

import complete
import plans
import reports
from pohon_docs import pipeline
from pohon_docs.model import ARAH, KOMPONEN, Jenis, Node, Rencana
from pohon_docs.values import key
from wordfile import WordFile, WordTable

CASES: dict[str, Callable[[], Rencana]] = {
    "seed": plans.seed,
    "lengkap": plans.lengkap,
    "penuh": complete.penuh,
}
WORDS = (
    ("renstra", "permendagri-86-2017"),
    ("renstra", "inmendagri-2-2025"),
    ("renja", "permendagri-86-2017"),
    ("renja", "permendagri-14-2026"),
    ("renja", "sipd-ri"),
    ("kinerja", "kinerja"),
)
_CODES = {
    Jenis.PROGRAM: re.compile(r"^(\d\.\d\d\.\d\d)(?: - |$)"),
    Jenis.KEGIATAN: re.compile(r"^(\d\.\d\d\.\d\d\.\d\.\d\d)(?: - |$)"),
    Jenis.SUB_KEGIATAN: re.compile(r"^(\d\.\d\d\.\d\d\.\d\.\d\d\.\d{4})(?: - |$)"),
}
_MONEY = re.compile(r"\d{1,3}(?:\.\d{3})+")
_COUNTED = {
    Jenis.TUJUAN: re.compile(r"(\d+) tujuan\b"),
    Jenis.SASARAN: re.compile(r"(\d+) sasaran\b"),
    Jenis.PROGRAM: re.compile(r"(\d+) program\b"),
    Jenis.KEGIATAN: re.compile(r"(?<!sub )\b(\d+) kegiatan\b"),
    Jenis.SUB_KEGIATAN: re.compile(r"(\d+) sub kegiatan\b"),
}
_WHOLE = ("T-C.27", "T-C.33", "4.1", "4.2", "4.3")
"""Numbers of the tables that tell of every component by its code."""
every_case = pytest.mark.parametrize("name", CASES)


@cache
def files(name: str) -> dict[str, bytes]:
    """Return the outputs of a case, as they are put in place."""
    rencana = CASES[name]()
    return {file.name: file.content for file in pipeline.build(rencana, (), plans.style())}


@cache
def pdf_text(name: str, file: str) -> str:
    """Return the letters and digits of a PDF in the order in which they are drawn."""
    document = PdfDocument(files(name)[file])
    return key(" ".join(page.get_textpage().get_text_range() for page in document))


def svg_text(name: str, picture: str) -> str:
    """Return the letters and digits of a picture's SVG files, one after another."""
    pages = (content for file, content in files(name).items() if file.startswith(picture))
    svg = [content for content in pages if content.startswith(b"<?xml")]
    trees = (ElementTree.parse(BytesIO(content)) for content in svg)
    return key(" ".join(text for tree in trees for text in tree.getroot().itertext()))


def word_text(word: WordFile) -> str:
    cells = (
        text for table in word.tables for row in table.rows for c in row.cells for text in c.text
    )
    return " ".join(map(key, cells))


def reckoned(rencana: Rencana, year: int) -> Decimal:
    """Return a year's money, added up here: of components that have money and no part that has."""
    parts = rencana.of(*KOMPONEN)
    paid = [one for one in parts if any(money.tahun == year for money in one.pagu)]
    above = {code for one in paid for code in one.induk}
    return sum(
        (
            money.nilai
            for one in paid
            if one.kode not in above
            for money in one.pagu
            if money.tahun == year
        ),
        Decimal(0),
    )


def printed(value: Decimal) -> str:
    return f"{value:,.0f}".replace(",", ".")


@every_case
def test_trees_say_every_condition_and_indicator_of_the_model(name: str) -> None:
    told = pdf_text(name, "pohon-kinerja.pdf")
    drawn = svg_text(name, "pohon-kinerja-dengan-indikator")
    for node in CASES[name]().of(Jenis.KINERJA):
        for text in (node.uraian, *(one.uraian for one in node.indikator)):
            assert key(text) in told, text
            assert key(text) in drawn, text


@every_case
def test_cards_say_every_component_once_with_its_indicators(name: str) -> None:
    told = pdf_text(name, "kartu-cascading.pdf")
    rencana = CASES[name]()
    labels = sum(
        told.count(key(f"Nama {kind}")) for kind in ("Program", "Kegiatan", "Sub Kegiatan")
    )
    pointers = told.count(key("Kartu lengkap di bawah"))
    assert labels - pointers == len(rencana.of(*KOMPONEN))
    for node in rencana.of(*KOMPONEN):
        for text in (node.uraian, node.sasaran, *(one.uraian for one in node.indikator)):
            assert key(text) in told, text


@every_case
@pytest.mark.parametrize(("document", "pack"), WORDS)
def test_word_tables_say_every_text_of_the_model(name: str, document: str, pack: str) -> None:
    rencana = CASES[name]()
    told = word_text(reports.word(rencana, document, pack=pack))
    kinds = {"renstra": (*ARAH, *KOMPONEN), "renja": KOMPONEN, "kinerja": ARAH}[document]
    for node in rencana.of(*kinds):
        if document == "kinerja" and node.jenis is Jenis.TUJUAN and not _is_told(node, rencana):
            continue
        for text in (node.uraian, *(one.uraian for one in node.indikator)):
            assert key(text) in told, text


def _is_told(node: Node, rencana: Rencana) -> bool:
    """Tell whether the list of IKU has a node: where any is marked, only those are."""
    marked = any(one.iku for each in rencana.of(*ARAH) for one in each.indikator)
    return not marked or any(one.iku for one in node.indikator)


@every_case
@pytest.mark.parametrize(("document", "pack"), WORDS)
def test_sentences_and_tables_count_what_the_model_has(name: str, document: str, pack: str) -> None:
    rencana = CASES[name]()
    word = reports.word(rencana, document, pack=pack)
    for style, text in word.lines():
        if style == "Body Text" and "prioritas" not in text:
            for jenis, pattern in _COUNTED.items():
                said = pattern.search(text)
                assert said is None or int(said[1]) == len(rencana.of(jenis)), text
    for table in word.tables:
        if table.caption.split()[1] in _WHOLE and document != "kinerja":
            codes = list(_told_codes(table))
            for jenis, pattern in _CODES.items():
                own = [node.kode for node in rencana.of(jenis) if pattern.match(node.kode)]
                found = {code for code in codes if pattern.match(code)}
                assert not found or found == set(own), table.caption


def _told_codes(table: WordTable) -> Iterator[str]:
    for row in table.body:
        for cell in row.cells:
            for pattern in _CODES.values():
                yield from pattern.findall(cell.text[0])


@every_case
@pytest.mark.parametrize(("document", "pack"), WORDS)
def test_every_sentence_and_every_total_sums_what_the_model_has(
    name: str, document: str, pack: str
) -> None:
    rencana = CASES[name]()
    years = [*rencana.tahun, rencana.tahun[-1] + 1]
    sums = {year: printed(reckoned(rencana, year)) for year in years if reckoned(rencana, year)}
    whole = printed(sum((reckoned(rencana, year) for year in rencana.tahun), Decimal(0)))
    thousands = {text.removesuffix(".000") for text in sums.values()}
    word = reports.word(rencana, document, pack=pack)
    for style, text in word.lines():
        if style == "Body Text":
            said = _MONEY.findall(text)
            assert set(said) <= set(sums.values()), text
            for money, year in re.findall(r"Rp([\d.]+) pada tahun (\d{4})", text):
                assert money == sums[int(year)]
    for table in word.tables:
        for row in table.body:
            if row.cells[0].text[0] in ("Jumlah", "TOTAL"):
                totals = {
                    text for cell in row.cells for text in cell.text if _MONEY.fullmatch(text)
                }
                drafts = totals if "T-C.31" in table.caption else set()
                assert totals - drafts <= {*sums.values(), whole}, table.caption
                assert not drafts or drafts & thousands
                assert totals or not sums


@every_case
def test_a_year_is_told_alike_in_renstra_renja_and_agreement(name: str) -> None:
    rencana = CASES[name]()
    year = rencana.identitas.tahun_renja
    money = printed(reckoned(rencana, year))
    places = [
        reports.word(rencana, document, pack=pack)
        for document, pack in (*WORDS[:4], WORDS[5])
        if (document, pack) != ("renstra", "inmendagri-2-2025")
    ]
    if reckoned(rencana, year):
        for word in places:
            cells = (c.text[0] for t in word.tables for row in t.rows for c in row.cells)
            assert money in set(cells)


@every_case
def test_the_self_check_says_every_indicator_and_target_of_the_model(name: str) -> None:
    rencana = CASES[name]()
    book = load_workbook(BytesIO(files(name)["swauji-kke.xlsx"]))
    told = {
        sheet.title: key(" ".join(str(cell.value or "") for row in sheet.rows for cell in row))
        for sheet in book
    }
    for node in rencana.of(*ARAH, Jenis.PROGRAM, Jenis.KEGIATAN):
        for one in node.indikator:
            for text in (one.uraian, *(target.teks for target in one.target)):
                assert key(text) in told["KKE 1 SMART-C"], text
    for node in rencana.of(Jenis.KINERJA):
        for one in node.indikator:
            assert key(one.uraian) in told["KKE 2 Cascading"], one.uraian
