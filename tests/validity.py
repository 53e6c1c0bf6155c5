"""What Open XML's schemas say against a Word file, alike rows and cells looked at once.

The validator reads no text, so a row that differs from an earlier one in nothing but its words
has the same faults; most of a long table's rows are such rows, and the validator is slow.
"""

from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from lxml import etree
from openxml_audit import OpenXmlValidator

_DOCUMENT = "word/document.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TOLD_APART = {f"{_W}id", f"{_W}name", "id", "name"}
"""Attributes that the schemas want to be unlike all others in the file: their rows are kept."""


@cache
def errors(content: bytes) -> tuple[str, ...]:
    """Return what the validator says against a file."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "laporan.docx"
        path.write_bytes(lean(content))
        return tuple(str(error) for error in OpenXmlValidator().validate(path).errors)


def lean(content: bytes) -> bytes:
    """Return a file without the rows and cells that repeat an earlier one's structure."""
    stream = BytesIO()
    with ZipFile(BytesIO(content)) as whole, ZipFile(stream, "w") as less:
        for name in whole.namelist():
            part = whole.read(name)
            less.writestr(name, _without_repeats(part) if name == _DOCUMENT else part)
    return stream.getvalue()


def _without_repeats(document: bytes) -> bytes:
    root = etree.fromstring(document)
    for kind in ("tr", "tc"):
        seen: set[bytes] = set()
        for one in list(root.iter(f"{_W}{kind}")):
            structure = _structure(one)
            if structure in seen and not _told_apart(one) and _has_kin(one):
                one.getparent().remove(one)
            seen.add(structure)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _has_kin(one: etree._Element) -> bool:
    """Tell whether the table or row still holds another of its kind, without which it is none."""
    return len(one.getparent().findall(one.tag)) > 1


def _told_apart(one: etree._Element) -> bool:
    return any(not _TOLD_APART.isdisjoint(part.attrib) for part in one.iter())


def _structure(one: etree._Element) -> bytes:
    """Return an element's own bytes without its words."""
    copy = etree.fromstring(etree.tostring(one, with_tail=False))
    for text in copy.iter(f"{_W}t"):
        text.text = "x" if text.text else ""
    return bytes(etree.tostring(copy))
