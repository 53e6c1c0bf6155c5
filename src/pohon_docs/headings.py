"""The words that the reader knows, as data: sheets, column headings, levels, kinds."""

import re
import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from pohon_docs.model import Jenis, Level
from pohon_docs.values import key

_ORDINAL = re.compile(r"(?:ke)?\d{0,2}$")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NUMBER_BEHIND = re.compile(r"\s+\d{1,2}(?:\.\d{1,2})*\.?\s*$")
_YEARLY = ("target", "pagu", "realisasi", "realisasi_kinerja", "target_rkpd", "pagu_rkpd")


class Column(NamedTuple):
    """What a column holds: a field, of a certain year where it is one of several."""

    field: str
    tahun: int | None = None


@cache
def _data() -> dict[str, Any]:
    text = files("pohon_docs").joinpath("headings.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _words(section: str) -> Mapping[str, str]:
    """Return the section's words by their compared form, each with the name that it means."""
    return {key(word): name for name, words in _data()[section].items() for word in words}


@cache
def _keys(section: str, name: str) -> tuple[str, ...]:
    """Return a list of words in their compared form."""
    return tuple(map(key, _data()[section][name]))


@cache
def _columns(sheet: str) -> Mapping[str, str]:
    """Return the headings of a kind of sheet by their compared form, each with its field."""
    own = _data().get("khusus", {}).get(sheet, {})
    return dict(_words("judul")) | {
        key(word): name for name, words in own.items() for word in words
    }


def sheet_kind(name: str) -> str | None:
    """Tell which part of the plan a sheet of this name holds."""
    return _words("lembar").get(_sheet_key(name)) or _sheet_words().get(_sheet_key(name))


@cache
def _sheet_words() -> Mapping[str, str]:
    return {_sheet_key(word): name for name, words in _data()["lembar"].items() for word in words}


def _sheet_key(name: str) -> str:
    """Compare sheet names without case, blanks, marks, `&` and `dan`."""
    return re.sub("dan", "", key(name)) if key(name) != "dan" else ""


def is_guide(name: str) -> bool:
    """Tell whether a sheet of this name only explains how the others are filled."""
    return key(name) in _keys("lembar_penjelasan", "nama")


def is_example(text: str) -> bool:
    """Tell whether a text is the template's example, such as `CONTOH: Kecamatan Sukamaju`."""
    opening, mark, _ = text.partition(":")
    return bool(mark) and key(opening) in _words("contoh")


def sheet_names(kind: str) -> tuple[str, ...]:
    """Return the names that a kind of sheet may have, the template's first."""
    return tuple(_data()["lembar"][kind])


def required(kind: str) -> tuple[str, ...]:
    """Return the fields that a kind of sheet must have a column for."""
    return tuple(_data()["wajib"].get(kind, ()))


def is_foreign(kind: str, seen: tuple[str, ...]) -> bool:
    """Tell whether any of the headings says that a sheet is not laid out as the template's."""
    words = {key(word) for word in _data()["bukan_templat"].get(kind, ())}
    return any(key(text) in words for text in seen)


def wordings(kind: str, field: str) -> tuple[str, ...]:
    """Return the headings that would do for a field on a kind of sheet."""
    own = _data().get("khusus", {}).get(kind, {}).get(field, ())
    return (*own, *_data()["judul"].get(field, ()))


def is_own(kind: str, field: str, heading: str) -> bool:
    """Tell whether a kind of sheet has a heading for a field that other kinds don't have."""
    own = _data().get("khusus", {}).get(kind, {}).get(field, ())
    return key(heading) in {key(word) for word in own}


def title(kind: str, field: str) -> str:
    """Return the heading by which a planner knows a field on a kind of sheet."""
    return next(iter(wordings(kind, field)), field.replace("_", " ").capitalize())


def is_wording(field: str) -> bool:
    """Tell whether a field holds words or a sentence, never a bare number or a date."""
    return field in _data()["isi"]["kalimat"]


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
    years = [int(year) for text in path for year in _YEAR.findall(text)]
    tahun = years[-1] if years else None
    names = [_field(kind, text) for text in path]
    if "kondisi_akhir" in names:
        return Column("pagu_akhir" if names[-1] == "pagu" else "kondisi_akhir")
    field = next((name for name in reversed(names) if name), None)
    if field == "uraian" and kind in ("lebar", "cascading"):
        field = next(name for name in names if name)  # `Program` over `Kode | Uraian`
    if field == "kinerja" and any(map(_is_year, path)):
        field = "target"  # `Kinerja | Anggaran` below a year
    if field is None:
        only_years = tahun is not None and all(_is_year(text) for text in path)
        return Column("target", tahun) if only_years else None
    return Column(field, tahun if field in _YEARLY else None)


def _field(kind: str, text: str) -> str | None:
    """Return the field that one heading names, with and without its year or its brackets."""
    known = _columns(kind)
    bare = _YEAR.sub(" ", text)
    outside = re.sub(r"\([^)]*\)", " ", bare)
    tries = (text, bare, outside, re.sub(r"(?i)\b(pada )?tahun( ke\b)?", " ", outside))
    return next((known[key(trial)] for trial in tries if key(trial) in known), None)


def _is_year(text: str) -> bool:
    """Tell whether a heading is only a year, such as `2022` or `Tahun 2022`."""
    rest = key(_YEAR.sub(" ", text))
    return not rest or _ORDINAL.sub("", rest) in _keys("tahun", "awalan")


def ordinal(text: str) -> int:
    """Return the number of a year such as `Tahun-1` or `Tahun ke-2` in its period, else 0."""
    digits = re.search(r"(\d{1,2})\W*$", text)
    before = key(text[: digits.start()]) if digits else ""
    return int(digits[1]) if digits and before in _keys("tahun", "urutan") else 0


def counts_years(text: str) -> bool:
    """Tell whether the headings below this one are numbers of years: `Target pada Tahun ke-`."""
    return key(text).endswith("tahunke")


def is_code_part(text: str) -> bool:
    """Tell whether a heading names a part of a code that is written over several columns."""
    return key(text) in _words("kode_terpisah")


def not_rupiah(heading: str) -> str:
    """Return the unit of money that a heading names (`ribuan`), empty where it is full rupiah."""
    marks = re.findall(r"\(([^)]*)\)", heading) or [heading]
    return next(
        (found for mark in marks if (found := _words("bukan_rupiah_penuh").get(key(mark)))), ""
    )


def is_subheading(kind: str, text: str) -> bool:
    """Tell whether a text can stand in a lower header row: a year or a heading."""
    return bool(_YEAR.fullmatch(text.strip())) or _is_year(text) or _field(kind, text) is not None


def is_unit(text: str) -> bool:
    """Tell whether a text is a known unit, such as Dokumen or %."""
    return text.strip() == "%" or key(text) in _words("satuan")


def is_counted(text: str) -> bool:
    """Tell whether a text is a known unit of things that are counted, unlike Indeks or Persen."""
    return key(text) in _words("satuan") and key(text) not in _keys("terukur", "satuan")


def is_percent(text: str) -> bool:
    """Tell whether a text is the unit of percentages."""
    return text.strip() == "%" or key(text) in _keys("terukur", "persen")


def level(text: str) -> Level | None:
    """Read a level's name, with or without `Kinerja` before it and a number behind it."""
    name = _words("level").get(re.sub("^kinerja", "", key(_NUMBER_BEHIND.sub("", text))))
    return Level(name) if name else None


def jenis(text: str) -> Jenis | None:
    """Read the kind of a component, with or without a number behind it: `Sasaran 1.1`."""
    name = _words("jenis").get(key(_NUMBER_BEHIND.sub("", text)))
    return Jenis(name) if name else None


def is_statement(text: str) -> bool:
    """Tell whether a label opens what a component states, such as Outcome."""
    return key(text) in _words("pernyataan")


def looks_opening(text: str) -> bool:
    """Tell whether a label opens the sentence that says what the looks of a list mean."""
    return _words("susunan").get(key(text)) == "awal"


def look(text: str) -> tuple[str, bool] | None:
    """Read the name of a look of a list's names; the second tells whether it is meant to be so."""
    if (name := _words("susunan").get(key(text))) and name != "awal":
        return name, True
    return (name, False) if (name := _words("susunan_tanpa").get(key(text))) else None


def look_name(name: str, present: bool) -> str:
    """Return how a look is written in a sentence."""
    return str(_data()["susunan" if present else "susunan_tanpa"][name][0])
