"""The catalogue holds every code that can be printed, and docs/aturan.md is what it says."""

import ast
from pathlib import Path

import plans
from command import run
from pohon_docs import rules
from pohon_docs.catalogue import by_theme, catalogue, page
from pohon_docs.issue import Severity

SRC = plans.ROOT / "src" / "pohon_docs"


def codes(call: str) -> dict[str, set[str]]:
    """Return the codes that the source gives to `Issue` or `Rule`, each with its severities."""
    found: dict[str, set[str]] = {}
    for path in SRC.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
                continue
            if node.func.id == call and isinstance(node.args[0], ast.Constant):
                found.setdefault(str(node.args[0].value), set()).update(_severities(node))
    return found


def readers() -> dict[str, set[str]]:
    """Return the reader's codes; that of a stored cell's fault stands in its `Kind`."""
    return {**codes("Issue"), **codes("Kind")}


def _severities(call: ast.Call) -> set[str]:
    return {part.attr.lower() for part in ast.walk(call.args[1]) if isinstance(part, ast.Attribute)}


def test_every_code_of_the_source_is_in_the_catalogue_and_no_other() -> None:
    # A new code of the reader is described in src/pohon_docs/words/pembaca.toml.
    assert {**readers(), **codes("Rule")}.keys() == catalogue().keys()


def test_a_code_is_a_rule_or_the_readers_and_never_both() -> None:
    assert readers().keys().isdisjoint(codes("Rule"))
    assert codes("Rule").keys() == {rule.code for rule in rules.rules()}


def test_the_readers_severities_are_those_that_its_source_gives() -> None:
    for code, given in readers().items():
        if given and given <= set(map(str, Severity)):
            assert given == set(catalogue()[code].keparahan), code


def test_every_entry_is_said_in_full_sentences() -> None:
    for entry in catalogue().values():
        assert entry.salah.endswith("."), entry.kode
        assert entry.saran.endswith("."), entry.kode
        assert entry.judul[0].isupper(), entry.kode
        assert not entry.judul.endswith("."), entry.kode
        assert "→" in entry.contoh, entry.kode
        assert entry.dasar, entry.kode
        assert set(entry.keparahan) <= set(map(str, Severity)), entry.kode


def test_every_theme_has_rules_and_a_name_of_its_own() -> None:
    names = [theme.nama for theme in rules.themes()]
    assert len(set(names)) == len(names) == 10
    assert all(theme.rules for theme in rules.themes())
    assert set(names) < set(by_theme())


def test_the_page_of_the_documentation_is_the_catalogues() -> None:
    written = (plans.ROOT / "docs" / "aturan.md").read_text(encoding="utf-8")
    assert written == page(), "docs/aturan.md sudah usang; jalankan `make aturan`"


def test_list_shows_the_rules_by_theme_or_in_full(tmp_path: Path) -> None:
    for word in ("aturan", "rules"):
        done = run("list", word, cwd=tmp_path)
        assert (done.code, done.err) == (0, "")
        assert all(code in done.out for code in catalogue())
        assert all(f"{theme}:" in done.out for theme in by_theme())
    assert run("list", "aturan", "--lengkap", cwd=tmp_path).out == page()
    assert run("list", "ngawur", cwd=tmp_path).code == 2
