"""Paragraphs of WordprocessingML as text: names of styles become ids, text is escaped."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from html import escape

from pohon_docs.looks import WordMeasures
from pohon_docs.values import printable

TWIPS_PER_POINT = 20
_BREAK = "<w:br/>"
_SPACE = ' xml:space="preserve"'
_UNINDENTED = '<w:ind w:left="0"/>'
_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_FIELDS = {
    "{nomor}": '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>',
    "{jumlah}": '<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>1</w:t></w:r></w:fldSimple>',
}
_BOLD = "<w:rPr><w:b/><w:bCs/></w:rPr>"


@dataclass(frozen=True, slots=True)
class Ink:
    """How a report's roles are written: the style's looks, and the id of each Word style."""

    word: WordMeasures
    style_id: Callable[[str], str]
    suffix: str = ""

    def dense(self) -> "Ink":
        """Return the ink of a table's small text, whose styles have a suffix to their names."""
        return replace(self, suffix=self.word.akhiran_rapat)

    def paragraph(
        self,
        role: str,
        text: str,
        *,
        keep: bool,
        new_page: bool = False,
        unindented: bool = False,
    ) -> str:
        """Return a paragraph in a role's style; `keep` holds it on the page of the next one."""
        look = self.word.look(role)
        flow = ("<w:keepNext/>" if keep else "") + ("<w:pageBreakBefore/>" if new_page else "")
        flow += _UNINDENTED if unindented else ""
        style = f'<w:pStyle w:val="{self.style_id(look.gaya + self.suffix)}"/>'
        return f"<w:p><w:pPr>{style}{flow}</w:pPr>{run(text, bold=look.tebal)}</w:p>"

    def paragraphs(self, role: str, texts: Sequence[str], *, keep: bool) -> str:
        """Return a cell's paragraphs; a cell without text holds an empty one, as Word asks."""
        return "".join(self.paragraph(role, text, keep=keep) for text in texts or ("",))


def run(text: str, *, bold: bool = False) -> str:
    """Return a run of text as its author wrote it, line by line."""
    if not text:
        return ""
    look = _BOLD if bold else ""
    lines = (escape(printable(line), quote=False) for line in text.split("\n"))
    pieces = (f"<w:t{_SPACE if line != line.strip() else ''}>{line}</w:t>" for line in lines)
    return f"<w:r>{look}{_BREAK.join(pieces)}</w:r>"


def twips(points: float) -> int:
    """Return a length in Word's unit, the twentieth of a point."""
    return round(points * TWIPS_PER_POINT)


def footer_xml(text: str, pages: str, width: float, ink: Ink) -> str:
    """Return the footer's paragraph: `text` at the left, the page number at the right edge.

    `pages` says how a page is numbered, with the fields `{nomor}` and `{jumlah}`.
    """
    style = ink.style_id(ink.word.look("kaki").gaya)
    tabs = f'<w:tabs><w:tab w:val="right" w:pos="{twips(width)}"/></w:tabs>'
    look = f'<w:pPr><w:pStyle w:val="{style}"/>{tabs}</w:pPr>'
    return f"<w:p {_NAMESPACE}>{look}{run(text)}<w:r><w:tab/></w:r>{_numbered(pages)}</w:p>"


def _numbered(pages: str) -> str:
    """Return runs of text with Word's own fields for the page and the number of pages."""
    pieces = re.split(r"({nomor}|{jumlah})", pages)
    return "".join(_FIELDS.get(piece) or run(piece) for piece in pieces)


def header_xml(text: str, ink: Ink) -> str:
    """Return the header's paragraph that marks a draft."""
    style = ink.style_id(ink.word.look("draf").gaya)
    return f'<w:p {_NAMESPACE}><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run(text)}</w:p>'
