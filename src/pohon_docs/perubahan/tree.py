"""The tree of the plan after, its new, changed and dropped nodes marked."""

from dataclasses import replace

from pohon_docs import words
from pohon_docs.comparison.merging import Beside
from pohon_docs.documents._pictures import with_indicators
from pohon_docs.documents._tree import tree_title
from pohon_docs.model import Jenis
from pohon_docs.packs import Pack
from pohon_docs.views import Box, Part, Trees

PACK = "permenpanrb-89-2021"


def tree(beside: Beside, pack: Pack) -> Trees:
    """Return the tree with IK; dropped nodes stay in their place as ghosts."""
    plain = with_indicators(beside.rencana, pack)
    walked = beside.rencana.walk(Jenis.KINERJA)
    marks = {f"n{at}": beside.mark(node) for at, (node, _) in enumerate(walked, start=1)}
    boxes = tuple(_marked(box, marks.get(box.key, "")) for box in plain.boxes)
    page = replace(plain, boxes=boxes, note=words.load("perubahan")["catatan_pohon"])
    return Trees(title=tree_title(beside.rencana, pack), pages=(page,))


def _marked(box: Box, mark: str) -> Box:
    """Return a box in the look of its mark, which its text says, too."""
    if not mark or box.reference:
        return box
    said, *below = box.parts
    form = words.load("perubahan")["tanda"][mark]
    first, *more = said.paragraphs
    text = (replace(first, text=form.format(uraian=first.text)), *more)
    dressed = (Part(_role(part.role, mark), part.paragraphs) for part in below)
    return replace(box, parts=(Part(_role(said.role, mark), text), *dressed))


def _role(role: str, mark: str) -> str:
    return f"{role.partition('.')[0]}.{mark}"
