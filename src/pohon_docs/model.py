"""The plan: a flat list of nodes, from which every tree is derived.

A flat list can hold a broken plan (an unknown parent, a cycle, a code given
twice), so that ordinary rules report every fault in one run. Two graphs live in
it (PermenPANRB 89/2021): the performance tree (`Jenis.KINERJA`) and the planning
components (tujuan to sub kegiatan) that support its nodes.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from pohon_docs.identitas import Identitas
from pohon_docs.indikator import Indikator, Pagu
from pohon_docs.source import Columns, Ref


class Jenis(StrEnum):
    """What a node is: a condition of the performance tree or a planning component."""

    KINERJA = "kinerja"
    TUJUAN = "tujuan"
    SASARAN = "sasaran"
    PROGRAM = "program"
    KEGIATAN = "kegiatan"
    SUB_KEGIATAN = "sub_kegiatan"

    __hash__ = str.__hash__  # an enumeration's own is slow, and every node is looked up by it

    @property
    def kelompok(self) -> tuple["Jenis", ...]:
        """The kinds that share one set of codes with this one."""
        return _KELOMPOK_OF[self]


KOMPONEN = (Jenis.PROGRAM, Jenis.KEGIATAN, Jenis.SUB_KEGIATAN)
ARAH = (Jenis.TUJUAN, Jenis.SASARAN)
KELOMPOK: tuple[tuple[Jenis, ...], ...] = ((Jenis.KINERJA,), ARAH, KOMPONEN)
_KELOMPOK_OF = {jenis: group for group in KELOMPOK for jenis in group}


class Level(StrEnum):
    """The level of a condition in the performance tree, from the top (PermenPANRB 89/2021)."""

    STRATEGIS = "strategis"
    URUSAN = "urusan"
    TAKTIKAL = "taktikal"
    OPERASIONAL = "operasional"

    @property
    def rank(self) -> int:
        """The place from the top, 0 to 3."""
        return _LEVELS.index(self)


_LEVELS = tuple(Level)
_ORDER = tuple(Jenis)
"""The kinds from the top, told once: an enumeration is slow to be walked."""


@dataclass(frozen=True, slots=True)
class Node:
    """A condition of the tree or a component of the plan, with the cells that it came from.

    `induk` holds codes within the node's own kelompok (several for a shared node);
    `mendukung` the codes of the performance nodes that a component supports, and
    `sasaran_pd` the codes of the sasaran that a program serves. `refs` are the cells that are
    filled, the row's place first; `kolom` tells where those of its row stand that are empty.
    """

    jenis: Jenis
    kode: str
    induk: tuple[str, ...]
    uraian: str
    level: Level | None = None
    nama_level: str = ""
    judul_singkat: str = ""
    sasaran: str = ""
    indikator: tuple[Indikator, ...] = ()
    pagu: tuple[Pagu, ...] = ()
    realisasi: tuple[Pagu, ...] = ()
    pagu_rkpd: tuple[Pagu, ...] = ()
    mendukung: tuple[str, ...] = ()
    sasaran_pd: tuple[str, ...] = ()
    ik_kinerja: str = ""
    penanggung_jawab: str = ""
    lokasi: str = ""
    sumber_dana: str = ""
    kelompok_sasaran: str = ""
    prioritas_nasional: str = ""
    prioritas_daerah: str = ""
    catatan: str = ""
    faktor_kunci: str = ""
    crosscutting: str = ""
    strategi: str = ""
    arah_kebijakan: str = ""
    nspk: str = ""
    sasaran_rpjmd: str = ""
    refs: tuple[tuple[str, Ref], ...] = field(default=(), compare=False)
    kolom: Columns = field(default_factory=dict, compare=False, repr=False)

    def at(self, name: str) -> Ref:
        """Return the cell of field `name`, empty or not; its row where it has no column."""
        return _at(name, self.refs, self.kolom)


@dataclass(frozen=True, slots=True)
class Kemitraan:
    """Another unit's part in a condition of the tree (sheet Crosscutting)."""

    kinerja: str
    mitra: str
    peran: str = ""
    keluaran: str = ""
    status: str = ""
    refs: tuple[tuple[str, Ref], ...] = field(default=(), compare=False)
    kolom: Columns = field(default_factory=dict, compare=False, repr=False)

    def at(self, name: str) -> Ref:
        """Return the cell of field `name`, empty or not; its row where it has no column."""
        return _at(name, self.refs, self.kolom)


def _at(name: str, refs: tuple[tuple[str, Ref], ...], columns: Columns) -> Ref:
    """Return the cell of a field: a filled one, else the one of the row under its column."""
    for known, ref in reversed(refs):
        if known == name:
            return ref
    return refs[0][1].beside((name, None), columns)


@dataclass(frozen=True)
class Rencana:
    """A whole plan: its identity, its years and its nodes in the order of the workbook.

    `pemda` is the tree of the pemda above the unit, which is no part of the plan: what checks
    or counts the plan's conditions never sees it.
    """

    identitas: Identitas
    tahun: tuple[int, ...]
    node: tuple[Node, ...]
    kemitraan: tuple[Kemitraan, ...] = ()
    pemda: tuple[Node, ...] = ()

    def of(self, *jenis: Jenis) -> tuple[Node, ...]:
        """Return the nodes of the given kinds, in the order of the workbook."""
        return tuple(node for node in self.node if node.jenis in jenis)

    @cached_property
    def _by_kode(self) -> dict[tuple[tuple[Jenis, ...], str], Node]:
        """The first node of each code, by kelompok; a repeated code never hides it."""
        index: dict[tuple[tuple[Jenis, ...], str], Node] = {}
        for node in self.node:
            if node.kode:
                index.setdefault((node.jenis.kelompok, node.kode), node)
        return index

    @cached_property
    def _children(self) -> dict[int, tuple[Node, ...]]:
        """The children of each node, by the node's identity, in the order of the workbook."""
        below: dict[int, list[Node]] = {}
        for node in self.node:
            for parent in self.parents(node):
                below.setdefault(id(parent), []).append(node)
        return {key: tuple(children) for key, children in below.items()}

    def find(self, jenis: Jenis, kode: str) -> Node | None:
        """Return the node that `kode` names among the kelompok of `jenis`."""
        return self._by_kode.get((jenis.kelompok, kode))

    def parents(self, node: Node) -> tuple[Node, ...]:
        """Return the known parents of `node`, the first being the one it is drawn under."""
        found = (self.find(node.jenis, kode) for kode in dict.fromkeys(node.induk))
        return tuple(parent for parent in found if parent is not None and parent is not node)

    def pemda_parents(self, node: Node) -> tuple[Node, ...]:
        """Return the nodes of the pemda's tree that a condition names as its parents."""
        if node.jenis is not Jenis.KINERJA:
            return ()
        known = self._pemda_by_kode
        free = (kode for kode in dict.fromkeys(node.induk) if self._is_free(kode, node))
        return tuple(known[kode] for kode in free if kode in known)

    @cached_property
    def _pemda_by_kode(self) -> dict[str, Node]:
        """The first node of each code of the pemda's tree."""
        return {one.kode: one for one in reversed(self.pemda) if one.kode}

    def _is_free(self, kode: str, node: Node) -> bool:
        """Tell whether no node of the plan but `node` itself carries a code."""
        found = self.find(node.jenis, kode)
        return found is None or found is node

    def children(self, node: Node) -> tuple[Node, ...]:
        """Return the nodes that name `node` as a parent."""
        return self._children.get(id(node), ())

    def roots(self, *jenis: Jenis) -> tuple[Node, ...]:
        """Return the nodes of the given kinds that hang under no known node of those kinds."""
        return tuple(
            node
            for node in self.of(*jenis)
            if not any(parent.jenis in jenis for parent in self.parents(node))
        )

    def walk(self, *jenis: Jenis) -> Iterator[tuple[Node, Node | None]]:
        """Yield every node of the given kinds once, with the parent that it is drawn under.

        Depth first and in the order of the workbook; nodes that only a cycle holds
        come last, each cycle broken at its first node, so that nothing is lost.
        """
        seen: set[int] = set()
        for start in (*self.roots(*jenis), *self.of(*jenis)):
            yield from self._below(start, None, jenis, seen)

    def _below(
        self, start: Node, parent: Node | None, jenis: tuple[Jenis, ...], seen: set[int]
    ) -> Iterator[tuple[Node, Node | None]]:
        """Yield `start` and what hangs below it, without recursion (a chain can be long)."""
        stack: list[tuple[Node, Node | None]] = [(start, parent)]
        while stack:
            node, above = stack.pop()
            if id(node) in seen or node.jenis not in jenis:
                continue
            seen.add(id(node))
            yield node, above
            stack.extend((child, node) for child in reversed(self.children(node)))

    def supporters(self, node: Node, *jenis: Jenis) -> tuple[Node, ...]:
        """Return the components of the given kinds that support a performance node."""
        return tuple(part for part in self.of(*jenis) if node.kode and node.kode in part.mendukung)

    def pagu(self, node: Node, tahun: int) -> Decimal | None:
        """Return the pagu of a component in a year: as written, else the sum of its children."""
        written = {pagu.tahun: pagu.nilai for pagu in node.pagu}
        return written.get(tahun) if written else self.total(self._strictly_below(node), tahun)

    def total(self, nodes: Iterable[Node], tahun: int) -> Decimal | None:
        """Sum the pagu of components in a year; None where none of them has any."""
        known = [value for node in nodes if (value := self.pagu(node, tahun)) is not None]
        return sum(known, Decimal(0)) if known else None

    def _strictly_below(self, node: Node) -> tuple[Node, ...]:
        """Return the children of `node` of a deeper kind, so that a cycle of codes can't recur."""
        own = _ORDER.index(node.jenis)
        return tuple(child for child in self.children(node) if _ORDER.index(child.jenis) > own)
