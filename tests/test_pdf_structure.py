"""The PDFs can be read aloud and kept: tags in reading order, nothing unmarked, PDF/A, PDF/UA."""

import shutil
import subprocess
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from PIL import ImageCms

import drawings
import plans
import scenes
from pdffile import Element, PdfFile
from pohon_docs.layout.scene import Link, Page, Scene
from pohon_docs.model import Jenis, Level, Node, Rencana
from pohon_docs.writers import pdf

every_scene = pytest.mark.parametrize("name", drawings.SCENES)
_ARTIFACT = "/Artifact"
_MAY_HOLD = {
    "Document": {"Sect", "P"},
    "Sect": {"H1", "H2", "P", "L", "Figure", "Table"},
    "P": {"Link"},
    "L": {"Caption", "LI"},
    "LI": {"LBody"},
    "LBody": {"P", "L"},
    "Table": {"TR"},
    "TR": {"TH", "TD"},
}
"""What each kind of element holds (ISO 32000-1, 14.8.4); a caption only before the items."""
_XMP = {
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}


def _linked() -> Scene:
    """Return the seed's cards with a link on each page to the next one but two."""
    scene = plans.cards_scene(plans.seed())
    count = len(scene.pages)
    pages = (
        replace(
            page,
            links=tuple(
                Link(40.0 + 90 * n, 60.0, 80.0, 12.0, (number + n + 2) % count, 90.0, f"ke {n}")
                for n in range(number % 3)
            ),
        )
        for number, page in enumerate(scene.pages)
    )
    return Scene(scene.title, tuple(pages))


@cache
def _file(name: str) -> PdfFile:
    (content,) = pdf.write(_linked() if name == "tautan" else drawings.scene(name), plans.style())
    return PdfFile(content)


@every_scene
def test_nothing_is_drawn_outside_a_mark(name: str) -> None:
    assert [page.unmarked for page in _file(name).marked] == [[]] * len(drawings.scene(name).pages)


@every_scene
def test_every_panels_text_is_read_once_as_its_author_wrote_it(name: str) -> None:
    for page, marked in zip(drawings.scene(name).pages, _file(name).marked, strict=True):
        read = sorted(text for mark, text in marked.texts.items() if mark != _ARTIFACT and text)
        frame = {"halaman", "catatan"} if _is_cards(name, page) else {"halaman"}
        said = [panel for panel in page.panels if panel.text and panel.role not in frame]
        assert read == sorted(panel.text.replace("\n", " ") for panel in said)
        assert marked.texts[_ARTIFACT] == "".join(scenes.said(page, *frame))


def _is_cards(name: str, page: Page) -> bool:
    """Tell whether a page is one of cards, which repeat a note at their foot."""
    return name.startswith("kartu") and "indikator" not in page.name


@every_scene
def test_elements_stand_in_those_that_may_hold_them(name: str) -> None:
    for element in _file(name).root.walk():
        roles = [one.role for one in element.below]
        assert {*roles} <= _MAY_HOLD.get(element.role, set())
        assert "Caption" not in roles[1:]
        assert (element.role == "L") == ("LI" in roles)


@every_scene
def test_every_mark_is_read_by_one_element_and_the_parent_tree_leads_to_it(name: str) -> None:
    file = _file(name)
    tree = file.parent_tree()
    for number, (page, marked) in enumerate(zip(file.reader.pages, file.marked, strict=True)):
        holders = tree[number]
        assert int(str(page["/StructParents"])) == number
        assert str(page["/Tabs"]) == "/S"
        assert set(marked.texts) - {_ARTIFACT} == set(range(len(holders)))
        for mark, holder in enumerate(holders):
            element: Any = holder.get_object()
            assert element["/K"].count(mark) == 1
            assert element["/Pg"].get_object() == page.get_object()


def test_a_box_is_read_inside_its_parents_item() -> None:
    rencana = plans.seed()
    page = _file("pohon-seed").root.below[1]
    read = _items(page, ())
    nodes = rencana.of(Jenis.KINERJA)
    assert len(read) == len(nodes)
    by_kode = {node.kode: node for node in nodes}
    for node in nodes:
        assert _line(node, by_kode) in read


def _line(node: Node, by_kode: dict[str, Node]) -> tuple[str, ...]:
    """Return the statements from the root down to a node."""
    above = _line(by_kode[node.induk[0]], by_kode) if node.induk else ()
    return (*above, node.uraian)


def _items(element: Element, above: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return the path of statements to every box of a nested list."""
    found: list[tuple[str, ...]] = []
    for one in element.below:
        body = one.below[0] if one.role == "LI" else one
        own = tuple(part.text[0] for part in body.below if part.role == "P" and len(body.below) > 1)
        path = (*above, own[0]) if one.role == "LI" and own else above
        found += [path] if one.role == "LI" and own else []
        found += _items(body, path)
    return found


def test_a_page_of_a_tree_begins_with_its_title_its_levels_and_the_picture() -> None:
    pages = drawings.scene("pohon-lengkap").pages
    at = next(n for n, page in enumerate(pages) if page.name == "dengan-indikator")
    sections = [one for one in _file("pohon-lengkap").root.below if one.role == "Sect"]
    page, scene = sections[at], pages[at]
    roles = [one.role for one in page.below]
    assert roles[:7] == ["H1", "P", "P", "L", "Figure", "L", "P"]
    assert [one.said for one in page.below[:3]] == [
        tuple(scenes.said(scene, role)) for role in ("judul", "subjudul", "draf")
    ]
    levels = page.below[3]
    assert [one.role for one in levels.below] == ["Caption", *["LI"] * 3]
    labels = [panel.text for panel in scene.panels if panel.role == "pita_label"]
    assert list(levels.said[1:]) == labels
    assert page.below[4].alt.startswith("Garis penghubung kotak pohon kinerja")


def test_a_tree_without_connectors_has_no_picture_to_describe() -> None:
    (content,) = pdf.write(plans.tree_scene(plans.plan(plans.node("S"))), plans.style())
    assert PdfFile(content).root.all("Figure") == []


def _small() -> Rencana:
    aim = plans.component("T", jenis=Jenis.TUJUAN, uraian="Terwujudnya layanan", ik=("A", "B"))
    program = plans.component("1.01", "K", uraian="PROGRAM SATU", sasaran="Naiknya mutu")
    return plans.plan(
        plans.node("S", uraian="Puncak", ik=("Indeks puncak",)),
        plans.node("K", "S", uraian="Anak", level=Level.TAKTIKAL, ik=("Indeks anak",)),
        aim,
        program,
    )


def _shown(element: Element, depth: int = 0) -> list[str]:
    """Return the structure as lines: role, scope, rows and text, indented by depth."""
    about = [element.scope, f"×{element.rows}" if element.rows > 1 else "", *element.text]
    line = "  " * depth + " ".join(filter(None, [element.role, *about]))
    return [line, *(line for one in element.below for line in _shown(one, depth + 1))]


def test_pages_of_cards_are_headings_boxes_tables_and_cards_as_tables() -> None:
    (content,) = pdf.write(plans.cards_scene(_small()), plans.style())
    pages = [_shown(page) for page in PdfFile(content).root.below[2:]]
    banner = "DAERAH SEBAGAI TUJUAN DAN SASARAN PERENCANAAN PERANGKAT DAERAH DAN KINERJA"
    assert pages == [
        [
            "Sect",
            "  P LEVEL KINERJA",
            "  H1 Kinerja Strategis",
            "  H2 POHON KINERJA",
            "  L",
            "    LI",
            "      LBody",
            "        P Puncak",
            "        P IK : Indeks puncak",
            f"  H2 MENETAPKAN KINERJA STRATEGIS {banner} ORGANISASI PERANGKAT DAERAH",
            "  Table",
            "    TR",
            "      TH Column Tujuan",
            "      TH Column Indikator Tujuan",
            "      TH Column Target",
            "    TR",
            "      TD ×2 1. Terwujudnya layanan",
            "      TD A",
            "      TD 83,30 Indeks",
            "    TR",
            "      TD B",
            "      TD 83,30 Indeks",
        ],
        [
            "Sect",
            "  P LEVEL KINERJA",
            "  H1 Kinerja Taktikal",
            "  H2 POHON KINERJA",
            "  L",
            "    LI",
            "      LBody",
            "        P Anak",
            "        P IK : Indeks anak",
            f"  H2 MENETAPKAN KINERJA TAKTIKAL {banner} ORGANISASI PERANGKAT DAERAH",
            "  Table",
            "    TR",
            "      TH Row Nama Program",
            "      TD PROGRAM SATU",
            "    TR",
            "      TH Row Sasaran Program",
            "      TD Naiknya mutu",
            "    TR",
            "      TH Row Indikator Program",
            "      TD Indeks Kepuasan Masyarakat",
            "    TR",
            "      TH Row Target Program",
            "      TD 83,30 Indeks",
        ],
    ]


@every_scene
def test_every_table_is_regular(name: str) -> None:
    for table in _file(name).root.all("Table"):
        widths = [0] * len(table.below)
        for number, row in enumerate(table.below):
            for cell in row.below:
                assert number + cell.rows <= len(widths)
                for covered in range(number, number + cell.rows):
                    widths[covered] += 1
        assert len(set(widths)) == 1


def test_links_lead_to_their_page_and_are_part_of_the_structure() -> None:
    file, scene = _file("tautan"), _linked()
    tree = file.parent_tree()
    told = [one.links for one in file.root.all("Link")]
    assert told == [(link.text,) for page in scene.pages for link in page.links]
    numbers: list[int] = []
    for page, written in zip(scene.pages, file.reader.pages, strict=True):
        found: list[Any] = [note.get_object() for note in written.get("/Annots", [])]
        assert len(found) == len(page.links)
        for link, note in zip(page.links, found, strict=True):
            corners = (link.x, page.height - link.y - 12, link.x + 80, page.height - link.y)
            assert [float(edge) for edge in note["/Rect"]] == pytest.approx(corners, abs=0.01)
            target, _, _, top, _ = note["/Dest"]
            assert target.get_object() == file.reader.pages[link.page].get_object()
            assert float(top) == pytest.approx(scene.pages[link.page].height - 90, abs=0.01)
            assert note["/F"] == 4
            holder: Any = tree[note["/StructParent"]].get_object()
            (kid,) = holder["/K"]
            assert kid["/Obj"].get_object() == note
            numbers.append(note["/StructParent"])
    first = len(scene.pages)
    assert numbers == list(range(first, first + len(numbers)))
    assert len(numbers) > 5


@every_scene
def test_the_file_says_that_it_is_an_archives_and_readable(name: str) -> None:
    catalog = _file(name).catalog
    assert catalog["/MarkInfo"]["/Marked"].value is True
    xmp = ElementTree.fromstring(catalog["/Metadata"].get_object().get_data())
    said = {
        path: xmp.findtext(f".//{path}", namespaces=_XMP)
        for path in ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part", "dc:language//rdf:li")
    }
    assert list(said.values()) == ["2", "A", "1", "id-ID"]
    assert xmp.findtext(".//dc:title//rdf:li", namespaces=_XMP) == drawings.scene(name).title
    assert not any("Date" in element.tag for element in xmp.iter())


def test_colours_mean_srgb() -> None:
    (intent,) = _file("pohon-seed").catalog["/OutputIntents"]
    assert intent["/S"] == "/GTS_PDFA1"
    content = intent["/DestOutputProfile"].get_object().get_data()
    ours = ImageCms.ImageCmsProfile(BytesIO(content))
    assert ImageCms.getProfileDescription(ours).strip() == "sRGB IEC61966-2.1"
    theirs: Any = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).profile
    for name in ("red_colorant", "green_colorant", "blue_colorant"):
        mine = getattr(ours.profile, name)
        assert mine[0] == pytest.approx(getattr(theirs, name)[0], abs=0.0005)


def test_every_stream_ends_with_a_line() -> None:
    content = _file("pohon-seed").content
    assert content.count(b"\nendstream\n") == content.count(b"endstream\n") > 5


@pytest.mark.skipif(shutil.which("verapdf") is None, reason="verapdf tidak terpasang")
@pytest.mark.parametrize("flavour", ["2a", "ua1"])
def test_verapdf_finds_nothing(flavour: str, tmp_path: Path) -> None:
    paths = [tmp_path / f"{name}.pdf" for name in (*drawings.SCENES, "tautan")]
    for path in paths:
        path.write_bytes(_file(path.stem).content)
    done = subprocess.run(
        ["verapdf", "--flavour", flavour, "--format", "text", *paths],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    results = [line for line in done.stdout.splitlines() if line.startswith(("PASS", "FAIL"))]
    assert len(results) == len(paths)
    assert [line for line in results if not line.startswith("PASS")] == []
