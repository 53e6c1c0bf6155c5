"""Two workbooks compared at a planner's request: read, listed, and written to a folder."""

from dataclasses import dataclass
from pathlib import Path

from pohon_docs import pipeline
from pohon_docs.comparison import compare
from pohon_docs.issue import Issue
from pohon_docs.misuse import MisuseError
from pohon_docs.model import Rencana
from pohon_docs.outputs import File, write_whole
from pohon_docs.perubahan import listing


@dataclass(frozen=True, slots=True)
class Both:
    """The plan before and after, and the findings about the plan after."""

    sebelum: Rencana
    sesudah: Rencana
    issues: tuple[Issue, ...]


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why one of two workbooks can't be read."""

    issues: tuple[Issue, ...]


def read_both(before: Path, after: Path, tahun: int | None = None) -> Both | Unreadable:
    """Read two workbooks; raises MisuseError where one isn't there.

    `tahun` is the year of the Renja that is told of, else the one of the plan after.
    """
    for path in (before, after):
        if not path.is_file():
            raise MisuseError(f'Berkas "{path}" tidak ada.')
    old, about_old = pipeline.read(before)
    new, about_new = pipeline.read(after)
    if old is None or new is None:
        unread = (about for plan, about in ((old, about_old), (new, about_new)) if plan is None)
        return Unreadable(tuple(issue for about in unread for issue in about))
    return Both(old, pipeline.for_year(new, tahun), about_new)


def listed(plans: Both) -> str:
    """Return the list of changes as text."""
    return listing.text(compare(plans.sebelum, plans.sesudah))


def written(
    plans: Both, output: Path, folder: Path, style: str | None
) -> tuple[tuple[File, ...], Issue | None]:
    """Write the documents of a change, all or none; raises EngineError and StyleError."""
    look, said = pipeline.chosen_style(plans.sesudah, folder, style)
    issues = pipeline.judged((*plans.issues, *said), look)
    files = pipeline.changes(plans.sebelum, plans.sesudah, issues, look)
    return files, write_whole(output, files, (), _name(plans.sesudah, output))


def _name(rencana: Rencana, output: Path) -> str:
    return next((ref.book for _, ref in rencana.identitas.refs), output.name)
