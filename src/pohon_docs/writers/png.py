"""One page of a scene → PNG, drawn from its PDF by PDFium, so that both look the same."""

from io import BytesIO

from pypdfium2 import PdfDocument

from pohon_docs.layout.scene import Scene
from pohon_docs.styles import Style
from pohon_docs.writers import PictureWriter, pdf

_POINTS_PER_INCH = 72
_COMPRESSION = 3
"""zlib's level: level 6 takes half as long again for files 4 % smaller."""


def write(scene: Scene, style: Style) -> bytes:
    """Return the scene's only page as a PNG file at the style's resolution."""
    document = PdfDocument(pdf.write(scene, style))
    dots = style.resolusi_png
    image = document[0].render(scale=dots / _POINTS_PER_INCH).to_pil()
    stream = BytesIO()
    image.save(stream, "PNG", compress_level=_COMPRESSION, dpi=(dots, dots))
    document.close()
    return stream.getvalue()


WRITER = PictureWriter(ending="png", write=write, per_page=True)
