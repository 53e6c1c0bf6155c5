"""Signatures as WordprocessingML: one at the right, or two parties' side by side."""

from collections.abc import Iterator

from pohon_docs.views import Parties, Signature
from pohon_docs.writers._docx_xml import Ink, twips

_NO_BORDERS = "".join(
    f'<w:{side} w:val="nil"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def signature_xml(block: Signature, ink: Ink, *, centred: bool = False) -> Iterator[str]:
    """Yield a signature's lines, each but the last kept to the next.

    They stand at the right of the page, as their Word style says, or `centred` in their cell.
    """
    lines = [
        ("tanda_tangan", ""),
        ("tanda_tangan", block.place_and_date),
        ("tanda_tangan", block.office),
        ("tanda_tangan.nama", block.name),
        *(("tanda_tangan", text) for text in (block.rank, block.nip) if text),
    ]
    for number, (role, text) in enumerate(lines, start=1):
        yield ink.paragraph(role, text, keep=number < len(lines), unindented=centred)


def parties_xml(block: Parties, width: float, ink: Ink) -> Iterator[str]:
    """Yield two signatures beside each other in an unruled table as wide as the page."""
    half, whole = twips(width) // 2, twips(width) // 2 * 2
    style = ink.style_id(ink.word.gaya_tabel)
    yield f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{whole}" w:type="dxa"/>'
    yield f'<w:tblBorders>{_NO_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
    column = f'<w:gridCol w:w="{half}"/>'
    yield f"<w:tblGrid>{column * 2}</w:tblGrid><w:tr>"
    yield "<w:trPr><w:cantSplit/></w:trPr>"
    for side in (block.left, block.right):
        lines = "".join(signature_xml(side, ink, centred=True))
        yield f'<w:tc><w:tcPr><w:tcW w:w="{half}" w:type="dxa"/></w:tcPr>{lines}</w:tc>'
    yield "</w:tr></w:tbl>"
