"""Records become entries: a named row with the indicator rows that continue it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pohon_docs.headings import Column
from pohon_docs.indikator import Indikator, JenisTarget, Target
from pohon_docs.issue import Issue, Severity
from pohon_docs.source import Cell, Ref
from pohon_docs.tables import Record
from pohon_docs.values import clean, is_numbered, items, number, one_line, target

_DESCRIBING = (
    *("formula", "sumber_data", "status_ikk", "spm", "definisi_operasional"),
    *("rencana_aksi", "sub_rencana_aksi"),
)
_ONCE = ("kondisi_awal", "kondisi_akhir")
_QUARTERS = tuple(f"triwulan_{number}" for number in range(1, 5))
_YES = frozenset({"ya", "y", "iku", "ikk", "v", "x", "✓", "✔", "√", "1", "benar", "true"})


@dataclass(frozen=True, slots=True)
class Entry:
    """A node's row and the rows below it that only add to it."""

    head: Record
    more: tuple[Record, ...] = ()

    @property
    def rows(self) -> tuple[Record, ...]:
        """All rows of the entry, from the top."""
        return (self.head, *self.more)

    def refs(self, *fields: str) -> tuple[tuple[str, Ref], ...]:
        """Return the cells of the given fields where filled; the row itself comes first."""
        found = ((field, self.head.cell(field)) for field in fields)
        return (
            ("baris", self.head.ref),
            *((field, cell.ref) for field, cell in found if cell is not None),
        )


def entries(records: Iterable[Record]) -> Iterator[Entry]:
    """Gather records: a row with neither kode nor uraian of its own continues the one above."""
    head: Record | None = None
    more: list[Record] = []
    for record in records:
        if head is not None and _continues(record):
            more.append(record)
            continue
        if head is not None:
            yield Entry(head, tuple(more))
        head, more = record, []
    if head is not None:
        yield Entry(head, tuple(more))


def _continues(record: Record) -> bool:
    return record.own("kode") is None and record.own("uraian") is None


def text(entry: Entry, field: str) -> str:
    """Return a field of the entry on one line."""
    return one_line(entry.head.text(field))


def lines(entry: Entry, field: str) -> str:
    """Return what all rows of an entry say in a field, line by line."""
    cells = (cell for record in entry.rows if (cell := record.own(field)))
    return "\n".join(text for cell in cells if (text := clean(cell.text)))


def indicators(entry: Entry) -> tuple[tuple[Indikator, ...], tuple[Issue, ...]]:
    """Return all indicators of an entry, from its own row and from those that continue it."""
    found: list[Indikator] = []
    issues: list[Issue] = []
    for record in entry.rows:
        several, said = _of_record(record)
        found.extend(several)
        issues.extend(said)
    return tuple(found), tuple(issues)


def _of_record(record: Record) -> tuple[list[Indikator], list[Issue]]:
    """Return the indicators that one row holds; a cell can list several."""
    cell = record.own("indikator")
    if cell is None and not any(_own_targets(record)):
        return [], []
    texts = items(cell.text) if cell else ("",)
    issues = []
    if len(texts) > 1 and not _splits_alike(record, len(texts)):
        assert cell is not None
        issues.append(_uneven(cell, len(texts)))
        texts = texts if is_numbered(cell.text) else (one_line(cell.text),)
    ref = cell.ref if cell else next(_own_targets(record))[1].ref
    built = [
        _indikator(record, one_line(uraian), place, len(texts), ref)
        for place, uraian in enumerate(texts)
    ]
    return [indikator for indikator, _ in built], issues + [
        issue for _, said in built for issue in said
    ]


def _own_targets(record: Record, field: str = "target") -> Iterator[tuple[Column, Cell]]:
    """Yield the cells of targets, or of another yearly field, that are written in this row."""
    for column, cell in record.cells.items():
        if column.field == field and cell.ref.row == record.number:
            yield column, cell


def _splits_alike(record: Record, count: int) -> bool:
    """Tell whether every target of a row lists as many entries as its indicators are."""
    return all(len(items(cell.text)) in (count, 0) for _, cell in _own_targets(record))


def _uneven(cell: Cell, count: int) -> Issue:
    return Issue(
        "ISI-03",
        Severity.PERINGATAN,
        f"sel memuat {count} indikator, tetapi jumlah targetnya tidak sama",
        cell.ref,
        "Tulis satu indikator per baris lembar, atau beri nomor yang sama pada targetnya.",
    )


def _part(cell: Cell | None, place: int, count: int) -> str:
    """Return the share of a cell that belongs to the indicator at `place` of `count`."""
    if cell is None:
        return ""
    if count == 1:
        return one_line(cell.text)
    parts = items(cell.text)
    if len(parts) == count:
        return one_line(parts[place])
    return one_line(cell.text) if place == 0 or len(parts) == 1 else ""


def _indikator(
    record: Record, uraian: str, place: int, count: int, ref: Ref
) -> tuple[Indikator, list[Issue]]:
    """Build the indicator at `place` among the `count` that its row lists."""
    satuan = _part(record.cell("satuan"), place, count)
    target, issues = _yearly(record, "target", satuan, place, count)
    realisasi, more = _yearly(record, "realisasi_kinerja", satuan, place, count)
    draft, others = _yearly(record, "target_rkpd", satuan, place, count)
    fields = ("satuan", "iku", "ikk", *_ONCE, *_DESCRIBING, *_QUARTERS)
    places = [(field, found.ref) for field in fields if (found := record.cell(field))]
    quarters = tuple(_part(record.own(field), place, count) for field in _QUARTERS)
    texts = {field: _part(record.cell(field), place, count) for field in _DESCRIBING}
    texts |= {field: _part(record.own(field), place, count) for field in _ONCE}
    indikator = Indikator(
        uraian=uraian,
        satuan=satuan,
        target=target,
        realisasi=realisasi,
        target_rkpd=draft,
        triwulan=quarters if any(quarters) else (),
        iku=_is_marked(record, "iku"),
        ikk=_is_marked(record, "ikk"),
        refs=(("uraian", ref), *places),
        **texts,
    )
    return indikator, [*issues, *more, *others]


def _is_marked(record: Record, field: str) -> bool:
    return one_line(record.text(field)).casefold() in _YES


def _yearly(
    record: Record, field: str, satuan: str, place: int, count: int
) -> tuple[tuple[Target, ...], list[Issue]]:
    """Return what an indicator's yearly cells of a field say, the undated one last."""
    built: list[Target] = []
    issues: list[Issue] = []
    cells = sorted(
        _own_targets(record, field), key=lambda pair: (pair[0].tahun is None, pair[0].tahun or 0)
    )
    loose = _has_lone_decimals(cell for _, cell in cells)
    for column, cell in cells:
        if teks := _target_text(cell, place, count):
            built.append(_target(column.tahun, teks, satuan, cell, loose))
            issues.extend(_unclear(cell, teks, loose))
    return tuple(built), issues


def _target_text(cell: Cell, place: int, count: int) -> str:
    """Return a target as its author wrote it; doubled blanks inside it are the author's too."""
    if count == 1:
        return " ".join(line for line in clean(cell.text).split("\n") if line)
    return _part(cell, place, count)


def _has_lone_decimals(cells: Iterable[Cell]) -> bool:
    """Tell whether neighbours are written with one or two decimals, such as 83,30."""
    read = [number(cell.text) for cell in cells]
    return any(found and not found.ambiguous and not _whole(found.value) for found in read)


def _whole(value: Decimal) -> bool:
    """Tell whether a number has no decimals; `%` fails on the largest that a cell can hold."""
    return value == value.to_integral_value()


def _target(tahun: int | None, teks: str, satuan: str, cell: Cell, loose: bool) -> Target:
    nilai, unit, jenis = target(teks)
    if isinstance(cell.value, date):
        nilai, unit, jenis = None, "", JenisTarget.TEKS
    elif isinstance(cell.value, Decimal) and nilai is not None:
        nilai = _exact(cell.value, nilai)
    elif loose and jenis is JenisTarget.ANGKA and (read := number(teks, thousands=False)):
        nilai = read.value
    return Target(tahun, teks, nilai, unit or satuan, jenis, cell.ref)


def _exact(stored: Decimal, seen: Decimal) -> Decimal:
    """Return a cell's number unrounded; 0,4211 as percent looks like 42,11 as 0.00"%"."""
    return min(stored, stored * 100, key=lambda exact: abs(exact - seen))


def _unclear(cell: Cell, teks: str, loose: bool) -> list[Issue]:
    """Report a date, and a target like `1.250` (1250 or 1,25?) where nothing decides it."""
    if isinstance(cell.value, date):
        return [_dated(cell, teks)]
    read = number(teks) if isinstance(cell.value, str) and not loose else None
    if read is None or not read.ambiguous:
        return []
    return [
        Issue(
            "ANGKA-02",
            Severity.PERINGATAN,
            f'target "{teks}" dapat dibaca {read.value} atau pecahan; dibaca {read.value}',
            cell.ref,
            "Tulis ribuan tanpa titik (1250) atau pecahan dengan dua angka (1,25).",
        )
    ]


def _dated(cell: Cell, teks: str) -> Issue:
    return Issue(
        "ANGKA-03",
        Severity.GALAT,
        f'target terbaca sebagai tanggal ("{teks}"); Excel mengubah mis. 1-2 menjadi tanggal',
        cell.ref,
        "Ubah format selnya menjadi Teks, lalu ketik ulang targetnya.",
    )
