"""Indonesian numbers, money, units, codes and text: what a cell's writing means."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import partial

from pohon_docs.indikator import JenisTarget
from pohon_docs.remembering import remembered

# Predicates of PermenPANRB 88/2021 (AA to D) and of the audit board's opinions.
_GRADES = frozenset(["AA", "A", "BB", "B", "CC", "C", "D", "E", "WTP", "WDP", "TMP", "TW"])

_DASHES = frozenset({"", "-", "–", "—", "−", "--"})
_NOTHING = frozenset({"na", "nihil", "belumada", "tidakada", "belumtersedia", "belumdihitung"})

_NUMBER = r"[-+(]?\d(?:[\d.,]*\d)?\)?"
_UNIT = r"(?:[^\W\d_]+|%)"
_ONLY_NUMBER = re.compile(
    rf"^(?:Rp\.?\s*)?({_NUMBER})(?:[.,]+[-–—]?)?\s*(.*)$", re.IGNORECASE | re.DOTALL
)
_RANGE = re.compile(
    rf"^{_NUMBER}\s*{_UNIT}?\s*(?:-|–|—|s/d|s\.?d\.?|sampai(?: dengan)?|hingga)\s*{_NUMBER}\s*\D*$",
    re.IGNORECASE,
)
_GROUPED = re.compile(r"^[1-9]\d{0,2}([.,])\d{3}(?:\1\d{3})*$")
_LONE_GROUP = re.compile(r"^[1-9]\d{0,2}\.\d{3}$")
_DOTTED = re.compile(r"(?<![\d.,])\d{1,3}(?:(?:\.\d{3})+,\d+|(?:\.\d{3}){2,})(?![\d.,])")
_NOT_COMPARED = re.compile(r"[^a-z0-9]+")
_SECOND_NUMBER = re.compile(r"(?<![^\W\d_])\d")
_SPACES = re.compile(r"[ \t\f\v\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_CODE_AND_NAME = re.compile(r"^((?:\d+|X+)(?:\.(?:\d+|X+))*)?\.?\s*(.*)$")
_NIP_DIGITS = 18
_WIDE = Context(prec=400)  # a spreadsheet's numbers reach 1E+308
_NUMBERING = re.compile(
    r"^\s*(?:\(?(?:\d{1,2}|[a-z])[.)]\s+(?=\S)|\d{1,2}[.)](?=[^\W\d_])|[•▪·]\s*(?=\S))"
)
_BULLET = re.compile(r"^\s*[-–—*➢]\s+(?=\S)")
_FIRST = re.compile(r"1[.)]\s")
# A bound such as `>= 2 Desa` is no single number, and a good target.
_BOUND = re.compile(
    r"^(?:>=|<=|=>|=<|[≥≤><=±]|min(?:imal)?\b\.?|maks(?:imal)?\b\.?)\s*", re.IGNORECASE
)
_REMARK = re.compile(r"\(.*\)|\*+\)?")
_RUPIAH = re.compile(r"^Rp(?![a-z])\.?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Number:
    """A number read from text; `ambiguous` where `1.250` could be 1250 or 1,25."""

    value: Decimal
    rest: str = ""
    ambiguous: bool = False


def printable(text: str) -> str:
    """Drop what no document can hold: control, format, bidi and surrogate characters."""
    if text.isprintable():
        return text
    return "".join(
        character
        for character in text
        if character in "\n\t" or unicodedata.category(character) not in _UNPRINTABLE
    )


_UNPRINTABLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def clean(text: str) -> str:
    """Clean text of unseen characters and of needless blanks; the wording stays."""
    if _is_clean_line(text):
        return text
    seen = printable(text.replace("\r\n", "\n").replace("\r", "\n"))
    lines = (_SPACES.sub(" ", line).strip() for line in seen.split("\n"))
    return "\n".join(lines).strip("\n")


@remembered
def one_line(text: str) -> str:
    """Clean text and join its lines, as for a name that its author wrapped by hand."""
    return text if _is_clean_line(text) else " ".join(clean(text).split())


def _is_clean_line(text: str) -> bool:
    """Tell whether a text is one line that nothing needs to be cleaned of, as most are."""
    return text.isprintable() and "  " not in text and text == text.strip()


@remembered
def key(text: str) -> str:
    """Return what is compared of a heading or a name: letters and digits, without case."""
    folded = unicodedata.normalize("NFKC", text).casefold().replace("&", " dan ")
    return _NOT_COMPARED.sub("", folded)


def decimal(value: float | int | Decimal) -> Decimal:
    """Return a spreadsheet's number without the noise of binary fractions."""
    return Decimal(format(value, ".15g")) if isinstance(value, float) else Decimal(value)


def number(text: str, *, thousands: bool | None = None) -> Number | None:
    """Read an Indonesian or English number with what follows it, such as `83,30 %`.

    `thousands` decides `1.250` (True for money, False where neighbours have decimals).
    Returns None for text that is no number or more than one, a range included.
    """
    return _NUMBERS[thousands](text)


def _number(text: str, *, thousands: bool | None) -> Number | None:
    opening = text[:1]
    if opening.isascii() and opening.isalpha() and opening not in "Rr":
        return None  # words, which most cells hold
    narrow = unicodedata.normalize("NFKC", text.replace("−", "-"))
    plain = _SPACES.sub(" ", narrow).strip()
    thousands = True if _RUPIAH.match(plain) else thousands
    found = _ONLY_NUMBER.match(plain)
    if not found or _RANGE.match(plain) or _SECOND_NUMBER.search(_REMARK.sub("", found.group(2))):
        return None
    digits, rest = found.group(1), found.group(2).strip()
    negative = digits.startswith(("-", "(")) and (digits[0] == "-" or digits.endswith(")"))
    bare = digits.strip("-+()")
    value = _decimal_of(bare, thousands=thousands)
    if value is None:
        return None
    ambiguous = thousands is None and bool(_LONE_GROUP.match(bare))
    return Number(-value if negative else value, rest, ambiguous)


_NUMBERS = {one: remembered(partial(_number, thousands=one)) for one in (None, True, False)}


def _decimal_of(digits: str, *, thousands: bool | None) -> Decimal | None:
    """Turn digits with separators into a number; the last separator of two kinds is decimal."""
    if "." in digits and "," in digits:
        decimal_mark = "," if digits.rfind(",") > digits.rfind(".") else "."
        group_mark = "." if decimal_mark == "," else ","
        whole, _, fraction = digits.rpartition(decimal_mark)
        grouped = _GROUPED.match(whole) or group_mark not in whole
        return Decimal(f"{whole.replace(group_mark, '')}.{fraction}") if grouped else None
    groups = re.split(r"[.,]", digits)
    several = len(groups) > 2  # noqa: PLR2004
    lone = "." in digits if thousands is None else thousands
    if _GROUPED.match(digits) and (several or lone):
        return Decimal("".join(groups))
    return None if several else Decimal(".".join(groups))


@remembered
def target(text: str) -> tuple[Decimal | None, str, JenisTarget]:
    """Read a target's number, unit and kind; a range, a grade or words have no number."""
    plain = one_line(text)
    if _REMARK.sub("", plain).strip(" .").upper() in _GRADES:
        return None, "", JenisTarget.PREDIKAT
    if _RANGE.match(plain):
        return None, "", JenisTarget.RENTANG
    read = number(plain)
    if read is None:
        return None, "", JenisTarget.TEKS
    return read.value, _REMARK.sub("", read.rest).strip(), JenisTarget.ANGKA


def indonesian(value: Decimal, places: int | None = None) -> str:
    """Print a number in Indonesian form, `1.250.000,5`; `places` fixes the decimals (5 goes up)."""
    exact = (
        value.normalize()
        if places is None
        else value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _WIDE)
    )
    return f"{exact:,f}".translate(str.maketrans(",.", ".,"))


@remembered
def items(text: str) -> tuple[str, ...]:
    """Split a cell's list: one entry for each number (`1. …`) or bullet, else for each line.

    A semicolon at the end of an entry only separates it from the next.
    """
    lines = [line for line in _inline(clean(text)).split("\n") if line.strip()]
    if len(lines) > 1:
        lines = [line.rstrip("; ") for line in lines]
    if len(lines) > 1 and all(map(_BULLET.match, lines)):
        return tuple(_BULLET.sub("", line) for line in lines)
    if not any(_NUMBERING.match(line) for line in lines):
        return tuple(lines)
    entries: list[str] = []
    for line in lines:
        if _NUMBERING.match(line) or not entries:
            entries.append(_NUMBERING.sub("", line))
        else:
            entries[-1] += f" {line}"
    return tuple(entries)


def _inline(text: str) -> str:
    """Give every number of a list that is written in one line, `1. … 2. …`, its own line."""
    if "\n" in text or not _FIRST.match(text):
        return text
    place, number = 0, 2
    while found := re.compile(rf"\s{number}[.)]\s+(?=\S)").search(text, place):
        text = f"{text[: found.start()]}\n{text[found.start() + 1 :]}"
        place, number = found.start() + 1, number + 1
    return text


def listed(text: str, count: int) -> tuple[str, ...]:
    """Split a cell's list into `count` entries where it can be: by its items, else at `;`."""
    found = items(text)
    apart = tuple(part.strip() for part in text.split(";") if part.strip())
    return apart if len(found) != count and len(apart) == count else found


def is_numbered(text: str) -> bool:
    """Tell whether a cell's lines are numbered."""
    return any(_NUMBERING.match(line) for line in clean(text).split("\n"))


def codes(text: str) -> tuple[str, ...]:
    """Split a cell of codes at semicolons and lines, in their order."""
    parts = re.split(r"[;\n]", clean(text))
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))


def code_and_name(text: str) -> tuple[str, str]:
    """Split a code from the name behind it, as in `7.01 KECAMATAN`; either may be empty."""
    found = _CODE_AND_NAME.match(one_line(text))
    return (found.group(1) or "", found.group(2)) if found else ("", one_line(text))


@remembered
def is_blank_word(text: str) -> bool:
    """Tell whether a text says that there is nothing: a dash, `Rp -`, `n/a`, `belum ada`."""
    return _RUPIAH.sub("", text.strip()) in _DASHES or key(text) in _NOTHING


def is_grouped(text: str) -> bool:
    """Tell whether a text plainly groups thousands with dots, such as `12.345,6`."""
    return bool(_DOTTED.search(text))


def is_bound(text: str) -> bool:
    """Tell whether a text sets a bound and no single number, such as `>= 2 Desa`."""
    found = _BOUND.match(text.strip())
    return found is not None and number(text.strip()[found.end() :]) is not None


def nip(text: str) -> str:
    """Print a civil servant's number of 18 digits in groups of 8, 6, 1 and 3."""
    digits = "".join(text.split())
    if not (digits.isdigit() and len(digits) == _NIP_DIGITS):
        return text
    return f"{digits[:8]} {digits[8:14]} {digits[14]} {digits[15:]}"
