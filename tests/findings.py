"""A finding and the workbooks that show it: one that has it, and one beside it that hasn't."""

from dataclasses import dataclass
from pathlib import Path

import books
from pohon_docs.issue import Issue
from pohon_docs.pipeline import read


@dataclass(frozen=True)
class Case:
    """A code, its severity, the place and the words of its message, a bad and a good workbook.

    The sheets of `bad` and `good` replace those of the faultless plan; an empty `good` is
    that plan itself.
    """

    code: str
    severity: str
    place: str
    says: str
    bad: str
    good: str = ""


def found(case: Case, text: str, folder: Path) -> list[Issue]:
    """Return the findings of the case's code in a workbook."""
    _, issues = read(books.plan(folder, text))
    return [issue for issue in issues if issue.code == case.code]


def assert_shown(case: Case, folder: Path) -> None:
    """Check that the bad workbook has the finding once, well said, and the good one hasn't."""
    (issue,) = found(case, case.bad, folder / "bad")
    assert str(issue.severity) == case.severity
    assert str(issue.ref) == f"{books.NAME}{case.place and f' › {case.place}'}"
    assert case.says in issue.message
    assert_well_said(issue)
    assert found(case, case.good, folder / "good") == []


def assert_well_said(issue: Issue) -> None:
    """Check that a finding is one line, a clause with its place, its advice and its code."""
    line = str(issue)
    assert "\n" not in line
    assert line.startswith(f"{issue.ref}: {issue.severity}: {issue.message}")
    assert line.endswith(f"[{issue.code}]")
    assert issue.message
    assert not issue.message.endswith(".")
    if issue.severity != "saran":
        assert issue.hint.endswith(".")
