"""Blocks flow down pages: tables row by row with their header again, cards row by row."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from pohon_docs.layout.scene import Panel


@dataclass(frozen=True)
class Block:
    """Something that is not broken over pages: its height, and its panels from a given y.

    `gap` is the blank above it; `head` is a header that stands above the first block of it on
    every page; `counted` blocks are no more than a given number on a page.
    """

    height: float
    draw: Callable[[float], tuple[Panel, ...]]
    gap: float = 0.0
    head: "Block | None" = None
    counted: bool = False


def pages(blocks: Iterable[Block], room: float, most: int) -> list[list[Block]]:
    """Deal blocks out to pages of height `room`, with at most `most` counted blocks on each."""
    dealt: list[list[Block]] = [[]]
    for block in blocks:
        trial = _joined(dealt[-1], block)
        over = _height(trial) > room or sum(part.counted for part in trial) > most
        if dealt[-1] and over:
            dealt.append(_joined([], block))
        else:
            dealt[-1] = trial
    return dealt


def _joined(page: list[Block], block: Block) -> list[Block]:
    """Return a page with a block, below its header where that isn't on the page yet."""
    headed = block.head is None or any(part is block.head for part in page)
    return [*page, block] if headed or block.head is None else [*page, block.head, block]


def _height(page: Sequence[Block]) -> float:
    return sum(block.height + (block.gap if number else 0.0) for number, block in enumerate(page))


def drawn(page: Sequence[Block], top: float) -> tuple[Panel, ...]:
    """Draw a page's blocks one below the other, from `top`."""
    panels: list[Panel] = []
    y = top
    for number, block in enumerate(page):
        y += block.gap if number else 0.0
        panels.extend(block.draw(y))
        y += block.height
    return tuple(panels)
