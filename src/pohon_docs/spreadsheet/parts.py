"""The parts of a workbook's zip: found whatever their case and slashes, and streamed as XML.

Every part is read by one kind of parser, which loads no outside file, resolves no entity
and keeps no more of the part in memory than the element that is asked for.
"""

import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import IO

from lxml import etree

_CHUNK = 1 << 16
_LONGEST_NUMBER = 10
_MOST_CHILDREN = 40_000
"""More than a row has cells, a shared string runs or a part of a workbook kinds of things."""


class BrokenPartError(Exception):
    """A part that can't be read as XML: what it is, in words, and the line where it breaks."""

    def __init__(self, what: str, line: int) -> None:
        super().__init__(what, line)
        self.what = what
        self.line = line


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part says of another one: the last word of its kind, and its name."""

    kind: str
    target: str


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of an open zip; `stored` gives a part's true name by its lower-case one."""

    archive: zipfile.ZipFile
    stored: Mapping[str, str]

    def __contains__(self, name: str) -> bool:
        return _plain(name) in self.stored

    def elements(self, name: str, *tags: str, mend: bool = False) -> Iterator[etree._Element]:
        """Yield the finished elements of some tags, whatever their namespace, in their order.

        An element is gone from memory once the next one is asked for. `mend` reads on behind
        a fault as far as it can; without it a fault raises BrokenPartError.
        """
        with self.archive.open(self.stored[_plain(name)]) as stream:
            try:
                yield from _streamed(stream, tags, mend=mend)
            except etree.XMLSyntaxError as error:
                raise BrokenPartError(f'bagian "{name.lstrip("/")}"', error.lineno or 0) from error

    def relations(self, name: str) -> dict[str, Relation]:
        """Return what a part (`""` is the whole file) is related to, by the relation's id."""
        folder, base = posixpath.split(name)
        place = posixpath.join(folder, "_rels", f"{base}.rels")
        if place not in self:
            return {}
        return {
            one.get("Id", ""): Relation(
                one.get("Type", "").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, _slashed(one.get("Target", "")))),
            )
            for one in self.elements(place, "Relationship")
        }


def parts_of(archive: zipfile.ZipFile) -> Parts:
    """Return the parts of an open zip."""
    return Parts(archive, {_plain(name): name for name in archive.namelist()})


def local(element: etree._Element) -> str:
    """Return an element's tag without its namespace."""
    return str(element.tag).rpartition("}")[2]


def is_true(text: str | None) -> bool:
    """Read a truth value of an attribute; one that is not written is false."""
    return text in ("1", "true", "on")


def whole(text: str | None) -> int:
    """Read a whole number of an attribute; one that is not written, or is none, counts as 0."""
    return int(text) if text and is_whole(text) else 0


def is_whole(text: str) -> bool:
    """Tell whether a text is a whole number of a size that a workbook can count to."""
    return len(text) <= _LONGEST_NUMBER and text.isascii() and text.isdigit()


def _plain(name: str) -> str:
    return _slashed(name).lstrip("/").casefold()


def _slashed(name: str) -> str:
    return name.replace("\\", "/")


def _streamed(stream: IO[bytes], tags: tuple[str, ...], *, mend: bool) -> Iterator[etree._Element]:
    chunk = stream.read(_CHUNK)
    top = _root_tag(chunk, mend=mend)
    wanted = {f"{top.rpartition('}')[0]}}}{tag}" if "}" in top else tag for tag in tags}
    parser = _parser(("start", "end"), (top, *wanted), mend=mend)
    root = None
    while chunk:
        parser.feed(chunk)
        for event, element in parser.read_events():
            if root is None:
                root = element
            elif event == "end" and element.tag in wanted:
                yield element
                element.clear()
        if root is not None:
            _forget(root, wanted)
        chunk = stream.read(_CHUNK)
    parser.close()


def _root_tag(chunk: bytes, *, mend: bool) -> str:
    """Return the root's tag, which tells the namespace of the whole part."""
    probe = _parser(("start",), None, mend=mend)
    probe.feed(chunk)
    for _, element in probe.read_events():
        return str(element.tag)
    raise etree.XMLSyntaxError("no root", 0, 1, 1)


def _parser(
    events: tuple[str, ...], tags: tuple[str, ...] | None, *, mend: bool
) -> etree.XMLPullParser:
    return etree.XMLPullParser(
        events,
        tag=tags,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        recover=mend,
    )


def _forget(element: etree._Element, wanted: set[str]) -> None:
    """Drop what has been read above the element that is still open."""
    while len(element):
        last = element[-1]
        if element.tag in wanted:
            if len(element) > _MOST_CHILDREN:
                raise etree.XMLSyntaxError("too many children", 0, last.sourceline or 0, 0)
        else:
            del element[:-1]
        element = last
