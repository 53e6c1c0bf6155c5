"""The command `pohon-docs`: arguments, printing and exit codes (0, 1 with galat, 2 misuse)."""

import sys
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pohon_docs import __version__
from pohon_docs._cli import Group
from pohon_docs._cli_doctor import doctor
from pohon_docs._cli_gabung import gabung
from pohon_docs._cli_options import OUTPUT, PATHS, STYLES
from pohon_docs._cli_outcome import printed
from pohon_docs._cli_watch import watch

if TYPE_CHECKING:
    from pohon_docs.batching.workers import Workers
    from pohon_docs.issue import Issue


@click.group(
    cls=Group,
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


main.add_command(doctor)
main.add_command(gabung)
main.add_command(watch)


@main.command(short_help="Buat semua dokumen.")
@click.argument("masukan", nargs=-1, type=PATHS)
@OUTPUT
@click.option("--gaya", metavar="NAMA", help="Gaya dari folder styles/, mengganti isian Gaya.")
@click.option(
    "--tahun", type=int, metavar="TAHUN", help="Tahun Renja, mengganti isian Tahun Renja."
)
@click.option(
    "--nomor-halaman",
    is_flag=True,
    help="Isi nomor halaman daftar isi lewat LibreOffice, bila terpasang.",
)
@STYLES
@click.option("--kertas", metavar="NAMA", help="Kertas pohon: Folio, A4, A3, A2, A1, atau A0.")
@click.option(
    "--mode",
    metavar="MODE",
    type=click.Choice(("halaman", "poster")),
    help="Pohon yang besar: halaman (bersambung) atau poster (satu gambar, beberapa lembar).",
)
@click.option(
    "--scheduler",
    metavar="ALAMAT",
    help="Penjadwal Dask yang membagi buku kerja ke banyak komputer, mis. tcp://10.0.0.1:8786.",
)
def build(
    masukan: tuple[Path, ...],
    output: Path,
    gaya: str | None,
    tahun: int | None,
    styles: Path,
    kertas: str | None,
    mode: str | None,
    *,
    nomor_halaman: bool,
    scheduler: str | None,
) -> None:
    """Buat semua dokumen dari MASUKAN (buku kerja atau folder; bawaan: input/)."""
    from pohon_docs import batch  # noqa: PLC0415 (loads what only building needs)
    from pohon_docs.batching.settling import Options  # noqa: PLC0415
    from pohon_docs.batching.task import Asked  # noqa: PLC0415

    soffice = _soffice(anywhere=scheduler is not None) if nomor_halaman else ""
    options = Options(output, styles, Asked(gaya, tahun, kertas, mode, soffice))
    paths = batch.workbooks(masukan or (Path("input"),))
    with closing(batch.build_all(paths, options, _cluster(scheduler))) as built:
        sys.exit(int(printed(built, len(paths))))


def _soffice(*, anywhere: bool) -> str:
    """Return LibreOffice's program, here or wherever a worker has it."""
    from pohon_docs import paging  # noqa: PLC0415 (loads what starts programs)

    return paging.ANYWHERE if anywhere else paging.program()


def _cluster(scheduler: str | None) -> "Workers | None":
    """Return the workers of a cluster; raises MisuseError where its library isn't installed."""
    if scheduler is None:
        return None
    try:
        from pohon_docs.batching.cluster import Cluster  # noqa: PLC0415 (an optional library)
    except ImportError as error:
        from pohon_docs.misuse import MisuseError  # noqa: PLC0415

        told = "pip install 'pohon-docs[cluster]'"
        raise MisuseError(f"Dask belum terpasang; pasang dengan `{told}`.") from error
    return Cluster(scheduler)


@main.command(short_help="Periksa buku kerja tanpa membuat dokumen.")
@click.argument("masukan", nargs=-1, type=PATHS)
@click.option("--gaya", metavar="NAMA", help="Gaya dari folder styles/, mengganti isian Gaya.")
@STYLES
@click.option(
    "--json", "as_json", is_flag=True, help="Cetak temuan sebagai JSON untuk program lain."
)
def check(masukan: tuple[Path, ...], gaya: str | None, styles: Path, *, as_json: bool) -> None:
    """Periksa MASUKAN (buku kerja atau folder; bawaan: input/) tanpa membuat dokumen."""
    from pohon_docs.batch import workbooks  # noqa: PLC0415 (loads what only reading needs)
    from pohon_docs.beside import LOCK  # noqa: PLC0415

    found = workbooks(masukan or (Path("input"),))
    paths = [path for path in found if not path.name.startswith(LOCK)]
    from pohon_docs import pipeline  # noqa: PLC0415 (nor for a path that isn't there)
    from pohon_docs.findings import record  # noqa: PLC0415
    from pohon_docs.issue import has_galat  # noqa: PLC0415

    said = {path: pipeline.checked(path, styles, gaya) for path in paths}
    if as_json:
        records = [record.record(one.issues, path.name, one.notes) for path, one in said.items()]
        click.echo(record.as_json(records), nl=False)
    else:
        for path, one in said.items():
            _print_found(path, one.issues, one.notes)
    sys.exit(int(any(has_galat(one.issues) for one in said.values())))


def _print_found(path: Path, issues: "Iterable[Issue]", notes: "Iterable[str]") -> None:
    """Print what is wrong with one workbook, what its style changes, and how often."""
    from pohon_docs.issue import count  # noqa: PLC0415 (loads what only reading needs)

    for line in (*map(str, issues), *notes):
        click.echo(line)
    counts = ", ".join(f"{number} {name}" for name, number in count(tuple(issues)).items())
    click.echo(f"{path.name}: {counts}")


@main.command(short_help="Bandingkan dua buku kerja, sebelum dan sesudah.")
@click.argument("sebelum", type=PATHS)
@click.argument("sesudah", type=PATHS)
@click.option("--output", "-o", type=PATHS, metavar="FOLDER", help="Tulis juga dokumennya ke sini.")
@click.option("--gaya", metavar="NAMA", help="Gaya dari folder styles/, mengganti isian Gaya.")
@click.option("--tahun", type=int, metavar="TAHUN", help="Renja tahun ini yang dibandingkan.")
@STYLES
def diff(
    sebelum: Path,
    sesudah: Path,
    output: Path | None,
    gaya: str | None,
    tahun: int | None,
    styles: Path,
) -> None:
    """Tampilkan apa yang berubah dari buku kerja SEBELUM (murni) ke SESUDAH (perubahan)."""
    from pohon_docs import differing  # noqa: PLC0415 (loads what only reading needs)

    plans = differing.read_both(sebelum, sesudah, tahun)
    if isinstance(plans, differing.Unreadable):
        for issue in plans.issues:
            click.echo(str(issue))
        sys.exit(1)
    click.echo(differing.listed(plans), nl=False)
    if output is None:
        return
    files, blocked = differing.written(plans, output, styles, gaya)
    click.echo(str(blocked) if blocked else f"→ {output}/: {len(files)} berkas ditulis")
    sys.exit(int(blocked is not None))


@main.command(short_help="Siapkan folder kerja dengan templat.")
@click.argument("folder", type=PATHS, default=Path())
@click.option(
    "--awal", type=int, metavar="TAHUN", default=2025, help="Tahun awal periode (bawaan: 2025)."
)
@click.option(
    "--akhir", type=int, metavar="TAHUN", default=2029, help="Tahun akhir periode (bawaan: 2029)."
)
def init(folder: Path, awal: int, akhir: int) -> None:
    """Siapkan FOLDER kerja: input/ dengan templat, output/, styles/, dan buat-dokumen."""
    from pohon_docs.starter import start  # noqa: PLC0415 (loads what only writing needs)

    written = start(folder, awal, akhir)
    for path in written:
        click.echo(f"ditulis: {path}")
    if not written:
        click.echo("Semua sudah ada; tidak ada yang diganti.")


@main.command("list", short_help="Tampilkan dokumen, aturan, regulasi, dan gaya.")
@click.argument("bagian", required=False, type=click.Choice(("aturan", "rules")))
@click.option("--lengkap", is_flag=True, help="Aturan dengan saran, contoh, dan dasar hukumnya.")
@STYLES
def list_all(bagian: str | None, *, lengkap: bool, styles: Path) -> None:
    """Tampilkan dokumen, susunan buku kerja, aturan, regulasi, dan gaya yang tersedia.

    Dengan BAGIAN "aturan": semua kode temuan menurut temanya.
    """
    if lengkap or bagian:
        _list_codes(lengkap=lengkap)
        return
    from pohon_docs import arrangements, documents, packs, rules, selfcheck  # noqa: PLC0415
    from pohon_docs import styles as style_files  # noqa: PLC0415

    made = ((one.name, one.title) for one in documents.documents())
    _section("Dokumen", (*made, (selfcheck.file_name(), selfcheck.title())))
    _section("Susunan", ((one.name, one.title) for one in arrangements.arrangements()))
    _section("Aturan", ((one.code, f"{one.severity}: {one.title}") for one in rules.rules()))
    _section("Regulasi", ((name, packs.load(name).peraturan) for name in packs.names()))
    _section("Gaya", ((name, "") for name in style_files.names(styles)))


def _list_codes(*, lengkap: bool) -> None:
    """Print every code that a finding can have, by theme; in full as a page of Markdown."""
    from pohon_docs import catalogue  # noqa: PLC0415 (loads every rule)

    if lengkap:
        click.echo(catalogue.page(), nl=False)
        return
    for theme, entries in catalogue.by_theme().items():
        severity = ((one.kode, f"{' atau '.join(one.keparahan)}: {one.judul}") for one in entries)
        _section(theme, severity)


def _section(title: str, rows: Iterable[tuple[str, str]]) -> None:
    click.echo(f"{title}:")
    for name, text in rows:
        click.echo(f"  {name:<24} {text}".rstrip())
