"""A table of a regulation as a value, and how strictly its file is read."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, dataclass, field, fields, is_dataclass
from functools import cache
from typing import Any, Literal, TypeVar, cast, get_args, get_origin, get_type_hints

from pohon_docs.misuse import MisuseError
from pohon_docs.packs._picture import PictureSpec
from pohon_docs.packs._vocabulary import (
    Kepastian,
    Penomoran,
    Per,
    Peran,
    Perlu,
    Pilihan,
    Saring,
    Sumber,
    Tingkat,
    Ulang,
)

T = TypeVar("T")


class PackError(MisuseError):
    """A regulation's file that can't be used; its text says in Indonesian which and why."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading over a column, or over several where it has headings below it.

    `judul` may hold `{tahun}`, `{ke}` and other fields. A leaf is a column: `isi` says where
    its values come from, `nama` how rows call it (else as `isi`), `lebar` its relative width,
    `peran` how it is set, `geser` how many years after the document's it speaks of, `nomor`
    what stands in the row of numbers where that is more than a number. A column that `gantung`
    names a kind tells of the group that the row stands in, once beside all rows of it.
    `bila` names the option that brings the heading, `kecuali` the one that takes it away.
    """

    judul: str
    isi: Sumber = "kosong"
    nama: str = ""
    lebar: float = 0.0
    peran: Peran = "teks"
    ulang: Ulang = ""
    geser: int = 0
    nomor: str = ""
    gantung: Literal["", "tujuan", "sasaran", "program"] = ""
    bila: Pilihan = ""
    kecuali: Pilihan = ""
    kolom: tuple["Heading", ...] = ()

    @property
    def sebutan(self) -> str:
        """The name by which rows call the column."""
        return self.nama or self.isi

    def leaves(self) -> Iterator["Heading"]:
        """Yield the columns under this heading, itself where it is one."""
        if not self.kolom:
            yield self
        for heading in self.kolom:
            yield from heading.leaves()


@dataclass(frozen=True, slots=True)
class RowSpec:
    """A row that every record of the kind `untuk` makes, in the look of `rupa` (else its kind).

    `isi` says for columns by name where the values come from in this row; `hanya` leaves all
    other columns empty where it names any. `penuh` makes the row one cell over all columns;
    `label` stands over the columns before the one named `sampai`.
    """

    untuk: Tingkat
    per: Per = "indikator"
    rupa: str = ""
    isi: Mapping[str, Sumber] = field(default_factory=dict)
    hanya: tuple[str, ...] = ()
    penuh: Sumber = "kosong"
    label: str = ""
    sampai: str = ""


@dataclass(frozen=True, slots=True)
class TableSpec:
    """A table of a regulation: its number, title and source, its columns and its rows.

    `nama` is its file's; `tanggal` the regulation's, or its year where the day isn't known;
    `kepastian` how sure the columns are, `catatan` what isn't. `tingkat` lists the records that
    it tells of, `saring` which of them stay, `perlu` what a plan must hold, else the table is
    left out for the reason `alasan`. `atas` are lines over all columns above the headings;
    `rupa` is the look of its own that a style may give. `tahun_sesudah` adds the year after the
    period where the plan has figures for it, `tahun_pertama` leaves out the first one. `pilihan`
    are the options that are on unless the plan says otherwise, `bila` the one that the whole
    table hangs on. `halaman` says how its page lies; `pembuka` is the sentence before it in
    clauses, of which those are said whose counts and sums the plan has.
    """

    nama: str
    kode: str
    judul: str
    sumber: str
    tanggal: str
    kepastian: Kepastian
    tingkat: tuple[Tingkat, ...]
    baris: tuple[RowSpec, ...]
    kolom: tuple[Heading, ...]
    catatan: str = ""
    penomoran: Penomoran = "(1)"
    atas: tuple[Literal["visi", "misi"], ...] = ()
    saring: Saring = ""
    perlu: Perlu = ""
    alasan: str = ""
    rupa: str = ""
    tahun_sesudah: bool = False
    tahun_pertama: Literal["ya", "tidak", "pilihan"] = "ya"
    pilihan: tuple[Pilihan, ...] = ()
    bila: Pilihan = ""
    halaman: Literal["tegak", "mendatar"] = "mendatar"
    pembuka: tuple[str, ...] = ()

    def leaves(self) -> tuple[Heading, ...]:
        """Return the columns, whatever options bring them."""
        return tuple(leaf for heading in self.kolom for leaf in heading.leaves())


def read_spec(data: dict[str, Any], name: str, where: str) -> TableSpec:
    """Return a table from its file's data; raises PackError, naming the file and the place."""
    spec = built(TableSpec, {"nama": name} | data, where)
    refuse((*_faults(spec), *common_faults(spec)), where)
    return spec


def refuse(faults: Iterable[tuple[str, list[str]]], where: str) -> None:
    """Raise PackError for the first fault that has a place."""
    for said, wrong in faults:
        if wrong:
            raise PackError(f"{where}: {said}: {', '.join(wrong)}.")


def common_faults(spec: TableSpec | PictureSpec) -> Iterator[tuple[str, list[str]]]:
    """Yield what makes a table or a picture unusable, with the places where it does."""
    unsure = spec.kepastian != "V" and not spec.catatan
    yield "perlu tanpa alasan", [spec.perlu] if spec.perlu and not spec.alasan else []
    yield "kepastian tanpa catatan", [spec.kepastian] if unsure else []


def _faults(spec: TableSpec) -> Iterator[tuple[str, list[str]]]:
    """Yield what makes a table unusable, with the places where it does."""
    leaves = spec.leaves()
    named = {leaf.sebutan for leaf in leaves}
    above = [heading.judul for heading in _above(spec.kolom) if heading.lebar]
    asked = [one for row in spec.baris for one in (*row.isi, *row.hanya, row.sampai) if one]
    untold = [row.untuk for row in spec.baris if row.untuk not in (*spec.tingkat, "rujukan")]
    yield "kolom tanpa lebar", [leaf.judul for leaf in leaves if leaf.lebar <= 0]
    yield "judul di atas kolom lain tidak punya lebar", above
    yield "baris menyebut kolom yang tidak ada", [one for one in asked if one not in named]
    yield "baris untuk tingkat yang tidak disebut", list(untold)


def _above(headings: tuple[Heading, ...]) -> Iterator[Heading]:
    for heading in headings:
        if heading.kolom:
            yield heading
            yield from _above(heading.kolom)


@cache
def _hints(kind: type[Any]) -> Mapping[str, Any]:
    """Return what a dataclass's fields hold; read once, since a pack has hundreds of tables."""
    return get_type_hints(kind)


def built(kind: type[T], data: dict[str, Any], where: str) -> T:
    """Make a dataclass from a TOML table, refusing unknown and missing keys with PackError."""
    hints = _hints(cast(Any, kind))
    if unknown := sorted(set(data) - set(hints)):
        raise PackError(f"{where}: kunci tidak dikenal: {', '.join(unknown)}.")
    if missing := sorted(_required(kind) - set(data)):
        raise PackError(f"{where}: kunci belum ada: {', '.join(missing)}.")
    values = {key: _value(hints[key], value, f"{where} › {key}") for key, value in data.items()}
    return kind(**values)


def _required(kind: Any) -> set[str]:  # noqa: ANN401 (any dataclass)
    plain = (one for one in fields(kind) if one.default_factory is MISSING)
    return {one.name for one in plain if one.default is MISSING}


def _value(hint: Any, value: Any, where: str) -> Any:  # noqa: ANN401 (TOML values)
    """Bring one TOML value to the type that its field asks for."""
    origin, inside = get_origin(hint), get_args(hint)
    if origin is Literal:
        if value not in inside:
            known = ", ".join(str(one) or '""' for one in inside)
            raise PackError(f"{where}: {value!r} tidak dikenal; yang dikenal: {known}.")
        return value
    if origin is Mapping and isinstance(value, dict):
        return {key: _value(inside[1], one, f"{where} › {key}") for key, one in value.items()}
    if origin is tuple and isinstance(value, list):
        return tuple(_value(inside[0], one, f"{where}[{n}]") for n, one in enumerate(value, 1))
    if is_dataclass(hint) and isinstance(hint, type) and isinstance(value, dict):
        return built(hint, value, where)
    if hint is float and type(value) is int:
        return float(value)
    if not isinstance(hint, type) or type(value) is not hint:
        raise PackError(f"{where}: nilai {value!r} tidak cocok.")
    return value
