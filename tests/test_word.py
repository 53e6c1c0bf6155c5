"""The Word files: every cell as the view says it, and nothing that Word would repair."""

import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest

import complete
import plans
import reports
import validity
from pohon_docs.indikator import Indikator
from pohon_docs.layout.scene import Face
from pohon_docs.layout.text import width
from pohon_docs.model import Rencana
from pohon_docs.values import printable
from pohon_docs.views import Merge, Table, TableCell
from wordfile import WordCell, WordFile

HOSTILE = "<b>tebal</b> & \\N ]]> =1+1 {tahun} %s \"kutip\" 'petik' \u202ekanan\x07 😀 ]"
_MERGES = {Merge.NONE: "", Merge.FLOW: "", Merge.START: "restart", Merge.CONTINUE: "continue"}


def hostile() -> Rencana:
    """Return the complete case with markup and worse in every name and indicator."""
    rencana = plans.lengkap()
    nodes = tuple(
        replace(
            node,
            uraian=f"{node.uraian} {HOSTILE}",
            lokasi=HOSTILE,
            indikator=tuple(replace(one, uraian=HOSTILE) for one in node.indikator),
        )
        for node in rencana.node
    )
    return replace(rencana, node=nodes)


def many_indicators() -> Rencana:
    """Return the complete case with a program of 90 indicators, more than a page holds."""
    rencana = plans.lengkap()
    program = next(node for node in rencana.node if node.kode == "7.01.03")
    more = tuple(Indikator(f"Indikator ke-{n} dari program", "Persen") for n in range(90))
    nodes = (replace(node, indikator=more) if node is program else node for node in rencana.node)
    return replace(rencana, node=tuple(nodes))


def longest() -> Rencana:
    """Return the complete case with names and indicators as long as the longest official ones."""
    rencana = plans.lengkap()
    name = "Penyediaan dan Pengembangan Materi Kependudukan " * 9
    nodes = tuple(
        replace(
            node,
            uraian=name[:410],
            sasaran=name[:410],
            indikator=tuple(
                replace(one, uraian=f"Jumlah {name}{name}"[:478]) for one in node.indikator
            ),
        )
        for node in rencana.node
    )
    return replace(rencana, node=nodes)


PLANS: dict[str, Callable[[], Rencana]] = {
    "seed": plans.seed,
    "lengkap": plans.lengkap,
    "acak": lambda: plans.random_plan(5, 40),
    "kosong": plans.plan,
    "satu tahun": lambda: reports.years(plans.lengkap(), 2026, 2026),
    "enam tahun": lambda: reports.years(plans.lengkap(), 2025, 2030),
    "teks jahat": hostile,
    "banyak indikator": many_indicators,
    "penuh": complete.penuh,
    "nama terpanjang": longest,
}
CASES = [(name, report) for name in PLANS for report in ("renstra", "renja", "kinerja")]
every_case = pytest.mark.parametrize(("name", "report"), CASES)


@every_case
def test_every_cell_is_read_back_as_the_view_says(name: str, report: str) -> None:
    rencana = PLANS[name]()
    written = reports.word(rencana, report).tables
    views = reports.tables(rencana, report)
    assert len(written) == len(views)
    for table, view in zip(written, views, strict=True):
        rows = (*view.header, *view.rows)
        assert len(table.header) == len(view.header)
        for found, row in zip(table.rows, rows, strict=False):
            for cell, expected in zip(found.cells, row.cells, strict=True):
                _assert_cell(cell, expected)


def _assert_cell(cell: WordCell, expected: TableCell) -> None:
    assert cell.text == (tuple(map(printable, expected.text)) or ("",))
    assert cell.span == expected.columns
    assert cell.merge == _MERGES[expected.merge]
    assert cell.open_above == (expected.merge is Merge.FLOW)


@every_case
def test_word_finds_nothing_to_repair(name: str, report: str) -> None:
    rencana = PLANS[name]()
    assert reports.word(rencana, report).faults() == []
    assert validity.errors(reports.content(rencana, report)) == ()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('<w:gridSpan w:val="17"/>', "", "doesn't fill the grid"),
        ('<w:gridSpan w:val="17"/>', '<w:gridSpan w:val="18"/>', "doesn't fill the grid"),
        ('<w:pStyle w:val="TabelTeks"/>', '<w:pStyle w:val="Asing"/>', "unknown style Asing"),
        ('<w:vMerge w:val="restart"/>', "", "row 1: a merge that nothing began"),
        ('w:name="_Toc00000002"', 'w:name="_Toc00000001"', "bookmark _Toc00000001 twice"),
        ('<w:bookmarkEnd w:id="2"/>', "", "bookmarks begin and end differently"),
        ("PAGEREF _Toc00000003", "PAGEREF _Toc99", "nothing is marked _Toc99"),
        ('w:anchor="_Toc00000003"', 'w:anchor="lain"', "nothing is marked lain"),
        ('<w:r><w:fldChar w:fldCharType="end"/></w:r>', "", "a field never ends"),
        ('<w:r><w:fldChar w:fldCharType="separate"/></w:r>', "", "a field without its separate"),
        ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "", "without its begin"),
        ("</w:tr>", "</w:tr>liar", "text in tr"),
        (' w:gutter="0"', "", "no gutter margin"),
        ('r:id="rId', 'r:id="rIdX', "no part rIdX"),
    ],
)
def test_the_check_of_our_own_sees_a_planted_fault(old: str, new: str, said: str) -> None:
    parts = dict(WordFile(reports.content(plans.seed(), "renja")).parts)
    text = parts["word/document.xml"].decode()
    assert old in text
    parts["word/document.xml"] = text.replace(old, new, 1).encode()
    assert any(said in fault for fault in WordFile(_zipped(parts)).faults())


def test_a_cell_without_a_paragraph_is_seen() -> None:
    parts = dict(WordFile(reports.content(plans.seed(), "renja")).parts)
    text = parts["word/document.xml"].decode()
    emptied = re.sub(
        r"(<w:tc><w:tcPr>.*?</w:tcPr>)<w:p>.*?</w:p></w:tc>", r"\1</w:tc>", text, count=1
    )
    assert emptied != text
    parts["word/document.xml"] = emptied.encode()
    assert "row 0: a cell without a paragraph" in WordFile(_zipped(parts)).faults()


def _zipped(parts: dict[str, bytes]) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return stream.getvalue()


@every_case
def test_a_table_is_as_wide_as_its_page_between_the_margins(name: str, report: str) -> None:
    word = reports.word(PLANS[name](), report)
    pages = reports.view(PLANS[name](), report).parts
    rooms = [
        int(size["w"]) - int(margins["left"]) - int(margins["right"])
        for size, margins in (reports.paper(section) for section in word.sections())
    ]
    expected = [
        room
        for one, room in zip(pages, rooms, strict=True)
        for block in one.blocks
        if isinstance(block, Table)
    ]
    for table, room in zip(word.tables, expected, strict=True):
        assert abs(table.width - room) < 10
        assert min(table.grid) > 0


@every_case
def test_rows_stay_whole_unless_no_page_can_hold_them(name: str, report: str) -> None:
    for table in reports.word(PLANS[name](), report).tables:
        assert all(row.whole for row in table.rows)


def test_a_row_longer_than_a_page_may_be_split() -> None:
    rencana = plans.lengkap()
    sub = next(node for node in rencana.node if node.kode == "7.01.01.2.01.0001")
    long = replace(sub, catatan="Catatan yang panjang sekali. " * 600)
    nodes = tuple(long if node is sub else node for node in rencana.node)
    table = reports.table(replace(rencana, node=nodes), "renja", "T-C.33")
    split = [row for row in table.rows if not row.whole]
    assert [row.cells[0].text for row in split] == [("7.01.01.2.01.0001",)]


@every_case
def test_rows_of_a_merged_group_and_the_last_row_keep_to_the_next(name: str, report: str) -> None:
    written = reports.word(PLANS[name](), report).tables
    for table in written:
        for row, below in zip(table.rows, table.rows[1:], strict=False):
            merged = any(cell.merge == "continue" for cell in below.cells)
            assert row.keep or not merged
        assert all(row.keep for row in table.header) or not table.body
    *_, row, signature = written[-1].rows
    assert row.keep
    assert len(signature.cells) == 1


@every_case
def test_a_group_of_merged_rows_fits_on_one_page(name: str, report: str) -> None:
    style = plans.style()
    high = max(style.ukuran_kertas["Folio"]) * 72 / 25.4
    for table in reports.tables(PLANS[name](), report):
        size = style.word.ukuran_rapat if table.dense else style.word.ukuran
        least = size * style.word.spasi
        run = longest = 0
        for row in table.rows:
            merged = any(cell.merge is Merge.CONTINUE for cell in row.cells)
            run = run + 1 if merged else 1
            longest = max(longest, run)
        assert longest * least < high


def test_a_group_longer_than_a_page_repeats_its_name_as_continued() -> None:
    table = reports.tables(many_indicators(), "renstra")[1]
    names = [row.cells[3].text for row in table.rows if row.role == "program"]
    name = "PROGRAM PEMBERDAYAAN MASYARAKAT DESA DAN KELURAHAN"
    own = [text for (text,) in filter(None, names) if text.startswith(name)]
    assert own[0] == name
    assert set(own[1:]) == {f"{name} (lanjutan)"}
    indicators = [row.cells[4].text for row in table.rows]
    for n in range(90):
        assert indicators.count((f"Indikator ke-{n} dari program",)) == 1


def test_a_group_that_no_page_holds_below_the_headings_begins_there_all_the_same() -> None:
    table = reports.tables(longest(), "renja")[0]
    first = next(at for at, row in enumerate(table.rows) if not row.keep)
    names = [row.cells[1].text[-1] for row in table.rows[: first + 2] if row.cells[1].text]
    assert names[-1].endswith("(lanjutan)")
    assert len(table.rows[: first + 1]) < sum(row.role == "program" for row in table.rows)


def test_a_continued_group_says_its_money_once() -> None:
    table = reports.tables(many_indicators(), "renstra")[1]
    column = 7
    rows = [
        row for row in table.rows if row.role == "program" and row.cells[2].text == ("7.01.03",)
    ]
    assert len(rows) > 1
    assert [bool(row.cells[column].text) for row in rows] == [True, *[False] * (len(rows) - 1)]


def test_cells_that_flow_have_no_line_between_them() -> None:
    for table in reports.word(plans.lengkap(), "renstra").tables:
        for row, below in zip(table.rows, table.rows[1:], strict=False):
            if len(row.cells) == len(below.cells):
                for cell, under in zip(row.cells, below.cells, strict=True):
                    assert cell.open_below or not under.open_above


def test_rows_are_filled_with_the_style_s_colours() -> None:
    table = reports.table(plans.lengkap(), "renja", "T-C.33")
    look = plans.style().word.look
    for row in table.body:
        if row.cells[0].text == ("7.01.02",):
            assert {cell.fill for cell in row.cells} == {look("teks.program").isi[1:]}


def test_columns_of_codes_hold_a_code_of_seventeen_characters_on_one_line() -> None:
    for name, at, column in (("renstra", 1, 2), ("renja", 0, 0), ("renja", 1, 1)):
        table = reports.tables(plans.lengkap(), name)[at]
        word = plans.style().word
        size = word.ukuran_rapat if table.dense else word.ukuran
        room = table.widths[column] - 2 * word.jarak_mendatar
        assert width("7.01.01.2.01.0001", Face.BOLD, size) <= room
