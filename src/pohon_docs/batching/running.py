"""Tasks handed to workers, few at a time, and their answers as they come.

A worker may die, with which a pool of processes loses all tasks at work: each of those is done
again alone, so that the one that kills its worker is known, and only that one is lost.
"""

from collections import deque
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Future, wait
from typing import TypeVar

from pohon_docs.batching.task import DesertedError, LostError, Result, Task, UnreadableError, Wanted
from pohon_docs.batching.workers import Crew, Workers
from pohon_docs.misuse import MisuseError

Job = TypeVar("Job")
Answer = Result | Wanted | Exception
"""What came of a task; one of the errors of tasks or MisuseError where it can't be built."""
_PULSE = 2.0
"""Seconds between two looks whether workers that may all be gone are there."""


def answers(
    jobs: deque[Job], task_of: Callable[[Job], Task], workers: Workers
) -> Iterator[tuple[Job, Answer]]:
    """Yield the answer of every job, also of those that are added meanwhile."""
    while jobs:
        suspects = yield from _at_work(jobs, task_of, workers)
        for job in suspects:
            yield job, _alone(job, task_of, workers)


def _at_work(
    jobs: deque[Job], task_of: Callable[[Job], Task], workers: Workers
) -> Generator[tuple[Job, Answer], None, list[Job]]:
    """Yield answers until there are no jobs left, or a worker died; return the jobs it took."""
    waiting: dict[Future[Result | Wanted], Job] = {}
    suspects: list[Job] = []
    with workers.open() as crew:
        while waiting or (jobs and not suspects):
            while jobs and not suspects and len(waiting) < crew.lanes():
                job = jobs.popleft()
                waiting[_started(job, task_of, crew)] = job
            done, _ = wait(waiting, _PULSE if crew.deserted else None, FIRST_COMPLETED)
            if not done and crew.deserted and crew.deserted():
                yield from ((job, DesertedError()) for job in (*waiting.values(), *jobs))
                jobs.clear()
                break
            for future in done:
                job, answer = waiting.pop(future), _answer(future, crew)
                if isinstance(answer, BrokenExecutor):
                    suspects.append(job)
                else:
                    yield job, answer
    return suspects


def _alone(job: Job, task_of: Callable[[Job], Task], workers: Workers) -> Answer:
    with workers.open() as crew:
        answer = _answer(_started(job, task_of, crew), crew)
    return LostError() if isinstance(answer, BrokenExecutor) else answer


def _started(job: Job, task_of: Callable[[Job], Task], crew: Crew) -> Future[Result | Wanted]:
    """Hand a job to a crew; what stands in its way is the future's error."""
    try:
        return crew.executor.submit(_build, _task(job, task_of))
    except (BrokenExecutor, OSError, UnreadableError) as error:
        future: Future[Result | Wanted] = Future()
        future.set_exception(error)
        return future


def _task(job: Job, task_of: Callable[[Job], Task]) -> Task:
    try:
        return task_of(job)
    except OSError as error:
        raise UnreadableError from error


def _build(task: Task) -> Result | Wanted:
    """Build where the workers are, so that nothing that only building needs is loaded here."""
    from pohon_docs.batching.worker import build  # noqa: PLC0415

    return build(task)


def _answer(future: Future[Result | Wanted], crew: Crew) -> Answer:
    """Return what came of a task; a fault of this program outside of its build is raised."""
    try:
        return future.result()
    except (BrokenExecutor, MisuseError, UnreadableError) as error:
        return error
    except (CancelledError, OSError):
        return MisuseError("Sambungan ke para pekerja terputus; ulangi untuk melanjutkan.")
    except crew.fatal:
        return LostError()
