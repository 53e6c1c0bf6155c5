"""How fast the command is, as ratios to a floor that is measured in the same run.

The floor is a process that imports the libraries of the documents and does nothing.
Every job is timed in turn, round after round, and its fastest time counts: whatever
else the machine does only makes a run slower.
"""

import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import words
from reading import BAR, LARGEST, LINEAR, Reading, readings, seconds_of_the_largest

ROOT = Path(__file__).parents[1]
ROUNDS = 7
FLOOR = "import openpyxl, docx, reportlab, graphviz, click"


@dataclass(frozen=True)
class Job:
    """A command to be timed, what is done before it, and the most it may take of the floor."""

    name: str
    command: Sequence[str | Path]
    before: Callable[[], None] | None = None
    bar: float | None = None


def main() -> int:
    """Print a line for each job; return 1 where one is over its bar."""
    with TemporaryDirectory() as folder:
        jobs = _jobs(Path(folder))
        fastest = _timed(jobs)
        reading = readings(Path(folder))
        largest = seconds_of_the_largest(Path(folder))
        written = list(words.lines(words.measure(Path(folder))))
    floor = fastest[jobs[0].name]
    lines = [_line(job, fastest[job.name], floor) for job in jobs]
    print("\n".join(lines))
    over = [job for job in jobs if job.bar and fastest[job.name] > job.bar * floor]
    print("\n".join(map(_reading_line, reading)))
    growth = reading[-1].seconds / reading[0].seconds
    print(f"baca sepuluh kali barisnya {growth:19.1f} × waktunya batas {LINEAR}")
    print(f"baca {LARGEST:6} baris × 20 kolom {largest:16.1f} detik")
    print("\n".join(line for line, _ in written))
    slow = growth > LINEAR or any(one.loads > BAR for one in reading)
    return 1 if over or slow or not all(kept for _, kept in written) else 0


def _reading_line(one: Reading) -> str:
    state = "lulus" if one.loads <= BAR else "LEWAT"
    return f"baca {one.rows:6} baris × 20 kolom {one.loads:16.2f} × openpyxl batas {BAR}  {state}"


def _jobs(folder: Path) -> tuple[Job, ...]:
    command = Path(sys.executable).with_name("pohon-docs")
    out, kept = folder / "baru", folder / "tetap"
    build = (command, "build", ROOT / "input", "--output")
    subprocess.run([*build, kept], check=False, capture_output=True)
    return (
        Job("lantai: impor pustaka", (sys.executable, "-c", FLOOR)),
        Job("semua dokumen, dari awal", (*build, out), lambda: _empty(out), bar=4.0),
        Job("tidak ada yang berubah", (*build, kept), bar=0.7),
        Job("pohon-docs --help", (command, "--help"), bar=0.4),
    )


def _empty(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


def _timed(jobs: Sequence[Job]) -> dict[str, float]:
    """Return each job's fastest time in seconds."""
    fastest: dict[str, float] = {}
    for _ in range(ROUNDS):
        for job in jobs:
            fastest[job.name] = min(_once(job), fastest.get(job.name, float("inf")))
    return fastest


def _once(job: Job) -> float:
    if job.before:
        job.before()
    start = time.perf_counter()
    subprocess.run(job.command, check=False, capture_output=True, cwd=ROOT)
    return time.perf_counter() - start


def _line(job: Job, seconds: float, floor: float) -> str:
    ratio = seconds / floor
    bar = f"batas {job.bar:.1f}  {'lulus' if ratio <= job.bar else 'LEWAT'}" if job.bar else ""
    return f"{job.name:<28}{seconds * 1000:8.0f} ms  {ratio:5.2f} × lantai  {bar}".rstrip()


if __name__ == "__main__":
    sys.exit(main())
