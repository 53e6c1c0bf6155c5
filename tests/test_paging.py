"""Page numbers on request: LibreOffice is optional, quiet, and counts for what is built anew."""

import shutil
from pathlib import Path

import pytest

from pohon_docs import paging
from pohon_docs.batch import build_all, workbooks
from pohon_docs.batching.settling import Options, Outcome
from pohon_docs.batching.task import Asked
from wordfile import WordFile
from workfolder import Folder


def build(folder: Folder, soffice: str) -> Outcome:
    options = Options(folder.output, folder.styles, Asked("hijau", soffice=soffice))
    (outcome,) = build_all(workbooks((folder.input,)), options)
    return outcome


def words(outcome: Outcome) -> dict[str, bytes]:
    """Return the reports; the tree in Word has no contents."""
    files = (path for path in outcome.folder.glob("*.docx") if path.stem != "pohon-kinerja")
    return {path.name: path.read_bytes() for path in files}


def test_without_libreoffice_on_the_machine_there_is_no_program(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(paging, "_PLACES", ())
    assert paging.program() == ""


def test_a_libreoffice_that_fails_leaves_the_files_as_without_it(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.write("a.xlsx")
    without = words(build(folder, ""))
    failed = build(folder, str(tmp_path / "tidak-ada"))
    assert not failed.fresh
    assert words(failed) == without
    assert len(without) == 3


@pytest.mark.skipif(not paging.program(), reason="perlu LibreOffice (soffice)")
def test_with_libreoffice_every_entry_has_its_page_and_word_is_asked_nothing(
    tmp_path: Path,
) -> None:
    folder = Folder(tmp_path)
    folder.write("a.xlsx")
    first = words(build(folder, paging.program()))
    for name, content in first.items():
        word = WordFile(content)
        assert "updateFields" not in word.parts["word/settings.xml"].decode()
        entries = [text for style, text in word.lines() if style[:3] in ("toc", "tab")]
        assert all(text.rpartition("\t")[2] for text in entries)
        assert bool(entries) == (name != "kinerja.docx")
    assert build(folder, paging.program()).fresh
    shutil.rmtree(folder.output)
    assert words(build(folder, paging.program())) == first
