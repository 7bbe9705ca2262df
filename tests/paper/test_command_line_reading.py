"""An old file read from the command line: what was found as JSON, or one sentence why nothing was."""

import json
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
from jsonschema import Draft7Validator

from offramp.paper import writing
from offramp.paper.writing import Form
from tests.environment import ROOT
from tests.paper.calling import Call
from tests.paper.samples import sample

STANDARD = json.loads((Path(__file__).parent / "schema" / "jsonresume-1.3.1.json").read_text())


@pytest.mark.parametrize("form", [Form.PDF, Form.DOCX, Form.JSON])
def test_our_own_file_comes_back(told: Call, tmp_path: Path, form: Form) -> None:
    resume = sample("one-page")
    (tmp_path / "old").write_bytes(writing.write(resume, form))

    assert told("read", tmp_path / "old", "-o", tmp_path / "x.json") == (0, "")
    found = json.loads((tmp_path / "x.json").read_text())
    assert Draft7Validator(STANDARD).is_valid(found)
    assert found["basics"]["name"] == "Dana Whitlock"
    assert [one["position"] for one in found["work"]] == [one["position"] for one in resume["work"]]
    assert [one["startDate"] for one in found["work"]] == [one["startDate"] for one in resume["work"]]


def test_what_was_read_can_be_written_again(told: Call, tmp_path: Path) -> None:
    (tmp_path / "old.docx").write_bytes(writing.write(sample("federal"), Form.DOCX))

    assert told("read", tmp_path / "old.docx", "-o", tmp_path / "x.json") == (0, "")
    assert told("write", tmp_path / "x.json", "-o", tmp_path / "x.pdf") == (0, "")


def test_without_bubblewrap_it_is_read_with_limits_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "old.docx").write_bytes(writing.write(sample("one-page"), Form.DOCX))
    ran = subprocess.run(
        [sys.executable, "-m", "offramp.paper", "read", tmp_path / "old.docx", "-o", "-"],
        cwd=ROOT,
        env={"PATH": "/nowhere"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (ran.returncode, ran.stderr) == (
        0,
        "Bubblewrap is missing or may not run here: the file is read with limits of time and memory alone, "
        "so do this only with one you trust.\n",
    )
    assert json.loads(ran.stdout)["basics"]["name"] == "Dana Whitlock"


def scanned(path: Path) -> None:
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(path)


def locked(path: Path) -> None:
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(path, encryption=pikepdf.Encryption(user="u", owner="o"))


def endless(path: Path) -> None:
    with pikepdf.new() as document:
        for _ in range(300):
            document.add_blank_page()
        document.save(path)


def hostile(path: Path) -> None:
    path.write_text('{"work": [{"endDate": "2020-02-31"}]}')


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (
            scanned,
            "holds pictures of text and no text, as a scan does. Nothing was guessed: "
            "type it anew, or bring the file it was printed from.",
        ),
        (locked, "was not read: it opens with a password only; save it without one."),
        (endless, "was not read: it has more than 200 pages."),
        (lambda path: path.write_bytes(b""), "was not read: it is empty."),
        (lambda path: path.write_bytes(b"PK\x03\x04 half"), "was not read: it is damaged."),
        (
            lambda path: path.write_bytes(bytes(range(256)) * 9),
            "was not read: it is no PDF, DOCX, ODT, JSON or text.",
        ),
        (
            lambda path: path.write_bytes(b"x" * (10 * 1024 * 1024 + 1)),
            "was not read: it has more than 10 MB.",
        ),
        (
            hostile,
            "is no résumé as it stands: work/0/endDate: “2020-02-31” is no date; "
            "write YYYY, YYYY-MM or YYYY-MM-DD.",
        ),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(
    told: Call, tmp_path: Path, make: object, sentence: str
) -> None:
    assert callable(make)
    old = tmp_path / "old"
    make(old)

    assert told("read", old, "-o", tmp_path / "x.json") == (1, f"{old} {sentence}\n")
    assert [path.name for path in tmp_path.iterdir()] == ["old"]
