"""The placement engine: which box stands how far to the right, by Graphviz' dot.

dot places boxes of one width; everything measured in points is done by the caller.
The engine is the one that the pygraphviz wheel brings; a `dot` on the PATH serves
where there is no such wheel.
"""

import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass

from pohon_docs.misuse import MisuseError

_COLUMN_INCHES = 10
"""The width of a column; large, since dot places in whole points."""


class EngineError(MisuseError):
    """No Graphviz engine on this machine; its text says in Indonesian what to install."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A box to be placed: its key, its parent's and its tier, 0 at the top."""

    key: str
    parent: str | None
    tier: int


def columns(seats: Sequence[Seat]) -> dict[str, float]:
    """Place boxes of equal width: the centre of each, in columns, the leftmost being 0.

    Boxes of one tier are at least one column apart and keep the order of `seats`;
    raises EngineError.
    """
    placed = _read_plain(_run(_source(seats)))
    left = min(placed[seat.key] for seat in seats)
    return {seat.key: (placed[seat.key] - left) / _COLUMN_INCHES for seat in seats}


def _source(seats: Sequence[Seat]) -> str:
    """Write the graph: fixed boxes under an unseen root, so that a forest stays in one row."""
    lines = [
        "digraph {",
        "graph [ordering=out nodesep=0 ranksep=0.1 splines=false]",
        f'node [shape=box fixedsize=true width={_COLUMN_INCHES} height=0.1 label=""]',
        "edge [arrowhead=none]",
        "root",
    ]
    children: dict[str | None, list[Seat]] = {}
    for seat in seats:
        lines.append(f'"{seat.key}"')
        children.setdefault(seat.parent, []).append(seat)
    tier = {seat.key: seat.tier for seat in seats}
    for parent, below in children.items():
        above = tier[parent] if parent is not None else -1
        lines.extend(_edges(parent, above, below))
    return "\n".join([*lines, "}"])


def _edges(parent: str | None, above: int, below: list[Seat]) -> list[str]:
    """Write a parent's edges; the weight of the middle one draws the parent over it.

    An even number of children gets an unseen middle child, or the parent would lean
    to one side.
    """
    name = f'"{parent}"' if parent is not None else "root"
    middle = len(below) // 2
    even = len(below) % 2 == 0
    lines = []
    for number, child in enumerate(below):
        if even and number == middle:
            lines.append(f'"{parent}-tengah" [width=0 height=0]')
            lines.append(f'{name} -> "{parent}-tengah" [weight=1000]')
        weight = 1000 if not even and number == middle else 1
        lines.append(f'{name} -> "{child.key}" [weight={weight} minlen={child.tier - above}]')
    return lines


def _run(source: str) -> str:
    """Lay a graph out and return Graphviz' plain output."""
    try:
        from pygraphviz import AGraph  # noqa: PLC0415 (a wheel that a machine may lack)
    except ImportError:
        return _run_command(source)
    return str(AGraph(string=source).draw(format="plain", prog="dot"), "utf-8")


def _run_command(source: str) -> str:
    """Lay a graph out by the `dot` on the PATH."""
    command = shutil.which("dot")
    if command is None:
        raise EngineError(
            "Mesin Graphviz tidak ditemukan. Jalankan `pip install pygraphviz`, "
            "atau pasang Graphviz dari graphviz.org lalu ulangi."
        )
    done = subprocess.run(
        [command, "-Tplain"], input=source, capture_output=True, text=True, check=True
    )
    return done.stdout


def _read_plain(text: str) -> dict[str, float]:
    """Read the x of every node, in inches, from Graphviz' plain output."""
    nodes = (line.split() for line in text.splitlines() if line.startswith("node "))
    return {fields[1].strip('"'): float(fields[2]) for fields in nodes}
