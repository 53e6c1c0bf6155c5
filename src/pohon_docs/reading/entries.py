"""Records become entries: a named row with the indicator rows that continue it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pohon_docs.reading.tables import Record
from pohon_docs.source import Ref
from pohon_docs.values import clean, one_line


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
        named = self.head.fields
        found = ((field, self.head.cell(field)) for field in fields if field in named)
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
