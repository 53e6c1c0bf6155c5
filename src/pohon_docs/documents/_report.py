"""What every report of official tables shares: its title, its chapters, its signature."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from pohon_docs.blocks import Block, Caption, Line, Pages, Picture, Report, Signature
from pohon_docs.comparison.merging import Beside
from pohon_docs.documents._captions import numbers
from pohon_docs.documents._cover import front
from pohon_docs.documents._figures import VIEWS
from pohon_docs.documents._header import scope
from pohon_docs.documents._identity import fields
from pohon_docs.documents._needs import Told, skipped, told
from pohon_docs.documents._options import Options, read_options
from pohon_docs.documents._sentences import Facts, opening
from pohon_docs.documents._tables import table
from pohon_docs.identitas import Identitas
from pohon_docs.model import Rencana
from pohon_docs.packs import Dokumen, Pack, PictureSpec, TableSpec, default_for, names_for
from pohon_docs.values import nip
from pohon_docs.views import Skipped


@dataclass(frozen=True, slots=True)
class Chapters:
    """A document of official tables: its chapters and what is laid out in each.

    `told` are the chapters whose tables the plan has data for; `fields` what their titles name;
    `beside` is the plan before, where `rencana` holds both in one.
    """

    document: Dokumen
    rencana: Rencana
    pack: Pack
    beside: Beside | None = None

    @property
    def fields(self) -> Mapping[str, str]:
        """What titles, headings and captions may name."""
        return fields(self.rencana.identitas)

    def told(self) -> tuple[Told, ...]:
        """Return the chapters with what the plan has data for in them, in their order."""
        return told(self.document, self.rencana, self.pack, self._options)

    def skipped(self) -> tuple[Skipped, ...]:
        """Return the tables and pictures that are left out, with the reason."""
        return tuple(skipped(self.document, self.rencana, self.pack, self._options))

    def pages(self) -> Iterator[Pages]:
        """Yield the chapters, those whose pages lie alike together; every chapter begins a page."""
        run: list[Told] = []
        before = ""
        for one in self.told():
            if run and _sheet(run[-1]) != _sheet(one):
                yield self._run(run, before)
                run, before = [], run[-1].chapter.bab
            run.append(one)
        if run:
            yield self._run(run, before)

    def _run(self, chapters: Sequence[Told], before: str) -> Pages:
        """Return some chapters whose pages lie alike, after the chapter `before`."""
        return Pages(_sheet(chapters[0]), "angka", tuple(self._blocks(chapters, before)))

    def _blocks(self, chapters: Sequence[Told], before: str) -> Iterator[Block]:
        """Yield every picture and table under its chapter's heading with its caption."""
        for number, one in enumerate(chapters):
            fresh = number == 0 or one.chapter.bab != before
            if one.chapter.bab != before:
                yield Line("bab", one.chapter.bab, new_page=number > 0)
            if one.chapter.subbab:
                yield Line("subbab", one.chapter.subbab)
            for spec in one.specs:
                if isinstance(spec, PictureSpec):
                    yield from self._pictured(spec, new_page=not fresh)
                else:
                    yield from self.captioned(spec)
                fresh = False
            before = one.chapter.bab

    def _pictured(self, spec: PictureSpec, *, new_page: bool) -> Iterator[Block]:
        """Yield a picture below its sentence; only one that opens a chapter shares its page."""
        number = self._numbers[id(spec)]
        facts = Facts(self.rencana, self.pack, self.rencana.tahun)
        if sentence := opening(spec.pembuka, {**self.fields, "nomor": number}, facts):
            yield Line("pembuka", sentence, new_page=new_page)
        caption = Caption(number, spec.judul.format(**self.fields), "gambar")
        view = VIEWS[spec.isi](self.rencana, self.pack)
        yield Picture(view, caption, spec.uraian.format(**self.fields))

    def captioned(self, spec: TableSpec) -> Iterator[Block]:
        """Yield a table below its sentence, its number and its title."""
        number = self._numbers[id(spec)]
        years = scope(spec, self.rencana, self.fields, self._options).years
        facts = Facts(self.rencana, self.pack, years)
        if sentence := opening(spec.pembuka, {**self.fields, "nomor": number}, facts):
            yield Line("pembuka", sentence)
        yield Caption(number, spec.judul.format(**self.fields))
        yield table(spec, self.rencana, self.fields, self.pack, self._options, self.beside)

    @property
    def _numbers(self) -> Mapping[int, str]:
        """The numbers of the captions, as the pack words them."""
        return numbers(((one.chapter.bab, one.specs) for one in self.told()), self.pack.teks)

    @property
    def _options(self) -> Options:
        return read_options(self.rencana.identitas.pilihan_tabel)


def build(document: Dokumen, rencana: Rencana, pack: Pack) -> Report:
    """Return a document of all tables that its regulation lays down and the plan has data for."""
    chapters = Chapters(document, rencana, pack)
    told = tuple(chapters.pages())
    blocks = (block for pages in told for block in pages.blocks)
    before = front(document, rencana.identitas, pack, blocks)
    return report(document, chapters.fields, pack, signed((*before, *told), rencana, pack))


def signed(parts: tuple[Pages, ...], rencana: Rencana, pack: Pack) -> tuple[Pages, ...]:
    """Return the pages with the signature at their end."""
    *before, last = parts
    block = signature(rencana.identitas, pack)
    return (*before, replace(last, blocks=(*last.blocks, block)))


def report(
    document: Dokumen, known: Mapping[str, str], pack: Pack, parts: tuple[Pages, ...]
) -> Report:
    """Return pages as a document with its title, its author and its footer."""
    text = pack.teks
    span = text[f"{document}.masa"].format(**known)
    return Report(
        title=f"{text[f'{document}.nama']} {known['unit']} {span}",
        author=known["unit"],
        footer=text[f"{document}.kaki"].format(**known),
        page=text["laporan.halaman"],
        continued=text["tabel.lanjutan"],
        parts=parts,
        sheet=text["gambar.lembar"],
    )


def left_out(document: Dokumen, rencana: Rencana, pack: Pack) -> tuple[Skipped, ...]:
    """Return the tables that a document lacks since the plan has no data for them."""
    return Chapters(document, rencana, pack).skipped()


def pack_name(document: Dokumen, asked: str, identitas: Identitas) -> str:
    """Return the regulation that a document follows: the one asked for, else by the period."""
    known = asked in names_for(document)
    return asked if known else default_for(document, identitas.periode_awal)


def _sheet(told: Told) -> Literal["tegak", "mendatar"]:
    """Return how a chapter's pages lie: as the first thing in it asks."""
    return told.specs[0].halaman


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
