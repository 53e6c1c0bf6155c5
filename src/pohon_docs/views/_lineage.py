"""What the picture of linieritas shows: the unit's tree tied to that of the pemda above it."""

from dataclasses import dataclass

from pohon_docs.views._trees import Tree


@dataclass(frozen=True, slots=True)
class Lineage:
    """Two trees on one page, and from which box of the upper one each arrow leads to the lower.

    Of each tree there is a choice, the fullest first, in groups of the same boxes with and without
    indicators. The page gives up the lower tree's indicators before boxes of the upper tree, and
    those before boxes of the lower one. A tie whose boxes aren't both shown is left out.
    """

    title: str
    above_label: str
    below_label: str
    above: tuple[tuple[Tree, ...], ...]
    below: tuple[tuple[Tree, ...], ...]
    ties: tuple[tuple[str, str], ...]
    draft: str = ""
