"""Links that an author wrote as a node's wording become its code."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pohon_docs.model import Jenis, Node, Rencana
from pohon_docs.values import key


def linked(rencana: Rencana) -> Rencana:
    """Turn links that are written as a node's exact wording into its code."""
    kinds = (Jenis.KINERJA, Jenis.SASARAN)
    wordings = {jenis: _by_wording(rencana.of(jenis)) for jenis in kinds}
    nodes = tuple(_relinked(node, wordings) for node in rencana.node)
    above = {key(node.uraian): node.kode for node in reversed(rencana.pemda) if node.kode}
    return replace(rencana, node=tuple(_tied(node, above) for node in nodes))


def _tied(node: Node, above: Mapping[str, str]) -> Node:
    """Return a condition whose parent is a code where it is a wording of the pemda's tree."""
    if not above or node.jenis is not Jenis.KINERJA:
        return node
    return replace(node, induk=tuple(above.get(key(text), text) for text in node.induk))


def _by_wording(nodes: Sequence[Node]) -> dict[str, str]:
    """Return the codes of nodes by their wording, and by themselves."""
    known = [node for node in reversed(nodes) if node.kode]
    worded = {key(node.uraian): node.kode for node in known}
    return worded | {node.kode: node.kode for node in known}


def _relinked(node: Node, wordings: Mapping[Jenis, Mapping[str, str]]) -> Node:
    def codes(links: tuple[str, ...], jenis: Jenis) -> tuple[str, ...]:
        known = wordings[jenis]
        found = (known.get(text) or known.get(key(text), text) for text in links)
        return tuple(dict.fromkeys(found))

    mendukung = codes(node.mendukung, Jenis.KINERJA)
    sasaran_pd = codes(node.sasaran_pd, Jenis.SASARAN)
    if (mendukung, sasaran_pd) == (node.mendukung, node.sasaran_pd):
        return node
    return replace(node, mendukung=mendukung, sasaran_pd=sasaran_pd)
