"""The rows of Tabel T-C.27: tujuan, their sasaran, and the programs that serve these."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pohon_docs.documents._components import (
    branches,
    indicator_texts,
    indicators_of,
    leads,
    measured,
    rupiah,
    total,
)
from pohon_docs.documents._goals import aims, goals
from pohon_docs.documents._tables import Key, Record, hung
from pohon_docs.model import Jenis, Node, Rencana
from pohon_docs.packs import Pack


@dataclass(frozen=True, slots=True)
class _Branch:
    """A program with its rows, and the sasaran that it serves, the first being its home."""

    top: Node
    rows: tuple[Record, ...]
    serves: tuple[Node, ...]


def plan_records(rencana: Rencana, pack: Pack) -> list[Record]:
    """Return the rows of T-C.27: under every sasaran its programs, then all that serve none."""
    found = [_branch(rencana, parts) for parts in branches(rencana)]
    records: list[Record] = []
    for tujuan, group in goals(rencana):
        segments = [rows for node in group for rows in _served(rencana, node, found, pack)]
        headed = _headed(rencana, tujuan, segments, pack) if tujuan else segments
        records += [row for rows in headed for row in rows]
    records += [row for branch in found if not branch.serves for row in branch.rows]
    return [*records, *total(_money(rencana, [branch.top for branch in found]), pack)]


def _branch(rencana: Rencana, parts: Sequence[Node]) -> _Branch:
    top = parts[0]
    named = (rencana.find(Jenis.SASARAN, kode) for kode in top.sasaran_pd)
    serves = (node for node in named if node is not None and node.jenis is Jenis.SASARAN)
    rows = (row for part in parts for row in _component(rencana, part))
    return _Branch(top, tuple(rows), tuple(serves))


def _component(rencana: Rencana, part: Node) -> Iterator[Record]:
    """Yield the rows of a component, what it says once merged over its indicators."""
    own: dict[Key, str] = {
        ("kode", None): part.kode,
        ("uraian", None): part.uraian,
        **_money(rencana, (part,)),
        ("penanggung_jawab", None): part.penanggung_jawab,
        ("lokasi", None): part.lokasi,
    }
    rows = [indicator_texts(indikator, rencana.tahun) for indikator in indicators_of(part)]
    yield from measured(part.jenis, own, rows, keep=leads(rencana, part))


def _money(rencana: Rencana, parts: Sequence[Node]) -> Mapping[Key, str]:
    """Return components' money of every year, and the sum over the period as its end."""
    money = {year: rencana.total(parts, year) for year in rencana.tahun}
    known = [value for value in money.values() if value is not None]
    yearly: dict[Key, str] = {("pagu", year): rupiah(value) for year, value in money.items()}
    return {**yearly, ("pagu_akhir", None): rupiah(sum(known, Decimal(0)) if known else None)}


def _served(
    rencana: Rencana, sasaran: Node, found: Sequence[_Branch], pack: Pack
) -> list[list[Record]]:
    """Return a sasaran's own rows with its first program's, then each further program's.

    The sasaran's text is repeated as `(lanjutan)` beside the further ones.
    """
    serving = [branch for branch in found if sasaran in branch.serves]
    rows = [_full_or_reference(branch, sasaran, pack) for branch in serving]
    return _headed(rencana, sasaran, rows, pack)


def _full_or_reference(branch: _Branch, sasaran: Node, pack: Pack) -> list[Record]:
    """Return a program's rows under its first sasaran, and a row that points there elsewhere."""
    home = branch.serves[0]
    if home is sasaran:
        return list(branch.rows)
    text = pack.teks["tabel.rujukan"].format(program=branch.top.uraian, sasaran=home.uraian)
    return [Record("rujukan", {("kode", None): branch.top.kode, ("uraian", None): text})]


def _headed(
    rencana: Rencana, aim: Node, segments: list[list[Record]], pack: Pack
) -> list[list[Record]]:
    """Put a tujuan's or sasaran's own rows before the segments, and its text beside each."""
    own = list(aims(aim, rencana.tahun, keep=bool(segments)))
    first, *others = [[*own, *segments[0]], *segments[1:]] if segments else [own]
    again = f"{aim.uraian} {pack.teks['tabel.lanjutan']}"
    return [hung(first, aim.jenis, aim.uraian), *(hung(rows, aim.jenis, again) for rows in others)]
