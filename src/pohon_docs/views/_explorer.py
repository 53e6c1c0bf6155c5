"""What the page of one plan in a browser shows: nodes with their cards, findings, printed pages."""

from collections.abc import Mapping
from dataclasses import dataclass

from pohon_docs.listing import Entry
from pohon_docs.source import Ref


@dataclass(frozen=True, slots=True)
class Fact:
    """One field of a node or an indicator: its label, its text as written, and its cell."""

    label: str
    text: str
    ref: Ref | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """A value of a series: its year or moment, its text, its number where it is one, its cell."""

    label: str
    text: str
    number: float | None
    ref: Ref | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """Values over the years, such as targets or money; drawn as a chart and told as a table."""

    label: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """An indicator: its wording and cell, its fields, and its values over the years."""

    text: str
    ref: Ref
    facts: tuple[Fact, ...]
    series: tuple[Series, ...]


@dataclass(frozen=True, slots=True)
class Partner:
    """Another unit's part in a node, with the fields that tell of it."""

    name: str
    facts: tuple[Fact, ...]
    ref: Ref | None = None


@dataclass(frozen=True, slots=True)
class Layer:
    """A level of the tree or a kind of component, which a reader may switch off.

    `below` is the role of what stands below a node's name in its box; `component` marks a layer
    whose nodes hang beside the tree's conditions, in no tier of their own.
    """

    role: str
    below: str
    name: str
    component: bool = False


@dataclass(frozen=True, slots=True)
class Sprig:
    """A node on the page; parents come before their children.

    `above` and `target` are places among the nodes: the one it hangs from, and the one that a
    reference stands for; `layer` a place among the layers, `entries` places among the findings.
    """

    layer: int
    code: str
    text: str
    tier: int = 0
    above: int | None = None
    short: str = ""
    target: int | None = None
    ref: Ref | None = None
    facts: tuple[Fact, ...] = ()
    measures: tuple[Measure, ...] = ()
    money: tuple[Series, ...] = ()
    partners: tuple[Partner, ...] = ()
    entries: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Explorer:
    """The page of one plan: its layers and nodes, its findings, what it is printed as.

    `copy` is the file beside the page that its cells lead into, if there is one; `links` are
    other files beside it; `prints` the SVG pages of the tree's document. `entries` say their
    sheet with their cell.
    """

    title: str
    subtitle: str
    book: str
    copy: str
    layers: tuple[Layer, ...]
    sprigs: tuple[Sprig, ...]
    entries: tuple[Entry, ...]
    counts: Mapping[str, int]
    links: tuple[tuple[str, str], ...]
    prints: tuple[bytes, ...]
    words: Mapping[str, str]
    draft: str = ""
