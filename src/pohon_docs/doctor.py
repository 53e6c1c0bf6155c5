"""What this machine and this working folder have, lack, and what to do about it.

Nothing is written but a probe in the output folder, which is removed again.
"""

import platform
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from pohon_docs import __version__, styles
from pohon_docs.batch import workbooks
from pohon_docs.beside import LISTS, LOCK, list_files
from pohon_docs.choices import usable_style
from pohon_docs.layout.engine import EngineError, Seat, columns
from pohon_docs.looks import StyleError
from pohon_docs.misuse import MisuseError
from pohon_docs.paging import program

_PACKAGE = "pohon-docs"
_CLUSTER = "distributed"
_LEAST_SPACE = 200 * 2**20
"""Bytes that a disk should have left; the documents of a large unit take about a tenth."""
_PROBE = ".coba"
_NAME = re.compile(r"[^\w.-]")
"""What ends a package's name in a requirement."""


class State(StrEnum):
    """How a thing stands: as it should, missing without harm, missing with harm."""

    BAIK = "baik"
    PILIHAN = "pilihan"
    KURANG = "kurang"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: its name, its state, what was seen, and what to do about it."""

    name: str
    state: State
    seen: str
    advice: str = ""


def examined(place: Path, output: Path, folder: Path) -> tuple[Check, ...]:
    """Look at the program, the machine and the folders of inputs, outputs and styles."""
    return (
        Check("Program", State.BAIK, f"pohon-docs {__version__}"),
        Check("Python", State.BAIK, f"{platform.python_version()} di {platform.system()}"),
        _packages(),
        _engine(),
        _office(),
        _cluster(),
        _styles(folder),
        _inputs(place),
        _lists(place),
        _outputs(output),
        _space(output),
    )


def _packages() -> Check:
    """Tell which of the packages that the program needs are not there."""
    needed = tuple(_needed())
    if not needed:
        return Check("Paket Python", State.BAIK, "dijalankan dari sumbernya, tidak diperiksa")
    if missing := [name for name in needed if not _installed(name)]:
        advice = f"Pasang lagi programnya: pip install --force-reinstall {_PACKAGE}."
        return Check("Paket Python", State.KURANG, f"belum ada: {', '.join(missing)}", advice)
    return Check("Paket Python", State.BAIK, f"{len(needed)} paket lengkap")


def _needed() -> Iterator[str]:
    """Yield the names of the packages that are no extras."""
    try:
        lines = requires(_PACKAGE) or ()
    except PackageNotFoundError:  # run from its source, beside packages that are there
        lines = ()
    yield from (_NAME.split(line, maxsplit=1)[0] for line in lines if "extra ==" not in line)


def _installed(name: str) -> str:
    """Return a package's version; empty where it isn't installed."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _engine() -> Check:
    """Place a small tree, as every document with a tree does."""
    try:
        columns((Seat("a", None, 0), Seat("b", "a", 1)))
    except EngineError as error:
        return Check("Mesin Graphviz", State.KURANG, "tidak ada", str(error))
    return Check("Mesin Graphviz", State.BAIK, "menata pohon")


def _office() -> Check:
    found = program()
    if found:
        return Check("LibreOffice", State.BAIK, found)
    advice = (
        "Tidak wajib; dengan LibreOffice, --nomor-halaman mengisi nomor halaman daftar isi. "
        "Tanpa itu Word menghitungnya saat berkas dibuka."
    )
    return Check("LibreOffice", State.PILIHAN, "tidak ada", advice)


def _cluster() -> Check:
    found = _installed(_CLUSTER)
    if found:
        return Check("Klaster Dask", State.BAIK, f"{_CLUSTER} {found}")
    advice = f'Tidak wajib; untuk ratusan buku kerja: pip install "{_PACKAGE}[cluster]".'
    return Check("Klaster Dask", State.PILIHAN, "tidak ada", advice)


def _styles(folder: Path) -> Check:
    """Read every style, since a broken one stops a build."""
    names = styles.names(folder)
    broken = []
    for name in names:
        try:
            usable_style(name, folder)
        except StyleError as error:
            broken.append(str(error).rstrip("."))
    if broken:
        advice = "Perbaiki isi yang disebut itu, atau pindahkan berkasnya dari folder gaya."
        return Check("Gaya", State.KURANG, "; ".join(broken), advice)
    return Check("Gaya", State.BAIK, ", ".join(names))


def _inputs(place: Path) -> Check:
    """Count the workbooks, and name those that Excel holds open."""
    name = "Buku kerja"
    try:
        found = workbooks((place,))
    except MisuseError:
        advice = "Salin berkas .xlsx ke sana, atau siapkan folder kerja dengan `pohon-docs init`."
        return Check(name, State.KURANG, f"belum ada di {place}", advice)
    except OSError as error:
        advice = "Minta hak membaca folder itu, atau pilih folder lain."
        return Check(name, State.KURANG, f"{place} tidak dapat dibaca ({error.strerror})", advice)
    opened = [path.name.removeprefix(LOCK) for path in found if path.name.startswith(LOCK)]
    seen = f"{len(found) - len(opened)} di {place}"
    if opened:
        advice = f"Simpan dan tutup {', '.join(opened)} di Excel agar isi terakhirnya dibaca."
        return Check(name, State.PILIHAN, f"{seen}, {len(opened)} sedang terbuka", advice)
    return Check(name, State.BAIK, seen)


def _lists(place: Path) -> Check:
    """Count the official lists of codes beside the workbooks."""
    folder = place.parent if place.is_file() else place
    found = list_files(folder)
    if found:
        return Check("Nomenklatur", State.BAIK, ", ".join(path.name for path in found))
    advice = (
        f"Tidak wajib; taruh ekspor nomenklatur SIPD (.xlsx) di {folder / LISTS} "
        "agar kode semua bidang urusan ikut diperiksa."
    )
    return Check("Nomenklatur", State.PILIHAN, "hanya bawaan program", advice)


def _existing(folder: Path) -> Path:
    """Return a folder, or the nearest above it that is there."""
    return next(path for path in (folder, *folder.absolute().parents) if path.exists())


def _outputs(output: Path) -> Check:
    """Write a probe where the documents go, and remove it."""
    probe = _existing(output) / _PROBE
    try:
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        advice = "Pilih folder lain dengan --output, atau minta hak menulis di sana."
        seen = f"{output}/ tidak dapat ditulis ({error.strerror})"
        return Check("Folder hasil", State.KURANG, seen, advice)
    return Check("Folder hasil", State.BAIK, f"{output}/ dapat ditulis")


def _space(output: Path) -> Check:
    """Tell how much the disk of the documents has left."""
    free = shutil.disk_usage(_existing(output)).free
    seen = f"{free / 2**30:.1f} GB kosong".replace(".", ",")
    if free < _LEAST_SPACE:
        return Check("Ruang disk", State.KURANG, seen, "Kosongkan sebagian disk, lalu ulangi.")
    return Check("Ruang disk", State.BAIK, seen)
