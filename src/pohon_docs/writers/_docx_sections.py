"""Sections of a Word file: how their pages lie and are numbered, what stands above and below."""

from docx.enum.section import WD_HEADER_FOOTER
from docx.oxml import parse_xml
from docx.section import Section

from pohon_docs.blocks import Pages, Report
from pohon_docs.styles import POINTS_PER_MM, Style
from pohon_docs.writers._docx_fields import number_format
from pohon_docs.writers._docx_xml import Ink, footer_xml, header_xml, twips

_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_REFERENCE = '<w:{kind}Reference xmlns:r="{relations}" w:type="default" r:id="{id}"/>'
_FROM_EDGE = 567
"""How far headers and footers stand from the paper's edge where the base doesn't say, in twips."""
_CARRIER = (
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    '<w:rPr><w:sz w:val="2"/></w:rPr>{section}</w:pPr></w:p>'
)


class Sections:
    """A report's sections, over the base document's own: its header is kept, its footer not."""

    def __init__(self, base: Section, report: Report, style: Style, ink: Ink) -> None:
        self._style = style
        self._report = report
        _write_sides(base, report, ink)
        self._header = _reference(base, "header")
        self._footer = _reference(base, "footer")
        self._edges = (
            twips(base.header_distance.pt) if base.header_distance else _FROM_EDGE,
            twips(base.footer_distance.pt) if base.footer_distance else _FROM_EDGE,
        )

    def width(self, pages: Pages) -> float:
        """Return the width between the margins in points."""
        sheets = self._style.word_sheets(pages.sheet)
        wide, _ = self._style.sheet(sheets.kertas[0], sheets)
        return wide - (sheets.margin_kiri + sheets.margin_kanan) * POINTS_PER_MM

    def close(self, number: int) -> str:
        """Return what ends a part: a paragraph with its section, the last part's section bare."""
        if number == len(self._report.parts) - 1:
            return self._section(number)
        return _CARRIER.format(section=self._section(number))

    def _section(self, number: int) -> str:
        """Return a section's properties in the order of the schema."""
        pages = self._report.parts[number]
        footer = self._footer if pages.numbers else ""
        return (
            f"<w:sectPr>{self._header}{footer}{self._page(pages)}"
            f'{self._numbers(number)}<w:cols w:space="708"/></w:sectPr>'
        )

    def _page(self, pages: Pages) -> str:
        sheets = self._style.word_sheets(pages.sheet)
        wide, high = map(twips, self._style.sheet(sheets.kertas[0], sheets))
        lies = ' w:orient="landscape"' if sheets.mendatar else ""
        sides = (sheets.margin_atas, sheets.margin_kanan, sheets.margin_bawah, sheets.margin_kiri)
        top, right, bottom, left = (twips(side * POINTS_PER_MM) for side in sides)
        header, footer = self._edges
        return (
            f'<w:pgSz w:w="{wide}" w:h="{high}"{lies}/>'
            f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}"'
            f' w:header="{header}" w:footer="{footer}" w:gutter="0"/>'
        )

    def _numbers(self, number: int) -> str:
        """Return how pages are numbered, from one where that differs from the part before."""
        parts = self._report.parts
        numbers = parts[number].numbers
        begins = number == 0 or parts[number - 1].numbers != numbers
        start = ' w:start="1"' if begins else ""
        return f'<w:pgNumType w:fmt="{number_format(numbers)}"{start}/>'


def _write_sides(base: Section, report: Report, ink: Ink) -> None:
    """Write the footer, and the draft's mark under what the base's header holds."""
    footer = base.footer
    footer.is_linked_to_previous = False
    for paragraph in list(footer._element):
        footer._element.remove(paragraph)
    for text in footer_xml(report.footer, report.page, ink):
        footer._element.append(parse_xml(text))
    if report.draft:
        base.header._element.append(parse_xml(header_xml(report.draft, ink)))


def _reference(base: Section, kind: str) -> str:
    """Return the reference to the base's header or footer, or nothing."""
    found = getattr(base._sectPr, f"get_{kind}Reference")(WD_HEADER_FOOTER.PRIMARY)
    if found is None:
        return ""
    return _REFERENCE.format(kind=kind, relations=_RELATIONS, id=found.rId)
