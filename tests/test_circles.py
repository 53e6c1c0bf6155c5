"""Circles of parents in random plans: every one is found, and no node is lost for it."""

from random import Random

import pytest

import plans
from pohon_docs import rules
from pohon_docs.model import Jenis, Node


def random_graph(random: Random) -> tuple[Node, ...]:
    """Return nodes whose parents are any of them, so that some plans turn in circles."""
    names = [f"K{number}" for number in range(random.randint(2, 9))]
    return tuple(
        plans.node(name, *random.sample(names, random.choice((0, 0, 1, 1, 2)))) for name in names
    )


def reaches_itself(node: Node, parents: dict[str, tuple[str, ...]]) -> bool:
    seen: set[str] = set()
    waiting = list(node.induk)
    while waiting:
        kode = waiting.pop()
        if kode not in seen:
            seen.add(kode)
            waiting.extend(parents[kode])
    return node.kode in seen


@pytest.mark.parametrize("number", range(200))
def test_every_circle_of_parents_is_found_and_nothing_else(number: int) -> None:
    nodes = random_graph(Random(number))
    parents = {node.kode: node.induk for node in nodes}
    circling = {node.kode for node in nodes if reaches_itself(node, parents)}
    rencana = plans.plan(*nodes)
    found = [issue for issue in rules.check(rencana) if issue.code == "POHON-03"]
    named = {kode for issue in found for kode in issue.message.split(": ")[1].split(" → ")}
    assert named <= circling
    assert bool(found) == bool(circling)
    assert len(list(rencana.walk(Jenis.KINERJA))) == len(nodes)


def test_the_rules_take_a_long_chain_in_their_stride() -> None:
    chain = (plans.node(f"K{at}", *([f"K{at - 1}"] if at else [])) for at in range(2_000))
    found = {issue.code for issue in rules.check(plans.plan(*chain))}
    assert not found & {"POHON-01", "POHON-02", "POHON-03", "POHON-04"}


def test_the_rules_say_nothing_about_nothing() -> None:
    assert {issue.code for issue in rules.check(plans.plan())} == {"IDENTITAS-12"}
