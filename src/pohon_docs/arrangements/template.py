"""The template's arrangement: a sheet each for identity, tree, tujuan, program, partners."""

from collections.abc import Callable
from dataclasses import replace

from pohon_docs import headings
from pohon_docs.arrangements import Arrangement
from pohon_docs.arrangements._identity import read_identity, sheet_of
from pohon_docs.arrangements._nodes import (
    Built,
    direction_node,
    partnership,
    performance_node,
    program_node,
    statement_into,
)
from pohon_docs.entries import Entry, entries
from pohon_docs.identitas import Identitas
from pohon_docs.issue import Issue, Severity
from pohon_docs.model import Jenis, Kemitraan, Node, Rencana
from pohon_docs.source import Book, Sheet
from pohon_docs.tables import Records, read_table
from pohon_docs.values import key

_REQUIRED = ("identitas", "pohon")
_EXPECTED = ("arah", "program")
_BUILDERS: dict[str, Callable[[Entry], Built]] = {
    "pohon": performance_node,
    "arah": direction_node,
    "program": program_node,
}


def recognises(book: Book) -> bool:
    """Tell whether any sheet is named as the template names its sheets."""
    return any(headings.sheet_kind(sheet.name) for sheet in book.sheets)


def read(book: Book) -> tuple[Rencana, tuple[Issue, ...]]:
    """Read a workbook in the template's arrangement."""
    issues = [*_sheet_issues(book)]
    identitas, tables = Identitas(), {}
    for kind in (*_REQUIRED, *_EXPECTED, "kemitraan"):
        sheet = sheet_of(kind, book.sheets)
        if sheet is None:
            continue
        if kind == "identitas":
            identitas, said = read_identity(sheet)
            issues.extend(said)
        else:
            tables[kind] = _table(sheet, kind, issues)
    nodes = tuple(node for kind in _BUILDERS for node in _nodes(kind, tables.get(kind), issues))
    partners = _partners(tables.get("kemitraan"))
    tahun = _years(identitas, tables.values())
    return _linked(Rencana(identitas, tahun, nodes, partners)), tuple(issues)


def _sheet_issues(book: Book) -> list[Issue]:
    """Report sheets that are missing, and name once those that are left alone."""
    issues = []
    for kind in (*_REQUIRED, *_EXPECTED):
        if sheet_of(kind, book.sheets) is None:
            name = headings.sheet_names(kind)[0]
            severity = Severity.GALAT if kind in _REQUIRED else Severity.PERINGATAN
            issues.append(
                Issue(
                    "LEMBAR-01",
                    severity,
                    f'lembar "{name}" tidak ada',
                    book.ref,
                    "Tambahkan lembarnya, atau mulai dari templat (pohon-docs init).",
                )
            )
    used = {id(sheet_of(kind, book.sheets)) for kind in (*_REQUIRED, *_EXPECTED, "kemitraan")}
    alone = [sheet.name for sheet in book.sheets if id(sheet) not in used and sheet.rows]
    if alone:
        names = ", ".join(f'"{name}"' for name in alone)
        issues.append(
            Issue("LEMBAR-05", Severity.SARAN, f"lembar lain tidak dibaca: {names}", book.ref)
        )
    return issues


def _table(sheet: Sheet, kind: str, issues: list[Issue]) -> Records | None:
    """Read a sheet's table; an empty sheet or one without header is a finding."""
    table = read_table(sheet, kind)
    if table is None:
        message = "lembar kosong" if not sheet.rows else "baris judul kolom tidak ditemukan"
        wanted = ", ".join(headings.wordings(kind, field)[0] for field in headings.required(kind))
        issues.append(
            Issue(
                "LEMBAR-06",
                Severity.GALAT,
                message,
                sheet.ref,
                f"Tulis judul kolom {wanted} pada 30 baris pertama.",
            )
        )
        return None
    issues.extend(table.issues)
    if not table.rows and kind in _BUILDERS:
        issues.append(
            Issue(
                "LEMBAR-07",
                Severity.PERINGATAN,
                "tabel belum berisi",
                table.header,
                "Isi baris di bawah judul kolomnya.",
            )
        )
    return table


def _nodes(kind: str, table: Records | None, issues: list[Issue]) -> list[Node]:
    """Build a table's nodes; in the program sheet a row without code states the one above."""
    nodes: list[Node] = []
    for entry in entries(table.rows) if table else ():
        stated = kind == "program" and nodes and _is_statement(entry)
        node, said = statement_into(nodes.pop(), entry) if stated else _BUILDERS[kind](entry)
        nodes.append(node)
        issues.extend(said)
    return nodes


def _is_statement(entry: Entry) -> bool:
    head = entry.head
    return head.own("kode") is None and "kode" not in head.lacking and not head.text("jenis")


def _partners(table: Records | None) -> tuple[Kemitraan, ...]:
    return tuple(partnership(record) for record in table.rows) if table else ()


def _years(identitas: Identitas, tables: object) -> tuple[int, ...]:
    """Return the years of the period, else those that the headings name."""
    if identitas.periode_awal and identitas.periode_awal <= identitas.periode_akhir:
        return tuple(range(identitas.periode_awal, identitas.periode_akhir + 1))
    found = {
        column.tahun
        for table in tables  # type: ignore[attr-defined]
        if table
        for column in table.columns.values()
        if column.tahun
    }
    return tuple(sorted(found))


def _linked(rencana: Rencana) -> Rencana:
    """Turn links that are written as a node's exact wording into its code."""
    wording = {
        key(node.uraian): node.kode for node in reversed(rencana.of(Jenis.KINERJA)) if node.kode
    }
    known = {node.kode for node in rencana.of(Jenis.KINERJA)}

    def code(text: str) -> str:
        return text if text in known else wording.get(key(text), text)

    nodes = tuple(
        replace(node, mendukung=tuple(dict.fromkeys(code(text) for text in node.mendukung)))
        for node in rencana.node
    )
    return replace(rencana, node=nodes)


ARRANGEMENT = Arrangement(
    name="templat",
    title="Templat: lembar Identitas, Pohon Kinerja, Tujuan dan Sasaran, Program dan Kegiatan",
    recognises=recognises,
    read=read,
)
