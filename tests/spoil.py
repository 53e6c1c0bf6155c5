"""Good workbooks spoiled in one cell, in memory: what was said of it, and what the plan says."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache, cached_property
from itertools import cycle
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from openpyxl import load_workbook

import books
import forms_levels
import forms_matrix
import forms_staircase
import plans
from pohon_docs import rules
from pohon_docs.arrangements import arrangements
from pohon_docs.identitas import Identitas
from pohon_docs.indikator import Indikator
from pohon_docs.issue import Issue, in_order
from pohon_docs.model import Kemitraan, Node, Rencana
from pohon_docs.reading.assembly import read_plan
from pohon_docs.source import Book, Cell, Ref, Row, Sheet, Value
from pohon_docs.values import key
from pohon_docs.workbook import read_book

FORMS: dict[str, Callable[[Rencana, Path, Path], None]] = {
    "matriks": forms_matrix.write,
    "matriks, kode lima kolom": lambda *args: forms_matrix.write(*args, split=True),
    "tangga": forms_staircase.write,
    "lebar": forms_levels.write_wide,
    "lebar tanpa gabungan": lambda *args: forms_levels.write_wide(*args, merged=False),
    "cascading": forms_levels.write_cascading,
}
"""The arrangements that the complete case is written in, beside the template's."""
NAMES = ("templat", *FORMS, "kecil")
"""The good workbooks: the complete case in every arrangement, and the small faultless plan."""


@dataclass(frozen=True)
class Good:
    """A good workbook, what is said of it, and the fields that each of its cells tells."""

    name: str
    book: Book
    rencana: Rencana
    issues: frozenset[Issue]
    fields: dict[Ref, frozenset[str]]


@dataclass(frozen=True)
class Mutant:
    """A good workbook with one spoiled cell."""

    good: Good
    kind: str
    ref: Ref
    text: str
    fields: frozenset[str]

    def __str__(self) -> str:
        return f"{self.good.name}: {self.kind} {sorted(self.fields)} {self.ref} ({self.text!r})"

    @property
    def book(self) -> Book:
        """The spoiled workbook; a merged cell is spoiled wherever it shows."""
        return with_cell(self.good.book, self.ref, _VALUES.get(self.kind, self.text), self.text)

    @cached_property
    def read(self) -> tuple[Rencana | None, tuple[Issue, ...]]:
        """The plan of the spoiled workbook, and all that is said of it."""
        return read(self.book)


_VALUES: dict[str, Value] = {
    "kosong": None,
    "tanggal": date(2026, 2, 1),
    "angka": Decimal("12345.5"),
}
_TEXTS = {"kosong": "", "tanggal": "1 Februari 2026", "angka": "12345,5", "teks": "diisi nanti"}
KINDS = (*_TEXTS, "ganda")


@cache
def goods() -> dict[str, Good]:
    """Return the good workbooks by their names."""
    found = []
    with TemporaryDirectory() as folder:
        template = Path(folder) / "templat" / "rencana.xlsx"
        _branch(template)
        found.append(_good("templat", template))
        for name, write in FORMS.items():
            path = Path(folder) / "rencana.xlsx"
            write(found[0].rencana, template, path)
            found.append(_good(name, path))
        found.append(_good("kecil", books.plan(Path(folder))))
    return {good.name: good for good in found}


def _branch(path: Path) -> None:
    """Write the complete case's second branch: small enough to be read a hundred times."""
    book = load_workbook(plans.LENGKAP)
    for sheet in book.worksheets[1:]:
        for area in [area for area in sheet.merged_cells.ranges if area.min_row > _HEAD]:
            sheet.unmerge_cells(str(area))
        kept, gone = True, []
        for row in range(1, sheet.max_row + 1):
            code = str(sheet.cell(row, 1).value or "")
            kept = code.startswith(_KEPT) if _CODED.match(code) else kept
            gone += [] if kept else [row]
        for row in reversed(gone):
            sheet.delete_rows(row)
    path.parent.mkdir()
    book.save(path)


_HEAD = 6
_CODED = re.compile(r"[A-Z]{1,2}\d|7\.\d|Jumlah")
_KEPT = (
    "S2",
    "U3",
    "U4",
    "T4",
    "O4",
    "T6",
    "O6",
    "T7",
    "O7",
    "TJ2",
    "SS3",
    "SS4",
    "7.01.04",
    "7.01.05",
    "7.01.06",
)


def _good(name: str, path: Path) -> Good:
    book, _ = read_book(path)
    assert book is not None
    rencana, issues = read(book)
    assert rencana is not None
    return Good(name, book, rencana, frozenset(issues), _fields(book, rencana))


def read(book: Book) -> tuple[Rencana | None, tuple[Issue, ...]]:
    """Read a book that stands in memory, and check its plan."""
    rencana, issues = read_plan(book)
    checked = rules.check(rencana) if rencana else ()
    return rencana, in_order((*issues, *checked))


def _fields(book: Book, rencana: Rencana) -> dict[Ref, frozenset[str]]:
    """Return what each cell tells that a sheet's arrangement reads."""
    unit = rencana.identitas
    found: dict[Ref, set[str]] = {ref: {name} for name, ref in unit.refs if getattr(unit, name)}
    for sheet in book.sheets:
        for one in arrangements():
            if one.claims(sheet):
                for records in one.read(sheet).records.values():
                    for record in records:
                        for column, cell in record.cells.items():
                            found.setdefault(cell.ref, set()).add(column.field)
    return {ref: frozenset(names) for ref, names in found.items()}


def mutants(good: Good, count: int, seed: int = 0) -> Iterator[Mutant]:
    """Yield `count` mutants: every field with every kind of spoiling in turn, cells at random."""
    random = Random(f"{good.name} {seed}")
    by_field: dict[frozenset[str], list[Ref]] = {}
    for ref, names in good.fields.items():
        by_field.setdefault(names, []).append(ref)
    pairs = [(names, kind) for names in by_field for kind in KINDS]
    random.shuffle(pairs)
    found = 0
    for names, kind in cycle(pairs):
        mutant = _mutant(good, kind, random.choice(by_field[names]), names, by_field, random)
        if key(mutant.text) != key(cell_at(good.book, mutant.ref).text):
            yield mutant
            found += 1
        if found == count:
            return


def whole(good: Good, kinds: tuple[str, ...] = KINDS) -> Iterator[Mutant]:
    """Yield the mutants of every cell, spoiled in every way."""
    random = Random(good.name)
    by_field: dict[frozenset[str], list[Ref]] = {}
    for ref, names in good.fields.items():
        by_field.setdefault(names, []).append(ref)
    for ref, names in good.fields.items():
        for kind in kinds:
            mutant = _mutant(good, kind, ref, names, by_field, random)
            if key(mutant.text) != key(cell_at(good.book, ref).text):
                yield mutant


def _mutant(
    good: Good,
    kind: str,
    ref: Ref,
    names: frozenset[str],
    by_field: dict[frozenset[str], list[Ref]],
    random: Random,
) -> Mutant:
    text = _TEXTS.get(kind, "")
    if kind == "ganda":
        own = cell_at(good.book, ref).text
        others = [cell_at(good.book, one).text for one in by_field[names] if one.sheet == ref.sheet]
        text = random.choice([one for one in others if one != own] or [own])
    return Mutant(good, kind, ref, text, names)


def cell_at(book: Book, ref: Ref) -> Cell:
    """Return the cell of a place."""
    sheet = next(one for one in book.sheets if one.name == ref.sheet)
    row = next(one for one in sheet.rows if one.number == ref.row)
    return next(cell for cell in row.cells if cell.ref == ref)


def with_cell(book: Book, ref: Ref, value: Value, text: str) -> Book:
    """Return a book with another value in one cell; an empty text leaves none."""

    def row(one: Row) -> Row:
        cells = (
            replace(cell, text=text, value=value) if cell.ref == ref else cell for cell in one.cells
        )
        return replace(one, cells=tuple(cell for cell in cells if cell.text))

    def sheet(one: Sheet) -> Sheet:
        rows = (row(each) for each in one.rows)
        return replace(one, rows=tuple(each for each in rows if each.cells))

    return replace(
        book, sheets=tuple(sheet(one) if one.name == ref.sheet else one for one in book.sheets)
    )


def told(rencana: Rencana) -> dict[Ref, set[str]]:
    """Return the texts that a plan has of each cell, in their compared form."""
    found: dict[Ref, set[str]] = {}

    def tell(value: object, ref: Ref) -> None:
        found.setdefault(ref, set()).add(key(str(value)))

    indikator = [one for node in rencana.node for one in node.indikator]
    parts: list[Identitas | Node | Kemitraan | Indikator] = [rencana.identitas, *rencana.node]
    for part in (*parts, *rencana.kemitraan, *indikator):
        for name, ref in part.refs:
            own = isinstance(part, Kemitraan)  # whose node is no link of a node
            value = getattr(part, name if own else _ALIASES.get(name, name), None)
            for one in value if isinstance(value, tuple) else (value,):
                tell(one, ref)
    for one in indikator:
        for target in one.target:
            tell(target.teks, target.ref)
    for node in rencana.node:
        for pagu in (*node.pagu, *node.realisasi):
            tell(pagu.nilai, pagu.ref)
    return found


_ALIASES = {"kinerja": "mendukung", "level": "nama_level"}
"""Fields of a node that carry another name than their column."""
