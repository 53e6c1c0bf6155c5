"""What stands before a book's chapters: the cover, and lists of what is in it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from pohon_docs.blocks import Block, Caption, Contents, Emblem, Letterhead, Line, Pages, Picture
from pohon_docs.documents._identity import fields
from pohon_docs.identitas import Identitas
from pohon_docs.packs import Dokumen, Pack

_LISTED: tuple[Literal["tabel", "gambar"], ...] = ("tabel", "gambar")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


def front(
    document: Dokumen, identitas: Identitas, pack: Pack, chapters: Iterable[Block]
) -> tuple[Pages, ...]:
    """Return the cover and the lists: of the chapters, and of what numbered captions they have."""
    text = pack.teks
    captions = [one.caption if isinstance(one, Picture) else one for one in chapters]
    kinds = {one.kind for one in captions if isinstance(one, Caption) and one.number}
    lists = [Contents("bab", text["daftar.isi"])]
    lists += [Contents(kind, text[f"daftar.{kind}"]) for kind in _LISTED if kind in kinds]
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
