"""Many workbooks: which there are, which are stale, and having those built in parallel.

Nothing here loads a library that only building needs.
"""

from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from pohon_docs.batching.destinations import folders, origin, told_apart
from pohon_docs.batching.manifest import Manifest, named_in
from pohon_docs.batching.overview import refresh
from pohon_docs.batching.settling import Job, Options, Outcome, Run
from pohon_docs.batching.task import Wanted, lists_in, style_files
from pohon_docs.beside import LISTS
from pohon_docs.misuse import MisuseError
from pohon_docs.program import program_marks

if TYPE_CHECKING:
    from pohon_docs.batching.workers import Workers

_ENDINGS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv")


def workbooks(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Return the workbooks that files and folders name, sorted; raises MisuseError."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir() and path.name == LISTS:
            continue
        if path.is_dir():
            found.extend(entry for entry in path.iterdir() if _is_workbook(entry))
        elif path.is_file():
            found.append(path)
        else:
            raise MisuseError(f'Berkas atau folder "{path}" tidak ada.')
    if not found:
        places = ", ".join(f"{path}/" for path in paths)
        raise MisuseError(
            f"Belum ada buku kerja di {places}. Salin berkas .xlsx ke sana, "
            "atau buat templat dengan `pohon-docs init`."
        )
    return tuple(sorted(dict.fromkeys(found)))


def _is_workbook(path: Path) -> bool:
    return path.suffix.lower() in _ENDINGS and not path.is_dir()


def build_all(
    paths: Sequence[Path], options: Options, workers: "Workers | None" = None
) -> Generator[Outcome, None, None]:
    """Build the stale ones of some workbooks, one outcome for each in their order.

    One workbook is built in this process, several in as many as there are cores, unless
    `workers` says otherwise. A workbook that can't be built as it was asked for stops no other:
    its MisuseError is raised when all are done.
    """
    try:
        options.output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = f"Folder {options.output} tidak dapat ditulis ({error.strerror})."
        raise MisuseError(reason) from error
    styles = style_files(options.styles)
    run = Run(options, Manifest(options.output), program_marks(), styles, cache(lists_in))
    jobs = [Job(*each) for each in zip(range(len(paths)), paths, folders(paths), strict=True)]
    now = {origin(job.path, options.output): job.folder for job in jobs}
    told_apart(run.manifest, options.output, now)
    misuse: list[MisuseError] = []
    try:
        for outcome in _in_order(_outcomes(run, jobs, workers)):
            if isinstance(outcome, Outcome):
                yield outcome
            else:
                misuse.append(outcome)
    finally:
        run.manifest.write()
    refresh(options.output, run.manifest, options.styles)
    if misuse:
        raise misuse[0]


def _in_order(
    outcomes: Iterable[tuple[int, Outcome | MisuseError]],
) -> Iterator[Outcome | MisuseError]:
    """Put outcomes that come as they may in the order of their numbers."""
    early: dict[int, Outcome | MisuseError] = {}
    due = 0
    for number, outcome in outcomes:
        early[number] = outcome
        while due in early:
            yield early.pop(due)
            due += 1


def _outcomes(
    run: Run, jobs: Sequence[Job], workers: "Workers | None"
) -> Iterator[tuple[int, Outcome | MisuseError]]:
    """Yield the number of each job and what became of it, the unchanged ones first."""
    stale: deque[Job] = deque()
    for job in jobs:
        known = job._replace(named=named_in(run.manifest.entry(job.folder)))
        outcome = run.settled(known)
        if outcome:
            yield job.number, outcome
        else:
            stale.append(known)
    if not stale:
        return
    from pohon_docs.batching.running import answers  # noqa: PLC0415 (loads what only building needs)
    from pohon_docs.batching.workers import for_count  # noqa: PLC0415

    chosen = workers or for_count(len(stale), deadly=any(map(run.has_died, stale)))
    for job, answer in answers(stale, run.task, chosen):
        if isinstance(answer, Wanted):
            stale.appendleft(job._replace(named=answer.named))
            continue
        try:
            yield job.number, run.placed(job, answer)
        except MisuseError as error:
            yield job.number, error
