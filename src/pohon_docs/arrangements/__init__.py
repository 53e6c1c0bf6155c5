"""The arrangements of a workbook: one file each, `Book` → `Rencana` and findings.

An arrangement is a module of this package with a constant `ARRANGEMENT`; modules
whose name begins with an underscore are shared parts.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from pohon_docs.issue import Issue
from pohon_docs.model import Rencana
from pohon_docs.source import Book


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A way to lay a plan out in sheets: how it is recognised and how it is read."""

    name: str
    title: str
    recognises: Callable[[Book], bool]
    read: Callable[[Book], tuple[Rencana, tuple[Issue, ...]]]


@cache
def arrangements() -> tuple[Arrangement, ...]:
    """Return every arrangement of this folder, by name."""
    names = sorted(module.name for module in iter_modules(__path__))
    modules = (import_module(f"{__name__}.{name}") for name in names if not name.startswith("_"))
    return tuple(module.ARRANGEMENT for module in modules)
