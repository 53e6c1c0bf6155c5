"""The command `pohon-docs`: arguments, printing and exit codes (0, 1 with galat, 2 misuse)."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NoReturn

import click

from pohon_docs import __version__
from pohon_docs.batch import Options, Outcome, build_all, count, workbooks
from pohon_docs.issue import Issue, has_galat
from pohon_docs.misuse import MisuseError
from pohon_docs.paging import program

_PATHS = click.Path(path_type=Path)
_SHOWN = 20
"""Findings that a build prints; all of them stand in temuan.txt."""
_MISUSE = 2
_WORDS = {
    "Options": "Pilihan",
    "Commands": "Perintah",
    "[OPTIONS]": "[PILIHAN]",
}
"""The words that click writes itself, in help texts."""


class _Formatter(click.HelpFormatter):
    """Writes help texts under Indonesian headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or "Pemakaian: ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(_WORDS.get(heading, heading))


class _Context(click.Context):
    formatter_class = _Formatter


class _Command(click.Command):
    """A command whose help is all in Indonesian."""

    context_class = _Context

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        return [_WORDS.get(piece, piece) for piece in super().collect_usage_pieces(ctx)]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option:
            option.help = "Tampilkan bantuan ini."
        return option


class _Group(_Command, click.Group):
    """The whole command: misuse is one Indonesian line and exit code 2."""

    command_class = _Command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            known = ", ".join(self.list_commands(ctx))
            raise MisuseError(f'Perintah "{args[0]}" tidak dikenal; yang ada: {known}.')
        return super().resolve_command(ctx, args)

    def main(self, *args: Any, **extra: Any) -> NoReturn:  # noqa: ANN401 (click's own arguments)
        extra["standalone_mode"] = False
        try:
            status = super().main(*args, **extra)
        except click.Abort:
            status = _MISUSE
        except (MisuseError, click.UsageError) as error:
            click.echo(error if isinstance(error, MisuseError) else _sentence(error), err=True)
            status = _MISUSE
        sys.exit(status)


def _sentence(error: click.UsageError) -> str:
    """Say in one line what is wrong with the arguments of a call."""
    if isinstance(error, click.NoSuchOption):
        said = f"Pilihan {error.option_name} tidak dikenal."
    elif isinstance(error, click.BadOptionUsage):
        said = f"Pilihan {error.option_name} dipakai dengan isian yang salah."
    elif isinstance(error, click.BadParameter) and error.param:
        said = f"Isian {error.param.opts[0]} tidak cocok."
    else:
        said = "Isiannya tidak cocok dengan perintah ini."
    path = error.ctx.command_path if error.ctx else "pohon-docs"
    return f"{said} Lihat `{path} --help`."


@click.group(
    cls=_Group,
    invoke_without_command=True,
    subcommand_metavar="[PERINTAH] [ISIAN]...",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(
    __version__, "--version", message="pohon-docs %(version)s", help="Tampilkan versi."
)
@click.pass_context
def main(ctx: click.Context) -> None:
    """Buat pohon kinerja, tabel Renstra/Renja, dan kartu cascading dari buku kerja Excel."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


_STYLES = click.option(
    "--styles",
    type=_PATHS,
    metavar="FOLDER",
    default=Path("styles"),
    help="Folder gaya (bawaan: styles).",
)


@main.command(short_help="Buat semua dokumen.")
@click.argument("masukan", nargs=-1, type=_PATHS)
@click.option(
    "--output",
    "-o",
    type=_PATHS,
    metavar="FOLDER",
    default=Path("output"),
    help="Folder hasil (bawaan: output).",
)
@click.option("--gaya", metavar="NAMA", help="Gaya dari folder styles/, mengganti isian Gaya.")
@click.option(
    "--tahun", type=int, metavar="TAHUN", help="Tahun Renja, mengganti isian Tahun Renja."
)
@click.option(
    "--nomor-halaman",
    is_flag=True,
    help="Isi nomor halaman daftar isi lewat LibreOffice, bila terpasang.",
)
@_STYLES
def build(
    masukan: tuple[Path, ...],
    output: Path,
    gaya: str | None,
    tahun: int | None,
    styles: Path,
    *,
    nomor_halaman: bool,
) -> None:
    """Buat semua dokumen dari MASUKAN (buku kerja atau folder; bawaan: input/)."""
    options = Options(output, styles, gaya, tahun, program() if nomor_halaman else "")
    paths = workbooks(masukan or (Path("input"),))
    outcomes = list(_watched(build_all(paths, options), len(paths)))
    for outcome in outcomes:
        _print_outcome(outcome)
    sys.exit(int(any(outcome.has_galat for outcome in outcomes)))


@main.command(short_help="Periksa buku kerja tanpa membuat dokumen.")
@click.argument("masukan", nargs=-1, type=_PATHS)
def check(masukan: tuple[Path, ...]) -> None:
    """Periksa MASUKAN (buku kerja atau folder; bawaan: input/) tanpa membuat dokumen."""
    paths = workbooks(masukan or (Path("input"),))
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


@main.command(short_help="Siapkan folder kerja dengan templat.")
@click.argument("folder", type=_PATHS, default=Path())
@click.option(
    "--awal", type=int, metavar="TAHUN", default=2025, help="Tahun awal periode (bawaan: 2025)."
)
@click.option(
    "--akhir", type=int, metavar="TAHUN", default=2029, help="Tahun akhir periode (bawaan: 2029)."
)
def init(folder: Path, awal: int, akhir: int) -> None:
    """Siapkan FOLDER kerja: input/ dengan templat buku kerja, output/, dan styles/."""
    from pohon_docs.starter import start  # noqa: PLC0415 (loads what only writing needs)

    written = start(folder, awal, akhir)
    for path in written:
        click.echo(f"ditulis: {path}")
    if not written:
        click.echo("Semua sudah ada; tidak ada yang diganti.")


@main.command("list", short_help="Tampilkan dokumen, aturan, regulasi, dan gaya.")
@_STYLES
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
    for table, reason in outcome.skipped:
        click.echo(f"dilewati: {table} ({reason})")
    state = "tidak berubah" if outcome.fresh else f"{len(outcome.files)} berkas ditulis"
    if not outcome.files:
        state = "tidak dibuat; hasil lama dibiarkan"
    counts = ", ".join(f"{number} {name}" for name, number in outcome.counts.items())
    click.echo(f"{outcome.workbook} → {outcome.folder}/: {state}; temuan: {counts}")
