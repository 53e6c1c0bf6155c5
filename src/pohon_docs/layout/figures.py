"""A report's picture → pages that fit beside its captions: laid out for the room, then cropped."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pohon_docs.blocks import Block, Caption, Picture, Report
from pohon_docs.layout.cascade import cascade_scene
from pohon_docs.layout.pictures import trees_scene
from pohon_docs.layout.scene import Page, Panel, Path, Scene
from pohon_docs.styles import POINTS_PER_MM, Style
from pohon_docs.views import Trees

_PAPER = "gambar"
_AROUND = {
    *("judul", "subjudul", "judul_lanjutan", "subjudul_lanjutan", "garis_judul"),
    *("garis_judul_tipis", "halaman", "draf", "keterangan_gambar"),
}
"""The roles of what a page of its own has and a picture in a book says by its caption."""
_NO_MARGINS = {f"margin_{side}": 0.0 for side in ("atas", "kanan", "bawah", "kiri")}


@dataclass(frozen=True, slots=True)
class Drawn(Picture):
    """A picture that is laid out: one page of it, and by how much that must shrink to fit."""

    page: Page
    factor: float


def figures(
    picture: Picture, room: tuple[float, float], sheet: str, style: Style
) -> Iterator[Block]:
    """Yield a picture's pages, each with its caption below, no larger than `room` (points).

    `sheet` words the captions of further pages, which the lists don't name.
    Raises EngineError.
    """
    pages = _scene(picture, _on(room, style)).pages
    for number, page in enumerate(pages, start=1):
        own = _cropped(page)
        factor = min(1.0, room[0] / own.width, room[1] / own.height)
        caption = picture.caption
        if number > 1:
            text = sheet.format(judul=caption.text, nomor=number, jumlah=len(pages))
            caption = replace(caption, text=text)
        yield Drawn(picture.view, caption, picture.alt, own, factor)
        yield caption if number == 1 else _unlisted(caption)


def outlined(report: Report) -> Report:
    """Return the report with an empty frame for each picture: all that counting pages needs."""
    parts = (
        replace(pages, blocks=tuple(_outline(block) for block in pages.blocks))
        for pages in report.parts
    )
    return replace(report, parts=tuple(parts))


def _outline(block: Block) -> Block:
    if not isinstance(block, Drawn):
        return block
    page = block.page
    frame = Panel(0.0, 0.0, page.width, page.height, page.panels[0].role)
    return replace(block, page=replace(page, panels=(frame,), paths=()))


def _unlisted(caption: Caption) -> Caption:
    """Return a further sheet's caption, which a list would name twice."""
    return Caption("", f"{caption.number} {caption.text}".strip(), caption.kind)


def _scene(picture: Picture, style: Style) -> Scene:
    view = picture.view
    return trees_scene(view, style) if isinstance(view, Trees) else cascade_scene(view, style)


def _on(room: tuple[float, float], style: Style) -> Style:
    """Return the style with sheets as large as the room, without margins."""
    wide, high = room
    papers = {**style.ukuran_kertas, _PAPER: (wide / POINTS_PER_MM, high / POINTS_PER_MM)}
    trees = replace(
        style.halaman_pohon,
        kertas=(_PAPER,),
        kertas_bersambung=_PAPER,
        mode="halaman",
        mendatar=False,
        **_NO_MARGINS,
    )
    cards = replace(style.halaman_kartu, kertas=(_PAPER,), mendatar=False, **_NO_MARGINS)
    return replace(style, ukuran_kertas=papers, halaman_pohon=trees, halaman_kartu=cards)


def _cropped(page: Page) -> Page:
    """Return a page without what is around its picture, its corner moved to the picture's."""
    kept = [panel for panel in page.panels if panel.role not in _AROUND]
    points = [point for path in page.paths for point in path.points]
    left = min([*(panel.x for panel in kept), *(x for x, _ in points)])
    top = min([*(panel.y for panel in kept), *(y for _, y in points)])
    right = max([*(panel.right for panel in kept), *(x for x, _ in points)])
    bottom = max([*(panel.bottom for panel in kept), *(y for _, y in points)])
    return Page(
        page.name,
        right - left,
        bottom - top,
        panels=tuple(_panel(panel, left, top) for panel in kept),
        paths=tuple(_path(path, left, top) for path in page.paths),
    )


def _panel(panel: Panel, left: float, top: float) -> Panel:
    lines = (line.at(line.x - left, line.baseline - top) for line in panel.lines)
    return replace(panel, x=panel.x - left, y=panel.y - top, lines=tuple(lines))


def _path(path: Path, left: float, top: float) -> Path:
    return replace(path, points=tuple((x - left, y - top) for x, y in path.points))
