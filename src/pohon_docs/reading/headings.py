"""The words that the reader knows, as data: sheets, column headings, levels, kinds."""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache, lru_cache
from typing import NamedTuple

from pohon_docs.model import Jenis, Level
from pohon_docs.reading.fillers import expanded, unfilled, without_levels
from pohon_docs.reading.lexicon import data, keys, words
from pohon_docs.reading.years import is_year, without_years, years_of
from pohon_docs.values import key

_NUMBER_BEHIND = re.compile(r"\s+\d{1,2}(?:\.\d{1,2})*\.?\s*$")
OF_LEVEL = "_dari_"
"""Stands between a field and the level that its heading names, as in `Indikator Program`."""
_ENDS = ("kondisi_awal", "kondisi_akhir")
_BRACKETS = re.compile(r"\([^)]*\)")
_LAST_BRACKETS = re.compile(r"\(([^()]+)\)\s*$")
_YEARLY = ("target", "pagu", "realisasi", "realisasi_kinerja", "target_rkpd", "pagu_rkpd")


class Column(NamedTuple):
    """What a column holds: a field, of a certain year where it is one of several."""

    field: str
    tahun: int | None = None


@cache
def _columns(sheet: str) -> Mapping[str, str]:
    """Return the headings of a kind of sheet by their compared form, each with its field."""
    return {**words("judul"), **_own_columns(sheet)}


def sheet_kind(name: str) -> str | None:
    """Tell which part of the plan a sheet of this name holds."""
    return words("lembar").get(_sheet_key(name)) or _sheet_words().get(_sheet_key(name))


@cache
def _sheet_words() -> Mapping[str, str]:
    return {_sheet_key(word): name for name, words in data()["lembar"].items() for word in words}


def _sheet_key(name: str) -> str:
    """Compare sheet names without case, blanks, marks, `&` and `dan`."""
    return re.sub("dan", "", key(name)) if key(name) != "dan" else ""


def is_guide(name: str) -> bool:
    """Tell whether a sheet of this name only explains how the others are filled."""
    return key(name) in keys("lembar_penjelasan", "nama")


def is_example(text: str) -> bool:
    """Tell whether a text is the template's example, such as `CONTOH: Kecamatan Sukamaju`."""
    opening, mark, _ = text.partition(":")
    return bool(mark) and key(opening) in words("contoh")


def sheet_names(kind: str) -> tuple[str, ...]:
    """Return the names that a kind of sheet may have, the template's first."""
    return tuple(data()["lembar"][kind])


def required(kind: str) -> tuple[str, ...]:
    """Return the fields that a kind of sheet must have a column for."""
    return tuple(data()["wajib"].get(kind, ()))


def is_foreign(kind: str, seen: tuple[str, ...]) -> bool:
    """Tell whether any of the headings says that a sheet is not laid out as the template's."""
    words = {key(word) for word in data()["bukan_templat"].get(kind, ())}
    return any(key(text) in words for text in seen)


def wordings(kind: str, field: str) -> tuple[str, ...]:
    """Return the headings that would do for a field on a kind of sheet."""
    own = data().get("khusus", {}).get(kind, {}).get(field, ())
    return (*own, *data()["judul"].get(field, ()))


def is_own(kind: str, field: str, heading: str) -> bool:
    """Tell whether a kind of sheet has a heading for a field that other kinds don't have."""
    own = data().get("khusus", {}).get(kind, {}).get(field, ())
    return key(heading) in {key(word) for word in own}


def title(kind: str, field: str) -> str:
    """Return the heading by which a planner knows a field on a kind of sheet."""
    return next(iter(wordings(kind, field)), field.replace("_", " ").capitalize())


def is_yearly(field: str) -> bool:
    """Tell whether a field has a column for each year."""
    return field in _YEARLY


def has_field(kind: str, field: str) -> bool:
    """Tell whether a kind of sheet can have a column of a field."""
    return field in _columns(kind).values()


@cache
def is_wording(field: str) -> bool:
    """Tell whether a field holds words or a sentence, never a bare number or a date."""
    return field in data()["isi"]["kalimat"]


def nearest(kind: str, field: str, seen: tuple[str, ...]) -> str:
    """Return the seen heading that resembles a field's headings most, or an empty text."""
    by_key = {key(text): text for text in seen}
    for wording in wordings(kind, field):
        if match := get_close_matches(key(wording), list(by_key), n=1, cutoff=0.75):
            return by_key[match[0]]
    return ""


@lru_cache(maxsize=1 << 12)
def column(kind: str, path: tuple[str, ...]) -> Column | None:
    """Read a column's headings, from the top row down, as a field and its year."""
    years = [year for text in path for year in years_of(text)]
    tahun = years[-1] if years else None
    names = [_field(kind, text) for text in path]
    if "kondisi_akhir" in names or (names[1:] and key(path[0]) in keys("bukan_isian", "jumlah")):
        return Column("pagu_akhir" if names[-1] == "pagu" else "kondisi_akhir")
    if names[:1] == ["kode"]:
        return Column("kode")  # also over `Urusan | Program | Kegiatan`, which are its parts
    field = next((name for name in reversed(names) if name), None)
    if field == "uraian" and kind in ("lebar", "cascading"):
        field = next(name for name in names if name)  # `Program` over `Kode | Uraian`
    if field == "kinerja" and any(map(is_year, path)):
        field = "target"  # `Kinerja | Anggaran` below a year
    if field is None:
        only_years = tahun is not None and all(is_year(text) for text in path)
        return Column("target", tahun) if only_years else None
    return Column(field, tahun if field in _YEARLY else None)


def _field(kind: str, text: str) -> str | None:
    """Return the field that one heading names, with and without its year, its brackets, fillers.

    `Level 1 (Taktikal)` is the level in the brackets, where nothing before them is known.
    """
    known = _columns(kind)
    bare = without_years(text)
    outside = _BRACKETS.sub(" ", bare)
    undated = re.sub(r"(?i)\b(pada )?(?:tahun|thn\b\.?|th\b\.?)( ke\b)?", " ", outside)
    tries = (text, bare, outside, undated, expanded(undated))
    found = next((known[key(trial)] for trial in tries if key(trial) in known), None)
    inside = key(" ".join(_BRACKETS.findall(bare)))
    if known.get(inside) in _ENDS:
        return known[inside]  # `Realisasi 2024 (Baseline)`
    if found is None and kind == "cascading":
        found = _own_columns(kind).get(inside)
    return found or _unfilled_columns(kind).get(unfilled(tries[-1])) or _of_levels(kind, tries[-1])


def _of_levels(kind: str, text: str) -> str | None:
    """Return the field of a heading that lists levels: `Kode Urusan, Program, dan Kegiatan`."""
    rest = without_levels(text)
    if rest is None:
        return None
    return _columns(kind).get(rest) if rest else "uraian"


@cache
def _own_columns(kind: str) -> Mapping[str, str]:
    """Return the headings that only one kind of sheet has."""
    own = data().get("khusus", {}).get(kind, {})
    return {key(word): name for name, words in own.items() for word in words}


@cache
def _unfilled_columns(kind: str) -> Mapping[str, str]:
    """Return headings by what is left of them without fillers, where only one field is meant."""
    meant: dict[str, set[str]] = {}
    for wording, field in _worded(kind):
        meant.setdefault(unfilled(wording), set()).add(field)
    return {rest: fields.pop() for rest, fields in meant.items() if rest and len(fields) == 1}


def _worded(kind: str) -> Iterator[tuple[str, str]]:
    """Yield every heading of a kind of sheet with the field that it names there."""
    known = _columns(kind)
    own = data().get("khusus", {}).get(kind, {})
    for section in (data()["judul"], own):
        for words_of in section.values():
            yield from ((word, known[key(word)]) for word in words_of)


def is_code_part(text: str) -> bool:
    """Tell whether a heading names a part of a code that is written over several columns."""
    return key(text) in words("kode_terpisah")


def is_subheading(kind: str, text: str) -> bool:
    """Tell whether a text can stand in a lower header row: a year or a heading."""
    return is_year(text) or _field(kind, text) is not None


def is_unit(text: str) -> bool:
    """Tell whether a text is a known unit, such as Dokumen or %."""
    return text.strip() == "%" or key(text) in words("satuan")


def unit_behind(text: str) -> str:
    """Return the known unit in brackets behind an indicator: `Jumlah rapat (Kali)`."""
    found = _LAST_BRACKETS.search(text)
    return found[1].strip() if found and is_unit(found[1]) else ""


def is_counted(text: str) -> bool:
    """Tell whether a text is a known unit of things that are counted, unlike Indeks or Persen."""
    return key(text) in words("satuan") and key(text) not in keys("terukur", "satuan")


def is_percent(text: str) -> bool:
    """Tell whether a text is the unit of percentages."""
    return text.strip() == "%" or key(text) in keys("terukur", "persen")


def level(text: str) -> Level | None:
    """Read a level's name, with or without `Kinerja` before it and a number behind it."""
    name = words("level").get(re.sub("^kinerja", "", key(_NUMBER_BEHIND.sub("", text))))
    return Level(name) if name else None


def jenis(text: str) -> Jenis | None:
    """Read the kind of a component, with or without a number behind it: `Sasaran 1.1`."""
    name = words("jenis").get(key(_NUMBER_BEHIND.sub("", text)))
    return Jenis(name) if name else None


def is_statement(text: str) -> bool:
    """Tell whether a label opens what a component states, such as Outcome."""
    return key(text) in words("pernyataan")
