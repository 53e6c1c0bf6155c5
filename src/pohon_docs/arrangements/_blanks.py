"""Empty cells where a name should stand: a sheet's habit, or a name that was forgotten."""

from collections.abc import Sequence
from dataclasses import dataclass

from pohon_docs.issue import Issue, Severity
from pohon_docs.source import Cell, Ref
from pohon_docs.values import one_line


@dataclass(frozen=True, slots=True)
class Continuation:
    """A row that goes on under a name above it: the cell where the name would stand again.

    It is `covered` where a merged cell shows that the name goes on; `beside` is the name of a
    lower level that begins there, if one does; `name` is empty where none stands above.
    """

    ref: Ref
    name: str
    covered: bool
    beside: Cell | None = None


def blank_issues(found: Sequence[Continuation]) -> tuple[Issue, ...]:
    """Say once that a sheet leaves names out by habit, else name each cell that has none."""
    nameless = tuple(_nameless(one) for one in found if not one.name)
    below = [one for one in found if one.name]
    blank = [one for one in below if not one.covered]
    if len(blank) * 2 > len(below):
        first = next((one.beside for one in blank if one.beside), None)
        return (*nameless, *([_habit(first)] if first else []))
    firsts = {(one.ref.column, one.name): one for one in reversed(blank)}
    return (*nameless, *map(_forgotten, reversed(firsts.values())))


def _nameless(one: Continuation) -> Issue:
    return Issue(
        "SUSUN-12",
        Severity.PERINGATAN,
        "sel nama kosong, sehingga kolom-kolom di sebelahnya tidak dibaca",
        one.ref,
        "Tulis namanya, atau kosongkan kolom-kolom itu.",
    )


def _habit(cell: Cell) -> Issue:
    return Issue(
        "SUSUN-01",
        Severity.SARAN,
        "sel kosong di sebelah kirinya dibaca sebagai lanjutan nama di atasnya",
        cell.ref,
        "Gabungkan selnya, atau tulis namanya lagi, bila yang dimaksud lain.",
    )


def _forgotten(one: Continuation) -> Issue:
    return Issue(
        "SUSUN-11",
        Severity.PERINGATAN,
        f'sel nama kosong, dibaca sebagai lanjutan "{one_line(one.name)}"',
        one.ref,
        "Tulis namanya, atau gabungkan selnya dengan nama di atasnya.",
    )
