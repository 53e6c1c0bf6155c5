"""The house's rules, held over the syntax trees: arrows, libraries, sizes, docstrings, no state."""

import ast
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

SRC = Path(__file__).parents[1] / "src"
PACKAGE = "pohon_docs"

# A room and the rooms that its modules never look into; a module of a room is named with it.
READING = {"workbook", "guard", "shown", "spreadsheet", "arrangements", "reading"}
WRITING = {"writers", "layout"}
VALUES = {
    *("source", "issue", "misuse", "values", "enumerated", "codes", "indikator", "identitas"),
    "fonts",
    *("adjustments", "folding", "words", "pdfium", "summary", "remembering"),
}
RUNNING = {
    *("pipeline", "batch", "batching", "outputs", "starter", "lists", "making", "emblem", "paging"),
    *("collecting", "choices", "amending", "differing", "uniting", "doctor", "watching"),
    *("webpages", "beside", "interrupts", "program", "reporting", "cli", "_cli", "__main__"),
    *("_cli_doctor", "_cli_gabung", "_cli_options", "_cli_outcome", "_cli_progress"),
    *("_cli_table", "_cli_watch"),
}
FORBIDDEN: dict[str, set[str]] = {
    "source": {"model", "styles", "rules", "documents"} | READING | WRITING | RUNNING,
    "issue": {"model", "styles", "rules", "documents"} | READING | WRITING | RUNNING,
    "model": {"styles", "views", "rules", "documents"} | READING | WRITING | RUNNING,
    "blocks": {"model", "styles", "packs", "rules", "documents"} | READING | WRITING | RUNNING,
    "views": {"model", "styles", "packs", "rules", "documents"} | READING | WRITING | RUNNING,
    "grids": {"model", "styles", "packs", "rules", "documents"} | READING | WRITING | RUNNING,
    "listing": {"model", "styles", "packs", "rules", "documents"} | READING | WRITING | RUNNING,
    "excerpts": {"model", "styles", "packs", "rules", "documents", "views"} | WRITING | RUNNING,
    "findings": {"model", "styles", "packs", "rules", "documents", "views"} | WRITING | RUNNING,
    "spreadsheet": {"model", "styles", "packs", "views", "rules", "documents"} | WRITING | RUNNING,
    "workbook": {"model", "styles", "views", "rules", "documents"} | WRITING | RUNNING,
    "arrangements": {"styles", "views", "rules", "documents", "packs"} | WRITING | RUNNING,
    "rules": {"styles", "views", "documents", "arrangements"} | WRITING | RUNNING,
    "selfcheck": {"styles", "packs", "rules", "documents", "views"} | READING | WRITING | RUNNING,
    "nomenclature": {"styles", "views", "rules", "documents"} | READING | WRITING | RUNNING,
    "catalogue": {"styles", "views", "documents", "packs"} | READING | WRITING | RUNNING,
    "packs": {"model", "styles", "views", "rules", "documents"} | READING | WRITING | RUNNING,
    "comparison": {"styles", "packs", "views", "rules", "documents"} | READING | WRITING | RUNNING,
    "perubahan": {"styles", "rules"} | READING | WRITING | RUNNING,
    "joining": {"styles", "rules", "perubahan"} | READING | WRITING | RUNNING,
    "browser": {"styles", "rules"} | READING | WRITING | RUNNING,
    "documents": {"styles", "rules", "perubahan"} | READING | WRITING | RUNNING,
    "styles": {"model", "views", "rules", "documents", "packs"} | READING | WRITING | RUNNING,
    "layout": {"model", "rules", "documents", "packs", "writers"} | READING | RUNNING,
    "writers": {"model", "rules", "documents", "packs"} | READING | RUNNING,
    "pipeline": {"batch", "cli", "starter"}
    | {f"batching.{one}" for one in ("settling", "manifest", "running", "workers", "worker")},
    "batching.worker": {"batch", "cli", "starter"}
    | {f"batching.{one}" for one in ("settling", "manifest", "running", "workers")},
    "batching": {"batch", "cli", "starter"},
    "batch": {"cli", "starter"},
}
# A picture of a row shows the heading of each of its cells.
SEEN = {("excerpts", "reading.header")}
FORBIDDEN["excerpts"] |= READING
FORBIDDEN["rules"] |= READING
FORBIDDEN["findings"] |= READING - {"spreadsheet"}
# The room that knows the file format knows nothing of what a plan is.
FORBIDDEN["spreadsheet"] |= (
    {"model", "styles", "views", "rules", "documents", "packs", "indikator", "identitas", "codes"}
    | READING - {"spreadsheet", "shown"}
    | WRITING
    | RUNNING
)

# Each library and the one module that imports it.
LIBRARIES = {
    "openpyxl": "writers.xlsx",
    "lxml": "spreadsheet",
    "PIL": "layout.text",
    "pygraphviz": "layout.engine",
    "pypdfium2": "pdfium",
    "graphviz": "writers.gv",
    "reportlab": "writers.pdf",
    "docx": "writers.docx",
    "click": "cli",
    "watchfiles": "watching",
    "distributed": "batching.cluster",
}
TOML_READERS = {"styles", "packs", "reading.lexicon", "starter", "words", "findings._shown"}


@cache
def modules() -> dict[str, ast.Module]:
    """Return the syntax tree of every module, by its name without the package's."""
    found = {}
    for path in sorted((SRC / PACKAGE).rglob("*.py")):
        name = ".".join(path.relative_to(SRC / PACKAGE).with_suffix("").parts)
        found[name.removesuffix(".__init__")] = ast.parse(path.read_text(encoding="utf-8"))
    return found


def imports(tree: ast.Module) -> Iterator[str]:
    """Yield the full name of everything that a module imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "impor relatif"
            for alias in node.names:
                yield f"{node.module}.{alias.name}"


@cache
def arrows() -> dict[str, set[str]]:
    """Return the modules of the package that each module imports."""
    names = set(modules()) - {"__init__"}
    found: dict[str, set[str]] = {}
    for name, tree in modules().items():
        inner = [one.split(".", 1)[1] for one in imports(tree) if one.startswith(f"{PACKAGE}.")]
        found[name] = {
            target for one in inner for target in (one, one.rpartition(".")[0]) if target in names
        }
        if name.split(".")[-1] != "__init__":
            found[name] -= {name}
    return found


def room(name: str) -> str:
    return name.split(".", maxsplit=1)[0]


def within(module: str, name: str) -> bool:
    """Tell whether a module is the one of a name, or stands in the room of that name."""
    return module == name or module.startswith(f"{name}.")


@pytest.mark.parametrize("name", FORBIDDEN)
def test_a_room_never_looks_into_the_rooms_after_it(name: str) -> None:
    inside = [module for module in modules() if within(module, name)]
    assert inside
    for module in inside:
        seen = {target for target in arrows()[module] if (module, target) not in SEEN}
        late = {one for one in seen if any(within(one, other) for other in FORBIDDEN[name])}
        assert late == set(), module


def test_every_room_of_the_house_is_known_here() -> None:
    plan = {"model", "views", "rules", "packs", "documents", "styles", "looks", "grids", "findings"}
    plan |= {"nomenclature", "catalogue", "blocks", "comparison", "perubahan", "joining"}
    plan |= {"listing", "excerpts", "selfcheck", "browser"}
    found = {room(module) for module in modules()} - {"__init__"}
    assert found == READING | WRITING | RUNNING | VALUES | plan


def test_values_look_into_nothing_but_values_and_the_kinds_of_the_plan() -> None:
    for module, targets in arrows().items():
        if room(module) in VALUES:
            assert {room(target) for target in targets} <= VALUES | {"model"}, module


def test_nobody_imports_the_command() -> None:
    assert [module for module, targets in arrows().items() if "cli" in targets] == ["__main__"]


def test_there_is_no_cycle_of_imports() -> None:
    left = {name: set(targets) - {name} for name, targets in arrows().items()}
    # A package's front door lists its modules by name at run time, not by import.
    while free := [name for name, targets in left.items() if not targets & set(left)]:
        for name in free:
            del left[name]
    assert left == {}


def test_each_library_is_imported_in_its_one_module() -> None:
    own = set(sys.stdlib_module_names) | {PACKAGE}
    users: dict[str, set[str]] = {}
    for module, tree in modules().items():
        for one in imports(tree):
            if one.split(".")[0] not in own:
                users.setdefault(one.split(".")[0], set()).add(module)
    # A workbook's parts are read by one room.
    users["lxml"] = {room(name) for name in users["lxml"]}
    # The Word writer, the PDF writer and the command are one module each and its hidden parts.
    hidden = (("docx", "writers._docx_"), ("reportlab", "writers._pdf_"), ("click", "_cli"))
    for library, parts in hidden:
        users[library] = {name for name in users[library] if not name.startswith(parts)}
    assert users == {library: {module} for library, module in LIBRARIES.items()}


def test_only_the_loaders_of_data_read_toml() -> None:
    readers = {name for name, tree in modules().items() if "tomllib" in set(imports(tree))}
    assert readers == TOML_READERS
