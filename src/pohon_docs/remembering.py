"""What was found out of a text is remembered, as a plan says the same thing in many cells."""

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar, cast

_LONGEST = 500
"""Letters; thousands of longer texts would fill the memory from workbook to workbook."""
_FEW = 32
"""Longer texts are remembered too, as one may stand in each cell of a merged area."""
_MOST = 1 << 21
"""Letters of all texts together, of which some tens of thousands are remembered."""

OfText = TypeVar("OfText", bound=Callable[[str], object])


class _Remembered(dict[str, object]):
    """What a function said of texts; a text that was asked for before costs one look."""

    def __init__(self, function: Callable[[str], object]) -> None:
        super().__init__()
        self._function = function
        self._long = lru_cache(_FEW)(function)
        self._letters = 0

    def __missing__(self, text: str) -> object:
        if len(text) > _LONGEST:
            return self._long(text)
        self._letters += len(text)
        if self._letters > _MOST:
            self.clear()
            self._letters = len(text)
        said = self[text] = self._function(text)
        return said


def remembered(function: OfText) -> OfText:
    """Let a function of a text remember what it said of many texts, and of few long ones."""
    return cast(OfText, _Remembered(function).__getitem__)
