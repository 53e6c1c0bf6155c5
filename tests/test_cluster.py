"""Workbooks on a real Dask cluster: a scheduler and two workers, of which one dies on the way."""

import json
import os
import signal
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from command import run
from slowly import Slowly, until
from test_workers import known
from workfolder import PLAN, Folder

START = "-m", "distributed.cli.dask_scheduler"
IMPATIENT = """
from pohon_docs.batching import cluster
from pohon_docs.cli import main
patient = cluster.Cluster
cluster.Cluster = lambda address: patient(address, patience=1.0)
main()
"""
NAMES = ("a.xlsx", "b.xlsx", "lambat.xlsx", "y.xlsx", "z.xlsx")


@dataclass(frozen=True)
class Cluster:
    """The address of a scheduler, its process, and those of its workers."""

    address: str
    scheduler: "subprocess.Popen[str]"
    workers: "tuple[subprocess.Popen[str], ...]"


@pytest.fixture
def slowly(tmp_path_factory: pytest.TempPathFactory) -> Slowly:
    return Slowly(tmp_path_factory.mktemp("s"))


@pytest.fixture
def cluster(slowly: Slowly) -> Iterator[Cluster]:
    """Start a scheduler, and two workers that stand in a folder of their own."""
    place = slowly.left.parent / "jauh"
    place.mkdir()
    told = place / "penjadwal.json"
    arguments = ("--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(told))
    begun = [slowly.python(*START, "--no-dashboard", *arguments, cwd=place)]
    until(lambda: told.is_file() and told.read_text().rstrip().endswith("}"))
    worker = ("-m", "distributed.cli.dask_worker", "--scheduler-file", str(told), "--no-nanny")
    options = ("--nthreads", "1", "--no-dashboard", "--local-directory", str(place))
    begun += [slowly.python(*worker, *options, cwd=place) for _ in range(2)]
    yield Cluster(json.loads(told.read_text())["address"], begun[0], tuple(begun[1:]))
    for process in begun:
        process.kill()
        process.communicate()


def test_a_worker_killed_on_the_way_costs_no_workbook_and_none_is_built_twice(
    cluster: Cluster, slowly: Slowly, tmp_path: Path
) -> None:
    folder = Folder(tmp_path)
    for name in NAMES:
        folder.write(name, PLAN.replace("kemandirian", f"kemajuan {name[0]}"))
    (folder.input / "rusak.xlsx").write_bytes(b"bukan")
    command = ("build", "--gaya", "hijau", "--scheduler", cluster.address)
    process = slowly.start(*command, cwd=tmp_path)
    os.kill(slowly.waiting("lambat.xlsx"), signal.SIGKILL)
    out, err = process.communicate(timeout=300)
    assert (process.returncode, err) == (1, "")
    lines = [line.partition(" → ") for line in out.splitlines() if " → " in line]
    assert [name for name, _, _ in lines] == sorted((*NAMES, "rusak.xlsx"))
    built = [name for name, _, said in lines if "23 berkas ditulis" in said]
    assert built == list(NAMES)
    far = known(folder)
    options = ("--gaya", "hijau", "-o", "dekat")
    assert run("build", *options, cwd=tmp_path).code == 1
    near = known(folder, "dekat")
    assert {name: entry["berkas"] for name, entry in far.items()} == {
        name: entry["berkas"] for name, entry in near.items()
    }
    assert "tidak berubah" in run(*command[:3], cwd=tmp_path).out


def test_a_scheduler_that_is_lost_leaves_what_was_built(
    cluster: Cluster, slowly: Slowly, tmp_path: Path
) -> None:
    folder = Folder(tmp_path)
    for name in ("a.xlsx", "lambat.xlsx"):
        folder.write(name)
    command = ("build", "--gaya", "hijau", "--scheduler", cluster.address)
    process = slowly.start(*command, cwd=tmp_path)
    slowly.waiting("lambat.xlsx")
    until((folder.output / "a").is_dir)
    cluster.scheduler.kill()
    out, err = process.communicate(timeout=100)
    said = "Sambungan ke para pekerja terputus; ulangi untuk melanjutkan."
    assert (process.returncode, err.strip()) == (2, said)
    assert "a.xlsx → output/a/: 23 berkas ditulis" in out
    assert set(known(folder)) == {"a"}


def test_a_cluster_without_any_worker_left_is_a_finding_of_what_is_not_built(
    cluster: Cluster, slowly: Slowly, tmp_path: Path
) -> None:
    folder = Folder(tmp_path)
    for name in ("a.xlsx", "lambat.xlsx", "z.xlsx"):
        folder.write(name)
    command = ("build", "--gaya", "hijau", "--scheduler", cluster.address)
    process = slowly.python("-c", IMPATIENT, *command, cwd=tmp_path)
    slowly.waiting("lambat.xlsx")
    until((folder.output / "z").is_dir)
    for worker in cluster.workers:
        worker.kill()
    out, err = process.communicate(timeout=100)
    assert (process.returncode, err) == (1, "")
    assert [line for line in out.splitlines() if "OLAH" in line] == [
        "lambat.xlsx: galat: gugus komputer tidak punya pekerja lagi, jadi dokumennya tidak "
        "dibuat. Jalankan lagi `dask worker` di komputer yang ikut bekerja, lalu ulangi. [OLAH-03]"
    ]
    assert "lambat.xlsx → output/lambat/: tidak dibuat; temuan:" in out
    assert {name for name, entry in known(folder).items() if entry["berkas"]} == {"a", "z"}


def test_a_scheduler_that_does_not_answer_is_misuse(tmp_path: Path) -> None:
    Folder(tmp_path).write("a.xlsx")
    done = run("build", "--scheduler", "tcp://127.0.0.1:9", cwd=tmp_path)
    (line,) = done.err.splitlines()
    assert (done.code, done.out) == (2, "")
    assert line.startswith("Penjadwal tcp://127.0.0.1:9 tidak menjawab.")
