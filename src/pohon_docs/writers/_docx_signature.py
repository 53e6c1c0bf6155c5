"""Signatures as WordprocessingML: one at the right, or two parties' side by side."""

from collections.abc import Iterator

from pohon_docs.blocks import Parties, Signature
from pohon_docs.writers._docx_xml import NO_BORDERS, Ink, twips


def signature_xml(block: Signature, width: float, ink: Ink) -> Iterator[str]:
    """Yield a signature's lines at the right of `width` points, each but the last kept to the next.

    A style says how broad they are; where there is no more room than that, they fill it.
    """
    left = twips(max(width - ink.word.lebar_tanda_tangan, 0.0))
    lines = [
        ("tanda_tangan", ""),
        ("tanda_tangan", block.place_and_date),
        ("tanda_tangan", block.office),
        ("tanda_tangan.nama", block.name),
        *(("tanda_tangan", text) for text in (block.rank, block.nip) if text),
    ]
    for number, (role, text) in enumerate(lines, start=1):
        yield ink.paragraph(role, text, keep=number < len(lines), left=left)


def parties_xml(block: Parties, width: float, ink: Ink) -> Iterator[str]:
    """Yield two signatures beside each other in an unruled table as wide as the page."""
    half, whole = twips(width) // 2, twips(width) // 2 * 2
    style = ink.style_id(ink.word.gaya_tabel)
    yield f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{whole}" w:type="dxa"/>'
    yield f'<w:tblBorders>{NO_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
    column = f'<w:gridCol w:w="{half}"/>'
    yield f"<w:tblGrid>{column * 2}</w:tblGrid><w:tr>"
    yield "<w:trPr><w:cantSplit/></w:trPr>"
    for side in (block.left, block.right):
        lines = "".join(signature_xml(side, 0.0, ink))
        yield f'<w:tc><w:tcPr><w:tcW w:w="{half}" w:type="dxa"/></w:tcPr>{lines}</w:tc>'
    yield "</w:tr></w:tbl>"
