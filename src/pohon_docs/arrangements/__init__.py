"""The arrangements of a sheet: one file each, `Sheet` → what it says of the plan.

An arrangement is a module of this package with a constant `ARRANGEMENT`; modules
whose name begins with an underscore are shared parts. Whatever a sheet looks like,
it becomes records in the template's fields, from which one code builds the nodes.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from pohon_docs.identitas import Identitas
from pohon_docs.issue import Issue
from pohon_docs.reading.fates import Fate
from pohon_docs.reading.tables import Record
from pohon_docs.source import Sheet


@dataclass(frozen=True, slots=True)
class Part:
    """What a sheet says of the plan: its identity, or records by kind.

    The kinds are those of `headings.toml`: `pohon`, `arah`, `program`, `kemitraan`, `pemda`;
    `tahun` are the years that its headings name, `totals` its rows of sums, which are no entries;
    `fates` says what became of each of its rows, by number.
    """

    records: Mapping[str, tuple[Record, ...]] = field(default_factory=dict)
    issues: tuple[Issue, ...] = ()
    tahun: frozenset[int] = frozenset()
    identitas: Identitas | None = None
    totals: tuple[Record, ...] = ()
    fates: Mapping[int, Fate] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A way to lay a part of a plan out in a sheet: how it is recognised and how it is read.

    It `adopts` a sheet that none claims where it can say what the sheet lacks.
    """

    name: str
    title: str
    claims: Callable[[Sheet], bool]
    read: Callable[[Sheet], Part]
    adopts: Callable[[Sheet], bool] = lambda _: False


@cache
def arrangements() -> tuple[Arrangement, ...]:
    """Return every arrangement of this folder, by name."""
    names = sorted(module.name for module in iter_modules(__path__))
    modules = (import_module(f"{__name__}.{name}") for name in names if not name.startswith("_"))
    return tuple(module.ARRANGEMENT for module in modules)
