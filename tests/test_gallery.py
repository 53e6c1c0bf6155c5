"""The gallery shows every page of what a case makes, and says what it can't show."""

import re
from pathlib import Path

import pytest
from pypdf import PdfReader

import gallery
from workfolder import PLAN


@pytest.fixture
def shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, list[gallery.Picture]]:
    monkeypatch.setattr(gallery, "program", lambda: "")
    monkeypatch.setattr(gallery, "_chromium", lambda: "")
    source = tmp_path / "kasus.txt"
    source.write_text(PLAN, encoding="utf-8")
    return gallery.gallery(tmp_path / "contoh", {"kecil": source})


def test_every_page_of_every_pdf_is_a_picture_on_the_page(
    shown: dict[str, list[gallery.Picture]], tmp_path: Path
) -> None:
    place = tmp_path / "contoh"
    files = sorted((place / "output" / "kecil").glob("*.pdf"))
    pages = {file.name: len(PdfReader(file).pages) for file in files}
    assert len(files) >= 3
    assert {(one.file.name, one.page) for one in shown["kecil"]} == {
        (name, number) for name, count in pages.items() for number in range(1, count + 1)
    }
    text = (place / "index.html").read_text(encoding="utf-8")
    sources = re.findall(r'<img loading="lazy" src="([^"]+)" alt="[^"]+, halaman \d+">', text)
    assert len(sources) == sum(pages.values())
    assert all((place / source).is_file() for source in sources)
    assert (place / "output" / "index.html").is_file()
    assert "LibreOffice (dokumen Word dan lembar), Chromium" in text
    links = re.findall(r'<a href="#([^"]+)">[^<]+</a> \(\d+\)', text)
    assert links == re.findall(r'<section id="([^"]+)">', text) == ["kecil", "semua-unit"]


def test_the_cases_are_the_plan_of_input_and_all_of_the_cases_folder() -> None:
    found = gallery.cases()
    assert "lengkap-rencana" in found
    assert len(found) == len(list(gallery.ROOT.glob("input/*.xlsx"))) + len(
        [path for path in gallery.HERE.glob("cases/*/*") if path.suffix in (".xlsx", ".txt")]
    )
