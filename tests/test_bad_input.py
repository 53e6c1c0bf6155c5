"""Files that can't be read, on a night when all of a folder's workbooks but one are spoilt."""

from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner

import badfiles
import books
from pohon_docs.cli import main
from pohon_docs.model import Jenis
from pohon_docs.pipeline import read

WORKBOOKS = ("baik.xlsx", *(name for name in badfiles.REFUSED if name.endswith(".xlsx")))
SMALL = books.BASE.partition("# Tujuan")[0]


@dataclass(frozen=True)
class Night:
    """What two builds of a folder left: the first of good workbooks, the second of bad ones."""

    exit_code: int
    lines: tuple[str, ...]
    before: dict[str, bytes]
    after: dict[str, bytes]


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return books.book(tmp_path_factory.mktemp("baik"), SMALL).read_bytes()


@pytest.fixture(scope="module")
def night(good: bytes, tmp_path_factory: pytest.TempPathFactory) -> Night:
    folder = tmp_path_factory.mktemp("malam")
    source, results = folder / "input", folder / "hasil"
    source.mkdir()
    for name in WORKBOOKS:
        (source / name).write_bytes(good)
    first = CliRunner().invoke(main, ["build", str(source), "-o", str(results)])
    assert first.exit_code == 0, first.output
    before = outputs(results)
    for name, (spoil, _) in badfiles.REFUSED.items():
        (source / name).write_bytes(spoil(good))
    books.book(source, SMALL.replace("kemandirian", "kemajuan"), "baik.xlsx")
    second = CliRunner().invoke(main, ["build", str(source), "-o", str(results)])
    lines = tuple(second.output.splitlines())
    return Night(second.exit_code, lines, before, outputs(results))


def outputs(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "manifest.json"
    }


@pytest.mark.parametrize("name", badfiles.REFUSED)
def test_a_bad_file_is_one_clear_sentence_with_what_to_do(name: str, night: Night) -> None:
    (line,) = [line for line in night.lines if line.startswith(f"{name}: ")]
    words = badfiles.REFUSED[name][1]
    assert line.startswith(f"{name}: galat: ")
    assert words in line
    assert line.endswith(("[BUKU-01]", "[BUKU-02]"))
    assert any(word in line for word in ("Buka di Excel", "Simpan ulang", "Salin ulang", "Hapus"))
    assert line.count("galat: ") == 1
    (result,) = [line for line in night.lines if line.startswith(f"{name} → ")]
    kept = "; hasil lama dibiarkan" if name in WORKBOOKS else ""
    assert f"tidak dibuat{kept}; temuan: 1 galat" in result


@pytest.mark.parametrize("name", badfiles.REFUSED)
def test_the_earlier_outputs_of_a_bad_file_are_left_as_they_were(name: str, night: Night) -> None:
    folder = f"{Path(name).stem}/"
    before = {file: content for file, content in night.before.items() if file.startswith(folder)}
    after = {file: content for file, content in night.after.items() if file.startswith(folder)}
    assert (f"{folder}pohon-kinerja.pdf" in before) == (name in WORKBOOKS)
    assert after == before


def test_the_good_workbook_beside_the_bad_ones_is_built(night: Night) -> None:
    drawn = night.after["baik/pohon-kinerja-dengan-indikator.gv"].decode()
    assert "kemajuan" in drawn
    assert "kemandirian" not in drawn
    assert any(line.startswith("baik.xlsx → ") and "ditulis" in line for line in night.lines)


def test_a_bad_file_makes_the_exit_code_1_and_never_a_traceback(night: Night) -> None:
    assert night.exit_code == 1
    assert not any("Traceback" in line or "Error:" in line for line in night.lines)


def test_nothing_is_written_outside_the_folders_of_the_workbooks(night: Night) -> None:
    folders = {Path(name).stem for name in WORKBOOKS}
    assert {file.partition("/")[0] for file in night.after} == folders | {"index.html"}


@pytest.mark.parametrize("name", badfiles.TOLERATED)
def test_an_odd_workbook_is_read_like_the_good_one(name: str, good: bytes, tmp_path: Path) -> None:
    expected, _ = books.read_path(books.book(tmp_path / "baik", SMALL))
    (tmp_path / name).write_bytes(badfiles.TOLERATED[name](good))
    rencana, issues = books.read_path(tmp_path / name)
    assert rencana == expected
    assert {issue.code for issue in issues} <= {"LEMBAR-01", "SEL-13"}


def test_a_workbook_without_any_known_sheet_names_those_it_has(tmp_path: Path) -> None:
    rencana, issues = read(books.book(tmp_path, "# Rapat\n| a |\n# Hadir\n| b |"))
    assert rencana is None
    (issue,) = issues
    assert issue.code == "BUKU-03"
    assert '"Rapat", "Hadir"' in issue.message
    assert '"Pohon Kinerja"' in issue.hint


def test_random_damage_ends_in_a_plan_or_in_a_sentence(good: bytes, tmp_path: Path) -> None:
    path = tmp_path / "rusak.xlsx"
    refused = 0
    for number in range(60):
        random = Random(number)
        spoilt = bytearray(good)
        for _ in range(random.choice((1, 4, 20))):
            spoilt[random.randrange(len(spoilt))] = random.randrange(256)
        path.write_bytes(spoilt)
        rencana, issues = read(path)
        if rencana is None:
            refused += 1
            assert [str(issue.ref) for issue in issues] == ["rusak.xlsx"]
            assert issues[0].code in ("BUKU-01", "BUKU-02", "BUKU-03")
        else:
            assert {node.jenis for node in rencana.node} <= {Jenis.KINERJA}
    assert 10 < refused < 60
