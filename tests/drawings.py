"""A scene of everything that comes as a PDF, laid out when it is first asked for."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import lineages
import orchard
import plans
import shapes
from pohon_docs.comparison import compare
from pohon_docs.comparison.merging import merged
from pohon_docs.documents import linieritas, pohon_cascading, visualisasi_cascading
from pohon_docs.layout.cascade import cascade_scene
from pohon_docs.layout.charts import chart_scene
from pohon_docs.layout.lineage import lineage_scene
from pohon_docs.layout.pictures import trees_scene
from pohon_docs.layout.scene import Scene
from pohon_docs.model import Rencana
from pohon_docs.packs import load
from pohon_docs.perubahan import tree

SCENES: dict[str, Callable[[], Scene]] = {
    "pohon-seed": lambda: plans.tree_scene(plans.seed()),
    "pohon-lengkap": lambda: plans.tree_scene(plans.lengkap(), "DRAF"),
    "pohon-rantai": lambda: plans.tree_scene(shapes.PLANS["rantai"]),
    "pohon-dinas": lambda: plans.tree_scene(orchard.rencana(orchard.DINAS)),
    "pohon-poster": lambda: poster(orchard.rencana(orchard.DINAS)),
    "pohon-perubahan": lambda: changed(plans.lengkap()),
    "kartu-seed": lambda: plans.cards_scene(plans.seed()),
    "kartu-draf": lambda: plans.cards_scene(plans.random_plan(3, 12), "DRAF"),
    "kartu-nakal": lambda: plans.cards_scene(shapes.hostile()),
    "kartu-panjang": lambda: plans.cards_scene(shapes.tall(4000)),
    "kosong": lambda: plans.cards_scene(plans.plan()),
    "cascading-lengkap": lambda: cascading(plans.lengkap(), "DRAF"),
    "cascading-kosong": lambda: cascading(plans.plan()),
    "visualisasi": lambda: cascade(plans.lengkap(), "DRAF"),
    "linieritas": lambda: lineage(lineages.tied(plans.lengkap(), "P", "P4"), "DRAF"),
}


@cache
def scene(name: str) -> Scene:
    """Return one of the scenes."""
    return SCENES[name]()


def poster(rencana: Rencana) -> Scene:
    """Lay out a plan's tree over several sheets."""
    return trees_scene(plans.trees(rencana), plans.style().on_paper(None, "poster"))


def changed(after: Rencana) -> Scene:
    """Lay out the tree of a plan that lacked every seventh of its nodes before."""
    before = replace(after, node=tuple(one for at, one in enumerate(after.node) if at % 7))
    view = tree.tree(merged(compare(before, after)), load(tree.PACK))
    return trees_scene(replace(view, draft="DRAF"), plans.style())


def cascading(rencana: Rencana, draft: str = "") -> Scene:
    """Lay out a plan's cascading tree with its matrix."""
    view = pohon_cascading.build(rencana, load(pohon_cascading.PACK))
    return chart_scene(replace(view, draft=draft), plans.style())


def cascade(rencana: Rencana, draft: str = "") -> Scene:
    """Lay out a plan's cascading picture."""
    view = visualisasi_cascading.build(rencana, load(visualisasi_cascading.PACK))
    return cascade_scene(replace(view, draft=draft), plans.style())


def lineage(rencana: Rencana, draft: str = "") -> Scene:
    """Lay out a plan's linieritas."""
    view = linieritas.build(rencana, load(linieritas.PACK))
    assert view is not None
    return lineage_scene(replace(view, draft=draft), plans.style())
