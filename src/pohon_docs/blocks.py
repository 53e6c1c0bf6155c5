"""A report before any format: pages of running blocks, from the cover to the signature.

Blocks name roles ("bab"), never looks: a style gives each role its Word style.
"""

from dataclasses import dataclass
from typing import Literal

from pohon_docs.views import Cascade, Table, Trees


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of a report, such as a heading, in its role; it may begin a new page."""

    role: str
    text: str
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Caption:
    """A table's number, such as `Tabel T-C.27` or nothing, and its title; a picture's alike."""

    number: str
    text: str
    kind: Literal["tabel", "gambar"] = "tabel"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as large as its page lets it be, its caption below; `alt` is read out for it."""

    view: Trees | Cascade
    caption: Caption
    alt: str


@dataclass(frozen=True, slots=True)
class Contents:
    """A list with page numbers under its own heading: of chapters, tables or pictures."""

    kind: Literal["bab", "tabel", "gambar"]
    title: str


@dataclass(frozen=True, slots=True)
class Emblem:
    """The report's emblem on a line of its own; nothing where it has none."""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The head of an official letter: the emblem at the left, lines centred, ruled below."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """The signature block, from place and date down to the NIP, never split over pages."""

    place_and_date: str
    office: str
    name: str
    rank: str
    nip: str


@dataclass(frozen=True, slots=True)
class Parties:
    """The signatures of two parties side by side, never split over pages."""

    left: Signature
    right: Signature


Block = Line | Caption | Picture | Contents | Emblem | Letterhead | Table | Signature | Parties


@dataclass(frozen=True, slots=True)
class Pages:
    """A run of pages that lie alike and are numbered alike, begun on a page of its own.

    `numbers` says how they are numbered; where it changes, numbers begin at one again.
    Pages without numbers have no footer either, and come first.
    """

    sheet: Literal["tegak", "mendatar"]
    numbers: Literal["", "romawi", "angka"]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A document of running blocks: cover, contents, headings, captions, tables, signature.

    `footer` is printed under the page's number, which `page` words with the fields
    `{nomor}` and `{jumlah}`; `draft` in every page's header where given; `continued` after
    a name that is repeated because its group is longer than a page, `sheet` as the title of a
    picture that needs several, with the fields `{judul}`, `{nomor}`, `{jumlah}`. `emblem` is a
    PNG or JPEG file. `places` tells for each entry of the contents, headings and captions in their
    order, on which page of the file it stands (from 1), or is empty where nobody knows.
    """

    title: str
    author: str
    footer: str
    page: str
    continued: str
    parts: tuple[Pages, ...]
    sheet: str = "{judul}"
    draft: str = ""
    emblem: bytes = b""
    places: tuple[int, ...] = ()

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All blocks in their order."""
        return tuple(block for pages in self.parts for block in pages.blocks)
