"""To what of the pemda's tree a unit is tied: a part of that tree, or the RPJMD's sasaran."""

from collections import Counter
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, replace
from functools import cached_property

from pohon_docs.documents._tree import indicators
from pohon_docs.model import ARAH, Jenis, Node, Rencana
from pohon_docs.packs import Pack
from pohon_docs.views import Box, Paragraph, Part

_ROLE, _CHOSEN = "pemda", "pemda.terpilih"


@dataclass(frozen=True, slots=True)
class Above:
    """A part of the pemda's tree in several choices, and which of its boxes lead to which root."""

    choices: tuple[tuple[tuple[Box, ...], ...], ...]
    ties: tuple[tuple[str, Node], ...]


def above(rencana: Rencana, pack: Pack) -> Above | None:
    """Return what the unit's roots are tied to, by their Induk or by the RPJMD's sasaran."""
    return _by_tree(rencana, pack) or _by_sasaran(rencana)


def _roots(rencana: Rencana) -> tuple[Node, ...]:
    """Return the tops of the tree as it is drawn."""
    return tuple(node for node, parent in rencana.walk(Jenis.KINERJA) if parent is None)


def _by_tree(rencana: Rencana, pack: Pack) -> Above | None:
    roots = _roots(rencana)
    tied = [(top, root) for root in roots for top in rencana.pemda_parents(root)]
    if not tied:
        return None
    part = _Fragment(rencana, {id(top): top for top, _ in tied}, pack)
    ties = tuple((part.key(top), root) for top, root in tied)
    return Above(part.choices(), ties)


def _by_sasaran(rencana: Rencana) -> Above | None:
    """Return a box for each sasaran of the RPJMD that the plan's tujuan and sasaran name."""
    tops = {id(node): root for root in _roots(rencana) for node in _branch(rencana, root)}
    named: dict[str, dict[int, Node]] = {}
    for node in rencana.of(*ARAH):
        found = [rencana.find(Jenis.KINERJA, kode) for kode in node.mendukung]
        roots = [tops[id(one)] for one in found if one is not None] or list(_roots(rencana))
        for text in (line.strip() for line in node.sasaran_rpjmd.split("\n")):
            if text:
                named.setdefault(text, {}).update({id(root): root for root in roots})
    boxes = tuple(
        Box(f"p{number}", (Part(_CHOSEN, (Paragraph(text),)),), 0)
        for number, text in enumerate(named, start=1)
    )
    ties = tuple(
        (box.key, root)
        for box, roots in zip(boxes, named.values(), strict=True)
        for root in roots.values()
    )
    return Above(((boxes,),), ties) if ties else None


def _branch(rencana: Rencana, root: Node) -> Iterator[Node]:
    """Yield the nodes that are drawn below a root, and it."""
    inside = False
    for node, parent in rencana.walk(Jenis.KINERJA):
        inside = node is root or (inside and parent is not None)
        if inside:
            yield node


@dataclass(frozen=True)
class _Fragment:
    """The pemda's tree around the nodes that the unit is tied to, `chosen` by identity."""

    rencana: Rencana
    chosen: Mapping[int, Node]
    pack: Pack

    def choices(self) -> tuple[tuple[tuple[Box, ...], ...], ...]:
        """Return the chosen nodes with those around and above them, then with those above.

        Each comes with its indicators and without them; what is left out is counted.
        """
        kept = (self._around(), self._over())
        return tuple(
            tuple(tuple(self._boxes(some, full)) for full in (True, False)) for some in kept
        )

    def key(self, node: Node) -> str:
        """Return the key of a node's box: its place in the pemda's tree."""
        return self._keys[id(node)]

    @cached_property
    def _keys(self) -> Mapping[int, str]:
        return {id(node): f"p{at}" for at, node in enumerate(self._tree.node, start=1)}

    @cached_property
    def _tree(self) -> Rencana:
        return replace(self.rencana, node=self.rencana.pemda, pemda=(), kemitraan=())

    def _over(self) -> set[int]:
        """Return the chosen nodes and all above them."""
        parents = {id(node): parent for node, parent in self._tree.walk(Jenis.KINERJA)}
        kept: set[int] = set()
        for node in self.chosen.values():
            one: Node | None = node
            while one is not None and id(one) not in kept:
                kept.add(id(one))
                one = parents[id(one)]
        return kept

    def _around(self) -> set[int]:
        """Return further the chosen nodes' siblings, and the children of a chosen root."""
        kept = self._over()
        tops = {id(up) for node in self.chosen.values() for up in self._tree.parents(node)}
        tops |= {id(node) for node in self.chosen.values() if not self._tree.parents(node)}
        walked = self._tree.walk(Jenis.KINERJA)
        return kept | {id(node) for node, parent in walked if id(parent) in tops}

    def _boxes(self, kept: Set[int], measured: bool) -> Iterator[Box]:
        """Yield the boxes of some nodes, and under each parent one that counts the others."""
        around = self._around()
        rest = Counter[str | None]()
        depth: dict[str | None, int] = {None: -1}
        for node, parent in self._tree.walk(Jenis.KINERJA):
            above = self.key(parent) if parent is not None and id(parent) in kept else None
            if id(node) in kept:
                depth[self.key(node)] = depth[above] + 1
                parts = tuple(self._parts(node, measured))
                yield Box(self.key(node), parts, depth[above] + 1, above)
            elif id(node) in around:
                rest[above] += 1
        for above, count in rest.items():
            text = self.pack.teks["linieritas.lain"].format(jumlah=count)
            parts = (Part(_ROLE, (Paragraph(text),)),)
            yield Box(f"{above or 'p'}-lain", parts, depth[above] + 1, above, dashed=True)

    def _parts(self, node: Node, measured: bool) -> Iterator[Part]:
        role = _CHOSEN if id(node) in self.chosen else _ROLE
        yield Part(role, (Paragraph(node.uraian),))
        if measured and node.indikator:
            yield Part("ik.pemda", indicators(node, self.pack).paragraphs)
