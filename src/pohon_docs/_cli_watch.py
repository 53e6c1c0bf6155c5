"""The command `watch`: documents that follow their workbook while it is edited."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pohon_docs._cli_options import OUTPUT, PATHS, STYLES
from pohon_docs._cli_outcome import print_outcome

if TYPE_CHECKING:
    from pohon_docs.batching.settling import Outcome


@click.command(short_help="Buat ulang setiap kali buku kerja disimpan.")
@click.argument("masukan", nargs=-1, type=PATHS)
@OUTPUT
@click.option("--gaya", metavar="NAMA", help="Gaya dari folder styles/, mengganti isian Gaya.")
@STYLES
@click.option("--buka", is_flag=True, help="Buka halaman hasilnya di peramban.")
def watch(
    masukan: tuple[Path, ...], output: Path, gaya: str | None, styles: Path, *, buka: bool
) -> None:
    """Buat semua dokumen dari MASUKAN (bawaan: input/), lagi setiap kali buku kerja disimpan."""
    import webbrowser  # noqa: PLC0415 (loads processes, which --help has no need of)

    from pohon_docs import watching  # noqa: PLC0415 (a library that others don't need)
    from pohon_docs.batching.manifest import FRONT  # noqa: PLC0415
    from pohon_docs.batching.settling import Options  # noqa: PLC0415 (loads what only building needs)
    from pohon_docs.batching.task import Asked  # noqa: PLC0415

    places = masukan or (Path("input"),)
    page = f"{(output / FRONT).absolute().as_uri()}#pantau"
    _tell(f"Mengamati {', '.join(map(str, places))}; tekan Ctrl-C untuk berhenti.")
    try:
        options = Options(output, styles, Asked(gaya))
        for number, built in enumerate(watching.rebuilds(places, options)):
            _show(built)
            watching.stamp(output)
            if number == 0:
                _tell(f"Halaman yang ikut diperbarui: {page}")
                if buka:
                    webbrowser.open(page)
    except KeyboardInterrupt:  # in the midst of a build; the documents that are there stay whole
        pass
    watching.unstamp(output)
    _tell("Berhenti mengamati.")


def _show(built: "tuple[Outcome, ...] | str") -> None:
    """Print what was built, or why nothing could be."""
    if isinstance(built, str):
        _tell(built)
        return
    for outcome in built:
        print_outcome(outcome)
    sys.stdout.flush()


def _tell(text: str) -> None:
    """Say how the watching goes, apart from what is built."""
    click.echo(text, err=True)
