"""The T-C.27 matrix: tujuan and sasaran as leading columns, code and name beside each other."""

from collections.abc import Iterator
from dataclasses import replace

from pohon_docs.arrangements import Arrangement, Part
from pohon_docs.arrangements._aims import MEASURES, Aims, stated, wording
from pohon_docs.arrangements._blanks import Continuation, blank_issues
from pohon_docs.arrangements._names import labelled, meant
from pohon_docs.arrangements._urusan import apart
from pohon_docs.codes import official
from pohon_docs.issue import Issue, Severity
from pohon_docs.model import Jenis
from pohon_docs.reading import headings
from pohon_docs.reading.headed import BELOW, CODE
from pohon_docs.reading.header import Header, find_header
from pohon_docs.reading.headings import Column
from pohon_docs.reading.tables import Record, Records, read_table
from pohon_docs.source import Cell, Sheet
from pohon_docs.values import key

_KIND, _IN_ROWS = "matriks", "matriks_baris"
_NAME = Column("uraian")
_GOAL, _AIM = "tujuan", "sasaran_induk"
_MEASURED_BY = {"tujuan": "indikator_tujuan", "sasaran": "indikator_sasaran"}
_OF_AIMS = "indikator_arah"
_LEADING = frozenset({_GOAL, _AIM, "kode_tujuan", "kode_sasaran", _OF_AIMS, *_MEASURED_BY.values()})
_PD = Column("sasaran_pd")


def claims(sheet: Sheet) -> bool:
    """Tell whether a sheet has tujuan beside codes and names of programs, or among the names."""
    return _kind(sheet) is not None


def _kind(sheet: Sheet) -> str | None:
    """Return the kind of matrix: tujuan and sasaran as columns, or as rows above the programs."""
    head = find_header(sheet, _KIND)
    if head is not None and not head.lacking and not _names_levels(head):
        return _KIND
    head = find_header(sheet, _IN_ROWS)
    if head is None or head.lacking:
        return None
    place = next(number for number, column in head.columns.items() if column == _NAME)
    return _IN_ROWS if headings.is_own(_IN_ROWS, "uraian", head.seen[place]) else None


def _names_levels(head: Header) -> bool:
    """Tell whether names stand in a column for each level, as in the wide form."""
    named = (head.seen[at] for at, column in head.named.items() if column.field == "uraian")
    levels = {
        headings.column("lebar", (text.partition(BELOW)[0],)) for text in named if BELOW in text
    }
    return len(levels - {None}) > 1


def read(sheet: Sheet) -> Part:
    """Read a matrix into tujuan, sasaran and the components that serve them."""
    kind = _kind(sheet)
    table = read_table(sheet, kind) if kind else None
    if table is None:
        return Part()
    matrix = _Matrix()
    rows, heads = apart(table.rows)
    for record in rows:
        matrix.take(_named_aim(record) if kind == _IN_ROWS else record)
    records = {"arah": matrix.aims.records, "program": tuple(matrix.components)}
    issues = (*table.issues, *matrix.issues, *_blanks(table))
    totals = (*heads, *table.totals)
    return Part(records, issues, table.tahun, totals=totals, fates=table.fates)


def _blanks(table: Records) -> Iterator[Issue]:
    """Find leading cells that a row leaves empty where merged ones show the name elsewhere."""
    for field in (_GOAL, _AIM):
        names = ""
        goal = False
        found: list[Continuation] = []
        for record in table.rows:
            cell = record.cell(field)
            names = cell.text if cell else names
            goal = record.own(_GOAL) is not None or (goal and _measures_only(record))
            if record.own(field) is None and names and not (goal and field == _AIM):
                ref = record.place(Column(field))
                found.append(Continuation(ref, names, cell is not None))
        if sum(one.covered for one in found) * 2 >= len(found):
            yield from blank_issues(found)


def _measures_only(record: Record) -> bool:
    """Tell whether a row names no component, so that it may tell of the tujuan above it."""
    return record.own(_AIM) is None and not (record.own("kode") or record.own("uraian"))


def _named_aim(record: Record) -> Record:
    """Move a name that is labelled as a tujuan or a sasaran, and its code, into their columns."""
    name = record.own("uraian")
    label, text = labelled(name.text, tuple(_MEASURED_BY)) if name else ("", "")
    if name is None or not label:
        return record
    jenis = meant(label)
    rest = {c: cell for c, cell in record.cells.items() if c not in (CODE, _NAME)}
    rest[Column(_GOAL if jenis == "tujuan" else _AIM)] = stated(name, text)
    if code := record.own("kode"):
        rest[Column(f"kode_{jenis}")] = code
    return replace(record, cells=rest)


class _Matrix:
    """What was read of a matrix so far, from the top."""

    def __init__(self) -> None:
        self.aims = Aims()
        self.components: list[Record] = []
        self.issues: list[Issue] = []
        self._programs: dict[str, int] = {}
        self._last = self.components

    def take(self, record: Record) -> None:
        """Take the next row: a component, the measures of a new aim, or of the row above."""
        record = _ended(record)
        new = self.aims.meet("tujuan", record.own(_GOAL), record)
        new = self.aims.meet("sasaran", record.own(_AIM), record) or new
        self._measure(record)
        if record.own("kode") or record.own("uraian"):
            self._component(record)
        elif new:
            self.aims.fill(record, MEASURES)
            self._last = self.aims.newest
        elif rest := _without_leading(record):
            self._last.append(rest)

    def _measure(self, record: Record) -> None:
        """Give the aims the indicators beside them; those of both are the sasaran's, if any."""
        alone = record.own(_GOAL) is not None and record.own(_AIM) is None
        both = "tujuan" if alone or "sasaran" not in self.aims.current else "sasaran"
        for jenis, field in (*_MEASURED_BY.items(), (both, _OF_AIMS)):
            measure = record.own(field)
            if measure is not None and jenis in self.aims.current:
                self.aims.measure(jenis, measure, record)

    def _component(self, record: Record) -> None:
        """Take a component; a program that stands again under another sasaran serves both."""
        code = record.own("kode")
        rest = _without_leading(record) or replace(record, cells={})
        kode = official(code.text) if code else None
        if kode is not None and kode.jenis is Jenis.PROGRAM:
            aim = record.cell(_AIM) or self.aims.current.get("sasaran")
            if aim and self._shared(kode.teks, rest, aim):
                return
            cells = {**rest.cells, _PD: stated(aim, wording(aim))} if aim else rest.cells
            rest = replace(rest, cells=cells)
            self._programs.setdefault(kode.teks, len(self.components))
        self.components.append(rest)
        self._last = self.components

    def _shared(self, kode: str, record: Record, aim: Cell) -> bool:
        """Give a program met before a further sasaran, where the row says nothing else new."""
        place = self._programs.get(kode)
        if place is None:
            return False
        first = self.components[place]
        served = first.cells.get(_PD)
        if served is None or not _repeats(record, first):
            return False
        names = (*served.text.split("\n"), wording(aim))
        both = stated(served, "\n".join(dict.fromkeys(names)))
        self.components[place] = replace(first, cells={**first.cells, _PD: both})
        self.issues.append(_said_again(kode, record))
        return True


def _ended(record: Record) -> Record:
    """Read the end of the period's column as the target set for it, where no year has one."""
    end = record.cell("kondisi_akhir")
    if end is None or any(column.field == "target" for column in record.cells):
        return record
    rest = {column: cell for column, cell in record.cells.items() if cell is not end}
    return replace(record, cells={**rest, Column("target"): end})


def _without_leading(record: Record) -> Record | None:
    """Return a row without its leading columns, None where nothing else is written in it."""
    cells = {column: cell for column, cell in record.cells.items() if column.field not in _LEADING}
    own = any(cell.ref.row == record.number for cell in cells.values())
    return replace(record, cells=cells) if own else None


def _repeats(record: Record, first: Record) -> bool:
    """Tell whether a row says of a program only what its first row said."""
    return all(
        (before := first.cells.get(column)) is not None and key(before.text) == key(cell.text)
        for column, cell in record.cells.items()
    )


def _said_again(kode: str, record: Record) -> Issue:
    return Issue(
        "LEMBAR-12",
        Severity.SARAN,
        f"program {kode} tertulis lagi di bawah sasaran lain; dibaca sekali, melayani keduanya",
        record.ref,
    )


ARRANGEMENT = Arrangement(
    name="matriks",
    title="Matriks T-C.27: Tujuan dan Sasaran sebagai kolom depan, Kode, Program dan Kegiatan",
    claims=claims,
    read=read,
)
