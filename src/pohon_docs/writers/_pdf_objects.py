"""A PDF's structure as objects: elements, the tree back from marks to them, and links.

ISO 32000-1, 14.7.2 (elements), 14.7.4.4 (parent tree), 12.5.6.5 (links); ISO 14289-1, 7.18
(a link has its text, and its page's tab order is that of the structure).
"""

from collections.abc import Sequence
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFName, PDFObject

from pohon_docs.layout.scene import Link
from pohon_docs.writers._pdf_structure import FIGURE, Element, Structure

Document = Any
"""A reportlab document or a part of it, of which the stubs leave most out."""
_BYTE_ORDER = "feff"
_PRINTED = 4
"""The flag of an annotation that is printed (ISO 19005-2, 6.3.2)."""


class Raw(PDFObject):
    """An object whose text is made once all the objects that it names have numbers."""

    __RefOnly__ = 1

    def __init__(self) -> None:
        self.text = ""

    def format(self, document: Document) -> bytes:
        """Return the object's text."""
        return self.text.encode("ascii")


def write_structure(document: Document, structures: Sequence[Structure]) -> PDFObject:
    """Give every page of a drawn document its structure and links; return the root."""
    root, top = Raw(), Raw()
    pages: list[Document] = document.Pages.pages
    names = [_name(document, page) for page in pages]
    tops: list[str] = []
    numbers: list[str] = []
    link_holders: list[str] = []
    for number, (page, structure) in enumerate(zip(pages, structures, strict=True)):
        first = len(pages) + len(link_holders)
        links = _links(document, structure, names, page, first)
        own = _elements(document, structure, page, links, _name(document, top))
        heads = zip(own, structure.elements, strict=True)
        tops += (name for name, element in heads if element.parent < 0)
        numbers.append(f"{number} [{' '.join(own[at] for at in structure.holders)}]")
        holders = zip(own, structure.elements, strict=True)
        link_holders += (name for name, element in holders if element.link)
        _enter(page, number, links)
    numbers += (f"{at} {name}" for at, name in enumerate(link_holders, len(pages)))
    top.text = f"<</S/Document/P {_name(document, root)}/K[{' '.join(tops)}]>>"
    root.text = (
        f"<</Type/StructTreeRoot/K[{_name(document, top)}]/ParentTree<</Nums[\n"
        + "\n".join(numbers)
        + f"]>>/ParentTreeNextKey {len(numbers)}>>"
    )
    return root


def _enter(page: Document, number: int, links: Sequence[str]) -> None:
    """Write into a page's dictionary what leads to its structure."""
    page.__NoDefault__ = [*page.__NoDefault__, "Tabs", "StructParents"]
    page.Tabs, page.StructParents = PDFName("S"), number
    page.Annots = PDFArray(links) if links else None


def _links(
    document: Document, structure: Structure, pages: Sequence[str], page: Document, first: int
) -> list[str]:
    """Write a page's links as annotations, numbered from `first`; return their references."""
    links = [element.link for element in structure.elements if element.link]
    names = []
    for number, link in enumerate(links, first):
        raw = Raw()
        target: Document = document.Pages.pages[link.page]
        raw.text = (
            f"<</Type/Annot/Subtype/Link/Rect[{_rectangle(link, page.pageheight)}]"
            f"/Border[0 0 0]/F {_PRINTED}/Contents {_text(link.text)}/StructParent {number}"
            f"/Dest[{pages[link.page]}/XYZ null {target.pageheight - link.top:.2f} null]>>"
        )
        names.append(_name(document, raw))
    return names


def _rectangle(link: Link, height: float) -> str:
    corners = (link.x, height - link.y - link.height, link.x + link.width, height - link.y)
    return " ".join(f"{corner:.2f}" for corner in corners)


def _elements(
    document: Document, structure: Structure, page: Document, links: Sequence[str], top: str
) -> list[str]:
    """Write a page's elements; return their references."""
    raws = [Raw() for _ in structure.elements]
    names = [_name(document, raw) for raw in raws]
    kids: list[list[str]] = [[*map(str, element.marks)] for element in structure.elements]
    waiting = iter(links)
    for at, element in enumerate(structure.elements):
        if element.link:
            kids[at].append(f"<</Type/OBJR/Obj {next(waiting)}>>")
        if element.parent >= 0:
            kids[element.parent].append(names[at])
    where = _name(document, page)
    for raw, element, own in zip(raws, structure.elements, kids, strict=True):
        above = names[element.parent] if element.parent >= 0 else top
        look = _look(element, page)
        raw.text = f"<</S/{element.tag.role}/P {above}/Pg {where}{look}/K[{' '.join(own)}]>>"
    return names


def _look(element: Element, page: Document) -> str:
    """Return what an element says of itself: its text, a cell's scope, a figure's place."""
    tag = element.tag
    alt = f"/Alt {_text(tag.alt)}" if tag.alt else ""
    if tag.role == FIGURE:
        box = f"0 0 {page.pagewidth:.2f} {page.pageheight:.2f}"
        return f"{alt}/A<</O/Layout/Placement/Block/BBox[{box}]>>"
    scope = f"/Scope/{tag.scope}" if tag.scope else ""
    rows = f"/RowSpan {tag.rows}" if tag.rows > 1 else ""
    return f"{alt}/A<</O/Table{scope}{rows}>>" if scope or rows else alt


def _text(text: str) -> str:
    """Return a text string in UTF-16, as PDF readers of all ages know it."""
    return f"<{_BYTE_ORDER}{text.encode('utf-16-be').hex()}>"


def _name(document: Document, thing: PDFObject) -> str:
    """Return the reference to an object, which the document gives a number at once."""
    reference: bytes = document.Reference(thing).format(document)
    return reference.decode("ascii")
