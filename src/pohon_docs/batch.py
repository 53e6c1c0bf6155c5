"""Many workbooks: which are stale, building them, putting outputs in place whole.

`manifest.json` in the output folder remembers, for every workbook, a hash of what its
outputs were made from and the hash of every file. Nothing here loads a library that
only building needs: an unchanged folder is told from the manifest alone.
"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pohon_docs.issue import Issue, Severity
from pohon_docs.misuse import MisuseError
from pohon_docs.source import Ref

if TYPE_CHECKING:
    from pohon_docs.pipeline import File

MANIFEST = "manifest.json"
_ENDINGS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv")
_LOCK = "~$"
_TEMPORARY = ".baru"


@dataclass(frozen=True, slots=True)
class Options:
    """Where outputs go, and which style is asked for (None leaves it to the workbook)."""

    output: Path
    styles: Path
    style: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a workbook: its findings by severity, and its files.

    `fresh` tells that nothing had changed; `issues` are given only for one that was built.
    """

    workbook: str
    folder: Path
    counts: dict[str, int]
    files: tuple[str, ...] = ()
    issues: tuple[Issue, ...] = ()
    fresh: bool = False

    @property
    def has_galat(self) -> bool:
        """Tell whether the workbook has findings of severity galat."""
        return self.counts.get(Severity.GALAT, 0) > 0


def workbooks(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Return the workbooks that files and folders name, sorted; raises MisuseError."""
    found: list[Path] = []
    for path in paths:
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
    manifest = _read_manifest(options.output)
    program = program_hash()
    for path, folder in zip(paths, _folders(paths), strict=True):
        known = manifest.get(folder, {})
        outcome = _still_fresh(path, folder, known, options, program)
        if outcome is None:
            outcome, entry = _build_one(path, folder, known, options, program)
            manifest[folder] = entry
            _write_manifest(options.output, manifest)
        yield outcome


def _folders(paths: Sequence[Path]) -> list[str]:
    """Name each workbook's output folder: its stem, with its ending where two share one."""
    stems = Counter(path.stem.casefold() for path in paths)
    return [path.stem if stems[path.stem.casefold()] == 1 else path.name for path in paths]


def program_hash() -> str:
    """Return a hash of the program itself, so that a new version rebuilds everything."""
    here = Path(__file__).parent
    digest = sha256()
    for path in sorted(here.rglob("*")):
        if path.suffix in (".py", ".toml"):
            digest.update(path.read_bytes())
    return digest.hexdigest()


def _input_hash(path: Path, style: str, options: Options, program: str) -> str:
    """Return a hash of all that a workbook's outputs are made from."""
    digest = sha256(f"{program} {path.name} {style} {options.style}".encode())
    digest.update(path.read_bytes())
    places = [options.styles, Path(__file__).parent / "_styles"]
    files = sorted(entry for place in places if place.is_dir() for entry in place.iterdir())
    for entry in files:
        if entry.is_file():
            digest.update(entry.name.encode() + entry.read_bytes())
    return digest.hexdigest()


def _still_fresh(
    path: Path, folder: str, known: dict[str, Any], options: Options, program: str
) -> Outcome | None:
    """Return the outcome that the manifest remembers, where nothing has changed since."""
    if not known or path.name.startswith(_LOCK):
        return None
    if known.get("masukan") != _input_hash(path, known.get("gaya", ""), options, program):
        return None
    place = options.output / folder
    for name, content in known["berkas"].items():
        file = place / name
        if not file.is_file() or sha256(file.read_bytes()).hexdigest() != content:
            return None
    return Outcome(path.name, place, known["temuan"], tuple(known["berkas"]), fresh=True)


def _build_one(
    path: Path, folder: str, known: dict[str, Any], options: Options, program: str
) -> tuple[Outcome, dict[str, Any]]:
    """Read, check and build one workbook; an unreadable one keeps its earlier outputs."""
    from pohon_docs import pipeline  # noqa: PLC0415 (loads what only building needs)

    place = options.output / folder
    if path.name.startswith(_LOCK):
        return _refused(path, place, known, (_lock_file(path),))
    rencana, issues = pipeline.read(path)
    if rencana is None:
        return _refused(path, place, known, issues)
    style, said = pipeline.chosen_style(rencana, options.styles, options.style)
    issues = (*issues, *said)
    files = pipeline.build(rencana, issues, style)
    blocked = write_whole(place, files, tuple(known.get("berkas", {})), path.name)
    if blocked:
        return _refused(path, place, known, (*issues, blocked))
    entry = {
        "masukan": _input_hash(path, style.nama, options, program),
        "gaya": style.nama,
        "temuan": count(issues),
        "berkas": {file.name: sha256(file.content).hexdigest() for file in files},
    }
    names = tuple(file.name for file in files)
    return Outcome(path.name, place, count(issues), names, issues), entry


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


def write_whole(
    place: Path, files: Sequence["File"], earlier: Sequence[str], workbook: str
) -> Issue | None:
    """Put all files in place or none: each is written beside its place, then all are renamed.

    Files of `earlier` builds that are no longer made are removed. Returns a finding where
    the folder can't be written, with the earlier files untouched.
    """
    temporary = [(place / f"{file.name}{_TEMPORARY}", place / file.name) for file in files]
    try:
        place.mkdir(parents=True, exist_ok=True)
        for (path, _), file in zip(temporary, files, strict=True):
            path.write_bytes(file.content)
        for _, target in temporary:
            _probe(target)
        for path, target in temporary:
            path.replace(target)
    except OSError as error:
        for path, _ in temporary:
            path.unlink(missing_ok=True)
        return _blocked(workbook, error)
    for name in set(earlier) - {file.name for file in files}:
        (place / name).unlink(missing_ok=True)
    return None


def _probe(target: Path) -> None:
    """Open an earlier output for appending, which fails where another program holds it."""
    if target.exists():
        target.open("ab").close()


def _blocked(workbook: str, error: OSError) -> Issue:
    name = Path(str(error.filename or "")).name.removesuffix(_TEMPORARY)
    return Issue(
        "KELUAR-01",
        Severity.GALAT,
        f'hasil "{name}" tidak dapat ditulis; semua hasil lama dibiarkan',
        Ref(workbook),
        "Tutup berkas itu di Word, Excel, atau pembaca PDF, lalu ulangi.",
    )


def _read_manifest(output: Path) -> dict[str, dict[str, Any]]:
    """Return the manifest's entries; a missing or broken manifest means build all again."""
    try:
        data = json.loads((output / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    entries = data.get("buku_kerja") if isinstance(data, dict) else None
    return entries if isinstance(entries, dict) else {}


def _write_manifest(output: Path, manifest: dict[str, dict[str, Any]]) -> None:
    output.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"buku_kerja": manifest}, ensure_ascii=False, indent=1, sort_keys=True)
    temporary = output / f"{MANIFEST}{_TEMPORARY}"
    temporary.write_text(text + "\n", encoding="utf-8")
    temporary.replace(output / MANIFEST)
