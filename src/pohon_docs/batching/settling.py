"""What becomes of each workbook of a run: unchanged, built and put in place whole, or refused.

Nothing here loads what only building needs: an unchanged folder is told from its manifest alone.
What every run makes is a `NamedTuple`, which Python defines six times as fast as a dataclass.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pohon_docs.batching.destinations import origin
from pohon_docs.batching.manifest import Manifest, digest, known_summary
from pohon_docs.batching.task import (
    AS_WRITTEN,
    Asked,
    DesertedError,
    LostError,
    Result,
    Task,
    UnreadableError,
    made_from,
    task_of,
)
from pohon_docs.beside import LOCK
from pohon_docs.interrupts import unbroken
from pohon_docs.issue import Issue, Severity, count
from pohon_docs.misuse import MisuseError
from pohon_docs.outputs import File, write_whole
from pohon_docs.summary import State, Summary

if TYPE_CHECKING:
    from pohon_docs.source import Ref


class Options(NamedTuple):
    """Where outputs go, where styles stand, and what is asked of every workbook."""

    output: Path
    styles: Path
    asked: Asked = AS_WRITTEN


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a workbook: what there is to tell of it, and where its files are.

    `issues` and `skipped`, the official tables that its documents lack with the reason, are given
    only for one that was built or refused.
    """

    summary: Summary
    folder: Path
    issues: tuple[Issue, ...] = ()
    skipped: tuple[tuple[str, str], ...] = ()

    @property
    def workbook(self) -> str:
        """The workbook's name."""
        return self.summary.workbook

    @property
    def counts(self) -> Mapping[str, int]:
        """The workbook's findings by severity."""
        return self.summary.counts

    @property
    def files(self) -> tuple[str, ...]:
        """The files that were built or are unchanged; none for a workbook that was refused."""
        return () if self.summary.state is State.DITOLAK else self.summary.files

    @property
    def fresh(self) -> bool:
        """Tell whether nothing had changed."""
        return self.summary.state is State.TETAP

    @property
    def has_galat(self) -> bool:
        """Tell whether the workbook has findings of severity galat."""
        return self.summary.has_galat


class Job(NamedTuple):
    """A workbook's number, its file, its folder of outputs, and the files that it names."""

    number: int
    path: Path
    folder: str
    named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """One run over a folder of outputs."""

    options: Options
    manifest: Manifest
    program: Mapping[str, str]
    styles: tuple[File, ...]
    lists: Callable[[Path], tuple[File, ...]]

    def task(self, job: Job) -> Task:
        """Return a workbook with all that it is made from; raises OSError."""
        lists = self.lists(job.path.parent)
        return task_of(job.path, self.styles, lists, job.named, self.options.asked)

    def place(self, job: Job) -> Path:
        """Return the folder of a workbook's outputs."""
        return self.options.output / job.folder

    def settled(self, job: Job) -> Outcome | None:
        """Return the outcome of a workbook that needs no building: unchanged, or a lock file."""
        if job.path.name.startswith(LOCK):
            issues = (_lock_file(job.path),)
            locked = Summary(job.path.name, job.folder, State.DITOLAK, count(issues))
            return Outcome(locked, self.place(job), issues)
        entry = self.manifest.entry(job.folder)
        summary = known_summary(entry)
        if summary is None or entry.get("masukan") != self._made_from(job):
            return None
        if not self.manifest.holds(job.folder):
            return None
        return Outcome(replace(summary, state=State.TETAP), self.place(job))

    def _made_from(self, job: Job) -> Mapping[str, str] | None:
        """Return the hashes of what a workbook would be made from; None where it can't be read."""
        try:
            return made_from(self.task(job), self.program)
        except OSError:
            return None

    def placed(self, job: Job, answer: Result | Exception) -> Outcome:
        """Put what was built in place, whole; a workbook without documents keeps its earlier ones.

        Raises MisuseError where it can't be built as it was asked for, or the worker was another
        version of this program.
        """
        if isinstance(answer, MisuseError):
            raise answer
        if isinstance(answer, Exception):
            return self._refused(
                job, _unbuilt(job.path, answer), died=isinstance(answer, LostError)
            )
        if answer.summary is None:
            return self._refused(job, answer.issues)
        if not self.program.items() <= answer.made_from.items():
            raise MisuseError("Para pekerja memakai versi pohon-docs yang lain; samakan versinya.")
        with unbroken():  # what is in place is known to the manifest, too
            return self._kept(job, answer, replace(answer.summary, folder=job.folder))

    def _kept(self, job: Job, answer: Result, summary: Summary) -> Outcome:
        """Put files in place and remember them, unless something stands in their way."""
        place, earlier = self.place(job), self.manifest.entry(job.folder).get("berkas", ())
        blocked = write_whole(place, answer.files, tuple(earlier), job.path.name)
        if blocked:
            return self._refused(job, (blocked, *answer.issues))
        entry = {
            "masukan": answer.made_from,
            "asal": origin(job.path, self.options.output),
            "gaya": answer.style,
            "disebut": job.named,
            "berkas": {file.name: digest(file.content) for file in answer.files},
            "ukuran": {file.name: len(file.content) for file in answer.files},
            "ringkasan": summary.as_record(),
        }
        self.manifest.put(job.folder, entry)
        return Outcome(summary, place, answer.issues, answer.skipped)

    def has_died(self, job: Job) -> bool:
        """Tell whether a workbook has cost its worker the last time."""
        return bool(self.manifest.entry(job.folder).get("terhenti"))

    def _refused(self, job: Job, issues: tuple[Issue, ...], *, died: bool = False) -> Outcome:
        """Return the outcome of a workbook that gave no outputs; it is tried again next time."""
        entry = self.manifest.entry(job.folder)
        known = known_summary(entry) or Summary(job.path.name, job.folder, State.DITOLAK, {})
        summary = replace(known, workbook=job.path.name, state=State.DITOLAK, counts=count(issues))
        told = {
            "masukan": {},
            "asal": origin(job.path, self.options.output),
            "ringkasan": summary.as_record(),
            "terhenti": died,
        }
        self.manifest.put(job.folder, {"berkas": {}, **entry, **told})
        return Outcome(summary, self.place(job), issues)


def _place(path: Path) -> "Ref":
    from pohon_docs.source import Ref  # noqa: PLC0415 (loads what only a finding needs)

    return Ref(path.name)


def _lock_file(path: Path) -> Issue:
    return Issue(
        "BUKU-04",
        Severity.SARAN,
        "berkas kunci Excel, dilewati; buku kerjanya sedang dibuka",
        _place(path),
        "Simpan dan tutup buku kerjanya agar isi terakhir ikut dibaca.",
    )


def _unbuilt(path: Path, error: Exception) -> tuple[Issue, ...]:
    """Say why a workbook came to nothing: its file can't be read, or there is no worker for it."""
    if isinstance(error, UnreadableError):
        from pohon_docs.workbook import read_book  # noqa: PLC0415 (loads what only reading needs)

        return read_book(path)[1]
    return (_deserted(path) if isinstance(error, DesertedError) else _died(path),)


def _died(path: Path) -> Issue:
    return Issue(
        "OLAH-01",
        Severity.GALAT,
        "proses yang mengolahnya berhenti di tengah jalan, jadi dokumennya tidak dibuat",
        _place(path),
        "Ulangi; bila berhenti lagi, tutup program lain agar memori komputer cukup.",
    )


def _deserted(path: Path) -> Issue:
    return Issue(
        "OLAH-03",
        Severity.GALAT,
        "gugus komputer tidak punya pekerja lagi, jadi dokumennya tidak dibuat",
        _place(path),
        "Jalankan lagi `dask worker` di komputer yang ikut bekerja, lalu ulangi.",
    )
