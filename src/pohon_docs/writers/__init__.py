"""The writers: one file per format, scene, report, sheets or page + style → bytes, no decisions.

A writer is a module of this package with a constant `WRITER`; modules whose name
begins with an underscore are shared parts. Modules are loaded when a format is
asked for, since each brings a library of its own.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Generic, TypeVar

from pohon_docs.blocks import Report
from pohon_docs.grids import Grids
from pohon_docs.layout.scene import Scene
from pohon_docs.styles import Style

Shown = TypeVar("Shown")


@dataclass(frozen=True, slots=True)
class PictureWriter:
    """Writes a scene: the whole document as one file, or a file for each page in turn.

    A writer that draws from a file of another format, `source`, does so by `redraw` where that
    file was made already: page by page, since all of them may be too much to be held at once.
    """

    ending: str
    write: Callable[[Scene, Style], tuple[bytes, ...]]
    per_page: bool = False
    source: str = ""
    redraw: Callable[[bytes, Style], Iterator[bytes]] | None = None


@dataclass(frozen=True, slots=True)
class ReportWriter:
    """Writes a report as one file."""

    ending: str
    write: Callable[[Report, Style], bytes]


@dataclass(frozen=True, slots=True)
class SheetWriter:
    """Writes sheets of cells as one workbook."""

    ending: str
    write: Callable[[Grids, Style], bytes]


@dataclass(frozen=True, slots=True)
class PageWriter(Generic[Shown]):
    """Writes a page for a browser as one file that loads no other."""

    ending: str
    write: Callable[[Shown, Style], bytes]


def picture_writer(form: str) -> PictureWriter:
    """Return the writer of scenes of the format `form`, which its module is named after."""
    writer = import_module(f"{__name__}.{form}").WRITER
    assert isinstance(writer, PictureWriter)
    return writer


def report_writer(form: str) -> ReportWriter:
    """Return the writer of reports of the format `form`, which its module is named after."""
    writer = import_module(f"{__name__}.{form}").WRITER
    assert isinstance(writer, ReportWriter)
    return writer


def sheet_writer(ending: str) -> SheetWriter:
    """Return the writer of sheets for a file ending."""
    writer = import_module(f"{__name__}.{ending}").WRITER
    assert isinstance(writer, SheetWriter)
    return writer


def page_writer(form: str) -> PageWriter[Any]:
    """Return the writer of pages of the kind `form`, which its module is named after."""
    writer = import_module(f"{__name__}.{form}").WRITER
    assert isinstance(writer, PageWriter)
    return writer
