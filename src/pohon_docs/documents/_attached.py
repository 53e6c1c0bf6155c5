"""What hangs from the tree's nodes: planning components with their money, and partners."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from pohon_docs.documents._pictures import pointer, tree_boxes
from pohon_docs.indikator import Indikator
from pohon_docs.model import ARAH, KOMPONEN, Jenis, Kemitraan, Node, Rencana
from pohon_docs.packs import Pack
from pohon_docs.values import indonesian
from pohon_docs.views import Box, Paragraph, Part

_ROLE, PARTNER, LOOSE = "komponen", "kemitraan", "komponen.lepas"
_SEVERAL = ";"


@dataclass(frozen=True)
class Attached:
    """A plan's tree with all that supports its nodes, as boxes."""

    rencana: Rencana
    pack: Pack

    def boxes(self) -> tuple[Box, ...]:
        """Return the tree's boxes, behind each node its components and then its partners."""
        found: list[Box] = []
        nodes = iter(self._walked)
        for box in tree_boxes(self.rencana, self.pack, with_indicators=True):
            found.append(box)
            if not box.reference:
                node = next(nodes)
                found.extend(self._components(node, box))
                found.extend(self._partners(node, box))
        return (*found, *self._loose())

    @cached_property
    def _walked(self) -> tuple[Node, ...]:
        return tuple(node for node, _ in self.rencana.walk(Jenis.KINERJA))

    @cached_property
    def _supported(self) -> Mapping[int, tuple[Node, ...]]:
        """The nodes that each component supports, by its identity, as they stand in the tree."""
        place = {id(node): at for at, node in enumerate(self._walked)}
        found = {}
        for part in self.rencana.of(*ARAH, *KOMPONEN):
            known = (self.rencana.find(Jenis.KINERJA, kode) for kode in part.mendukung)
            nodes = {id(node): node for node in known if node is not None}
            found[id(part)] = tuple(sorted(nodes.values(), key=lambda node: place[id(node)]))
        return found

    @cached_property
    def _below(self) -> Mapping[int, list[Node]]:
        """The components that support each node, by its identity, in the workbook's order."""
        below: dict[int, list[Node]] = {}
        for part in self.rencana.of(*ARAH, *KOMPONEN):
            for node in self._supported[id(part)]:
                below.setdefault(id(node), []).append(part)
        return below

    @cached_property
    def _keys(self) -> Mapping[int, str]:
        parts = self.rencana.of(*ARAH, *KOMPONEN)
        return {id(part): f"k{number}" for number, part in enumerate(parts, start=1)}

    def _components(self, node: Node, under: Box) -> Iterator[Box]:
        """Yield a full box for a component at its first node, a reference at the others."""
        for part in self._below.get(id(node), ()):
            key = self._keys[id(part)]
            home = self._supported[id(part)][0]
            if home is node:
                yield self._full(part, under)
                continue
            text = (pointer(part, home, self.pack, short=False),)
            yield Box(
                f"{key}-{under.key}",
                text,
                under.tier + 1,
                under.key,
                reference=True,
                target=key,
                attached=True,
            )

    def _full(self, part: Node, under: Box) -> Box:
        parts = tuple(component_parts(part, self.rencana, self.pack))
        return Box(self._keys[id(part)], parts, under.tier + 1, under.key, attached=True)

    def _partners(self, node: Node, under: Box) -> Iterator[Box]:
        """Yield a box for each unit that has a part in a node, joined by a dashed line."""
        for number, one in enumerate(partners(self.rencana, node), start=1):
            texts = (self.pack.teks["bagan.nama_mitra"].format(mitra=one.mitra), one.peran)
            roles = (PARTNER, f"{PARTNER}.peran")
            parts = (
                Part(role, (Paragraph(text),))
                for role, text in zip(roles, texts, strict=True)
                if text
            )
            key = f"{under.key}-mitra{number}"
            yield Box(key, tuple(parts), under.tier + 1, under.key, attached=True, dashed=True)

    def _loose(self) -> Iterator[Box]:
        """Yield a root of their own for the components that support no node, and them below it."""
        parts = self.rencana.of(*ARAH, *KOMPONEN)
        loose = [part for part in parts if not self._supported[id(part)]]
        if loose:
            root = Box("lepas", (Part(LOOSE, (Paragraph(self.pack.teks["bagan.lepas"]),)),), 0)
            yield root
            yield from (self._full(part, root) for part in loose)


def partners(rencana: Rencana, node: Node) -> tuple[Kemitraan, ...]:
    """Return the units that have a part in a node: of the sheet Crosscutting, then its column."""
    listed = [one for one in rencana.kemitraan if node.kode and one.kinerja == node.kode]
    told = {one.mitra.casefold() for one in listed}
    column = (text.strip() for text in node.crosscutting.split(_SEVERAL))
    others = (text for text in dict.fromkeys(column) if text and text.casefold() not in told)
    return (*listed, *(Kemitraan(node.kode, text) for text in others))


def component_parts(part: Node, rencana: Rencana, pack: Pack) -> Iterator[Part]:
    """Yield a component's name with its code, its indicators with their target, its pagu."""
    name = f"{part.kode} {part.uraian}".strip()
    yield Part(f"{_ROLE}.{part.jenis}", (Paragraph(name),))
    if part.indikator:
        yield Part(f"{_ROLE}_ik.{part.jenis}", tuple(_measures(part.indikator, rencana, pack)))
    money = _money(part, rencana) if part.jenis in KOMPONEN else ""
    if money:
        text = pack.teks["bagan.pagu"].format(nilai=money)
        yield Part(f"{_ROLE}_pagu.{part.jenis}", (Paragraph(text),))


def _measures(measures: Iterable[Indikator], rencana: Rencana, pack: Pack) -> Iterator[Paragraph]:
    """Yield each indicator behind its mark, with the target that is asked for."""
    several = tuple(measures)
    for number, one in enumerate(several, start=1):
        target = _target(one, rencana)
        text = pack.teks["bagan.ik"].format(indikator=one.uraian, target=target)
        name = "pohon.ik" if len(several) == 1 else "pohon.ik_nomor"
        yield Paragraph(text if target else one.uraian, pack.teks[name].format(nomor=number))


def shown_year(rencana: Rencana) -> int:
    """Return the year whose targets and money are shown: the Renja's, 0 for the period's end."""
    year = rencana.identitas.tahun_renja
    return year if year in rencana.tahun else 0


def _target(one: Indikator, rencana: Rencana) -> str:
    """Return the target of the shown year with its unit, else the one at the period's end."""
    if year := shown_year(rencana):
        return one.teks_tahun(year, rencana.tahun[-1])
    last = one.target_akhir
    return one.dengan_satuan(last.teks) if last else one.kondisi_akhir


def _money(part: Node, rencana: Rencana) -> str:
    year = shown_year(rencana) or (rencana.tahun[-1] if rencana.tahun else 0)
    value = rencana.pagu(part, year)
    return "" if value is None else indonesian(value)
