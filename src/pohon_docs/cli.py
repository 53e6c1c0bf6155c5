"""The command `pohon-docs`: arguments, printing and exit codes (0, 1 with galat, 2 misuse)."""

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import click

from pohon_docs import __version__
from pohon_docs.batch import Options, Outcome, build_all, count, workbooks
from pohon_docs.issue import Issue, has_galat
from pohon_docs.misuse import MisuseError

T = TypeVar("T")

_PATHS = click.Path(path_type=Path)
_SHOWN = 20
"""Findings that a build prints; all of them stand in temuan.txt."""
_MISUSE = 2


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(
    __version__, "--version", message="pohon-docs %(version)s", help="Tampilkan versi."
)
def main() -> None:
    """Buat pohon kinerja, tabel Renstra/Renja, dan kartu cascading dari buku kerja Excel."""


@main.command()
@click.argument("masukan", nargs=-1, type=_PATHS)
@click.option(
    "--output", "-o", type=_PATHS, default=Path("output"), show_default=True, help="Folder hasil."
)
@click.option("--gaya", metavar="NAMA", help="Gaya dari folder styles/, mengganti isian Gaya.")
@click.option(
    "--styles", type=_PATHS, default=Path("styles"), show_default=True, help="Folder gaya."
)
def build(masukan: tuple[Path, ...], output: Path, gaya: str | None, styles: Path) -> None:
    """Buat semua dokumen dari MASUKAN (buku kerja atau folder; bawaan: input/)."""
    options = Options(output, styles, gaya)
    paths = _guarded(lambda: workbooks(masukan or (Path("input"),)))
    outcomes: list[Outcome] = _guarded(
        lambda: list(_watched(build_all(paths, options), len(paths)))
    )
    for outcome in outcomes:
        _print_outcome(outcome)
    sys.exit(int(any(outcome.has_galat for outcome in outcomes)))


@main.command()
@click.argument("masukan", nargs=-1, type=_PATHS)
def check(masukan: tuple[Path, ...]) -> None:
    """Periksa MASUKAN (buku kerja atau folder; bawaan: input/) tanpa membuat dokumen."""
    paths = _guarded(lambda: workbooks(masukan or (Path("input"),)))
    from pohon_docs.pipeline import read  # noqa: PLC0415 (loads what only reading needs)

    found: list[Issue] = []
    for path in paths:
        if path.name.startswith("~$"):
            continue
        _, issues = read(path)
        for issue in issues:
            click.echo(str(issue))
        found.extend(issues)
        counts = ", ".join(f"{number} {name}" for name, number in count(issues).items())
        click.echo(f"{path.name}: {counts}")
    sys.exit(int(has_galat(found)))


@main.command()
@click.argument("folder", type=_PATHS, default=Path())
@click.option("--awal", type=int, default=2025, show_default=True, help="Tahun awal periode.")
@click.option("--akhir", type=int, default=2029, show_default=True, help="Tahun akhir periode.")
def init(folder: Path, awal: int, akhir: int) -> None:
    """Siapkan FOLDER kerja: input/ dengan templat buku kerja, output/, dan styles/."""
    from pohon_docs.starter import start  # noqa: PLC0415 (loads what only writing needs)

    written = _guarded(lambda: start(folder, awal, akhir))
    for path in written:
        click.echo(f"ditulis: {path}")
    if not written:
        click.echo("Semua sudah ada; tidak ada yang diganti.")


@main.command("list")
@click.option("--styles", type=_PATHS, default=Path("styles"), help="Folder gaya.")
def list_all(styles: Path) -> None:
    """Tampilkan dokumen, susunan buku kerja, aturan, regulasi, dan gaya yang tersedia."""
    from pohon_docs import arrangements, documents, packs, rules  # noqa: PLC0415
    from pohon_docs import styles as style_files  # noqa: PLC0415

    _section("Dokumen", ((one.name, one.title) for one in documents.documents()))
    _section("Susunan", ((one.name, one.title) for one in arrangements.arrangements()))
    _section("Aturan", ((one.code, f"{one.severity}: {one.title}") for one in rules.rules()))
    _section("Regulasi", ((name, packs.load(name).peraturan) for name in packs.names()))
    _section("Gaya", ((name, "") for name in style_files.names(styles)))


def _section(title: str, rows: Iterable[tuple[str, str]]) -> None:
    click.echo(f"{title}:")
    for name, text in rows:
        click.echo(f"  {name:<24} {text}".rstrip())


def _guarded(action: Callable[[], T]) -> T:
    """Do something; misuse of the command is one line and exit code 2."""
    try:
        return action()
    except MisuseError as error:
        click.echo(str(error), err=True)
        sys.exit(_MISUSE)


def _watched(outcomes: Iterator[Outcome], count: int) -> Iterator[Outcome]:
    """Pass outcomes on, with a progress bar where a person is watching."""
    with click.progressbar(
        outcomes,
        length=count,
        label="Membuat dokumen",
        item_show_func=lambda outcome: outcome.workbook if outcome else None,
        file=sys.stderr,
        hidden=not sys.stderr.isatty(),
    ) as watched:
        yield from watched


def _print_outcome(outcome: Outcome) -> None:
    """Print what was found and what was written for one workbook."""
    for issue in outcome.issues[:_SHOWN]:
        click.echo(str(issue))
    if len(outcome.issues) > _SHOWN:
        rest = len(outcome.issues) - _SHOWN
        click.echo(f"… dan {rest} temuan lagi, lihat {outcome.folder / 'temuan.txt'}")
    state = "tidak berubah" if outcome.fresh else f"{len(outcome.files)} berkas ditulis"
    if not outcome.files:
        state = "tidak dibuat; hasil lama dibiarkan"
    counts = ", ".join(f"{number} {name}" for name, number in outcome.counts.items())
    click.echo(f"{outcome.workbook} → {outcome.folder}/: {state}; temuan: {counts}")
