"""The documents: one file each, `Rencana` → view, found by this folder.

A document is a module of this package with a constant `DOCUMENT`; modules whose
name begins with an underscore are shared parts.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from pohon_docs.blocks import Report
from pohon_docs.identitas import Identitas
from pohon_docs.model import Rencana
from pohon_docs.packs import Pack
from pohon_docs.views import Cards, Cascade, Chart, Lineage, Skipped, Trees

View = Trees | Chart | Lineage | Cards | Cascade | Report


def _nothing(_: Rencana, __: Pack) -> tuple[Skipped, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Document:
    """What is made for every plan: its name, the pack it follows and its view.

    `title` says in Indonesian what it is; `pack` names the regulation's folder for a
    plan's identity; `file_name` is the output's name without its ending. `editable` asks
    for a tree in Word, too, as shapes that a planner can move; `left_out` tells which tables
    of the regulation the plan has no data for; without any, there is no view at all.
    """

    name: str
    title: str
    pack: Callable[[Identitas], str]
    file_name: Callable[[Rencana], str]
    build: Callable[[Rencana, Pack], View | None]
    editable: bool = False
    left_out: Callable[[Rencana, Pack], tuple[Skipped, ...]] = _nothing


@cache
def documents() -> tuple[Document, ...]:
    """Return every document of this folder, by name."""
    names = sorted(module.name for module in iter_modules(__path__))
    modules = (import_module(f"{__name__}.{name}") for name in names if not name.startswith("_"))
    return tuple(module.DOCUMENT for module in modules)
