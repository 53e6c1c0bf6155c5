"""What the picture of linieritas shows: the unit's tree tied to that of the pemda above it."""

from dataclasses import dataclass

from pohon_docs.views._trees import Tree


@dataclass(frozen=True, slots=True)
class Lineage:
    """Two trees on one page, and from which box of the upper one each arrow leads to the lower.

    Of each tree there is a choice, the fullest first: the page shows the first that it holds.
    The upper tree's are grouped: a larger sheet comes before the next group's smaller tree.
    A tie whose boxes the chosen trees don't both show is left out.
    """

    title: str
    above_label: str
    below_label: str
    above: tuple[tuple[Tree, ...], ...]
    below: tuple[Tree, ...]
    ties: tuple[tuple[str, str], ...]
    draft: str = ""
