"""The list of changes: as text for the terminal, and as sheets of a workbook."""

from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from pohon_docs import words
from pohon_docs.comparison import Change, Comparison, Macam
from pohon_docs.grids import Grid, GridCell, GridColumn, Grids
from pohon_docs.model import ARAH, Jenis, Node, Rencana
from pohon_docs.source import Ref
from pohon_docs.values import indonesian, printable

_NODE = (Macam.DITAMBAH, Macam.DIHAPUS)
_OF_FIELD = (Macam.ISIAN, Macam.PAGU, Macam.INDIKATOR_ISIAN, Macam.TARGET)
"""Kinds whose field says what changed."""
_LONGEST = 2_000


def _words() -> Mapping[str, Any]:
    return words.load("perubahan")


def books(comparison: Comparison) -> str:
    """Say which workbooks were compared."""
    names = (_book(comparison.sebelum), _book(comparison.sesudah))
    return str(_words()["buku"].format(sebelum=names[0], sesudah=names[1]))


def _book(rencana: Rencana) -> str:
    places = (ref for _, ref in (*rencana.identitas.refs, *_refs(rencana.node)))
    return next((ref.book for ref in places), "")


def _refs(nodes: tuple[Node, ...]) -> Iterator[tuple[str, Ref]]:
    return (place for node in nodes for place in node.refs)


def counts(comparison: Comparison) -> dict[str, int]:
    """Count the changes by kind, in words, those that there are."""
    found = Counter(change.macam for change in comparison.perubahan)
    return {_words()["macam"][macam]: found[macam] for macam in Macam if found[macam]}


def summary(comparison: Comparison) -> tuple[str, ...]:
    """Return how much changed: by kind, and the indicators, whose change evaluators count.

    PermenPANRB 88/2021 asks whether indicators stay the same over the period.
    """
    found = counts(comparison)
    if not found:
        return (_words()["kosong"],)
    kinds = ", ".join(f"{number} {kind}" for kind, number in found.items())
    changed = _words()["indikator"].format(
        semua=comparison.indikator_changed(),
        arah=comparison.indikator_changed(*ARAH),
        kinerja=comparison.indikator_changed(Jenis.KINERJA),
    )
    total = f"{len(comparison.perubahan)} ({kinds})"
    return (_words()["jumlah"].format(jumlah=total), changed)


def text(comparison: Comparison) -> str:
    """Return the list of changes as text: its summary, then one line for each."""
    lines = (books(comparison), *summary(comparison), *map(_line, comparison.perubahan))
    return "".join(f"{line}\n" for line in lines)


def _line(change: Change) -> str:
    """Return a change as one line: where, of what, before and after."""
    node = change.node
    name = " ".join(part for part in (_words()["jenis"][node.jenis], node.kode) if part)
    at = " → ".join(str(ref) for ref in (change.ref_sebelum, change.ref_sesudah) if ref)
    kind = "" if change.macam in _OF_FIELD else f"{_words()['macam'][change.macam]}: "
    said = f"{name}: {kind}{_said(change)}"
    return f"{said} [{at}]" if at else said


def _said(change: Change) -> str:
    if change.macam in _NODE or not (change.sebelum or change.sesudah):
        return change.node.uraian
    of = f'"{change.indikator}" ' if change.indikator and change.isian != "uraian" else ""
    grown = f", {_words()['selisih']} {_difference(change)}" if _difference(change) else ""
    name = f"{field_name(change)}: " if change.macam in _OF_FIELD else ""
    if not change.isian:
        return f'"{change.sebelum or change.sesudah}"'
    blank = _words()["kosong_sel"]
    return f"{of}{name}{change.sebelum or blank} → {change.sesudah or blank}{grown}"


def field_name(change: Change) -> str:
    """Name the field that changed, with its year."""
    if not change.isian:
        return ""
    name = str(_words()["isian"][change.isian])
    if change.macam is Macam.TARGET and change.tahun is None:
        return str(_words()["tahun"].format(isian=name, tahun=_words()["akhir"]))
    return str(_words()["tahun"].format(isian=name, tahun=change.tahun)) if change.tahun else name


def _difference(change: Change) -> str:
    """Return what money grew by, in brackets what it fell by."""
    return "" if change.selisih is None else _bracketed(change.selisih)


def _bracketed(value: Decimal) -> str:
    return f"({indonesian(-value)})" if value < 0 else indonesian(value)


def sheets(comparison: Comparison) -> Grids:
    """Return the list of changes as a workbook: the changes, and their counts."""
    grids = (_listed(comparison), _counted(comparison))
    return Grids(_words()["judul"], _words()["kaki"], grids)


def _listed(comparison: Comparison) -> Grid:
    said = _words()
    head = (
        (GridCell(said["judul"], "judul"),),
        (GridCell(books(comparison), "subjudul"),),
        tuple(GridCell(column["judul"], "kepala") for column in said["kolom"]),
    )
    rows = tuple(_row(at, change) for at, change in enumerate(comparison.perubahan, 1))
    none = ((GridCell(said["kosong"], "subjudul"),),)
    columns = tuple(GridColumn(column["lebar"]) for column in said["kolom"])
    name = said["lembar_daftar"]
    return Grid(name, columns, (*head, *(rows or none)), len(head), filtered=bool(rows))


def _row(number: int, change: Change) -> tuple[GridCell, ...]:
    node = change.node
    values: dict[str, str | int] = {
        "nomor": number,
        "macam": _words()["macam"][change.macam],
        "jenis": _words()["jenis"][node.jenis],
        "kode": node.kode,
        "uraian": shown(node.uraian),
        "indikator": shown(change.indikator),
        "isian": field_name(change),
        "sebelum": shown(change.sebelum),
        "sesudah": shown(change.sesudah),
        "selisih": _difference(change),
        "sel_sebelum": _place(change.ref_sebelum),
        "sel_sesudah": _place(change.ref_sesudah),
    }
    return tuple(GridCell(values[one["isi"]], one["peran"]) for one in _words()["kolom"])


def shown(said: str) -> str:
    """Return a text as it is shown, a very long one cut."""
    return printable(said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…")


def _place(ref: Ref | None) -> str:
    return "" if ref is None else f"{ref.sheet}!{ref.cell}" if ref.row else ref.sheet


def _counted(comparison: Comparison) -> Grid:
    """Return the counts by kind, then the indicators that changed."""
    said = _words()
    head = (GridCell(said["ringkas_macam"], "kepala"), GridCell(said["ringkas_jumlah"], "kepala"))
    rows = tuple(
        (GridCell(kind, "teks"), GridCell(number, "angka"))
        for kind, number in counts(comparison).items()
    )
    total = (
        GridCell(said["ringkas_jumlah"], "teks.jumlah"),
        GridCell(len(comparison.perubahan), "angka.jumlah"),
    )
    measured = tuple(
        (GridCell(name, "teks"), GridCell(comparison.indikator_changed(*kinds), "angka"))
        for name, kinds in zip(said["ringkas_indikator"], ((), ARAH, (Jenis.KINERJA,)), strict=True)
    )
    columns = tuple(GridColumn(width) for width in said["ringkas_lebar"])
    return Grid(said["lembar_ringkas"], columns, (head, *rows, total, *measured), header=1)
