"""The closed vocabulary of the table files: what a column, a row or a table may ask for."""

from typing import Literal

Sumber = Literal[
    # nothing, a dash, running numbers
    "kosong",
    "strip",
    "nomor",
    "nomor_urut",
    "nomor_baris",
    # what a row is about
    "kode",
    "uraian",
    "kode_nama",
    "jenis_nama",
    "uraian_sasaran",
    "program_prioritas",
    "unit",
    "nama_unit",
    # texts of its node
    "sasaran",
    "penanggung_jawab",
    "lokasi",
    "sumber_dana",
    "kelompok_sasaran",
    "prioritas_nasional",
    "prioritas_daerah",
    "catatan",
    "strategi",
    "arah_kebijakan",
    "sasaran_rpjmd",
    "nspk_sasaran_rpjmd",
    "indikator_semua",
    "program_terkait",
    # an indicator
    "indikator",
    "indikator_satuan",
    "satuan",
    "formula",
    "sumber_data",
    "definisi_operasional",
    "status_ikk",
    "spm",
    "tanda_ikk",
    "rencana_aksi",
    "sub_rencana_aksi",
    "kondisi_awal",
    "kondisi_akhir",
    "kondisi_awal_teks",
    # an indicator in a year, or in a quarter of the plan's year
    "target",
    "target_teks",
    "target_rkpd",
    "realisasi_kinerja",
    "persen_realisasi",
    "realisasi_sampai",
    "perkiraan",
    "persen_perkiraan",
    "triwulan_1",
    "triwulan_2",
    "triwulan_3",
    "triwulan_4",
    # money: of a year, of the period, in thousands, of the programs that serve a sasaran
    "pagu",
    "pagu_akhir",
    "pagu_ribu",
    "pagu_rkpd_ribu",
    "pagu_terkait",
    # a plan before and after, where a table shows both
    "pagu_sebelum",
    "pagu_sesudah",
    "pagu_selisih",
    "target_sebelum",
    "target_sesudah",
    "perubahan",
]
"""Where a cell's value comes from; documents/_sources.py says how each is read off a plan."""

Tingkat = Literal[
    "unit",
    "urusan",
    "bidang_urusan",
    "tujuan",
    "sasaran",
    "program",
    "rujukan",
    "kegiatan",
    "sub_kegiatan",
    "jumlah",
]
"""What a row is about, from the unit down to a table's total."""

Peran = Literal["teks", "teks.jenjang", "tengah", "angka", "kode"]
"""How a column's cells are set: text, text indented by its level, centred, money at the right,
a code on one line."""

Penomoran = Literal["", "(1)", "(01)", "1"]
"""How the row below the headings numbers the columns; an empty one is no such row."""

Kepastian = Literal["V", "V*", "I", "K"]
"""How sure the columns are: seen in an official document (V), in a second-hand source (V*),
inferred from several (I), or own knowledge of the domain (K)."""

Saring = Literal["", "prioritas", "iku", "ikk"]
"""Which records stay: priority sub kegiatan, or indicators marked IKU (else all) or IKK."""

Lukisan = Literal["pohon_kinerja", "visualisasi_cascading"]
"""What a picture of a chapter shows."""

Perlu = Literal[
    "",
    "kinerja",
    "tujuan",
    "sasaran",
    "komponen",
    "prioritas",
    "strategi",
    "ikk",
    "realisasi_kinerja",
    "rkpd",
    "triwulan",
]
"""What a plan must hold for a table or a picture to say anything."""

Pilihan = Literal["", "satuan", "tahun_pertama", "tujuan_sasaran", "cetakan_sipd", "gambar"]
"""What a planner may ask for or leave out: a column, a whole table, the pictures."""

Ulang = Literal["", "tahun"]
"""Whether a heading is repeated for every year of the table."""

Per = Literal["simpul", "indikator"]
"""Whether a row is made once for a node, or once for each of its indicators."""
