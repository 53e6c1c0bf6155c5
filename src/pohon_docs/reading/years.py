"""The years that headings name: written out, or by their number in the period."""

import re

from pohon_docs.reading.lexicon import keys
from pohon_docs.values import key

_MOST_DIGITS = 2
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ORDINAL = re.compile(r"(?:ke)?\d{0,2}$")
_RELATIVE = re.compile(r"\(\s*[nN]\s*(?:[-+]\s*\d)?\s*\)")
_BRACKETS = re.compile(r"\([^)]*\)")
_NUMBERED = re.compile(r"(?<![^\W_])(\d{1,2}|[IVX]{1,4})\W*$")
_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def years_of(text: str) -> tuple[int, ...]:
    """Return the years that a heading names."""
    return tuple(map(int, _YEAR.findall(text)))


def without_years(text: str) -> str:
    """Return a heading without its years, and without what counts from one: `2026 (n+1)`."""
    return _RELATIVE.sub(" ", _YEAR.sub(" ", text))


def is_year(text: str) -> bool:
    """Tell whether a heading is only a year, such as `2022`, `Tahun 2022` or `Tahun II`."""
    rest = key(without_years(text))
    return not rest or _ORDINAL.sub("", rest) in keys("tahun", "awalan") or ordinal(text) > 0


def ordinal(text: str) -> int:
    """Return the number of a year such as `Tahun-1` or `Tahun ke-II` in its period, else 0."""
    found = _NUMBERED.search(text)
    before = key(text[: found.start()]) if found else ""
    return counted(found[1]) if found and before in keys("tahun", "urutan") else 0


def counted(text: str) -> int:
    """Read a number in digits or as the Romans wrote it, 0 where it is none or a year."""
    if text.isdigit():
        return int(text) if len(text) <= _MOST_DIGITS else 0
    return _ROMAN.index(text.upper()) if text.upper() in _ROMAN else 0


def counts_years(text: str) -> bool:
    """Tell whether the headings below this one are numbers of years: `Target pada Tahun ke-`."""
    return key(_BRACKETS.sub(" ", text)).endswith("tahunke")


def is_reached(text: str) -> bool:
    """Tell whether a heading is only a year, or says of one what was reached in it."""
    rest = re.sub(r"(?i)\btahun\b", " ", _BRACKETS.sub(" ", without_years(text)))
    return is_year(text) or key(rest) in keys("tercapai", "kata")
