"""Styles: what a file may say, what it is told where it says something else, and its roles."""

import ast
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

import plans
from pohon_docs import styles
from pohon_docs.blocks import Picture, Report
from pohon_docs.documents import documents
from pohon_docs.looks import StyleError
from pohon_docs.packs import load
from pohon_docs.styles import SHIPPED
from pohon_docs.views import Card, TableRow

SRC = Path(__file__).parents[1] / "src" / "pohon_docs"
COLOUR = re.compile(r"#[0-9a-fA-F]{6}\b")


def refused(folder: Path, text: str) -> str:
    """Return what is said of a style file."""
    (folder / "rusak.toml").write_text(text, encoding="utf-8")
    with pytest.raises(StyleError) as error:
        styles.load("rusak", folder)
    return str(error.value)


@pytest.mark.parametrize(
    ("text", "place", "key"),
    [
        ('warna = "biru"', "rusak.toml", "warna"),
        ("[pohon]\nlebar_kotk = 10.0", "rusak.toml › pohon", "lebar_kotk"),
        ('[peran.kinerja]\nwarna = "#000000"', "rusak.toml › peran › kinerja", "warna"),
        ("[word]\nukuran_huruf = 8", "rusak.toml › word", "ukuran_huruf"),
        ('[word.peran]\nteks = { gaya = "x", warna = "y" }', "rusak.toml › word › peran", "warna"),
        ('folder = "/"', "rusak.toml", "folder"),
    ],
)
def test_an_unknown_key_is_refused_with_its_file_and_place(
    text: str, place: str, key: str, tmp_path: Path
) -> None:
    said = refused(tmp_path, f'dasar = "baku"\n{text}')
    assert said.startswith(place)
    assert f"kunci tidak dikenal: {key}." in said


def test_a_missing_key_is_named_with_its_file(tmp_path: Path) -> None:
    said = refused(tmp_path, 'dokumen_dasar = "baku.docx"')
    assert said.startswith("rusak.toml: kunci belum ada:")
    for field in ("pohon", "kartu", "peran", "ukuran_kertas"):
        assert field in said
    assert "dokumen_dasar" not in said
    assert "folder" not in said


def test_a_missing_key_of_a_table_is_named_with_its_table(tmp_path: Path) -> None:
    whole = (SHIPPED / "baku.toml").read_text(encoding="utf-8")
    said = refused(tmp_path, whole.replace("celah_pita = 3.0\n", "", 1))
    assert said == "rusak.toml › pohon: kunci belum ada: celah_pita."


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('resolusi_png = "dua ratus"', "rusak.toml › resolusi_png"),
        ("resolusi_png = 72.5", "rusak.toml › resolusi_png"),
        ("[pohon]\nlebar_kotak = true", "rusak.toml › pohon › lebar_kotak"),
        ('[pohon]\nlebar_kotak = "lebar"', "rusak.toml › pohon › lebar_kotak"),
        ("[peran.kinerja]\nisi = 3", "rusak.toml › peran › kinerja › isi"),
        ("[peran.kinerja]\nputus = 1", "rusak.toml › peran › kinerja › putus"),
    ],
)
def test_a_value_of_another_type_is_refused_with_its_place(
    text: str, place: str, tmp_path: Path
) -> None:
    said = refused(tmp_path, f'dasar = "baku"\n{text}')
    assert said.startswith(f"{place}: nilai ")


@pytest.mark.parametrize("text", ["ini bukan TOML", "a = ", "[peran"])
def test_what_is_no_toml_is_refused_with_its_file(text: str, tmp_path: Path) -> None:
    assert refused(tmp_path, text).startswith("rusak.toml: bukan TOML yang sah")


@pytest.mark.parametrize("base", ["ungu", "rusak", "../baku"])
def test_an_unknown_base_is_refused_with_those_that_there_are(base: str, tmp_path: Path) -> None:
    said = refused(tmp_path, f'dasar = "{base}"')
    assert said == f'rusak.toml: dasar "{base}" tidak ada; yang ada: baku.'


def test_an_unknown_style_names_those_that_there_are(tmp_path: Path) -> None:
    (tmp_path / "hijau.toml").write_text('dasar = "baku"')
    with pytest.raises(StyleError, match="yang ada: baku, hijau"):
        styles.load("ungu", tmp_path)


def test_a_style_over_a_base_changes_only_what_it_says(tmp_path: Path) -> None:
    (tmp_path / "hijau.toml").write_text(
        'dasar = "baku"\n[pohon]\nlebar_kotak = 99\n[peran.kinerja]\nisi = "#00ff00"\n'
    )
    base, own = plans.style(), styles.load("hijau", tmp_path)
    assert (own.nama, own.pohon.lebar_kotak) == ("hijau", 99.0)
    assert own.pohon.celah_tegak == base.pohon.celah_tegak
    assert own.look("kinerja").isi == "#00ff00"
    assert own.look("kinerja").garis == base.look("kinerja").garis
    assert {role for role in base.peran if own.peran[role] != base.peran[role]} == {"kinerja"}
    assert own.base_document == base.base_document


def test_a_role_without_a_look_has_that_of_the_role_above_it() -> None:
    style = plans.style()
    assert style.look("ik.taktikal") == style.look("ik")
    assert style.look("kinerja.strategis") != style.look("kinerja")
    with pytest.raises(StyleError, match="entah"):
        style.look("entah.apa")


def roles(value: object) -> Iterator[str]:
    """Yield every role that a view draws; a row's or a card's only says what it is about.

    A picture in a report is drawn in the looks of pictures.
    """
    if isinstance(value, Picture):
        return
    if isinstance(value, tuple):
        for one in value:
            yield from roles(one)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            inner = getattr(value, field.name)
            if field.name != "role":
                yield from roles(inner)
            elif not isinstance(value, TableRow | Card):
                yield inner


@pytest.mark.parametrize("name", ["seed", "lengkap"])
def test_every_role_of_every_view_has_a_look(name: str) -> None:
    style = plans.style()
    rencana = plans.seed() if name == "seed" else plans.lengkap()
    found = set()
    for document in documents():
        view = document.build(rencana, load(document.pack(rencana.identitas)))
        for role in roles(view):
            looks = style.word if isinstance(view, Report) else style
            assert looks.look(role), role
            found.add(role)
    assert len(found) > 20


def test_no_colour_is_written_in_python_but_the_papers_white_and_the_inks_black() -> None:
    for path in SRC.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        texts = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
        found = {one for text in texts if isinstance(text, str) for one in COLOUR.findall(text)}
        assert found <= {"#ffffff", "#000000"}, path


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[peran.ik]\nisi = "merah"', "warna 'merah' tidak terbaca; tulis seperti #rrggbb."),
        ('[peran.ik]\nrata = "tengahh"', "yang dikenal: kiri, tengah, kanan."),
        ('[word.peran]\nkepala = { gaya = "x", tegak = "bawah" }', "yang dikenal: atas, tengah."),
        ('[halaman_word]\nkertas = ["B7"]', "kertas 'B7' tidak dikenal; yang ada: Folio,"),
        ("[halaman_pohon]\nkertas = []", "kertas belum diisi."),
    ],
)
def test_a_value_that_nobody_can_use_is_refused(text: str, said: str, tmp_path: Path) -> None:
    assert said in refused(tmp_path, f'dasar = "baku"\n{text}')
