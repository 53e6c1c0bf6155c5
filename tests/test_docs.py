"""The documentation says what is there: paths, pictures, words, commands, files."""

import re
from pathlib import Path

import click
import pytest

from pohon_docs.cli import main

ROOT = Path(__file__).parents[1]
GUIDES = ("README.md", "docs/panduan.md")
_PATH = re.compile(r"`((?:src|styles|tests|docs|input|output|bench)/[^`…]*)`")


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["README.md", "docs/arsitektur.md"])
def test_every_path_that_is_named_exists(name: str) -> None:
    paths = [path for path in _PATH.findall(text(name)) if not re.search(r"[<*]|output/", path)]
    made = {"input/renstra.xlsx"}
    assert [path for path in paths if path not in made and not (ROOT / path).exists()] == []


@pytest.mark.parametrize("name", ["README.md", "docs/panduan.md", "docs/arsitektur.md"])
def test_every_link_leads_somewhere(name: str) -> None:
    links = re.findall(r"\]\(([^)]+)\)", text(name))
    assert [link for link in links if not ((ROOT / name).parent / link).exists()] == []


def test_the_pictures_of_the_readme_are_small_and_all_are_used() -> None:
    pictures = sorted((ROOT / "docs" / "gambar").glob("*.png"))
    assert [path.name for path in pictures if path.name not in text("README.md")] == []
    assert max(path.stat().st_size for path in pictures) < 150_000
    assert len(pictures) >= 6


def test_the_tour_names_every_room() -> None:
    tour = text("docs/arsitektur.md")
    home = ROOT / "src" / "pohon_docs"
    rooms = [path.name for path in home.glob("*.py") if path.name != "__init__.py"]
    assert [room for room in rooms if room not in tour and room[:-3] not in tour] == []


def test_every_word_of_the_vocabulary_is_in_the_code() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    rows = re.findall(r"^\| .* \| `([^`]+)` \|$", text("docs/istilah.md"), re.MULTILINE)
    assert len(rows) > 40
    assert [word for word in rows if word not in code] == []


@pytest.mark.parametrize("name", GUIDES)
def test_every_command_that_is_shown_is_one(name: str) -> None:
    shown = set(re.findall(r"pohon-docs (\w+)", text(name)))
    assert isinstance(main, click.Group)
    assert shown <= set(main.commands), shown
    assert {"build", "check", "init"} <= shown


@pytest.mark.parametrize("name", GUIDES)
def test_every_kind_of_file_is_named(name: str) -> None:
    for file in ("pohon-kinerja.pdf", "kartu-cascading.pdf", "renstra.docx", "renja-2026.docx"):
        assert file in text(name)
    for ending in (".svg", ".png", ".gv", "temuan.txt"):
        assert ending in text(name)


def test_the_make_commands_that_are_shown_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", text("Makefile"), re.MULTILINE))
    shown = set(re.findall(r"(?<=[`\n])make ([a-z]+)", text("README.md")))
    assert {"docs", "test"} <= shown <= targets
