"""The pictures in a book's chapters: where they stand, their captions, their list, their shapes."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pypdfium2 import PdfDocument

import complete
import plans
import reports
import validity
from office import converted, needs_office
from pohon_docs import packs
from pohon_docs.blocks import Caption, Contents, Line, Report
from pohon_docs.documents._captions import numbers
from pohon_docs.layout.figures import Drawn, outlined
from pohon_docs.model import Jenis, Rencana
from pohon_docs.writers.docx import write
from wordfile import W, WordFile

NEW, OLD = "inmendagri-2-2025", "permendagri-86-2017"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_EMU = 12_700


def asking(rencana: Rencana, asked: str) -> Rencana:
    """Return a plan with other options of its tables."""
    return replace(rencana, identitas=replace(rencana.identitas, pilihan_tabel=asked))


def pictures(report: Report) -> list[tuple[str, str]]:
    """Return the chapter and the number of every numbered picture."""
    found, chapter = [], ""
    for block in report.blocks:
        if isinstance(block, Line) and block.role == "bab":
            chapter = block.text.split("\n")[0]
        if isinstance(block, Caption) and block.kind == "gambar" and block.number:
            found.append((chapter, block.number))
    return found


def lists(report: Report) -> list[str]:
    return [block.kind for block in report.blocks if isinstance(block, Contents)]


def body(word: WordFile) -> ElementTree.Element:
    return ElementTree.fromstring(word.parts["word/document.xml"])


def test_inmendagri_puts_the_tree_and_the_cascading_picture_in_bab_iii() -> None:
    view = reports.view(plans.lengkap(), "renstra", pack=NEW)
    assert pictures(view) == [("BAB III", "Gambar 3.1"), ("BAB III", "Gambar 3.2")]
    assert lists(view) == ["bab", "tabel", "gambar"]
    word = reports.word(plans.lengkap(), "renstra", pack=NEW)
    assert word.faults() == []
    told = word.instructions()
    assert [one for one in told if one.startswith("SEQ Gambar")] == [
        rf"SEQ Gambar \* ARABIC \r {number}" for number in (1, 2)
    ]
    assert r'TOC \h \z \c "Gambar"' in told


def test_a_plan_may_leave_pictures_out_or_ask_an_older_regulation_for_them() -> None:
    without = reports.view(asking(plans.lengkap(), "tanpa gambar"), "renstra", pack=NEW)
    assert pictures(without) == []
    assert lists(without) == ["bab", "tabel"]
    assert pictures(reports.view(plans.seed(), "renstra", pack=OLD)) == []
    asked = reports.view(asking(plans.seed(), "gambar"), "renstra", pack=OLD)
    assert pictures(asked) == [("BAB IV", "Gambar 4.1"), ("BAB IV", "Gambar 4.2")]
    headings = [one.text for one in asked.blocks if isinstance(one, Line) and one.role == "bab"]
    assert len(headings) == len(set(headings))


def test_a_plan_without_a_tree_or_goals_has_no_picture_and_is_told() -> None:
    bare = plans.plan(plans.component("7.01.01"))
    view = reports.view(bare, "renstra", pack=NEW)
    assert pictures(view) == []
    left = reports.DOCUMENTS["renstra"].left_out(bare, packs.load(NEW))
    names = [one.table for one in left]
    assert names[0].startswith("Pohon Kinerja ")
    assert names[1].startswith("Visualisasi Cascading ")


def test_every_picture_is_of_shapes_that_fit_the_page_and_is_read_out() -> None:
    rencana = plans.lengkap()
    word = reports.word(rencana, "renstra", pack=NEW)
    drawn = list(body(word).iter(f"{WP}inline"))
    sheets = sum(
        isinstance(one, Drawn) for one in reports.view(rencana, "renstra", pack=NEW).blocks
    )
    assert len(drawn) == sheets
    sheet, margins = reports.paper(word.sections()[2])
    assert sheet["orient"] == "landscape"
    wide = int(sheet["w"]) - int(margins["left"]) - int(margins["right"])
    high = int(sheet["h"]) - int(margins["top"]) - int(margins["bottom"])
    for one in drawn:
        extent, about = one.find(f"{WP}extent"), one.find(f"{WP}docPr")
        assert extent is not None
        assert about is not None
        assert int(extent.attrib["cx"]) <= (wide + 1) * _EMU // 20
        assert int(extent.attrib["cy"]) < high * _EMU // 20
        assert about.attrib["descr"].strip()
        assert about.attrib["name"].startswith("Gambar 3.")
    assert not any(name.startswith("word/media") for name in word.parts)


def test_word_finds_nothing_to_repair_in_a_book_with_pictures() -> None:
    assert validity.errors(reports.content(plans.lengkap(), "renstra", pack=NEW)) == ()


def test_every_condition_goal_and_program_is_drawn() -> None:
    rencana = plans.lengkap()
    word = reports.word(rencana, "renstra", pack=NEW)
    drawn = "".join(
        text.text or "" for one in body(word).iter(f"{WP}inline") for text in one.iter(f"{W}t")
    )
    told = "".join(drawn.split())
    kinds = (Jenis.KINERJA, Jenis.TUJUAN, Jenis.SASARAN, Jenis.PROGRAM)
    for node in rencana.of(*kinds):
        assert "".join(node.uraian.split()) in told


def test_a_picture_of_several_sheets_is_listed_once_and_says_which_sheet() -> None:
    view = reports.view(plans.lengkap(), "renstra", pack=NEW)
    said = [one for one in view.blocks if isinstance(one, Caption) and one.kind == "gambar"]
    first, *more = (one for one in said if "Pohon Kinerja" in one.text)
    assert first.number == "Gambar 3.1"
    count = len(more) + 1
    assert count > 1
    assert [one.number for one in more] == [""] * len(more)
    assert [one.text[-len(f"(lembar 2 dari {count})") :] for one in more] == [
        f"(lembar {n} dari {count})" for n in range(2, count + 1)
    ]
    assert "hal. " not in "".join(
        panel.text for one in view.blocks if isinstance(one, Drawn) for panel in one.page.panels
    )


def test_counting_pages_needs_only_the_frames_of_pictures() -> None:
    view = reports.view(plans.lengkap(), "renstra", pack=NEW)
    bare = outlined(view)
    for one, other in zip(view.blocks, bare.blocks, strict=True):
        if isinstance(one, Drawn):
            assert isinstance(other, Drawn)
            assert (other.page.width, other.page.height) == (one.page.width, one.page.height)
            assert other.factor == one.factor
            assert len(other.page.panels) == 1
        else:
            assert other is one


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("Tabel {kode}", ["Tabel T-C.25", "Tabel T-C.26", "Tabel T-C.27"]),
        ("Tabel {bab}.{nomor}", ["Tabel 4.1", "Tabel 4.2", "Tabel 9.1"]),
        ("Tabel {bab_romawi}.{nomor}", ["Tabel IV.1", "Tabel IV.2", "Tabel IX.1"]),
        ("Tabel {urut}", ["Tabel 1", "Tabel 2", "Tabel 3"]),
    ],
)
def test_captions_are_numbered_as_the_pack_words_it(form: str, expected: list[str]) -> None:
    tables = packs.load(OLD).tabel
    one, two, three = (tables[name] for name in ("t-c-25", "t-c-26", "t-c-27"))
    found = numbers(
        [("BAB IV\nTUJUAN", (one,)), ("BAB IV\nTUJUAN", (two,)), ("BAB IX\nLAIN", (three,))],
        {"tabel.nomor": form},
    )
    assert [found[id(spec)] for spec in (one, two, three)] == expected


def test_a_chapter_without_a_number_numbers_nothing_by_chapter() -> None:
    spec = packs.load(OLD).tabel["t-c-25"]
    found = numbers([("LAMPIRAN", (spec,))], {"tabel.nomor": "Tabel {bab}.{nomor}"})
    assert found[id(spec)] == ""


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('isi = "bunga"', "'bunga' tidak dikenal"),
        ('kepastian = "K"', "kepastian tanpa catatan: K"),
        ('perlu = "kinerja"', "perlu tanpa alasan: kinerja"),
    ],
)
def test_a_broken_picture_of_a_pack_is_refused(line: str, said: str, tmp_path: Path) -> None:
    good = {"isi": '"pohon_kinerja"', "judul": '"J"', "uraian": '"U"', "sumber": '"S"'}
    good["kepastian"] = '"V"'
    name, _, value = line.partition(" = ")
    good[name] = value
    head = 'peraturan = "Uji"\nsumber = "uji"\ntanggal = "2025"\n[gambar.satu]\n'
    lines = "".join(f"{key} = {text}\n" for key, text in good.items())
    (tmp_path / "peraturan.toml").write_text(head + lines, encoding="utf-8")
    with pytest.raises(packs.PackError, match=said):
        packs.read("uji", tmp_path)


@needs_office
def test_libreoffice_prints_each_sheet_on_one_page_with_all_its_words(tmp_path: Path) -> None:
    view = reports.view(complete.penuh(), "renstra", pack=NEW)
    parts = tuple(one for one in view.parts if any(isinstance(b, Drawn) for b in one.blocks))
    path = tmp_path / "buku.docx"
    path.write_bytes(write(replace(view, parts=parts), plans.style()))
    printed = PdfDocument(*converted("pdf", path))
    texts = ["".join(page.get_textpage().get_text_range().split()) for page in printed]
    blocks = [block for part in parts for block in part.blocks]
    drawn = [(one, cap) for one, cap in pairwise(blocks) if isinstance(one, Drawn)]
    assert len(drawn) > 2
    for at, (one, caption) in enumerate(drawn):
        assert isinstance(caption, Caption)
        for panel in one.page.panels:
            assert "".join(panel.text.split()) in texts[at]
        assert "".join(f"{caption.number}{caption.text}".split()) in texts[at]
