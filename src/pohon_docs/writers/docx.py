"""Report → Word: the base document's styles and page, the body written as XML text.

python-docx keeps the package (styles, header, footer, properties); the body, which can
hold thousands of cells, goes into the file as text while the zip is written.
"""

from collections.abc import Iterator

from docx.oxml import parse_xml
from docx.section import Section

from pohon_docs.styles import Style
from pohon_docs.views import Block, Caption, Line, Parties, Report, Signature, Table
from pohon_docs.writers import ReportWriter
from pohon_docs.writers._docx_package import clear, describe, opened, packed, set_sheet
from pohon_docs.writers._docx_signature import parties_xml, signature_xml
from pohon_docs.writers._docx_styles import StyleIds
from pohon_docs.writers._docx_table import table_xml
from pohon_docs.writers._docx_xml import Ink, footer_xml, header_xml

_AFTER_TABLE = (
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    '<w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>'
)


def write(report: Report, style: Style) -> bytes:
    """Return the report, its column widths in points, as one .docx file.

    The same report gives the same bytes: no date of the clock is written.
    """
    document = opened(style)
    ink = Ink(style.word, StyleIds(document))
    sheets = style.halaman_word
    set_sheet(document.sections[0], style.sheet(sheets.kertas[0], sheets), sheets)
    width = _width(document.sections[0])
    _head_and_foot(document.sections[0], report, width, ink)
    describe(document, report.title, report.author)
    body = "".join(_body(report, width, ink)).encode()  # before saving: it may bring styles in
    return packed(document, body)


def _width(section: Section) -> float:
    """Return the width between the margins in points."""
    sides = (section.page_width, section.left_margin, section.right_margin)
    width, left, right = (side.pt if side else 0.0 for side in sides)
    return width - left - right


def _head_and_foot(section: Section, report: Report, width: float, ink: Ink) -> None:
    """Write the footer, and the draft's mark under what the base's header holds."""
    text = footer_xml(report.footer, report.page, width, ink)
    clear(section.footer._element, keep=0)
    section.footer._element.append(parse_xml(text))
    if report.draft:
        section.header._element.append(parse_xml(header_xml(report.draft, ink)))


def _body(report: Report, width: float, ink: Ink) -> Iterator[str]:
    """Yield the blocks as XML; a table is told to screen readers by the caption above it.

    `width` is the page's between its margins, in points.
    """
    title = report.title
    around = (None, *report.blocks, None)
    for before, block, after in zip(around, report.blocks, around[2:], strict=False):
        match block:
            case Line(role, text, new_page):
                yield ink.paragraph(role, text, keep=True, new_page=new_page)
            case Caption(number, text):
                title = f"{number} {text}".strip()
                yield ink.paragraph("keterangan_nomor", number, keep=True)
                yield ink.paragraph("keterangan", text, keep=True)
            case Table():
                yield from _table(block, title, after, ink)
            case Parties():
                yield from parties_xml(block, width, ink)
            case Signature() if not isinstance(before, Table):
                yield from signature_xml(block, ink)


def _table(table: Table, title: str, after: Block | None, ink: Ink) -> Iterator[str]:
    """Yield a table with the signature that follows it, and the paragraph Word wants last."""
    foot = "".join(signature_xml(after, ink)) if isinstance(after, Signature) else ""
    yield from table_xml(table, title, foot, ink)
    yield _AFTER_TABLE


WRITER = ReportWriter(ending="docx", write=write)
