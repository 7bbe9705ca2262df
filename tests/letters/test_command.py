"""`offramp letters`: in from the campaign's folder, and out as the files they came from."""

from pathlib import Path

from offramp.letters import folder
from tests.environment import ROOT
from tests.upkeep.console import offramp, surroundings


def test_letters_go_out_as_the_files_they_came_from(tmp_path: Path) -> None:
    outside, shipped = tmp_path / "outside", ROOT / "campaigns" / "immigration-enforcement"
    environment = surroundings(tmp_path)
    offramp("init", environment=environment)

    first = offramp("letters", "import", environment=environment)
    out = offramp("letters", "export", str(outside), environment=environment)

    assert "New from the folder: to-the-family" in first.stdout
    assert "These letters are as the folder says." in first.stdout
    assert out.stdout == f"9 files below {outside / 'letters'}.\n"
    languages = ("en", "es")
    assert folder.read(outside, languages) == folder.read(shipped, languages)
