"""Long texts: what a workbook says once in a very long cell is not kept in memory many times."""

import tracemalloc

import pytest

import plans
from pohon_docs import remembering, rules
from pohon_docs.remembering import remembered

MEBIBYTE = 1024 * 1024
LONG = 32_000


def test_a_word_as_long_as_a_cell_is_compared_with_no_other() -> None:
    """Each of its slips would be as long: 32,000 times 32,000 letters."""
    word = "x" * LONG
    seldom = plans.plan(plans.node("A", uraian=word))
    often = plans.plan(*(plans.node(code, uraian=f"{word} {code}") for code in "ABC"))
    for rencana in (seldom, often):
        tracemalloc.start()
        rules.check(rencana)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert peak < 40 * MEBIBYTE


def test_short_texts_are_remembered_up_to_their_letters_and_few_long_ones() -> None:
    asked = []

    @remembered
    def length(text: str) -> int:
        asked.append(text)
        return len(text)

    short = [f"{number:03}" for number in range(100)]
    long = [text * LONG for text in short]
    assert [length(text) for text in short] == [length(text) for text in short]
    assert asked == short
    asked.clear()
    assert [length(text) for text in (*long, *long)] == [3 * LONG] * 200
    assert asked == [*long, *long]
    assert length(long[-1]) == 3 * LONG
    assert asked == [*long, *long]


def test_what_was_remembered_is_forgotten_once_it_is_too_much(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(remembering, "_MOST", 6)
    asked = []

    @remembered
    def same(text: str) -> str:
        asked.append(text)
        return text

    assert [same(text) for text in ("abc", "def", "abc", "ghi", "abc")] == [
        *("abc", "def", "abc", "ghi", "abc"),
    ]
    assert asked == ["abc", "def", "ghi", "abc"]
