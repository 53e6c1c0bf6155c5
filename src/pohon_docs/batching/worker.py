"""What is done with one workbook, wherever that is: read → check → build, bytes in, bytes out.

A worker may be this process, another one, or another machine: it lays a task out in a folder of
its own, and needs no other.
"""

import traceback
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock

from pohon_docs import making, pipeline, reporting, webpages
from pohon_docs.batching.stages import Stage, tell
from pohon_docs.batching.summing import summed
from pohon_docs.batching.task import Result, Task, Wanted, made_from
from pohon_docs.beside import LISTS
from pohon_docs.emblem import read_emblem
from pohon_docs.issue import Issue, Severity
from pohon_docs.misuse import MisuseError
from pohon_docs.outputs import File
from pohon_docs.program import program_marks
from pohon_docs.source import Ref

_ONE_AT_A_TIME = Lock()
"""PDFium and Python's collector know no threads, of which a cluster's worker may have several."""


def build(task: Task) -> Result | Wanted:
    """Build one workbook; raises MisuseError where it can't be built as it was asked for.

    A fault of the program is a finding, so that it stops no other workbook.
    """
    try:
        with _ONE_AT_A_TIME, TemporaryDirectory(prefix="pohon-docs-") as folder:
            place = Path(folder)
            return _built(task, _laid_out(task, place), place / "gaya")
    except MisuseError:
        raise
    except Exception as error:
        return Result((_fault(task.name, error),))


def _laid_out(task: Task, folder: Path) -> Path:
    """Write a task's files as they stand around its workbook; return the workbook's path."""
    place = folder / "masukan"
    _write(folder / "gaya", task.styles)
    _write(place / LISTS, task.lists)
    _write(place, (*task.beside, File(task.name, task.content)))
    return place / task.name


def _write(folder: Path, files: Iterable[File]) -> None:
    folder.mkdir(exist_ok=True, parents=True)
    for file in files:
        (folder / file.name).write_bytes(file.content)


def _built(task: Task, path: Path, styles: Path) -> Result | Wanted:
    """Read, check and build the workbook of a task that is laid out."""
    tell(task.name, Stage.MEMBACA)
    opened = pipeline.opened(path)
    if opened.book is None or opened.rencana is None:
        return Result(opened.issues)
    rencana = pipeline.for_year(opened.rencana, task.asked.tahun)
    names = (rencana.identitas.logo, rencana.identitas.buku_kerja_murni)
    named = tuple(name for name in names if name)
    if not set(named) <= set(task.named):
        return Wanted(named)
    style, said = pipeline.chosen_style(rencana, styles, task.asked.style)
    style = style.on_paper(task.asked.kertas, task.asked.mode)
    emblem, missed = read_emblem(rencana, path)
    before, about = pipeline.original(path, rencana)
    issues = pipeline.judged((*opened.issues, *said, *missed, *about), style)
    tell(task.name, Stage.TEMUAN)
    found, said = reporting.reports(path, opened.book, issues, style)
    issues = (*issues, *said)
    tell(task.name, Stage.MENYUSUN)
    extras = making.Extras(emblem, task.asked.soffice)
    changes = pipeline.changes(before, rencana, issues, style, extras) if before else ()
    files = (*pipeline.build(rencana, issues, style, extras), *changes, *found)
    skipped = tuple((one.table, one.reason) for one in pipeline.skipped(rencana))
    files += webpages.plan_pages(task.name, rencana, issues, files, style, pipeline.draft(issues))
    summary = summed(task.name, rencana, issues, files)
    made = made_from(task, program_marks())
    return Result(issues, made, files, summary, style.nama, skipped)


def _fault(name: str, error: Exception) -> Issue:
    """Say which fault of the program a workbook met, and in which line of it."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{Path(frames[-1].filename).name} baris {frames[-1].lineno}"
    said = " ".join(str(error).split())
    return Issue(
        "OLAH-02",
        Severity.GALAT,
        f"kesalahan program di {place} ({type(error).__name__}: {said})",
        Ref(name),
        "Kirim pesan ini bersama buku kerjanya kepada pengelola pohon-docs.",
    )
