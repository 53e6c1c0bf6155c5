"""The official list of codes: what a decree names a program, kegiatan and sub kegiatan.

It comes with the program for the kecamatan (7.01) and the supporting program of every unit
(X.XX.01), and grows by the full list that an office exports from SIPD. What a list doesn't
cover is not checked; that is never a fault of the plan.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from importlib.resources import files

from pohon_docs import words
from pohon_docs.codes import official
from pohon_docs.remembering import remembered
from pohon_docs.source import Book, Row, Sheet
from pohon_docs.values import code_and_name, key, one_line

DECREE = "kepmendagri-900-1-15-5-1317-2023"
_FILE = "nomenklatur.tsv"
_SUPPORTING = "01"
_ANY_UNIT = ("X", "XX")
_PROGRAM_PARTS = 3
_KEWENANGAN = 3


@dataclass(frozen=True, slots=True)
class Resmi:
    """An official entry; only a sub kegiatan has a kinerja, an indikator and a satuan."""

    kode: str
    nama: str
    kinerja: str = ""
    indikator: str = ""
    satuan: str = ""


@dataclass(frozen=True)
class Nomenklatur:
    """An official list: its entries, and the successors of codes that are out of date."""

    entri: tuple[Resmi, ...] = ()
    pengganti: Mapping[str, str] | None = None

    @cached_property
    def by_kode(self) -> Mapping[str, Resmi]:
        """The entries by their code."""
        return {one.kode: one for one in self.entri}

    @cached_property
    def _covered(self) -> frozenset[tuple[str, ...]]:
        """The parts of the code system that the list holds in full."""
        return frozenset(part for one in self.entri for part in _parts(one.kode))

    def find(self, kode: str) -> Resmi | None:
        """Return the entry of a code; that of X.XX.01 does for the program 01 of any unit."""
        return self.by_kode.get(kode) or self.by_kode.get(_for_any_unit(kode))

    def covers(self, kode: str) -> bool:
        """Tell whether a code that the list doesn't hold is unknown, not just elsewhere."""
        covered = self._covered
        return _parts(kode)[-1] in covered or _parts(_for_any_unit(kode))[-1] in covered

    def successor(self, kode: str) -> Resmi | None:
        """Return what replaced a code that is out of date."""
        new = (self.pengganti or {}).get(kode)
        return self.find(new) if new else None

    def with_list(self, other: "Nomenklatur") -> "Nomenklatur":
        """Return this list where `other`, which is newer, says nothing."""
        kept = (one for one in self.entri if not other.covers(one.kode) or one.kode.count(".") == 1)
        known = {one.kode: one for one in (*kept, *other.entri)}
        return Nomenklatur(
            tuple(known.values()), {**(self.pengganti or {}), **(other.pengganti or {})}
        )


@remembered
def _for_any_unit(kode: str) -> str:
    """Return a code of a unit's program 01 as the decree writes it, any other as it is."""
    parts = kode.split(".")
    if len(parts) < _PROGRAM_PARTS or parts[2] != _SUPPORTING:
        return kode
    return ".".join((*_ANY_UNIT, *parts[2:]))


@remembered
def _parts(kode: str) -> tuple[tuple[str, ...], ...]:
    """Return what an entry proves to be covered: its bidang, and its kewenangan in it.

    The supporting program is a list of its own beside each bidang.
    """
    parts = tuple(kode.split("."))
    bidang = parts[:3] if parts[2:3] == (_SUPPORTING,) else parts[:2]
    own = parts[_KEWENANGAN : _KEWENANGAN + 1]
    return ((*bidang,), (*bidang, "kewenangan", *own)) if own else ((*bidang,),)


@cache
def shipped() -> Nomenklatur:
    """Return the list that comes with the program."""
    place = files("pohon_docs.packs").joinpath(DECREE, _FILE)
    rows = (line.split("\t") for line in place.read_text(encoding="utf-8").splitlines()[1:])
    return Nomenklatur(
        tuple(
            Resmi(kode, nama, kinerja, indikator, satuan)
            for kode, satuan, _, nama, kinerja, indikator in rows
        )
    )


def from_book(book: Book) -> Nomenklatur | None:
    """Read a list as SIPD exports it, code and name in one cell; None where it isn't one."""
    for sheet in book.sheets:
        found = _header(sheet)
        if found:
            start, columns = found
            rows = [row for row in sheet.rows if row.number > start]
            return _collected([_texts(row, columns) for row in rows])
    return None


def _header(sheet: Sheet) -> tuple[int, Mapping[str, int]] | None:
    """Return the header's row and its columns by field, where a sheet has such a header."""
    names = {
        key(word): field
        for field, listed in words.load("nomenklatur")["judul"].items()
        for word in listed
    }
    for row in sheet.rows:
        columns = {names[key(c.text)]: c.column for c in row.cells if key(c.text) in names}
        if {"program", "kegiatan", "sub_kegiatan"} <= columns.keys():
            return row.number, columns
    return None


def _texts(row: Row, columns: Mapping[str, int]) -> dict[str, str]:
    """Return a row's texts by field."""
    cells = {cell.column: one_line(cell.text) for cell in row.cells}
    return {field: cells.get(column, "") for field, column in columns.items()}


def _collected(rows: Iterable[dict[str, str]]) -> Nomenklatur:
    """Gather the entries and the replaced codes of a list's rows."""
    entries: dict[str, Resmi] = {}
    replaced: dict[str, str] = {}
    for row in rows:
        for entry in _entries(row):
            entries.setdefault(entry.kode, entry)
        new, old = _kode(row.get("sub_kegiatan", "")), _kode(row.get("sebelumnya", ""))
        if new and old and new != old:
            replaced[old] = new
    return Nomenklatur(tuple(entries.values()), replaced)


def _entries(row: Mapping[str, str]) -> Iterator[Resmi]:
    """Yield the bidang, program, kegiatan and sub kegiatan of a row."""
    for field in ("bidang", "program", "kegiatan", "sub_kegiatan"):
        code, name = code_and_name(row.get(field, ""))
        if not code or not name:
            continue
        entry = Resmi(_kode(code) or code, name)
        if field == "sub_kegiatan":
            texts = {one: row.get(one, "") for one in ("kinerja", "indikator", "satuan")}
            entry = replace(entry, **texts)
        yield entry


def _kode(text: str) -> str:
    """Return the official code that a text begins with, in its standard form."""
    found = official(code_and_name(text)[0])
    return found.teks if found else ""
