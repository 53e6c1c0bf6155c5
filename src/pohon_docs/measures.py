"""What a row measures: its indicators with their targets, of which a cell can list several."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from pohon_docs import headings
from pohon_docs.entries import Entry
from pohon_docs.indikator import Indikator, JenisTarget, Target
from pohon_docs.issue import Issue, Severity
from pohon_docs.remembering import remembered
from pohon_docs.source import Cell, Ref
from pohon_docs.tables import Record
from pohon_docs.values import (
    clean,
    is_grouped,
    is_numbered,
    items,
    listed,
    number,
    one_line,
    target,
)

_DESCRIBING = (
    *("formula", "sumber_data", "status_ikk", "spm", "definisi_operasional"),
    *("rencana_aksi", "sub_rencana_aksi"),
)
_ONCE = ("kondisi_awal", "kondisi_akhir")
_QUARTERS = tuple(f"triwulan_{number}" for number in range(1, 5))
_PLACED = ("satuan", "iku", "ikk", *_ONCE, *_DESCRIBING, *_QUARTERS)
"""Fields whose cells an indicator remembers."""
_LARGE = 100
_YES = frozenset({"ya", "y", "iku", "ikk", "v", "x", "✓", "✔", "√", "1", "benar", "true"})
_NO = frozenset({"tidak", "t", "bukan", "non iku", "-", "–", "0", "salah", "false"})
IKU_WORDS = _YES | _NO
"""What may stand in the column IKU."""


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
    """Return the indicators that one row holds; a cell can list several.

    One that is merged over several names is an indicator of each that has targets of its own.
    """
    cell = record.own("indikator")
    if cell is None and not record.own_of("target"):
        return [], []
    if cell is None and (record.own("kode") or record.own("uraian")):
        cell = record.cell("indikator")
    texts = _texts(cell, record)
    issues = []
    if cell is not None and len(texts) > 1 and (odd := _split_otherwise(record, len(texts))):
        issues.append(_uneven(cell, len(texts), odd))
        texts = texts if is_numbered(cell.text) else (one_line(cell.text),)
    ref = cell.ref if cell else next(iter(record.own_of("target").values())).ref
    built = [
        _indikator(record, one_line(uraian), place, len(texts), ref)
        for place, uraian in enumerate(texts)
    ]
    return [indikator for indikator, _ in built], issues + [
        issue for _, said in built for issue in said
    ]


def _texts(cell: Cell | None, record: Record) -> tuple[str, ...]:
    """Return the indicators of a cell; `;` parts them where it parts the targets alike."""
    if cell is None:
        return ("",)
    texts = items(cell.text)
    if ";" not in cell.text:
        return texts
    apart = tuple(part.strip() for part in cell.text.split(";") if part.strip())
    targets = [listed(target.text, len(apart)) for target in record.own_of("target").values()]
    alike = bool(targets) and all(len(parts) == len(apart) for parts in targets)
    return apart if len(texts) == 1 and len(apart) > 1 and alike else texts


def _split_otherwise(record: Record, count: int) -> Cell | None:
    """Return the first cell of a row that lists another number of entries than its indicators.

    A unit, a formula or a source may be said once for all of them.
    """
    own = sorted(record.own_of("target").values(), key=lambda cell: cell.column)
    ends = (record.own(field) for field in ("kondisi_awal", "kondisi_akhir"))
    shared = (record.own(field) for field in ("satuan", "formula", "sumber_data"))
    values = own + [cell for cell in ends if cell]
    once = [cell for cell in shared if cell and len(items(cell.text)) > 1]
    return next((c for c in (*values, *once) if len(listed(c.text, count)) != count), None)


def _uneven(cell: Cell, count: int, odd: Cell) -> Issue:
    return Issue(
        "ISI-03",
        Severity.PERINGATAN,
        f"sel memuat {count} indikator, tetapi jumlah isi sel pasangannya tidak sama",
        cell.ref,
        "Tulis satu indikator per baris lembar, atau beri nomor yang sama pada pasangannya.",
        (odd.ref,),
    )


def _part(cell: Cell | None, place: int, count: int) -> str:
    """Return the share of a cell that belongs to the indicator at `place` of `count`."""
    if cell is None:
        return ""
    if count == 1:
        return one_line(cell.text)
    parts = listed(cell.text, count)
    if len(parts) == count:
        return one_line(parts[place])
    return one_line(cell.text) if place == 0 or len(parts) == 1 else ""


def _indikator(
    record: Record, uraian: str, place: int, count: int, ref: Ref
) -> tuple[Indikator, list[Issue]]:
    """Build the indicator at `place` among the `count` that its row lists."""
    satuan = _part(record.cell("satuan"), place, count) or headings.unit_behind(uraian)
    target, issues = _yearly(record, "target", satuan, place, count)
    realisasi, more = _yearly(record, "realisasi_kinerja", satuan, place, count)
    draft, others = _yearly(record, "target_rkpd", satuan, place, count)
    named = record.by_field
    places = [(f, found.ref) for f in _PLACED if f in named and (found := record.cell(f))]
    quarters = tuple(_part(record.own(f), place, count) if f in named else "" for f in _QUARTERS)
    texts = {f: _part(record.cell(f), place, count) for f in _DESCRIBING if f in named}
    texts |= {f: _part(record.own(f), place, count) for f in _ONCE if f in named}
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
    """Return what an indicator's yearly cells of a field say, the undated one last.

    Some of them may be written with one or two decimals, such as 83,30, some plainly be whole
    numbers of hundreds or more, such as 950; that tells how their neighbours are meant.
    """
    built: list[Target] = []
    issues: list[Issue] = []
    own = record.own_of(field)
    if not own:
        return (), []
    ends = (cell for name in _ONCE if (cell := record.own(name)))
    beside = [*own.values(), *ends]
    grouped = any(is_grouped(cell.text) for cell in beside)
    whole = grouped or any(map(_is_large, beside))
    loose = not grouped and _has_lone_decimals(beside)
    for tahun, cell in sorted(own.items(), key=lambda pair: (pair[0] is None, pair[0] or 0)):
        if teks := _target_text(cell, place, count):
            built.append(_target(tahun, teks, satuan, cell, loose))
            issues.extend(_unclear(cell, teks, satuan, loose=loose, whole=whole))
    return tuple(built), issues


def _target_text(cell: Cell, place: int, count: int) -> str:
    """Return a target as its author wrote it; doubled blanks inside it are the author's too."""
    if count == 1:
        return _joined(cell.text)
    return _part(cell, place, count)


@remembered
def _joined(text: str) -> str:
    return " ".join(line for line in clean(text).split("\n") if line)


def _has_lone_decimals(cells: Iterable[Cell]) -> bool:
    """Tell whether neighbours are written with decimals, such as 83,30."""
    read = [number(cell.text) for cell in cells]
    return any(found and not found.ambiguous and not _whole(found.value) for found in read)


def _is_large(cell: Cell) -> bool:
    """Tell whether a neighbour is plainly a whole number of hundreds or more, such as 950."""
    read = number(cell.text)
    return read is not None and not read.ambiguous and read.value >= _LARGE and _whole(read.value)


def _whole(value: Decimal) -> bool:
    """Tell whether a number has no decimals; `%` fails on the largest that a cell can hold."""
    return value == value.to_integral_value()


def _target(tahun: int | None, teks: str, satuan: str, cell: Cell, loose: bool) -> Target:
    nilai, unit, jenis = target(teks)
    if isinstance(cell.value, date):
        nilai, unit, jenis = None, "", JenisTarget.RENTANG  # 1-2, of which Excel made a date
    elif isinstance(cell.value, Decimal) and nilai is not None:
        nilai = _exact(cell.value, nilai)
    elif loose and jenis is JenisTarget.ANGKA and (read := number(teks, thousands=False)):
        nilai = read.value
    elif headings.is_counted(unit or satuan) and (read := number(teks, thousands=True)):
        nilai = read.value  # 1,250 people are no fraction
    return Target(tahun, teks, nilai, unit or satuan, jenis, cell.ref)


def _exact(stored: Decimal, seen: Decimal) -> Decimal:
    """Return a cell's number unrounded; 0,4211 as percent looks like 42,11 as 0.00"%"."""
    return min(stored, stored * 100, key=lambda exact: abs(exact - seen))


def _unclear(cell: Cell, teks: str, satuan: str, *, loose: bool, whole: bool) -> list[Issue]:
    """Report a date, and a target like `1.250` (1250 or 1,25?) where nothing decides it.

    Neighbours with decimals decide it, neighbours of hundreds do, and a unit that is counted.
    """
    if isinstance(cell.value, date):
        return [dated(cell, teks)]
    read = number(teks) if isinstance(cell.value, str) and not (loose or whole) else None
    if read is None or not read.ambiguous or headings.is_counted(satuan or read.rest):
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


def dated(cell: Cell, teks: str) -> Issue:
    """Report a target, a baseline or an end that Excel made a date of."""
    return Issue(
        "ANGKA-03",
        Severity.GALAT,
        f'nilai terbaca sebagai tanggal ("{teks}"); Excel mengubah mis. 1-2 menjadi tanggal',
        cell.ref,
        "Ubah format selnya menjadi Teks, lalu ketik ulang nilainya.",
    )
