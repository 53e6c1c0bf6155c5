"""The names of a list without codes: each with its words, and with what sets it apart."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from pohon_docs.arrangements._aims import stated
from pohon_docs.arrangements._numbering import numbered, schemes
from pohon_docs.model import KOMPONEN, Jenis
from pohon_docs.reading import headings
from pohon_docs.reading.tables import Record
from pohon_docs.source import Cell, column_name
from pohon_docs.values import one_line

_TAB = 4
_MOST_LABEL_WORDS = 4
_ORDINAL = re.compile(r"\s+(?:\d{1,2}(?:\.\d{1,2})*|[IVX]+)\.?$")
_COUNTED = re.compile(r"^(?P<word>\w+(?: Strategis)?) \d{1,2}(?:\.\d{1,2})*\.? (?=\S)", re.I)


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a list: its row, its cell without label and number, its look by feature.

    `tingkat` is the level that its words say (`program`, `strategis`, …), and `labelled` tells
    whether they are a label before the name (`Sasaran 1: …`) or a part of it (`PROGRAM …`).
    """

    record: Record
    cell: Cell
    look: Mapping[str, str]
    tingkat: str = ""
    labelled: bool = False
    statement: bool = False


def names(records: Sequence[Record], levels: Collection[str]) -> tuple[Name, ...]:
    """Return the names of a list's rows, from the top; their words can say one of `levels`."""
    rows = [(record, cell) for record in records if (cell := record.own("uraian"))]
    split = [numbered(one_line(cell.text)) for _, cell in rows]
    tokens = [token or _number(record) for (record, _), (token, _) in zip(rows, split, strict=True)]
    numbers = schemes(tokens)
    return tuple(
        _name(record, cell, text, scheme, levels)
        for (record, cell), (_, text), scheme in zip(rows, split, numbers, strict=True)
    )


def _number(record: Record) -> str:
    """Return the number that a row has in a column of its own."""
    cell = record.own("nomor")
    return one_line(cell.text) if cell else ""


def _name(record: Record, cell: Cell, text: str, scheme: str, levels: Collection[str]) -> Name:
    label, rest = labelled(text, levels)
    said = meant(label) if label else _opening(rest)
    tingkat = said if said in levels else ""
    look = {
        "menjorok": str(cell.marks.indent),
        "spasi": str(_blanks(cell)),
        "nomor": scheme,
        "kolom": column_name(cell.ref.column),
        "tebal": "ya" if cell.marks.bold else "",
        "warna": cell.marks.fill.upper(),
        "besar": "ya" if rest.isupper() and " " in rest else "",
        "kata": tingkat,
    }
    statement = bool(label) and headings.is_statement(label)
    return Name(record, stated(cell, rest), look, tingkat, bool(label), statement)


def _blanks(cell: Cell) -> int:
    """Count the blanks before the stored text, which its cleaned text no longer has."""
    if not isinstance(cell.value, str):
        return 0
    text = cell.value.replace("\t", " " * _TAB)
    return len(text) - len(text.lstrip())


def labelled(text: str, levels: Collection[str]) -> tuple[str, str]:
    """Split the label from a name, as in `Sasaran 1: Meningkatnya …`; else it is empty.

    A label is one of `levels`, or opens a statement (`Outcome: …`).
    """
    head, mark, rest = text.partition(":")
    label = _ORDINAL.sub("", head.strip())
    if mark and rest.strip() and len(label.split()) <= _MOST_LABEL_WORDS and _known(label, levels):
        return label, rest.strip()
    counted = _COUNTED.match(text)
    if counted and meant(counted["word"]) in levels:
        return counted["word"], text[counted.end() :]
    return "", text


def _known(label: str, levels: Collection[str]) -> bool:
    return meant(label) in levels or headings.is_statement(label)


def meant(label: str) -> str:
    """Return the level that a label names, empty where it names none."""
    found = headings.jenis(label) or headings.level(label)
    return str(found) if found else ""


def _opening(text: str) -> str:
    """Return the kind of component whose word begins a name, as in `PROGRAM PENUNJANG …`."""
    words = text.split()
    for count in (2, 1):
        jenis = headings.jenis(" ".join(words[:count])) if len(words) > count else None
        if jenis in KOMPONEN:
            return str(jenis)
    return ""


def _closing(text: str) -> Jenis | None:
    """Return the kind of component whose word a text ends with, as in `Uraian Program`."""
    words = text.split()
    said = (headings.jenis(" ".join(words[-count:])) for count in (2, 1))
    return next((jenis for jenis in said if jenis), None)


def level_names(heading: str) -> tuple[str, ...]:
    """Return the kinds that a heading names in their order, as in `Program/Kegiatan`."""
    parts = re.split(r"[/,&\n]| dan ", heading)
    found = [jenis for part in parts if (jenis := _closing(part))]
    ordered = tuple(str(one) for one in Jenis if one in found)
    return ordered if ordered == tuple(map(str, found)) else ()
