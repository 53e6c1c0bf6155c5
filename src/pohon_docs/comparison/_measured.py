"""What is other in the indicators of a node that stayed."""

from collections.abc import Iterator
from dataclasses import replace

from pohon_docs import words
from pohon_docs.comparison._values import Change, Macam
from pohon_docs.indikator import Indikator, Target
from pohon_docs.model import Node
from pohon_docs.values import key

_WORDED = (("uraian", Macam.INDIKATOR_BUNYI), ("satuan", Macam.INDIKATOR_SATUAN))
"""Fields whose case and commas may change without a change."""
_FIELDS = (
    *("kondisi_awal", "kondisi_akhir", "formula", "sumber_data", "definisi_operasional", "iku"),
    *("ikk", "status_ikk", "spm", "rencana_aksi", "sub_rencana_aksi", "triwulan"),
)
_YEARLY = (
    ("target", Macam.TARGET),
    ("target_rkpd", Macam.INDIKATOR_ISIAN),
    ("realisasi", Macam.INDIKATOR_ISIAN),
)
_AND = "; "


def reworded(old: str, new: str) -> bool:
    """Tell whether words changed, and not only their case or their commas."""
    return (key(old) or old) != (key(new) or new)


def of_indicators(old: Node, new: Node, new_of: dict[int, Indikator]) -> Iterator[Change]:
    """Yield what changed of a node's indicators, then those that it lost or gained."""
    numbers = {id(one): at for at, one in enumerate(new.indikator, start=1)}
    for one in old.indikator:
        other = new_of.get(id(one))
        if other is None:
            gone = Change(Macam.INDIKATOR_DIHAPUS, old, new, sebelum=one.uraian)
            yield replace(gone, indikator=one.uraian, ref_sebelum=one.at("uraian"))
        else:
            base = Change(Macam.TARGET, old, new, indikator=other.uraian)
            base = replace(base, nomor_indikator=numbers.pop(id(other)))
            yield from _of_indicator(one, other, base)
    for one in new.indikator:
        if id(one) in numbers:
            more = Change(Macam.INDIKATOR_DITAMBAH, old, new, sesudah=one.uraian)
            yield replace(more, indikator=one.uraian, ref_sesudah=one.at("uraian"))


def _of_indicator(old: Indikator, new: Indikator, base: Change) -> Iterator[Change]:
    """Yield what changed of one indicator."""
    found = [(name, macam) for name, macam in _WORDED if reworded(*_texts(old, new, name))]
    differ = (name for name in _FIELDS if len(set(_texts(old, new, name))) > 1)
    for name, macam in (*found, *((name, Macam.INDIKATOR_ISIAN) for name in differ)):
        texts = _texts(old, new, name)
        yield replace(
            base,
            macam=macam,
            sebelum=texts[0],
            sesudah=texts[1],
            isian=name,
            ref_sebelum=old.at(name),
            ref_sesudah=new.at(name),
        )
    for name, macam in _YEARLY:
        yield from _targets(old, new, replace(base, macam=macam, isian=name))


def _texts(old: Indikator, new: Indikator, name: str) -> tuple[str, str]:
    """Return a field before and after as it is told: a mark as a word, quarters as a list."""
    before, after = (_told(getattr(one, name)) for one in (old, new))
    return before, after


def _told(value: object) -> str:
    if isinstance(value, bool):
        return str(words.load("perubahan")["tanda_isian"]) if value else ""
    return _AND.join(value) if isinstance(value, tuple) else str(value)


def _targets(old: Indikator, new: Indikator, base: Change) -> Iterator[Change]:
    """Yield the years whose target changed, the end of the period last."""
    was: dict[int | None, Target] = {one.tahun: one for one in getattr(old, base.isian)}
    now: dict[int | None, Target] = {one.tahun: one for one in getattr(new, base.isian)}
    dated = sorted(year for year in {*was, *now} if year is not None)
    for year in (*dated, None):
        one, other = was.get(year), now.get(year)
        texts = (_target(one), _target(other))
        if texts[0] != texts[1] and not _equal(one, other):
            yield replace(
                base,
                sebelum=texts[0],
                sesudah=texts[1],
                tahun=year,
                ref_sebelum=one.ref if one else old.at("uraian"),
                ref_sesudah=other.ref if other else new.at("uraian"),
            )


def _target(target: Target | None) -> str:
    return target.teks if target else ""


def _equal(one: Target | None, other: Target | None) -> bool:
    """Tell whether two targets are one number of one unit, written in two ways."""
    if one is None or other is None or one.nilai is None or other.nilai is None:
        return False
    same = one.nilai == other.nilai and one.jenis is other.jenis
    return same and key(one.satuan) == key(other.satuan)
