"""Whether two plans say the same: every field of every node, places and generated codes aside."""

from dataclasses import fields
from typing import Any

from pohon_docs.model import Node, Rencana

_LINKS = ("induk", "mendukung", "sasaran_pd")


def differences(one: Rencana, other: Rencana, without: tuple[str, ...] = ()) -> list[str]:
    """Return what differs, codes compared by the wording of the nodes that they name."""
    found = [
        f"{name}: {getattr(one, name)} | {getattr(other, name)}"
        for name in ("tahun",)
        if getattr(one, name) != getattr(other, name)
    ]
    if len(one.node) != len(other.node):
        found.append(f"{len(one.node)} simpul | {len(other.node)}")
    for mine, theirs in zip(one.node, other.node, strict=False):
        for field in fields(Node):
            if not field.compare or field.name in ("kode", *without):
                continue
            left, right = _value(one, mine, field.name), _value(other, theirs, field.name)
            if left != right:
                found.append(f"{mine.kode} {field.name}: {left} | {right}")
    return found


def _value(rencana: Rencana, node: Node, name: str) -> Any:  # noqa: ANN401 (any field)
    value = getattr(node, name)
    if name not in _LINKS:
        return value
    named = [one for one in rencana.node for code in value if one.kode == code]
    return {(one.jenis, one.uraian) for one in named} or value
