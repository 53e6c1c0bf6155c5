"""The performance tree: one page with titles only, one with IK and the band of levels."""

from pohon_docs.documents import Document
from pohon_docs.documents._pictures import pictures
from pohon_docs.documents._tree import tree_title
from pohon_docs.model import Rencana
from pohon_docs.packs import Pack
from pohon_docs.views import Trees

PACK = "permenpanrb-89-2021"


def build(rencana: Rencana, pack: Pack) -> Trees:
    """Return the two pictures of the plan's performance tree."""
    return Trees(title=tree_title(rencana, pack), pages=pictures(rencana, pack))


DOCUMENT = Document(
    name="pohon-kinerja",
    title="Pohon kinerja: tanpa indikator, dan dengan IK serta pita level",
    pack=lambda identitas: PACK,
    file_name=lambda rencana: "pohon-kinerja",
    build=build,
    editable=True,
)
