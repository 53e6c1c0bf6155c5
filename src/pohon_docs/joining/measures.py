"""Indicators that several units measure: one wording, several plans."""

from collections.abc import Iterator
from dataclasses import dataclass

from pohon_docs.indikator import Indikator
from pohon_docs.joining import Joined, Unit
from pohon_docs.model import ARAH, Jenis, Node
from pohon_docs.source import Ref
from pohon_docs.values import key


@dataclass(frozen=True, slots=True)
class Use:
    """An indicator in one unit's plan, at the node that it measures."""

    unit: Unit
    node: Node
    indikator: Indikator

    @property
    def satuan(self) -> str:
        """The unit of measure, as written."""
        return self.indikator.satuan

    @property
    def ref(self) -> Ref:
        """The cell of the unit of measure, else of the indicator."""
        return self.indikator.at("satuan" if self.satuan else "uraian")


@dataclass(frozen=True, slots=True)
class Shared:
    """An indicator that at least two units measure, once for each of them."""

    uraian: str
    uses: tuple[Use, ...]


def shared(joined: Joined) -> tuple[Shared, ...]:
    """Return the indicators of conditions, tujuan and sasaran that several units have.

    Those of programs and below are official wordings that many units share by rule.
    """
    found: dict[str, dict[Unit, Use]] = {}
    for use in _uses(joined):
        found.setdefault(key(use.indikator.uraian), {}).setdefault(use.unit, use)
    several = (tuple(uses.values()) for name, uses in found.items() if name and len(uses) > 1)
    return tuple(Shared(uses[0].indikator.uraian, uses) for uses in several)


def _uses(joined: Joined) -> Iterator[Use]:
    for unit in joined.units:
        for node in unit.rencana.of(Jenis.KINERJA, *ARAH):
            yield from (Use(unit, node, one) for one in node.indikator)
