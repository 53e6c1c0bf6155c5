"""What is wrong between plans that are each in order: ties, partners, periods, measures."""

from collections.abc import Iterator
from dataclasses import replace

from pohon_docs.catalogue import catalogue
from pohon_docs.issue import Issue, Severity, in_order
from pohon_docs.joining import Joined, Unit
from pohon_docs.joining.measures import shared
from pohon_docs.joining.partners import partnerships
from pohon_docs.model import Jenis
from pohon_docs.source import Ref
from pohon_docs.values import key


def check(joined: Joined) -> tuple[Issue, ...]:
    """Return what is wrong between the plans, by severity and place."""
    found = (
        *_same_unit(joined),
        *_other_period(joined),
        *_other_pemda(joined),
        *_treeless(joined),
        *_ambiguous(joined),
        *_untied(joined),
        *_unserved(joined),
        *_one_sided(joined),
        *_misnamed(joined),
        *_other_unit_of_measure(joined),
    )
    return in_order(map(_advised, found))


def _advised(issue: Issue) -> Issue:
    """Return a finding with the advice and the basis of its code."""
    entry = catalogue()[issue.code]
    return replace(issue, hint=entry.saran, basis=entry.dasar)


def _same_unit(joined: Joined) -> Iterator[Issue]:
    first: dict[str, Unit] = {}
    for unit in joined.units:
        before = first.setdefault(key(unit.nama), unit)
        if before is not unit:
            message = f'perangkat daerah "{unit.nama}" sudah ada di {before.workbook}'
            yield Issue(
                "GABUNG-01", Severity.PERINGATAN, message, unit.place("nama_perangkat_daerah")
            )


def _other_period(joined: Joined) -> Iterator[Issue]:
    period = joined.pemda.identitas.periode
    for unit in joined.units:
        own = unit.rencana.identitas.periode
        if period and own and own != period:
            message = f"periode {own} berbeda dengan periode pemda {period}"
            yield Issue("GABUNG-02", Severity.PERINGATAN, message, unit.place("periode_awal"))


def _other_pemda(joined: Joined) -> Iterator[Issue]:
    name = joined.pemda.identitas.pemerintah_daerah
    for unit in joined.units:
        own = unit.rencana.identitas.pemerintah_daerah
        if name and own and key(own) != key(name):
            message = f'pemerintah daerah "{own}" berbeda dengan "{name}"'
            yield Issue("GABUNG-03", Severity.PERINGATAN, message, unit.place("pemerintah_daerah"))


def _treeless(joined: Joined) -> Iterator[Issue]:
    for unit in joined.units:
        if not unit.rencana.of(Jenis.KINERJA):
            message = "belum memuat pohon kinerja, sehingga tidak ada pada pohon gabungan"
            yield Issue("GABUNG-09", Severity.PERINGATAN, message, Ref(unit.workbook))


def _ambiguous(joined: Joined) -> Iterator[Issue]:
    """Find tops whose Induk is a code of the pemda's tree, but of a node of their own, too."""
    for unit in joined.units:
        for root in unit.roots():
            for above in unit.hidden(root):
                message = (
                    f"Induk {above.kode} terbaca sebagai simpul perangkat daerah ini sendiri, "
                    f'bukan simpul pemda "{above.uraian}", sebab kodenya sama'
                )
                yield Issue("GABUNG-10", Severity.PERINGATAN, message, root.at("induk"))


def _untied(joined: Joined) -> Iterator[Issue]:
    for unit in joined.units:
        for root in unit.roots():
            if not unit.rencana.pemda_parents(root) and not unit.hidden(root):
                message = f'simpul teratas "{root.uraian}" belum berinduk simpul pohon pemda'
                yield Issue("GABUNG-04", Severity.PERINGATAN, message, root.at("induk"))


def _unserved(joined: Joined) -> Iterator[Issue]:
    """Find the lowest nodes of the pemda's tree that no unit carries on, and one could name."""
    for node in joined.pemda.of(Jenis.KINERJA):
        known = not node.kode or node.kode in joined.tied
        if not known and not joined.pemda.children(node):
            message = f'simpul pemda "{node.uraian}" belum didukung satu pun perangkat daerah'
            yield Issue("GABUNG-05", Severity.SARAN, message, node.at("uraian"))


def _one_sided(joined: Joined) -> Iterator[Issue]:
    for one in partnerships(joined):
        if one.other is not None and not one.answered and one.other is not one.unit:
            message = (
                f'{one.unit.nama} menyebut "{one.kemitraan.mitra}" sebagai mitra, tetapi '
                f"{one.other.workbook} tidak menyebut {one.unit.nama}"
            )
            yield Issue("GABUNG-06", Severity.PERINGATAN, message, one.ref)


def _misnamed(joined: Joined) -> Iterator[Issue]:
    for one in partnerships(joined):
        if one.near is not None:
            message = f'mitra "{one.kemitraan.mitra}" mirip "{one.near.nama}" tetapi tidak sama'
            yield Issue("GABUNG-07", Severity.SARAN, message, one.ref)


def _other_unit_of_measure(joined: Joined) -> Iterator[Issue]:
    for one in shared(joined):
        first, *others = one.uses
        for use in others:
            if use.satuan and first.satuan and key(use.satuan) != key(first.satuan):
                message = (
                    f'indikator "{one.uraian}" bersatuan "{use.satuan}", '
                    f'di {first.unit.workbook} "{first.satuan}"'
                )
                yield Issue("GABUNG-08", Severity.PERINGATAN, message, use.ref)
