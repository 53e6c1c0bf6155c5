"""A command whose workbooks can be made to wait, die or fail: by a module that Python loads first.

It stands in the environment, so that workers have it too, whoever starts them. A workbook whose
name begins with `lambat` waits, once, when its documents are due; `maut` kills its worker;
`gagal` meets a fault of the program.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from command import SRC, START

_HOOK = """
import os, pathlib, signal, sys, time
place = pathlib.Path(os.environ["TANDA"])
if any("forkserver" in word for word in sys.orig_argv):
    (place / "pencabang").write_text(str(os.getpid()))
from pohon_docs.batching import stages
told = stages.tell

def tell(workbook, stage):
    told(workbook, stage)
    if workbook.startswith("maut"):
        os.kill(os.getpid(), signal.SIGKILL)
    if workbook.startswith("gagal"):
        raise ValueError("sebuah kesalahan")
    mark = place / workbook
    if workbook.startswith("lambat") and stage is stages.Stage.MENYUSUN and not mark.exists():
        mark.write_text(str(os.getpid()))
        time.sleep(120)

stages.tell = tell
"""
PATIENCE = 150.0


class Slowly:
    """A folder for the hook, for its marks, and for all that is left behind in temporary files.

    `FORKER` is the mark of the process from which workers are forked, before it has loaded much.
    """

    FORKER = "pencabang"

    def __init__(self, place: Path) -> None:
        self.marks, self.left = place / "tanda", place / "t"
        hook = place / "kait"
        for folder in (self.marks, self.left, hook):
            folder.mkdir(parents=True)
        (hook / "sitecustomize.py").write_text(_HOOK)
        self.env = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": f"{hook}{os.pathsep}{SRC}",
            "PYTHONUTF8": "1",
            "TANDA": str(self.marks),
            "TMPDIR": str(self.left),
        }

    def start(self, *arguments: str, cwd: Path) -> "subprocess.Popen[str]":
        """Start `pohon-docs` in a session of its own, as a terminal does."""
        return self.python("-c", START, *arguments, cwd=cwd)

    def python(self, *arguments: str, cwd: Path) -> "subprocess.Popen[str]":
        """Start Python with the hook."""
        return subprocess.Popen(
            [sys.executable, *arguments],
            cwd=cwd,
            env=self.env,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def waiting(self, workbook: str) -> int:
        """Return the process in which a workbook waits, as soon as it does."""
        mark = self.marks / workbook
        until(lambda: mark.is_file() and mark.read_text() != "")
        return int(mark.read_text())


def until(happened: Callable[[], bool]) -> None:
    """Wait for something that another process does."""
    end = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < end, "tidak kunjung terjadi"
        time.sleep(0.05)


def interrupt(process: "subprocess.Popen[str]") -> tuple[int, str, str]:
    """Press Ctrl-C in a terminal; return the exit code and what was printed."""
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=PATIENCE)
    return process.returncode, out, err


def session(leader: int) -> list[int]:
    """Return the processes that are left of a session."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, _, leads = path.read_text().rpartition(")")[2].split()[:4]
        except (OSError, ValueError):
            continue
        if int(leads) == leader and state != "Z":
            found.append(int(path.parent.name))
    return found
