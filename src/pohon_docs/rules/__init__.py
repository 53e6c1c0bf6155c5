"""The rules: one file per theme, `Rencana` → findings, found by this folder.

A theme is a module of this package with a name `TEMA` and a constant `RULES`; modules
whose name begins with an underscore are shared parts. The words that rules go by are data
(`words/`), and so is the official list of codes (`nomenclature.py`).
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from pohon_docs.issue import Issue, Severity
from pohon_docs.model import Rencana
from pohon_docs.nomenclature import Nomenklatur, shipped
from pohon_docs.source import Ref


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule found: the cell, the fault as a clause, and cells that belong to it."""

    ref: Ref
    message: str
    hint: str = ""
    related: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its stable code, its severity and title, its check, advice and legal basis.

    `salah` says in a sentence what is wrong, `contoh` shows it: what was written, then what
    would do. `resmi` marks a check that is given the official list beside the plan.
    """

    code: str
    severity: Severity
    title: str
    check: Callable[..., Iterable[Found]]
    hint: str
    basis: str
    salah: str
    contoh: str
    resmi: bool = False

    def issues(self, rencana: Rencana, resmi: Nomenklatur) -> Iterator[Issue]:
        """Yield a finding for everything that the check finds."""
        checked = self.check(rencana, resmi) if self.resmi else self.check(rencana)
        for found in checked:
            yield Issue(
                self.code,
                self.severity,
                found.message,
                found.ref,
                found.hint or self.hint,
                found.related,
                self.basis,
            )


@dataclass(frozen=True, slots=True)
class Theme:
    """What a file of rules is about, with its rules by code."""

    nama: str
    rules: tuple[Rule, ...]


@cache
def themes() -> tuple[Theme, ...]:
    """Return every theme, by the names of their files."""
    names = sorted(module.name for module in iter_modules(__path__))
    modules = (import_module(f"{__name__}.{name}") for name in names if not name.startswith("_"))
    return tuple(Theme(module.TEMA, tuple(sorted(module.RULES, key=_code))) for module in modules)


@cache
def rules() -> tuple[Rule, ...]:
    """Return every rule of every theme, by code."""
    return tuple(sorted((rule for theme in themes() for rule in theme.rules), key=_code))


def _code(rule: Rule) -> str:
    return rule.code


def check(rencana: Rencana, resmi: Nomenklatur | None = None) -> tuple[Issue, ...]:
    """Apply every rule to a plan; its codes are compared with `resmi`, else the shipped list."""
    listed = shipped() if resmi is None else resmi
    return tuple(issue for rule in rules() for issue in rule.issues(rencana, listed))
