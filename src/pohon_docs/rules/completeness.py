"""Theme: completeness, that is nodes without indikator, indikator without target, the reverse."""

from collections.abc import Iterator

from pohon_docs.issue import Severity
from pohon_docs.model import Jenis, Rencana
from pohon_docs.rules import Found, Rule
from pohon_docs.source import Ref
from pohon_docs.values import key

TEMA = "Kelengkapan"
_WITH_TARGETS = tuple(jenis for jenis in Jenis if jenis is not Jenis.KINERJA)


def nodes_without_indicator(rencana: Rencana) -> Iterator[Found]:
    """Find conditions and components that nothing measures."""
    for node in rencana.node:
        if not any(indikator.uraian for indikator in node.indikator):
            kind = "simpul" if node.jenis is Jenis.KINERJA else node.jenis.replace("_", " ")
            yield Found(node.at("indikator"), f'{kind} "{node.uraian}" belum mempunyai indikator')


def indicators_without_target(rencana: Rencana) -> Iterator[Found]:
    """Find indicators of planning components that have no target at all."""
    for node in rencana.of(*_WITH_TARGETS):
        for indikator in node.indikator:
            if indikator.uraian and not indikator.target and not indikator.kondisi_akhir:
                message = f'indikator "{indikator.uraian}" belum mempunyai target'
                yield Found(indikator.at("uraian"), message)


def targets_without_indicator(rencana: Rencana) -> Iterator[Found]:
    """Find targets in rows whose indicator cell is empty."""
    for node in rencana.node:
        for indikator in node.indikator:
            if not indikator.uraian:
                yield Found(indikator.at("uraian"), "target tanpa indikator")


def repeated_indicators(rencana: Rencana) -> Iterator[Found]:
    """Find indicators that a node lists twice."""
    for node in rencana.node:
        first: dict[str, Ref] = {}
        for indikator in node.indikator:
            place = indikator.at("uraian")
            before = first.setdefault(key(indikator.uraian), place)
            if before is not place and indikator.uraian:
                message = f'indikator "{indikator.uraian}" tertulis dua kali pada {node.kode}'
                yield Found(place, message, related=(before,))


RULES = (
    Rule(
        "ISI-11",
        Severity.PERINGATAN,
        "Simpul atau komponen tanpa indikator",
        nodes_without_indicator,
        "Isi kolom Indikator pada barisnya.",
        "PermenPANRB 89/2021, langkah 4",
        "Tidak ada ukuran yang menunjukkan kinerjanya tercapai.",
        "Terwujudnya kemandirian desa, tanpa indikator → Persentase desa berstatus mandiri",
    ),
    Rule(
        "ISI-12",
        Severity.PERINGATAN,
        "Indikator tanpa target",
        indicators_without_target,
        "Isi target setiap tahun, atau target akhir periode.",
        "Permendagri 86/2017, T-C.27",
        "Indikator tidak mempunyai target sama sekali.",
        "Indeks Kepuasan Masyarakat, tanpa target → 83,30",
    ),
    Rule(
        "ISI-13",
        Severity.PERINGATAN,
        "Target tanpa indikator",
        targets_without_indicator,
        "Isi kolom Indikator pada baris target itu.",
        "Permendagri 86/2017, T-C.27",
        "Ada target pada baris yang kolom indikatornya kosong.",
        "Target 85, tanpa indikator → Nilai SAKIP, target 85",
    ),
    Rule(
        "ISI-14",
        Severity.PERINGATAN,
        "Indikator tertulis dua kali pada satu simpul atau komponen",
        repeated_indicators,
        "Hapus salah satunya, atau tulis indikator yang seharusnya.",
        "praktik",
        "Satu simpul atau komponen memuat indikator yang sama dua kali.",
        "Indeks Desa, Indeks Desa → Indeks Desa, Persentase Desa Mandiri",
    ),
)
