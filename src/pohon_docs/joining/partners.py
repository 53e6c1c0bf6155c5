"""Crosscutting between units, looked at from both sides."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pohon_docs.documents._attached import partners
from pohon_docs.joining import Joined, Unit
from pohon_docs.joining.names import Names
from pohon_docs.model import Jenis, Kemitraan, Node
from pohon_docs.source import Ref
from pohon_docs.values import key


@dataclass(frozen=True, slots=True)
class Partnership:
    """A part that a unit sees another in: at which node, of whom, and whether that one agrees.

    `other` is None for a partner that is none of the joined units; `near` is then the unit
    whose name is nearly that partner's.
    """

    unit: Unit
    node: Node | None
    kemitraan: Kemitraan
    other: Unit | None
    near: Unit | None
    answered: bool

    @property
    def ref(self) -> Ref:
        """The cell that names the partner."""
        if self.kemitraan.refs:
            return dict(self.kemitraan.refs).get("mitra", self.kemitraan.refs[0][1])
        return self.node.at("crosscutting") if self.node else Ref(self.unit.workbook)


def partnerships(joined: Joined) -> tuple[Partnership, ...]:
    """Return every partnership that a unit names, in the order of the workbooks."""
    names = Names(joined.units)
    told = [
        (unit, node, replace(one, mitra=mitra))
        for unit in joined.units
        for node, one in _told(unit)
        for mitra in names.several(one.mitra)
    ]
    seen = {
        (key(unit.nama), key(other.nama))
        for unit, _, one in told
        if (other := names.unit(one.mitra)) is not None
    }
    return tuple(_looked_at(unit, node, one, names, seen) for unit, node, one in told)


def _looked_at(
    unit: Unit, node: Node | None, one: Kemitraan, names: Names, seen: set[tuple[str, str]]
) -> Partnership:
    other = names.unit(one.mitra)
    near = names.nearest(one.mitra) if other is None else None
    answered = other is not None and (key(other.nama), key(unit.nama)) in seen
    return Partnership(unit, node, one, other, near, answered)


def _told(unit: Unit) -> Iterator[tuple[Node | None, Kemitraan]]:
    """Yield the partners of a unit's nodes, then those whose node isn't known."""
    rencana = unit.rencana
    for node in rencana.of(Jenis.KINERJA):
        yield from ((node, one) for one in partners(rencana, node))
    known = {node.kode for node in rencana.of(Jenis.KINERJA)}
    yield from ((None, one) for one in rencana.kemitraan if one.kinerja not in known)
