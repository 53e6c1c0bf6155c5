"""Rows that are no entries, by how they begin: sums, notes, signatures."""

import re

from pohon_docs.reading.lexicon import keys, words
from pohon_docs.values import key

_PAGE = re.compile(r"([^\W\d]+)[.:]?\s*\d+(?:\s*(?:/|\w+)\s*\d+)?")


def aside(text: str) -> str | None:
    """Tell whether a row that begins with `text` is a total (`jumlah`) or a note (`catatan`)."""
    if text.startswith("*"):
        return "catatan"
    found = words("bukan_isian").get(key(text.split(":", maxsplit=1)[0]))
    return None if found == "catatan" and ":" not in text else found


def opens_total(text: str) -> bool:
    """Tell whether a text begins as the name of a sum does, such as `Sub Total Program`."""
    first = text.split()[:2]
    return any(key(" ".join(first[:count])) in words("pembuka_jumlah") for count in (1, 2))


def is_page(text: str) -> bool:
    """Tell whether a text is the number of a printed page, such as `Halaman 1 dari 2`."""
    found = _PAGE.fullmatch(text.strip())
    return found is not None and key(found[1]) in words("halaman")


def is_signing(text: str) -> bool:
    """Tell whether a text begins as a signature block does, such as Mengetahui."""
    return key(text).startswith(keys("penutup", "tanda_tangan"))
