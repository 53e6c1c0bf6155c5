"""temuan.json and `check --json`: the same records, with keys that other tools rely on."""

import json
from pathlib import Path

import command
from pohon_docs.findings.record import as_json, record
from pohon_docs.issue import Issue, Severity
from pohon_docs.source import Ref
from workfolder import PLAN, Folder

BOOK = "a.xlsx"


def test_a_record_has_the_keys_that_were_promised() -> None:
    related = (Ref(BOOK, "Lain", 2, 3), Ref(BOOK, "Lain"))
    ref = Ref(BOOK, "Pohon Kinerja", 17, 28)
    issue = Issue("POHON-02", Severity.GALAT, 'induk "—" salah', ref, "Ubah.", related, "UU 1")
    text = as_json(record((issue, Issue("A-1", Severity.SARAN, "buku", Ref(BOOK))), BOOK))
    assert "—" in text
    told = json.loads(text)
    first, second = told.pop("temuan")
    assert told == {
        "versi": 1,
        "buku": BOOK,
        "jumlah": {"galat": 1, "peringatan": 0, "saran": 1},
        "catatan": [],
    }
    assert first == {
        "kode": "POHON-02",
        "judul": "Induk tidak dikenal",
        "tema": "Susunan",
        "keparahan": "galat",
        "lembar": "Pohon Kinerja",
        "sel": "AB17",
        "baris": 17,
        "kolom": 28,
        "pesan": 'induk "—" salah',
        "saran": "Ubah.",
        "dasar": "UU 1",
        "terkait": [{"lembar": "Lain", "sel": "C2"}, {"lembar": "Lain", "sel": ""}],
    }
    assert set(second) == set(first)
    assert (second["lembar"], second["sel"], second["baris"]) == ("", "", 0)


def test_the_command_prints_what_a_build_writes(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.write("a.xlsx", PLAN.replace("| U1   | S1", "| U1   | S9"))
    written = json.loads((folder.build(style=None)["a.xlsx"].folder / "temuan.json").read_text())
    (folder.input / "rusak.xlsx").write_bytes(b"bukan")
    done = command.run("check", "--json", cwd=tmp_path)
    first, second = json.loads(done.out)
    assert first == written
    assert [one["kode"] for one in first["temuan"] if one["keparahan"] == "galat"] == ["POHON-02"]
    assert (second["buku"], second["temuan"][0]["kode"]) == ("rusak.xlsx", "BUKU-01")
    assert (done.code, done.err) == (1, "")


def test_a_plan_without_galat_leaves_code_0(tmp_path: Path) -> None:
    Folder(tmp_path).write("a.xlsx")
    done = command.run("check", "--json", cwd=tmp_path)
    assert json.loads(done.out)[0]["jumlah"]["galat"] == 0
    assert done.code == 0
