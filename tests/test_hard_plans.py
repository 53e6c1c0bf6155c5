"""Half plans and hostile text: every document is made, and says what the workbook says."""

import re
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pypdfium2
import pytest

import books
import plans
from pohon_docs import pipeline, reporting
from pohon_docs.issue import Severity
from pohon_docs.outputs import File
from pohon_docs.source import Book
from pohon_docs.values import printable

SHEETS = tuple(books.sheets(books.BASE))
TREE = "# Pohon Kinerja\n"
GOALS = "# Tujuan dan Sasaran\n"
PROGRAM = "# Program dan Kegiatan\n"


def only(*titles: str) -> str:
    """Return the base plan with no other sheets than these."""
    return "\n".join(f"# {title} (tidak ada)" for title in SHEETS if title not in titles)


HALF_PLANS = {
    "tanpa identitas": only(*SHEETS[1:]),
    "hanya identitas": only(SHEETS[0]),
    "hanya pohon": only(SHEETS[1]),
    "hanya tujuan": only(SHEETS[2]),
    "hanya program": only(SHEETS[3]),
    "lembar kosong": "\n".join(f"# {title}" for title in SHEETS),
    "hanya judul kolom": "\n".join(
        f"# {title}\n{books.lines(rows[:1])}" for title, rows in books.sheets(books.BASE).items()
    ),
    "tanpa periode": "# Identitas\n| Nama Perangkat Daerah | Kecamatan |",
    "periode terbalik": "# Identitas\n| Periode Awal | 2030 |\n| Periode Akhir | 2025 |",
    "tanpa kode": TREE
    + """
    | Level     | Kinerja | IK    |
    | Strategis | Mandiri | Nilai |
    | Urusan    | Layanan | Nilai |
    """,
    "pohon berputar": TREE
    + """
    | Kode | Induk | Level    | Kinerja | IK |
    | A    | B     | Taktikal | Mandiri | x  |
    | B    | A     | Taktikal | Layanan | x  |
    | C    | C     | Antara   |         |    |
    | A    |       |          | Ganda   |    |
    |      | A     | Urusan   | Mutu    |    |
    """,
    "tujuan berputar": GOALS
    + """
    | Kode | Jenis   | Induk | Uraian  | IK | Target | Kinerja |
    | T1   | Tujuan  | S1    | Mandiri | x  | 1      | entah   |
    | S1   | Sasaran | T1    | Layanan | x  | 1      | entah   |
    | S2   | Sasaran | S2    | Mutu    | x  | 1      |         |
    """,
    "program berputar": PROGRAM
    + """
    | Kode | Jenis        | Induk | Uraian   | IK | Target | Pagu 2025 | Kinerja |
    | P1   | Program      | K1    | PROGRAM  | x  | 1      | 5.000     | T1      |
    | K1   | Kegiatan     | P1    | Kegiatan | x  | 1      | 5.000     | T1      |
    | K1   | Kegiatan     | K1    | Ganda    | x  | 1      | 5.000     | T1      |
    |      | Sub Kegiatan | K9    | Sub      | x  | 1      | 5.000     | T1      |
    """,
    "tanpa induk": PROGRAM
    + """
    | Kode              | Uraian   | IK | Target | Pagu 2025 | Kinerja |
    | 7.01.01.2.01.0001 | Sub      | x  | 1      | 5.000     | T1      |
    | 7.01.02.2.01      | Kegiatan | x  | 1      | 5.000     |         |
    """,
}


@pytest.mark.parametrize("name", HALF_PLANS)
def test_a_half_plan_still_gives_every_document(name: str, tmp_path: Path) -> None:
    path = books.plan(tmp_path, HALF_PLANS[name])
    rencana, issues = books.read_path(path)
    findings, _ = reporting.reports(path, Book(path.name, ()), issues, plans.style())
    files = (*pipeline.build(rencana, issues, plans.style()), *findings)
    kinds = {re.sub(r"(-20\d\d|-(tanpa|dengan)-indikator)?\.", ".", file.name) for file in files}
    marked = {"uji-bertanda.xlsx"} if any(issue.ref.row for issue in issues) else set()
    assert kinds == marked | {
        "swauji-kke.xlsx",
        *("kartu-cascading.pdf", "renstra.docx", "renja.docx", "kinerja.docx"),
        *("pohon-cascading.pdf", "visualisasi-cascading.pdf", "visualisasi-cascading-1.png"),
        *(f"temuan.{ending}" for ending in ("txt", "xlsx", "html", "json")),
        *(f"pohon-kinerja.{ending}" for ending in ("pdf", "svg", "png", "gv", "docx")),
    }
    said = text_of(files, "temuan.txt")
    assert said.splitlines() == [str(issue) for issue in issues]
    with_draft = any(issue.severity is Severity.GALAT for issue in issues)
    for file in files:
        if not file.name.endswith((".png", ".gv", ".txt", ".xlsx", ".html", ".json")):
            assert ("DRAF" in text_of(files, file.name)) == with_draft, file.name


HOSTILE = (
    """<b>Desa</b> & "maju" 'lestari' &amp; &#65;""",
    r"\N \T {a} [x] ]]> %s {tahun} C:\desa",
    "x =1+1 @SUM(A1)",
    "Desa\u202eujam \u200bbaru",
    "½ ² – “kutip” é",
    "Panjang" * 30,
)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> tuple[File, ...]:
    """Return the outputs of a plan whose every text is hostile."""
    tree = [["Kode", "Induk", "Level", "Kinerja", "IK"]]
    program = [["Kode", "Uraian", "IK", "Target", "Kinerja", "Lokasi"]]
    for number, text in enumerate(HOSTILE):
        tree.append([f"S{number}", "", "Strategis", text, text])
        program.append([f"7.01.0{number + 1}", text, text, text, f"S{number}", text])
    text = f"{TREE}{books.lines(tree)}\n{PROGRAM}{books.lines(program)}"
    rencana, issues = books.read_plan(tmp_path_factory.mktemp("ganas"), text)
    return pipeline.build(rencana, issues, plans.style())


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize(
    "name",
    [
        *("pohon-kinerja.pdf", "kartu-cascading.pdf", "renstra.docx", "renja-2025.docx"),
        *("pohon-kinerja-tanpa-indikator.svg", "pohon-kinerja-dengan-indikator.svg"),
    ],
)
def test_hostile_text_is_copied_as_it_stands(
    name: str, text: str, hostile: tuple[File, ...]
) -> None:
    assert squeezed(printable(text)) in squeezed(text_of(hostile, name))


def squeezed(text: str) -> str:
    """Return a text without its blanks and its line breaks, which a layout chooses."""
    return re.sub(r"\s+", "", text)


def text_of(files: tuple[File, ...], name: str) -> str:
    """Return what a reader of an output reads."""
    content = next(file.content for file in files if file.name == name)
    if name.endswith(".svg"):
        return "".join(ElementTree.fromstring(content).itertext())
    if name.endswith(".docx"):
        with ZipFile(BytesIO(content)) as archive:
            parts = [part for part in archive.namelist() if part.startswith("word/")]
            roots = [ElementTree.fromstring(archive.read(part)) for part in parts if "xml" in part]
            return " ".join(text for root in roots for text in root.itertext())
    if name.endswith(".pdf"):
        pages = pypdfium2.PdfDocument(content)
        return "".join(page.get_textpage().get_text_range() for page in pages)
    return content.decode()


def test_a_number_as_large_as_a_cell_can_hold_is_read(tmp_path: Path) -> None:
    sheet = """
    # Program dan Kegiatan
    | Kode    | Uraian  | Indikator | Target 2025 | Target 2026 | Kinerja |
    | 7.01.01 | PROGRAM | Nilai     | <1e308>     | 2           | T1      |
    """
    rencana, _ = books.read_plan(tmp_path, sheet)
    program = next(node for node in rencana.node if node.kode == "7.01.01")
    assert program.indikator[0].target[0].nilai == Decimal("1e308")
