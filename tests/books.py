r"""Workbooks for tests, written as text: a sheet is a block of rows, a row is cells between bars.

    # Pohon Kinerja
    | Kode | Induk | Level     | Kinerja                      |
    | S1   |       | Strategis | Terwujudnya kemandirian desa |

A cell is text, but `<0.4211 0.00%>` is a number and its format, `<2022-02-01>` a date, `=1+1`
a formula and `\n` a line break; `^` belongs to the merged cell above and `<` to the one at its
left. A lone bar is an empty row. `(tersembunyi)` behind a sheet's name hides the sheet, behind
a row the row, and behind a heading its column.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from pohon_docs.issue import Issue, Severity
from pohon_docs.model import Rencana
from pohon_docs.pipeline import read
from pohon_docs.rules import rules

NAME = "uji.xlsx"
FIRST_RULES = {"POHON-05", "ISI-11", "ISI-12", "ISI-13", "KAIT-01"}
"""Rules without galat that tell a sheet read amiss: tests of the reader see them too."""
HIDDEN = "(tersembunyi)"
MISSING = "(tidak ada)"
_TYPED = re.compile(r"^<([^ >]+)(?: (.+))?>$")

Rows = list[list[str]]

BASE = """
# Identitas
| Isian                 | Nilai             |
| Nama Perangkat Daerah | Kecamatan Cemara  |
| Pemerintah Daerah     | Kabupaten Cemara  |
| Periode Awal          | 2025              |
| Periode Akhir         | 2026              |
# Pohon Kinerja
| Kode | Induk | Level       | Kinerja                        | Indikator Kinerja |
| S1   |       | Strategis   | Terwujudnya kemandirian desa   | Indeks Desa       |
| U1   | S1    | Urusan      | Meningkatnya layanan kecamatan | Nilai IKM         |
| T1   | U1    | Taktikal    | Meningkatnya mutu layanan      | Persentase layanan|
| O1   | T1    | Operasional | Terlaksananya layanan terpadu  | Jumlah layanan    |
# Tujuan dan Sasaran
| Kode | Jenis   | Induk | Uraian              | Indikator   | Target 2025 | Target 2026 | Kinerja |
| TJ1  | Tujuan  |       | Desa yang mandiri   | Indeks Desa | 70,10       | 71,20       | S1      |
| SS1  | Sasaran | TJ1   | Layanan yang baik   | Nilai IKM   | 82,90       | 83,30       | U1      |
# Program dan Kegiatan
| Kode              | Uraian              | Indikator       | Target 2025 | Pagu 2025 | Kinerja |
| 7.01.01           | PROGRAM PENUNJANG   | Nilai IKM       | 83,30       | 1.250.000 | T1      |
| 7.01.01.2.01      | Perencanaan         | Jumlah dokumen  | 2 Dokumen   | 1.250.000 | T1      |
| 7.01.01.2.01.0001 | Penyusunan dokumen  | Jumlah dokumen  | 2 Dokumen   | 1.250.000 | O1      |
"""


def book(folder: Path, text: str, name: str = NAME) -> Path:
    """Write the workbook that `text` describes."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for title, rows in sheets(text).items():
        sheet = workbook.create_sheet(title.replace(HIDDEN, "").strip())
        if HIDDEN in title:
            sheet.sheet_state = "hidden"
        _fill(sheet, rows)
    folder.mkdir(parents=True, exist_ok=True)
    workbook.save(folder / name)
    return folder / name


def plan(folder: Path, text: str = "", name: str = NAME) -> Path:
    """Write a faultless plan whose sheets are replaced by those of `text`, or `(tidak ada)`."""
    merged = sheets(BASE) | sheets(text)
    for title in [title for title in merged if MISSING in title]:
        del merged[title], merged[title.replace(MISSING, "").strip()]
    return book(folder, "\n".join(_block(title, rows) for title, rows in merged.items()), name)


def read_plan(folder: Path, text: str = "") -> tuple[Rencana, tuple[Issue, ...]]:
    """Write a faultless plan with the sheets of `text` in it, and read it."""
    return read_path(plan(folder, text))


def read_path(path: Path) -> tuple[Rencana, tuple[Issue, ...]]:
    """Read a workbook that can be read; its content is judged in the tests of the rules."""
    rencana, issues = read(path)
    assert rencana is not None
    return rencana, unjudged(issues)


def unjudged(issues: Iterable[Issue]) -> tuple[Issue, ...]:
    """Return the findings of the reader, and of the rules that a plan must keep to be one."""
    judging = {rule.code for rule in rules() if rule.severity is not Severity.GALAT}
    return tuple(issue for issue in issues if issue.code not in judging - FIRST_RULES)


def sheets(text: str) -> dict[str, Rows]:
    """Return the rows of every sheet of a text."""
    found: dict[str, Rows] = {}
    rows: Rows = []
    for line in (line.strip() for line in text.strip().splitlines()):
        if line.startswith("# "):
            rows = found.setdefault(line[2:].strip(), [])
        elif line:
            rows.append(_cells(line))
    return found


def lines(rows: Rows) -> str:
    """Return rows as lines of text."""
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _cells(line: str) -> list[str]:
    hidden = line.endswith(HIDDEN)
    body = line.removesuffix(HIDDEN).strip().removeprefix("|").removesuffix("|")
    cells = [cell.strip() for cell in body.split("|")]
    return [*cells, HIDDEN] if hidden else cells


def _block(title: str, rows: Rows) -> str:
    return f"# {title}\n{lines(rows)}"


def _fill(sheet: Worksheet, rows: Rows) -> None:
    hidden = []
    for number, row in enumerate(rows, 1):
        for column, text in enumerate(row, 1):
            if text == HIDDEN:
                sheet.row_dimensions[number].hidden = True
            elif text not in ("", "^", "<"):
                _write(sheet, number, column, text.removesuffix(HIDDEN).strip())
                hidden += [get_column_letter(column)] if HIDDEN in text else []
    if hidden:  # Excel stores a run of columns as one
        sheet.column_dimensions.group(hidden[0], hidden[-1], hidden=True)
    for area in _merged(rows):
        sheet.merge_cells(None, *area)


def _write(sheet: Worksheet, row: int, column: int, text: str) -> None:
    cell = sheet.cell(row, column)
    typed = _TYPED.match(text)
    if typed is None:
        cell.value = text.replace("\\n", "\n")
        return
    cell.value = _typed(typed.group(1))
    if typed.group(2):
        cell.number_format = typed.group(2)


def _typed(text: str) -> Decimal | datetime | bool:
    if text in ("TRUE", "FALSE"):
        return text == "TRUE"
    try:
        return Decimal(text)
    except InvalidOperation:
        return datetime.fromisoformat(text)


def _merged(rows: Rows) -> Iterator[tuple[int, int, int, int]]:
    """Yield the merged areas as openpyxl names them: first row, first column, last row, last."""
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            if text in ("", "^", "<"):
                continue
            right, below = column, number
            while right + 1 < len(row) and row[right + 1] == "<":
                right += 1
            while below + 1 < len(rows) and rows[below + 1][column : column + 1] == ["^"]:
                below += 1
            if (right, below) != (column, number):
                yield number + 1, column + 1, below + 1, right + 1
