"""A regulation's table from its columns and a plan's records: one engine for every table."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pohon_docs.packs import Heading, TableSpec
from pohon_docs.views import Merge, Table, TableCell, TableRow

Key = tuple[str, int | None]
"""A column: the name of its values and, where it is one of several years, its year."""


@dataclass(frozen=True, slots=True)
class Record:
    """A row before its columns are known: its kind, its texts and how columns merge down.

    Columns in `beside` hold a text of the rows above, so that the row's kind isn't theirs;
    `label` stands over all columns before the one named `until`, as in a row of totals.
    """

    jenis: str
    texts: Mapping[Key, str]
    merge: Mapping[str, Merge] = field(default_factory=dict)
    keep: bool = False
    beside: frozenset[str] = frozenset()
    label: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class _Head:
    """A heading with its fields filled in; one without headings below it is a column."""

    judul: str
    key: Key
    lebar: float
    peran: str
    below: tuple["_Head", ...]

    @property
    def leaves(self) -> tuple["_Head", ...]:
        """The columns under this heading, itself where it is one."""
        return tuple(leaf for head in self.below for leaf in head.leaves) or (self,)

    @property
    def depth(self) -> int:
        """How many header rows the heading and those below it take."""
        return 1 + max((head.depth for head in self.below), default=0)


def table(
    spec: TableSpec, years: Sequence[int], fields: Mapping[str, str], records: Sequence[Record]
) -> Table:
    """Return a regulation's table: its header rows, the row of column numbers, the records."""
    heads = _filled(spec.kolom, years, fields, None)
    leaves = tuple(leaf for head in heads for leaf in head.leaves)
    return Table(
        widths=tuple(leaf.lebar for leaf in leaves),
        header=(*_header(heads), _numbers(len(leaves))),
        rows=tuple(_row(record, leaves) for record in records),
    )


def hung(records: Sequence[Record], column: str, text: str) -> list[Record]:
    """Let one text stand beside several records: merged while they keep together, then flowing.

    A merged cell that crosses a page would leave the next page's part empty and unruled.
    """
    written: list[Record] = []
    kept = True
    for number, record in enumerate(records):
        below = Merge.CONTINUE if kept else Merge.FLOW
        merge = Merge.START if number == 0 else below
        texts = {**record.texts, (column, None): text if number == 0 else ""}
        merges = {**record.merge, column: merge}
        written.append(replace(record, texts=texts, merge=merges, beside=record.beside | {column}))
        kept = kept and record.keep
    return written


def _filled(
    headings: Sequence[Heading], years: Sequence[int], fields: Mapping[str, str], year: int | None
) -> tuple[_Head, ...]:
    """Fill in the headings' fields, repeating the yearly ones for every year."""
    heads: list[_Head] = []
    for heading in headings:
        for own in years if heading.ulang else (year,):
            number = {"tahun": str(own), "ke": str(years.index(own) + 1)} if own else {}
            known = {**fields, **number}
            below = _filled(heading.kolom, years, known, own)
            judul = heading.judul.format(**known)
            heads.append(_Head(judul, (heading.isi, own), heading.lebar, heading.peran, below))
    return tuple(heads)


def _header(heads: Sequence[_Head]) -> Iterator[TableRow]:
    """Yield the header rows, a column's heading merged down to the last of them."""
    depth = max(head.depth for head in heads)
    rows: list[list[TableCell]] = [[] for _ in range(depth)]
    for head in heads:
        _place(head, rows)
    for cells in rows:
        yield TableRow("kepala", tuple(cells), keep=True)


def _place(head: _Head, rows: Sequence[list[TableCell]]) -> None:
    """Put a heading into the first of `rows`, and what is below it into the others."""
    merged = not head.below and len(rows) > 1
    merge = Merge.START if merged else Merge.NONE
    rows[0].append(TableCell(_paragraphs(head.judul), "kepala", len(head.leaves), merge))
    for below in head.below:
        _place(below, rows[1:])
    if merged:
        for cells in rows[1:]:
            cells.append(TableCell((), "kepala", 1, Merge.CONTINUE))


def _numbers(count: int) -> TableRow:
    """Return the row that numbers the columns."""
    cells = (TableCell((f"({number})",), "nomor_kolom") for number in range(1, count + 1))
    return TableRow("nomor_kolom", tuple(cells), keep=True)


def _row(record: Record, leaves: Sequence[_Head]) -> TableRow:
    """Lay a record into the table's columns."""
    names = [leaf.key[0] for leaf in leaves]
    start = names.index(record.until) if record.label else 0
    label = TableCell((record.label,), f"jumlah.{record.jenis}", start)
    cells = tuple(_cell(record, leaf) for leaf in leaves[start:])
    return TableRow(record.jenis, (label, *cells) if start else cells, record.keep)


def _cell(record: Record, leaf: _Head) -> TableCell:
    name = leaf.key[0]
    text = record.texts.get(leaf.key, "")
    role = leaf.peran if name in record.beside else f"{leaf.peran}.{record.jenis}"
    return TableCell(_paragraphs(text), role, 1, record.merge.get(name, Merge.NONE))


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(text.split("\n")) if text else ()
