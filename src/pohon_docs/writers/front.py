"""The page of all units → one .html file; every unit stands in its markup, even without script."""

from collections.abc import Iterator, Mapping
from html import escape

from pohon_docs.styles import Style
from pohon_docs.views import FileLink, Front, Unit
from pohon_docs.writers import PageWriter
from pohon_docs.writers._html import counted, document, escaped, grouped


def write(front: Front, style: Style) -> bytes:
    """Return the page as one file in UTF-8; the same page gives the same bytes."""
    return document(front.title, _body(front), style, ("indeks.css",), ("indeks.js",))


def _body(front: Front) -> Iterator[str]:
    words = escaped(front.words)
    yield f'<a class="langkau" href="#daftar">{words["langkau"]}</a>'
    yield f"<header><h1>{escape(front.title)}</h1><p>{escape(front.subtitle)}</p>"
    totals = (f"<li><b>{escape(value)}</b> {escape(text)}</li>" for value, text in front.totals)
    yield f'<ul class="jumlah">{"".join(totals)}</ul>{counted(front.counts)}</header>'
    yield from _form(front, words)
    yield f'<main id="daftar" tabindex="-1" aria-label="{words["daftar"]}">'
    for unit in front.units:
        yield _unit(unit, words)
    yield f'<p id="tiada" hidden>{words["tiada"]}</p></main>'


def _form(front: Front, words: Mapping[str, str]) -> Iterator[str]:
    """Yield the filter, which shows itself only where its script runs."""
    yield f'<form id="saring" role="search" aria-label="{words["saring"]}" hidden>'
    yield f'<label>{words["cari"]} <input type="search" name="cari" autocomplete="off" '
    yield f'placeholder="{words["petunjuk_cari"]}"></label>'
    yield f'<label>{words["keadaan"]} <select name="keadaan"><option value="">{words["semua"]}'
    yield f"</option>{_options(front.states)}</select></label>"
    yield f'<label>{words["urutkan"]} <select name="urutan">{_options(front.orders)}</select>'
    yield "</label>"
    yield f'<p id="tampak" role="status" data-kalimat="{words["tampak"]}"></p></form>'


def _options(named: Mapping[str, str]) -> str:
    pairs = ((escape(name), escape(text)) for name, text in named.items())
    return "".join(f'<option value="{name}">{text}</option>' for name, text in pairs)


def _unit(unit: Unit, words: Mapping[str, str]) -> str:
    """Return one unit; what it is sorted and filtered by stands in its data attributes."""
    data = {"keadaan": unit.state, **{name: f"{value:g}" for name, value in unit.order.items()}}
    attributes = " ".join(f'data-{name}="{escape(value)}"' for name, value in data.items())
    name = escape(unit.name)
    title = f'<a href="{escape(unit.main)}">{name}</a>' if unit.main else name
    facts = "".join(f"<div><dt>{escape(k)}</dt><dd>{escape(v)}</dd></div>" for k, v in unit.facts)
    return (
        f'<article {attributes}>{_picture(unit, words)}<div class="isi"><h2>{title}</h2>'
        f'<p class="buku">{escape(unit.workbook)}{_period(unit)}</p>'
        f'<p class="keadaan"><span class="{escape(unit.state)}">{escape(unit.said)}</span> '
        f"{_findings(unit, words)}</p><dl>{facts}</dl>{_links(unit, words)}</div></article>"
    )


def _period(unit: Unit) -> str:
    return f" · {escape(unit.period)}" if unit.period else ""


def _picture(unit: Unit, words: Mapping[str, str]) -> str:
    if not unit.picture:
        return '<div class="gambar"></div>'
    said = words["gambar"].replace("{unit}", escape(unit.name))
    picture = (
        f'<img src="{escape(unit.picture)}" alt="{said}" width="240" height="135" loading="lazy">'
    )
    return f'<a class="gambar" href="{escape(unit.main)}" tabindex="-1">{picture}</a>'


def _findings(unit: Unit, words: Mapping[str, str]) -> str:
    found = {name: grouped(count) for name, count in unit.counts.items() if count}
    if not found:
        return f'<span class="bersih">{words["bersih"]}</span>'
    return " ".join(f'<span class="{name}">{count} {name}</span>' for name, count in found.items())


def _links(unit: Unit, words: Mapping[str, str]) -> str:
    main = "".join(f"<li>{_link(link, words)}</li>" for link in unit.links)
    if not unit.others:
        return f"<ul>{main}</ul>"
    others = "".join(f"<li>{_link(link, words)}</li>" for link in unit.others)
    said = words["berkas_lain"].replace("{jumlah}", str(len(unit.others)))
    return f"<ul>{main}</ul><details><summary>{said}</summary><ul>{others}</ul></details>"


def _link(link: FileLink, words: Mapping[str, str]) -> str:
    pages = words["halaman"].replace("{jumlah}", str(link.pages))
    said = f" <small>{pages}</small>" if link.pages else ""
    return f'<a href="{escape(link.address)}">{escape(link.name)}</a>{said}'


WRITER = PageWriter(ending="html", write=write)
