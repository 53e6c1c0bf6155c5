"""On which page of a Word file its headings and captions stand, by LibreOffice where it is there.

Word counts pages only when it lays a file out; LibreOffice does so unseen. It is optional: a
file whose pages nobody counted asks Word to do it.
"""

import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pohon_docs.fonts

ANYWHERE = "soffice"
"""LibreOffice's program on a machine that isn't this one."""
_PROGRAMS = (ANYWHERE, "libreoffice")
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
)
"""Where LibreOffice stands on systems that don't put it on the path."""
_AS_PDF = (
    'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}'
)
_LONGEST = 180.0
"""Seconds after which a file is given up."""


def program() -> str:
    """Return LibreOffice's program on this machine; empty where there is none."""
    found = (shutil.which(name) for name in (*_PROGRAMS, *_PLACES))
    return next((path for path in found if path), "")


@dataclass(frozen=True, slots=True)
class Paging:
    """How many pages a Word file has, and the page, from 1, of each of its bookmarks by name."""

    pages: int = 0
    places: tuple[int, ...] = ()


def paged(content: bytes, soffice: str) -> Paging:
    """Return the pages of a .docx file; none where LibreOffice doesn't lay it out."""
    from pohon_docs import pdfium  # noqa: PLC0415 (a library that others don't need)

    with TemporaryDirectory() as folder:
        source = Path(folder) / "laporan.docx"
        source.write_bytes(content)
        profile = f"-env:UserInstallation={Path(folder).as_uri()}/profil"
        command = [soffice, profile, "--headless", "--convert-to", _AS_PDF, "--outdir", folder]
        try:
            subprocess.run(
                [*command, str(source)],
                check=True,
                capture_output=True,
                timeout=_LONGEST,
                env=_environment(Path(folder)),
            )
            made = source.with_suffix(".pdf").read_bytes()
        except (OSError, subprocess.SubprocessError):
            return Paging()
    found = pdfium.destinations(made)
    return Paging(pdfium.length(made), tuple(page for _, page in sorted(found.items())))


def _environment(folder: Path) -> Mapping[str, str]:
    """Return an environment in which the bundled font stands in for Arial where there is none."""
    shutil.copytree(Path(pohon_docs.fonts.__file__).parent, folder / "fonts")
    return os.environ | {"XDG_DATA_HOME": str(folder)}
