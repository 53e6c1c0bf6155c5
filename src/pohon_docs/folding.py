"""One wrong cell is one finding: what only follows from another finding is told with it.

Which codes follow from which is data (`words/akibat.toml`).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from pohon_docs import words
from pohon_docs.issue import Issue, Severity, in_order
from pohon_docs.source import Ref

_WEIGHT = {severity: weight for weight, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class Follows:
    """Findings that follow from others which stand at the same place.

    `di` says what is the same: sel, terkait (a cell that the follower names), baris, kolom,
    lembar or buku. A cause takes no more than `paling_banyak` followers, 0 being any number:
    where there are more, they have causes of their own.
    """

    di: str
    sebab: tuple[str, ...]
    akibat: tuple[str, ...]
    paling_banyak: int = 0

    def rank(self, cause: Issue) -> tuple[int, int]:
        """Return how far to the front a cause stands: its weight, then its place in the list."""
        listed = (at for at, begin in enumerate(self.sebab) if cause.code.startswith(begin))
        return _WEIGHT[cause.severity], next(listed)


_PLACES: Mapping[str, Callable[[Ref], object]] = {
    "sel": lambda ref: ref,
    "terkait": lambda ref: ref,
    "baris": lambda ref: (ref.book, ref.sheet, ref.row),
    "kolom": lambda ref: (ref.book, ref.sheet, ref.column),
    "lembar": lambda ref: (ref.book, ref.sheet),
    "buku": lambda ref: ref.book,
}


def folded(issues: Iterable[Issue]) -> tuple[Issue, ...]:
    """Return the findings with their consequences told in them, in order."""
    left = _one_per_row(in_order(issues))
    for follows in _all_follows():
        left = _without_followers(left, follows)
    return in_order(left)


@cache
def _all_follows() -> tuple[Follows, ...]:
    tables = words.load("akibat")["akibat"]
    return tuple(
        Follows(one["di"], tuple(one["sebab"]), tuple(one["akibat"]), one.get("paling_banyak", 0))
        for one in tables
    )


def _one_per_row(issues: Sequence[Issue]) -> list[Issue]:
    """Bring the findings of one code on one row together, where the code is listed so."""
    listed = frozenset(words.load("akibat")["baris"]["kode"])
    rows: dict[object, list[Issue]] = {}
    for issue in issues:
        row = (issue.code, issue.ref.book, issue.ref.sheet, issue.ref.row)
        rows.setdefault(row if issue.code in listed else issue, []).append(issue)
    return [
        replace(
            first,
            message=f"{first.message}; begitu pula {len(rest)} lagi di baris itu",
            related=_cells(first, rest),
        )
        if rest
        else first
        for first, *rest in rows.values()
    ]


def _without_followers(issues: Sequence[Issue], follows: Follows) -> list[Issue]:
    """Return the findings with those that follow from another told in it."""
    causes = _causes(issues, follows)
    waiting: dict[object, list[Issue]] = {}
    for issue in issues if causes else ():
        if issue.code.startswith(follows.akibat):
            place = _place_of_cause(issue, causes, follows)
            if place is not None and not _is_cause(issue, causes[place], follows):
                waiting.setdefault(place, []).append(issue)
    gone: set[int] = set()
    told: dict[int, Issue] = {}
    for place, found in waiting.items():
        first, *others = causes[place]
        most = follows.paling_banyak * len(causes[place])
        if id(first) not in gone and (not most or len(found) <= most):
            gone.update(map(id, found))
            told[id(first)] = _together(told.get(id(first), first), found, others, follows)
    return [told.get(id(issue), issue) for issue in issues if id(issue) not in gone]


def _is_cause(issue: Issue, causes: Sequence[Issue], follows: Follows) -> bool:
    """Tell whether a finding is the one that the others follow from; the first of a cell is."""
    limited = follows.paling_banyak > 0
    return issue.code.startswith(follows.sebab) if limited else issue is causes[0]


def _causes(issues: Sequence[Issue], follows: Follows) -> dict[object, list[Issue]]:
    """Return the findings that others follow from, by their places, the foremost first."""
    key = _PLACES[follows.di]
    found: dict[object, list[Issue]] = {}
    for issue in issues:
        if issue.code.startswith(follows.sebab):
            refs = (issue.ref, *issue.related) if follows.di == "sel" else (issue.ref,)
            for place in dict.fromkeys(map(key, refs)):
                found.setdefault(place, []).append(issue)
    return {place: sorted(several, key=follows.rank) for place, several in found.items()}


def _place_of_cause(
    issue: Issue, causes: Mapping[object, list[Issue]], follows: Follows
) -> object | None:
    """Return the place of a finding that a cause shares."""
    refs = (issue.ref, *issue.related) if follows.di == "terkait" else (issue.ref,)
    if follows.di == "sel" and len(issue.related) > 1:
        return None  # it speaks of other cells too
    key = _PLACES[follows.di]
    return next((place for place in map(key, refs) if place in causes), None)


def _together(
    cause: Issue, found: Sequence[Issue], others: Sequence[Issue], follows: Follows
) -> Issue:
    """Return a cause that tells what follows, or the follower that weighs more than it."""
    worst = min(found, key=lambda one: _WEIGHT[one.severity])
    if _WEIGHT[worst.severity] < _WEIGHT[cause.severity]:
        said = f"{worst.message}; mungkin karena {cause.message}"
        rest = [cause, *(one for one in found if one is not worst)]
        return replace(worst, message=said, related=_cells(worst, rest))
    if follows.di == "sel":
        return cause
    also = f" atau {len(others)} temuan serupa" if others and follows.di == "buku" else ""
    more = f" (dan {len(found) - 1} hal lain)" if len(found) > 1 else ""
    said = f"{cause.message}; mungkin karena itu{also} {found[0].message}{more}"
    return replace(cause, message=said, related=_cells(cause, found))


def _cells(first: Issue, others: Iterable[Issue]) -> tuple[Ref, ...]:
    """Return the cells that a finding names beside its own, with those of others."""
    refs = (*first.related, *(ref for one in others for ref in (one.ref, *one.related)))
    return tuple(ref for ref in dict.fromkeys(refs) if ref != first.ref)
