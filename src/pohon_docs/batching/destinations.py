"""Which folder below `output/` each workbook's files go to, and which folders lost their workbook.

A folder is told by where its workbook was found, so that a workbook that was renamed or removed
isn't counted among all units for ever; its files stay.
"""

from collections import Counter
from collections.abc import Container, Mapping, Sequence
from os.path import relpath
from pathlib import Path

from pohon_docs.batching.manifest import FRONT, MANIFEST, VERSION, Manifest

JOINED = "gabungan"
"""The folder of what `gabung` writes."""
_OURS = frozenset({FRONT, MANIFEST, VERSION, JOINED})


def folders(paths: Sequence[Path]) -> list[str]:
    """Name each workbook's folder: its stem; where that is taken, its name, else its way.

    No two are the same, also where capitals don't count, and none is a name of our own.
    """
    named: dict[Path, str] = {}
    for form in (_stem, _name, _way):
        open_ = [path for path in paths if path not in named]
        taken = {*_OURS, *map(str.casefold, named.values())}
        named |= _single({path: form(path) for path in open_}, taken)
    for path in paths:
        if path not in named:
            named[path] = _free(_way(path), {*_OURS, *map(str.casefold, named.values())})
    return [named[path] for path in paths]


def _single(names: Mapping[Path, str], taken: Container[str]) -> dict[Path, str]:
    """Return the names that only one workbook has and nobody else took."""
    often = Counter(map(str.casefold, names.values()))
    return {
        path: name
        for path, name in names.items()
        if often[name.casefold()] == 1 and name.casefold() not in taken
    }


def _stem(path: Path) -> str:
    return path.stem


def _name(path: Path) -> str:
    return path.name


def _way(path: Path) -> str:
    return "-".join(part for part in path.relative_to(path.anchor).parts if part != "..")


def _free(name: str, taken: Container[str]) -> str:
    while name.casefold() in taken:
        name += "-"
    return name


def origin(workbook: Path, output: Path) -> str:
    """Return the way from the outputs to a workbook; from another drive of Windows its own."""
    try:
        return Path(relpath(workbook, output)).as_posix()
    except ValueError:
        return workbook.absolute().as_posix()


def told_apart(manifest: Manifest, output: Path, now: Mapping[str, str]) -> None:
    """Tell the manifest which folders have lost their workbook: it is gone, or goes elsewhere.

    `now` says where each of the run's workbooks goes, by its origin. A workbook on a disk that
    isn't there now isn't gone.
    """

    def is_lost(folder: str, found: str) -> bool:
        path = output / found
        return now.get(found, folder) != folder or (path.parent.is_dir() and not path.exists())

    manifest.mark_lost(is_lost)
