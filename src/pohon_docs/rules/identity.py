"""Theme: whose plan it is, when, and who signs it."""

import re
from collections.abc import Iterator
from datetime import date

from pohon_docs import words
from pohon_docs.identitas import Identitas
from pohon_docs.issue import Severity
from pohon_docs.model import Rencana
from pohon_docs.remembering import remembered
from pohon_docs.rules import Found, Rule
from pohon_docs.rules._text import texts
from pohon_docs.source import Ref

TEMA = "Identitas"
_NIP = re.compile(r"\d{18}")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_SIGNATURE = {
    "tempat": "Tempat",
    "tanggal": "Tanggal",
    "jabatan_penanda_tangan": "Jabatan Penanda Tangan",
    "nama_penanda_tangan": "Nama Penanda Tangan",
    "pangkat_golongan": "Pangkat/Golongan",
    "nip": "NIP",
}
_TITLES = ("judul_pohon_kinerja",)
_TEXTS = ("nama_perangkat_daerah", "pemerintah_daerah", "tempat", "jabatan_penanda_tangan",
          "nama_penanda_tangan", "visi", "misi", "nip")  # fmt: skip


def wrong_numbers(rencana: Rencana) -> Iterator[Found]:
    """Find a NIP that hasn't 18 digits, or begins with no date of birth."""
    unit = rencana.identitas
    place = dict(unit.refs).get("nip")
    digits = re.sub(r"[\s.]", "", unit.nip)
    if place is None or digits in ("", "-") or _is_placeholder(unit.nip):
        return
    if not _NIP.fullmatch(digits):
        count = sum(letter.isdigit() for letter in digits)
        yield Found(place, f'NIP "{unit.nip}" memuat {count} angka, seharusnya 18')
    elif not _is_date(digits[:8]) or not _is_month(digits[8:14]):
        message = f'NIP "{unit.nip}" tidak diawali tanggal lahir dan bulan pengangkatan'
        yield Found(place, message)


def _is_date(digits: str) -> bool:
    try:
        date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return False
    return True


def _is_month(digits: str) -> bool:
    return _is_date(f"{digits}01")


def without_signature(rencana: Rencana) -> Iterator[Found]:
    """Find what the signature block of a document will lack."""
    unit = rencana.identitas
    missing = [label for field, label in _SIGNATURE.items() if not getattr(unit, field)]
    places = dict(unit.refs)
    empty = [places[one] for one in _SIGNATURE if one in places and not getattr(unit, one)]
    place = next(iter(empty), _place(unit, "jabatan_penanda_tangan", "nama_perangkat_daerah"))
    if missing and place:
        message = f"data tanda tangan belum lengkap: {', '.join(missing)}"
        yield Found(place, message, related=tuple(empty[1:]))


def _place(unit: Identitas, *names: str) -> Ref | None:
    places = dict(unit.refs)
    return next((places[name] for name in names if name in places), None)


def placeholders(rencana: Rencana) -> Iterator[Found]:
    """Find texts that were left over from a template, in one finding."""
    unit = rencana.identitas
    places = dict(unit.refs)
    said = [(getattr(unit, name), places[name]) for name in _TEXTS if name in places]
    found = [(text, ref) for text, ref in said if _is_placeholder(text)]
    found += [(one.text, one.ref) for one in texts(rencana) if _is_placeholder(one.text)]
    if left := list(dict.fromkeys(found)):
        more = f" dan {len(left) - 1} isian lain" if len(left) > 1 else ""
        message = f'"{left[0][0]}"{more} tampaknya belum diganti dengan isian yang sebenarnya'
        yield Found(left[0][1], message, related=tuple(ref for _, ref in left[1:]))


@remembered
def _is_placeholder(text: str) -> bool:
    """Tell whether a text bears a mark of a template; the marks spare most texts the patterns."""
    lists = words.load("kata")["pengganti"]
    plain = text.casefold()
    marked = any(mark in plain for mark in lists["tanda"])
    return marked and any(re.search(pattern, plain) for pattern in lists["pola"])


def other_years(rencana: Rencana) -> Iterator[Found]:
    """Find years in the title of the tree that the period doesn't hold."""
    unit = rencana.identitas
    places = dict(unit.refs)
    period = range(unit.periode_awal, unit.periode_akhir + 1)
    for field in _TITLES:
        years = [int(year) for year in _YEAR.findall(getattr(unit, field))]
        wrong = [str(year) for year in years if year not in period]
        if wrong and period and field in places:
            message = f"judul menyebut tahun {', '.join(wrong)}, padahal periodenya {unit.periode}"
            yield Found(places[field], message)


RULES = (
    Rule(
        "IDENTITAS-11",
        Severity.PERINGATAN,
        "NIP tidak benar",
        wrong_numbers,
        "Tulis 18 angka NIP; pada dokumen dicetak 8-6-1-3, mis. 19750817 200003 1 004.",
        "Peraturan Kepala BKN 22/2007",
        "NIP terdiri atas tanggal lahir, bulan pengangkatan, jenis kelamin, dan nomor urut.",
        "1975081720000310 → 19750817 200003 1 004",
    ),
    Rule(
        "IDENTITAS-12",
        Severity.PERINGATAN,
        "Data tanda tangan belum lengkap",
        without_signature,
        "Isi pada lembar Identitas agar blok tanda tangan tercetak lengkap.",
        "praktik",
        "Dokumen akan tercetak dengan blok tanda tangan yang kosong sebagian.",
        "Nama Penanda Tangan kosong → Drs. Bima Wirasatya, M.Si.",
    ),
    Rule(
        "IDENTITAS-13",
        Severity.PERINGATAN,
        "Isian belum diganti",
        placeholders,
        "Tulis isian yang sebenarnya.",
        "praktik",
        "Teks contoh atau tempat kosong dari templat masih tertinggal.",
        "Kecamatan ………… → Kecamatan Sukamaju",
    ),
    Rule(
        "IDENTITAS-14",
        Severity.PERINGATAN,
        "Tahun pada judul di luar periode",
        other_years,
        "Samakan tahun pada judul dengan periodenya.",
        "praktik",
        "Judul menyebut tahun dari periode lain.",
        "TAHUN 2021-2026 pada Renstra 2025–2029 → TAHUN 2025-2029",
    ),
)
