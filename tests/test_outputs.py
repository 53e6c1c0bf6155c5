"""Outputs are put in place whole: all of a workbook's or none, and never those of another."""

import errno
import pickle
import signal
from pathlib import Path

import pytest

import books
from pohon_docs import outputs
from pohon_docs.batch import build_all, workbooks
from pohon_docs.batching.destinations import folders
from pohon_docs.batching.settling import Options
from pohon_docs.batching.task import Asked
from pohon_docs.misuse import MisuseError
from pohon_docs.outputs import File, kept, write_whole
from workfolder import PLAN, Folder


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def test_a_spoilt_workbook_keeps_its_outputs_and_is_tried_again(folder: Folder) -> None:
    path = folder.write("a.xlsx")
    good = path.read_bytes()
    folder.build()
    before = folder.files()
    path.write_bytes(b"bukan")
    for _ in range(2):
        outcome = folder.build()["a.xlsx"]
        assert (outcome.fresh, outcome.has_galat, outcome.files) == (False, True, ())
        assert [issue.code for issue in outcome.issues] == ["BUKU-01"]
        assert folder.files() == before
    path.write_bytes(good)
    assert folder.build()["a.xlsx"].files
    assert folder.build()["a.xlsx"].fresh


def test_outputs_that_are_no_longer_made_are_removed_and_others_stay(folder: Folder) -> None:
    year = "# Pohon Kinerja"
    folder.write("a.xlsx", PLAN.replace(year, f"| Tahun Renja | 2025 |\n{year}"))
    folder.build()
    own = folder.output / "a" / "catatan saya.txt"
    own.write_text("milik saya")
    assert (folder.output / "a" / "renja-2025.docx").is_file()
    folder.write("a.xlsx", PLAN.replace(year, f"| Tahun Renja | 2026 |\n{year}"))
    folder.build()
    assert not (folder.output / "a" / "renja-2025.docx").exists()
    assert (folder.output / "a" / "renja-2026.docx").is_file()
    assert own.read_text() == "milik saya"


def test_where_one_output_is_blocked_none_is_replaced(folder: Folder) -> None:
    folder.write("a.xlsx")
    folder.build()
    blocked = folder.output / "a" / "temuan.txt"
    blocked.unlink()
    blocked.mkdir()
    before = folder.files()
    folder.write("a.xlsx", PLAN.replace("kemandirian", "kemajuan"))
    outcome = folder.build()["a.xlsx"]
    (issue,) = [issue for issue in outcome.issues if issue.severity == "galat"]
    assert issue.code == "KELUAR-01"
    assert "temuan.txt" in issue.message
    assert "Pindahkan atau ganti namanya" in issue.hint
    assert outcome.files == ()
    assert folder.files() == before


def test_ctrl_c_waits_until_all_files_are_in_place(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    old = [File(name, b"lama") for name in ("a", "b", "c")]
    assert write_whole(tmp_path, old, (), "a.xlsx") is None
    monkeypatch.setattr(outputs, "_probe", lambda _: signal.raise_signal(signal.SIGINT))
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path, [File("a", b"baru"), File("b", b"baru")], ("a", "b", "c"), "a.xlsx")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        **{"a": b"baru", "b": b"baru"}
    }


@pytest.mark.parametrize(
    ("number", "message", "advice"),
    [
        (errno.ENOSPC, "disk penuh", "Kosongkan sebagian disk"),
        (errno.EROFS, "disknya hanya dapat dibaca", "--output"),
        (errno.EACCES, 'hasil "a" tidak dapat ditulis; semua', "Tutup berkas itu"),
    ],
)
def test_what_stands_in_the_way_is_said_with_what_to_do_about_it(
    number: int, message: str, advice: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refuse(path: Path, _: bytes) -> int:
        raise OSError(number, "ditolak", str(path))

    monkeypatch.setattr(Path, "write_bytes", refuse)
    issue = write_whole(tmp_path / "a", [File("a", b"isi")], (), "a.xlsx")
    assert issue is not None
    assert message in issue.message
    assert advice in issue.hint
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_names_no_file_and_is_told_before_all_other_findings(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.write("a.xlsx")
    folder.build()
    folder.write("a.xlsx", PLAN.replace("kemandirian", "kemajuan"))

    def refuse(path: Path, content: bytes) -> int:
        if path.parent.name == "a":
            raise OSError(errno.ENOSPC, "penuh")
        return path.open("wb").write(content)

    monkeypatch.setattr(Path, "write_bytes", refuse)
    outcome = folder.build()["a.xlsx"]
    assert len(outcome.issues) > 1
    assert outcome.issues[0].code == "KELUAR-01"
    assert outcome.issues[0].message.startswith("hasilnya tidak dapat ditulis karena disk penuh")


def test_a_manifest_that_can_t_be_written_is_misuse(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> int:
        raise OSError(errno.EROFS, "hanya dapat dibaca")

    folder.write("a.xlsx")
    monkeypatch.setattr(Path, "write_text", refuse)
    with pytest.raises(MisuseError, match=r"output tidak dapat ditulis \(hanya dapat dibaca\)"):
        folder.build()


def test_ctrl_c_at_the_last_file_leaves_a_manifest_that_knows_them_all(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.write("a.xlsx")
    replace = Path.replace

    def interrupted(path: Path, target: Path) -> Path:
        signal.raise_signal(signal.SIGINT)
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        folder.build()
    monkeypatch.undo()
    assert folder.build()["a.xlsx"].fresh


def test_where_the_folder_is_a_file_nothing_is_written(folder: Folder) -> None:
    folder.write("a.xlsx")
    folder.output.mkdir()
    (folder.output / "a").write_text("sebuah berkas")
    outcome = folder.build()["a.xlsx"]
    assert [issue.code for issue in outcome.issues if issue.severity == "galat"] == ["KELUAR-01"]
    assert (folder.output / "a").read_text() == "sebuah berkas"


def test_an_output_folder_that_is_a_file_is_misuse(folder: Folder) -> None:
    folder.write("a.xlsx")
    folder.output.write_text("sebuah berkas")
    with pytest.raises(MisuseError, match="tidak dapat ditulis"):
        folder.build()


def test_the_outputs_of_a_removed_workbook_stay(folder: Folder) -> None:
    path = folder.write("a.xlsx")
    folder.write("b.xlsx")
    folder.build()
    before = folder.files()
    path.unlink()
    outcomes = folder.build()
    assert list(outcomes) == ["b.xlsx"]
    assert outcomes["b.xlsx"].fresh
    assert folder.files() == before


def test_workbooks_that_share_a_name_get_folders_of_their_own(folder: Folder) -> None:
    folder.write("a.xlsx")
    folder.write("A.xlsm", PLAN.replace("kemandirian", "kemajuan"))
    other = books.book(folder.input / "lain", PLAN, "b.xlsx")
    folder.write("b.xlsx")
    outcomes = list(
        build_all(
            workbooks((folder.input, other)),
            Options(folder.output, folder.styles, Asked("hijau")),
        )
    )
    folders = [outcome.folder for outcome in outcomes]
    assert len(set(folders)) == 4
    assert {"a.xlsx", "A.xlsm"} < {place.name for place in folders}
    assert all((place / "pohon-kinerja.pdf").is_file() for place in folders)


def test_no_two_workbooks_share_a_folder_nor_take_a_name_of_ours() -> None:
    names = ("a.xlsm", "a.xlsm.xlsx", "a.xlsx", "gabungan.xlsx", "index.html.xlsx", "Versi.svg.csv")
    given = folders([Path("input", name) for name in names])
    assert given == ["input-a.xlsm", "a.xlsm", "a.xlsx", *names[3:]]


def test_a_workbook_that_was_renamed_counts_once_among_all_units(folder: Folder) -> None:
    folder.write("lama.xlsx")
    other = folder.write("lain.xlsx")
    folder.build()
    page = folder.output / "index.html"
    assert page.read_text("utf-8").count("<article") == 2
    (folder.input / "lama.xlsx").rename(folder.input / "baru.xlsx")
    folder.build(other)
    assert "lama.xlsx" not in page.read_text("utf-8")
    folder.build()
    assert page.read_text("utf-8").count("<article") == 2
    (folder.input / "baru.xlsx").rename(folder.input / "lama.xlsx")
    assert folder.build()["lama.xlsx"].fresh
    assert "lama.xlsx" in page.read_text("utf-8")


def test_a_workbook_that_changes_its_folder_counts_once(folder: Folder) -> None:
    folder.write("a.xlsx")
    folder.build()
    folder.write("a.xlsm")
    folder.build()
    assert (folder.output / "index.html").read_text("utf-8").count("<article") == 2
    assert (folder.output / "a" / "pohon-kinerja.pdf").is_file()


def test_excels_lock_file_is_passed_over(folder: Folder) -> None:
    folder.write("a.xlsx")
    (folder.input / "~$a.xlsx").write_bytes(b"\x05Camat")
    outcomes = folder.build()
    lock = outcomes["~$a.xlsx"]
    assert [(issue.code, issue.severity) for issue in lock.issues] == [("BUKU-04", "saran")]
    assert not lock.has_galat
    assert outcomes["a.xlsx"].files
    assert {path.name for path in folder.output.iterdir()} == {"a", "index.html", "manifest.json"}


def test_a_plan_with_galat_is_still_built(folder: Folder) -> None:
    folder.write("a.xlsx", PLAN.replace("| U1   | S1", "| U1   | S9"))
    outcome = folder.build()["a.xlsx"]
    assert outcome.has_galat
    assert outcome.counts["galat"] == 1
    assert len(outcome.files) == 23
    assert "POHON-02" in (outcome.folder / "temuan.txt").read_text(encoding="utf-8")
    again = folder.build()["a.xlsx"]
    assert (again.fresh, again.has_galat) == (True, True)


def test_what_is_kept_on_disk_is_read_in_any_order_and_as_often_as_wanted() -> None:
    contents = (b"satu", b"", b"tiga")
    files = [File(str(number), one) for number, one in enumerate(kept(contents))]
    for _ in range(2):
        assert [file.content for file in reversed(files)] == list(reversed(contents))


def test_what_waits_on_disk_goes_to_another_process_as_its_bytes() -> None:
    first, second = kept([b"satu", b"dua lagi"])
    assert pickle.loads(pickle.dumps(second)) == b"dua lagi"
    assert pickle.loads(pickle.dumps(File("satu.png", first))).content == b"satu"


def test_an_earlier_file_that_is_held_and_no_longer_made_blocks_all(tmp_path: Path) -> None:
    (tmp_path / "lama.txt").mkdir()
    issue = write_whole(tmp_path, [File("a.txt", b"a")], ["lama.txt"], "uji.xlsx")
    assert issue is not None
    assert issue.message.startswith('hasil "lama.txt" tidak dapat ditulis')
    assert [path.name for path in tmp_path.iterdir()] == ["lama.txt"]
