"""How the source is written: sizes, docstrings, frozen values, constants, and extensions."""

import ast
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from importlib import import_module
from inspect import getmembers, isclass
from pathlib import Path
from statistics import median

import pytest

from pohon_docs.arrangements import Arrangement
from pohon_docs.documents import Document
from pohon_docs.rules import Rule
from pohon_docs.writers import PageWriter, PictureWriter, ReportWriter, SheetWriter

SRC = Path(__file__).parents[1] / "src" / "pohon_docs"
MODULES = tuple(sorted(SRC.rglob("*.py")))
Function = ast.FunctionDef | ast.AsyncFunctionDef
EXTENSIONS: dict[str, tuple[str, type | tuple[type, ...]]] = {
    "arrangements": ("ARRANGEMENT", Arrangement),
    "documents": ("DOCUMENT", Document),
    "rules": ("RULES", Rule),
    "writers": ("WRITER", (PictureWriter, ReportWriter, SheetWriter, PageWriter)),
}
CHANGING = {
    *("append", "extend", "insert", "remove", "pop", "clear", "sort", "reverse"),
    *("add", "discard", "update", "setdefault", "popitem", "__setitem__"),
}


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> Iterator[Function]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def length(function: Function) -> int:
    return (function.end_lineno or 0) - function.lineno + 1


def short(path: Path) -> str:
    return path.relative_to(SRC).as_posix()


def imported(path: Path) -> str:
    parts = path.relative_to(SRC.parent).with_suffix("").parts
    return ".".join(parts).removesuffix(".__init__")


@pytest.mark.parametrize("path", MODULES, ids=short)
def test_no_module_is_longer_than_250_lines_and_no_function_than_40(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 250
    assert {one.name: length(one) for one in functions(path) if length(one) > 40} == {}


def test_most_functions_are_short() -> None:
    lengths = [length(one) for path in MODULES for one in functions(path)]
    assert median(lengths) <= 9


@pytest.mark.parametrize("path", MODULES, ids=short)
def test_modules_and_what_they_offer_say_what_they_do(path: Path) -> None:
    assert ast.get_docstring(tree(path))
    silent = [one.name for one in offered(tree(path).body) if not ast.get_docstring(one)]
    assert silent == []


def offered(body: list[ast.stmt]) -> Iterator[ast.FunctionDef | ast.ClassDef]:
    """Yield the public functions and classes of a module, and the public methods of those."""
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from offered(node.body)


@pytest.mark.parametrize("path", MODULES, ids=short)
def test_module_level_names_are_constants_that_nothing_changes(path: Path) -> None:
    names = set()
    for node in tree(path).body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        names |= {target.id for target in targets if isinstance(target, ast.Name)}
    assert [name for name in names if name.islower() and not name.startswith("__")] == []
    for part in ast.walk(tree(path)):
        assert not isinstance(part, ast.Global)
        assert changed(part) not in names


def changed(node: ast.AST) -> str | None:
    """Return the name whose value a statement changes in place, if it does."""
    place: ast.expr | None = None
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        place = node.func.value if node.func.attr in CHANGING else None
    elif isinstance(node, ast.Subscript | ast.Attribute) and isinstance(node.ctx, ast.Store):
        place = node.value
    elif isinstance(node, ast.AugAssign):
        place = node.target
    return place.id if isinstance(place, ast.Name) else None


@pytest.mark.parametrize("folder", EXTENSIONS)
def test_an_extension_is_one_file_with_one_typed_constant(folder: str) -> None:
    name, kind = EXTENSIONS[folder]
    paths = [path for path in (SRC / folder).glob("*.py") if path.stem != "__init__"]
    assert paths
    for path in paths:
        held = {
            key: value
            for key, value in vars(import_module(imported(path))).items()
            if isinstance(value, kind)
            or (isinstance(value, tuple) and value and all(isinstance(one, kind) for one in value))
        }
        assert set(held) == (set() if path.stem.startswith("_") else {name}), path.stem


def test_every_extension_has_a_name_of_its_own_and_says_what_it_is() -> None:
    for folder in ("arrangements", "documents"):
        package = import_module(f"pohon_docs.{folder}")
        found = getattr(package, folder)()
        assert len({one.name for one in found}) == len(found)
        assert all(one.title for one in found)
        stems = {path.stem for path in (SRC / folder).glob("[a-z]*.py")}
        assert len(found) == len(stems)


@pytest.mark.parametrize("path", MODULES, ids=short)
def test_every_value_is_frozen_and_holds_no_list(path: Path) -> None:
    module = import_module(imported(path))
    for name, kind in getmembers(module, isclass):
        if kind.__module__ == module.__name__ and is_dataclass(kind):
            assert kind.__dataclass_params__.frozen, name  # type: ignore[attr-defined]
            lists = [one.name for one in fields(kind) if str(one.type).startswith(("list", "set"))]
            assert lists == [], name
