"""What is wrong with a plan, as a value: collected, sorted, printed, never raised."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from pohon_docs.source import Ref


class Severity(StrEnum):
    """How bad a finding is; `galat` makes the documents drafts."""

    GALAT = "galat"
    PERINGATAN = "peringatan"
    SARAN = "saran"


@dataclass(frozen=True, slots=True)
class Issue:
    """One finding: what is wrong, where, and what to do about it.

    `message` is a clause without its full stop; `hint` is a sentence of advice;
    `basis` names the rule's source (regulation and article or table, or `praktik`).
    """

    code: str
    severity: Severity
    message: str
    ref: Ref
    hint: str = ""
    related: tuple[Ref, ...] = ()
    basis: str = ""

    def __str__(self) -> str:
        related = ", ".join(f"{ref.sheet}!{str(ref).rpartition('!')[2]}" for ref in self.related)
        message = f"{self.message} (lihat {related})" if related else self.message
        advice = f" {self.hint}" if self.hint else ""
        return f"{self.ref}: {self.severity}: {message}.{advice} [{self.code}]"


def has_galat(issues: Iterable[Issue]) -> bool:
    """Tell whether any finding is of severity galat."""
    return any(issue.severity is Severity.GALAT for issue in issues)


def in_order(issues: Iterable[Issue]) -> tuple[Issue, ...]:
    """Sort findings by severity, then by place, dropping repetitions."""
    rank = {severity: number for number, severity in enumerate(Severity)}
    unique = dict.fromkeys(issues)
    return tuple(sorted(unique, key=lambda issue: (rank[issue.severity], issue.ref, issue.code)))
