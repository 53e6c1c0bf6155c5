"""The numbering before a name: which scheme it is of, such as I., A., 1., 1.1, a) or a bullet."""

import re
from collections.abc import Iterable

_TOKEN = re.compile(
    r"^(?P<token>\(?(?:[IVXLC]+|[ivxlc]+|\d{1,3}(?:\.\d{1,3})*|[A-Za-z])[.)]"
    r"|\d{1,3}(?:\.\d{1,3})+|[-–—•*·▪➢])\s+(?=\S)"
)
# Numbers under a letter or a Roman number, such as I.1, A.2.b or 1.a
_MIXED = re.compile(
    r"^(?P<token>(?=\S*\d)(?=\S*[A-Za-z])(?:[IVXLC]+|[A-Za-z]|\d{1,3})"
    r"(?:\.(?:\d{1,3}|[A-Za-z]))+[.)]?)\s+(?=\S)"
)
_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_ROMAN = tuple(ten + one for ten in ("", "X", "XX", "XXX") for one in _ONES)


def numbered(text: str) -> tuple[str, str]:
    """Split the numbering from the name behind it; it is empty where there is none."""
    found = _TOKEN.match(text) or _MIXED.match(text)
    return (found["token"], text[found.end() :]) if found else ("", text)


def schemes(tokens: Iterable[str]) -> list[str]:
    """Return the scheme of every token, from the top: its first number, `1.1` for `2.3`.

    `C.` is a letter after `B.` and a Roman hundred after `XCIX.`: what stood before tells.
    """
    before: dict[str, str] = {}
    return [_scheme(token.strip().replace(",", "."), before) for token in tokens]


def _scheme(token: str, before: dict[str, str]) -> str:
    """Return a token's scheme; `before` holds the last letter and Roman number of each case."""
    core = token.strip("().")
    if not core or not core.replace(".", "").isalnum():
        return token
    mark = ")" if token.endswith(")") else "."
    if core.replace(".", "").isdigit():
        parts = core.count(".") + 1
        return f"1{mark}" if parts == 1 else ".".join(["1"] * parts)
    if "." in core:
        return ".".join(_part(part, before) for part in core.split("."))
    case = "upper" if core.isupper() else "lower"
    if _is_letter(core, before.get(f"{case} letter", ""), before.get(f"{case} roman", "")):
        before[f"{case} letter"] = core.upper()
        return f"{'A' if case == 'upper' else 'a'}{mark}"
    before[f"{case} roman"] = core.upper()
    return f"{'I' if case == 'upper' else 'i'}{mark}"


def _part(part: str, before: dict[str, str]) -> str:
    """Return the first of a part's kind: 1, a, A, or I below a Roman number."""
    if part.isdigit():
        return "1"
    if part.islower():
        return "a"
    return "I" if before.get("upper roman") == part else "A"


def _is_letter(core: str, letter: str, roman: str) -> bool:
    """Tell whether a token is a letter of the alphabet rather than a Roman number."""
    text = core.upper()
    if len(text) > 1 or text not in _ROMAN:
        return len(text) == 1
    if letter and ord(text) == ord(letter) + 1:
        return True
    place = _ROMAN.index(text)
    return place != 1 and (roman not in _ROMAN[1:] or _ROMAN[place - 1] != roman)
