"""Theme: agreement between the tree, the tables and the years."""

from pohon_docs.issue import Severity
from pohon_docs.rules import Rule
from pohon_docs.rules._agreement import (
    cut_short_titles,
    iku_outside_the_tree,
    measures_outside_the_tables,
    other_measures_of_a_condition,
    other_short_titles,
    other_statements,
    other_targets,
    renja_outside_the_period,
    years_outside_the_period,
)

TEMA = "Keselarasan"
_CASCADE = "PermenPANRB 88/2021, KKE Format 2 (cascading)"
_STEPS = "PermenPANRB 89/2021, langkah 5"

RULES = (
    Rule(
        "SELARAS-01",
        Severity.PERINGATAN,
        "Target berbeda antarlembar",
        other_targets,
        "Samakan targetnya, atau bedakan nama indikatornya.",
        "PermenPANRB 88/2021, keselarasan dokumen perencanaan",
        "Indikator yang sama mempunyai target berbeda untuk tahun yang sama pada dua lembar.",
        "Nilai SAKIP 2026: 74,5 pada sasaran, 75 pada program → 74,5 pada keduanya",
    ),
    Rule(
        "SELARAS-02",
        Severity.PERINGATAN,
        "Indikator tujuan atau sasaran tidak ada pada pohon",
        iku_outside_the_tree,
        "Tulis indikator itu pada simpul yang dinyatakannya, atau samakan penulisannya.",
        _CASCADE,
        "Indikator utama tidak diturunkan dari pohon kinerja.",
        "Jumlah Desa Maju tidak ada pada pohon → IK simpul U2: Jumlah Desa Maju",
    ),
    Rule(
        "SELARAS-03",
        Severity.SARAN,
        "Indikator pohon tidak ada pada tabel",
        measures_outside_the_tables,
        "Pakai indikator itu pada tujuan, sasaran, program, atau kegiatan pendukung simpulnya.",
        _CASCADE,
        "Indikator simpul Urusan atau Taktikal tidak dipakai satu pun komponen, sehingga tidak ada "
        "targetnya.",
        "IK: Indeks Desa Membangun → sasaran dengan indikator Indeks Desa Membangun",
    ),
    Rule(
        "SELARAS-04",
        Severity.PERINGATAN,
        "IK Kinerja berbeda dari pohon",
        other_measures_of_a_condition,
        "Samakan kolom IK Kinerja dengan indikator simpulnya pada pohon.",
        _STEPS,
        "Indikator simpul pada lembar ini berbeda dari yang tertulis pada pohon kinerja.",
        "IK Kinerja IKS, pohon IKM → IKM pada keduanya",
    ),
    Rule(
        "SELARAS-05",
        Severity.PERINGATAN,
        "Judul singkat berbeda dari pernyataannya",
        other_short_titles,
        "Pakai hanya kata yang ada pada pernyataan simpulnya.",
        "praktik",
        "Pohon tanpa indikator menyebut hal lain daripada pohon dengan indikator.",
        "Simpul Peningkatan Birokrasi Pemerintahan, judul singkat Birokrasi Kecamatan → "
        "Birokrasi Pemerintahan",
    ),
    Rule(
        "SELARAS-06",
        Severity.SARAN,
        "Judul singkat melewatkan kata",
        cut_short_titles,
        "Periksa apakah maknanya masih sama; bila tidak, tulis lagi kata itu.",
        "praktik",
        "Judul singkat membuang kata di tengah pernyataan, sehingga maknanya dapat berubah.",
        "Penyelenggaraan Masyarakat Terpadu → Penyelenggaraan Pelayanan Masyarakat Terpadu",
    ),
    Rule(
        "SELARAS-07",
        Severity.PERINGATAN,
        "Tahun Renja di luar periode",
        renja_outside_the_period,
        "Perbaiki Tahun Renja, atau periode Renstranya.",
        "Permendagri 86/2017, Renja berpedoman pada Renstra",
        "Renja disusun untuk tahun yang tidak tercakup Renstra.",
        "Renja 2030, Renstra 2025–2029 → Renja 2029",
    ),
    Rule(
        "SELARAS-08",
        Severity.SARAN,
        "Tujuan atau sasaran berbeda dari simpulnya",
        other_statements,
        "Samakan rumusannya dengan simpul itu, atau kaitkan ke simpul lain di kolom Kinerja.",
        _STEPS,
        "Rumusan tujuan atau sasaran berbeda dari simpul pohon yang disebut di kolom Kinerja.",
        "Tujuan Layanan yang Inovatif, simpulnya Layanan di Kecamatan → Layanan di Kecamatan",
    ),
    Rule(
        "SELARAS-09",
        Severity.PERINGATAN,
        "Tahun target atau pagu di luar periode",
        years_outside_the_period,
        "Perbaiki Periode Awal atau Periode Akhir pada lembar Identitas, atau judul kolomnya.",
        "Permendagri 86/2017, T-C.27",
        "Lembar memuat target atau pagu untuk tahun yang tidak termasuk periode rencana, sehingga "
        "tidak tercetak.",
        "Periode 2025–2026, kolom Target 2028 → Periode 2025–2029",
    ),
)
