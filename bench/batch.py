"""How long many workbooks take: in parallel, with one changed, with none, and on a cluster.

Every figure is a ratio of two commands that are timed in turn in the same run. By default few
workbooks are built, which takes some minutes; `--penuh` takes the 50 of a kabupaten's offices, of
250 conditions each, and on the cluster the 1,000 of a province's kecamatan, of 30 conditions each.
For those the bars are meant; they take most of an hour. Where Dask isn't installed
(`pip install '.[cluster]'`) its lines are left out.
"""

import json
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import offices
import orchard

MOST_OF_SEQUENCE, MOST_OF_ONE, MOST_OF_START, MOST_OF_POOL = 0.55, 1.5, 2.0, 1.3
MOST_GROWTH = 1.25
"""How much more memory the client may take for four times the workbooks."""
KEPT, PROVINCE = 50, 1_000
FEW, SOME = 4, 8
"""How many workbooks there are by default in place of those."""
FULL = "--penuh"
ROUNDS = 3
_PEAK = re.compile(r"VmHWM:\s*(\d+)")
COMMAND = Path(sys.executable).with_name("pohon-docs")


@dataclass(frozen=True)
class Spent:
    """The time of a command in seconds, and the most memory that it took in megabytes."""

    seconds: float
    megabytes: float


def main() -> int:
    """Print a line for each figure; return 1 where one is over its bar."""
    full = FULL in sys.argv
    many, province = (KEPT, PROVINCE) if full else (FEW, SOME)
    with TemporaryDirectory() as folder:
        place = Path(folder)
        kept = [_parallel(place / "banyak", many), *_kept(place / "tetap", full=full)]
        if find_spec("distributed"):
            kept += _cluster(place / "gugus", province)
    return 0 if all(kept) else 1


def _parallel(place: Path, many: int) -> bool:
    """Compare a batch with as many processes, one after another."""
    for number in range(many):
        offices.write(place / "input" / f"dinas-{number}.xlsx", number)
    paths = sorted((place / "input").iterdir())

    def one_by_one() -> float:
        return sum(_once(_build(path, _empty(place / "satu"))).seconds for path in paths)

    def together() -> float:
        return _once(_build(place / "input", _empty(place / "semua"))).seconds

    alone, batch = _in_turn((one_by_one, together), ROUNDS - 1)
    name = f"{_books(many, orchard.DINAS)} bersama : satu per satu"
    return _line(name, batch / alone, MOST_OF_SEQUENCE)


def _kept(place: Path, *, full: bool) -> Iterator[bool]:
    """Compare a folder of which one workbook or none has changed with that one, and a start."""
    others = orchard.DINAS if full else 1
    for number in range(KEPT):
        path = place / "input" / f"dinas-{number:02}.xlsx"
        offices.write(path, number, others if number else orchard.DINAS)
    everything = _build(place / "input", place / "output")
    changed = place / "input" / "dinas-00.xlsx"
    _once(everything)
    numbers = count(KEPT)

    def alone() -> float:
        offices.write(changed, next(numbers))
        return _once(_build(changed, _empty(place / "sendiri"))).seconds

    def together() -> float:
        return _once(everything).seconds

    def start() -> float:
        return _once((COMMAND, "--version")).seconds

    one, among = _in_turn((alone, together), ROUNDS)
    books = _books(KEPT, others)
    yield _line(f"satu ({orchard.DINAS}) dari {books} : sendiri", among / one, MOST_OF_ONE)
    begun, nothing = _in_turn((start, together), 5 * ROUNDS)
    yield _line(f"{books} tetap : mulainya program", nothing / begun, MOST_OF_START)


def _cluster(place: Path, many: int) -> Iterator[bool]:
    """Compare a cluster of two workers with two processes, and its client's memory by the count."""
    for number in range(many):
        name = f"kecamatan-{number:03}.xlsx"
        offices.write(place / "input" / name, number, orchard.KELURAHAN)
        if number < many // 4:
            offices.write(place / "sebagian" / name, number, orchard.KELURAHAN)
    with _workers(place) as address:
        options = ("--scheduler", address)
        some = _once((*_build(place / "sebagian", place / "pertama"), *options))
        pool = _once(_build(place / "input", place / "proses"))
        all_of_them = _once((*_build(place / "input", place / "semua"), *options))
    ratio = all_of_them.seconds / pool.seconds
    books = _books(many, orchard.KELURAHAN)
    yield _line(f"{books} di gugus Dask : dua proses", ratio, MOST_OF_POOL)
    if some.megabytes:
        growth = all_of_them.megabytes / some.megabytes
        yield _line(f"memori klien, {books} : {many // 4}", growth, MOST_GROWTH)


@contextmanager
def _workers(place: Path) -> Iterator[str]:
    """Start a scheduler and two workers; give its address."""
    told = place / "penjadwal.json"
    dask = (sys.executable, "-m")
    quiet = ("--no-dashboard", "--scheduler-file", str(told))
    begun = [_start((*dask, "distributed.cli.dask_scheduler", "--host", "127.0.0.1", *quiet))]
    while not told.is_file():
        time.sleep(0.1)
    worker = ("distributed.cli.dask_worker", "--nthreads", "1", "--local-directory", str(place))
    begun += [_start((*dask, *worker, *quiet)) for _ in range(2)]
    try:
        yield json.loads(told.read_text())["address"]
    finally:
        for process in begun:
            process.terminate()
            process.wait()


def _start(command: Sequence[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _build(source: Path, output: Path) -> tuple[str | Path, ...]:
    return (COMMAND, "build", source, "--output", output)


def _empty(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    return folder


def _in_turn(actions: Sequence[Callable[[], float]], rounds: int) -> tuple[float, ...]:
    """Return each action's fastest time, the actions taken in turn."""
    times = [[action() for action in actions] for _ in range(rounds)]
    return tuple(map(min, zip(*times, strict=True)))


def _once(command: Sequence[str | Path]) -> Spent:
    """Run a command and return what it took."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peaks: list[int] = [0]
    watcher = Thread(target=_watch, args=(process.pid, peaks))
    watcher.start()
    assert process.wait() == 0, command
    seconds = time.perf_counter() - start
    watcher.join()
    return Spent(seconds, peaks[0] / 1024)


def _watch(number: int, peaks: list[int]) -> None:
    """Keep the most memory of a process in kilobytes, where the system tells it, until it ends.

    What the system tells at its end is never less than what this program held when it began.
    """
    status = Path(f"/proc/{number}/status")
    with suppress(OSError):
        while found := _PEAK.search(status.read_text()):
            peaks[0] = int(found[1])
            time.sleep(0.05)


def _books(many: int, nodes: int) -> str:
    """Say how many workbooks there are, and of how many conditions each is."""
    return f"{many} buku kerja × {nodes} kondisi"


def _line(name: str, ratio: float, bar: float) -> bool:
    kept = ratio <= bar
    print(f"{name:<56}{ratio:6.2f}  batas {bar}  {'lulus' if kept else 'LEWAT'}", flush=True)
    return kept


if __name__ == "__main__":
    sys.exit(main())
