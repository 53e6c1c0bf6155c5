"""A view becomes files: laid out, then written in the formats of its kind."""

from pohon_docs.layout.cards import cards_scene
from pohon_docs.layout.cascade import cascade_scene
from pohon_docs.layout.charts import chart_scene
from pohon_docs.layout.lineage import lineage_scene
from pohon_docs.layout.pictures import trees_scene
from pohon_docs.layout.report import fitted
from pohon_docs.layout.scene import Scene
from pohon_docs.outputs import File
from pohon_docs.styles import Style
from pohon_docs.views import Cards, Cascade, Chart, Lineage, Report, Trees, View
from pohon_docs.writers import picture_writer, report_writer

_FORMATS: dict[type[View], tuple[str, ...]] = {
    Trees: ("pdf", "svg", "png", "gv"),
    Chart: ("pdf",),
    Lineage: ("pdf", "png"),
    Cards: ("pdf",),
    Cascade: ("pdf", "png"),
}
_EDITABLE = "drawing"
_REPORT = "docx"


def made(view: View, name: str, style: Style, *, editable: bool = False) -> tuple[File, ...]:
    """Return a view's files; an `editable` one comes as shapes in Word, too.

    Raises EngineError and StyleError.
    """
    if isinstance(view, Report):
        writer = report_writer(_REPORT)
        return (File(f"{name}.{writer.ending}", writer.write(fitted(view, style), style)),)
    scene = _scene(view, style)
    formats = (*_FORMATS[type(view)], *((_EDITABLE,) if editable else ()))
    return tuple(file for each in formats for file in _pictures(scene, name, each, style))


def _scene(view: Trees | Chart | Lineage | Cards | Cascade, style: Style) -> Scene:
    """Lay out a view of pictures."""
    match view:
        case Trees():
            return trees_scene(view, style)
        case Chart():
            return chart_scene(view, style)
        case Lineage():
            return lineage_scene(view, style)
        case Cards():
            return cards_scene(view, style)
        case Cascade():
            return cascade_scene(view, style)


def _pictures(scene: Scene, name: str, form: str, style: Style) -> list[File]:
    """Write a scene in one format, page by page where the format holds only one."""
    writer = picture_writer(form)
    pages = [f"{name}-{page.name}" for page in scene.pages] if writer.per_page else [name]
    contents = writer.write(scene, style)
    return [
        File(f"{page}.{writer.ending}", content)
        for page, content in zip(pages, contents, strict=True)
    ]
