"""Run as a program: how long reading some workbooks takes, and the most memory it holds."""

import re
import subprocess
import sys
import time
from pathlib import Path

from pohon_docs.workbook import read_book

STATUS = Path("/proc/self/status")


def peak() -> int:
    """Return the most memory that this process has held, in MiB; 0 where nobody tells."""
    found = re.search(r"VmHWM:\s*(\d+)", STATUS.read_text()) if STATUS.exists() else None
    return int(found.group(1)) // 1024 if found else 0


def of_reading(path: Path) -> tuple[float, int, tuple[str, ...]]:
    """Read a workbook in a fresh process: return its seconds, its peak in MiB, the cells' texts."""
    done = subprocess.run(
        [sys.executable, __file__, path], capture_output=True, text=True, check=True, timeout=120
    )
    first, *texts = done.stdout.splitlines()
    seconds, mebibytes = first.split()
    return float(seconds), int(mebibytes), tuple(texts)


def main(path: Path) -> None:
    """Read a workbook; print what that took, then every text of its cells."""
    start = time.process_time()
    book, issues = read_book(path)
    print(time.process_time() - start, peak())
    assert book is not None, issues
    print("\n".join(cell.text for sheet in book.sheets for row in sheet.rows for cell in row.cells))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
