"""What a cell of codes says: a node's own code, and the codes that it names."""

from datetime import date
from decimal import Decimal

from pohon_docs.issue import Issue, Severity
from pohon_docs.reading.entries import Entry
from pohon_docs.source import Cell
from pohon_docs.values import codes, is_blank_word, one_line


def code(entry: Entry) -> tuple[str, tuple[Issue, ...]]:
    """Read a code as text; one that Excel turned into a number or a date is a finding."""
    cell = entry.head.own("kode")
    if cell is None:
        return "", ()
    whole = isinstance(cell.value, Decimal) and "," not in cell.text
    broken = isinstance(cell.value, Decimal | date) and not whole
    return _code_text(cell), (_mangled(cell),) if broken else ()


def _code_text(cell: Cell) -> str:
    """Return a code as it was meant: Excel shows `1.1` that became a number as 1,1."""
    text = one_line(cell.text)
    return text.replace(",", ".") if isinstance(cell.value, Decimal) else text


def links(entry: Entry, field: str) -> tuple[str, ...]:
    """Return the codes that a cell names, separated by semicolons or lines."""
    cell = entry.head.cell(field)
    if cell is None:
        return ()
    named = codes(_code_text(cell) if isinstance(cell.value, Decimal) else cell.text)
    return tuple(one for one in named if not is_blank_word(one))


def _mangled(cell: Cell) -> Issue:
    dated = isinstance(cell.value, date)
    kind = "tanggal" if dated else "angka"
    return Issue(
        "KODE-01",
        Severity.GALAT if dated else Severity.PERINGATAN,
        f'kode terbaca sebagai {kind} ("{cell.text}"); nol di belakang atau titiknya dapat hilang',
        cell.ref,
        "Ubah format kolom Kode menjadi Teks, lalu ketik ulang kodenya.",
    )
