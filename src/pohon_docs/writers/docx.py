"""Report → Word: the base document's styles and page, the body written as XML text.

python-docx keeps the package (styles, header, footer, properties); the body, which can
hold thousands of cells, goes into the file as text while the zip is written.
"""

from collections.abc import Iterator
from itertools import count

from docx.document import Document as WordDocument

from pohon_docs.blocks import (
    Block,
    Caption,
    Contents,
    Emblem,
    Letterhead,
    Line,
    Pages,
    Parties,
    Report,
    Signature,
)
from pohon_docs.layout.figures import Drawn
from pohon_docs.styles import Style
from pohon_docs.views import Table
from pohon_docs.writers import ReportWriter
from pohon_docs.writers._docx_canvas import Canvas, inline
from pohon_docs.writers._docx_emblem import EmblemInk, is_emblem, letterhead_xml
from pohon_docs.writers._docx_fields import Index, contents_xml, marked, numbered
from pohon_docs.writers._docx_package import describe, opened, packed
from pohon_docs.writers._docx_sections import Sections
from pohon_docs.writers._docx_settings import ask_for_update
from pohon_docs.writers._docx_shrink import scaled
from pohon_docs.writers._docx_signature import parties_xml, signature_xml
from pohon_docs.writers._docx_styles import StyleIds
from pohon_docs.writers._docx_table import table_xml
from pohon_docs.writers._docx_xml import Ink, run, twips

__all__ = ["WRITER", "is_emblem", "write"]

_AFTER_TABLE = (
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    '<w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>'
)


def write(report: Report, style: Style) -> bytes:
    """Return the report, its column widths in points, as one .docx file.

    The same report gives the same bytes: no date of the clock is written.
    """
    document = opened(style)
    ink = Ink(style.word, StyleIds(document, style.word.nama_lain))
    describe(document, report.title, report.author)
    listed = any(isinstance(block, Contents) for block in report.blocks)
    ask_for_update(document, wished=listed and not report.places)
    written = _Body(document, report, style, ink)
    body = "".join(written.xml()).encode()  # before saving: it may bring styles in
    return packed(document, body, sectioned=True)


class _Body:
    """A report's blocks as XML, part by part."""

    def __init__(self, document: WordDocument, report: Report, style: Style, ink: Ink) -> None:
        self._report = report
        self._style = style
        self._ink = ink
        self._numbers = count(1)
        self._index = Index(report)
        self._sections = Sections(document.sections[0], report, style, ink)
        self._emblem = EmblemInk(document, report.emblem, self._numbers)

    def xml(self) -> Iterator[str]:
        """Yield all parts, each closed by its section."""
        for number, pages in enumerate(self._report.parts):
            yield from self._part(pages)
            yield self._sections.close(number)

    def _part(self, pages: Pages) -> Iterator[str]:
        """Yield some pages; a table is told to screen readers by the caption above it."""
        title = self._report.title
        width = self._sections.width(pages)
        around = (None, *pages.blocks, None)
        for before, block, after in zip(around, pages.blocks, around[2:], strict=False):
            match block:
                case Table():
                    yield from self._table(block, title, after, width)
                case Signature() if not isinstance(before, Table):
                    yield from signature_xml(block, width, self._ink)
                case Drawn():
                    yield self._drawn(block)
                case Caption(number, text):
                    title = f"{number} {text}".strip()
                    yield self._caption(block)
                case Contents():
                    yield self._heading("judul_daftar", block.title, block, new_page=bool(before))
                    yield from contents_xml(block, self._index, twips(width), self._ink)
                case Line():
                    yield self._line(block)
                case _:
                    yield from self._letter(block, width)

    def _letter(self, block: Block, width: float) -> Iterator[str]:
        """Yield what letters and covers have: emblem, head, two signatures."""
        match block:
            case Emblem():
                picture = self._emblem.run(self._ink.word.lebar_lambang)
                yield self._ink.filled("lambang", picture)
            case Letterhead():
                yield from letterhead_xml(block, width, self._emblem, self._ink)
            case Parties():
                yield from parties_xml(block, width, self._ink)

    def _line(self, line: Line) -> str:
        return self._heading(line.role, line.text, line, new_page=line.new_page)

    def _heading(self, role: str, text: str, block: Block, *, new_page: bool) -> str:
        """Return a paragraph held to the next one, with a bookmark where a list names it."""
        inside = run(text, bold=self._ink.word.look(role).tebal)
        inside = marked(inside, self._index.at(block))
        return self._ink.filled(role, inside, keep=True, new_page=new_page)

    def _caption(self, caption: Caption) -> str:
        """Return a caption: a table's is held to it, a picture's below it to nothing."""
        inside = marked(numbered(caption), self._index.at(caption))
        if caption.kind == "gambar":
            return self._ink.filled("keterangan_gambar", inside)
        return self._ink.filled("keterangan", inside, keep=True)

    def _drawn(self, picture: Drawn) -> str:
        """Return a picture in a paragraph of its own, held to its caption."""
        page = scaled(picture.page, picture.factor)
        canvas = Canvas(page, self._numbers, self._style)
        caption = picture.caption
        name = f"{caption.number} {caption.text}".strip()
        return self._ink.filled(
            "gambar", f"<w:r>{inline(canvas, name, picture.alt)}</w:r>", keep=True
        )

    def _table(self, table: Table, title: str, after: Block | None, width: float) -> Iterator[str]:
        """Yield a table with the signature that follows it, and the paragraph Word wants behind."""
        foot = ""
        if isinstance(after, Signature):
            foot = "".join(signature_xml(after, width, self._ink))
        yield from table_xml(table, title, foot, self._ink)
        if not isinstance(after, Line | Caption):  # a paragraph of its own may need an empty page
            yield _AFTER_TABLE


WRITER = ReportWriter(ending="docx", write=write)
