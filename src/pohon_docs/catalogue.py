"""Every code that can be printed: those of the rules, and those of the reader and the writer."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pohon_docs import rules, words

_READER = "pembaca"
_TITLE = """\
# Aturan

Semua kode temuan, menurut temanya. Halaman ini dibuat dari kode program dengan `make aturan`;
jangan disunting di sini. Gaya dapat mematikan sebuah aturan atau mengubah keparahannya, dengan
alasan yang dicetak pada semua laporan temuan. Temuan yang hanya akibat temuan lain tidak disebut
sendiri: satu sel yang salah menjadi satu temuan.

```toml
[aturan."KATA-08"]
keparahan = "saran"      # atau: mati = true
alasan = "Ejaan diperiksa oleh bagian humas"
```
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """A code with all that a planner should know of it; `keparahan` can be one of several.

    `salah` says what is wrong, `saran` what to do, `contoh` shows both, and `dasar` is the
    regulation with its article or table, or `praktik`.
    """

    kode: str
    tema: str
    keparahan: tuple[str, ...]
    judul: str
    salah: str
    saran: str
    contoh: str
    dasar: str


@cache
def catalogue() -> dict[str, Entry]:
    """Return the entry of every code, theme by theme, the reader's first."""
    return {entry.kode: entry for entry in (*_reader_entries(), *_rule_entries())}


def _reader_entries() -> Iterator[Entry]:
    for theme, codes in words.load(_READER).items():
        for code, said in codes.items():
            yield Entry(code, theme, **{**said, "keparahan": tuple(said["keparahan"])})


def _rule_entries() -> Iterator[Entry]:
    for theme in rules.themes():
        for rule in theme.rules:
            yield Entry(
                rule.code,
                theme.nama,
                (str(rule.severity),),
                rule.title,
                rule.salah,
                rule.hint,
                rule.contoh,
                rule.basis,
            )


def by_theme() -> dict[str, tuple[Entry, ...]]:
    """Return the entries of every theme, in the catalogue's order."""
    themes: dict[str, list[Entry]] = {}
    for entry in catalogue().values():
        themes.setdefault(entry.tema, []).append(entry)
    return {theme: tuple(entries) for theme, entries in themes.items()}


def page() -> str:
    """Return the catalogue as a page of Markdown, which is `docs/aturan.md`."""
    return "\n".join([_TITLE, *(line for part in by_theme().items() for line in _section(*part))])


def _section(theme: str, entries: tuple[Entry, ...]) -> Iterator[str]:
    yield f"## {theme}\n"
    for entry in entries:
        yield f"### {entry.kode} {entry.judul}\n"
        yield f"{entry.salah} Keparahan: {' atau '.join(entry.keparahan)}.\n"
        yield f"- Saran: {entry.saran}"
        yield f"- Contoh: {entry.contoh}"
        yield f"- Dasar: {entry.dasar}\n"
