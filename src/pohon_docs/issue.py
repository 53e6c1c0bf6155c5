"""What is wrong with a plan, as a value: collected, sorted, printed, never raised."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
    ref: "Ref"
    hint: str = ""
    related: "tuple[Ref, ...]" = ()
    basis: str = ""

    def __str__(self) -> str:
        message = f"{self.message} (lihat {areas(self.related)})" if self.related else self.message
        advice = f" {self.hint}" if self.hint else ""
        return f"{self.ref}: {self.severity}: {message}.{advice} [{self.code}]"


def areas(refs: "Iterable[Ref]") -> str:
    """Name cells sheet by sheet, those that stand under one another as one area (C4:C24)."""
    sheets: dict[str, list[Ref]] = {}
    for ref in dict.fromkeys(refs):
        sheets.setdefault(ref.sheet, []).append(ref)
    return "; ".join(f"{sheet}!{', '.join(_runs(cells))}" for sheet, cells in sheets.items())


def _runs(refs: "Iterable[Ref]") -> Iterator[str]:
    """Yield the cells of one sheet by column, each run of neighbouring rows as an area."""
    ordered = sorted(refs, key=lambda ref: (ref.column, ref.row))
    for _, group in groupby(enumerate(ordered), key=lambda at: (at[1].column, at[1].row - at[0])):
        cells = [ref.cell for _, ref in group]
        yield cells[0] if len(cells) == 1 else f"{cells[0]}:{cells[-1]}"


def has_galat(issues: Iterable[Issue]) -> bool:
    """Tell whether any finding is of severity galat."""
    return any(issue.severity is Severity.GALAT for issue in issues)


def count(issues: Iterable[Issue]) -> dict[str, int]:
    """Count findings by severity."""
    counts = Counter(issue.severity for issue in issues)
    return {str(severity): counts[severity] for severity in Severity}


def in_order(issues: Iterable[Issue]) -> tuple[Issue, ...]:
    """Sort findings by severity, then by place, dropping repetitions."""
    rank = {severity: number for number, severity in enumerate(Severity)}
    unique = dict.fromkeys(issues)
    return tuple(sorted(unique, key=lambda issue: (rank[issue.severity], issue.ref, issue.code)))
