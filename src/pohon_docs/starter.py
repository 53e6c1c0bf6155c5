"""A new working folder: a template workbook, the styles, launchers, and where outputs go."""

import shutil
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

from pohon_docs import styles
from pohon_docs.grids import Grid, GridCell, GridColumn, Grids
from pohon_docs.misuse import MisuseError
from pohon_docs.reading import headings
from pohon_docs.writers import sheet_writer

_LONGEST_PERIOD = 10
_TEMPLATE = "templat"
_FORMAT = "xlsx"
_LAUNCHERS = (
    ("Makefile", "starter.mk", 0o644),
    ("buat-dokumen.bat", "starter.bat", 0o644),
    ("buat-dokumen.command", "starter.command", 0o755),
)
"""Ways to build: the menu for make, and what is clicked on Windows and macOS; with their modes."""
_YEARLY = "{tahun}"

T = TypeVar("T")


def start(folder: Path, first: int, last: int) -> tuple[Path, ...]:
    """Write what a working folder lacks and return it; raises MisuseError.

    Nothing that exists is replaced.
    """
    if not first <= last < first + _LONGEST_PERIOD:
        raise MisuseError(f"Periode {first} sampai {last} tidak masuk akal; tulis mis. 2025 2029.")
    writer = sheet_writer(_FORMAT)
    template = folder / "input" / f"{_TEMPLATE}.{writer.ending}"
    written: list[Path] = []
    try:
        (folder / "output").mkdir(parents=True, exist_ok=True)
        if not template.exists():
            look = styles.load(styles.DEFAULT, styles.SHIPPED)
            template.parent.mkdir(exist_ok=True)
            template.write_bytes(writer.write(template_grids(first, last), look))
            written.append(template)
        written.extend((*_copied_styles(folder / "styles"), *_copied_launchers(folder)))
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


def _copied_launchers(folder: Path) -> list[Path]:
    """Copy what starts a build where there is none."""
    copied = []
    for name, source, mode in _LAUNCHERS:
        target = folder / name
        if not target.exists():
            target.write_bytes(files("pohon_docs").joinpath(source).read_bytes())
            target.chmod(mode)
            copied.append(target)
    return copied


def template_grids(first: int, last: int) -> Grids:
    """Return the template for the years of a period, its instructions first."""
    text = files("pohon_docs").joinpath("template.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    years = range(first, last + 1)
    guide = _guide(data, years)
    sheets = (
        _form(one, years) if one.get("isian") else _table(one, years) for one in data["lembar"]
    )
    title = data["petunjuk"]["judul"].format(awal=first, akhir=last)
    return Grids(title, data["kaki"], (guide, *sheets))


def _guide(data: Mapping[str, Any], years: range) -> Grid:
    """Return the sheet of instructions: the steps, then what every sheet and column is for."""
    own = data["petunjuk"]
    title = own["judul"].format(awal=years[0], akhir=years[-1])
    lines = [(GridCell(title, "judul"),), (GridCell(own["subjudul"], "subjudul"),), ()]
    lines += [(GridCell(step, "langkah"),) for step in own["langkah"]]
    head = tuple(GridCell(text, "kepala") for text in own["kepala"])
    rows = [row for sheet in data["lembar"] for row in _explained(sheet, data["ya"], years)]
    columns = tuple(GridColumn(width) for width in own["lebar"])
    above = (*lines, ())
    return Grid(own["nama"], columns, (*above, head, *rows), len(above) + 1, frozen=False)


def _explained(sheet: Mapping[str, Any], yes: str, years: range) -> Iterator[tuple[GridCell, ...]]:
    """Yield the rows that tell what a sheet and its columns, or its lines, are for."""
    name = sheet["nama"]
    yield (*(GridCell(text, "bagian") for text in (name, "", "", sheet["untuk"])),)
    for one in sheet["baris"] if sheet.get("isian") else sheet["kolom"]:
        texts = (name, _ranged(one["judul"], years), yes if one.get("wajib") else "")
        yield (*(GridCell(text, "teks") for text in (*texts, one["petunjuk"])),)


def _ranged(heading: str, years: range) -> str:
    """Name a yearly column for all its years."""
    span = f"{years[0]} – {years[-1]}" if len(years) > 1 else str(years[0])
    return heading.format(tahun=span)


def _form(data: Mapping[str, Any], years: range) -> Grid:
    """Return a sheet of lines, each a field's name and its value."""
    head = tuple(GridCell(column["judul"], "kepala") for column in data["kolom"])
    columns = tuple(GridColumn(column["lebar"], _empty(column)) for column in data["kolom"])
    rows = []
    for line in data["baris"]:
        value = line.get("nilai", "").format(awal=years[0], akhir=years[-1])
        label = "bagian.wajib" if line.get("wajib") else "bagian"
        role = "contoh" if headings.is_example(value) else "teks"
        cell = GridCell(_typed(value), role, choices=tuple(line.get("pilihan", ())))
        rows.append((GridCell(line["judul"], label, note=line["petunjuk"]), cell))
    return Grid(data["nama"], columns, (head, *rows), header=1)


def _table(data: Mapping[str, Any], years: range) -> Grid:
    """Return a sheet of rows: its header with notes, and its example rows."""
    names = [column["judul"] for column in data["kolom"]]
    columns = tuple(_repeated(data["kolom"], names, years))
    head = tuple(
        GridCell(
            column["judul"].format(tahun=year),
            "kepala.wajib" if column.get("wajib") else "kepala",
            note=column["petunjuk"],
        )
        for column, year in columns
    )
    rows = [
        tuple(
            GridCell(value if column.get("teks") else _typed(value), _example(column))
            for (value, _), (column, _) in zip(_repeated(row, names, years), columns, strict=True)
        )
        for row in data["baris"]
    ]
    widths = tuple(
        GridColumn(column["lebar"], _empty(column), tuple(column.get("pilihan", ())))
        for column, _ in columns
    )
    return Grid(data["nama"], widths, (head, *rows), header=1)


def _repeated(values: Sequence[T], names: Sequence[str], years: range) -> Iterator[tuple[T, int]]:
    """Yield each value with its year, those of yearly columns once for every year."""
    for value, name in zip(values, names, strict=True):
        yield from ((value, year) for year in (years if _YEARLY in name else years[:1]))


def _empty(column: Mapping[str, Any]) -> str:
    return "isian.teks" if column.get("teks") else "isian"


def _example(column: Mapping[str, Any]) -> str:
    return "contoh.teks" if column.get("teks") else "contoh"


def _typed(value: str) -> str | int:
    """Return a whole number as one, so that Excel doesn't take it for a number kept as text."""
    return int(value) if value.isdigit() else value
