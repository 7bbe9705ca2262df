"""A promise is shown as one only when its row names a test, and that test exists."""

import ast
from pathlib import Path

import pytest

from offramp.web.public import promises
from tests.web.visitors import visitor

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize("promise", promises.kept(), ids=lambda promise: promise.proof)
def test_the_test_that_proves_a_promise_exists(promise: promises.Promise) -> None:
    file, name = promise.proof.split("::")

    functions = [
        node for node in ast.walk(ast.parse((ROOT / file).read_text())) if isinstance(node, ast.FunctionDef)
    ]
    assert name in [function.name for function in functions]


def test_what_no_test_proves_stands_under_not_yet() -> None:
    page = visitor().get("/confidence/").content.decode()
    promised, _, not_yet = page.partition("<h2>Not yet</h2>")

    for promise in promises.PROMISES:
        threat = str(promise.threat)
        assert (threat in promised, threat in not_yet) == (bool(promise.proof), not promise.proof)


def test_the_threat_model_names_the_same_proofs() -> None:
    rows = [
        line for line in (ROOT / "docs" / "threat-model.md").read_text().splitlines() if "| `tests/" in line
    ]

    assert [row.split("`")[-2] for row in rows] == [promise.proof for promise in promises.kept()]


def test_every_promise_says_where_it_ends() -> None:
    assert all(promise.limit for promise in promises.PROMISES)
