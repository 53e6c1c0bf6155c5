"""The findings as records for other tools: keys that stay, values as a planner reads them."""

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from pohon_docs.findings._shown import cell, theme, title
from pohon_docs.issue import Issue, Severity
from pohon_docs.source import Ref

VERSION = 1
"""The version of the records; it rises when a key is renamed or removed."""


def record(issues: Sequence[Issue], book: str, notes: Sequence[str] = ()) -> dict[str, Any]:
    """Return a workbook's findings: `versi`, `buku`, `jumlah` by severity, and `temuan`.

    `catatan` says what the style changes about the rules.
    A finding of a whole sheet has no `sel`, `baris` and `kolom` (empty, 0, 0); one of the whole
    workbook no `lembar` either. `baris` and `kolom` are 1-based.
    """
    counts = Counter(issue.severity for issue in issues)
    return {
        "versi": VERSION,
        "buku": book,
        "jumlah": {str(severity): counts[severity] for severity in Severity},
        "catatan": list(notes),
        "temuan": [_finding(issue) for issue in issues],
    }


def _finding(issue: Issue) -> dict[str, Any]:
    return {
        "kode": issue.code,
        "judul": title(issue),
        "tema": theme(issue),
        "keparahan": str(issue.severity),
        "lembar": issue.ref.sheet,
        "sel": cell(issue),
        "baris": issue.ref.row,
        "kolom": issue.ref.column,
        "pesan": issue.message,
        "saran": issue.hint,
        "dasar": issue.basis,
        "terkait": [_place(ref) for ref in issue.related],
    }


def _place(ref: Ref) -> dict[str, str]:
    return {"lembar": ref.sheet, "sel": ref.cell if ref.row else ""}


def as_json(told: object) -> str:
    """Print a record, or several, as JSON that a person can read, too."""
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"
