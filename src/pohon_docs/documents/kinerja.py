"""Perjanjian Kinerja of a year with its appendix, IKU, Rencana Aksi and indicator cards."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from pohon_docs.blocks import Block, Line, Pages, Parties, Report, Signature
from pohon_docs.documents import Document
from pohon_docs.documents._cover import letterhead
from pohon_docs.documents._identity import fields
from pohon_docs.documents._report import (
    Chapters,
    left_out,
    pack_name,
    report,
    signature,
    signed,
)
from pohon_docs.identitas import Identitas
from pohon_docs.model import Rencana
from pohon_docs.packs import Pack
from pohon_docs.values import nip


def build(rencana: Rencana, pack: Pack) -> Report:
    """Return the agreement's letter and its tables (PermenPANRB 53/2014)."""
    chapters = Chapters("kinerja", rencana, pack)
    letter = Pages("tegak", "", tuple(_agreement(rencana.identitas, pack)))
    told = list(chapters.pages())
    if told:  # the appendix is signed as the agreement is
        parties = _parties(rencana.identitas, pack)
        told[0] = replace(told[0], blocks=(*told[0].blocks, parties))
    parts = signed((letter, *told), rencana, pack) if told else (letter,)
    return report("kinerja", fields(rencana.identitas), pack, parts)


def _agreement(identitas: Identitas, pack: Pack) -> Iterator[Block]:
    """Yield the letter: its head, its text and both signatures; gaps are left for the pen."""
    text = pack.teks
    dots = text["tanda_tangan.isian"]

    def party(name: str, office: str) -> Iterator[Line]:
        yield Line("isi.pihak", text["perjanjian.nama"].format(isi=name or dots))
        yield Line("isi.pihak", text["perjanjian.jabatan"].format(isi=office or dots))

    yield letterhead(identitas, pack)
    yield Line("judul", text["kinerja.nama"])
    yield Line("judul_unit", text["kinerja.tahun"].format(**fields(identitas)))
    yield Line("isi", text["perjanjian.pembuka"])
    yield from party(identitas.nama_penanda_tangan, identitas.jabatan_penanda_tangan)
    yield Line("isi", text["perjanjian.pertama"])
    yield from party(identitas.nama_atasan, identitas.jabatan_atasan)
    yield Line("isi", text["perjanjian.kedua"])
    yield Line("isi", text["perjanjian.janji"])
    yield Line("isi", text["perjanjian.supervisi"])
    yield _parties(identitas, pack)


def _parties(identitas: Identitas, pack: Pack) -> Parties:
    """Return the second party's signature beside the first's, over which place and date stand."""
    dots = pack.teks["tanda_tangan.isian"]
    number = nip(identitas.nip_atasan)
    second = Signature(
        place_and_date="",
        office=pack.teks["perjanjian.pihak_kedua"],
        name=identitas.nama_atasan or dots,
        rank=identitas.pangkat_atasan,
        nip=pack.teks["tanda_tangan.nip"].format(nip=number) if number else "",
    )
    own = signature(identitas, pack)
    first = Signature(
        own.place_and_date, pack.teks["perjanjian.pihak_pertama"], own.name, own.rank, own.nip
    )
    return Parties(second, first)


DOCUMENT = Document(
    name="kinerja",
    title="Perjanjian Kinerja, IKU, Rencana Aksi, dan Definisi Operasional Indikator untuk Word",
    pack=lambda identitas: pack_name("kinerja", "", identitas),
    file_name=lambda _: "kinerja",
    build=build,
    left_out=partial(left_out, "kinerja"),
)
