"""A tagged PDF as other programs see it: its structure and the text under its marks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream, IndirectObject

_PAINTING = {*("S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Tj", "TJ", "'", '"', "Do", "sh")}


@dataclass(frozen=True)
class Element:
    """An element of the structure: its role, its own text, what it says of itself, its parts."""

    role: str
    text: tuple[str, ...]
    alt: str
    scope: str
    rows: int
    links: tuple[str, ...]
    below: tuple["Element", ...]

    def walk(self) -> Iterator["Element"]:
        """Yield the element and all below it, in reading order."""
        yield self
        for one in self.below:
            yield from one.walk()

    @property
    def said(self) -> tuple[str, ...]:
        """All that is read out, in reading order."""
        return tuple(text for one in self.walk() for text in one.text)

    def all(self, role: str) -> list["Element"]:
        return [one for one in self.walk() if one.role == role]


@dataclass(frozen=True)
class Marked:
    """A page's text under each mark, `/Artifact` for what isn't read; what has no mark at all."""

    texts: dict[int | str, str]
    unmarked: list[str]


class PdfFile:
    """The parts of a PDF that tests look at."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.reader = PdfReader(BytesIO(content), strict=True)
        self.catalog: Any = self.reader.root_object

    @cached_property
    def marked(self) -> list[Marked]:
        """What stands under the marks of each page."""
        return [_marked(page) for page in self.reader.pages]

    @cached_property
    def root(self) -> Element:
        """The structure's topmost element."""
        (top,) = self.catalog["/StructTreeRoot"]["/K"]
        return self._element(top.get_object())

    def _element(self, found: Any) -> Element:  # noqa: ANN401 (pypdf)
        kids = [kid.get_object() for kid in found.get("/K", [])]
        page = found.get("/Pg")
        numbers = [int(kid) for kid in kids if isinstance(kid, int)]
        attributes = found.get("/A", {})
        return Element(
            role=str(found["/S"]).removeprefix("/"),
            text=tuple(self._text(page.get_object(), number) for number in numbers),
            alt=str(found.get("/Alt", "")),
            scope=str(attributes.get("/Scope", "")).removeprefix("/"),
            rows=int(attributes.get("/RowSpan", 1)),
            links=tuple(
                str(kid["/Obj"]["/Contents"])
                for kid in kids
                if not isinstance(kid, int) and kid.get("/Type") == "/OBJR"
            ),
            below=tuple(
                self._element(kid) for kid in kids if not isinstance(kid, int) and "/S" in kid
            ),
        )

    def _text(self, page: Any, mark: int) -> str:  # noqa: ANN401 (pypdf)
        return self.marked[int(page["/StructParents"])].texts[mark]

    def parent_tree(self) -> dict[int, Any]:
        """Return what the parent tree gives for each number: elements, or a link's element."""
        numbers = self.catalog["/StructTreeRoot"]["/ParentTree"]["/Nums"]
        return {
            int(number): value if isinstance(value, IndirectObject) else list(value)
            for number, value in zip(numbers[::2], numbers[1::2], strict=True)
        }


def _drawn(page: Any) -> Iterator[tuple[list[int | str], str, list[Any], str]]:  # noqa: ANN401 (pypdf)
    """Yield each painting operator of a page: the marks around it, its operands, the font."""
    around: list[int | str] = []
    font = ""
    for operands, operator in ContentStream(page["/Contents"].get_object(), page.pdf).operations:
        name = operator.decode()
        if name == "BDC":
            around.append(int(operands[1]["/MCID"]))
        elif name == "BMC":
            around.append(str(operands[0]))
        elif name == "EMC":
            around.pop()
        elif name == "Tf":
            font = str(operands[0])
        elif name in _PAINTING:
            yield [*around], name, operands, font
    assert around == []


def _marked(page: Any) -> Marked:  # noqa: ANN401 (pypdf)
    alphabets = {
        name: _alphabet(font.get_object()["/ToUnicode"].get_object().get_data())
        for name, font in page["/Resources"]["/Font"].items()
    }
    texts: dict[int | str, str] = {}
    unmarked: list[str] = []
    for around, name, operands, font in _drawn(page):
        if len(around) != 1:
            unmarked.append(name)
        elif name == "Tj":
            codes = getattr(operands[0], "original_bytes", operands[0])
            written = "".join(alphabets[font][code] for code in codes)
            texts[around[0]] = texts.get(around[0], "") + written
        else:
            texts.setdefault(around[0], "")
    return Marked(texts, unmarked)


def _alphabet(table: bytes) -> dict[int, str]:
    """Return the letters of a font's codes, as its file tells other programs."""
    pairs = re.findall(rb"<(\w\w)> <(\w{4})>", table)
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}
