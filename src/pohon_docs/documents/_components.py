"""Conditions and components as records of a table: a row for each indicator, merged names."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from pohon_docs.documents._tables import Key, Record
from pohon_docs.indikator import Indikator
from pohon_docs.model import KOMPONEN, Jenis, Node, Rencana
from pohon_docs.packs import Pack
from pohon_docs.values import indonesian
from pohon_docs.views import Merge


def rupiah(value: Decimal | None) -> str:
    """Print money in Indonesian form; money that nobody planned is empty, never zero."""
    return "" if value is None else indonesian(value)


def branches(rencana: Rencana) -> list[list[Node]]:
    """Return every component under no other (a program, as a rule) with all drawn below it."""
    found: list[list[Node]] = []
    for node, parent in rencana.walk(*KOMPONEN):
        if parent is None:
            found.append([])
        found[-1].append(node)
    return found


def indicators_of(node: Node) -> Sequence[Indikator]:
    """Return a node's indicators, or an empty one: a node without is a row all the same."""
    return node.indikator or (Indikator(""),)


def indicator_texts(indikator: Indikator, years: Sequence[int]) -> dict[Key, str]:
    """Return an indicator with its baseline, every year's target and the end condition."""
    return {
        ("indikator", None): indikator.uraian,
        ("kondisi_awal", None): indikator.dengan_satuan(indikator.kondisi_awal),
        **{("target", year): indikator.teks_tahun(year, years[-1]) for year in years},
        ("kondisi_akhir", None): _end_text(indikator),
    }


def _end_text(indikator: Indikator) -> str:
    """Return the condition at the end of the period: as written, else the last target."""
    if indikator.kondisi_akhir:
        return indikator.dengan_satuan(indikator.kondisi_akhir)
    target = indikator.target_akhir
    return indikator.dengan_satuan(target.teks) if target else ""


def measured(
    jenis: str, own: Mapping[Key, str], indicators: Sequence[Mapping[Key, str]], *, keep: bool
) -> Iterator[Record]:
    """Yield a node's records: one for each indicator, what is the node's own merged over them.

    The records stay together; `keep` holds the last of them to what follows.
    """
    last = len(indicators) - 1
    for number, indicator in enumerate(indicators):
        merge = Merge.START if number == 0 else Merge.CONTINUE
        names = {name for name, _ in own} if last else set()
        yield Record(
            jenis,
            {**(own if number == 0 else {}), **indicator},
            dict.fromkeys(names, merge),
            keep=keep or number < last,
        )


def leads(rencana: Rencana, part: Node) -> bool:
    """Tell whether a component's row must not stand alone at the foot of a page."""
    return part.jenis is not Jenis.SUB_KEGIATAN and bool(rencana.children(part))


def total(money: Mapping[Key, str], pack: Pack) -> Iterator[Record]:
    """Yield the row of totals, where any money is planned; it keeps to the signature."""
    if any(money.values()):
        label = pack.teks["tabel.jumlah"]
        yield Record("jumlah", money, label=label, until="target", keep=True)
