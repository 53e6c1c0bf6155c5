"""Where groups of merged rows are cut: at pages' ends, and only where a third would stay empty."""

from dataclasses import replace

import pytest

from pohon_docs.layout.cutting import Paper, cut, is_tall
from pohon_docs.views import TableCell, TableRow

_HIGH = 10.0


def rows(*groups: int) -> tuple[list[TableRow], list[bool]]:
    """Return groups of so many rows, each kept together, and which rows go on from those above."""
    made: list[TableRow] = []
    opens: list[bool] = []
    for number, count in enumerate(groups):
        for at in range(count):
            made.append(TableRow(f"{number}.{at}", (TableCell((), "teks"),), keep=at < count - 1))
            opens.append(at > 0)
    return made, [*opens, False]


def laid(room: float, above: float, *groups: int) -> list[str]:
    """Return the rows as they are put on paper, `+` before one whose names are said anew."""
    made, opens = rows(*groups)
    paper = Paper(room, above)
    cut(
        made,
        [_HIGH] * len(made),
        opens,
        paper,
        lambda row, _: replace(row, role=f"+{row.role}"),
    )
    return [row.role + ("" if row.keep else "|") for row in paper.rows]


def anew(found: list[str]) -> list[str]:
    return [one.strip("+|") for one in found if one.startswith("+")]


@pytest.mark.parametrize(
    ("room", "above", "groups", "expected"),
    [
        (100, 0, (4, 4), []),  # both fit
        (100, 0, (8, 4), []),  # a fifth is left: the group moves
        (100, 0, (5, 8), ["1.5"]),  # half is left: cut at the page's end
        (100, 0, (25,), ["0.10", "0.20"]),  # no page holds it
        (100, 90, (3,), ["0.1"]),  # below a heading the first group begins there all the same
        (100, 50, (3, 8), []),  # a fifth is left on a page that a heading began
        (100, 30, (3, 8), ["1.4"]),
    ],
)
def test_groups_are_cut_where_more_than_a_third_of_a_page_would_be_empty(
    room: float, above: float, groups: tuple[int, ...], expected: list[str]
) -> None:
    found = laid(room, above, *groups)
    assert anew(found) == expected
    made, _ = rows(*groups)
    assert [one.strip("+|") for one in found] == [row.role for row in made]


def test_the_row_before_a_cut_is_not_held_to_the_next_page() -> None:
    found = laid(100, 0, 5, 8)
    place = next(at for at, one in enumerate(found) if one.startswith("+"))
    assert found[place - 1].endswith("|")


@pytest.mark.parametrize(("group", "tall"), [(3, False), (4, True)])
def test_a_group_is_tall_above_a_third_of_a_page(group: int, tall: bool) -> None:
    made, opens = rows(2, group, 1)
    assert is_tall([_HIGH] * len(made), opens, 100) is tall
