"""What is asked of a tree's picture over all its pages; each fault is said in a line."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

import pasted
import plans
import scenes
from pohon_docs.layout.scene import Page, Panel, Path, Scene
from pohon_docs.layout.text import drawable
from pohon_docs.model import Rencana
from pohon_docs.styles import Style
from pohon_docs.views import Box, Tree

_FULL = ("pemda", "pemilik", "kinerja", "ik", "rujukan", "komponen", "kemitraan")


def pages_of(scene: Scene, tree: Tree) -> list[tuple[int, Page]]:
    """Return the pages of a picture with their places in the document."""
    names = (tree.name, f"{tree.name}-")
    return [
        (number, page)
        for number, page in enumerate(scene.pages)
        if page.name == names[0] or page.name.startswith(names[1])
    ]


def faults(scene: Scene, tree: Tree, style: Style) -> list[str]:
    """Return what is wrong with a tree's picture."""
    pages = pages_of(scene, tree)
    found = [] if pages else ["tidak ada halaman"]
    for _, page in pages:
        found.extend(f"{page.name}: {fault}" for fault in _page_faults(page, style))
    found.extend(_not_once(tree, pages))
    found.extend(_wrong_connectors(tree, pages))
    found.extend(_wrong_links(scene, tree, pages))
    return found


def poster_faults(scene: Scene, tree: Tree, style: Style) -> list[str]:
    """Return what is wrong with a tree's poster, by the sheet and pasted together.

    A tree that no poster holds, or that one sheet does, is drawn on pages.
    """
    pages = pages_of(scene, tree)
    if not pasted.is_poster(pages):
        return faults(scene, tree, style)
    found = [f"{page.name}: {fault}" for _, page in pages for fault in _page_faults(page, style)]
    return [*found, *_not_once(tree, pages), *pasted.poster_faults(pages, tree, style)]


def _page_faults(page: Page, style: Style) -> Iterator[str]:
    boxes = scenes.boxes(page)
    rects = {key: scenes.around(panels) for key, panels in boxes.items()}
    yield from (f"bertumpang: {pair}" for pair in scenes.overlaps(list(rects.items())))
    yield from (f"teks keluar: {line}" for line in scenes.spilled(page))
    yield from (f"di luar halaman: {what}" for what in scenes.outside(page, style.halaman_pohon))
    yield from (f"memotong kotak: {what}" for what in scenes.crossings(page, rects))
    for panel in page.panels:
        least = min(style.look(panel.role).minimum, style.look(panel.role).ukuran)
        if any(line.size < least - 1e-9 for line in panel.lines):
            yield f"huruf terlalu kecil: {panel.role}"


def is_full(panels: Sequence[Panel]) -> bool:
    """Tell whether a box says all that its node says."""
    return panels[0].role.split(".")[0] in _FULL


def _not_once(tree: Tree, pages: Sequence[tuple[int, Page]]) -> Iterator[str]:
    """Say which boxes of the view don't stand in full exactly once, word by word."""
    drawn = Counter(
        key for _, page in pages for key, box in scenes.boxes(page).items() if is_full(box)
    )
    wanted = Counter(box.key for box in tree.boxes)
    if drawn != wanted:
        yield f"tidak tepat sekali: {(drawn - wanted) + (wanted - drawn)}"
    full = {key: box for _, page in pages for key, box in scenes.boxes(page).items()}
    for box in tree.boxes:
        for part, panel in zip(box.parts, full.get(box.key, []), strict=False):
            if squeezed(scenes.text_of([panel])) != squeezed(said(part.paragraphs)):
                yield f"isi {box.key} berbeda"


def said(paragraphs: Sequence[object]) -> str:
    return "".join(f"{one.prefix}{one.text}" for one in paragraphs)  # type: ignore[attr-defined]


def squeezed(text: str) -> str:
    return "".join(drawable(text).split())


def _wrong_connectors(tree: Tree, pages: Sequence[tuple[int, Page]]) -> Iterator[str]:
    """Say which connectors don't run from a box's parent to it, edge to edge."""
    parents = {box.key: box.parent for box in tree.boxes}
    roots = {box.key for box in tree.boxes if box.parent is None}
    for _, page in pages:
        rects = {key: scenes.around(panels) for key, panels in scenes.boxes(page).items()}
        reached = Counter(path.target for path in page.paths)
        for key, panels in scenes.boxes(page).items():
            if is_full(panels) and reached[key] != (key not in roots):
                yield f"{page.name}: {key} dicapai {reached[key]} kali"
        for path in page.paths:
            yield from (f"{page.name}: {fault}" for fault in _path_faults(path, rects, parents))


def _path_faults(
    path: Path, rects: dict[str, scenes.Rect], parents: dict[str, str | None]
) -> Iterator[str]:
    source, target = rects[path.source], rects[path.target]
    (x, y), (end_x, end_y) = path.points[0], path.points[-1]
    crumb = path.source.startswith("jalur") and path.target.startswith("jalur")
    below = abs(y - source.bottom) < scenes.NEAR and source.left <= x <= source.right
    beside = crumb and abs(x - source.right) < scenes.NEAR
    if not (below or beside):
        yield f"{path.source}: penghubung tidak mulai di tepinya"
    top = abs(end_y - target.top) < scenes.NEAR and abs(end_x - target.middle) < scenes.NEAR
    side = abs(end_x - target.left) < scenes.NEAR and target.top <= end_y <= target.bottom
    if not (top or side):
        yield f"{path.target}: penghubung tidak sampai di tepinya"
    if path.source in parents and path.target in parents and parents[path.target] != path.source:
        yield f"{path.source} bukan induk {path.target}"


def _wrong_links(scene: Scene, tree: Tree, pages: Sequence[tuple[int, Page]]) -> Iterator[str]:
    """Say which references name a page that doesn't hold their node, or lead elsewhere."""
    place = {
        key: number
        for number, page in pages
        for key, panels in scenes.boxes(page).items()
        if is_full(panels)
    }
    boxes = {box.key: box for box in tree.boxes}
    for _, page in pages:
        links = {(link.x, link.y): link for link in page.links}
        for key, panels in scenes.boxes(page).items():
            target = _target(key, boxes)
            if target is None or len(pages) == 1:
                continue
            first = panels[0]
            link = links.get((first.x, first.y))
            number = place[target] + 1
            if link is None or link.page != number - 1:
                yield f"{page.name}: {key} tidak bertaut ke hal. {number}"
            elif not any(
                abs(panel.y - link.top) < scenes.NEAR
                for panel in scenes.boxes(scene.pages[link.page])[target]
            ):
                yield f"{page.name}: {key} bertaut ke tempat lain"
            if f"hal. {number}" not in scenes.text_of(panels):
                yield f"{page.name}: {key} tidak menyebut hal. {number}"


def _target(key: str, boxes: dict[str, Box]) -> str | None:
    """Return the node that a small box stands for, by its own key; None for a full one."""
    if key in boxes:
        return boxes[key].target or None
    name, _, kind = key.rpartition("-")
    if kind == "dari":
        return boxes[name].parent
    return name if kind in ("lanjut", "peta", "dari", "lagi") else None


def parents_off(pages: Sequence[tuple[int, Page]]) -> list[str]:
    """Return the boxes that don't stand over their children."""
    off = []
    for _, page in pages:
        rects = {key: scenes.around(panels) for key, panels in scenes.boxes(page).items()}
        below: dict[str, list[float]] = defaultdict(list)
        names: dict[str, list[str]] = defaultdict(list)
        stacked = {
            path.target
            for path in page.paths
            if abs(path.points[-1][1] - rects[path.target].top) > scenes.NEAR
        }
        for path in page.paths:
            if not path.source.startswith("jalur"):
                below[path.source].append(rects[path.target].middle)
                names[path.source].append(path.target)
        for key, middles in below.items():
            wide = (rects[key].right - rects[key].left) / 2
            slack = wide if any(limb in stacked for limb in names[key]) else 1.0
            if not min(middles) - slack <= rects[key].middle <= max(middles) + slack:
                off.append(f"{page.name}: {key}")
    return off


def plan_faults(name: str, rencana: Rencana, style: Style) -> list[str]:
    """Return the faults of both pictures of a plan on a style's paper."""
    from pohon_docs.layout.pictures import trees_scene  # noqa: PLC0415

    view = plans.trees(rencana)
    scene = trees_scene(view, style)
    return [f"{name} {fault}" for tree in view.pages for fault in faults(scene, tree, style)]
