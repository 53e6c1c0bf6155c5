"""What is read out of a page, and in which order: texts whole, boxes under their parents."""

from dataclasses import replace

import plans
import shapes
from pohon_docs.layout.scene import Page, Panel, Tag
from pohon_docs.layout.tags import with_tree_tags
from pohon_docs.layout.text import drawable
from pohon_docs.model import Level
from pohon_docs.views import Box, Tree


def _items(tags: tuple[Tag, ...], page: Page) -> list[tuple[int, str]]:
    """Return the depth and the text of every paragraph, without recursion."""
    found: list[tuple[int, str]] = []
    waiting = [(0, tag) for tag in reversed(tags)]
    while waiting:
        depth, tag = waiting.pop()
        found += [(depth, page.panels[at].text) for at in tag.panels]
        waiting += [(depth + (tag.role == "LI"), below) for below in reversed(tag.below)]
    return found


def _page(*keys: str) -> Page:
    whole = plans.tree_scene(plans.plan(plans.node("A"))).pages[0]
    box = next(panel for panel in whole.panels if panel.key == "n1")
    panels = tuple(_named(box, key) for key in keys)
    return replace(whole, panels=panels, paths=(), tags=())


def _named(box: Panel, key: str) -> Panel:
    return replace(box, key=key, lines=(replace(box.lines[0], text=key),))


def _tree(**parents: str | None) -> Tree:
    boxes = (Box(key, (), tier=0, parent=parent) for key, parent in parents.items())
    return Tree("pohon", "", "", tuple(boxes))


def test_boxes_are_read_from_parent_to_children_in_the_order_of_the_tree() -> None:
    page = _page("d", "c", "b", "a", "e")
    tagged = with_tree_tags(page, _tree(a=None, b="a", c="b", d="a", e=None))
    assert _items(tagged.tags, page) == [(1, "a"), (2, "b"), (3, "c"), (2, "d"), (1, "e")]


def test_a_box_whose_parent_is_on_another_page_is_read_at_the_top() -> None:
    page = _page("c", "d", "jalur")
    tagged = with_tree_tags(page, _tree(a=None, b="a", c="b", d="c"))
    assert _items(tagged.tags, page) == [(1, "c"), (2, "d"), (1, "jalur")]


def test_a_tree_of_any_depth_is_read() -> None:
    keys = [f"k{number}" for number in range(3000)]
    page = _page(*keys)
    boxes = (Box(key, (), 0, above) for key, above in zip(keys, [None, *keys], strict=False))
    tagged = with_tree_tags(page, Tree("pohon", "", "", tuple(boxes)))
    assert _items(tagged.tags, page)[-1] == (3000, "k2999")


def test_a_panels_text_is_what_its_author_wrote_however_it_was_broken() -> None:
    long = "Meningkatnya " + "pertanggungjawaban" * 7 + " desa/kelurahan pada perangkat-daerah"
    texts = (long, "kata " * 90, *shapes.HOSTILE)
    nodes = [
        plans.node(f"S{n}", uraian=text, ik=(text, f"{text} kedua"), level=Level.OPERASIONAL)
        for n, text in enumerate(texts)
    ]
    page = plans.tree_scene(plans.plan(*nodes)).pages[1]
    said = [" ".join(panel.text.split()) for panel in page.panels]
    for text in texts:
        whole = " ".join(drawable(text).split())
        assert whole in said
        assert f"IK 1 : {whole} IK 2 : {whole} kedua" in said
    listed = [panel.text for panel in page.panels if panel.role == "ik.operasional"]
    assert all(text.count("\n") == 1 for text in listed)
