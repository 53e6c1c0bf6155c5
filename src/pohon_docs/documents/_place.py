"""Where a cell of an official table stands, and how a value is read there."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from pohon_docs.comparison.merging import Beside
from pohon_docs.documents._groups import Group
from pohon_docs.indikator import Indikator
from pohon_docs.model import Rencana
from pohon_docs.packs import Pack
from pohon_docs.values import indonesian

_BLANK = Indikator("")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cell stands: its plan, its group, the indicator of its row, the row's number.

    `beside` is the plan before, for a table that shows both.
    """

    rencana: Rencana
    pack: Pack
    group: Group
    indikator: Indikator = _BLANK
    nomor: int = 0
    beside: Beside | None = None

    def text(self, field: str) -> str:
        """Return a text of the row's node, empty where the row has no node."""
        return str(getattr(self.group.node, field)) if self.group.node else ""

    @property
    def mark(self) -> str:
        """What became of the row's node: `baru`, `dihapus`, `berubah`, or nothing."""
        return self.beside.mark(self.group.node) if self.beside and self.group.node else ""

    @property
    def mark_of_indikator(self) -> str:
        """What became of the row's indicator where its node stayed, else of its node."""
        own = self.beside.mark_of(self.indikator) if self.beside else ""
        return own or self.mark


Reader = Callable[[Place, int], str]
"""Reads a value at a place for a year."""


@dataclass(frozen=True, slots=True)
class Source:
    """How a value is read; `shared` tells that all rows of a node's indicators share it."""

    read: Reader
    shared: bool = False


def rupiah(value: Decimal | None) -> str:
    """Print money in Indonesian form; money that nobody planned is empty, never zero."""
    return "" if value is None else indonesian(value)
