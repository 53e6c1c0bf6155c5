"""Links: components that support no condition of the tree, and links that lead nowhere."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from pohon_docs.issue import Severity
from pohon_docs.model import ARAH, KOMPONEN, Jenis, Node, Rencana
from pohon_docs.rules import Found, Rule
from pohon_docs.values import key

_NEAR = 0.8


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
    """Find links to conditions that the tree doesn't have."""
    for node in rencana.of(*ARAH, *KOMPONEN):
        for text in node.mendukung:
            if rencana.find(Jenis.KINERJA, text) is None:
                message = f'simpul "{text}" tidak ada pada pohon kinerja'
                meant = nearest(text, rencana.of(Jenis.KINERJA))
                yield Found(node.at("kinerja"), message, meant)


def unknown_sasaran(rencana: Rencana) -> Iterator[Found]:
    """Find links of programs to sasaran that the plan doesn't have."""
    for node in rencana.of(*KOMPONEN):
        for kode in node.sasaran_pd:
            if rencana.find(Jenis.SASARAN, kode) is None:
                yield Found(node.at("sasaran_pd"), f'sasaran "{kode}" tidak ditemukan')


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
    ),
    Rule(
        "KAIT-02",
        Severity.GALAT,
        "Simpul yang didukung tidak dikenal",
        unknown_conditions,
        "Tulis kode simpul, atau pernyataan kinerjanya persis seperti pada pohon.",
        "praktik",
    ),
    Rule(
        "KAIT-03",
        Severity.GALAT,
        "Sasaran yang dituju tidak dikenal",
        unknown_sasaran,
        "Tulis kode sasaran dari lembar Tujuan dan Sasaran.",
        "praktik",
    ),
)
