"""Tables of hundreds of rows: cut at programs, every row once, and the reading of their columns."""

import pytest

import plans
import reports
from pohon_docs.blocks import Caption, Pages, Report
from pohon_docs.layout.report import fitted
from pohon_docs.model import Jenis, Node, Rencana
from pohon_docs.views import Table, TableCell, TableRow


def large(programs: int, kegiatan: int) -> Rencana:
    """Return a plan of so many programs, each with so many kegiatan of four sub kegiatan."""
    made: list[Node] = []
    for program in range(1, programs + 1):
        code = f"7.01.{program:02}"
        made.append(plans.component(code, uraian=f"PROGRAM KE-{program}"))
        for number in range(1, kegiatan + 1):
            own = f"{code}.2.{number:02}"
            made.append(plans.component(own, jenis=Jenis.KEGIATAN, induk=(code,), uraian="Kelola"))
            made += [
                plans.component(
                    f"{own}.{sub:04}", jenis=Jenis.SUB_KEGIATAN, induk=(own,), uraian="Susun"
                )
                for sub in range(1, 5)
            ]
    return plans.plan(*made)


def pieces(rencana: Rencana) -> list[Table]:
    """Return the tables that T-C.33 became."""
    blocks = reports.view(rencana, "renja").blocks
    at = next(n for n, b in enumerate(blocks) if isinstance(b, Caption) and "T-C.33" in b.number)
    found: list[Table] = []
    for block in blocks[at + 1 :]:
        if not isinstance(block, Table):
            break
        found.append(block)
    return found


def test_a_long_table_is_cut_where_programs_begin_and_loses_no_row() -> None:
    rencana = large(8, 18)  # eight programs of 91 rows
    found = pieces(rencana)
    assert [len(table.rows) for table in found] == [182] * 4
    assert len({table.widths for table in found}) == 1
    assert len({table.header for table in found}) == 1
    for table in found:
        assert table.rows[0].role == "program"
    codes = ["".join(row.cells[0].text) for table in found for row in table.rows]
    assert codes == [node.kode for node in rencana.node]


def test_a_program_longer_than_the_bar_stays_one_table() -> None:
    assert [len(table.rows) for table in pieces(large(2, 60))] == [301, 301]


def test_a_short_table_stays_one() -> None:
    assert len(pieces(large(3, 10))) == 1


def test_every_table_of_a_long_report_has_the_rows_that_were_built() -> None:
    rencana = large(8, 18)
    word = reports.word(rencana, "renja")
    assert word.faults() == []
    rows = [row for table in word.tables for row in table.body if len(row.cells) > 1]
    assert len(rows) == 2 * len(rencana.node) + 1  # T-C.33, and 4.1 with its unit


def table_of(*columns: tuple[str, ...]) -> Table:
    """Return a table of columns of numbers, laid out."""
    rows = tuple(
        TableRow("program", tuple(TableCell((text,), "angka.program") for text in texts))
        for texts in zip(*columns, strict=True)
    )
    header = TableRow("kepala", tuple(TableCell(("A",), "kepala") for _ in columns))
    table = Table((1.0,) * len(columns), (header,), rows)
    pages = Pages("mendatar", "angka", (table,))
    report = fitted(Report("", "", "", "", "", (pages,)), plans.style())
    return next(block for block in report.blocks if isinstance(block, Table))


def test_columns_are_as_wide_as_their_numbers_whatever_the_digits() -> None:
    table = table_of(("1.111.111", "9"), ("8.888.888", "8"))
    assert table.widths[0] == table.widths[1]
    wider = table_of(("1.111.111.111", "9"), ("8.888.888", "8"))
    assert wider.widths[0] > wider.widths[1]


@pytest.mark.parametrize("strange", ["a\x1fb", "", "½ ² – “kutip”", "baris\nkedua"])
def test_strange_texts_are_measured_all_the_same(strange: str) -> None:
    table = table_of((strange, "1.250.000"), ("1.250.000", "1.250.000"))
    assert min(table.widths) > 0
