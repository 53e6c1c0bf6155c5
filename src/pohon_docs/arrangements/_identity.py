"""The sheet Identitas: pairs of a field's name and its value."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from decimal import Decimal
from typing import Any

from pohon_docs.identitas import Identitas
from pohon_docs.issue import Issue, Severity
from pohon_docs.reading import headings
from pohon_docs.reading.fates import Fate
from pohon_docs.source import Cell, Ref, Sheet
from pohon_docs.values import key, one_line

_REQUIRED = {
    "nama_perangkat_daerah": "Nama Perangkat Daerah",
    "pemerintah_daerah": "Pemerintah Daerah",
    "periode_awal": "Periode Awal",
    "periode_akhir": "Periode Akhir",
}
_YEARS = ("periode_awal", "periode_akhir", "tahun_renja")
_MAY_BE_EMPTY = frozenset(
    [
        *("logo", "gaya", "regulasi_renstra", "regulasi_renja", "judul_pohon_kinerja", "status"),
        "buku_kerja_murni",
    ]
)
"""Fields for which the program has a value of its own."""
_SIGNING = frozenset(
    [
        "tempat",
        "tanggal",
        "jabatan_penanda_tangan",
        "nama_penanda_tangan",
        "pangkat_golongan",
        "nip",
    ]
)
"""Fields of the signature block, of which a rule says in one finding what is missing."""
_MAY_BE_DATE = frozenset({"tanggal"})
_STATUS = ("Murni", "Perubahan")
_HEADINGS = frozenset({"isian", "nilai", "uraian", "keterangan"})
_NUMBERED = frozenset({"no", "nomor"})
_COUNT = re.compile(r"^(?:\d{1,2}|[a-z])[.)]?$", re.IGNORECASE)
_LINES = ("misi", "visi")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_LONGEST_PERIOD = 10


@dataclass(frozen=True, slots=True)
class _Pair:
    """A label of the sheet with the cell beside it."""

    name: str
    label: Cell
    value: Cell | None
    more: tuple[Cell, ...]


def read_identity(sheet: Sheet) -> tuple[Identitas, tuple[Issue, ...], dict[int, Fate]]:
    """Read an identity and what became of each row; an unreadable value is a finding."""
    pairs, fates = _pairs(sheet)
    issues: list[Issue] = [*_unread(sheet, fates), *_beside_issues(pairs)]
    first: dict[str, _Pair] = {}
    for pair in pairs:
        before = first.setdefault(pair.name, pair)
        if before is not pair:
            issues.append(_twice(pair, before))
    cells = {name: pair.value for name, pair in first.items() if pair.value is not None}
    issues += _absent_issues(sheet, first, cells)
    values: dict[str, Any] = {}
    for name, cell in cells.items():
        values[name] = _value(name, cell, issues)
        issues += _odd(name, cell)
    refs = tuple((name, _place(pair)) for name, pair in first.items())
    filled = {name: value for name, value in values.items() if value}
    identity = _completed(Identitas(**filled, refs=refs))
    return identity, (*issues, *_period_issues(identity, cells)), fates


def _pairs(sheet: Sheet) -> tuple[list[_Pair], dict[int, Fate]]:
    """Return the known labels with their values, and what became of each row."""
    names = {key(field.name): field.name for field in fields(Identitas) if field.name != "refs"}
    pairs: list[_Pair] = []
    fates: dict[int, Fate] = {}
    for row in sheet.rows:
        label, *beside = _unnumbered(row.cells)
        name = names.get(key(label.text))
        own = [cell for cell in beside if not cell.merged and cell.text.strip() != ":"]
        if name is not None and any(headings.is_example(cell.text) for cell in own):
            fates[row.number] = Fate.EXAMPLE
            pairs.append(_Pair(name, label, None, ()))
        elif name is not None:
            fates[row.number] = Fate.RECORD
            pairs.append(_Pair(name, label, own[0] if own else None, tuple(own[1:])))
        elif key(label.text) in _HEADINGS:
            fates[row.number] = Fate.HEADER
        else:
            fates[row.number] = Fate.UNKNOWN if own else Fate.TITLE
    return pairs, fates


def _unnumbered(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """Return a row's cells without the number, or the heading of numbers, before its label."""
    first, *rest = cells
    counts = _COUNT.match(one_line(first.text)) or key(first.text) in _NUMBERED
    return tuple(rest) if rest and counts else cells


def _unread(sheet: Sheet, fates: dict[int, Fate]) -> Iterator[Issue]:
    """Name once the labels that no field is known by."""
    rows = [row for row in sheet.rows if fates[row.number] is Fate.UNKNOWN]
    if rows:
        first, *others = (_unnumbered(row.cells)[0] for row in rows)
        names = ", ".join(f'"{one_line(label.text)}"' for label in (first, *others))
        message = f"isian tidak dikenal, tidak ikut dibaca: {names}"
        related = tuple(label.ref for label in others)
        yield Issue("IDENTITAS-05", Severity.SARAN, message, first.ref, related=related)


def _beside_issues(pairs: list[_Pair]) -> Iterator[Issue]:
    """Find second values in a row, of which only the first is read."""
    for pair in pairs:
        for cell in pair.more:
            if pair.value is not None and key(cell.text) != key(pair.value.text):
                message = f'nilai kedua "{one_line(cell.text)}" pada satu baris tidak dibaca'
                hint = f'Yang dibaca "{one_line(pair.value.text)}"; hapus salah satunya.'
                yield Issue("IDENTITAS-06", Severity.PERINGATAN, message, cell.ref, hint)


def _twice(pair: _Pair, before: _Pair) -> Issue:
    return Issue(
        "IDENTITAS-07",
        Severity.PERINGATAN,
        f'"{one_line(pair.label.text)}" tertulis dua kali, yang dibaca baris pertama',
        pair.label.ref,
        "Hapus salah satu barisnya.",
        (before.label.ref,),
    )


def _absent_issues(
    sheet: Sheet, pairs: dict[str, _Pair], cells: dict[str, Cell]
) -> Iterator[Issue]:
    """Find required fields that are missing, and others whose label stands without value."""
    for name, text in _REQUIRED.items():
        if name not in cells:
            label = pairs[name].label if name in pairs else None
            yield _absent(sheet, label, text)
    empty = [
        pair.label
        for name, pair in pairs.items()
        if name not in {*cells, *_REQUIRED, *_MAY_BE_EMPTY, *_SIGNING}
    ]
    if len(empty) <= len(cells):  # an identity that is hardly begun needs no list of the rest
        yield from _empty(empty)


def _empty(empty: list[Cell]) -> Iterator[Issue]:
    """Name the labels that stand without a value."""
    if empty:
        names = ", ".join(f'"{one_line(label.text)}"' for label in empty)
        first, *rest = (_beside(label.ref) for label in empty)
        hint = "Isi nilainya, karena dicetak di dokumen."
        message = f"{names} belum diisi"
        yield Issue("IDENTITAS-08", Severity.SARAN, message, first, hint, tuple(rest))


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


def _odd(name: str, cell: Cell) -> Iterator[Issue]:
    """Find a value whose content its field is not for."""
    text = one_line(cell.text)
    if name in _YEARS:
        if isinstance(cell.value, date):
            yield _typed(cell, f'tahun terbaca dari tanggal "{text}"', "Tulis tahunnya saja.")
    elif name == "nip":
        if isinstance(cell.value, Decimal | date):
            message = f'NIP tersimpan sebagai angka ("{text}"); Excel hanya menyimpan 15 angka'
            yield _typed(
                cell, message, "Ubah format selnya menjadi Teks, lalu ketik ulang NIP-nya."
            )
    elif name == "status" and text.capitalize() not in _STATUS:
        yield _typed(cell, f'status "{text}" tidak dikenal', f"Tulis {' atau '.join(_STATUS)}.")
    elif isinstance(cell.value, date) and name not in _MAY_BE_DATE:
        yield _typed(cell, f'isi "{text}" adalah tanggal', "Periksa apakah isinya salah baris.")
    elif isinstance(cell.value, Decimal):
        yield _typed(cell, f'isi "{text}" hanya angka', "Periksa apakah isinya salah baris.")


def _typed(cell: Cell, message: str, hint: str) -> Issue:
    return Issue("IDENTITAS-09", Severity.PERINGATAN, message, cell.ref, hint)


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


def _place(pair: _Pair) -> Ref:
    """Return the cell of a value, or where it would stand."""
    return pair.value.ref if pair.value else _beside(pair.label.ref)


def _beside(ref: Ref) -> Ref:
    return Ref(ref.book, ref.sheet, ref.row, ref.column + 1)


def _period_issues(identity: Identitas, cells: dict[str, Cell]) -> list[Issue]:
    """Report a period that ends before it begins, or is far too long; a Renja outside it."""
    first, last = identity.periode_awal, identity.periode_akhir
    if not first or not last:
        return []
    if not first <= last < first + _LONGEST_PERIOD:
        message = f"periode {first} sampai {last} tidak masuk akal"
        hint = "Periode Renstra lazimnya lima tahun."
        places = (cells["periode_akhir"].ref, cells["periode_awal"].ref)
        return [Issue("IDENTITAS-03", Severity.GALAT, message, places[0], hint, places[1:])]
    return []
