"""Theme: slips, what one copied or emptied cell leaves in a plan that is whole otherwise."""

from collections.abc import Iterator

from pohon_docs.issue import Severity
from pohon_docs.model import ARAH, KOMPONEN, Jenis, Node, Rencana
from pohon_docs.rules import Found, Rule
from pohon_docs.source import Ref
from pohon_docs.values import key

TEMA = "Salin dan kosong"
_MOST = 3
"""How often one wording is named node by node, before it is said once."""


def conditions_without_parent(rencana: Rencana) -> Iterator[Found]:
    """Find conditions below the tree's highest level that name no parent."""
    conditions = rencana.of(Jenis.KINERJA)
    ranks = [node.level.rank for node in conditions if node.level and not node.induk]
    for node in conditions:
        if not node.induk and node.level and node.level.rank > min(ranks):
            name = node.nama_level or node.level.capitalize()
            yield Found(node.at("induk"), f'simpul {node.kode} (level "{name}") tanpa induk')


def repeated_names(rencana: Rencana) -> Iterator[Found]:
    """Find nodes of one kind that say the same in the same words as one before them."""
    named: dict[tuple[Jenis, str, str], list[Node]] = {}
    for node in rencana.of(Jenis.KINERJA, *ARAH, *KOMPONEN):
        if node.uraian:
            name = (node.jenis, str(node.level or ""), key(node.uraian))
            named.setdefault(name, []).append(node)
    for first, *others in named.values():
        again = [node for node in others if node.kode != first.kode]
        more = f" ({len(again)} kali)" if len(again) > _MOST else ""
        for node in again[: 1 if more else None]:
            message = f'uraian "{node.uraian}" sudah dipakai {_kind(first)} {first.kode}{more}'
            yield Found(node.at("uraian"), message, related=(first.at("uraian"),))


def repeated_indicators(rencana: Rencana) -> Iterator[Found]:
    """Find indicators that a node lists twice."""
    for node in rencana.node:
        first: dict[str, Ref] = {}
        for indikator in node.indikator:
            place = indikator.at("uraian")
            before = first.setdefault(key(indikator.uraian), place)
            if before is not place and indikator.uraian:
                message = f'indikator "{indikator.uraian}" tertulis dua kali pada {node.kode}'
                yield Found(place, message, related=(before,))


def unknown_partners(rencana: Rencana) -> Iterator[Found]:
    """Find rows of Crosscutting that name no partner, or a condition that the tree hasn't."""
    wordings = {key(node.uraian) for node in rencana.of(Jenis.KINERJA)}
    for one in rencana.kemitraan:
        places = dict(one.refs)
        known = rencana.find(Jenis.KINERJA, one.kinerja) or key(one.kinerja) in wordings
        if not one.kinerja:
            yield Found(places["baris"], "simpul yang didukung mitra belum diisi")
        elif not known:
            yield Found(places["kinerja"], f'simpul "{one.kinerja}" tidak ada pada pohon kinerja')
        if not one.mitra:
            yield Found(places["baris"], "nama mitra belum diisi")


def _kind(node: Node) -> str:
    return "simpul" if node.jenis is Jenis.KINERJA else node.jenis.replace("_", " ")


RULES = (
    Rule(
        "POHON-21",
        Severity.PERINGATAN,
        "Simpul di bawah level teratas tanpa induk",
        conditions_without_parent,
        "Isi kolom Induk dengan kode simpul di atasnya.",
        "PermenPANRB 89/2021, klasifikasi level kinerja",
        "Simpul yang levelnya di bawah level teratas tidak bergantung pada simpul mana pun.",
        "U1 tanpa induk → induk S1",
    ),
    Rule(
        "POHON-22",
        Severity.PERINGATAN,
        "Uraian yang sama dipakai dua kali",
        repeated_names,
        "Periksa apakah selnya tersalin, lalu tulis uraian yang seharusnya.",
        "praktik",
        "Dua simpul atau komponen sejenis memakai uraian yang sama, biasanya karena tersalin.",
        "dua simpul Layanan prima → uraian masing-masing",
    ),
    Rule(
        "ISI-31",
        Severity.PERINGATAN,
        "Indikator tertulis dua kali pada satu simpul atau komponen",
        repeated_indicators,
        "Hapus salah satunya, atau tulis indikator yang seharusnya.",
        "praktik",
        "Satu simpul atau komponen memuat indikator yang sama dua kali.",
        "Indeks Desa, Indeks Desa → Indeks Desa, Persentase Desa Mandiri",
    ),
    Rule(
        "KAIT-21",
        Severity.PERINGATAN,
        "Mitra atau simpul pada lembar Crosscutting tidak dikenal",
        unknown_partners,
        "Isi kolom Kinerja dengan kode simpul, dan kolom Mitra dengan nama perangkat daerahnya.",
        "PermenPANRB 89/2021, langkah 4",
        "Baris Crosscutting menyebut simpul yang tidak ada, atau tidak menyebut mitranya.",
        "simpul X9 → simpul S1",
    ),
)
