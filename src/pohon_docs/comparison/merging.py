"""Both plans in one: the plan after with what was dropped kept in its place."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from pohon_docs import words
from pohon_docs.comparison import Comparison
from pohon_docs.comparison._pairing import IndikatorPair, Pair
from pohon_docs.indikator import Indikator
from pohon_docs.model import Node, Rencana

BARU, BERUBAH, DIHAPUS = "baru", "berubah", "dihapus"
_NOTHING: IndikatorPair = (None, None)
_STAYED: IndikatorPair = (Indikator(""), Indikator(""))


@dataclass(frozen=True)
class Beside:
    """The plan after with the dropped nodes in it, and what every node and indicator was.

    `rencana` is for walking only: money is summed in the plan that it belongs to.
    """

    comparison: Comparison
    rencana: Rencana
    nodes: Mapping[int, Pair]
    indikator: Mapping[int, IndikatorPair]

    def mark(self, node: Node) -> str:
        """Return what became of a node of `rencana`: `baru`, `dihapus`, `berubah` or nothing."""
        old, new = self.nodes[id(node)]
        if new is None:
            return DIHAPUS
        if old is None:
            return BARU
        return BERUBAH if self.comparison.is_changed(new) else ""

    def mark_of(self, indikator: Indikator) -> str:
        """Return whether an indicator of `rencana` is `baru` or `dihapus`; nothing if it stayed."""
        old, new = self.indikator.get(id(indikator), _STAYED)
        return DIHAPUS if new is None else BARU if old is None else ""

    def former_name(self, node: Node) -> str:
        """Return the name that a renamed node had, nothing for any other."""
        old, new = self.nodes[id(node)]
        return old.uraian if old and new and id(new) in self.comparison.renamed else ""

    def money(self, parts: Iterable[Node], tahun: int) -> tuple[Decimal | None, Decimal | None]:
        """Return the pagu of some components of `rencana` in a year, before and after."""
        pairs = [self.nodes[id(node)] for node in parts]
        before = self.comparison.sebelum.total((old for old, _ in pairs if old), tahun)
        return before, self.comparison.sesudah.total((new for _, new in pairs if new), tahun)

    def target(self, indikator: Indikator, tahun: int) -> tuple[str, str]:
        """Return an indicator's target of a year with its unit, before and after."""
        old, new = self.indikator.get(id(indikator), _NOTHING)
        plans = (self.comparison.sebelum, self.comparison.sesudah)
        texts = (
            one.teks_tahun(tahun, plan.tahun[-1] if plan.tahun else 0) if one else ""
            for one, plan in zip((old, new), plans, strict=True)
        )
        before, after = texts
        return before, after


def merged(comparison: Comparison) -> Beside:
    """Put both plans in one."""
    kept = _codes(comparison)
    nodes: list[Node] = []
    pairs: dict[int, Pair] = {}
    for old, new in comparison.pasangan:
        node = _stayed(old, new, comparison) if new else None
        node = node or (_ghost(old, comparison, kept) if old else None)
        if node:
            nodes.append(node)
            pairs[id(node)] = (old, new)
    plan = replace(comparison.sesudah, node=tuple(nodes))
    return Beside(comparison, plan, pairs, _indicators(comparison))


def _stayed(old: Node | None, new: Node, comparison: Comparison) -> Node:
    """Return a node after, with the indicators that it lost behind its own."""
    gone = comparison.dropped_indikator(old) if old else ()
    return replace(new, indikator=(*new.indikator, *gone)) if gone else new


def _ghost(old: Node, comparison: Comparison, kept: Mapping[int, str]) -> Node:
    """Return a dropped node under what its parents became."""
    parents = comparison.sebelum.parents(old)
    became = ((parent, comparison.after(parent)) for parent in parents)
    induk = (new.kode if new else kept[id(parent)] for parent, new in became)
    return replace(old, kode=kept[id(old)], induk=tuple(induk))


def _codes(comparison: Comparison) -> dict[int, str]:
    """Return a code for every dropped node that no other node has, its own where it can be."""
    taken = {(node.jenis.kelompok, node.kode) for node in comparison.sesudah.node}
    form = words.load("perubahan")["kode_lama"]
    found: dict[int, str] = {}
    for old, new in comparison.pasangan:
        if old and not new:
            kode = old.kode
            while kode and (old.jenis.kelompok, kode) in taken:
                kode = form.format(kode=kode)
            taken.add((old.jenis.kelompok, kode))
            found[id(old)] = kode
    return found


def _indicators(comparison: Comparison) -> dict[int, IndikatorPair]:
    """Return what every indicator was and is, also those of nodes added and dropped."""
    whole = (*comparison.indikator, *_of_others(comparison))
    return {id(new or old): (old, new) for old, new in whole}


def _of_others(comparison: Comparison) -> Iterator[IndikatorPair]:
    for old, new in comparison.pasangan:
        if new and not old:
            yield from ((None, one) for one in new.indikator)
        elif old and not new:
            yield from ((one, None) for one in old.indikator)
