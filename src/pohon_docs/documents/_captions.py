"""The numbers in captions: the regulation's own, or counted through a chapter or the whole book."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from string import Formatter

from pohon_docs.packs import PictureSpec, Spec

_CHAPTER = re.compile(r"BAB ([IVXL]+)\b")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}


def numbers(
    chapters: Iterable[tuple[str, Iterable[Spec]]], text: Mapping[str, str]
) -> Mapping[int, str]:
    """Return each table's and picture's number by identity, in the style that a pack words.

    `chapters` are their headings with what they hold; what the style asks for and a chapter or
    a table lacks leaves it without a number.
    """
    counts: Counter[tuple[str, str]] = Counter()
    found: dict[int, str] = {}
    for heading, specs in chapters:
        roman = found_in[1] if (found_in := _CHAPTER.match(heading)) else ""
        for spec in specs:
            kind = "gambar" if isinstance(spec, PictureSpec) else "tabel"
            counts.update([(kind, heading), (kind, "")])
            known = {
                "kode": spec.kode,
                "bab": str(_arabic(roman)) if roman else "",
                "bab_romawi": roman,
                "nomor": str(counts[kind, heading]),
                "urut": str(counts[kind, ""]),
            }
            found[id(spec)] = _filled(text[f"{kind}.nomor"], known)
    return found


def own_number(spec: Spec, text: Mapping[str, str]) -> str:
    """Return the number that a table has wherever it stands, nothing for one that is counted."""
    kind = "gambar" if isinstance(spec, PictureSpec) else "tabel"
    return _filled(text[f"{kind}.nomor"], {"kode": spec.kode})


def _filled(form: str, known: Mapping[str, str]) -> str:
    named = [name for _, name, _, _ in Formatter().parse(form) if name]
    return form.format(**known) if all(known.get(name) for name in named) else ""


def _arabic(roman: str) -> int:
    values = [_VALUES[letter] for letter in roman]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-one if one < after else one for one, after in pairs)
