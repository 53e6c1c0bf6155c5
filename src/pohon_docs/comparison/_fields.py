"""What is other in a node or an indicator that stayed, field by field."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from pohon_docs.comparison._pairing import IndikatorPair, Pair
from pohon_docs.comparison._values import Change, Macam
from pohon_docs.indikator import Indikator, Target
from pohon_docs.model import Node, Rencana
from pohon_docs.source import Ref
from pohon_docs.values import indonesian, key

_TEXTS = (
    "sasaran",
    "penanggung_jawab",
    "lokasi",
    "sumber_dana",
    "kelompok_sasaran",
)
_MEASURED = ("kondisi_awal", "kondisi_akhir")
_AND = "; "


def compared(
    before: Rencana,
    after: Rencana,
    pairs: Sequence[Pair],
    indikator: Sequence[IndikatorPair],
) -> Iterator[Change]:
    """Yield every change of a plan, node by node."""
    new_of = {id(old): new for old, new in indikator if old and new}
    became = {id(old): new for old, new in pairs if old and new}
    for old, new in pairs:
        if old is None and new is not None:
            yield Change(Macam.DITAMBAH, None, new, sesudah=new.uraian, ref_sesudah=_at(new))
        elif new is None and old is not None:
            yield Change(Macam.DIHAPUS, old, None, sebelum=old.uraian, ref_sebelum=_at(old))
        elif old is not None and new is not None:
            yield from _of_node(old, new)
            yield from _moved(old, new, before, after, became)
            yield from _money(old, new)
            yield from _of_indicators(old, new, new_of)


def _at(node: Node, name: str = "uraian") -> Ref:
    return node.at(name)


def _both(macam: Macam, old: Node, new: Node, name: str, texts: tuple[str, str]) -> Change:
    places = (_at(old, name), _at(new, name))
    change = Change(macam, old, new, texts[0], texts[1], name)
    return replace(change, ref_sebelum=places[0], ref_sesudah=places[1])


def _of_node(old: Node, new: Node) -> Iterator[Change]:
    """Yield another name, another written code, and other texts."""
    if _reworded(old.uraian, new.uraian):
        yield _both(Macam.GANTI_NAMA, old, new, "uraian", (old.uraian, new.uraian))
    if old.kode != new.kode and _is_written(old) and _is_written(new):
        yield _both(Macam.KODE, old, new, "kode", (old.kode, new.kode))
    if old.level is not new.level:
        yield _both(Macam.ISIAN, old, new, "level", (old.level or "", new.level or ""))
    for name in _TEXTS:
        texts = (str(getattr(old, name)), str(getattr(new, name)))
        if texts[0] != texts[1]:
            yield _both(Macam.ISIAN, old, new, name, texts)


def _reworded(old: str, new: str) -> bool:
    """Tell whether words changed, and not only their case or their commas."""
    return (key(old) or old) != (key(new) or new)


def _is_written(node: Node) -> bool:
    """Tell whether a code has a cell of its own: one that the reader made has none."""
    places = dict(node.refs)
    return "kode" in places and places["kode"] != places.get("uraian")


def _moved(
    old: Node, new: Node, before: Rencana, after: Rencana, became: dict[int, Node]
) -> Iterator[Change]:
    """Yield a node's move: its parents are others, not the same ones under other codes."""
    above, now = before.parents(old), after.parents(new)
    kept = {id(became[id(one)]) for one in above if id(one) in became}
    if len(kept) != len(above) or kept != {id(one) for one in now}:
        texts = (_AND.join(map(_named, above)), _AND.join(map(_named, now)))
        yield _both(Macam.PINDAH, old, new, "induk", texts)


def _named(node: Node) -> str:
    return f"{node.kode} {node.uraian}".strip()


def _money(old: Node, new: Node) -> Iterator[Change]:
    """Yield the years whose written money changed; none written is another than zero."""
    was = {pagu.tahun: pagu for pagu in old.pagu}
    now = {pagu.tahun: pagu for pagu in new.pagu}
    for year in sorted({*was, *now}):
        one, other = was.get(year), now.get(year)
        values = (one.nilai if one else None, other.nilai if other else None)
        if values[0] != values[1]:
            yield Change(
                Macam.PAGU,
                old,
                new,
                _rupiah(values[0]),
                _rupiah(values[1]),
                isian="pagu",
                tahun=year,
                selisih=(values[1] or Decimal(0)) - (values[0] or Decimal(0)),
                ref_sebelum=one.ref if one else _at(old, "pagu"),
                ref_sesudah=other.ref if other else _at(new, "pagu"),
            )


def _rupiah(value: Decimal | None) -> str:
    return "" if value is None else indonesian(value)


def _of_indicators(old: Node, new: Node, new_of: dict[int, Indikator]) -> Iterator[Change]:
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
    fields = [("uraian", Macam.INDIKATOR_BUNYI), ("satuan", Macam.INDIKATOR_SATUAN)]
    fields += [(name, Macam.INDIKATOR_ISIAN) for name in _MEASURED]
    for name, macam in fields:
        texts = (str(getattr(old, name)), str(getattr(new, name)))
        other = texts[0] != texts[1] if name in _MEASURED else _reworded(*texts)
        if other:
            yield replace(
                base,
                macam=macam,
                sebelum=texts[0],
                sesudah=texts[1],
                isian=name,
                ref_sebelum=old.at(name),
                ref_sesudah=new.at(name),
            )
    yield from _targets(old, new, base)


def _targets(old: Indikator, new: Indikator, base: Change) -> Iterator[Change]:
    """Yield the years whose target changed, the end of the period last."""
    was: dict[int | None, Target] = {target.tahun: target for target in old.target}
    now: dict[int | None, Target] = {target.tahun: target for target in new.target}
    dated = sorted(year for year in {*was, *now} if year is not None)
    for year in (*dated, None):
        one, other = was.get(year), now.get(year)
        texts = (_target(one), _target(other))
        if texts[0] != texts[1] and not _equal(one, other):
            yield replace(
                base,
                sebelum=texts[0],
                sesudah=texts[1],
                isian="target",
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
