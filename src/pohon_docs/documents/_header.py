"""A table's headings with years and names filled in, its header rows, its columns."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from pohon_docs.documents._options import Options, chosen
from pohon_docs.model import Rencana
from pohon_docs.packs import Heading, TableSpec
from pohon_docs.views import Merge, TableCell, TableRow

_NUMBERED = {"(1)": "({})", "(01)": "({:02})", "1": "{}"}


@dataclass(frozen=True, slots=True)
class Head:
    """A heading with its fields filled in; one without headings below it is a column.

    `tahun` is the year that a column speaks of.
    """

    heading: Heading
    judul: str
    tahun: int
    below: tuple["Head", ...]

    @property
    def leaves(self) -> tuple["Head", ...]:
        """The columns under this heading, itself where it is one."""
        return tuple(leaf for head in self.below for leaf in head.leaves) or (self,)

    @property
    def depth(self) -> int:
        """How many header rows the heading and those below it take."""
        return 1 + max((head.depth for head in self.below), default=0)


@dataclass(frozen=True, slots=True)
class Scope:
    """What headings may name: the years of a table, the document's year, names, options."""

    years: tuple[int, ...]
    year: int
    fields: Mapping[str, str]
    options: Set[str]


def scope(spec: TableSpec, rencana: Rencana, fields: Mapping[str, str], asked: Options) -> Scope:
    """Return what a table's headings may name, its years as the table and the plan ask."""
    options = chosen(spec, asked)
    years = rencana.tahun
    after = years[-1] + 1 if years else 0
    if spec.tahun_sesudah and _has_figures(rencana, after):
        years = (*years, after)
    without = {"ya": False, "tidak": True, "pilihan": "tahun_pertama" not in options}
    years = years[1:] if without[spec.tahun_pertama] and len(years) > 1 else years
    return Scope(years, rencana.identitas.tahun_renja, fields, options)


def _has_figures(rencana: Rencana, year: int) -> bool:
    """Tell whether a plan says anything of a year."""
    return any(
        any(one.target_tahun(year) for one in node.indikator)
        or any(pagu.tahun == year for pagu in node.pagu)
        for node in rencana.node
    )


def filled(headings: Sequence[Heading], known: Scope, year: int | None = None) -> tuple[Head, ...]:
    """Fill in the headings' fields, repeating the yearly ones for every year."""
    heads: list[Head] = []
    for heading in headings:
        if not _is_asked(heading, known):
            continue
        for own in known.years if heading.ulang else (year,):
            number = {"tahun": str(own), "ke": str(known.years.index(own) + 1)} if own else {}
            judul = heading.judul.format(**{**known.fields, **number})
            below = filled(heading.kolom, known, own)
            heads.append(Head(heading, judul, (own or known.year) + heading.geser, below))
    return tuple(heads)


def _is_asked(heading: Heading, known: Scope) -> bool:
    if heading.bila and heading.bila not in known.options:
        return False
    return not heading.kecuali or heading.kecuali not in known.options


def lines_above(lines: Sequence[str], columns: int) -> Iterator[TableRow]:
    """Yield the lines that stand over all columns, above the headings."""
    for line in lines:
        yield TableRow(
            "atas", (TableCell(tuple(line.split("\n")), "teks.atas", columns),), keep=True
        )


def header_rows(heads: Sequence[Head], spec: TableSpec) -> Iterator[TableRow]:
    """Yield the header rows, a column's heading merged down, and the row of numbers."""
    depth = max(head.depth for head in heads)
    rows: list[list[TableCell]] = [[] for _ in range(depth)]
    role = looked("kepala", spec)
    for head in heads:
        _place(head, rows, role)
    for cells in rows:
        yield TableRow("kepala", tuple(cells), keep=True)
    if spec.penomoran:
        yield _numbers([leaf for head in heads for leaf in head.leaves], spec)


def looked(role: str, spec: TableSpec) -> str:
    """Return a role in the look that a table has of its own."""
    return f"{role}.{spec.rupa}" if spec.rupa else role


def _place(head: Head, rows: Sequence[list[TableCell]], role: str) -> None:
    """Put a heading into the first of `rows`, and what is below it into the others."""
    merged = not head.below and len(rows) > 1
    merge = Merge.START if merged else Merge.NONE
    rows[0].append(TableCell(tuple(head.judul.split("\n")), role, len(head.leaves), merge))
    for below in head.below:
        _place(below, rows[1:], role)
    if merged:
        for cells in rows[1:]:
            cells.append(TableCell((), role, 1, Merge.CONTINUE))


def _numbers(leaves: Sequence[Head], spec: TableSpec) -> TableRow:
    """Return the row that numbers the columns."""
    form = _NUMBERED[spec.penomoran]
    texts = (leaf.heading.nomor or form.format(n) for n, leaf in enumerate(leaves, start=1))
    role = looked("nomor_kolom", spec)
    return TableRow("nomor_kolom", tuple(TableCell((text,), role) for text in texts), keep=True)
