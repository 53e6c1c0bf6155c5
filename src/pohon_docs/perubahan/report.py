"""The report of a change: what changed in words, then the tables before and after."""

from collections.abc import Iterator

from pohon_docs.blocks import Block, Caption, Line, Pages, Report
from pohon_docs.comparison.merging import Beside
from pohon_docs.documents._identity import fields
from pohon_docs.documents._options import read_options
from pohon_docs.documents._report import signature
from pohon_docs.documents._tables import table
from pohon_docs.model import KOMPONEN
from pohon_docs.packs import Pack
from pohon_docs.perubahan.listing import books, summary

PACK = "perubahan"


def report(beside: Beside, pack: Pack) -> Report:
    """Return the report of a change: its summary, its tables, the signature."""
    identitas = beside.rencana.identitas
    known = fields(identitas)
    blocks = (*_opening(beside, pack), *_tables(beside, pack), signature(identitas, pack))
    return Report(
        title=pack.teks["perubahan.judul"].format(**known),
        author=known["unit"],
        footer=pack.teks["perubahan.kaki"].format(**known),
        page=pack.teks["laporan.halaman"],
        continued=pack.teks["tabel.lanjutan"],
        parts=(Pages("mendatar", "angka", blocks),),
    )


def _opening(beside: Beside, pack: Pack) -> Iterator[Block]:
    """Yield the title's lines and what changed in words."""
    identitas = beside.rencana.identitas
    years = pack.teks["perubahan.tahun"].format(**fields(identitas))
    names = (identitas.nama_perangkat_daerah.upper(), identitas.pemerintah_daerah.upper(), years)
    yield Line("judul", pack.teks["perubahan.nama"])
    yield from (Line("judul_unit", text) for text in names if text)
    comparison = beside.comparison
    yield from (Line("isi", text) for text in (books(comparison), *summary(comparison)))


def _tables(beside: Beside, pack: Pack) -> Iterator[Block]:
    """Yield every table under its chapter, where either plan has components."""
    if not beside.rencana.of(*KOMPONEN):
        return
    known = fields(beside.rencana.identitas)
    asked = read_options(beside.rencana.identitas.pilihan_tabel)
    before = ""
    for chapter, specs in pack.chapters("perubahan"):
        if chapter.bab != before:
            yield Line("bab", chapter.bab, new_page=bool(before))
        if chapter.subbab:
            yield Line("subbab", chapter.subbab)
        for spec in specs:
            lead, _, rest = spec.judul.format(**known).partition("\n")
            yield Caption(lead, rest)
            yield table(spec, beside.rencana, known, pack, asked, beside)
        before = chapter.bab
