"""Text measured with the bundled font's own widths, and wrapped; all sizes in points."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import as_file, files
from itertools import pairwise
from unicodedata import normalize

from PIL import ImageFont

from pohon_docs.layout.scene import Face
from pohon_docs.values import printable

UNITS_PER_EM = 2048
ASCENT = 0.905
"""The font's ascent as a share of its size, for placing the first baseline."""

_BREAK_AFTER = "/-–—"
_NO_GLYPH = "\uffff"
_GLANCE = 16
"""Pixels that show whether a glyph is there."""
_MISSING = "□"
_ELLIPSIS = "…"
_LOOSE = " ,;:/-–"
_NARROWINGS = 8
_TOLERANCE = 1e-6


def font_file(face: Face) -> str:
    """Return the path of the bundled font's file for a face."""
    entry = files("pohon_docs.fonts").joinpath(f"LiberationSans-{face.capitalize()}.ttf")
    with as_file(entry) as path:
        return str(path)


@cache
def _font(face: Face, size: int = UNITS_PER_EM) -> ImageFont.FreeTypeFont:
    """Open a face, by default at one unit a pixel, so that its advances are exact."""
    return ImageFont.truetype(font_file(face), size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _advance(character: str, face: Face) -> float:
    """Return a character's advance in ems."""
    return float(_font(face).getlength(character)) / UNITS_PER_EM


@cache
def _has_glyph(character: str) -> bool:
    """Tell whether the bundled font can draw `character`."""
    font = _font(Face.REGULAR, _GLANCE)
    return character.isspace() or bytes(font.getmask(character)) != bytes(font.getmask(_NO_GLYPH))


@cache
def drawable(text: str) -> str:
    """Return `text` as it is drawn: unseen characters dropped, those the font lacks as a box.

    The box is a character of the font, so that it is measured, printed and copied alike.
    """
    composed = normalize("NFC", printable(text))
    return "".join(letter if _has_glyph(letter) else _MISSING for letter in composed)


@cache
def _plain_advances(face: Face) -> tuple[float, ...]:
    """Return the advances of the ASCII characters in ems, by their codes."""
    return tuple(_advance(chr(code), face) for code in range(128))


@lru_cache(maxsize=1 << 15)
def _ems(text: str, face: Face) -> float:
    """Return the width of `text` on one line, in ems."""
    if text.isascii():
        return sum(map(_plain_advances(face).__getitem__, text.encode()))
    return sum(_advance(character, face) for character in text)


def word_ems(text: str, face: Face) -> list[float]:
    """Return the widths in ems of the words of `text`; meant for thousands of texts at once."""
    if text.isascii() and text.isprintable():
        advance = _plain_advances(face).__getitem__
        return [sum(map(advance, word.encode())) for word in text.split()]
    return [_ems(word, face) for word in drawable(text).split()]


def width(text: str, face: Face, size: float) -> float:
    """Return the width of `text` on one line."""
    return _ems(drawable(text), face) * size


@lru_cache(maxsize=1 << 14)
def line_count(text: str, face: Face, size: float, room: float) -> int:
    """Return how many lines `wrap` makes of `text`."""
    wide = room / size
    paragraphs = drawable(text).split("\n")
    return sum(_count(_words(paragraph, face, wide), face, wide) for paragraph in paragraphs)


def wrap(text: str, face: Face, size: float, room: float) -> tuple[str, ...]:
    """Break `text` into lines no wider than `room`, as even in length as their number allows."""
    return tuple(line for _, line in wrapped(text, face, size, room))


@lru_cache(maxsize=1 << 12)
def wrapped(text: str, face: Face, size: float, room: float) -> tuple[tuple[str, str], ...]:
    """Return the lines that `wrap` makes, each behind what joins it to the line before it.

    That is a line break of the text's own, a blank, or nothing where a word was broken.
    """
    return tuple(
        joined
        for paragraph in drawable(text).split("\n")
        for joined in _joined(_balanced(_words(paragraph, face, room / size), face, room / size))
    )


@lru_cache(maxsize=1 << 14)
def clipped(text: str, face: Face, size: float, room: float, most: int) -> str:
    """Return `text` cut after `most` lines of `room`, an ellipsis in place of what is left out."""
    words = _words(drawable(text), face, room / size)
    if _count(words, face, room / size) <= most:
        return text
    lines = _filled(words, face, room / size)[:most]
    kept = "".join(_written(line) + " " for line in lines).rstrip()
    while kept and line_count(f"{kept}{_ELLIPSIS}", face, size, room) > most:
        kept = kept.rpartition(" ")[0] or kept[:-1]
    return f"{kept.rstrip(_LOOSE)}{_ELLIPSIS}"


def unbreakable(text: str) -> list[str]:
    """Return the pieces of `text` that `wrap` breaks only where the room is too narrow for them."""
    for mark in _BREAK_AFTER:
        text = text.replace(mark, f"{mark} ")
    return text.split()


@lru_cache(maxsize=1 << 14)
def longest(text: str, face: Face) -> float:
    """Return the width in ems of the widest of those pieces."""
    return max((_ems(drawable(piece), face) for piece in unbreakable(text)), default=0.0)


@dataclass(frozen=True, slots=True)
class _Word:
    """A word or a piece of a broken one, which the next piece follows without a blank."""

    text: str
    width: float
    glued: bool = False


_Line = Sequence[_Word]


def _words(text: str, face: Face, room: float) -> _Line:
    """Split at blanks, and a word wider than `room` ems after / and -, else between letters."""
    words = _whole_words(text, face)
    if all(word.width <= room for word in words):
        return words
    cut = ([one] if one.width <= room else _pieces(one.text, face, room) for one in words)
    return [piece for pieces in cut for piece in pieces]


@lru_cache(maxsize=1 << 13)
def _whole_words(text: str, face: Face) -> _Line:
    """Split at blanks; a text is measured once for all the widths that it is tried in."""
    return tuple(_Word(word, _ems(word, face)) for word in text.split())


def _pieces(word: str, face: Face, room: float) -> _Line:
    """Break one word that is too wide into pieces that fit."""
    pieces: list[_Word] = []
    piece, used = "", 0.0
    for character in word:
        step = _advance(character, face)
        while piece and used + step > room:
            cut = max(piece.rfind(mark) for mark in _BREAK_AFTER) + 1 or len(piece)
            pieces.append(_Word(piece[:cut], _ems(piece[:cut], face), glued=True))
            piece = piece[cut:]
            used = _ems(piece, face)
        piece += character
        used += step
    return [*pieces, _Word(piece, used)]


def _balanced(words: _Line, face: Face, room: float) -> list[_Line]:
    """Fill lines, then narrow the room while the number of lines stays the same."""
    fewest = _count(words, face, room)
    low = max((word.width for word in words), default=0.0)
    high = room
    for _ in range(_NARROWINGS if fewest > 1 else 0):
        middle = (low + high) / 2
        if _count(words, face, middle) == fewest:
            high = middle
        else:
            low = middle
    return _filled(words, face, high)


def _filled(words: _Line, face: Face, room: float) -> list[_Line]:
    """Fill lines greedily up to `room` ems."""
    begins = (*_begins(words, face, room), len(words))
    return [words[begin:end] for begin, end in pairwise(begins)]


def _count(words: _Line, face: Face, room: float) -> int:
    return len(_begins(words, face, room))


def _begins(words: _Line, face: Face, room: float) -> list[int]:
    """Return the number of the word with which each line begins, filled up to `room` ems."""
    blank, most = _advance(" ", face), room + _TOLERANCE
    begins = [0]
    used = gap = 0.0
    for number, word in enumerate(words):
        if number > begins[-1] and used + gap + word.width > most:
            begins.append(number)
            used = gap = 0.0
        used += gap + word.width
        gap = 0.0 if word.glued else blank
    return begins


def _joined(lines: list[_Line]) -> list[tuple[str, str]]:
    """Return the lines of one paragraph with their joints."""
    joints = ("" if line[-1].glued else " " for line in lines if line)
    return [(joint, _written(line)) for joint, line in zip(("\n", *joints), lines, strict=False)]


def _written(line: _Line) -> str:
    """Return a line's text, with a blank after every word that isn't glued to the next."""
    return "".join(word.text + ("" if word.glued else " ") for word in line).rstrip()
