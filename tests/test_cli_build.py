"""What a build prints of many workbooks: a line on a terminal while it runs, a table at the end."""

import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from command import SRC, START
from pohon_docs._cli_outcome import print_issues, printed
from pohon_docs._cli_table import table
from pohon_docs.batching.settling import Outcome
from pohon_docs.issue import Issue, Severity
from pohon_docs.source import Ref
from pohon_docs.summary import State, Summary
from workfolder import Folder

COUNTS = {"galat": 1, "peringatan": 20, "saran": 3}


def summary(name: str, *files: str, state: State = State.DIBUAT, money: int = 0) -> Summary:
    return Summary(
        workbook=name,
        folder=name.partition(".")[0],
        state=state,
        counts=COUNTS,
        unit=f"Kecamatan {name.partition('.')[0]}",
        pagu=Decimal(money) if money else None,
        pages=dict.fromkeys(files, 7),
        files=files,
    )


def test_the_table_has_a_row_for_each_workbook_and_their_sum() -> None:
    one = summary("satu.xlsx", "pohon.pdf", "pohon.docx", "renja.docx", money=1_250_000)
    two = summary("dua.xlsx", "pohon.pdf", state=State.DITOLAK, money=9)
    three = summary("tiga.xlsx", "pohon.pdf", state=State.TETAP)
    lines = list(table([one, two, three]))
    assert lines == [
        "Unit            Buku kerja    Halaman  Galat  Peringatan  Saran  Pagu Renja        Berkas",
        "Kecamatan satu  satu.xlsx          14      1          20      3   1.250.000             3",
        "Kecamatan dua   dua.xlsx            7      1          20      3           9  tidak dibuat",
        "Kecamatan tiga  tiga.xlsx           7      1          20      3           -             1",
        "Jumlah          3 buku kerja       28      3          60      9   1.250.009             4",
    ]


def test_one_workbook_has_no_sum_and_a_long_name_is_cut() -> None:
    _, row = table([summary("x" * 60 + ".xlsx", "pohon.pdf")])
    assert row.startswith(f"Kecamatan {'x' * 29}…  {'x' * 39}…  ")


def test_a_lock_file_is_told_but_is_no_workbook_of_the_table(
    capsys: pytest.CaptureFixture[str],
) -> None:
    both = (summary("~$satu.xlsx", state=State.DITOLAK), summary("satu.xlsx", "pohon.pdf"))
    assert printed([Outcome(one, Path("output") / one.folder) for one in both], 2)
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("~$satu.xlsx → ")
    assert [line.split()[2] for line in lines[-2:]] == ["kerja", "satu.xlsx"]


def test_the_worst_findings_are_printed_first_and_none_is_hidden_behind_them(
    capsys: pytest.CaptureFixture[str],
) -> None:
    many = [Issue("A", Severity.SARAN, f"biasa {at}", Ref("a.xlsx")) for at in range(20)]
    print_issues([*many, Issue("B", Severity.GALAT, "parah", Ref("a.xlsx"))], "`x`")
    first, *_, last = capsys.readouterr().out.splitlines()
    assert first == "a.xlsx: galat: parah. [B]"
    assert last == "… dan 1 temuan lagi, lihat `x`"


def test_a_terminal_shows_what_is_done_in_one_line_that_is_gone_at_the_end(tmp_path: Path) -> None:
    pty = pytest.importorskip("pty")
    folder = Folder(tmp_path)
    for name in ("a.xlsx", "b.xlsx"):
        folder.write(name)
    ours, theirs = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-c", START, "build", "--gaya", "hijau"],
        cwd=tmp_path,
        env={**environment(), "COLUMNS": "50"},
        stdout=subprocess.PIPE,
        stderr=theirs,
        timeout=200,
        check=True,
    )
    os.close(theirs)
    shown = os.read(ours, 100_000).decode()
    os.close(ours)
    lines = shown.split("\r")
    assert "[0/2] a.xlsx: membaca; temuan: 0 galat, 0 peringa" in [line.rstrip() for line in lines]
    assert any("b.xlsx: menyusun dokumen; temuan: " in line for line in lines)
    assert max(map(len, lines)) < 50
    assert "\n" not in shown
    assert lines[-2].strip() == lines[-1] == ""
    assert "membaca" not in done.stdout.decode()


def environment() -> dict[str, str]:
    """Return the environment of a command that is run from its source."""
    return {"PATH": os.environ["PATH"], "PYTHONPATH": str(SRC), "PYTHONUTF8": "1"}
