"""What a build prints of each workbook."""

import click

from pohon_docs.batch import Outcome

_SHOWN = 20
"""Findings that a build prints; all of them stand in temuan.txt."""


def print_outcome(outcome: Outcome) -> None:
    """Print what was found and what was written for one workbook."""
    for issue in outcome.issues[:_SHOWN]:
        click.echo(str(issue))
    if len(outcome.issues) > _SHOWN:
        rest = len(outcome.issues) - _SHOWN
        click.echo(f"… dan {rest} temuan lagi, lihat {outcome.folder / 'temuan.txt'}")
    for table, reason in outcome.skipped:
        click.echo(f"dilewati: {table} ({reason})")
    state = "tidak berubah" if outcome.fresh else f"{len(outcome.files)} berkas ditulis"
    if not outcome.files:
        state = "tidak dibuat; hasil lama dibiarkan"
    counts = ", ".join(f"{number} {name}" for name, number in outcome.counts.items())
    click.echo(f"{outcome.workbook} → {outcome.folder}/: {state}; temuan: {counts}")
