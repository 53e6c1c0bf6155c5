"""Workbooks whose parts are odd, lacking or broken: opened where they can be, or named."""

from collections.abc import Callable
from pathlib import Path

import pytest

import books
import rawbooks
from pohon_docs.issue import Issue
from pohon_docs.pipeline import read
from rawbooks import MAIN, SHEET, STRICT, Parts, relations

CELL = rawbooks.cells('<c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>0.4211</v></c>')
WORKBOOK = "xl/workbook.xml"
LINKS = "xl/_rels/workbook.xml.rels"
STRINGS, STYLES = "xl/sharedStrings.xml", "xl/styles.xml"


@pytest.fixture
def good() -> Parts:
    more = {STRINGS: rawbooks.strings("<t>Desa</t>"), STYLES: rawbooks.number_format("0.00%")}
    return rawbooks.parts(CELL, more)


def texts(folder: Path, contents: Parts) -> tuple[dict[str, str], tuple[Issue, ...]]:
    book, issues = rawbooks.read(folder, contents)
    assert book is not None, issues
    return {name: cell.text for name, cell in rawbooks.by_name(book).items()}, issues


def _strict(good: Parts) -> Parts:
    links = rawbooks.KIND, rawbooks.STRICT_KIND
    return {
        name: content.replace(MAIN.encode(), STRICT.encode()).replace(
            links[0].encode(), links[1].encode()
        )
        for name, content in good.items()
    }


def _prefixed(good: Parts) -> Parts:
    xml = good[SHEET].decode().replace("xmlns=", "xmlns:x=")
    for tag in ("worksheet", "sheetData", "row", "c ", "v>", "c>"):
        xml = xml.replace(f"<{tag}", f"<x:{tag}").replace(f"</{tag}", f"</x:{tag}")
    return good | {SHEET: xml.encode()}


def _renamed(good: Parts, old: str, new: str) -> Parts:
    return {name.replace(old, new): content for name, content in good.items()}


def _utf16(good: Parts) -> Parts:
    return {
        name: content.decode().encode("utf-16") if name.startswith("xl/") else content
        for name, content in good.items()
    }


ODD: dict[str, Callable[[Parts], Parts]] = {
    "strict": _strict,
    "awalan nama": _prefixed,
    "huruf besar": lambda good: _renamed(good, "xl/worksheets/sheet1", "XL/WorkSheets/Sheet1"),
    "garis miring terbalik": lambda good: _renamed(good, "xl/w", "xl\\w"),
    "sasaran mutlak": lambda good: (
        good
        | {
            LINKS: relations(
                ("worksheet", "/xl/worksheets/sheet1.xml"),
                ("sharedStrings", "/xl/sharedStrings.xml"),
                ("styles", "/xl/styles.xml"),
            )
        }
    ),
    "sasaran bergaris terbalik": lambda good: (
        good | {LINKS: good[LINKS].replace(b'"worksheets/', b'"\\xl\\worksheets\\')}
    ),
    "utf-16": _utf16,
    "tanpa daftar hubungan": lambda good: {k: v for k, v in good.items() if k != LINKS},
    "tanpa hubungan berkas": lambda good: {k: v for k, v in good.items() if "_rels/.r" not in k},
    "tanpa jenis isi": lambda good: {k: v for k, v in good.items() if "Types" not in k},
    "ukuran palsu": lambda good: (
        good | {SHEET: CELL.replace(b"<sheetData", b'<dimension ref="A1"/><sheetData')}
    ),
    "nama rusak": lambda good: (
        good
        | {
            WORKBOOK: good[WORKBOOK].replace(
                b"</sheets>",
                b'</sheets><definedNames><definedName name="_x">#REF!</definedName></definedNames>',
            )
        }
    ),
    "lembar grafik kosong": lambda good: (
        good
        | {
            WORKBOOK: good[WORKBOOK].replace(
                b"<sheets>", b'<sheets><sheet name="Grafik" sheetId="9" r:id="rId4"/>'
            ),
            LINKS: good[LINKS].replace(
                b"</Relationships>",
                f'<Relationship Id="rId4" Type="{rawbooks.KIND}/chartsheet" '
                'Target="chartsheets/sheet1.xml"/></Relationships>'.encode(),
            ),
            "xl/chartsheets/sheet1.xml": b"",
        }
    ),
}


@pytest.mark.parametrize("name", ODD)
def test_an_odd_workbook_is_read_like_any_other(name: str, good: Parts, tmp_path: Path) -> None:
    assert texts(tmp_path, ODD[name](good)) == ({"A1": "Desa", "B1": "42,11%"}, ())


def test_a_workbook_without_styles_shows_plain_numbers(good: Parts, tmp_path: Path) -> None:
    del good[STYLES]
    assert texts(tmp_path, good) == ({"A1": "Desa", "B1": "0,4211"}, ())


@pytest.mark.parametrize(
    ("broken", "shown"),
    [
        (b'<fill patternType="aneh"/>', "42,11%"),
        (b"</cellXfs></tak-ada>", "42,11%"),
        (b"<<<", "0,4211"),
    ],
)
def test_broken_styles_are_never_fatal(
    broken: bytes, shown: str, good: Parts, tmp_path: Path
) -> None:
    whole = broken.startswith(b"<fill")
    good[STYLES] = (
        good[STYLES].replace(b"<fill/>", broken)
        if whole
        else good[STYLES].replace(b"</cellXfs>", broken)
        if broken.startswith(b"</")
        else broken
    )
    found, issues = texts(tmp_path, good)
    assert found == {"A1": "Desa", "B1": shown}
    assert [(i.code, i.severity.value) for i in issues] == (
        [] if whole else [("BUKU-05", "peringatan")]
    )


def test_a_workbook_without_shared_strings_names_its_cells(good: Parts, tmp_path: Path) -> None:
    del good[STRINGS]
    found, (issue,) = texts(tmp_path, good)
    assert found == {"B1": "42,11%"}
    assert (issue.code, str(issue.ref)) == ("SEL-03", "mentah.xlsx › Lembar!A1")


def test_a_sheet_without_its_part_is_named_and_the_others_are_read(
    good: Parts, tmp_path: Path
) -> None:
    lost = b'<sheet name="Hilang" sheetId="2" r:id="rId9"/></sheets>'
    good[WORKBOOK] = good[WORKBOOK].replace(b"</sheets>", lost)
    good["xl/worksheets/sheet2.xml"] = good[SHEET]
    found, (issue,) = texts(tmp_path, good)
    assert found["A1"] == "Desa"
    assert (issue.code, str(issue.ref)) == ("LEMBAR-20", "mentah.xlsx › Hilang")


@pytest.mark.parametrize(
    ("part", "old", "new", "words"),
    [
        (SHEET, b"</row>", b"\n</baris>", 'lembar "Lembar" rusak pada baris XML 2'),
        (SHEET, b"<v>0</v>", b"\n\n<v>\x0b</v>", 'lembar "Lembar" rusak pada baris XML 3'),
        (SHEET, b"<v>0</v>", b"<v>&#11;</v>", 'lembar "Lembar" rusak pada baris XML 1'),
        (SHEET, CELL, b"", 'lembar "Lembar" rusak'),
        (STRINGS, b"</si>", b"", 'bagian "xl/sharedStrings.xml" rusak pada baris XML 1'),
        (WORKBOOK, b"</sheets>", b"", 'bagian "xl/workbook.xml" rusak pada baris XML 1'),
    ],
)
def test_xml_that_is_not_well_formed_is_one_sentence_with_sheet_and_line(
    part: str, old: bytes, new: bytes, words: str, good: Parts, tmp_path: Path
) -> None:
    good[part] = good[part].replace(old, new)
    book, (issue,) = rawbooks.read(tmp_path, good)
    assert book is None
    assert issue.code == "BUKU-02"
    assert words in issue.message


def test_sheet_names_with_blanks_and_marks_are_kept_and_known(tmp_path: Path) -> None:
    text = books.BASE.replace("# Program dan Kegiatan", "# Program & Kegiatan ")
    rencana, issues = read(books.book(tmp_path, text))
    assert rencana is not None
    assert [issue for issue in issues if issue.code == "LEMBAR-01"] == []
    first = rawbooks.parts(CELL, {STRINGS: rawbooks.strings("<t>Desa</t>")})
    first[WORKBOOK] = first[WORKBOOK].replace(b'"Lembar"', b'"O\'Kec &amp; Desa "')
    book, _ = rawbooks.read(tmp_path, first)
    assert book is not None
    assert book.sheets[0].name == "O'Kec & Desa "
