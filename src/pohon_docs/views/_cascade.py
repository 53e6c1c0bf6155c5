"""What the cascading picture of a Renstra shows: strips of cells over columns of sasaran."""

from dataclasses import dataclass

from pohon_docs.views._trees import Part


@dataclass(frozen=True, slots=True)
class Pane:
    """A place of the cascading picture over some columns: cells that stand below each other."""

    cells: tuple[Part, ...]
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Strip:
    """A row of the cascading picture: its label at the left, its panes over all columns."""

    label: str
    panes: tuple[Pane, ...]


@dataclass(frozen=True, slots=True)
class Cascade:
    """A table-like picture: labelled strips over columns, with its caption below."""

    title: str
    subtitle: str
    caption: str
    strips: tuple[Strip, ...]
    draft: str = ""
