"""The reports of a plan for tests: the view as it is laid out, and the file written from it."""

from dataclasses import replace
from functools import cache

import plans
from pohon_docs.documents import renja, renstra
from pohon_docs.layout.report import fitted
from pohon_docs.model import Rencana
from pohon_docs.packs import load
from pohon_docs.styles import Style
from pohon_docs.views import Report, Table
from pohon_docs.writers.docx import write
from wordfile import WordFile

DOCUMENTS = {"renstra": renstra.DOCUMENT, "renja": renja.DOCUMENT}


@cache
def view(rencana: Rencana, name: str, draft: str = "") -> Report:
    """Return a report laid out in the shipped style."""
    document = DOCUMENTS[name]
    built = document.build(rencana, load(document.pack(rencana.identitas)))
    assert isinstance(built, Report)
    return fitted(replace(built, draft=draft), plans.style())


@cache
def content(rencana: Rencana, name: str, draft: str = "") -> bytes:
    """Return a report's file."""
    return write(view(rencana, name, draft), plans.style())


def styled(rencana: Rencana, name: str, style: Style) -> WordFile:
    """Return a draft report's file in another style, read back."""
    return WordFile(write(view(rencana, name, "DRAF"), style))


def word(rencana: Rencana, name: str, draft: str = "") -> WordFile:
    """Return a report's file, read back."""
    return WordFile(content(rencana, name, draft))


def tables(rencana: Rencana, name: str) -> tuple[Table, ...]:
    """Return the tables of a report's view."""
    blocks = view(rencana, name).blocks
    return tuple(block for block in blocks if isinstance(block, Table))


def years(rencana: Rencana, first: int, last: int) -> Rencana:
    """Return the plan for another period."""
    identitas = replace(
        rencana.identitas, periode_awal=first, periode_akhir=last, tahun_renja=first
    )
    return replace(rencana, identitas=identitas, tahun=tuple(range(first, last + 1)))
