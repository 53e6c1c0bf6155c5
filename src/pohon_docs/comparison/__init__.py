"""Two plans compared: the plan before (murni) and after (perubahan), as a value.

Nodes are paired first (`_pairing`), then every pair is compared field by field (`_fields`).
"""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from pohon_docs.comparison._fields import compared
from pohon_docs.comparison._pairing import IndikatorPair, Pair, indikator_pairs, paired
from pohon_docs.comparison._values import Change, Macam
from pohon_docs.indikator import Indikator
from pohon_docs.model import Jenis, Node, Rencana

__all__ = ["Change", "Comparison", "Macam", "compare"]


@dataclass(frozen=True)
class Comparison:
    """A plan before and after, which nodes and indicators are the same, and what changed.

    `pasangan` holds a node before with the one after, None for one that was added or dropped;
    `indikator` the same for the indicators of the nodes that stayed. `perubahan` is in the
    order of the plan after, dropped nodes where they stood.
    """

    sebelum: Rencana
    sesudah: Rencana
    pasangan: tuple[Pair, ...]
    indikator: tuple[IndikatorPair, ...]
    perubahan: tuple[Change, ...]

    def of(self, *macam: Macam) -> tuple[Change, ...]:
        """Return the changes of the given kinds."""
        return tuple(change for change in self.perubahan if change.macam in macam)

    def before(self, node: Node) -> Node | None:
        """Return the node before of one of the plan after, None for an added one."""
        return self._before.get(id(node))

    def after(self, node: Node) -> Node | None:
        """Return the node after of one of the plan before, None for a dropped one."""
        return self._after.get(id(node))

    def indikator_before(self, indikator: Indikator) -> Indikator | None:
        """Return the indicator before of one after, None for an added one."""
        return self._indikator_before.get(id(indikator))

    def dropped_indikator(self, node: Node) -> tuple[Indikator, ...]:
        """Return the indicators that a node before had and its node after has no more."""
        return tuple(one for one in node.indikator if id(one) in self._dropped_indikator)

    def is_changed(self, node: Node) -> bool:
        """Tell whether a node of the plan after is another than before, and not new."""
        return id(node) in self._changed

    @cached_property
    def renamed(self) -> frozenset[int]:
        """The renamed nodes of the plan after, by identity."""
        return frozenset(id(change.sesudah_node) for change in self.of(Macam.GANTI_NAMA))

    @cached_property
    def _before(self) -> dict[int, Node]:
        return {id(new): old for old, new in self.pasangan if new and old}

    @cached_property
    def _after(self) -> dict[int, Node]:
        return {id(old): new for old, new in self.pasangan if new and old}

    @cached_property
    def _indikator_before(self) -> dict[int, Indikator]:
        return {id(new): old for old, new in self.indikator if new and old}

    @cached_property
    def _dropped_indikator(self) -> frozenset[int]:
        return frozenset(id(old) for old, new in self.indikator if old and not new)

    @cached_property
    def _changed(self) -> frozenset[int]:
        nodes = (change.sesudah_node for change in self.perubahan if change.sebelum_node)
        return frozenset(id(node) for node in nodes if node)

    def indikator_changed(self, *jenis: Jenis) -> int:
        """Count the indicators of nodes that stayed which were reworded, added or dropped.

        One that took the place of another counts once. Of all nodes where no kind is given.
        """
        counted = 0
        for old, new in self.pasangan:
            if old and new and (not jenis or new.jenis in jenis):
                counted += self._touched(old, new)
        return counted

    def _touched(self, old: Node, new: Node) -> int:
        added = sum(1 for one in new.indikator if self.indikator_before(one) is None)
        dropped = len(self.dropped_indikator(old))
        return self._reworded[id(new)] + max(added, dropped)

    @cached_property
    def _reworded(self) -> Counter[int]:
        """The number of reworded indicators by node."""
        changes = self.of(Macam.INDIKATOR_BUNYI, Macam.INDIKATOR_SATUAN)
        places = {(id(one.sesudah_node), one.nomor_indikator) for one in changes}
        return Counter(node for node, _ in places)


def compare(sebelum: Rencana, sesudah: Rencana) -> Comparison:
    """Compare two plans; deterministic, and about linear in their nodes."""
    pairs = paired(sebelum, sesudah)
    inner = tuple(pair for old, new in pairs if old and new for pair in indikator_pairs(old, new))
    return Comparison(
        sebelum, sesudah, pairs, inner, tuple(compared(sebelum, sesudah, pairs, inner))
    )
