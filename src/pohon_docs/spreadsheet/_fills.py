"""Styles: a cell's own look with another fill, added after those that the workbook has."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pohon_docs.spreadsheet._splice import (
    ODD,
    Edit,
    Element,
    UnmarkableError,
    appended,
    elements,
    retagged,
    spliced,
)

_KEPT = (("fills",), ("fills", "fill"), ("cellXfs",), ("cellXfs", "xf"))


class Look(NamedTuple):
    """A look that a marked cell asks for: that of style `base`, filled with a colour (#rrggbb)."""

    base: int
    fill: str


def with_looks(styles: bytes, looks: Sequence[Look]) -> tuple[bytes, Mapping[Look, int]]:
    """Return the styles with new looks in them, and the number of each.

    Raises UnmarkableError where the workbook's styles lack what a look is built from.
    """
    found = elements(styles, _label)
    parts = {name: [one for one in found if one.label == name] for name in ("fill", "xf")}
    fills, formats = (_only(found, name) for name in ("fills", "cellXfs"))
    own, first = parts["xf"], len(parts["fill"])
    if any(look.base >= len(own) for look in looks):
        raise UnmarkableError(ODD)
    colours = tuple(dict.fromkeys(look.fill for look in looks))
    clones = [_filled(styles, own[look.base], first + colours.index(look.fill)) for look in looks]
    added = [_fill(colour, fills.prefix) for colour in colours]
    edits = (
        *_grown(styles, fills, first + len(added), added),
        *_grown(styles, formats, len(own) + len(clones), clones),
    )
    return spliced(styles, edits), {look: len(own) + at for at, look in enumerate(looks)}


def _label(path: Sequence[str], attributes: Mapping[str, str]) -> object:
    return path[-1] if tuple(path[1:]) in _KEPT else None


def _only(found: Sequence[Element], name: str) -> Element:
    """Return the one element of a name."""
    kept = [one for one in found if one.label == name]
    if len(kept) != 1:
        raise UnmarkableError(ODD)
    return kept[0]


def _filled(styles: bytes, own: Element, fill: int) -> bytes:
    """Return a copy of a cell's format with another fill."""
    values = {"fillId": str(fill), "applyFill": "1"}
    return retagged(styles, own, values) + styles[own.opened : own.end]


def _fill(colour: str, prefix: str) -> bytes:
    rgb = f"FF{colour.removeprefix('#').upper()}"
    return (
        f'<{prefix}fill><{prefix}patternFill patternType="solid"><{prefix}fgColor rgb="{rgb}"/>'
        f'<{prefix}bgColor indexed="64"/></{prefix}patternFill></{prefix}fill>'
    ).encode()


def _grown(styles: bytes, one: Element, count: int, added: Sequence[bytes]) -> tuple[Edit, Edit]:
    """Return the edits that add to a list and count it anew."""
    tag = Edit(one.start, one.opened, retagged(styles, one, {"count": str(count)}))
    return tag, appended(one, b"".join(added))
