"""The words that findings are shown with, and how a finding's own are shown."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import quote

from pohon_docs.catalogue import catalogue
from pohon_docs.grids import link as link_to
from pohon_docs.issue import Issue
from pohon_docs.values import printable

_LONGEST = 2_000


@cache
def words() -> Mapping[str, Any]:
    """Return the words of every form in which findings are shown."""
    return tomllib.loads(files("pohon_docs").joinpath("findings.toml").read_text("utf-8"))


def shown(text: str) -> str:
    """Return a text as a cell or a note can hold it (Excel's own limit is 32,767 letters)."""
    return printable(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…")


def cell(issue: Issue) -> str:
    """Return the address of a finding's cell, empty for one of a whole sheet or workbook."""
    return issue.ref.cell if issue.ref.row else ""


def link(issue: Issue, copy: str) -> str:
    """Return where a finding leads: to its own cell in the marked copy, if there is one."""
    return link_to(issue.ref, copy)


def web_link(issue: Issue, copy: str) -> str:
    """Return the same as an address that a browser understands."""
    file, mark, place = link(issue, copy).partition("#")
    return f"{file}{mark}{quote(place)}"


def theme(issue: Issue) -> str:
    """Return the theme of a finding's code, as the catalogue groups them."""
    entry = catalogue().get(issue.code)
    return entry.tema if entry else words()["tanpa_tema"]


def title(issue: Issue) -> str:
    """Return what a finding's code is called."""
    entry = catalogue().get(issue.code)
    return entry.judul if entry else issue.code
