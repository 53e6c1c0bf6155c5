"""Which unit a partner's name means: units are called in full, in part, or by abbreviation."""

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cache

from pohon_docs import words
from pohon_docs.joining import Unit
from pohon_docs.values import key

_NEAR = 0.84
"""Likeness of two names above which one is probably a misspelling of the other."""


class Names:
    """The names of units, to be found by what others call them."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._units = tuple(units)
        pemda = (unit.rencana.identitas.pemerintah_daerah for unit in self._units)
        self._places = frozenset(word for name in pemda for word in _spelled(name))
        self._words = tuple(_words(unit.nama, self._places) for unit in self._units)

    def unit(self, name: str) -> Unit | None:
        """Return the unit that a name means; None where none does, or several.

        Of two workbooks of one unit it is the first.
        """
        asked = _words(name, self._places)
        exact = [unit for unit, own in self._pairs() if own and own == asked]
        if not exact and asked:
            exact = [unit for unit, own in self._pairs() if own and _within(asked, own)]
        return exact[0] if len({key(unit.nama) for unit in exact}) == 1 else None

    def several(self, text: str) -> tuple[str, ...]:
        """Return the partners that a cell names: parted by semicolons, or before a kind of unit.

        A comma alone parts nothing, since names hold some ("Dinas Sosial, Pemberdayaan
        Perempuan"), and a whole unit's name is never parted.
        """
        if self.unit(text) is not None:
            return (text,)
        parts = (part.strip(" ,") for part in _parting().split(text))
        return tuple(part for part in parts if part) or (text,)

    def nearest(self, name: str) -> Unit | None:
        """Return the unit whose name is nearly the one asked for."""
        known = {key(unit.nama): unit for unit in self._units}
        found = get_close_matches(key(name), known, n=1, cutoff=_NEAR)
        return known[found[0]] if found else None

    def _pairs(self) -> Iterable[tuple[Unit, frozenset[str]]]:
        return zip(self._units, self._words, strict=True)


@cache
def _parting() -> re.Pattern[str]:
    """Return what stands between two partners."""
    firsts = words.listed("gabungan", "jenis_unit") | words.listed("gabungan", "jenis_luar")
    known = "|".join(sorted(map(re.escape, firsts | _abbreviations().keys())))
    numbered = r"(?:^|\s)\d{1,2}[.)]\s+"
    joining = rf"(?:[,/&+]|\bdan\b|\bserta\b)\s*(?:dan\s+)?(?=(?:{known})\b)"
    return re.compile(rf";|{numbered}|{joining}", re.IGNORECASE)


def _within(asked: frozenset[str], own: frozenset[str]) -> bool:
    """Tell whether a name is part of another, and more than a kind of unit ("Dinas")."""
    kinds = words.listed("gabungan", "jenis_unit")
    return bool(asked - kinds) and asked <= own


def _words(name: str, places: frozenset[str]) -> frozenset[str]:
    """Return the words that tell a name from others, abbreviations spelled out."""
    left = frozenset(_spelled(name)) - words.listed("gabungan", "kata_tanpa_arti")
    return left - places or left


def _spelled(name: str) -> list[str]:
    found = re.findall(r"[^\W_]+", name.casefold())
    return [word for one in found for word in _abbreviations().get(one, one).split()]


@cache
def _abbreviations() -> Mapping[str, str]:
    known: Mapping[str, str] = words.load("gabungan")["singkatan"]
    return known
