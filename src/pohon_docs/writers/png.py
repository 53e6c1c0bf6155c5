"""Scene → PNG, drawn from its PDF by PDFium, so that both look the same.

The file is put together here: an image library tries five filters on every row, which
takes flat pictures like ours twice the time and leaves them larger than no filter does.
"""

import struct
import zlib
from collections.abc import Iterator

from pohon_docs.layout.scene import Scene
from pohon_docs.pdfium import Raster, drawn
from pohon_docs.styles import Style
from pohon_docs.writers import PictureWriter, pdf

_POINTS_PER_INCH = 72
_INCHES_PER_METRE = 1 / 0.0254
_COMPRESSION = 3
"""zlib's level: level 6 takes twice as long for files a sixth smaller."""
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_COLOUR = (8, 2, 0, 0, 0)
"""Eight bits a channel, red green blue; the standard's compression, filters and row order."""
_UNFILTERED = b"\0"
_METRE = 1


def write(scene: Scene, style: Style) -> tuple[bytes, ...]:
    """Return a PNG file for each page of the scene, at the style's resolution."""
    (content,) = pdf.write(scene, style)
    return tuple(redraw(content, style))


def redraw(content: bytes, style: Style) -> Iterator[bytes]:
    """Yield a PNG file for each page of a scene's PDF, each when it is asked for."""
    dots = style.resolusi_png
    for page in drawn(content, dots / _POINTS_PER_INCH):
        yield _file(page, dots)


def _file(page: Raster, dots: int) -> bytes:
    """Return a picture as a PNG file (PNG specification, third edition)."""
    size = struct.pack(">II5B", page.width, page.height, *_COLOUR)
    density = round(dots * _INCHES_PER_METRE)
    pieces = (
        (b"IHDR", size),
        (b"pHYs", struct.pack(">IIB", density, density, _METRE)),
        (b"IDAT", _pressed(page)),
        (b"IEND", b""),
    )
    return _SIGNATURE + b"".join(_chunk(kind, data) for kind, data in pieces)


def _pressed(page: Raster) -> bytes:
    """Press the pixels row by row, without the bytes that fill a row up in memory.

    A large sheet's pixels take as much memory as its whole document; they are never copied.
    """
    wide = page.width * page.channels
    press = zlib.compressobj(_COMPRESSION)
    pieces: list[bytes] = []
    for start in range(0, page.height * page.stride, page.stride):
        pieces.append(press.compress(_UNFILTERED))
        pieces.append(press.compress(page.pixels[start : start + wide]))
    return b"".join((*pieces, press.flush()))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


WRITER = PictureWriter(
    ending="png", write=write, per_page=True, source=pdf.WRITER.ending, redraw=redraw
)
