"""Many workbooks joined at a planner's request: read, checked together, written to a folder."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from os.path import relpath
from pathlib import Path

from pohon_docs import pipeline, reporting
from pohon_docs.beside import LOCK
from pohon_docs.issue import Issue, Severity, has_galat
from pohon_docs.joining import Joined, Unit, recap, tree
from pohon_docs.joining.checks import check
from pohon_docs.making import made
from pohon_docs.misuse import MisuseError
from pohon_docs.model import Jenis, Rencana
from pohon_docs.outputs import File, write_whole
from pohon_docs.packs import load
from pohon_docs.styles import Style
from pohon_docs.writers import sheet_writer

FINDINGS = "temuan-gabungan.txt"
_TREE, _RECAP = "pohon-gabungan", "rekap"
_SHEETS_FORMAT = "xlsx"


@dataclass(frozen=True, slots=True)
class Above:
    """The pemda's plan, its workbook, the style of the merged documents, and its findings."""

    rencana: Rencana
    path: Path
    style: Style
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class Read:
    """A workbook that was read for joining: its unit, or the findings why it has none."""

    path: Path
    unit: Unit | None
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class United:
    """What joining gave: how many units, the findings, and the files.

    The findings are those between the plans, and of the plans' own those of severity galat.
    """

    units: int
    issues: tuple[Issue, ...]
    files: tuple[File, ...]


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
    return Above(rencana, path, look, pipeline.judged(_about_tree(rencana, issues), look))


def _about_tree(rencana: Rencana, issues: tuple[Issue, ...]) -> tuple[Issue, ...]:
    """Return the findings that a pemda's tree can't be joined with; it needs no levels."""
    nodes = rencana.of(Jenis.KINERJA)
    columned = all(node.kode for node in nodes) and any(node.induk for node in nodes)
    needless = ("LEVEL-01", "LEMBAR-02") if columned else ("LEVEL-01",)
    return tuple(issue for issue in issues if issue.code not in needless)


def others(paths: Sequence[Path], pemda: Path) -> tuple[Path, ...]:
    """Return the units' workbooks among some: neither the pemda's own nor Excel's locks.

    Raises MisuseError where there is none.
    """
    own = pemda.resolve()
    found = (path for path in paths if path.resolve() != own and not path.name.startswith(LOCK))
    if units := tuple(found):
        return units
    raise MisuseError(f"Selain {pemda.name} belum ada buku kerja; salin buku kerja unit ke sana.")


def read_units(
    paths: Sequence[Path], above: Above, folder: Path, style: str | None
) -> Iterator[Read]:
    """Read the units' plans, each under the pemda's tree; raises StyleError."""
    tree_above = above.rencana.of(Jenis.KINERJA)
    for path in paths:
        rencana, issues = pipeline.read(path, tree_above)
        if rencana is None:
            yield Read(path, None, issues)
            continue
        look, said = pipeline.chosen_style(rencana, folder, style)
        own = (issue for issue in (*issues, *said) if issue.ref.book == path.name)
        nama = rencana.identitas.nama_perangkat_daerah or path.stem
        yield Read(path, Unit(nama, path.name, rencana, pipeline.judged(tuple(own), look)))


def united(above: Above, read: Sequence[Read], place: Path) -> United:
    """Check the plans together and make the documents for the folder `place`.

    Raises EngineError and StyleError.
    """
    units = tuple(one.unit for one in read if one.unit is not None)
    unread = tuple(issue for one in read for issue in one.issues)
    joined = Joined(above.rencana, units)
    own = (*above.issues, *(issue for unit in units for issue in unit.issues))
    grave = tuple(issue for issue in own if issue.severity is Severity.GALAT)
    issues = (*unread, *grave, *pipeline.judged(check(joined), above.style))
    links = _links((above.path, *(one.path for one in read)), place)
    return United(len(units), issues, _files(joined, issues, above.style, links))


def _links(paths: Sequence[Path], place: Path) -> Mapping[str, str]:
    """Return the ways from a folder to some workbooks, by names that only one of them has.

    From another drive of Windows there is none.
    """
    names = Counter(path.name for path in paths)
    single = (path for path in paths if names[path.name] == 1)
    with suppress(ValueError):
        return {path.name: Path(relpath(path, place)).as_posix() for path in single}
    return {}


def _files(
    joined: Joined, issues: tuple[Issue, ...], style: Style, links: Mapping[str, str]
) -> tuple[File, ...]:
    """Return the merged tree, the recap, and the findings between the plans."""
    draft = pipeline.DRAFT if has_galat(issues) else ""
    view = replace(tree.tree(joined, load(tree.PACK)), draft=draft)
    drawn = made(view, _TREE, style, editable=True)
    writer = sheet_writer(_SHEETS_FORMAT)
    sheets = writer.write(recap.sheets(joined, issues, links), style)
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
    return United(done.units, (*done.issues, blocked), ())
