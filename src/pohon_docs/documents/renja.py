"""Renja: the tables of one year and the forecast of the next, as its regulation lays them down."""

from functools import partial

from pohon_docs.documents import Document
from pohon_docs.documents._report import build, left_out, pack_name


def _file_name(year: int) -> str:
    return f"renja-{year}" if year else "renja"


DOCUMENT = Document(
    name="renja",
    title="Tabel Renja untuk Word, menurut Regulasi Renja",
    pack=lambda identitas: pack_name("renja", identitas.regulasi_renja, identitas),
    file_name=lambda rencana: _file_name(rencana.identitas.tahun_renja),
    build=partial(build, "renja"),
    left_out=partial(left_out, "renja"),
)
