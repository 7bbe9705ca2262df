"""What the command line refuses: one sentence for each fault, and a file that is whole or not there."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.environment import ROOT
from tests.paper.calling import Call
from tests.paper.samples import FOLDER

ONE_PAGE = str(FOLDER / "one-page.json")
ENDINGS = "end its name with .pdf, .docx, .txt, .json, or add --form."


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


REFUSED: list[tuple[Any, str]] = [
    ("{", "in.json is no JSON: Expecting property name enclosed in double quotes, line 1, column 2."),
    ("", "in.json is no JSON: Expecting value, line 1, column 1."),
    ("[" * 100_000, "in.json is no JSON that a résumé could be: too deep, or a number too long."),
    ("9" * 5_000, "in.json is no JSON that a résumé could be: too deep, or a number too long."),
    (b"\xff\xfe{", "in.json is no text in UTF-8, so it cannot be JSON."),
    ([], "in.json cannot be written: the whole: expected an object in braces."),
    ({"work": "x"}, "in.json cannot be written: work: expected a list."),
    (
        {"work": [{"endDate": "2020-02-31"}]},
        "in.json cannot be written: work/0/endDate: “2020-02-31” is no date; "
        "write YYYY, YYYY-MM or YYYY-MM-DD.",
    ),
    (
        {"work": [{"name": "x"}]},
        "in.json has no name yet: write it under basics, name; "
        "or add --without-name to write the file all the same.",
    ),
    ({"x-letter": []}, "in.json cannot be written: x-letter: expected an object in braces."),
    (" " * 5_000_001, "in.json has more than 5 MB; no résumé has."),
]


@pytest.mark.parametrize(("written", "sentence"), REFUSED)
def test_what_cannot_be_written_is_refused_in_one_sentence(
    told: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: Any, sentence: str
) -> None:
    monkeypatch.chdir(tmp_path)
    content = (
        written if isinstance(written, bytes) else written.encode() if isinstance(written, str) else None
    )
    Path("in.json").write_bytes(json.dumps(written).encode() if content is None else content)

    assert told("write", "in.json", "-o", "out.pdf") == (1, f"{sentence}\n")
    assert names(tmp_path) == ["in.json"]


def test_a_resume_without_a_name_is_written_when_that_is_said(told: Call, tmp_path: Path) -> None:
    (tmp_path / "in.json").write_text(json.dumps({"work": [{"name": "Acme"}]}))

    assert told("write", tmp_path / "in.json", "-o", tmp_path / "x.txt", "--without-name") == (0, "")
    assert (tmp_path / "x.txt").read_text() == "WORK EXPERIENCE\nAcme\n"


def test_a_script_our_fonts_lack_is_named_and_nothing_written(told: Call, tmp_path: Path) -> None:
    (tmp_path / "in.json").write_text(json.dumps({"basics": {"name": "ليلى"}}))
    status, said = told("write", tmp_path / "in.json", "-o", tmp_path / "x.pdf")

    assert status == 1
    assert said.startswith("Our fonts cannot show ل ي ى (arabic), so no PDF was written.")
    assert told("write", tmp_path / "in.json", "-o", tmp_path / "x.docx") == (0, "")
    assert names(tmp_path) == ["in.json", "x.docx"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["write", "nowhere.json", "-o", "x.pdf"], "nowhere.json cannot be read: no such file or directory."),
        (["write", ".", "-o", "x.pdf"], ". cannot be read: is a directory."),
        (
            ["write", ONE_PAGE, "-o", "missing/x.pdf"],
            "missing/x.pdf cannot be written: no such file or directory.",
        ),
        (
            ["write", ONE_PAGE, "-o", "x.odt"],
            f"What x.odt shall be is not clear: {ENDINGS}",
        ),
        (
            ["write", ONE_PAGE, "-o", "-"],
            f"What standard output shall be is not clear: {ENDINGS}",
        ),
        (
            ["write", ONE_PAGE, "-o", "x.pdf", "--design", "fancy"],
            "There is no design “fancy”: choose from plain, classic, modern.",
        ),
        (["read", "nowhere.pdf", "-o", "x.json"], "nowhere.pdf cannot be read: no such file or directory."),
    ],
)
def test_a_wrong_use_is_another_status(
    told: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], sentence: str
) -> None:
    monkeypatch.chdir(tmp_path)

    assert told(*words) == (2, f"{sentence}\n")
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    "words", [[], ["write"], ["write", "x"], ["write", "x", "-o", "x.pdf", "--paper", "a5"], ["fly"]]
)
def test_words_it_does_not_know_are_a_wrong_use(told: Call, words: list[str]) -> None:
    assert told(*words)[0] == 2


def test_what_was_brought_is_never_written_over(told: Call, tmp_path: Path) -> None:
    brought, linked = tmp_path / "old.pdf", tmp_path / "new.json"
    brought.write_bytes(b"%PDF")
    linked.symlink_to(brought)

    assert told("read", brought, "-o", brought)[0] == 2
    assert told("read", brought, "-o", tmp_path / "other.PDF") == (
        2,
        f"{tmp_path}/other.PDF would hold JSON: end its name with .json.\n",
    )
    for command in ("read", "write"):
        sentence = f"{linked} would be written over {brought}: choose another name for it.\n"
        assert told(command, brought, "-o", linked) == (2, sentence)
    assert brought.read_bytes() == b"%PDF"


def test_a_full_device_is_said(told: Call) -> None:
    assert told("write", ONE_PAGE, "-o", "/dev/full", "--form", "txt") == (
        1,
        "/dev/full was not written: no space left on device.\n",
    )


@pytest.mark.parametrize("before", [None, b"what was there"])
def test_a_disk_that_fills_up_costs_nothing_that_was_there(tmp_path: Path, before: bytes | None) -> None:
    """No file may grow beyond a kilobyte here, and a PDF has thirty-five."""
    if before is not None:
        (tmp_path / "x.pdf").write_bytes(before)
    ran = subprocess.run(
        [
            *("sh", "-c", 'ulimit -f 1; exec "$@"', "sh", sys.executable, "-B", "-m", "offramp.paper"),
            *("write", ONE_PAGE, "-o", str(tmp_path / "x.pdf")),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (ran.returncode, ran.stderr) == (1, f"{tmp_path / 'x.pdf'} was not written: file too large.\n")
    assert names(tmp_path) == ([] if before is None else ["x.pdf"])
    assert before is None or (tmp_path / "x.pdf").read_bytes() == before


def test_a_folder_nobody_may_write_in_is_said(told: Call) -> None:
    status, said = told("write", ONE_PAGE, "-o", "/proc/x.pdf")

    assert (status, said) == (2, "/proc/x.pdf cannot be written: no such file or directory.\n")


def test_a_reader_who_went_away_leaves_no_traceback() -> None:
    ran = subprocess.run(
        [
            "sh",
            "-c",
            '"$@" | true',
            "sh",
            sys.executable,
            "-m",
            "offramp.paper",
            "write",
            ONE_PAGE,
            "-o",
            "-",
            "--form",
            "pdf",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert "Traceback" not in ran.stderr
