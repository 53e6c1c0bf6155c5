"""Run as a program: how long reading some workbooks takes, and the most memory it holds."""

import re
import subprocess
import sys
import time
from pathlib import Path

from pohon_docs.pipeline import read

STATUS = Path("/proc/self/status")


def peak() -> int:
    """Return the most memory that this process has held, in MiB; 0 where nobody tells."""
    found = re.search(r"VmHWM:\s*(\d+)", STATUS.read_text()) if STATUS.exists() else None
    return int(found.group(1)) // 1024 if found else 0


def of_reading(path: Path) -> tuple[float, int]:
    """Return the seconds that reading a workbook takes in a fresh process, and its peak in MiB."""
    done = subprocess.run(
        [sys.executable, __file__, path], capture_output=True, text=True, check=True, timeout=60
    )
    seconds, mebibytes = done.stdout.split()
    return float(seconds), int(mebibytes)


if __name__ == "__main__":
    start = time.process_time()
    read(Path(sys.argv[1]))
    print(time.process_time() - start, peak())
