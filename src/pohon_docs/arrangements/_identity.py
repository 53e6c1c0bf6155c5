"""The sheet Identitas: pairs of a field's name and its value."""

import re
from dataclasses import fields, replace
from typing import Any

from pohon_docs import headings
from pohon_docs.identitas import Identitas
from pohon_docs.issue import Issue, Severity
from pohon_docs.source import Cell, Ref, Sheet
from pohon_docs.values import key, one_line

_REQUIRED = {
    "nama_perangkat_daerah": "Nama Perangkat Daerah",
    "pemerintah_daerah": "Pemerintah Daerah",
    "periode_awal": "Periode Awal",
    "periode_akhir": "Periode Akhir",
}
_YEARS = ("periode_awal", "periode_akhir", "tahun_renja")
_LINES = ("misi", "visi")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_LONGEST_PERIOD = 10


def read_identity(sheet: Sheet) -> tuple[Identitas, tuple[Issue, ...], tuple[Ref, ...]]:
    """Read an identity; a missing or unreadable value is a finding at its cell.

    The template's example values count as missing; their places are returned with it.
    """
    names = {key(field.name): field.name for field in fields(Identitas) if field.name != "refs"}
    cells: dict[str, Cell] = {}
    labels: dict[str, Cell] = {}
    examples: list[Ref] = []
    for row in sheet.rows:
        name = names.get(key(row.cells[0].text))
        if name is None:
            continue
        labels[name] = row.cells[0]
        value = next((cell for cell in row.cells[1:] if not cell.merged), None)
        if value is not None and headings.is_example(value.text):
            examples.append(value.ref)
        elif value is not None:
            cells[name] = value
    issues = [
        _absent(sheet, labels.get(name), text)
        for name, text in _REQUIRED.items()
        if name not in cells
    ]
    values: dict[str, Any] = {}
    for name, cell in cells.items():
        values[name] = _value(name, cell, issues)
    refs = tuple((name, cell.ref) for name, cell in cells.items())
    filled = {name: value for name, value in values.items() if value}
    identity = _completed(Identitas(**filled, refs=refs))
    return identity, (*issues, *_period_issues(identity, cells)), tuple(examples)


def _value(name: str, cell: Cell, issues: list[Issue]) -> str | int:
    """Return a field's value, a year as a number."""
    if name not in _YEARS:
        return cell.text if name in _LINES else one_line(cell.text)
    found = _YEAR.search(cell.text.replace(".", ""))
    if found is None:
        message = f'"{cell.text}" bukan tahun'
        issues.append(
            Issue(
                "IDENTITAS-02", Severity.GALAT, message, cell.ref, "Tulis empat angka, mis. 2026."
            )
        )
        return 0
    return int(found.group())


def _completed(identity: Identitas) -> Identitas:
    """Fill the year of the Renja from the period where it isn't given."""
    if identity.tahun_renja:
        return identity
    return replace(identity, tahun_renja=identity.periode_awal)


def _absent(sheet: Sheet, label: Cell | None, text: str) -> Issue:
    place = sheet.ref if label is None else _beside(label.ref)
    return Issue(
        "IDENTITAS-01",
        Severity.GALAT,
        f'"{text}" belum diisi',
        place,
        f'Tulis "{text}" pada kolom pertama dan isinya pada kolom kedua.',
    )


def _beside(ref: Ref) -> Ref:
    return Ref(ref.book, ref.sheet, ref.row, ref.column + 1)


def _period_issues(identity: Identitas, cells: dict[str, Cell]) -> list[Issue]:
    """Report a period that ends before it begins, or is far too long."""
    first, last = identity.periode_awal, identity.periode_akhir
    if not first or not last or first <= last < first + _LONGEST_PERIOD:
        return []
    return [
        Issue(
            "IDENTITAS-03",
            Severity.GALAT,
            f"periode {first} sampai {last} tidak masuk akal",
            cells["periode_akhir"].ref,
            "Periode Renstra lazimnya lima tahun.",
        )
    ]
