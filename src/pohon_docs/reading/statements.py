"""A component with the rows without code below its name that state what it brings about."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Any

from pohon_docs.arrangements._names import labelled
from pohon_docs.codes import official
from pohon_docs.indikator import Pagu
from pohon_docs.issue import Issue
from pohon_docs.model import Node
from pohon_docs.reading.codecells import links
from pohon_docs.reading.entries import Entry, text
from pohon_docs.reading.measures import indicators
from pohon_docs.reading.money import money
from pohon_docs.reading.nodes import STATED_TOO
from pohon_docs.source import Ref


@dataclass(frozen=True, slots=True)
class Component:
    """A named row of a sheet of programs, and the rows without code below it that state it."""

    name: Entry
    below: tuple[Entry, ...] = ()

    @property
    def coded(self) -> bool:
        """Whether its row has a code."""
        return self.name.head.own("kode") is not None


def components(heads: Sequence[Entry]) -> Iterator[Component]:
    """Yield the components of a sheet, each with its statements.

    A row without code is a component where it has money of its own, which a statement only
    repeats beside its indicator, or where the code below it has no parent without it.
    """
    codes = (official(one.head.text("kode")) for one in heads)
    known = {None, *(kode.teks for kode in codes if kode)}
    met = list(_by_money(heads))
    for one, following in zip_longest(met, met[1:]):
        lost = following and _parent(following.name) not in known
        at = _nameless(one.below) if one.coded and lost else None
        if at is None:
            yield one
        else:
            yield Component(one.name, one.below[:at])
            yield Component(one.below[at], one.below[at + 1 :])


def statement_into(node: Node, entry: Entry) -> tuple[Node, tuple[Issue, ...]]:
    """Give a component the statement and the indicators of the row below its name.

    What else that row says is the component's, too, where the name's own row says nothing of it.
    """
    indikator, issues = indicators(entry)
    pagu, pagu_issues = money(entry, "pagu")
    _, statement = labelled(text(entry, "uraian"), ())
    texts: dict[str, Any] = {name: getattr(node, name) or text(entry, name) for name in STATED_TOO}
    merged = replace(
        node,
        sasaran=f"{node.sasaran}; {statement}" if node.sasaran else statement,
        indikator=(*node.indikator, *indikator),
        pagu=node.pagu or pagu,
        mendukung=node.mendukung or links(entry, "kinerja"),
        sasaran_pd=node.sasaran_pd or links(entry, "sasaran_pd"),
        refs=(*node.refs, ("sasaran", entry.head.ref), *_filled(entry, node)),
        **texts,
    )
    return merged, (*issues, *pagu_issues)


def _filled(entry: Entry, node: Node) -> tuple[tuple[str, Ref], ...]:
    """Return the cells of a statement's row that fill what its component has no cell for."""
    known = {name for name, _ in node.refs}
    _, *cells = entry.refs("kinerja", "sasaran_pd", *STATED_TOO)
    return tuple((name, ref) for name, ref in cells if name not in known)


def _by_money(heads: Sequence[Entry]) -> Iterator[Component]:
    """Yield the components as their codes and their money tell them apart."""
    found: Component | None = None
    paid: tuple[Pagu, ...] = ()
    for entry in heads:
        if found and _may_state(entry) and not (paid and _is_paid(entry, paid)):
            found = replace(found, below=(*found.below, entry))
            paid = paid or money(entry, "pagu")[0]
            continue
        if found:
            yield found
        found, paid = Component(entry), money(entry, "pagu")[0]
    if found:
        yield found


def _may_state(entry: Entry) -> bool:
    """Tell whether a row has neither code nor kind, nor a statement of its own."""
    head = entry.head
    if head.own("kode") is not None or "kode" in head.lacking or head.text("jenis"):
        return False
    return head.own("sasaran") is None


def _is_paid(entry: Entry, above: Collection[Pagu]) -> bool:
    """Tell whether a row has other money than the one above it, or the same and no indicator."""
    own = _own_money(entry)
    repeated = all(one in above for one in own) and entry.head.own("indikator") is not None
    return bool(own) and not repeated


def _own_money(entry: Entry) -> tuple[Pagu, ...]:
    return money(Entry(entry.head), "pagu")[0]


def _parent(entry: Entry) -> str | None:
    kode = official(entry.head.text("kode"))
    return kode.induk if kode else None


def _nameless(below: Sequence[Entry]) -> int | None:
    """Return the place of the row that lost its code: the first one with money."""
    return next((at for at, entry in enumerate(below) if _own_money(entry)), None)
