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
# Text in a number's format: "Desa" in quotes, or the currency of [$Rp-421].
_LITERAL = re.compile(r'"([^"]*)"|\[\$([^-\]]*)[^\]]*\]')
_DIGITS = re.compile(r"[0#?](?:[0#?.,]*[0#?])?")
_NOT_PLAIN = re.compile(r"/|E[+-]", re.IGNORECASE)
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_BREAKS = (0x0B, 0x0D)


def shown(value: Value, number_format: str) -> str:
    """Return what a reader of the sheet sees, numbers in Indonesian form."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Ya" if value else "Tidak"
    if isinstance(value, Decimal):
        return _number(value, number_format.split(";", maxsplit=1)[0])
    if isinstance(value, date):
        return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"
    return _ESCAPED.sub(_unescaped, value) if "_x" in value else value


def _unescaped(escape: re.Match[str]) -> str:
    """Return the character that Excel wrote as its number, such as `_x000D_`."""
    code = int(escape.group(1), 16)
    return "\n" if code in _BREAKS else chr(code)


def _number(value: Decimal, pattern: str) -> str:
    """Print a number as its format shows it: percent, decimals, thousands, a unit, a currency."""
    bare = _LITERAL.sub(lambda literal: " " * len(literal.group()), pattern)
    digits = _DIGITS.search(bare)
    if digits is None or _NOT_PLAIN.search(bare):
        return indonesian(value).replace(".", "")
    percent = "%" in bare
    text = _digits(value * 100 if percent else value, digits.group())
    before, after = _literals(pattern[: digits.start()]), _literals(pattern[digits.end() :])
    return f"{before.lstrip()}{text}{'%' if percent else ''}{after.rstrip()}"


def _digits(value: Decimal, digits: str) -> str:
    """Print the digits of a number; `#` in the format is a decimal that may be left out."""
    decimals = digits.partition(".")[2]
    whole, _, fraction = indonesian(value, len(decimals)).partition(",")
    needed = decimals.rstrip("#?")
    fraction = fraction[: len(needed)] + fraction[len(needed) :].rstrip("0")
    whole = whole if "," in digits else whole.replace(".", "")
    return f"{whole},{fraction}" if fraction else whole


def _literals(pattern: str) -> str:
    return "".join(quoted or currency for quoted, currency in _LITERAL.findall(pattern))
