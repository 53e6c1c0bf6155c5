"""Spoiled workbooks: no traceback, no wait over 10 s, under 1 GB, always a plan or a finding."""

import os
import subprocess
import sys
from pathlib import Path

import fuzz_run

MUTANTS = int(os.environ.get("MUTAN", "100"))
PROCESSES = 2


def test_no_mutant_of_a_good_workbook_brings_the_reader_down() -> None:
    """Each process ends with an assertion's number where a mutant fails it."""
    running = [
        subprocess.Popen(
            [
                sys.executable,
                str(Path(fuzz_run.__file__)),
                str(first),
                str(MUTANTS),
                str(PROCESSES),
            ],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for first in range(PROCESSES)
    ]
    ended = [process.communicate() for process in running]
    assert [process.returncode for process in running] == [0, 0], ended
    counts = [[float(number) for number in out.split()] for out, _ in ended]
    assert sum(count for count, *_ in counts) == MUTANTS
    refused = sum(number for _, number, *_ in counts)
    assert MUTANTS / 20 < refused < MUTANTS / 2
    for count, _, slowest, memory in counts:
        print(f"{count:.0f} mutan; terlama {slowest} s; memori paling banyak {memory:.0f} MiB")
