"""Renstra: Tabel T-C.25 (tujuan and sasaran) and T-C.27 (program, kegiatan, money)."""

from pohon_docs.documents import Document
from pohon_docs.documents._goals import goal_records
from pohon_docs.documents._identity import fields
from pohon_docs.documents._programs import plan_records
from pohon_docs.documents._report import PACK, captioned, signature, title_lines
from pohon_docs.documents._tables import table
from pohon_docs.model import Rencana
from pohon_docs.packs import Pack
from pohon_docs.views import Report

_GOALS, _PROGRAMS = "T-C.25", "T-C.27"


def build(rencana: Rencana, pack: Pack) -> Report:
    """Return the Renstra's tables of a plan (Permendagri 86/2017)."""
    known = fields(rencana.identitas)
    goals, programs = pack.tabel[_GOALS], pack.tabel[_PROGRAMS]
    first = table(goals, rencana.tahun, known, goal_records(rencana))
    second = table(programs, rencana.tahun, known, plan_records(rencana, pack))
    return Report(
        title=f"{pack.teks['renstra.nama']} {known['unit']} {known['periode']}",
        author=known["unit"],
        footer=pack.teks["renstra.kaki"].format(**known),
        page=pack.teks["laporan.halaman"],
        continued=pack.teks["tabel.lanjutan"],
        blocks=(
            *title_lines("renstra", rencana, pack),
            *captioned(goals, first, known, pack, new_page=False),
            *captioned(programs, second, known, pack, new_page=True),
            signature(rencana.identitas, pack),
        ),
    )


DOCUMENT = Document(
    name="renstra",
    title="Tabel Renstra T-C.25 dan T-C.27 untuk Word",
    pack=lambda identitas: identitas.regulasi_renstra or PACK,
    file_name=lambda _: "renstra",
    build=build,
)
