"""A file becomes a `Book`, safely.

Only cells that exist are walked. Hidden sheets are left out, merged areas give
their value to the cells that they cover, and a cell's text is what its reader sees.
"""

import warnings
import zipfile
from datetime import date, datetime
from decimal import Decimal
from math import isfinite
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from pohon_docs.guard import refusal
from pohon_docs.issue import Issue, Severity
from pohon_docs.shown import shown
from pohon_docs.source import PLAIN, Book, Cell, Marks, Ref, Row, Sheet, Value
from pohon_docs.values import clean, decimal

_ERRORS = frozenset(
    [
        "#REF!",
        "#N/A",
        "#DIV/0!",
        "#VALUE!",
        "#NAME?",
        "#NUM!",
        "#NULL!",
        "#SPILL!",
        "#CALC!",
        "#GETTING_DATA",
    ]
)
_MOST_COLUMNS = 400
_MOST_MERGED = 20_000


def read_book(path: Path) -> tuple[Book | None, tuple[Issue, ...]]:
    """Read a workbook's visible sheets, or say in a finding why it can't be read."""
    refused = refusal(path)
    if refused:
        issue = Issue("BUKU-01", Severity.GALAT, refused.message, Ref(path.name), refused.hint)
        return None, (issue,)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            stored = load_workbook(path, data_only=True)
            formulas = load_workbook(path) if _has_formulas(path) else None
    except Exception as error:
        issue = Issue(
            "BUKU-02",
            Severity.GALAT,
            f"buku kerja tidak dapat dibaca ({type(error).__name__})",
            Ref(path.name),
            "Buka di Excel atau LibreOffice dan simpan ulang sebagai .xlsx.",
        )
        return None, (issue,)
    issues = _hidden_sheets(stored, path.name)
    sheets = [
        _sheet(sheet, formulas[sheet.title] if formulas else None, path.name, issues)
        for sheet in stored.worksheets
        if sheet.sheet_state == "visible"
    ]
    return Book(path.name, tuple(sheets)), tuple(issues)


def _hidden_sheets(workbook: Workbook, book: str) -> list[Issue]:
    """Name once the sheets that are left out because their author hid them."""
    names = [f'"{sheet.title}"' for sheet in workbook.worksheets if sheet.sheet_state != "visible"]
    if not names:
        return []
    message = f"lembar tersembunyi tidak dibaca: {', '.join(names)}"
    hint = "Tampilkan lembarnya (klik kanan › Perlihatkan) bila isinya ikut direncanakan."
    return [Issue("LEMBAR-08", Severity.SARAN, message, Ref(book), hint)]


def _has_formulas(path: Path) -> bool:
    """Tell whether any sheet holds a formula, so that a second reading is worth its time."""
    with zipfile.ZipFile(path) as archive:
        return any(
            b"<f>" in data or b"<f " in data
            for part in archive.namelist()
            if "worksheets/" in part.casefold()
            for data in (archive.read(part),)
        )


def _sheet(sheet: Worksheet, formulas: Worksheet | None, book: str, issues: list[Issue]) -> Sheet:
    """Turn a sheet's existing cells into rows, with merged areas filled."""
    rows: dict[int, dict[int, Cell]] = {}
    for (row, column), source in sorted(sheet._cells.items()):
        if isinstance(source, MergedCell) or column > _MOST_COLUMNS:
            continue
        ref = Ref(book, sheet.title, row, column)
        value = _value(source.value)
        if value is None and formulas is not None and formulas.cell(row, column).data_type == "f":
            issues.append(_uncalculated(ref))
        text = clean(shown(value, source.number_format))
        if text in _ERRORS:
            issues.append(_error_value(ref, text))
            text, value = "", None
        if text:
            marks = _marks(source)
            rows.setdefault(row, {})[column] = Cell(column, text, value, ref, marks=marks)
    _fill_merged(sheet, rows)
    hidden = {number for number, size in sheet.row_dimensions.items() if size.hidden}
    filled = {column for cells in rows.values() for column in cells}
    return Sheet(
        sheet.title,
        tuple(
            Row(number, tuple(cells[column] for column in sorted(cells)), number in hidden)
            for number, cells in sorted(rows.items())
        ),
        Ref(book, sheet.title),
        tuple(sorted(filled & _hidden_columns(sheet))),
    )


def _marks(source: Any) -> Marks:  # noqa: ANN401 (openpyxl's cell)
    """Return how a cell is set apart from its neighbours."""
    if not source.has_style:
        return PLAIN
    colour = source.fill.fgColor.rgb if source.fill.patternType == "solid" else ""
    fill = colour[-6:] if isinstance(colour, str) else ""
    return Marks(bool(source.font.b), fill, int(source.alignment.indent))


def _hidden_columns(sheet: Worksheet) -> set[int]:
    """Return the numbers of the hidden columns; Excel stores a run of them as one."""
    return {
        column
        for size in sheet.column_dimensions.values()
        if size.hidden
        for column in range(size.min or 0, min(size.max or 0, _MOST_COLUMNS) + 1)
    }


def _fill_merged(sheet: Worksheet, rows: dict[int, dict[int, Cell]]) -> None:
    """Give each merged area's value to the cells that it covers, with its corner's place."""
    for area in sheet.merged_cells.ranges:
        corner = rows.get(area.min_row, {}).get(area.min_col)
        size = (area.max_row - area.min_row + 1) * (area.max_col - area.min_col + 1)
        if corner is None or size > _MOST_MERGED:
            continue
        for row in range(area.min_row, area.max_row + 1):
            for column in range(area.min_col, area.max_col + 1):
                if (row, column) != (area.min_row, area.min_col):
                    covered = Cell(column, corner.text, corner.value, corner.ref, merged=True)
                    rows.setdefault(row, {})[column] = covered


def _value(value: object) -> Value:
    """Bring openpyxl's value to ours; Excel's booleans, numbers, dates and texts."""
    if value is None or isinstance(value, bool | Decimal):
        return value
    if isinstance(value, int | float) and isfinite(value):
        return decimal(value)
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else str(value)


def _uncalculated(ref: Ref) -> Issue:
    return Issue(
        "SEL-01",
        Severity.GALAT,
        "sel berisi rumus yang belum dihitung",
        ref,
        "Buka buku kerjanya di Excel atau LibreOffice, lalu simpan.",
    )


def _error_value(ref: Ref, text: str) -> Issue:
    return Issue(
        "SEL-02",
        Severity.GALAT,
        f"sel berisi nilai galat {text}",
        ref,
        "Perbaiki rumusnya atau tulis nilainya.",
    )
