"""Scene → PNG, drawn from its PDF by PDFium, so that both look the same."""

from io import BytesIO

from pypdfium2 import PdfDocument, PdfPage

from pohon_docs.layout.scene import Scene
from pohon_docs.styles import Style
from pohon_docs.writers import PictureWriter, pdf

_POINTS_PER_INCH = 72
_COMPRESSION = 3
"""zlib's level: level 6 takes half as long again for files 4 % smaller."""


def write(scene: Scene, style: Style) -> tuple[bytes, ...]:
    """Return a PNG file for each page of the scene, at the style's resolution."""
    (content,) = pdf.write(scene, style)
    document = PdfDocument(content)
    files = tuple(_file(page, style.resolusi_png) for page in document)
    document.close()
    return files


def _file(page: PdfPage, dots: int) -> bytes:
    picture = page.render(scale=dots / _POINTS_PER_INCH, rev_byteorder=True).to_pil()
    stream = BytesIO()
    picture.save(stream, "PNG", compress_level=_COMPRESSION, dpi=(dots, dots))
    return stream.getvalue()


WRITER = PictureWriter(ending="png", write=write, per_page=True)
