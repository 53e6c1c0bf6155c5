"""The rules: one file per theme, `Rencana` → findings, found by this folder.

A theme is a module of this package with a constant `RULES`; modules whose name
begins with an underscore are shared parts.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from pohon_docs.issue import Issue, Severity
from pohon_docs.model import Rencana
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
    """A rule: its stable code, its severity, its title, its check, advice and legal basis."""

    code: str
    severity: Severity
    title: str
    check: Callable[[Rencana], Iterable[Found]]
    hint: str
    basis: str

    def issues(self, rencana: Rencana) -> Iterator[Issue]:
        """Yield a finding for everything that the check finds."""
        for found in self.check(rencana):
            yield Issue(
                self.code,
                self.severity,
                found.message,
                found.ref,
                found.hint or self.hint,
                found.related,
                self.basis,
            )


@cache
def rules() -> tuple[Rule, ...]:
    """Return every rule of every theme, by code."""
    names = sorted(module.name for module in iter_modules(__path__))
    modules = (import_module(f"{__name__}.{name}") for name in names if not name.startswith("_"))
    return tuple(sorted((rule for module in modules for rule in module.RULES), key=_code))


def _code(rule: Rule) -> str:
    return rule.code


def check(rencana: Rencana) -> tuple[Issue, ...]:
    """Apply every rule to a plan."""
    return tuple(issue for rule in rules() for issue in rule.issues(rencana))
