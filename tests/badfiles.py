"""Files that are no workbook, or a broken or hostile one, made of a good one of that name."""

import zipfile
from collections.abc import Callable
from io import BytesIO

from docx import Document

Spoil = Callable[[bytes], bytes]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
_XML_2003 = b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'
_ENTITY = b'<!DOCTYPE x [<!ENTITY a "b">]>'
_FAR = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
_INFINITE = b'<row r="99"><c r="ZZ99"><v>1e999</v></c></row></sheetData>'
_TRANSITIONAL = b"schemas.openxmlformats.org/spreadsheetml/2006/main"


def _zip(parts: dict[str, bytes], again: tuple[str, bytes] | None = None) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (*parts.items(), *([again] if again else [])):
            archive.writestr(name, content)
    return stream.getvalue()


def _parts(file: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _twice(file: bytes, name: str) -> bytes:
    """Add a part under a name that the zip has already, or that leads out of it."""
    return _zip(_parts(file), again=(name, b"<a/>"))


def _workbook(**parts: bytes) -> dict[str, bytes]:
    more = {f"xl/{name}.xml": content for name, content in parts.items()}
    return {"[Content_Types].xml": b"<a/>", "xl/workbook.xml": b"<a/>"} | more


def _word() -> bytes:
    stream = BytesIO()
    Document().save(stream)
    return stream.getvalue()


def _rotten(file: bytes) -> bytes:
    """Spoil the compressed bytes of the first part, with the zip's table left whole."""
    return file[:60] + bytes(byte ^ 0xFF for byte in file[60:120]) + file[120:]


def _without(file: bytes, part: str) -> bytes:
    return _zip({name: content for name, content in _parts(file).items() if name != part})


def _sheets(file: bytes, old: bytes, new: bytes) -> bytes:
    """Replace bytes in every sheet."""
    return _zip(
        {
            name: content.replace(old, new) if "worksheets/" in name else content
            for name, content in _parts(file).items()
        }
    )


def _merged(file: bytes, area: str) -> bytes:
    cells = f'<mergeCells count="1"><mergeCell ref="{area}"/></mergeCells>'.encode()
    return _sheets(file, b"</sheetData>", b"</sheetData>" + cells)


def _declared(file: bytes, before: bytes) -> bytes:
    """Put a document type declaration before the root of the workbook part."""
    parts = _parts(file)
    body = parts["xl/workbook.xml"].split(b"?>", 1)[-1]
    return _zip(parts | {"xl/workbook.xml": before + _ENTITY + body})


def _utf16(file: bytes) -> bytes:
    theme = (_ENTITY + b"<x/>").decode().encode("utf-16")
    return _zip(_parts(file) | {"xl/theme/theme1.xml": theme})


def _utf7(file: bytes) -> bytes:
    """Hide a declaration in an encoding that is not looked into."""
    theme = b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE x [] +AD4<x/>'
    return _zip(_parts(file) | {"xl/theme/theme1.xml": theme})


def _ole(stream: str) -> bytes:
    """Return an OLE file with a stream of that name."""
    return _OLE + stream.encode("utf-16-le") + b"\0" * 400


def _strict(file: bytes) -> bytes:
    strict = b"purl.oclc.org/ooxml/spreadsheetml/main"
    return _zip({name: part.replace(_TRANSITIONAL, strict) for name, part in _parts(file).items()})


# A name, what becomes of a good workbook of that name, and words of the sentence about it.
REFUSED: dict[str, tuple[Spoil, str]] = {
    "kosong.xlsx": (lambda _: b"", "berkas kosong"),
    "teks.xlsx": (lambda _: b"Kode;Uraian\n1;2\n", "teks (CSV)"),
    "data.csv": (lambda _: "Kode,Uraian\n1,Café\n".encode("cp1252"), "teks (CSV)"),
    "foto.jpg.xlsx": (lambda _: b"\xff\xd8\xff\xe0\0\x10JFIF,\x01", "bukan buku kerja Excel"),
    "cetak.xlsx": (lambda _: b"%PDF-1.7\n1 0 obj", "adalah PDF"),
    "xml2003.xls": (lambda _: _XML_2003, "XML Excel 2003"),
    "lama.xls": (lambda _: _ole("Workbook"), "buku kerja Excel lama (.xls)"),
    "kuno.xlsx": (lambda _: _ole("Book"), "buku kerja Excel lama (.xls)"),
    "sandi.xlsx": (lambda _: _ole("EncryptedPackage"), "buku kerja berpassword"),
    "surat-lama.xlsx": (lambda _: _ole("WordDocument"), "dokumen Word lama"),
    "ole.xlsx": (lambda _: _OLE, "berpassword, atau Excel lama"),
    "sipd.xls": (lambda _: b"<html><table><tr><td>x</td></tr></table></html>", "halaman web"),
    "web.xlsx": (lambda _: b"\xef\xbb\xbf\n<TABLE><tr><td>x</td></tr></TABLE>", "halaman web"),
    "surat.xlsx": (lambda _: _word(), "dokumen Word"),
    "libre.ods": (lambda _: _zip({"mimetype": b"x", "content.xml": b"<a/>"}), ".ods"),
    "biner.xlsb": (lambda _: _zip({"xl/workbook.bin": b"x"}), ".xlsb"),
    "foto.xlsx": (lambda _: _zip({"foto.png": b"x"}), "berkas zip ini bukan buku kerja"),
    "terpotong.xlsx": (lambda good: good[: len(good) // 2], "rusak atau terpotong"),
    "ekor.xlsx": (lambda good: good[:-30], "rusak atau terpotong"),
    "busuk.xlsx": (_rotten, "rusak atau terpotong"),
    "hampa.xlsx": (lambda _: b"PK\x05\x06" + b"\0" * 18, "zip kosong"),
    "bom.xlsx": (lambda _: _zip(_workbook(s=b"0" * 8_000_000)), "terlalu besar"),
    "gabung.xlsx": (lambda good: _merged(good, "A9:XFD1048576"), "terlalu besar"),
    "banyak.xlsx": (lambda _: _zip({f"xl/{i}.xml": b"" for i in range(3001)}), "terlalu besar"),
    "entitas.xlsx": (lambda good: _declared(good, b""), "deklarasi XML"),
    "komentar.xlsx": (lambda good: _declared(good, b"<!--" + b" " * 5000 + b"-->"), "deklarasi"),
    "utf16.xlsx": (_utf16, "deklarasi XML"),
    "ganda.xlsx": (lambda good: _twice(good, "XL/workbook.xml"), "tidak wajar"),
    "keluar.xlsx": (lambda good: _twice(good, "../../jahat.txt"), "tidak wajar"),
    "utf7.xlsx": (_utf7, "deklarasi XML"),
    "pecah.xlsx": (lambda good: _sheets(good, b"</row>", b""), "tidak dapat dibaca"),
    "kendali.xlsx": (lambda good: _sheets(good, b"Desa", b"De\x0bsa"), "tidak dapat dibaca"),
    "tanpa-buku.xlsx": (lambda good: _without(good, "xl/workbook.xml"), "tidak dapat dibaca"),
}
# Workbooks that are odd and yet read like the good one.
TOLERATED: dict[str, Spoil] = {
    "makro.xlsm": lambda good: good,
    "strict.xlsx": _strict,
    "jauh.xlsx": lambda good: _sheets(good, b"</sheetData>", _FAR),
    "gabung.xlsx": lambda good: _merged(good, "A90:XFD90"),
    "gaya.xlsx": lambda good: _without(good, "xl/styles.xml"),
    "ukuran.xlsx": lambda good: _sheets(good, b"<dimension ref=", b'<dimension ref="A1:B2" x='),
    "kendali.xlsx": lambda good: _sheets(good, b"Desa", b"De_x0002_sa&#x200b;"),
    "takhingga.xlsx": lambda good: _sheets(good, b"</sheetData>", _INFINITE),
}
