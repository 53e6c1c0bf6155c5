"""The sheets of a book, each read by the arrangement that claims it, become one plan."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from pohon_docs.arrangements import Arrangement, Part, arrangements
from pohon_docs.arrangements._identity import read_identity
from pohon_docs.identitas import Identitas
from pohon_docs.issue import Issue, Severity
from pohon_docs.model import Kemitraan, Node, Rencana
from pohon_docs.reading import headings
from pohon_docs.reading.coding import bidang, gathered, odd_codes, placed_nodes
from pohon_docs.reading.contents import odd_cells
from pohon_docs.reading.entries import Entry, entries
from pohon_docs.reading.fates import Fate
from pohon_docs.reading.gaps import empty_cells
from pohon_docs.reading.leftovers import lost_rows, unused_of_statement, unused_rows
from pohon_docs.reading.linking import linked
from pohon_docs.reading.nodes import (
    Built,
    direction_node,
    partnership,
    pemda_node,
    performance_node,
    program_node,
)
from pohon_docs.reading.statements import Component, components, statement_into
from pohon_docs.reading.tables import Record
from pohon_docs.reading.totals import wrong_totals
from pohon_docs.reading.unclaimed import near_misses
from pohon_docs.source import Book, Ref, Sheet, column_name

_REQUIRED = ("identitas", "pohon")
_EXPECTED = ("arah", "program")
_PARTNERS, _PEMDA = "kemitraan", "pemda"
_UNFILLED = {"IDENTITAS-01", "LEMBAR-07"}
"""The findings of a template as it was delivered."""
_BUILDERS: dict[str, Callable[[Entry], Built]] = {
    "pohon": performance_node,
    "arah": direction_node,
    "program": program_node,
    _PEMDA: pemda_node,
}


@dataclass(frozen=True, slots=True)
class _Read:
    """A sheet with what it says."""

    sheet: Sheet
    part: Part

    def holds(self, kind: str) -> bool:
        """Tell whether the sheet says anything of a kind."""
        return kind in self.part.records or (kind == "identitas" and bool(self.part.identitas))

    @property
    def examples(self) -> tuple[Ref, ...]:
        """The cells of the template's examples that are still there."""
        rows = (row for row in self.sheet.rows if self.part.fates.get(row.number) is Fate.EXAMPLE)
        firsts = (next(c for c in row.cells if headings.is_example(c.text)) for row in rows)
        return tuple(cell.ref for cell in firsts)


def read_plan(book: Book) -> tuple[Rencana | None, tuple[Issue, ...]]:
    """Read a book's plan with what is wrong in it; None where no sheet is known."""
    read, issues = _parts(book)
    if not read and not issues:
        return None, (_nothing_known(book),)
    issues += _sheet_issues(book, read)
    chosen = {kind: _chosen(kind, read, issues) for kind in (*_BUILDERS, _PARTNERS)}
    for one in read:
        issues.extend(one.part.issues)
        issues += _lost(one)
    for kind, records in chosen.items():
        issues += [*odd_cells(kind, records), *empty_cells(kind, records)]
    identitas = next((one.part.identitas for one in read if one.part.identitas), Identitas())
    unit = bidang(identitas)
    issues += odd_codes(chosen["program"], unit)
    built = {kind: _nodes(kind, chosen[kind], issues) for kind in _BUILDERS}
    pemda = tuple(built.pop(_PEMDA))
    nodes = placed_nodes([node for some in built.values() for node in some], unit)
    partners: tuple[Kemitraan, ...] = tuple(map(partnership, chosen[_PARTNERS]))
    tahun = _years(identitas, read)
    rencana = linked(Rencana(identitas, tahun, nodes, partners, pemda))
    totals = [record for one in read for record in one.part.totals]
    examples = [ref for one in read for ref in one.examples]
    if examples and not nodes and {issue.code for issue in issues} <= _UNFILLED:
        return None, (_unfilled(book),)
    said = (*gathered(issues, "KODE-01"), *_examples(book, examples))
    return rencana, (*said, *wrong_totals(rencana, totals))


def _unfilled(book: Book) -> Issue:
    """Return the one finding of a template that nobody has filled yet."""
    message = "buku kerja masih templat: baru berisi baris CONTOH, jadi belum ada dokumen"
    hint = "Isi lembar-lembarnya mengikuti lembar Petunjuk, lalu ulangi."
    return Issue("CONTOH-02", Severity.SARAN, message, book.ref, hint)


def _examples(book: Book, refs: Sequence[Ref]) -> tuple[Issue, ...]:
    """Name once the template's example rows that are still there and aren't read."""
    if not refs:
        return ()
    places = ", ".join(f"{ref.sheet}!{column_name(ref.column)}{ref.row}" for ref in refs)
    message = f"isian CONTOH dari templat tidak dibaca: {places}"
    hint = "Hapus bila tidak diperlukan lagi."
    return (Issue("CONTOH-01", Severity.SARAN, message, book.ref, hint),)


def _parts(book: Book) -> tuple[list[_Read], list[Issue]]:
    """Read every sheet that one arrangement claims; two for a sheet are a finding."""
    read: list[_Read] = []
    issues: list[Issue] = []
    for sheet in _dated(_planning(book)):
        claimants = [one for one in arrangements() if one.claims(sheet)]
        claimants = claimants or [one for one in arrangements() if one.adopts(sheet)][:1]
        if len(claimants) > 1:
            issues.append(_disputed(sheet, claimants))
        elif claimants:
            read.append(_Read(sheet, claimants[0].read(sheet)))
    return read, issues


def _dated(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Tell every sheet the first year of the period that the book's identity gives."""
    given = (read_identity(one)[0] for one in sheets if _holds_identity(one))
    first = next((one.periode_awal for one in given if one.periode_awal), 0)
    return [replace(one, tahun_awal=first) for one in sheets]


def _holds_identity(sheet: Sheet) -> bool:
    return headings.sheet_kind(sheet.name) == "identitas"


def _planning(book: Book) -> tuple[Sheet, ...]:
    """Return the sheets that may say something of the plan, not how it is filled in."""
    return tuple(one for one in book.sheets if not headings.is_guide(one.name))


def _nothing_known(book: Book) -> Issue:
    sheets = ", ".join(f'"{sheet.name}"' for sheet in book.sheets)
    return Issue(
        "BUKU-03",
        Severity.GALAT,
        f"tidak ada lembar yang dikenali (yang ada: {sheets or 'tidak satu pun'})",
        book.ref,
        'Beri nama lembarnya "Identitas", "Pohon Kinerja", "Tujuan dan Sasaran", dan '
        '"Program dan Kegiatan".',
    )


def _disputed(sheet: Sheet, claimants: Sequence[Arrangement]) -> Issue:
    names = " dan ".join(f'"{one.name}"' for one in claimants)
    return Issue(
        "LEMBAR-10",
        Severity.GALAT,
        f"lembar cocok dengan dua susunan, {names}, jadi tidak dibaca",
        sheet.ref,
        "Pisahkan menjadi dua lembar, atau hapus judul kolom yang tidak dipakai.",
    )


def _sheet_issues(book: Book, read: Sequence[_Read]) -> list[Issue]:
    """Report parts of the plan that no sheet holds, and name once the sheets left alone."""
    issues = []
    for kind in (*_REQUIRED, *_EXPECTED):
        if not any(one.holds(kind) for one in read):
            name = headings.sheet_names(kind)[0]
            severity = Severity.GALAT if kind in _REQUIRED else Severity.PERINGATAN
            hint = "Tambahkan lembarnya, atau mulai dari templat (pohon-docs init)."
            message = f'lembar "{name}" tidak ada'
            issues.append(Issue("LEMBAR-01", severity, message, book.ref, hint))
    incomplete = bool(issues)
    used = {one.sheet.name for one in read}
    alone = [one for one in _planning(book) if one.name not in used and one.rows]
    if alone:
        names = ", ".join(f'"{one.name}"' for one in alone)
        message = f"lembar lain tidak dibaca: {names}"
        issues.append(Issue("LEMBAR-05", Severity.SARAN, message, book.ref))
    return [*issues, *(near_misses(_lone(alone)) if incomplete else ())]


def _lone(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Return the sheets that no arrangement claims, as against those that two do."""
    return [one for one in sheets if not any(each.claims(one) for each in arrangements())]


def _chosen(kind: str, read: Sequence[_Read], issues: list[Issue]) -> tuple[Record, ...]:
    """Return the records of the first sheet that holds a kind, naming those passed over.

    A sheet of the template's name comes before a matrix that says the same in its way.
    """
    holding = [one for one in read if one.holds(kind)]
    holding.sort(key=lambda one: headings.sheet_kind(one.sheet.name) != kind)
    for other in holding[1:]:
        if other.part.records[kind]:
            names = (headings.sheet_names(kind)[0], holding[0].sheet.name)
            message = 'bagian "{}" di lembar ini tidak dibaca, karena sudah ada di lembar "{}"'
            text = message.format(*names)
            hint = "Hapus salah satunya, atau pindahkan ke buku kerja lain."
            issues.append(Issue("LEMBAR-11", Severity.PERINGATAN, text, other.sheet.ref, hint))
    return holding[0].part.records[kind] if holding else ()


def _nodes(kind: str, records: Sequence[Record], issues: list[Issue]) -> list[Node]:
    """Build a kind's nodes; programs with the statements that stand below them."""
    heads = list(entries(records))
    found = components(heads) if kind == "program" else map(Component, heads)
    return [_node(kind, one, issues) for one in found]


def _node(kind: str, component: Component, issues: list[Issue]) -> Node:
    """Build a node of a kind, then give it what the rows below its name state."""
    node, said = _BUILDERS[kind](component.name)
    issues += [*said, *unused_rows(component.name)]
    for entry in component.below:
        node, said = statement_into(node, entry)
        issues += [*unused_of_statement(entry, component.name.head), *said, *unused_rows(entry)]
    return node


def _lost(one: _Read) -> Iterator[Issue]:
    """Find the rows of a sheet that its arrangement neither read nor reported."""
    if one.part.identitas is not None:
        return iter(())
    records = [record for found in one.part.records.values() for record in found]
    return lost_rows(one.sheet, one.part.fates, (*records, *one.part.totals), one.part.issues)


def _years(identitas: Identitas, read: Sequence[_Read]) -> tuple[int, ...]:
    """Return the years of the period, else those that the headings name."""
    if identitas.periode_awal and identitas.periode_awal <= identitas.periode_akhir:
        return tuple(range(identitas.periode_awal, identitas.periode_akhir + 1))
    return tuple(sorted({tahun for one in read for tahun in one.part.tahun}))
