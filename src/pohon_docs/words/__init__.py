"""The word lists that a plan is judged by, as data: one TOML file for each list of lists."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> Mapping[str, Any]:
    """Return the lists of file `name`, such as "kata"; raises FileNotFoundError."""
    text = files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def listed(name: str, section: str) -> frozenset[str]:
    """Return a list of words."""
    return frozenset(load(name)[section])
