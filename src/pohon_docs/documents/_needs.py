"""What a table or a picture needs of a plan; one that would say nothing is left out and named."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from pohon_docs.documents._captions import own_number
from pohon_docs.documents._identity import fields
from pohon_docs.documents._options import Options, chosen
from pohon_docs.indikator import Indikator
from pohon_docs.model import ARAH, KOMPONEN, Jenis, Node, Rencana
from pohon_docs.packs import Chapter, Dokumen, Pack, PictureSpec, Spec, TableSpec
from pohon_docs.views import Skipped


@dataclass(frozen=True, slots=True)
class Told:
    """A chapter of a document with the pictures and tables in it that the plan has data for."""

    chapter: Chapter
    specs: tuple[Spec, ...]

    @property
    def pictures(self) -> tuple[PictureSpec, ...]:
        """The pictures among them."""
        return tuple(spec for spec in self.specs if isinstance(spec, PictureSpec))

    @property
    def tables(self) -> tuple[TableSpec, ...]:
        """The tables among them."""
        return tuple(spec for spec in self.specs if isinstance(spec, TableSpec))


def told(document: Dokumen, rencana: Rencana, pack: Pack, asked: Options) -> tuple[Told, ...]:
    """Return the chapters of a document that hold anything."""
    chapters = (
        Told(chapter, tuple(spec for spec in specs if _is_told(spec, rencana, asked)))
        for chapter, specs in pack.chapters(document)
    )
    return tuple(one for one in chapters if one.specs)


def skipped(document: Dokumen, rencana: Rencana, pack: Pack, asked: Options) -> Iterator[Skipped]:
    """Yield the tables and pictures that a document lacks since the plan has no data for them."""
    for _, specs in pack.chapters(document):
        for spec in specs:
            if _is_asked(spec, asked) and not NEEDS[spec.perlu](rencana):
                yield Skipped(_name(spec, rencana, pack), spec.alasan)


def _name(spec: Spec, rencana: Rencana, pack: Pack) -> str:
    """Return a table's number as it is printed, else the first line of its title."""
    if number := own_number(spec, pack.teks):
        return number
    return spec.judul.format(**fields(rencana.identitas)).split("\n", maxsplit=1)[0]


def _is_told(spec: Spec, rencana: Rencana, asked: Options) -> bool:
    return _is_asked(spec, asked) and NEEDS[spec.perlu](rencana)


def _is_asked(spec: Spec, asked: Options) -> bool:
    return not spec.bila or spec.bila in chosen(spec, asked)


def _any_node(told: Callable[[Node], object]) -> Callable[[Rencana], bool]:
    return lambda rencana: any(map(told, rencana.node))


def _any_indicator(told: Callable[[Indikator], object]) -> Callable[[Rencana], bool]:
    return lambda rencana: any(told(one) for node in rencana.node for one in node.indikator)


def _has_draft(rencana: Rencana) -> bool:
    paid = _any_node(lambda node: node.pagu_rkpd)
    return paid(rencana) or _any_indicator(lambda one: one.target_rkpd)(rencana)


NEEDS: Mapping[str, Callable[[Rencana], bool]] = {
    "": lambda _: True,
    "kinerja": lambda rencana: bool(rencana.of(Jenis.KINERJA)),
    "tujuan": lambda rencana: bool(rencana.of(*ARAH)),
    "sasaran": lambda rencana: bool(rencana.of(Jenis.SASARAN)),
    "komponen": lambda rencana: bool(rencana.of(*KOMPONEN)),
    "prioritas": lambda rencana: any(
        node.prioritas_daerah or node.prioritas_nasional for node in rencana.of(Jenis.SUB_KEGIATAN)
    ),
    "strategi": _any_node(lambda node: node.strategi or node.arah_kebijakan),
    "ikk": _any_indicator(lambda one: one.ikk),
    "realisasi_kinerja": _any_indicator(lambda one: one.realisasi),
    "rkpd": _has_draft,
    "triwulan": _any_indicator(lambda one: one.triwulan),
}
"""What a plan must hold, by the vocabulary's names."""
