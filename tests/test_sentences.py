"""The sentence before a table: only what the plan has, its words from the regulation's data."""

from dataclasses import replace
from string import Formatter

import pytest

import plans
import reports
from pohon_docs import packs
from pohon_docs.blocks import Caption, Line
from pohon_docs.documents._identity import fields
from pohon_docs.documents._sentences import Facts, opening
from pohon_docs.model import Jenis, Rencana

_FACTS = Facts(plans.plan(), packs.load("permendagri-86-2017"), ()).said()
TABLES = [
    (name, table)
    for name in packs.names()
    for table, spec in packs.load(name).tabel.items()
    if spec.kode
]


def said(rencana: Rencana, *clauses: str) -> str:
    facts = Facts(rencana, packs.load("permendagri-86-2017"), rencana.tahun)
    return opening(clauses, {"nomor": "Tabel X"}, facts)


@pytest.mark.parametrize(("name", "table"), TABLES)
def test_a_numbered_table_has_a_sentence_that_names_it(name: str, table: str) -> None:
    clauses = packs.load(name).tabel[table].pembuka
    known = {*fields(plans.plan().identitas), "nomor", *_FACTS}
    told = {field for one in clauses for _, field, _, _ in Formatter().parse(one) if field}
    assert told <= known
    assert "nomor" in told
    assert clauses[-1].endswith(".")


def test_counts_are_listed_and_kinds_that_are_missing_are_not_said() -> None:
    program = plans.component("7.01.01")
    kegiatan = plans.component("7.01.01.2.01", jenis=Jenis.KEGIATAN, induk=("7.01.01",))
    sub = plans.component("7.01.01.2.01.0001", jenis=Jenis.SUB_KEGIATAN, induk=("7.01.01.2.01",))
    assert said(plans.plan(program), "{komponen}") == "1 program"
    assert said(plans.plan(program, kegiatan), "{komponen}") == "1 program dan 1 kegiatan"
    three = said(plans.plan(program, kegiatan, sub), "{komponen}")
    assert three == "1 program, 1 kegiatan, dan 1 sub kegiatan"


def test_a_clause_of_which_the_plan_says_nothing_is_left_out() -> None:
    program = plans.plan(plans.component("7.01.01"))
    assert said(program, "Memuat {komponen}", " senilai {pagu}", ".") == "Memuat 1 program."
    assert said(plans.plan(), "Memuat {komponen}", " pada {nomor}.") == ""


def test_money_is_said_year_by_year_without_years_that_have_none() -> None:
    rencana = plans.lengkap()
    nodes = (
        replace(node, pagu=tuple(one for one in node.pagu if one.tahun in (2026, 2027)))
        for node in rencana.node
    )
    text = said(replace(rencana, node=tuple(nodes)), "{pagu_per_tahun}")
    assert text == "Rp4.248.450.000 pada tahun 2026 dan Rp4.494.000.000 pada tahun 2027"


def test_a_sentence_stands_right_before_the_caption_of_its_table() -> None:
    blocks = reports.view(plans.lengkap(), "renja").blocks
    captions = [at for at, block in enumerate(blocks) if isinstance(block, Caption)]
    assert captions
    for at in captions:
        before, caption = blocks[at - 1], blocks[at]
        assert isinstance(before, Line)
        assert isinstance(caption, Caption)
        assert before.role == "pembuka"
        assert caption.number in before.text
