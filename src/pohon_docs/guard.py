"""What may be opened as a workbook: told by a file's first bytes, its zip table and its parts."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_MEBIBYTE = 1024 * 1024
_MOST_BYTES = 400 * _MEBIBYTE
_MOST_PARTS = 3_000
_MOST_RATIO = 200
_MOST_CELLS = 5_000_000
_HEAD = 4096
_MARKS = b"\xef\xbb\xbf\xff\xfe"
_PROLOG = re.compile(rb"(?:\s|<\?.*?\?>|<!--.*?-->)*", re.DOTALL)
_STRICT = b"purl.oclc.org/ooxml/spreadsheetml"
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell [^>]*ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')

_SAVE_AS = "Buka di Excel atau LibreOffice, simpan sebagai Buku Kerja Excel (.xlsx)."


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file is not read, and what to do."""

    message: str
    hint: str


def refusal(path: Path) -> Refusal | None:
    """Return why `path` is not read as a workbook, or None where it may be opened."""
    try:
        with path.open("rb") as file:
            start = file.read(_HEAD)
    except OSError:
        return Refusal(
            "berkas tidak dapat dibuka", "Tutup program lain yang memakainya, lalu ulangi."
        )
    return _by_start(start) or _by_parts(path)


def _by_start(start: bytes) -> Refusal | None:
    """Recognise by the first bytes what is no zip."""
    if not start:
        return Refusal("berkas kosong (0 bita)", "Simpan ulang buku kerjanya dari Excel.")
    if start.startswith(b"PK\x03\x04"):
        return None
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        return Refusal(
            "berkas berpassword, atau Excel lama (.xls)",
            "Hapus password-nya (Berkas › Info › Lindungi Buku Kerja) dan simpan sebagai .xlsx.",
        )
    if b"<html" in start.lower() or b"<table" in start.lower():
        return Refusal("isi berkas adalah halaman web (HTML), bukan buku kerja Excel", _SAVE_AS)
    if start.startswith(b"PK"):
        return Refusal("berkas zip kosong atau terpotong", "Salin ulang berkas dari sumbernya.")
    return Refusal("berkas bukan buku kerja Excel", _SAVE_AS)


def _by_parts(path: Path) -> Refusal | None:
    """Check the zip's table: that it is whole, of sane size, and a workbook's."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            names = [part.filename.replace("\\", "/").casefold() for part in parts]
            told = _by_size(parts, names) or _by_content(names)
            return told or _by_heads(archive, parts) or _by_cells(archive, parts)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, NotImplementedError):
        return Refusal("berkas rusak atau terpotong", "Salin ulang berkas dari sumbernya.")


def _by_size(parts: list[zipfile.ZipInfo], names: list[str]) -> Refusal | None:
    """Refuse a zip bomb, a zip of too many parts, and one that names a part twice."""
    total = sum(part.file_size for part in parts)
    swollen = any(
        part.file_size > _MEBIBYTE and part.file_size > _MOST_RATIO * max(1, part.compress_size)
        for part in parts
    )
    if total > _MOST_BYTES or swollen or len(parts) > _MOST_PARTS:
        return _too_large()
    if len(set(names)) < len(names) or any(".." in name.split("/") for name in names):
        return Refusal("susunan berkas tidak wajar", "Simpan ulang buku kerjanya dari Excel.")
    return None


def _by_content(names: list[str]) -> Refusal | None:
    """Tell a workbook from other zips: a document, an open document, a binary workbook."""
    known = set(names)
    if "xl/workbook.bin" in known:
        return Refusal("buku kerja biner (.xlsb)", _SAVE_AS)
    if "content.xml" in known:
        return Refusal("berkas OpenDocument (.ods)", _SAVE_AS)
    if "word/document.xml" in known:
        return Refusal("berkas ini dokumen Word, bukan buku kerja Excel", _SAVE_AS)
    if "[content_types].xml" not in known or not any(name.startswith("xl/") for name in known):
        return Refusal("berkas zip ini bukan buku kerja Excel", _SAVE_AS)
    return None


def _too_large() -> Refusal:
    return Refusal(
        "isi berkas terlalu besar untuk buku kerja perencanaan",
        "Hapus lembar, format, dan gabungan sel yang tidak dipakai, lalu simpan ulang.",
    )


def _by_heads(archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> Refusal | None:
    """Refuse any document type declaration: one rule against entity bombs and outside files."""
    for part in parts:
        with archive.open(part) as stream:
            head = stream.read(_HEAD)
        plain = head.replace(b"\0", b"").lstrip(_MARKS)
        prolog = _PROLOG.match(plain)
        if plain[prolog.end() if prolog else 0 :].startswith(b"<!"):
            return Refusal(
                "berkas berisi deklarasi XML yang tidak aman",
                "Simpan ulang buku kerjanya dari Excel.",
            )
        if _STRICT in head and part.filename.casefold().endswith("workbook.xml"):
            return Refusal("buku kerja tersimpan sebagai Strict Open XML", _SAVE_AS)
    return None


def _by_cells(archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> Refusal | None:
    """Refuse more cells, written or merged, than can be held in memory."""
    sheets = (part for part in parts if "worksheets/" in part.filename.casefold())
    count = 0
    for sheet in sheets:
        content = archive.read(sheet)
        count += content.count(b"<c ") + sum(_merged_sizes(content))
        if count > _MOST_CELLS:
            return _too_large()
    return None


def _merged_sizes(sheet: bytes) -> Iterator[int]:
    """Yield how many cells each merged area of a sheet covers."""
    for left, top, right, bottom in _MERGED.findall(sheet):
        columns = _column(right) - _column(left) + 1
        yield columns * (int(bottom) - int(top) + 1)


def _column(letters: bytes) -> int:
    """Return the number of a column, A being 1."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number
