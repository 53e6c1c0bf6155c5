"""What the recap's rows say, by the names that its columns ask for."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from pohon_docs import words
from pohon_docs.issue import Issue
from pohon_docs.joining import Joined, Unit
from pohon_docs.joining.measures import shared
from pohon_docs.joining.partners import Partnership, partnerships
from pohon_docs.model import ARAH, KOMPONEN, Jenis, Node
from pohon_docs.source import Ref
from pohon_docs.values import printable


@dataclass(frozen=True, slots=True)
class Place:
    """A cell of a workbook that a row leads to, and how it is called."""

    name: str
    ref: Ref


Row = dict[str, str | int | Decimal | Place | None]


_LONGEST = 2_000


def shown(text: str) -> str:
    """Return a text as a cell can hold it (Excel's own limit is 32,767 letters)."""
    return printable(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…")


def units(joined: Joined) -> Iterator[Row]:
    """Yield a row for each unit: what it is tied to, its counts, its pagu, its findings."""
    for number, unit in enumerate(joined.units, start=1):
        rencana = unit.rencana
        above = dict.fromkeys(upper.uraian for _, upper in unit.ties())
        row: Row = {
            "nomor": number,
            "unit": unit.nama,
            "buku": unit.workbook,
            "induk": "\n".join(above),
            "simpul": len(rencana.of(Jenis.KINERJA)),
            **{str(kind): len(rencana.of(kind)) for kind in (*ARAH, *KOMPONEN)},
        }
        money = _money(joined, unit, rencana.of(Jenis.PROGRAM))
        yield {**row, **money, **unit.counts}


def programs(joined: Joined) -> Iterator[Row]:
    """Yield a row for each program of each unit: what it holds and its pagu."""
    for unit in joined.units:
        for program in unit.rencana.of(Jenis.PROGRAM):
            inside = [
                child for child in unit.rencana.children(program) if child.jenis is Jenis.KEGIATAN
            ]
            below = [sub for one in inside for sub in unit.rencana.children(one)]
            yield {
                "unit": unit.nama,
                "kode": program.kode,
                "uraian": program.uraian,
                "kegiatan": len(inside),
                "sub_kegiatan": sum(one.jenis is Jenis.SUB_KEGIATAN for one in below),
                **_money(joined, unit, (program,)),
            }


def _money(joined: Joined, unit: Unit, nodes: Iterable[Node]) -> Mapping[str, Decimal | None]:
    some = tuple(nodes)
    return {f"pagu {year}": unit.rencana.total(some, year) for year in joined.tahun}


def indicators(joined: Joined) -> Iterator[Row]:
    """Yield a row for each unit that measures an indicator which another measures, too."""
    for one in shared(joined):
        for use in one.uses:
            last = use.indikator.target_akhir
            yield {
                "indikator": use.indikator.uraian,
                "unit": use.unit.nama,
                "simpul": use.node.uraian,
                "satuan": use.satuan,
                "akhir": last.teks if last else use.indikator.kondisi_akhir,
                "sel": Place(str(use.ref), use.ref),
            }


def partners(joined: Joined) -> Iterator[Row]:
    """Yield a row for each partner that a unit names, and whether that one names it, too."""
    for one in partnerships(joined):
        yield {
            "unit": one.unit.nama,
            "simpul": one.node.uraian if one.node else one.kemitraan.kinerja,
            "mitra": one.kemitraan.mitra,
            "peran": one.kemitraan.peran,
            "berbalas": _answer(one),
            "sel": Place(str(one.ref), one.ref),
        }


def _answer(one: Partnership) -> str:
    if not one.kemitraan.mitra:
        return ""
    said = words.load("gabungan")
    name = "luar" if one.other is None else "ya" if one.answered else "tidak"
    return str(said[name])


def findings(issues: Iterable[Issue]) -> Iterator[Row]:
    """Yield a row for each finding."""
    for issue in issues:
        ref = issue.ref
        yield {
            "tingkat": str(issue.severity),
            "buku": ref.book,
            "sel": Place(f"{ref.sheet}!{ref.cell}" if ref.row else ref.sheet, ref),
            "temuan": issue.message,
            "saran": issue.hint,
            "kode": issue.code,
        }
