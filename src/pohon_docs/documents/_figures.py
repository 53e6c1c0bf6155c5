"""The pictures of a book's chapters: the performance tree, and the cascading picture."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from pohon_docs.documents import visualisasi_cascading
from pohon_docs.documents._pictures import with_indicators
from pohon_docs.documents._tree import tree_title
from pohon_docs.documents.pohon_kinerja import PACK as TREE_PACK
from pohon_docs.model import Rencana
from pohon_docs.packs import Pack, load
from pohon_docs.packs._vocabulary import Lukisan
from pohon_docs.views import Cascade, Trees


def _tree(rencana: Rencana, pack: Pack) -> Trees:
    """Return the tree with indicators without its heading, which a caption is in a book."""
    tree = with_indicators(rencana, load(TREE_PACK))
    text = pack.teks
    words = replace(
        tree.words,
        onward=text["gambar.lanjut"],
        back=text["gambar.dari"],
        at=text["gambar.di"],
    )
    page = replace(tree, title="", subtitle="", words=words)
    return Trees(tree_title(rencana, pack=load(TREE_PACK)), (page,))


def _cascade(rencana: Rencana, _: Pack) -> Cascade:
    view = visualisasi_cascading.build(rencana, load(visualisasi_cascading.PACK))
    return replace(view, title="", subtitle="", caption="")


VIEWS: Mapping[Lukisan, Callable[[Rencana, Pack], Trees | Cascade]] = {
    "pohon_kinerja": _tree,
    "visualisasi_cascading": _cascade,
}
"""How each picture is made, by the vocabulary's names."""
