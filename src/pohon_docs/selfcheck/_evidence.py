"""What supports an answer on a form: the plan's words with their cells, and findings at them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pohon_docs import words as lists
from pohon_docs.grids import GridCell
from pohon_docs.indikator import Indikator
from pohon_docs.issue import Issue, areas
from pohon_docs.model import Node, Rencana
from pohon_docs.source import Ref
from pohon_docs.values import printable

_LONGEST = 300
JUDGED = GridCell("", "isian.nilai")
"""A cell that people fill."""

Row = tuple[GridCell, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A plan with its findings, also by the cells that they are at or point at."""

    rencana: Rencana
    issues: tuple[Issue, ...]
    at: Mapping[Ref, tuple[Issue, ...]]

    def found(self, refs: Iterable[Ref]) -> tuple[Issue, ...]:
        """Return the findings at some cells, each once."""
        return tuple(dict.fromkeys(issue for ref in refs for issue in self.at.get(ref, ())))


def evidence(rencana: Rencana, issues: Sequence[Issue]) -> Evidence:
    """Lay findings beside the cells that they are at or point at."""
    at: dict[Ref, list[Issue]] = {}
    for issue in issues:
        for ref in dict.fromkeys((issue.ref, *issue.related)):
            at.setdefault(ref, []).append(issue)
    return Evidence(rencana, tuple(issues), {ref: tuple(found) for ref, found in at.items()})


def words(section: str = "") -> Mapping[str, Any]:
    """Return a section of the forms' words, or all of them."""
    told = lists.load("swauji")
    return told[section] if section else told


def cells_of(indikator: Indikator) -> tuple[Ref, ...]:
    """Return every cell that an indicator was read from."""
    targets = (*indikator.target, *indikator.realisasi)
    return (*(ref for _, ref in indikator.refs), *(target.ref for target in targets))


def cell_name(ref: Ref) -> str:
    """Name a cell with its sheet."""
    return areas((ref,))


def proof(name: str, text: str, ref: Ref, sheet: str) -> str:
    """Say what the plan holds, and in which cell; one of `sheet` is named without it."""
    place = ref.cell if ref.sheet == sheet else cell_name(ref)
    return str(words("buku")["bukti"]).format(nama=name, isi=cut(text), sel=place)


def said(issues: Iterable[Issue]) -> Iterator[str]:
    """Yield a line for every finding."""
    line = str(words("buku")["temuan"])
    for issue in issues:
        yield cut(line.format(kode=issue.code, tingkat=issue.severity, pesan=issue.message))


def cut(text: str) -> str:
    """Return a text as a form's cell has room for it."""
    shown = printable(text)
    return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST].rstrip()}…"


def kind(node: Node) -> str:
    """Name a component's kind."""
    return str(words("jenis")[node.jenis])
