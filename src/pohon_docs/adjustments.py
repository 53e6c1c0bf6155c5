"""What an office changes about the rules: one switched off, or of another severity, and why."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from pohon_docs.issue import Issue, Severity, in_order


@dataclass(frozen=True, slots=True)
class Adjustment:
    """A change of one code: `mati` drops its findings, `keparahan` gives them another severity.

    `alasan` is the reason that the report prints.
    """

    alasan: str
    keparahan: Literal["", "galat", "peringatan", "saran"] = ""
    mati: bool = False


def adjusted(issues: Iterable[Issue], changes: Mapping[str, Adjustment]) -> tuple[Issue, ...]:
    """Return the findings that are left, with their new severities, in order."""
    return in_order(_left(issues, changes))


def _left(issues: Iterable[Issue], changes: Mapping[str, Adjustment]) -> Iterator[Issue]:
    for issue in issues:
        change = changes.get(issue.code)
        if change is None:
            yield issue
        elif not change.mati:
            yield replace(issue, severity=Severity(change.keparahan))


def notes(changes: Mapping[str, Adjustment], titles: Mapping[str, str]) -> Iterator[str]:
    """Yield a line for every change, with its reason; `titles` names the codes."""
    for code, change in sorted(changes.items()):
        done = "dimatikan" if change.mati else f"dijadikan {change.keparahan}"
        yield f"Aturan {code} ({titles[code]}) {done} oleh gaya: {change.alasan.rstrip('.')}."
