"""Rows of a table that are no entries, told by their opening words: sums, notes, pages, signing."""

import re
from functools import cache

from pohon_docs import words
from pohon_docs.values import key

_LIST = "baris_lain"
_PAGE = re.compile(r"([^\W\d]+)[.:]?\s*\d+(?:\s*(?:/|\w+)\s*\d+)?")


@cache
def _keys(name: str) -> tuple[str, ...]:
    """Return a list of words in their compared form."""
    return tuple(map(key, words.load(_LIST)[name]))


def is_total(text: str) -> bool:
    """Tell whether a text is the name of a sum, such as Jumlah."""
    return key(text.split(":", maxsplit=1)[0]) in _keys("jumlah")


def opens_total(text: str) -> bool:
    """Tell whether a text begins as the name of a sum does, such as `Sub Total Program`."""
    parts = text.split()
    return any(key(" ".join(parts[:count])) in _keys("pembuka_jumlah") for count in (1, 2))


def is_note(text: str) -> bool:
    """Tell whether a text is a note, such as `Catatan: …` or `*) …`."""
    opening, mark, _ = text.partition(":")
    return text.startswith("*") or (bool(mark) and key(opening) in _keys("catatan"))


def is_page(text: str) -> bool:
    """Tell whether a text is the number of a printed page, such as `Halaman 1 dari 2`."""
    found = _PAGE.fullmatch(text.strip())
    return found is not None and key(found[1]) in _keys("halaman")


def is_signing(text: str) -> bool:
    """Tell whether a text begins as a signature block does, such as Mengetahui."""
    return key(text).startswith(_keys("tanda_tangan"))
