"""PDF files as PDFium reads them: their pages as pixels, and where their names lead."""

import ctypes
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pypdfium2 import PdfDocument
from pypdfium2 import raw as pdfium


@dataclass(frozen=True, slots=True)
class Raster:
    """A page drawn as pixels: `stride` bytes a row, of which `width` pixels of `channels` count.

    The pixels are PDFium's own, and there until the next page is drawn.
    """

    width: int
    height: int
    stride: int
    channels: int
    pixels: memoryview


def drawn(content: bytes, scale: float) -> Iterator[Raster]:
    """Yield every page of a PDF as pixels in the order red, green, blue; `scale` is per point."""
    document = PdfDocument(content)
    for page in document:
        one = page.render(scale=scale, rev_byteorder=True)
        pixels = memoryview(one.buffer).cast("B")
        yield Raster(one.width, one.height, one.stride, one.n_channels, pixels)
        pixels.release()
        one.close()
        page.close()
    document.close()


def destinations(content: bytes) -> Mapping[str, int]:
    """Return the page, from 1, to which each name of a PDF leads."""
    document = PdfDocument(content)
    found: dict[str, int] = {}
    for number in range(pdfium.FPDF_CountNamedDests(document.raw)):
        size = ctypes.c_long(0)
        pdfium.FPDF_GetNamedDest(document.raw, number, None, size)
        name = ctypes.create_string_buffer(size.value)
        place = pdfium.FPDF_GetNamedDest(document.raw, number, name, size)
        text = name.raw.decode("utf-16-le").rstrip("\0")
        found[text] = pdfium.FPDFDest_GetDestPageIndex(document.raw, place) + 1
    document.close()
    return found


def length(content: bytes) -> int:
    """Return how many pages a PDF has."""
    document = PdfDocument(content)
    pages = len(document)
    document.close()
    return pages
