"""A new working folder: a template workbook, the styles to edit, and where outputs go."""

import shutil
import tomllib
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from pohon_docs import styles
from pohon_docs.misuse import MisuseError
from pohon_docs.workbook import SheetPlan, write_book

_LONGEST_PERIOD = 10
_TEMPLATE = "templat.xlsx"


def start(folder: Path, first: int, last: int) -> tuple[Path, ...]:
    """Write what a working folder lacks and return it; raises MisuseError.

    Nothing that exists is replaced.
    """
    if not first <= last < first + _LONGEST_PERIOD:
        raise MisuseError(f"Periode {first} sampai {last} tidak masuk akal; tulis mis. 2025 2029.")
    written: list[Path] = []
    try:
        (folder / "output").mkdir(parents=True, exist_ok=True)
        template = folder / "input" / _TEMPLATE
        if not template.exists():
            template.parent.mkdir(exist_ok=True)
            template.write_bytes(write_book(template_sheets(first, last)))
            written.append(template)
        written.extend(_copied_styles(folder / "styles"))
    except OSError as error:
        raise MisuseError(f"Folder {folder} tidak dapat ditulis ({error.strerror}).") from error
    return tuple(written)


def _copied_styles(folder: Path) -> list[Path]:
    """Copy the shipped styles that a folder lacks."""
    folder.mkdir(exist_ok=True)
    copied = []
    for source in sorted(styles.SHIPPED.iterdir()):
        target = folder / source.name
        if source.is_file() and not target.exists():
            shutil.copyfile(source, target)
            copied.append(target)
    return copied


def template_sheets(first: int, last: int) -> tuple[SheetPlan, ...]:
    """Return the template's sheets for the years of a period."""
    text = files("pohon_docs").joinpath("template.toml").read_text(encoding="utf-8")
    years = range(first, last + 1)
    return tuple(_sheet(data, years) for data in tomllib.loads(text)["lembar"])


def _sheet(data: Mapping[str, Any], years: range) -> SheetPlan:
    """Return one sheet, its yearly columns and their example values repeated."""
    names: Sequence[str] = data["kolom"]
    return SheetPlan(
        name=data["nama"],
        header=_yearly(names, names, years),
        rows=tuple(_yearly(row, names, years) for row in data["baris"]),
        text_columns=frozenset(data["teks"]),
        choices={name: tuple(words) for name, words in data.get("pilihan", {}).items()},
    )


def _yearly(values: Sequence[str], names: Sequence[str], years: range) -> tuple[str, ...]:
    """Repeat the values of yearly columns, and fill in the years of the period."""
    filled: list[str] = []
    for value, name in zip(values, names, strict=True):
        repeats = years if "{tahun}" in name else years[:1]
        filled.extend(value.format(tahun=year, awal=years[0], akhir=years[-1]) for year in repeats)
    return tuple(filled)
