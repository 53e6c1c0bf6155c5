"""One workbook to be built, with all that its documents are made from, and what came of it.

Both are plain values of bytes and text: a worker needs no disk of the client, and what a task
is made of is what its hashes are taken of.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from pohon_docs.beside import list_files, named_file
from pohon_docs.issue import Issue
from pohon_docs.outputs import File
from pohon_docs.summary import Summary

_STYLE_ENDINGS = (".toml", ".docx")


class Asked(NamedTuple):
    """What is asked of every workbook of a run.

    None leaves the style or the year to the workbook, and the paper and the mode to the style.
    `soffice` is LibreOffice's program, where contents are to tell their pages.
    """

    style: str | None = None
    tahun: int | None = None
    kertas: str | None = None
    mode: str | None = None
    soffice: str = ""


AS_WRITTEN = Asked()
"""Nothing but what the workbooks themselves say."""


@dataclass(frozen=True, slots=True)
class Task:
    """A workbook, the styles, the official lists and what stands beside it, all as bytes.

    `named` are the files that the workbook is known to name (its emblem, the workbook that it
    changes); those of them that exist are `beside`.
    """

    name: str
    content: bytes
    styles: tuple[File, ...] = ()
    lists: tuple[File, ...] = ()
    named: tuple[str, ...] = ()
    beside: tuple[File, ...] = ()
    asked: Asked = AS_WRITTEN


class Wanted(NamedTuple):
    """The answer to a task whose workbook names files that nobody has looked for yet."""

    named: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """The answer to a task: findings, and where it was built its files and what they are of.

    `made_from` are the hashes of all that the worker made them from; `skipped` the official
    tables that the documents lack, each with the reason. `summary` is None where the workbook
    gave no documents.
    """

    issues: tuple[Issue, ...]
    made_from: Mapping[str, str] = field(default_factory=dict)
    files: tuple[File, ...] = ()
    summary: Summary | None = None
    style: str = ""
    skipped: tuple[tuple[str, str], ...] = ()


class LostError(Exception):
    """A task has cost its worker."""


class DesertedError(Exception):
    """There is no worker left to do a task."""


class UnreadableError(Exception):
    """A workbook's file can't be read, so there is no task."""


def style_files(folder: Path) -> tuple[File, ...]:
    """Return the files of a folder of styles; a missing folder has none."""
    found = sorted(folder.iterdir()) if folder.is_dir() else []
    return _read(path for path in found if path.suffix in _STYLE_ENDINGS and path.is_file())


def lists_in(folder: Path) -> tuple[File, ...]:
    """Return the official lists beside a folder's workbooks."""
    return _read(list_files(folder))


def task_of(
    workbook: Path,
    styles: tuple[File, ...],
    lists: tuple[File, ...],
    named: tuple[str, ...],
    asked: Asked,
) -> Task:
    """Return a workbook's task; raises OSError where its file can't be read."""
    found = dict.fromkeys(path for name in named if (path := named_file(workbook, name)))
    content = workbook.read_bytes()
    return Task(workbook.name, content, styles, lists, named, _read(found), asked)


def _read(paths: Iterable[Path]) -> tuple[File, ...]:
    return tuple(File(path.name, path.read_bytes()) for path in paths)


def made_from(task: Task, program: Mapping[str, str]) -> dict[str, str]:
    """Return hashes of all that a task's documents are made from, `program` among them.

    LibreOffice counts by being there, what the workbook names by being found.
    """
    asked = task.asked
    said = f"{asked.style} {asked.tahun} {asked.kertas} {asked.mode} {bool(asked.soffice)}"
    return {
        "buku_kerja": _mark((File(task.name, task.content),)),
        "gaya": _mark(task.styles),
        "nomenklatur": _mark(task.lists),
        "di_samping": _mark(task.beside),
        "permintaan": said,
        **program,
    }


@lru_cache(maxsize=8)
def _mark(files: tuple[File, ...]) -> str:
    """Return a hash of files; styles and lists are hashed once for all workbooks of a folder."""
    found = sha256()
    for file in files:
        found.update(f"{file.name}\0{len(file.content)}\0".encode() + file.content)
    return found.hexdigest()
