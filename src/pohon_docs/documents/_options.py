"""Which options of the official tables a plan asks for (Identitas, `Pilihan Tabel`)."""

import re
from collections.abc import Set
from dataclasses import dataclass

from pohon_docs.packs import OPTIONS, PictureSpec, TableSpec
from pohon_docs.values import key

_WITHOUT = "tanpa"
_BETWEEN = re.compile(r"[;,\n]")


@dataclass(frozen=True, slots=True)
class Options:
    """The options that a plan turns on and off beside those of its tables."""

    on: frozenset[str] = frozenset()
    off: frozenset[str] = frozenset()
    unknown: tuple[str, ...] = ()


def read_options(text: str) -> Options:
    """Read options such as `tujuan sasaran; tanpa satuan`; words that are none are unknown."""
    on: set[str] = set()
    off: set[str] = set()
    unknown: list[str] = []
    known = {key(name): name for name in OPTIONS}
    for word in (piece.strip() for piece in _BETWEEN.split(text) if piece.strip()):
        compared = key(word)
        without = compared.startswith(_WITHOUT)
        name = known.get(compared.removeprefix(_WITHOUT))
        if name is None:
            unknown.append(word)
        else:
            (off if without else on).add(name)
    return Options(frozenset(on), frozenset(off), tuple(unknown))


def chosen(spec: TableSpec | PictureSpec, asked: Options) -> Set[str]:
    """Return the options that are on for a table or a picture."""
    return (frozenset(spec.pilihan) | asked.on) - asked.off
