"""Theme: the structure of the tree and of the plan."""

from pohon_docs.issue import Severity
from pohon_docs.rules import Rule
from pohon_docs.rules._chains import (
    dead_branches,
    loose_nodes,
    repeated_measures,
    restating_children,
    skipped_levels,
)
from pohon_docs.rules._structure import (
    cycles,
    duplicate_codes,
    level_order,
    lost_parents,
    missing_parents,
    repeated_names,
    wrong_parents,
)

TEMA = "Susunan"
_LEVELS = "PermenPANRB 89/2021, klasifikasi level kinerja"
_STEPS = "PermenPANRB 89/2021, langkah 3"

RULES = (
    Rule(
        "POHON-01",
        Severity.GALAT,
        "Kode ganda",
        duplicate_codes,
        "Beri setiap simpul dan komponen kode sendiri.",
        "praktik",
        "Dua baris memakai kode yang sama, sehingga induk dan kaitannya tidak pasti.",
        "T1 pada dua baris → T1 dan T2",
    ),
    Rule(
        "POHON-02",
        Severity.GALAT,
        "Induk tidak dikenal",
        lost_parents,
        "Periksa penulisan kode induknya, atau tambahkan baris induknya.",
        "praktik",
        "Kode di kolom Induk tidak dimiliki baris mana pun.",
        "Induk U9, padahal hanya ada U1 dan U2 → Induk U2",
    ),
    Rule(
        "POHON-03",
        Severity.GALAT,
        "Induk berputar",
        cycles,
        "Putuskan putarannya dengan memperbaiki kolom Induk.",
        "praktik",
        "Sebuah simpul menjadi atasan dirinya sendiri melalui simpul lain.",
        "T1 berinduk T2 dan T2 berinduk T1 → T2 berinduk U1",
    ),
    Rule(
        "POHON-04",
        Severity.GALAT,
        "Urutan level terbalik",
        level_order,
        "Urutannya Strategis, Urusan, Taktikal, Operasional dari atas ke bawah.",
        _LEVELS,
        "Simpul berada pada level yang lebih tinggi daripada induknya.",
        "Urusan di bawah Taktikal → Taktikal di bawah Urusan",
    ),
    Rule(
        "POHON-05",
        Severity.PERINGATAN,
        "Komponen tanpa induk",
        missing_parents,
        "Isi kolom Induk dengan kode tujuan, program, atau kegiatannya.",
        "praktik",
        "Sasaran, kegiatan, atau sub kegiatan tidak menyebut induknya.",
        "Sasaran SS1 tanpa Induk → Induk TJ1",
    ),
    Rule(
        "POHON-06",
        Severity.GALAT,
        "Induk tidak setingkat di atasnya",
        wrong_parents,
        "Sasaran di bawah tujuan, kegiatan di bawah program, sub kegiatan di bawah kegiatan.",
        "Kepmendagri 900.1.15.5-1317/2023",
        "Komponen berinduk pada jenis komponen yang tidak dapat memuatnya.",
        "Sub kegiatan berinduk program → sub kegiatan berinduk kegiatan",
    ),
    Rule(
        "POHON-07",
        Severity.PERINGATAN,
        "Level terlewati",
        skipped_levels,
        "Sisipkan simpul pada level di antaranya, atau perbaiki kolom Level.",
        _LEVELS,
        "Simpul berada dua level atau lebih di bawah induknya, sehingga mata rantainya putus.",
        "Operasional langsung di bawah Urusan → Operasional di bawah Taktikal di bawah Urusan",
    ),
    Rule(
        "POHON-08",
        Severity.PERINGATAN,
        "Cabang tidak sampai Operasional",
        dead_branches,
        "Lanjutkan cabangnya sampai level Operasional, atau perbaiki kolom Induk di bawahnya.",
        _STEPS,
        "Cabang pohon berhenti sebelum ada kinerja yang dikerjakan pelaksana.",
        "Taktikal tanpa anak → Taktikal dengan simpul Operasional di bawahnya",
    ),
    Rule(
        "POHON-09",
        Severity.PERINGATAN,
        "Anak tunggal mengulang induknya",
        restating_children,
        "Uraikan induknya menjadi beberapa kondisi yang bersama-sama mencukupi, atau gabungkan "
        "keduanya.",
        _STEPS,
        "Simpul hanya mempunyai satu anak dan anaknya mengulang kinerja atau indikatornya.",
        "Meningkatnya pelayanan, beranak Meningkatnya kualitas pelayanan saja → Meningkatnya "
        "pelayanan, beranak petugas yang terampil, sarana yang lengkap, waktu yang pasti",
    ),
    Rule(
        "POHON-10",
        Severity.PERINGATAN,
        "Indikator sama pada tiga jenjang",
        repeated_measures,
        "Beri setiap jenjang indikator yang mengukur sumbangannya sendiri.",
        "PermenPANRB 88/2021, kualitas perencanaan kinerja",
        "Indikator yang sama dipakai pada tiga jenjang berturut-turut, sehingga tidak terlihat "
        "siapa bertanggung jawab atas apa.",
        "IKM pada Urusan dan dua Taktikal → IKM, persentase layanan tepat waktu, jumlah loket",
    ),
    Rule(
        "POHON-11",
        Severity.PERINGATAN,
        "Simpul lepas",
        loose_nodes,
        "Isi kolom Induk dengan kode simpul di atasnya.",
        _STEPS,
        "Simpul tidak berinduk, padahal levelnya bukan yang tertinggi.",
        "Taktikal tanpa Induk → Taktikal dengan Induk U1",
    ),
    Rule(
        "POHON-12",
        Severity.PERINGATAN,
        "Uraian yang sama dipakai dua kali",
        repeated_names,
        "Periksa apakah selnya tersalin, lalu tulis uraian yang seharusnya.",
        "praktik",
        "Dua simpul atau komponen sejenis memakai uraian yang sama, biasanya karena tersalin.",
        "Simpul T1 dan T2 sama-sama Meningkatnya layanan prima → T2 dengan kalimatnya sendiri",
    ),
)
