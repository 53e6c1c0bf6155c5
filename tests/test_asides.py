"""Rows of a table that are no entries are told by their words."""

import pytest

from pohon_docs.reading.asides import is_page, opens_total


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        *(("JUMLAH TOTAL (Rp)", True), ("Sub Total Program", True), ("Grand Total", True)),
        *(("Subtotal", True), ("Jumlahan", False), ("PROGRAM TOTAL", False)),
    ],
)
def test_a_sum_is_known_by_how_it_begins(text: str, opens: bool) -> None:
    assert opens_total(text) is opens


@pytest.mark.parametrize(
    ("text", "page"),
    [
        *(("Halaman 1 dari 2", True), ("Hal. 3", True), ("Page 1/4", True), ("Hal 3-4", False)),
        *(("Halaman web 2", False), ("Tahap 1 dari 2", False)),
    ],
)
def test_the_number_of_a_printed_page_is_told(text: str, page: bool) -> None:
    assert is_page(text) is page
