"""Good workbooks spoiled at random, seeded: cells, merges, headers and the bytes of the file."""

import re
import zipfile
from collections.abc import Callable
from datetime import datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

import forms_levels
import forms_list
import forms_matrix
import forms_staircase
import plans

_ODD = (
    *("", " ", "\u202e", "=1+1", "#REF!", "1-2", "83,30 - 85", "1.250", "Rp 1.000,-", "(5)"),
    *("Kode", "Jumlah", "7.01", "7.01.01", "S1; S1", "x" * 40_000, "<b>&]]>", "\\N", "(lanjutan)"),
    *(0, -1, 1e308, 0.4211, True, datetime(2022, 2, 1), None),
)
"""What may come to stand in a cell."""
_ODD_XML = (
    *(
        b"&#11;",
        b"&lt;",
        b"]]&gt;",
        b"&tidakada;",
        b"\xff",
        b"x" * 400,
        b"<a/>",
        b"<c/>",
        b"<row/>",
    ),
    *(b"<v>1e999</v>", b'<c r="A1" t="s"><v>99999</v></c>', b'<c t="e"><v>#N/A</v></c>', b"<is/>"),
    *(b'<row r="1048576"><c r="XFD1"><v>1</v></c></row>', b'<c s="999"><f>[1]A!B1</f></c>'),
    *(
        b'<mergeCell ref="A1:XFD40"/>',
        b'<mergeCell ref="B2:A1048576"/>',
        b"<r><rPr><strike/></rPr></r>",
    ),
    *(b'<col min="1" max="16384" hidden="1"/>', b'<xf numFmtId="14"/>', b"<!-- -->", b"<?x?>"),
)
"""What may come to stand between two tags."""


@cache
def sources() -> tuple[bytes, ...]:
    """Return good workbooks in every arrangement."""
    rencana, template = plans.seed(), plans.SEED
    with TemporaryDirectory() as folder:
        path = Path(folder) / "baik.xlsx"
        made = [plans.SEED.read_bytes(), plans.LENGKAP.read_bytes()]
        for write in (
            forms_matrix.write,
            forms_staircase.write,
            forms_levels.write_wide,
            forms_levels.write_cascading,
        ):
            write(rencana, template, path)
            made.append(path.read_bytes())
        for look in ("inden", "nomor", "kolom"):
            forms_list.write_list(rencana, template, path, look)
            made.append(path.read_bytes())
        forms_list.write_tree(rencana, template, path, "tebal dan warna")
        made.append(path.read_bytes())
    return tuple(made)


def mutant(number: int) -> bytes:
    """Return the spoiled workbook of a number."""
    random = Random(number)
    source = random.choice(sources())
    way = random.random()
    if way < 0.2:
        return _spoilt(source, random)
    if way < 0.5:
        return _parts(source, random)
    book = load_workbook(BytesIO(source))
    for _ in range(random.randint(1, 6)):
        random.choice(_SPOILERS)(random.choice(book.worksheets), random)
    return _saved(book)


def _saved(book: Workbook) -> bytes:
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _spoilt(source: bytes, random: Random) -> bytes:
    """Change, cut or repeat some bytes."""
    content = bytearray(source)
    for _ in range(random.randint(1, 20)):
        content[random.randrange(len(content))] = random.randrange(256)
    if random.random() < 0.3:
        del content[random.randrange(len(content)) :]
    if random.random() < 0.1:
        content += content[: random.randrange(len(content) + 1)]
    return bytes(content)


def _parts(source: bytes, random: Random) -> bytes:
    """Spoil the XML inside the file: a few of its parts, in a zip that is whole."""
    with zipfile.ZipFile(BytesIO(source)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for _ in range(random.randint(1, 3)):
        name = random.choice(sorted(parts))
        spoil = random.choice((_spoilt, _inserted, _inserted, _inserted, _without))
        parts[name] = spoil(parts[name] or b" ", random)
    if random.random() < 0.1:
        del parts[random.choice(sorted(parts))]
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def _inserted(content: bytes, random: Random) -> bytes:
    """Put odd pieces before tags, so that the XML often stays well formed."""
    pieces = content.split(b"<")
    for _ in range(random.randint(1, 8)):
        place = random.randrange(len(pieces))
        pieces[place] += random.choice(_ODD_XML) * random.choice((1, 1, 1, 2_000))
    return b"<".join(pieces)


def _without(content: bytes, random: Random) -> bytes:
    """Take attributes away, or give them another value."""
    kind = random.choice((b"r", b"t", b"s", b"ref", b"min", b"max", b"r:id", b"count", b"Target"))
    value = random.choice((b"", b"A1", b"99999999999", b"-1", b"s", b"e", b"d", b"XFE1048577"))
    new = random.choice((b" ", b' %s="%s"' % (kind, value)))
    found = list(re.finditer(rb' %s="[^"]*"' % kind, content))
    for one in reversed(random.sample(found, min(len(found), random.randint(1, 40)))):
        content = content[: one.start()] + new + content[one.end() :]
    return content


def _place(sheet: Worksheet, random: Random) -> tuple[int, int]:
    return random.randint(1, max(sheet.max_row, 1)), random.randint(1, max(sheet.max_column, 1))


def _cell(sheet: Worksheet, random: Random) -> None:
    row, column = _place(sheet, random)
    _put(sheet, row, column, random)


def _header(sheet: Worksheet, random: Random) -> None:
    _put(sheet, random.randint(1, 6), random.randint(1, max(sheet.max_column, 1)), random)


def _put(sheet: Worksheet, row: int, column: int, random: Random) -> None:
    cell = sheet.cell(row, column)
    if type(cell).__name__ == "Cell":
        value = random.choice(_ODD)
        cell.value = value[:32_000] if isinstance(value, str) else value
        cell.number_format = random.choice(("General", "0.00%", '0" Desa"', "@", "dd/mm/yyyy"))


def _merge(sheet: Worksheet, random: Random) -> None:
    row, column = _place(sheet, random)
    high, wide = random.randint(0, 5), random.randint(0, 4)
    sheet.merge_cells(
        start_row=row, start_column=column, end_row=row + high, end_column=column + wide
    )


def _unmerge(sheet: Worksheet, random: Random) -> None:
    if areas := sorted(sheet.merged_cells.ranges, key=str):
        sheet.merged_cells.remove(random.choice(areas))


def _drop(sheet: Worksheet, random: Random) -> None:
    row, column = _place(sheet, random)
    random.choice((sheet.delete_rows, sheet.insert_rows))(row, random.randint(1, 3))
    random.choice((sheet.delete_cols, sheet.insert_cols))(column, 1)


def _rename(sheet: Worksheet, random: Random) -> None:
    sheet.title = f"{random.choice(('Lembar', 'T-C.27', 'Program', 'Cascading'))} {random.random()}"
    sheet.sheet_state = random.choice(("visible", "visible", "hidden"))


_SPOILERS: tuple[Callable[[Worksheet, Random], None], ...] = (
    *(_cell, _cell, _cell),
    *(_header, _merge, _unmerge, _drop, _rename),
)
