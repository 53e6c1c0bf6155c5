"""Words within a heading that don't name what its column holds."""

import re
from functools import cache

from pohon_docs.reading.lexicon import data
from pohon_docs.values import key

_NUMBER = re.compile(r"\s\d{1,2}\s*$")


def unfilled(text: str) -> str:
    """Return what a heading says without its fillers: `Target Renstra PD` says target."""
    return key(_fillers().sub(" ", _NUMBER.sub("", text)))


@cache
def _fillers() -> re.Pattern[str]:
    """Match every filler, longer ones first."""
    found = sorted(data()["pengisi"]["kata"], key=len, reverse=True)
    return re.compile(rf"(?i)\b(?:{'|'.join(map(re.escape, found))})\b")


def without_levels(text: str) -> str | None:
    """Return a heading without the list of levels in it, None where it lists fewer than two."""
    found = _levels().search(text)
    return key(text[: found.start()] + text[found.end() :]) if found else None


@cache
def _levels() -> re.Pattern[str]:
    """Match levels that are listed with commas, slashes or `dan` between them."""
    names = sorted(data()["tingkat"]["kata"], key=len, reverse=True)
    one = "(?:" + "|".join(name.replace(" ", r"\s*") for name in names) + ")"
    between = r"\s*(?:[/,&\n]\s*(?:dan\b|&)?|\bdan\b)\s*"
    return re.compile(rf"(?i)\b{one}(?:{between}{one})+\b")


def expanded(text: str) -> str:
    """Return a heading with its abbreviations written out: `IK Keg.` is Indikator Kegiatan."""
    return _abbreviated().sub(lambda found: _long()[key(found[1])], text)


@cache
def _abbreviated() -> re.Pattern[str]:
    """Match every abbreviation as a word, with its full stop."""
    return re.compile(rf"(?i)\b({'|'.join(map(re.escape, data()['singkatan']))})\b\.?")


@cache
def _long() -> dict[str, str]:
    return {key(short): long for short, long in data()["singkatan"].items()}
