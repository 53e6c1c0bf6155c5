"""What a build prints of each workbook."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from pohon_docs.batch import Outcome
    from pohon_docs.issue import Issue

_SHOWN = 20
"""Findings that a build prints; all of them stand in temuan.txt."""


def print_issues(issues: "Sequence[Issue]", whole: Path) -> None:
    """Print the first findings, and in which file all of them stand."""
    for issue in issues[:_SHOWN]:
        click.echo(str(issue))
    if len(issues) > _SHOWN:
        click.echo(f"… dan {len(issues) - _SHOWN} temuan lagi, lihat {whole}")


def print_outcome(outcome: "Outcome") -> None:
    """Print what was found and what was written for one workbook."""
    print_issues(outcome.issues, outcome.folder / "temuan.txt")
    for table, reason in outcome.skipped:
        click.echo(f"dilewati: {table} ({reason})")
    state = "tidak berubah" if outcome.fresh else f"{len(outcome.files)} berkas ditulis"
    if not outcome.files:
        state = "tidak dibuat; hasil lama dibiarkan"
    counts = ", ".join(f"{number} {name}" for name, number in outcome.counts.items())
    click.echo(f"{outcome.workbook} → {outcome.folder}/: {state}; temuan: {counts}")
