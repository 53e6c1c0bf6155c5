"""What was found out of a text is remembered, as a plan says the same thing in many cells."""

from collections.abc import Callable, Hashable
from functools import lru_cache, wraps
from typing import TypeVar, cast

_LONGEST = 500
"""Letters; thousands of longer texts would fill the memory from workbook to workbook."""
_FEW = 32
"""Longer texts are remembered too, as one may stand in each cell of a merged area."""

OfText = TypeVar("OfText", bound=Callable[..., object])


def remembered(most: int) -> Callable[[OfText], OfText]:
    """Let a function of a text remember what it said of the last `most`, and of few long ones."""

    def remembering(function: OfText) -> OfText:
        short, long = lru_cache(most)(function), lru_cache(_FEW)(function)

        @wraps(function)
        def remembers(text: str, **more: Hashable) -> object:
            return (short if len(text) <= _LONGEST else long)(text, **more)

        return cast(OfText, remembers)

    return remembering
