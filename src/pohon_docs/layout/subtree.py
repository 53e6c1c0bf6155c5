"""Parts of a tree: which of its boxes stand in full on a page, and which only as a reference."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from pohon_docs.views import Box


class Shown(StrEnum):
    """How a twig is drawn: in full, or as a small box that refers to another page."""

    FULL = "penuh"
    NEXT = "lanjut"
    """The full box and its branch stand on another page."""
    MAP = "peta"
    """As NEXT, with the titles of what hangs from it, so that an overview shows more."""
    BACK = "dari"
    """The full box stands on an earlier page, and its children go on here."""
    MORE = "lagi"
    """Not a node: the place where a row of children goes on to another page."""


@dataclass(frozen=True, slots=True, eq=False)
class Twig:
    """A box in a part of a tree, with what hangs below it there.

    `target` is the key of the node's full box, wherever that stands; `key` is the twig's own.
    A twig equals itself alone: what was measured of it is found without a look at all below it.
    """

    key: str
    target: str
    tier: int
    shown: Shown
    below: tuple["Twig", ...] = ()

    def walk(self) -> Iterator["Twig"]:
        """Yield the twig and all below it, parents first."""
        yield self
        for twig in self.below:
            yield from twig.walk()


@dataclass(frozen=True, slots=True)
class Forest:
    """A tree's boxes by key, and the keys below each; those below None are the roots."""

    boxes: Mapping[str, Box]
    below: Mapping[str | None, tuple[str, ...]]

    @property
    def roots(self) -> tuple[str, ...]:
        """The keys of the boxes without parent."""
        return self.below.get(None, ())

    def children(self, key: str) -> tuple[str, ...]:
        """Return the keys of the boxes below a box."""
        return self.below.get(key, ())

    def ancestors(self, key: str) -> tuple[str, ...]:
        """Return the keys of the boxes above a box, the root first."""
        found: list[str] = []
        parent = self.boxes[key].parent
        while parent is not None:
            found.append(parent)
            parent = self.boxes[parent].parent
        return tuple(reversed(found))


def forest(boxes: Sequence[Box]) -> Forest:
    """Return boxes by key and by parent."""
    below: dict[str | None, list[str]] = {}
    for box in boxes:
        below.setdefault(box.parent, []).append(box.key)
    by_key = {box.key: box for box in boxes}
    return Forest(by_key, {key: tuple(keys) for key, keys in below.items()})


def full(trees: Forest, key: str, below: tuple[Twig, ...] = ()) -> Twig:
    """Return a box in full with some twigs below it."""
    box = trees.boxes[key]
    return Twig(key, box.target or key, box.tier, Shown.FULL, below)


def reference(trees: Forest, key: str, shown: Shown, below: tuple[Twig, ...] = ()) -> Twig:
    """Return a small box that stands for one on another page."""
    return Twig(f"{key}-{shown}", key, trees.boxes[key].tier, shown, below)


def cut(trees: Forest, key: str, depth: int) -> Twig:
    """Return a box with what is below it, in full down to `depth` tiers of boxes below.

    A box there that has more below it goes on to another page; one without is drawn in full.
    """
    children = trees.children(key)
    if depth == 0 and children:
        return reference(trees, key, Shown.NEXT)
    return full(trees, key, tuple(cut(trees, child, depth - 1) for child in children))


def count(trees: Forest, key: str, depth: int, most: int) -> int:
    """Return how many boxes `cut` would give, counting no further than a little over `most`."""
    number = 1
    level: tuple[str, ...] = (key,)
    for _ in range(depth):
        level = tuple(child for one in level for child in trees.children(one))
        number += len(level)
        if not level or number > most:
            break
    return number


def mapped(trees: Forest, twig: Twig) -> Twig:
    """Return a twig in which each branch that goes on elsewhere lists what hangs from it."""
    if twig.shown is Shown.NEXT:
        return reference(trees, twig.target, Shown.MAP)
    return replace(twig, below=tuple(mapped(trees, one) for one in twig.below))
