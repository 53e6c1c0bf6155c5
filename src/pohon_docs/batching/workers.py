"""Who builds workbooks: this process, others on this machine, or (`cluster.py`) other machines.

All are executors of the standard library, and take the same tasks.
"""

import logging
import multiprocessing
import os
import signal
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from logging.handlers import QueueHandler
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any, Protocol

from pohon_docs.batching.stages import STAGES
from pohon_docs.interrupts import unbroken

_PRELOADED = "pohon_docs.batching.preload"


@dataclass(frozen=True, slots=True)
class Crew:
    """Workers at work: their executor, how many tasks to hand them at once, and a fatal error.

    A task that failed with one of `fatal` has cost several workers, and is not tried again.
    `deserted`, of workers that may all be gone for good, tells whether they are.
    """

    executor: Executor
    lanes: Callable[[], int]
    fatal: tuple[type[Exception], ...] = ()
    deserted: Callable[[], bool] | None = None


class Workers(Protocol):
    """A way to build workbooks."""

    def open(self) -> AbstractContextManager[Crew]:
        """Start the workers for a block; they end with it, at once where it is broken off."""
        ...


class _Here(Executor):
    """Does every task at once in this process."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:  # noqa: ANN401
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


@dataclass(frozen=True, slots=True)
class InProcess:
    """Builds in this process: for one workbook nothing is as quick."""

    @contextmanager
    def open(self) -> Iterator[Crew]:
        """Give an executor that does each task at once."""
        yield Crew(_Here(), lambda: 1)


class _Pool(ProcessPoolExecutor):
    """Processes that Ctrl-C never meets half started: they would complain on the terminal."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:  # noqa: ANN401
        with unbroken():
            return super().submit(fn, *args, **kwargs)


@dataclass(frozen=True, slots=True)
class Processes:
    """Builds in `count` processes of this machine.

    They are groups of their own, so that Ctrl-C comes to this process alone. Each holds a pipe
    of which this process has the other end: when that is closed, be it by death, they end with
    all that they started. What they leave behind lies in a folder that this process removes.
    """

    count: int

    @contextmanager
    def open(self) -> Iterator[Crew]:
        """Start the processes as tasks come."""
        context = _context()
        theirs, ours = context.Pipe(duplex=False)
        left = TemporaryDirectory(prefix="pohon-docs-", ignore_cleanup_errors=True)
        with theirs, left as folder:
            told = (theirs, folder, _lines(context))
            pool = _Pool(self.count, context, _prepare, told)
            try:
                yield Crew(pool, lambda: 2 * self.count)
                pool.shutdown()
            finally:
                with unbroken():
                    ours.close()
                    pool.shutdown(cancel_futures=True)


def for_count(count: int, *, deadly: bool) -> Workers:
    """Return who builds a number of workbooks on this machine, of which one may be `deadly`."""
    return InProcess() if count == 1 and not deadly else Processes(min(count, _cores()))


def _cores() -> int:
    """Return how many processes this one may keep busy."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _context() -> BaseContext:
    """Return how processes start: forked from a small one that has loaded all, else anew.

    That one can't be talked to on Windows, nor where the path of temporary files is too long.
    """
    if "forkserver" in multiprocessing.get_all_start_methods():
        from multiprocessing import forkserver, resource_tracker  # noqa: PLC0415 (not everywhere)

        resource_tracker.ensure_running()  # it would let Ctrl-C through again when it starts
        forkserver.set_forkserver_preload([_PRELOADED])
        with suppress(OSError), _deaf_children():
            forkserver.ensure_running()
            return multiprocessing.get_context("forkserver")
    return multiprocessing.get_context("spawn")


@contextmanager
def _deaf_children() -> Iterator[None]:
    """Have the processes that a block starts never hear Ctrl-C, and this one after it."""
    earlier = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, earlier)


def _lines(context: BaseContext) -> Any:  # noqa: ANN401 (a queue, whose class is not public)
    """Return a queue of what workers tell, for whoever listens; None where nobody does.

    Its reader is never waited for: a worker that was ended while it told may block it for good.
    """
    if not STAGES.handlers:
        return None
    lines = context.Queue()
    Thread(target=_pass_on, args=(lines,), daemon=True).start()
    return lines


def _pass_on(lines: Any) -> None:  # noqa: ANN401
    """Hand on what workers tell, for as long as this process lives."""
    while True:
        STAGES.handle(lines.get())


def _prepare(theirs: Connection, folder: str, lines: Any) -> None:  # noqa: ANN401 (a queue)
    """Make a process a worker: it ends with the one that started it, and tells its stages."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "setpgid"):
        os.setpgid(0, 0)
    tempfile.tempdir = folder
    Thread(target=_end_with, args=(theirs,), daemon=True).start()
    if lines is not None:
        STAGES.setLevel(logging.INFO)
        STAGES.addHandler(QueueHandler(lines))


def _end_with(theirs: Connection) -> None:
    """Wait until the other end of a pipe is closed, then end this process and what it started."""
    try:
        theirs.recv()
    except (EOFError, OSError):
        if hasattr(os, "killpg"):
            os.killpg(0, signal.SIGKILL)
        os._exit(1)
