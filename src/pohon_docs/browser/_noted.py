"""Which findings belong to which node: by the cell that they name, else by its row."""

from collections.abc import Iterator, Mapping, Sequence

from pohon_docs.issue import Issue
from pohon_docs.model import Jenis, Node, Rencana
from pohon_docs.source import Ref


def noted(rencana: Rencana, issues: Sequence[Issue]) -> Mapping[int, tuple[int, ...]]:
    """Return the places of each node's findings among all, by the node's identity.

    A finding at a cell that no node was read from belongs to the nodes of its row.
    """
    cells: dict[tuple[str, int, int], dict[int, None]] = {}
    rows: dict[tuple[str, int], dict[int, None]] = {}
    wanted = {(issue.ref.sheet, issue.ref.row) for issue in issues}
    for node, ref in _owned(rencana):
        if (ref.sheet, ref.row) not in wanted:
            continue
        cells.setdefault((ref.sheet, ref.row, ref.column), {})[id(node)] = None
        rows.setdefault((ref.sheet, ref.row), {})[id(node)] = None
    found: dict[int, list[int]] = {}
    for at, issue in enumerate(issues):
        ref = issue.ref
        near = rows.get((ref.sheet, ref.row), {}) if ref.row else {}
        for owner in cells.get((ref.sheet, ref.row, ref.column), near):
            found.setdefault(owner, []).append(at)
    return {owner: tuple(places) for owner, places in found.items()}


def _owned(rencana: Rencana) -> Iterator[tuple[Node, Ref]]:
    """Yield every node with each cell that something of it came from."""
    for node in rencana.node:
        for ref in _cells(node):
            yield node, ref
    for one in rencana.kemitraan:
        supported = rencana.find(Jenis.KINERJA, one.kinerja)
        if supported is not None:
            yield from ((supported, ref) for _, ref in one.refs)


def _cells(node: Node) -> Iterator[Ref]:
    yield from (ref for _, ref in node.refs)
    for money in (node.pagu, node.realisasi, node.pagu_rkpd):
        yield from (one.ref for one in money)
    for indikator in node.indikator:
        yield from (ref for _, ref in indikator.refs)
        for targets in (indikator.target, indikator.realisasi, indikator.target_rkpd):
            yield from (one.ref for one in targets)
