"""The tree with all that supports its nodes: tujuan to sub kegiatan, and its partners.

Each component is a box under the node that it supports (PermenPANRB 89/2021, step 5), with its
indicators, the target and the pagu of a year; partners hang beside their node, and are listed
with their part in it on the last pages.
"""

from collections.abc import Iterator

from pohon_docs.documents import Document
from pohon_docs.documents._attached import LOOSE, PARTNER, Attached, partners, shown_year
from pohon_docs.documents._identity import fields
from pohon_docs.documents._pictures import page_words
from pohon_docs.documents._tree import level_name, subtitle
from pohon_docs.model import ARAH, KOMPONEN, Jenis, Kemitraan, Level, Node, Rencana
from pohon_docs.packs import Pack
from pohon_docs.views import Box, Chart, Key, Listing, Merge, Table, TableCell, TableRow, Tree

PACK = "permenpanrb-89-2021"
_WIDTHS = (3.6, 2.6, 3.4, 3.4, 1.4)
_COLUMNS = ("simpul", "mitra", "peran", "keluaran", "status")


def build(rencana: Rencana, pack: Pack) -> Chart:
    """Return the tree with its components, and the matrix of its partners where it has any."""
    tree = _tree(rencana, pack)
    return Chart(
        title=tree.title,
        trees=(tree,),
        listings=tuple(_matrix(rencana, pack)),
        continued=pack.teks["kartu.lanjutan"],
    )


def _tree(rencana: Rencana, pack: Pack) -> Tree:
    known = fields(rencana.identitas)
    boxes = Attached(rencana, pack).boxes()
    year = shown_year(rencana)
    note = "bagan.catatan" if year else "bagan.catatan_akhir"
    return Tree(
        name="cascading",
        title=pack.teks["bagan.judul"].format(**known),
        subtitle=subtitle(rencana, pack),
        boxes=boxes,
        note=pack.teks[note].format(**known),
        description=pack.teks["bagan.gambaran"],
        words=page_words(pack),
        legend=tuple(_legend(rencana, boxes, pack)),
    )


def _legend(rencana: Rencana, boxes: tuple[Box, ...], pack: Pack) -> Iterator[Key]:
    """Yield an entry for each level and kind that is drawn, from the top of the tree."""
    drawn = {box.parts[0].role for box in boxes}
    names = {f"kinerja.{level}": level_name(rencana, level, pack) for level in Level}
    names["kinerja.tanpa"] = level_name(rencana, None, pack)
    names |= {f"komponen.{kind}": pack.teks[f"bagan.{kind}"] for kind in (*ARAH, *KOMPONEN)}
    names |= {LOOSE: pack.teks["bagan.lepas"], PARTNER: pack.teks["bagan.kemitraan"]}
    names["rujukan"] = pack.teks["bagan.rujukan"]
    yield from (Key(role, text) for role, text in names.items() if role in drawn)


def _matrix(rencana: Rencana, pack: Pack) -> Iterator[Listing]:
    """Yield the matrix of nodes and partners, a row for each partner of a node."""
    walked = (node for node, _ in rencana.walk(Jenis.KINERJA))
    rows = [(node, one) for node in walked for one in partners(rencana, node)]
    known = {node.kode for node in rencana.of(Jenis.KINERJA)}
    loose = [one for one in rencana.kemitraan if one.kinerja not in known]
    body = (*_rows(rows), *(_row(one.kinerja, one, Merge.NONE) for one in loose))
    if body:
        cells = (TableCell((pack.teks[f"bagan.{name}"],), "kepala") for name in _COLUMNS)
        table = Table(_WIDTHS, (TableRow("kepala", tuple(cells)),), body)
        title = pack.teks["bagan.matriks"].format(**fields(rencana.identitas))
        yield Listing(title, subtitle(rencana, pack), table)


def _rows(rows: list[tuple[Node, Kemitraan]]) -> Iterator[TableRow]:
    """Yield a row for each partner; a node's cell stands beside all its partners."""
    for at, (node, one) in enumerate(rows):
        first = at == 0 or rows[at - 1][0] is not node
        last = at + 1 == len(rows) or rows[at + 1][0] is not node
        merge = (Merge.NONE if last else Merge.START) if first else Merge.CONTINUE
        name = f"{node.kode} {node.uraian}".strip() if first else ""
        yield _row(name, one, merge, keep=not last)


def _row(name: str, one: Kemitraan, merge: Merge, *, keep: bool = False) -> TableRow:
    texts = (one.mitra, one.peran, one.keluaran)
    cells = (
        TableCell((name,), "teks", merge=merge),
        *(TableCell((text,), "teks") for text in texts),
        TableCell((one.status,), "tengah"),
    )
    return TableRow("kemitraan", cells, keep=keep)


DOCUMENT = Document(
    name="pohon-cascading",
    title="Pohon cascading: pohon kinerja dengan komponen, target, pagu, dan mitra crosscutting",
    pack=lambda identitas: PACK,
    file_name=lambda _: "pohon-cascading",
    build=build,
)
