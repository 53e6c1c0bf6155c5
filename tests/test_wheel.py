"""The wheel, installed beside nothing else of the project, makes the documents from anywhere."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

import pytest

import books
from command import run
from workfolder import PLAN

ROOT = Path(__file__).parents[1]
SAYS_WHERE = """
import pohon_docs, sys
from pohon_docs.cli import main
print(pohon_docs.__file__)
main(prog_name="pohon-docs")
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that the project's wheel was installed to."""
    if find_spec("hatchling") is None:
        pytest.skip("hatchling tidak terpasang, jadi wheel tidak dapat dibuat tanpa internet")
    dist = tmp_path_factory.mktemp("dist")
    build = ["-m", "hatchling", "build", "-t", "wheel", "-d", str(dist)]
    subprocess.run([sys.executable, *build], cwd=ROOT, check=True, capture_output=True, timeout=120)
    (wheel,) = dist.glob("*.whl")
    target = tmp_path_factory.mktemp("terpasang")
    with ZipFile(wheel) as archive:
        archive.extractall(target)
    return target


def test_the_wheel_holds_the_program_and_its_data_and_nothing_else(installed: Path) -> None:
    names = {path.relative_to(installed).as_posix() for path in installed.rglob("*")}
    source = ROOT / "src" / "pohon_docs"
    wanted = {
        f"pohon_docs/{path.relative_to(source).as_posix()}"
        for path in source.rglob("*")
        if path.is_file() and path.suffix != ".pyc" and not path.name.startswith(".")
    }
    wanted |= {f"pohon_docs/_styles/{path.name}" for path in (ROOT / "styles").iterdir()}
    assert wanted <= names
    assert {name.partition("/")[0].partition("-")[0] for name in names} == {"pohon_docs"}
    (entry,) = installed.glob("*.dist-info/entry_points.txt")
    assert "pohon-docs = pohon_docs.cli:main" in entry.read_text()


def test_the_installed_program_builds_in_another_folder_with_an_empty_environment(
    installed: Path, tmp_path: Path
) -> None:
    books.book(tmp_path / "input", PLAN)
    env = {"PYTHONPATH": str(installed)}
    done = run("build", cwd=tmp_path, start=SAYS_WHERE, env=env)
    assert (done.code, done.err) == (0, "")
    where, *_ = done.out.splitlines()
    assert Path(where).is_relative_to(installed)
    assert len(list((tmp_path / "output" / "uji").iterdir())) > 15
    assert not (tmp_path / "styles").exists()


def test_the_installed_program_starts_a_folder_with_its_own_styles(
    installed: Path, tmp_path: Path
) -> None:
    done = run("init", cwd=tmp_path, start=SAYS_WHERE, env={"PYTHONPATH": str(installed)})
    assert done.code == 0
    for name in ("baku.toml", "baku.docx"):
        assert (tmp_path / "styles" / name).read_bytes() == (ROOT / "styles" / name).read_bytes()
    assert [path.name for path in (tmp_path / "input").iterdir()] == ["templat.xlsx"]
