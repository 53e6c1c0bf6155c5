"""Notes at cells: the part with their words, and the drawing that Excel shows them in."""

import re
from collections.abc import Iterator, Mapping, Sequence
from math import ceil
from xml.sax.saxutils import escape

from pohon_docs.spreadsheet._cells import Place
from pohon_docs.spreadsheet._splice import (
    ODD,
    Edit,
    Element,
    UnmarkableError,
    appended,
    elements,
    named,
    spliced,
)

_AUTHOR = "pohon-docs"
_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NO_NOTES = _HEAD + (
    b'<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    b"<authors/><commentList/></comments>"
)
NO_DRAWING = (
    b'<xml xmlns:v="urn:schemas-microsoft-com:vml" '
    b'xmlns:o="urn:schemas-microsoft-com:office:office" '
    b'xmlns:x="urn:schemas-microsoft-com:office:excel">'
    b'<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>'
)
# Names are bound at each shape: a drawing of another program may bind others.
_BOUND = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"'
)
_KIND = (
    f'<v:shapetype {_BOUND} id="_x0000_t202" coordsize="21600,21600" o:spt="202" '
    'path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
    '<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_KIND_ID = re.compile(rb"""id=["']_x0000_t202["']""")
_SHAPE_ID = re.compile(rb"_x0000_s(\d+)")
_FIRST_ID = 1024
_SHAPE = re.compile(rb"<((?:\w+:)?shape)\s.*?</\1>", re.DOTALL)
_SHAPE_AT = re.compile(rb"Row>\s*(\d+)\s*<.*?Column>\s*(\d+)\s*<", re.DOTALL)
_ANCHOR = re.compile(rb"(Anchor>\s*(?:\d+\s*,\s*){6})(\d+)")
_HEIGHT = re.compile(rb"([;\"' ]height:)([\d.]+)")
"""Where a box stands: its cell, counted from 0; its anchor, whose 7th number is its last row."""
_END = b"</xml>"
_WIDTH, _LINE, _EDGE = 300, 17, 14
"""A note's width, its line's height and the sum of its margins, in pixels."""
_LETTERS = 46
"""How many letters fit a line of a note; few enough that none is cut."""


def noted(part: bytes, notes: Mapping[Place, str], added: Mapping[Place, str]) -> bytes:
    """Return the notes' part with new ones in it, and texts added below those that it has."""
    found = elements(part, _label)
    lists = {one.name: one for one in found if one.name in ("authors", "commentList")}
    if set(lists) != {"authors", "commentList"}:
        raise UnmarkableError(ODD)
    prefix, author = found[0].prefix, sum(one.name == "author" for one in found)
    new = "".join(_note(cell, text, author, prefix) for cell, text in notes.items())
    edits = [
        appended(lists["authors"], f"<{prefix}author>{_AUTHOR}</{prefix}author>".encode()),
        appended(lists["commentList"], new.encode()),
    ]
    own = {one.attributes.get("ref", ""): one for one in found if one.name == "comment"}
    for cell, text in added.items():
        edits.extend(_continued(part, found, own[str(cell)], text))
    return spliced(part, edits)


def _label(path: Sequence[str], attributes: Mapping[str, str]) -> object:
    names = ("authors", "author", "commentList", "comment", "text")
    direct = len(path) > 1 and path[-2] == "text" and path[-1] in ("t", "rPh", "phoneticPr")
    return path[-1] if path[-1] in names or direct else None


def unnoted(part: bytes, notes: Mapping[Place, str]) -> Mapping[Place, str]:
    """Return the notes for whose cells a part has none yet."""
    taken = {one.attributes.get("ref") for one in elements(part, named("commentList", "comment"))}
    return {cell: text for cell, text in notes.items() if str(cell) not in taken}


def _note(cell: Place, text: str, author: int, prefix: str) -> str:
    return (
        f'<{prefix}comment ref="{cell}" authorId="{author}"><{prefix}text>{_run(text, prefix)}'
        f"</{prefix}text></{prefix}comment>"
    )


def _run(text: str, prefix: str) -> str:
    words = f'<{prefix}t xml:space="preserve">{escape(text)}</{prefix}t>'
    return f"<{prefix}r>{words}</{prefix}r>"


def _continued(part: bytes, found: Sequence[Element], note: Element, text: str) -> Iterator[Edit]:
    """Yield the edits that add to a note, its plain text becoming the first of two runs."""
    inside = [one for one in found if note.start < one.start < note.end]
    body = next((one for one in inside if one.name == "text"), None)
    if body is None:
        raise UnmarkableError(ODD)
    prefix = found[0].prefix
    run = _run(f"\n\n{text}", prefix).encode()
    if plain := next((one for one in inside if one.name == "t"), None):
        yield Edit(plain.start, plain.start, f"<{prefix}r>".encode())
        yield Edit(plain.end, plain.end, f"</{prefix}r>".encode())
    phonetic = next((one for one in inside if one.name in ("rPh", "phoneticPr")), None)
    yield Edit(phonetic.start, phonetic.start, run) if phonetic else appended(body, run)


def drawn(part: bytes, notes: Mapping[Place, str], grown: Mapping[Place, str]) -> bytes:
    """Return a legacy drawing with a hidden box for each note, put behind all that it holds.

    The boxes of cells in `grown`, whose notes go on with these texts, become higher.
    """
    end = part.rfind(_END)
    if end < 0:
        raise UnmarkableError(ODD)
    first = max((int(number) for number in _SHAPE_ID.findall(part)), default=0)
    first = max(first, _FIRST_ID) + 1
    kind = "" if _KIND_ID.search(part) else _KIND
    shapes = (_shape(cell, text, first + at) for at, (cell, text) in enumerate(notes.items()))
    own = _SHAPE.sub(lambda shape: _higher(shape.group(), grown), part[:end])
    return own + (kind + "".join(shapes)).encode() + part[end:]


def _higher(shape: bytes, grown: Mapping[Place, str]) -> bytes:
    """Return a note's box with room for the text that is added to it."""
    found = _SHAPE_AT.search(shape)
    text = grown.get(Place(*(int(number) + 1 for number in found.groups()))) if found else None
    if text is None:
        return shape
    lines = _lines(text) + 2
    anchored = _ANCHOR.sub(lambda at: b"%b%d" % (at[1], int(at[2]) + lines), shape, count=1)
    return _HEIGHT.sub(
        lambda at: b"%b%d" % (at[1], float(at[2]) + lines * _LINE), anchored, count=1
    )


def _lines(text: str) -> int:
    """Return how many lines a note's text takes."""
    return sum(max(1, ceil(len(line) / _LETTERS)) for line in text.split("\n"))


def _shape(cell: Place, text: str, number: int) -> str:
    """Return the box of a note as Excel's own look for notes, high enough for its text."""
    style = (
        f"position:absolute;margin-left:59.25pt;margin-top:1.5pt;width:{_WIDTH}px;"
        f"height:{_lines(text) * _LINE + _EDGE}px;z-index:1;visibility:hidden"
    )
    return (
        f'<v:shape {_BOUND} id="_x0000_s{number}" type="#_x0000_t202" style="{style}" '
        'fillcolor="infoBackground [80]" strokecolor="none [81]" o:insetmode="auto">'
        '<v:fill color2="infoBackground [80]"/><v:shadow color="none [81]" obscured="t"/>'
        '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto">'
        '<div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note">'
        "<x:MoveWithCells/><x:SizeWithCells/><x:AutoFill>False</x:AutoFill>"
        f"<x:Row>{cell.row - 1}</x:Row><x:Column>{cell.column - 1}</x:Column>"
        "</x:ClientData></v:shape>"
    )
