"""The table at the end of a build: a line for each workbook, and their sum."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from pohon_docs.issue import Severity
from pohon_docs.summary import State, Summary

_WORDS = ("Unit", "Buku kerja")
_NUMBERS = ("Halaman", *(str(severity).title() for severity in Severity), "Pagu Renja", "Berkas")
_WIDEST = 40


def table(summaries: Sequence[Summary]) -> Iterator[str]:
    """Yield the lines of the table."""
    rows = [(*_WORDS, *_NUMBERS), *map(_row, summaries)]
    if len(summaries) > 1:
        rows.append(_sum(summaries))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = tuple(zip(row, widths, strict=True))
        words = [cell.ljust(width) for cell, width in cells[: len(_WORDS)]]
        numbers = [cell.rjust(width) for cell, width in cells[len(_WORDS) :]]
        yield "  ".join((*words, *numbers))


def _row(one: Summary) -> tuple[str, ...]:
    found = (str(one.counts.get(severity, 0)) for severity in Severity)
    files = "tidak dibuat" if one.state is State.DITOLAK else str(len(one.files))
    pages = str(one.halaman) if one.files else "-"
    return (_short(one.unit), _short(one.workbook), pages, *found, _money(one.pagu), files)


def _sum(summaries: Sequence[Summary]) -> tuple[str, ...]:
    """Return the last row: the sums of what the rows show."""
    built = [one for one in summaries if one.state is not State.DITOLAK]
    found = (str(sum(one.counts.get(name, 0) for one in summaries)) for name in Severity)
    known = [one.pagu for one in summaries if one.pagu is not None]
    return (
        "Jumlah",
        f"{len(summaries)} buku kerja",
        str(sum(one.halaman for one in summaries if one.files)),
        *found,
        _money(sum(known, Decimal(0)) if known else None),
        str(sum(len(one.files) for one in built)),
    )


def _short(text: str) -> str:
    return text if len(text) <= _WIDEST else f"{text[: _WIDEST - 1]}…"


def _money(value: Decimal | None) -> str:
    return "-" if value is None else f"{value:,.0f}".replace(",", ".")
