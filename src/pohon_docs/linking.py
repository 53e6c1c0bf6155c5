"""Links that an author wrote as a node's wording become its code."""

from collections.abc import Mapping
from dataclasses import replace

from pohon_docs.model import Jenis, Node, Rencana
from pohon_docs.values import key


def linked(rencana: Rencana) -> Rencana:
    """Turn links that are written as a node's exact wording into its code."""
    wordings = {jenis: _by_wording(rencana, jenis) for jenis in (Jenis.KINERJA, Jenis.SASARAN)}
    nodes = tuple(_relinked(node, wordings) for node in rencana.node)
    return replace(rencana, node=nodes)


def _by_wording(rencana: Rencana, jenis: Jenis) -> dict[str, str]:
    """Return the codes of a kind's nodes by their wording, and by themselves."""
    known = [node for node in reversed(rencana.of(jenis)) if node.kode]
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
