"""What a change of a plan is: its kind, its node, what stood there before and after, and where."""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from pohon_docs.model import Node
from pohon_docs.source import Ref


class Macam(StrEnum):
    """The kind of a change; a node's own, one of its fields, or one of its indicators'."""

    DITAMBAH = "ditambah"
    DIHAPUS = "dihapus"
    GANTI_NAMA = "ganti_nama"
    PINDAH = "pindah"
    KODE = "kode"
    ISIAN = "isian"
    PAGU = "pagu"
    INDIKATOR_DITAMBAH = "indikator_ditambah"
    INDIKATOR_DIHAPUS = "indikator_dihapus"
    INDIKATOR_BUNYI = "indikator_bunyi"
    INDIKATOR_SATUAN = "indikator_satuan"
    INDIKATOR_ISIAN = "indikator_isian"
    TARGET = "target"


@dataclass(frozen=True, slots=True)
class Change:
    """One change: its kind, its node before and after, both texts and both cells.

    `isian` names the field by its name in the model; `tahun` is the year of a target or of
    money, None for a target at the end of the period. `indikator` is the indicator's text and
    `nomor_indikator` its number within its node, for a change of an indicator;
    `selisih` is what money grew by.
    """

    macam: Macam
    sebelum_node: Node | None
    sesudah_node: Node | None
    sebelum: str = ""
    sesudah: str = ""
    isian: str = ""
    tahun: int | None = None
    indikator: str = ""
    nomor_indikator: int = 0
    selisih: Decimal | None = None
    ref_sebelum: Ref | None = field(default=None, compare=False)
    ref_sesudah: Ref | None = field(default=None, compare=False)

    @property
    def node(self) -> Node:
        """The node after, or before where it was dropped."""
        node = self.sesudah_node or self.sebelum_node
        assert node is not None
        return node
