"""temuan.html, as a browser reads it: rows, pictures, what is filtered by, and hostile texts."""

import re
from base64 import b64encode
from collections.abc import Iterator
from functools import cached_property
from hashlib import sha256
from html.parser import HTMLParser

import pytest

import plans
from pohon_docs.excerpts import excerpts
from pohon_docs.findings.page import page
from pohon_docs.issue import Issue, Severity
from pohon_docs.pipeline import opened
from pohon_docs.source import Book, Cell, Ref, Row, Sheet
from pohon_docs.writers import page_writer

BOOK = "rencana kecamatan.xlsx"
COPY = "rencana kecamatan-bertanda.xlsx"
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onload='x",
    "&lt;b&gt;",
)
VOID = {"meta", "input", "br", "img", "link"}


class Element:
    """An element with its attributes, its children and all of its text."""

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag, self.attributes = tag, attributes
        self.children: list[Element] = []
        self.said: list[str] = []

    @cached_property
    def text(self) -> str:
        return "".join(self.said)

    def all(self, tag: str, kind: str = "") -> "list[Element]":
        """Return the elements of a tag below this one, of a class where one is given."""
        return [
            one
            for one in self.walk()
            if one.tag == tag and (not kind or kind in one.attributes.get("class", "").split())
        ]

    def walk(self) -> "Iterator[Element]":
        for child in self.children:
            yield child
            yield from child.walk()


class Reader(HTMLParser):
    """Reads a page into elements; tags that don't close each other in turn are an error."""

    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.said.append(data)


def sheet(name: str, *rows: tuple[str, ...]) -> Sheet:
    """Return a sheet of texts whose first row is its header."""
    place = Ref(BOOK, name)
    made = []
    for number, texts in enumerate(rows, 1):
        cells = (
            Cell(column, text, text, Ref(BOOK, name, number, column))
            for column, text in enumerate(texts, 1)
            if text
        )
        made.append(Row(number, tuple(cells)))
    return Sheet(name, tuple(made), place)


HEAD = ("Kode", "Induk", "Level", "Kinerja", "Judul Singkat", "Indikator Kinerja")
TREE = sheet(
    "Pohon Kinerja",
    HEAD,
    ("S", "", "Strategis", "Kemandirian desa", "", "Indeks Desa"),
    ("U1", "S9", "Urusan", HOSTILE[0], "Singkat", "Nilai"),
)
BOOK_READ = Book(BOOK, (TREE, sheet("Pak 'Budi'", HOSTILE)))
ISSUES = (
    Issue("POHON-02", Severity.GALAT, "induk salah", Ref(BOOK, "Pohon Kinerja", 3, 2), "Ubah."),
    Issue(
        "KATA-08", Severity.SARAN, "ejaan", Ref(BOOK, "Pohon Kinerja", 3, 4), "Ubah.", basis="EYD"
    ),
    Issue("A-03", Severity.PERINGATAN, HOSTILE[1], Ref(BOOK, "Pak 'Budi'", 1, 2), HOSTILE[2]),
    Issue("KATA-08", Severity.SARAN, "ejaan", Ref(BOOK, "Pohon Kinerja", 2, 5)),
    Issue("A-04", Severity.SARAN, HOSTILE[3], Ref(BOOK), related=(Ref(BOOK, "Lain", 2, 3),)),
)


def written(
    issues: tuple[Issue, ...], book: Book = BOOK_READ, copy: str = COPY, notes: tuple[str, ...] = ()
) -> tuple[str, Element]:
    """Return the page of some findings, as text and as elements."""
    pictures = excerpts(book, (issue.ref for issue in issues))
    content = page_writer("html").write(page(issues, BOOK, copy, pictures, notes), plans.style())
    reader = Reader()
    reader.feed(content.decode())
    reader.close()
    (root,) = reader.open
    return content.decode(), root


def test_every_finding_is_an_item_with_what_it_is_filtered_by() -> None:
    _, root = written(ISSUES)
    items = root.all("li", "temuan")
    found = [
        tuple(item.attributes[f"data-{name}"] for name in ("keparahan", "lembar", "tema", "kode"))
        for item in items
    ]
    assert found == [
        ("galat", "Pohon Kinerja", "Susunan", "POHON-02"),
        ("saran", "Pohon Kinerja", "Rumusan", "KATA-08"),
        ("peringatan", "Pak 'Budi'", "Lainnya", "A-03"),
        ("saran", "(seluruh buku kerja)", "Lainnya", "A-04"),
        ("saran", "Pohon Kinerja", "Rumusan", "KATA-08"),
    ]
    assert (
        items[0].text
        == "galat B3 Induk tidak dikenal POHON-02Induk salah.Yang perlu dilakukan: Ubah."
    )
    assert items[1].text.endswith("Dasar: EYD")
    assert "(lihat Lain!C2)" in items[3].text


def test_what_can_be_chosen_are_the_values_of_the_findings() -> None:
    _, root = written(ISSUES)
    boxes = [one.attributes["value"] for one in root.all("input") if "value" in one.attributes]
    assert boxes == ["galat", "peringatan", "saran"]
    sheets, themes = (
        [one.attributes["value"] for one in choice.all("option")] for choice in root.all("select")
    )
    assert sheets == ["", "(seluruh buku kerja)", "Pak 'Budi'", "Pohon Kinerja"]
    assert themes == ["", "Lainnya", "Rumusan", "Susunan"]
    for name, values in (("keparahan", boxes), ("lembar", sheets), ("tema", themes)):
        told = {item.attributes[f"data-{name}"] for item in root.all("li", "temuan")}
        assert told == set(values) - {""}


def test_a_row_is_shown_once_with_its_headings_and_its_faulty_cells() -> None:
    _, root = written(ISSUES)
    first, _, last = root.all("table", "gambar")
    letters, heads, cells = ([one.text for one in row.children] for row in first.all("tr"))
    assert letters == ["", "A", "B", "C", "D", "E", "F"]
    assert heads == ["", *HEAD]
    said = "{} (sel bertemuan, {})"
    marked = (said.format("S9", "galat"), "Urusan", said.format(HOSTILE[0], "saran"))
    assert cells == ["3", "U1", *marked, "Singkat", "Nilai"]
    assert [one.attributes["class"] for one in first.all("td") if "class" in one.attributes] == [
        *("galat", "saran")
    ]
    assert [one.text for one in last.all("td", "saran")] == ["(kosong) (sel bertemuan, saran)"]


def test_a_wide_row_shows_what_names_it_and_what_stands_near_the_fault() -> None:
    wide = sheet("Lebar", tuple(f"k{at}" for at in range(1, 41)))
    issue = Issue("A-01", Severity.GALAT, "salah", Ref(BOOK, "Lebar", 1, 30))
    _, root = written((issue,), Book(BOOK, (wide,)))
    letters, cells = root.all("table", "gambar")[0].all("tr")
    assert [one.text for one in letters.children] == ["", "A", "B", "C", "… AB", "AC", "AD", "AE"]
    assert cells.children[6].text.startswith("k30 ")


def test_no_text_becomes_markup_or_script() -> None:
    text, root = written(ISSUES, notes=HOSTILE)
    assert len(root.all("script")) == len(root.all("style")) == 1
    assert root.all("img") == []
    assert all(not name.startswith("on") for one in root.walk() for name in one.attributes)
    for hostile in HOSTILE:
        assert hostile in root.text
    assert "alert(1)" not in root.all("script")[0].text
    assert not re.search(r"(?:src|href)=\"(?:https?:)?//|@import|url\(", text)


def test_the_policy_allows_the_pages_own_style_and_script_and_nothing_else() -> None:
    _, root = written(ISSUES)
    (policy,) = [
        one.attributes["content"] for one in root.all("meta") if "http-equiv" in one.attributes
    ]
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        digest = b64encode(sha256(root.all(tag)[0].text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert not [one for one in root.walk() if "style" in one.attributes]


def test_a_cells_name_leads_to_it_in_the_copy_beside() -> None:
    _, root = written(ISSUES)
    links = [one.attributes["href"] for item in root.all("li", "temuan") for one in item.all("a")]
    assert len(links) == 4
    assert "rencana%20kecamatan-bertanda.xlsx#%27Pak%20%27%27Budi%27%27%27%21B1" in links
    _, bare = written(ISSUES, copy="")
    assert [item for item in bare.all("li", "temuan") if item.all("a")] == []


def test_the_counts_stand_on_top_and_in_what_is_printed() -> None:
    text, root = written(ISSUES)
    (counts,) = root.all("ul", "hitung")
    assert [one.text for one in counts.children] == ["1 galat", "1 peringatan", "3 saran"]
    sheets, codes = root.all("table")[-2:]
    assert [[cell.text for cell in row.children] for row in sheets.all("tr")][1:] == [
        ["(seluruh buku kerja)", "0", "0", "1", "1"],
        ["Pak 'Budi'", "0", "1", "0", "1"],
        ["Pohon Kinerja", "1", "0", "2", "3"],
        ["Jumlah", "1", "1", "3", "5"],
    ]
    rows = [[cell.text for cell in row.children] for row in codes.all("tr")][1:]
    assert rows[0] == ["POHON-02", "Induk tidak dikenal", "Galat", "1", "Pohon Kinerja!B3"]
    assert [row[0] for row in rows] == ["POHON-02", "A-03", "KATA-08", "A-04"]
    assert "@media print" in text


def test_no_findings_are_said_in_words() -> None:
    _, root = written((), notes=("Aturan KATA-08 dimatikan oleh gaya: alasan.",))
    assert "Tidak ada temuan." in root.text
    assert root.all("form") == root.all("table") == []
    assert "KATA-08 dimatikan" in root.all("footer")[0].text


def test_two_thousand_findings_are_a_page_of_less_than_3_megabytes() -> None:
    words = "Meningkatnya kualitas pelayanan administrasi kecamatan yang ramah " * 2
    row = ("O1.2.3", "T1.2", "Kinerja Operasional", words, words, words, "83,30", "84,00", words)
    rows = (HEAD, *(row for _ in range(2_000)))
    book = Book(BOOK, (sheet("Pohon Kinerja", *rows),))
    issues = tuple(
        Issue(
            f"UJI-{at % 300:02}",
            Severity.PERINGATAN,
            f"pesan nomor {at} yang cukup panjang untuk sebuah temuan",
            Ref(BOOK, "Pohon Kinerja", at, 5),
            "Ubah isi sel itu seperti yang dikatakan pesan, lalu simpan buku kerjanya.",
            basis="PermenPANRB 89/2021, penyusunan pohon kinerja",
        )
        for at in range(2, 2_002)
    )
    text, root = written(issues, book)
    assert len(root.all("li", "temuan")) == 2_000
    assert len(text.encode()) < 3_000_000
    assert len(root.all("table")[-1].all("tr")) < 30


@pytest.mark.parametrize("tag", ["button", "select", "input"])
def test_every_control_has_a_name(tag: str) -> None:
    _, root = written(ISSUES)
    labelled = [
        inner for label in root.all("label") if label.text.strip() for inner in label.walk()
    ]
    for control in root.all(tag):
        assert control.text.strip() if tag == "button" else control in labelled


def test_every_row_of_the_seed_with_a_finding_has_its_picture() -> None:
    found = opened(plans.SEED)
    assert found.book
    _, root = written(found.issues, found.book)
    assert len(root.all("li", "temuan")) == len(found.issues) > 50
    rows = {(issue.ref.sheet, issue.ref.row) for issue in found.issues if issue.ref.row}
    pictures = root.all("table", "gambar")
    assert len(pictures) == len(rows)
    for picture in pictures:
        marked = [one for one in picture.all("td") if "class" in one.attributes]
        assert marked


def test_a_file_with_a_number_sign_in_its_name_is_led_to() -> None:
    _, root = written(ISSUES, copy="renja #1-bertanda.xlsx")
    links = {
        one.attributes["href"].split("#")[0]
        for one in root.all("a")
        if "xlsx" in str(one.attributes)
    }
    assert links == {"renja%20%231-bertanda.xlsx"}


def test_what_the_filter_hides_is_hidden_whatever_else_its_style_says() -> None:
    _, root = written(ISSUES)
    assert "[hidden]{display:none!important}" in root.all("style")[0].text
