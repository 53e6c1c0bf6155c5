"""Rows that are no entries, by how they begin: sums, notes, signatures."""

from pohon_docs.lexicon import keys, words
from pohon_docs.values import key


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


def is_signing(text: str) -> bool:
    """Tell whether a text begins as a signature block does, such as Mengetahui."""
    return key(text).startswith(keys("penutup", "tanda_tangan"))
