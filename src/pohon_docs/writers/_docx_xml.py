"""Paragraphs of WordprocessingML as text: names of styles become ids, text is escaped."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape

from pohon_docs.looks import WordMeasures
from pohon_docs.values import printable

TWIPS_PER_POINT = 20
NO_BORDERS = "".join(
    f'<w:{side} w:val="nil"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
"""An unruled table's borders."""
_BREAK = "<w:br/>"
_TAB = "<w:tab/>"
_SPACE = ' xml:space="preserve"'
_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_FIELDS = {
    "{nomor}": '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>',
    "{jumlah}": '<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>1</w:t></w:r></w:fldSimple>',
}
_BOLD, _STRUCK = "<w:b/><w:bCs/>", "<w:strike/>"


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
        keep: bool = False,
        new_page: bool = False,
        left: int | None = None,
    ) -> str:
        """Return a paragraph in a role's style; `keep` holds it on the page of the next one."""
        look = self.word.look(role)
        inside = run(text, bold=look.tebal, struck=look.coret)
        return self.filled(role, inside, keep=keep, new_page=new_page, left=left)

    def filled(
        self,
        role: str,
        inside: str,
        *,
        keep: bool = False,
        new_page: bool = False,
        tabs: str = "",
        left: int | None = None,
    ) -> str:
        """Return a paragraph of runs that are XML already; `left` is its indent in twips."""
        flow = ("<w:keepNext/>" if keep else "") + ("<w:pageBreakBefore/>" if new_page else "")
        look = self.word.look(role)
        left = twips(look.inden) if left is None and look.inden else left
        indent = "" if left is None else f'<w:ind w:left="{left}"/>'
        style = f'<w:pStyle w:val="{self.style_id(look.gaya + self.suffix)}"/>'
        return f"<w:p><w:pPr>{style}{flow}{tabs}{indent}</w:pPr>{inside}</w:p>"

    def paragraphs(self, role: str, texts: Sequence[str], *, keep: bool) -> str:
        """Return a cell's paragraphs; a cell without text holds an empty one, as Word asks."""
        return "".join(self.paragraph(role, text, keep=keep) for text in texts or ("",))


def run(text: str, *, bold: bool = False, struck: bool = False) -> str:
    """Return a run of text as its author wrote it, line by line."""
    if not text:
        return ""
    told = f"{_BOLD if bold else ''}{_STRUCK if struck else ''}"
    look = f"<w:rPr>{told}</w:rPr>" if told else ""
    lines = (_TAB.join(map(_words, line.split("\t"))) for line in text.split("\n"))
    return f"<w:r>{look}{_BREAK.join(lines)}</w:r>"


def _words(text: str) -> str:
    """Return text without breaks and tabs, its blanks at either end kept."""
    words = escape(printable(text), quote=False)
    return f"<w:t{_SPACE if words != words.strip() else ''}>{words}</w:t>"


def twips(points: float) -> int:
    """Return a length in Word's unit, the twentieth of a point."""
    return round(points * TWIPS_PER_POINT)


def footer_xml(text: str, pages: str, ink: Ink) -> Iterator[str]:
    """Yield the footer's paragraphs: the page's number, and `text` under it.

    `pages` says how a page is numbered, with the fields `{nomor}` and `{jumlah}`.
    """
    yield _alone(ink.filled("kaki", _numbered(pages)))
    yield _alone(ink.paragraph("kaki_nama", text))


def _alone(paragraph: str) -> str:
    """Return a paragraph that can be parsed by itself."""
    return paragraph.replace("<w:p>", f"<w:p {_NAMESPACE}>", 1)


def _numbered(pages: str) -> str:
    """Return runs of text with Word's own fields for the page and the number of pages."""
    pieces = re.split(r"({nomor}|{jumlah})", pages)
    return "".join(_FIELDS.get(piece) or run(piece) for piece in pieces)


def header_xml(text: str, ink: Ink) -> str:
    """Return the header's paragraph that marks a draft."""
    return _alone(ink.paragraph("draf", text))
