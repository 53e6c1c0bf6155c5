"""Sheets that no arrangement claims, and what they lack to be read as a table of the plan."""

from collections.abc import Iterable, Iterator

from pohon_docs.issue import Issue, Severity
from pohon_docs.reading import headings
from pohon_docs.reading.header import Header, find_header
from pohon_docs.source import Sheet

_KINDS = ("matriks", "program", "arah", "pohon")
_LEAST = 3
_WOULD_DO = 3


def near_misses(sheets: Iterable[Sheet]) -> Iterator[Issue]:
    """Find the unread sheets that look like a table of the plan, and say what they lack."""
    for sheet in sheets:
        found = [head for kind in _KINDS if (head := find_header(sheet, kind)) and _measures(head)]
        if found:
            yield _lacking(max(found, key=lambda head: (len(_fields(head)), -len(head.lacking))))


def _fields(head: Header) -> set[str]:
    return {column.field for column in head.columns.values()}


def _measures(head: Header) -> bool:
    """Tell whether a header names indicators with their targets or money, and lacks columns."""
    fields = _fields(head)
    measured = "indikator" in fields and fields & {"target", "pagu"}
    return bool(head.lacking and measured) and len(fields) >= _LEAST


def _lacking(head: Header) -> Issue:
    """Name the columns that a sheet lacks, the headings that it has, and those that would do."""
    fields = [field for field in headings.required(head.kind) if field in head.lacking]
    lacking = ", ".join(f'"{headings.title(head.kind, field)}"' for field in fields)
    seen = ", ".join(f'"{text}"' for text in head.unknown) or "semuanya dikenal"
    would_do = "; ".join(_advice(head, field) for field in fields)
    return Issue(
        "LEMBAR-14",
        Severity.PERINGATAN,
        f"lembar tampak seperti tabel rencana, tetapi tidak dibaca karena tanpa kolom {lacking}",
        head.ref,
        f"Tulis judul kolomnya pada baris {head.ref.row}: {would_do}. Judul lain yang ada: {seen}.",
    )


def _advice(head: Header, field: str) -> str:
    """Return headings that would do for a field, and the one that may have been meant for it."""
    names = " atau ".join(f'"{one}"' for one in headings.wordings(head.kind, field)[:_WOULD_DO])
    near = headings.nearest(head.kind, field, head.unknown)
    return f'{names} (mungkin "{near}")' if near else names
