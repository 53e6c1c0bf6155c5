"""The summary of a workbook goes through the manifest's JSON and comes back the same."""

import json
from decimal import Decimal
from typing import Any

import pytest

from pohon_docs.summary import State, Summary

FULL = Summary(
    workbook="renstra.xlsx",
    folder="renstra",
    state=State.DIBUAT,
    counts={"galat": 1, "peringatan": 2, "saran": 0},
    unit="Kecamatan Cemara",
    periode="2025–2029",
    tahun_renja=2026,
    pagu=Decimal("1250000.50"),
    nodes=12,
    program=3,
    kegiatan=5,
    subkegiatan=9,
    pages={"pohon-kinerja.pdf": 2},
    files=("pohon-kinerja.pdf", "temuan.txt"),
)
BARE = Summary("rusak.xlsx", "rusak", State.DITOLAK, {"galat": 1})


@pytest.mark.parametrize("summary", [FULL, BARE])
def test_a_summary_comes_back_from_json_as_it_was(summary: Summary) -> None:
    assert Summary.from_record(json.loads(json.dumps(summary.as_record()))) == summary


@pytest.mark.parametrize(
    "change",
    [
        {"pagu": "banyak"},
        {"state": "entah"},
        {"files": None},
        {"asing": 1},
    ],
)
def test_a_record_of_another_kind_is_no_summary(change: dict[str, Any]) -> None:
    with pytest.raises(ValueError):
        Summary.from_record(FULL.as_record() | change)


def test_a_record_that_lacks_a_field_is_no_summary() -> None:
    record = FULL.as_record()
    del record["pagu"]
    with pytest.raises(ValueError):
        Summary.from_record(record)
