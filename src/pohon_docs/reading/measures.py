"""What a row measures: its indicators with their targets, of which a cell can list several."""

from pohon_docs.enumerated import is_numbered, items, listed
from pohon_docs.indikator import Indikator
from pohon_docs.issue import Issue, Severity
from pohon_docs.reading import headings
from pohon_docs.reading.entries import Entry
from pohon_docs.reading.tables import Record
from pohon_docs.reading.yearly import ONCE, part, yearly
from pohon_docs.source import Cell, Ref
from pohon_docs.values import one_line

_DESCRIBING = (
    *("formula", "sumber_data", "status_ikk", "spm", "definisi_operasional"),
    *("rencana_aksi", "sub_rencana_aksi"),
)
_QUARTERS = tuple(f"triwulan_{number}" for number in range(1, 5))
_PLACED = ("satuan", "iku", "ikk", *ONCE, *_DESCRIBING, *_QUARTERS)
"""Fields whose cells an indicator remembers."""
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


def _indikator(
    record: Record, uraian: str, place: int, count: int, ref: Ref
) -> tuple[Indikator, list[Issue]]:
    """Build the indicator at `place` among the `count` that its row lists."""
    satuan = part(record.cell("satuan"), place, count) or headings.unit_behind(uraian)
    target, issues = yearly(record, "target", satuan, place, count)
    realisasi, more = yearly(record, "realisasi_kinerja", satuan, place, count)
    draft, others = yearly(record, "target_rkpd", satuan, place, count)
    named = record.fields
    places = [(f, found.ref) for f in _PLACED if f in named and (found := record.cell(f))]
    quarters = tuple(part(record.own(f), place, count) if f in named else "" for f in _QUARTERS)
    texts = {f: part(record.cell(f), place, count) for f in _DESCRIBING if f in named}
    texts |= {f: part(record.own(f), place, count) for f in ONCE if f in named}
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
