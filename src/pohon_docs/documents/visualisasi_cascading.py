"""The cascading picture that a Renstra must show: from the RPJMD's sasaran down to programs.

Inmendagri 2/2025 asks for it; its strips follow the Renstra books of Banyuwangi 2025-2029
("Visualisasi Cascading Renstra"): a column for each sasaran, supporting programs set apart.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from pohon_docs.codes import official
from pohon_docs.documents import Document
from pohon_docs.documents._groups import goals
from pohon_docs.documents._identity import fields
from pohon_docs.model import Jenis, Node, Rencana
from pohon_docs.packs import Pack
from pohon_docs.views import Cascade, Pane, Paragraph, Part, Strip

PACK = "inmendagri-2-2025"
_ROLE, _SUPPORT = "cascading", "penunjang"


@dataclass(frozen=True, slots=True)
class _Column:
    """A sasaran under its tujuan, with the programs that serve it; either may be missing."""

    tujuan: Node | None
    sasaran: Node | None
    program: tuple[Node, ...]


def build(rencana: Rencana, pack: Pack) -> Cascade:
    """Return the picture: sasaran RPJMD, tujuan, sasaran, their indicators, the programs."""
    known = fields(rencana.identitas)
    text = {name: pack.teks[f"cascading.{name}"].format(**known) for name in _TEXTS}
    text["rujukan"] = pack.teks["cascading.rujukan"]
    columns = tuple(_columns(rencana))
    return Cascade(
        title=text["judul"],
        subtitle=text["subjudul"],
        caption=text["keterangan"],
        strips=tuple(_strips(rencana, columns, text)),
    )


_TEXTS = (
    *("judul", "subjudul", "keterangan", "sasaran_rpjmd", "tujuan", "indikator_tujuan"),
    *("sasaran", "indikator_sasaran", "program"),
)


def _columns(rencana: Rencana) -> Iterator[_Column]:
    """Yield a column for every sasaran, one for a tujuan without any, one for loose programs."""
    program = rencana.of(Jenis.PROGRAM)
    for tujuan, below in goals(rencana):
        for sasaran in below or (None,):
            yield _Column(tujuan, sasaran, tuple(_serving(program, sasaran)))
    known = {node.kode for node in rencana.of(Jenis.SASARAN)}
    loose = tuple(node for node in program if known.isdisjoint(node.sasaran_pd))
    if loose:
        yield _Column(None, None, loose)


def _serving(program: Iterable[Node], sasaran: Node | None) -> Iterator[Node]:
    return (node for node in program if sasaran and sasaran.kode in node.sasaran_pd)


def _strips(rencana: Rencana, columns: Sequence[_Column], text: dict[str, str]) -> Iterator[Strip]:
    """Yield the strips from the top; a tujuan's cells stand over all its columns."""
    tujuan = [(node, len(list(group))) for node, group in groupby(columns, _tujuan)]
    yield Strip(text["sasaran_rpjmd"], tuple(_over_rpjmd(tujuan)))
    yield Strip(text["tujuan"], tuple(_pane("tujuan", [_worded(node)], n) for node, n in tujuan))
    yield Strip(
        text["indikator_tujuan"],
        tuple(_pane("indikator", _measures(node), n) for node, n in tujuan),
    )
    yield Strip(
        text["sasaran"],
        tuple(_pane(_named("sasaran", one), [_worded(one.sasaran)]) for one in columns),
    )
    yield Strip(
        text["indikator_sasaran"],
        tuple(_pane(_named("indikator", one), _measures(one.sasaran)) for one in columns),
    )
    yield Strip(text["program"], tuple(_programs(columns, text["rujukan"])))


def _named(name: str, column: _Column) -> str:
    """Return the role of a column's cell: one of its own where only support serves it."""
    support = bool(column.program) and all(map(_is_support, column.program))
    return f"{name}_{_SUPPORT}" if support else name


def _tujuan(column: _Column) -> Node | None:
    return column.tujuan


def _over_rpjmd(tujuan: Sequence[tuple[Node | None, int]]) -> Iterator[Pane]:
    """Yield the RPJMD's sasaran, one cell over neighbouring tujuan that name the same."""
    named = [(node.sasaran_rpjmd if node else "", count) for node, count in tujuan]
    for name, group in groupby(named, lambda pair: pair[0]):
        lines = [line for line in name.split("\n") if line]
        yield _pane("sasaran_rpjmd", lines or [""], sum(count for _, count in group))


def _worded(node: Node | None) -> str:
    return node.uraian if node else ""


def _measures(node: Node | None) -> list[str]:
    return [one.uraian for one in node.indikator if one.uraian] if node else []


def _pane(name: str, texts: Sequence[str], columns: int = 1) -> Pane:
    """Return one cell of numbered texts, of a plain one where it is alone, of a gap for none."""
    if not any(texts):
        return Pane((Part(f"{_ROLE}.kosong", (Paragraph(""),)),), columns)
    numbered = len(texts) > 1
    paragraphs = (Paragraph(t, f"{n}." if numbered else "") for n, t in enumerate(texts, start=1))
    return Pane((Part(f"{_ROLE}.{name}", tuple(paragraphs)),), columns)


def _programs(columns: Sequence[_Column], pointer: str) -> Iterator[Pane]:
    """Yield each column's programs, a cell each; one told in a column before points there."""
    told: dict[str, int] = {}
    for number, column in enumerate(columns, start=1):
        cells = []
        for node in column.program:
            home = told.setdefault(node.kode or node.uraian, number)
            further = () if home == number else (Paragraph(pointer.format(nomor=home)),)
            role = f"{_ROLE}.{_SUPPORT if _is_support(node) else 'program'}"
            cells.append(Part(role, (Paragraph(node.uraian), *further)))
        yield Pane(tuple(cells) or _pane("program", [""]).cells)


def _is_support(node: Node) -> bool:
    """Tell whether a program is the supporting one, `01` of its bidang (Permendagri 90/2019)."""
    kode = official(node.kode)
    return kode is not None and kode.teks.split(".")[-1] == "01"


DOCUMENT = Document(
    name="visualisasi-cascading",
    title="Visualisasi cascading Renstra: sasaran RPJMD, tujuan, sasaran, indikator, program",
    pack=lambda identitas: PACK,
    file_name=lambda _: "visualisasi-cascading",
    build=build,
)
