"""The command `gabung`: the plans of many units under the pemda's own tree."""

import sys
from pathlib import Path

import click

from pohon_docs._cli_options import OUTPUT, PATHS, STYLES
from pohon_docs._cli_outcome import print_issues


@click.command(short_help="Gabungkan rencana semua perangkat daerah.")
@click.argument("pemda", type=PATHS)
@click.argument("masukan", nargs=-1, type=PATHS)
@OUTPUT
@click.option("--gaya", metavar="NAMA", help="Gaya dari folder styles/, mengganti isian Gaya.")
@STYLES
def gabung(
    pemda: Path, masukan: tuple[Path, ...], output: Path, gaya: str | None, styles: Path
) -> None:
    """Gabungkan rencana pada MASUKAN (bawaan: input/) di bawah pohon kinerja buku kerja PEMDA.

    Hasilnya pohon gabungan dan rekap di folder gabungan/; crosscutting diperiksa dua arah.
    """
    from pohon_docs import uniting  # noqa: PLC0415 (loads what only building needs)
    from pohon_docs.batch import workbooks  # noqa: PLC0415
    from pohon_docs.batching.destinations import JOINED  # noqa: PLC0415
    from pohon_docs.issue import count, has_galat  # noqa: PLC0415

    above = uniting.read_pemda(pemda, styles, gaya)
    paths = uniting.others(workbooks(masukan or (Path("input"),)), pemda)
    reading = uniting.read_units(paths, above, styles, gaya)
    with click.progressbar(
        reading, len(paths), "Membaca", file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as watched:
        read = tuple(watched)
    place = output / JOINED
    done = uniting.written(uniting.united(above, read, place), place, pemda.name)
    print_issues(done.issues, place / uniting.FINDINGS)
    counts = ", ".join(f"{number} {name}" for name, number in count(done.issues).items())
    state = f"{len(done.files)} berkas ditulis" if done.files else "tidak dibuat"
    click.echo(f"{done.units} perangkat daerah → {place}/: {state}; temuan: {counts}")
    sys.exit(int(has_galat(done.issues)))
