"""A workbook as the parts of a zip: their relations and types, and writing them anew."""

import posixpath
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from xml.sax.saxutils import quoteattr
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from pohon_docs.spreadsheet._splice import (
    ODD,
    Element,
    UnmarkableError,
    appended,
    elements,
    named,
    spliced,
)

_EPOCH = (1980, 1, 1, 0, 0, 0)
TYPES = "[Content_Types].xml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_EMPTY = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
)


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to: its id there, the last word of its type, and the part's name."""

    id: str
    kind: str
    part: str


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a workbook by name, and their entries in the zip in their order."""

    entries: tuple[ZipInfo, ...]
    parts: Mapping[str, bytes]

    def part(self, name: str) -> bytes:
        """Return a part's bytes; raises UnmarkableError where there is none of that name."""
        if name not in self.parts:
            raise UnmarkableError(ODD)
        return self.parts[name]

    def relations(self, part: str) -> tuple[Relation, ...]:
        """Return what a part refers to inside the package."""
        found = elements(self.parts.get(relations_of(part), _EMPTY), named("Relationship"))
        return tuple(
            Relation(
                one.attributes.get("Id", ""),
                one.attributes.get("Type", "").rpartition("/")[2],
                _resolved(part, one.attributes.get("Target", "")),
            )
            for one in found[1:]
            if one.attributes.get("TargetMode") != "External"
        )

    def related(self, part: str, kind: str) -> str | None:
        """Return the one part of a kind that a part refers to."""
        return next((one.part for one in self.relations(part) if one.kind == kind), None)


def opened(content: bytes) -> Package:
    """Return a workbook's parts; raises UnmarkableError where it is no whole zip."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            entries = tuple(archive.infolist())
            return Package(entries, {one.filename: archive.read(one) for one in entries})
    except (BadZipFile, zlib.error, OSError, EOFError, RuntimeError) as error:
        raise UnmarkableError("berkasnya tidak dapat dibaca ulang") from error


def packed(package: Package, changed: Mapping[str, bytes]) -> bytes:
    """Return the workbook with parts changed or added; each entry keeps its date and order."""
    stream = BytesIO()
    with ZipFile(stream, "w") as target:
        for entry in package.entries:
            name = entry.filename
            target.writestr(_copied(entry), changed.get(name, package.parts[name]))
        for name in (name for name in changed if name not in package.parts):
            entry = ZipInfo(name, _EPOCH)
            entry.compress_type = ZIP_DEFLATED
            target.writestr(entry, changed[name])
    return stream.getvalue()


def _copied(entry: ZipInfo) -> ZipInfo:
    """Return an entry of the same name, date, compression and rights."""
    copy = ZipInfo(entry.filename, entry.date_time)
    copy.compress_type, copy.external_attr = entry.compress_type, entry.external_attr
    copy.create_system, copy.comment = entry.create_system, entry.comment
    return copy


def relations_of(part: str) -> str:
    """Name the part that holds a part's relations."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _resolved(part: str, target: str) -> str:
    """Return the name of the part that a target names, seen from a part."""
    joined = posixpath.join("/", posixpath.dirname(part), target)
    return posixpath.normpath(joined).lstrip("/")


def with_relation(rels: bytes | None, part: str, kind: str, target: str) -> tuple[bytes, str]:
    """Return a part's relations with one more to `target`, and its id."""
    content = rels or _EMPTY
    found = elements(content, named("Relationship"))
    taken = {one.attributes.get("Id", "") for one in found[1:]}
    number = next(n for n in range(1, len(taken) + 2) if f"rIdTemuan{n}" not in taken)
    path = posixpath.relpath(target, posixpath.dirname(part))
    name = found[0].prefix + "Relationship"
    text = f'<{name} Id="rIdTemuan{number}" Type="{_RELATIONS}/{kind}" Target={quoteattr(path)}/>'
    return spliced(content, [appended(found[0], text.encode())]), f"rIdTemuan{number}"


def with_types(types: bytes, new: Mapping[str, str]) -> bytes:
    """Return the content types with those of new parts, named one by one."""
    root = elements(types, named())[0]
    name = root.prefix + "Override"
    text = "".join(
        f"<{name} PartName={quoteattr('/' + part)} ContentType={quoteattr(kind)}/>"
        for part, kind in new.items()
    )
    return spliced(types, [appended(root, text.encode())])


def unused(pattern: str, taken: Iterable[str]) -> str:
    """Return the first name of a pattern, such as `xl/comments{}.xml`, that no part has."""
    known = {name.casefold() for name in taken}
    numbers = range(1, len(known) + 2)
    return next(name for n in numbers if (name := pattern.format(n)).casefold() not in known)


def relation_id(one: Element) -> str:
    """Return the id of the relation that an element names (`r:id`, whatever its prefix)."""
    return next((value for key, value in one.attributes.items() if key.endswith(":id")), "")
