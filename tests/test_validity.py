"""A file without its repeated rows and cells has every fault that the whole file has."""

from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openxml_audit import OpenXmlValidator

import plans
import reports
import validity

PART = "word/document.xml"
MARK = '<w:bookmarkStart w:id="9000" w:name="a"/><w:bookmarkEnd w:id="9000"/>'
MARKED = f"<w:tr><w:tc><w:p>{MARK}</w:p></w:tc></w:tr>"
SPOILT = {
    "nilai": ('w:type="dxa"/></w:tcPr>', 'w:type="meter"/></w:tcPr>'),
    "unsur asing": ("</w:tc>", "<w:asing/></w:tc>"),
    "urutan": ("</w:tcPr><w:p>", "</w:tcPr><w:tcPr/><w:p>"),
    "baris tanpa sel": ("</w:tr>", "</w:tr><w:tr/>"),
    "dua baris satu tanda": ("</w:tr>", f"</w:tr>{MARKED}{MARKED}"),
}


@cache
def report() -> bytes:
    return reports.content(plans.seed(), "renja")


def document(content: bytes) -> str:
    with ZipFile(BytesIO(content)) as package:
        return package.read(PART).decode()


def spoilt(old: str, new: str) -> bytes:
    """Return the report with the last of many alike replaced."""
    text = document(report())
    assert text.count(old) > 9
    stream = BytesIO()
    with ZipFile(BytesIO(report())) as whole, ZipFile(stream, "w") as other:
        for name in whole.namelist():
            part = new.join(text.rsplit(old, 1)).encode() if name == PART else whole.read(name)
            other.writestr(name, part)
    return stream.getvalue()


@pytest.mark.parametrize(("old", "new"), SPOILT.values(), ids=SPOILT)
def test_a_fault_in_one_of_many_alike_is_seen(old: str, new: str, tmp_path: Path) -> None:
    path = tmp_path / "rusak.docx"
    path.write_bytes(spoilt(old, new))
    whole = {error.description for error in OpenXmlValidator().validate(path).errors}
    found = validity.errors(path.read_bytes())
    assert whole
    assert all(any(error.endswith(said) for error in found) for said in whole)


def test_most_cells_of_a_report_are_like_an_earlier_one() -> None:
    whole, lean = (document(one).count("<w:tc>") for one in (report(), validity.lean(report())))
    assert 0 < lean < whole / 4
