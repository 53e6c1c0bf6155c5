"""The style: roles → looks, read from `styles/<name>.toml`; unknown keys are refused."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar, get_origin, get_type_hints

from pohon_docs.misuse import MisuseError

_HERE = Path(__file__).parent
SHIPPED = next(
    folder for folder in (_HERE / "_styles", _HERE.parents[1] / "styles") if folder.is_dir()
)
DEFAULT = "baku"
POINTS_PER_MM = 72 / 25.4

T = TypeVar("T")


class StyleError(MisuseError):
    """A style that can't be used; its text says in Indonesian which file and why."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a role looks: colours as #rrggbb ("" is none), sizes in points.

    `ukuran` is the largest text size and `minimum` the smallest that layout may shrink it
    to; `jarak` is the padding on every side; `spasi` the line height as a multiple of size.
    """

    isi: str = ""
    garis: str = ""
    tebal_garis: float = 0.0
    putus: bool = False
    huruf: str = "#000000"
    muka: str = "regular"
    ukuran: float = 9.0
    minimum: float = 7.0
    rata: str = "tengah"
    jarak: float = 4.0
    sudut: float = 0.0
    spasi: float = 1.2


@dataclass(frozen=True, slots=True)
class Sheets:
    """Which sheets a document may use, smallest first, how they lie, and margins in mm."""

    kertas: tuple[str, ...]
    mendatar: bool
    margin_atas: float
    margin_kanan: float
    margin_bawah: float
    margin_kiri: float


@dataclass(frozen=True, slots=True)
class TreeMeasures:
    """Measures of the tree's picture, in points."""

    lebar_kotak: float
    lebar_kotak_minimum: float
    lebar_kotak_tunggal: float
    celah_mendatar: float
    celah_tegak: float
    celah_tegak_maksimum: float
    lebar_pita: float
    celah_pita: float


@dataclass(frozen=True, slots=True)
class CardMeasures:
    """Measures of the cascade cards in points, and how many stand beside each other."""

    lebar_pita: float
    celah: float
    lebar_label: float
    lebar_kotak: float
    kolom: int
    baris: int
    simpul: int


@dataclass(frozen=True, slots=True)
class WordLook:
    """How a role looks in Word: its style there by name, its cell's fill, bold or not."""

    gaya: str
    isi: str = ""
    tebal: bool = False


@dataclass(frozen=True, slots=True)
class WordMeasures:
    """Word's table style, and what its text measures (points), for the width of columns.

    A table of many columns is set in `ukuran_rapat`, by the styles whose names end in
    `akhiran_rapat`; `jarak_mendatar` and `jarak_tegak` are a cell's margins on each side.
    """

    gaya_tabel: str
    ukuran: float
    ukuran_rapat: float
    akhiran_rapat: str
    spasi: float
    jarak_mendatar: float
    jarak_tegak: float
    peran: Mapping[str, WordLook]

    def look(self, role: str) -> WordLook:
        """Return the look of `role`, or of the nearest role above it."""
        return _nearest(self.peran, role)


@dataclass(frozen=True)
class Style:
    """A style: its sheets of paper, its font, its measures and the looks of all roles.

    `ukuran_kertas` gives each sheet's width and height upright, in millimetres.
    """

    nama: str
    dokumen_dasar: str
    keluarga_huruf: str
    resolusi_png: int
    ukuran_kertas: Mapping[str, tuple[float, float]]
    halaman_pohon: Sheets
    halaman_kartu: Sheets
    halaman_word: Sheets
    pohon: TreeMeasures
    kartu: CardMeasures
    word: WordMeasures
    peran: Mapping[str, Look]
    folder: Path = field(default=SHIPPED)

    def look(self, role: str) -> Look:
        """Return the look of `role`, or of the nearest role above it (`a.b.c`, `a.b`, `a`)."""
        return _nearest(self.peran, role)

    def sheet(self, name: str, sheets: Sheets) -> tuple[float, float]:
        """Return the width and height in points of a sheet, as it lies in the document."""
        width, height = (side * POINTS_PER_MM for side in self.ukuran_kertas[name])
        return (height, width) if sheets.mendatar else (width, height)

    @property
    def base_document(self) -> Path:
        """The Word document with the reports' styles: the style's own, else the shipped one."""
        own = self.folder / self.dokumen_dasar
        return own if own.is_file() else SHIPPED / self.dokumen_dasar

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that this style is read from, for telling whether it changed."""
        return (self.folder / f"{self.nama}.toml", self.base_document)


def _nearest(looks: Mapping[str, T], role: str) -> T:
    """Return the look of a role, of the nearest role above it; raises StyleError."""
    name = role
    while name not in looks:
        if not name:
            raise StyleError(f'Gaya tidak memuat peran "{role}" pada [peran].')
        name = name.rpartition(".")[0]
    return looks[name]


def names(folder: Path) -> tuple[str, ...]:
    """Return the names of the styles in `folder` and of the shipped ones, sorted."""
    found = [path.stem for place in (folder, SHIPPED) for path in place.glob("*.toml")]
    return tuple(sorted(set(found)))


def load(name: str, folder: Path) -> Style:
    """Load style `name` from `folder`, or the shipped one; raises StyleError."""
    places = (place / f"{name}.toml" for place in (folder, SHIPPED))
    path = next((place for place in places if place.is_file()), None)
    if path is None:
        known = ", ".join(names(folder))
        raise StyleError(f'Gaya "{name}" tidak ada di {folder}/; yang ada: {known}.')
    style = _build(Style, {"nama": name} | _read(path), path.name)
    return replace(style, folder=path.parent)


def _read(path: Path) -> dict[str, Any]:
    """Read a style file over the style that its `dasar` names."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise StyleError(f"{path.name}: bukan TOML yang sah ({error}).") from error
    base = data.pop("dasar", None)
    if base is None:
        return data
    below = SHIPPED / f"{base}.toml"
    if below == path or not below.is_file():
        known = ", ".join(names(SHIPPED))
        raise StyleError(f'{path.name}: dasar "{base}" tidak ada; yang ada: {known}.')
    return _merged(_read(below), data)


def _merged(base: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """Lay `own` over `base`, table by table."""
    merged = dict(base)
    for key, value in own.items():
        below = merged.get(key)
        both = isinstance(below, dict) and isinstance(value, dict)
        merged[key] = _merged(below, value) if both and below is not None else value
    return merged


def _build(kind: type[T], data: dict[str, Any], where: str) -> T:
    """Make a dataclass from a TOML table, refusing keys that it doesn't have."""
    hints = {key: hint for key, hint in get_type_hints(kind).items() if key != "folder"}
    if unknown := sorted(set(data) - set(hints)):
        raise StyleError(f"{where}: kunci tidak dikenal: {', '.join(unknown)}.")
    values = {key: _value(hints[key], value, f"{where} › {key}") for key, value in data.items()}
    try:
        return kind(**values)
    except TypeError as error:
        missing = ", ".join(sorted(set(hints) - set(data)))
        raise StyleError(f"{where}: kunci belum ada: {missing}.") from error


def _value(hint: Any, value: Any, where: str) -> Any:  # noqa: ANN401 (TOML values)
    """Bring one TOML value to the type that its field asks for, raising StyleError."""
    if isinstance(value, dict) and get_origin(hint) is Mapping:
        inner = hint.__args__[1]
        return {key: _value(inner, entry, f"{where} › {key}") for key, entry in value.items()}
    if isinstance(value, dict):
        return _build(hint, value, where)
    if isinstance(value, list):
        return tuple(value)
    if hint is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if isinstance(hint, type) and not isinstance(value, hint):
        raise StyleError(f"{where}: nilai {value!r} tidak cocok.")
    return value
