"""How long a Word table takes to be laid out and written, against three floors of one run.

The floors: deflating the same XML with zlib, filling the same cells through python-docx's
`row.cells`, and filling a template of docxtpl (where it is installed: `pip install .[bench]`).
"""

import time
import tracemalloc
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from docx import Document

from pohon_docs import styles
from pohon_docs.blocks import Caption, Pages, Report
from pohon_docs.layout.report import fitted
from pohon_docs.styles import Style
from pohon_docs.views import Table, TableCell, TableRow
from pohon_docs.writers.docx import write

SIZES = (500, 5_000)
COLUMNS = 20
MOST_OF_DEFLATE, LEAST_OF_CELLS, LEAST_OF_TEMPLATE = 4.0, 20.0, 10.0
MOST_MEGABYTES = 150.0
MOST_GROWTH = 1.5
"""How much longer a row may take in the long table than in the short one."""
_ROUNDS = 3
_CELLS_SHARE = 100
"""Rows that python-docx fills; the rest is reckoned, since its time a row only grows."""


@dataclass(frozen=True)
class Measured:
    """Seconds that a table of `rows` rows took, beside the floors' seconds; None is unknown."""

    rows: int
    ours: float
    deflate: float
    cells: float
    template: float | None
    megabytes: float


def measure(folder: Path) -> list[Measured]:
    """Return the measures of each size."""
    style = styles.load(styles.DEFAULT, styles.SHIPPED)
    write(fitted(_report(10), style), style)  # fonts are opened once
    return [_measured(rows, folder, style) for rows in SIZES]


def lines(found: list[Measured]) -> Iterator[tuple[str, bool]]:
    """Yield a line of the bench's output for each bar, and whether it was kept."""
    for one in found:
        name = f"Word {one.rows:5} baris × {COLUMNS} kolom"
        yield _line(f"{name}: dari deflate", one.ours / one.deflate, MOST_OF_DEFLATE, most=True)
        yield _line(f"{name}: python-docx", one.cells / one.ours, LEAST_OF_CELLS, most=False)
        if one.template is not None:
            ratio = one.template / one.ours
            yield _line(f"{name}: docxtpl", ratio, LEAST_OF_TEMPLATE, most=False)
        yield _line(f"{name}: MB memori", one.megabytes, MOST_MEGABYTES, most=True)
    short, long = found[0], found[-1]
    growth = (long.ours / long.rows) / (short.ours / short.rows)
    yield _line("Word: waktu tiap baris, panjang : pendek", growth, MOST_GROWTH, most=True)


def _line(name: str, value: float, bar: float, *, most: bool) -> tuple[str, bool]:
    kept = value <= bar if most else value >= bar
    sign, state = ("≤" if most else "≥"), ("lulus" if kept else "LEWAT")
    return f"{name:<44}{value:8.2f}  batas {sign} {bar:<5g} {state}", kept


def _measured(rows: int, folder: Path, style: Style) -> Measured:
    report = _report(rows)
    ours, content = _fastest(lambda: write(fitted(report, style), style))
    with ZipFile(BytesIO(content)) as package:
        xml = package.read("word/document.xml")
    deflate, _ = _fastest(lambda: zlib.compress(xml, 6))
    some = min(rows, _CELLS_SHARE)
    cells, _ = _fastest(lambda: _by_cells(report, some), rounds=1)
    return Measured(
        rows=rows,
        ours=ours,
        deflate=deflate,
        cells=cells * rows / some,
        template=_by_template(report, folder),
        megabytes=_memory(lambda: write(fitted(report, style), style)),
    )


def _fastest(action: Callable[[], bytes], rounds: int = _ROUNDS) -> tuple[float, bytes]:
    best, made = float("inf"), b""
    for _ in range(rounds):
        start = time.perf_counter()
        made = action()
        best = min(best, time.perf_counter() - start)
    return best, made


def _memory(action: Callable[[], bytes]) -> float:
    """Return the most memory that an action holds, in megabytes."""
    tracemalloc.start()
    action()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most / 2**20


def _by_cells(report: Report, rows: int) -> bytes:
    """Fill a table as python-docx's own guide does."""
    document = Document()
    table = document.add_table(rows=rows, cols=COLUMNS)
    for row, said in zip(table.rows, _table(report).rows, strict=False):
        for number, cell in enumerate(said.cells):
            row.cells[number].text = "\n".join(cell.text)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _by_template(report: Report, folder: Path) -> float | None:
    """Return the seconds that docxtpl takes for a table of the same rows, where it is there."""
    try:
        from docxtpl import DocxTemplate  # noqa: PLC0415 (only where the bench extra is installed)
    except ImportError:
        return None
    path = folder / "templat.docx"
    _template(path)
    rows = [
        {f"k{n}": "\n".join(cell.text) for n, cell in enumerate(row.cells)}
        for row in _table(report).rows
    ]

    def fill() -> bytes:
        template = DocxTemplate(path)
        template.render({"baris": rows}, autoescape=True)
        stream = BytesIO()
        template.save(stream)
        return stream.getvalue()

    return _fastest(fill, rounds=1)[0]


def _template(path: Path) -> None:
    """Write a template whose middle row is repeated for every row."""
    document = Document()
    table = document.add_table(rows=3, cols=COLUMNS)
    table.rows[0].cells[0].text = "{%tr for isi in baris %}"
    for number, cell in enumerate(table.rows[1].cells):
        cell.text = f"{{{{ isi.k{number} }}}}"
    table.rows[2].cells[0].text = "{%tr endfor %}"
    document.save(str(path))


def _table(report: Report) -> Table:
    return next(block for block in report.blocks if isinstance(block, Table))


def _report(rows: int) -> Report:
    """Return a report of one table whose cells differ as a plan's do."""
    header = TableRow("kepala", tuple(TableCell((f"Kolom {n}",), "kepala") for n in range(COLUMNS)))
    body = tuple(_row(number) for number in range(rows))
    table = Table((1.0,) * COLUMNS, (header,), body)
    caption = Caption("Tabel 1", "Rencana program, kegiatan, dan pendanaan")
    pages = Pages("mendatar", "angka", (caption, table))
    return Report("Renstra", "Kecamatan", "Renstra", "{nomor}", "(lanjutan)", (pages,))


def _row(number: int) -> TableRow:
    kind = ("program", "kegiatan", "sub_kegiatan")[min(number % 10, 2)]
    code = f"7.01.{number // 1000 % 100:02}.2.{number // 100 % 10:02}.{number % 10000:04}"
    said = f"Penyelenggaraan urusan pemerintahan nomor {number}"
    cells = [(code, "kode"), (said, "teks"), (f"Jumlah dokumen {number}", "teks")]
    for year in range(7):
        cells += [(f"{number % 97 + year} Dokumen", "tengah"), (_money(number, year), "angka")]
    cells += [("Sekretaris Kecamatan", "teks"), ("Kantor Kecamatan", "teks"), ("", "teks")]
    return TableRow(kind, tuple(_cell(text, role, kind) for text, role in cells))


def _cell(text: str, role: str, kind: str) -> TableCell:
    return TableCell((text,) if text else (), f"{role}.{kind}")


def _money(number: int, year: int) -> str:
    return f"{number * 1000 + year * 137_000 + 1_000_000:,}".replace(",", ".")
