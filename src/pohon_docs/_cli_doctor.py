"""The command `doctor`: what is there, what is missing, what to do."""

import sys
from pathlib import Path

import click

from pohon_docs._cli_options import OUTPUT, PATHS, STYLES


@click.command(short_help="Periksa komputer dan folder kerja.")
@click.argument("masukan", type=PATHS, default=Path("input"))
@OUTPUT
@STYLES
def doctor(masukan: Path, output: Path, styles: Path) -> None:
    """Periksa apa yang terpasang, apa yang kurang, dan apa yang harus dilakukan.

    Dengan MASUKAN (bawaan: input/) folder buku kerjanya ikut diperiksa.
    """
    from pohon_docs.doctor import State, examined  # noqa: PLC0415 (loads what building needs)

    checks = examined(masukan, output, styles)
    for check in checks:
        click.echo(f"{check.name:<16}{check.state:<9}{check.seen}")
        if check.advice:
            click.echo(f"{'':<16}→ {check.advice}")
    lacking = sum(check.state == State.KURANG for check in checks)
    click.echo(f"{lacking} hal perlu dibenahi." if lacking else "Semua siap.")
    sys.exit(int(lacking > 0))
