"""Whose plan it is: the unit, its period and who signs (sheet Identitas)."""

from dataclasses import dataclass, field

from pohon_docs.source import Ref


@dataclass(frozen=True, slots=True)
class Identitas:
    """Whose plan it is, for which years, and who signs it."""

    nama_perangkat_daerah: str = ""
    pemerintah_daerah: str = ""
    periode_awal: int = 0
    periode_akhir: int = 0
    tahun_renja: int = 0
    judul_pohon_kinerja: str = ""
    provinsi: str = ""
    kode_perangkat_daerah: str = ""
    urusan: str = ""
    bidang_urusan: str = ""
    visi: str = ""
    misi: str = ""
    alamat: str = ""
    tempat: str = ""
    tanggal: str = ""
    jabatan_penanda_tangan: str = ""
    nama_penanda_tangan: str = ""
    pangkat_golongan: str = ""
    nip: str = ""
    logo: str = ""
    gaya: str = ""
    regulasi_renstra: str = ""
    regulasi_renja: str = ""
    pilihan_tabel: str = ""
    status: str = ""
    buku_kerja_murni: str = ""
    nama_atasan: str = ""
    jabatan_atasan: str = ""
    pangkat_atasan: str = ""
    nip_atasan: str = ""
    refs: tuple[tuple[str, Ref], ...] = field(default=(), compare=False)

    @property
    def periode(self) -> str:
        """The period as it is printed, such as 2022–2026; empty where a year is missing."""
        years = (self.periode_awal, self.periode_akhir)
        return "–".join(map(str, years)) if all(years) else ""
