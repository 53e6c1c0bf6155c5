"""Cells left empty among filled ones: a year's target or pagu, a unit, a column else filled.

What a whole sheet lacks, such as a year without column, is for the rules.
"""

from collections.abc import Iterable, Iterator, Sequence

from pohon_docs.codes import official
from pohon_docs.indikator import JenisTarget
from pohon_docs.issue import Issue, Severity
from pohon_docs.model import Jenis
from pohon_docs.reading import headings
from pohon_docs.reading.entries import Entry, entries
from pohon_docs.reading.headings import Column
from pohon_docs.reading.statements import Component, components
from pohon_docs.reading.tables import Record
from pohon_docs.source import Cell
from pohon_docs.values import key, one_line, target

_UNIT = Column("satuan")
_LEAST = 5
_LIKE = 3
_SELDOM = 10
_SAID_ONCE = {"arah": frozenset({"formula", "sumber_data", "kondisi_awal"})}
"""Fields of a kind whose emptiness the rules say once for all its rows."""
_OF_INDICATORS = frozenset({"kondisi_awal", "kondisi_akhir", "formula", "sumber_data"})
_OWN_CHECK = frozenset(
    [
        *("kode", "induk", "uraian", "level", "jenis", "indikator", "satuan", "target"),
        *("pagu", "realisasi", "kinerja", "iku", "catatan", "judul_singkat", "ik_kinerja"),
        *("crosscutting", "mitra", "pagu_akhir"),
    ]
)
"""Fields that may be empty, or whose emptiness is found elsewhere."""


def empty_cells(kind: str, records: Sequence[Record]) -> Iterator[Issue]:
    """Find the empty cells of a kind's records that others of their row or column call for."""
    columns = {column for record in records for column in record.cells}
    measured = [record for record in records if record.own("indikator")]
    if _UNIT in columns:
        # Some levels of a form may have a column for it; where none has, it stands behind the text.
        columned = [one for one in measured if _UNIT in one.columns] or measured
        yield from (_unit(one) for one in columned if one.cell("satuan") is None)
    heads = list(entries(records))
    aims, paid = _years(columns, "target"), _years(columns, "pagu")
    for entry in heads:
        yield from _yearly(entry, aims, paid)
    if kind == "program" and paid:
        yield from _unpaid(heads, min(paid))
    if kind == "program":
        yield from _unstated(components(heads))
    told = _OWN_CHECK | _SAID_ONCE.get(kind, frozenset())
    of_indicators, of_names = _groups(measured), _groups(entry.head for entry in heads)
    for column in sorted(columns, key=str):
        if column.field not in told and column.tahun is None:
            groups = of_indicators if column.field in _OF_INDICATORS else of_names
            yield from _forgotten(headings.title(kind, column.field), column, groups)


def _yearly(entry: Entry, aims: frozenset[int], paid: frozenset[int]) -> Iterator[Issue]:
    """Find the years of an entry without target or without pagu."""
    idle = _idle(entry, aims & paid)
    for record in entry.rows:
        if record.own("indikator"):
            yield from _targets(record, aims - idle)
    yield from _money(entry, paid - idle)


def _idle(entry: Entry, years: frozenset[int]) -> frozenset[int]:
    """Return the years in which a component plainly doesn't run: neither target nor pagu."""
    aimed, paid = _filled(entry.rows, "target"), _filled(entry.rows, "pagu")
    return years - aimed if aimed and aimed == paid else frozenset()


def _years(columns: Iterable[Column], field: str) -> frozenset[int]:
    return frozenset(one.tahun for one in columns if one.field == field and one.tahun)


def _filled(records: Iterable[Record], field: str) -> frozenset[int]:
    """Return the years of which records have a cell of a field."""
    dated = (record.fields.get(field, ()) for record in records)
    return frozenset(tahun for years in dated for tahun in years if tahun)


def _targets(record: Record, years: frozenset[int]) -> Iterator[Issue]:
    """Find the years without target of an indicator that has targets for other years."""
    filled = _filled((record,), "target")
    missing = sorted(years - filled)
    if filled and missing:
        yield Issue(
            "ISI-21",
            Severity.PERINGATAN,
            f"target {_listed(missing)} belum diisi, padahal target tahun lain terisi",
            record.place(Column("target", missing[0])),
            'Isi targetnya, atau tulis "-" bila tahun itu memang tanpa target.',
        )


def _unit(record: Record) -> Issue:
    cells = record.of("target").values()
    told = bool(cells) and all(_tells_unit(cell) for cell in cells)
    return Issue(
        "ISI-22",
        Severity.SARAN if told else Severity.PERINGATAN,
        "satuan belum diisi",
        record.place(_UNIT),
        "Isi kolom Satuan, mis. Persen, Indeks, atau Dokumen.",
    )


def _tells_unit(cell: Cell) -> bool:
    """Tell whether a target needs no unit, or has it with it as in `2 Desa`."""
    _, unit, kind = target(cell.text)
    return bool(unit) or kind is JenisTarget.PREDIKAT


def _money(entry: Entry, years: frozenset[int]) -> Iterator[Issue]:
    """Find the years without pagu of a component that has pagu in others."""
    filled = _filled(entry.rows, "pagu")
    missing = sorted(years - filled)
    if filled and missing:
        yield Issue(
            "ISI-23",
            Severity.PERINGATAN,
            f"pagu {_listed(missing)} belum diisi, padahal pagu tahun lain terisi",
            entry.head.place(Column("pagu", missing[0])),
            'Isi pagunya, atau tulis "-" bila tahun itu memang tanpa pagu.',
        )


def _unpaid(heads: Sequence[Entry], year: int) -> Iterator[Issue]:
    """Find the program and kegiatan without pagu whose like have one; a rule finds the leaves.

    One that is alone of its kind is without like: then all other components must have one.
    """
    groups: dict[Jenis, list[Entry]] = {}
    for entry in heads:
        if jenis := _component(entry.head):
            groups.setdefault(jenis, []).append(entry)
    empty = {jenis: [one for one in group if not _is_paid(one)] for jenis, group in groups.items()}
    lone = sum(map(len, empty.values())) == 1
    for jenis in (Jenis.PROGRAM, Jenis.KEGIATAN):
        count = len(groups.get(jenis, ()))
        few = len(empty.get(jenis, ())) <= max(1, count // _SELDOM)
        if few and (count > 1 or (lone and len(groups) > 1)):
            yield from (_without_money(one.head, jenis, year) for one in empty[jenis])


def _component(record: Record) -> Jenis | None:
    """Return what a component is by its code, else by the word in its row."""
    kode = official(record.text("kode"))
    return kode.jenis if kode else headings.jenis(record.text("jenis"))


def _is_paid(entry: Entry) -> bool:
    return any("pagu" in record.fields for record in entry.rows)


def _without_money(record: Record, jenis: Jenis, year: int) -> Issue:
    return Issue(
        "ISI-25",
        Severity.PERINGATAN,
        f"pagu {jenis} belum diisi, padahal komponen lain mengisinya",
        record.place(Column("pagu", year)),
        'Isi pagunya, atau tulis "-" bila memang tanpa pagu.',
    )


def _unstated(found: Iterable[Component]) -> Iterator[Issue]:
    """Find the few components whose indicators stand below the name without a statement.

    One of a kind with few of its like is compared with all others.
    """
    stating = [one for one in found if one.below or _is_open(one.name)]
    kinds: dict[Jenis | None, list[Component]] = {}
    for one in stating:
        kinds.setdefault(_component(one.name.head), []).append(one)
    empty = {jenis: [one for one in group if not one.below] for jenis, group in kinds.items()}
    lone = sum(map(len, empty.values())) == 1 and len(stating) >= _LEAST
    for jenis, lacking in empty.items():
        like = kinds[jenis] if len(kinds[jenis]) >= _LIKE else stating
        few = len(lacking) <= max(1, len(like) // _SELDOM)
        if few and (like is not stating or lone):
            filled = f"{len(like) - len(lacking)} dari {len(like)}"
            yield from (_without_statement(one.name, filled) for one in lacking)


def _is_open(entry: Entry) -> bool:
    """Tell whether an entry's indicators begin in the row below its name, which states nothing."""
    head, *below = entry.rows
    return bool(below) and not (head.own("indikator") or head.text("sasaran"))


def _without_statement(entry: Entry, filled: str) -> Issue:
    return Issue(
        "ISI-24",
        Severity.SARAN,
        f"sasaran {one_line(entry.head.text('kode'))} kosong, padahal {filled} komponen mengisinya",
        entry.more[0].place(Column("uraian")),
        "Tulis outcome atau output-nya di sel ini bila terlewat.",
    )


def _listed(years: Sequence[int]) -> str:
    """Return years as they are said, such as 2025, 2026 dan 2028."""
    *before, last = map(str, years)
    return f"{', '.join(before)} dan {last}" if before else last


def _forgotten(title: str, column: Column, groups: Sequence[Sequence[Record]]) -> Iterator[Issue]:
    """Find the few rows that leave a column empty which their like all fill."""
    for group in groups:
        empty = [record for record in group if column not in record.cells]
        if len(group) < _LEAST or len(empty) > max(1, len(group) // _SELDOM):
            continue
        for record in empty:
            filled = f"{len(group) - len(empty)} dari {len(group)} baris sejenis mengisinya"
            yield Issue(
                "ISI-24",
                Severity.SARAN,
                f'kolom "{title}" kosong, padahal {filled}',
                record.place(column),
                "Isi selnya bila terlewat.",
            )


def _groups(records: Iterable[Record]) -> tuple[list[Record], ...]:
    """Gather the records that are alike."""
    groups: dict[str, list[Record]] = {}
    for record in records:
        groups.setdefault(_group(record), []).append(record)
    return tuple(groups.values())


def _group(record: Record) -> str:
    """Return what makes records alike: the kind that their code says, else their own word."""
    kode = official(record.text("kode"))
    return str(kode.jenis if kode else Jenis.KINERJA) + key(record.text("jenis"))
