"""What a cell holds against what its column is for: a number as a sentence, a word for a number."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from decimal import Decimal

from pohon_docs.enumerated import items
from pohon_docs.indikator import JenisTarget
from pohon_docs.issue import Issue, Severity
from pohon_docs.reading import headings
from pohon_docs.reading.measures import IKU_WORDS
from pohon_docs.reading.tables import Record
from pohon_docs.reading.yearly import dated
from pohon_docs.remembering import remembered
from pohon_docs.source import Cell, Ref
from pohon_docs.values import indonesian, is_blank_word, is_bound, key, number, one_line, target

_ENDS = ("kondisi_awal", "kondisi_akhir")
_MEASURED = frozenset({"target", *_ENDS})
_FAR = 20
"""How many times greater all others are than a share that was written as a fraction."""
_CHOSEN = frozenset({"level", "jenis"})
"""Columns of fixed words, where any other content is found as no word of theirs."""
_WORDED = frozenset({JenisTarget.TEKS, JenisTarget.PREDIKAT})


def odd_cells(kind: str, records: Iterable[Record]) -> Iterator[Issue]:
    """Find the cells of a kind's records whose content their column is not for."""
    for record in records:
        here = record.number
        own = [(one.field, cell) for one, cell in record.cells.items() if cell.ref.row == here]
        for field, cell in own:
            yield from _odd(kind, field, cell)
        measured = [cell for field, cell in own if field in _MEASURED]
        yield from _mixed(measured, {cell.ref for field, cell in own if field == "target"})
        if unit := one_line(record.text("satuan")):
            yield from _other_units([cell for field, cell in own if field in _ENDS], unit)
            yield from _fractions(measured, unit)


def _odd(kind: str, field: str, cell: Cell) -> Iterable[Issue]:
    """Find what a cell holds that its column is not for, whatever stands beside it."""
    if field not in _CHOSEN and headings.is_wording(field) and (sort := _unworded(cell)):
        return (_no_wording(headings.title(kind, field), cell, sort),)
    if field in _ENDS and isinstance(cell.value, date):
        return (dated(cell, one_line(cell.text)),)
    if field == "iku" and one_line(cell.text).casefold() not in IKU_WORDS:
        return (_unknown_iku(cell),)
    return ()


def _unworded(cell: Cell) -> str:
    """Say what a cell holds that is no wording, or nothing."""
    if isinstance(cell.value, date):
        return "tanggal"
    if isinstance(cell.value, bool):
        return "nilai benar/salah"
    read = number(cell.text)
    bare = isinstance(cell.value, Decimal) or (read is not None and not read.rest)
    return "angka" if bare else ""


def _no_wording(title: str, cell: Cell, sort: str) -> Issue:
    return Issue(
        "NILAI-01",
        Severity.PERINGATAN,
        f'kolom "{title}" berisi {sort} ("{one_line(cell.text)}"), bukan kata atau kalimat',
        cell.ref,
        "Periksa apakah isinya salah kolom, lalu tulis kalimatnya.",
    )


def _unknown_iku(cell: Cell) -> Issue:
    return Issue(
        "NILAI-03",
        Severity.PERINGATAN,
        f'isi kolom IKU "{one_line(cell.text)}" tidak dikenal, dibaca sebagai bukan IKU',
        cell.ref,
        'Tulis "Ya" bila indikator itu IKU, "Tidak" bila bukan.',
    )


def _mixed(cells: list[Cell], targets: Collection[Ref]) -> Iterator[Issue]:
    """Find words among the numbers of one row's targets, baseline and end.

    Words that can be no target at all are found by a rule, wherever they stand.
    """
    kinds = [(cell, _kinds(cell.text)) for cell in cells if not isinstance(cell.value, date)]
    numbers = sum(JenisTarget.ANGKA in kind for _, kind in kinds)
    odd = [cell for cell, kind in kinds if kind & _WORDED and JenisTarget.ANGKA not in kind]
    if len(odd) <= numbers:
        for cell in odd:
            if cell.ref not in targets or JenisTarget.TEKS not in _kinds(cell.text):
                yield _no_number(cell)


@remembered
def _kinds(text: str) -> frozenset[JenisTarget]:
    """Return the kinds of what a cell lists; a dash and its like are none."""
    listed = (one for one in items(text) if not (is_blank_word(one) or is_bound(one)))
    return frozenset(target(one)[2] for one in listed)


def _no_number(cell: Cell) -> Issue:
    return Issue(
        "NILAI-02",
        Severity.PERINGATAN,
        f'"{one_line(cell.text)}" bukan angka, padahal nilai lain pada baris ini angka',
        cell.ref,
        'Tulis angkanya, atau "-" bila memang belum ada.',
    )


def _other_units(cells: list[Cell], unit: str) -> Iterator[Issue]:
    """Find baselines and ends with another unit than the row's; a rule compares targets."""
    for cell in cells:
        read = number(cell.text)
        written = target(cell.text)[1] if read else ""
        if written and headings.is_unit(written) and not _same_unit(written, unit):
            yield Issue(
                "ANGKA-06",
                Severity.PERINGATAN,
                f'"{one_line(cell.text)}" bersatuan {written}, padahal kolom Satuan "{unit}"',
                cell.ref,
                "Samakan satuannya.",
            )


def _same_unit(written: str, unit: str) -> bool:
    """Tell whether two units are one, perhaps shortened: % and Persen, Desa and Desa/Kelurahan."""
    if headings.is_percent(written) or headings.is_percent(unit):
        return headings.is_percent(written) and headings.is_percent(unit)
    one, other = sorted((key(written), key(unit)), key=len)
    return one in other or items(unit) != (unit,)


def _fractions(cells: list[Cell], unit: str) -> Iterator[Issue]:
    """Find numbers such as 0,96 whose unit is percent, which may mean 96 percent.

    Among greater ones only a number that is far below them all: 0,4211 beside 50, not beside 2.
    """
    if not headings.is_percent(unit):
        return
    reads = [(cell, number(cell.text)) for cell in cells]
    values = [(cell, read.value) for cell, read in reads if read and not read.rest]
    least = min((value for _, value in values if value > 1), default=None)
    below = [
        (cell, value)
        for cell, value in values
        if 0 < value < 1 and (least is None or value * _FAR <= least)
    ]
    if below:
        text, meant = one_line(below[0][0].text), indonesian(below[0][1] * 100)
        yield Issue(
            "ANGKA-05",
            Severity.PERINGATAN,
            f'"{text}" dengan satuan {unit} dibaca {text} persen; mungkin yang dimaksud pecahan',
            below[0][0].ref,
            f"Tulis {meant} atau {meant}% bila yang dimaksud {meant} persen.",
            tuple(cell.ref for cell, _ in below[1:]),
        )
