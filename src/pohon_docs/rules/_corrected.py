"""Texts as they should be written, for advice that can be copied into the cell."""

import re

from pohon_docs import words

_AND = re.compile(r"\s*&\s*")
_WORD = re.compile(r"([^\W\d_]+)(\.?)")


def corrected(text: str) -> str:
    """Return a text with its misspelled words and abbreviations written as they should be."""
    return _WORD.sub(_right, _AND.sub(" dan ", text)).strip()


def cased(right: str, raw: str) -> str:
    """Return a word in the letters, small or capital, that another is written in."""
    if raw.isupper() and len(raw) > 1:
        return right.upper()
    return f"{right[:1].upper()}{right[1:]}" if raw[:1].isupper() else right


def _right(found: re.Match[str]) -> str:
    raw, dot = found.groups()
    lists, word = words.load("kata"), raw.casefold()
    if word in words.load("ejaan")["ejaan"]:
        return cased(words.load("ejaan")["ejaan"][word], raw) + dot
    if word in lists["singkatan"] and word not in lists["lazim"]["kata"]:
        return cased(lists["singkatan"][word], raw)
    return raw + dot
