"""What every page for a browser shares: one file that loads nothing, and may do nothing else.

A page's Content-Security-Policy allows its one style and its one script, known by their
hashes, and pictures beside it (by which a page learns that it was built again).
"""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files

from pohon_docs.styles import Style

_UNSAFE = re.compile(r"[^\w -]")
_SHARED_LOOK, _SHARED_SCRIPT = "dasar.css", "pantau.js"


def document(
    title: str,
    body: Iterable[str],
    style: Style,
    looks: Iterable[str],
    scripts: Iterable[str],
    variables: str = "",
) -> bytes:
    """Return a page in UTF-8; `looks` and `scripts` name its own files of CSS and JavaScript."""
    shared = f"{_variables(style)}{variables}\n"
    look = shared + "\n".join(_part(name) for name in (_SHARED_LOOK, *looks))
    script = "\n".join(_part(name) for name in (*scripts, _SHARED_SCRIPT))
    policy = (
        f"default-src 'none'; style-src '{_hash(look)}'; script-src '{_hash(script)}'; "
        "img-src 'self'; base-uri 'none'; form-action 'none'"
    )
    lines = (
        '<!DOCTYPE html>\n<html lang="id">\n<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(title)}</title>\n<style>{look}</style>\n</head>\n<body>",
        *body,
        f"<script>{script}</script>\n</body>\n</html>",
    )
    return "".join(f"{line}\n" for line in lines).encode()


@cache
def _part(name: str) -> str:
    return files("pohon_docs.writers").joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _variables(style: Style) -> str:
    """Return the colours of the workbook's roles as the style sheet's own names."""
    named = [f'--huruf:"{_UNSAFE.sub("", style.buku.huruf)}"']
    for role, look in style.buku.peran.items():
        colours = {"isi": look.isi, "huruf": look.huruf, "garis": look.garis}
        named += colour_names(role, colours)
    return f":root{{{';'.join(named)}}}"


def colour_names(role: str, colours: Mapping[str, str]) -> Iterator[str]:
    """Yield the names by which a style sheet knows the colours of a role."""
    name = _UNSAFE.sub("-", role)
    yield from (f"--{name}-{part}:{colour}" for part, colour in colours.items() if colour)


def counted(counts: Mapping[str, int]) -> str:
    """Return the counts of findings by severity as a list."""
    told = ((name, grouped(count)) for name, count in counts.items())
    items = (f'<li class="{name}"><b>{count}</b> {name}</li>' for name, count in told)
    return f'<ul class="hitung">{"".join(items)}</ul>'


def grouped(count: int) -> str:
    """Return a count in Indonesian form, `1.250`."""
    return f"{count:,}".replace(",", ".")


def escaped(words: Mapping[str, str]) -> dict[str, str]:
    """Return the words of a page as its markup can hold them."""
    return {name: escape(text) for name, text in words.items()}
