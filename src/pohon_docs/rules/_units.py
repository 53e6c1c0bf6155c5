"""Units as rules compare them: % and Persen are one, and so are Dok. and Dokumen."""

from pohon_docs import words
from pohon_docs.remembering import remembered
from pohon_docs.rules._text import folded, tokens


@remembered
def is_percent(unit: str) -> bool:
    """Tell whether a unit is percent."""
    return unit.strip() == "%" or folded(unit) in words.load("kata")["ukuran"]["satuan_persen"]


@remembered
def standard(unit: str) -> str:
    """Return the name under which a unit is compared."""
    plain = "%" if unit.strip() == "%" else " ".join(tokens(unit))
    known = words.load("kata")["satuan"]
    return next((name for name, names in known.items() if plain in names), plain)


def same_unit(one: str, other: str) -> bool:
    """Tell whether two units mean the same."""
    return standard(one) == standard(other)
