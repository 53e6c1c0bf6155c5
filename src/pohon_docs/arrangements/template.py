"""The template's arrangement: a sheet each for identity, tree, tujuan, program, partners."""

from pohon_docs.arrangements import Arrangement, Part
from pohon_docs.arrangements._identity import read_identity
from pohon_docs.arrangements._urusan import apart
from pohon_docs.issue import Issue, Severity
from pohon_docs.reading import headings
from pohon_docs.reading.header import find_header
from pohon_docs.reading.tables import read_table
from pohon_docs.source import Sheet

_IDENTITY, _COMPONENTS = "identitas", "program"
_MAY_BE_EMPTY = ("kemitraan", "pemda")


def claims(sheet: Sheet) -> bool:
    """Tell whether a sheet has a name and all the columns that the template asks for."""
    kind = headings.sheet_kind(sheet.name)
    if kind is None or kind == _IDENTITY:
        return kind == _IDENTITY
    head = find_header(sheet, kind)
    if head is None or head.lacking or headings.is_foreign(kind, head.unknown):
        return False
    return kind != _COMPONENTS or not _has_aims(sheet)


def _has_aims(sheet: Sheet) -> bool:
    """Tell whether tujuan stand beside the components, under whatever heading: a matrix."""
    head = find_header(sheet, "matriks")
    return head is not None and not head.lacking


def adopts(sheet: Sheet) -> bool:
    """Tell whether a sheet is named as the template names its sheets."""
    return headings.sheet_kind(sheet.name) is not None


def read(sheet: Sheet) -> Part:
    """Read a sheet by the kind that its name says."""
    kind = headings.sheet_kind(sheet.name)
    if kind == _IDENTITY:
        identitas, issues, fates = read_identity(sheet)
        return Part(issues=issues, identitas=identitas, fates=fates)
    return _table(sheet, kind) if kind else Part()


def _table(sheet: Sheet, kind: str) -> Part:
    """Read a sheet's table; an empty sheet or one without header is a finding."""
    table = read_table(sheet, kind)
    if table is None:
        return Part({kind: ()}, (_without_header(sheet, kind),))
    issues = table.issues
    if not table.rows and kind not in _MAY_BE_EMPTY:
        hint = "Isi baris di bawah judul kolomnya."
        empty = Issue("LEMBAR-07", Severity.PERINGATAN, "tabel belum berisi", table.header, hint)
        issues = (*issues, empty)
    rows, heads = apart(table.rows) if kind == "program" else (table.rows, ())
    totals = (*heads, *table.totals)
    return Part({kind: rows}, issues, table.tahun, totals=totals, fates=table.fates)


def _without_header(sheet: Sheet, kind: str) -> Issue:
    message = "lembar kosong" if not sheet.rows else "baris judul kolom tidak ditemukan"
    wanted = ", ".join(headings.wordings(kind, field)[0] for field in headings.required(kind))
    hint = f"Tulis judul kolom {wanted} pada 30 baris pertama."
    return Issue("LEMBAR-06", Severity.GALAT, message, sheet.ref, hint)


ARRANGEMENT = Arrangement(
    name="templat",
    title="Templat: lembar Identitas, Pohon Kinerja, Tujuan dan Sasaran, Program dan Kegiatan",
    claims=claims,
    read=read,
    adopts=adopts,
)
