"""The findings as a page: row by row, each beside a picture of the planner's own row."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pohon_docs.findings._shown import cell, shown, theme, title, web_link, words
from pohon_docs.issue import Issue, Severity, areas
from pohon_docs.listing import Entry, Excerpt, Listing, Section, Tally

_RANK = {severity: at for at, severity in enumerate(Severity)}


def page(
    issues: Sequence[Issue],
    book: str,
    copy: str,
    excerpts: Mapping[tuple[str, int], Excerpt],
    notes: Sequence[str],
) -> Listing:
    """Return the page of a workbook's findings.

    Cells lead into the file `copy` beside it, if there is one; `excerpts` are the pictures of
    rows by sheet and number; `notes` say what a style changed.
    """
    said = words()["halaman"]
    counts = Counter(issue.severity for issue in issues)
    return Listing(
        title=words()["judul"],
        subtitle=str(said["subjudul"]).format(buku=book) if issues else words()["kosong"],
        hint=said["salinan"] if copy and issues else "",
        counts={str(severity): counts[severity] for severity in Severity},
        sheets=tuple(dict.fromkeys(_sheet(issue) for issue in _placed(issues))),
        themes=tuple(sorted({theme(issue) for issue in issues})),
        sections=tuple(_sections(issues, copy, excerpts)),
        tallies=(_by_sheet(issues), _by_code(issues)) if issues else (),
        notes=tuple(notes),
        words={"buku": book, **said["kata"]},
    )


def _placed(issues: Iterable[Issue]) -> list[Issue]:
    return sorted(issues, key=lambda issue: issue.ref)


def _sheet(issue: Issue) -> str:
    return issue.ref.sheet or words()["seluruh_buku"]


def _sections(
    issues: Sequence[Issue], copy: str, excerpts: Mapping[tuple[str, int], Excerpt]
) -> Iterator[Section]:
    """Yield the rows with their findings, those with the worst ones first."""
    rows: dict[tuple[str, int], list[Issue]] = {}
    for issue in issues:
        rows.setdefault((issue.ref.sheet, issue.ref.row), []).append(issue)
    ordered = sorted(rows.items(), key=lambda row: (min(map(_rank, row[1])), row[0]))
    for place, found in ordered:
        found.sort(key=lambda issue: (_rank(issue), issue.ref.column, issue.code))
        yield Section(
            sheet=_sheet(found[0]),
            place=_place(found[0]),
            picture=excerpts.get(place),
            marks=_marks(found),
            entries=tuple(entry(issue, copy) for issue in found),
        )


def _rank(issue: Issue) -> int:
    return _RANK[issue.severity]


def _place(issue: Issue) -> str:
    said = words()["halaman"]
    if issue.ref.row:
        return str(said["tempat_baris"]).format(lembar=issue.ref.sheet, baris=issue.ref.row)
    return str(said["tempat_lembar"]).format(lembar=issue.ref.sheet) if issue.ref.sheet else ""


def _marks(found: Sequence[Issue]) -> dict[int, str]:
    """Return the worst severity at each column; the findings come worst first."""
    marks: dict[int, str] = {}
    for issue in found:
        marks.setdefault(issue.ref.column, str(issue.severity))
    return marks


def entry(issue: Issue, copy: str) -> Entry:
    """Return a finding as it is read; its cell leads into the file `copy`, if there is one."""
    related = words()["halaman"]["terkait"].format(sel=areas(issue.related))
    message = f"{issue.message[:1].upper()}{issue.message[1:]}"
    return Entry(
        code=issue.code,
        title=title(issue),
        severity=str(issue.severity),
        theme=theme(issue),
        cell=cell(issue),
        link=web_link(issue, copy),
        message=shown(f"{message}{related if issue.related else ''}."),
        hint=shown(issue.hint),
        basis=shown(issue.basis),
    )


def _by_sheet(issues: Sequence[Issue]) -> Tally:
    """Return the counts by sheet and severity, with their sums."""
    said = words()["halaman"]["menurut_lembar"]
    names = tuple(dict.fromkeys(_sheet(issue) for issue in _placed(issues)))
    counts = Counter((_sheet(issue), issue.severity) for issue in issues)
    rows = [_counted(name, [counts[name, one] for one in Severity]) for name in names]
    if len(rows) > said["paling_banyak"]:
        rest = rows[said["paling_banyak"] :]
        rows[said["paling_banyak"] :] = [
            _counted(said["lainnya"].format(jumlah=len(rest)), _sums(rest))
        ]
    total = _counted(words()["ringkas"]["jumlah"], _sums(rows))
    severities = (severity.capitalize() for severity in Severity)
    head = (words()["ringkas"]["lembar"], *severities, words()["ringkas"]["jumlah"])
    return Tally(said["judul"], head, (*rows, total))


def _counted(name: str, counts: Sequence[int]) -> tuple[str | int, ...]:
    return (name, *counts, sum(counts))


def _sums(rows: Sequence[tuple[str | int, ...]]) -> list[int]:
    return [sum(int(row[at]) for row in rows) for at in range(1, 1 + len(Severity))]


def _by_code(issues: Sequence[Issue]) -> Tally:
    """Return the codes that were found, the worst and most frequent first, as one page holds."""
    said = words()["halaman"]["menurut_kode"]
    found: dict[tuple[int, str], list[Issue]] = {}
    for issue in issues:
        found.setdefault((_rank(issue), issue.code), []).append(issue)
    ordered = sorted(found.items(), key=lambda one: (one[0][0], -len(one[1]), one[0][1]))
    rows = [_code_row(several) for _, several in ordered[: said["paling_banyak"]]]
    if rest := ordered[said["paling_banyak"] :]:
        count = sum(len(several) for _, several in rest)
        rows.append(("", said["lainnya"].format(jumlah=len(rest)), "", count, ""))
    return Tally(said["judul"], tuple(said["kepala"]), tuple(rows))


def _code_row(issues: Sequence[Issue]) -> tuple[str | int, ...]:
    said = words()["halaman"]["menurut_kode"]
    first = issues[0]
    refs = tuple(dict.fromkeys(issue.ref for issue in issues if issue.ref.row))
    places = areas(refs[: said["sel"]])
    more = len(refs) - said["sel"]
    cells = f"{places}{said['sel_lainnya'].format(jumlah=more)}" if more > 0 else places
    return (first.code, title(first), first.severity.capitalize(), len(issues), cells)
