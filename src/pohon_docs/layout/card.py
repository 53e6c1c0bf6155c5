"""One card: a label at the left of each of its rows, and pieces of it where it is too tall."""

from collections.abc import Sequence

from pohon_docs.layout.panels import broken, filled, longest_word, text_height, text_size
from pohon_docs.layout.scene import Panel
from pohon_docs.styles import Style
from pohon_docs.views import Card, Paragraph

CardRow = tuple[str, tuple[Paragraph, ...]]

_NAME_LINES = 8
"""As much of a card's name as its later pieces repeat."""


def row_heights(cards: Sequence[Card], wide: float, style: Style, scale: float) -> list[float]:
    """Return the heights of the rows of cards that stand beside each other."""
    heights: list[float] = []
    for card in cards:
        for number, row in enumerate(card.rows):
            need = _row_height(card, number, row, wide, style, scale)
            if number < len(heights):
                heights[number] = max(heights[number], need)
            else:
                heights.append(need)
    return heights


def breaks_words(card: Card, wide: float, style: Style, scale: float) -> bool:
    """Tell whether a word of a card is too wide for its cell, and so broken between letters."""
    inside = wide - style.kartu.lebar_label
    looks = (style.look(_role(card, number)) for number in range(len(card.rows)))
    return any(
        longest_word(text, look, text_size(look, scale)) > inside - 2 * look.jarak
        for (_, text), look in zip(card.rows, looks, strict=True)
    )


def placed(
    card: Card,
    left: float,
    top: float,
    wide: float,
    heights: Sequence[float],
    style: Style,
    scale: float,
) -> tuple[Panel, ...]:
    """Place a card's rows; the last one reaches down to its neighbours' bottom."""
    panels: list[Panel] = []
    y = top
    label_width = style.kartu.lebar_label
    for number, (label, text) in enumerate(card.rows):
        last = number + 1 == len(card.rows) and card.role != "rujukan"
        high = sum(heights[number:]) if last else heights[number]
        sides = (
            ("kartu_label", left, label_width, (Paragraph(label),)),
            (_role(card, number), left + label_width, wide - label_width, text),
        )
        for role, x, width, paragraphs in sides:
            look = style.look(role)
            panel = Panel(x, y, width, high, role, card.key)
            panels.append(filled(panel, paragraphs, look, text_size(look, scale)))
        y += high
    return tuple(panels)


def pieces(
    card: Card, wide: float, room: float, style: Style, scale: float, more: str
) -> list[Card]:
    """Cut a card that is taller than `room`; each later piece repeats its name with `more`."""
    if sum(row_heights([card], wide, style, scale)) <= room:
        return [card]
    repeated = _reminder(card, wide, style, scale, more)
    cut: list[list[CardRow]] = [[]]
    rows = (
        part
        for number in range(len(card.rows))
        for part in _row_pieces(card, number, wide, room, style, scale)
    )
    for row in rows:
        trial = Card(card.key, card.role, (*cut[-1], row))
        if cut[-1] and sum(row_heights([trial], wide, style, scale)) > room:
            cut.append([repeated])
        cut[-1].append(row)
    return [Card(card.key, card.role, tuple(rows)) for rows in cut]


def _reminder(card: Card, wide: float, style: Style, scale: float, more: str) -> CardRow:
    """Return the first row of a card's later piece: its name, shortened where it is long."""
    label, name = card.rows[0]
    lines = _lines(card, 0, wide, style, scale)
    if len(lines) > _NAME_LINES:
        name = (*lines[: _NAME_LINES - 1], Paragraph(f"{lines[_NAME_LINES - 1].text} …"))
    return label, (*name, Paragraph(f"({more.lower()})"))


def _row_pieces(
    card: Card, number: int, wide: float, room: float, style: Style, scale: float
) -> list[CardRow]:
    """Cut a row whose text alone takes more than half of `room`."""
    look = style.look(_role(card, number))
    label, _ = card.rows[number]
    most = max(1, int((room / 2 - 2 * look.jarak) / (text_size(look, scale) * look.spasi)))
    lines = _lines(card, number, wide, style, scale)
    if len(lines) <= most:
        return [card.rows[number]]
    return [(label, tuple(lines[at : at + most])) for at in range(0, len(lines), most)]


def _lines(card: Card, number: int, wide: float, style: Style, scale: float) -> list[Paragraph]:
    """Return the text of a row as one paragraph for each of its lines."""
    look = style.look(_role(card, number))
    inside = wide - style.kartu.lebar_label - 2 * look.jarak
    size = text_size(look, scale)
    return [line for text in card.rows[number][1] for line in broken(text, look, size, inside)]


def _row_height(
    card: Card, number: int, row: CardRow, wide: float, style: Style, scale: float
) -> float:
    label, text = row
    label_width = style.kartu.lebar_label
    sides = (
        ("kartu_label", (Paragraph(label),), label_width),
        (_role(card, number), text, wide - label_width),
    )
    return max(
        text_height(paragraphs, look, text_size(look, scale), width)
        for role, paragraphs, width in sides
        for look in (style.look(role),)
    )


def _role(card: Card, number: int) -> str:
    """Return the role of a row's value: a reference, the name in the first row, or text."""
    if card.role == "rujukan":
        return "rujukan"
    return "kartu_nama" if number == 0 else "kartu_nilai"
