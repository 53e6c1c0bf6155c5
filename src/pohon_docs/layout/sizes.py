"""How high and wide the boxes of a tree's parts are, on a grid of columns; measured once."""

from dataclasses import dataclass
from functools import cached_property

from pohon_docs.layout.fit import part_height
from pohon_docs.layout.references import parts_of
from pohon_docs.layout.subtree import Forest, Shown, Twig
from pohon_docs.styles import Style
from pohon_docs.views import Part, Words

_LONGEST = "8888"
"""A page's number that is as wide as any."""


@dataclass(frozen=True)
class Sizes:
    """Measures of one tree at one width of column and one text scale.

    `most` is the height that a box may have before it takes another column of `columns`;
    `planned` are the measures in which it was planned, where columns were stretched since.
    """

    trees: Forest
    words: Words
    style: Style
    column: float
    columns: int
    scale: float
    most: float
    paged: bool = True
    planned: "Sizes | None" = None

    @property
    def step(self) -> float:
        """The distance from one column to the next."""
        return self.column + self.style.pohon_halaman.celah_mendatar

    @property
    def stacked(self) -> float:
        """The width of a box in a stack, beside the stack's spine."""
        return self.column - self.style.pohon_halaman.inden

    def width(self, columns: int) -> float:
        """Return the width of a box over some columns."""
        return columns * self.step - self.style.pohon_halaman.celah_mendatar

    def parts(self, twig: Twig, wide: float, page: str = _LONGEST) -> tuple[Part, ...]:
        """Return what a twig's box says at a width."""
        known = self.trees.boxes[twig.target if twig.shown is not Shown.FULL else twig.key]
        page = page if self.paged else ""
        below = [self.trees.boxes[key] for key in self.trees.children(twig.target)]
        below = [box for box in below if not box.reference] if twig.shown is Shown.MAP else []
        return parts_of(twig, known, below, self.words, page, wide, self.style)

    def heights(self, twig: Twig, wide: float) -> tuple[float, ...]:
        """Return the heights of the parts of a twig's box at a width."""
        key = (twig.key, twig.shown, wide)
        if key not in self._known:
            parts = self.parts(twig, wide)
            heights = tuple(part_height(part, wide, self.style, self.scale) for part in parts)
            self._known[key] = heights
        return self._known[key]

    def height(self, twig: Twig, wide: float) -> float:
        """Return the height of a twig's box at a width."""
        return sum(self.heights(twig, wide))

    def span(self, twig: Twig) -> int:
        """Return the fewest columns in which a box isn't higher than it may be."""
        if self.planned:
            return self.planned.span(twig)
        key = (twig.key, twig.shown)
        if key not in self._spans:
            wide = range(1, self.columns)
            low = (one for one in wide if self.height(twig, self.width(one)) <= self.most)
            self._spans[key] = next(low, self.columns)
        return self._spans[key]

    @cached_property
    def _known(self) -> dict[tuple[str, Shown, float], tuple[float, ...]]:
        return {}

    @cached_property
    def stacks(self) -> dict[tuple[str, int, int], float]:
        """The heights of runs that were measured: by first leaf, number of leaves, columns."""
        return {}

    @cached_property
    def items(self) -> dict[Twig, tuple[tuple[Twig, ...], ...]]:
        """What stands below the twigs that were looked at, in runs of leaves and single twigs."""
        return {}

    @cached_property
    def _spans(self) -> dict[tuple[str, Shown], int]:
        return {}
