"""The same workbook gives the same bytes on every run."""

import json
import os
import subprocess
import sys
from pathlib import Path

import plans
import pohon_docs

_PROGRAM = """
import json, sys
from hashlib import sha256
from pathlib import Path
from pohon_docs import pipeline, reporting, styles
path = Path(sys.argv[1])
read = pipeline.opened(path)
rencana, issues = read.rencana, read.issues
style = styles.load(styles.DEFAULT, styles.SHIPPED)
found, _ = reporting.reports(path, read.book, issues, style)
files = (*pipeline.build(rencana, issues, style), *found)
print(json.dumps({file.name: sha256(file.content).hexdigest() for file in files}))
"""
_OTHER_DAY = """
import datetime, time
class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls(2031, 5, 6, 7, 8, 9, tzinfo=tz)
    today = utcnow = now
moment = 1_935_903_000.0
local, universal = time.localtime, time.gmtime
datetime.datetime = Later
time.time = lambda: moment
time.localtime = lambda seconds=None: local(moment if seconds is None else seconds)
time.gmtime = lambda seconds=None: universal(moment if seconds is None else seconds)
"""
_SOURCE = str(Path(pohon_docs.__file__).parents[1])


def _start(seed: str, zone: str, clock: str = "") -> subprocess.Popen[str]:
    """Start a build in a process with its own order of sets, time zone and clock."""
    variables = {"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": _SOURCE}
    return subprocess.Popen(
        [sys.executable, "-c", clock + _PROGRAM, str(plans.SEED)],
        env=os.environ | variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )


def test_a_build_on_another_day_and_machine_gives_the_same_bytes() -> None:
    started = [_start("1", "UTC"), _start("4242", "Asia/Makassar", _OTHER_DAY)]
    first, second = (json.loads(process.communicate(timeout=120)[0]) for process in started)
    assert first == second
    endings = {name.rpartition(".")[2] for name in first}
    assert endings == {"pdf", "svg", "png", "gv", "docx", "txt", "xlsx", "html", "json"}


def test_the_order_of_the_outputs_is_that_of_the_documents() -> None:
    process = _start("7", "UTC")
    told = json.loads(process.communicate(timeout=120)[0])
    names = [name for name in told if "-bertanda." not in name]
    assert names[-5] == "swauji-kke.xlsx"
    assert names[-4:] == ["temuan.txt", "temuan.xlsx", "temuan.html", "temuan.json"]
    documents = [name.partition(".")[0].partition("-")[0] for name in names[:-5]]
    assert documents == sorted(documents)
