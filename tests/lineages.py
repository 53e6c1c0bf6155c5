"""Plans whose roots are tied to a pemda's tree: a root with some sasaran, and what is chosen."""

from dataclasses import replace

import plans
from pohon_docs.model import Jenis, Node, Rencana

_ASKED = (
    "Terwujudnya tata kelola pemerintahan yang bersih dan melayani",
    "Meningkatnya kualitas pelayanan publik",
    "Meningkatnya kemandirian desa dan kesejahteraan masyarakat perdesaan",
    "Menurunnya angka kemiskinan daerah",
    "Meningkatnya ketenteraman dan ketertiban umum",
)


def pemda(count: int = 4) -> tuple[Node, ...]:
    """Return the tree of a pemda: a root P and `count` nodes P1, P2 and so on below it."""
    top = plans.node("P", uraian=_ASKED[0], level=None, ik=("Indeks Reformasi Birokrasi",))
    below = (
        plans.node(f"P{n}", "P", uraian=_ASKED[1 + n % 4], level=None) for n in range(1, count + 1)
    )
    return (top, *below)


def tied(rencana: Rencana, *chosen: str, count: int = 4) -> Rencana:
    """Return a plan whose roots name the chosen nodes of a pemda's tree, one after another."""
    roots = [node for node, parent in rencana.walk(Jenis.KINERJA) if parent is None]
    named = {id(root): chosen[at % len(chosen)] for at, root in enumerate(roots)}
    nodes = tuple(
        replace(node, induk=(*node.induk, named[id(node)])) if id(node) in named else node
        for node in rencana.node
    )
    return replace(rencana, node=nodes, pemda=pemda(count))
