"""What the cells of a table of changes say: a plan before, after, and the difference."""

from collections.abc import Mapping
from decimal import Decimal

from pohon_docs.documents._place import Place, Reader, Source, rupiah
from pohon_docs.packs import Sumber
from pohon_docs.values import indonesian


def _money_of(place: Place, year: int) -> tuple[Decimal | None, Decimal | None]:
    """Return the money of a row before and after, where its table shows both."""
    return place.beside.money(place.group.parts, year) if place.beside else (None, None)


def difference(before: Decimal | None, after: Decimal | None) -> str:
    """Print what money grew by, in brackets what it fell by; empty where none was planned."""
    if before is None and after is None:
        return ""
    grown = (after or Decimal(0)) - (before or Decimal(0))
    return f"({indonesian(-grown)})" if grown < 0 else indonesian(grown)


def _target_of(side: int) -> Reader:
    def read(place: Place, year: int) -> str:
        return place.beside.target(place.indikator, year)[side] if place.beside else ""

    return read


def _what_changed(place: Place, _: int) -> str:
    """Return what became of a row's node, and the name that it had before."""
    told = place.pack.teks[f"tanda.{place.mark}"] if place.mark else ""
    was = place.beside.former_name(place.group.node) if place.beside and place.group.node else ""
    return place.pack.teks["tanda.semula"].format(nama=was) if was else told


BEFORE: Mapping[Sumber, Source] = {
    "pagu_sebelum": Source(lambda place, year: rupiah(_money_of(place, year)[0]), shared=True),
    "pagu_sesudah": Source(lambda place, year: rupiah(_money_of(place, year)[1]), shared=True),
    "pagu_selisih": Source(lambda place, year: difference(*_money_of(place, year)), shared=True),
    "target_sebelum": Source(_target_of(0)),
    "target_sesudah": Source(_target_of(1)),
    "perubahan": Source(_what_changed, shared=True),
}
"""The sources of the vocabulary that tell of a plan before and after."""
