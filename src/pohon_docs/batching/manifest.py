"""What the outputs were made from and what they are: `manifest.json`, by which the stale are told.

For every workbook's folder it holds the hashes of its inputs, the style's name, what an overview
tells of it, and every file with its hash and size. It knows no clock: a file that is older than the
manifest and of the size that it remembers is the file that it remembers.
"""

import json
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from time import monotonic
from typing import Any

from pohon_docs import __version__
from pohon_docs.interrupts import unbroken
from pohon_docs.misuse import MisuseError
from pohon_docs.summary import Summary

MANIFEST = "manifest.json"
FRONT = "index.html"
"""The page of all units, made from the manifest alone."""
VERSION = "versi.svg"
"""The picture by which an open page sees that the manifest has changed (writers/pantau.js)."""
_ORIGIN, _LOST = "asal", "tanpa_buku_kerja"
_TEMPORARY = ".baru"
_PAUSE = 2.0
"""Seconds between two writings, so that those of a long run take no time."""

Entry = Mapping[str, Any]


class Manifest:
    """The manifest of a folder of outputs: read once, written now and then and at the end."""

    def __init__(self, output: Path) -> None:
        self._output = output
        self._entries = read_manifest(output)
        self._time = written_at(output / MANIFEST)
        self._written = monotonic()
        self._changed = False

    def entry(self, folder: str) -> Entry:
        """Return what is known of a workbook's folder; nothing where there is no entry."""
        return self._entries.get(folder, {})

    def put(self, folder: str, entry: Entry) -> None:
        """Remember what a workbook's folder holds now."""
        self._entries[folder] = entry
        self._changed = True
        if monotonic() - self._written > _PAUSE:
            self.write()

    def mark_lost(self, is_lost: Callable[[str, str], bool]) -> None:
        """Remember which folders have lost their workbook, by their name and its origin."""
        for folder, entry in self._entries.items():
            origin = entry.get(_ORIGIN)
            lost = isinstance(origin, str) and is_lost(folder, origin)
            if lost != bool(entry.get(_LOST)):
                self._entries[folder] = {**entry, _LOST: lost}
                self._changed = True

    def write(self) -> None:
        """Put the manifest in place whole, where anything has changed; raises MisuseError."""
        if not self._changed:
            return
        self._changed, self._written = False, monotonic()
        try:
            with unbroken():
                _write(self._output, self._entries)
        except OSError as error:
            reason = f"Folder {self._output} tidak dapat ditulis ({error.strerror})."
            raise MisuseError(reason) from error

    def summaries(self) -> tuple[Summary, ...]:
        """Return what there is to tell of every workbook whose outputs stand here, by folder.

        A workbook that never gave any is told of, too; one that is gone isn't.
        """
        kept = (entry for _, entry in sorted(self._entries.items()) if not entry.get(_LOST))
        found = map(known_summary, kept)
        return tuple(one for one in found if one and self._stands(one))

    def _stands(self, summary: Summary) -> bool:
        return not summary.files or (self._output / summary.folder).is_dir()

    def holds(self, folder: str) -> bool:
        """Tell whether the files of a workbook's folder are those that were written."""
        entry = self.entry(folder)
        files, sizes = entry.get("berkas"), entry.get("ukuran")
        if not isinstance(files, dict) or not isinstance(sizes, dict):
            return False
        place = self._output / folder
        try:
            found = {one.name: one.stat() for one in os.scandir(place)}
            return all(
                name in found and self._is_same(place, name, found[name], content, sizes.get(name))
                for name, content in files.items()
            )
        except OSError:
            return False

    def _is_same(
        self, place: Path, name: str, found: os.stat_result, content: str, size: int | None
    ) -> bool:
        """Tell whether a file is the one that was written, by its hash only if it may be new."""
        if found.st_size != size:
            return False
        if max(found.st_mtime_ns, found.st_ctime_ns) < self._time:
            return True
        self._changed = True  # written anew, the manifest is younger than what was read here
        return digest((place / name).read_bytes()) == content


def named_in(entry: Entry) -> tuple[str, ...]:
    """Return the files beside its workbook that a workbook was found to name."""
    names = entry.get("disebut")
    return tuple(map(str, names)) if isinstance(names, list) else ()


def known_summary(entry: Entry) -> Summary | None:
    """Return the summary that an entry holds; None where it holds none that can be read."""
    with suppress(KeyError, ValueError):
        return Summary.from_record(entry["ringkasan"])
    return None


def digest(content: bytes) -> str:
    """Return the hash by which a file is told from another."""
    return sha256(content).hexdigest()


def read_manifest(output: Path) -> dict[str, Entry]:
    """Return the manifest's entries; a missing or broken manifest means build all again."""
    try:
        data = json.loads((output / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    entries = data.get("buku_kerja") if isinstance(data, dict) else None
    known = entries.items() if isinstance(entries, dict) else ()
    return {folder: entry for folder, entry in known if isinstance(entry, dict)}


def written_at(path: Path) -> int:
    """Return when a file was written, on the clock of its disk; 0 where there is none."""
    with suppress(OSError):
        return path.stat().st_mtime_ns
    return 0


def _write(output: Path, entries: Mapping[str, Entry]) -> None:
    data = {"versi": __version__, "buku_kerja": entries}
    text = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True)
    temporary = output / f"{MANIFEST}{_TEMPORARY}"
    temporary.write_text(text + "\n", encoding="utf-8")
    temporary.replace(output / MANIFEST)
