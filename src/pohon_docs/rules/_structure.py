"""Checks of the structure: codes given twice, unknown parents, cycles, levels out of order."""

from collections.abc import Container, Iterator

from pohon_docs.model import ARAH, KELOMPOK, KOMPONEN, Jenis, Node, Rencana
from pohon_docs.rules import Found
from pohon_docs.source import Ref
from pohon_docs.values import key

_PARENT_KINDS = {
    Jenis.SASARAN: (Jenis.TUJUAN, Jenis.SASARAN),
    Jenis.KEGIATAN: (Jenis.PROGRAM,),
    Jenis.SUB_KEGIATAN: (Jenis.KEGIATAN,),
}
_MOST = 3
"""How often one wording is named node by node, before it is said once."""


def duplicate_codes(rencana: Rencana) -> Iterator[Found]:
    """Find codes that several nodes of one kelompok carry."""
    for kelompok in KELOMPOK:
        first: dict[str, Node] = {}
        for node in rencana.of(*kelompok):
            if not node.kode:
                continue
            before = first.setdefault(node.kode, node)
            if before is not node:
                message = f"kode {node.kode} sudah dipakai"
                yield Found(node.at("kode"), message, related=(before.at("kode"),))


def lost_parents(rencana: Rencana) -> Iterator[Found]:
    """Find codes named in vain as a parent, but for those of a pemda's tree that isn't here."""
    yield from _in_vain(rencana, _elsewhere(rencana))


def unknown_parents(rencana: Rencana) -> Iterator[Found]:
    """Find codes that nodes name as their parent and that no node has, each with all its cells."""
    yield from _in_vain(rencana, {})


def parents_elsewhere(rencana: Rencana) -> Iterator[Found]:
    """Find codes that only tops of the unit's tree name, where there is no tree of the pemda."""
    for kode, children in _elsewhere(rencana).items():
        message = f"induk {kode} tidak ada di buku kerja ini; mungkin simpul pohon pemda"
        yield Found(children[0], message, related=(*children[1:],))


def _elsewhere(rencana: Rencana) -> dict[str, list[Ref]]:
    """Return the codes that may stand in a pemda's tree, with the cells that name them."""
    if rencana.pemda:
        return {}
    tops = {node.at("induk") for node in _tops(rencana)}
    return {
        kode: children
        for kode, children in orphaned(rencana, Jenis.KINERJA).items()
        if tops.issuperset(children) and not _links_to(rencana, kode)
    }


def _tops(rencana: Rencana) -> Iterator[Node]:
    """Yield the conditions of the tree's uppermost level."""
    levels = {node.level for node in rencana.of(Jenis.KINERJA) if node.level}
    top = min(levels, key=lambda level: level.rank, default=None)
    yield from (node for node in rencana.of(Jenis.KINERJA) if top and node.level is top)


def _in_vain(rencana: Rencana, elsewhere: Container[str]) -> Iterator[Found]:
    """Find parents' codes that no node has, but for the conditions' codes that are `elsewhere`."""
    for kelompok in KELOMPOK:
        linked = kelompok == (Jenis.KINERJA,)
        for kode, children in orphaned(rencana, *kelompok).items():
            if linked and kode in elsewhere:
                continue
            places = [*children, *(_links_to(rencana, kode) if linked else ())]
            named = f" (disebut pada {len(places)} sel)" if len(places) > 1 else ""
            yield Found(places[0], f"induk {kode} tidak ditemukan{named}", related=(*places[1:],))


def orphaned(rencana: Rencana, *jenis: Jenis) -> dict[str, list[Ref]]:
    """Return the cells where nodes name a parent that neither the plan nor the pemda has."""
    found: dict[str, list[Ref]] = {}
    for node in rencana.of(*jenis):
        above = {one.kode for one in rencana.pemda_parents(node)}
        for kode in node.induk:
            if rencana.find(node.jenis, kode) is None and kode not in above:
                place = node.at("induk" if dict(node.refs).get("induk") else "kode")
                found.setdefault(kode, []).append(place)
    return found


def _links_to(rencana: Rencana, kode: str) -> list[Ref]:
    """Return the cells of components and partners that name a condition."""
    nodes = [node.at("kinerja") for node in rencana.node if kode in node.mendukung]
    partners = (one for one in rencana.kemitraan if one.kinerja == kode)
    return nodes + [dict(one.refs)["kinerja"] for one in partners]


def missing_parents(rencana: Rencana) -> Iterator[Found]:
    """Find sasaran, kegiatan and sub kegiatan that name no parent."""
    for node in rencana.of(*_PARENT_KINDS):
        if not node.induk:
            yield Found(node.at("induk"), f"{_kind(node)} {node.kode} belum mempunyai induk")


def wrong_parents(rencana: Rencana) -> Iterator[Found]:
    """Find components under a parent of a kind that can't hold them."""
    for node in rencana.of(*_PARENT_KINDS):
        for parent in rencana.parents(node):
            if parent.jenis not in _PARENT_KINDS[node.jenis]:
                message = f"{_kind(node)} {node.kode} berinduk {_kind(parent)} {parent.kode}"
                yield Found(node.at("induk"), message, related=(parent.at("kode"),))


def cycles(rencana: Rencana) -> Iterator[Found]:
    """Find nodes that are their own ancestors, once for each cycle."""
    suspect = _below_cycles(rencana)
    reported: set[int] = set()
    for node in rencana.node:
        if id(node) in reported:
            continue
        loop = _loop(rencana, node) if id(node) in suspect else ()
        if node.kode and node.kode in node.induk and not rencana.pemda_parents(node):
            loop = (node,)
        if loop:
            reported.update(id(member) for member in loop)
            names = " → ".join(member.kode for member in (*loop, loop[0]))
            yield Found(node.at("induk"), f"induk berputar: {names}")


def _below_cycles(rencana: Rencana) -> set[int]:
    """Return the nodes that lie on a cycle or below one: not to be reached from any root."""
    above = {id(node): len(rencana.parents(node)) for node in rencana.node}
    waiting = [node for node in rencana.node if not above[id(node)]]
    while waiting:
        for child in rencana.children(waiting.pop()):
            above[id(child)] -= 1
            if not above[id(child)]:
                waiting.append(child)
    return {key for key, count in above.items() if count}


def _loop(rencana: Rencana, node: Node) -> tuple[Node, ...]:
    """Return the way from a node up to itself again, or nothing."""
    came_from: dict[int, Node] = {}
    waiting = [node]
    while waiting:
        below = waiting.pop()
        for parent in rencana.parents(below):
            if parent is node:
                return _way(node, below, came_from)
            if id(parent) not in came_from:
                came_from[id(parent)] = below
                waiting.append(parent)
    return ()


def _way(node: Node, last: Node, came_from: dict[int, Node]) -> tuple[Node, ...]:
    """Return the nodes from `node` up to `last`."""
    way = [last]
    while way[-1] is not node:
        way.append(came_from[id(way[-1])])
    return tuple(reversed(way))


def level_order(rencana: Rencana) -> Iterator[Found]:
    """Find conditions that stand on a higher level than their parent, once for a parent."""
    for parent in rencana.of(Jenis.KINERJA):
        low = [node for node in rencana.children(parent) if _is_higher(node, parent)]
        if low:
            message = f'level "{low[0].nama_level}" di bawah level "{parent.nama_level}"'
            refs = (parent.at("level"), *(node.at("level") for node in low[1:]))
            yield Found(low[0].at("level"), message, related=refs)


def _is_higher(node: Node, parent: Node) -> bool:
    return bool(node.level and parent.level and node.level.rank < parent.level.rank)


def repeated_names(rencana: Rencana) -> Iterator[Found]:
    """Find nodes of one kind that say the same in the same words as one before them.

    The decree gives sub kegiatan of several kegiatan one name, such as Penyediaan Sandang.
    """
    named: dict[tuple[Jenis, str, str], list[Node]] = {}
    for node in rencana.of(Jenis.KINERJA, *ARAH, *KOMPONEN):
        if node.uraian:
            above = node.kode.rpartition(".")[0] if node.jenis is Jenis.SUB_KEGIATAN else ""
            name = (node.jenis, above or str(node.level or ""), key(node.uraian))
            named.setdefault(name, []).append(node)
    for first, *others in named.values():
        again = [node for node in others if node.kode != first.kode]
        more = f" ({len(again)} kali)" if len(again) > _MOST else ""
        for node in again[: 1 if more else None]:
            message = f'uraian "{node.uraian}" sudah dipakai {_kind(first)} {first.kode}{more}'
            yield Found(node.at("uraian"), message, related=(first.at("uraian"),))


def _kind(node: Node) -> str:
    return "simpul" if node.jenis is Jenis.KINERJA else node.jenis.replace("_", " ")
