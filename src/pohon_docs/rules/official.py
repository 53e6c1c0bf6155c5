"""Theme: codes and names against the official nomenclature."""

from pohon_docs.issue import Severity
from pohon_docs.rules import Rule
from pohon_docs.rules._gaps import gaps
from pohon_docs.rules._official import (
    other_names,
    other_results,
    other_units,
    outdated_codes,
    shortened_names,
    unchecked_codes,
    unknown_codes,
)

TEMA = "Kode dan nomenklatur"
_LIST = "Kepmendagri 900.1.15.5-1317/2023, lampiran"

RULES = (
    Rule(
        "KODE-21",
        Severity.PERINGATAN,
        "Kode tidak ada dalam nomenklatur",
        unknown_codes,
        "Periksa kodenya; bila memang baru, taruh daftar terbaru di input/nomenklatur/.",
        _LIST,
        "Kode berbentuk resmi, tetapi tidak ada dalam daftar bidang urusannya.",
        "7.01.02.2.09 → 7.01.02.2.03",
        resmi=True,
    ),
    Rule(
        "KODE-22",
        Severity.PERINGATAN,
        "Kode sudah diganti",
        outdated_codes,
        "Pakai kode penggantinya.",
        "pemutakhiran nomenklatur (SIPD), kolom SUBKEGIATAN SEBELUMNYA",
        "Kode berasal dari nomenklatur lama dan sudah mempunyai pengganti.",
        "1.02.02.2.02.0028 → 1.02.02.2.02.0053, menurut daftar SIPD di input/nomenklatur/",
        resmi=True,
    ),
    Rule(
        "KODE-23",
        Severity.PERINGATAN,
        "Nama berbeda dari nomenklatur",
        other_names,
        "Tulis nama resminya.",
        _LIST,
        "Nama program, kegiatan, atau sub kegiatan berbeda kata dari nama resmi kodenya.",
        "Penyusunan Dokumen Perencanaan Daerah → Penyusunan Dokumen Perencanaan Perangkat Daerah",
        resmi=True,
    ),
    Rule(
        "KODE-24",
        Severity.SARAN,
        "Nama resmi tidak ditulis persis",
        shortened_names,
        "Tulis nama resminya.",
        _LIST,
        "Nama resmi disingkat, salah ketik, atau kehilangan kata Program.",
        "Penyelenggaraan Pemerintahan & Pel. Publik → PROGRAM PENYELENGGARAAN PEMERINTAHAN DAN "
        "PELAYANAN PUBLIK",
        resmi=True,
    ),
    Rule(
        "KODE-25",
        Severity.PERINGATAN,
        "Satuan berbeda dari satuan resmi",
        other_units,
        "Pakai satuan resminya.",
        _LIST,
        "Satuan sub kegiatan ditetapkan bersama indikatornya dan tidak dapat diganti di SIPD.",
        "90 Stel → 90 Paket",
        resmi=True,
    ),
    Rule(
        "KODE-26",
        Severity.SARAN,
        "Kinerja atau indikator bukan yang resmi",
        other_results,
        "Tulis kinerja dan indikator resminya.",
        _LIST,
        "Sub kegiatan mempunyai kinerja dan indikator resmi yang terkunci di SIPD.",
        "Meningkatnya pelayanan → Tersusunnya Dokumen Perencanaan Perangkat Daerah",
        resmi=True,
    ),
    Rule(
        "KODE-27",
        Severity.SARAN,
        "Kode tidak diperiksa",
        unchecked_codes,
        "Taruh daftar nomenklatur dari SIPD (.xlsx) di input/nomenklatur/ agar ikut diperiksa.",
        "praktik",
        "Daftar nomenklatur bidang urusan ini tidak tersedia, sehingga kodenya tidak dinilai.",
        "1.02.02 tanpa daftar → 1.02.02 dengan input/nomenklatur/daftar.xlsx",
        resmi=True,
    ),
    Rule(
        "KODE-28",
        Severity.SARAN,
        "Nomor kode meloncat",
        gaps,
        "Periksa apakah ada baris yang terhapus, atau nomori ulang.",
        "praktik",
        "Nomor kode tujuan, sasaran, atau simpul tidak berurutan.",
        "TJ1, TJ3 → TJ1, TJ2",
    ),
)
