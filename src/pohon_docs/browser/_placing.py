"""Where every node hangs on the page: conditions as a tree, components under what they support."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from pohon_docs.model import ARAH, KOMPONEN, Jenis, Node, Rencana


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """A node where it is shown, under the place `above`; a reference stands for it elsewhere.

    The root of the components that support nothing has no node.
    """

    node: Node | None
    above: "Place | None" = field(default=None, repr=False)
    reference: bool = False


def places(rencana: Rencana) -> tuple[Place, ...]:
    """Return every node once in full and a reference at each further parent, depth first."""
    return tuple(_Planner(rencana).places())


@dataclass(frozen=True, slots=True)
class _Hanging:
    """What hangs under one node: the node itself, or a reference to it."""

    node: Node
    reference: bool


class _Planner:
    """Knows what hangs where; nothing here changes once it is built."""

    def __init__(self, rencana: Rencana) -> None:
        self._rencana = rencana
        self._conditions = tuple(rencana.walk(Jenis.KINERJA))
        self._below: dict[int, list[_Hanging]] = {}
        self._roots: list[Node] = []
        self._loose: list[Node] = []
        for part, above in (*rencana.walk(*ARAH), *rencana.walk(*KOMPONEN)):
            self._hang_component(part, above)
        for node, above in self._conditions:
            self._hang_condition(node, above)

    def _hang_condition(self, node: Node, above: Node | None) -> None:
        if above is None:
            self._roots.append(node)
        else:
            self._hang(node, above)
        for other in self._rencana.parents(node):
            if other is not above:
                self._hang(node, other, reference=True)

    def _hang_component(self, part: Node, above: Node | None) -> None:
        """Hang a component under the conditions that it supports, else under its parent."""
        found = (self._rencana.find(Jenis.KINERJA, kode) for kode in part.mendukung)
        homes = list({id(node): node for node in found if node is not None}.values())
        homes = homes or ([above] if above else self._served(part))
        for number, home in enumerate(homes):
            self._hang(part, home, reference=number > 0)
        if not homes:
            (self._loose if self._conditions else self._roots).append(part)

    def _served(self, part: Node) -> list[Node]:
        """Return the sasaran that a program without a condition serves."""
        found = (self._rencana.find(Jenis.SASARAN, kode) for kode in part.sasaran_pd)
        return [node for node in found if node is not None and part.jenis in KOMPONEN]

    def _hang(self, node: Node, above: Node, *, reference: bool = False) -> None:
        self._below.setdefault(id(above), []).append(_Hanging(node, reference))

    def places(self) -> Iterator[Place]:
        """Yield all places, parents first; without recursion, since a chain can be long."""
        stack = [Place(node) for node in reversed(self._roots)]
        if self._loose:
            root = Place(None)
            stack = [*(Place(part, root) for part in reversed(self._loose)), root, *stack]
        while stack:
            place = stack.pop()
            yield place
            if place.node is not None and not place.reference:
                below = self._below.get(id(place.node), ())
                stack.extend(Place(one.node, place, one.reference) for one in reversed(below))
