"""KKE Format 1: what the plan says of each indicator's SMART-C criteria, above a row to judge."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pohon_docs.grids import GridCell
from pohon_docs.indikator import Indikator, Target
from pohon_docs.model import ARAH, Jenis, Node
from pohon_docs.selfcheck._evidence import (
    JUDGED,
    Evidence,
    Row,
    cell_name,
    cells_of,
    cut,
    kind,
    proof,
    said,
    words,
)
from pohon_docs.source import Ref

_KINDS = (*ARAH, Jenis.PROGRAM, Jenis.KEGIATAN)


@dataclass(frozen=True, slots=True)
class _Place:
    """An indicator with the node that it belongs to, and its number on the form."""

    known: Evidence
    node: Node
    indikator: Indikator
    nomor: int

    def proof(self, name: str, text: str, ref: Ref) -> str:
        """Say what the plan holds; cells of the indicator's own sheet go without its name."""
        return proof(name, text, ref, self.indikator.at("uraian").sheet)


def smart_rows(known: Evidence) -> tuple[Row, ...]:
    """Return two rows for every indicator, its evidence and what is to be judged."""
    return tuple(row for place in _places(known) for row in _pair(place))


def _places(known: Evidence) -> Iterator[_Place]:
    number = 0
    for node in known.rencana.of(*_KINDS):
        for indikator in node.indikator or (Indikator(""),):
            number += 1
            yield _Place(known, node, indikator, number)


def _pair(place: _Place) -> tuple[Row, ...]:
    columns = words("smart")["kolom"]
    if not place.indikator.uraian:
        return (tuple(_blank(column, place) for column in columns),)
    evident = tuple(GridCell(_told(column, place), "teks") for column in columns)
    return (evident, tuple(_judged(column) for column in columns))


def _blank(column: Mapping[str, Any], place: _Place) -> GridCell:
    """Return a cell of the row of a node that has no indicator."""
    if column.get("isi") == "indikator":
        return GridCell(words("buku")["tanpa_indikator"], "teks")
    known = column.get("isi") in ("nomor", "uraian")
    return GridCell(_told(column, place) if known else "", "teks")


def _judged(column: Mapping[str, Any]) -> GridCell:
    """Return a cell of the row that people fill."""
    if column.get("isi") == "indikator":
        return GridCell(words("buku")["penilai"], "teks")
    return JUDGED if "bukti" in column or column["isi"] == "nilai" else GridCell("", "teks")


def _told(column: Mapping[str, Any], place: _Place) -> str | int:
    """Return what the plan says in a column; a criterion it says nothing of is named as such."""
    if "isi" in column:
        return _OWN[column["isi"]](place)
    found = _found(place, column["temuan"])
    lines = [line for name in column["bukti"] for line in _READERS.get(name, _field(name))(place)]
    return "\n".join((*lines, *said(found))) or str(words("buku")["tanpa_bukti"])


def _found(place: _Place, codes: list[str]) -> tuple[Any, ...]:
    refs = (*cells_of(place.indikator), *(ref for _, ref in place.node.refs))
    return tuple(issue for issue in place.known.found(refs) if issue.code in codes)


def _others(place: _Place) -> tuple[Any, ...]:
    """Return the findings at an indicator's own cells that no criterion shows."""
    columns = words("smart")["kolom"]
    shown = {code for column in columns for code in column.get("temuan", ())}
    found = place.known.found(cells_of(place.indikator))
    return tuple(issue for issue in found if issue.code not in shown)


def _cited(place: _Place) -> str:
    one = place.indikator
    return f"{cut(one.uraian)} ({cell_name(one.at('uraian'))})"


Reader = Callable[[_Place], Iterator[str]]


def _field(name: str) -> Reader:
    """Return a reader of one of an indicator's texts."""

    def read(place: _Place) -> Iterator[str]:
        text = str(getattr(place.indikator, name))
        if text:
            yield place.proof(words("bidang")[name], text, place.indikator.at(name))

    return read


def _named(place: _Place, target: Target, name: str) -> str:
    label = words("bidang")[name if target.tahun else "target_akhir"].format(tahun=target.tahun)
    return place.proof(label, target.teks, target.ref)


def _targets(place: _Place) -> Iterator[str]:
    yield from (_named(place, target, "target") for target in place.indikator.target)


def _timed(place: _Place) -> Iterator[str]:
    """Yield the years that have a target, else that there is one for the period's end."""
    years = [str(target.tahun) for target in place.indikator.target if target.tahun]
    if years:
        yield words("bidang")["tahun"].format(tahun=", ".join(years))
    elif place.indikator.target:
        yield words("bidang")["target_akhir"]


def _reached(place: _Place) -> Iterator[str]:
    yield from (_named(place, target, "realisasi") for target in place.indikator.realisasi)


def _moved(place: _Place) -> Iterator[str]:
    """Yield where an indicator begins and where it ends."""
    yield from _field("kondisi_awal")(place)
    targets = place.indikator.target
    yield from (
        _named(place, target, "target") for target in dict.fromkeys((*targets[:1], *targets[-1:]))
    )


def _above(place: _Place) -> Iterator[str]:
    for parent in place.known.rencana.parents(place.node):
        label = words("bidang")["induk"].format(jenis=kind(parent), kode=parent.kode)
        yield place.proof(label, parent.uraian, place.node.at("induk"))


def _supported(place: _Place) -> Iterator[str]:
    for code in place.node.mendukung:
        if node := place.known.rencana.find(Jenis.KINERJA, code):
            label = words("bidang")["simpul"].format(kode=code)
            yield place.proof(label, node.uraian, node.at("uraian"))


_READERS: Mapping[str, Reader] = {
    "tahun": _timed,
    "realisasi": _reached,
    "gerak": _moved,
    "induk": _above,
    "simpul": _supported,
}
"""What isn't one text of an indicator, by the names of `words/swauji.toml`."""
_OWN: Mapping[str, Callable[[_Place], str | int]] = {
    "nomor": lambda place: place.nomor,
    "uraian": lambda place: cut(f"{kind(place.node)} {place.node.kode}\n{place.node.uraian}"),
    "indikator": _cited,
    "target": lambda place: "\n".join(_targets(place)),
    "lainnya": lambda place: "\n".join(said(_others(place))),
    "nilai": lambda _: "",
}
"""What the form's own columns hold, by the same names."""
