"""What is wrong in a sheet's cells, as findings; many of one kind on a sheet are one finding."""

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from pohon_docs.issue import Issue, Severity
from pohon_docs.source import Ref

_MOST_ALIKE = 20
_RETYPE = "Ketik ulang isinya, lalu simpan."


class Kind(NamedTuple):
    """What a fault's finding says: its code, how bad it is, what is wrong, and what to do.

    `{}` in what is wrong stands for the writing that is meant.
    """

    code: str
    severity: Severity
    message: str
    hint: str


class Fault(Enum):
    """The faults of stored cells."""

    UNCALCULATED = Kind(
        "SEL-01",
        Severity.GALAT,
        "sel berisi rumus yang belum dihitung",
        "Buka buku kerjanya di Excel atau LibreOffice, lalu simpan.",
    )
    ERROR = Kind(
        "SEL-02",
        Severity.GALAT,
        "sel berisi nilai galat {}",
        "Perbaiki rumusnya atau tulis nilainya.",
    )
    NO_STRING = Kind(
        "SEL-03",
        Severity.GALAT,
        "isi sel hilang: teks nomor {} tidak ada di dalam berkas",
        _RETYPE,
    )
    UNREADABLE = Kind("SEL-04", Severity.GALAT, 'isi sel "{}" tidak dapat dibaca', _RETYPE)
    NO_DATE = Kind(
        "SEL-05",
        Severity.GALAT,
        "sel berformat tanggal, tetapi angka {} bukan tanggal",
        "Ubah format selnya menjadi Umum atau Teks, lalu periksa isinya.",
    )
    STRUCK = Kind(
        "SEL-06",
        Severity.PERINGATAN,
        'bagian yang dicoret tidak dibaca: "{}"',
        "Hapus bagian yang dicoret, atau batalkan coretannya.",
    )
    ALL_STRUCK = Kind(
        "SEL-07",
        Severity.PERINGATAN,
        "sel dicoret seluruhnya, isinya tetap dibaca",
        "Hapus isinya bila tidak berlaku lagi, atau batalkan coretannya.",
    )
    LINKED = Kind(
        "SEL-08",
        Severity.PERINGATAN,
        "nilai sel berasal dari buku kerja lain{}, seperti saat terakhir disimpan",
        "Perbarui tautannya di Excel, atau tempel sebagai nilai.",
    )
    ROUNDED = Kind(
        "SEL-09",
        Severity.PERINGATAN,
        "angka {} lebih dari 15 digit, sisanya sudah dibulatkan Excel",
        "Ubah format selnya menjadi Teks, lalu ketik ulang, mis. untuk NIP.",
    )
    CUT = Kind(
        "SEL-10",
        Severity.PERINGATAN,
        "teks lebih panjang dari 32.767 huruf, batas Excel; sisanya tidak dibaca",
        "Ringkas teksnya, atau bagi ke beberapa sel.",
    )
    TWICE = Kind(
        "SEL-11",
        Severity.PERINGATAN,
        "sel tertulis dua kali di dalam berkas; yang terakhir dibaca",
        "Periksa isinya, lalu simpan ulang dari Excel.",
    )
    MISPLACED = Kind(
        "SEL-12",
        Severity.PERINGATAN,
        "baris tidak berurutan di dalam berkas; dibaca menurut nomornya",
        "Periksa isinya, lalu simpan ulang dari Excel.",
    )
    FAR = Kind(
        "SEL-13",
        Severity.SARAN,
        "sel di kanan kolom ke-400 tidak dibaca",
        "Hapus isinya bila tidak dipakai, atau pindahkan ke kiri.",
    )


class Found(NamedTuple):
    """A fault at a cell of a sheet, with the writing that is meant."""

    fault: Fault
    row: int
    column: int
    detail: str = ""


def issues(found: Sequence[Found], sheet: Ref) -> Iterator[Issue]:
    """Yield a finding for each fault of a sheet, or one for very many of a kind.

    What the author must mend cell by cell, a formula or its error, always names its cell.
    """
    for fault, detail in dict.fromkeys(map(_sort, found)):
        alike = [one for one in found if _sort(one) == (fault, detail)]
        if len(alike) <= _MOST_ALIKE or fault in (Fault.UNCALCULATED, Fault.ERROR):
            yield from _each(alike, sheet)
        else:
            yield _all(alike, sheet)


def _sort(one: Found) -> tuple[Fault, str]:
    """Return what makes faults alike: their kind, and for links the workbook that they lead to."""
    return one.fault, one.detail if one.fault is Fault.LINKED else ""


def _each(alike: Iterable[Found], sheet: Ref) -> Iterator[Issue]:
    for one in alike:
        code, severity, message, hint = one.fault.value
        yield Issue(code, severity, message.format(one.detail), _place(one, sheet), hint)


def _all(alike: Sequence[Found], sheet: Ref) -> Issue:
    """Say a fault once, at its first cell, with the number of the others."""
    first = alike[0]
    code, severity, message, hint = first.fault.value
    text = f"{message.format(first.detail)}; begitu pula {len(alike) - 1} sel lain di lembar ini"
    return Issue(code, severity, text, _place(first, sheet), hint)


def _place(one: Found, sheet: Ref) -> Ref:
    return Ref(sheet.book, sheet.sheet, one.row, one.column)
