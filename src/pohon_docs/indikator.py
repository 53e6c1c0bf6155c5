"""What is measured and paid for: an indicator with its targets, and the money of a year."""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from pohon_docs.source import Ref


class JenisTarget(StrEnum):
    """What a target's text says: a number, a range, a grade such as BB, or other words."""

    ANGKA = "angka"
    RENTANG = "rentang"
    PREDIKAT = "predikat"
    TEKS = "teks"


@dataclass(frozen=True, slots=True)
class Target:
    """A target as its author wrote it, and as a number where it is one.

    `tahun` is None for a target at the end of the period.
    """

    tahun: int | None
    teks: str
    nilai: Decimal | None
    satuan: str
    jenis: JenisTarget
    ref: Ref = field(compare=False)


@dataclass(frozen=True, slots=True)
class Pagu:
    """The money of one year, in rupiah."""

    tahun: int
    nilai: Decimal
    ref: Ref = field(compare=False)


@dataclass(frozen=True, slots=True)
class Indikator:
    """An indicator with its unit, its baseline and its targets.

    `realisasi` is what was reached, `target_rkpd` what the draft RKPD asks for; `triwulan` holds
    the four quarters' targets of the plan's year, or nothing.
    """

    uraian: str
    satuan: str = ""
    kondisi_awal: str = ""
    target: tuple[Target, ...] = ()
    kondisi_akhir: str = ""
    formula: str = ""
    sumber_data: str = ""
    iku: bool = False
    ikk: bool = False
    status_ikk: str = ""
    spm: str = ""
    definisi_operasional: str = ""
    rencana_aksi: str = ""
    sub_rencana_aksi: str = ""
    realisasi: tuple[Target, ...] = ()
    target_rkpd: tuple[Target, ...] = ()
    triwulan: tuple[str, ...] = ()
    refs: tuple[tuple[str, Ref], ...] = field(default=(), compare=False)

    def at(self, name: str) -> Ref:
        """Return the cell of field `name`, or of the indicator's own text."""
        for known, ref in reversed(self.refs):
            if known == name:
                return ref
        return self.refs[0][1]

    def target_tahun(self, tahun: int) -> Target | None:
        """Return the target of year `tahun`, if the author set one."""
        return next((target for target in self.target if target.tahun == tahun), None)

    @property
    def target_akhir(self) -> Target | None:
        """The target at the end of the period: the one set for it, else the last year's."""
        dated = [target for target in self.target if target.tahun is not None]
        undated = [target for target in self.target if target.tahun is None]
        return next(iter(undated or dated[-1:]), None)

    def teks_tahun(self, tahun: int, terakhir: int) -> str:
        """Return what is printed as the target of a year, with its unit."""
        return self.dengan_satuan(self.target_polos(tahun, terakhir))

    def target_polos(self, tahun: int, terakhir: int) -> str:
        """Return the target of a year as its author wrote it.

        A target for the end of the period is the one of the period's last year, `terakhir`.
        """
        target = self.target_tahun(tahun)
        if target is None and tahun == terakhir:
            target = next((other for other in self.target if other.tahun is None), None)
        return target.teks if target else ""

    def dengan_satuan(self, teks: str) -> str:
        """Return a bare number with its unit, any other text as its author wrote it."""
        bare = teks.replace(".", "").replace(",", "").strip().isdigit()
        return f"{teks} {self.satuan}" if bare and self.satuan else teks

    def tanpa_satuan(self, teks: str) -> str:
        """Return a number without its unit, as beside a column of units; other text as written."""
        bare = teks.removesuffix(self.satuan).rstrip() if self.satuan else teks
        number = bare.replace(".", "").replace(",", "").isdigit()
        return bare if number else teks
