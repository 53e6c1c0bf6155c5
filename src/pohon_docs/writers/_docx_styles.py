"""Names of Word styles → their ids in a document; those it lacks come from the shipped one."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from pohon_docs.looks import StyleError
from pohon_docs.styles import SHIPPED

_SHIPPED_BASE = "baku.docx"


class StyleIds:
    """The ids of a document's styles by name, whatever program saved it last.

    Names are compared without case: `heading 1` is `Heading 1` after LibreOffice. `others` gives
    for a name what other programs call it: `Judul 1`.
    """

    def __init__(self, document: WordDocument, others: Mapping[str, tuple[str, ...]]) -> None:
        self._styles: Any = document.styles.element
        self._ids = {_name(style): _id(style) for style in self._styles.style_lst}
        for name, same in others.items():
            found = (self._ids.get(other.casefold()) for other in same)
            own = next((one for one in found if one), None)
            if own and name.casefold() not in self._ids:
                self._ids[name.casefold()] = own

    def __call__(self, name: str) -> str:
        """Return the id of the style `name`; raises StyleError where nobody has it."""
        if name.casefold() not in self._ids:
            self._bring(name)
        return self._ids[name.casefold()]

    def _bring(self, name: str) -> None:
        """Copy a missing style from the shipped base, after the style that it builds on."""
        shipped: Any = Document(str(SHIPPED / _SHIPPED_BASE)).styles.element
        found = {_name(style): style for style in shipped.style_lst}
        if name.casefold() not in found:
            raise StyleError(f'Dokumen dasar Word tidak memuat gaya "{name}".')
        style = deepcopy(found[name.casefold()])
        names = {_id(other): _name(other) for other in shipped.style_lst}
        for tag in ("w:basedOn", "w:next"):
            link = style.find(qn(tag))
            if link is not None:
                self._relink(link, names[link.get(qn("w:val"))], style)
        self._add(style)

    def _relink(self, link: Any, name: str, style: Any) -> None:  # noqa: ANN401 (lxml)
        """Point a copied style's link at this document's style of the same name."""
        if name == _name(style) or (link.tag == qn("w:next") and name not in self._ids):
            style.remove(link)
        else:
            link.set(qn("w:val"), self(name))

    def _add(self, style: Any) -> None:  # noqa: ANN401 (lxml)
        taken = set(self._ids.values())
        own = _id(style)
        free = next(
            name for name in (own, *(f"{own}{n}" for n in range(1, 1000))) if name not in taken
        )
        style.set(qn("w:styleId"), free)
        self._styles.append(style)
        self._ids[_name(style)] = free


def _name(style: Any) -> str:  # noqa: ANN401 (lxml)
    return str(style.name_val or "").casefold()


def _id(style: Any) -> str:  # noqa: ANN401 (lxml)
    return str(style.styleId)
