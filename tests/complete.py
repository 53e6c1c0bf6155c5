"""The complete case with all that the optional columns can hold, so that no table is left out."""

from dataclasses import replace
from decimal import Decimal
from functools import cache

import plans
from pohon_docs.indikator import Indikator, Pagu, Target
from pohon_docs.model import ARAH, KOMPONEN, Jenis, Node, Rencana
from pohon_docs.values import target as read_target

_LATER = 2030
_REACHED = (2023, 2024, 2025)


@cache
def penuh() -> Rencana:
    """Return the complete case with realisasi, strategi, IKK, quarters, draft RKPD, a sixth year.

    Its Renja is that of 2027, so that all years around it are told.
    """
    rencana = plans.lengkap()
    identitas = replace(
        rencana.identitas,
        tahun_renja=2027,
        nama_atasan="H. Surya Pradipta, S.E.",
        jabatan_atasan="Bupati Cemara",
    )
    nodes = tuple(_filled(node) for node in rencana.node)
    return replace(rencana, identitas=identitas, node=nodes)


def _filled(node: Node) -> Node:
    if node.jenis not in (*ARAH, *KOMPONEN):
        return node
    measured = tuple(_measured(one, node) for one in node.indikator)
    return replace(node, indikator=measured, **_more(node))  # type: ignore[arg-type]


def _more(node: Node) -> dict[str, object]:
    if node.jenis is Jenis.TUJUAN:
        goal = "Terwujudnya pelayanan publik yang prima"
        said = {"nspk": "Penyelenggaraan kewilayahan", "sasaran_rpjmd": goal}
        return {**said, "penanggung_jawab": "Camat"}
    if node.jenis is Jenis.SASARAN:
        ways = "1. Menata standar pelayanan\n2. Menguatkan pengawasan melekat"
        lines = "1. Menetapkan standar per jenis layanan\n2. Menerapkan pengawasan berjenjang"
        return {"strategi": ways, "arah_kebijakan": lines, "penanggung_jawab": "Sekretaris"}
    paid = {pagu.tahun: pagu for pagu in node.pagu}
    later = (replace(paid[2029], tahun=_LATER),) if 2029 in paid else ()
    drafts = tuple(Pagu(one.tahun, one.nilai - Decimal(1_000_000), one.ref) for one in node.pagu)
    return {"pagu": (*node.pagu, *later), "pagu_rkpd": drafts, "catatan": node.catatan or "Rutin"}


def _measured(one: Indikator, node: Node) -> Indikator:
    by_year = {target.tahun: target for target in one.target}
    last = by_year[2029]
    drafts = tuple(replace(target) for target in one.target)
    reached = tuple(_dated(last, year, "40") for year in _REACHED)
    return replace(
        one,
        target=(*one.target, replace(last, tahun=_LATER)),
        target_rkpd=drafts,
        realisasi=reached,
        ikk=node.jenis in (Jenis.SASARAN, Jenis.PROGRAM),
        status_ikk="Positif",
        spm="Standar pelayanan" if node.jenis is Jenis.SASARAN else "",
        definisi_operasional=f"Ukuran dari {one.uraian}" if node.jenis in ARAH else "",
        rencana_aksi="Menyusun standar" if node.jenis is Jenis.SASARAN else "",
        sub_rencana_aksi="Rapat penyusunan" if node.jenis is Jenis.SASARAN else "",
        triwulan=("10", "20", "30", "40") if node.jenis is Jenis.SASARAN else (),
    )


def _dated(target: Target, year: int, text: str) -> Target:
    value, _, kind = read_target(text)
    return replace(target, tahun=year, teks=text, nilai=value, jenis=kind)
