"""Checks of how sentences are built: conditions, sasaran and indicators in their own form."""

import re
from collections.abc import Iterator
from functools import cache

from pohon_docs import words
from pohon_docs.model import KOMPONEN, Jenis, Rencana
from pohon_docs.nomenclature import Nomenklatur
from pohon_docs.remembering import remembered
from pohon_docs.rules import Found
from pohon_docs.rules._corrected import cased, corrected
from pohon_docs.rules._official import is_decreed
from pohon_docs.rules._text import (
    Said,
    as_condition,
    cells,
    first,
    folded,
    grouped,
    measures,
    others,
    statements,
    tokens,
    written_out,
)

_CONDITION = re.compile(r"(?:ter|me|ber|di)[a-z]{3,}nya")
_FIRST_WORD = re.compile(r"\S+")
_LONGEST_ACRONYM = 8


def activities(rencana: Rencana) -> Iterator[Found]:
    """Find conditions of the tree that are worded as an activity."""
    for node in rencana.of(Jenis.KINERJA):
        if _is_activity(node.uraian):
            word = node.uraian.split()[0]
            message = f'simpul {node.kode} menyatakan kegiatan ("{word} …"), bukan kondisi'
            yield Found(node.at("uraian"), message, _advice(node.uraian))


def active_statements(rencana: Rencana) -> Iterator[Found]:
    """Find tujuan and sasaran that are worded as an activity, each wording once."""
    said = (one for one in statements(rencana) if one.node.jenis is not Jenis.KINERJA)
    same = grouped((folded(one.text), one) for one in said if _is_activity(one.text))
    for group in same.values():
        head = group[0]
        message = f'sasaran "{head.text}"{cells(len(group))} menyatakan kegiatan'
        if head.field == "uraian":
            message = f'{head.node.jenis} "{head.text}" menyatakan kegiatan'
        yield Found(head.ref, message, _advice(head.text), others(group))


def measures_as_statements(rencana: Rencana) -> Iterator[Found]:
    """Find statements that begin with a measure, as an indicator does."""
    openings = set(words.load("kata")["ukuran"]["pembuka"])
    for said in statements(rencana):
        begin = tokens(said.text)[:2]
        if begin and begin[0] in openings and len(set(begin)) == len(begin):
            kind = _kind(said)
            yield Found(said.ref, f'{kind} "{said.text}" ditulis seperti indikator')


def process_measures(rencana: Rencana) -> Iterator[Found]:
    """Find indicators that name a process or a condition instead of a measure."""
    for said in measures(rencana):
        word = first(said.text)
        if _CONDITION.fullmatch(word) or (_is_activity(said.text) and not _measure_in(said.text)):
            message = f'indikator "{said.text}" menyatakan proses, bukan ukuran'
            yield Found(said.ref, message, _as_measure(said.text))


def measures_without_measure(rencana: Rencana, resmi: Nomenklatur) -> Iterator[Found]:
    """Find indicators without any word that says what is counted or rated."""
    for said in measures(rencana):
        if not _is_clear(said.text) and not is_decreed(said, resmi):
            yield Found(said.ref, f'indikator "{said.text}" tidak menyebut ukurannya')


@remembered
def _is_clear(text: str) -> bool:
    """Tell whether an indicator says what it measures, or has another finding for it."""
    plain = text.replace(" ", "")
    acronym = plain.isupper() and len(plain) <= _LONGEST_ACRONYM
    process = _CONDITION.fullmatch(first(text)) or _is_activity(text)
    return bool(process or acronym or _measure_in(text))


def repeated_statements(rencana: Rencana) -> Iterator[Found]:
    """Find one sasaran that stands word for word at several components."""
    least = words.load("ambang")["ulang"]["komponen"]
    said = [one for one in statements(rencana) if one.node.jenis in KOMPONEN]
    for group in grouped((folded(one.text), one) for one in said).values():
        if len(group) >= least:
            message = f'sasaran "{group[0].text}" diulang pada {len(group)} komponen'
            yield Found(group[0].ref, message, related=others(group))


def wordings_of_one_thing(rencana: Rencana) -> Iterator[Found]:
    """Find one sentence that is written in several ways.

    Case and marks aside, and so are misspelled and shortened words, which have findings of
    their own.
    """
    goals = ((as_condition(one.text), one) for one in statements(rencana))
    rates = ((("ik", *written_out(one.text)), one) for one in measures(rencana))
    for pairs in (goals, rates):
        for group in grouped(pairs).values():
            if len(group) == 1:
                continue
            ways = grouped((folded(corrected(one.text)), one) for one in group)
            if len(ways) > 1:
                yield _several(list(ways.values()))


def _several(ways: list[list[Said]]) -> Found:
    """Report the rarest wording, beside the others."""
    rarest, *rest = sorted(ways, key=len)
    named = "; ".join(f'"{way[0].text}"' for way in rest)
    message = f'"{rarest[0].text}" di sel lain ditulis {named}'
    return Found(rarest[0].ref, message, related=tuple(way[0].ref for way in rest))


def _kind(said: Said) -> str:
    if said.field == "sasaran":
        return f"sasaran {said.node.jenis.replace('_', ' ')}"
    return "simpul" if said.node.jenis is Jenis.KINERJA else str(said.node.jenis)


@remembered
def _is_activity(text: str) -> bool:
    """Tell whether a sentence opens with an activity; `Pengelolaan … yang tertib` is a state."""
    word = first(text)
    active = words.load("kata")["aktif"]
    if re.fullmatch(active["pola"], word):
        return word not in active["bukan"]
    known = word in words.load("kata")["kondisi"]
    return known and (word.startswith("me") or "yang" not in tokens(text))


def _measure_in(text: str) -> bool:
    return not _measure_words().isdisjoint(written_out(text))


@cache
def _measure_words() -> frozenset[str]:
    return frozenset(words.load("kata")["ukuran"]["kata"])


def _advice(text: str) -> str:
    """Suggest the sentence as a condition, where the form of its verb is known."""
    form = words.load("kata")["kondisi"].get(first(text))
    if form is None:
        return ""
    right = corrected(text)
    form = cased(form, right.split()[0])
    return f'Tulis kondisi yang hendak dicapai, mis. "{_FIRST_WORD.sub(form, right, count=1)}".'


def _as_measure(text: str) -> str:
    """Suggest the part of an indicator that begins with its measure, where it holds one."""
    openings = words.load("kata")["ukuran"]["pembuka"]
    said = corrected(text).split()
    at = next((at for at, word in enumerate(said) if at and folded(word) in openings), 0)
    rest = " ".join(said[at:])
    return f'Awali dengan ukurannya: "{rest[:1].upper()}{rest[1:]}".' if at else ""
