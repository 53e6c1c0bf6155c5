"""What every report of tables shares: its title, its captions, its signature."""

from collections.abc import Mapping

from pohon_docs.documents._identity import fields
from pohon_docs.identitas import Identitas
from pohon_docs.model import Rencana
from pohon_docs.packs import Pack, TableSpec
from pohon_docs.values import nip
from pohon_docs.views import Block, Caption, Line, Signature, Table

PACK = "permendagri-86-2017"


def title_lines(name: str, rencana: Rencana, pack: Pack) -> tuple[Line, ...]:
    """Return the lines at the top of a report: its name, the unit, the pemda, the years."""
    identitas = rencana.identitas
    years = pack.teks[f"{name}.tahun"].format(**fields(rencana.identitas))
    names = (identitas.nama_perangkat_daerah.upper(), identitas.pemerintah_daerah.upper(), years)
    under = (Line("judul_unit", text) for text in names if text)
    return (Line("judul", pack.teks[f"{name}.nama"]), *under)


def captioned(
    spec: TableSpec, table: Table, known: Mapping[str, str], pack: Pack, *, new_page: bool
) -> tuple[Block, ...]:
    """Return a table under its chapter's heading and its caption."""
    chapter, *sections = spec.bab.split("\n")
    number = pack.teks["tabel.nomor"].format(kode=spec.kode)
    return (
        Line("bab", chapter, new_page),
        *(Line("subbab", section) for section in sections),
        Caption(number, spec.judul.format(**known)),
        table,
    )


def signature(identitas: Identitas, pack: Pack) -> Signature:
    """Return the signature block; what the plan doesn't say stays a dotted line for the pen."""
    dots = pack.teks["tanda_tangan.isian"]
    place = pack.teks["tanda_tangan.tempat_tanggal"].format(
        tempat=identitas.tempat or dots, tanggal=identitas.tanggal or dots
    )
    return Signature(
        place_and_date=place,
        office=identitas.jabatan_penanda_tangan or dots,
        name=identitas.nama_penanda_tangan or dots,
        rank=identitas.pangkat_golongan,
        nip=pack.teks["tanda_tangan.nip"].format(nip=nip(identitas.nip) or dots),
    )
