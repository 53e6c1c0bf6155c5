"""Which node of the plan after is which of the plan before; the same for indicators.

Codes and wordings are asked in turn, the surest first: the same of both; an official code
alone; a wording alone, under the same parent and then anywhere; and last what is nearly the
same, under the same parent. Codes that a reader or an author numbers through (S1, P1.K2) mean
little where the wording differs, since a new row shifts all that follow.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import TypeVar

from pohon_docs import words
from pohon_docs.codes import official
from pohon_docs.indikator import Indikator
from pohon_docs.model import ARAH, KOMPONEN, Jenis, Node, Rencana
from pohon_docs.values import key

T = TypeVar("T", Node, Indikator)
Pair = tuple[Node | None, Node | None]
IndikatorPair = tuple[Indikator | None, Indikator | None]
Key = Callable[[Node], Hashable]
_KINDS: tuple[tuple[Jenis, ...], ...] = ((Jenis.KINERJA,), ARAH, KOMPONEN)


def paired(before: Rencana, after: Rencana) -> tuple[Pair, ...]:
    """Return all nodes in pairs: in the order after, dropped ones behind what they followed."""
    pairing = _Pairing(before, after)
    for kinds in _KINDS:
        pairing.pair(kinds)
    return tuple(_ordered(before, after, pairing.found))


class _Pairing:
    """The pairs found so far: the node after by the identity of the node before."""

    def __init__(self, before: Rencana, after: Rencana) -> None:
        self._before, self._after = before, after
        self.found: dict[int, Node] = {}
        self._taken: set[int] = set()

    def pair(self, kinds: tuple[Jenis, ...]) -> None:
        """Pair the nodes of kinds that share one set of codes."""
        self._by(kinds, lambda node: (node.jenis, node.kode, _said(node.uraian)))
        if kinds == KOMPONEN:
            self._by(kinds, _official)
        self._by_wording_under_parent(kinds)
        self._by(kinds, lambda node: (node.jenis, _said(node.uraian)), alone=True)
        self._by_likeness(kinds)

    def _left(self, kinds: tuple[Jenis, ...]) -> tuple[list[Node], list[Node]]:
        """Return what isn't paired yet, before and after."""
        before = [node for node in self._before.of(*kinds) if id(node) not in self.found]
        after = [node for node in self._after.of(*kinds) if id(node) not in self._taken]
        return before, after

    def _join(self, old: Node, new: Node) -> None:
        self.found[id(old)] = new
        self._taken.add(id(new))

    def _by(self, kinds: tuple[Jenis, ...], same: Key, *, alone: bool = False) -> None:
        """Pair nodes of the same key in their order; `alone` only where a key has one of each."""
        before, after = self._left(kinds)
        for olds, news in _grouped(before, after, same, same):
            if not alone or (len(olds) == 1 and len(news) == 1):
                for old, new in zip(olds, news, strict=False):
                    self._join(old, new)

    def _by_wording_under_parent(self, kinds: tuple[Jenis, ...]) -> None:
        before, after = self._left(kinds)
        for olds, news in _grouped(
            before,
            after,
            lambda node: (node.jenis, self._home(node), _said(node.uraian)),
            lambda node: (node.jenis, _first(self._after, node), _said(node.uraian)),
        ):
            for old, new in zip(olds, news, strict=False):
                self._join(old, new)

    def _home(self, node: Node) -> int:
        """Return the identity of the node after that a node's parent became, 0 for none."""
        parents = self._before.parents(node)
        home = self.found.get(id(parents[0])) if parents else None
        return id(home) if home else 0

    def _by_likeness(self, kinds: tuple[Jenis, ...]) -> None:
        """Pair what is nearly the same under the same parent, parents before their children."""
        depth = {id(one): 0 for one in self._before.of(*kinds)}
        for node, parent in self._before.walk(*kinds):
            depth[id(node)] = depth[id(parent)] + 1 if parent is not None else 0
        before, _ = self._left(kinds)
        tiers: dict[int, list[Node]] = {}
        for node in before:
            tiers.setdefault(depth[id(node)], []).append(node)
        for tier in sorted(tiers):
            self._alike(tiers[tier], self._left(kinds)[1])

    def _alike(self, before: Sequence[Node], after: Sequence[Node]) -> None:
        for olds, news in _grouped(
            before,
            after,
            lambda node: (node.jenis, node.level, self._home(node)),
            lambda node: (node.jenis, node.level, _first(self._after, node)),
        ):
            for old, new in nearest(olds, news, lambda node: node.uraian, _same_code):
                self._join(old, new)


def _first(rencana: Rencana, node: Node) -> int:
    parents = rencana.parents(node)
    return id(parents[0]) if parents else 0


def _official(node: Node) -> Hashable:
    """Return an official code; a node without has a key of its own, which pairs with nothing."""
    return (node.jenis, node.kode) if official(node.kode) else id(node)


def _same_code(old: Node, new: Node) -> bool:
    return bool(old.kode) and old.kode == new.kode


def _said(text: str) -> str:
    return key(text) or text


def _grouped(
    before: Iterable[T],
    after: Iterable[T],
    of_before: Callable[[T], Hashable],
    of_after: Callable[[T], Hashable],
) -> Iterator[tuple[list[T], list[T]]]:
    """Yield what has the same key on both sides, in the order before."""
    groups: dict[Hashable, tuple[list[T], list[T]]] = {}
    for old in before:
        groups.setdefault(of_before(old), ([], []))[0].append(old)
    for new in after:
        if group := groups.get(of_after(new)):
            group[1].append(new)
    yield from (group for group in groups.values() if group[1])


def nearest(
    before: Sequence[T],
    after: Sequence[T],
    text: Callable[[T], str],
    same: Callable[[T, T], bool],
) -> Iterator[tuple[T, T]]:
    """Yield the pairs whose words are nearly the same, the likest first.

    Each is compared with so many at about its place, so that long lists stay quick; where a
    code is the same less likeness is asked for.
    """
    limits = words.load("ambang")["ganti_nama"]
    scored: list[tuple[float, int, int]] = []
    bags = [_bag(text(new)) for new in after]
    for at, old in enumerate(before):
        first = max(0, min(at, len(after)) - limits["calon"] // 2)
        bag = _bag(text(old))
        for to in range(first, min(first + limits["calon"], len(after))):
            least = limits["kode_sama"] if same(old, after[to]) else limits["kode_lain"]
            if (score := _likeness(bag, bags[to])) >= least:
                scored.append((-score, at, to))
    used: tuple[set[int], set[int]] = (set(), set())
    for _, at, to in sorted(scored):
        if at not in used[0] and to not in used[1]:
            used[0].add(at)
            used[1].add(to)
            yield before[at], after[to]


def _bag(text: str) -> frozenset[str]:
    return frozenset(word for part in text.split() if (word := key(part)))


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of words in common, 0 to 1 (Dice)."""
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def indikator_pairs(old: Node, new: Node) -> Iterator[IndikatorPair]:
    """Yield the indicators of a node in pairs: the same wording, then nearly the same."""
    found: dict[int, Indikator] = {}
    taken: set[int] = set()

    def left() -> tuple[list[Indikator], list[Indikator]]:
        before = [one for one in old.indikator if id(one) not in found]
        return before, [one for one in new.indikator if id(one) not in taken]

    def said(one: Indikator) -> str:
        return _said(one.uraian)

    for olds, news in _grouped(*left(), said, said):
        for one, other in zip(olds, news, strict=False):
            found[id(one)] = other
            taken.add(id(other))
    for one, other in nearest(*left(), lambda one: one.uraian, lambda *_: False):
        found[id(one)] = other
        taken.add(id(other))
    yield from ((one, found.get(id(one))) for one in old.indikator)
    yield from ((None, one) for one in new.indikator if id(one) not in taken)


def _ordered(before: Rencana, after: Rencana, found: dict[int, Node]) -> Iterator[Pair]:
    """Yield the pairs in the order after, each dropped node behind what it stood behind."""
    old_of = {id(found[id(old)]): old for old in before.node if id(old) in found}
    behind: dict[int, list[Node]] = {}
    last: dict[tuple[Jenis, ...], int] = {}
    for old in before.node:
        kelompok = old.jenis.kelompok
        if new := found.get(id(old)):
            last[kelompok] = id(new)
        else:
            behind.setdefault(last.get(kelompok, 0), []).append(old)
    yield from ((old, None) for old in behind.get(0, ()))
    for new in after.node:
        yield old_of.get(id(new)), new
        yield from ((old, None) for old in behind.get(id(new), ()))
