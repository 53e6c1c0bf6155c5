"""KKE Format 2: where each indicator of the tree appears, level by level under each top node."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from pohon_docs import words as lists
from pohon_docs.grids import GridCell
from pohon_docs.indikator import Indikator
from pohon_docs.model import ARAH, KOMPONEN, Jenis, Level, Node
from pohon_docs.selfcheck._evidence import JUDGED, Evidence, Row, cell_name, cut, kind, said, words
from pohon_docs.values import key

_Named = dict[str, list[tuple[Node, Indikator]]]


def cascade_rows(known: Evidence) -> tuple[Row, ...]:
    """Return the rows of every top node of the tree, by level."""
    rows = tuple(_rows(known))
    if rows:
        return rows
    text = GridCell(words("cascading")["tanpa_pohon"], "subjudul")
    return ((text,),)


def _rows(known: Evidence) -> Iterator[Row]:
    named = _named(known)
    for number, nodes in enumerate(_groups(known), 1):
        width = len(words("cascading")["kolom"])
        title = (GridCell(number, "bagian"), GridCell(cut(nodes[0].uraian), "bagian"))
        yield (*title, *(GridCell("", "bagian") for _ in range(width - len(title))))
        for level in Level:
            yield from _level(known, number, level, nodes, named)


def _groups(known: Evidence) -> list[list[Node]]:
    """Return the nodes under each top node, itself first."""
    groups: list[list[Node]] = []
    for node, parent in known.rencana.walk(Jenis.KINERJA):
        if parent is None:
            groups.append([])
        groups[-1].append(node)
    return groups


def _named(known: Evidence) -> _Named:
    """Return the indicators of the plan's tables by their compared wording."""
    named: _Named = {}
    for node in known.rencana.of(*ARAH, *KOMPONEN):
        for indikator in node.indikator:
            named.setdefault(key(indikator.uraian), []).append((node, indikator))
    return named


def _level(
    known: Evidence, number: int, level: Level, nodes: list[Node], named: _Named
) -> Iterator[Row]:
    """Yield a level's heading and a row for each of its indicators."""
    own = [node for node in nodes if node.level is level]
    label = f"{number}.{words('cascading')['level'][level]}"
    none = "" if own else words("cascading")["tanpa_level"]
    cells = [GridCell("", "teks.jumlah") for _ in words("cascading")["kolom"]]
    cells[1], cells[-1] = GridCell(label, "teks.jumlah"), GridCell(none, "teks.jumlah")
    yield tuple(cells)
    letter = label.partition(" ")[0].rstrip(".")
    at = 0
    for node in own:
        for indikator in node.indikator or (Indikator(""),):
            at += 1
            yield _row(known, node, indikator, f"{letter}.{at}", named)


def _row(known: Evidence, node: Node, indikator: Indikator, number: str, named: _Named) -> Row:
    same = named.get(key(indikator.uraian), []) if indikator.uraian else []
    renstra = _in_renstra(same) or _nearest(indikator.uraian, named)
    texts = (number, _indicator(node, indikator), renstra, _in_renja(known, same))
    return (
        *(GridCell(text, "teks") for text in texts),
        JUDGED,
        GridCell(_office(node), "teks"),
        JUDGED,
        GridCell("\n".join(_notes(known, node, indikator)), "teks"),
    )


def _indicator(node: Node, indikator: Indikator) -> str:
    ref = indikator.at("uraian") if indikator.uraian else node.at("uraian")
    text = indikator.uraian or words("buku")["tanpa_indikator"]
    return cut(f"{node.kode} {node.uraian}\nIK: {text} ({cell_name(ref)})")


def _in_renstra(same: list[tuple[Node, Indikator]]) -> str:
    line = words("cascading")["ada"]
    return _few(
        line.format(jenis=kind(node), kode=node.kode, sel=cell_name(one.at("uraian")))
        for node, one in same
    )


def _nearest(text: str, named: _Named) -> str:
    """Name the indicator of the plan's tables that is very near to one that they don't hold."""
    form, said = words("cascading"), _plain(text)
    near = {
        wording: SequenceMatcher(None, said, _plain(found[0][1].uraian)).ratio()
        for wording, found in named.items()
        if said and wording
    }
    best = max(near, key=lambda wording: near[wording], default="")
    if near.get(best, 0) < form["sangat_mirip"]:
        return str(form["tidak_ada"])
    node, one = named[best][0]
    place = cell_name(one.at("uraian"))
    return cut(form["mirip"].format(isi=one.uraian, jenis=kind(node), kode=node.kode, sel=place))


def _plain(text: str) -> str:
    """Return an indicator in small letters with its abbreviations written out."""
    short = lists.load("kata")["singkatan"]
    return " ".join(short.get(word, word) for word in re.findall(r"\w+", text.casefold()))


def _in_renja(known: Evidence, same: list[tuple[Node, Indikator]]) -> str:
    """Return the targets of the Renja's year that the same indicators have."""
    year, form = known.rencana.identitas.tahun_renja, words("cascading")
    if not year:
        return str(form["tanpa_tahun"])
    targets = (one.target_tahun(year) for _, one in same)
    lines = (
        form["renja"].format(tahun=year, isi=target.teks, sel=cell_name(target.ref))
        for target in targets
        if target
    )
    return _few(lines) or str(form["tanpa_renja"]).format(tahun=year)


def _office(node: Node) -> str:
    if not node.penanggung_jawab:
        return str(words("buku")["tanpa_bukti"])
    ref = cell_name(node.at("penanggung_jawab"))
    return str(words("cascading")["penanggung"]).format(isi=cut(node.penanggung_jawab), sel=ref)


def _notes(known: Evidence, node: Node, indikator: Indikator) -> Iterator[str]:
    """Yield the components that support a node, and the findings at it and its indicator."""
    line = words("cascading")["pendukung"]
    supporters = known.rencana.supporters(node, *ARAH, *KOMPONEN)
    if text := _few(
        line.format(jenis=kind(one), kode=one.kode, sel=cell_name(one.at("kinerja")))
        for one in supporters
    ):
        yield text
    refs = (*(ref for _, ref in node.refs), *(ref for _, ref in indikator.refs))
    yield from said(issue for issue in known.found(refs) if issue.ref in refs)


def _few(lines: Iterator[str]) -> str:
    """Return the first of some lines, and how many more there are."""
    every, most = tuple(lines), words("cascading")["paling_banyak"]
    more = len(every) - most
    rest = (words("cascading")["lebih"].format(jumlah=more),) if more > 0 else ()
    return "\n".join((*every[:most], *rest))
