"""The regulations as data: one folder each, with its source and date.

`peraturan.toml` says what the regulation is, holds its fixed texts, and for every document
the chapters that hold tables or pictures; every other `.toml` of the folder is one table. A
chapter may take those of another regulation, as `sipd-ri/tabel-4-1`.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Literal, get_args

from pohon_docs.packs._picture import PictureSpec
from pohon_docs.packs._spec import (
    Heading,
    PackError,
    RowSpec,
    TableSpec,
    built,
    common_faults,
    read_spec,
    refuse,
)
from pohon_docs.packs._vocabulary import Pilihan, Sumber

__all__ = [
    "Chapter",
    "Heading",
    "Pack",
    "PackError",
    "PictureSpec",
    "RowSpec",
    "Sumber",
    "TableSpec",
]

_HEAD = "peraturan.toml"
Dokumen = Literal["renstra", "renja", "kinerja", "perubahan"]
"""The documents whose chapters a regulation may lay down."""
Spec = TableSpec | PictureSpec
"""What a chapter holds."""
OPTIONS: tuple[str, ...] = tuple(one for one in get_args(Pilihan) if one)
"""What a plan's `Pilihan Tabel` may name."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of a document: its heading, its section's, its pictures and then its tables.

    Tables go by the names of their files, pictures by those of `gambar`.
    """

    bab: str
    tabel: tuple[str, ...] = ()
    gambar: tuple[str, ...] = ()
    subbab: str = ""


@dataclass(frozen=True, slots=True)
class Pack:
    """A regulation: its name, source and date, its fixed texts, its pictures, its tables by file.

    `dokumen` gives for each document the chapters that hold tables, in order; `berlaku` the
    first year of the periods for which a document follows it unless its plan says otherwise.
    `dasar` names the pack whose fixed texts it takes where it has none of its own.
    """

    nama: str
    peraturan: str
    sumber: str
    tanggal: str
    dasar: str = ""
    teks: Mapping[str, str] = field(default_factory=dict)
    berlaku: Mapping[Dokumen, int] = field(default_factory=dict)
    dokumen: Mapping[Dokumen, tuple[Chapter, ...]] = field(default_factory=dict)
    gambar: Mapping[str, PictureSpec] = field(default_factory=dict)
    tabel: Mapping[str, TableSpec] = field(default_factory=dict)

    def chapters(self, document: Dokumen) -> Iterator[tuple[Chapter, tuple[Spec, ...]]]:
        """Yield a document's chapters with what they hold; raises PackError for an unknown name."""
        for chapter in self.dokumen.get(document, ()):
            pictures = (self._named("gambar", name) for name in chapter.gambar)
            yield chapter, (*pictures, *(self._named("tabel", name) for name in chapter.tabel))

    def _named(self, kind: Literal["gambar", "tabel"], name: str) -> Spec:
        pack, _, own = name.rpartition("/")
        try:
            holder = load(pack) if pack else self
            return holder.gambar[own] if kind == "gambar" else holder.tabel[own]
        except KeyError as error:
            raise PackError(f"{self.nama}/{_HEAD}: {kind} {name!r} tidak ada.") from error


def names() -> tuple[str, ...]:
    """Return the names of the packs that come with the program, sorted."""
    folders = (entry for entry in files(__name__).iterdir() if entry.is_dir())
    return tuple(sorted(entry.name for entry in folders if entry.joinpath(_HEAD).is_file()))


def names_for(document: Dokumen) -> tuple[str, ...]:
    """Return the names of the packs that lay down a document, sorted."""
    return tuple(name for name in names() if document in load(name).dokumen)


def default_for(document: Dokumen, first_year: int) -> str:
    """Return the pack that a document follows for a period that begins in `first_year`.

    It is the one that came in last; before any came in, the oldest.
    """
    dated = sorted((pack.berlaku[document], pack.nama) for pack in _with(document))
    return [name for year, name in dated if year <= first_year or year == dated[0][0]][-1]


def _with(document: Dokumen) -> Iterator[Pack]:
    return (pack for pack in map(load, names()) if document in pack.berlaku)


@cache
def load(name: str) -> Pack:
    """Load the pack `name`; raises KeyError where there is none, PackError for a broken one."""
    if name not in names():
        raise KeyError(name)
    return read(name, files(__name__).joinpath(name))


def read(name: str, folder: Traversable) -> Pack:
    """Read a pack from its folder; raises PackError, naming the file and the place."""
    found = {entry.name: entry for entry in folder.iterdir() if entry.name.endswith(".toml")}
    tables = (table for table in sorted(found) if table != _HEAD)
    specs = [_spec(table, found[table], name) for table in tables]
    head = {"nama": name} | _data(found[_HEAD], f"{name}/{_HEAD}")
    pack = built(Pack, head, f"{name}/{_HEAD}")
    for own, picture in pack.gambar.items():
        refuse(common_faults(picture), f"{name}/{_HEAD} › gambar › {own}")
    texts = {**load(pack.dasar).teks, **pack.teks} if pack.dasar else pack.teks
    return replace(pack, teks=texts, tabel={spec.nama: spec for spec in specs})


def _spec(file: str, entry: Traversable, pack: str) -> TableSpec:
    where = f"{pack}/{file}"
    return read_spec(_data(entry, where), file.removesuffix(".toml"), where)


def _data(entry: Traversable, where: str) -> dict[str, Any]:
    try:
        return tomllib.loads(entry.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"{where}: bukan TOML yang sah ({error}).") from error
