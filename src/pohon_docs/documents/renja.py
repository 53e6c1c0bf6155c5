"""Renja: Tabel T-C.33, the plan of one year and the forecast of the next."""

from collections.abc import Iterator, Sequence

from pohon_docs.documents import Document
from pohon_docs.documents._components import (
    branches,
    indicators_of,
    leads,
    measured,
    rupiah,
    total,
)
from pohon_docs.documents._identity import fields
from pohon_docs.documents._report import PACK, captioned, signature, title_lines
from pohon_docs.documents._tables import Key, Record, table
from pohon_docs.indikator import Indikator
from pohon_docs.model import Node, Rencana
from pohon_docs.packs import Pack
from pohon_docs.values import code_and_name
from pohon_docs.views import Report

_TABLE = "T-C.33"


def build(rencana: Rencana, pack: Pack) -> Report:
    """Return the Renja's table of a plan for its year (Permendagri 86/2017)."""
    known = fields(rencana.identitas)
    spec = pack.tabel[_TABLE]
    rows = list(_records(rencana, pack))
    return Report(
        title=f"{pack.teks['renja.nama']} {known['unit']} {known['tahun']}",
        author=known["unit"],
        footer=pack.teks["renja.kaki"].format(**known),
        page=pack.teks["laporan.halaman"],
        continued=pack.teks["tabel.lanjutan"],
        blocks=(
            *title_lines("renja", rencana, pack),
            *captioned(spec, table(spec, (), known, rows), known, pack, new_page=False),
            signature(rencana.identitas, pack),
        ),
    )


def _records(rencana: Rencana, pack: Pack) -> Iterator[Record]:
    """Yield the rows: urusan, bidang urusan, every component with what is below it, totals."""
    parts = branches(rencana)
    tops = tuple(branch[0] for branch in parts)
    yield from _affairs(rencana, tops)
    for branch in parts:
        for part in branch:
            yield from _component(rencana, part)
    yield from total(_money(rencana, tops), pack)


def _affairs(rencana: Rencana, tops: Sequence[Node]) -> Iterator[Record]:
    """Yield the rows of urusan and bidang urusan that the plan's identity names."""
    identitas = rencana.identitas
    named = (("urusan", identitas.urusan), ("bidang_urusan", identitas.bidang_urusan))
    for jenis, text in named:
        if text:
            kode, name = code_and_name(text)
            own: dict[Key, str] = {("kode", None): kode, ("uraian", None): name}
            yield Record(jenis, {**own, **_money(rencana, tops)}, keep=bool(tops))


def _component(rencana: Rencana, part: Node) -> Iterator[Record]:
    """Yield a component's rows, what it says once merged over its indicators."""
    own: dict[Key, str] = {
        ("kode", None): part.kode,
        ("uraian", None): part.uraian,
        ("lokasi", None): part.lokasi,
        ("sumber_dana", None): part.sumber_dana,
        ("catatan", None): part.catatan,
        **_money(rencana, (part,)),
    }
    rows = [_targets(rencana, indikator) for indikator in indicators_of(part)]
    yield from measured(part.jenis, own, rows, keep=leads(rencana, part))


def _targets(rencana: Rencana, indikator: Indikator) -> dict[Key, str]:
    """Return an indicator with its target of the Renja's year and of the next one."""
    identitas = rencana.identitas
    year, last = identitas.tahun_renja, identitas.periode_akhir
    return {
        ("indikator", None): indikator.uraian,
        ("target", None): indikator.teks_tahun(year, last),
        ("target_depan", None): indikator.teks_tahun(year + 1, last),
    }


def _money(rencana: Rencana, parts: Sequence[Node]) -> dict[Key, str]:
    year = rencana.identitas.tahun_renja
    return {
        ("pagu", None): rupiah(rencana.total(parts, year)),
        ("pagu_depan", None): rupiah(rencana.total(parts, year + 1)),
    }


def _file_name(year: int) -> str:
    return f"renja-{year}" if year else "renja"


DOCUMENT = Document(
    name="renja",
    title="Tabel Renja T-C.33 untuk Word",
    pack=lambda identitas: identitas.regulasi_renja or PACK,
    file_name=lambda rencana: _file_name(rencana.identitas.tahun_renja),
    build=build,
)
