"""What stands before a book's chapters: the cover, the contents and the list of tables."""

import re
from collections.abc import Iterator, Mapping

from pohon_docs.blocks import Block, Contents, Emblem, Letterhead, Line, Pages
from pohon_docs.documents._identity import fields
from pohon_docs.identitas import Identitas
from pohon_docs.packs import Dokumen, Pack

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


def front(
    document: Dokumen, identitas: Identitas, pack: Pack, *, tables: bool
) -> tuple[Pages, ...]:
    """Return the cover and the lists; `tables` tells whether there are numbered tables to list."""
    text = pack.teks
    lists = [Contents("bab", text["daftar.isi"])]
    if tables:
        lists.append(Contents("tabel", text["daftar.tabel"]))
    cover = (Emblem(), *_cover(document, identitas, text))
    return (Pages("tegak", "", cover), Pages("tegak", "romawi", tuple(lists)))


def _cover(document: Dokumen, identitas: Identitas, text: Mapping[str, str]) -> Iterator[Block]:
    """Yield the document's name, the unit, the pemda, the years, and the year of its date."""
    yield Line("sampul", text[f"{document}.nama"])
    years = text[f"{document}.tahun"].format(**fields(identitas))
    for name in (identitas.nama_perangkat_daerah, identitas.pemerintah_daerah, years):
        if name:
            yield Line("sampul_isi", name.upper())
    if dated := _YEAR.search(identitas.tanggal):
        yield Line("sampul_tahun", dated.group())


def letterhead(identitas: Identitas, pack: Pack) -> Letterhead:
    """Return the head of the unit's letters; an address that nobody gave leaves no gap."""
    pemda = identitas.pemerintah_daerah.upper()
    lines = (
        Line("kop_pemda", pack.teks["kop.pemda"].format(pemda=pemda) if pemda else ""),
        Line("kop_unit", identitas.nama_perangkat_daerah.upper()),
        Line("kop_alamat", identitas.alamat),
    )
    return Letterhead(tuple(line for line in lines if line.text))
