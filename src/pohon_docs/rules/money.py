"""Theme: the money of the components."""

from pohon_docs.issue import Severity
from pohon_docs.rules import Rule
from pohon_docs.rules._money import (
    leaps,
    money_without_target,
    negative_money,
    no_money,
    targets_without_money,
    without_money,
    wrong_sums,
)

TEMA = "Pendanaan"
_TABLE = "Permendagri 86/2017, T-C.27"

RULES = (
    Rule(
        "PAGU-01",
        Severity.GALAT,
        "Pagu bukan jumlah di bawahnya",
        wrong_sums,
        "Perbaiki pagunya, atau pagu kegiatan dan sub kegiatan yang menjadi rinciannya.",
        _TABLE,
        "Pagu program harus sama dengan jumlah kegiatannya, dan pagu kegiatan dengan jumlah sub "
        "kegiatannya.",
        "Kegiatan 50.000.000, sub kegiatan 20.000.000 + 25.000.000 → 45.000.000",
    ),
    Rule(
        "PAGU-02",
        Severity.PERINGATAN,
        "Sub kegiatan tanpa pagu",
        without_money,
        "Isi pagunya, atau hapus sub kegiatan yang tidak didanai.",
        _TABLE,
        "Sub kegiatan tidak mempunyai pagu pada tahun mana pun.",
        "kosong → 14.800.000",
    ),
    Rule(
        "PAGU-03",
        Severity.PERINGATAN,
        "Target tanpa pagu",
        targets_without_money,
        "Isi pagu tahun itu, atau kosongkan targetnya.",
        _TABLE,
        "Sub kegiatan mempunyai target pada tahun yang pagunya kosong.",
        "2027: target 2 Dokumen, pagu kosong → pagu 15.750.000",
    ),
    Rule(
        "PAGU-04",
        Severity.PERINGATAN,
        "Pagu tanpa target",
        money_without_target,
        "Isi target tahun itu, atau kosongkan pagunya.",
        _TABLE,
        "Sub kegiatan mempunyai pagu pada tahun yang targetnya kosong.",
        "2027: target kosong, pagu 15.750.000 → target 2 Dokumen",
    ),
    Rule(
        "PAGU-05",
        Severity.SARAN,
        "Pagu melompat",
        leaps,
        "Periksa angkanya, mis. nol yang kurang atau lebih; bila benar, jelaskan di dokumen.",
        "praktik",
        "Pagu sub kegiatan naik atau turun tajam dari satu tahun ke tahun berikutnya.",
        "48.600.000 lalu 498.000.000 → 49.800.000",
    ),
    Rule(
        "PAGU-06",
        Severity.GALAT,
        "Pagu negatif",
        negative_money,
        "Tulis pagu tanpa tanda minus, atau kosongkan.",
        _TABLE,
        "Pagu kurang dari nol.",
        "-5.000.000 → 5.000.000",
    ),
    Rule(
        "PAGU-07",
        Severity.SARAN,
        "Rencana tanpa pagu",
        no_money,
        "Isi pagu setiap sub kegiatan; tambahkan kolomnya bila belum ada, mis. Pagu 2026.",
        _TABLE,
        "Rencana memuat program, tetapi tidak satu pun komponennya mempunyai pagu.",
        "tanpa kolom Pagu → Pagu 2025, Pagu 2026, …",
    ),
)
