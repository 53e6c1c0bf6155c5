"""How large trees go on paper: pages, how full they are, and time by the number of nodes.

Trees are those of the tests, with texts as long as real ones; in the cascading tree each node
but the topmost has a component of the plan below it. The bar on time is a ratio
within one run: a node of the largest tree may take no more than `BAR` times one of a smaller.
"""

import resource
import sys
import time
from pathlib import Path
from statistics import mean

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import orchard
import plans
import scenes
from pohon_docs.documents import pohon_cascading
from pohon_docs.layout.charts import chart_scene
from pohon_docs.layout.pictures import trees_scene
from pohon_docs.packs import load

SIZES = (orchard.KECAMATAN, orchard.DINAS, orchard.KABUPATEN)
PAPERS = {"A3": (3, 10, 110), "Folio": (6, 20, 200)}
BAR = 2.5
MOST_MEGABYTES = 300
THIRD = 1 / 3


def main() -> int:
    """Print a line for each tree and paper; return 1 where one is over its bar."""
    passed = [*(_paper(paper, most) for paper, most in PAPERS.items()), _cascading()]
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"memori terbanyak {used:.0f} MB, batas {MOST_MEGABYTES}")
    return 0 if all(passed) and used <= MOST_MEGABYTES else 1


def _paper(paper: str, most: tuple[int, ...]) -> bool:
    """Lay the trees out on one paper; tell whether pages and time keep their bars."""
    spent = {}
    good = True
    for nodes, limit in zip(SIZES, most, strict=True):
        view = plans.trees(orchard.rencana(nodes))
        start = time.perf_counter()
        scene = trees_scene(view, plans.style().on_paper(paper, None))
        spent[nodes] = (time.perf_counter() - start) / nodes
        pages = [page for page in scene.pages if page.name.startswith("dengan-indikator")]
        full = [scenes.filled(page) for page in pages]
        good = good and len(pages) <= limit
        thin = sum(share < THIRD for share in full[:-1])
        print(
            f"{nodes:5} simpul, {paper:<5} {len(pages):4} halaman (batas {limit:3}), "
            f"terisi {mean(full):.0%}, paling sedikit {min(full[:-1], default=1):.0%}, "
            f"{thin} di bawah sepertiga, {spent[nodes] * 1000:5.1f} ms per simpul"
        )
        print("      " + " ".join(f"{share:.0%}" for share in full))
    return _is_linear(spent) and good


def _cascading() -> bool:
    """Lay the cascading trees out; tell whether time keeps its bar."""
    spent = {}
    pack = load(pohon_cascading.PACK)
    for nodes in SIZES:
        view = pohon_cascading.build(orchard.supported(nodes), pack)
        start = time.perf_counter()
        scene = chart_scene(view, plans.style())
        spent[nodes] = (time.perf_counter() - start) / nodes
        print(
            f"{nodes:5} simpul, pohon cascading, {len(scene.pages):4} halaman, "
            f"{spent[nodes] * 1000:5.1f} ms per simpul"
        )
    return _is_linear(spent)


def _is_linear(spent: dict[int, float]) -> bool:
    """Tell whether a node of the largest tree takes about as long as one of a smaller."""
    ratio = spent[SIZES[-1]] / spent[SIZES[1]]
    print(f"      waktu per simpul {SIZES[-1]}:{SIZES[1]} = {ratio:.2f}, batas {BAR}")
    return ratio <= BAR


if __name__ == "__main__":
    sys.exit(main())
