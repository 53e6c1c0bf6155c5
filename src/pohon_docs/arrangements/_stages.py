"""Which columns are levels, and which tell of the nodes of a level: the header of such a sheet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pohon_docs.codes import official
from pohon_docs.reading import headings
from pohon_docs.reading.headed import BELOW, CODE
from pohon_docs.reading.header import Header, find_header
from pohon_docs.reading.headings import OF_LEVEL, Column
from pohon_docs.source import Sheet

_CODE, _STATEMENT = "kode", "sasaran"
_AIMS = frozenset({"tujuan", "sasaran_induk"})
_MEASURES = frozenset({"indikator", "satuan", "target"})


@dataclass(frozen=True, slots=True)
class Stage:
    """A level's column: its field, and the columns that tell of its nodes alone."""

    field: str
    number: int
    title: str
    own: Mapping[int, Column]


@dataclass(frozen=True, slots=True)
class Stages:
    """The level columns of a sheet from the left, and the columns that all levels share."""

    head: Header
    stages: tuple[Stage, ...]
    shared: Mapping[int, Column]

    @property
    def known(self) -> frozenset[int]:
        """The columns that are read."""
        own = {number for one in self.stages for number in (one.number, *one.own)}
        return frozenset(own | set(self.shared))

    @property
    def unknown(self) -> tuple[str, ...]:
        """The headings that no field is named by."""
        seen = self.head.seen.items()
        return tuple(text for number, text in seen if text and number not in self.known)

    @property
    def tahun(self) -> frozenset[int]:
        """The years that the headings name."""
        columns = [*self.shared.values(), *(c for one in self.stages for c in one.own.values())]
        return frozenset(column.tahun for column in columns if column.tahun)


def find_stages(sheet: Sheet, kind: str, fields: Sequence[str]) -> Stages | None:
    """Find the header of a sheet whose levels are columns; None where it has none of them."""
    head = find_header(sheet, kind)
    if head is None:
        return None
    named = {number: head.named.get(number) for number in head.seen}
    levels = {n: c for n, c in named.items() if c and c.field in fields}
    found = [n for n in levels if n not in head.split]
    places = _naming(head, found)
    named = {n: c for n, c in named.items() if n in places or n not in found}
    if not places or not _hold_names(sheet, head, places):
        return None
    owners = {n: _owner(n, column, places, named) for n, column in named.items() if column}
    owners |= dict.fromkeys(_of_all_levels(sheet, head, named))
    strangers = _strangers(places, named)
    stages = []
    for place in places:
        column = named[place]
        assert column is not None
        own = {n: _plain(c) for n, c in named.items() if c and owners.get(n) == place != n}
        stages.append(Stage(column.field, place, head.seen[place], _firsts(own)))
    shared = {n: c for n, c in named.items() if c and owners[n] is None and n not in strangers}
    return Stages(head, tuple(stages), _firsts(shared))


def _naming(head: Header, places: Sequence[int]) -> list[int]:
    """Return the level columns that hold names: of several below one heading, those known so.

    Of `Tujuan` over `Uraian | Catatan` the latter is no second column of tujuan.
    """
    told = {n: head.seen[n].partition(BELOW) for n in places}
    known = [n for n, (_, _, low) in told.items() if low and headings.column(head.kind, (low,))]
    tops = {told[n][0] for n in known}
    return [n for n in places if n in known or told[n][0] not in tops]


def _firsts(columns: Mapping[int, Column]) -> dict[int, Column]:
    """Return the first column of each field; a further one belongs to a level that is unknown."""
    firsts = {column: number for number, column in reversed([*columns.items()])}
    return {number: c for number, c in columns.items() if firsts[c] == number}


def _hold_names(sheet: Sheet, head: Header, places: Sequence[int]) -> bool:
    """Tell whether level columns hold names, and not the parts of a code; an empty table may."""
    below = [cell for row in sheet.rows[head.body :] for cell in row.cells if cell.column in places]
    return not below or any(any(map(str.isalpha, cell.text)) for cell in below)


def _owner(
    number: int, column: Column, places: Sequence[int], named: Mapping[int, Column | None]
) -> int | None:
    """Return the level column that a column belongs to, None for one that all share.

    `Indikator Program` belongs to the column of programs, `Kode` to the name at its right;
    else a column belongs to the level at its left where levels have columns between them.
    """
    if number in places:
        return number
    _, _, suffix = column.field.partition(OF_LEVEL)
    told = next((n for n in places if (c := named[n]) and c.field == suffix), None)
    if told is not None:
        return told
    if number + 1 in places and (column.field == _CODE or _is_before(number, places, named)):
        return number + 1
    left = [place for place in places if place < number]
    return left[-1] if left and _between(places, named) else None


def _between(places: Sequence[int], named: Mapping[int, Column | None]) -> bool:
    """Tell whether levels have columns between them that tell of the level at their left."""
    return any(
        n not in places and c and c.field != _CODE and not _told(c) and places[0] < n < places[-1]
        for n, c in named.items()
    )


def _told(column: Column) -> bool:
    """Tell whether a heading names the level that its column tells of."""
    return OF_LEVEL in column.field


def _strangers(places: Sequence[int], named: Mapping[int, Column | None]) -> frozenset[int]:
    """Return the measures at the left of all levels, which tell of a level that is unknown."""
    if not _between(places, named):
        return frozenset()
    return frozenset(n for n, c in named.items() if c and n < places[0] and c.field in _MEASURES)


def _of_all_levels(
    sheet: Sheet, head: Header, named: Mapping[int, Column | None]
) -> tuple[int, ...]:
    """Return the one column of codes whose codes are of several levels, the deepest's in a row."""
    numbers = tuple(n for n, column in named.items() if column == CODE)
    below = [row.at(n) for row in sheet.rows[head.body :] for n in numbers]
    kinds = {kode.jenis for cell in below if cell and (kode := official(cell.text))}
    return numbers if len(numbers) == 1 and len(kinds) > 1 else ()


def _plain(column: Column) -> Column:
    """Return a column without the level that its heading names."""
    return Column(column.field.partition(OF_LEVEL)[0], column.tahun)


def _is_before(number: int, places: Sequence[int], named: Mapping[int, Column | None]) -> bool:
    """Tell whether a statement stands before its name, as in `Outcome | Program | Output | …`.

    That it does shows at the first: an aim or nothing stands before it, which states nothing.
    """
    stating = [n for n, c in named.items() if c and c.field == _STATEMENT]
    if number not in stating:
        return False
    first = stating[0]
    left = [c for n in places if n < first and (c := named[n])]
    return first + 1 in places and (not left or left[-1].field in _AIMS)
