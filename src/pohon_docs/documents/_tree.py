"""The performance tree's boxes and levels, shared by the documents that draw them."""

from collections import Counter

from pohon_docs.documents._identity import fields
from pohon_docs.indikator import Indikator
from pohon_docs.model import Jenis, Level, Node, Rencana
from pohon_docs.packs import Pack
from pohon_docs.views import Paragraph, Part


def level_name(rencana: Rencana, level: Level | None, pack: Pack) -> str:
    """Return a level's label as most of its nodes word it, else the pack's own."""
    if level is None:
        return pack.teks["level.tanpa"]
    written = Counter(node.nama_level for node in rencana.of(Jenis.KINERJA) if node.level is level)
    name = next((name for name, _ in written.most_common(1)), "")
    opening = pack.teks["level.awalan"]
    return name if name.casefold().startswith(opening.casefold()) else pack.teks[f"level.{level}"]


def tiers(rencana: Rencana) -> dict[int, int]:
    """Give every performance node (by identity) its tier, 0 at the top.

    A level's tiers stand together: a node stands below all tiers of the level above its
    own, and below its parent. A node without level stands under its parent.
    """
    rank: dict[int, int] = {}
    depth: dict[int, int] = {}
    for node, parent in rencana.walk(Jenis.KINERJA):
        above = rank.get(id(parent), -1) if parent is not None else -1
        own = node.level.rank if node.level else max(above, 0)
        rank[id(node)] = max(own, above)
        same = parent is not None and rank[id(node)] == above
        depth[id(node)] = depth[id(parent)] + 1 if same else 0
    start = _level_starts(rank, depth)
    return {key: start[rank[key]] + depth[key] for key in rank}


def _level_starts(rank: dict[int, int], depth: dict[int, int]) -> dict[int, int]:
    """Return the first tier of each level that has nodes."""
    size: dict[int, int] = {}
    for key, level in rank.items():
        size[level] = max(size.get(level, 0), depth[key] + 1)
    start, tier = {}, 0
    for level in sorted(size):
        start[level] = tier
        tier += size[level]
    return start


def level_role(node: Node) -> str:
    """Return the last part of a node's roles: its level's name."""
    return str(node.level) if node.level else "tanpa"


def statement(node: Node, text: str) -> Part:
    """Return the part of a box that says the condition."""
    return Part(f"kinerja.{level_role(node)}", (Paragraph(text),))


def indicators(node: Node, pack: Pack) -> Part:
    """Return the part of a box that lists the indicators, numbered when they are several."""
    paragraphs = tuple(
        Paragraph(indikator.uraian, _prefix(number, node.indikator, pack))
        for number, indikator in enumerate(node.indikator, start=1)
    )
    return Part(f"ik.{level_role(node)}", paragraphs or (Paragraph("", pack.teks["pohon.ik"]),))


def _prefix(number: int, indikator: tuple[Indikator, ...], pack: Pack) -> str:
    if len(indikator) == 1:
        return pack.teks["pohon.ik"]
    return pack.teks["pohon.ik_nomor"].format(nomor=number)


def subtitle(rencana: Rencana, pack: Pack) -> str:
    """Return the line under a title: unit, pemda and period."""
    return pack.teks["pohon.subjudul"].format(**fields(rencana.identitas))


def tree_title(rencana: Rencana, pack: Pack) -> str:
    """Return the tree's title: the author's, else the pack's name with the unit."""
    identitas = rencana.identitas
    own = f"{pack.teks['pohon.nama']} {identitas.nama_perangkat_daerah.upper()}"
    return identitas.judul_pohon_kinerja or own.strip()
