"""A component's name beside its official one: the same, only shortened, or another."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from pohon_docs import words
from pohon_docs.rules._text import tokens, written_out

_PROGRAM = "program"
_SHORTEST, _LONGEST = 2, 6

Said = tuple[str, ...]


def differs(name: str, right: str) -> bool:
    """Tell whether a name has other words than the official one, `/` or `atau` aside."""
    joining = set(words.load("kata")["tugas"]["penghubung"])
    official = bare(written_out(right))
    mine = _initials_written_out(bare(written_out(name)), official)
    return sorted(w for w in mine if w not in joining) != sorted(
        w for w in official if w not in joining
    )


def shortened(name: str, right: str) -> bool:
    """Tell whether a name isn't the official one word for word; its spelling has its own rule."""
    return _local(_spelled(tokens(name))) != _local(_spelled(tokens(right)))


def bare(said: Said) -> Said:
    """Return a name without the word Program before it and the kind of government behind it."""
    local = _local(said)
    return local[1:] if local[:1] == (_PROGRAM,) else local


def difference(mine: Said, right: Said) -> str:
    """Say which words are others, which are missing and which are too many."""
    return "; ".join(_parts(mine, right))


def _parts(mine: Said, right: Said) -> Iterator[str]:
    for tag, a, b, c, d in SequenceMatcher(None, mine, right, autojunk=False).get_opcodes():
        written, wanted = " ".join(mine[a:b]), " ".join(right[c:d])
        if tag == "replace":
            yield f'"{written}" seharusnya "{wanted}"'
        elif tag != "equal":
            yield f'lebih "{written}"' if written else f'kurang "{wanted}"'


def _local(said: Said) -> Said:
    """Return a program's name without the kind of government that it ends with."""
    kinds = words.load("kata")["tugas"]["pemerintah"]
    while said and said[0] == _PROGRAM and said[-1] in kinds:
        said = said[:-1]
    return said


def _spelled(said: Said) -> Said:
    """Return words with the misspelled ones corrected."""
    right = words.load("ejaan")["ejaan"]
    return tuple(part for word in said for part in right.get(word, word).split())


def _initials_written_out(mine: Said, right: Said) -> Said:
    """Return a name whose initials (`sd`) are the official words that they stand for."""
    whole = {initials: span for initials, span in _spans(right) if initials not in right}
    return tuple(part for word in mine for part in whole.get(word, (word,)))


def _spans(right: Said) -> Iterator[tuple[str, Said]]:
    """Yield runs of official words by their initials."""
    for size in range(_SHORTEST, _LONGEST + 1):
        for at in range(len(right) - size + 1):
            span = right[at : at + size]
            yield "".join(word[0] for word in span), span
