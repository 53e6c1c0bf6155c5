"""Rebuilding while workbooks are edited: which changes count, what they led to, who is told."""

from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from watchfiles import Change, watch

from pohon_docs.batch import build_all, workbooks
from pohon_docs.batching.manifest import MANIFEST, VERSION, read_manifest
from pohon_docs.batching.settling import Options, Outcome
from pohon_docs.beside import LOCK
from pohon_docs.misuse import MisuseError

_SETTLED = 400
"""Milliseconds without a change after which a save is over: Excel writes a file beside the
workbook and renames both, LibreOffice writes in place."""
_LONGEST = 5_000
"""Milliseconds after which a build begins though changes go on."""
_UNFINISHED = ("", ".tmp")
"""Endings of what programs write while they save."""
_EDITED = (".xlsx", ".xlsm", ".ods", ".csv")
"""Endings of what planners save, by which it is told from outputs in the same folder."""
_WAKING = 500
"""Milliseconds after which a wait without a change is begun anew, so that Ctrl-C is heard."""


def rebuilds(places: Sequence[Path], options: Options) -> Iterator[tuple[Outcome, ...] | str]:
    """Yield what was built at first and after every change, until interrupted.

    Workbooks that had not changed are left out. A folder without workbooks and a broken style
    are a sentence, since the next save may mend them.
    """
    changes = watch(
        *_folders((*places, options.styles)),
        watch_filter=_counting(places, options.output),
        step=_SETTLED,
        debounce=_LONGEST,
        rust_timeout=_WAKING,
        yield_on_timeout=True,
    )
    # The first waking is without a change: by then no save can be missed, so all is built.
    for number, changed in enumerate(changes):
        if changed or number == 0:
            yield _built(places, options)


def _built(places: Sequence[Path], options: Options) -> tuple[Outcome, ...] | str:
    """Build what is stale, and return its outcomes or why nothing can be built."""
    try:
        unlocked = [path for path in workbooks(places) if not path.name.startswith(LOCK)]
        outcomes = tuple(build_all(unlocked, options))
    except MisuseError as reason:
        return str(reason)
    except OSError as error:  # a workbook that goes away, or is held, between listing and reading
        name = Path(str(error.filename or "")).name
        return f'"{name}" belum dapat dibaca ({error.strerror}); dicoba lagi pada simpanan berikut.'
    return tuple(one for one in outcomes if not one.fresh)


def stamp(output: Path) -> None:
    """Change the picture by whose size open pages know that something was built anew.

    It lies beside the page of all units and beside each unit's own.
    """
    content = (output / MANIFEST).read_bytes() if (output / MANIFEST).exists() else b""
    wide, high = (1 + part for part in sha256(content).digest()[:2])
    picture = f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}"/>'
    for folder in _built_folders(output):
        (folder / VERSION).write_text(picture, encoding="utf-8")


def unstamp(output: Path) -> None:
    """Remove the picture: nobody watches any more."""
    for folder in _built_folders(output):
        (folder / VERSION).unlink(missing_ok=True)


def _built_folders(output: Path) -> tuple[Path, ...]:
    """Return the folder of outputs and those of the workbooks in it, as far as they are there."""
    places = (output, *(output / folder for folder in read_manifest(output)))
    return tuple(place for place in places if place.is_dir())


def _folders(places: Sequence[Path]) -> tuple[Path, ...]:
    """Return the folders of some places; a file's own goes away when it is saved by renaming."""
    found = (place if place.is_dir() else place.parent for place in places)
    return tuple(dict.fromkeys(folder for folder in found if folder.is_dir()))


def _counting(places: Sequence[Path], output: Path) -> Callable[[Change, str], bool]:
    """Return a test of changes: outputs, locks and a save's unfinished files don't count.

    Where outputs lie beside the workbooks, only these count there.
    """
    written = output.resolve()
    beside = frozenset(folder.resolve() for folder in _folders(places))

    def counts(_: Change, name: str) -> bool:
        path = Path(name)
        unfinished = path.name.startswith((LOCK, ".")) or path.suffix.lower() in _UNFINISHED
        folder = path.parent.resolve()
        if unfinished or not folder.is_relative_to(written):
            return not unfinished
        return folder in beside and path.suffix.lower() in _EDITED

    return counts
