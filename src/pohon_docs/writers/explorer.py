"""A plan to walk through → one .html file: its data as JSON, its printed pages compressed.

The page builds everything that it shows of a plan from the data, as text; nothing that a
workbook holds is ever markup or script.
"""

import json
import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from gzip import compress
from html import escape
from typing import Any
from urllib.parse import quote

from pohon_docs.listing import Entry
from pohon_docs.source import Ref, column_name
from pohon_docs.styles import Style
from pohon_docs.values import printable
from pohon_docs.views import Explorer, Fact, Measure, Partner, Series, Sprig
from pohon_docs.writers import PageWriter
from pohon_docs.writers._html import colour_names, counted, document, escaped

_SCRIPTS = ("data", "susun", "kamera", "gambar", "grafik", "kartu", "cari", "cetak", "utama")
_PLAIN = re.compile(r"[0-9]+(?:,[0-9]+)?")
_UNSAFE = {ord(one): f"\\u{ord(one):04x}" for one in "<>&\u2028\u2029"}
_DRAWN = (
    *("penghubung", "penghubung_rujukan", "pita_label", "pita_ganjil", "pita_genap"),
    *("draf", "rujukan", "garis_judul", "garis_judul_tipis"),
)


def write(explorer: Explorer, style: Style) -> bytes:
    """Return the page as one file in UTF-8; the same page gives the same bytes."""
    title = f"{explorer.words['judul_halaman']} · {explorer.book}"
    scripts = (f"pohon-{name}.js" for name in _SCRIPTS)
    colours = "".join(_colours(explorer, style))
    return document(title, _body(explorer), style, ("pohon.css",), scripts, colours)


def _colours(explorer: Explorer, style: Style) -> Iterator[str]:
    """Yield the colours of the tree's roles, and those of each layer's boxes."""
    drawn = (one for role in _DRAWN for one in _named(f"pohon-{role}", role, style))
    yield f":root{{{';'.join(drawn)}}}"
    for at, layer in enumerate(explorer.layers):
        named = (*_named("kotak", layer.role, style), *_named("ik", layer.below, style))
        yield f".l{at}{{{';'.join(named)}}}"


def _named(name: str, role: str, style: Style) -> Iterator[str]:
    look = style.look(role)
    return colour_names(name, {"isi": look.isi, "huruf": look.huruf, "garis": look.garis})


def _body(explorer: Explorer) -> Iterator[str]:
    words = escaped(explorer.words)
    yield f'<a class="langkau" href="#pohon">{words["langkau"]}</a>'
    yield from _head(explorer)
    yield from _tools(words)
    yield '<main><div id="panggung"><svg id="gambar"></svg>'
    yield from _zoom(words)
    yield f'<p id="status" role="status"></p><noscript>{words["tanpa_skrip"]}</noscript></div>'
    yield f'<aside id="kartu" aria-label="{words["kartu"]}" tabindex="-1" hidden></aside></main>'
    yield '<div id="cetakan"></div>'
    yield f'<script type="application/json" id="data">{_json(_Packed(explorer).data())}</script>'
    yield f'<script type="text/plain" id="halaman">{_packed(explorer.prints)}</script>'


def _head(explorer: Explorer) -> Iterator[str]:
    draft = f'<span class="draf">{escape(explorer.draft)}</span>' if explorer.draft else ""
    links = "".join(f'<a href="{quote(f)}">{escape(text)}</a>' for f, text in explorer.links)
    yield f"<header><div><h1>{escape(explorer.title)}{draft}</h1>"
    yield f"<p>{escape(explorer.subtitle)}</p></div>"
    yield f"{counted(explorer.counts)}<nav>{links}</nav></header>"


def _tools(words: Mapping[str, str]) -> Iterator[str]:
    """Yield the search, what is shown, and the buttons over the tree."""
    yield f'<form id="alat" role="search" aria-label="{words["alat"]}">'
    yield '<div id="pencarian"><input type="search" id="cari" autocomplete="off" '
    yield f'aria-label="{words["cari"]}" placeholder="{words["petunjuk_cari"]}" '
    yield 'aria-controls="hasil">'
    yield f'<ol id="hasil" aria-label="{words["hasil"]}" hidden></ol></div>'
    yield f'<details id="tampilan"><summary>{words["tampilan"]}</summary><div>'
    yield f'<fieldset id="level"><legend>{words["level"]}</legend></fieldset>'
    yield f'<fieldset id="komponen"><legend>{words["komponen"]}</legend></fieldset>'
    yield f'<label><input type="checkbox" id="indikator"> {words["indikator"]}</label>'
    yield "</div></details>"
    for name in ("buka_semua", "tutup_semua", "cetak"):
        yield f'<button type="button" id="{name}">{words[name]}</button>'
    yield "</form>"


def _zoom(words: Mapping[str, str]) -> Iterator[str]:
    yield '<div id="ukuran">'
    for name, sign in (("perbesar", "+"), ("perkecil", "−"), ("paskan", "⤢")):
        label = f'aria-label="{words[name]}" title="{words[name]}"'
        yield f'<button type="button" id="{name}" {label}>{sign}</button>'
    yield "</div>"


def _json(data: Any) -> str:  # noqa: ANN401 (what JSON holds)
    """Return data that no part of can end its script element, or a line of it."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return printable(text).translate(_UNSAFE)


def _packed(pages: tuple[bytes, ...]) -> str:
    """Return SVG pages under one root, compressed; the page unpacks them when it is printed."""
    bodies = (page.partition(b"?>")[2] for page in pages)
    text = b"<halaman>" + b"".join(bodies) + b"</halaman>"
    return b64encode(compress(text, mtime=0)).decode()


@dataclass(frozen=True)
class _Packed:
    """The data of a page, its labels, sheets and axes told once each and named by their places."""

    explorer: Explorer
    labels: dict[str, int] = field(default_factory=dict)
    sheets: dict[str, int] = field(default_factory=dict)
    axes: dict[tuple[tuple[int, str], ...], int] = field(default_factory=dict)

    def data(self) -> dict[str, Any]:
        one = self.explorer
        nodes = [self._sprig(sprig) for sprig in one.sprigs]
        return {
            "buku": one.book,
            "salinan": quote(one.copy),
            "kata": dict(one.words),
            "lapis": [[layer.name, int(layer.component)] for layer in one.layers],
            "simpul": nodes,
            "temuan": [_entry(entry) for entry in one.entries],
            "label": list(self.labels),
            "lembar": list(self.sheets),
            "sumbu": list(self.axes),
        }

    def _sprig(self, one: Sprig) -> dict[str, Any]:
        data = {
            "l": one.layer,
            "c": one.code,
            "u": one.text,
            "t": one.tier,
            "i": one.above,
            "j": one.short,
            "r": one.target,
            "a": self._ref(one.ref),
            "f": self._facts(one.facts, one.ref),
            "m": [self._measure(measure) for measure in one.measures],
            "p": [self._series(series, one.ref) for series in one.money],
            "n": [self._partner(partner) for partner in one.partners],
            "e": list(one.entries),
        }
        return _filled(data)

    def _measure(self, one: Measure) -> dict[str, Any]:
        series = [self._series(series, one.ref) for series in one.series]
        data = {"u": one.text, "a": self._ref(one.ref), "f": self._facts(one.facts, one.ref)}
        return _filled({**data, "d": series})

    def _partner(self, one: Partner) -> dict[str, Any]:
        data = {"u": one.name, "a": self._ref(one.ref), "f": self._facts(one.facts, one.ref)}
        return _filled(data)

    def _facts(self, facts: tuple[Fact, ...], near: Ref | None) -> list[Any]:
        return [[self._label(one.label), one.text, self._ref(one.ref, near)] for one in facts]

    def _series(self, one: Series, near: Ref | None) -> list[Any]:
        """Return values by the place of their axis: the moments and cells that many series share.

        Numbers are told only where a text isn't plainly one.
        """
        axis = tuple((self._label(point.label), self._ref(point.ref, near)) for point in one.points)
        texts = [point.text for point in one.points]
        data = [self._label(one.label), self.axes.setdefault(axis, len(self.axes)), texts]
        plain = all(point.number == _plain_number(point.text) for point in one.points)
        return data if plain else [*data, [point.number for point in one.points]]

    def _label(self, text: str) -> int:
        return self.labels.setdefault(text, len(self.labels))

    def _ref(self, ref: Ref | None, near: Ref | None = None) -> str:
        """Return a cell by its sheet's place; of the row of `near` its column alone."""
        if ref is None or not ref.row:
            return ""
        if near is not None and (ref.sheet, ref.row) == (near.sheet, near.row):
            return column_name(ref.column)
        return f"{self.sheets.setdefault(ref.sheet, len(self.sheets))}!{ref.cell}"


def _plain_number(text: str) -> float | None:
    return float(text.replace(",", ".")) if _PLAIN.fullmatch(text) else None


def _filled(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return data without what is empty; 0 is a place, not nothing."""
    return {name: value for name, value in data.items() if value or value == 0}


def _entry(one: Entry) -> list[str]:
    told = (one.severity, one.code, one.title, one.message, one.hint, one.basis, one.cell)
    return [*told, one.link]


WRITER = PageWriter(ending="html", write=write)
