"""The Word files as LibreOffice prints them: headers repeated, no code broken, no empty page."""

import re
import shutil
import subprocess
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

import plans
import reports
from office import SOFFICE, converted
from pohon_docs.blocks import Caption, Line
from pohon_docs.paging import Paging, paged, program
from pohon_docs.styles import SHIPPED, load
from pohon_docs.writers.docx import write
from wordfile import WordFile

_LONGEST_CODE = re.compile(r"\b\d\.\d\d\.\d\d\.\d\.\d\d\.\d{4}\b")
_PLANS = {"seed": plans.seed, "lengkap": plans.lengkap}
_CASES = [(name, report) for name in _PLANS for report in ("renstra", "renja")]
_HEADERS = {
    "renstra": (("Kode", "(1)", "(20)"), ("Tahun 0", "(1)", "(9)")),
    "renja": (("Kode", "(1)", "(10)"), ("Kode", "Kelompok", "17")),
}
"""What the header of each of a report's tables says: with codes, then the one after it."""

pytestmark = pytest.mark.skipif(
    SOFFICE is None or shutil.which("pdftotext") is None,
    reason="perlu LibreOffice (soffice) dan poppler-utils (pdftotext)",
)
every_case = pytest.mark.parametrize(("name", "report"), _CASES)


def pages(name: str, report: str) -> tuple[str, ...]:
    """Return the text of every page as it is laid out, the contents with their pages."""
    return _printed()[name, report]


@cache
def _printed() -> dict[tuple[str, str], tuple[str, ...]]:
    """Return the pages of every case, all of them printed in one start of LibreOffice."""
    with TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{name}-{report}.docx" for name, report in _CASES]
        for path, case in zip(paths, _CASES, strict=True):
            path.write_bytes(_numbered(*case))
        texts = map(_text, converted("pdf", *paths))
        return dict(zip(_CASES, texts, strict=True))


def _numbered(name: str, report: str) -> bytes:
    """Return a report whose contents tell the pages that LibreOffice counts."""
    view = reports.view(_PLANS[name](), report)
    found = paged(reports.content(_PLANS[name](), report), program()).places
    return write(replace(view, places=found), plans.style())


def _text(pdf: Path) -> tuple[str, ...]:
    command = ["pdftotext", "-layout", str(pdf), "-"]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return tuple(text.split("\f")[:-1])


@every_case
def test_every_code_is_on_one_line(name: str, report: str) -> None:
    codes = [node.kode for node in _PLANS[name]().node if _LONGEST_CODE.fullmatch(node.kode)]
    printed = _LONGEST_CODE.findall("\n".join(pages(name, report)))
    tables = {"renstra": 1, "renja": 2}[report]
    assert sorted(printed) == sorted(codes * tables)


@every_case
def test_the_header_stands_on_every_page_of_its_table(name: str, report: str) -> None:
    found = pages(name, report)
    start = next(n for n, page in enumerate(found) if _LONGEST_CODE.search(page))
    met: set[tuple[str, ...]] = set()
    for page in found[start:]:
        seen = {words for words in _HEADERS[report] if all(word in page for word in words)}
        assert seen, page
        met |= seen
    assert met == set(_HEADERS[report])


@every_case
def test_the_cover_has_no_number_the_lists_roman_ones_and_the_chapters_begin_at_one(
    name: str, report: str
) -> None:
    cover, *inside = pages(name, report)
    footers = [page.strip().splitlines()[-2].strip() for page in inside]
    assert footers == ["i", "ii", *(str(number) for number in range(1, len(inside) - 1))]
    assert reports.view(_PLANS[name](), report).footer not in cover
    for page in inside[2:]:
        assert re.search(r"\d\.\d\d|Indeks|Nilai", page), page


@every_case
def test_the_contents_tell_the_pages_on_which_chapters_and_tables_stand(
    name: str, report: str
) -> None:
    _, contents, tables, *chapters = pages(name, report)
    listed = re.findall(r"^\s*(BAB [IVX]+|\d\.\d) .*?\.\.+(\d+)$", contents, re.MULTILINE)
    captions = re.findall(r"^\s*(Tabel [\w.-]+) [^.]*\.\.+(\d+)$", tables, re.MULTILINE)
    view = reports.view(_PLANS[name](), report)
    headed = [one for one in view.blocks if isinstance(one, Line) and one.role[-3:] == "bab"]
    numbered = [one for one in view.blocks if isinstance(one, Caption)]
    assert len(listed) == len(headed) > 0
    assert len(captions) == len(numbered) > 0
    for text, number in (*listed, *captions):
        assert re.search(rf"^\s*{re.escape(text)}\b", chapters[int(number) - 1], re.MULTILINE)
    assert re.search(r"DAFTAR ISI\.+i$", contents, re.MULTILINE)
    assert re.search(r"DAFTAR TABEL\.+ii$", contents, re.MULTILINE)


def test_a_file_that_libreoffice_cannot_open_has_no_places(tmp_path: Path) -> None:
    assert paged(b"bukan dokumen", program()).places == ()
    assert paged(reports.content(plans.seed(), "renja"), str(tmp_path / "tidak-ada")) == Paging()


@every_case
def test_the_signature_is_whole_and_follows_a_row(name: str, report: str) -> None:
    last = pages(name, report)[-1]
    office = _PLANS[name]().identitas.jabatan_penanda_tangan
    assert last.index(office) < last.index("NIP.")
    assert re.search(r"\d\.\d\d\.\d\d|Jumlah|Indeks|Persen", last[: last.index(office)])


def test_a_base_saved_by_libreoffice_still_gives_its_styles(tmp_path: Path) -> None:
    source = tmp_path / "baku.docx"
    source.write_bytes((SHIPPED / "baku.docx").read_bytes())
    own = tmp_path / "styles"
    own.mkdir()
    shutil.copy(converted("docx", source)[0], own / "baku.docx")
    shutil.copy(SHIPPED / "baku.toml", own)
    word = reports.styled(plans.seed(), "renstra", load("baku", own))
    assert isinstance(word, WordFile)
    assert word.faults() == []
    names = [style.casefold() for style, _ in word.lines()]
    assert names.count("heading 1") == 3
    assert names.count("sampul judul") == 1
    assert names.count("toc 1") == 5
    ids = word.parts["word/styles.xml"].decode()
    assert len(re.findall("w:styleId=", ids)) == len(word.styles)
