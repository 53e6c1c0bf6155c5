"""The official lists that an office keeps beside its workbooks, in `nomenklatur/`."""

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from pohon_docs.beside import list_files
from pohon_docs.issue import Issue, Severity
from pohon_docs.nomenclature import Nomenklatur, from_book, shipped
from pohon_docs.source import Ref
from pohon_docs.workbook import read_book


@dataclass(frozen=True, slots=True)
class _Listed:
    """A file of a list, told from another by its bytes alone, wherever a copy of it stands."""

    content: bytes
    path: Path = field(compare=False)


def official_list(workbook: Path) -> tuple[Nomenklatur, tuple[Issue, ...]]:
    """Return the shipped list with those beside a workbook over it, the last name on top."""
    known = shipped()
    issues: list[Issue] = []
    for path in list_files(workbook.parent):
        listed = _read(_Listed(path.read_bytes(), path))
        if listed is None:
            issues.append(_not_a_list(path))
        else:
            known = known.with_list(listed)
    return known, tuple(issues)


@lru_cache(maxsize=4)
def _read(listed: _Listed) -> Nomenklatur | None:
    """Read a list once for all workbooks beside it."""
    book, _ = read_book(listed.path)
    return from_book(book) if book else None


def _not_a_list(path: Path) -> Issue:
    return Issue(
        "NOMENKLATUR-01",
        Severity.PERINGATAN,
        "bukan daftar nomenklatur seperti diekspor SIPD",
        Ref(path.name),
        "Pakai daftar dengan kolom PROGRAM, KEGIATAN, SUBKEGIATAN, KINERJA, INDIKATOR, SATUAN.",
    )
