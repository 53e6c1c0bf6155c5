"""Workbooks written part by part, for what no library would write."""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from pohon_docs.issue import Issue
from pohon_docs.source import Book, Cell
from pohon_docs.workbook import read_book

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_KIND = "http://purl.oclc.org/ooxml/officeDocument/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
NAME = "mentah.xlsx"
SHEET = "xl/worksheets/sheet1.xml"

Parts = dict[str, bytes]


def sheet(rows: str, after: str = "", before: str = "") -> bytes:
    """Return a sheet's part with the given rows."""
    data = f"{before}<sheetData>{rows}</sheetData>{after}"
    return f'<worksheet xmlns="{MAIN}">{data}</worksheet>'.encode()


def cells(xml: str, number: int = 1) -> bytes:
    """Return a sheet's part with one row of the given cells."""
    return sheet(f'<row r="{number}">{xml}</row>')


def relations(*pairs: tuple[str, str]) -> bytes:
    """Return a part of relations: pairs of a kind and a target, with the ids rId1, rId2 …"""
    inner = "".join(
        f'<Relationship Id="rId{number}" Type="{KIND}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(pairs, 1)
    )
    return f'<Relationships xmlns="{RELATIONS}">{inner}</Relationships>'.encode()


def strings(*items: str) -> bytes:
    """Return the part of shared strings: each one's inner XML."""
    inner = "".join(f"<si>{item}</si>" for item in items)
    return f'<sst xmlns="{MAIN}">{inner}</sst>'.encode()


def styles(formats: str = "", fonts: str = "", fills: str = "", xfs: str = "<xf/>") -> bytes:
    """Return the part of styles."""
    return (
        f'<styleSheet xmlns="{MAIN}"><numFmts>{formats}</numFmts><fonts><font/>{fonts}</fonts>'
        f"<fills><fill/><fill/>{fills}</fills><cellXfs>{xfs}</cellXfs></styleSheet>"
    ).encode()


def number_format(code: str) -> bytes:
    """Return styles in which style 1 has a number format."""
    quoted = code.replace('"', "&quot;")
    return styles(
        formats=f'<numFmt numFmtId="164" formatCode="{quoted}"/>', xfs='<xf/><xf numFmtId="164"/>'
    )


def parts(first: bytes, more: Mapping[str, bytes] | None = None, properties: str = "") -> Parts:
    """Return the parts of a workbook with the sheet `Lembar`; `more` adds parts or replaces."""
    workbook = (
        f'<workbook xmlns="{MAIN}" xmlns:r="{KIND}">{properties}'
        '<sheets><sheet name="Lembar" sheetId="1" r:id="rId1"/></sheets></workbook>'
    )
    made = {
        "[Content_Types].xml": b"<Types/>",
        "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": workbook.encode(),
        "xl/_rels/workbook.xml.rels": relations(
            ("worksheet", "worksheets/sheet1.xml"),
            ("sharedStrings", "sharedStrings.xml"),
            ("styles", "styles.xml"),
        ),
        SHEET: first,
    }
    return made | dict(more or {})


def packed(contents: Mapping[str, bytes]) -> bytes:
    """Return the zip of some parts."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return stream.getvalue()


def read(folder: Path, contents: Mapping[str, bytes]) -> tuple[Book | None, tuple[Issue, ...]]:
    """Read the workbook of some parts."""
    path = folder / NAME
    path.write_bytes(packed(contents))
    return read_book(path)


def read_cells(
    folder: Path, first: bytes, **more: bytes
) -> tuple[dict[str, Cell], tuple[Issue, ...]]:
    """Read a workbook of one sheet; return its cells by their name such as B2."""
    named = {f"xl/{name}.xml": content for name, content in more.items()}
    book, issues = read(folder, parts(first, named))
    assert book is not None, issues
    return by_name(book), issues


def by_name(book: Book, number: int = 0) -> dict[str, Cell]:
    """Return the cells of a sheet by their name, those that a merged area covers included."""
    return {
        f"{str(cell.ref).rpartition('!')[2]}{f'>{row.number},{cell.column}' * cell.merged}": cell
        for row in book.sheets[number].rows
        for cell in row.cells
    }
