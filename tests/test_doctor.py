"""What `doctor` sees of a machine and a folder: what is there, what is missing, what to do."""

from pathlib import Path

import pytest

import books
from command import SRC, run
from pohon_docs import doctor
from pohon_docs.doctor import Check, State, examined
from pohon_docs.layout.engine import EngineError
from workfolder import PLAN


def looked(place: Path) -> dict[str, Check]:
    checks = examined(place / "input", place / "output", place / "styles")
    return {check.name: check for check in checks}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    books.book(tmp_path / "input", PLAN)
    return tmp_path


def test_a_folder_that_is_ready_lacks_nothing_and_nothing_is_left_behind(folder: Path) -> None:
    found = looked(folder)
    assert {check.state for check in found.values()} <= {State.BAIK, State.PILIHAN}
    assert found["Buku kerja"].seen == f"1 di {folder / 'input'}"
    assert found["Gaya"].seen == "baku"
    assert all(check.advice for check in found.values() if check.state != State.BAIK)
    assert [path.name for path in folder.iterdir()] == ["input"]


def test_an_open_workbook_is_named_and_isn_t_counted(folder: Path) -> None:
    (folder / "input" / "~$uji.xlsx").write_bytes(b"\x05")
    check = looked(folder)["Buku kerja"]
    assert (check.state, check.seen.partition(",")[2]) == (State.PILIHAN, " 1 sedang terbuka")
    assert "tutup uji.xlsx di Excel" in check.advice


def test_a_list_of_codes_beside_the_workbooks_is_named(folder: Path) -> None:
    (folder / "input" / "nomenklatur").mkdir()
    (folder / "input" / "nomenklatur" / "kepmen.xlsx").write_bytes(b"")
    assert looked(folder)["Nomenklatur"].seen == "kepmen.xlsx"


def test_a_broken_style_is_a_lack_that_names_the_file(folder: Path) -> None:
    (folder / "styles").mkdir()
    (folder / "styles" / "ungu.toml").write_text("bukan toml")
    check = looked(folder)["Gaya"]
    assert check.state == State.KURANG
    assert check.seen.startswith("ungu.toml: ")


def test_every_broken_style_is_named_also_one_that_changes_a_rule_that_there_isn_t(
    folder: Path,
) -> None:
    (folder / "styles").mkdir()
    (folder / "styles" / "biru.toml").write_text('dasar = "hijau"')
    (folder / "styles" / "ungu.toml").write_text(
        'dasar = "baku"\n[aturan.TIDAK-01]\nmati = true\nalasan = "uji"\n'
    )
    seen = looked(folder)["Gaya"].seen
    assert 'biru.toml: dasar "hijau" tidak ada' in seen
    assert "ungu.toml: aturan TIDAK-01 tidak dikenal" in seen


def test_a_workbook_in_place_of_a_folder_is_looked_at_in_its_own(folder: Path) -> None:
    (folder / "input" / "nomenklatur").mkdir()
    (folder / "input" / "nomenklatur" / "kepmen.xlsx").write_bytes(b"")
    path = folder / "input" / "uji.xlsx"
    found = {one.name: one for one in examined(path, folder / "output", folder / "styles")}
    assert found["Buku kerja"].seen == f"1 di {path}"
    assert found["Nomenklatur"].seen == "kepmen.xlsx"


def test_a_folder_that_can_t_be_read_is_a_lack(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(_: object) -> tuple[Path, ...]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(doctor, "workbooks", closed)
    check = looked(folder)["Buku kerja"]
    assert check.state == State.KURANG
    assert "input tidak dapat dibaca" in check.seen


def test_a_run_from_the_sources_counts_no_packages(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor, "_PACKAGE", "tidak-ada-paket-ini")
    assert looked(folder)["Paket Python"].seen == "dijalankan dari sumbernya, tidak diperiksa"


def test_a_machine_without_a_path_lacks_nothing_that_is_needed(folder: Path) -> None:
    done = run("doctor", cwd=folder, env={"PATH": "", "PYTHONPATH": str(SRC)})
    assert (done.code, done.out.splitlines()[-1]) == (0, "Semua siap.")
    assert "LibreOffice     pilihan  tidak ada" in done.out


def test_a_machine_without_engine_packages_or_space_is_told_what_to_install(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nothing(*_: object) -> dict[str, float]:
        raise EngineError("Mesin Graphviz tidak ditemukan. Pasang.")

    monkeypatch.setattr(doctor, "columns", nothing)
    monkeypatch.setattr(doctor, "requires", lambda _: ["tidak-ada>=1", 'lain; extra == "test"'])
    monkeypatch.setattr(doctor, "_LEAST_SPACE", 2**63)
    monkeypatch.setattr(doctor, "program", lambda: "")
    found = looked(folder)
    lacking = {name for name, check in found.items() if check.state == State.KURANG}
    assert lacking == {"Mesin Graphviz", "Paket Python", "Ruang disk"}
    assert found["Paket Python"].seen == "belum ada: tidak-ada"
    assert found["LibreOffice"].state == State.PILIHAN


def test_a_folder_that_can_t_be_written_is_a_lack(folder: Path) -> None:
    (folder / "output").write_text("sebuah berkas")
    check = looked(folder)["Folder hasil"]
    assert check.state == State.KURANG
    assert "tidak dapat ditulis" in check.seen


def test_the_command_exits_1_where_something_is_lacking(tmp_path: Path, folder: Path) -> None:
    ready = run("doctor", cwd=folder)
    assert (ready.code, ready.err, ready.out.splitlines()[-1]) == (0, "", "Semua siap.")
    (tmp_path / "kosong").mkdir()
    lacking = run("doctor", "kosong", cwd=tmp_path)
    assert (lacking.code, lacking.out.splitlines()[-1]) == (1, "1 hal perlu dibenahi.")
    assert "salin berkas .xlsx ke sana" in lacking.out.casefold()


def test_the_command_runs_as_a_module(folder: Path) -> None:
    start = (
        "import runpy, sys; sys.argv[0] = 'x'; runpy.run_module('pohon_docs', run_name='__main__')"
    )
    done = run("--version", cwd=folder, start=start, env={"PYTHONPATH": str(SRC)})
    assert (done.code, done.out.split()[0]) == (0, "pohon-docs")
