"""What a tree's picture shows: boxes with their parts, bands, what leads from page to page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of text; `prefix` stands before it and its lines are indented behind it."""

    text: str
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One field of a box, such as a condition's statement or its indicators."""

    role: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A node of a tree: its parts from the top, the row it stands in and the box above it.

    `reference` marks a small box that stands for the node `target`, drawn in full elsewhere;
    `attached` one that is no node of the tree but hangs from one; `dashed` one that a dashed
    connector joins to it.
    """

    key: str
    parts: tuple[Part, ...]
    tier: int
    parent: str | None = None
    reference: bool = False
    target: str = ""
    attached: bool = False
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """A level's label beside the tiers `first` to `last` (inclusive)."""

    label: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Key:
    """An entry of a picture's legend: what the boxes in the look of a role are."""

    role: str
    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """What a tree on several pages says of them, with the fields `{nomor}`, `{jumlah}` and so on.

    `onward` stands on a box whose branch goes on elsewhere, `back` where it does, `at` on a
    reference to a shared node; `rest` names the ancestors that a path leaves out, `overview`
    the first page in the outline, `sheet` a sheet of a poster.
    """

    onward: str = "{nomor}"
    back: str = "{nomor}"
    at: str = "{nomor}"
    rest: str = "{jumlah}"
    overview: str = ""
    sheet: str = "{nomor}"


@dataclass(frozen=True, slots=True)
class Tree:
    """One picture of a tree; `bands` is empty for a picture without level labels.

    `description` is read out in place of the drawn connectors; `legend` stands at every page's
    foot.
    """

    name: str
    title: str
    subtitle: str
    boxes: tuple[Box, ...]
    bands: tuple[Band, ...] = ()
    bands_title: str = ""
    note: str = ""
    description: str = ""
    words: Words = Words()
    legend: tuple[Key, ...] = ()


@dataclass(frozen=True, slots=True)
class Trees:
    """A document of trees, one after another."""

    title: str
    pages: tuple[Tree, ...]
    draft: str = ""
