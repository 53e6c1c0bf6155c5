"""Cascade cards: per level and tier the conditions, and below them what supports them.

The official deck's pages (PermenPANRB 89/2021, step 5): strategic and urusan levels show
the tables of tujuan and sasaran, the levels below them the cards of program, kegiatan and
sub kegiatan.
"""

from pohon_docs.documents import Document
from pohon_docs.documents._pictures import pictures
from pohon_docs.documents._tree import indicators, level_name, statement, subtitle, tiers
from pohon_docs.indikator import Indikator
from pohon_docs.model import KOMPONEN, Jenis, Level, Node, Rencana
from pohon_docs.packs import Pack
from pohon_docs.views import (
    Box,
    Card,
    Cards,
    Column,
    Merge,
    Paragraph,
    Section,
    Table,
    TableCell,
    TableRow,
)

PACK = "permenpanrb-89-2021"
_WITH_TABLES = (Level.STRATEGIS, Level.URUSAN)


def build(rencana: Rencana, pack: Pack) -> Cards:
    """Return the cards of a plan, a section for each tier of each level."""
    return Cards(
        title=pack.teks["kartu.judul"],
        subtitle=subtitle(rencana, pack),
        trees=pictures(rencana, pack),
        sections=tuple(_sections(rencana, pack)),
        band_title=pack.teks["pohon.pita"],
        continued=pack.teks["kartu.lanjutan"],
    )


def _sections(rencana: Rencana, pack: Pack) -> list[Section]:
    """Return the sections from the top of the tree, then what supports no condition."""
    tier = tiers(rencana)
    walked = [node for node, _ in rencana.walk(Jenis.KINERJA)]
    home = _homes(rencana, walked)
    sections: list[Section] = []
    with_tables: set[Level | None] = set()
    for number in range(max(tier.values(), default=-1) + 1):
        row = [node for node in walked if tier[id(node)] == number]
        for level in dict.fromkeys(node.level for node in row):
            nodes = [node for node in row if node.level is level]
            tabled = level in _WITH_TABLES and level not in with_tables
            with_tables.add(level)
            tables = _tables(rencana, pack) if tabled else ()
            sections.append(_section(rencana, level, nodes, tables, home, pack))
    loose = tuple(_card(part, pack) for part in rencana.of(*KOMPONEN) if id(part) not in home)
    return [*sections, *([_loose(loose, pack)] if loose else [])]


def _homes(rencana: Rencana, walked: list[Node]) -> dict[int, Node]:
    """Give every component the first condition that it supports: its full card stands there."""
    home: dict[int, Node] = {}
    for node in walked:
        for part in rencana.supporters(node, *KOMPONEN):
            home.setdefault(id(part), node)
    return home


def _section(
    rencana: Rencana,
    level: Level | None,
    nodes: list[Node],
    tables: tuple[Table, ...],
    home: dict[int, Node],
    pack: Pack,
) -> Section:
    label = level_name(rencana, level, pack)
    banner = pack.teks[f"kartu.seruan.{level}"].format(level=label.upper()) if level else ""
    return Section(
        band=label,
        heading=pack.teks["pohon.nama"],
        banner=banner,
        columns=tuple(_column(rencana, node, home, pack) for node in nodes),
        tables=tables,
    )


def _loose(cards: tuple[Card, ...], pack: Pack) -> Section:
    return Section(
        band=pack.teks["level.tanpa_simpul"],
        heading="",
        banner=pack.teks["kartu.lepas"],
        columns=(),
        loose=cards,
    )


def _column(rencana: Rencana, node: Node, home: dict[int, Node], pack: Pack) -> Column:
    """Return a condition with the cards of its components, a pointer for one shown before."""
    box = Box(node.kode, (statement(node, node.uraian), indicators(node, pack)), tier=0)
    parts = rencana.supporters(node, *KOMPONEN)
    cards = tuple(
        _card(part, pack) if home[id(part)] is node else _pointer(part, home[id(part)], pack)
        for part in parts
    )
    return Column(box, cards)


def _card(part: Node, pack: Pack) -> Card:
    """Return a component's card: name, sasaran, indikator and target."""
    target = [_target(indikator) for indikator in part.indikator]
    rows = (
        ("nama", (Paragraph(part.uraian),)),
        ("sasaran", (Paragraph(part.sasaran),)),
        ("indikator", _numbered([indikator.uraian for indikator in part.indikator])),
        ("target", _numbered(target)),
    )
    return Card(
        part.kode,
        part.jenis,
        tuple((pack.teks[f"{part.jenis}.{name}"], text) for name, text in rows),
    )


def _pointer(part: Node, home: Node, pack: Pack) -> Card:
    """Return the small card of a component whose full card stands under another condition."""
    place = pack.teks["kartu.rujukan"].format(simpul=home.uraian)
    name = (Paragraph(part.uraian), Paragraph(place))
    return Card(part.kode, "rujukan", ((pack.teks[f"{part.jenis}.nama"], name),))


def _numbered(texts: list[str]) -> tuple[Paragraph, ...]:
    if len(texts) == 1:
        return (Paragraph(texts[0]),)
    return tuple(Paragraph(text, f"{number}.") for number, text in enumerate(texts, start=1))


def _target(indikator: Indikator) -> str:
    """Return the target at the end of the period with its unit, as its author wrote it."""
    target = indikator.target_akhir
    return indikator.dengan_satuan(target.teks) if target else indikator.kondisi_akhir


def _tables(rencana: Rencana, pack: Pack) -> tuple[Table, ...]:
    """Return the Tujuan table and the Sasaran table of the plan, those that have rows."""
    text = pack.teks
    aim = (text["tujuan.kepala"], text["tujuan.indikator"], text["tujuan.target"])
    years = tuple(str(tahun) for tahun in rencana.tahun)
    goal = (text["sasaran.kepala"], text["sasaran.indikator"], *years)
    tables = (
        _table(
            aim,
            (5.0, 5.0, 2.0),
            [
                (node, indikator, (_target(indikator),))
                for node in rencana.of(Jenis.TUJUAN)
                for indikator in node.indikator or (Indikator(""),)
            ],
        ),
        _table(
            goal,
            (4.0, 4.0, *(1.0 for _ in years)),
            [
                (node, indikator, _yearly(indikator, rencana))
                for node in rencana.of(Jenis.SASARAN)
                for indikator in node.indikator or (Indikator(""),)
            ],
        ),
    )
    return tuple(table for table in tables if table.rows)


def _yearly(indikator: Indikator, rencana: Rencana) -> tuple[str, ...]:
    """Return the target of every year; one for the end of the period stands in the last."""
    return tuple(indikator.teks_tahun(tahun, rencana.tahun[-1]) for tahun in rencana.tahun)


def _table(
    titles: tuple[str, ...],
    widths: tuple[float, ...],
    rows: list[tuple[Node, Indikator, tuple[str, ...]]],
) -> Table:
    """Return a table of nodes, numbered inside the cell, a row for each of their indicators."""
    header = TableRow("kepala", tuple(TableCell((title,), "kepala") for title in titles))
    numbers: dict[int, int] = {}
    for node, _, _ in rows:
        numbers.setdefault(id(node), len(numbers) + 1)
    body = []
    for place, (node, indikator, values) in enumerate(rows):
        first = place == 0 or rows[place - 1][0] is not node
        last = place + 1 == len(rows) or rows[place + 1][0] is not node
        merge = (Merge.NONE if last else Merge.START) if first else Merge.CONTINUE
        name = f"{numbers[id(node)]}. {node.uraian}" if first else ""
        cells = (
            TableCell((name,), "teks", merge=merge),
            TableCell((indikator.uraian,), "teks"),
            *(TableCell((value,), "tengah") for value in values),
        )
        body.append(TableRow(node.jenis, cells, keep=not last))
    return Table(widths, (header,), tuple(body))


DOCUMENT = Document(
    name="kartu-cascading",
    title="Kartu cascading: simpul per level dengan tujuan, sasaran, dan kartu komponennya",
    pack=lambda identitas: PACK,
    file_name=lambda rencana: "kartu-cascading",
    build=build,
)
