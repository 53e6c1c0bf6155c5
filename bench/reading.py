"""How long a workbook takes to be read, against one plain load of its values."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from openpyxl import Workbook, load_workbook

from pohon_docs.assembly import read_plan
from pohon_docs.collecting import uncollected
from pohon_docs.workbook import read_book

SIZES = (1_000, 10_000)
LARGEST = 100_000
BAR = 2.5
LINEAR = 15.0
"""The most that ten times the rows may take of the time."""
ROUNDS = 3
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
    """How long reading a number of rows takes: in seconds, and in plain loads of the same file."""

    rows: int
    seconds: float
    loads: float


def readings(folder: Path) -> tuple[Reading, ...]:
    """Time the reading of each size beside a plain load of it, in turn."""
    found = []
    for rows in SIZES:
        path = folder / f"{rows}.xlsx"
        _write(path, rows)
        plain, ours = _fastest((partial(_load, path), partial(_read, path)))
        found.append(Reading(rows, ours, ours / plain))
    return tuple(found)


def seconds_of_the_largest(folder: Path) -> float:
    """Return the seconds that reading the largest size takes; no plain load waits for it."""
    path = folder / f"{LARGEST}.xlsx"
    _write(path, LARGEST)
    start = time.perf_counter()
    _read(path)
    return time.perf_counter() - start


def _fastest(actions: Sequence[Callable[[], object]]) -> list[float]:
    """Return each action's fastest time in seconds, the actions taken in turn."""
    times: list[list[float]] = [[] for _ in actions]
    for _ in range(ROUNDS):
        for action, taken in zip(actions, times, strict=True):
            start = time.perf_counter()
            action()
            taken.append(time.perf_counter() - start)
    return [min(taken) for taken in times]


def _read(path: Path) -> None:
    """Read a workbook into its plan, as the pipeline does; the rules check it afterwards."""
    with uncollected():
        book, _ = read_book(path)
        assert book is not None
        read_plan(book)


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
    program, kegiatan, sub = number // 100 + 1, number // 10 % 10 + 1, number % 10
    code = f"7.01.{program:02}"
    if number % 100:
        code += f".2.{kegiatan:02}" + (f".{sub:04}" if sub else "")
    targets = (str(10 + year - 2025) for year in _YEARS)
    money = (1_000_000 + number for _ in _YEARS)
    name = f"Penyelenggaraan urusan pemerintahan nomor {number}"
    said = ("Meningkatnya layanan", f"Jumlah dokumen {number}", "Dokumen", "10")
    return (code, "", name, *said, *targets, *money, "S1", "Kantor Kecamatan", "-")
