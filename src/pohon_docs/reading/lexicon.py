"""The words of `headings.toml`, by the form in which headings and names are compared."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from pohon_docs.values import key


@cache
def data() -> dict[str, Any]:
    """Return the file of words."""
    text = files("pohon_docs.reading").joinpath("headings.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def words(section: str) -> Mapping[str, str]:
    """Return the section's words by their compared form, each with the name that it means."""
    return {key(word): name for name, words in data()[section].items() for word in words}


@cache
def keys(section: str, name: str) -> tuple[str, ...]:
    """Return a list of words in their compared form."""
    return tuple(map(key, data()[section][name]))
