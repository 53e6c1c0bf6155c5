"""Watching a folder: a save is built once, in whatever way the program saves; Ctrl-C ends it."""

import os
import queue
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import books
from command import SRC, START
from workfolder import PLAN

_PATIENCE = 60.0


class Watcher:
    """A running `pohon-docs watch`, and the lines that it has printed."""

    def __init__(self, place: Path, *arguments: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", START, "watch", *arguments],
            cwd=place,
            env={"PATH": os.environ["PATH"], "PYTHONUTF8": "1", "PYTHONPATH": str(SRC)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        for line in self.process.stdout or ():
            self.lines.put(line.rstrip())

    def until(self, text: str) -> list[str]:
        """Return the lines up to the first that holds `text`."""
        seen = [""]
        end = time.monotonic() + _PATIENCE
        while text not in seen[-1]:
            seen.append(self.lines.get(timeout=max(end - time.monotonic(), 0.1)))
        return seen[1:]

    def stop(self) -> tuple[int, list[str]]:
        """Press Ctrl-C; return the exit code and the lines that were left."""
        self.process.send_signal(signal.SIGINT)
        code = self.process.wait(_PATIENCE)
        time.sleep(0.2)
        return code, [self.lines.get_nowait() for _ in range(self.lines.qsize())]


@pytest.fixture
def beside(tmp_path: Path) -> Iterator[Watcher]:
    """Return a watcher whose outputs lie in the folder that it watches."""
    found = Watcher(tmp_path, ".", "-o", ".")
    yield found
    found.process.kill()


@pytest.fixture
def watcher(tmp_path: Path) -> Iterator[Watcher]:
    (tmp_path / "input").mkdir()
    found = Watcher(tmp_path)
    yield found
    found.process.kill()


def saved_as_excel_does(place: Path, text: str) -> None:
    """Write beside the workbook, move the old one away, rename the new one into its place."""
    made = books.book(place.parent / "lain", text, "A1B2C3D4.xlsx")
    temporary = place.parent / "input" / "A1B2C3D4"
    shutil.move(made, temporary)
    target = place.parent / "input" / "uji.xlsx"
    if target.exists():
        target.rename(target.with_suffix(".tmp"))
    temporary.rename(target)
    target.with_suffix(".tmp").unlink(missing_ok=True)


def stamps(output: Path) -> dict[str, str]:
    """Return the pictures by which open pages know of a build, once they are there."""
    time.sleep(0.5)
    return {
        path.relative_to(output).as_posix(): path.read_text(encoding="utf-8")
        for path in output.rglob("versi.svg")
    }


def test_each_save_is_built_once_and_ctrl_c_ends_quietly(watcher: Watcher, tmp_path: Path) -> None:
    place = tmp_path / "output"
    watcher.until("Belum ada buku kerja di input/")
    saved_as_excel_does(place, PLAN)
    watcher.until("uji.xlsx → output/uji/")
    assert (place / "uji" / "pohon-kinerja.pdf").exists()
    first = stamps(place)
    assert set(first) == {"versi.svg", "uji/versi.svg"}
    books.book(tmp_path / "input", PLAN.replace("Desa", "Kampung"), "uji.xlsx")
    watcher.until("uji.xlsx → output/uji/")
    assert len({*first.values(), *stamps(place).values()}) == 2
    (tmp_path / "input" / "~$uji.xlsx").write_bytes(b"\x05")
    (tmp_path / "input" / "uji.xlsx").touch()
    time.sleep(3)
    assert watcher.stop() == (0, ["Berhenti mengamati."])
    assert stamps(place) == {}


def test_a_broken_style_and_a_bad_workbook_are_told_and_mended_by_the_next_save(
    watcher: Watcher, tmp_path: Path
) -> None:
    watcher.until("Belum ada buku kerja")
    (tmp_path / "input" / "uji.xlsx").write_bytes(b"bukan buku kerja")
    assert any("BUKU-" in line for line in watcher.until("tidak dibuat"))
    saved_as_excel_does(tmp_path / "output", PLAN)
    watcher.until(" berkas ditulis")
    assert watcher.stop()[0] == 0


def test_outputs_beside_the_workbooks_are_told_from_a_save(beside: Watcher, tmp_path: Path) -> None:
    beside.until("Belum ada buku kerja di ./")
    books.book(tmp_path, PLAN, "uji.xlsx")
    beside.until("uji.xlsx → uji/")
    books.book(tmp_path, PLAN.replace("Desa", "Kampung"), "uji.xlsx")
    beside.until("uji.xlsx → uji/")
    time.sleep(2)
    assert beside.stop() == (0, ["Berhenti mengamati."])


def test_a_workbook_goes_comes_back_and_another_joins_it(watcher: Watcher, tmp_path: Path) -> None:
    watcher.until("Belum ada buku kerja")
    path = books.book(tmp_path / "input", PLAN, "uji.xlsx")
    watcher.until("uji.xlsx → output/uji/")
    path.unlink()
    watcher.until("Belum ada buku kerja")
    assert (tmp_path / "output" / "uji" / "pohon-kinerja.pdf").exists()
    books.book(tmp_path / "input", PLAN.replace("Desa", "Kampung"), "uji.xlsx")
    books.book(tmp_path / "input", PLAN, "lain.xlsx")
    built = watcher.until("uji.xlsx → output/uji/")
    assert any("lain.xlsx → output/lain/" in line for line in built)


def test_ctrl_c_in_the_midst_of_a_build_leaves_whole_files_or_none(
    watcher: Watcher, tmp_path: Path
) -> None:
    watcher.until("Belum ada buku kerja")
    books.book(tmp_path / "input", PLAN, "uji.xlsx")
    end = time.monotonic() + _PATIENCE
    while not (tmp_path / "output" / "uji").exists() and time.monotonic() < end:
        time.sleep(0.001)
    code, left = watcher.stop()
    assert (code, left[-1]) == (0, "Berhenti mengamati.")
    assert not any("Traceback" in line for line in left)
    names = [path.name for path in (tmp_path / "output" / "uji").iterdir()]
    assert not any(name.endswith(".baru") for name in names)
    assert names == [] or "temuan.txt" in names
