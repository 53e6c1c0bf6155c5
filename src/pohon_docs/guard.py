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
_OLE = b"\xd0\xcf\x11\xe0"
_BINARY = re.compile(rb"[\x01-\x08\x0e-\x1f]")
_SEPARATOR = re.compile(rb"[;,\t]")
_CELL = re.compile(rb"[<:]c[\s/>]")
_ENCODING = re.compile(
    rb"""^<\?xml[^>]*encoding\s*=\s*["'](?!(?:utf-?8|utf-?16|us-ascii)["'])""", re.I
)

_SAVE_AS = "Buka di Excel atau LibreOffice, simpan sebagai Buku Kerja Excel (.xlsx)."
_COPY_AGAIN = "Salin ulang berkas dari sumbernya."
_IMPORT = (
    "Buka di Excel lewat Data › Dari Teks/CSV dengan kolom kode sebagai Teks, lalu simpan "
    "sebagai .xlsx."
)
_NO_PASSWORD = (
    "Hapus password-nya di Excel (Berkas › Info › Lindungi Buku Kerja), lalu simpan sebagai .xlsx."
)


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
    return _by_start(start, path) or _by_parts(path)


def _by_start(start: bytes, path: Path) -> Refusal | None:
    """Recognise by the first bytes what is no zip."""
    if not start:
        return Refusal("berkas kosong (0 bita)", "Simpan ulang buku kerjanya dari Excel.")
    if start.startswith(b"PK\x03\x04"):
        return None
    if start.startswith(b"PK"):
        return Refusal("berkas zip kosong atau terpotong", _COPY_AGAIN)
    if start.startswith(_OLE):
        return _by_streams(path)
    return Refusal(*_by_text(start))


def _by_streams(path: Path) -> Refusal:
    """Tell a workbook with a password from an old one by the names of its streams."""
    names = path.read_bytes() if path.stat().st_size <= _MOST_BYTES else b""
    if "EncryptedPackage".encode("utf-16-le") in names:
        return Refusal("buku kerja berpassword", _NO_PASSWORD)
    if "Workbook".encode("utf-16-le") in names:
        return _old()
    if "WordDocument".encode("utf-16-le") in names:
        return Refusal("berkas ini dokumen Word lama (.doc), bukan buku kerja Excel", _SAVE_AS)
    if "Book".encode("utf-16-le") in names:
        return _old()
    return Refusal("berkas berpassword, atau Excel lama (.xls)", f"{_NO_PASSWORD} {_SAVE_AS}")


def _old() -> Refusal:
    return Refusal("buku kerja Excel lama (.xls)", _SAVE_AS)


def _by_text(start: bytes) -> tuple[str, str]:
    """Say what a file that is neither zip nor OLE looks like, and what to do."""
    lower = start.replace(b"\0", b"").lower()
    if b"<html" in lower or b"<table" in lower:
        return "isi berkas adalah halaman web (HTML), bukan buku kerja Excel", _SAVE_AS
    if b"urn:schemas-microsoft-com:office:spreadsheet" in lower:
        return "buku kerja XML Excel 2003, bukan .xlsx", _SAVE_AS
    if start.startswith(b"%PDF"):
        return "isi berkas adalah PDF, bukan buku kerja Excel", _SAVE_AS
    if not _BINARY.search(lower) and _SEPARATOR.search(lower):
        return "isi berkas adalah teks (CSV), bukan buku kerja Excel", _IMPORT
    return "berkas bukan buku kerja Excel", _SAVE_AS


def _by_parts(path: Path) -> Refusal | None:
    """Check the zip's table: that it is whole, of sane size, and a workbook's."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            names = [part.filename.replace("\\", "/").casefold() for part in parts]
            told = _by_size(parts, names) or _by_content(names)
            return told or _by_heads(archive, parts) or _by_cells(archive, parts)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, NotImplementedError):
        return Refusal("berkas rusak atau terpotong", _COPY_AGAIN)


def _by_size(parts: list[zipfile.ZipInfo], names: list[str]) -> Refusal | None:
    """Refuse a zip bomb, a zip of too many parts, and one that names a part twice."""
    total = sum(part.file_size for part in parts)
    swollen = any(
        part.file_size > _MEBIBYTE and part.file_size > _MOST_RATIO * max(1, part.compress_size)
        for part in parts
    )
    if total > _MOST_BYTES or swollen or len(parts) > _MOST_PARTS:
        return too_large()
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
    if not any(name.startswith("xl/") or name.endswith("/workbook.xml") for name in known):
        return Refusal("berkas zip ini bukan buku kerja Excel", _SAVE_AS)
    return None


def too_large() -> Refusal:
    """Say that a workbook holds more than can be read."""
    return Refusal(
        "isi berkas terlalu besar untuk buku kerja perencanaan",
        "Hapus lembar, format, dan gabungan sel yang tidak dipakai, lalu simpan ulang.",
    )


def _by_heads(archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> Refusal | None:
    """Refuse any document type declaration: one rule against entity bombs and outside files.

    An encoding in which it could hide is refused with it.
    """
    for part in parts:
        with archive.open(part) as stream:
            head = stream.read(_HEAD)
        plain = head.replace(b"\0", b"").lstrip(_MARKS)
        prolog = _PROLOG.match(plain)
        declared = plain[prolog.end() if prolog else 0 :].startswith(b"<!")
        if declared or _ENCODING.match(plain):
            return Refusal(
                "berkas berisi deklarasi XML yang tidak aman",
                "Simpan ulang buku kerjanya dari Excel.",
            )
    return None


def _by_cells(archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> Refusal | None:
    """Refuse more cells than can be held in memory."""
    count = 0
    for part in parts:
        if "worksheets/" in part.filename.replace("\\", "/").casefold():
            for piece in _pieces(archive, part):
                count += len(_CELL.findall(piece))
                if count > _MOST_CELLS:
                    return too_large()
    return None


def _pieces(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """Yield a part in pieces that end behind a tag, whatever it is encoded in."""
    rest = b""
    with archive.open(part) as stream:
        while chunk := stream.read(_MEBIBYTE):
            whole, end, rest = (rest[-_HEAD:] + chunk.replace(b"\0", b"")).rpartition(b">")
            yield whole + end
    yield rest
