"""The files that the rules read: what git would keep, told from the folders themselves."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.environment import ROOT

FOLDERS = (".ci", "benchmarks", "campaigns", "docs", "offramp", "tests", "tools")
MADE = {"__pycache__", "migrations"}


def files(folder: str, ending: str = "") -> list[Path]:
    """All files below a folder whose name has that ending, without what a tool made."""
    return [
        path
        for path in sorted((ROOT / folder).rglob(f"*{ending}"))
        if path.is_file() and not MADE.intersection(path.parts)
    ]


def everything() -> Iterator[Path]:
    for folder in FOLDERS:
        yield from files(folder)
    yield from (path for path in sorted(ROOT.iterdir()) if path.is_file())


def python() -> list[Path]:
    return [path for folder in FOLDERS for path in files(folder, ".py")]


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text())


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()
