"""Checks of the way a target goes: which wording says what gets better by falling."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from pohon_docs import words
from pohon_docs.indikator import Indikator, Target
from pohon_docs.model import Rencana
from pohon_docs.remembering import remembered
from pohon_docs.rules import Found
from pohon_docs.rules._text import first, indicators, written_out
from pohon_docs.values import number


def wrong_direction(rencana: Rencana) -> Iterator[Found]:
    """Find rates that get worse in a year: falling where they should rise, and the reverse."""
    for _, indikator in indicators(rencana):
        falling = _should_fall(indikator.uraian)
        series = [one for one in indikator.target if one.tahun and one.nilai is not None]
        if falling is None or not series:
            continue
        steps = ((_said(before), before, after) for before, after in pairwise(series))
        start = _baseline(indikator, series[0])
        for said, before, after in (*start, *steps):
            if _is_worse(before, after, falling=falling):
                yield _worse(indikator, said, before, after, falling=falling)
                break


def _baseline(indikator: Indikator, first_target: Target) -> tuple[tuple[str, Target, Target], ...]:
    """Return the step from the baseline to the first target, where both are plain numbers."""
    read = number(indikator.kondisi_awal)
    if read is None or read.ambiguous or read.rest or not _is_plain(first_target):
        return ()
    text, place = indikator.kondisi_awal, indikator.at("kondisi_awal")
    before = Target(None, text, read.value, "", first_target.jenis, place)
    return ((f"kondisi awal {text}", before, first_target),)


def _is_plain(target: Target) -> bool:
    read = number(target.teks)
    return read is not None and not read.ambiguous and not read.rest


def _said(target: Target) -> str:
    return f"{target.teks} ({target.tahun})"


def _is_worse(before: Target, after: Target, *, falling: bool) -> bool:
    assert before.nilai is not None
    assert after.nilai is not None
    return after.nilai > before.nilai if falling else after.nilai < before.nilai


def _worse(
    indikator: Indikator, said: str, before: Target, after: Target, *, falling: bool
) -> Found:
    way, wanted = ("naik", "turun") if falling else ("turun", "naik")
    message = f'target "{indikator.uraian}" {way} dari {said} menjadi {_said(after)}'
    return Found(after.ref, f"{message}, padahal seharusnya {wanted}", related=(before.ref,))


@remembered
def _should_fall(text: str) -> bool | None:
    """Tell which way an indicator gets better; None where its wording doesn't say.

    A count of output may fall for good reason, so only rates are judged, and counts of what
    is bad in itself.
    """
    said = written_out(text)
    lists, measures = words.load("kata")["arah"], words.load("kata")["ukuran"]
    good = _names_any(said, "naik")
    counts = said[:1] and said[0] in measures["jumlah"]
    bad = _counts_bad(said) if counts else _names_any(said, "turun")
    if bad and not good:
        return True
    if any(" ".join(said).startswith(one) for one in lists["pembuka_naik"]):
        return False
    rated = first(text) in {*measures["indeks"], *measures["persen"]}
    return False if rated and not bad else None


def _counts_bad(said: tuple[str, ...]) -> bool:
    """Tell whether a count counts cases, or those in a bad state: `Jumlah desa rawan bencana`.

    `Jumlah warga yang mengikuti pelatihan tanggap bencana` counts what is good.
    """
    lists = words.load("kata")["arah"]
    head = said[1:3] if "yang" not in said[1:3] else said[1 : said.index("yang")]
    after = said[said.index("yang") + 1 :][:1] if "yang" in said else ()
    return bool({*said[1:2]} & {*lists["turun"]} or {*head, *after} & {*lists["keadaan"]})


def _names_any(said: tuple[str, ...], way: str) -> bool:
    """Tell whether a text holds a word or a phrase of what goes a way."""
    single, phrases = _listed(way)
    text = f" {' '.join(said)} "
    return not single.isdisjoint(said) or any(f" {one} " in text for one in phrases)


@cache
def _listed(way: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the words of a list, and its phrases."""
    listed = words.load("kata")["arah"][way]
    phrases = tuple(one for one in listed if " " in one)
    return frozenset(listed).difference(phrases), phrases
