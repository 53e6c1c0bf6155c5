"""A self-check on the forms that evaluators fill: what the plan says cell by cell, never a score.

The forms are those of PermenPANRB 88/2021 (KKE Format 1 and 2, and the planning part of the
LKE); their words, and which findings bear on which criterion, are data (`words/swauji.toml`).
"""

from collections.abc import Sequence

from pohon_docs.grids import Grid, GridCell, GridColumn, Grids
from pohon_docs.issue import Issue
from pohon_docs.model import Rencana
from pohon_docs.selfcheck._cascade import cascade_rows
from pohon_docs.selfcheck._criteria import criteria_rows
from pohon_docs.selfcheck._evidence import Evidence, evidence, words
from pohon_docs.selfcheck._smart import smart_rows

_FORMS = {"smart": smart_rows, "cascading": cascade_rows, "lke": criteria_rows}


def file_name() -> str:
    """Return the workbook's name without its ending."""
    return str(words("buku")["nama"])


def title() -> str:
    """Return what the workbook is, in a line."""
    return str(words("buku")["keterangan"])


def sheets(rencana: Rencana, issues: Sequence[Issue]) -> Grids:
    """Return the forms as a workbook, a sheet for each.

    What people must judge stays empty, in the look of the role `isian.nilai`.
    """
    said, known = words("buku"), evidence(rencana, issues)
    forms = tuple(_form(name, known) for name in _FORMS)
    return Grids(said["judul"], said["kaki"], forms)


def _form(name: str, known: Evidence) -> Grid:
    form, said = words(name), words("buku")
    identitas = known.rencana.identitas
    explained = said["penjelasan"].format(
        unit=identitas.nama_perangkat_daerah, periode=identitas.periode
    )
    head = (
        (GridCell(form["judul"], "judul"),),
        (GridCell(explained, "subjudul"),),
        (GridCell(said["dasar"].format(**words()), "subjudul"),),
        tuple(GridCell(column["judul"], "kepala") for column in form["kolom"]),
    )
    columns = tuple(GridColumn(column["lebar"]) for column in form["kolom"])
    return Grid(form["nama"], columns, (*head, *_FORMS[name](known)), header=len(head))
