"""The reports of a plan for tests: the view as it is laid out, and the file written from it."""

from dataclasses import replace
from functools import cache
from xml.etree import ElementTree

import plans
from pohon_docs.blocks import Report
from pohon_docs.documents import kinerja, renja, renstra
from pohon_docs.layout.report import fitted
from pohon_docs.model import Rencana
from pohon_docs.packs import load
from pohon_docs.styles import Style
from pohon_docs.views import Table
from pohon_docs.writers.docx import write
from wordfile import W, WordFile, WordTable

DOCUMENTS = {
    "renstra": renstra.DOCUMENT,
    "renja": renja.DOCUMENT,
    "kinerja": kinerja.DOCUMENT,
}
PACKS = {
    "renstra": "permendagri-86-2017",
    "renja": "permendagri-86-2017",
    "kinerja": "kinerja",
}
"""The regulation that a report follows here unless a test asks for another."""


@cache
def view(rencana: Rencana, name: str, draft: str = "", pack: str = "") -> Report:
    """Return a report laid out in the shipped style."""
    built = DOCUMENTS[name].build(rencana, load(pack or PACKS[name]))
    assert isinstance(built, Report)
    return fitted(replace(built, draft=draft), plans.style())


@cache
def content(rencana: Rencana, name: str, draft: str = "", pack: str = "") -> bytes:
    """Return a report's file."""
    return write(view(rencana, name, draft, pack), plans.style())


def styled(rencana: Rencana, name: str, style: Style) -> WordFile:
    """Return a draft report's file in another style, read back."""
    return WordFile(write(view(rencana, name, "DRAF"), style))


@cache
def word(rencana: Rencana, name: str, draft: str = "", pack: str = "") -> WordFile:
    """Return a report's file, read back."""
    return WordFile(content(rencana, name, draft, pack))


def table(rencana: Rencana, name: str, number: str, pack: str = "") -> WordTable:
    """Return the table of a report that its caption numbers so."""
    found = word(rencana, name, pack=pack).tables
    (one,) = (one for one in found if one.caption.startswith(f"Tabel {number} "))
    return one


def tables(rencana: Rencana, name: str, pack: str = "") -> tuple[Table, ...]:
    """Return the tables of a report's view."""
    blocks = view(rencana, name, pack=pack).blocks
    return tuple(block for block in blocks if isinstance(block, Table))


def years(rencana: Rencana, first: int, last: int) -> Rencana:
    """Return the plan for another period."""
    identitas = replace(
        rencana.identitas, periode_awal=first, periode_akhir=last, tahun_renja=first
    )
    return replace(rencana, identitas=identitas, tahun=tuple(range(first, last + 1)))


def paper(section: ElementTree.Element) -> tuple[dict[str, str], dict[str, str]]:
    """Return a section's sheet and margins, in twips."""
    found = (section.find(f"{W}pgSz"), section.find(f"{W}pgMar"))
    sheet, margins = (
        {name.removeprefix(W): value for name, value in one.items()}
        for one in found
        if one is not None
    )
    return sheet, margins
