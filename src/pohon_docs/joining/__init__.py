"""Many units' plans under their pemda's tree: which they are, and what ties them to it.

A pemda's workbook holds only its identity and its tree; each unit's root names a node of that
tree as its Induk (PermenPANRB 89/2021: a unit's tree begins where the one above it ends).
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from pohon_docs.issue import Issue, Severity
from pohon_docs.model import Jenis, Node, Rencana
from pohon_docs.source import Ref


@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """A unit whose plan is joined: its name, its workbook, and its own findings.

    Its plan knows the pemda's tree as `Rencana.pemda`. Two units are never the same, though
    their workbooks may have one name in two folders.
    """

    nama: str
    workbook: str
    rencana: Rencana
    issues: tuple[Issue, ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        """Count its own findings by severity."""
        found = Counter(issue.severity for issue in self.issues)
        return {str(severity): found[severity] for severity in Severity}

    def roots(self) -> tuple[Node, ...]:
        """Return the tops of the unit's tree as it is drawn."""
        walked = self.rencana.walk(Jenis.KINERJA)
        return tuple(node for node, parent in walked if parent is None)

    def ties(self) -> Iterator[tuple[Node, Node]]:
        """Yield the unit's conditions with each node of the pemda's tree that they name."""
        for node in self.rencana.of(Jenis.KINERJA):
            yield from ((node, above) for above in self.rencana.pemda_parents(node))

    def hidden(self, root: Node) -> tuple[Node, ...]:
        """Return the pemda's nodes that a top names by a code which its own plan has, too."""
        own = {kode for kode in root.induk if self.rencana.find(Jenis.KINERJA, kode)}
        reached = {above.kode for above in self.rencana.pemda_parents(root)}
        known = {above.kode: above for above in reversed(self.rencana.pemda)}
        return tuple(known[kode] for kode in root.induk if kode in own - reached and kode in known)

    def place(self, name: str) -> Ref:
        """Return the cell of a field of the unit's identity, else its workbook."""
        return dict(self.rencana.identitas.refs).get(name) or Ref(self.workbook)


@dataclass(frozen=True)
class Joined:
    """A pemda's plan, and those of the units below it in the order of their workbooks."""

    pemda: Rencana
    units: tuple[Unit, ...]

    @cached_property
    def tied(self) -> dict[str, tuple[Unit, ...]]:
        """The units that each node of the pemda's tree leads to, by the node's code."""
        found: dict[str, dict[Unit, None]] = {}
        for unit in self.units:
            for _, above in unit.ties():
                found.setdefault(above.kode, {})[unit] = None
        return {kode: tuple(units) for kode, units in found.items()}

    @cached_property
    def tahun(self) -> tuple[int, ...]:
        """All years that any of the plans has, in order."""
        return tuple(sorted({year for unit in self.units for year in unit.rencana.tahun}))
