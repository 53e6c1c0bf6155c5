"""How roles look: the values that a style file gives, in its own words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NewType, TypeVar

from pohon_docs.misuse import MisuseError

T = TypeVar("T")
Warna = NewType("Warna", str)
"""A colour as #rrggbb; an empty one is none."""


class StyleError(MisuseError):
    """A style that can't be used; its text says in Indonesian which file and why."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a role looks: colours as #rrggbb ("" is none), sizes in points.

    `ukuran` is the largest text size and `minimum` the smallest that layout may shrink it
    to; `jarak` is the padding on every side; `spasi` the line height as a multiple of size.
    """

    isi: Warna = Warna("")
    garis: Warna = Warna("")
    tebal_garis: float = 0.0
    putus: bool = False
    huruf: Warna = Warna("#000000")
    muka: Literal["regular", "bold", "italic"] = "regular"
    ukuran: float = 9.0
    minimum: float = 7.0
    rata: Literal["kiri", "tengah", "kanan"] = "tengah"
    jarak: float = 4.0
    sudut: float = 0.0
    spasi: float = 1.2


@dataclass(frozen=True, slots=True)
class Sheets:
    """Which sheets a document may use, smallest first, how they lie, and margins in mm."""

    kertas: tuple[str, ...]
    mendatar: bool
    margin_atas: float
    margin_kanan: float
    margin_bawah: float
    margin_kiri: float


Susunan = Literal["otomatis", "berjajar", "bertumpuk"]
"""How the leaves under one parent stand: as fits best, side by side, or below each other."""


@dataclass(frozen=True, slots=True)
class TreeSheets(Sheets):
    """The paper of trees: `kertas` may hold one whole, `kertas_bersambung` a part of one.

    `mode` is `halaman` (pages that refer to each other) or `poster` (one picture over several
    sheets, which repeat `tumpang` mm of their neighbours).
    """

    kertas_bersambung: str
    mode: Literal["halaman", "poster"]
    tumpang: float


@dataclass(frozen=True, slots=True)
class TreeMeasures:
    """Measures of the picture of a tree that stands on one page side by side, in points."""

    lebar_kotak: float
    lebar_kotak_minimum: float
    lebar_kotak_tunggal: float
    celah_mendatar: float
    celah_tegak: float
    celah_tegak_maksimum: float
    lebar_pita: float
    celah_pita: float


@dataclass(frozen=True, slots=True)
class PageMeasures:
    """Measures of the parts of a tree that is stacked, or split over pages, in points.

    `rapat` is the share of the looks' padding that boxes keep there; `inden` the room of a
    stack's spine; `bagian_kotak` the most of a page's height that one box takes before it
    grows wider; `kolom_induk` how many columns a parent may span, `kolom_tumpukan` how many a
    stack that is asked for; `jenjang_jalur` and `baris_rujukan` bound how many ancestors a
    path shows, and how many lines a reference. `susunan` is by level.
    """

    lebar_kotak: float
    lebar_kotak_minimum: float
    celah_mendatar: float
    celah_tegak: float
    celah_tegak_maksimum: float
    celah_tumpukan: float
    celah_jalur: float
    celah_bagian: float
    lebar_pita: float
    celah_pita: float
    rapat: float
    inden: float
    bagian_kotak: float
    kolom_induk: int
    kolom_tumpukan: int
    jenjang_jalur: int
    baris_rujukan: int
    susunan: Mapping[str, Susunan]


@dataclass(frozen=True, slots=True)
class CardMeasures:
    """Measures of the cascade cards in points, and how many stand beside each other."""

    lebar_pita: float
    celah: float
    lebar_label: float
    lebar_kotak: float
    kolom: int
    baris: int
    simpul: int


@dataclass(frozen=True, slots=True)
class CascadeMeasures:
    """Measures of the cascading picture in points; a column is never narrower than its least."""

    lebar_label: float
    lebar_kolom_minimum: float
    celah: float


@dataclass(frozen=True, slots=True)
class WordLook:
    """How a role looks in Word: its style there by name, its cell's fill, bold or not.

    `coret` strikes its text through; `tegak` says where a cell's text stands in a row higher
    than it: `atas` or `tengah`; `inden` how far it stands from the cell's left, in points.
    """

    gaya: str
    isi: Warna = Warna("")
    tebal: bool = False
    coret: bool = False
    tegak: Literal["atas", "tengah"] = "atas"
    inden: float = 0.0


@dataclass(frozen=True, slots=True)
class WordMeasures:
    """Word's table style, and what its text measures (points), for the width of columns.

    A table of many columns is set in `ukuran_rapat`, by the styles whose names end in
    `akhiran_rapat`; `jarak_mendatar` and `jarak_tegak` are a cell's margins on each side.
    A signature stands in a column of `lebar_tanda_tangan` at the right; `lebar_lambang` is the
    emblem's width on a cover, `lebar_lambang_kop` at the head of a letter. `nama_lain` gives for
    the name of a Word style the names that it has where Word speaks another language.
    """

    gaya_tabel: str
    ukuran: float
    ukuran_rapat: float
    akhiran_rapat: str
    spasi: float
    jarak_mendatar: float
    jarak_tegak: float
    lebar_tanda_tangan: float
    lebar_lambang: float
    lebar_lambang_kop: float
    nama_lain: Mapping[str, tuple[str, ...]]
    peran: Mapping[str, WordLook]

    def look(self, role: str) -> WordLook:
        """Return the look of `role`, or of the nearest role above it."""
        return nearest(self.peran, role)


@dataclass(frozen=True, slots=True)
class GridLook:
    """How a role looks in a workbook: fill, ink and border (#rrggbb, "" is none), its writing.

    `ukuran` is in points; a cell that is `teks` keeps codes such as 1.10 as they are typed;
    `bilangan` is how a spreadsheet writes a number of this role, such as "#,##0".
    """

    isi: Warna = Warna("")
    huruf: Warna = Warna("#000000")
    garis: Warna = Warna("")
    ukuran: float = 10.0
    tebal: bool = False
    miring: bool = False
    lipat: bool = True
    rata: Literal["kiri", "tengah", "kanan"] = "kiri"
    tegak: Literal["atas", "tengah"] = "atas"
    teks: bool = False
    bilangan: str = ""


@dataclass(frozen=True, slots=True)
class GridMeasures:
    """A workbook's font, and how its roles look."""

    huruf: str
    peran: Mapping[str, GridLook]

    def look(self, role: str) -> GridLook:
        """Return the look of `role`, or of the nearest role above it."""
        return nearest(self.peran, role)


def nearest(looks: Mapping[str, T], role: str) -> T:
    """Return the look of a role, of the nearest role above it; raises StyleError."""
    name = role
    while name not in looks:
        if not name:
            raise StyleError(f'Gaya tidak memuat peran "{role}" pada [peran].')
        name = name.rpartition(".")[0]
    return looks[name]
