"""What a chart shows: a tree's pictures, and tables on pages of their own after them."""

from dataclasses import dataclass

from pohon_docs.views._tables import Table
from pohon_docs.views._trees import Tree


@dataclass(frozen=True, slots=True)
class Listing:
    """A table under a title, on as many pages as it needs."""

    title: str
    subtitle: str
    table: Table


@dataclass(frozen=True, slots=True)
class Chart:
    """A document of trees and, on its last pages, tables; `continued` marks a cut cell."""

    title: str
    trees: tuple[Tree, ...]
    listings: tuple[Listing, ...] = ()
    continued: str = ""
    draft: str = ""
