"""The repository tells the truth about itself, on any machine."""

import ast
import re
from collections import Counter
from pathlib import Path

from tests.environment import ROOT
from tests.rules import source

A_PATH_OF_SOMEBODYS_MACHINE = re.compile(r"/(?:home|root|Users)/\w|/work/(?:main|shared)\b")
A_LOOSE_END = re.compile(r"\b(?:TODO|FIXME|XXX)\b(?!.*#\d)")
A_LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")
A_TEST = re.compile(r"\b(tests/[\w/]+\.py)(?:::(\w+))?")

DOCUMENTS = [*source.files("docs", ".md"), *ROOT.glob("*.md")]


def test_no_file_names_a_folder_of_one_machine() -> None:
    assert matches(A_PATH_OF_SOMEBODYS_MACHINE) == []


def test_a_loose_end_names_its_issue() -> None:
    assert matches(A_LOOSE_END, besides=Path(__file__)) == []


def test_numbers_of_decisions_are_unique() -> None:
    numbers = Counter(path.name.split("-")[0] for path in source.files("docs/adr", ".md"))

    assert [number for number, times in numbers.items() if times > 1] == []


def test_links_between_documents_lead_somewhere() -> None:
    broken = [
        f"{source.name(document)}: {target}"
        for document in DOCUMENTS
        for target in A_LINK.findall(document.read_text())
        if not (document.parent / target).exists()
    ]

    assert broken == []


def test_a_test_that_a_document_names_exists() -> None:
    """The threat model proves each promise by a test; a test that was renamed proves nothing."""
    missing = [
        f"{source.name(document)}: {path}::{test}"
        for document in DOCUMENTS
        for path, test in A_TEST.findall(document.read_text())
        if not is_there(ROOT / path, test)
    ]

    assert missing == []


def matches(pattern: re.Pattern[str], *, besides: Path | None = None) -> list[str]:
    return [
        f"{source.name(path)}:{number}"
        for path in source.everything()
        if path != besides
        for number, line in enumerate(path.read_text(errors="replace").splitlines(), 1)
        if pattern.search(line)
    ]


def is_there(path: Path, test: str) -> bool:
    if not path.is_file():
        return False
    names = {node.name for node in ast.walk(source.tree(path)) if isinstance(node, ast.FunctionDef)}
    return not test or test in names
