"""A bad and a good workbook for every rule on the content of a plan, as text."""

from findings import Case

TREE = "# Pohon Kinerja\n| Kode | Induk | Level | Kinerja | IK | Judul Singkat |\n"
GOALS = "# Tujuan dan Sasaran\n"
GOAL = "| Kode | Jenis | Induk | Uraian | Indikator | Satuan | Target 2025 | Target 2026 "
GOAL = f"{GOALS}{GOAL}| Kondisi Awal | Kondisi Akhir | Kinerja | Formula | Sumber Data |\n"
PLAN = "# Program dan Kegiatan\n| Kode | Uraian | Sasaran | Indikator | Satuan | Target 2025 "
PLAN = f"{PLAN}| Target 2026 | Pagu 2025 | Pagu 2026 | Kinerja | IK Kinerja |\n"
IDENTITY = """# Identitas
| Isian                 | Nilai            |
| Nama Perangkat Daerah | Kecamatan Cemara |
| Pemerintah Daerah     | Kabupaten Cemara |
| Periode Awal          | 2025             |
| Periode Akhir         | 2026             |
"""
SIGNED = f"""{IDENTITY}
| Tempat                 | Cemara             |
| Tanggal                | 1 Juli 2025        |
| Jabatan Penanda Tangan | Camat Cemara       |
| Nama Penanda Tangan    | Bima Wirasatya     |
| Pangkat/Golongan       | Pembina (IV/a)     |
| NIP                    | 197508172000031004 |
"""


def tree(*rows: str) -> str:
    """Return a tree: rows of kode, induk, level, kinerja, IK and judul singkat."""
    return TREE + "".join(f"| {row} |\n" for row in rows)


def goal(
    indikator: str = "Nilai SAKIP",
    satuan: str = "Nilai",
    targets: str = "80 | 82",
    *,
    uraian: str = "Meningkatnya layanan",
    awal: str = "78",
    akhir: str = "",
    kinerja: str = "U1",
    formula: str = "Rata-rata unsur",
    sumber: str = "Survei",
) -> str:
    """Return a sheet with one tujuan."""
    cells = ("TJ1", "Tujuan", "", uraian, indikator, satuan, targets, awal, akhir, kinerja)
    return f"{GOAL}| {' | '.join((*cells, formula, sumber))} |\n"


def sub(
    kode: str = "7.01.01.2.01.0001",
    uraian: str = "Penyusunan Dokumen Perencanaan Perangkat Daerah",
    sasaran: str = "Tersusunnya Dokumen Perencanaan Perangkat Daerah",
    indikator: str = "Jumlah Dokumen Perencanaan Perangkat Daerah",
    satuan: str = "Dokumen",
    targets: str = "2 | 2",
    *,
    pagu: str = "1000000 | 1000000",
    ik: str = "",
) -> str:
    """Return a row of the program sheet, by default one as the decree has it."""
    cells = (kode, uraian, sasaran, indikator, satuan, targets, pagu, "O1", ik)
    return f"| {' | '.join(cells)} |\n"


def later(year: str) -> str:
    """Return a sheet with a tujuan that has a target for a third year."""
    head = (
        f"| Kode | Jenis | Induk | Uraian | Indikator | Target 2025 | Target 2026 | Target {year} "
    )
    row = "| TJ1 | Tujuan | | Meningkatnya layanan | Nilai SAKIP | 80 | 82 | 84 | U1 |"
    return f"{GOALS}{head}| Kinerja |\n{row}\n"


def program(*rows: str) -> str:
    """Return a program sheet of rows."""
    return PLAN + "".join(rows)


STRUCTURE = (
    Case(
        "POHON-07",
        "peringatan",
        "Pohon Kinerja!C4",
        'level terlewati: "Operasional" (O1) langsung di bawah "Urusan" (U1)',
        tree(
            "U1 | | Urusan | Mandiri | Nilai A",
            "T1 | U1 | Taktikal | Layanan | Nilai B",
            "O1 | U1 | Operasional | Terpadu | Nilai C",
            "O2 | T1 | Operasional | Terpadu | Nilai C",
        ),
        tree("U1 | | Urusan | Mandiri | Nilai A", "O1 | U1 | Operasional | Terpadu | Nilai C"),
    ),
    Case(
        "POHON-08",
        "peringatan",
        "Pohon Kinerja!A3",
        "cabang berhenti di simpul T1",
        tree(
            "U1 | | Urusan | Mandiri | Nilai A",
            "T1 | U1 | Taktikal | Layanan | Nilai B",
            "O1 | U1 | Operasional | Terpadu | Nilai C",
        ),
        tree("U1 | | Urusan | Mandiri | Nilai A", "T1 | U1 | Taktikal | Layanan | Nilai B"),
    ),
    Case(
        "POHON-09",
        "peringatan",
        "Pohon Kinerja!D3",
        "simpul T1 satu-satunya anak U1 dan mengulang pernyataannya",
        tree(
            "U1 | | Urusan | Meningkatnya layanan kependudukan desa | Nilai A",
            "T1 | U1 | Taktikal | Meningkatnya kualitas layanan kependudukan desa | Nilai B",
        ),
        tree(
            "U1 | | Urusan | Meningkatnya layanan kependudukan desa | Nilai A",
            "T1 | U1 | Taktikal | Meningkatnya kualitas layanan kependudukan desa | Nilai B",
            "T2 | U1 | Taktikal | Tersedianya loket yang cukup | Nilai C",
        ),
    ),
    Case(
        "POHON-09",
        "peringatan",
        "Pohon Kinerja!D3",
        "mengulang pernyataannya",
        tree(
            "U1 | | Urusan | Tertibnya administrasi kependudukan desa | Nilai A",
            "T1 | U1 | Taktikal | Meningkatnya administrasi kependudukan desa | Nilai B",
        ),
        tree(
            "U1 | | Urusan | Tertanganinya korban kekerasan secara tuntas | Nilai A",
            "T1 | U1 | Taktikal | Terdampinginya korban kekerasan | Nilai B",
        ),
    ),
    Case(
        "POHON-09",
        "peringatan",
        "Pohon Kinerja!D3",
        'mengulang indikatornya ("IKM")',
        tree(
            "U1 | | Urusan | Layanan | Indeks Kepuasan Masyarakat (IKM)",
            "T1 | U1 | Taktikal | Mandiri | IKM",
        ),
        tree("U1 | | Urusan | Layanan | Nilai A", "T1 | U1 | Taktikal | Mandiri | IKM"),
    ),
    Case(
        "POHON-10",
        "peringatan",
        "Pohon Kinerja!E4",
        "tiga jenjang berturut-turut (U1, T1, T2)",
        tree(
            "U1 | | Urusan | Layanan | NILAI IKM",
            "T1 | U1 | Taktikal | Mandiri | Nilai IKM",
            "T2 | T1 | Taktikal | Terpadu | IKM",
        ),
        tree(
            "U1 | | Urusan | Layanan | NILAI IKM",
            "T1 | U1 | Taktikal | Mandiri | Nilai IKM",
            "T2 | T1 | Taktikal | Terpadu | Persentase aduan selesai",
        ),
    ),
    Case(
        "POHON-11",
        "peringatan",
        "Pohon Kinerja!B3",
        "simpul T1 (Taktikal) tidak mempunyai induk",
        tree("U1 | | Urusan | Layanan | Nilai A", "T1 | | Taktikal | Mandiri | Nilai B"),
        tree("T1 | | Taktikal | Layanan | Nilai A", "T2 | | Taktikal | Mandiri | Nilai B"),
    ),
    Case(
        "KAIT-04",
        "peringatan",
        "Pohon Kinerja!A4",
        "simpul O9 belum didukung",
        tree(
            "S1 | | Strategis | Mandiri | Nilai A",
            "U1 | S1 | Urusan | Layanan | Nilai B",
            "O9 | U1 | Operasional | Terpadu | Nilai C",
        ),
    ),
)

WORDING = (
    Case(
        "KATA-01",
        "peringatan",
        "Pohon Kinerja!D2",
        'simpul S1 menyatakan kegiatan ("Meningkatkan …")',
        tree("S1 | | Strategis | Meningkatkan layanan desa | Nilai A"),
        tree(
            "S1 | | Strategis | Meningkatnya layanan desa | Nilai A",
            "S2 | | Strategis | Pengelolaan keuangan yang tertib | Nilai B",
            "S3 | | Strategis | Pelayanan prima | Nilai C",
        ),
    ),
    Case(
        "KATA-02",
        "saran",
        "Tujuan dan Sasaran!D2",
        'tujuan "Meningkatkan layanan"',
        goal(uraian="Meningkatkan layanan"),
        goal(uraian="Meningkatnya layanan"),
    ),
    Case(
        "KATA-03",
        "peringatan",
        "Program dan Kegiatan!C2",
        'sasaran sub kegiatan "Prosentase Desa Naik Kelas"',
        program(sub(sasaran="Prosentase Desa Naik Kelas")),
        program(sub(sasaran="Nilai-nilai kebangsaan yang terjaga")),
    ),
    Case(
        "KATA-04",
        "peringatan",
        "Tujuan dan Sasaran!E2",
        '"Terbayarnya rekening" menyatakan proses',
        goal("Terbayarnya rekening"),
        goal("Persentase rekening terbayar", "Persen"),
    ),
    Case(
        "KATA-05",
        "saran",
        "Tujuan dan Sasaran!E2",
        '"Desa tertib" tidak menyebut ukurannya',
        goal("Desa tertib"),
        goal("Rata-rata desa tertib"),
    ),
    Case(
        "KATA-06",
        "peringatan",
        "Program dan Kegiatan!C2",
        "diulang pada 3 komponen",
        program(*(sub(f"7.01.01.2.01.000{at}", sasaran="Layanan baik") for at in (1, 2, 3))),
        program(*(sub(f"7.01.01.2.01.000{at}", sasaran=f"Layanan {at}") for at in (1, 2, 3))),
    ),
    Case(
        "KATA-07",
        "saran",
        "Program dan Kegiatan!C3",
        '"Meningkatkan data Ds. & Masyarakat" di sel lain ditulis',
        program(
            sub(sasaran="Meningkatnya data desa dan masyarakat"),
            sub("7.01.01.2.01.0002", sasaran="Meningkatkan data Ds. & Masyarakat"),
            sub("7.01.01.2.01.0003", sasaran="Meningkatnya data desa dan masyarakat"),
        ),
        program(
            sub(sasaran="Meningkatnya data desa dan masyarakat"),
            sub("7.01.01.2.01.0002", sasaran="MENINGKATNYA DATA DESA & MASYARAKAT."),
        ),
    ),
    Case(
        "KATA-08",
        "peringatan",
        "Tujuan dan Sasaran!D2",
        'ejaan "Kwalitas" pada 2 sel',
        goal("Nilai kwalitas layanan", uraian="Kwalitas layanan yang baik"),
        goal("Nilai kualitas layanan")
        + program(sub("7.01.04", "PROGRAM KOORDINASI KETENTRAMAN DAN KETERTIBAN UMUM")),
    ),
    Case(
        "KATA-09",
        "saran",
        "Tujuan dan Sasaran!D2",
        '"Penyelenggaaraan" mungkin salah ketik',
        goal(uraian="Penyelenggaaraan yang baik"),
        goal(uraian="Penyelenggara yang baik"),
    ),
    Case(
        "KATA-10",
        "saran",
        "Tujuan dan Sasaran!D2",
        'singkatan "yg", di sel lain lengkap "yang"',
        goal("Nilai desa yang mandiri", uraian="Layanan yg baik"),
        goal(uraian="Layanan Kec. Cemara"),
    ),
    Case(
        "KATA-11",
        "saran",
        "Tujuan dan Sasaran!E2",
        'singkatan "IKS" tidak dijelaskan',
        goal("IKS"),
        goal("Indeks Ketahanan Sosial (IKS)", uraian="Meningkatnya IKS menurut SKPD"),
    ),
)

TARGETS = (
    Case(
        "TARGET-01",
        "peringatan",
        "Tujuan dan Sasaran!G2",
        'target "80 %" dalam persen',
        goal("Nilai IKM", "", "80 % | 82"),
        goal("Nilai IKM", "", "80 | 82"),
    ),
    Case(
        "TARGET-01",
        "peringatan",
        "Tujuan dan Sasaran!F2",
        'satuan "Persen", padahal indikatornya indeks atau nilai ("Nilai IKM")',
        goal("Nilai IKM", "Persen", "80 | 82"),
        goal("Nilai IKM", "Nilai", "80 | 82"),
    ),
    Case(
        "TARGET-02",
        "peringatan",
        "Tujuan dan Sasaran!F2",
        'satuan "Persen", padahal indikatornya jumlah',
        goal("Jml. dokumen", "Persen", "BB | BB").replace("BB | BB", "|"),
        goal("Jml. dokumen", "Dokumen"),
    ),
    Case(
        "TARGET-03",
        "peringatan",
        "Tujuan dan Sasaran!G2",
        'target "8 Desa" bukan persen',
        goal("Persentase desa mandiri", "", "8 Desa | 9 Desa"),
        goal("Prosentase desa mandiri", "Persen", "42,11 % | 43"),
    ),
    Case(
        "TARGET-04",
        "peringatan",
        "Tujuan dan Sasaran!H2",
        'target "120" lebih dari 100 persen',
        goal("Persentase desa mandiri", "%", "80 | 120"),
        goal("Persentase pertumbuhan usaha", "%", "80 | 120"),
    ),
    Case(
        "TARGET-05",
        "peringatan",
        "Tujuan dan Sasaran!G2",
        'target "12 Bulan", padahal satuannya "Dokumen"',
        goal("Jumlah dokumen", "Dokumen", "12 Bulan | 12"),
        goal("Jumlah dokumen", "Dokumen", "12 Dok. | 12"),
    ),
    Case(
        "TARGET-06",
        "peringatan",
        "Tujuan dan Sasaran!E2",
        "belum mempunyai target tahun 2026",
        goal(targets="80 | "),
        goal(targets="80 | 81"),
    ),
    Case(
        "TARGET-07",
        "peringatan",
        "Tujuan dan Sasaran!H2",
        'target "Nilai SAKIP" turun dari 82 (2025) menjadi 80 (2026)',
        goal(targets="82 | 80"),
        goal("Persentase penduduk miskin", "%", "12 | 11"),
    ),
    Case(
        "TARGET-07",
        "peringatan",
        "Tujuan dan Sasaran!H2",
        "naik dari 11 (2025) menjadi 12 (2026), padahal seharusnya turun",
        goal("Angka kemiskinan", "%", "11 | 12"),
        goal("Persentase pelanggaran yang ditangani", "%", "11 | 12"),
    ),
    Case(
        "TARGET-07",
        "peringatan",
        "Tujuan dan Sasaran!G2",
        "turun dari kondisi awal 83 menjadi 80 (2025), padahal seharusnya naik",
        goal(awal="83"),
        goal(awal="83 %"),
    ),
    Case(
        "TARGET-07",
        "peringatan",
        "Tujuan dan Sasaran!H2",
        "naik dari 11 (2025) menjadi 12 (2026), padahal seharusnya turun",
        goal("Jumlah desa rawan bencana", "Desa", "11 | 12", awal="11"),
        goal("Jumlah warga yang mengikuti gladi bencana", "Orang", "11 | 12", awal="11"),
    ),
    Case(
        "TARGET-08",
        "saran",
        "Tujuan dan Sasaran!G2",
        'target "Nilai SAKIP" tetap 80 selama 4 tahun',
        IDENTITY.replace("2026  ", "2028  ")
        + goal(targets="80 | 80 | 80 | 80").replace("2026 |", "2026 | Target 2027 | Target 2028 |"),
        IDENTITY.replace("2026  ", "2028  ")
        + goal("Persentase siap", "%", "100 | 100 | 100 | 100").replace(
            "2026 |", "2026 | Target 2027 | Target 2028 |"
        ),
    ),
    Case(
        "TARGET-09",
        "peringatan",
        "Tujuan dan Sasaran!J2",
        'kondisi akhir "90" berbeda dari target 2026 "82"',
        goal(akhir="90"),
        goal(akhir="82,00"),
    ),
    Case(
        "TARGET-09",
        "peringatan",
        "Tujuan dan Sasaran!J2",
        'kondisi akhir "A" berbeda dari target 2026 "BB"',
        goal("Predikat SAKIP", "", "B | BB", akhir="A"),
        goal("Jumlah dokumen", "Dokumen", "2 | 3", akhir="5 Dokumen"),
    ),
    Case(
        "TARGET-10",
        "peringatan",
        "Tujuan dan Sasaran!G2",
        'target "Belum bagus" bukan angka',
        goal(targets="Belum bagus | 80"),
        goal(targets="79-80 | BB"),
    ),
    Case(
        "TARGET-11",
        "saran",
        "Tujuan dan Sasaran!G2",
        'titik pada 1 sel (mis. "80.25"), koma pada 2 sel (mis. "81,50")',
        goal(targets="80.25 | 81,50"),
        goal(targets="80,25 | 1.250.000"),
    ),
    Case("TARGET-12", "saran", "Tujuan dan Sasaran!E2", "formula", goal(formula=""), goal()),
    Case("TARGET-13", "saran", "Tujuan dan Sasaran!E2", "sumber data", goal(sumber=""), goal()),
    Case("TARGET-14", "saran", "Tujuan dan Sasaran!E2", "kondisi awal", goal(awal=""), goal()),
    Case(
        "TARGET-15",
        "saran",
        "Tujuan dan Sasaran!E2",
        "belum mempunyai satuan",
        goal("Jumlah desa maju", "", "8 | 9"),
        goal("Jumlah desa maju", "", "8 Desa | 9 Desa"),
    ),
    Case(
        "TARGET-16",
        "peringatan",
        "Tujuan dan Sasaran!E2",
        'indikator "Jml. Laporan layanan" menghitung keluaran',
        goal("Jml. Laporan layanan", "Laporan", "8 | 9"),
        goal("Jumlah desa maju", "Desa", "8 | 9"),
    ),
)

NAMES = {
    "7.01.01": "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA",
    "7.01.01.2.01": "Perencanaan, Penganggaran, dan Evaluasi Kinerja Perangkat Daerah",
}


def part(kode: str, pagu: str = "| ") -> str:
    """Return a row of a program or kegiatan under its official name."""
    return sub(kode, NAMES[kode], "Tertib", "Nilai SAKIP", "Nilai", "80 | 81", pagu=pagu)


MONEY = (
    Case(
        "PAGU-01",
        "galat",
        "Program dan Kegiatan!H2",
        "pagu 2025 kegiatan 7.01.01.2.01 5.000.000, padahal jumlah sub kegiatannya 3.000.000",
        program(
            part("7.01.01.2.01", "5000000 | 3000000"),
            sub(pagu="1000000 | 1000000"),
            sub("7.01.01.2.01.0002", pagu="2000000 | 2000000"),
        ),
        program(
            part("7.01.01.2.01", "3000000 | "),
            sub(pagu="1000000 | 1000000"),
            sub("7.01.01.2.01.0002", pagu="2000000 | 2000000"),
        ),
    ),
    Case(
        "PAGU-02",
        "peringatan",
        "Program dan Kegiatan!B3",
        "sub kegiatan 7.01.01.2.01.0002 belum mempunyai pagu",
        program(sub(), sub("7.01.01.2.01.0002", pagu=" | ")),
        program(sub(pagu=" | "), sub("7.01.01.2.01.0002", pagu=" | ")),
    ),
    Case(
        "PAGU-03",
        "peringatan",
        "Program dan Kegiatan!G2",
        "mempunyai target tahun 2026 tanpa pagu",
        program(sub(pagu="1000000 | ")),
        program(sub(targets="2 | ", pagu="1000000 | ")),
    ),
    Case(
        "PAGU-04",
        "peringatan",
        "Program dan Kegiatan!I2",
        "mempunyai pagu tahun 2026 tanpa target",
        program(sub(targets="2 | ")),
        program(sub()),
    ),
    Case(
        "PAGU-05",
        "saran",
        "Program dan Kegiatan!I2",
        "naik dari 50.000.000 (2025) menjadi 500.000.000 (2026)",
        program(sub(pagu="50000000 | 500000000")),
        program(sub(pagu="500000 | 5000000")),
    ),
    Case(
        "PAGU-06",
        "galat",
        "Program dan Kegiatan!H2",
        "pagu 2025 7.01.01.2.01.0001 kurang dari nol",
        program(sub(pagu="-5 | 5")),
        program(sub(pagu="0 | 5")),
    ),
    Case(
        "PAGU-07",
        "saran",
        "Program dan Kegiatan!B2",
        "program dan kegiatan rencana ini belum mempunyai pagu",
        program(sub("7.01.01", "PROGRAM PENUNJANG", pagu=" | ")),
        program(sub("7.01.01", "PROGRAM PENUNJANG", pagu=" | 0")),
    ),
)

CODES = (
    Case(
        "KODE-21",
        "peringatan",
        "Program dan Kegiatan!A2",
        "kode 7.01.02.2.09 tidak ada dalam nomenklatur resmi",
        program(sub("7.01.02.2.09", "Koordinasi Kegiatan Pemberdayaan Desa")),
        program(sub("1.02.02.2.09", "Layanan"), sub("1.02.01.2.01")),
    ),
    Case(
        "KODE-23",
        "peringatan",
        "Program dan Kegiatan!B2",
        'berbeda dari nomenklatur (kurang "perangkat")',
        program(sub(uraian="Penyusunan Dokumen Perencanaan Daerah")),
        program(sub(uraian="PENYUSUNAN DOK. PERENCANAAN PERANGKAT-DAERAH")),
    ),
    Case(
        "KODE-24",
        "saran",
        "Program dan Kegiatan!B2",
        'tidak persis nama resminya ("dok" seharusnya "dokumen")',
        program(sub(uraian="Penyusunan Dok. Perencanaan Perangkat Daerah")),
        program(
            sub(uraian="PENYUSUNAN DOKUMEN PERENCANAAN PERANGKAT-DAERAH"),
            sub("5.01.01", "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH PROVINSI"),
        ),
    ),
    Case(
        "KODE-25",
        "peringatan",
        "Program dan Kegiatan!F2",
        'satuan 7.01.01.2.01.0001 "Paket", satuan resminya "Dokumen"',
        program(sub(satuan="Paket")),
        program(sub(satuan="dok.")),
    ),
    Case(
        "KODE-26",
        "saran",
        "Program dan Kegiatan!C2",
        "sasaran dan indikator 7.01.01.2.01.0001 bukan yang resmi",
        program(sub(sasaran="Layanan", indikator="Jumlah layanan")),
        program(sub(indikator="Jml. Dok. Perencanaan Perangkat Daerah")),
    ),
    Case(
        "KODE-27",
        "saran",
        "Program dan Kegiatan!A2",
        "2 kode tidak diperiksa, karena nomenklatur bidang 1.02, 2.07 tidak ada",
        program(sub("1.02.02", "Layanan"), sub("2.07.03", "Kerja"), sub()),
        program(sub("1.02.01", NAMES["7.01.01"])),
    ),
    Case(
        "KODE-28",
        "saran",
        "Pohon Kinerja!A4",
        "kode U2 tidak ada",
        tree(
            "S1 | | Strategis | Mandiri | Nilai A",
            "U1 | S1 | Urusan | Layanan | Nilai B",
            "U3 | S1 | Urusan | Terpadu | Nilai C",
        ),
    ),
)

AGREEMENT = (
    Case(
        "SELARAS-01",
        "peringatan",
        "Program dan Kegiatan!F2",
        'target 2025 "Nilai SAKIP" 70 di 7.01.01, tetapi 80 di TJ1',
        goal() + program(sub("7.01.01", NAMES["7.01.01"], "", "Nilai SAKIP", "Nilai", "70 | 82")),
        goal() + program(sub("7.01.01", NAMES["7.01.01"], "", "Nilai SAKIP", "Nilai", "80,00 | ")),
    ),
    Case(
        "SELARAS-02",
        "peringatan",
        "Tujuan dan Sasaran!E2",
        'indikator "Nilai SAKIP" tidak ada pada pohon',
        goal(),
        goal("Nilai IKM"),
    ),
    Case(
        "SELARAS-03",
        "saran",
        "Pohon Kinerja!E2",
        'indikator "Nilai A" (U1, U2) tidak ada',
        tree(
            "U1 | S1 | Urusan | Mandiri | Nilai A",
            "U2 | S1 | Urusan | Layanan | Nilai A",
            "O1 | U1 | Operasional | Terpadu | Nilai C",
        ),
        tree("S1 | | Strategis | Mandiri | Nilai A", "U1 | S1 | Urusan | Layanan | Nilai IKM"),
    ),
    Case(
        "SELARAS-04",
        "peringatan",
        "Program dan Kegiatan!K2",
        'IK Kinerja "IKS", padahal IK simpul O1 pada pohon "Jumlah layanan"',
        program(sub(ik="IKS")),
        program(sub(ik="JUMLAH LAYANAN")),
    ),
    Case(
        "SELARAS-05",
        "peringatan",
        "Pohon Kinerja!F2",
        'memuat kata di luar pernyataannya ("kecamatan")',
        tree("S1 | | Strategis | Meningkatnya layanan publik | Nilai | Layanan di Kecamatan"),
        tree("S1 | | Strategis | Meningkatnya layanan publik | Nilai | Layanan publik"),
    ),
    Case(
        "SELARAS-06",
        "saran",
        "Pohon Kinerja!F2",
        'judul singkat S1 melewatkan "publik" di tengah',
        tree("S1 | | Strategis | Tersedianya layanan publik terpadu | Nilai | Layanan terpadu"),
        tree("S1 | | Strategis | Tersedianya layanan publik terpadu | Nilai | Layanan publik"),
    ),
    Case(
        "SELARAS-07",
        "peringatan",
        "Identitas!B6",
        "Tahun Renja 2027 di luar periode Renstra 2025–2026",
        f"{IDENTITY}| Tahun Renja | 2027 |",
        f"{IDENTITY}| Tahun Renja | 2026 |",
    ),
    Case(
        "SELARAS-09",
        "peringatan",
        "Tujuan dan Sasaran!H2",
        "target atau pagu tahun 2028 di luar periode 2025–2026",
        later("2028"),
        later("2027"),
    ),
    Case(
        "SELARAS-08",
        "saran",
        "Tujuan dan Sasaran!D2",
        "dikaitkan dengan simpul U1, padahal rumusan simpul itu lain",
        goal(uraian="Meningkatnya layanan yang inovatif"),
        goal(uraian="Terwujudnya layanan di kecamatan"),
    ),
)

WHO = (
    Case(
        "IDENTITAS-11",
        "peringatan",
        "Identitas!B11",
        "memuat 17 angka, seharusnya 18",
        SIGNED.replace("197508172000031004", "19750817200003100"),
        SIGNED.replace("197508172000031004", "19750817 200003 1 004"),
    ),
    Case(
        "IDENTITAS-11",
        "peringatan",
        "Identitas!B11",
        "tidak diawali tanggal lahir",
        SIGNED.replace("197508172000031004", "197513172000031004"),
        SIGNED,
    ),
    Case(
        "IDENTITAS-12",
        "peringatan",
        "Identitas!B7",
        "belum lengkap: Tanggal, NIP",
        SIGNED.replace("1 Juli 2025", "").replace("197508172000031004", ""),
        SIGNED,
    ),
    Case(
        "IDENTITAS-13",
        "peringatan",
        "Identitas!B2",
        '"Kecamatan …………" dan 1 isian lain',
        SIGNED.replace("Kecamatan Cemara", "Kecamatan …………").replace("Bima Wirasatya", "…………"),
        SIGNED,
    ),
    Case(
        "IDENTITAS-14",
        "peringatan",
        "Identitas!B6",
        "judul menyebut tahun 2021, padahal periodenya 2025–2026",
        f"{IDENTITY}| Judul Pohon Kinerja | POHON KINERJA TAHUN 2021-2026 |",
        f"{IDENTITY}| Judul Pohon Kinerja | POHON KINERJA TAHUN 2025-2026 |",
    ),
)

UNIT = tree("S1 | K2 | Strategis | Mandiri | Nilai A", "U1 | S1 | Urusan | Layanan | Nilai B")


def above(*rows: str, unit: str = UNIT) -> str:
    """Return a unit's tree and the pemda's above it: rows of kode, induk and kinerja."""
    body = "".join(f"| {row} |\n" for row in rows)
    return f"{unit}# Pohon Kinerja Pemda\n| Kode | Induk | Kinerja |\n{body}"


_TIED = tree("S1 | | Strategis | Mandiri | Nilai A", "U1 | S1; K2 | Urusan | Layanan | Nilai B")
_PAIR = ("K1 | | Daerah maju", "K2 | K1 | Layanan prima")
LINEAGE = (
    Case(
        "LINIER-01",
        "peringatan",
        "Pohon Kinerja Pemda!B3",
        "induk K9 tidak ditemukan",
        above("K1 | | Daerah maju", "K2 | K9 | Layanan prima"),
        above(*_PAIR),
    ),
    Case(
        "LINIER-01",
        "peringatan",
        "Pohon Kinerja Pemda!B3",
        "induk S1 tidak ditemukan",
        above("K1 | | Daerah maju", "K2 | K1; S1 | Layanan prima"),
        above(*_PAIR),
    ),
    Case(
        "LINIER-02",
        "peringatan",
        "Pohon Kinerja Pemda!A4",
        "kode K2 sudah dipakai",
        above(*_PAIR, "K2 | K1 | Desa aman"),
        above(*_PAIR, "K3 | K1 | Desa aman"),
    ),
    Case(
        "LINIER-03",
        "peringatan",
        "Pohon Kinerja Pemda!B3",
        "K2 → K3 → K2",
        above("K1 | | Daerah maju", "K2 | K3 | Layanan prima", "K3 | K2 | Desa aman"),
        above(*_PAIR, "K3 | K2 | Desa aman"),
    ),
    Case(
        "LINIER-04",
        "saran",
        "Pohon Kinerja Pemda!B4",
        "simpul K3 digambar di bawah K1 saja, tidak di K2",
        above(*_PAIR, "K3 | K1; K2 | Desa aman"),
        above(*_PAIR, "K3 | K1 | Desa aman"),
    ),
    Case(
        "LINIER-05",
        "peringatan",
        "Pohon Kinerja!B3",
        "kaitan ke simpul pemda K2 tidak digambar: U1 bukan puncak",
        above(*_PAIR, unit=_TIED),
        above(*_PAIR),
    ),
    Case(
        "LINIER-06",
        "saran",
        "Pohon Kinerja!B2",
        "induk K2 tidak ada di buku kerja ini; mungkin simpul pohon pemda",
        tree("S1 | K2 | Strategis | Mandiri | Nilai A"),
        tree("S1 | | Strategis | Mandiri | Nilai A"),
    ),
)
CASES = (*STRUCTURE, *WORDING, *TARGETS, *MONEY, *CODES, *AGREEMENT, *WHO, *LINEAGE)
