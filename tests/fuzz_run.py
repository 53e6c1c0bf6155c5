"""Run as a program: reads mutants one after the other; a fault ends it with its number."""

import sys
import time
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from openpyxl import load_workbook

import fuzz
import peak
import plans
from pohon_docs.pipeline import Opened, build, opened, read
from pohon_docs.reporting import reports
from pohon_docs.source import Book

_BUILT = 11
"""Every eleventh one is also built into all documents."""
_LONGEST = 10.0
_MOST_MEMORY = 1024
"""MiB."""
_ALL = 5
"""The findings as text, as a workbook, as a page, as records, and on a copy."""


def main(numbers: range) -> None:
    """Read the mutants of some numbers, and print the slowest in seconds and the peak in MiB."""
    slowest, refused = 0.0, 0
    with TemporaryDirectory() as folder:
        path = Path(folder) / "mutan.xlsx"
        for number in numbers:
            path.write_bytes(fuzz.mutant(number))
            start = time.process_time()
            refused += not _is_read(path, build_too=number % _BUILT == 0)
            seconds = time.process_time() - start
            slowest = max(slowest, seconds)
            assert seconds < _LONGEST, f"mutan {number}: {seconds:.1f} s"
            assert peak.peak() < _MOST_MEMORY, f"mutan {number}: {peak.peak()} MiB"
    print(f"{len(numbers)} {refused} {slowest:.1f} {peak.peak()}")


def _is_read(path: Path, *, build_too: bool) -> bool:
    """Read a mutant: a plan or a finding, each finding one line that begins with the file."""
    whole = opened(path)
    rencana, issues = whole.rencana, whole.issues
    assert rencana is not None or issues
    for issue in issues:
        assert "\n" not in str(issue)
        assert str(issue).startswith(path.name)
    if rencana is not None and build_too:
        assert build(rencana, issues, plans.style())
        _is_marked(path, whole)
    return rencana is not None


def _is_marked(path: Path, whole: Opened) -> None:
    """Tell the findings as workbooks: those with a cell on a copy, or why there is none.

    The copy keeps what was broken in its workbook, so that only our reader must open it.
    """
    files, said = reports(path, _book(whole), whole.issues, plans.style())
    assert bool(said) or (len(files) == _ALL) == any(issue.ref.row for issue in whole.issues)
    for file in files:
        if file.name.endswith("-bertanda.xlsx"):
            copy = path.with_name("salinan.xlsx")
            copy.write_bytes(file.content)
            assert read(copy)[0] is not None
        elif file.name.endswith(".xlsx"):
            assert load_workbook(BytesIO(file.content)).worksheets


def _book(whole: Opened) -> Book:
    assert whole.book is not None
    return whole.book


if __name__ == "__main__":
    main(range(int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])))
