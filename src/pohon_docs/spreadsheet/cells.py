"""What a stored cell means: its text as a reader sees it, its value, and what is wrong with it."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache, partial
from math import isfinite
from typing import NamedTuple, TypeAlias

from pohon_docs.shown import shown
from pohon_docs.source import PLAIN, Marks, Value
from pohon_docs.spreadsheet.book import EPOCH, Contents
from pohon_docs.spreadsheet.faults import Fault
from pohon_docs.spreadsheet.formats import Look
from pohon_docs.spreadsheet.parts import is_whole
from pohon_docs.spreadsheet.strings import Text, plain_text
from pohon_docs.values import clean, decimal

_ERRORS = frozenset(
    [
        *("#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"),
        *("#GETTING_DATA", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!", "#BUSY!"),
    ]
)
_REMEMBERED = 1 << 15
_DIGITS_KEPT = 15
_LAST_DAY = 2_958_465
"""31 December 9999, the last day that Excel shows."""
_NO_LEAP_DAY = 60
"""Excel counts a 29 February 1900 that never was; the days before it are one too many."""
_DAY = 24 * 60 * 60
_PLAIN_LOOK = Look()


class Meaning(NamedTuple):
    """A cell's text, value and marks, and its faults, each with the writing that is meant."""

    text: str
    value: Value
    marks: Marks = PLAIN
    faults: tuple[tuple[Fault, str], ...] = ()


Means: TypeAlias = Callable[[str, str | Text | None, int], Meaning]


def meanings(contents: Contents) -> Means:
    """Return the function that reads a workbook's cells by kind, writing and style.

    A plan says the same thing in very many cells: what was read once is remembered.
    """
    return lru_cache(maxsize=_REMEMBERED)(partial(_meaning, contents))


def _meaning(contents: Contents, kind: str, written: str | Text | None, style: int) -> Meaning:
    look = contents.looks[style] if style < len(contents.looks) else _PLAIN_LOOK
    if written is None:
        return _wrong(Fault.UNCALCULATED)
    if isinstance(written, Text):
        return _text(written, look)
    return _READERS.get(kind, _formula_text)(written, look, contents)


def _wrong(fault: Fault, detail: str = "") -> Meaning:
    return Meaning("", None, PLAIN, ((fault, detail),))


def _shared(written: str, look: Look, contents: Contents) -> Meaning:
    number = written.strip()
    strings = contents.strings or ()
    if is_whole(number) and int(number) < len(strings):
        return _text(strings[int(number)], look)
    return _wrong(Fault.NO_STRING, number[:_DIGITS_KEPT])


def _text(text: Text, look: Look) -> Meaning:
    if text.text in _ERRORS:
        return _wrong(Fault.ERROR, text.text)
    faults = []
    if text.struck:
        faults.append((Fault.STRUCK, text.struck))
    if text.cut:
        faults.append((Fault.CUT, ""))
    if look.struck and text.text and not text.struck:  # runs of their own have looks of their own
        faults.append((Fault.ALL_STRUCK, ""))
    return Meaning(text.text, text.written, look.marks, tuple(faults))


def _formula_text(written: str, look: Look, _: Contents) -> Meaning:
    return _text(plain_text(written), look)


def _truth(written: str, look: Look, _: Contents) -> Meaning:
    value = written.strip() in ("1", "true")
    return Meaning(shown(value, look.number_format), value, look.marks)


def _error(written: str, _: Look, __: Contents) -> Meaning:
    return _wrong(Fault.ERROR, clean(written))


def _number(written: str, look: Look, contents: Contents) -> Meaning:
    """Read a number as its format shows it; a date's is a date."""
    value = _decimal(written.strip())
    if value is None:
        return _wrong(Fault.UNREADABLE, written[:_DIGITS_KEPT])
    if look.is_date:
        return _dated(value, look, contents.epoch)
    text = clean(shown(value, look.number_format))
    faults = []
    if value.adjusted() >= _DIGITS_KEPT:
        faults.append((Fault.ROUNDED, text))
    if look.struck:
        faults.append((Fault.ALL_STRUCK, ""))
    return Meaning(text, value, look.marks, tuple(faults))


def _decimal(written: str) -> Decimal | None:
    if written.isascii() and written.isdigit() and len(written) <= _DIGITS_KEPT + 3:
        return Decimal(written)
    try:
        number = float(written)
    except ValueError:
        return None
    return decimal(number) if isfinite(number) else None


def _dated(value: Decimal, look: Look, epoch: date) -> Meaning:
    """Read a number of days as a date, a part of a day as a time, a span as its hours."""
    if not 0 <= value < _LAST_DAY + 1:
        return _wrong(Fault.NO_DATE, f"{float(value):.15g}")
    seconds = round(value * _DAY)
    if look.is_elapsed or value < 1:
        return _timed(seconds, look)
    days = seconds // _DAY
    shift = 1 if days < _NO_LEAP_DAY and epoch == EPOCH else 0
    day = epoch + timedelta(days=days + shift)
    return Meaning(shown(day, look.number_format), day, look.marks)


def _timed(seconds: int, look: Look) -> Meaning:
    minutes, second = divmod(seconds, 60)
    hours, minute = divmod(minutes, 60)
    width = 1 if look.is_elapsed else 2
    text = f"{hours:0{width}}:{minute:02}:{second:02}"
    return Meaning(text, text, look.marks)


def _iso_date(written: str, look: Look, _: Contents) -> Meaning:
    """Read a date that is written out, as strict workbooks have it."""
    try:
        day = date.fromisoformat(written.strip()[:10])
    except ValueError:
        return _wrong(Fault.UNREADABLE, written[:40])
    return Meaning(shown(day, ""), day, look.marks)


_READERS: Mapping[str, Callable[[str, Look, Contents], Meaning]] = {
    "s": _shared,
    "n": _number,
    "b": _truth,
    "e": _error,
    "d": _iso_date,
}
"""How a value is read, by the kind that its cell says; any other is text."""
