"""How large trees go on paper: pages, how full they are, time by the number of nodes, memory.

Trees are those of the tests, with texts as long as real ones; in the cascading tree each node
but the topmost has a component of the plan below it. The bar on time is a ratio
within one run: a node of the largest tree may take no more than `BAR` times one of a tree of
its shape with a quarter of its nodes. Memory is that of a process of its own, which lays the
largest tree out and writes it in every format.
"""

import subprocess
import sys
import time
from pathlib import Path
from statistics import mean

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import orchard
import plans
import scenes
import treechecks
from peak import peak
from pohon_docs.documents import pohon_cascading
from pohon_docs.layout.charts import chart_scene
from pohon_docs.layout.pictures import trees_scene
from pohon_docs.layout.scene import Scene
from pohon_docs.outputs import kept
from pohon_docs.packs import load
from pohon_docs.writers import picture_writer

SIZES = (orchard.KECAMATAN, orchard.DINAS, orchard.KABUPATEN)
GROWING = (orchard.QUARTER, orchard.HALF, orchard.KABUPATEN)
SEEDS = {orchard.KECAMATAN: (1, 2, 3), orchard.DINAS: (1, 2, 3), orchard.KABUPATEN: (1, 2)}
PAPERS = {"A3": (3, 10, 110), "Folio": (6, 20, 200)}
FORMATS = ("svg", "png", "gv", "drawing")
BAR = 1.5
MOST_MEGABYTES = 300
THIRD = 1 / 3


def main() -> int:
    """Print a line for each tree and paper; return 1 where one is over its bar."""
    passed = [_filled(paper, most) for paper, most in PAPERS.items()]
    passed += [*(_growth(paper) for paper in PAPERS), _cascading()]
    passed += [_memory(paper) for paper in PAPERS]
    return 0 if all(passed) else 1


def _scene(nodes: int, paper: str, seed: int = 1) -> tuple[Scene, float]:
    """Lay a tree out; return its pages, and the seconds of this process that they took."""
    view = plans.trees(orchard.rencana(nodes, seed))
    start = time.process_time()
    scene = trees_scene(view, plans.style().on_paper(paper, None))
    return scene, time.process_time() - start


def _filled(paper: str, limits: tuple[int, ...]) -> bool:
    """Print how full the pages of trees are; tell whether they are few, and none is thin."""
    good = True
    for nodes, limit in zip(SIZES, limits, strict=True):
        for seed in SEEDS[nodes]:
            scene, _ = _scene(nodes, paper, seed)
            for tree in plans.trees(orchard.rencana(nodes, seed)).pages:
                full = [scenes.filled(page) for _, page in treechecks.pages_of(scene, tree)]
                thin = sum(share < THIRD for share in full[:-1])
                good = good and len(full) <= limit and not thin
                print(
                    f"{nodes:5} simpul ({seed}), {paper:<5} {tree.name:<16} {len(full):4} halaman "
                    f"(batas {limit:3}), terisi {mean(full):.0%}, {thin} di bawah sepertiga"
                )
                print("      " + " ".join(f"{share:.0%}" for share in full), flush=True)
    return good


def _growth(paper: str) -> bool:
    """Print the time by the number of nodes; tell whether it grows with them."""
    spent = {nodes: _scene(nodes, paper)[1] / nodes for nodes in GROWING}
    return _is_linear(paper, spent)


def _cascading() -> bool:
    """Lay the cascading trees out; tell whether time grows with the nodes."""
    spent = {}
    pack = load(pohon_cascading.PACK)
    for nodes in GROWING:
        view = pohon_cascading.build(orchard.supported(nodes), pack)
        start = time.process_time()
        scene = chart_scene(view, plans.style())
        spent[nodes] = (time.process_time() - start) / nodes
        print(f"{nodes:5} simpul, pohon cascading, {len(scene.pages):4} halaman", flush=True)
    return _is_linear("cascading", spent)


def _is_linear(name: str, spent: dict[int, float]) -> bool:
    """Tell whether a node of the largest tree takes about as long as one of a smaller."""
    ratio = spent[GROWING[-1]] / spent[GROWING[0]]
    each = ", ".join(f"{nodes}: {seconds * 1000:.1f}" for nodes, seconds in spent.items())
    print(f"{name:<5} ms per simpul {each}; {ratio:.2f} kali, batas {BAR}", flush=True)
    return ratio <= BAR


def _memory(paper: str) -> bool:
    """Print the memory that the largest tree takes in every format; tell whether it is little."""
    done = subprocess.run(
        [sys.executable, __file__, paper], capture_output=True, text=True, check=True
    )
    print(done.stdout, end="", flush=True)
    return int(done.stdout.split()[-1]) <= MOST_MEGABYTES


def write(paper: str) -> None:
    """Write the largest tree in every format; print the memory after each, in MiB."""
    style = plans.style().on_paper(paper, None)
    scene, _ = _scene(orchard.KABUPATEN, paper)
    print(f"{paper:<5} {len(scene.pages)} halaman tertata: {peak()}")
    held: list[object] = []
    (content,) = picture_writer("pdf").write(scene, style)
    for form in FORMATS:
        writer = picture_writer(form)
        again = writer.redraw and kept(writer.redraw(content, style))
        held.extend(again or writer.write(scene, style))
        print(f"{paper:<5} {form:<8} puncak memori sampai di sini: {peak()}", flush=True)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        write(sys.argv[1])
    else:
        sys.exit(main())
