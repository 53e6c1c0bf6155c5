"""The style: roles → looks, read from `styles/<name>.toml`; unknown keys are refused."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from pohon_docs.adjustments import Adjustment
from pohon_docs.looks import (
    CardMeasures,
    CascadeMeasures,
    GridMeasures,
    Look,
    PageMeasures,
    Sheets,
    StyleError,
    TreeMeasures,
    TreeSheets,
    Warna,
    WordMeasures,
    nearest,
)

_HERE = Path(__file__).parent
SHIPPED = next(
    folder for folder in (_HERE / "_styles", _HERE.parents[1] / "styles") if folder.is_dir()
)
DEFAULT = "baku"
POINTS_PER_MM = 72 / 25.4

T = TypeVar("T")
_COLOUR = re.compile(r"(?:#[0-9a-fA-F]{6})?")
_FILES = 8
"""Style files whose tables are kept: every workbook of a folder asks for the same few."""


@dataclass(frozen=True)
class Style:
    """A style: its sheets of paper, its font, its measures and the looks of all roles.

    `ukuran_kertas` gives each sheet's width and height upright, in millimetres; `aturan`
    what an office changes about the rules, by their codes.
    """

    nama: str
    dokumen_dasar: str
    keluarga_huruf: str
    resolusi_png: int
    ukuran_kertas: Mapping[str, tuple[float, float]]
    halaman_pohon: TreeSheets
    halaman_kartu: Sheets
    halaman_word: Sheets
    halaman_buku: Sheets
    halaman_word_tegak: Sheets
    pohon: TreeMeasures
    pohon_halaman: PageMeasures
    kartu: CardMeasures
    cascading: CascadeMeasures
    word: WordMeasures
    buku: GridMeasures
    peran: Mapping[str, Look]
    aturan: Mapping[str, Adjustment] = field(default_factory=dict)
    folder: Path = field(default=SHIPPED)

    def look(self, role: str) -> Look:
        """Return the look of `role`, or of the nearest role above it (`a.b.c`, `a.b`, `a`)."""
        return nearest(self.peran, role)

    def word_sheets(self, sheet: Literal["tegak", "mendatar"]) -> Sheets:
        """Return the sheets of a report's pages that lie so."""
        return self.halaman_word_tegak if sheet == "tegak" else self.halaman_word

    def sheet(self, name: str, sheets: Sheets) -> tuple[float, float]:
        """Return the width and height in points of a sheet, as it lies in the document."""
        width, height = (side * POINTS_PER_MM for side in self.ukuran_kertas[name])
        return (height, width) if sheets.mendatar else (width, height)

    def on_paper(self, paper: str | None, mode: str | None) -> "Style":
        """Return the style with its trees on `paper`, in `mode`; raises StyleError.

        None keeps what the style says; names of paper are told apart without their case.
        """
        sheets = self.halaman_pohon
        if paper is not None:
            known = {name.casefold(): name for name in self.ukuran_kertas}
            if paper.casefold() not in known:
                names = ", ".join(self.ukuran_kertas)
                raise StyleError(f'Kertas "{paper}" tidak dikenal; yang ada: {names}.')
            name = known[paper.casefold()]
            sheets = replace(sheets, kertas=(name,), kertas_bersambung=name)
        if mode is not None:
            hints = get_type_hints(TreeSheets)
            sheets = replace(sheets, mode=_value(hints["mode"], mode, "mode"))
        return replace(self, halaman_pohon=sheets)

    @property
    def base_document(self) -> Path:
        """The Word document with the reports' styles: the style's own, else the shipped one."""
        own = self.folder / self.dokumen_dasar
        return own if own.is_file() else SHIPPED / self.dokumen_dasar

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that this style is read from, for telling whether it changed."""
        return (self.folder / f"{self.nama}.toml", self.base_document)


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
        raise StyleError(f'Gaya "{name}" tidak ada; yang ada: {known}.')
    style = _build(Style, {"nama": name} | _read(path), path.name)
    _check_sheets(style, path.name)
    _check_rules(style, path.name)
    return replace(style, folder=path.parent)


def _check_sheets(style: Style, where: str) -> None:
    """Raise StyleError where a document asks for paper of which the style has no size."""
    for sheets in (
        style.halaman_pohon,
        style.halaman_kartu,
        style.halaman_word,
        style.halaman_word_tegak,
        style.halaman_buku,
    ):
        if not sheets.kertas:
            raise StyleError(f"{where}: kertas belum diisi.")
        for name in sheets.kertas:
            _check_paper(style, name, where)
    _check_paper(style, style.halaman_pohon.kertas_bersambung, where)


def _check_paper(style: Style, name: str, where: str) -> None:
    if name not in style.ukuran_kertas:
        known = ", ".join(style.ukuran_kertas)
        raise StyleError(f"{where}: kertas {name!r} tidak dikenal; yang ada: {known}.")


def _check_rules(style: Style, where: str) -> None:
    """Raise StyleError where a rule is changed without a reason, or not changed at all."""
    for code, change in style.aturan.items():
        if not change.alasan.strip():
            raise StyleError(f"{where}: aturan {code} diubah tanpa alasan; isi `alasan`.")
        if change.mati == bool(change.keparahan):
            raise StyleError(f"{where}: aturan {code}: isi `keparahan`, atau `mati = true`.")


def _read(path: Path) -> dict[str, Any]:
    """Read a style file over the style that its `dasar` names."""
    try:
        data = _parsed(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise StyleError(f"{path.name}: bukan TOML yang sah ({error}).") from error
    base = data.get("dasar")
    if base is None:
        return data
    below = SHIPPED / f"{base}.toml"
    if below == path or not below.is_file():
        known = ", ".join(names(SHIPPED))
        raise StyleError(f'{path.name}: dasar "{base}" tidak ada; yang ada: {known}.')
    own = {key: value for key, value in data.items() if key != "dasar"}
    return _merged(_read(below), own)


@lru_cache(_FILES)
def _parsed(text: str) -> dict[str, Any]:
    """Return the tables of a style file, which nobody changes."""
    return tomllib.loads(text)


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
    hints = _hints(kind)  # type: ignore[arg-type]
    if unknown := sorted(set(data) - set(hints)):
        raise StyleError(f"{where}: kunci tidak dikenal: {', '.join(unknown)}.")
    values = {key: _value(hints[key], value, f"{where} › {key}") for key, value in data.items()}
    try:
        return kind(**values)
    except TypeError as error:
        missing = ", ".join(sorted(_required(kind) - set(data)))
        raise StyleError(f"{where}: kunci belum ada: {missing}.") from error


@cache
def _hints(kind: type) -> dict[str, Any]:
    """Return the types of a table's keys, which are the same for each of its many roles."""
    return {key: hint for key, hint in get_type_hints(kind).items() if key != "folder"}


def _required(kind: type[T]) -> set[str]:
    """Return the keys that a table of this kind can't do without."""
    return {
        one.name
        for one in fields(kind)  # type: ignore[arg-type]
        if one.default is MISSING and one.default_factory is MISSING
    }


def _value(hint: Any, value: Any, where: str) -> Any:  # noqa: ANN401 (TOML values)
    """Bring one TOML value to the type that its field asks for, raising StyleError."""
    if isinstance(value, dict) and get_origin(hint) is Mapping:
        inner = hint.__args__[1]
        return {key: _value(inner, entry, f"{where} › {key}") for key, entry in value.items()}
    if isinstance(value, dict):
        return _build(hint, value, where)
    if get_origin(hint) is Literal and value not in get_args(hint):
        known = ", ".join(get_args(hint))
        raise StyleError(f"{where}: nilai {value!r} tidak cocok; yang dikenal: {known}.")
    if hint is Warna and isinstance(value, str) and not _COLOUR.fullmatch(value):
        raise StyleError(f"{where}: warna {value!r} tidak terbaca; tulis seperti #rrggbb.")
    if isinstance(value, list):
        return tuple(value)
    if hint is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    plain = str if hint is Warna else hint
    if isinstance(plain, type) and not isinstance(value, plain):
        raise StyleError(f"{where}: nilai {value!r} tidak cocok.")
    return value
