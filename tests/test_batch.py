"""Many workbooks: which are found, which are stale, and which style they are drawn in."""

import json
import os
from dataclasses import replace
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import pytest
from pypdf import PdfReader

import books
import pohon_docs
from pohon_docs import styles
from pohon_docs.batch import workbooks
from pohon_docs.batching.manifest import Manifest
from pohon_docs.misuse import MisuseError
from pohon_docs.summary import State, Summary
from workfolder import PLAN, Folder


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def test_an_unchanged_folder_is_left_alone(folder: Folder) -> None:
    folder.write("a.xlsx")
    folder.write("b.xlsx")
    first = folder.build()
    before = folder.files()
    manifest = (folder.output / "manifest.json").read_bytes()
    second = folder.build()
    assert [outcome.fresh for outcome in first.values()] == [False, False]
    assert [outcome.fresh for outcome in second.values()] == [True, True]
    assert [outcome.counts for outcome in second.values()] == [
        outcome.counts for outcome in first.values()
    ]
    assert second["a.xlsx"].files == first["a.xlsx"].files
    assert folder.files() == before
    assert (folder.output / "manifest.json").read_bytes() == manifest


def test_only_the_changed_workbook_is_built_again(folder: Folder) -> None:
    folder.write("a.xlsx")
    folder.write("b.xlsx")
    folder.build()
    before = folder.files()
    folder.write("b.xlsx", PLAN.replace("kemandirian", "kemajuan"))
    outcomes = folder.build()
    assert outcomes["a.xlsx"].fresh
    assert not outcomes["b.xlsx"].fresh
    assert folder.rewritten(before) == {"b"}


def test_a_new_date_on_the_same_bytes_is_no_change(folder: Folder) -> None:
    path = folder.write("a.xlsx")
    folder.build()
    path.write_bytes(path.read_bytes())
    assert folder.build()["a.xlsx"].fresh


def test_a_changed_style_builds_everything_again(folder: Folder) -> None:
    folder.write("a.xlsx")
    folder.build()
    (folder.styles / "hijau.toml").write_text('dasar = "baku"\nresolusi_png = 31\n')
    assert not folder.build()["a.xlsx"].fresh
    assert folder.build()["a.xlsx"].fresh
    assert not folder.build(style="baku")["a.xlsx"].fresh


@pytest.mark.parametrize("change", ["removed", "changed", "changed unseen"])
def test_an_output_that_was_touched_is_made_again(change: str, folder: Folder) -> None:
    folder.write("a.xlsx")
    folder.build()
    made = folder.files()
    target = folder.output / "a" / "temuan.txt"
    if change == "removed":
        target.unlink()
    else:  # as many bytes as before, and in the end at the time of before
        target.write_bytes(bytes(reversed(target.read_bytes())))
    if change == "changed unseen":
        os.utime(target, ns=(made["a/temuan.txt"][0],) * 2)
    assert not folder.build()["a.xlsx"].fresh
    assert target.read_bytes() == made["a/temuan.txt"][1]


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"buku_kerja": 3}', '{"buku_kerja": {"a": 3}}']
)
def test_a_broken_manifest_means_building_again(content: str, folder: Folder) -> None:
    folder.write("a.xlsx")
    folder.build()
    made = folder.files()
    (folder.output / "manifest.json").write_text(content)
    assert not folder.build()["a.xlsx"].fresh
    assert {name: file[1] for name, file in folder.files().items()} == {
        name: file[1] for name, file in made.items()
    }
    assert set(json.loads((folder.output / "manifest.json").read_text())["buku_kerja"]) == {"a"}


def test_outputs_that_were_copied_are_known_by_their_content(folder: Folder) -> None:
    folder.write("a.xlsx")
    folder.build()
    for path in (folder.output / "a").iterdir():
        path.write_bytes(path.read_bytes())
    manifest = folder.output / "manifest.json"
    before = manifest.read_bytes()
    assert folder.build()["a.xlsx"].fresh
    assert manifest.read_bytes() == before
    youngest = max(path.stat().st_mtime_ns for path in (folder.output / "a").iterdir())
    assert manifest.stat().st_mtime_ns > youngest  # so that no content is read next time


def test_the_manifest_names_every_file_and_what_it_was_made_from(folder: Folder) -> None:
    folder.write("a.xlsx")
    outcome = folder.build()["a.xlsx"]
    whole = json.loads((folder.output / "manifest.json").read_text())
    (entry,) = whole["buku_kerja"].values()
    files = {path.name: path.read_bytes() for path in (folder.output / "a").iterdir()}
    assert entry["berkas"] == {name: sha256(one).hexdigest() for name, one in files.items()}
    assert entry["ukuran"] == {name: len(content) for name, content in files.items()}
    assert Summary.from_record(entry["ringkasan"]) == outcome.summary
    assert whole["versi"] == pohon_docs.__version__
    marks = {"buku_kerja", "gaya", "nomenklatur", "di_samping", "program", "regulasi"}
    assert marks < set(entry["masukan"])


def test_what_is_told_of_a_workbook_is_what_its_plan_holds(folder: Folder) -> None:
    text = books.BASE.replace(
        "Periode Akhir         | 2026", "Periode Akhir | 2026 |\n| Logo | x.png"
    )
    folder.write("a.xlsx", text)
    told = folder.build()["a.xlsx"].summary
    assert (told.workbook, told.folder, told.state) == ("a.xlsx", "a", State.DIBUAT)
    assert (told.unit, told.periode, told.tahun_renja) == ("Kecamatan Cemara", "2025–2026", 2025)
    assert (told.nodes, told.program, told.kegiatan, told.subkegiatan) == (4, 1, 1, 1)
    assert told.pagu == Decimal(1_250_000)
    for name, pages in told.pages.items():
        if name.endswith(".pdf"):
            assert len(PdfReader(folder.output / "a" / name).pages) == pages, name
    assert {name for name in told.files if name.endswith(".pdf")} < set(told.pages)


def test_a_refused_workbook_is_told_of_with_what_was_known_of_it(folder: Folder) -> None:
    path = folder.write("a.xlsx")
    good = folder.build()["a.xlsx"].summary
    path.write_bytes(b"bukan")
    outcome = folder.build()["a.xlsx"]
    assert outcome.files == ()
    counts = {"galat": 1, "peringatan": 0, "saran": 0}
    assert outcome.summary == replace(good, state=State.DITOLAK, counts=counts)
    assert Manifest(folder.output).summaries() == (outcome.summary,)


def test_two_folders_of_the_same_input_hold_the_same_bytes(tmp_path: Path) -> None:
    folders = [Folder(tmp_path / name) for name in ("satu", "dua")]
    for folder in folders:
        folder.write("a.xlsx", books.BASE)
        (folder.input / "a.xlsx").write_bytes((folders[0].input / "a.xlsx").read_bytes())
        folder.build(style="baku")
    one, two = ({name: file[1] for name, file in folder.files().items()} for folder in folders)
    assert len(one) == 23
    assert one == two


def test_an_unknown_style_in_the_plan_is_a_finding_and_one_asked_for_is_misuse(
    folder: Folder,
) -> None:
    folder.write("a.xlsx", PLAN.replace("# Pohon", "| Gaya | ungu |\n# Pohon"))
    outcome = folder.build(style=None)["a.xlsx"]
    (issue,) = [issue for issue in outcome.issues if issue.code == "IDENTITAS-04"]
    assert '"ungu"' in issue.message
    assert "baku, hijau" in issue.hint
    assert issue.ref.row == 6
    assert outcome.files
    with pytest.raises(MisuseError, match='"ungu"'):
        folder.build(style="ungu")


def test_the_plan_chooses_its_style_unless_another_is_asked_for(folder: Folder) -> None:
    path = folder.write("a.xlsx", PLAN.replace("# Pohon", "| Gaya | hijau |\n# Pohon"))
    folder.build(style=None)
    manifest = json.loads((folder.output / "manifest.json").read_text())
    assert manifest["buku_kerja"]["a"]["gaya"] == "hijau"
    folder.build(path, style=styles.DEFAULT)
    manifest = json.loads((folder.output / "manifest.json").read_text())
    assert manifest["buku_kerja"]["a"]["gaya"] == styles.DEFAULT


def test_workbooks_are_found_in_folders_sorted_and_once(folder: Folder) -> None:
    names = ("b.xlsx", "a.XLSX", "c.xlsm", "d.ods", "catatan.txt", "gambar.png")
    folder.input.mkdir()
    for name in names:
        (folder.input / name).write_bytes(b"x")
    found = workbooks((folder.input, folder.input / "b.xlsx"))
    assert [path.name for path in found] == ["a.XLSX", "b.xlsx", "c.xlsm", "d.ods"]
    assert workbooks((folder.input / "catatan.txt",))[0].name == "catatan.txt"
    (folder.input / "bukan.xlsx").mkdir()
    assert "bukan.xlsx" not in {path.name for path in workbooks((folder.input,))}


def test_no_workbook_at_all_is_misuse_that_says_what_to_do(folder: Folder) -> None:
    folder.input.mkdir()
    with pytest.raises(MisuseError, match=r"Belum ada buku kerja .*`pohon-docs init`"):
        workbooks((folder.input,))
    with pytest.raises(MisuseError, match='"tiada" tidak ada'):
        workbooks((Path("tiada"),))


def test_the_page_of_all_units_is_as_young_as_the_manifest(folder: Folder) -> None:
    folder.write("satu.xlsx")
    folder.build()
    front = folder.output / "index.html"
    assert "satu.xlsx" in front.read_text(encoding="utf-8")
    before = front.stat().st_mtime_ns
    folder.build()
    assert front.stat().st_mtime_ns == before
    folder.write("dua.xlsx")
    folder.build()
    text = front.read_text(encoding="utf-8")
    assert "satu.xlsx" in text
    assert "dua.xlsx" in text
    front.unlink()
    folder.build()
    assert front.read_text(encoding="utf-8") == text
