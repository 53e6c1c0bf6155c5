"""What a column holds whose heading is no known one, by the words that it begins with."""

import re
from collections.abc import Mapping
from functools import cache

from pohon_docs.reading import headings
from pohon_docs.reading.fillers import expanded
from pohon_docs.reading.headings import OF_LEVEL, Column
from pohon_docs.reading.lexicon import data
from pohon_docs.reading.years import years_of

_OF_LEVELS = {"lebar": OF_LEVEL, "matriks": "_"}
"""What stands between a field and its level on the kinds of sheets that tell levels apart."""
_BY_LEVEL = frozenset({"lebar", "cascading"})
"""The kinds of sheets where every level may have a column of the same field."""
_MEASURES = {
    "lebar": frozenset({"indikator", "satuan", "target", "pagu"}),
    "matriks": frozenset({"indikator"}),
}


def guessed(
    kind: str, headed: Mapping[int, tuple[str, ...]], known: Mapping[int, Column]
) -> dict[int, Column]:
    """Return columns of unknown headings that can be told, where none tells the same already.

    `headed` are the headings of every column from the top row down, such as `Target TA 2025`.
    """
    taken = set(known.values())
    repeated = kind in _BY_LEVEL
    found: dict[int, Column] = {}
    for number, path in headed.items():
        column = _guess(kind, path) if number not in known else None
        if column is not None and (repeated or column not in taken):
            found[number] = column
            taken.add(column)
    return found


def _guess(kind: str, path: tuple[str, ...]) -> Column | None:
    """Return what the lowest heading says that begins with a telling word."""
    fields = (_field(kind, text) for text in reversed(path))
    field = next((one for one in fields if one), None)
    years = [year for text in path for year in years_of(text)]
    if field is None:
        return None
    yearly = headings.is_yearly(field.partition(OF_LEVEL)[0])
    return Column(field, years[-1]) if yearly and years else Column(field)


def _field(kind: str, text: str) -> str | None:
    """Return the field that a heading's first words name, none where it is of another plan."""
    long = expanded(text)
    if _strange().search(long):
        return None
    field = next((name for name, begins in _begins() if begins.match(long)), None)
    if field is None or not headings.has_field(kind, field):
        return None
    level = _level(kind, long) if field in _MEASURES.get(kind, ()) else ""
    return f"{field}{_OF_LEVELS[kind]}{level}" if level else field


def _level(kind: str, text: str) -> str:
    """Return the level that a heading names last, empty where it names none."""
    last = [(found.end(), name) for name, one in _levels(kind) for found in one.finditer(text)]
    return max(last)[1] if last else ""


@cache
def _begins() -> tuple[tuple[str, re.Pattern[str]], ...]:
    found = data()["awal_judul"].items()
    return tuple((name, re.compile(rf"(?i)(?:{'|'.join(words)})\b")) for name, words in found)


@cache
def _levels(kind: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return how a heading names each level; `Sub Kegiatan` ends where `Kegiatan` does."""
    names = {"tujuan": r"tujuan", "program": r"program", "kegiatan": r"(?<!sub )kegiatan"}
    names |= {"sub_kegiatan": r"sub ?kegiatan"}
    names["sasaran_induk" if kind == "lebar" else "sasaran"] = r"sasaran"
    return tuple((name, re.compile(rf"(?i)\b{word}\b")) for name, word in names.items())


@cache
def _strange() -> re.Pattern[str]:
    """Match the words of headings that tell of other plans than the unit's own."""
    return re.compile(rf"(?i)\b(?:{'|'.join(data()['rencana_lain']['kata'])})\b")
