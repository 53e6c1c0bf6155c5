"""What the outputs were made from: hashes in `manifest.json`, by which the stale are told.

For every workbook's folder it holds a hash of its inputs, the style's name, the number of
findings, and the hash of every file. Nothing here loads a library that only building needs.
"""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

MANIFEST = "manifest.json"
LISTS = "nomenklatur"
"""The folder beside the workbooks where an office puts official lists of codes."""
LOCK = "~$"
"""What the name of the file begins with that Excel keeps beside an open workbook."""
_TEMPORARY = ".baru"


def digest(content: bytes) -> str:
    """Return the hash by which a file is told from another."""
    return sha256(content).hexdigest()


def read_manifest(output: Path) -> dict[str, dict[str, Any]]:
    """Return the manifest's entries; a missing or broken manifest means build all again."""
    try:
        data = json.loads((output / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    entries = data.get("buku_kerja") if isinstance(data, dict) else None
    known = entries.items() if isinstance(entries, dict) else ()
    return {folder: entry for folder, entry in known if isinstance(entry, dict)}


def write_manifest(output: Path, manifest: dict[str, dict[str, Any]]) -> None:
    """Put the manifest in place whole."""
    output.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"buku_kerja": manifest}, ensure_ascii=False, indent=1, sort_keys=True)
    temporary = output / f"{MANIFEST}{_TEMPORARY}"
    temporary.write_text(text + "\n", encoding="utf-8")
    temporary.replace(output / MANIFEST)


def program_hash() -> str:
    """Return a hash of the program itself, so that a new version rebuilds everything."""
    here = Path(__file__).parent
    found = sha256()
    for path in sorted(here.rglob("*")):
        if path.suffix in (".py", ".toml", ".tsv", ".css", ".js"):
            found.update(path.read_bytes())
    return found.hexdigest()


def list_files(workbook: Path) -> tuple[Path, ...]:
    """Return the official lists beside a workbook, sorted; Excel's lock files are none."""
    found = sorted((workbook.parent / LISTS).glob("*.xlsx"))
    return tuple(path for path in found if not path.name.startswith(LOCK))


def input_hash(path: Path, styles: Path, style: str, program: str, original: str = "") -> str:
    """Return a hash of all that a workbook's outputs are made from.

    `original` names the workbook beside it that it changes; a missing one is told from any.
    """
    found = sha256(f"{program} {path.name} {style}".encode())
    found.update(path.read_bytes())
    places = [styles, Path(__file__).parent / "_styles"]
    files = sorted(entry for place in places if place.is_dir() for entry in place.iterdir())
    before = (path.parent / original,) if original else ()
    for entry in (*files, *list_files(path), *before):
        if entry.is_file():
            found.update(entry.name.encode() + entry.read_bytes())
    return found.hexdigest()
