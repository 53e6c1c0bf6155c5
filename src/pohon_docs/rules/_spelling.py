"""Checks of words: spelling, slips of the keyboard, abbreviations, acronyms."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Set
from functools import cache

from pohon_docs import words
from pohon_docs.model import KOMPONEN, Jenis, Rencana
from pohon_docs.nomenclature import Nomenklatur, Resmi
from pohon_docs.rules import Found
from pohon_docs.rules._corrected import cased
from pohon_docs.rules._official import is_decreed, rewritten
from pohon_docs.rules._text import Said, cells, folded, grouped, others, texts, tokens

_RAW_WORD = re.compile(r"[^\W_]+")
_ACRONYM = re.compile(r"(?<![\w-])[A-Z]{2,8}(?![\w-])")
_EXPLAINED = re.compile(r"\(\s*([A-Z]{2,8})\s*\)")
_OFTEN = 3


def misspelled(rencana: Rencana, resmi: Nomenklatur) -> Iterator[Found]:
    """Find words of the list of misspellings, each once with all its cells."""
    listed = words.load("ejaan")["ejaan"]
    for word, group in grouped(_where(rencana, resmi, listed.keys())).items():
        raw = _raw(group[0].text, word)
        message = f'ejaan "{raw}"{cells(len(group))} tidak baku'
        yield Found(group[0].ref, message, f'Tulis "{cased(listed[word], raw)}".', others(group))


def slips(rencana: Rencana, resmi: Nomenklatur) -> Iterator[Found]:
    """Find long words that miss, double or swap one letter of a word that is often used."""
    limits = words.load("ambang")["salah_ketik"]
    compared = range(limits["huruf"], limits["huruf_terbanyak"] + 1)
    counts = Counter(word for one in texts(rencana) for word in set(tokens(one.text)))
    often = {word for word, count in counts.items() if count >= _OFTEN}
    listed = words.load("ejaan")["ejaan"].keys()
    known = frozenset((_vocabulary(resmi) | often) - listed)
    near = _one_letter_short(frozenset(word for word in known if len(word) in compared))
    unknown = sorted(word for word in counts.keys() - known - listed if len(word) in compared)
    meant = {word: right for word in unknown if (right := _meant(word, known, near))}
    found = _where(rencana, resmi, meant.keys())
    own = ((word, one) for word, one in found if not is_decreed(one, resmi))
    for word, group in grouped(own).items():
        raw = _raw(group[0].text, word)
        message = f'"{raw}"{cells(len(group))} mungkin salah ketik'
        advice = f'Periksa; mungkin maksudnya "{cased(meant[word], raw)}".'
        yield Found(group[0].ref, message, advice, others(group))


def abbreviations(rencana: Rencana, resmi: Nomenklatur) -> Iterator[Found]:
    """Find abbreviations inside sentences, each once with all its cells.

    Cells whose whole text another finding gives are left to it.
    """
    short = words.load("kata")["singkatan"]
    wanted = short.keys() - words.load("kata")["lazim"]["kata"]
    full = {word for one in texts(rencana) for word in tokens(one.text)}
    found = list(_where(rencana, resmi, wanted))
    told = rewritten(rencana, resmi) if found else frozenset()
    said = ((word, one) for word, one in found if one.ref not in told)
    for word, group in grouped(said).items():
        raw = _raw(group[0].text, word)
        also = f', di sel lain lengkap "{short[word]}"' if short[word] in full else ""
        message = f'singkatan "{raw}"{cells(len(group))}{also}'
        yield Found(group[0].ref, message, f'Tulis lengkap: "{short[word]}".', others(group))


def unexplained_acronyms(rencana: Rencana, resmi: Nomenklatur) -> Iterator[Found]:
    """Find acronyms that are neither usual in planning nor explained anywhere in the plan."""
    all_texts = list(texts(rencana))
    explained = {found for one in all_texts for found in _EXPLAINED.findall(one.text)}
    known = explained | set(words.load("kata")["akronim"]["dikenal"])
    short = words.load("kata")["singkatan"]
    pairs = [
        (found, one)
        for one in all_texts
        if one.node.jenis not in KOMPONEN or one.field != "uraian"
        for found in _acronyms(one.text)
        if found not in known and found.casefold() not in short and not is_decreed(one, resmi)
    ]
    told = rewritten(rencana, resmi) if pairs else frozenset()
    left = ((found, one) for found, one in pairs if one.ref not in told)
    for acronym, group in grouped(left).items():
        message = f'singkatan "{acronym}"{cells(len(group))} tidak dijelaskan'
        opening = "Indeks …" if acronym.startswith("I") else "…"
        hint = "Tulis kepanjangannya sekali, diikuti singkatannya di dalam kurung, "
        hint += f'mis. "{opening} ({acronym})".'
        yield Found(group[0].ref, message, hint, others(group))


def _acronyms(text: str) -> list[str]:
    """Return the words in capitals; where the whole text is in capitals, only a lone one."""
    found = _ACRONYM.findall(text)
    return found if not text.isupper() or len(text.split()) == 1 else []


def _where(rencana: Rencana, resmi: Nomenklatur, wanted: Set[str]) -> Iterator[tuple[str, Said]]:
    """Yield where words stand that the plan's author chose, not those an official text has."""
    found = [one for one in texts(rencana) if not wanted.isdisjoint(tokens(one.text))]
    names = frozenset(folded(entry.nama) for entry in resmi.entri) if found else frozenset()
    for one in found:
        if folded(one.text) in names:
            continue
        entry = None if one.node.jenis is Jenis.KINERJA else resmi.find(one.node.kode)
        if entry and folded(one.text) in _texts_of(entry):
            continue
        prescribed = _words_of(entry) if entry else _odd_words(one, resmi)
        yield from (
            (word, one) for word in tokens(one.text) if word in wanted and word not in prescribed
        )


def _odd_words(one: Said, resmi: Nomenklatur) -> frozenset[str]:
    """Return the misspellings that the decree itself has in texts of this kind."""
    odd = words.load("ejaan")["resmi"]
    return frozenset(odd[one.node.jenis] if is_decreed(one, resmi) else ())


@cache
def _words_of(entry: Resmi) -> frozenset[str]:
    return frozenset(word for text in _texts_of(entry) for word in text.split())


@cache
def _texts_of(entry: Resmi) -> frozenset[str]:
    return frozenset(map(folded, (entry.nama, entry.kinerja, entry.indikator)))


@cache
def _listed_words() -> frozenset[str]:
    """Return the standard words that the lists name."""
    lists = words.load("kata")
    spelling = words.load("ejaan")
    right = " ".join((*spelling["ejaan"].values(), *lists["singkatan"].values()))
    forms = (*lists["kondisi"], *lists["kondisi"].values(), *lists["ukuran"]["kata"])
    directions = (*lists["arah"]["turun"], *lists["arah"]["naik"])
    return frozenset((*right.split(), *spelling["benar"]["kata"], *forms, *directions))


def _vocabulary(resmi: Nomenklatur) -> frozenset[str]:
    """Return the words of the official list and of our own lists."""
    official = (word for entry in resmi.entri for word in _words_of(entry))
    return frozenset(_listed_words().union(official) - set(words.load("ejaan")["ejaan"]))


def _one_letter_short(known: frozenset[str]) -> Mapping[str, str]:
    """Return the known words by what is left of them when an inner letter is missing."""
    return {short: word for word in sorted(known) for short in _shorter(word)}


def _shorter(word: str) -> set[str]:
    """Return a word without each of its inner letters; endings make other words."""
    return {word[:at] + word[at + 1 :] for at in range(1, len(word) - 1)}


def _meant(word: str, known: frozenset[str], near: Mapping[str, str]) -> str:
    """Return the known word that is one slip away, or nothing."""
    swapped = (
        word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(1, len(word) - 2)
    )
    tries = (*sorted(_shorter(word)), *swapped)
    return near.get(word) or next((one for one in tries if one in known), "")


def _raw(text: str, word: str) -> str:
    """Return a word as it is written in a text."""
    return next((raw for raw in _RAW_WORD.findall(text) if raw.casefold() == word), word)
