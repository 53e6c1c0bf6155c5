"""Checks of what makes an indicator measurable: unit, formula, source of data, baseline."""

from collections.abc import Callable, Iterator

from pohon_docs import words
from pohon_docs.indikator import Indikator, JenisTarget
from pohon_docs.model import ARAH, Jenis, Level, Rencana
from pohon_docs.rules import Found
from pohon_docs.rules._text import indicators, tokens, written_out


def without_formula(rencana: Rencana) -> Iterator[Found]:
    """Find indicators of tujuan and sasaran whose calculation isn't given, in one finding."""
    yield from _lacking(rencana, "formula", lambda one: not one.formula)


def without_source(rencana: Rencana) -> Iterator[Found]:
    """Find indicators of tujuan and sasaran whose source of data isn't given, in one finding."""
    yield from _lacking(rencana, "sumber data", lambda one: not one.sumber_data)


def without_baseline(rencana: Rencana) -> Iterator[Found]:
    """Find indicators of tujuan and sasaran without a value to start from, in one finding."""
    yield from _lacking(rencana, "kondisi awal", lambda one: not one.kondisi_awal)


def without_unit(rencana: Rencana) -> Iterator[Found]:
    """Find indicators with a bare number as target and no unit anywhere, in one finding.

    Where others have a unit, the reader names the empty cells of the column Satuan.
    """
    if not any(one.satuan for _, one in indicators(rencana, *ARAH)):
        yield from _lacking(rencana, "satuan", _has_bare_number)


def outputs_as_outcomes(rencana: Rencana) -> Iterator[Found]:
    """Find goals and topmost conditions that are measured by a count of papers or meetings."""
    counts, things = (
        frozenset(words.load("kata")["ukuran"][one]) for one in ("jumlah", "keluaran")
    )
    for node, indikator in indicators(rencana, *ARAH, Jenis.KINERJA):
        outcome = node.jenis in ARAH or node.level in (Level.STRATEGIS, Level.URUSAN)
        said = written_out(indikator.uraian)[:2]
        if outcome and len(said) > 1 and said[0] in counts and said[1] in things:
            message = f'indikator "{indikator.uraian}" menghitung keluaran, bukan hasil'
            yield Found(indikator.at("uraian"), message)


def _lacking(rencana: Rencana, part: str, lacks: Callable[[Indikator], bool]) -> Iterator[Found]:
    found = [one for _, one in indicators(rencana, *ARAH) if one.uraian and lacks(one)]
    if found:
        count = f"{len(found)} " if len(found) > 1 else ""
        message = f"{count}indikator tujuan dan sasaran belum mempunyai {part}"
        related = tuple(one.at("uraian") for one in found[1:])
        yield Found(found[0].at("uraian"), message, related=related)


def _has_bare_number(indikator: Indikator) -> bool:
    """Tell whether no unit stands in the column, beside a target or in the indicator itself."""
    numbers = [one for one in indikator.target if one.jenis is JenisTarget.ANGKA]
    named = tokens(indikator.uraian)[:1]
    says = named in (("persentase",), ("indeks",), ("nilai",), ("predikat",))
    return bool(numbers) and not says and not any(one.satuan for one in numbers)
