"""A plan and the one that it changes (murni): which workbook that is, and what is made of both."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from pohon_docs.comparison import Comparison
from pohon_docs.comparison.merging import merged
from pohon_docs.issue import Issue, Severity
from pohon_docs.making import NO_EXTRAS, Extras, made
from pohon_docs.model import Rencana
from pohon_docs.outputs import File
from pohon_docs.packs import load
from pohon_docs.perubahan import listing, report, tree
from pohon_docs.styles import Style
from pohon_docs.values import key
from pohon_docs.writers import sheet_writer

Read = Callable[[Path], tuple[Rencana | None, tuple[Issue, ...]]]
"""Reads a workbook as `pipeline.read` does."""
_SHEETS_FORMAT = "xlsx"
_STATUS = "perubahan"
_FIELD = "buku_kerja_murni"


def original(path: Path, rencana: Rencana, read: Read) -> tuple[Rencana | None, tuple[Issue, ...]]:
    """Return the plan that a plan of status Perubahan changes, and what is wrong about it."""
    if key(rencana.identitas.status) != _STATUS:
        return None, ()
    places = dict(rencana.identitas.refs)
    name = rencana.identitas.buku_kerja_murni
    if not name:
        message = "status Perubahan tanpa buku kerja murninya, dokumen perubahan tidak dibuat"
        hint = 'Tulis "Buku Kerja Murni" dan nama berkasnya, mis. renja-2026.xlsx.'
        return None, (Issue("BANDING-02", Severity.SARAN, message, places["status"], hint),)
    reason = _unusable(path, name)
    before = None if reason else read(path.parent / name)[0]
    if before is None:
        message = f'buku kerja murni "{name}" {reason or "tidak dapat dibaca"}'
        hint = "Tulis nama berkas .xlsx yang ada di folder yang sama dengan buku kerja ini."
        issue = Issue("BANDING-01", Severity.PERINGATAN, message, places[_FIELD], hint)
        return None, (issue,)
    return before, ()


def _unusable(path: Path, name: str) -> str:
    """Say why a workbook can't be the one before, nothing where it may be."""
    beside = path.parent / name
    if Path(name).name != name or not beside.is_file():
        return "tidak ada"
    return "adalah buku kerja ini sendiri" if beside.samefile(path) else ""


def files(
    comparison: Comparison, draft: str, style: Style, extras: Extras = NO_EXTRAS
) -> tuple[File, ...]:
    """Return the tables before and after, the marked tree and the list of changes as files.

    `draft` stands on every page where given. Raises EngineError and StyleError.
    """
    beside = merged(comparison)
    told = replace(report.book(beside, load(report.PACK)), draft=draft)
    drawn = replace(tree.tree(beside, load(tree.PACK)), draft=draft)
    pages = (*made(told, "perubahan", style, extras), *made(drawn, "pohon-perubahan", style))
    writer = sheet_writer(_SHEETS_FORMAT)
    sheets = writer.write(listing.sheets(comparison), style)
    text = File("perubahan.txt", listing.text(comparison).encode())
    return (*pages, text, File(f"perubahan.{writer.ending}", sheets))
