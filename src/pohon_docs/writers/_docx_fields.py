"""Word's fields as XML: page references, numbered captions, the lists that are made of them.

Their results are written too, so that a reader sees them without updating; Word puts the same
where a field is updated. No field is marked dirty: Word would ask at every opening.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import Literal

from pohon_docs.blocks import Block, Caption, Contents, Line, Report
from pohon_docs.writers._docx_xml import Ink, run

_FORMATS = {"": "decimal", "romawi": "lowerRoman", "angka": "decimal"}
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LAST_NUMBER = re.compile(r"^(.*?)(\d+)$")
_SERIES = re.compile(r"\w+")
_OF_CAPTIONS = r'TOC \h \z \c "{series}"'
_INSTRUCTIONS = {"bab": r'TOC \o "1-2" \h \z \u', "tabel": _OF_CAPTIONS, "gambar": _OF_CAPTIONS}
Listed = Literal["bab", "tabel", "gambar"]
"""Which list names an entry."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading or a caption that a list names: its bookmark, its text, the page's number."""

    anchor: str
    role: str
    text: str
    page: str
    kind: Listed


class Index:
    """The entries of a report in their order, each at its block."""

    def __init__(self, report: Report) -> None:
        self._entries: dict[int, Entry] = {}
        numbers = count(1)
        places = iter(report.places)
        style, start = "", 0
        listed = any(isinstance(block, Contents) for block in report.blocks)
        for pages in report.parts if listed else ():
            for block in pages.blocks:
                named = _named(block)
                if named is None:
                    continue
                place = next(places, 0)
                if pages.numbers != style:
                    style, start = pages.numbers, place
                page = _page(place - start + 1, style) if place else ""
                kind, role, text = named
                anchor = f"_Toc{next(numbers):08}"
                self._entries[id(block)] = Entry(anchor, role, text, page, kind)

    def at(self, block: Block) -> Entry | None:
        """Return a block's entry, where a list names it."""
        return self._entries.get(id(block))

    def of(self, kind: Listed) -> tuple[Entry, ...]:
        """Return the entries of a list."""
        return tuple(entry for entry in self._entries.values() if entry.kind == kind)


def _named(block: Block) -> tuple[Listed, str, str] | None:
    """Return in which list a block is named, in which role, by which text; None in none."""
    match block:
        case Contents(_, title):
            return "bab", "daftar", title
        case Line("bab", text):
            return "bab", "daftar", _one_line(text)
        case Line("subbab", text):
            return "bab", "daftar_subbab", _one_line(text)
        case Caption(number, text, kind) if number:
            return kind, "daftar_tabel", _one_line(f"{number} {text}")
        case _:
            return None


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _page(number: int, style: str) -> str:
    """Return a page's number as it is printed."""
    return _roman(number) if _FORMATS[style] == "lowerRoman" else str(number)


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        text += letters * (number // value)
        number %= value
    return text


def number_format(numbers: str) -> str:
    """Return Word's name for a way of numbering pages."""
    return _FORMATS[numbers]


def contents_xml(block: Contents, index: Index, edge: int, ink: Ink) -> Iterator[str]:
    """Yield a list's field with its entries, page numbers at `edge` (twips) behind dots.

    A list without entries is left to its heading.
    """
    entries = index.of(block.kind)
    series = _SERIES.match(entries[0].text) if entries else None
    told = _INSTRUCTIONS[block.kind].format(series=series.group() if series else "")
    tabs = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{edge}"/></w:tabs>'
    for number, entry in enumerate(entries):
        before = "" if number else _opened(told)
        after = _mark("end") if number == len(entries) - 1 else ""
        yield ink.filled(entry.role, before + _listed(entry) + after, tabs=tabs)


def _listed(entry: Entry) -> str:
    """Return an entry's text and its page's number, both leading to its place."""
    number = field(rf"PAGEREF {entry.anchor} \h", entry.page)
    inside = f"{run(entry.text)}<w:r><w:tab/></w:r>{number}"
    return f'<w:hyperlink w:anchor="{entry.anchor}" w:history="1">{inside}</w:hyperlink>'


def field(instruction: str, shown: str) -> str:
    """Return a field with its result."""
    return f"{_opened(instruction)}{run(shown)}{_mark('end')}"


def _opened(instruction: str) -> str:
    told = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return f"{_mark('begin')}{told}{_mark('separate')}"


def _mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def numbered(caption: Caption) -> str:
    """Return a caption's runs: its number's last part is a field that gives that very number.

    Word lists captions by such fields; one that only counted would lose the regulation's
    numbers wherever a table is left out.
    """
    found = _LAST_NUMBER.match(caption.number)
    series = _SERIES.match(caption.number)
    joint = "\n" if caption.kind == "tabel" else " "
    if not (found and series):
        return run(joint.join(text for text in (caption.number, caption.text) if text))
    before, last = found.groups()
    told = rf"SEQ {series.group()} \* ARABIC \r {last}"
    return f"{run(before)}{field(told, last)}{run(f'{joint}{caption.text}')}"


def marked(inside: str, entry: Entry | None) -> str:
    """Return runs between a bookmark's ends, where a list leads to them."""
    if entry is None:
        return inside
    number = int(entry.anchor.removeprefix("_Toc"))
    start = f'<w:bookmarkStart w:id="{number}" w:name="{entry.anchor}"/>'
    return f'{start}{inside}<w:bookmarkEnd w:id="{number}"/>'
