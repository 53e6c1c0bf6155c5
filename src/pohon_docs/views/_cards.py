"""What the cascade cards show: sections of conditions and the cards below them."""

from dataclasses import dataclass

from pohon_docs.views._tables import Table
from pohon_docs.views._trees import Box, Paragraph, Tree


@dataclass(frozen=True, slots=True)
class Card:
    """A component's card: rows of a label and its text; continued as `(lanjutan)` when long."""

    key: str
    role: str
    rows: tuple[tuple[str, tuple[Paragraph, ...]], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A condition's box and the cards of the components that support it."""

    box: Box
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The cards of one tier of a level; `loose` are cards that stand under no condition."""

    band: str
    heading: str
    banner: str
    columns: tuple[Column, ...]
    tables: tuple[Table, ...] = ()
    loose: tuple[Card, ...] = ()


@dataclass(frozen=True, slots=True)
class Cards:
    """A document of cascade cards after its trees; `continued` marks a section's later pages."""

    title: str
    subtitle: str
    trees: tuple[Tree, ...]
    sections: tuple[Section, ...]
    band_title: str
    continued: str
    draft: str = ""
