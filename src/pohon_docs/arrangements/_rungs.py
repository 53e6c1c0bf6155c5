"""Every name of a list on its level: by its column, by its words, by its look; doubts are said."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pohon_docs.arrangements._ladder import Ladder, against
from pohon_docs.arrangements._list import KINDS, LEVELS, Listed
from pohon_docs.arrangements._names import Name
from pohon_docs.arrangements._sentence import level_name, term
from pohon_docs.issue import Issue, Severity
from pohon_docs.reading import headings
from pohon_docs.source import Ref

_FIRST_COMPONENT = KINDS.index("program")


@dataclass(frozen=True, slots=True)
class Placed:
    """A name with its depth from the top and its level (empty where nothing tells it)."""

    name: Name
    depth: int
    tingkat: str


def placed(
    listed: Listed, ladder: Ladder | None, *, told: bool
) -> tuple[tuple[Placed, ...], tuple[Issue, ...]]:
    """Place every name of a list, statements aside; `told` where the author confirmed the looks."""
    names = [name for name in listed.names if not name.statement]
    if listed.typed:
        found, issues = _by_column(listed, names, ladder)
    else:
        assert ladder is not None
        found, issues = _by_look(listed, names, ladder, told=told)
    return tuple(found), (*issues, *_jumps(found, tree=listed.tree))


def _by_column(
    listed: Listed, names: Sequence[Name], ladder: Ladder | None
) -> tuple[list[Placed], list[Issue]]:
    """Place names by their column Jenis or Level; in a tree the looks tell the tiers of a level."""
    tiers = ladder if ladder and listed.tree and _refines(ladder, names) else None
    field, known = ("level", LEVELS) if listed.tree else ("jenis", KINDS)
    found: list[Placed] = []
    issues: list[Issue] = []
    for name in names:
        cell = name.record.cell(field)
        text = cell.text if cell else ""
        said = headings.level(text) if listed.tree else headings.jenis(text)
        if said is None:
            place = cell.ref if cell else name.cell.ref
            message = f'{field} "{text}" tidak dikenal' if text else f"{field} belum diisi"
            issues.append(_doubt(message, place, _above(found)))
        tingkat = str(said) if said else (found[-1].tingkat if found else known[0])
        depth = tiers.places(name)[0] if tiers else known.index(tingkat)
        found.append(Placed(name, depth, tingkat))
    return found, issues


def _refines(ladder: Ladder, names: Sequence[Name]) -> bool:
    """Tell whether every look stands on one level of the column Level, in the levels' order."""
    pairs = set()
    for name in names:
        level = headings.level(name.record.text("level"))
        on = ladder.places(name)
        if level is None or len(on) != 1:
            return False
        pairs.add((on[0], level.rank))
    ranks = [rank for _, rank in sorted(pairs)]
    return len(pairs) == len(ladder.rungs) and ranks == sorted(ranks)


def _by_look(
    listed: Listed, names: Sequence[Name], ladder: Ladder, *, told: bool
) -> tuple[list[Placed], list[Issue]]:
    """Place names by their looks; a label is believed more, and looks that differ are said."""
    places: list[int] = []
    issues: list[Issue] = []
    for name in names:
        on = ladder.places(name)
        place = on[0] if on else (places[-1] if places else 0)
        if len({ladder.rungs[one].tingkat for one in on}) != 1:
            what = "cocok dengan dua tingkat" if on else "tidak termasuk susunannya"
            said = f'tampilan "{_short(name)}" ({_look(name, ladder)}) {what}'
            issues.append(_doubt(said, name.cell.ref, _rung(ladder, place)))
        elif not told and name.tingkat and name.tingkat != ladder.rungs[place].tingkat:
            place, issue = _by_label(name, ladder, place)
            issues.append(issue)
        places.append(place)
    if not told:
        doubted = {issue.ref for issue in issues}
        issues += [one for one in _differing(ladder, names, places) if one.ref not in doubted]
    return [
        Placed(name, _depth(ladder, place, tree=listed.tree), ladder.rungs[place].tingkat)
        for name, place in zip(names, places, strict=True)
    ], issues


def _depth(ladder: Ladder, place: int, *, tree: bool) -> int:
    return place if tree else KINDS.index(ladder.rungs[place].tingkat)


def _by_label(name: Name, ladder: Ladder, place: int) -> tuple[int, Issue]:
    """Return the rung of a name whose words name another level than its look."""
    named = [at for at, rung in enumerate(ladder.rungs) if rung.tingkat == name.tingkat]
    meant = named[0] if name.labelled and named else place
    message = (
        f'kata di awal "{_short(name)}" berarti {level_name(name.tingkat)}, tetapi tampilannya '
        f"({_look(name, ladder)}) berarti {_rung(ladder, place)}"
    )
    return meant, _doubt(message, name.cell.ref, _rung(ladder, meant))


def _differing(ladder: Ladder, names: Sequence[Name], places: Sequence[int]) -> Iterator[Issue]:
    for at, (feature, other) in against(ladder, names, places).items():
        name = names[at]
        message = (
            f'tampilan "{_short(name)}" bertentangan: {_look(name, ladder)} berarti '
            f"{_rung(ladder, places[at])}, {term(feature, name.look[feature])} berarti "
            f"{_rung(ladder, other)}"
        )
        yield _doubt(message, name.cell.ref, _rung(ladder, places[at]))


def _short(name: Name) -> str:
    words = name.cell.text.split()
    return " ".join(words[:6]) + (" …" if len(words) > 6 else "")  # noqa: PLR2004


def _look(name: Name, ladder: Ladder) -> str:
    return ", ".join(term(feature, name.look[feature]) for feature in ladder.features)


def _rung(ladder: Ladder, place: int) -> str:
    return level_name(ladder.rungs[place].tingkat) or f"tingkat {place + 1}"


def _above(found: Sequence[Placed]) -> str:
    return level_name(found[-1].tingkat) if found else "tingkat teratas"


def _doubt(message: str, ref: Ref, read_as: str) -> Issue:
    return Issue(
        "SUSUN-05",
        Severity.PERINGATAN,
        f"{message}; dibaca sebagai {read_as}",
        ref,
        "Samakan tampilannya dengan baris lain yang setingkat, atau tambahkan kolom Jenis/Level.",
    )


def _jumps(found: Sequence[Placed], *, tree: bool) -> Iterator[Issue]:
    """Find names that stand two levels below the one above them."""
    before = -1 if tree else _FIRST_COMPONENT - 1
    for at, one in enumerate(found):
        if one.depth > before + 1:
            above = f'di bawah "{_short(found[at - 1].name)}"' if at else "paling atas"
            what = level_name(one.tingkat) or f"tingkat {one.depth + 1}"
            yield Issue(
                "SUSUN-06",
                Severity.PERINGATAN,
                f"{what} berdiri langsung {above}, satu tingkat terlewat",
                one.name.cell.ref,
                "Tambahkan baris tingkat yang terlewat, atau perbaiki tampilan barisnya.",
            )
        before = one.depth
