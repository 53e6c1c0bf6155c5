"""What a page of findings shows, before any format: rows of sheets beside what is said of them."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ExcerptCell:
    """A cell of a row's picture, under its column's heading.

    `column` is 1-based; `gap` tells that filled columns before it were left out.
    """

    column: int
    heading: str
    text: str
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A small picture of a sheet's row: its number and some of its cells, by rising column."""

    row: int
    cells: tuple[ExcerptCell, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding as it is read; `link` is a file beside the page and a place in it, or nothing."""

    code: str
    title: str
    severity: str
    theme: str
    cell: str
    link: str
    message: str
    hint: str
    basis: str


@dataclass(frozen=True, slots=True)
class Section:
    """The findings of one row, or of a whole sheet or workbook where `picture` is None.

    `marks` gives for each faulty column (1-based) the worst severity found there.
    """

    sheet: str
    place: str
    picture: Excerpt | None
    marks: Mapping[int, str]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """A table of counts: its caption, its headings and its rows; the first row cells name."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str | int, ...], ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of findings: its counts by severity, what to filter by, its sections and tallies.

    `hint` says what a click does, and isn't printed; `words` are the labels of the page's own
    parts, by name; `notes` stand below everything.
    """

    title: str
    subtitle: str
    hint: str
    counts: Mapping[str, int]
    sheets: tuple[str, ...]
    themes: tuple[str, ...]
    sections: tuple[Section, ...]
    tallies: tuple[Tally, ...]
    notes: tuple[str, ...]
    words: Mapping[str, str]
