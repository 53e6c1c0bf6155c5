"""How large the pages for a browser are, and how soon a tree of 3,000 nodes stands in one.

The page is the one that a build makes: targets for five years, printed pages and all. A tree
stands once the page's script is done, which is after the first paint; the bar is on the later.
"""

import sys
from dataclasses import replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import orchard
import plans
from browser import Page, available, browser
from pohon_docs.batching.manifest import FRONT
from pohon_docs.indikator import Indikator, Target
from pohon_docs.model import Node
from pohon_docs.outputs import File
from pohon_docs.source import Ref
from pohon_docs.summary import State, Summary
from pohon_docs.values import target as read_target
from pohon_docs.webpages import PAGE, front_page, plan_pages
from pohon_docs.writers import picture_writer

UNITS = 1_000
MOST_MEGABYTES, MOST_SECONDS = 3.0, 2.0
ROUNDS = 5
_MEGABYTE = 1_000_000
_MOMENTS = (
    "[performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,"
    " performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd]"
)


def main() -> int:
    """Print a line for each page; return 1 where one is over its bar."""
    with TemporaryDirectory() as folder:
        tree, front = Path(folder) / PAGE, Path(folder) / FRONT
        tree.write_bytes(_tree_page())
        front.write_bytes(front_page(tuple(map(_summary, range(UNITS))), plans.style()).content)
        sizes = {path: path.stat().st_size / _MEGABYTE for path in (tree, front)}
        print(f"{PAGE}, {orchard.KABUPATEN} simpul: {sizes[tree]:.2f} MB, batas {MOST_MEGABYTES}")
        print(f"{FRONT}, {UNITS} unit: {sizes[front]:.2f} MB")
        small = sizes[tree] <= MOST_MEGABYTES
        if not available():
            print("Chromium, chromium-driver, atau selenium tidak terpasang; waktunya dilewati.")
            return 0 if small else 1
        with browser() as page:
            fast = [_timed(page, path) for path in (tree, front)]
    return 0 if small and all(fast) else 1


def _timed(page: Page, path: Path) -> bool:
    """Open a page several times; tell whether what it shows stands in time."""
    moments: list[list[float]] = []
    for _ in range(ROUNDS):
        page.open(path)
        moments.append([value / 1000 for value in page.ask(_MOMENTS)])
    paint, done = (float(median(values)) for values in zip(*moments, strict=True))
    print(f"{path.name}: lukisan pertama {paint:.2f} s, siap {done:.2f} s, batas {MOST_SECONDS}")
    return max(paint, done) <= MOST_SECONDS


def _tree_page() -> bytes:
    rencana = orchard.rencana(orchard.KABUPATEN)
    pages = picture_writer("svg").write(plans.tree_scene(rencana), plans.style())
    pictures = [File(f"pohon-kinerja-{number}.svg", page) for number, page in enumerate(pages)]
    dated = replace(rencana, node=tuple(map(_dated, rencana.node)))
    return plan_pages("kabupaten.xlsx", dated, (), pictures, plans.style())[0].content


def _dated(node: Node) -> Node:
    """Give every indicator of a node a target for each year, in cells of a row of its own."""
    start = node.at("uraian")
    rows = (start._replace(row=start.row + number) for number in range(len(node.indikator)))
    measures = (_measured(one, row) for one, row in zip(node.indikator, rows, strict=True))
    return replace(node, indikator=tuple(measures))


def _measured(one: Indikator, row: Ref) -> Indikator:
    targets = (
        _target(year, f"{60 + number * 3},25", row._replace(column=7 + number))
        for number, year in enumerate(plans.TAHUN)
    )
    places = (("uraian", row._replace(column=5)), ("satuan", row._replace(column=6)))
    return replace(one, target=tuple(targets), refs=places)


def _target(year: int, text: str, ref: Ref) -> Target:
    value, unit, kind = read_target(text)
    return Target(year, text, value, unit, kind, ref)


def _summary(number: int) -> Summary:
    files = (PAGE, "pratinjau.svg", "temuan.html", "pohon-kinerja.pdf", "renstra.docx")
    return Summary(
        workbook=f"unit-{number}.xlsx",
        folder=f"unit-{number}",
        state=State.DIBUAT,
        counts={"galat": 0, "peringatan": number % 50, "saran": number % 70},
        unit=f"Perangkat Daerah {number}",
        periode="2025–2029",
        tahun_renja=2026,
        nodes=80,
        files=files,
    )


if __name__ == "__main__":
    sys.exit(main())
