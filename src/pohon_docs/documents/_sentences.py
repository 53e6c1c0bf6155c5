"""The sentence before a table or a picture: how much it holds, counted and summed from the plan."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from string import Formatter

from pohon_docs.model import ARAH, KOMPONEN, Jenis, Node, Rencana
from pohon_docs.packs import Pack
from pohon_docs.values import indonesian


@dataclass(frozen=True, slots=True)
class Facts:
    """What sentences may say of a plan; a count of nothing and a sum that nobody planned are empty.

    `years` are those that the table speaks of.
    """

    rencana: Rencana
    pack: Pack
    years: Sequence[int]

    def said(self) -> Mapping[str, str]:
        """Return the facts by name, as they are printed."""
        of = self.rencana.of
        year = self.rencana.identitas.tahun_renja
        kinds: Mapping[str, Iterable[Jenis]] = {
            "arah": ARAH,
            "sasaran": (Jenis.SASARAN,),
            "komponen": KOMPONEN,
        }
        counted = {
            name: self._listed(self._counted(str(kind), len(of(kind))) for kind in those)
            for name, those in kinds.items()
        }
        priorities = len([one for one in of(Jenis.SUB_KEGIATAN) if _is_priority(one)])
        return {
            **counted,
            "kinerja": self._counted("kinerja", len(of(Jenis.KINERJA))),
            "indikator_kinerja": self._counted(
                "indikator", _indicators(of(Jenis.KINERJA), lambda _: True)
            ),
            "program": self._counted("program", len(of(Jenis.PROGRAM))),
            "indikator_arah": self._counted("indikator", _indicators(of(*ARAH), lambda _: True)),
            "ikk": self._counted("indikator", _indicators(self.rencana.node, lambda one: one.ikk)),
            "prioritas": self._counted("sub_kegiatan", priorities),
            "pagu": self._money(year),
            "pagu_depan": self._money(year + 1),
            "pagu_per_tahun": self._listed(self._yearly()),
        }

    def _yearly(self) -> Iterator[str]:
        for year in self.years:
            if money := self._money(year):
                yield self.pack.teks["kalimat.pagu_tahun"].format(pagu=money, tahun=year)

    def _money(self, year: int) -> str:
        """Return the money of all programs in a year, with the currency before it."""
        total = self.rencana.total(self.rencana.roots(*KOMPONEN), year)
        return self.pack.teks["kalimat.rupiah"].format(pagu=indonesian(total)) if total else ""

    def _counted(self, kind: str, count: int) -> str:
        return self.pack.teks[f"hitung.{kind}"].format(jumlah=count) if count else ""

    def _listed(self, pieces: Iterable[str]) -> str:
        """Join words as a list: two with the last word's joint, more with commas before it."""
        *first, last = [piece for piece in pieces if piece] or [""]
        if not first:
            return last
        few = len(first) == 1
        joint = self.pack.teks["kalimat.dua" if few else "kalimat.terakhir"]
        return self.pack.teks["kalimat.antara"].join(first) + joint + last


def opening(pembuka: Sequence[str], known: Mapping[str, str], facts: Facts) -> str:
    """Return the sentence of some clauses, without the clauses of which the plan says nothing.

    One whose first clause can't be said has no sentence. `known` is what titles may name.
    """
    told = {**known, **facts.said()} if pembuka else known
    clauses = [
        clause.format(**told) if all(told[name] for name in _named(clause)) else ""
        for clause in pembuka
    ]
    return "".join(clauses) if clauses and clauses[0] else ""


def _named(clause: str) -> Iterator[str]:
    return (name for _, name, _, _ in Formatter().parse(clause) if name)


def _indicators(nodes: Iterable[Node], counts: Callable[..., bool]) -> int:
    return sum(counts(one) for node in nodes for one in node.indikator)


def _is_priority(node: Node) -> bool:
    return bool(node.prioritas_daerah or node.prioritas_nasional)
