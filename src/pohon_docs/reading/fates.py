"""What became of every row of a known sheet, so that none is lost in silence."""

import re
from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum

from pohon_docs.issue import Issue, Severity
from pohon_docs.reading import headings
from pohon_docs.reading.asides import aside, is_page, is_signing, opens_total
from pohon_docs.reading.header import Header, is_numbering, repeats
from pohon_docs.source import Cell, Ref, Row, Sheet
from pohon_docs.values import is_blank_word, one_line

_ENTRY_LIKE = 3
_NAMES = frozenset(
    ["uraian", "tujuan", "sasaran_induk", "program", "kegiatan", "sub_kegiatan", "tangga"]
)
MONEY = frozenset(["pagu", "pagu_akhir", "pagu_rkpd", "realisasi"])
"""The fields of money, of which a row of totals gives sums."""
_NAMING = _NAMES | {"mitra"}
"""The fields that say what a row is about, by which the template's examples are told."""
_LONGEST_HEADING = 60
_FEW_WORDS = 2
_NAMED = 5
_PLACE_AND_DATE = re.compile(r"^\D{3,60}, *[\d.…_]* *[A-Za-z.…_]* +20\d\d$")
_NIP = re.compile(r"^NIP\b[ .:]*[\d ._…-]*$", re.IGNORECASE)


class Fate(StrEnum):
    """What a row is: read (`RECORD`, `TOTAL`), skipped for a reason, or `UNKNOWN` and reported."""

    TITLE = "judul di atas tabel"
    HEADER = "judul kolom"
    REPEATED = "judul kolom yang berulang"
    NUMBERING = "nomor kolom"
    RECORD = "isian"
    TOTAL = "jumlah"
    COVERED = "lanjutan sel gabungan"
    EXAMPLE = "contoh dari templat"
    NOTE = "catatan"
    PAGE = "nomor halaman"
    SIGNATURE = "tanda tangan"
    OTHER_TABLE = "tabel lain di bawahnya"
    OUTSIDE = "di luar kolom yang dikenal"
    UNKNOWN = "tidak dikenal"


def row_fates(sheet: Sheet, head: Header, known: Collection[int]) -> dict[int, Fate]:
    """Tell what every row of a sheet is, whose table has a header and known columns."""
    body = sheet.rows[head.body :]
    fates = {row.number: Fate.TITLE for row in sheet.rows[: head.body - len(head.rows)]}
    for row in head.rows:
        fates[row.number] = Fate.NUMBERING if is_numbering(row) else Fate.HEADER
    other = next((at for at in range(len(body)) if _begins_table(body, at, head)), len(body))
    end = _end(body[:other], head, known)
    for at, row in enumerate(body[:end]):
        fates[row.number] = _body_fate(row, head, known, at)
    marks = (_is_signature(row) for row in body[end:other] if _is_signature(row) or _is_note(row))
    closing = Fate.SIGNATURE if next(marks, False) else Fate.NOTE
    for row in body[end:other]:
        closing = Fate.SIGNATURE if _is_signature(row) else closing
        fates[row.number] = closing
    fates |= {row.number: Fate.OTHER_TABLE for row in body[other:]}
    return fates


def _body_fate(row: Row, head: Header, known: Collection[int], at: int) -> Fate:
    """Tell what a row between the header and the table's end is."""
    if is_numbering(row):
        return Fate.NUMBERING
    if repeats(row, head) or (at and _names_same(row, head)):
        return Fate.REPEATED
    if _is_total(row, head):
        return Fate.TOTAL
    own = _own(row, known)
    if mark := _mark(row, own):
        return mark
    if own:
        return Fate.EXAMPLE if _is_example(own, head) else Fate.RECORD
    covered = any(cell.column in known for cell in row.cells)
    return Fate.COVERED if covered else Fate.OUTSIDE


def _mark(row: Row, own: Sequence[Cell]) -> Fate | None:
    """Tell whether a row in the table is a note or a printed page's number."""
    first = row.cells[0]
    if aside(first.text) == "catatan" and len(own) < _ENTRY_LIKE:
        return Fate.NOTE
    alone = all(cell.ref == first.ref for cell in row.cells)
    return Fate.PAGE if alone and is_page(first.text) else None


def _own(row: Row, known: Collection[int]) -> list[Cell]:
    """Return the cells of known columns that are written in this very row."""
    return [c for c in row.cells if c.column in known and c.ref.row == row.number]


def _is_example(own: Sequence[Cell], head: Header) -> bool:
    """Tell whether what names a row begins as the template's examples do."""
    named = (c for c in own if (column := head.columns.get(c.column)) and column.field in _NAMING)
    return any(headings.is_example(cell.text) for cell in named)


def _names_same(row: Row, head: Header) -> bool:
    """Tell whether a row names the columns that it stands in, in other words than the header."""
    if not _is_words(row):
        return False
    named = _named(row, head.kind)
    return (
        len(named) >= _FEW_WORDS
        and _mostly(row, named)
        and all(head.columns.get(cell.column) == column for cell, column in named)
    )


def _begins_table(body: Sequence[Row], at: int, head: Header) -> bool:
    """Tell whether a row below a blank one is the header of another table."""
    row = body[at]
    if not at or row.number == body[at - 1].number + 1 or not _is_words(row):
        return False
    if repeats(row, head):
        return False
    named = _named(row, head.kind)
    return (
        len(named) >= _FEW_WORDS
        and _mostly(row, named)
        and not _names_same(row, head)
        and all(len(cell.text) <= _LONGEST_HEADING for cell in row.cells)
    )


def _named(row: Row, kind: str) -> list[tuple[Cell, headings.Column]]:
    """Return the cells of a row that are headings, with the columns that they name."""
    own = [
        cell for cell in row.cells if cell.ref.row == row.number and cell.column == cell.ref.column
    ]
    found = ((cell, headings.column(kind, (cell.text,))) for cell in own)
    return [(cell, column) for cell, column in found if column]


def _mostly(row: Row, named: Sequence[object]) -> bool:
    own = {cell.ref for cell in row.cells if cell.ref.row == row.number}
    return len(named) * 2 > len(own)


def _is_words(row: Row) -> bool:
    """Tell whether all cells of a row are texts, as those of a header are."""
    return all(isinstance(cell.value, str) for cell in row.cells)


def _end(body: Sequence[Row], head: Header, known: Collection[int]) -> int:
    """Return the index behind a table's last row: notes or a signature block begin there."""
    backwards = range(len(body) - 1, -1, -1)
    last = next((at for at in backwards if _is_full(body[at], head, known)), -1)
    rest = range(last + 1, len(body))
    marked = (at for at in rest if _is_signature(body[at]) or _is_note(body[at]))
    start = next(marked, len(body))
    if start == len(body):
        return start
    signed = {c.column for row in body[start:] if _is_signature(row) for c in row.cells}
    while start > last + 1 and _stands_over(body[start - 1], signed):
        start -= 1
    return start


def _is_full(row: Row, head: Header, known: Collection[int]) -> bool:
    """Tell whether a row is plainly one of the table."""
    return _is_total(row, head) or len(_own(row, known)) >= _ENTRY_LIKE


def _is_total(row: Row, head: Header) -> bool:
    """Tell whether a row is named a total, in its first cell or where names stand."""
    first, *rest = row.cells
    named = (c for c in rest if (column := head.columns.get(c.column)) and column.field in _NAMES)
    return any(
        aside(cell.text) == "jumlah"
        or (opens_total(cell.text) and _has_only_money(row, head, cell.ref))
        for cell in (first, *named)
    )


def _has_only_money(row: Row, head: Header, name: Ref) -> bool:
    """Tell whether the known columns of a row hold money, and nothing else beside its name."""
    own = [cell for cell in _own(row, head.columns) if cell.ref != name]
    given = [cell for cell in own if not is_blank_word(cell.text)]
    return bool(given) and all(head.columns[cell.column].field in MONEY for cell in given)


def _stands_over(row: Row, columns: Collection[int]) -> bool:
    """Tell whether a row has only words in the columns of a signature below, such as an office."""
    return all(c.column in columns and isinstance(c.value, str) for c in row.cells)


def _is_note(row: Row) -> bool:
    return aside(row.cells[0].text) == "catatan"


def _is_signature(row: Row) -> bool:
    """Tell whether a row has what only a signature block has: place and date, a NIP, a word."""
    return any(
        _PLACE_AND_DATE.match(text) or _NIP.match(text) or is_signing(text)
        for text in (one_line(cell.text) for cell in row.cells)
    )


def fate_issues(sheet: Sheet, head: Header, fates: Mapping[int, Fate]) -> tuple[Issue, ...]:
    """Name once what isn't read: another table below, and cells beside the known columns."""
    issues = []
    others = [row for row in sheet.rows if fates[row.number] is Fate.OTHER_TABLE]
    if others:
        message = f"tabel lain mulai di baris ini; {len(others)} barisnya tidak dibaca"
        hint = "Pindahkan tabel itu ke lembar sendiri."
        place = others[0].cells[0].ref
        issues.append(Issue("BARIS-03", Severity.PERINGATAN, message, place, hint))
    stray = _stray(sheet, head, fates)
    if stray:
        message = f"{len(stray)} sel di luar kolom berjudul tidak dibaca"
        hint = "Beri kolomnya judul yang dikenal, atau kosongkan selnya."
        related = tuple(stray[1:_NAMED])
        issues.append(Issue("BARIS-04", Severity.SARAN, message, stray[0], hint, related))
    return tuple(issues)


def _stray(sheet: Sheet, head: Header, fates: Mapping[int, Fate]) -> list[Ref]:
    """Return the cells of the table's rows that stand under no heading."""
    rows = (row for row in sheet.rows if fates[row.number] in (Fate.RECORD, Fate.OUTSIDE))
    cells = (cell for row in rows for cell in row.cells if cell.ref.row == row.number)
    return [cell.ref for cell in cells if not cell.merged and not head.seen.get(cell.column)]
