"""The performance tree as pictures: titles only, and with IK beside the band of levels."""

from pohon_docs.documents._tree import (
    indicators,
    level_name,
    statement,
    subtitle,
    tiers,
    tree_title,
)
from pohon_docs.model import Jenis, Level, Node, Rencana
from pohon_docs.packs import Pack
from pohon_docs.views import Band, Box, Paragraph, Part, Tree, Words


def pictures(rencana: Rencana, pack: Pack) -> tuple[Tree, ...]:
    """Return the picture without indicators and the one with them."""
    return (_titles_only(rencana, pack), with_indicators(rencana, pack))


def _titles_only(rencana: Rencana, pack: Pack) -> Tree:
    return Tree(
        name="tanpa-indikator",
        title=tree_title(rencana, pack),
        subtitle=subtitle(rencana, pack),
        boxes=tree_boxes(rencana, pack, with_indicators=False),
        description=pack.teks["pohon.gambaran"],
        words=page_words(pack),
    )


def with_indicators(rencana: Rencana, pack: Pack) -> Tree:
    """Return the picture with indicators beside the band of levels."""
    return Tree(
        name="dengan-indikator",
        title=tree_title(rencana, pack),
        subtitle=subtitle(rencana, pack),
        boxes=tree_boxes(rencana, pack, with_indicators=True),
        bands=level_bands(rencana, pack),
        bands_title=pack.teks["pohon.pita"],
        note=pack.teks["pohon.catatan"],
        description=pack.teks["pohon.gambaran"],
        words=page_words(pack),
    )


def page_words(pack: Pack) -> Words:
    """Return the pack's wording of what leads from page to page."""
    return Words(
        onward=pack.teks["pohon.lanjut"],
        back=pack.teks["pohon.dari"],
        at=pack.teks["pohon.di"],
        rest=pack.teks["pohon.jenjang"],
        overview=pack.teks["pohon.ikhtisar"],
        sheet=pack.teks["pohon.lembar"],
    )


def tree_boxes(rencana: Rencana, pack: Pack, *, with_indicators: bool) -> tuple[Box, ...]:
    """Return a box for every node, and a reference under each further parent of a shared one."""
    tier = tiers(rencana)
    walked = tuple(rencana.walk(Jenis.KINERJA))
    keys = {id(node): f"n{number}" for number, (node, _) in enumerate(walked, start=1)}
    drawn_under = {id(node): parent for node, parent in walked}
    boxes: list[Box] = []
    for node, parent in walked:
        parts = _parts(node, pack, with_indicators=with_indicators)
        above = keys[id(parent)] if parent is not None else None
        boxes.append(Box(keys[id(node)], parts, tier[id(node)], above))
        for child in rencana.children(node):
            if drawn_under[id(child)] is not node:
                text = pointer(child, drawn_under[id(child)], pack, short=not with_indicators)
                key = f"{keys[id(child)]}-{keys[id(node)]}"
                below = max(tier[id(child)], tier[id(node)] + 1)
                boxes.append(
                    Box(key, (text,), below, keys[id(node)], reference=True, target=keys[id(child)])
                )
    return tuple(boxes)


def pointer(node: Node, parent: Node | None, pack: Pack, *, short: bool) -> Part:
    """Return the text of a reference: the node's name and the place of its full box."""
    place = _name(parent, short=short) if parent is not None else pack.teks["pohon.nama"]
    pointer = pack.teks["pohon.rujukan"].format(induk=place)
    return Part("rujukan", (Paragraph(_name(node, short=short)), Paragraph(pointer)))


def _name(node: Node, *, short: bool) -> str:
    return (short and node.judul_singkat) or node.uraian


def _parts(node: Node, pack: Pack, *, with_indicators: bool) -> tuple[Part, ...]:
    title = statement(node, _name(node, short=not with_indicators))
    return (title, indicators(node, pack)) if with_indicators else (title,)


def level_bands(rencana: Rencana, pack: Pack) -> tuple[Band, ...]:
    """Return a band for every level that has nodes, from the top."""
    tier = tiers(rencana)
    rows: dict[Level, list[int]] = {}
    for node in rencana.of(Jenis.KINERJA):
        if node.level:
            rows.setdefault(node.level, []).append(tier[id(node)])
    return _without_overlap(
        [
            Band(level_name(rencana, level, pack), min(rows[level]), max(rows[level]))
            for level in Level
            if level in rows
        ]
    )


def _without_overlap(bands: list[Band]) -> tuple[Band, ...]:
    """Cut each band off at the band above it, which a level out of order would reach into."""
    cut: list[Band] = []
    for band in bands:
        first = max(band.first, cut[-1].last + 1 if cut else 0)
        if first <= band.last:
            cut.append(Band(band.label, first, band.last))
    return tuple(cut)
