"""The official tables against the model: the regulation's columns, every component once, sums."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

import plans
import reports
from pohon_docs.model import ARAH, KOMPONEN, Jenis, Node, Rencana
from pohon_docs.values import indonesian
from wordfile import WordRow, WordTable

SUMS = ("4.083.500.500", "4.248.450.000", "4.494.000.000", "4.631.650.000", "4.845.425.500")
TOTAL = "22.303.026.000"


def text(row: WordRow, column: int) -> str:
    """Return the text of the cell that covers a column."""
    cell = next(cell for cell in row.cells if cell.column <= column < cell.column + cell.span)
    return "\n".join(cell.text)


def leaves(table: WordTable) -> list[str]:
    """Return the heading of every column: the last one that says something above it."""
    *rows, _ = table.header
    found = [[text(row, column) for row in rows] for column in range(len(table.grid))]
    return [next(title for title in reversed(titles) if title) for titles in found]


def groups(table: WordTable, column: int) -> Iterator[tuple[str, list[WordRow]]]:
    """Yield every code of the table with its rows: the first, and those merged below it."""
    rows = list(table.body)
    for number, row in enumerate(rows):
        code = text(row, column)
        if code and row.cells[0].span == 1:
            group = [row]
            for below in rows[number + 1 :]:
                if len(below.cells) < column or below.cells[column].merge != "continue":
                    break
                group.append(below)
            yield code, group


def money(rencana: Rencana, node: Node, year: int) -> str:
    """Return a component's pagu of a year as its documents print it."""
    written = {pagu.tahun: pagu.nilai for pagu in node.pagu}
    below = [child for child in rencana.node if node.kode in child.induk and child is not node]
    if year in written:
        return indonesian(written[year])
    sums = [money(rencana, child, year) for child in below if child.jenis in KOMPONEN]
    known = [Decimal(value.replace(".", "")) for value in sums if value]
    return indonesian(sum(known, Decimal(0))) if known else ""


def test_t_c_25_has_the_columns_of_the_regulation() -> None:
    table = reports.table(plans.lengkap(), "renstra", "T-C.25")
    assert leaves(table) == [
        "No.",
        "Tujuan",
        "Sasaran",
        "Indikator Tujuan/Sasaran",
        *(f"{number}\n({year})" for number, year in enumerate(range(2025, 2030), start=1)),
    ]
    top = [text(table.header[0], column) for column in range(4, 9)]
    assert top == ["Target Kinerja Tujuan/Sasaran pada Tahun ke-"] * 5
    assert [text(table.header[-1], n) for n in range(9)] == [f"({n})" for n in range(1, 10)]


def test_t_c_27_has_the_columns_of_the_regulation() -> None:
    table = reports.table(plans.lengkap(), "renstra", "T-C.27")
    assert leaves(table) == [
        "Tujuan",
        "Sasaran",
        "Kode",
        "Program dan Kegiatan",
        "Indikator Kinerja Tujuan, Sasaran, Program (outcome) dan Kegiatan (output)",
        "Data Capaian pada Tahun Awal Perencanaan",
        *("target", "Rp") * 6,
        "Unit Kerja Perangkat Daerah Penanggung-jawab",
        "Lokasi",
    ]
    over = [text(table.header[0], column) for column in range(6, 18)]
    assert over == ["Target Kinerja Program dan Kerangka Pendanaan"] * 12
    years = [text(table.header[1], column) for column in range(6, 16, 2)]
    assert years == [f"Tahun-{n}\n({2024 + n})" for n in range(1, 6)]
    last = "Kondisi Kinerja pada akhir periode Renstra Perangkat Daerah"
    assert text(table.header[1], 16) == last
    assert [text(table.header[-1], n) for n in range(20)] == [f"({n})" for n in range(1, 21)]


def test_t_c_33_has_the_columns_of_the_regulation() -> None:
    table = reports.table(plans.lengkap(), "renja", "T-C.33")
    assert leaves(table) == [
        "Kode",
        "Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan",
        "Indikator Kinerja Program/Kegiatan",
        "Lokasi",
        "Target Capaian Kinerja",
        "Kebutuhan Dana/ Pagu Indikatif",
        "Sumber Dana",
        "Catatan Penting",
        "Target Capaian Kinerja",
        "Kebutuhan Dana/ Pagu Indikatif",
    ]
    assert text(table.header[0], 3) == "Rencana Tahun 2026"
    assert text(table.header[0], 8) == "Prakiraan Maju Rencana Tahun 2027"
    assert [text(table.header[-1], n) for n in range(10)] == [f"({n})" for n in range(1, 11)]


@pytest.mark.parametrize("count", range(1, 7))
def test_the_tables_have_a_column_for_every_year_of_any_period(count: int) -> None:
    rencana = reports.years(plans.lengkap(), 2025, 2024 + count)
    goals = reports.table(rencana, "renstra", "T-C.25")
    programs = reports.table(rencana, "renstra", "T-C.27")
    assert leaves(goals)[4:] == [f"{n}\n({2024 + n})" for n in range(1, count + 1)]
    assert len(programs.grid) == 8 + 2 * (count + 1)
    numbers = [text(programs.header[-1], n) for n in range(len(programs.grid))]
    assert numbers == [f"({n})" for n in range(1, len(programs.grid) + 1)]


@pytest.mark.parametrize("name", ["seed", "lengkap"])
def test_the_renstra_tells_every_component_in_full_once(name: str) -> None:
    rencana: Rencana = getattr(plans, name)()
    table = reports.table(rencana, "renstra", "T-C.27")
    found = [(code, rows) for code, rows in groups(table, 2) if not _refers(rows)]
    components = {node.kode: node for node in rencana.of(*KOMPONEN)}
    assert sorted(code for code, _ in found) == sorted(components)
    for code, rows in found:
        _assert_component(rencana, components[code], rows)


def _refers(rows: list[WordRow]) -> bool:
    return "(dirinci pada sasaran:" in text(rows[0], 3)


def _assert_component(rencana: Rencana, node: Node, rows: list[WordRow]) -> None:
    years = rencana.tahun
    pay, place = 6 + 2 * (len(years) + 1), 7 + 2 * (len(years) + 1)
    assert text(rows[0], 3) == node.uraian
    assert [text(row, 4) for row in rows] == [one.uraian for one in node.indikator] or [""]
    for at, year in enumerate(years):
        expected = [one.teks_tahun(year, years[-1]) for one in node.indikator]
        assert [text(row, 6 + 2 * at) for row in rows] == expected
        assert text(rows[0], 7 + 2 * at) == money(rencana, node, year)
    assert text(rows[0], pay) == node.penanggung_jawab
    assert text(rows[0], place) == node.lokasi


@pytest.mark.parametrize("name", ["seed", "lengkap"])
def test_the_renja_tells_every_component_once_for_its_year(name: str) -> None:
    rencana: Rencana = getattr(plans, name)()
    year, last = rencana.identitas.tahun_renja, rencana.tahun[-1]
    table = reports.table(rencana, "renja", "T-C.33")
    found = [(code, rows) for code, rows in groups(table, 0) if code not in ("7", "7.01")]
    assert [code for code, _ in found] == [node.kode for node, _ in rencana.walk(*KOMPONEN)]
    components = {node.kode: node for node in rencana.of(*KOMPONEN)}
    for code, rows in found:
        node = components[code]
        assert text(rows[0], 1) == node.uraian
        assert [text(row, 2) for row in rows] == [one.uraian for one in node.indikator]
        targets = [one.teks_tahun(year, last) for one in node.indikator]
        assert [text(row, 4) for row in rows] == targets
        own = (node.lokasi, money(rencana, node, year), node.sumber_dana, node.catatan)
        assert tuple(text(rows[0], column) for column in (3, 5, 6, 7)) == own
        assert text(rows[0], 9) == money(rencana, node, year + 1)


def test_the_renja_begins_with_urusan_and_bidang_urusan_and_their_money() -> None:
    table = reports.table(plans.lengkap(), "renja", "T-C.33")
    first, second, *_ = table.body
    assert [text(first, n) for n in (0, 1, 5, 9)] == ["7", "UNSUR KEWILAYAHAN", SUMS[1], SUMS[2]]
    assert [text(second, n) for n in (0, 1, 5, 9)] == ["7.01", "KECAMATAN", SUMS[1], SUMS[2]]


def test_totals_are_the_sums_of_the_programs_in_every_table() -> None:
    renja = reports.table(plans.lengkap(), "renja", "T-C.33")
    renstra = reports.table(plans.lengkap(), "renstra", "T-C.27")
    *_, total = renja.body
    assert [text(total, n) for n in (0, 5, 9)] == ["Jumlah", SUMS[1], SUMS[2]]
    *_, total = renstra.body
    assert [text(total, n) for n in range(7, 18, 2)] == [*SUMS, TOTAL]


def test_a_plan_without_money_prints_no_sum_and_no_zero() -> None:
    tables = (
        reports.table(plans.seed(), "renstra", "T-C.27"),
        *reports.word(plans.seed(), "renja").tables,
    )
    for table in tables:
        money_columns = [n for n, title in enumerate(leaves(table)) if title == "Rp"]
        money_columns += [n for n, title in enumerate(leaves(table)) if "Pagu" in title]
        rows = [row for row in table.body if len(row.cells) > 1]
        assert {text(row, n) for row in rows for n in money_columns} == {""}
        assert all(text(row, 0) != "Jumlah" for row in rows)


def test_a_program_under_a_second_sasaran_is_a_reference_without_money() -> None:
    rencana = plans.lengkap()
    home, other = rencana.of(Jenis.SASARAN)[:2]
    program = next(node for node in rencana.of(Jenis.PROGRAM) if node.sasaran_pd == (home.kode,))
    shared = replace(program, sasaran_pd=(home.kode, other.kode))
    nodes = tuple(shared if node is program else node for node in rencana.node)
    table = reports.table(replace(rencana, node=nodes), "renstra", "T-C.27")
    first, (row,) = [rows for code, rows in groups(table, 2) if code == program.kode]
    assert not _refers(first)
    assert text(row, 3) == f"{program.uraian} (dirinci pada sasaran: {home.uraian})"
    assert {text(row, column) for column in range(4, 20)} == {""}
    *_, total = table.body
    assert [text(total, n) for n in range(7, 18, 2)] == [*SUMS, TOTAL]


def test_t_c_25_tells_every_tujuan_and_sasaran_with_its_indicators_and_targets() -> None:
    rencana = plans.lengkap()
    table = reports.table(rencana, "renstra", "T-C.25")
    rows = [tuple(text(row, n) for n in range(3, 9)) for row in table.body]
    expected = [
        (one.uraian, *(one.teks_tahun(year, rencana.tahun[-1]) for year in rencana.tahun))
        for node, _ in rencana.walk(*ARAH)
        for one in node.indikator
    ]
    assert rows == expected
    assert [found for row in table.body if (found := text(row, 1))] == [
        node.uraian for node in rencana.of(Jenis.TUJUAN)
    ]
    assert [found for row in table.body if (found := text(row, 2))] == [
        node.uraian for node in rencana.of(Jenis.SASARAN)
    ]


def test_sasaran_without_tujuan_and_programs_without_sasaran_are_not_lost() -> None:
    rencana = plans.plan(
        plans.component("S1", jenis=Jenis.SASARAN, uraian="Sasaran lepas", sasaran=""),
        plans.component("7.01.02", uraian="Program lepas"),
    )
    goals = reports.table(rencana, "renstra", "T-C.25")
    programs = reports.table(rencana, "renstra", "T-C.27")
    assert [text(row, 2) for row in goals.body] == ["Sasaran lepas"]
    assert [text(row, 3) for row in programs.body if len(row.cells) > 1] == ["", "Program lepas"]


def test_an_empty_plan_prints_the_headers_alone() -> None:
    for name in ("renstra", "renja"):
        for table in reports.word(plans.plan(), name).tables:
            assert [row for row in table.body if len(row.cells) > 1] == []
            assert table.header
