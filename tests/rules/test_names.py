"""Product words only: a name that could stand in any program says nothing about this one."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.environment import ROOT
from tests.rules import source

BANNED = {"manager", "handler", "service", "processor", "helper", "util", "data", "info", "process", "handle"}
JUNK_DRAWERS = {"common", "core", "signals", "exceptions", "misc", "tools"}
# Its names are Django's.
SETTINGS = ROOT / "offramp" / "config" / "settings.py"


def test_no_name_is_a_drawer_for_anything() -> None:
    found = [
        f"{source.name(path)}: {name}"
        for path in source.python()
        if path != SETTINGS
        for name in [path.stem, *names_given(source.tree(path))]
        if banned_parts(name)
    ]

    assert found == []


def test_no_room_is_a_junk_drawer() -> None:
    rooms = [path for path in (ROOT / "offramp").rglob("*") if path.is_dir() or path.suffix == ".py"]

    assert [source.name(path) for path in rooms if path.stem in JUNK_DRAWERS] == []


def names_given(node: ast.AST) -> Iterator[str]:
    """Names that the code chooses. Sentences of tests are English, and a subclass may have to override."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_"):
        return
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        yield node.name
    elif isinstance(node, ast.arg):
        yield node.arg
    elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
        yield node.id
    inherits = isinstance(node, ast.ClassDef) and node.bases
    for child in ast.iter_child_nodes(node):
        if not (inherits and isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef)):
            yield from names_given(child)


def banned_parts(name: str) -> set[str]:
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()
    parts = spaced.replace("-", "_").split("_")
    return BANNED.intersection(part.removesuffix("s") if part != "process" else part for part in parts)


def test_the_rule_sees_what_it_forbids() -> None:
    written = "class ThreadManager: ...\ndef f(user_data): info = 1\nclass A(B):\n  def handle(self): ..."

    assert [name for name in names_given(ast.parse(written)) if banned_parts(name)] == [
        "ThreadManager",
        "user_data",
        "info",
    ]
    assert banned_parts("database") == set()
    assert Path("utils.py").stem not in JUNK_DRAWERS
    assert banned_parts("utils") == {"util"}
