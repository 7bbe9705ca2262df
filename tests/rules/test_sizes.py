"""Small rooms: the limits that nothing passes. The budgets below them are for whoever reviews."""

import ast

from tests.rules import source

LINES_OF_A_FILE = 300
LINES_OF_A_FUNCTION = 50
LINES_OF_A_TEMPLATE = 120


def test_no_file_is_too_long() -> None:
    lengths = {source.name(path): filled_lines(path.read_text()) for path in source.python()}

    assert {name: length for name, length in lengths.items() if length > LINES_OF_A_FILE} == {}


def test_no_function_is_too_long() -> None:
    lengths = {
        f"{source.name(path)}:{node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for path in source.python()
        for node in ast.walk(source.tree(path))
        if isinstance(node, ast.FunctionDef)
    }

    assert {name: length for name, length in lengths.items() if length > LINES_OF_A_FUNCTION} == {}


def test_no_template_is_too_long() -> None:
    lengths = {source.name(path): filled_lines(path.read_text()) for path in source.files("offramp", ".html")}

    assert {name: length for name, length in lengths.items() if length > LINES_OF_A_TEMPLATE} == {}


def filled_lines(text: str) -> int:
    return sum(1 for line in text.splitlines() if line.strip())
