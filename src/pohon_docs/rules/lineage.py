"""Theme: the pemda's tree above the unit, which linieritas draws; it is no part of the plan."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from pohon_docs.issue import Severity
from pohon_docs.model import Jenis, Rencana
from pohon_docs.rules import Found, Rule
from pohon_docs.rules._structure import (
    cycles,
    duplicate_codes,
    parents_elsewhere,
    unknown_parents,
)

TEMA = "Linieritas"


def _above(check: Callable[[Rencana], Iterable[Found]]) -> Callable[[Rencana], Iterable[Found]]:
    """Return a check of a tree that looks at the pemda's."""
    return lambda rencana: check(replace(rencana, node=rencana.pemda, pemda=(), kemitraan=()))


def shared_nodes(rencana: Rencana) -> Iterator[Found]:
    """Find nodes with several parents, which the picture draws under the first."""
    for node in rencana.node:
        first, *others = rencana.parents(node) or (None,)
        if first is not None and others:
            names = ", ".join(one.kode for one in others)
            message = f"simpul {node.kode} digambar di bawah {first.kode} saja, tidak di {names}"
            yield Found(node.at("induk"), message, related=(first.at("kode"),))


def ties_below_the_top(rencana: Rencana) -> Iterator[Found]:
    """Find conditions below the unit's tops that name a node of the pemda's tree."""
    for node, parent in rencana.walk(Jenis.KINERJA):
        if parent is not None and (tops := rencana.pemda_parents(node)):
            names = ", ".join(one.kode for one in tops)
            message = f"kaitan ke simpul pemda {names} tidak digambar: {node.kode} bukan puncak"
            yield Found(node.at("induk"), message, related=(tops[0].at("kode"),))


RULES = (
    Rule(
        "LINIER-01",
        Severity.PERINGATAN,
        "Induk pada pohon pemda tidak dikenal",
        _above(unknown_parents),
        "Periksa penulisan kode induknya, atau tambahkan baris induknya.",
        "praktik",
        "Kode di kolom Induk pohon pemda tidak dimiliki baris mana pun di lembar itu, sehingga "
        "simpulnya digambar sebagai puncak.",
        "Induk K9, padahal hanya ada K1 dan K2 → Induk K2",
    ),
    Rule(
        "LINIER-02",
        Severity.PERINGATAN,
        "Kode ganda pada pohon pemda",
        _above(duplicate_codes),
        "Beri setiap simpul pohon pemda kode sendiri.",
        "praktik",
        "Dua baris pohon pemda memakai kode yang sama; kaitannya menuju baris yang pertama.",
        "K2 pada dua baris → K2 dan K3",
    ),
    Rule(
        "LINIER-03",
        Severity.PERINGATAN,
        "Induk berputar pada pohon pemda",
        _above(cycles),
        "Putuskan putarannya dengan memperbaiki kolom Induk.",
        "praktik",
        "Sebuah simpul pohon pemda menjadi atasan dirinya sendiri melalui simpul lain.",
        "K2 berinduk K3 dan K3 berinduk K2 → K3 berinduk K1",
    ),
    Rule(
        "LINIER-04",
        Severity.SARAN,
        "Simpul pemda berinduk lebih dari satu",
        _above(shared_nodes),
        "Tulis lebih dahulu induk yang hendak digambar.",
        "praktik",
        "Simpul pohon pemda berinduk dua atau lebih; linieritas menggambarnya sekali, di bawah "
        "induk pertama.",
        "Induk K1; K2 → Induk K2; K1 bila yang digambar K2",
    ),
    Rule(
        "LINIER-05",
        Severity.PERINGATAN,
        "Kaitan ke pemda bukan dari puncak",
        ties_below_the_top,
        "Tulis kode simpul pemda itu di kolom Induk simpul puncaknya.",
        "praktik",
        "Simpul di bawah puncak menyebut simpul pohon pemda sebagai induknya; linieritas hanya "
        "menggambar kaitan dari puncak.",
        "U1 berinduk S1; K2 → S1 berinduk K2",
    ),
    Rule(
        "LINIER-06",
        Severity.SARAN,
        "Induk puncak pohon di luar buku kerja",
        parents_elsewhere,
        "Bila itu simpul pohon pemda, tambahkan lembar Pohon Kinerja Pemda agar linieritas "
        "digambar; bila bukan, perbaiki kodenya.",
        "praktik",
        "Simpul teratas menyebut induk yang tidak dimiliki baris mana pun; tanpa lembar Pohon "
        "Kinerja Pemda tidak dapat dipastikan bahwa itu simpul pohon pemda.",
        "Induk K2 tanpa lembar Pohon Kinerja Pemda → lembar itu memuat K2",
    ),
)
