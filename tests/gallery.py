"""The gallery: every case built, every page of every document as a picture on one page.

`make contoh` writes it to contoh/; the pictures of README and guide are taken from it, so that
they show what the program makes today. Word files and sheets need LibreOffice, pages of the
browser Chromium; without them their pictures are left out, and the page says so.
"""

import html
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from pypdfium2 import PdfDocument

import books
from pohon_docs.batch import build_all
from pohon_docs.batching.manifest import FRONT
from pohon_docs.batching.settling import Options
from pohon_docs.batching.task import Asked
from pohon_docs.paging import program

OUTPUT, ALL = "output", "semua unit"
HERE = Path(__file__).parent
ROOT = HERE.parent
_WIDE = 1400
"""Pixels of a picture's width; the page shows it smaller."""
_CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
_QUIET = (
    *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    "--hide-scrollbars",
)
_OFFICE = (".docx", ".xlsx")
_PAGE = """<!doctype html>
<html lang="id"><head><meta charset="utf-8"><title>Galeri</title>
<style>
body {{ font: 15px/1.5 sans-serif; margin: 2rem; color: #1f2937; background: #f5f8fb }}
section {{ margin-bottom: 3rem }}
.halaman {{ display: flex; flex-wrap: wrap; gap: 1rem }}
figure {{ margin: 0; width: 23rem; background: #fff; border: 1px solid #d5deea; padding: .5rem }}
img {{ width: 100% }}
figcaption {{ font-size: .85rem }}
</style></head><body><h1>Galeri</h1>
<p>{said}</p>
<nav>{links}</nav>
{sections}
</body></html>
"""


@dataclass(frozen=True)
class Picture:
    """A page of a document as a picture: the document's file, the page from 1, the picture's."""

    file: Path
    page: int
    image: Path


def cases() -> dict[str, Path]:
    """Return every case's workbook or text by its name, the plan of input/ first."""
    own = {path.stem: path for path in sorted((ROOT / "input").glob("*.xlsx"))}
    files = sorted((HERE / "cases").glob("*/*.xlsx")) + sorted((HERE / "cases").glob("*/*.txt"))
    return own | {f"{path.parent.name}-{path.stem}": path for path in files}


def gallery(place: Path, found: dict[str, Path]) -> dict[str, list[Picture]]:
    """Build every case into a folder and draw its pages; the page that shows them is index.html."""
    output = place / OUTPUT
    shown = {name: _drawn(_built(name, path, place)) for name, path in found.items()}
    shown[ALL] = list(_pages(output / FRONT, None, output))
    sections = "\n".join(_section(name, pictures, place) for name, pictures in shown.items())
    links = " · ".join(_link(name, pictures) for name, pictures in shown.items())
    page = _PAGE.format(said=html.escape(_said()), links=links, sections=sections)
    (place / "index.html").write_text(page, encoding="utf-8")
    return shown


def _said() -> str:
    """Say what is shown, and what this machine can't show."""
    missing = [] if program() else ["LibreOffice (dokumen Word dan lembar)"]
    missing += [] if _chromium() else ["Chromium (halaman peramban)"]
    lacking = f"Tidak digambar, karena tidak terpasang: {', '.join(missing)}." if missing else ""
    return f"Setiap halaman yang dibuat dari setiap kasus uji. {lacking}".strip()


def _built(name: str, source: Path, place: Path) -> Path:
    """Build one case; returns the folder of its outputs."""
    inputs = place / "input"
    inputs.mkdir(parents=True, exist_ok=True)
    workbook = inputs / f"{name}.xlsx"
    if source.suffix == ".txt":
        books.book(inputs, source.read_text(encoding="utf-8"), workbook.name)
    else:
        shutil.copyfile(source, workbook)
    options = Options(place / OUTPUT, ROOT / "styles", Asked(soffice=program()))
    (outcome,) = build_all((workbook,), options)
    return outcome.folder


def _drawn(folder: Path) -> list[Picture]:
    """Draw every page of every document in a folder of outputs."""
    into = folder / "gambar"
    into.mkdir(exist_ok=True)
    files = [file for file in sorted(folder.iterdir()) if file.is_file()]
    with TemporaryDirectory() as place:
        printed = _printed(files, Path(place))
        return [picture for file in files for picture in _pages(file, printed.get(file), into)]


def _printed(files: Sequence[Path], place: Path) -> dict[Path, Path]:
    """Print Word files and sheets, each kind in one start of LibreOffice; return the PDFs."""
    found: dict[Path, Path] = {}
    for suffix in _OFFICE if program() else ():
        own = [file for file in files if file.suffix == suffix]
        if own:
            _converted(own, place / suffix)
        found |= {file: place / suffix / f"{file.stem}.pdf" for file in own}
    return found


def _pages(file: Path, printed: Path | None, into: Path) -> Iterator[Picture]:
    """Yield the pictures of one document's pages, of a file of an office program as printed."""
    if file.suffix == ".pdf" or printed:
        yield from _of_pdf(printed or file, file, into)
    elif file.suffix == ".html" and _chromium():
        image = into / f"{file.name}.png"
        sheet = f"--screenshot={image}"
        call = [_chromium(), *_QUIET, sheet, "--window-size=1366,900", file.as_uri()]
        subprocess.run(call, check=True, capture_output=True, timeout=60)
        yield Picture(file, 1, image)


def _converted(files: Sequence[Path], folder: Path) -> None:
    profile = f"-env:UserInstallation={folder.as_uri()}/profil"
    call = [program(), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*call, *map(str, files)], check=True, capture_output=True, timeout=300)


def _of_pdf(pdf: Path, file: Path, into: Path) -> Iterator[Picture]:
    document = PdfDocument(pdf)
    for number, page in enumerate(document, start=1):
        image = into / f"{file.name}-{number}.png"
        page.render(scale=_WIDE / page.get_width()).to_pil().save(image)
        yield Picture(file, number, image)
    document.close()


def _chromium() -> str:
    return next((path for name in _CHROMIUM if (path := shutil.which(name))), "")


def _link(name: str, pictures: Sequence[Picture]) -> str:
    return f'<a href="#{_anchor(name)}">{html.escape(name)}</a> ({len(pictures)})'


def _anchor(name: str) -> str:
    return html.escape(name.replace(" ", "-"))


def _section(name: str, pictures: Sequence[Picture], place: Path) -> str:
    figures = "\n".join(_figure(picture, place) for picture in pictures)
    head = f'<section id="{_anchor(name)}"><h2>{html.escape(name)}</h2>'
    return f'{head}<div class="halaman">{figures}</div></section>'


def _figure(picture: Picture, place: Path) -> str:
    said = html.escape(f"{picture.file.name}, halaman {picture.page}")
    source, whole = (
        html.escape(path.relative_to(place).as_posix()) for path in (picture.image, picture.file)
    )
    image = f'<a href="{source}"><img loading="lazy" src="{source}" alt="{said}"></a>'
    return f'<figure>{image}<figcaption><a href="{whole}">{said}</a></figcaption></figure>'


def chosen(shown: dict[str, list[Picture]], into: Path) -> None:
    """Copy the pictures that README and guide show, cut and scaled as gallery.toml says."""
    asked = tomllib.loads((HERE / "gallery.toml").read_text(encoding="utf-8"))
    for name, one in asked.items():
        pictures = {(each.file.name, each.page): each.image for each in shown[one["kasus"]]}
        image = Image.open(pictures[one["berkas"], one["halaman"]])
        high = round(image.height * one.get("tinggi", 1.0))
        cut = image.crop((0, 0, image.width, high))
        wide = one["lebar"]
        small = cut.resize((wide, round(cut.height * wide / cut.width)), Image.Resampling.LANCZOS)
        small.convert("P", palette=Image.Palette.ADAPTIVE).save(into / f"{name}.png", optimize=True)


if __name__ == "__main__":
    target = ROOT / "contoh"
    shutil.rmtree(target, ignore_errors=True)
    made = gallery(target, cases())
    if "--gambar" in sys.argv:
        chosen(made, ROOT / "docs" / "gambar")
    print(f"{sum(map(len, made.values()))} gambar → {target / 'index.html'}")
