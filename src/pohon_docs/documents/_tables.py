"""A regulation's table from its file and a plan: one engine for every table."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from pohon_docs.comparison.merging import Beside
from pohon_docs.documents._groups import Group, walk
from pohon_docs.documents._header import Head, filled, header_rows, lines_above, looked, scope
from pohon_docs.documents._options import Options
from pohon_docs.documents._place import Place, Source
from pohon_docs.documents._sources import SOURCES
from pohon_docs.indikator import Indikator
from pohon_docs.model import Rencana
from pohon_docs.packs import Pack, RowSpec, TableSpec
from pohon_docs.views import Merge, Table, TableCell, TableRow

_EMPTY = Indikator("")
_SAYS = ("perubahan", "pagu_selisih")
"""The columns that say in words and in money what became of a row, which isn't dropped with it."""
_CUT = ("program", "rujukan")
"""Kinds at which the text beside a group is said anew, so that pages and tables may end there."""


@dataclass(frozen=True, slots=True)
class Record:
    """A row before its columns are known: its kind, its group, its place among its indicators.

    `beside` holds what stands beside it by column name: a text of the group around it.
    `begins` marks a row where a long table may be cut.
    """

    row: RowSpec
    group: Group
    indikator: Indikator = _EMPTY
    at: int = 0
    count: int = 1
    keep: bool = False
    begins: bool = False
    beside: Mapping[str, tuple[str, Merge]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Column:
    """A column: its name, its role, its year, and where its values come from unless a row says."""

    nama: str
    peran: str
    tahun: int
    isi: Source


class _Engine:
    """One table in the making: the groups become records, the records become rows."""

    def __init__(self, spec: TableSpec, rencana: Rencana, pack: Pack) -> None:
        self._spec = spec
        self._rencana = rencana
        self._pack = pack
        self._rows: dict[str, list[RowSpec]] = {}
        for row in spec.baris:
            self._rows.setdefault(row.untuk, []).append(row)
        self._hanging: dict[str, list[tuple[str, Source]]] = {}
        for leaf in spec.leaves():
            if leaf.gantung:
                own = self._hanging.setdefault(leaf.gantung, [])
                own.append((leaf.sebutan, SOURCES[leaf.isi]))

    def records(self) -> list[Record]:
        """Return the table's records from the top."""
        found: list[Record] = []
        for group in walk(self._spec, self._rencana, self._pack):
            if group.jenis == "jumlah" and found:  # a total alone on a page says nothing
                found[-1] = replace(found[-1], keep=True)
            for segment in self._segments(group):
                found.extend([replace(segment[0], begins=True), *segment[1:]] if segment else ())
        return found

    def _segments(self, group: Group) -> list[list[Record]]:
        """Return a group's rows, a segment for each program so that names can be said anew."""
        own = list(self._own(group))
        segments = [own]
        for below in group.below:
            for number, segment in enumerate(self._segments(below)):
                anew = number > 0 or self._parts(group, below)
                if anew and len(segments[-1]) > len(own) * (len(segments) == 1):
                    segments.append(segment)
                else:
                    segments[-1] = [*segments[-1], *segment]
        return [self._hung(group, rows, n) for n, rows in enumerate(segments)]

    def _parts(self, group: Group, below: Group) -> bool:
        """Tell whether the rows of a group end where those of one below it begin."""
        return below.jenis in _CUT or any(one.jenis in _CUT for one in below.below)

    def _own(self, group: Group) -> Iterator[Record]:
        """Yield the rows that a group makes itself; those of its indicators stay together."""
        made: list[Record] = []
        for row in self._rows.get(group.jenis, ()):
            several = self._several(row, group, first=not made)
            count = len(several)
            made += [Record(row, group, one, at, count, True) for at, one in enumerate(several)]
        if made:
            made[-1] = replace(made[-1], keep=group.keep)
        yield from made

    def _several(self, row: RowSpec, group: Group, *, first: bool) -> tuple[Indikator, ...]:
        """Return the indicators that a kind of row is made for, or one row without any.

        A node without is a row all the same, unless an earlier row tells of it, or the table
        is a list of indicators.
        """
        if group.jenis == "tujuan" and group.node is None:
            return ()
        if row.per == "simpul" or row.penuh != "kosong":
            return (_EMPTY,)
        stated = group.node is not None and bool(group.node.sasaran)
        listing = bool(self._spec.saring) and group.node is not None
        silent = not group.indikator and (listing if first else not stated)
        return () if silent else group.indikator or (_EMPTY,)

    def _hung(self, group: Group, rows: list[Record], number: int) -> list[Record]:
        """Let a group's texts stand beside its rows: merged while they keep together, then flowing.

        A merged cell that crosses a page would leave the next page's part empty and unruled.
        """
        columns = self._hanging.get(group.jenis, ())
        if not columns:
            return rows
        place = Place(self._rencana, self._pack, group)
        texts = {name: source.read(place, 0) for name, source in columns}
        if number:
            more = self._pack.teks["tabel.lanjutan"]
            texts = {
                name: f"{text} {more}" if _is_told(text) else text for name, text in texts.items()
            }
        written: list[Record] = []
        kept = True
        for at, record in enumerate(rows):
            below = Merge.CONTINUE if kept else Merge.FLOW
            merge = Merge.START if at == 0 else below
            own = {name: ("" if at else text, merge) for name, text in texts.items()}
            written.append(replace(record, beside={**record.beside, **own}))
            kept = kept and record.keep
        return written


def _is_told(text: str) -> bool:
    """Tell whether a text is worth a mark that it goes on: a name is, a number isn't."""
    return bool(text) and not text.isdigit()


def table(
    spec: TableSpec,
    rencana: Rencana,
    fields: Mapping[str, str],
    pack: Pack,
    asked: Options,
    beside: Beside | None = None,
) -> Table:
    """Return a regulation's table: its header rows, the row of column numbers, the records.

    `beside` is the plan before, where `rencana` holds both plans in one.
    """
    known = scope(spec, rencana, fields, asked)
    heads = filled(spec.kolom, known)
    leaves = tuple(leaf for head in heads for leaf in head.leaves)
    spec = _without_unasked(spec, known.options)
    above = [(name, getattr(rencana.identitas, name)) for name in spec.atas]
    lines = [pack.teks[f"tabel.{name}"].format(isi=text) for name, text in above if text]
    return Table(
        widths=tuple(leaf.heading.lebar for leaf in leaves),
        header=(*lines_above(lines, len(leaves)), *header_rows(heads, spec)),
        rows=tuple(_rows(spec, rencana, pack, leaves, beside)),
    )


def _without_unasked(spec: TableSpec, options: Set[str]) -> TableSpec:
    """Return a table without the kinds that only columns tell of which nobody asked for."""
    told = {one.gantung for heading in spec.kolom for one in heading.leaves() if one.gantung}
    off = [one for one in spec.kolom if one.bila and one.bila not in options]
    gone = {one.gantung for heading in off for one in heading.leaves() if one.gantung}
    kept = {one.gantung for one in spec.kolom if one not in off}
    unasked = (told & gone) - kept - {row.untuk for row in spec.baris}
    return replace(spec, tingkat=tuple(one for one in spec.tingkat if one not in unasked))


def _rows(
    spec: TableSpec,
    rencana: Rencana,
    pack: Pack,
    leaves: Sequence[Head],
    beside: Beside | None,
) -> Iterator[TableRow]:
    """Yield the records laid into the table's columns."""
    plans = {id(row): _columns(row, leaves) for row in spec.baris}
    number = 0
    for record in _Engine(spec, rencana, pack).records():
        number += record.indikator is not _EMPTY
        place = Place(rencana, pack, record.group, record.indikator, number, beside)
        cells = tuple(_cells(record, place, plans[id(record.row)], spec))
        yield TableRow(record.group.jenis, cells, record.keep, begins=record.begins)


def _columns(row: RowSpec, leaves: Sequence[Head]) -> tuple[_Column, ...]:
    """Return where every column of a kind of row gets its values."""
    found: list[_Column] = []
    for leaf in leaves:
        name = leaf.heading.sebutan
        quiet = leaf.heading.gantung or (row.hanya and name not in row.hanya)
        source = row.isi.get(name, "kosong" if quiet else leaf.heading.isi)
        found.append(_Column(name, leaf.heading.peran, leaf.tahun, SOURCES[source]))
    return tuple(found)


def _cells(
    record: Record, place: Place, columns: Sequence[_Column], spec: TableSpec
) -> Iterator[TableCell]:
    """Yield a row's cells: a wide one that says what it is, or one for each column."""
    row = record.row
    kind = looked(row.rupa or record.group.jenis, spec)
    if row.penuh != "kosong":
        said = SOURCES[row.penuh].read(place, 0)
        yield TableCell(_paragraphs(said), f"teks.{kind}", len(columns))
        return
    start = [column.nama for column in columns].index(row.sampai) if row.label else 0
    if start:
        yield TableCell((row.label,), f"jumlah.{kind}", start)
    for column in columns[start:]:
        mark = _mark(place, column)
        yield _cell(record, place, column, f"{kind}.{mark}" if mark else kind)


def _mark(place: Place, column: _Column) -> str:
    """Return what became of what a cell tells; the cell that says it in words is never struck."""
    mark = place.mark if column.isi.shared else place.mark_of_indikator
    return f"{mark}.{_SAYS[0]}" if mark and column.nama in _SAYS else mark


def _cell(record: Record, place: Place, column: _Column, kind: str) -> TableCell:
    if column.nama in record.beside:
        text, merge = record.beside[column.nama]
        return TableCell(_paragraphs(text), column.peran, 1, merge)
    shared = column.isi.shared and record.count > 1
    merge = (Merge.CONTINUE if record.at else Merge.START) if shared else Merge.NONE
    text = "" if shared and record.at else column.isi.read(place, column.tahun)
    return TableCell(_paragraphs(text), f"{column.peran}.{kind}", 1, merge)


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(text.split("\n")) if text else ()
