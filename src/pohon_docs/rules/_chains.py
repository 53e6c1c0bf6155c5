"""Checks of the tree's shape: skipped levels, dead branches, chains that only rename."""

from collections.abc import Iterator

from pohon_docs import words
from pohon_docs.model import Jenis, Level, Node, Rencana
from pohon_docs.rules import Found
from pohon_docs.rules._text import as_condition, content, measured, share, stem


def skipped_levels(rencana: Rencana) -> Iterator[Found]:
    """Find conditions whose children stand more than one level below, though the plan uses it."""
    used = _levels(rencana)
    for node in rencana.of(Jenis.KINERJA):
        for level in Level:
            between = node.level and any(node.level.rank < one.rank < level.rank for one in used)
            low = [child for child in rencana.children(node) if child.level is level]
            if between and low:
                names = ", ".join(child.kode for child in low)
                message = f'"{low[0].nama_level}" ({names}) langsung di bawah "{node.nama_level}"'
                yield Found(
                    low[0].at("level"),
                    f"level terlewati: {message} ({node.kode})",
                    related=tuple(child.at("level") for child in low[1:]),
                )


def dead_branches(rencana: Rencana) -> Iterator[Found]:
    """Find branches that end above the level Operasional, in a plan that uses that level."""
    if Level.OPERASIONAL not in _levels(rencana):
        return
    for node in rencana.of(Jenis.KINERJA):
        if node.level and node.level is not Level.OPERASIONAL and not rencana.children(node):
            name = node.kode or f'"{node.uraian}"'
            message = f'cabang berhenti di simpul {name} pada level "{node.nama_level}"'
            yield Found(node.at("kode"), message)


def loose_nodes(rencana: Rencana) -> Iterator[Found]:
    """Find conditions without parent that stand below the highest level of the plan."""
    top = min((level.rank for level in _levels(rencana)), default=0)
    for node in rencana.of(Jenis.KINERJA):
        if node.level and node.level.rank > top and not node.induk:
            message = f"simpul {node.kode} ({node.nama_level}) tidak mempunyai induk"
            yield Found(node.at("induk"), message)


def restating_children(rencana: Rencana) -> Iterator[Found]:
    """Find conditions whose only child says or measures the same."""
    for node in rencana.of(Jenis.KINERJA):
        children = rencana.children(node)
        if len(children) != 1:
            continue
        (child,) = children
        why = _restated(node, child)
        if why:
            message = f"simpul {child.kode} satu-satunya anak {node.kode} dan {why}"
            hint = f"Uraikan {node.kode} menjadi beberapa kondisi yang bersama-sama mencukupi, "
            hint += "atau gabungkan keduanya."
            yield Found(child.at("uraian"), message, hint, (node.at("uraian"),))


def _restated(node: Node, child: Node) -> str:
    """Say how a child repeats its parent, or nothing."""
    if _measures(node) & _measures(child):
        return f'mengulang indikatornya ("{child.indikator[0].uraian}")'
    if _verbs_differ(node.uraian, child.uraian):
        return ""
    same = share(content(child.uraian), content(node.uraian))
    return "mengulang pernyataannya" if same >= words.load("ambang")["mirip"]["anak"] else ""


def _verbs_differ(one: str, other: str) -> bool:
    """Tell whether two statements name two events, such as Tertanganinya and Terdampinginya.

    Meningkatnya and its like say nothing of their own.
    """
    plain = words.load("kata")["tugas"]["kejadian"]
    verbs = {stem(said[0]) for said in map(as_condition, (one, other)) if said}
    return len(verbs) > 1 and verbs.isdisjoint(plain)


def repeated_measures(rencana: Rencana) -> Iterator[Found]:
    """Find conditions that have an indicator in common with their parent and grandparent."""
    for node in rencana.of(Jenis.KINERJA):
        for parent in rencana.parents(node):
            for above in rencana.parents(parent):
                shared = _measures(node) & _measures(parent) & _measures(above)
                if shared and above is not node:
                    text = _text_of(node, shared)
                    yield Found(
                        node.at("indikator"),
                        f'indikator "{text}" dipakai pada tiga jenjang berturut-turut '
                        f"({above.kode}, {parent.kode}, {node.kode})",
                        related=(parent.at("indikator"), above.at("indikator")),
                    )


def _levels(rencana: Rencana) -> frozenset[Level]:
    return frozenset(node.level for node in rencana.of(Jenis.KINERJA) if node.level)


def _measures(node: Node) -> frozenset[str]:
    return frozenset(name for one in node.indikator for name in measured(one.uraian))


def _text_of(node: Node, names: frozenset[str]) -> str:
    """Return the wording of the indicator that goes by one of these names."""
    return next(one.uraian for one in node.indikator if measured(one.uraian) & names)
