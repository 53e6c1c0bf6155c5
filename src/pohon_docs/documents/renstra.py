"""Renstra: the tables of five years, as the plan's regulation lays them down."""

from functools import partial

from pohon_docs.documents import Document
from pohon_docs.documents._report import build, left_out, pack_name

DOCUMENT = Document(
    name="renstra",
    title="Tabel Renstra untuk Word, menurut Regulasi Renstra",
    pack=lambda identitas: pack_name("renstra", identitas.regulasi_renstra, identitas),
    file_name=lambda _: "renstra",
    build=partial(build, "renstra"),
    left_out=partial(left_out, "renstra"),
)
