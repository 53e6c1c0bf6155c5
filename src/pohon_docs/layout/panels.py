"""Panels with their text: paragraphs set in a look, at a size, inside a width."""

from dataclasses import replace

from pohon_docs.layout.scene import Anchor, Face, Panel, Text
from pohon_docs.layout.text import ASCENT, line_count, longest, width, wrap, wrapped
from pohon_docs.looks import Look
from pohon_docs.views import Paragraph

_ANCHORS = {"kiri": Anchor.START, "tengah": Anchor.MIDDLE, "kanan": Anchor.END}
_PREFIX_GAP = 0.3
"""The blank between a prefix and its text, as a share of the text size."""


def text_size(look: Look, scale: float) -> float:
    """Return a look's text size shrunk by `scale`, but never below its minimum."""
    return max(min(look.minimum, look.ukuran), look.ukuran * scale)


def text_height(paragraphs: tuple[Paragraph, ...], look: Look, size: float, wide: float) -> float:
    """Return the height that paragraphs need in a panel of width `wide`, padding included."""
    face, room = Face(look.muka), wide - 2 * look.jarak
    lines = sum(
        line_count(paragraph.text, face, size, room - _indent(paragraph, size))
        for paragraph in paragraphs
    )
    return lines * size * look.spasi + 2 * look.jarak


def filled(panel: Panel, paragraphs: tuple[Paragraph, ...], look: Look, size: float) -> Panel:
    """Return `panel` in its look with the paragraphs in it, centred in height."""
    lines = _lines(paragraphs, look, size, panel.width - 2 * look.jarak)
    spare = panel.height - 2 * look.jarak - len(lines) * size * look.spasi
    down = panel.y + look.jarak + max(0.0, spare) / 2
    placed = tuple(
        line.at(line.x + panel.x + look.jarak, line.baseline + down)
        for group in lines
        for line in group
    )
    return dressed(panel, look, look.jarak, placed)


def dressed(panel: Panel, look: Look, padding: float = 0.0, lines: tuple[Text, ...] = ()) -> Panel:
    """Return `panel` with the fill, the outline and the corners of its look, and its lines."""
    return replace(
        panel,
        fill=look.isi,
        stroke=look.garis,
        stroke_width=look.tebal_garis,
        radius=look.sudut,
        dashed=look.putus,
        padding=padding,
        lines=lines,
    )


_Joined = tuple[tuple[str, str], ...]


def _wrapped(paragraph: Paragraph, look: Look, size: float, room: float) -> _Joined:
    return wrapped(paragraph.text, Face(look.muka), size, room - _indent(paragraph, size))


def _indent(paragraph: Paragraph, size: float) -> float:
    """Return how far a paragraph's lines stand in, behind its prefix."""
    if not paragraph.prefix:
        return 0.0
    return width(paragraph.prefix, Face.BOLD, size) + _PREFIX_GAP * size


def _lines(
    paragraphs: tuple[Paragraph, ...], look: Look, size: float, room: float
) -> list[tuple[Text, ...]]:
    """Set paragraphs line by line, relative to the top left corner of the text area."""
    wrapped_lines = [_wrapped(paragraph, look, size, room) for paragraph in paragraphs]
    left = _block_left(paragraphs, wrapped_lines, look, size, room)
    lines: list[tuple[Text, ...]] = []
    for paragraph, texts in zip(paragraphs, wrapped_lines, strict=True):
        for number, (joint, text) in enumerate(texts):
            baseline = size * (len(lines) * look.spasi + (look.spasi - 1) / 2 + ASCENT)
            if not paragraph.prefix:
                lines.append((_free_line(text, look, size, room, baseline, joint),))
                continue
            at = left + _indent(paragraph, size)
            if number == 0:
                prefix = _prefix(paragraph.prefix, look, size, left, baseline)
                lines.append((prefix, _line(text, look, size, at, baseline, " ")))
            else:
                lines.append((_line(text, look, size, at, baseline, joint),))
    return lines


def _line(
    text: str,
    look: Look,
    size: float,
    x: float,
    baseline: float,
    joint: str,
    anchor: Anchor = Anchor.START,
) -> Text:
    face = Face(look.muka)
    wide = width(text, face, size)
    return Text(x, baseline, text, face, size, look.huruf, wide, anchor, joint)


def _prefix(text: str, look: Look, size: float, x: float, baseline: float) -> Text:
    return Text(x, baseline, text, Face.BOLD, size, look.huruf, width(text, Face.BOLD, size))


def _free_line(
    text: str, look: Look, size: float, room: float, baseline: float, joint: str
) -> Text:
    """Set a line without prefix at the side that its look asks for."""
    anchor = _ANCHORS[look.rata]
    x = {Anchor.START: 0.0, Anchor.MIDDLE: room / 2, Anchor.END: room}[anchor]
    return _line(text, look, size, x, baseline, joint, anchor)


def _block_left(
    paragraphs: tuple[Paragraph, ...],
    wrapped_lines: list[_Joined],
    look: Look,
    size: float,
    room: float,
) -> float:
    """Return where prefixes begin, so that the block of prefixed lines stands as a whole."""
    face = Face(look.muka)
    widest = max(
        (
            _indent(paragraph, size) + width(text, face, size)
            for paragraph, texts in zip(paragraphs, wrapped_lines, strict=True)
            if paragraph.prefix
            for _, text in texts
        ),
        default=0.0,
    )
    share = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}[_ANCHORS[look.rata]]
    return max(0.0, room - widest) * share


def longest_word(paragraphs: tuple[Paragraph, ...], look: Look, size: float) -> float:
    """Return the width of the widest word of some paragraphs, their indent included."""
    face = Face(look.muka)
    return max(
        (_indent(one, size) + longest(one.text, face) * size for one in paragraphs), default=0.0
    )


def broken(paragraph: Paragraph, look: Look, size: float, room: float) -> tuple[Paragraph, ...]:
    """Return a paragraph as one paragraph for each of its lines."""
    first, *rest = wrap(paragraph.text, Face(look.muka), size, room - _indent(paragraph, size))
    return (Paragraph(first, paragraph.prefix), *(Paragraph(line) for line in rest))
