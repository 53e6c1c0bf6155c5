"""Random trees of every kind: chains, stars, forests, shared nodes, cycles, long texts."""

from functools import cache
from random import Random

import orchard
import plans
from pohon_docs.model import Level, Node, Rencana

KINDS = ("acak", "rantai", "bintang", "hutan", "berbagi", "berputar", "teks", "dalam")
_WORD = "pertanggungjawabannya" * 6
_LEVELS = tuple(Level)


@cache
def rencana(number: int, most: int = 3000, least: int = 1) -> Rencana:
    """Return the random tree of a number, of `least` to `most` nodes; its kind goes by it."""
    random = Random(f"liar-{number}")
    kind = KINDS[number % len(KINDS)]
    count = round(least * (most / least) ** random.random())
    made: list[Node] = []
    for at in range(count):
        above = _above(kind, at, random)
        parents = [f"K{above}"] if above is not None else []
        if kind in ("berbagi", "acak") and at > 1 and random.random() < 0.1:
            parents += [f"K{random.randrange(at)}"]
        if kind == "berputar" and at > 1 and random.random() < 0.2:
            parents = [f"K{random.randrange(count)}"]
        rank = 0 if above is None else min(made[above].level.rank + random.choice((0, 1, 1)), 3)  # type: ignore[union-attr]
        texts = tuple(_text(kind, random) for _ in range(random.randint(1, 4)))
        made.append(
            plans.node(
                *(f"K{at}", *dict.fromkeys(one for one in parents if one != f"K{at}")),
                uraian=_text(kind, random),
                level=_LEVELS[rank],
                ik=texts,
            )
        )
    return plans.plan(*made)


def _above(kind: str, at: int, random: Random) -> int | None:
    """Return the number of the node above the one numbered `at`."""
    if at == 0 or (kind == "hutan" and random.random() < 0.2):
        return None
    if kind == "rantai":
        return at - 1
    if kind == "bintang":
        return 0
    if kind == "dalam":
        return max(0, at - random.randint(1, 4))
    return random.randrange(max(0, at - 60), at)


def _text(kind: str, random: Random) -> str:
    """Return a text of 1 to 600 characters, seldom one word of 120."""
    if kind != "teks":
        return orchard.statement(random)
    if random.random() < 0.05:
        return _WORD[:120]
    return (
        " ".join(orchard.measure(random) for _ in range(12))[: random.randint(1, 600)].strip()
        or "x"
    )


@cache
def skipping(number: int) -> Rencana:
    """Return a small tree whose nodes often stand several levels below their parents."""
    random = Random(f"lompat-{number}")
    made: list[Node] = [plans.node("K0")]
    for at in range(1, random.randint(8, 24)):
        above = random.randrange(max(0, at - 8), at)
        rank = (made[above].level or Level.STRATEGIS).rank
        level = _LEVELS[random.randint(rank, len(_LEVELS) - 1)]
        made.append(plans.node(f"K{at}", f"K{above}", level=level, ik=("Nilai",)))
    return plans.plan(*made)
