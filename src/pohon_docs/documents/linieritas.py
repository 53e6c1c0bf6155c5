"""The picture of linieritas: the unit's tree tied to its node of the pemda's tree.

It follows Gambar 3.3 of the Renstra of Kecamatan Muncar 2025-2029 ("Linieritas Pohon Kinerja"):
a part of the pemda's tree at the top right, and an arrow from its node to the unit's root.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pohon_docs.documents import Document
from pohon_docs.documents._identity import fields
from pohon_docs.documents._lineage import Above, above
from pohon_docs.documents._pictures import page_words, tree_boxes
from pohon_docs.documents._tree import level_name, subtitle
from pohon_docs.model import Jenis, Level, Node, Rencana
from pohon_docs.packs import Pack
from pohon_docs.views import Box, Key, Lineage, Skipped, Tree

PACK = "permenpanrb-89-2021"
_CUTS = (Level.OPERASIONAL, Level.TAKTIKAL, Level.URUSAN, Level.STRATEGIS)


def build(rencana: Rencana, pack: Pack) -> Lineage | None:
    """Return the two trees and what ties them; None where nothing says what they have in common."""
    upper = above(rencana, pack)
    if upper is None:
        return None
    known = fields(rencana.identitas)
    text = {name: pack.teks[f"linieritas.{name}"].format(**known) for name in _TEXTS}
    blank = Tree(
        name="linieritas",
        title=text["judul"],
        subtitle=subtitle(rencana, pack),
        boxes=(),
        description=text["gambaran"],
        words=page_words(pack),
    )
    return Lineage(
        title=text["judul"],
        above_label=text["pemda"],
        below_label=text["unit"],
        above=tuple(tuple(replace(blank, boxes=one) for one in some) for some in upper.choices),
        below=tuple(_below(rencana, blank, pack)),
        ties=_keyed(upper, rencana),
    )


_TEXTS = ("judul", "gambaran", "pemda", "unit")


def _keyed(upper: Above, rencana: Rencana) -> tuple[tuple[str, str], ...]:
    """Return the ties by the keys of their boxes; a node's is its place in the tree."""
    walked = enumerate(rencana.walk(Jenis.KINERJA), start=1)
    keys = {id(node): f"n{number}" for number, (node, _) in walked}
    return tuple((key, keys[id(root)]) for key, root in upper.ties)


def _below(rencana: Rencana, blank: Tree, pack: Pack) -> Iterator[tuple[Tree, ...]]:
    """Yield the unit's tree whole, then without its lowest levels, each with and without IK."""
    walked = list(rencana.walk(Jenis.KINERJA))
    boxes = {full: tree_boxes(rencana, pack, with_indicators=full) for full in (True, False)}
    seen: set[int] = set()
    for cut in _CUTS:
        kept = _kept(walked, cut)
        if len(kept) in seen:
            continue
        seen.add(len(kept))
        whole = len(kept) == len(walked)
        level = level_name(rencana, cut, pack)
        note = "" if whole else pack.teks["linieritas.sampai"].format(level=level)
        yield tuple(
            replace(
                blank,
                boxes=some,
                note="  •  ".join(one for one in (ik, note) if one),
                legend=tuple(_legend(rencana, some, pack)),
            )
            for full, ik in ((True, pack.teks["pohon.catatan"]), (False, ""))
            for some in (tuple(_within(boxes[full], kept)),)
        )


def _kept(walked: Sequence[tuple[Node, Node | None]], cut: Level) -> frozenset[str]:
    """Return the keys of the nodes down to a level; one without level goes with its parent."""
    rank: dict[int, int] = {}
    kept: set[str] = set()
    for number, (node, parent) in enumerate(walked, start=1):
        over = rank[id(parent)] if parent is not None else 0
        rank[id(node)] = max(over, node.level.rank if node.level else 0)
        if parent is None or rank[id(node)] <= cut.rank:
            kept.add(f"n{number}")
    return frozenset(kept)


def _within(boxes: Sequence[Box], kept: frozenset[str]) -> Iterator[Box]:
    """Yield the boxes whose node and parent are kept; a shared node's further ones are left out."""
    for box in boxes:
        if not box.reference and box.key in kept:
            yield box


def _legend(rencana: Rencana, boxes: Sequence[Box], pack: Pack) -> Iterator[Key]:
    """Yield an entry for the pemda's boxes, and one for each level of the unit's that is drawn."""
    yield Key("pemda.terpilih", pack.teks["linieritas.terpilih"])
    drawn = {box.parts[0].role for box in boxes}
    for level in Level:
        if f"kinerja.{level}" in drawn:
            yield Key(f"kinerja.{level}", level_name(rencana, level, pack))


def left_out(rencana: Rencana, pack: Pack) -> tuple[Skipped, ...]:
    """Name the picture where the plan doesn't say to what the unit's tree is tied."""
    if above(rencana, pack) is not None:
        return ()
    return (Skipped(pack.teks["linieritas.nama"], pack.teks["linieritas.alasan"]),)


DOCUMENT = Document(
    name="linieritas",
    title="Linieritas: pohon kinerja perangkat daerah dengan simpulnya pada pohon kinerja pemda",
    pack=lambda identitas: PACK,
    file_name=lambda _: "linieritas",
    build=build,
    left_out=left_out,
)
