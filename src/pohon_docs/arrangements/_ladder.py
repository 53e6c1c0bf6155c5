"""From looks to levels: the fewest features that tell the names of a list apart as a ladder does.

In a list that goes down from every name to what hangs below it, each level's first name comes
after the first name of the level above it. Looks whose order of first appearance is not the
order of their depth are therefore no levels, and are not taken for them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from pohon_docs.arrangements._names import Name

FEATURES = ("menjorok", "spasi", "nomor", "kolom", "tebal", "warna", "besar")
"""What sets a name apart, the most trusted first; words before all of it."""
STEPS = frozenset(["menjorok", "spasi", "nomor", "kolom"])
_WORDS = "kata"
_DEEPEST, _FINEST = 12, 6
"""The most tiers that one feature, and several together, are believed to tell apart."""
_ODD = 10
Look: TypeAlias = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Rung:
    """A look as values by feature, and the level that it means (empty where nothing tells)."""

    look: Look
    tingkat: str = ""


@dataclass(frozen=True, slots=True)
class Ladder:
    """The looks of a list from the top level down; `whole` where every level has its look."""

    rungs: tuple[Rung, ...]
    whole: bool = True

    @property
    def features(self) -> tuple[str, ...]:
        """The features that its looks are made of."""
        return tuple(dict.fromkeys(feature for rung in self.rungs for feature, _ in rung.look))

    @property
    def named(self) -> bool:
        """Tell whether every look has a level."""
        return all(rung.tingkat for rung in self.rungs)

    def places(self, name: Name) -> tuple[int, ...]:
        """Return the rungs that a name can stand on: those with most of its looks."""
        fits = {
            place: len(rung.look)
            for place, rung in enumerate(self.rungs)
            if all(name.look[feature] == value for feature, value in rung.look)
        }
        most = max(fits.values(), default=0)
        return tuple(place for place, count in fits.items() if count == most)


def guess(names: Sequence[Name], candidates: Iterable[tuple[str, ...]]) -> Ladder | None:
    """Find the looks that are levels; None where the looks don't tell at least two apart.

    A candidate is a list of levels from the top; the first whose levels all have a look is
    taken, else the first of which some have: a later one only where words say which.
    """
    if ladder := _by_words(names):
        return ladder
    worded = any(name.tingkat for name in names)
    partial = None
    for place, levels in enumerate(candidates):
        looks = _telling(names, len(levels), len(levels))
        ladder = _named(names, looks, levels) if len(looks) > 1 else None
        if ladder and ladder.whole:
            return ladder
        partial = partial or (ladder if worded or place == 0 else None)
    return partial


def tiers(names: Sequence[Name], levels: tuple[str, ...]) -> Ladder | None:
    """Find the tiers of a tree, as many as its looks tell; levels only where they are as many."""
    looks = _telling(names, _DEEPEST, _FINEST)
    said = tuple(_word(names, look) for look in looks)
    if len(looks) > 1 and all(said):
        return Ladder(tuple(Rung(look, word) for look, word in zip(looks, said, strict=True)))
    if ladder := _by_words(names):
        return ladder
    if len(looks) < 2:  # noqa: PLR2004
        return None
    named = _named(names, looks, levels) if len(looks) <= len(levels) else None
    return named if named and (named.whole or any(said)) else Ladder(tuple(map(Rung, looks)))


def _by_words(names: Sequence[Name]) -> Ladder | None:
    """Return the levels that the words of every name say, where all names have such words."""
    words = tuple(dict.fromkeys(name.tingkat for name in names))
    if len(words) < 2 or "" in words:  # noqa: PLR2004
        return None
    return Ladder(tuple(Rung(((_WORDS, word),), word) for word in words))


def _telling(names: Sequence[Name], first: int, most: int) -> tuple[Look, ...]:
    """Return the looks that tell most levels apart: no more than `most`, one feature's `first`."""
    chosen: tuple[str, ...] = ()
    best: tuple[Look, ...] = ()
    for feature in (*FEATURES, _WORDS):
        found = _looks(names, (*chosen, feature), most if chosen else first)
        if max(len(best), 1) < len(found):
            chosen, best = (*chosen, feature), found
    return best


def _looks(names: Sequence[Name], features: tuple[str, ...], most: int) -> tuple[Look, ...]:
    """Return the looks that some features make, from the top level down; none if no ladder.

    Looks of a single name that stand in the way are left out, where they are few.
    """
    ranks = {feature: _ranks(names, feature) for feature in features}
    counts = Counter(tuple((one, name.look[one]) for one in features) for name in names)
    first = next(iter(counts), ())
    several = tuple(look for look, count in counts.items() if count > 1 or look == first)
    odd = len(counts) - len(several)
    for looks in (tuple(counts), several if odd <= max(1, len(names) // _ODD) else ()):
        steps = [tuple(ranks[one][value] for one, value in look) for look in looks]
        if len(looks) <= most and steps == sorted(steps):
            return looks
    return ()


def _ranks(names: Sequence[Name], feature: str) -> Mapping[str, int]:
    """Return how deep each value of a feature stands."""
    values = tuple(dict.fromkeys(name.look[feature] for name in names))
    if feature in ("menjorok", "spasi"):
        values = tuple(sorted(values, key=int))
    elif feature == "kolom":
        values = tuple(sorted(values, key=lambda letters: (len(letters), letters)))
    elif feature != "nomor":
        values = tuple(sorted(values, key=lambda value: value == ""))
    return {value: rank for rank, value in enumerate(values)}


def _named(names: Sequence[Name], looks: Sequence[Look], levels: tuple[str, ...]) -> Ladder | None:
    """Give looks the levels from the top, or those that the words of their names ask for."""
    anchors = {place: word for place, look in enumerate(looks) if (word := _word(names, look))}
    for skipped in range(len(levels) - len(looks) + 1):
        meant = levels[skipped : skipped + len(looks)]
        if all(meant[place] == word for place, word in anchors.items()):
            rungs = tuple(Rung(look, level) for look, level in zip(looks, meant, strict=True))
            return Ladder(rungs, whole=len(looks) == len(levels))
    return None


def _word(names: Sequence[Name], look: Look) -> str:
    """Return the level that most names of a look have in their words."""
    alike = [name for name in names if all(name.look[one] == value for one, value in look)]
    words = Counter(name.tingkat for name in alike if name.tingkat)
    word, count = next(iter(words.most_common(1)), ("", 0))
    return word if 2 * count > len(alike) else ""


def against(
    ladder: Ladder, names: Sequence[Name], places: Sequence[int]
) -> dict[int, tuple[str, int]]:
    """Return the names that another feature puts on another rung, by index, with both.

    A feature has a say where on each of two levels most names share a value of it.
    """
    found: dict[int, tuple[str, int]] = {}
    for feature in (*FEATURES, _WORDS):
        if feature in ladder.features:
            continue
        usual = _usual(names, places, feature)
        for at, (name, place) in enumerate(zip(names, places, strict=True)):
            others = [one for one, value in usual.items() if value == name.look[feature]]
            if place in usual and others and place not in others:
                nearest = min(others, key=lambda other: abs(other - place))
                found.setdefault(at, (feature, nearest))
    return found


def _usual(names: Sequence[Name], places: Sequence[int], feature: str) -> dict[int, str]:
    """Return by rung the value of a feature that at least four of five of its names have."""
    usual = {}
    for place in set(places):
        values = Counter(
            name.look[feature] for name, one in zip(names, places, strict=True) if one == place
        )
        value, count = values.most_common(1)[0]
        if 5 * count >= 4 * values.total() and values.total() > 1:
            usual[place] = value
    return usual
