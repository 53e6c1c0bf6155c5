"""What the page of all units shows: a line for each unit, with sums on top."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FileLink:
    """A file of a unit: its address from the page, what it is called, and its pages if known."""

    address: str
    name: str
    pages: int = 0


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit on the page: its plan, what a run did with it, its findings, size and files.

    `state` names the state's look and `said` tells it; `main` is where the unit's name leads,
    `picture` the address of its tree's small picture; `facts` are told as they are, `order`
    holds the numbers to sort by, by the names of the page's orders.
    """

    name: str
    workbook: str
    period: str
    state: str
    said: str
    counts: Mapping[str, int]
    facts: tuple[tuple[str, str], ...]
    order: Mapping[str, float]
    main: str = ""
    picture: str = ""
    links: tuple[FileLink, ...] = ()
    others: tuple[FileLink, ...] = ()


@dataclass(frozen=True, slots=True)
class Front:
    """The page of all units: its sums, its units in order, and what it may be sorted by."""

    title: str
    subtitle: str
    totals: tuple[tuple[str, str], ...]
    counts: Mapping[str, int]
    units: tuple[Unit, ...]
    states: Mapping[str, str]
    orders: Mapping[str, str]
    words: Mapping[str, str]
