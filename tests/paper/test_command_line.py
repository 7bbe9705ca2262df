"""The same from the command line, without settings or a database, and with nothing loaded in vain."""

import subprocess
import sys
from pathlib import Path

import pytest

from offramp.paper import __main__ as command
from offramp.paper import writing
from offramp.paper.writing import Form
from tests.environment import ROOT
from tests.paper.calling import Call
from tests.paper.samples import EVERY, FOLDER, sample

ONE_PAGE = str(FOLDER / "one-page.json")


def test_it_needs_no_settings_and_no_database(tmp_path: Path) -> None:
    """In a process of its own, with an empty environment, far from the repository."""
    for ending in ("pdf", "docx", "txt", "json"):
        ran = subprocess.run(
            [sys.executable, "-m", "offramp.paper", "write", ONE_PAGE, "-o", f"resume.{ending}"],
            cwd=tmp_path,
            env={"PYTHONPATH": str(ROOT)},
            capture_output=True,
            check=False,
        )

        assert (ran.returncode, ran.stdout, ran.stderr) == (0, b"", b"")
        assert (tmp_path / f"resume.{ending}").read_bytes() == writing.write(sample("one-page"), Form(ending))


def test_it_loads_only_what_the_form_needs(tmp_path: Path) -> None:
    tried = (
        "import sys; from offramp.paper import __main__ as command; "
        f"sys.argv = ['paper', 'write', {ONE_PAGE!r}, '-o', sys.argv[1]]; command.main(); "
        "print(*sorted({'django', 'typst', 'docx', 'lxml', 'subprocess', 'jsonschema'} & set(sys.modules)))"
    )
    for ending, wanted in (("txt", b""), ("json", b""), ("pdf", b"typst"), ("docx", b"docx lxml")):
        ran = subprocess.run(
            [sys.executable, "-c", tried, str(tmp_path / f"x.{ending}")],
            cwd=ROOT,
            capture_output=True,
            check=True,
        )

        assert ran.stdout.strip() == wanted


@pytest.mark.parametrize("name", EVERY)
def test_a_resume_and_a_letter_are_written_the_same_way(told: Call, tmp_path: Path, name: str) -> None:
    assert told("write", FOLDER / f"{name}.json", "-o", tmp_path / "x.txt") == (0, "")
    assert (tmp_path / "x.txt").read_bytes() == writing.write(sample(name), Form.TXT)


def test_what_the_command_line_says_goes_before_the_file(told: Call, tmp_path: Path) -> None:
    out = tmp_path / "x.txt"

    assert told("write", FOLDER / "federal.json", "-o", out, "--purpose", "private", "--language", "es") == (
        0,
        "",
    )
    assert "GS-13" not in out.read_text()
    assert "EXPERIENCIA LABORAL" in out.read_text()

    assert told("write", FOLDER / "letter.json", "-o", out, "--language", "es") == (0, "")
    assert "20 de noviembre de 2026" in out.read_text()


def test_design_and_paper_are_chosen(told: Call, tmp_path: Path) -> None:
    out = tmp_path / "x.pdf"

    assert told("write", ONE_PAGE, "-o", out, "--design", "classic", "--paper", "a4") == (0, "")
    assert out.read_bytes() == writing.write(sample("one-page"), Form.PDF, design="classic", paper="a4")


def test_the_file_comes_out_whole(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["paper", "write", ONE_PAGE, "-o", "-", "--form", "txt"])

    assert command.main() == 0
    assert capfd.readouterr() == (writing.write(sample("one-page"), Form.TXT).decode(), "")


def test_a_new_file_is_its_owners_alone_and_an_old_one_stays_as_open_as_it_was(
    told: Call, tmp_path: Path
) -> None:
    new, old = tmp_path / "new.txt", tmp_path / "old.txt"
    old.touch()
    old.chmod(0o664)

    for path in (new, old):
        assert told("write", ONE_PAGE, "-o", path)[0] == 0

    assert [path.stat().st_mode & 0o777 for path in (new, old)] == [0o600, 0o664]
