"""A list without codes and levels: order, indent, bold, fill or numbering alone show the level.

Two sorts are read: names of tujuan to sub kegiatan in one column, and the performance tree as a
list. It adopts a sheet that none claims, so that it never disputes one with another arrangement;
and only where every level can be told: by the sentence `Susunan: …` above the header, by a
column Jenis or Level, or by looks that tell at least two levels apart. A sheet of the template
that merely lost its column Kode tells none and stays the template's, which asks for the column.

What the looks were read as is one finding for the sheet, with the sentence that confirms it.
"""

from collections.abc import Sequence
from dataclasses import replace

from pohon_docs.arrangements import Arrangement, Part
from pohon_docs.arrangements._ladder import STEPS, Ladder, guess, tiers
from pohon_docs.arrangements._list import KINDS, LEVELS, Listed, find_list
from pohon_docs.arrangements._listed import components, conditions
from pohon_docs.arrangements._names import Name
from pohon_docs.arrangements._rungs import Placed, placed
from pohon_docs.arrangements._sentence import sentence, understood, written
from pohon_docs.issue import Issue, Severity
from pohon_docs.reading.tables import Record
from pohon_docs.source import Cell, Sheet

_COMPONENTS = KINDS[2:]
_MOST_TITLES = 4
_EXAMPLE = "tebal = Program; menjorok 1 = Kegiatan; menjorok 2 = Sub Kegiatan"


def adopts(sheet: Sheet) -> bool:
    """Tell whether a sheet is a list without codes that can be read, or should say its levels."""
    listed = find_list(sheet)
    if listed is None:
        return False
    if listed.typed or sentence(sheet, listed.table.header.row) is not None:
        return True
    return _guess(_untitled(listed, None)) is not None or _should_say(listed)


def read(sheet: Sheet) -> Part:
    """Read a list into components with their tujuan and sasaran, or into a performance tree."""
    whole = find_list(sheet)
    if whole is None:
        return Part()
    told, issues = _told(sheet, whole)
    listed = _untitled(whole, told)
    ladder = told or _guess(listed)
    if ladder is None and not listed.typed:
        return Part(issues=(*issues, *listed.table.issues, _untold(listed)))
    found, doubts = placed(listed, ladder, told=told is not None)
    records, again = _records(listed, found)
    guessed = () if told or listed.typed or ladder is None else (_guessed(listed, ladder),)
    heads = _titles(whole, listed)
    said = (*listed.table.issues, *issues, *guessed, *doubts, *again, *map(_title, heads))
    totals = (*(name.record for name in heads), *listed.table.totals)
    return Part(records, said, listed.table.tahun, totals=totals, fates=listed.table.fates)


def _records(
    listed: Listed, found: Sequence[Placed]
) -> tuple[dict[str, tuple[Record, ...]], tuple[Issue, ...]]:
    if not listed.tree:
        return components(listed, found), ()
    rows, issues = conditions(listed, found)
    return {"pohon": rows}, issues


def _told(sheet: Sheet, listed: Listed) -> tuple[Ladder | None, tuple[Issue, ...]]:
    """Return what the author wrote of the looks above the header, or what is wrong with it."""
    cell = sentence(sheet, listed.table.header.row)
    if cell is None:
        return None, ()
    ladder, clause = understood(cell.text, tree=listed.tree)
    return ladder, () if ladder else (_not_understood(cell, clause, listed),)


def _guess(listed: Listed) -> Ladder | None:
    """Return what the looks mean, where they tell.

    Looks for some of the levels only are believed where they are steps (indent, numbers), and
    not on a sheet of the template's, which had better have its columns back.
    """
    names = [name for name in listed.names if not name.statement]
    if listed.tree:
        return tiers(names, LEVELS)
    ladder = guess(names, _candidates(listed)) if not listed.typed else None
    if ladder is None or ladder.whole:
        return ladder
    return ladder if not listed.named and set(ladder.features) & STEPS else None


def _should_say(listed: Listed) -> bool:
    """Tell whether a list whose looks tell nothing is meant to hold several levels."""
    return not listed.named and len(listed.levels) > 1 and len(listed.names) > 1


def _candidates(listed: Listed) -> tuple[tuple[str, ...], ...]:
    """Return the levels that a list of components may have, the likeliest first.

    A heading such as `Program/Kegiatan` often stands over sub kegiatan, too.
    """
    said = [KINDS.index(name.tingkat) for name in listed.names if name.tingkat]
    if said and KINDS[min(said)] not in _COMPONENTS:
        return (KINDS[min(said) :],)
    if not listed.levels:
        return (_COMPONENTS, KINDS)
    below = KINDS[KINDS.index(listed.levels[0]) :]
    return tuple(dict.fromkeys((listed.levels, below, KINDS)))


def _untitled(listed: Listed, told: Ladder | None) -> Listed:
    """Leave out names of unit and urusan above the first program, unless they look like aims."""
    at = next((at for at, name in enumerate(listed.names) if name.tingkat == "program"), 0)
    heads = listed.names[:at]
    plain = not any(name.tingkat or name.record.cell("indikator") for name in heads)
    ladder = told or _guess(listed)
    if listed.typed or not heads or not plain or at > _MOST_TITLES or _aims(heads, ladder):
        return listed
    rows = {id(name.record) for name in heads}
    kept = tuple(record for record in listed.table.rows if id(record) not in rows)
    return replace(listed, names=listed.names[at:], table=replace(listed.table, rows=kept))


def _aims(heads: Sequence[Name], ladder: Ladder | None) -> bool:
    """Tell whether the looks of names are those of tujuan and sasaran."""
    meant = (
        {ladder.rungs[at].tingkat for name in heads for at in ladder.places(name)} if ladder else ()
    )
    return bool(meant) and not set(meant) & set(_COMPONENTS)


def _titles(whole: Listed, listed: Listed) -> tuple[Name, ...]:
    return whole.names[: len(whole.names) - len(listed.names)]


def _guessed(listed: Listed, ladder: Ladder) -> Issue:
    """Say what the looks were read as, and how to confirm it."""
    column = "Level" if listed.tree else "Jenis"
    sure = ladder.named and ladder.whole
    doubt = "" if ladder.named else ", tetapi levelnya tidak dapat dipastikan"
    fill = "" if ladder.named else " setelah titik-titiknya diisi"
    return Issue(
        "SUSUN-03",
        Severity.SARAN if sure else Severity.PERINGATAN,
        f'tingkat dibaca dari tampilannya{doubt}: "{written(ladder)}"',
        listed.names[0].cell.ref,
        f'Salin kalimat "Susunan: …" itu ke sel di atas judul kolom{fill} (ubah bila lain '
        f"maksudnya), atau tambahkan kolom {column}.",
    )


def _untold(listed: Listed) -> Issue:
    return Issue(
        "SUSUN-08",
        Severity.GALAT,
        "tingkat baris-barisnya tidak tampak dari inden, nomor, huruf tebal, atau warna, jadi "
        "lembar ini tidak dibaca",
        listed.table.header,
        "Tambahkan kolom Kode atau Jenis, atau bedakan tampilannya dan tulis di sel di atas judul "
        f'kolom "Susunan: {_EXAMPLE}".',
    )


def _not_understood(cell: Cell, clause: str, listed: Listed) -> Issue:
    example = "tebal = Strategis; menjorok 1 = Urusan" if listed.tree else _EXAMPLE
    return Issue(
        "SUSUN-04",
        Severity.PERINGATAN,
        f'bagian "{clause.strip()}" dari kalimat Susunan tidak dimengerti',
        cell.ref,
        f'Tulis mis. "Susunan: {example}".',
    )


def _title(name: Name) -> Issue:
    return Issue(
        "SUSUN-07",
        Severity.SARAN,
        f'"{name.cell.text}" di atas program pertama dibaca sebagai judul, bukan isian',
        name.cell.ref,
    )


ARRANGEMENT = Arrangement(
    name="daftar",
    title="Daftar tanpa kode: urutan, inden, huruf tebal, warna, atau nomor menunjukkan tingkatnya",
    claims=lambda _: False,
    read=read,
    adopts=adopts,
)
