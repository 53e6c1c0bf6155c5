"""Theme: links between components and the tree: missing ones, and those that lead nowhere."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from pohon_docs.issue import Severity
from pohon_docs.model import ARAH, KOMPONEN, Jenis, Level, Node, Rencana
from pohon_docs.rules import Found, Rule
from pohon_docs.rules._structure import orphaned
from pohon_docs.source import Ref
from pohon_docs.values import key

_NEAR = 0.8

TEMA = "Kaitan"


def unlinked_components(rencana: Rencana) -> Iterator[Found]:
    """Find components that name no condition that they support."""
    if not rencana.of(Jenis.KINERJA):
        return
    for node in rencana.of(*ARAH, *KOMPONEN):
        if not node.mendukung:
            kind = node.jenis.replace("_", " ")
            yield Found(
                node.at("kinerja"), f"{kind} {_name(node)} belum mendukung simpul pohon kinerja"
            )


def unknown_conditions(rencana: Rencana) -> Iterator[Found]:
    """Find links to conditions that the tree doesn't have, each with all its cells.

    A condition that others of the tree miss as their parent is found there.
    """
    lost = orphaned(rencana, Jenis.KINERJA)
    places: dict[str, list[Ref]] = {}
    for node in rencana.of(*ARAH, *KOMPONEN):
        for text in node.mendukung:
            if rencana.find(Jenis.KINERJA, text) is None and text not in lost:
                places.setdefault(text, []).append(node.at("kinerja"))
    for text, refs in places.items():
        message = f'simpul "{text}" tidak ada pada pohon kinerja'
        meant = nearest(text, rencana.of(Jenis.KINERJA))
        yield Found(refs[0], message, meant, tuple(dict.fromkeys(refs[1:])))


def unknown_sasaran(rencana: Rencana) -> Iterator[Found]:
    """Find links of programs to sasaran that the plan doesn't have."""
    for node in rencana.of(*KOMPONEN):
        for kode in node.sasaran_pd:
            if rencana.find(Jenis.SASARAN, kode) is None:
                yield Found(node.at("sasaran_pd"), f'sasaran "{kode}" tidak ditemukan')


def unsupported_conditions(rencana: Rencana) -> Iterator[Found]:
    """Find conditions that no component of the plan supports; the topmost are the daerah's."""
    supported = {kode for node in rencana.of(*ARAH, *KOMPONEN) for kode in node.mendukung}
    if not supported:
        return
    for node in rencana.of(Jenis.KINERJA):
        if node.level is not Level.STRATEGIS and node.kode and node.kode not in supported:
            yield Found(
                node.at("kode"), f"simpul {node.kode} belum didukung satu pun komponen rencana"
            )


def unknown_partners(rencana: Rencana) -> Iterator[Found]:
    """Find rows of Crosscutting that name no partner, or a condition that the tree hasn't."""
    wordings = {key(node.uraian) for node in rencana.of(Jenis.KINERJA)}
    lost = orphaned(rencana, Jenis.KINERJA)
    for one in rencana.kemitraan:
        known = rencana.find(Jenis.KINERJA, one.kinerja) or key(one.kinerja) in wordings
        known = known or one.kinerja in lost
        if not one.kinerja:
            yield Found(one.at("kinerja"), "simpul yang didukung mitra belum diisi")
        elif not known:
            yield Found(one.at("kinerja"), f'simpul "{one.kinerja}" tidak ada pada pohon kinerja')
        if not one.mitra:
            yield Found(one.at("mitra"), "nama mitra belum diisi")


def nearest(text: str, nodes: Sequence[Node]) -> str:
    """Return advice that names the node which a mistyped link may mean, or nothing."""
    words = {key(node.uraian): node for node in nodes} | {key(node.kode): node for node in nodes}
    found = get_close_matches(key(text), list(words), n=1, cutoff=_NEAR)
    if not found or not key(text):
        return ""
    meant = words[found[0]]
    return f'Mungkin yang dimaksud {meant.kode} "{meant.uraian}"; tulis kodenya.'


def _name(node: Node) -> str:
    return node.kode or f'"{node.uraian}"'


RULES = (
    Rule(
        "KAIT-01",
        Severity.PERINGATAN,
        "Komponen belum mendukung pohon kinerja",
        unlinked_components,
        "Isi kolom Kinerja dengan kode simpul yang didukungnya.",
        "PermenPANRB 89/2021, langkah 5",
        "Komponen tidak disebut mendukung kinerja mana pun.",
        "Program 7.01.02, kolom Kinerja kosong → T1",
    ),
    Rule(
        "KAIT-02",
        Severity.GALAT,
        "Simpul yang didukung tidak dikenal",
        unknown_conditions,
        "Tulis kode simpul, atau pernyataan kinerjanya persis seperti pada pohon.",
        "praktik",
        "Kode atau pernyataan di kolom Kinerja tidak ada pada pohon.",
        "T9, padahal pohon sampai T7 → T7",
    ),
    Rule(
        "KAIT-03",
        Severity.GALAT,
        "Sasaran yang dituju tidak dikenal",
        unknown_sasaran,
        "Tulis kode sasaran dari lembar Tujuan dan Sasaran.",
        "praktik",
        "Kode di kolom Sasaran PD tidak ada pada lembar Tujuan dan Sasaran.",
        "SS9 → SS2",
    ),
    Rule(
        "KAIT-04",
        Severity.PERINGATAN,
        "Simpul belum didukung komponen",
        unsupported_conditions,
        "Tulis kode simpul itu di kolom Kinerja pada program, kegiatan, atau sub kegiatannya.",
        "PermenPANRB 89/2021, langkah 5",
        "Kinerja pada pohon tidak diturunkan ke tujuan, sasaran, program, kegiatan, atau sub "
        "kegiatan.",
        "O3 tidak disebut di mana pun → sub kegiatan 7.01.06.2.01.0001 mendukung O3",
    ),
    Rule(
        "KAIT-05",
        Severity.PERINGATAN,
        "Mitra atau simpul pada lembar Crosscutting tidak dikenal",
        unknown_partners,
        "Isi kolom Kinerja dengan kode simpul, dan kolom Mitra dengan nama perangkat daerahnya.",
        "PermenPANRB 89/2021, crosscutting",
        "Baris Crosscutting menyebut simpul yang tidak ada, atau tidak menyebut mitranya.",
        "simpul X9 → simpul S1",
    ),
)
