"""Many workbooks joined at a planner's request: read, checked together, written to a folder."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pohon_docs import pipeline, reporting
from pohon_docs.beside import LOCK
from pohon_docs.issue import Issue, Severity, count, has_galat
from pohon_docs.joining import Joined, Unit, recap, tree
from pohon_docs.joining.checks import check
from pohon_docs.making import made
from pohon_docs.misuse import MisuseError
from pohon_docs.model import Jenis, Rencana
from pohon_docs.outputs import File, write_whole
from pohon_docs.packs import load
from pohon_docs.styles import Style
from pohon_docs.writers import sheet_writer

FOLDER = "gabungan"
FINDINGS = "temuan-gabungan.txt"
_TREE, _RECAP = "pohon-gabungan", "rekap"
_SHEETS_FORMAT = "xlsx"


@dataclass(frozen=True, slots=True)
class Above:
    """The pemda's plan, and the style of the merged documents."""

    rencana: Rencana
    style: Style


@dataclass(frozen=True, slots=True)
class Read:
    """A workbook that was read for joining: its unit, or the findings why it has none."""

    unit: Unit | None
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class United:
    """What joining gave: how many units, the findings between them, and the files.

    `has_galat` tells whether anything is of severity galat, in a unit's own plan, too.
    """

    units: int
    issues: tuple[Issue, ...]
    files: tuple[File, ...]
    has_galat: bool


def read_pemda(path: Path, folder: Path, style: str | None) -> Above:
    """Read the pemda's workbook; raises MisuseError where it holds no tree, and StyleError."""
    if not path.is_file():
        raise MisuseError(f'Berkas "{path}" tidak ada.')
    rencana, issues = pipeline.read(path)
    if rencana is None:
        raise MisuseError(str(issues[0]))
    if not rencana.of(Jenis.KINERJA):
        raise MisuseError(f"{path.name} belum memuat pohon kinerja; isi lembar Pohon Kinerja.")
    look, _ = pipeline.chosen_style(rencana, folder, style)
    return Above(rencana, look)


def others(paths: Sequence[Path], pemda: Path) -> tuple[Path, ...]:
    """Return the units' workbooks among some: neither the pemda's own nor Excel's locks."""
    own = pemda.resolve()
    return tuple(path for path in paths if path.resolve() != own and not path.name.startswith(LOCK))


def read_units(
    paths: Sequence[Path], above: Above, folder: Path, style: str | None
) -> Iterator[Read]:
    """Read the units' plans, each under the pemda's tree; raises StyleError."""
    tree_above = above.rencana.of(Jenis.KINERJA)
    for path in paths:
        rencana, issues = pipeline.read(path, tree_above)
        if rencana is None:
            yield Read(None, issues)
            continue
        look, said = pipeline.chosen_style(rencana, folder, style)
        counts = count(pipeline.judged((*issues, *said), look))
        nama = rencana.identitas.nama_perangkat_daerah or path.stem
        yield Read(Unit(nama, path.name, rencana, tuple(counts.items())))


def united(above: Above, read: Sequence[Read]) -> United:
    """Check the plans together and make the documents; raises EngineError and StyleError."""
    units = tuple(one.unit for one in read if one.unit is not None)
    unread = tuple(issue for one in read for issue in one.issues)
    joined = Joined(above.rencana, units)
    issues = (*unread, *pipeline.judged(check(joined), above.style))
    galat = has_galat(issues) or any(dict(unit.counts)[Severity.GALAT] for unit in units)
    return United(len(units), issues, _files(joined, issues, above.style, galat), galat)


def _files(
    joined: Joined, issues: tuple[Issue, ...], style: Style, galat: bool
) -> tuple[File, ...]:
    """Return the merged tree, the recap, and the findings between the plans."""
    view = replace(tree.tree(joined, load(tree.PACK)), draft=pipeline.DRAFT if galat else "")
    drawn = made(view, _TREE, style, editable=True)
    writer = sheet_writer(_SHEETS_FORMAT)
    sheets = writer.write(recap.sheets(joined, issues), style)
    text = File(FINDINGS, reporting.report(issues, style).encode())
    return (*drawn, File(f"{_RECAP}.{writer.ending}", sheets), text)


def written(done: United, place: Path, workbook: str) -> United:
    """Put the documents in place, all or none; earlier pages of the tree give way.

    Where the folder can't be written there are no files, and a finding says why.
    """
    earlier = [path.name for path in place.glob(f"{_TREE}*")]
    blocked = write_whole(place, done.files, earlier, workbook)
    if blocked is None:
        return done
    return United(done.units, (*done.issues, blocked), (), has_galat=True)
