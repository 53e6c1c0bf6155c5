"""The sentence that says what the looks of a list mean: `Susunan: tebal = Program; …`."""

import re
from collections.abc import Iterator

from pohon_docs.arrangements._ladder import Ladder, Look, Rung
from pohon_docs.model import Jenis, Level
from pohon_docs.reading import headings
from pohon_docs.reading.lexicon import data, words
from pohon_docs.source import Cell, Sheet
from pohon_docs.values import key, one_line

_UNKNOWN = "…"
_FLAGS = ("tebal", "besar")
_WITHOUT = ("nomor", "warna", "kata", *_FLAGS)


def written(ladder: Ladder) -> str:
    """Return the sentence of a ladder; a level that nothing tells is left open as `…`."""
    clauses = (
        f"{' + '.join(term(*one) for one in rung.look)} = {level_name(rung.tingkat) or _UNKNOWN}"
        for rung in ladder.rungs
    )
    return f"{_look_name('awal', present=True)}: {'; '.join(clauses)}"


def level_name(tingkat: str) -> str:
    """Return a level as its name is written, such as Sub Kegiatan."""
    return tingkat.replace("_", " ").title()


def term(feature: str, value: str) -> str:
    """Return a look as the sentence says it, such as `menjorok 1`, `tebal` or `tanpa warna`."""
    if not value:
        return _look_name(feature, present=False)
    name = _look_name(feature, present=True)
    if feature in _FLAGS:
        return name
    return f"{name} {level_name(value) if feature == 'kata' else value}"


def sentence(sheet: Sheet, body: int) -> Cell | None:
    """Return the cell above a header in which the sentence stands; `body` is the header's row."""
    for row in sheet.rows:
        if row.number >= body:
            return None
        for cell in row.cells:
            label, mark, rest = cell.text.partition(":")
            if mark and rest.strip() and _looks_opening(label) and not cell.merged:
                return cell
    return None


def understood(text: str, *, tree: bool) -> tuple[Ladder | None, str]:
    """Read the sentence as a ladder; the second is the first clause that can't be understood."""
    rungs: list[Rung] = []
    for clause in _clauses(text):
        looks, mark, level = clause.partition("=")
        tingkat = _level(level, tree=tree)
        look = _look(looks)
        if not mark or look is None or not tingkat:
            return None, clause
        rungs.append(Rung(look, tingkat))
    return (Ladder(tuple(rungs)), "") if rungs else (None, text)


def _clauses(text: str) -> Iterator[str]:
    body = one_line(text).partition(":")[2]
    return (clause.strip(" .") for clause in body.split(";") if clause.strip(" ."))


def _level(text: str, *, tree: bool) -> str:
    found: Jenis | Level | None = headings.level(text) if tree else headings.jenis(text)
    return str(found) if found else ""


def _look(text: str) -> Look | None:
    """Read the looks of a clause, joined by `+` or `dan`; None where one isn't known."""
    terms = [_feature(term.strip()) for term in re.split(r"[+,]|\bdan\b", text)]
    known = tuple(term for term in terms if term is not None)
    return known if len(known) == len(terms) else None


def _feature(text: str) -> tuple[str, str] | None:
    """Read one look, such as `menjorok 1` or `tanpa warna`."""
    if alone := _meaning(text):
        feature, present = alone
        if not present:
            return feature, ""
        return (feature, "ya") if feature in _FLAGS else None
    words = text.split()
    for count in range(1, len(words)):
        named = _meaning(" ".join(words[:count]))
        if named is not None and named[1] and named[0] not in _FLAGS:
            return named[0], _value(named[0], " ".join(words[count:]))
    return None


def _value(feature: str, value: str) -> str:
    if feature == "kata":
        found = headings.jenis(value) or headings.level(value)
        return str(found) if found else value
    return value if feature == "nomor" else value.strip("#").upper()


def _looks_opening(text: str) -> bool:
    """Tell whether a label opens the sentence that says what the looks of a list mean."""
    return words("susunan").get(key(text)) == "awal"


def _meaning(text: str) -> tuple[str, bool] | None:
    """Read the name of a look of a list's names; the second tells whether it is meant to be so."""
    if (name := words("susunan").get(key(text))) and name != "awal":
        return name, True
    return (name, False) if (name := words("susunan_tanpa").get(key(text))) else None


def _look_name(name: str, present: bool) -> str:
    """Return how a look is written in a sentence."""
    return str(data()["susunan" if present else "susunan_tanpa"][name][0])
