"""One cell of a good workbook spoiled: a finding names it, or the plan says what it says now."""

import os
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from random import Random
from statistics import median

import pytest
from openpyxl import load_workbook

import books
import plans
import spoil
import spoil_once
from pohon_docs import rules
from pohon_docs.folding import folded
from pohon_docs.issue import Issue
from pohon_docs.values import key

COUNT = 20
"""Mutants of each arrangement; the seed is fixed, `spoil.mutants` takes others by hand."""

WHOLE = os.environ.get("SIRAM") == "semua"
"""Whether every cell is spoiled in every way: some 36,000 mutants."""

MOST = 5
"""Findings of one spoiled cell; the most are of a code that moves rows to another component."""

MAY_BE_EMPTY = frozenset(
    [
        *("catatan", "crosscutting", "faktor_kunci", "iku", "judul_pohon_kinerja", "formula"),
        *("sumber_data", "keluaran", "peran", "status", "lokasi", "sumber_dana"),
        *("kelompok_sasaran", "prioritas_nasional", "prioritas_daerah", "penanggung_jawab"),
        *("ik_kinerja", "judul_singkat", "kondisi_awal", "kondisi_akhir", "sasaran"),
        *("jabatan_penanda_tangan", "sasaran_pd"),
    ]
)
"""Fields without which a plan is still whole; where all rows of a kind fill them, ISI-24 asks."""
ESCAPED = (
    ("tangga", "tanggal", "uraian"),
    ("cascading", "kosong", "kode"),
    ("kecil", "kosong", "pagu"),
    ("kecil", "kosong", "kode"),
)
"""What no finding named before: a form, a kind of spoiling and a field; all its cells are tried."""
NUMBERS = frozenset({"target", "pagu", "realisasi", "kondisi_awal", "kondisi_akhir"})
ANYTHING = frozenset({"catatan"})
DATES = frozenset({"tanggal"})


def said(mutant: spoil.Mutant) -> tuple[Issue, ...]:
    """Return what a planner is told of a spoiled cell, beside what was said before."""
    _, issues = mutant.read
    return folded(issue for issue in issues if issue not in mutant.good.issues)


def silent(mutant: spoil.Mutant) -> bool:
    """Tell whether a spoiled cell neither is named nor changes what a good plan says there."""
    rencana, issues = spoil_once.read(mutant) if WHOLE else mutant.read
    if _is_named(mutant, issues):
        return False
    if WHOLE and rencana and _is_named(mutant, rules.check(rencana)):
        return False
    if rencana is None or rencana == mutant.good.rencana:
        return True
    return not _may_say(mutant) or not _says(mutant, spoil.told(rencana).get(mutant.ref, set()))


def _is_named(mutant: spoil.Mutant, issues: Iterable[Issue]) -> bool:
    """Tell whether a new finding names a spoiled cell, or the row that an emptied one left."""
    ref, emptied = mutant.ref, mutant.kind == "kosong"
    return any(
        ref in (one.ref, *one.related)
        or (emptied and (one.ref.sheet, one.ref.row) == (ref.sheet, ref.row))
        for one in issues
        if one not in mutant.good.issues
    )


def _may_say(mutant: spoil.Mutant) -> bool:
    """Tell whether a plan may be good that says what the spoiled cell says."""
    if mutant.kind == "kosong":
        return mutant.fields <= MAY_BE_EMPTY
    if mutant.kind == "angka":
        return mutant.fields <= NUMBERS | ANYTHING
    if mutant.kind == "tanggal":
        return mutant.fields <= DATES | ANYTHING
    return mutant.kind == "ganda" or mutant.fields.isdisjoint(NUMBERS) or _is_alone(mutant)


def _is_alone(mutant: spoil.Mutant) -> bool:
    """Tell whether a row has no other number that says that its target should be one."""
    row = [ref for ref, names in mutant.good.fields.items() if names & (NUMBERS - {"pagu"})]
    return [ref for ref in row if (ref.sheet, ref.row) == (mutant.ref.sheet, mutant.ref.row)] == [
        mutant.ref
    ]


def _says(mutant: spoil.Mutant, told: set[str]) -> bool:
    parts = {key(part) for part in mutant.text.split(";")}
    return (
        (not told - {""}) if mutant.kind == "kosong" else key(mutant.text) in told or parts <= told
    )


@cache
def mutants(name: str) -> tuple[spoil.Mutant, ...]:
    """Return the mutants of a good workbook, each of which is read but once."""
    return tuple(spoil.mutants(spoil.goods()[name], COUNT))


@pytest.mark.parametrize("name", spoil.NAMES)
def test_a_spoiled_cell_is_named_or_said(name: str) -> None:
    tried = spoil.whole(spoil.goods()[name]) if WHOLE else mutants(name)
    assert [str(one) for one in tried if silent(one)] == []


@pytest.mark.parametrize(("name", "kind", "field"), ESCAPED)
def test_what_once_escaped_is_named(name: str, kind: str, field: str) -> None:
    good = spoil.goods()[name]
    cells = [mutant for mutant in spoil.whole(good, (kind,)) if field in mutant.fields]
    assert cells
    assert [str(one) for one in cells if silent(one)] == []


@pytest.mark.parametrize("name", spoil.NAMES)
def test_a_spoiled_cell_is_one_finding(name: str) -> None:
    counts = {str(one): len(said(one)) for one in mutants(name)}
    assert median(counts.values()) <= 1
    assert {name: count for name, count in counts.items() if count > MOST} == {}


@pytest.mark.parametrize("name", spoil.NAMES)
def test_a_good_plan_is_quiet(name: str) -> None:
    good = spoil.goods()[name]
    read = books.unjudged(good.issues)
    assert [str(issue) for issue in read if issue.severity != "saran"] == []


def test_every_kind_of_column_is_spoiled_in_every_way() -> None:
    pairs = {
        (field, one.kind)
        for good in spoil.goods().values()
        for one in spoil.mutants(good, 300)
        for field in one.fields
    }
    fields = {field for field, _ in pairs}
    assert {"kode", "induk", "jenis", "level", "uraian", "indikator", "satuan"} <= fields
    assert {"target", "pagu", "kinerja", "sasaran_pd", "iku", "mitra", "nip"} <= fields
    many = {"kode", "uraian", "indikator", "satuan", "target", "pagu", "kinerja"}
    assert {(field, kind) for field in many for kind in spoil.KINDS} <= pairs


def test_error_values_are_named_cell_by_cell(tmp_path: Path) -> None:
    random = Random(8)
    book = load_workbook(plans.LENGKAP)
    spoiled = set()
    for sheet in book.worksheets[1:]:
        filled = [cell for row in sheet.iter_rows(min_row=8) for cell in row if cell.value]
        for cell in random.sample(filled, 6):
            cell.value, cell.data_type = "#REF!", "e"
            spoiled.add(f"rencana.xlsx › {sheet.title}!{cell.coordinate}")
    path = tmp_path / "rencana.xlsx"
    book.save(path)
    _, issues = books.read_path(path)
    assert {str(issue.ref) for issue in issues if issue.code == "SEL-02"} == spoiled
