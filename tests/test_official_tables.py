"""Every table of every regulation: its header as formats.md has it, its rows as the model says."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache
from io import BytesIO
from itertools import groupby
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

import complete
import plans
import reports
from pohon_docs import packs
from pohon_docs.blocks import Caption
from pohon_docs.comparison import compare
from pohon_docs.comparison.merging import merged
from pohon_docs.documents import documents
from pohon_docs.documents._identity import fields
from pohon_docs.documents._needs import NEEDS
from pohon_docs.documents._options import Options, read_options
from pohon_docs.documents._sources import SOURCES
from pohon_docs.documents._tables import table
from pohon_docs.model import ARAH, KOMPONEN, Jenis, Rencana
from pohon_docs.packs import TableSpec
from pohon_docs.packs._vocabulary import Perlu, Sumber
from pohon_docs.values import indonesian
from pohon_docs.views import Merge, Table, TableCell, TableRow
from wordfile import W, WordRow, WordTable

GOLDEN = Path(__file__).parent / "golden"
CHANGES = "perubahan"
"""The pack whose tables show a plan before, too: here one that lacks the last node."""
TABLES = [(name, spec) for name in packs.names() for spec in packs.load(name).tabel]
every_table = pytest.mark.parametrize(("pack", "name"), TABLES)


@cache
def goldens(pack: str) -> dict[str, list[str]]:
    """Return the header rows that were written by hand, by table."""
    found: dict[str, list[str]] = {}
    for line in (GOLDEN / f"{pack}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            found[line.removeprefix("== ")] = []
        elif line and not line.startswith("#"):
            list(found.values())[-1].append(line)
    return found


def built(pack: str, name: str, rencana: Rencana, options: Options | None = None) -> Table:
    """Return a table of the complete case, before it is laid out."""
    loaded = packs.load(pack)
    known = fields(rencana.identitas)
    asked = options or Options()
    if pack != CHANGES:
        return table(loaded.tabel[name], rencana, known, loaded, asked)
    beside = merged(compare(replace(rencana, node=rencana.node[:-1]), rencana))
    return table(loaded.tabel[name], beside.rencana, known, loaded, asked, beside)


def title(pack: str, name: str, rencana: Rencana) -> str:
    """Return what stands over a table, as the goldens write it: its number, then its lines."""
    spec = packs.load(pack).tabel[name]
    lines = spec.judul.format(**fields(rencana.identitas)).split("\n")
    return " / ".join([*([f"Tabel {spec.kode}"] if spec.kode else []), *lines])


def written(row: TableRow) -> str:
    """Write a header row as the goldens do."""
    return " | ".join(_written(cell) for cell in row.cells)


def _written(cell: TableCell) -> str:
    if cell.merge is Merge.CONTINUE:
        return "^"
    text = " ".join(cell.text)
    return f"{text} ×{cell.columns}" if cell.columns > 1 else text


@every_table
def test_the_header_is_the_one_written_by_hand(pack: str, name: str) -> None:
    found = built(pack, name, complete.penuh())
    over, *header = goldens(pack)[name]
    assert title(pack, name, complete.penuh()) == over
    assert [written(row) for row in found.header] == header


@every_table
def test_every_row_fills_the_columns_and_every_width_is_positive(pack: str, name: str) -> None:
    found = built(pack, name, complete.penuh())
    assert min(found.widths) > 0
    for row in (*found.header, *found.rows):
        assert sum(cell.columns for cell in row.cells) == len(found.widths)


_LEFT_EMPTY = {
    # Realisasi of the running year isn't there when its Renja is written.
    ("permendagri-86-2017", "t-c-30"): {"(10)", "(13)"},
    # Tujuan and sasaran have no column of notes in the complete case.
    ("inmendagri-2-2025", "tabel-3-1"): {"(12)"},
    ("inmendagri-2-2025", "tabel-4-4"): {"(11)"},
}


@every_table
def test_every_column_says_something_of_the_complete_case(pack: str, name: str) -> None:
    found = built(pack, name, complete.penuh())
    assert found.rows
    columns = zip(*(_texts(row) for row in found.rows), strict=True)
    empty = [number for number, column in enumerate(columns) if not any(column)]
    numbers = [" ".join(cell.text) for cell in found.header[-1].cells]
    assert {numbers[one] for one in empty} == _LEFT_EMPTY.get((pack, name), set())


def _texts(row: TableRow) -> list[str]:
    """Return a row's text for every column; one over all columns says nothing of any."""
    spread = [(cell.text, cell.columns) for cell in row.cells]
    return [" ".join(text) if wide == 1 else "" for text, wide in spread for _ in range(wide)]


def test_the_vocabulary_and_its_readers_are_the_same() -> None:
    assert set(SOURCES) == set(Sumber.__args__)  # type: ignore[attr-defined]
    assert set(NEEDS) == set(Perlu.__args__)  # type: ignore[attr-defined]


def test_every_source_is_asked_for_by_a_table() -> None:
    asked: set[str] = {"kosong"}
    for name in packs.names():
        for spec in packs.load(name).tabel.values():
            asked |= {leaf.isi for leaf in spec.leaves()}
            asked |= {one for row in spec.baris for one in (*row.isi.values(), row.penuh)}
    assert asked == set(SOURCES)


@every_table
def test_a_table_is_left_out_and_named_where_its_data_is_missing(pack: str, name: str) -> None:
    spec = packs.load(pack).tabel[name]
    if not spec.perlu:
        return
    rencana = plans.lengkap() if spec.perlu != "prioritas" else plans.seed()
    assert NEEDS[spec.perlu](complete.penuh())
    assert not NEEDS[spec.perlu](rencana)
    assert spec.alasan.startswith("kolom ")


def captions(rencana: Rencana, name: str, pack: str) -> list[str]:
    """Return the numbers over the tables of a report."""
    captions = (one for one in reports.view(rencana, name, pack=pack).blocks)
    return [one.number for one in captions if isinstance(one, Caption) and one.kind == "tabel"]


CHAPTERS = {
    ("renstra", "permendagri-86-2017"): ["T-C.25", "T-C.26", "T-C.27", "T-C.28"],
    ("renstra", "inmendagri-2-2025"): ["3.1", "4.1", "4.2", "4.3", "4.4", "4.5", "4.3"],
    ("renja", "permendagri-86-2017"): ["T-C.29", "T-C.30", "T-C.31", "T-C.33", "4.1"],
    ("renja", "sipd-ri"): ["4.1"],
    ("renja", "permendagri-14-2026"): ["4.1"],
}


@pytest.mark.parametrize(("name", "pack"), CHAPTERS)
def test_a_report_holds_its_regulation_s_tables_in_order(name: str, pack: str) -> None:
    numbers = [f"Tabel {one}" for one in CHAPTERS[name, pack]]
    assert captions(complete.penuh(), name, pack) == numbers


def test_what_the_complete_case_has_no_data_for_is_left_out_and_named() -> None:
    rencana = plans.lengkap()
    left = {
        document.name: [
            one.table for one in document.left_out(rencana, packs.load(reports.PACKS[name]))
        ]
        for name, document in reports.DOCUMENTS.items()
    }
    assert left == {
        "renstra": ["Tabel T-C.26"],
        "renja": ["Tabel T-C.29", "Tabel T-C.30", "Tabel T-C.31"],
        "kinerja": ["RENCANA AKSI TAHUN 2026"],
    }
    shown = captions(rencana, "renstra", "permendagri-86-2017")
    assert shown == ["Tabel T-C.25", "Tabel T-C.27", "Tabel T-C.28"]


@pytest.mark.parametrize(
    ("first", "asked", "expected"),
    [
        (2022, "", "permendagri-86-2017"),
        (2025, "", "inmendagri-2-2025"),
        (2030, "", "inmendagri-2-2025"),
        (0, "", "permendagri-86-2017"),
        (2025, "permendagri-86-2017", "permendagri-86-2017"),
        (2022, "inmendagri-2-2025", "inmendagri-2-2025"),
        (2025, "sipd-ri", "inmendagri-2-2025"),  # no regulation of a Renstra
    ],
)
def test_the_period_chooses_the_renstra_s_regulation_unless_the_plan_does(
    first: int, asked: str, expected: str
) -> None:
    renstra = next(one for one in documents() if one.name == "renstra")
    identitas = replace(plans.plan().identitas, periode_awal=first, regulasi_renstra=asked)
    assert renstra.pack(identitas) == expected


def text(row: WordRow, column: int) -> str:
    """Return the text of the cell that covers a column."""
    cell = next(cell for cell in row.cells if cell.column <= column < cell.column + cell.span)
    return "\n".join(cell.text)


def word(name: str, number: str, pack: str) -> WordTable:
    return reports.table(complete.penuh(), name, number, pack)


def codes(rows: Iterator[str]) -> list[str]:
    """Return the codes before ` - ` of those texts that have one."""
    found = (row.partition(" - ")[0] for row in rows if " - " in row)
    return [code for code in found if code[0].isdigit()]


def components() -> list[str]:
    return [node.kode for node, _ in complete.penuh().walk(*KOMPONEN)]


def total(year: int) -> str:
    rencana = complete.penuh()
    tops = [node for node, above in rencana.walk(*KOMPONEN) if above is None]
    return indonesian(rencana.total(tops, year) or Decimal(0))


def test_the_funding_table_names_every_component_and_sums_to_the_model() -> None:
    found = word("renstra", "4.2", "inmendagri-2-2025")
    names = codes(text(row, 0) for row in found.body)
    assert names == ["7.01", *components()]
    first, *_, last = found.body
    years = range(2025, 2031)
    assert [text(first, 5 + 2 * n) for n in range(6)] == [total(year) for year in years]
    assert text(last, 0) == "Jumlah"
    assert [text(last, 5 + 2 * n) for n in range(6)] == [total(year) for year in years]


def test_the_sipd_print_is_filled_with_its_own_colours() -> None:
    rencana = complete.penuh()
    found = next(
        one
        for one in reports.word(rencana, "renstra", pack="inmendagri-2-2025").tables
        if "RENCANA PROGRAM /" in one.caption
    )
    fills = {row.cells[0].fill for row in found.header}
    assert fills == {"d4d1c7", "a6c9f0"}
    rows = {text(row, 0): row for row in found.body}
    assert rows["7.01 - KECAMATAN"].cells[0].fill == "ababff"
    top = next(node for node in rencana.of(Jenis.PROGRAM))
    assert rows[f"{top.kode} - {top.uraian}"].cells[0].fill == "abc9ff"
    assert rows[top.sasaran].cells[0].fill == "c9ebff"
    first = rows[f"{top.kode} - {top.uraian}"]
    assert [text(first, n) for n in (1, 2, 3)] == ["-", "-", "-"]
    assert text(first, 4) == indonesian(rencana.pagu(top, 2026) or Decimal(0))
    assert text(rows[top.sasaran], 1) == f"{top.indikator[0].uraian} ({top.indikator[0].satuan})"
    sub = next(node for node in rencana.of(Jenis.SUB_KEGIATAN))
    assert rows[f"{sub.kode} - {sub.uraian}"].cells[0].fill == "faebff"


def test_the_staircase_fills_one_of_its_first_five_columns_in_every_row() -> None:
    found = word("renstra", "4.1", "inmendagri-2-2025")
    unit, *rows = found.body
    assert text(unit, 0) == "7.01.0.00.0.00.09.0000 - Kecamatan Sukamaju"
    filled = [[n for n in range(5) if text(row, n)] for row in rows]
    assert [columns for columns in filled if len(columns) > 1] == [[0, 1]] * 2
    names = [name for row in rows if (name := text(row, 6))]
    for kind, jenis in zip(("PROGRAM ", "Kegiatan ", "Sub Kegiatan "), KOMPONEN, strict=True):
        count = len(complete.penuh().of(jenis))
        assert sum(name.startswith(kind) for name in names) == count


def test_lists_of_indicators_have_those_of_the_model() -> None:
    rencana = complete.penuh()
    goals = [one.uraian for node, _ in rencana.walk(*ARAH) for one in node.indikator]
    for name, number, pack in (
        ("renstra", "4.4", "inmendagri-2-2025"),
        ("renstra", "T-C.28", "permendagri-86-2017"),
    ):
        rows = [row for row in word(name, number, pack).body if len(row.cells) > 1]
        assert [text(row, 1) for row in rows] == goals
        assert [text(row, 0) for row in rows] == [str(n + 1) for n in range(len(goals))]
    keys = {one.uraian for node in rencana.node for one in node.indikator if one.ikk}
    rows = [r for r in word("renstra", "4.5", "inmendagri-2-2025").body if len(r.cells) > 1]
    assert {text(row, 1) for row in rows} == keys
    assert {text(row, 2) for row in rows} == {"Positif"}


def test_only_priority_sub_kegiatan_are_listed_with_those_above_them() -> None:
    rencana = complete.penuh()
    sub = rencana.of(Jenis.SUB_KEGIATAN)[7]
    nodes = tuple(
        replace(node, prioritas_daerah="", prioritas_nasional="")
        if node.jenis is Jenis.SUB_KEGIATAN and node is not sub
        else node
        for node in rencana.node
    )
    plan = replace(rencana, node=nodes)
    found = reports.table(plan, "renstra", "4.3 Daftar", "inmendagri-2-2025")
    rows = [row for row in found.body if len(row.cells) > 1]
    assert codes(text(row, 3) for row in rows) == [sub.kode[:12], sub.kode]
    program = next(one for one in rencana.of(Jenis.PROGRAM) if sub.kode.startswith(one.kode))
    assert text(rows[0], 1) == f"{program.kode} - {program.uraian}\n{program.prioritas_daerah}"
    assert text(rows[0], 2) == program.sasaran


@pytest.mark.parametrize("pack", ["sipd-ri", "permendagri-14-2026", "permendagri-86-2017"])
def test_the_seventeen_columns_say_the_same_in_every_regulation_s_chapters(pack: str) -> None:
    found = word("renja", "4.1", pack)
    assert len(found.grid) == 17
    rows = [text(row, 1) for row in found.body if row.cells[0].span == 1]
    # A component whose rows go on over a page is named again there.
    assert [code for code, _ in groupby(filter(None, rows))] == ["7", "7.01", *components()]
    last = next(row for row in found.body if text(row, 0) == "Jumlah")
    assert [text(last, n) for n in (8, 15)] == [total(2027), total(2028)]


def test_names_are_indented_by_their_level_in_the_seventeen_columns() -> None:
    content = reports.content(complete.penuh(), "renja", "", "sipd-ri")
    with ZipFile(BytesIO(content)) as package:
        body = ElementTree.fromstring(package.read("word/document.xml"))
    left: dict[int, set[int]] = {}
    for row in body.iter(f"{W}tr"):
        columns = row.findall(f"{W}tc")
        if len(columns) == 17:
            code = "".join(columns[1].itertext())
            indents = {int(one.get(f"{W}left", "0")) for one in columns[2].iter(f"{W}ind")}
            if code[:1] == "7":
                left.setdefault(code.count("."), set()).update(indents)
            assert not [one for n in (3, 9) for one in columns[n].iter(f"{W}ind")]
    steps = [left[level] for level in sorted(left)]
    assert [len(one) for one in steps] == [1] * 5
    places = [min(one) for one in steps]
    assert places == sorted(set(places))


def test_the_evaluation_rates_what_was_reached_against_what_was_planned() -> None:
    found = word("renja", "T-C.29", "permendagri-86-2017")
    node = complete.penuh().of(Jenis.PROGRAM)[0]
    row = next(row for row in found.body if text(row, 0) == node.kode)
    target = node.indikator[0].target_tahun(2025)
    assert target is not None
    assert target.nilai is not None
    assert text(row, 5) == node.indikator[0].teks_tahun(2025, 2029)
    assert text(row, 6) == "40 Indeks"
    assert text(row, 7) == indonesian(Decimal(40) / target.nilai * 100, 2)


def test_the_review_sums_the_draft_and_the_needs_in_thousands() -> None:
    found = word("renja", "T-C.31", "permendagri-86-2017")
    last = found.body[-1]
    needs = Decimal(total(2027).replace(".", ""))
    tops = len(complete.penuh().of(Jenis.PROGRAM))
    assert text(last, 10) == indonesian(needs / 1000)
    assert text(last, 5) == indonesian((needs - tops * 1_000_000) / 1000)


def test_the_agreement_sums_its_programs_and_names_both_parties() -> None:
    report = reports.word(complete.penuh(), "kinerja")
    lines = [line for _, line in report.lines()]
    assert "Nama\t: Drs. Bima Wirasatya, M.Si." in lines
    assert "Nama\t: H. Surya Pradipta, S.E." in lines
    parties = [cell.text for row in report.signatures[0].rows for cell in row.cells]
    assert [next(line for line in one if line) for one in parties] == [
        "Pihak Kedua,",
        "Sukamaju, 15 September 2025",
    ]
    programs = next(one for one in report.tables if one.caption.startswith("PROGRAM DAN"))
    assert text(programs.body[-1], 2) == total(2027)
    assert len(programs.body) == 1 + len(complete.penuh().of(Jenis.PROGRAM))


def test_a_quarter_s_targets_stand_beside_their_unit() -> None:
    found = next(
        one
        for one in reports.word(complete.penuh(), "kinerja").tables
        if one.caption.startswith("RENCANA AKSI")
    )
    assert [text(found.body[0], n) for n in (4, 9, 10, 11, 12)] == [
        "Indeks",
        "10",
        "20",
        "30",
        "40",
    ]
    served = complete.penuh().of(Jenis.SASARAN)[2]
    programs = [n for n in complete.penuh().of(Jenis.PROGRAM) if served.kode in n.sasaran_pd]
    row = next(row for row in found.body if text(row, 1) == served.uraian)
    assert text(row, 5) == "\n".join(one.uraian for one in programs)


def test_options_bring_columns_and_take_them_away() -> None:
    rencana = complete.penuh()

    def top(asked: str) -> list[str]:
        found = built("inmendagri-2-2025", "tabel-4-2", rencana, read_options(asked))
        return [_written(cell) for cell in found.header[0].cells]

    assert top("")[2] == "Satuan"
    assert "Satuan" not in top("tanpa satuan")
    assert top("tanpa tahun pertama")[4] == "Target dan Pagu Indikatif Tahun ×10"
    assert top("tujuan sasaran")[:5] == [
        *("SASARAN RPJMD YANG RELEVAN", "TUJUAN", "INDIKATOR TUJUAN"),
        *("SASARAN", "INDIKATOR SASARAN"),
    ]
    assert read_options("Satuan; tanpa tahun-pertama, ngawur").unknown == ("ngawur",)
    without = replace(rencana.identitas, pilihan_tabel="tanpa cetakan sipd")
    shown = captions(replace(rencana, identitas=without), "renstra", "inmendagri-2-2025")
    assert shown == [f"Tabel {n}" for n in ("3.1", "4.1", "4.2", "4.3", "4.4", "4.5")]


def test_units_move_into_the_indicator_where_they_have_no_column() -> None:
    options = read_options("tanpa satuan")
    found = built("inmendagri-2-2025", "tabel-4-2", complete.penuh(), options)
    assert any("(Indeks)" in " ".join(row.cells[1].text) for row in found.rows)


def test_programs_stand_under_the_bidang_urusan_that_their_code_names() -> None:
    rencana = complete.penuh()
    two = replace(rencana.identitas, bidang_urusan="7.01 KECAMATAN; 1.05 TRANTIBUM")
    moved = plans.component("1.05.02", uraian="PROGRAM PENINGKATAN KETENTERAMAN")
    plan = replace(rencana, identitas=two, node=(*rencana.node, moved))
    found = reports.table(plan, "renstra", "4.2", "inmendagri-2-2025")
    names = codes(text(row, 0) for row in found.body)
    assert names == ["7.01", *components(), "1.05", "1.05.02"]


def test_the_year_after_the_period_is_told_where_the_plan_has_figures() -> None:
    spec: TableSpec = packs.load("inmendagri-2-2025").tabel["tabel-4-4"]
    assert spec.tahun_sesudah
    short = built("inmendagri-2-2025", "tabel-4-4", plans.lengkap())
    assert written(short.header[1]) == "^ | ^ | ^ | ^ | 2025 | 2026 | 2027 | 2028 | 2029 | ^"


def test_the_longest_official_names_are_printed_whole() -> None:
    name = "Pembinaan Wawasan Kebangsaan dan Ketahanan Nasional " * 10
    rencana = complete.penuh()
    long = replace(rencana.of(Jenis.SUB_KEGIATAN)[0], uraian=name[:478].strip())
    first = rencana.of(Jenis.SUB_KEGIATAN)[0]
    nodes = tuple(long if node is first else node for node in rencana.node)
    plan = replace(rencana, node=nodes)
    for report, number, column in (("renstra", "T-C.27", 3), ("renja", "T-C.33", 1)):
        found = reports.table(plan, report, number)
        assert long.uraian in [text(row, column) for row in found.body]
