"""Tujuan and sasaran as rows of a table, and Tabel T-C.25, which holds nothing else."""

from collections.abc import Iterator, Sequence

from pohon_docs.documents._components import indicator_texts, indicators_of, measured
from pohon_docs.documents._tables import Record, hung
from pohon_docs.model import Jenis, Node, Rencana

Goal = tuple[Node | None, tuple[Node, ...]]
"""A tujuan with its sasaran; None holds the sasaran that hang under no tujuan."""


def goal_records(rencana: Rencana) -> list[Record]:
    """Return the rows of T-C.25: every tujuan with its indicators, then those of its sasaran."""
    records: list[Record] = []
    for number, (tujuan, group) in enumerate(goals(rencana), start=1):
        own = list(aims(tujuan, rencana.tahun, keep=bool(group))) if tujuan else []
        for node in group:
            own += hung(list(aims(node, rencana.tahun, keep=False)), "sasaran", node.uraian)
        records += hung(hung(own, "tujuan", tujuan.uraian if tujuan else ""), "nomor", str(number))
    return records


def goals(rencana: Rencana) -> list[Goal]:
    """Return every tujuan with its sasaran, and last the sasaran that hang under none."""
    found: list[Goal] = []
    placed: set[int] = set()
    for tujuan in rencana.of(Jenis.TUJUAN):
        below = (node for node in rencana.children(tujuan) if node.jenis is Jenis.SASARAN)
        group = tuple(node for node in below if id(node) not in placed)
        placed.update(map(id, group))
        found.append((tujuan, group))
    loose = tuple(node for node in rencana.of(Jenis.SASARAN) if id(node) not in placed)
    return [*found, (None, loose)] if loose else found


def aims(node: Node, years: Sequence[int], *, keep: bool) -> Iterator[Record]:
    """Yield the indicator rows of a tujuan or a sasaran."""
    rows = [indicator_texts(indikator, years) for indikator in indicators_of(node)]
    yield from measured(node.jenis, {}, rows, keep=keep)
