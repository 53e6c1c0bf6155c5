"""A picture of a regulation's chapter as a value: what it shows, and how sure its place is."""

from dataclasses import dataclass
from typing import Literal

from pohon_docs.packs._vocabulary import Kepastian, Lukisan, Perlu, Pilihan


@dataclass(frozen=True, slots=True)
class PictureSpec:
    """A picture in a chapter: its contents, its title, what is read out for it, its source.

    `kepastian` is how sure it is that the regulation asks for it there, `catatan` what isn't.
    `kode` is its own number where the regulation gives one. `perlu`, `alasan`, `pilihan`, `bila`,
    `halaman` and `pembuka` are as those of a table.
    """

    isi: Lukisan
    judul: str
    uraian: str
    sumber: str
    kepastian: Kepastian
    catatan: str = ""
    kode: str = ""
    perlu: Perlu = ""
    alasan: str = ""
    pilihan: tuple[Pilihan, ...] = ()
    bila: Pilihan = ""
    halaman: Literal["tegak", "mendatar"] = "mendatar"
    pembuka: tuple[str, ...] = ()
