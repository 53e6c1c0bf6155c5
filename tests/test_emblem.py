"""The emblem beside the workbook: in covers and letters, or a finding; nothing else is read."""

import re
import struct
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

import plans
import reports
from pohon_docs.blocks import Emblem, Letterhead
from pohon_docs.writers.docx import is_emblem, write
from wordfile import W, WordFile
from workfolder import PLAN, Folder

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WITH_LOGO = PLAN.replace("Periode Awal", "Logo | lambang.png\nPeriode Awal", 1)


def png(wide: int = 40, high: int = 60) -> bytes:
    """Return a white picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        size, check = struct.pack(">I", len(data)), struct.pack(">I", zlib.crc32(kind + data))
        return size + kind + data + check

    rows = (b"\0" + b"\xff" * wide * 3) * high
    head = struct.pack(">II5B", wide, high, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def with_emblem(name: str) -> WordFile:
    view = replace(reports.view(plans.lengkap(), name), emblem=png())
    return WordFile(write(view, plans.style()))


def test_a_cover_bears_the_emblem_in_its_own_shape() -> None:
    word = with_emblem("renstra")
    assert word.body is not None
    (extent,) = word.body.iter(f"{_WP}extent")
    wide, high = int(extent.get("cx", "")), int(extent.get("cy", ""))
    assert wide == plans.style().word.lebar_lambang * 12_700
    assert high == round(wide * 60 / 40)
    assert word.faults() == []
    assert [name for name in word.names if "media" in name] == ["word/media/image1.png"]


def test_a_letter_bears_it_beside_its_head() -> None:
    word = with_emblem("kinerja")
    head = word.signatures[0]
    assert [cell.text for cell in head.rows[0].cells] == [
        ("",),
        ("PEMERINTAH KABUPATEN CEMARA", "KECAMATAN SUKAMAJU"),
        ("",),
    ]
    assert head.grid[0] == head.grid[2]
    assert word.faults() == []


def test_without_an_emblem_nothing_is_drawn() -> None:
    view = reports.view(plans.lengkap(), "renstra")
    assert any(isinstance(block, Emblem) for block in view.blocks)
    for name in ("renstra", "kinerja"):
        word = reports.word(plans.lengkap(), name)
        assert word.body is not None
        assert list(word.body.iter(f"{W}drawing")) == []
    letter = reports.view(plans.lengkap(), "kinerja").blocks[0]
    assert isinstance(letter, Letterhead)
    assert [line.role for line in letter.lines] == ["kop_pemda", "kop_unit"]


@pytest.mark.parametrize(
    "content",
    [b"", b"bukan gambar", png()[:60], png()[:-4], b"GIF89a" + b"\0" * 40, b"\xff\xd8\xff\xe0"],
)
def test_only_a_whole_png_or_jpeg_is_an_emblem(content: bytes) -> None:
    assert is_emblem(png())
    assert not is_emblem(content)


def test_a_changed_emblem_builds_anew(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.write("a.xlsx", WITH_LOGO)
    (folder.input / "lambang.png").write_bytes(png())
    first = folder.build()["a.xlsx"]
    assert not any(issue.code == "IDENTITAS-21" for issue in first.issues)
    word = WordFile((first.folder / "renstra.docx").read_bytes())
    assert word.parts["word/media/image1.png"] == png()
    assert folder.build()["a.xlsx"].fresh
    (folder.input / "lambang.png").write_bytes(png(50))
    assert not folder.build()["a.xlsx"].fresh


@pytest.mark.parametrize("content", [None, b"bukan gambar"])
def test_an_emblem_that_cannot_be_used_is_a_finding_at_its_cell(
    tmp_path: Path, content: bytes | None
) -> None:
    folder = Folder(tmp_path)
    folder.write("a.xlsx", WITH_LOGO)
    if content is not None:
        (folder.input / "lambang.png").write_bytes(content)
    outcome = folder.build()["a.xlsx"]
    (issue,) = [one for one in outcome.issues if one.code == "IDENTITAS-21"]
    assert "lambang.png" in issue.message
    assert issue.ref.sheet == "Identitas"
    assert "renstra.docx" in outcome.files


def test_an_emblem_from_another_folder_is_not_read(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    (tmp_path / "rahasia.png").write_bytes(png())
    folder.write("a.xlsx", WITH_LOGO.replace("lambang.png", "../rahasia.png"))
    outcome = folder.build()["a.xlsx"]
    assert [one.code for one in outcome.issues if one.code == "IDENTITAS-21"] == ["IDENTITAS-21"]


def test_emblem_and_the_shapes_of_pictures_share_one_count_of_numbers() -> None:
    view = reports.view(plans.lengkap(), "renstra", pack="inmendagri-2-2025")
    word = WordFile(write(replace(view, emblem=png()), plans.style()))
    text = word.parts["word/document.xml"].decode()
    ids = re.findall(r'<(?:wp:docPr|wps:cNvPr|wpg:cNvPr) id="(\d+)"', text)
    assert len(ids) > 100
    assert len(ids) == len(set(ids))
