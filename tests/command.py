"""The command as its users start it: another process, in a folder of theirs, with output piped."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

SRC = Path(__file__).parents[1] / "src"
START = "from pohon_docs.cli import main; main(prog_name='pohon-docs')"


@dataclass(frozen=True)
class Run:
    """What a run of the command left: its exit code and what it printed."""

    code: int
    out: str
    err: str


def run(
    *arguments: str, cwd: Path, start: str = START, env: Mapping[str, str] | None = None
) -> Run:
    """Run `pohon-docs` in a folder; `env` is all of its environment beside PATH."""
    variables = {"PYTHONPATH": str(SRC)} if env is None else dict(env)
    done = subprocess.run(
        [sys.executable, "-c", start, *arguments],
        cwd=cwd,
        env={"PATH": os.environ["PATH"], "PYTHONUTF8": "1", **variables},
        capture_output=True,
        timeout=120,
        check=False,
    )
    return Run(done.returncode, done.stdout.decode(), done.stderr.decode())
