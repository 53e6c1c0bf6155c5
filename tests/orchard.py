"""Trees of a kelurahan, a kecamatan, a dinas and a kabupaten, with texts as long as real ones."""

from dataclasses import replace
from functools import cache
from random import Random

import plans
from pohon_docs.model import Jenis, Level, Node, Rencana

KELURAHAN, KECAMATAN, DINAS, KABUPATEN = 30, 60, 250, 3000
QUARTER, HALF = 750, 1500
"""Trees of the shape of a kabupaten's, smaller: time is to grow with the nodes."""

_SHAPES = {
    KELURAHAN: ((1, Level.STRATEGIS), (2, Level.URUSAN), (6, Level.TAKTIKAL)),
    KECAMATAN: ((1, Level.STRATEGIS), (3, Level.URUSAN), (11, Level.TAKTIKAL)),
    DINAS: ((1, Level.STRATEGIS), (4, Level.URUSAN), (12, Level.TAKTIKAL), (42, Level.TAKTIKAL)),
    QUARTER: (
        *((1, Level.STRATEGIS), (8, Level.URUSAN)),
        *((30, Level.TAKTIKAL), (130, Level.TAKTIKAL)),
    ),
    HALF: (
        *((2, Level.STRATEGIS), (15, Level.URUSAN)),
        *((60, Level.TAKTIKAL), (260, Level.TAKTIKAL)),
    ),
    KABUPATEN: (
        *((4, Level.STRATEGIS), (30, Level.URUSAN)),
        *((120, Level.TAKTIKAL), (520, Level.TAKTIKAL)),
    ),
}
_VERBS = (
    *("Meningkatnya", "Terwujudnya", "Terselenggaranya", "Menurunnya", "Optimalnya"),
    *("Terpenuhinya", "Menguatnya", "Tersedianya", "Tertatanya"),
)
_THINGS = (
    *("kualitas pelayanan publik", "akuntabilitas kinerja perangkat daerah"),
    *("kapasitas dan kemandirian desa", "ketahanan sosial dan ekonomi masyarakat"),
    *("sarana dan prasarana pelayanan umum", "tata kelola keuangan daerah"),
    *("pemberdayaan kelompok masyarakat", "prevalensi stunting pada balita"),
    *("layanan kesehatan ibu dan anak", "akses pendidikan dasar yang bermutu"),
    *("ketenteraman dan ketertiban umum", "produktivitas pertanian dan perikanan"),
    *("infrastruktur jalan lingkungan", "pengelolaan sampah dan ruang terbuka hijau"),
)
_PLACES = (
    *("di kecamatan", "hingga ke tingkat desa/kelurahan", "bagi masyarakat miskin"),
    *("yang partisipatif, transparan, dan berkelanjutan", "pada seluruh perangkat daerah"),
    *("sesuai standar pelayanan minimal", "berbasis data terpadu", ""),
)
_MEASURES = (
    *("Persentase", "Indeks", "Nilai", "Jumlah dokumen", "Rasio", "Cakupan", "Persentase capaian"),
)


@cache
def rencana(nodes: int, seed: int = 1) -> Rencana:
    """Return a tree of `nodes` conditions: one of the sizes, most of them leaves."""
    random = Random(f"{seed}-{nodes}")
    made: list[Node] = []
    above: list[str] = []
    shape = _SHAPES[nodes]
    rest = nodes - sum(count for count, _ in shape)
    for count, level in (*shape, (rest, Level.OPERASIONAL)):
        parents = _parents(random, above, count)
        above = [f"K{len(made) + number}" for number in range(count)]
        made.extend(
            plans.node(
                *(code, *([parent] if parent else [])),
                uraian=statement(random),
                level=level,
                ik=tuple(measure(random) for _ in range(random.randint(1, 4))),
            )
            for code, parent in zip(above, parents, strict=True)
        )
    return plans.plan(*made)


def supported(nodes: int, seed: int = 1) -> Rencana:
    """Return such a tree with a sasaran, program or sub kegiatan for each node below the top."""
    bare = rencana(nodes, seed)
    random = Random(f"{seed}-{nodes}-komponen")
    parts = (
        plans.component(
            f"K.{number}",
            node.kode,
            jenis=_SUPPORT[node.level],
            uraian=statement(random),
            ik=(measure(random),),
        )
        for number, node in enumerate(bare.node)
        if node.level in _SUPPORT
    )
    return replace(bare, node=(*bare.node, *parts))


_SUPPORT = {
    Level.URUSAN: Jenis.SASARAN,
    Level.TAKTIKAL: Jenis.PROGRAM,
    Level.OPERASIONAL: Jenis.SUB_KEGIATAN,
}


def _parents(random: Random, above: list[str], count: int) -> list[str]:
    """Deal `count` children to parents: at least one each, the rest by chance, in order."""
    if not above:
        return [""] * count
    dealt = [*above, *(random.choice(above) for _ in range(count - len(above)))]
    return sorted(dealt, key=above.index)


def statement(random: Random) -> str:
    """Return a condition of 30 to 100 characters."""
    words = (random.choice(_VERBS), random.choice(_THINGS), random.choice(_PLACES))
    return " ".join(word for word in words if word)


def measure(random: Random) -> str:
    """Return an indicator of 30 to 100 characters."""
    words = (random.choice(_MEASURES), random.choice(_THINGS), random.choice((*_PLACES, "", "")))
    return " ".join(word for word in words if word)
