"""The seed's cards are the deck's own pages: same levels, same grouping, same tables."""

from collections import Counter

import plans
import scenes
from pohon_docs.layout.scene import Page

_DECK = """
Kinerja Strategis | Mengoptimalisasi Reformasi Birokrasi | Tujuan, Sasaran
Kinerja Urusan/Suburusan | Meningkatkan Pelayanan, Terwujudnya Kemandirian | Tujuan, Sasaran
Kinerja Tactical | Penyelenggaraan Birokrasi, Ekonomi, Sosial, Lingkungan | 5 Program
Kinerja Tactical | Perencanaan dan Pelayanan | 6 Kegiatan
Kinerja Tactical LANJUTAN | Layanan Publik, aparatur, Pemberdayaan, Keamanan | 4 Kegiatan
Kinerja Operasional | Secara Terpadu | 6 Sub Kegiatan
Kinerja Operasional LANJUTAN | Secara Terpadu | 6 Sub Kegiatan
Kinerja Operasional LANJUTAN | Secara Terpadu | 4 Sub Kegiatan
Kinerja Operasional LANJUTAN | Sarana, Pembinan, Koordinasi, Partisipasi | 4 Sub Kegiatan
"""
_BANNER = "MENETAPKAN KINERJA TACTICAL DAERAH SEBAGAI TUJUAN DAN SASARAN PERENCANAAN"


def test_the_seed_has_the_decks_eleven_pages() -> None:
    pages = plans.cards_scene(plans.seed()).pages
    assert [page.name for page in pages[:2]] == ["tanpa-indikator", "dengan-indikator"]
    for page, line in zip(pages[2:], _DECK.strip().splitlines(), strict=True):
        band, boxes, below = line.split(" | ")
        mark = "(LANJUTAN)" if band.endswith("LANJUTAN") else ""
        assert scenes.said(page, "pita_label")[0].replace(" ", "") in band.replace(" ", "")
        assert all(text.endswith(mark) for text in scenes.said(page, "seruan"))
        assert ("(LANJUTAN)" in scenes.text_of(page.panels)) is bool(mark)
        for text, words in zip(scenes.said(page, "kinerja"), boxes.split(", "), strict=True):
            assert words in text
        assert _below(page) == below


def _below(page: Page) -> str:
    """Name what stands below the banner: tables, or so many cards of a kind."""
    heads = scenes.said(page, "kepala")
    if heads:
        return ", ".join(
            name.split()[0] for name in ("Tujuan", "Sasaran Strategis") if name in heads
        )
    ((name, count),) = Counter(
        text.removeprefix("Nama ") for text in scenes.said(page, "kartu_label") if "Nama" in text
    ).items()
    return f"{count} {name}"


def test_every_page_of_cards_has_its_heading_banner_and_band() -> None:
    for page in plans.cards_scene(plans.seed()).pages[2:]:
        assert scenes.said(page, "kepala_kartu") == ["POHON KINERJA"]
        assert scenes.said(page, "pita_kepala") == ["LEVEL KINERJA"]
        assert len(scenes.said(page, "seruan")) == 1
    (banner,) = scenes.said(plans.cards_scene(plans.seed()).pages[4], "seruan")
    assert banner.startswith(_BANNER)


def test_the_tables_of_the_seed_are_the_decks() -> None:
    page = plans.cards_scene(plans.seed()).pages[2]
    assert scenes.said(page, "kepala") == [
        *("Tujuan", "Indikator Tujuan", "Target"),
        *("Sasaran Strategis", "Indikator Sasaran", "2022", "2023", "2024", "2025", "2026"),
    ]
    texts = scenes.said(page, "teks")
    assert [text[:2] for text in texts[::2]] == ["1.", "2.", "1.", "2."]
    assert scenes.said(page, "tengah")[:2] == ["83.30", "42.11%"]
