"""Cells that list several things: numbered, with bullets, or one in a line."""

import re

from pohon_docs.remembering import remembered
from pohon_docs.values import clean

_NUMBERING = re.compile(
    r"^\s*(?:\(?(?:\d{1,2}|[a-z])[.)]\s+(?=\S)|\d{1,2}[.)](?=[^\W\d_])|[•▪·]\s*(?=\S))"
)
_BULLET = re.compile(r"^\s*[-–—*➢]\s+(?=\S)")
_FIRST = re.compile(r"1[.)]\s")


@remembered
def items(text: str) -> tuple[str, ...]:
    """Split a cell's list: one entry for each number (`1. …`) or bullet, else for each line.

    A semicolon at the end of an entry only separates it from the next.
    """
    lines = [line for line in _inline(clean(text)).split("\n") if line.strip()]
    if len(lines) > 1:
        lines = [line.rstrip("; ") for line in lines]
    if len(lines) > 1 and all(map(_BULLET.match, lines)):
        return tuple(_BULLET.sub("", line) for line in lines)
    if not any(_NUMBERING.match(line) for line in lines):
        return tuple(lines)
    entries: list[str] = []
    for line in lines:
        if _NUMBERING.match(line) or not entries:
            entries.append(_NUMBERING.sub("", line))
        else:
            entries[-1] += f" {line}"
    return tuple(entries)


def _inline(text: str) -> str:
    """Give every number of a list that is written in one line, `1. … 2. …`, its own line."""
    if "\n" in text or not _FIRST.match(text):
        return text
    place, number = 0, 2
    while found := re.compile(rf"\s{number}[.)]\s+(?=\S)").search(text, place):
        text = f"{text[: found.start()]}\n{text[found.start() + 1 :]}"
        place, number = found.start() + 1, number + 1
    return text


def listed(text: str, count: int) -> tuple[str, ...]:
    """Split a cell's list into `count` entries where it can be: by its items, else at `;`."""
    found = items(text)
    apart = tuple(part.strip() for part in text.split(";") if part.strip())
    return apart if len(found) != count and len(apart) == count else found


def is_numbered(text: str) -> bool:
    """Tell whether a cell's lines are numbered."""
    return any(_NUMBERING.match(line) for line in clean(text).split("\n"))
