"""Files are put in place whole: all of a workbook's outputs, or none."""

import errno
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from pohon_docs.interrupts import unbroken
from pohon_docs.issue import Issue, Severity

_TEMPORARY = ".baru"
_HELD = ("", "Tutup berkas itu di Word, Excel, atau pembaca PDF, lalu ulangi.")
_FULL = (" karena disk penuh", "Kosongkan sebagian disk, lalu ulangi.")
_LONG = (" karena namanya terlalu panjang", "Pendekkan nama buku kerjanya, lalu ulangi.")
_TAKEN = (
    " karena yang bernama sama sudah ada di sana",
    "Pindahkan atau ganti namanya, lalu ulangi.",
)
_CLOSED = (" karena disknya hanya dapat dibaca", "Pilih folder lain dengan --output, lalu ulangi.")
_REASONS = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.ENAMETOOLONG: _LONG,
    errno.EROFS: _CLOSED,
    **dict.fromkeys((errno.EISDIR, errno.ENOTDIR, errno.EEXIST), _TAKEN),
}
"""Why a file can't be put in place, and what to do, by the system's number for it; most often
another program holds it."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Bytes kept on disk until they are asked for: a large tree's pictures would fill memory."""

    disk: IO[bytes]
    start: int
    length: int

    def read(self) -> bytes:
        """Return the bytes."""
        self.disk.seek(self.start)
        return self.disk.read(self.length)

    def __reduce__(self) -> tuple[type[bytes], tuple[bytes]]:
        """Go to another process as the bytes themselves."""
        return bytes, (self.read(),)


@dataclass(frozen=True, slots=True)
class File:
    """A file: its name inside its folder, its bytes wherever they are, its pages if counted."""

    name: str
    held: bytes | Kept
    pages: int = 0

    @property
    def content(self) -> bytes:
        """The bytes themselves."""
        return self.held if isinstance(self.held, bytes) else self.held.read()


def kept(contents: Iterable[bytes]) -> Iterator[Kept]:
    """Keep contents on disk one after the other; the system takes them away in the end."""
    from tempfile import TemporaryFile  # noqa: PLC0415 (loads what only building needs)

    disk = TemporaryFile()  # noqa: SIM115 (open as long as what is kept in it)
    start = 0
    for content in contents:
        disk.seek(start)
        disk.write(content)
        yield Kept(disk, start, len(content))
        start += len(content)


def write_whole(
    place: Path, files: Sequence[File], earlier: Sequence[str], workbook: str
) -> Issue | None:
    """Put all files in place or none: each is written beside its place, then all are renamed.

    Files of `earlier` builds that are no longer made are removed; Ctrl-C waits until all is done.
    Returns a finding where the folder can't be written, with the earlier files untouched.
    """
    with unbroken():
        return _written(place, files, earlier, workbook)


def _written(
    place: Path, files: Sequence[File], earlier: Sequence[str], workbook: str
) -> Issue | None:
    temporary = [(place / f"{file.name}{_TEMPORARY}", place / file.name) for file in files]
    stale = [place / name for name in sorted(set(earlier) - {file.name for file in files})]
    try:
        place.mkdir(parents=True, exist_ok=True)
        for (path, _), file in zip(temporary, files, strict=True):
            path.write_bytes(file.content)
        for target in (*(target for _, target in temporary), *stale):
            _probe(target)
        for path, target in temporary:
            path.replace(target)
        for target in stale:
            target.unlink(missing_ok=True)
    except OSError as error:
        for path, _ in temporary:
            with suppress(OSError):  # where the folder itself is none, there is nothing to remove
                path.unlink()
        with suppress(OSError):  # a folder that holds anything stays
            place.rmdir()
        return _blocked(workbook, error)
    return None


def _probe(target: Path) -> None:
    """Open an earlier output for appending, which fails where another program holds it."""
    if target.exists():
        target.open("ab").close()


def _blocked(workbook: str, error: OSError) -> Issue:
    """Say what stands in the way, and what to do about that."""
    from pohon_docs.source import Ref  # noqa: PLC0415 (loads what only a finding needs)

    name = Path(str(error.filename or "")).name.removesuffix(_TEMPORARY)
    told = f'hasil "{name}"' if name else "hasilnya"
    reason, advice = _REASONS.get(error.errno or 0, _HELD)
    return Issue(
        "KELUAR-01",
        Severity.GALAT,
        f"{told} tidak dapat ditulis{reason}; semua hasil lama dibiarkan",
        Ref(workbook),
        advice,
    )
