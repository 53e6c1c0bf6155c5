"""How fast the command is, as ratios to a floor that is measured in the same run.

The floor is a process that imports the libraries of the documents and does nothing.
Every job is timed in turn, round after round, and its fastest time counts: whatever
else the machine does only makes a run slower.
"""

import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import words
from reading import BAR, LINEAR, RULES_BAR, Reading, readings

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
        written = list(words.lines(words.measure(Path(folder))))
    floor = fastest[jobs[0].name]
    lines = [_line(job, fastest[job.name], floor) for job in jobs]
    print("\n".join(lines))
    over = [job for job in jobs if job.bar and fastest[job.name] > job.bar * floor]
    read = [line for one in _read_lines(reading) for line in one]
    print("\n".join(line for line, _ in (*read, *written)))
    return 1 if over or not all(kept for _, kept in (*read, *written)) else 0


def _read_lines(reading: Sequence[Reading]) -> Iterator[list[tuple[str, bool]]]:
    """Yield of each size its lines and whether each is kept: loads, rules, ten times the rows."""
    before = None
    for one in reading:
        named = f"{one.rows:7} baris × 20 kolom"
        lines = [
            _judged(f"baca {named} ({one.seconds:.1f} detik)", one.loads, "× openpyxl", BAR),
            _judged(f"aturan {named}", one.rules, "× membacanya", RULES_BAR),
        ]
        if before:
            growth = one.seconds / before.seconds
            lines.append(_judged(f"baca {named}", growth, "× sepersepuluhnya", LINEAR))
        yield lines
        before = one


def _judged(name: str, ratio: float, unit: str, bar: float) -> tuple[str, bool]:
    """Return a line and whether its ratio is within its bar."""
    kept = ratio <= bar
    return f"{name:<48} {ratio:6.2f} {unit} batas {bar}  {'lulus' if kept else 'LEWAT'}", kept


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
