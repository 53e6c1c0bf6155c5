"""Which way a tree goes on paper: whole on the first sheet that holds it, else on linked pages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache

from pohon_docs.layout.fit import SCALES
from pohon_docs.layout.frame import Frame, paged
from pohon_docs.layout.grids import Sheet, dense, grids, sheet
from pohon_docs.layout.linked import Target, drawn, laid, missing, outline
from pohon_docs.layout.pageplan import PagePlan, planned, whole
from pohon_docs.layout.scene import Bookmark, Page, Scene
from pohon_docs.layout.subtree import forest
from pohon_docs.layout.tags import with_tree_tags
from pohon_docs.layout.tiles import Tile, tiles
from pohon_docs.layout.tree import framed, plain_page
from pohon_docs.styles import Style
from pohon_docs.views import Tree, Trees


@dataclass(frozen=True, slots=True)
class Picture:
    """A tree whose pages are planned: how many, and how they are drawn.

    `draw` gets the number of pages before it in the document, and of all pages there.
    """

    pages: int
    draw: Callable[[int, int], tuple[Page, ...]]


def trees_scene(view: Trees, style: Style) -> Scene:
    """Lay out a document of trees, each on one page or on several; raises EngineError."""
    return Scene(view.title, tree_pages(view.pages, style, view.draft))


def tree_pages(trees: Sequence[Tree], style: Style, draft: str, after: int = 0) -> tuple[Page, ...]:
    """Lay out the pictures that begin a document, before `after` other pages."""
    pictures = [_planned(_Asked(tree, draft, id(style), style)) for tree in trees]
    total = sum(one.pages for one in pictures) + after
    pages: list[Page] = []
    for tree, one in zip(trees, pictures, strict=True):
        pages.extend(with_tree_tags(page, tree) for page in one.draw(len(pages), total))
    return tuple(pages)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A tree to be planned; the same again where the tree is equal and the style the very same."""

    tree: Tree
    draft: str
    name_of_style: int
    style: Style = field(compare=False)


@lru_cache(maxsize=4)
def _planned(asked: _Asked) -> Picture:
    """Plan a picture once for all documents of a plan that begin with it."""
    return picture(asked.tree, asked.style, asked.draft)


def picture(tree: Tree, style: Style, draft: str) -> Picture:
    """Plan a tree's picture; raises EngineError."""
    plan = _Paper(tree, draft, style)
    for paper in style.halaman_pohon.kertas:
        if found := plan.plain(paper) or plan.stacked(paper):
            return found
    paper = style.halaman_pohon.kertas_bersambung
    poster = plan.poster(paper) if style.halaman_pohon.mode == "poster" else None
    return poster or plan.linked(paper)


@dataclass(frozen=True)
class _Paper:
    """A tree and what stands around it, to be tried on paper."""

    tree: Tree
    draft: str
    style: Style

    def frame(self, number: int = 1, total: int = 1, *, small: bool = False) -> Frame:
        tree = self.tree
        said = f"{number} / {total}"
        return Frame(tree.title, tree.subtitle, tree.note, said, self.draft, small, tree.legend)

    def plain(self, paper: str) -> Picture | None:
        """Return the tree side by side on one sheet, or None; what is attached is stacked."""
        if any(box.attached for box in self.tree.boxes):
            return None
        page = plain_page(self.tree, self.frame(), paper, self.style)
        if page is None:
            return None

        def draw(before: int, total: int) -> tuple[Page, ...]:
            return (framed(page, self.frame(before + 1, total), self.style),)

        return Picture(1, draw)

    def stacked(self, paper: str) -> Picture | None:
        """Return the tree on one sheet with its leaves stacked, in the largest text, or None."""
        style = dense(self.style)
        trees = forest(self.tree.boxes)
        one = sheet(self.tree, self.frame(), paper, style)
        for scale in (SCALES[-1], *SCALES[:-1]):
            plan = whole(trees, grids(self.tree, trees, one.boxes, scale, style, paged=False))
            if plan is None and scale == SCALES[-1]:
                return None
            if plan is not None and scale != SCALES[-1]:
                break
        else:
            plan = whole(trees, grids(self.tree, trees, one.boxes, scale, style, paged=False))
        assert plan is not None
        return self.pages(plan, paper, style)

    def poster(self, paper: str) -> Picture | None:
        """Return the tree as one picture over several sheets, or None where none holds it."""
        style = dense(self.style)
        one = sheet(self.tree, self.frame(small=True), paper, style)
        cut = tiles(self.tree, forest(self.tree.boxes), one, style)
        if cut is None:
            return None

        def draw(before: int, total: int) -> tuple[Page, ...]:
            return tuple(
                self.sheet_of(cut, number, before, total, paper, style)
                for number in range(len(cut))
            )

        return Picture(len(cut), draw)

    def sheet_of(
        self, cut: Sequence[Tile], number: int, before: int, total: int, paper: str, style: Style
    ) -> Page:
        """Return one sheet of a poster, which says its place in it."""
        tile = cut[number]
        said = self.tree.words.sheet.format(
            nomor=number + 1, jumlah=len(cut), baris=tile.row, kolom=tile.column
        )
        note = "  •  ".join(text for text in (self.tree.note, said) if text)
        frame = replace(self.frame(before + number + 1, total, small=True), note=note)
        one = sheet(self.tree, frame, paper, style)
        marks = _marks(self.tree, number, len(cut), before)
        name = self.tree.name if number == 0 else f"{self.tree.name}-{number + 1}"
        return paged(Page(name, *one.size, tile.panels, tile.paths, marks), one.around)

    def linked(self, paper: str) -> Picture:
        """Return the tree on pages that refer to each other, in the smallest text."""
        style = dense(self.style)
        trees = forest(self.tree.boxes)
        first, later = (
            sheet(self.tree, self.frame(small=small), paper, style).boxes for small in (False, True)
        )
        firsts = [grids(self.tree, trees, first, scale, style) for scale in (*SCALES, 0.0)]
        rest = grids(self.tree, trees, later, 0.0, style)
        return self.pages(planned(trees, firsts, rest), paper, style)

    def pages(self, plan: PagePlan, paper: str, style: Style) -> Picture:
        """Return the picture of a plan."""
        longer = [
            max(0.0, missing(shelves, sheet(self.tree, self.frame(small=n > 0), paper, style)))
            for n, shelves in enumerate(plan.pages)
        ]

        def sheets(before: int, total: int) -> list[Sheet]:
            frames = (self.frame(before + n, total, small=n > 1) for n in range(1, len(longer) + 1))
            return [
                sheet(self.tree, frame, paper, style, more)
                for frame, more in zip(frames, longer, strict=True)
            ]

        @cache
        def bodies(before: int) -> tuple[Page, ...]:
            return _drawn(plan, sheets(before, before), self.tree, before, style)

        def draw(before: int, total: int) -> tuple[Page, ...]:
            around = (one.around for one in sheets(before, total))
            return tuple(map(paged, bodies(before), around))

        return Picture(len(plan.pages), draw)


def _drawn(
    plan: PagePlan, sheets: Sequence[Sheet], tree: Tree, before: int, style: Style
) -> tuple[Page, ...]:
    """Draw what is on all pages of a plan, in two steps: boxes placed, then what leads to them."""
    placed = [laid(shelves, one) for shelves, one in zip(plan.pages, sheets, strict=True)]
    where = {
        spot.twig.key: Target(before + number, spot.y)
        for number, page in enumerate(placed)
        for shelf in page
        for spot in shelf.spots
        if spot.twig.key == spot.twig.target
    }
    pages = []
    for number, (page, one) in enumerate(zip(placed, sheets, strict=True)):
        name = tree.name if number == 0 else f"{tree.name}-{number + 1}"
        marks = _marks(tree, number, len(placed), before)
        below = outline(page, tree, marks[-1].depth + 1) if len(placed) > 1 else ()
        pages.append(
            replace(drawn(page, tree, one, name, where, style), bookmarks=(*marks, *below))
        )
    return tuple(pages)


def _marks(tree: Tree, number: int, count: int, before: int) -> tuple[Bookmark, ...]:
    """Return the outline's entries for a page itself: the picture at its first, and the page."""
    first = (Bookmark(f"{tree.title} ({tree.name.replace('-', ' ')})", 0, 0.0),)
    if count == 1:
        return first
    said = tree.words.at.format(nomor=before + number + 1)
    name = f"{said}: {tree.words.overview}" if number == 0 else said
    return (*(first if number == 0 else ()), Bookmark(name, 1, 0.0))
