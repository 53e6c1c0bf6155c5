"""The emblem as a picture in a line, and the head of a letter that bears it."""

import struct
from collections.abc import Iterator
from io import BytesIO

from docx.document import Document as WordDocument
from docx.image.exceptions import (
    InvalidImageStreamError,
    UnexpectedEndOfFileError,
    UnrecognizedImageError,
)
from docx.image.image import Image

from pohon_docs.blocks import Letterhead
from pohon_docs.writers._docx_xml import NO_BORDERS, Ink, twips

_EMU_PER_POINT = 12_700
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ENDINGS = {"image/png": b"IEND\xaeB`\x82", "image/jpeg": b"\xff\xd9"}
"""What a whole file ends with, by its kind; nothing else can be an emblem."""
_PICTURE = (
    '<w:r><w:drawing><wp:inline xmlns:wp="{drawing}/wordprocessingDrawing"'
    ' distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{wide}" cy="{high}"/>'
    '<wp:docPr id="{number}" name="Lambang {number}" descr="Lambang"/>'
    '<a:graphic xmlns:a="{drawing}/main"><a:graphicData uri="{drawing}/picture">'
    '<pic:pic xmlns:pic="{drawing}/picture"><pic:nvPicPr>'
    '<pic:cNvPr id="{number}" name="Lambang {number}"/><pic:cNvPicPr/></pic:nvPicPr>'
    '<pic:blipFill><a:blip xmlns:r="{relations}" r:embed="{id}"/>'
    "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
    '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)


def is_emblem(content: bytes) -> bool:
    """Tell whether a file is a whole PNG or JPEG picture."""
    try:
        image = Image.from_blob(content)
        sized = image.px_width > 0 and image.px_height > 0
    except (
        InvalidImageStreamError,
        UnexpectedEndOfFileError,
        UnrecognizedImageError,
        struct.error,
        LookupError,
        ValueError,
    ):
        return False
    ending = _ENDINGS.get(image.content_type)
    return sized and ending is not None and content.rstrip(b"\0\r\n").endswith(ending)


class EmblemInk:
    """A report's emblem in a document, drawn wherever it is asked for, each with its number."""

    def __init__(self, document: WordDocument, content: bytes, numbers: Iterator[int]) -> None:
        self._id, self._image = "", None
        self._numbers = numbers
        if content:
            self._id, self._image = document.part.get_or_add_image(BytesIO(content))

    def run(self, width: float) -> str:
        """Return a run with the emblem, `width` points wide; nothing where there is none."""
        if self._image is None:
            return ""
        wide = round(width * _EMU_PER_POINT)
        return _PICTURE.format(
            drawing=_DRAWING,
            relations=_RELATIONS,
            id=self._id,
            number=next(self._numbers),
            wide=wide,
            high=round(wide * self._image.px_height / self._image.px_width),
        )


def letterhead_xml(block: Letterhead, width: float, emblem: EmblemInk, ink: Ink) -> Iterator[str]:
    """Yield a letter's head: the emblem beside its lines, a rule below over the whole width."""
    lines = "".join(ink.paragraph(line.role, line.text, keep=True) for line in block.lines)
    picture = emblem.run(ink.word.lebar_lambang_kop)
    if picture:
        side = twips(ink.word.lebar_lambang_kop + 2 * ink.word.jarak_mendatar)
        yield from _beside(picture, lines, side, twips(width), ink)
    else:
        yield lines
    yield ink.paragraph("kop_garis", "")


def _beside(picture: str, lines: str, side: int, width: int, ink: Ink) -> Iterator[str]:
    """Yield an unruled table: the picture, the lines, and as much room at their other side."""
    style = ink.style_id(ink.word.gaya_tabel)
    columns = (side, width - 2 * side, side)
    cells = (ink.filled("kop_alamat", picture), lines, ink.paragraph("kop_alamat", ""))
    yield f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{width}" w:type="dxa"/>'
    yield f'<w:tblBorders>{NO_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
    grid = "".join(f'<w:gridCol w:w="{wide}"/>' for wide in columns)
    yield f"<w:tblGrid>{grid}</w:tblGrid>"
    yield "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
    for wide, inside in zip(columns, cells, strict=True):
        look = f'<w:tcW w:w="{wide}" w:type="dxa"/><w:vAlign w:val="center"/>'
        yield f"<w:tc><w:tcPr>{look}</w:tcPr>{inside}</w:tc>"
    yield "</w:tr></w:tbl>"
