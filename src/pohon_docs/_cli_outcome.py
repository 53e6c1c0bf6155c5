"""What a build prints: a line for each workbook below its findings, and a table of all."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pohon_docs.beside import LOCK
from pohon_docs.misuse import MisuseError

if TYPE_CHECKING:
    from pohon_docs.batching.settling import Outcome
    from pohon_docs.issue import Issue
    from pohon_docs.summary import Summary

_SHOWN = 20
"""Findings that a build prints; all of them stand in temuan.txt."""


def print_issues(issues: "Sequence[Issue]", whole: Path | str) -> None:
    """Print the first of the worst findings, and where all of them stand."""
    severities = ("galat", "peringatan", "saran")
    for issue in sorted(issues, key=lambda one: severities.index(one.severity))[:_SHOWN]:
        click.echo(str(issue))
    if len(issues) > _SHOWN:
        click.echo(f"… dan {len(issues) - _SHOWN} temuan lagi, lihat {whole}")


def print_outcome(outcome: "Outcome") -> None:
    """Print what was found and what was written for one workbook."""
    whole = outcome.folder / "temuan.txt" if outcome.files else "`pohon-docs check`"
    print_issues(outcome.issues, whole)
    for left_out, reason in outcome.skipped:
        click.echo(f"dilewati: {left_out} ({reason})")
    state = "tidak berubah" if outcome.fresh else f"{len(outcome.files)} berkas ditulis"
    if not outcome.files:
        state = "tidak dibuat" + "; hasil lama dibiarkan" * bool(outcome.summary.files)
    counts = ", ".join(f"{number} {name}" for name, number in outcome.counts.items())
    click.echo(f"{outcome.workbook} → {outcome.folder}/: {state}; temuan: {counts}")


def printed(outcomes: "Iterable[Outcome]", total: int) -> bool:
    """Print outcomes as they come and a table of all; tell whether any has galat."""
    seen: list[Summary] = []
    try:
        for outcome in _watched(outcomes, total):
            print_outcome(outcome)
            if not outcome.workbook.startswith(LOCK):
                seen.append(outcome.summary)
    except MisuseError:
        _print_table(seen)
        raise
    _print_table(seen)
    return any(summary.has_galat for summary in seen)


def _print_table(summaries: "Sequence[Summary]") -> None:
    from pohon_docs._cli_table import table  # noqa: PLC0415 (loads what only building needs)

    if summaries:
        click.echo("\n" + "\n".join(table(summaries)))


def _watched(outcomes: "Iterable[Outcome]", total: int) -> "Iterable[Outcome]":
    """Pass outcomes on, with a line of what is being done where a person is watching."""
    if not sys.stderr.isatty():
        return outcomes
    from pohon_docs._cli_progress import watched  # noqa: PLC0415 (loads what only a person needs)

    return watched(outcomes, total)
