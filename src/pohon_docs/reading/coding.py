"""Codes that are understood though they are written otherwise: one habit, one finding."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pohon_docs.codes import official
from pohon_docs.identitas import Identitas
from pohon_docs.issue import Issue, Severity
from pohon_docs.model import Node
from pohon_docs.reading.tables import Record
from pohon_docs.source import Cell

_HABIT = 3
_FOUR_DIGITS = 4
_SIXTH = 6
_PLACEHOLDER = re.compile(r"^X\.XX(?=\.)", re.IGNORECASE)
_BIDANG = re.compile(r"^(\d)\.(\d{1,2})(?!\d)")


@dataclass(frozen=True, slots=True)
class _Odd:
    """A code's cell, the way in which it is written otherwise, and what was read."""

    cell: Cell
    way: str
    read: str


def odd_codes(records: Iterable[Record], unit: str) -> Iterator[Issue]:
    """Find official codes in another form than the decree's; `unit` is the unit's bidang code.

    A way that a sheet uses three times or more is its habit, and said once.
    """
    found = [odd for record in records for odd in _odd(record, unit)]
    ways: dict[tuple[str, str], list[_Odd]] = {}
    for one in found:
        ways.setdefault((one.cell.ref.sheet, one.way), []).append(one)
    for several in ways.values():
        if len(several) >= _HABIT:
            yield _said(several[0], len(several), Severity.SARAN)
        else:
            yield from (_said(one, 1, Severity.PERINGATAN) for one in several)


def _odd(record: Record, unit: str) -> Iterator[_Odd]:
    cell = record.own("kode")
    kode = official(cell.text) if cell else None
    if cell is None or kode is None:
        return
    read = placed(kode.teks, unit)
    yield from (_Odd(cell, way, read) for way in _ways(cell.text, placeholder=kode.placeholder))


def _ways(text: str, *, placeholder: bool) -> Iterator[str]:
    """Yield the ways in which an official code differs from the decree's form."""
    tight = re.sub(r"\s+", "", text)
    parts = tight.strip(".'").split(".")
    if tight != text.strip():
        yield "berisi spasi"
    if tight.strip(".'") != tight:
        yield "diawali atau diakhiri tanda baca"
    if placeholder:
        yield "masih memakai X.XX"
    wide = parts[1:3] + parts[4:5]
    if any(len(part) == 1 for part in wide):
        yield "kehilangan nol di depan"
    if parts[3:4] and len(parts[3]) > 1:
        yield "memakai nol di depan kewenangan"
    if len(parts) == _SIXTH and len(parts[5]) < _FOUR_DIGITS:
        yield "memakai sub kegiatan kurang dari empat angka"


def _said(one: _Odd, count: int, severity: Severity) -> Issue:
    more = f" ({count} kode di lembar ini)" if count > 1 else ""
    return Issue(
        "KODE-11",
        severity,
        f'kode "{one.cell.text}" {one.way}, dibaca {one.read}{more}',
        one.cell.ref,
        f"Tulis {one.read}, dengan format kolom Teks.",
    )


def bidang(identitas: Identitas) -> str:
    """Return the code of a unit's bidang urusan such as 7.01, empty where nothing says it."""
    for text in (identitas.kode_perangkat_daerah, identitas.bidang_urusan):
        if found := _BIDANG.match("".join(text.split(" ", maxsplit=1)[:1])):
            return f"{found[1]}.{found[2].zfill(2)}"
    return ""


def placed(kode: str, unit: str) -> str:
    """Return a code with the unit's bidang for the placeholder X.XX, where it is known."""
    return _PLACEHOLDER.sub(unit, kode) if unit else kode


def placed_nodes(nodes: Sequence[Node], unit: str) -> tuple[Node, ...]:
    """Return nodes whose codes and parents have the unit's bidang for X.XX."""
    return tuple(_placed_node(node, unit) for node in nodes)


def _placed_node(node: Node, unit: str) -> Node:
    kode, induk = placed(node.kode, unit), tuple(placed(one, unit) for one in node.induk)
    same = (kode, induk) == (node.kode, node.induk)
    return node if same else replace(node, kode=kode, induk=induk)


def gathered(issues: Sequence[Issue], code: str) -> list[Issue]:
    """Say once for a column what is found of a code in many of its cells, with their count."""
    columns: dict[tuple[str, int], list[Issue]] = {}
    for issue in issues:
        if issue.code == code:
            columns.setdefault((issue.ref.sheet, issue.ref.column), []).append(issue)
    kept = [issue for issue in issues if issue.code != code]
    for several in columns.values():
        first = several[0]
        if len(several) < _HABIT:
            kept += several
        else:
            message = f"{first.message} ({len(several)} kode di kolom ini)"
            related = tuple(issue.ref for issue in several[1:])
            kept.append(replace(first, message=message, related=related))
    return kept
