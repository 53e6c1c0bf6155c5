"""Spoiled workbooks read with little work: what one cell can't change is found out once.

A good book's sheets stand in thousands of its mutants as they were. What the reader says of such
a sheet is remembered, and so are its nodes.
"""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, TypeAlias, TypeVar, cast
from unittest.mock import patch

from pohon_docs.arrangements import Arrangement, Part, arrangements
from pohon_docs.issue import Issue
from pohon_docs.model import Node, Rencana
from pohon_docs.reading import assembly
from pohon_docs.reading.contents import odd_cells
from pohon_docs.reading.gaps import empty_cells
from pohon_docs.reading.tables import Record
from pohon_docs.source import Sheet
from spoil import Mutant, goods

Records: TypeAlias = tuple[Record, ...]
Said = TypeVar("Said")


def read(mutant: Mutant) -> tuple[Rencana | None, tuple[Issue, ...]]:
    """Read the plan of a spoiled book, without judging it by the rules."""
    with patch.multiple(assembly, **_remembering()):
        return assembly.read_plan(mutant.book)


@cache
def _remembering() -> dict[str, Any]:
    """Return the steps of reading a plan, each remembering what it said of the good books."""
    memory = _Memory()
    return {
        "arrangements": lambda: memory.arrangements,
        "odd_cells": memory.of_records(odd_cells),
        "empty_cells": memory.of_records(empty_cells),
        "_nodes": memory.nodes,
    }


class _Memory:
    """What was said of the sheets of the good books, and of their records."""

    def __init__(self) -> None:
        sheets = [sheet for good in goods().values() for sheet in good.book.sheets]
        self._standing = {id(sheet.rows) for sheet in sheets}
        self._known: dict[object, object] = {}
        self.arrangements = tuple(map(self._arrangement, arrangements()))

    def of_records(
        self, step: Callable[[str, Records], Iterator[Issue]]
    ) -> Callable[[str, Records], tuple[Issue, ...]]:
        """Return a step that looks at the records of a kind."""

        def remembering(kind: str, records: Records) -> tuple[Issue, ...]:
            return self._once(records, (step, kind), lambda: tuple(step(kind, records)))

        return remembering

    def nodes(self, kind: str, records: Records, issues: list[Issue]) -> list[Node]:
        """Build a kind's nodes, adding what is found in them."""

        def built() -> tuple[list[Node], list[Issue]]:
            said: list[Issue] = []
            return _NODES(kind, records, said), said

        nodes, said = self._once(records, (_NODES, kind), built)
        issues += said
        return list(nodes)

    def _arrangement(self, one: Arrangement) -> Arrangement:
        def claims(sheet: Sheet) -> bool:
            at = one.claims, sheet.tahun_awal
            return self._once(sheet.rows, at, lambda: one.claims(sheet))

        def read(sheet: Sheet) -> Part:
            part = self._once(sheet.rows, (one.read, sheet.tahun_awal), lambda: one.read(sheet))
            if id(sheet.rows) in self._standing:
                self._standing |= {id(records) for records in part.records.values()}
            return part

        return Arrangement(one.name, one.title, claims, read, one.adopts)

    def _once(self, of: object, step: object, say: Callable[[], Said]) -> Said:
        """Return what a step says of a thing, remembered where it belongs to a good book."""
        if id(of) not in self._standing:
            return say()
        at = id(of), step
        if at not in self._known:
            self._known[at] = say()
        return cast(Said, self._known[at])


_NODES = assembly._nodes
