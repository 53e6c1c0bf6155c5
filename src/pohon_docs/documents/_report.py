"""What every report of official tables shares: its title, its chapters, its signature."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pohon_docs.documents._identity import fields
from pohon_docs.documents._needs import Told, skipped, told
from pohon_docs.documents._options import Options, read_options
from pohon_docs.documents._tables import table
from pohon_docs.identitas import Identitas
from pohon_docs.model import Rencana
from pohon_docs.packs import Dokumen, Pack, TableSpec, default_for, names_for
from pohon_docs.values import nip
from pohon_docs.views import Block, Caption, Line, Report, Signature, Skipped


@dataclass(frozen=True, slots=True)
class Chapters:
    """A document of official tables: its chapters and what is laid out in each.

    `told` are the chapters whose tables the plan has data for; `fields` what their titles name.
    """

    document: Dokumen
    rencana: Rencana
    pack: Pack

    @property
    def fields(self) -> Mapping[str, str]:
        """What titles, headings and captions may name."""
        return fields(self.rencana.identitas)

    def told(self) -> tuple[Told, ...]:
        """Return the chapters with tables that the plan has data for, in their order."""
        return told(self.document, self.rencana, self.pack, self._options)

    def skipped(self) -> tuple[Skipped, ...]:
        """Return the tables that are left out, with the reason."""
        return tuple(skipped(self.document, self.rencana, self.pack, self._options))

    def blocks(self, *, new_page: bool = False) -> Iterator[Block]:
        """Yield every table under its chapter's heading and its caption.

        Every chapter begins a page; the first one where `new_page` asks for it.
        """
        before = ""
        for number, one in enumerate(self.told()):
            if one.chapter.bab != before:
                yield Line("bab", one.chapter.bab, new_page=new_page or number > 0)
            if one.chapter.subbab:
                yield Line("subbab", one.chapter.subbab)
            for spec in one.tables:
                yield from self.captioned(spec)
            before = one.chapter.bab

    def captioned(self, spec: TableSpec) -> Iterator[Block]:
        """Yield a table below its number and title; without a number its first line leads."""
        title = spec.judul.format(**self.fields)
        number = self.pack.teks["tabel.nomor"].format(kode=spec.kode)
        lead, _, rest = title.partition("\n")
        yield Caption(number, title) if spec.kode else Caption(lead, rest)
        yield table(spec, self.rencana, self.fields, self.pack, self._options)

    @property
    def _options(self) -> Options:
        return read_options(self.rencana.identitas.pilihan_tabel)


def build(document: Dokumen, rencana: Rencana, pack: Pack) -> Report:
    """Return a document of all tables that its regulation lays down and the plan has data for."""
    chapters = Chapters(document, rencana, pack)
    blocks = (
        *title_lines(document, rencana, pack),
        *chapters.blocks(),
        signature(rencana.identitas, pack),
    )
    return report(document, chapters.fields, pack, blocks)


def report(
    document: Dokumen, known: Mapping[str, str], pack: Pack, blocks: tuple[Block, ...]
) -> Report:
    """Return blocks as a document with its title, its author and its footer."""
    text = pack.teks
    span = text[f"{document}.masa"].format(**known)
    return Report(
        title=f"{text[f'{document}.nama']} {known['unit']} {span}",
        author=known["unit"],
        footer=text[f"{document}.kaki"].format(**known),
        page=text["laporan.halaman"],
        continued=text["tabel.lanjutan"],
        blocks=blocks,
    )


def left_out(document: Dokumen, rencana: Rencana, pack: Pack) -> tuple[Skipped, ...]:
    """Return the tables that a document lacks since the plan has no data for them."""
    return Chapters(document, rencana, pack).skipped()


def pack_name(document: Dokumen, asked: str, identitas: Identitas) -> str:
    """Return the regulation that a document follows: the one asked for, else by the period."""
    known = asked in names_for(document)
    return asked if known else default_for(document, identitas.periode_awal)


def title_lines(name: str, rencana: Rencana, pack: Pack) -> tuple[Line, ...]:
    """Return the lines at the top of a report: its name, the unit, the pemda, the years."""
    identitas = rencana.identitas
    years = pack.teks[f"{name}.tahun"].format(**fields(rencana.identitas))
    names = (identitas.nama_perangkat_daerah.upper(), identitas.pemerintah_daerah.upper(), years)
    under = (Line("judul_unit", text) for text in names if text)
    return (Line("judul", pack.teks[f"{name}.nama"]), *under)


def signature(identitas: Identitas, pack: Pack) -> Signature:
    """Return the signature block; what the plan doesn't say stays a dotted line for the pen."""
    dots = pack.teks["tanda_tangan.isian"]
    place = pack.teks["tanda_tangan.tempat_tanggal"].format(
        tempat=identitas.tempat or dots, tanggal=identitas.tanggal or dots
    )
    return Signature(
        place_and_date=place,
        office=identitas.jabatan_penanda_tangan or dots,
        name=identitas.nama_penanda_tangan or dots,
        rank=identitas.pangkat_golongan,
        nip=pack.teks["tanda_tangan.nip"].format(nip=nip(identitas.nip) or dots),
    )
