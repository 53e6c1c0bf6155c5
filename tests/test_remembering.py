"""Long texts: what a workbook says once in a very long cell is not kept in memory many times."""

import tracemalloc

import plans
from pohon_docs import rules
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


def test_many_short_texts_are_remembered_and_few_long_ones() -> None:
    asked = []

    @remembered(100)
    def length(text: str, *, twice: bool = False) -> int:
        asked.append(text)
        return len(text) * (1 + twice)

    short = [f"{number:03}" for number in range(100)]
    long = [text * LONG for text in short]
    assert [length(text) for text in short] == [length(text) for text in short]
    assert asked == short
    assert length("001", twice=True) == 6
    asked.clear()
    assert [length(text) for text in (*long, *long)] == [3 * LONG] * 200
    assert asked == [*long, *long]
    assert length(long[-1]) == 3 * LONG
    assert asked == [*long, *long]
