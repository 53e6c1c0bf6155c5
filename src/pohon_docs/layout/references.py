"""What a box says in a part of a tree: all of it, or its title and where it goes on."""

from collections.abc import Sequence

from pohon_docs.layout.panels import text_size
from pohon_docs.layout.scene import Face
from pohon_docs.layout.subtree import Shown, Twig
from pohon_docs.layout.text import clipped
from pohon_docs.styles import Style
from pohon_docs.views import Box, Paragraph, Part, Words

PATH = "jalur"
_TITLE, _PLACE, _LIST = "lanjut", "lanjut.halaman", "peta"
_BULLET = "– "


def parts_of(
    twig: Twig,
    box: Box,
    below: Sequence[Box],
    words: Words,
    page: str,
    wide: float,
    style: Style,
) -> tuple[Part, ...]:
    """Return the parts of a twig's box, `wide` points wide, whose node stands on `page`.

    `below` are the boxes that hang from it, for an overview that lists them.

    Without a page, a reference within one picture says no more than its text.
    """
    if twig.shown is Shown.FULL:
        at = (Part(_PLACE, (Paragraph(words.at.format(nomor=page)),)),)
        return (*box.parts, *at) if box.reference and page else box.parts
    place = words.back if twig.shown is Shown.BACK else words.onward
    leads = Part(_PLACE, (Paragraph(place.format(nomor=page)),))
    if twig.shown is Shown.MORE:
        return (leads,)
    name = title(box, _TITLE, wide, style.pohon_halaman.baris_rujukan, style)
    if twig.shown is not Shown.MAP or not below:
        return (name, leads)
    names = (title(one, _LIST, wide, 1, style, _BULLET).paragraphs[0] for one in below)
    return (name, Part(_LIST, tuple(names)), leads)


def title(box: Box, role: str, wide: float, lines: int, style: Style, prefix: str = "") -> Part:
    """Return a box's title in a small role, clipped to so many lines."""
    look = style.look(role)
    room = wide - 2 * look.jarak
    text = " ".join(paragraph.text for paragraph in box.parts[0].paragraphs)
    short = clipped(f"{prefix}{text}", Face(look.muka), text_size(look, 0.0), room, lines)
    return Part(role, (Paragraph(short),))
