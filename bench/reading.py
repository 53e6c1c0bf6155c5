"""How long a workbook takes to be read, against one plain load of its values."""

import time
from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook, load_workbook

from pohon_docs.collecting import uncollected
from pohon_docs.reading.assembly import read_plan
from pohon_docs.rules import check
from pohon_docs.workbook import read_book

SIZES = (1_000, 10_000, 100_000)
BAR = 2.5
RULES_BAR = 1.0
"""The most that the rules may take of the time of reading."""
LINEAR = 15.0
"""The most that ten times the rows may take of the time."""
ROUNDS = 3
_PATIENCE = 10_000
"""Sizes above this one are timed once."""
_YEARS = range(2025, 2030)
_IDENTITY = (
    ("Isian", "Nilai"),
    ("Nama Perangkat Daerah", "Kecamatan Cemara"),
    ("Pemerintah Daerah", "Kabupaten Cemara"),
    ("Periode Awal", 2025),
    ("Periode Akhir", 2029),
)
_HEADER = (
    *("Kode", "Jenis", "Uraian", "Sasaran", "Indikator", "Satuan", "Kondisi Awal"),
    *(f"Target {year}" for year in _YEARS),
    *(f"Pagu {year}" for year in _YEARS),
    *("Kinerja", "Lokasi", "Catatan"),
)


@dataclass(frozen=True)
class Reading:
    """How long reading a number of rows takes: in seconds, and in plain loads of the same file.

    `rules` is what all rules take of the time of reading.
    """

    rows: int
    seconds: float
    loads: float
    rules: float


def readings(folder: Path) -> tuple[Reading, ...]:
    """Time the reading of each size and its rules beside a plain load of it, in turn."""
    found = []
    for rows in SIZES:
        path = folder / f"{rows}.xlsx"
        _write(path, rows)
        times = [_times(path) for _ in range(ROUNDS if rows <= _PATIENCE else 1)]
        plain, ours, rules = map(min, zip(*times, strict=True))
        found.append(Reading(rows, ours, ours / plain, rules / ours))
    return tuple(found)


def _times(path: Path) -> tuple[float, float, float]:
    """Return the seconds of a plain load, of reading into a plan, and of checking the plan."""
    start = time.perf_counter()
    _load(path)
    loaded = time.perf_counter()
    with uncollected():
        book, _ = read_book(path)
        assert book is not None
        plan, _ = read_plan(book)
        read = time.perf_counter()
        assert plan is not None
        check(plan)
    return loaded - start, read - loaded, time.perf_counter() - read


def _load(path: Path) -> None:
    for sheet in load_workbook(path, data_only=True):
        for row in sheet.iter_rows(values_only=True):
            tuple(row)


def _write(path: Path, rows: int) -> None:
    """Write a plan of `rows` components in 20 columns."""
    book = Workbook(write_only=True)
    for name, content in (
        ("Identitas", _IDENTITY),
        (
            "Pohon Kinerja",
            (("Kode", "Induk", "Level", "Kinerja"), ("S1", "", "Strategis", "Desa maju")),
        ),
        ("Program dan Kegiatan", (_HEADER, *(_row(number) for number in range(rows)))),
    ):
        sheet = book.create_sheet(name)
        for row in content:
            sheet.append(row)
    book.save(path)


def _row(number: int) -> tuple[str | int, ...]:
    program, kegiatan, sub = number // 100 % 90 + 1, number // 10 % 10 + 1, number % 10
    code = f"7.{number // 9_000 + 1:02}.{program:02}"
    if number % 100:
        code += f".2.{kegiatan:02}" + (f".{sub:04}" if sub else "")
    targets = (str(10 + year - 2025) for year in _YEARS)
    money = (1_000_000 + number for _ in _YEARS)
    name = f"Penyelenggaraan urusan pemerintahan nomor {number}"
    said = ("Meningkatnya layanan", f"Jumlah dokumen {number}", "Dokumen", "10")
    return (code, "", name, *said, *targets, *money, "S1", "Kantor Kecamatan", "-")
