"""Many workbooks: which are stale, building them, putting outputs in place whole.

Nothing here loads a library that only building needs: an unchanged folder is told from
its manifest alone.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pohon_docs.emblem import emblem_file, read_emblem
from pohon_docs.issue import Issue, Severity
from pohon_docs.manifest import (
    LISTS,
    LOCK,
    digest,
    input_hash,
    program_hash,
    read_manifest,
    write_manifest,
)
from pohon_docs.misuse import MisuseError
from pohon_docs.outputs import write_whole
from pohon_docs.source import Ref

_ENDINGS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv")


@dataclass(frozen=True, slots=True)
class Options:
    """Where outputs go, which style, which year's Renja, which paper and mode of trees.

    None leaves the style or the year to the workbook, and the paper and the mode to the style.
    `soffice` is LibreOffice's program, where contents are to tell their pages.
    """

    output: Path
    styles: Path
    style: str | None = None
    tahun: int | None = None
    kertas: str | None = None
    mode: str | None = None
    soffice: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a workbook: its findings by severity, and its files.

    `fresh` tells that nothing had changed; `issues` and `skipped`, the official tables that its
    documents lack with the reason, are given only for one that was built.
    """

    workbook: str
    folder: Path
    counts: dict[str, int]
    files: tuple[str, ...] = ()
    issues: tuple[Issue, ...] = ()
    fresh: bool = False
    skipped: tuple[tuple[str, str], ...] = ()

    @property
    def has_galat(self) -> bool:
        """Tell whether the workbook has findings of severity galat."""
        return self.counts.get(Severity.GALAT, 0) > 0


def workbooks(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Return the workbooks that files and folders name, sorted; raises MisuseError."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir() and path.name == LISTS:
            continue
        if path.is_dir():
            found.extend(entry for entry in path.iterdir() if entry.suffix.lower() in _ENDINGS)
        elif path.is_file():
            found.append(path)
        else:
            raise MisuseError(f'Berkas atau folder "{path}" tidak ada.')
    if not found:
        places = ", ".join(f"{path}/" for path in paths)
        raise MisuseError(
            f"Belum ada buku kerja di {places}. Salin berkas .xlsx ke sana, "
            "atau buat templat dengan `pohon-docs init`."
        )
    return tuple(sorted(dict.fromkeys(found)))


def build_all(paths: Sequence[Path], options: Options) -> Iterator[Outcome]:
    """Build the stale ones of some workbooks, one outcome for each, and keep the manifest.

    Raises MisuseError, before which earlier outcomes are on disk.
    """
    try:
        options.output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = f"Folder {options.output} tidak dapat ditulis ({error.strerror})."
        raise MisuseError(reason) from error
    manifest = read_manifest(options.output)
    program = program_hash()
    for path, folder in zip(paths, _folders(paths), strict=True):
        known = manifest.get(folder, {})
        outcome = _still_fresh(path, folder, known, options, program)
        if outcome is None:
            outcome, entry = _build_one(path, folder, known, options, program)
            manifest[folder] = entry
            write_manifest(options.output, manifest)
        yield outcome


def _folders(paths: Sequence[Path]) -> list[str]:
    """Name each workbook's output folder: its stem; where two share one, its name or its way."""
    stems = Counter(path.stem.casefold() for path in paths)
    names = Counter(path.name.casefold() for path in paths)

    def folder(path: Path) -> str:
        if stems[path.stem.casefold()] == 1:
            return path.stem
        if names[path.name.casefold()] == 1:
            return path.name
        return "-".join(part for part in path.relative_to(path.anchor).parts if part != "..")

    return [folder(path) for path in paths]


def _made_from(
    path: Path, style: str, logo: str, original: str, options: Options, program: str
) -> str:
    """Return a hash of the workbook, the styles, the style chosen, and all that is asked for.

    The emblem beside the workbook counts by its content, as does the workbook `original` that
    it changes; LibreOffice by being there.
    """
    emblem = emblem_file(path, logo)
    drawn = digest(emblem.read_bytes()) if emblem else ""
    asked = f"{style} {options.style} {options.tahun} {options.kertas} {options.mode}"
    asked += f" {bool(options.soffice)} {logo} {drawn}"
    return input_hash(path, options.styles, asked, program, original)


def _still_fresh(
    path: Path, folder: str, known: dict[str, Any], options: Options, program: str
) -> Outcome | None:
    """Return the outcome that the manifest remembers, where nothing has changed since."""
    if not known or path.name.startswith(LOCK):
        return None
    style, logo, murni = (str(known.get(name, "")) for name in ("gaya", "logo", "murni"))
    if known.get("masukan") != _made_from(path, style, logo, murni, options, program):
        return None
    place = options.output / folder
    for name, content in known["berkas"].items():
        file = place / name
        if not file.is_file() or digest(file.read_bytes()) != content:
            return None
    return Outcome(path.name, place, known["temuan"], tuple(known["berkas"]), fresh=True)


def _build_one(
    path: Path, folder: str, known: dict[str, Any], options: Options, program: str
) -> tuple[Outcome, dict[str, Any]]:
    """Read, check and build one workbook; an unreadable one keeps its earlier outputs."""
    from pohon_docs import making, pipeline, webpages  # noqa: PLC0415 (loads what only building needs)

    place = options.output / folder
    if path.name.startswith(LOCK):
        return _refused(path, place, known, (_lock_file(path),))
    opened = pipeline.opened(path)
    if opened.book is None or opened.rencana is None:
        return _refused(path, place, known, opened.issues)
    rencana = pipeline.for_year(opened.rencana, options.tahun)
    style, said = pipeline.chosen_style(rencana, options.styles, options.style)
    style = style.on_paper(options.kertas, options.mode)
    emblem, missed = read_emblem(rencana, path)
    before, about = pipeline.original(path, rencana)
    issues = pipeline.judged((*opened.issues, *said, *missed, *about), style)
    files, said = pipeline.found(path, opened.book, issues, style)
    issues = (*issues, *said)
    extras = making.Extras(emblem, options.soffice)
    changes = pipeline.changes(before, rencana, issues, style, extras) if before else ()
    files = (*pipeline.build(rencana, issues, style, extras), *changes, *files)
    draft = pipeline.draft(issues)
    pages = webpages.plan_pages(path.name, rencana, issues, files, style, draft)
    files = (*files, *pages)
    blocked = write_whole(place, files, tuple(known.get("berkas", {})), path.name)
    if blocked:
        return _refused(path, place, known, (*issues, blocked))
    logo, murni = rencana.identitas.logo, rencana.identitas.buku_kerja_murni
    entry = {
        "masukan": _made_from(path, style.nama, logo, murni, options, program),
        **{"gaya": style.nama, "logo": logo, "murni": murni},
        "temuan": count(issues),
        "berkas": {file.name: digest(file.content) for file in files},
    }
    names = tuple(file.name for file in files)
    skipped = tuple((one.table, one.reason) for one in pipeline.skipped(rencana))
    return Outcome(path.name, place, count(issues), names, issues, skipped=skipped), entry


def _refused(
    path: Path, place: Path, known: dict[str, Any], issues: tuple[Issue, ...]
) -> tuple[Outcome, dict[str, Any]]:
    """Return the outcome of a workbook that gave no outputs; it is tried again next time."""
    entry = {**known, "masukan": "", "temuan": count(issues), "berkas": known.get("berkas", {})}
    return Outcome(path.name, place, count(issues), (), issues), entry


def _lock_file(path: Path) -> Issue:
    return Issue(
        "BUKU-04",
        Severity.SARAN,
        "berkas kunci Excel, dilewati; buku kerjanya sedang dibuka",
        Ref(path.name),
        "Simpan dan tutup buku kerjanya agar isi terakhir ikut dibaca.",
    )


def count(issues: Sequence[Issue]) -> dict[str, int]:
    """Count findings by severity."""
    counts = Counter(issue.severity for issue in issues)
    return {str(severity): counts[severity] for severity in Severity}
