"""The official lists that an office keeps beside its workbooks, in `nomenklatur/`."""

from functools import lru_cache
from pathlib import Path

from pohon_docs.issue import Issue, Severity
from pohon_docs.manifest import digest, list_files
from pohon_docs.nomenclature import Nomenklatur, from_book, shipped
from pohon_docs.source import Ref
from pohon_docs.workbook import read_book


def official_list(workbook: Path) -> tuple[Nomenklatur, tuple[Issue, ...]]:
    """Return the shipped list with those beside a workbook over it, the last name on top."""
    known = shipped()
    issues: list[Issue] = []
    for path in list_files(workbook):
        listed = _read(path, digest(path.read_bytes()))
        if listed is None:
            issues.append(_not_a_list(path))
        else:
            known = known.with_list(listed)
    return known, tuple(issues)


@lru_cache(maxsize=4)
def _read(path: Path, content: str) -> Nomenklatur | None:
    """Read a list once for all workbooks; `content` tells whether the file has changed."""
    book, _ = read_book(path)
    return from_book(book) if book else None


def _not_a_list(path: Path) -> Issue:
    return Issue(
        "NOMENKLATUR-01",
        Severity.PERINGATAN,
        "bukan daftar nomenklatur seperti diekspor SIPD",
        Ref(path.name),
        "Pakai daftar dengan kolom PROGRAM, KEGIATAN, SUBKEGIATAN, KINERJA, INDIKATOR, SATUAN.",
    )
