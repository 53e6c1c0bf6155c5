"""The regulations as data: one folder each, with its source and date.

`peraturan.toml` says what the regulation is and holds its fixed texts; every other
`.toml` of the folder is one table. Columns are a tree of headings, from which the
header rows with their spans follow.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

_HEAD = "peraturan.toml"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading over a column, or over several where it has headings below it.

    `judul` may hold `{tahun}`, `{ke}` and other fields; `ulang` = "tahun" repeats the
    heading for every year of the period; a leaf names its values (`isi`), its relative
    width (`lebar`) and the role of its cells (`peran`).
    """

    judul: str
    isi: str = ""
    lebar: float = 0.0
    peran: str = "teks"
    ulang: str = ""
    kolom: tuple["Heading", ...] = ()


@dataclass(frozen=True, slots=True)
class TableSpec:
    """A table of a regulation: its number, title, chapter (`bab`), source and columns.

    `judul` may hold fields of the plan's identity; `keyakinan` says how sure the
    columns are (`terverifikasi`, `tangan kedua`, `simpulan`).
    """

    kode: str
    judul: str
    bab: str
    sumber: str
    keyakinan: str
    kolom: tuple[Heading, ...]


@dataclass(frozen=True, slots=True)
class Pack:
    """A regulation: its name, its source and date, its fixed texts and its tables by code."""

    nama: str
    peraturan: str
    sumber: str
    tanggal: str
    teks: Mapping[str, str]
    tabel: Mapping[str, TableSpec]


def names() -> tuple[str, ...]:
    """Return the names of the packs that come with the program, sorted."""
    folders = (entry for entry in files(__name__).iterdir() if entry.is_dir())
    return tuple(sorted(entry.name for entry in folders if entry.joinpath(_HEAD).is_file()))


@cache
def load(name: str) -> Pack:
    """Load the pack `name`; raises KeyError where there is none of that name."""
    if name not in names():
        raise KeyError(name)
    folder = files(__name__).joinpath(name)
    head = _read(folder.joinpath(_HEAD))
    tables = {entry.name: entry for entry in folder.iterdir() if entry.name.endswith(".toml")}
    specs = [_table(_read(tables[table])) for table in sorted(tables) if table != _HEAD]
    return Pack(
        nama=name,
        peraturan=head["peraturan"],
        sumber=head["sumber"],
        tanggal=str(head["tanggal"]),
        teks=head.get("teks", {}),
        tabel={spec.kode: spec for spec in specs},
    )


def _read(entry: Traversable) -> dict[str, Any]:
    return tomllib.loads(entry.read_text(encoding="utf-8"))


def _table(data: dict[str, Any]) -> TableSpec:
    columns = tuple(_heading(column) for column in data.pop("kolom"))
    return TableSpec(kolom=columns, **data)


def _heading(data: dict[str, Any]) -> Heading:
    below = tuple(_heading(column) for column in data.pop("kolom", ()))
    return Heading(kolom=below, **data)
