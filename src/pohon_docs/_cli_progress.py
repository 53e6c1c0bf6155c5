"""One line at the foot of a terminal while workbooks are built; nothing of it in a pipe."""

import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from logging import Handler, LogRecord

import click

from pohon_docs.batching.settling import Outcome
from pohon_docs.batching.stages import listening
from pohon_docs.issue import Severity


def watched(outcomes: Iterable[Outcome], total: int) -> Iterator[Outcome]:
    """Pass outcomes on, with a line of what is being done where a person is watching."""
    line = _Line(total)
    with listening(line):
        try:
            for outcome in outcomes:
                with line.silent():
                    line.count(outcome)
                    yield outcome
        finally:
            line.end()


class _Line(Handler):
    """The line: how many workbooks are done, the last stage that was told, and the findings."""

    def __init__(self, total: int) -> None:
        super().__init__()
        self._total = total
        self._done = 0
        self._found: Counter[str] = Counter()
        self._shown = ""

    def emit(self, record: LogRecord) -> None:
        """Tell a stage; called from one thread at a time."""
        found = ", ".join(f"{self._found[severity]} {severity}" for severity in Severity)
        self._show(f"[{self._done}/{self._total}] {record.getMessage()}; temuan: {found}")

    def count(self, outcome: Outcome) -> None:
        """Count a workbook that is done, and its findings."""
        self._done += 1
        self._found.update(outcome.counts)

    def end(self) -> None:
        """Leave the line empty."""
        with self.silent():
            pass

    @contextmanager
    def silent(self) -> Iterator[None]:
        """Leave the line empty while something else is printed."""
        self.acquire()
        try:
            self._show("")
            yield
        finally:
            self.release()

    def _show(self, text: str) -> None:
        text = text[: shutil.get_terminal_size().columns - 1]
        blank = " " * (len(self._shown) - len(text))
        click.echo(f"\r{text}{blank}\r" if not text else f"\r{text}{blank}", nl=False, err=True)
        self._shown = text
