"""Texts as rules compare them: words, abbreviations written out, statements as conditions."""

import re
import unicodedata
from collections.abc import Hashable, Iterable, Iterator
from functools import cache
from typing import NamedTuple, TypeVar

from pohon_docs import words
from pohon_docs.indikator import Indikator
from pohon_docs.model import Jenis, Node, Rencana
from pohon_docs.remembering import remembered
from pohon_docs.source import Ref

_WORD = re.compile(r"[a-z0-9]+")
_BRACKETS = re.compile(r"\(\s*([^()]*?)\s*\)")

T = TypeVar("T", bound=Hashable)


class Said(NamedTuple):
    """A text of the plan, the node it belongs to, its indicator's where it is one's, its field."""

    text: str
    node: Node
    field: str
    indikator: Indikator | None = None

    @property
    def ref(self) -> Ref:
        """The cell, which is asked of few texts among very many."""
        if self.indikator is not None:
            return self.indikator.at("uraian")
        return self.node.at("level" if self.field == "nama_level" else self.field)


def statements(rencana: Rencana) -> Iterator[Said]:
    """Yield all that a plan says is to be reached: conditions, tujuan, and sasaran."""
    for node in rencana.of(Jenis.KINERJA, Jenis.TUJUAN, Jenis.SASARAN):
        if node.uraian:
            yield Said(node.uraian, node, "uraian")
    for node in rencana.node:
        if node.sasaran:
            yield Said(node.sasaran, node, "sasaran")


def measures(rencana: Rencana) -> Iterator[Said]:
    """Yield the texts of all indicators."""
    for node, indikator in indicators(rencana):
        if indikator.uraian:
            yield Said(indikator.uraian, node, "indikator", indikator)


def texts(rencana: Rencana) -> Iterator[Said]:
    """Yield every text whose wording a reviewer reads."""
    for node in rencana.node:
        for field in ("uraian", "judul_singkat", "nama_level"):
            if text := getattr(node, field):
                yield Said(text, node, field)
        if node.sasaran:
            yield Said(node.sasaran, node, "sasaran")
    yield from measures(rencana)


def indicators(rencana: Rencana, *jenis: Jenis) -> Iterator[tuple[Node, Indikator]]:
    """Yield every indicator with its node, of the given kinds or of all."""
    for node in rencana.of(*jenis) if jenis else rencana.node:
        for indikator in node.indikator:
            yield node, indikator


@remembered
def tokens(text: str) -> tuple[str, ...]:
    """Return the words of a text without case and marks; `&` is `dan`."""
    folded = unicodedata.normalize("NFKC", text).casefold().replace("&", " dan ")
    return tuple(_WORD.findall(folded))


def folded(text: str) -> str:
    """Return a text as its words, which is all that two writings of one thing must share."""
    return " ".join(tokens(text))


@remembered
def written_out(text: str) -> tuple[str, ...]:
    """Return the words of a text, abbreviations written out and misspelled words corrected."""
    short = words.load("kata")["singkatan"]
    spelled = words.load("ejaan")["ejaan"]
    out: list[str] = []
    for word in tokens(text):
        whole = short.get(word, word)
        out.extend(spelled.get(part, part) for part in whole.split())
    return tuple(out)


@remembered
def as_condition(text: str) -> tuple[str, ...]:
    """Return a statement written out, its first word brought to the form of a condition."""
    out = written_out(text)
    conditions = words.load("kata")["kondisi"]
    return (conditions.get(out[0], out[0]), *out[1:]) if out else ()


@remembered
def content(text: str) -> frozenset[str]:
    """Return the words that carry a statement's meaning, without verb of change and particles."""
    said = as_condition(text)
    plain = (stem(word) for word in (said[1:] if said and said[0].endswith("nya") else said))
    return frozenset(plain) - _plain_words("kata", "umum", "kejadian")


@remembered
def named(text: str) -> frozenset[str]:
    """Return the words of a text without particles."""
    return frozenset(map(stem, tokens(text))) - _plain_words("kata")


@cache
def _plain_words(*lists: str) -> frozenset[str]:
    """Return the words that carry no meaning of their own."""
    return frozenset(word for name in lists for word in words.load("kata")["tugas"][name])


def stem(word: str) -> str:
    """Return a word without the endings that don't change what it names."""
    return re.sub(r"(?<=[a-z]{4})(?:nya|kan)$", "", word)


def share(words_of_one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of a set of words that the other holds too, 0 to 1."""
    return len(words_of_one & other) / len(words_of_one) if words_of_one else 0.0


@remembered
def measured(text: str) -> frozenset[str]:
    """Return the names under which an indicator is known: in full, and its abbreviation.

    `Indeks Kepuasan Masyarakat (IKM)` is known without its brackets and as `ikm`.
    """
    bare = " ".join(written_out(_BRACKETS.sub(" ", text)))
    short = [folded(one) for one in _BRACKETS.findall(text) if _is_acronym(one)]
    names = {bare, *short}
    if len(tokens(text)) == 2 and tokens(text)[0] in words.load("kata")["ukuran"]["indeks"]:  # noqa: PLR2004 (Nilai IKM is IKM)
        names.add(tokens(text)[1])
    return frozenset(names - {""})


def _is_acronym(text: str) -> bool:
    return text.isupper() and " " not in text


def first(text: str) -> str:
    """Return the first word of a text."""
    found = tokens(text)
    return found[0] if found else ""


def grouped(pairs: Iterable[tuple[T, Said]]) -> dict[T, list[Said]]:
    """Gather texts by a key, each cell once, in the order of the workbook."""
    found: dict[T, dict[Ref, Said]] = {}
    for key, said in pairs:
        found.setdefault(key, {}).setdefault(said.ref, said)
    return {key: list(cells.values()) for key, cells in found.items()}


def others(said: list[Said]) -> tuple[Ref, ...]:
    """Return the cells beside the first."""
    return tuple(one.ref for one in said[1:])


def cells(count: int) -> str:
    """Say how many cells a finding speaks of."""
    return f" pada {count} sel" if count > 1 else ""
