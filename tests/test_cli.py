"""The command `pohon-docs`: what it prints, what it writes, and its exit codes."""

import shutil
from pathlib import Path

import pytest

import books
import plans
from command import START, run
from pohon_docs import arrangements, documents, packs, rules
from workfolder import PLAN

HEAVY = ("openpyxl", "reportlab", "docx", "PIL", "pygraphviz", "pypdfium2", "graphviz", "lxml")
LOADED = f"""
import sys
try:
    {START}
finally:
    print("DIMUAT", *(name for name in {HEAVY!r} if name in sys.modules))
"""
ENGLISH = ("Usage", "Options", "Commands", "Show this", "default", "INTEGER", "PATH", "Error")


def bad(folder: Path) -> Path:
    return books.book(folder, PLAN.replace("| U1   | S1", "| U1   | S9"), "buruk.xlsx")


def good(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    return Path(shutil.copy(plans.LENGKAP, folder / "baik.xlsx"))


@pytest.mark.parametrize("command", [(), ("build",), ("check",), ("init",), ("list",)])
def test_help_is_in_indonesian(command: tuple[str, ...], tmp_path: Path) -> None:
    done = run(*command, "--help", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Pemakaian: pohon-docs")
    assert "Tampilkan bantuan ini." in done.out
    assert "…" not in done.out
    assert "..." not in done.out.split("Pilihan:")[1]
    assert not [word for word in ENGLISH if word in done.out]


def test_the_bare_command_shows_its_help(tmp_path: Path) -> None:
    assert run(cwd=tmp_path) == run("--help", cwd=tmp_path)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (
            ("ngawur",),
            '"ngawur" tidak dikenal; yang ada: build, check, diff, doctor, gabung, '
            "init, list, watch",
        ),
        (("build", "--ngawur"), "--ngawur"),
        (("build", "--output"), "--output"),
        (("build", "tiada.xlsx"), '"tiada.xlsx" tidak ada'),
        (("build",), '"input" tidak ada'),
        (("check", "kosong"), "Belum ada buku kerja di kosong/"),
        (("check", "tiada"), '"tiada" tidak ada'),
        (("init", "a", "b"), "tidak cocok"),
        (("init", "--awal", "lusa"), "--awal"),
        (("init", "--awal", "2030", "--akhir", "2025"), "2030 sampai 2025"),
        (("init", "berkas"), "tidak dapat ditulis"),
        (("build", "uji.xlsx", "--gaya", "ungu"), '"ungu"'),
        (("build", "uji.xlsx", "--gaya", "rusak", "--styles", "."), "rusak.toml"),
        (("build", "uji.xlsx", "--output", "berkas"), "tidak dapat ditulis"),
    ],
)
def test_misuse_is_one_line_on_stderr_and_exit_code_2(
    arguments: tuple[str, ...], says: str, tmp_path: Path
) -> None:
    (tmp_path / "kosong").mkdir()
    (tmp_path / "berkas").write_text("sebuah berkas")
    (tmp_path / "rusak.toml").write_text("bukan toml")
    books.book(tmp_path, PLAN)
    done = run(*arguments, cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    (line,) = done.err.splitlines()
    assert says in line
    assert line.endswith(".")
    assert not [word for word in ENGLISH if word in line]


def test_check_prints_every_finding_and_writes_nothing(tmp_path: Path) -> None:
    bad(tmp_path / "input")
    good(tmp_path / "input")
    (tmp_path / "input" / "~$baik.xlsx").write_bytes(b"\x05")
    done = run("check", cwd=tmp_path)
    assert (done.code, done.err) == (1, "")
    lines = done.out.splitlines()
    assert lines[0] == "baik.xlsx: 0 galat, 0 peringatan, 0 saran"
    assert any("buruk.xlsx › Pohon Kinerja!B3: galat: induk S9" in line for line in lines)
    assert lines[-1].startswith("buruk.xlsx: 1 galat, ")
    assert [path.name for path in tmp_path.iterdir()] == ["input"]
    assert run("check", "input/baik.xlsx", cwd=tmp_path).code == 0


def test_build_is_quiet_when_piped_and_says_one_line_for_each_workbook(tmp_path: Path) -> None:
    good(tmp_path / "input")
    first = run("build", cwd=tmp_path)
    assert (first.code, first.err) == (0, "")
    *left_out, summary, empty, titles, row = first.out.splitlines()
    assert empty == ""
    assert titles.split() == [
        *("Unit", "Buku", "kerja", "Halaman", "Galat", "Peringatan", "Saran"),
        *("Pagu", "Renja", "Berkas"),
    ]
    assert row.split()[2:] == ["baik.xlsx", "43", "0", "0", "0", "4.248.450.000", "31"]
    assert summary.startswith("baik.xlsx → output/baik/: ")
    assert summary.endswith(" berkas ditulis; temuan: 0 galat, 0 peringatan, 0 saran")
    assert [line.split(" (")[0] for line in left_out] == [
        *("dilewati: RENCANA AKSI TAHUN 2026", "dilewati: Gambar Linieritas"),
        "dilewati: Tabel T-C.29",
        *("dilewati: Tabel T-C.30", "dilewati: Tabel T-C.31"),
        "dilewati: Tabel 4.5",
    ]
    assert left_out[-1].endswith('(kolom IKK belum berisi "Ya" pada indikator mana pun)')
    second = run("build", cwd=tmp_path)
    assert (second.code, second.err) == (0, "")
    assert "output/baik/: tidak berubah" in second.out
    assert (tmp_path / "output" / "baik" / "temuan.txt").read_text() == "Tidak ada temuan.\n"


def test_another_year_s_renja_is_built_and_a_year_outside_the_period_is_misuse(
    tmp_path: Path,
) -> None:
    books.plan(tmp_path / "input", name="baik.xlsx")
    assert run("build", cwd=tmp_path).code == 0
    other = run("build", "--tahun", "2026", cwd=tmp_path)
    assert (other.code, "23 berkas ditulis" in other.out) == (0, True)
    place = tmp_path / "output" / "baik"
    assert [path.name for path in place.glob("renja-*")] == ["renja-2026.docx"]
    again = run("build", "--tahun", "2026", cwd=tmp_path)
    assert "tidak berubah" in again.out
    outside = run("build", "--tahun", "2031", cwd=tmp_path)
    assert outside.code == 2
    assert outside.err.splitlines() == [
        "Tahun 2031 di luar periode 2025–2026; tulis --tahun 2025 sampai 2026."
    ]
    assert [path.name for path in place.glob("renja-*")] == ["renja-2026.docx"]


def test_build_with_galat_writes_all_and_exits_1(tmp_path: Path) -> None:
    bad(tmp_path)
    done = run("build", "buruk.xlsx", "-o", "hasil", cwd=tmp_path)
    assert (done.code, done.err) == (1, "")
    assert "[POHON-02]" in done.out
    made = tmp_path / "hasil" / "buruk"
    assert len(list(made.iterdir())) == 23
    assert ">DRAF</span>" in (made / "pohon.html").read_text(encoding="utf-8")
    assert run("build", "buruk.xlsx", "-o", "hasil", cwd=tmp_path).code == 1


def test_a_build_shows_the_first_findings_and_where_the_rest_are(tmp_path: Path) -> None:
    rows = "\n".join(f"| K{at} |  | Strategis | Kinerja {at} |" for at in range(25))
    text = f"# Pohon Kinerja\n| Kode | Induk | Level | Kinerja |\n{rows}"
    books.plan(tmp_path, f"{text}\n# Tujuan dan Sasaran (tidak ada)")
    done = run("build", books.NAME, cwd=tmp_path)
    shown = [line for line in done.out.splitlines() if line.startswith(books.NAME + " › ")]
    whole = (tmp_path / "output" / "uji" / "temuan.txt").read_text(encoding="utf-8").splitlines()
    assert len(shown) + done.out.count(f"{books.NAME}: peringatan") == 20
    assert f"… dan {len(whole) - 20} temuan lagi, lihat output/uji/temuan.txt" in done.out


def test_two_processes_with_other_hash_seeds_write_the_same_bytes(tmp_path: Path) -> None:
    books.plan(tmp_path, name="baik.xlsx")
    made = []
    for seed in ("1", "2"):
        env = {"PYTHONPATH": str(Path(books.__file__).parents[1] / "src"), "PYTHONHASHSEED": seed}
        assert run("build", "baik.xlsx", "-o", seed, cwd=tmp_path, env=env).code == 0
        made.append({path.name: path.read_bytes() for path in (tmp_path / seed / "baik").iterdir()})
    assert made[0] == made[1]


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("build", "--help")])
def test_help_and_version_load_no_library_of_a_format(
    arguments: tuple[str, ...], tmp_path: Path
) -> None:
    done = run(*arguments, cwd=tmp_path, start=LOADED)
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[-1] == "DIMUAT"


def test_an_unchanged_folder_loads_no_library_of_a_format(tmp_path: Path) -> None:
    books.book(tmp_path / "input", PLAN)
    run("build", cwd=tmp_path)
    done = run("build", cwd=tmp_path, start=LOADED)
    assert "tidak berubah" in done.out
    assert done.out.splitlines()[-1] == "DIMUAT"


def test_check_loads_no_library_that_only_writing_needs(tmp_path: Path) -> None:
    books.book(tmp_path / "input", PLAN)
    done = run("check", cwd=tmp_path, start=LOADED)
    loaded = set(done.out.splitlines()[-1].split()[1:])
    assert loaded.isdisjoint({"reportlab", "docx", "pypdfium2", "graphviz"})


def test_init_says_what_it_wrote_and_replaces_nothing(tmp_path: Path) -> None:
    done = run("init", "kerja", "--awal", "2031", "--akhir", "2033", cwd=tmp_path)
    place = tmp_path / "kerja"
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines() == [
        "ditulis: kerja/input/templat.xlsx",
        "ditulis: kerja/styles/baku.docx",
        "ditulis: kerja/styles/baku.toml",
        "ditulis: kerja/Makefile",
        "ditulis: kerja/buat-dokumen.bat",
        "ditulis: kerja/buat-dokumen.command",
    ]
    checked = run("check", cwd=place)
    assert (checked.code, checked.err) == (0, "")
    assert checked.out.splitlines()[-1] == "templat.xlsx: 0 galat, 0 peringatan, 1 saran"
    own = [place / "styles" / "baku.toml", place / "Makefile"]
    for path in own:
        path.write_text("milik saya")
    again = run("init", "kerja", cwd=tmp_path)
    assert again.out == "Semua sudah ada; tidak ada yang diganti.\n"
    assert [path.read_text() for path in own] == ["milik saya", "milik saya"]


def test_list_names_all_that_there_is(tmp_path: Path) -> None:
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "ungu.toml").write_text("")
    done = run("list", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    names = {line.split()[0] for line in done.out.splitlines() if line.startswith("  ")}
    assert names == {
        *(document.name for document in documents.documents()),
        "swauji-kke",
        *(arrangement.name for arrangement in arrangements.arrangements()),
        *(rule.code for rule in rules.rules()),
        *packs.names(),
        *("baku", "ungu"),
    }


def test_paper_and_mode_are_asked_for_by_the_call_and_make_outputs_stale(tmp_path: Path) -> None:
    book = books.book(tmp_path, PLAN, "baik.xlsx")
    call = ("build", book.name)
    assert "berkas ditulis" in run(*call, cwd=tmp_path).out
    assert "berkas ditulis" in run(*call, "--kertas", "a3", cwd=tmp_path).out
    assert "tidak berubah" in run(*call, "--kertas", "a3", cwd=tmp_path).out
    refused = run(*call, "--kertas", "B5", cwd=tmp_path)
    said = 'Kertas "B5" tidak dikenal; yang ada: Folio, A4, A3, A2, A1, A0.'
    assert (refused.code, refused.err.strip()) == (2, said)
    assert run(*call, "--mode", "gulungan", cwd=tmp_path).code == 2
