"""Checks of targets: unit against indicator, direction, years, end of the period."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from pohon_docs import words
from pohon_docs.indikator import Indikator, JenisTarget, Target
from pohon_docs.model import KELOMPOK, Jenis, Level, Node, Rencana
from pohon_docs.rules import Found
from pohon_docs.rules._text import cells, first, folded, indicators, written_out
from pohon_docs.rules._units import is_percent, standard
from pohon_docs.source import Ref
from pohon_docs.values import indonesian, number

_POINT = re.compile(r"(?<![\d.,])\d+\.\d{1,2}(?![\d.,])")
_COMMA = re.compile(r"(?<![\d.,])\d+,\d{1,2}(?![\d.,])")
_FULL = Decimal(100)
_GROWTH = frozenset({"peningkatan", "kenaikan", "pertumbuhan", "realisasi", "capaian", "laju"})


def rates_in_percent(rencana: Rencana) -> Iterator[Found]:
    """Find indeks and nilai whose unit or target is in percent."""
    hint = "Ganti satuannya dengan Indeks, Nilai, atau Poin, atau ubah indikatornya."
    yield from _in_percent(rencana, "indeks", "indeks atau nilai", hint)


def counts_in_percent(rencana: Rencana) -> Iterator[Found]:
    """Find counts (Jumlah …) whose unit or target is in percent."""
    hint = "Ganti satuannya dengan nama yang dihitung, mis. Orang, atau ubah indikatornya."
    yield from _in_percent(rencana, "jumlah", "jumlah", hint)


def _in_percent(rencana: Rencana, measure: str, named: str, hint: str) -> Iterator[Found]:
    openings = words.load("kata")["ukuran"][measure]
    for _, indikator in indicators(rencana):
        if first(indikator.uraian) not in openings:
            continue
        wrong = [one for one in indikator.target if _says_percent(one)]
        if wrong:
            message = f'target "{wrong[0].teks}" dalam persen, padahal indikatornya {named}'
            message += f' ("{indikator.uraian}")'
            refs = [*(one.ref for one in wrong[1:]), indikator.at("uraian")]
            yield Found(wrong[0].ref, message, related=tuple(refs))
        elif is_percent(indikator.satuan):
            message = f'satuan "{indikator.satuan}", padahal indikatornya {named}'
            message += f' ("{indikator.uraian}")'
            yield Found(indikator.at("satuan"), message, hint, (indikator.at("uraian"),))


def _says_percent(target: Target) -> bool:
    """Tell whether a target has the sign of percent with it, not only in the column Satuan."""
    read = number(target.teks)
    return read is not None and is_percent(read.rest)


def shares_without_percent(rencana: Rencana) -> Iterator[Found]:
    """Find percentages whose target is a count of something, such as 8 Desa."""
    openings = words.load("kata")["ukuran"]["persen"]
    for _, indikator in indicators(rencana):
        if first(indikator.uraian) not in openings:
            continue
        wrong = [one for one in indikator.target if one.satuan and not is_percent(one.satuan)]
        if wrong:
            message = f'target "{indikator.dengan_satuan(wrong[0].teks)}" bukan persen'
            message += f', padahal indikatornya "{indikator.uraian}"'
            yield Found(wrong[0].ref, message, related=tuple(one.ref for one in wrong[1:]))


def shares_over_hundred(rencana: Rencana) -> Iterator[Found]:
    """Find percentages of a whole above 100."""
    for _, indikator in indicators(rencana):
        said = written_out(indikator.uraian)
        if said[:1] != ("persentase",) or not _GROWTH.isdisjoint(said):
            continue
        over = [one for one in indikator.target if one.nilai is not None and one.nilai > _FULL]
        if over:
            message = f'target "{over[0].teks}" lebih dari 100 persen'
            yield Found(over[0].ref, message, related=tuple(one.ref for one in over[1:]))


def other_units(rencana: Rencana) -> Iterator[Found]:
    """Find targets whose own unit differs from the one in the column Satuan."""
    for _, indikator in indicators(rencana):
        unit = standard(indikator.satuan)
        wrong = [one for one in indikator.target if unit and standard(one.satuan) != unit]
        if wrong:
            message = f'target "{wrong[0].teks}", padahal satuannya "{indikator.satuan}"'
            refs = (*(one.ref for one in wrong[1:]), indikator.at("satuan"))
            yield Found(wrong[0].ref, message, related=refs)


def missing_years(rencana: Rencana) -> Iterator[Found]:
    """Find years for which a whole part of the plan has no target, once for the part.

    The reader names the empty cells of a year that others have a target for.
    """
    for kelompok in KELOMPOK:
        measured = [(node, one) for node, one in indicators(rencana, *kelompok) if _aimed([one])]
        known = _aimed([one for _, one in measured])
        dated = [one for node, one in measured if not _is_new(node, one)]
        missing = [str(tahun) for tahun in rencana.tahun if tahun not in known]
        if dated and missing:
            message = f'indikator "{dated[0].uraian}"{cells(len(dated))} belum mempunyai target'
            related = tuple(one.at("uraian") for one in dated[1:])
            place = dated[0].at("uraian")
            yield Found(place, f"{message} tahun {', '.join(missing)}", related=related)


def _is_new(node: Node, indikator: Indikator) -> bool:
    """Tell whether a component just runs in some of the years, money and targets alike."""
    paid = {pagu.tahun for pagu in node.pagu if pagu.nilai}
    return bool(paid) and paid == _aimed([indikator])


def _aimed(several: Sequence[Indikator]) -> set[int]:
    """Return the years that indicators have a target for."""
    return {one.tahun for indikator in several for one in indikator.target if one.tahun}


def equal_every_year(rencana: Rencana) -> Iterator[Found]:
    """Find outcomes whose target never moves and is not at its maximum."""
    least = words.load("ambang")["tetap"]["tahun"]
    rates = words.load("kata")["ukuran"]
    for node, indikator in indicators(rencana):
        values = {one.nilai for one in indikator.target if one.tahun}
        years = sum(1 for one in indikator.target if one.tahun)
        if years < least or len(values) != 1 or values & {None, _FULL, Decimal(0)}:
            continue
        if _is_outcome(node) and first(indikator.uraian) in {*rates["indeks"], *rates["persen"]}:
            teks = indikator.target[0].teks
            message = f'target "{indikator.uraian}" tetap {teks} selama {years} tahun'
            yield Found(indikator.target[0].ref, message)


def _is_outcome(node: Node) -> bool:
    if node.jenis is Jenis.KINERJA:
        return node.level is not Level.OPERASIONAL
    return node.jenis in (Jenis.TUJUAN, Jenis.SASARAN, Jenis.PROGRAM)


def other_end(rencana: Rencana) -> Iterator[Found]:
    """Find end conditions that are neither the last year's target nor the sum of the years."""
    for _, indikator in indicators(rencana):
        last = _last(indikator, rencana.tahun)
        if last is None or not indikator.kondisi_akhir:
            continue
        ends = _readings(indikator.kondisi_akhir)
        if last.nilai is not None and not any(map(str.isdigit, indikator.kondisi_akhir)):
            continue  # the reader finds words among numbers
        if last.nilai is None or not ends:
            same = folded(last.teks) == folded(indikator.kondisi_akhir)
        else:
            rights = (last.nilai, _sum(indikator.target))
            same = any(_near(end, right) for end in ends for right in rights)
        if not same:
            message = f'kondisi akhir "{indikator.kondisi_akhir}" berbeda dari target '
            message += f'{last.tahun} "{last.teks}"'
            yield Found(indikator.at("kondisi_akhir"), message, related=(last.ref,))


def _last(indikator: Indikator, tahun: Sequence[int]) -> Target | None:
    """Return the target of the period's last year, or of a later one that was written."""
    dated = [one for one in indikator.target if one.tahun and tahun and one.tahun >= tahun[-1]]
    return max(dated, key=lambda one: one.tahun or 0, default=None)


def words_for_numbers(rencana: Rencana) -> Iterator[Found]:
    """Find targets that are neither a number, a range nor a grade."""
    for _, indikator in indicators(rencana):
        wrong = [one for one in indikator.target if one.jenis is JenisTarget.TEKS]
        if wrong:
            message = f'target "{wrong[0].teks}" bukan angka, rentang, atau predikat'
            yield Found(wrong[0].ref, message, related=tuple(one.ref for one in wrong[1:]))


def mixed_decimal_marks(rencana: Rencana) -> Iterator[Found]:
    """Find decimal points in a plan that writes decimal commas elsewhere."""
    written = [one for _, indikator in indicators(rencana) for one in indikator.target]
    points = [one for one in written if _POINT.search(one.teks)]
    commas = [one for one in written if _COMMA.search(one.teks)]
    if points and commas:
        message = f'tanda desimal campur: titik pada {len(points)} sel (mis. "{points[0].teks}"), '
        message += f'koma pada {len(commas)} sel (mis. "{commas[0].teks}")'
        refs: Sequence[Ref] = [one.ref for one in (*points[1:], commas[0])]
        yield Found(points[0].ref, message, related=tuple(refs))


def _readings(text: str) -> set[Decimal]:
    """Return the numbers that a text can mean: 46.000 is 46000, or 46 with three decimals."""
    read = (number(text, thousands=False), number(text))
    return {one.value for one in read if one}


def _sum(targets: Sequence[Target]) -> Decimal:
    return sum((one.nilai for one in targets if one.nilai is not None and one.tahun), Decimal(0))


def _near(one: Decimal, other: Decimal) -> bool:
    """Tell whether two numbers are printed alike, with two decimals."""
    return indonesian(one, 2) == indonesian(other, 2)
