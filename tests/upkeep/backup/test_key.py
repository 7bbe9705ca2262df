"""The backup key: drawn once, its public half on the server, its words nowhere."""

from pathlib import Path

import pytest

from offramp.sealed import keys
from offramp.upkeep import command
from offramp.upkeep.backup import key
from offramp.upkeep.refusal import Refused
from tests.upkeep.backup.conftest import Home


def test_the_words_lead_to_the_key_that_lies_there(tmp_path: Path) -> None:
    code = key.make(tmp_path / "backups")

    public = key.read(tmp_path / "backups")
    assert key.pair(code).public == public
    assert oct((tmp_path / "backups").stat().st_mode & 0o777) == "0o700"


def test_the_words_open_nothing_else(tmp_path: Path) -> None:
    """A member with the same eight words, however unlikely, would have other keys."""
    code = key.make(tmp_path)

    assert key.pair(code).public != keys.public_key(code.seed())


def test_a_key_that_is_there_stays(tmp_path: Path) -> None:
    key.make(tmp_path)
    before = key.read(tmp_path)

    with pytest.raises(Refused, match="is there already"):
        key.make(tmp_path)

    assert key.read(tmp_path) == before


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "key.pub is missing"),
        (b"", "holds no backup key"),
        (b"AAAA\n", "holds no backup key"),
        (b"no base64 at all!", "holds no backup key"),
    ],
    ids=["no file", "an empty file", "too short", "another text"],
)
def test_a_key_that_is_none_is_told(content: bytes | None, sentence: str, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / key.NAME).write_bytes(content)

    with pytest.raises(Refused, match=sentence):
        key.read(tmp_path)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(Refused, match="cannot be written"):
        key.make(tmp_path / "file" / "backups")


def test_a_new_code_is_shown_once_and_takes_over(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    before = key.read(home.folder)

    assert command.main(["backup", "--new-code"]) == 0

    said = capsys.readouterr().out
    assert key.read(home.folder) != before
    assert "Copies made before still open with the words before them" in said
    [words] = [line.strip() for line in said.splitlines() if len(line.split()) == 8 and line.startswith(" ")]
    assert all(words not in path.read_text() for path in home.folder.iterdir())
    assert [path.name for path in home.folder.iterdir()] == [key.NAME]
