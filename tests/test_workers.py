"""Many workbooks in processes: none stops the others, not one that dies, nor Ctrl-C."""

import json
import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from pohon_docs.batch import build_all, workbooks
from pohon_docs.batching import worker
from pohon_docs.batching.settling import Options
from pohon_docs.batching.task import Asked
from pohon_docs.batching.workers import Crew, InProcess, Processes
from pohon_docs.misuse import MisuseError
from pohon_docs.summary import State
from slowly import Slowly, interrupt, session, until
from test_emblem import WITH_LOGO, png
from workfolder import PLAN, Folder

needs_processes = pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="perlu /proc (Linux)")
BUILD = ("build", "--gaya", "hijau")


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


@pytest.fixture
def slowly(tmp_path_factory: pytest.TempPathFactory) -> Slowly:
    return Slowly(tmp_path_factory.mktemp("s"))  # a short path, as that of temporary files is


class Backwards(Executor):
    """Does tasks by threes, the last first, and remembers how many were at work at once."""

    def __init__(self) -> None:
        self.most = 0
        self._due: list[Callable[[], None]] = []

    def submit(self, fn: Callable[..., Any], /, *args: object, **kwargs: object) -> Future[Any]:
        future: Future[Any] = Future()
        self._due.append(lambda: future.set_result(fn(*args, **kwargs)))
        self.most = max(self.most, len(self._due))
        if len(self._due) == 3:
            for one in reversed(self._due):
                one()
            self._due.clear()
        return future

    @contextmanager
    def open(self) -> Iterator[Crew]:
        yield Crew(self, lambda: 3)


def test_outcomes_come_in_the_order_of_the_workbooks_however_they_are_built(folder: Folder) -> None:
    names = [f"{letter}.xlsx" for letter in "fabedc"]
    for name in names:
        folder.input.mkdir(exist_ok=True)
        (folder.input / name).write_bytes(b"bukan")
    options = Options(folder.output, folder.styles)
    found = list(build_all(workbooks((folder.input,)), options, Backwards()))
    assert [outcome.workbook for outcome in found] == sorted(names)
    assert all(outcome.issues[0].ref.book == outcome.workbook for outcome in found)


def test_no_more_tasks_are_at_work_than_the_workers_take(folder: Folder) -> None:
    folder.input.mkdir()
    for number in range(12):
        (folder.input / f"{number}.xlsx").write_bytes(b"bukan")
    backwards = Backwards()
    list(build_all(workbooks((folder.input,)), Options(folder.output, folder.styles), backwards))
    assert backwards.most == 3


class DeadlyError(Exception):
    """The error of a task that has cost all workers it was given to."""


def test_a_task_that_has_cost_its_workers_is_a_finding(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.write("a.xlsx")

    def build(_: object) -> None:
        raise DeadlyError

    class Far(InProcess):
        @contextmanager
        def open(self) -> Iterator[Crew]:
            with InProcess().open() as crew:
                yield replace(crew, fatal=(DeadlyError,))

    monkeypatch.setattr(worker, "build", build)
    options = Options(folder.output, folder.styles)
    (outcome,) = build_all(workbooks((folder.input,)), options, Far())
    assert [issue.code for issue in outcome.issues] == ["OLAH-01"]


def test_processes_write_what_this_process_writes(folder: Folder, tmp_path: Path) -> None:
    folder.write("a.xlsx", WITH_LOGO)
    (folder.input / "lambang.png").write_bytes(png())
    options = Options(tmp_path / "lain", folder.styles, Asked("hijau"))
    (one,) = build_all(workbooks((folder.input,)), options, Processes(2))
    first = {path.name: path.read_bytes() for path in one.folder.iterdir()}
    made = folder.build()["a.xlsx"]
    assert made.summary == one.summary
    assert first == {path.name: path.read_bytes() for path in made.folder.iterdir()}


def test_what_can_not_be_built_as_asked_stops_no_other(folder: Folder) -> None:
    folder.write("a.xlsx", PLAN.replace("2026", "2025"))
    folder.write("b.xlsx")
    options = Options(folder.output, folder.styles, Asked("hijau", tahun=2026))
    built = build_all(workbooks((folder.input,)), options, InProcess())
    assert next(built).workbook == "b.xlsx"
    with pytest.raises(MisuseError, match="Tahun 2026 di luar periode 2025–2025"):
        next(built)
    assert (folder.output / "b" / "pohon-kinerja.pdf").is_file()


def test_what_can_not_be_read_is_a_finding(folder: Folder) -> None:
    folder.input.mkdir(parents=True)
    (folder.input / "putus.xlsx").symlink_to(folder.input / "tidak-ada.xlsx")
    (issue,) = folder.build()["putus.xlsx"].issues
    assert (issue.code, issue.message) == ("BUKU-01", "berkas tidak dapat dibuka")


def test_workers_of_another_version_are_refused(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.write("a.xlsx")
    monkeypatch.setattr(worker, "program_marks", lambda: {"program": "lain"})
    with pytest.raises(MisuseError, match="versi pohon-docs yang lain"):
        folder.build()
    assert not (folder.output / "a").exists()


@needs_processes
def test_a_worker_that_dies_is_a_finding_and_the_rest_go_on(
    folder: Folder, slowly: Slowly, tmp_path: Path
) -> None:
    for name in ("a.xlsx", "gagal.xlsx", "maut.xlsx", "z.xlsx"):
        folder.write(name)
    process = slowly.start(*BUILD, cwd=tmp_path)
    out, err = process.communicate(timeout=200)
    assert (process.returncode, err) == (1, "")
    lines = out.splitlines()
    assert [line.partition(" → ")[0] for line in lines if " → " in line] == [
        *("a.xlsx", "gagal.xlsx", "maut.xlsx", "z.xlsx")
    ]
    assert "maut.xlsx: galat: proses yang mengolahnya berhenti" in out
    assert "gagal.xlsx: galat: kesalahan program di " in out
    assert "(ValueError: sebuah kesalahan)." in out
    assert "[OLAH-02]" in out
    assert sorted(path.name for path in folder.output.iterdir()) == [
        "a",
        "index.html",
        "manifest.json",
        "z",
    ]
    states = {folder: State(entry["ringkasan"]["state"]) for folder, entry in known(folder).items()}
    assert states == {
        **{"a": State.DIBUAT, "z": State.DIBUAT},
        **{"gagal": State.DITOLAK, "maut": State.DITOLAK},
    }
    assert list(slowly.left.iterdir()) == []
    alone, _ = slowly.start("build", "input/maut.xlsx", cwd=tmp_path).communicate(timeout=200)
    assert "OLAH-01" in alone


@needs_processes
def test_a_worker_that_is_killed_loses_nothing(
    folder: Folder, slowly: Slowly, tmp_path: Path
) -> None:
    for name in ("a.xlsx", "lambat.xlsx", "z.xlsx"):
        folder.write(name)
    process = slowly.start(*BUILD, cwd=tmp_path)
    os.kill(slowly.waiting("lambat.xlsx"), signal.SIGKILL)
    out, err = process.communicate(timeout=200)
    assert (process.returncode, err) == (0, "")
    assert out.count("23 berkas ditulis") == 3
    assert list(slowly.left.iterdir()) == []


@needs_processes
def test_a_long_path_of_temporary_files_stops_nobody(
    folder: Folder, slowly: Slowly, tmp_path: Path
) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        folder.write(name)
    long = slowly.left / ("panjang" * 16)
    long.mkdir()
    slowly.env["TMPDIR"] = str(long)
    out, err = slowly.start(*BUILD, cwd=tmp_path).communicate(timeout=200)
    assert (err, out.count("23 berkas ditulis")) == ("", 2)


@needs_processes
def test_ctrl_c_leaves_whole_outputs_and_nothing_else(
    folder: Folder, slowly: Slowly, tmp_path: Path
) -> None:
    for name in ("a.xlsx", "b.xlsx", "lambat.xlsx"):
        folder.write(name)
    process = slowly.start(*BUILD, cwd=tmp_path)
    slowly.waiting("lambat.xlsx")
    until((folder.output / "b").is_dir)
    code, out, err = interrupt(process)
    assert (code, len(err.strip().splitlines())) == (130, 1)
    assert err.strip().startswith("Dihentikan. Yang sudah selesai tersimpan utuh;")
    until(lambda: session(process.pid) == [])
    assert list(slowly.left.iterdir()) == []
    done = known(folder)
    assert set(done) == {path.name for path in folder.output.iterdir() if path.is_dir()}
    for name, entry in done.items():
        files = {path.name: path.read_bytes() for path in (folder.output / name).iterdir()}
        assert {file: sha256(content).hexdigest() for file, content in files.items()} == (
            entry["berkas"]
        )
    assert "lambat" not in done
    assert out.count("berkas ditulis") <= len(done)


@needs_processes
def test_ctrl_c_while_workers_are_started_is_one_line_too(
    folder: Folder, slowly: Slowly, tmp_path: Path
) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        folder.write(name)
    process = slowly.start(*BUILD, cwd=tmp_path)
    slowly.waiting(slowly.FORKER)
    code, out, err = interrupt(process)
    assert (code, out, len(err.strip().splitlines())) == (130, "", 1)
    until(lambda: session(process.pid) == [])
    assert list(slowly.left.iterdir()) == []
    assert list(folder.output.iterdir()) == []


@needs_processes
def test_ctrl_c_while_one_workbook_is_built_leaves_nothing(
    folder: Folder, slowly: Slowly, tmp_path: Path
) -> None:
    folder.write("lambat.xlsx")
    process = slowly.start(*BUILD, cwd=tmp_path)
    assert slowly.waiting("lambat.xlsx") == process.pid
    code, out, err = interrupt(process)
    assert (code, out, len(err.strip().splitlines())) == (130, "", 1)
    assert list(slowly.left.iterdir()) == []
    assert list(folder.output.iterdir()) == []


@needs_processes
def test_workers_end_with_the_process_that_started_them(
    folder: Folder, slowly: Slowly, tmp_path: Path
) -> None:
    for name in ("a.xlsx", "lambat.xlsx"):
        folder.write(name)
    process = slowly.start(*BUILD, cwd=tmp_path)
    assert slowly.waiting("lambat.xlsx") != process.pid
    process.kill()
    process.communicate(timeout=100)
    until(lambda: session(process.pid) == [])


def known(folder: Folder, output: str = "output") -> dict[str, Any]:
    """Return the entries of a folder's manifest."""
    text = (folder.output.with_name(output) / "manifest.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)["buku_kerja"]
    return found
