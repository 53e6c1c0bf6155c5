"""What the card of a node tells: its fields, its indicators with targets, money and partners."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from typing import Any

from pohon_docs.documents._attached import partners
from pohon_docs.indikator import Indikator, Pagu, Target
from pohon_docs.model import KOMPONEN, Kemitraan, Node, Rencana
from pohon_docs.source import Ref
from pohon_docs.values import indonesian
from pohon_docs.values import target as read_target
from pohon_docs.views import Fact, Measure, Partner, Point, Series, Sprig
from pohon_docs.words import load


@dataclass(frozen=True)
class Cards:
    """The cards of a plan's nodes."""

    rencana: Rencana

    def filled(self, sprig: Sprig, node: Node, entries: tuple[int, ...]) -> Sprig:
        """Return a node of the page with all that its card tells."""
        return replace(
            sprig,
            short=node.judul_singkat,
            ref=node.at("uraian"),
            facts=_facts(node, node.at, self._words["isian"]),
            measures=tuple(self._measure(one) for one in node.indikator),
            money=tuple(self._money(node)),
            partners=tuple(self._partner(one) for one in partners(self.rencana, node)),
            entries=entries,
        )

    @cached_property
    def _words(self) -> Mapping[str, Any]:
        return load("jelajah")

    def _measure(self, one: Indikator) -> Measure:
        said = self._words["pohon"]["kata"]
        told = {"iku": one.iku, "ikk": one.ikk}
        marks = (Fact(said[name], "", one.at(name)) for name, holds in told.items() if holds)
        facts = (*marks, *_facts(one, one.at, self._words["isian_indikator"]))
        return Measure(one.uraian, one.at("uraian"), facts, tuple(self._series(one)))

    def _series(self, one: Indikator) -> Iterator[Series]:
        """Yield the targets between the conditions before and after, then what was reached."""
        said = self._words["deret"]
        dated = [self._point(target) for target in one.target]
        counted = any(point.number is not None for point in dated)
        before = _written(said["kondisi_awal"], one.kondisi_awal, one.at("kondisi_awal"))
        after = _written(said["kondisi_akhir"], one.kondisi_akhir, one.at("kondisi_akhir"))
        after = [replace(point, number=None) if counted else point for point in after]
        if points := (*before, *dated, *after):
            yield Series(said["target"], points)
        for name in ("realisasi", "target_rkpd"):
            if points := tuple(self._point(target) for target in getattr(one, name)):
                yield Series(said[name], points)

    def _point(self, target: Target) -> Point:
        label = str(target.tahun) if target.tahun else self._words["deret"]["akhir_periode"]
        number = None if target.nilai is None else float(target.nilai)
        return Point(label, target.teks, number, target.ref)

    def _money(self, node: Node) -> Iterator[Series]:
        """Yield the money of a component as written, else as the sum of what is below it."""
        said = self._words["deret"]
        for name in ("pagu", "realisasi", "pagu_rkpd"):
            written: Sequence[Pagu] = getattr(node, name)
            if written:
                yield Series(
                    said[name], tuple(_rupiah(one.tahun, one.nilai, one.ref) for one in written)
                )
        if not node.pagu and node.jenis in KOMPONEN:
            sums = ((year, self.rencana.pagu(node, year)) for year in self.rencana.tahun)
            points = tuple(_rupiah(year, value) for year, value in sums if value is not None)
            if points:
                yield Series(said["dijumlahkan"], points)

    def _partner(self, one: Kemitraan) -> Partner:
        cells = dict(one.refs)
        facts = _facts(one, cells.get, self._words["isian_mitra"])
        return Partner(one.mitra, facts, cells.get("mitra", cells.get("baris")))


def _written(label: str, text: str, ref: Ref) -> list[Point]:
    """Return a condition that its author wrote as a point, or nothing."""
    if not text:
        return []
    value = read_target(text)[0]
    return [Point(label, text, None if value is None else float(value), ref)]


def _rupiah(year: int, value: Decimal, ref: Ref | None = None) -> Point:
    return Point(str(year), f"Rp{indonesian(value)}", float(value), ref)


def _facts(
    holder: Node | Indikator | Kemitraan,
    at: Callable[[str], Ref | None],
    fields: Iterable[Mapping[str, str]],
) -> tuple[Fact, ...]:
    """Return the fields that are filled, each with its cell."""
    found = []
    for one in fields:
        value = getattr(holder, one["nama"])
        text = value if isinstance(value, str) else "; ".join(value)
        if text:
            found.append(Fact(one["judul"], text, at(one.get("sel", one["nama"]))))
    return tuple(found)
