"""A Word file's package: emptied of the base document's text, described, packed the same always."""

from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt

from pohon_docs.looks import Sheets
from pohon_docs.styles import Style

_LANGUAGE = "id-ID"
_MAIN_PART = "word/document.xml"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_LEVEL = 3
"""How hard parts are deflated: a third of the time of level 6 for files a third larger."""
_BODY_END = b"<w:sectPr"
_FILE_END = b"</w:body></w:document>"


def opened(style: Style) -> WordDocument:
    """Return the style's base document without its text: its styles and its one section."""
    document = Document(str(style.base_document))
    clear(document.element.body, keep=1)
    return document


def set_sheet(section: Section, size: tuple[float, float], sheets: Sheets) -> None:
    """Give a section its paper, `size` in points as it lies, and the margins of `sheets`."""
    width, height = size
    section.orientation = WD_ORIENT.LANDSCAPE if width > height else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Pt(width), Pt(height)
    section.top_margin, section.bottom_margin = Mm(sheets.margin_atas), Mm(sheets.margin_bawah)
    section.left_margin, section.right_margin = Mm(sheets.margin_kiri), Mm(sheets.margin_kanan)


def section_xml(document: WordDocument, size: tuple[float, float], sheets: Sheets) -> str:
    """Return the document's section with another paper, without header and footer, as text.

    The document's own section, which is its last one, stays so.
    """
    (section,) = document.sections
    element: Any = section._sectPr
    for name in ("w:headerReference", "w:footerReference"):
        for reference in element.findall(qn(name)):
            element.remove(reference)
    set_sheet(section, size, sheets)
    return str(element.xml)


def clear(element: Any, keep: int) -> None:  # noqa: ANN401 (lxml)
    """Remove what an element holds, but for its last `keep` children."""
    for child in list(element)[: len(element) - keep]:
        element.remove(child)


def describe(document: WordDocument, title: str, author: str) -> None:
    """Give the file its title, author and language, and nothing that changes with the day."""
    properties = document.core_properties
    clear(properties._element, keep=0)
    properties.title, properties.author = title, author
    properties.language = _LANGUAGE


def packed(document: WordDocument, body: bytes, *, sectioned: bool = False) -> bytes:
    """Return the file with the body, XML text, in it; every part is dated the same.

    A `sectioned` body brings the last section, too, in place of the document's own.
    """
    saved, stream = BytesIO(), BytesIO()
    document.save(saved)
    with ZipFile(saved) as source, ZipFile(stream, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == _MAIN_PART:
                head, mark, end = content.rpartition(_BODY_END)
                content = b"".join((head, body, _FILE_END if sectioned else mark + end))
            entry = ZipInfo(name, _EPOCH)
            entry.compress_type = ZIP_DEFLATED
            target.writestr(entry, content, compresslevel=_LEVEL)
    return stream.getvalue()
