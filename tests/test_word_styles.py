"""The Word files take their looks from the base document, whoever saved it last."""

from pathlib import Path
from zipfile import ZipFile

import plans
import reports
from pohon_docs.styles import SHIPPED, Style, load


def own_style(folder: Path, old: str, new: str) -> Style:
    """Return the shipped style over a base document in which `old` is written as `new`."""
    with ZipFile(SHIPPED / "baku.docx") as source, ZipFile(folder / "baku.docx", "w") as target:
        for name in source.namelist():
            part = source.read(name).decode()
            changed = part.replace(old, new)
            assert changed != part or name != "word/styles.xml"
            target.writestr(name, changed)
    (folder / "baku.toml").write_bytes((SHIPPED / "baku.toml").read_bytes())
    return load("baku", folder)


def test_an_edited_base_document_gives_its_looks(tmp_path: Path) -> None:
    style = own_style(tmp_path, 'w:val="C00000"', 'w:val="00AA00"')
    styles = reports.styled(plans.seed(), "renja", style).parts["word/styles.xml"]
    assert b"00AA00" in styles


def test_styles_are_found_however_their_names_are_written(tmp_path: Path) -> None:
    style = own_style(tmp_path, 'w:name w:val="heading 1"', 'w:name w:val="Heading 1"')
    word = reports.styled(plans.seed(), "renja", style)
    assert ("Heading 1", "BAB III\nTUJUAN DAN SASARAN PERANGKAT DAERAH") in word.lines()
    assert word.faults() == []


def test_a_base_of_an_indonesian_word_gives_its_headings(tmp_path: Path) -> None:
    style = own_style(tmp_path, 'w:name w:val="heading 1"', 'w:name w:val="Judul 1"')
    word = reports.styled(plans.seed(), "renja", style)
    assert ("Judul 1", "BAB III\nTUJUAN DAN SASARAN PERANGKAT DAERAH") in word.lines()
    assert "heading 1" not in word.styles.values()
    assert word.faults() == []


def test_styles_are_found_by_name_whatever_their_ids(tmp_path: Path) -> None:
    style = own_style(tmp_path, '"Heading1"', '"Judul1"')
    word = reports.styled(plans.seed(), "renja", style)
    assert ("heading 1", "BAB III\nTUJUAN DAN SASARAN PERANGKAT DAERAH") in word.lines()
    assert word.faults() == []


def test_a_style_that_the_base_lacks_comes_from_the_shipped_one(tmp_path: Path) -> None:
    style = own_style(tmp_path, 'w:name w:val="Tabel Kode"', 'w:name w:val="Bukan Tabel Kode"')
    word = reports.styled(plans.seed(), "renja", style)
    assert word.faults() == []
    code = next(row.cells[0] for row in word.tables[0].body if row.cells[0].text == ("7.01.01",))
    assert word.styles[code.styles[0]] == "Tabel Kode"
    assert len(set(word.styles)) == len(word.styles)


def test_the_base_document_s_own_words_are_not_printed() -> None:
    text = reports.word(plans.seed(), "renja").parts["word/document.xml"].decode()
    assert "Dokumen dasar" not in text
