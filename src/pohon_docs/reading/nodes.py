"""Entries of the template's sheets become nodes of the plan."""

from typing import Any

from pohon_docs.codes import official
from pohon_docs.issue import Issue, Severity
from pohon_docs.model import ARAH, KOMPONEN, Jenis, Kemitraan, Node
from pohon_docs.reading import headings
from pohon_docs.reading.codecells import code, links
from pohon_docs.reading.entries import Entry, lines, text
from pohon_docs.reading.measures import indicators
from pohon_docs.reading.money import money
from pohon_docs.reading.tables import Record
from pohon_docs.values import one_line

Built = tuple[Node, tuple[Issue, ...]]

_COMMON = ("kode", "induk", "uraian", "indikator", "penanggung_jawab")
_TREE = ("level", "judul_singkat", "faktor_kunci", "crosscutting")
_TEXTS = (
    "sasaran",
    "ik_kinerja",
    "lokasi",
    "sumber_dana",
    "kelompok_sasaran",
    "prioritas_nasional",
    "prioritas_daerah",
    "catatan",
)
STATED_TOO = (*_TEXTS[1:], "penanggung_jawab")
"""Texts that a component may have in the row of its statement instead of its own."""
_LINES = ("strategi", "arah_kebijakan", "nspk", "sasaran_rpjmd")
_COMPONENT = ("jenis", "kinerja", "sasaran_pd", *_TEXTS, *_LINES)


def performance_node(entry: Entry) -> Built:
    """Build a condition of the tree from a row of the sheet Pohon Kinerja."""
    node, issues = pemda_node(entry)
    return node, (*issues, *_level_issues(entry, node))


def pemda_node(entry: Entry) -> Built:
    """Build a condition of the pemda's tree, which needs no level."""
    indikator, issues = indicators(entry)
    kode, code_issues = code(entry)
    level = headings.level(text(entry, "level"))
    node = Node(
        jenis=Jenis.KINERJA,
        kode=kode,
        induk=links(entry, "induk"),
        uraian=text(entry, "uraian"),
        level=level,
        nama_level=text(entry, "level"),
        judul_singkat=text(entry, "judul_singkat"),
        indikator=indikator,
        penanggung_jawab=text(entry, "penanggung_jawab"),
        faktor_kunci=lines(entry, "faktor_kunci"),
        crosscutting=lines(entry, "crosscutting"),
        refs=entry.refs(*_COMMON, *_TREE),
        kolom=entry.head.columns,
    )
    return node, (*code_issues, *_blank_issues(entry, node), *issues)


def direction_node(entry: Entry) -> Built:
    """Build a tujuan or sasaran from a row of the sheet Tujuan dan Sasaran."""
    written = headings.jenis(text(entry, "jenis"))
    induk = links(entry, "induk")
    if written is not None and written in ARAH:
        return _component(entry, written, induk)
    node, issues = _component(entry, Jenis.SASARAN if induk else Jenis.TUJUAN, induk)
    return node, (*issues, *_kind_issues(entry, node, ARAH))


def program_node(entry: Entry) -> Built:
    """Build a program, kegiatan or sub kegiatan; an official code says level and parent."""
    kode = official(code(entry)[0])
    induk = tuple(map(_standard, links(entry, "induk")))
    if kode is None:
        return _without_official_code(entry, induk)
    parents = induk or ((kode.induk,) if kode.induk else ())
    node, issues = _component(entry, kode.jenis, parents, kode.teks)
    return node, (*issues, *_disagreement(entry, node, kode.induk))


def _without_official_code(entry: Entry, induk: tuple[str, ...]) -> Built:
    """Build a component whose level the column Jenis says."""
    written = headings.jenis(text(entry, "jenis"))
    if written is not None and written in KOMPONEN:
        return _component(entry, written, induk)
    node, issues = _component(entry, Jenis.PROGRAM, induk)
    if text(entry, "jenis"):
        return node, (*issues, *_kind_issues(entry, node, KOMPONEN))
    return node, (*issues, *((_unknown_code(node),) if node.kode else ()))


def _component(entry: Entry, jenis: Jenis, induk: tuple[str, ...], standard: str = "") -> Built:
    """Build a tujuan, sasaran or component of a program; `standard` is its code in that form."""
    indikator, issues = indicators(entry)
    pagu, pagu_issues = money(entry, "pagu")
    realisasi, more_issues = money(entry, "realisasi")
    draft, draft_issues = money(entry, "pagu_rkpd")
    kode, code_issues = code(entry)
    named = {name for record in entry.rows for name in record.fields}
    texts: dict[str, Any] = {name: text(entry, name) for name in _TEXTS if name in named}
    texts |= {name: lines(entry, name) for name in _LINES if name in named}
    node = Node(
        jenis=jenis,
        kode=standard or kode,
        induk=induk,
        uraian=text(entry, "uraian"),
        indikator=indikator,
        pagu=pagu,
        realisasi=realisasi,
        pagu_rkpd=draft,
        mendukung=links(entry, "kinerja"),
        sasaran_pd=links(entry, "sasaran_pd"),
        penanggung_jawab=text(entry, "penanggung_jawab"),
        refs=entry.refs(*_COMMON, *_COMPONENT),
        kolom=entry.head.columns,
        **texts,
    )
    said = (*issues, *pagu_issues, *more_issues, *draft_issues)
    return node, (*code_issues, *_blank_issues(entry, node), *said)


def partnership(record: Record) -> Kemitraan:
    """Build a row of the sheet Crosscutting."""
    names = ("kinerja", "mitra", "peran", "keluaran", "status")
    refs = tuple((name, cell.ref) for name in names if (cell := record.cell(name)))
    return Kemitraan(
        **{name: one_line(record.text(name)) for name in names},
        refs=(("baris", record.ref), *refs),
        kolom=record.columns,
    )


def _blank_issues(entry: Entry, node: Node) -> tuple[Issue, ...]:
    """Report a node without code or without text."""
    texts = (("kode", node.kode), ("uraian", node.uraian))
    blanks = [name for name, value in texts if not value and name not in entry.head.lacking]
    return tuple(
        Issue(
            "ISI-01",
            Severity.GALAT,
            f"{name} belum diisi",
            node.at(name),
            _blank_hint(entry.head, name, node.at(name).row),
        )
        for name in blanks
    )


def _blank_hint(head: Record, name: str, row: int) -> str:
    """Return what to do about a blank; in a staircase code and name stand in one cell."""
    column = head.columns.get(("kode", None))
    if column is not None and column == head.columns.get(("uraian", None)):
        return "Tulis kode dan namanya di sel itu, mis. 7.01.01.2.01 - Perencanaan."
    return f"Isi kolom {name.capitalize()} pada baris {row}."


def _level_issues(entry: Entry, node: Node) -> tuple[Issue, ...]:
    """Report a level that is missing or unknown."""
    if node.level is not None or "level" in entry.head.lacking:
        return ()
    message = f'level "{node.nama_level}" tidak dikenal' if node.nama_level else "level belum diisi"
    hint = "Tulis Strategis, Urusan, Taktikal, atau Operasional."
    return (Issue("LEVEL-01", Severity.GALAT, message, node.at("level"), hint),)


def _kind_issues(entry: Entry, node: Node, kinds: tuple[Jenis, ...]) -> tuple[Issue, ...]:
    """Report a row of a kind that its sheet doesn't hold, or of none."""
    if "jenis" in entry.head.lacking:
        return ()
    written = text(entry, "jenis")
    message = f'jenis "{written}" tidak dikenal' if written else "jenis belum diisi"
    names = " atau ".join(f'"{kind.replace("_", " ").title()}"' for kind in kinds)
    hint = f"Tulis {names}."
    return (Issue("ISI-02", Severity.GALAT, message, node.at("jenis"), hint),)


def _standard(code: str) -> str:
    """Return an official code in its standard form, any other as written."""
    kode = official(code)
    return kode.teks if kode else code


def _unknown_code(node: Node) -> Issue:
    message = f'kode "{node.kode}" bukan kode program, kegiatan, atau sub kegiatan'
    hint = "Tulis kode resmi, mis. 7.01.01.2.01.0001, atau isi kolom Jenis dan Induk."
    return Issue("KODE-02", Severity.PERINGATAN, message, node.at("kode"), hint)


def _disagreement(entry: Entry, node: Node, parent: str | None) -> tuple[Issue, ...]:
    """Report a Jenis or an Induk that says something else than the code."""
    issues = []
    said = text(entry, "jenis")
    if said and headings.jenis(said) is not node.jenis:
        message = f'jenis "{said}" tidak sesuai dengan kode {node.kode} ({node.jenis})'
        issues.append(
            Issue(
                "KODE-03",
                Severity.GALAT,
                message.replace("_", " "),
                node.at("jenis"),
                "Sesuaikan kolom Jenis dengan kodenya.",
            )
        )
    if parent is not None and parent not in node.induk:
        message = f"induk {', '.join(node.induk)} tidak sesuai dengan kode {node.kode}"
        issues.append(
            Issue(
                "KODE-04",
                Severity.GALAT,
                message,
                node.at("induk"),
                f"Menurut kodenya, induknya {parent}.",
            )
        )
    return tuple(issues)
