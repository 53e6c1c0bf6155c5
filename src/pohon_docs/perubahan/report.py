"""The report of a change as a book: a summary, the tables before and after, the rest."""

from collections.abc import Iterator

from pohon_docs.blocks import Block, Caption, Line, Pages, Report
from pohon_docs.comparison.merging import Beside
from pohon_docs.documents._cover import front
from pohon_docs.documents._report import Chapters, report, signed
from pohon_docs.model import KOMPONEN
from pohon_docs.packs import Pack
from pohon_docs.perubahan.listing import books, summary
from pohon_docs.perubahan.others import others

PACK = "perubahan"


def book(beside: Beside, pack: Pack) -> Report:
    """Return the book of a change: cover, contents, summary, tables, signature."""
    rencana = beside.rencana
    chapters = Chapters("perubahan", rencana, pack, beside)
    has_money = bool(rencana.of(*KOMPONEN))
    tables = tuple(chapters.pages()) if has_money else ()
    count = sum(isinstance(block, Caption) for pages in tables for block in pages.blocks)
    rest = tuple(_rest(beside, pack, count + 1))
    told = (Pages("tegak", "angka", tuple(_summary(beside, pack))), *tables, *rest)
    before = front(
        "perubahan", rencana.identitas, pack, (one for pages in told for one in pages.blocks)
    )
    return report("perubahan", chapters.fields, pack, signed((*before, *told), rencana, pack))


def _summary(beside: Beside, pack: Pack) -> Iterator[Block]:
    """Yield the chapter that says which plans were compared, and how much changed."""
    comparison = beside.comparison
    yield Line("bab", pack.teks["perubahan.ringkasan"])
    yield from (Line("isi", text) for text in (books(comparison), *summary(comparison)))


def _rest(beside: Beside, pack: Pack, number: int) -> Iterator[Pages]:
    """Yield the chapter of what no table before and after shows, if there is any."""
    table = others(beside.comparison)
    if table.rows:
        known = Chapters("perubahan", beside.rencana, pack, beside).fields
        caption = Caption(
            pack.teks["tabel.nomor"].format(urut=number),
            pack.teks["perubahan.judul_lain"].format(**known),
        )
        blocks = (Line("bab", pack.teks["perubahan.lain"]), caption, table)
        yield Pages("mendatar", "angka", blocks)
