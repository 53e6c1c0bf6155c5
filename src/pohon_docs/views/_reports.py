"""What a report shows: running blocks of headings, captions, tables and signatures."""

from dataclasses import dataclass

from pohon_docs.views._tables import Table


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of a report, such as a heading, in its role; it may begin a new page."""

    role: str
    text: str
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Caption:
    """A table's number and title, above it."""

    number: str
    text: str


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


Block = Line | Caption | Table | Signature | Parties


@dataclass(frozen=True, slots=True)
class Report:
    """A document of running blocks: headings, captions, tables and the signature block.

    `footer` is printed beside the page's number, which `page` words with the fields
    `{nomor}` and `{jumlah}`; `draft` in every page's header where given; `continued` after
    a name that is repeated because its group is longer than a page.
    """

    title: str
    author: str
    footer: str
    page: str
    continued: str
    blocks: tuple[Block, ...]
    draft: str = ""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A table that a document lacks since the plan has no data for it; `reason` in Indonesian."""

    table: str
    reason: str
