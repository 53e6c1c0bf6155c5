"""Where the elements of an XML part stand in its bytes, so that all others stay as they are."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple
from xml.parsers.expat import ExpatError, ParserCreate

_TAG = re.compile(rb"""<(?:[^>"']|"[^"]*"|'[^']*')*>""")
_ATTRIBUTE = re.compile(rb"""\s+([^\s=]+)\s*=\s*("[^"]*"|'[^']*')""")
_NAME = re.compile(rb"<[^\s/>]+")
_ENCODINGS = (None, "utf-8", "us-ascii")


class UnmarkableError(Exception):
    """A workbook that can't be marked safely; its text is the Indonesian reason, a clause."""


ODD = "susunan bagian di dalam berkasnya tidak lazim"


class Edit(NamedTuple):
    """Bytes that take the place of those from `start` to `end`."""

    start: int
    end: int
    text: bytes


@dataclass(frozen=True, slots=True)
class Element:
    """An element: its name without the root's prefix, its label, and its bytes.

    Its start tag ends at `opened` and its end tag begins at `closed`; for `<a/>` both are `end`.
    """

    name: str
    prefix: str
    label: object
    attributes: Mapping[str, str]
    start: int
    opened: int
    closed: int = -1
    end: int = -1

    @property
    def is_empty(self) -> bool:
        """Tell whether it is written as one tag, `<a/>`."""
        return self.opened == self.end

    @property
    def written(self) -> bytes:
        """Its name as the part writes it."""
        return (self.prefix + self.name).encode()


Labeller = Callable[[Sequence[str], Mapping[str, str]], object]
"""Tells of an element, by the names from the root down to its own, what it is kept as."""


def elements(content: bytes, label: Labeller) -> tuple[Element, ...]:
    """Return the root and the elements for which `label` is not None, in their order.

    Names are without the root's prefix. Raises UnmarkableError for what is no UTF-8 XML.
    """
    return _Scan(content, label).found()


def named(*path: str) -> Labeller:
    """Return a labeller that keeps the elements of one path below the root, by their name."""
    return lambda found, attributes: found[-1] if tuple(found[1:]) == path else None


class _Scan:
    """One walk through a part: a parser, and the elements that are open."""

    def __init__(self, content: bytes, label: Labeller) -> None:
        self._content, self._label = content, label
        self._prefix = ""
        self._path: list[str] = []
        self._open: list[int] = []
        self._kept: list[Element] = []
        self._parser = ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.XmlDeclHandler = self._declared

    def found(self) -> tuple[Element, ...]:
        if self._content.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise UnmarkableError(ODD)
        try:
            self._parser.Parse(self._content, True)
        except ExpatError as error:
            raise UnmarkableError(ODD) from error
        return tuple(self._kept)

    def _declared(self, version: str, encoding: str | None, standalone: int) -> None:
        if encoding is not None and encoding.lower() not in _ENCODINGS:
            raise UnmarkableError(ODD)

    def _start(self, raw: str, attributes: dict[str, str]) -> None:
        if not self._path:
            self._prefix = raw[: raw.find(":") + 1]
        name = raw.removeprefix(self._prefix)
        self._path.append(name)
        label = self._label(self._path, attributes) if self._kept else name
        if label is None:
            self._open.append(-1)
            return
        start = self._parser.CurrentByteIndex
        tag = _TAG.match(self._content, start)
        if tag is None:
            raise UnmarkableError(ODD)
        self._open.append(len(self._kept))
        self._kept.append(Element(name, self._prefix, label, attributes, start, tag.end()))

    def _end(self, raw: str) -> None:
        self._path.pop()
        index = self._open.pop()
        if index < 0:
            return
        one = self._kept[index]
        closed = end = one.opened
        if self._content[one.opened - 2 : one.opened] != b"/>":
            closed = self._parser.CurrentByteIndex
            end = self._content.index(b">", closed) + 1
        self._kept[index] = replace(one, closed=closed, end=end)


def spliced(content: bytes, edits: Iterable[Edit]) -> bytes:
    """Return the content with the edits made, those at one place in their order.

    What is put in at a place comes before what takes the place of the bytes behind it.
    """
    pieces, at = [], 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        pieces += [content[at : edit.start], edit.text]
        at = edit.end
    return b"".join((*pieces, content[at:]))


def appended(one: Element, text: bytes) -> Edit:
    """Return the edit that puts text at the end of what an element holds."""
    if one.is_empty:
        return Edit(one.opened - 2, one.opened, b">" + text + b"</" + one.written + b">")
    return Edit(one.closed, one.closed, text)


def retagged(content: bytes, one: Element, values: Mapping[str, str | None]) -> bytes:
    """Return an element's start tag with some attributes given, or left out where None."""
    tag = content[one.start : one.opened]
    names = {name.encode() for name in values}
    kept = [found.group() for found in _ATTRIBUTE.finditer(tag) if found.group(1) not in names]
    given = [f' {name}="{value}"'.encode() for name, value in values.items() if value is not None]
    name = _NAME.match(tag)
    head = name.group() if name else b""
    return b"".join((head, *kept, *given, b"/>" if one.is_empty else b">"))
