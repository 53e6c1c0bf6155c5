"""What is other in a node that stayed, field by field."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from pohon_docs.comparison._measured import of_indicators, reworded
from pohon_docs.comparison._pairing import IndikatorPair, Pair
from pohon_docs.comparison._values import Change, Macam
from pohon_docs.model import Jenis, Node, Rencana
from pohon_docs.source import Ref
from pohon_docs.values import indonesian

_TEXTS = (
    *("nama_level", "judul_singkat", "sasaran", "penanggung_jawab", "lokasi", "sumber_dana"),
    *("kelompok_sasaran", "prioritas_nasional", "prioritas_daerah", "catatan", "ik_kinerja"),
    *("faktor_kunci", "crosscutting", "strategi", "arah_kebijakan", "nspk", "sasaran_rpjmd"),
)
_LINKS: tuple[tuple[str, Jenis], ...] = (
    ("mendukung", Jenis.KINERJA),
    ("sasaran_pd", Jenis.SASARAN),
)
"""Fields of codes of other nodes, with a kind that shares those codes."""
_MONEY = (("pagu", Macam.PAGU), ("pagu_rkpd", Macam.ISIAN), ("realisasi", Macam.ISIAN))
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
            yield from _linked(old, new, before, after, became)
            yield from _partnered(old, new, before, after)
            for name, macam in _MONEY:
                yield from _money(old, new, name, macam)
            yield from of_indicators(old, new, new_of)


def _at(node: Node, name: str = "uraian") -> Ref:
    return node.at(name)


def _both(macam: Macam, old: Node, new: Node, name: str, texts: tuple[str, str]) -> Change:
    places = (_at(old, name), _at(new, name))
    change = Change(macam, old, new, texts[0], texts[1], name)
    return replace(change, ref_sebelum=places[0], ref_sesudah=places[1])


def _of_node(old: Node, new: Node) -> Iterator[Change]:
    """Yield another name, another written code, and other texts."""
    if reworded(old.uraian, new.uraian):
        yield _both(Macam.GANTI_NAMA, old, new, "uraian", (old.uraian, new.uraian))
    if old.kode != new.kode and _is_written(old) and _is_written(new):
        yield _both(Macam.KODE, old, new, "kode", (old.kode, new.kode))
    if old.level is not new.level:
        yield _both(Macam.ISIAN, old, new, "level", (old.level or "", new.level or ""))
    for name in _TEXTS:
        texts = (str(getattr(old, name)), str(getattr(new, name)))
        if texts[0] != texts[1]:
            yield _both(Macam.ISIAN, old, new, name, texts)


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


def _linked(
    old: Node, new: Node, before: Rencana, after: Rencana, became: dict[int, Node]
) -> Iterator[Change]:
    """Yield links that lead to other nodes, not to the same ones under other codes."""
    for name, jenis in _LINKS:
        was = [(kode, before.find(jenis, kode)) for kode in getattr(old, name)]
        now = [(kode, after.find(jenis, kode)) for kode in getattr(new, name)]
        kept = {_identity(became.get(id(one)), kode) if one else kode for kode, one in was}
        if kept != {_identity(one, kode) for kode, one in now}:
            texts = [
                _AND.join(_named(one) if one else kode for kode, one in links)
                for links in (was, now)
            ]
            yield _both(Macam.ISIAN, old, new, name, (texts[0], texts[1]))


def _identity(node: Node | None, kode: str) -> int | str:
    """Return which node a link leads to, the code itself where it leads to none."""
    return id(node) if node else kode


def _partnered(old: Node, new: Node, before: Rencana, after: Rencana) -> Iterator[Change]:
    """Yield the partners of the sheet Crosscutting where they are others, or do other things."""
    if old.jenis is Jenis.KINERJA:
        texts = (_partners(before, old.kode), _partners(after, new.kode))
        if texts[0] != texts[1]:
            yield _both(Macam.ISIAN, old, new, "kemitraan", texts)


def _partners(rencana: Rencana, kode: str) -> str:
    found = (one for one in rencana.kemitraan if kode and one.kinerja == kode)
    told = ((one.mitra, one.peran, one.keluaran, one.status) for one in found)
    return _AND.join(", ".join(filter(None, fields)) for fields in told)


def _money(old: Node, new: Node, name: str, macam: Macam) -> Iterator[Change]:
    """Yield the years whose written money changed; none written is another than zero."""
    was = {pagu.tahun: pagu for pagu in getattr(old, name)}
    now = {pagu.tahun: pagu for pagu in getattr(new, name)}
    for year in sorted({*was, *now}):
        one, other = was.get(year), now.get(year)
        values = (one.nilai if one else None, other.nilai if other else None)
        if values[0] != values[1]:
            yield Change(
                macam,
                old,
                new,
                _rupiah(values[0]),
                _rupiah(values[1]),
                isian=name,
                tahun=year,
                selisih=(values[1] or Decimal(0)) - (values[0] or Decimal(0)),
                ref_sebelum=one.ref if one else _at(old, name),
                ref_sesudah=other.ref if other else _at(new, name),
            )


def _rupiah(value: Decimal | None) -> str:
    return "" if value is None else indonesian(value)
