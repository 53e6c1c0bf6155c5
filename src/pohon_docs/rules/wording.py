"""Theme: the wording of conditions, sasaran and indicators."""

from pohon_docs.issue import Severity
from pohon_docs.rules import Rule
from pohon_docs.rules._forms import (
    active_statements,
    activities,
    measures_as_statements,
    measures_without_measure,
    process_measures,
    repeated_statements,
    wordings_of_one_thing,
)
from pohon_docs.rules._spelling import abbreviations, misspelled, slips, unexplained_acronyms

TEMA = "Rumusan"
_RESULT = "PermenPANRB 88/2021, kualitas perencanaan kinerja"
_SMART = "PermenPANRB 88/2021, KKE Format 1 (SMART)"
_SPELLING = "Ejaan Bahasa Indonesia yang Disempurnakan (EYD) dan KBBI"

RULES = (
    Rule(
        "KATA-01",
        Severity.PERINGATAN,
        "Simpul berupa kegiatan",
        activities,
        "Tulis kondisi yang hendak dicapai, mis. diawali Meningkatnya, Terwujudnya, Tersedianya.",
        "PermenPANRB 89/2021, penyusunan pohon kinerja",
        "Simpul pohon menyatakan apa yang dikerjakan, padahal seharusnya kondisi yang dicapai.",
        "Peningkatan Ketahanan Ekonomi → Meningkatnya Ketahanan Ekonomi",
    ),
    Rule(
        "KATA-02",
        Severity.SARAN,
        "Tujuan atau sasaran berupa kegiatan",
        active_statements,
        "Tulis hasilnya, mis. diawali Meningkatnya, Terwujudnya, Tersedianya.",
        _RESULT,
        "Tujuan atau sasaran menyatakan apa yang dikerjakan, bukan hasilnya.",
        "Meningkatkan Kemandirian Desa → Meningkatnya Kemandirian Desa",
    ),
    Rule(
        "KATA-03",
        Severity.PERINGATAN,
        "Sasaran ditulis seperti indikator",
        measures_as_statements,
        "Tulis kondisinya sebagai sasaran, dan pindahkan ukurannya ke kolom Indikator.",
        _RESULT,
        "Sasaran atau simpul dimulai dengan ukuran seperti Persentase atau Jumlah.",
        "Persentase Desa Naik Kelas → Meningkatnya status kemandirian desa",
    ),
    Rule(
        "KATA-04",
        Severity.PERINGATAN,
        "Indikator berupa proses",
        process_measures,
        "Awali dengan ukurannya, mis. Persentase, Jumlah, Indeks, atau Nilai.",
        _SMART,
        "Indikator menyebut pekerjaan atau keadaan, sehingga tidak dapat dihitung.",
        "Terbayarnya rekening listrik → Persentase rekening yang dibayar tepat waktu",
    ),
    Rule(
        "KATA-05",
        Severity.SARAN,
        "Indikator tanpa ukuran",
        measures_without_measure,
        "Awali dengan ukurannya, mis. Persentase, Jumlah, Indeks, atau Nilai.",
        _SMART,
        "Tidak ada kata di dalam indikator yang menyebut apa yang dihitung atau dinilai.",
        "Desa tertib administrasi → Persentase desa tertib administrasi",
        resmi=True,
    ),
    Rule(
        "KATA-06",
        Severity.PERINGATAN,
        "Sasaran berulang",
        repeated_statements,
        "Tulis hasil setiap program, kegiatan, dan sub kegiatan sendiri-sendiri.",
        _RESULT,
        "Satu sasaran ditulis sama persis pada beberapa komponen, sehingga jenjangnya tidak "
        "terlihat.",
        "Meningkatnya kualitas pelayanan pada 22 komponen → Tersusunnya dokumen perencanaan, …",
    ),
    Rule(
        "KATA-07",
        Severity.SARAN,
        "Satu hal ditulis dengan beberapa cara",
        wordings_of_one_thing,
        "Pilih satu penulisan dan pakai di semua sel.",
        "praktik",
        "Kalimat yang sama ditulis berbeda di beberapa sel, sehingga tampak sebagai hal lain.",
        "Terwujudnya Desa Maju, Mewujudkan Desa Maju → Terwujudnya Desa Maju di kedua sel",
    ),
    Rule(
        "KATA-08",
        Severity.PERINGATAN,
        "Ejaan tidak baku",
        misspelled,
        "Tulis ejaan bakunya.",
        _SPELLING,
        "Kata ditulis dengan ejaan yang tidak baku; nama resmi nomenklatur tidak diperiksa.",
        "Prosentase → Persentase",
        resmi=True,
    ),
    Rule(
        "KATA-09",
        Severity.SARAN,
        "Mungkin salah ketik",
        slips,
        "Periksa penulisannya.",
        _SPELLING,
        "Kata panjang kelebihan, kekurangan, atau tertukar satu huruf dari kata yang lazim.",
        "Perpusatakaan → Perpustakaan",
        resmi=True,
    ),
    Rule(
        "KATA-10",
        Severity.SARAN,
        "Singkatan di dalam kalimat",
        abbreviations,
        "Tulis kata lengkapnya.",
        _SPELLING,
        "Kata disingkat di dalam naskah resmi.",
        "Jml. Dok. Perencanaan → Jumlah Dokumen Perencanaan",
        resmi=True,
    ),
    Rule(
        "KATA-11",
        Severity.SARAN,
        "Singkatan tidak dijelaskan",
        unexplained_acronyms,
        "Tulis kepanjangannya sekali, dengan singkatannya di dalam kurung.",
        "praktik",
        "Singkatan dipakai tanpa pernah dijelaskan, sehingga pembaca tidak tahu ukurannya.",
        "IKE → Indeks Ketahanan Ekonomi (IKE)",
        resmi=True,
    ),
)
