"""What nothing took of a row: rows without use, cells that only a named row may have."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from pohon_docs.issue import Issue, Severity
from pohon_docs.reading.entries import Entry
from pohon_docs.reading.fates import Fate
from pohon_docs.reading.nodes import STATED_TOO
from pohon_docs.reading.tables import Record
from pohon_docs.source import Cell, Sheet, column_name
from pohon_docs.values import is_blank_word, key, one_line

_OF_EVERY_ROW = frozenset(
    [
        *("indikator", "satuan", "target", "kondisi_awal", "kondisi_akhir", "formula"),
        *("sumber_data", "iku", "pagu", "realisasi", "pagu_akhir", "tangga"),
        *("faktor_kunci", "crosscutting"),
    ]
)
"""Fields that a row which continues another may add."""
_GIVING = frozenset({"indikator", "target", "pagu", "realisasi", "faktor_kunci", "crosscutting"})
"""Fields of which at least one makes such a row worth reading."""
_STATED = frozenset({"uraian"})
_STATED_TOO = frozenset({"kinerja", "sasaran_pd", *STATED_TOO})


def unused_rows(entry: Entry) -> Iterator[Issue]:
    """Find the rows that continue an entry and give it nothing, or more than they can."""
    for record in entry.more:
        own = [(c.field, cell) for c, cell in record.cells.items() if cell.ref.row == record.number]
        if not any(field in _GIVING for field, _ in own):
            yield _unread(record.number, [cell for _, cell in own], record)
        else:
            yield from _only_named(record, entry.head, _OF_EVERY_ROW)
            yield from _more_money(record, entry)


def unused_of_statement(entry: Entry, above: Record) -> Iterator[Issue]:
    """Find the cells of a statement's row that only the row of the name above it may have."""
    given = {column.field for column in above.cells}
    yield from _only_named(entry.head, above, _OF_EVERY_ROW | _STATED | (_STATED_TOO - given))


def _only_named(record: Record, head: Record, allowed: frozenset[str]) -> Iterator[Issue]:
    """Find cells that say something else than the named row which they should stand in."""
    for column, cell in record.cells.items():
        if column.field in allowed or cell.ref.row != record.number:
            continue
        named = head.cells.get(column)
        if named is None or key(named.text) != key(cell.text):
            name = one_line(head.text("kode") or head.text("uraian"))
            yield Issue(
                "BARIS-02",
                Severity.PERINGATAN,
                f'"{one_line(cell.text)}" tidak dibaca, karena baris ini melanjutkan {name}',
                cell.ref,
                f"Pindahkan ke baris {head.number}, atau isi kode dan uraian baris ini.",
            )


def _more_money(record: Record, entry: Entry) -> Iterator[Issue]:
    """Find money in a row under no name, which is added to the one above."""
    if record.text("kode") or record.text("uraian"):  # merged: the name stands beside it too
        return
    earlier = entry.rows[: entry.rows.index(record)]
    for column, cell in record.cells.items():
        if column.field != "pagu" or cell.ref.row != record.number or is_blank_word(cell.text):
            continue
        if any(other.own_at(column) for other in earlier):
            name = one_line(entry.head.text("kode") or entry.head.text("uraian"))
            yield Issue(
                "BARIS-05",
                Severity.PERINGATAN,
                f"pagu di baris tanpa kode dan uraian ini dijumlahkan ke pagu {name}",
                cell.ref,
                "Isi kode dan uraiannya bila baris ini komponen lain, atau tandai Jumlah.",
            )
            return


def _unread(number: int, cells: Sequence[Cell], record: Record) -> Issue:
    names = ", ".join(f"{column_name(cell.column)}{number}" for cell in cells)
    return Issue(
        "BARIS-01",
        Severity.PERINGATAN,
        f"baris tanpa kode, uraian, indikator, target, dan pagu tidak dibaca ({names})",
        cells[0].ref if cells else record.ref,
        "Lengkapi barisnya, satukan isinya dengan baris di atasnya, atau kosongkan.",
    )


def lost_rows(
    sheet: Sheet,
    fates: Mapping[int, Fate],
    records: Iterable[Record],
    issues: Iterable[Issue],
) -> Iterator[Issue]:
    """Find rows that an arrangement saw as entries and neither read nor reported."""
    taken = {record.number for record in records} | {issue.ref.row for issue in issues}
    for row in sheet.rows:
        if fates.get(row.number, Fate.UNKNOWN) is Fate.RECORD and row.number not in taken:
            first = next((cell for cell in row.cells if cell.ref.row == row.number), row.cells[0])
            yield Issue(
                "BARIS-06",
                Severity.PERINGATAN,
                f'baris "{one_line(first.text)}" tidak dibaca',
                first.ref,
                "Lengkapi barisnya menurut kolom-kolomnya, atau kosongkan.",
            )
