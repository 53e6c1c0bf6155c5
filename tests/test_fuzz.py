"""Spoiled workbooks: never a traceback, never a long wait, always a plan or a finding."""

import os
import time
from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook

import fuzz
import plans
from pohon_docs.pipeline import build, found, read

MUTANTS = int(os.environ.get("MUTAN", "100"))
_BUILT = 10
"""Every tenth one is also built into all documents."""
_LONGEST = 10.0


def test_no_mutant_of_a_good_workbook_brings_the_reader_down(tmp_path: Path) -> None:
    path = tmp_path / "mutan.xlsx"
    for number in range(MUTANTS):
        path.write_bytes(fuzz.mutant(number))
        start = time.monotonic()
        rencana, issues = read(path)
        assert time.monotonic() - start < _LONGEST, number
        assert rencana is not None or issues, number
        for issue in issues:
            assert "\n" not in str(issue), number
            assert str(issue).startswith("mutan.xlsx"), number
        if rencana is not None and number % _BUILT == 0:
            assert build(rencana, issues, plans.style()), number
            files, said = found(path, issues, plans.style())
            assert bool(said) or (len(files) == 3) == any(issue.ref.row for issue in issues)
            for file in files[1:]:
                assert load_workbook(BytesIO(file.content)).worksheets, number
