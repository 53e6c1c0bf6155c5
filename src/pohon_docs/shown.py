"""What a cell shows its reader: a number in its format, a date in words, a text unescaped."""

import re
from datetime import date
from decimal import Decimal

from pohon_docs.source import Value
from pohon_docs.values import indonesian

_MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)
# What a number's format is made of: "Desa" in quotes, an escaped letter, a blank as wide as a
# letter, a letter that fills the cell, the currency of [$Rp-421], a colour, the digits.
_PART = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|(?P<blank>_.)|\*.|\[\$(?P<currency>[^-\]]*)[^\]]*\]'
    r"|\[[^\]]*\]|(?P<digits>General|[0#?](?:[0#?.,]*[0#?])?)|(?P<next>;)|(?P<plain>[^,@])",
    re.IGNORECASE,
)
_NOT_PLAIN = re.compile(r"/|E[+-]", re.IGNORECASE)
_GENERAL = "Gg"
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_BREAKS = (0x0B, 0x0D)


def shown(value: Value, number_format: str) -> str:
    """Return what a reader of the sheet sees, numbers in Indonesian form."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Ya" if value else "Tidak"
    if isinstance(value, Decimal):
        return _number(value, number_format)
    if isinstance(value, date):
        return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"
    return _ESCAPED.sub(_unescaped, value) if "_x" in value else value


def _unescaped(escape: re.Match[str]) -> str:
    """Return the character that Excel wrote as its number, such as `_x000D_`."""
    code = int(escape.group(1), 16)
    return "\n" if code in _BREAKS else chr(code)


def _number(value: Decimal, pattern: str) -> str:
    """Print a number as its format shows it: percent, decimals, thousands, a unit, a currency."""
    before, digits, after, marks = _section(pattern)
    if not digits or _NOT_PLAIN.search(marks):
        return _general(value)
    shares = value * 100 if "%" in marks else value
    text = _general(shares) if digits[0] in _GENERAL else _digits(shares, digits)
    return f"{before.lstrip()}{text}{after.rstrip()}"


def _section(pattern: str) -> tuple[str, str, str, str]:
    """Split a format's first section: what it prints before its digits, they, what behind them.

    The last are the marks that are no plain text, such as `%`, `/` and `E+`.
    """
    digits = marks = ""
    printed = ["", ""]
    for part in _PART.finditer(pattern):
        if part["next"]:
            break
        if part["digits"] and not digits:
            digits = part["digits"]
            continue
        text = part["quoted"] or part["escaped"] or part["currency"] or part["plain"] or ""
        printed[bool(digits)] += " " if part["blank"] else text
        marks += part["plain"] or ""
    return printed[0], digits, printed[1], marks


def _general(value: Decimal) -> str:
    return indonesian(value).replace(".", "")


def _digits(value: Decimal, digits: str) -> str:
    """Print the digits of a number; `#` in the format is a decimal that may be left out."""
    integers, _, decimals = digits.partition(".")
    whole, _, fraction = indonesian(value, len(decimals)).partition(",")
    needed = decimals.rstrip("#?")
    fraction = fraction[: len(needed)] + fraction[len(needed) :].rstrip("0")
    whole = whole if "," in integers else whole.replace(".", "").zfill(integers.count("0"))
    return f"{whole},{fraction}" if fraction else whole
