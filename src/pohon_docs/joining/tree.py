"""The merged tree: the pemda's nodes, and below them the trees of the units that they lead to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from pohon_docs import words
from pohon_docs.documents._identity import fields
from pohon_docs.documents._pictures import level_bands, page_words, pointer, tree_boxes
from pohon_docs.documents._tree import subtitle
from pohon_docs.joining import Joined, Unit
from pohon_docs.model import Jenis, Node, Rencana
from pohon_docs.packs import Pack
from pohon_docs.views import Band, Box, Paragraph, Part, Tree, Trees

PACK = "permenpanrb-89-2021"
_ABOVE, _ABOVE_MEASURED, _OWNER = "pemda", "ik.pemda", "pemilik"


def tree(joined: Joined, pack: Pack) -> Trees:
    """Return the merged tree, once with titles only and once with indicators and bands."""
    said = words.load("gabungan")
    title = said["judul_pohon"].format(**fields(joined.pemda.identitas))
    drawn = _Drawn(joined, pack)
    plain = Tree(
        name="tanpa-indikator",
        title=title,
        subtitle=subtitle(joined.pemda, pack),
        boxes=drawn.boxes(with_indicators=False),
        note=said["catatan"],
        description=said["gambaran"],
        words=page_words(pack),
    )
    full = replace(
        plain,
        name="dengan-indikator",
        boxes=drawn.boxes(with_indicators=True),
        bands=drawn.bands(),
        bands_title=pack.teks["pohon.pita"],
        note=f"{said['catatan']}. {pack.teks['pohon.catatan']}",
    )
    return Trees(title=title, pages=(plain, full))


@dataclass(frozen=True)
class _Drawn:
    """The boxes of all plans in one picture, the units' below all tiers of the pemda's."""

    joined: Joined
    pack: Pack

    def boxes(self, *, with_indicators: bool) -> tuple[Box, ...]:
        """Return the pemda's boxes and then the units', their roots under their nodes above."""
        upper = tree_boxes(self.joined.pemda, self.pack, with_indicators=with_indicators)
        walked = self._below.walk(Jenis.KINERJA)
        below: list[Box] = []
        for box in tree_boxes(self._below, self.pack, with_indicators=with_indicators):
            placed = _placed(box, "u", self._first)
            if box.reference:
                below.append(placed)
            else:
                below.extend(self._tied(placed, *next(walked), short=not with_indicators))
        return (*(_dressed(box) for box in upper), *below)

    def _tied(self, box: Box, drawn: Node, home: Node | None, *, short: bool) -> Iterator[Box]:
        """Yield a node's box, a root's under the pemda's node, and references under others."""
        unit, node = self._owners[id(drawn)]
        ties = list(unit.rencana.pemda_parents(node))
        if home is None:
            home = ties.pop(0) if ties else None
            owner = Part(_OWNER, (Paragraph(unit.nama),))
            parent = self._keys[home.kode] if home else None
            box = replace(box, parts=(owner, *box.parts), parent=parent)
        yield box
        for key in (self._keys[tie.kode] for tie in ties):
            text = pointer(node, home, self.pack, short=short)
            made = Box(f"{box.key}-{key}", (text,), self._first, key)
            yield replace(made, reference=True, target=box.key)

    def bands(self) -> tuple[Band, ...]:
        """Return the pemda's band, then those of the units' levels below it."""
        said = words.load("gabungan")["pita_pemda"]
        name = said.format(**fields(self.joined.pemda.identitas))
        above = (Band(name, 0, self._first - 1),) if self._first else ()
        below = level_bands(self._below, self.pack)
        lower = (
            replace(band, first=band.first + self._first, last=band.last + self._first)
            for band in below
        )
        return (*above, *lower)

    @cached_property
    def _keys(self) -> Mapping[str, str]:
        """The keys of the pemda's boxes by their nodes' codes."""
        walked = enumerate(self.joined.pemda.walk(Jenis.KINERJA), start=1)
        keys = {id(node): f"n{number}" for number, (node, _) in walked}
        known = self.joined.pemda.of(Jenis.KINERJA)
        return {node.kode: keys[id(node)] for node in reversed(known)}

    @cached_property
    def _first(self) -> int:
        """The first tier of the units' trees."""
        boxes = tree_boxes(self.joined.pemda, self.pack, with_indicators=False)
        return max((box.tier for box in boxes), default=-1) + 1

    @cached_property
    def _renamed(self) -> tuple[tuple[Unit, Node, Node], ...]:
        """Every unit's conditions, and each with codes that no other unit has."""
        return tuple(
            (unit, node, _coded(node, str(number)))
            for number, unit in enumerate(self.joined.units, start=1)
            for node in unit.rencana.of(Jenis.KINERJA)
        )

    @cached_property
    def _below(self) -> Rencana:
        """The units' trees as one plan, so that their levels stand in the same tiers."""
        nodes = tuple(drawn for _, _, drawn in self._renamed)
        return replace(self.joined.pemda, node=nodes, kemitraan=(), pemda=())

    @cached_property
    def _owners(self) -> Mapping[int, tuple[Unit, Node]]:
        """Whose node a drawn one is, and which."""
        return {id(drawn): (unit, node) for unit, node, drawn in self._renamed}


def _coded(node: Node, unit: str) -> Node:
    kode = f"{unit}:{node.kode}" if node.kode else ""
    return replace(node, kode=kode, induk=tuple(f"{unit}:{one}" for one in node.induk))


def _placed(box: Box, prefix: str, first: int) -> Box:
    """Return a box of the units' trees below the pemda's tiers, with a key of its own."""
    parent = None if box.parent is None else f"{prefix}{box.parent}"
    target = f"{prefix}{box.target}" if box.target else ""
    key = f"{prefix}{box.key}"
    return replace(box, key=key, parent=parent, target=target, tier=box.tier + first)


def _dressed(box: Box) -> Box:
    """Return a box of the pemda's tree in its own look."""
    if box.reference:
        return box
    title, *measures = box.parts
    own = (Part(_ABOVE_MEASURED, part.paragraphs) for part in measures)
    return replace(box, parts=(Part(_ABOVE, title.paragraphs), *own))
