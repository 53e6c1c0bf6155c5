"""A page of findings → one .html file: nothing is loaded, and no text becomes markup."""

from collections.abc import Iterator, Mapping
from html import escape

from pohon_docs.listing import Entry, Excerpt, ExcerptCell, Listing, Section, Tally
from pohon_docs.source import column_name
from pohon_docs.styles import Style
from pohon_docs.writers import PageWriter
from pohon_docs.writers._html import counted, document, escaped


def write(listing: Listing, style: Style) -> bytes:
    """Return the page as one file in UTF-8; the same page gives the same bytes."""
    title = f"{listing.title} · {listing.words['buku']}"
    return document(title, _body(listing), style, ("halaman.css",), ("halaman.js",))


def _body(listing: Listing) -> Iterator[str]:
    yield from _top(listing)
    yield from _list(listing)
    yield from _summary(listing)


def _top(listing: Listing) -> Iterator[str]:
    """Yield the heading, the counts, and the form to filter by."""
    words = escaped(listing.words)
    yield f'<a class="langkau" href="#daftar">{words["langkau"]}</a>'
    hint = f' <span class="layar">{escape(listing.hint)}</span>' if listing.hint else ""
    yield f"<header><h1>{escape(listing.title)}</h1><p>{escape(listing.subtitle)}{hint}</p>"
    yield f"{counted(listing.counts)}</header>"
    if listing.sections:
        yield from _form(listing, words)


def _form(listing: Listing, words: Mapping[str, str]) -> Iterator[str]:
    """Yield the filter, which shows itself only where its script runs."""
    yield f'<form id="saring" role="search" aria-label="{words["saring"]}" hidden>'
    yield f"<fieldset><legend>{words['tingkat']}</legend>"
    for name in listing.counts:
        box = f'<input type="checkbox" name="keparahan" value="{name}" checked>'
        yield f"<label>{box} {name}</label>"
    yield "</fieldset>"
    yield _choice("lembar", words["lembar"], words["semua_lembar"], listing.sheets)
    yield _choice("tema", words["tema"], words["semua_tema"], listing.themes)
    yield f'<label>{words["cari"]} <input type="search" name="cari" autocomplete="off"></label>'
    yield f'<button type="reset">{words["bersihkan"]}</button>'
    yield f'<button type="button" id="cetak">{words["cetak"]}</button>'
    yield f'<p id="tampak" role="status" data-kalimat="{words["tampak"]}"></p></form>'


def _choice(name: str, label: str, every: str, values: tuple[str, ...]) -> str:
    options = "".join(f'<option value="{escape(one)}">{escape(one)}</option>' for one in values)
    choice = f'<select name="{name}"><option value="">{every}</option>{options}</select>'
    return f"<label>{label} {choice}</label>"


def _list(listing: Listing) -> Iterator[str]:
    """Yield the findings, row by row."""
    words = escaped(listing.words)
    yield f'<main id="daftar" tabindex="-1" aria-label="{words["daftar"]}">'
    for section in listing.sections:
        yield from _section(section, words)
    yield f'<p id="tiada" hidden>{words["tiada"]}</p></main>'


def _section(section: Section, words: Mapping[str, str]) -> Iterator[str]:
    place = escape(section.place or section.sheet)
    yield f'<section class="baris"><h2>{place}</h2><ol>'
    for entry in section.entries:
        yield _entry(entry, section.sheet, words)
    yield "</ol>"
    if section.picture:
        yield _picture(section.picture, section.marks, place, words)
    yield "</section>"


def _entry(entry: Entry, sheet: str, words: Mapping[str, str]) -> str:
    """Return one finding; what it is filtered by stands in its data attributes."""
    data = {"keparahan": entry.severity, "lembar": sheet, "tema": entry.theme, "kode": entry.code}
    attributes = " ".join(f'data-{name}="{escape(value)}"' for name, value in data.items())
    cell = escape(entry.cell)
    if entry.link:
        cell = f'<a href="{escape(entry.link)}">{cell}</a>'
    hint = f"<p><b>{words['saran']}</b> {escape(entry.hint)}</p>" if entry.hint else ""
    basis = f'<p class="dasar">{words["dasar"]} {escape(entry.basis)}</p>' if entry.basis else ""
    return (
        f'<li class="temuan" {attributes}><p class="kop"><span class="{entry.severity}">'
        f"{entry.severity}</span> {cell} <b>{escape(entry.title)}</b> "
        f"<code>{escape(entry.code)}</code></p>"
        f"<p>{escape(entry.message)}</p>{hint}{basis}</li>"
    )


def _picture(
    picture: Excerpt, marks: Mapping[int, str], place: str, words: Mapping[str, str]
) -> str:
    """Return a row as a sheet shows it: letters, headings, the row's number and its cells."""
    letters = "".join(_letter(cell) for cell in picture.cells)
    heads = "".join(f"<th>{escape(cell.heading)}</th>" for cell in picture.cells)
    named = any(cell.heading for cell in picture.cells)
    cells = "".join(_cell(cell, marks.get(cell.column, ""), words) for cell in picture.cells)
    caption = words["gambar"].replace("{tempat}", place)
    return (
        f'<table class="gambar" aria-label="{caption}"><thead>'
        f'<tr class="huruf"><td></td>{letters}</tr>{f"<tr><td></td>{heads}</tr>" if named else ""}'
        f'</thead><tbody><tr><th scope="row">{picture.row}</th>{cells}</tr></tbody></table>'
    )


def _letter(cell: ExcerptCell) -> str:
    gap = "… " if cell.gap else ""
    return f"<td>{gap}{column_name(cell.column)}</td>"


def _cell(cell: ExcerptCell, mark: str, words: Mapping[str, str]) -> str:
    """Return a cell; one with a finding is said to be so, not only coloured."""
    if not mark:
        return f"<td>{escape(cell.text)}</td>"
    said = words["sel_bertanda"].replace("{tingkat}", mark)
    text = escape(cell.text) or f"<i>{words['baris_kosong']}</i>"
    return f'<td class="{mark}">{text}<span class="dibaca"> ({said})</span></td>'


def _summary(listing: Listing) -> Iterator[str]:
    """Yield what is printed: the tables of counts; and below them what a style changed."""
    yield '<section id="ringkasan">'
    for tally in listing.tallies:
        yield _tally(tally)
    yield "</section>"
    if listing.notes:
        notes = "".join(f"<li>{escape(note)}</li>" for note in listing.notes)
        yield f"<footer><h2>{escape(listing.words['catatan'])}</h2><ul>{notes}</ul></footer>"


def _tally(tally: Tally) -> str:
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in tally.head)
    rows = "".join(
        f"<tr>{''.join(f'<td>{escape(str(value))}</td>' for value in row)}</tr>"
        for row in tally.rows
    )
    caption = f"<caption>{escape(tally.caption)}</caption>"
    return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


WRITER = PageWriter(ending="html", write=write)
