"""Letters are written out under their own names only, and through no link: root may be writing them."""

from argparse import Namespace
from pathlib import Path

import pytest

from offramp.letters.models import Letter
from offramp.upkeep import letters
from tests.letters.letters import a_letter, say

pytestmark = pytest.mark.django_db


def take_out(to: Path) -> int:
    return letters.take_out(Namespace(folder=to))


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    (tmp_path / "outside").mkdir()
    return tmp_path / "outside"


@pytest.mark.parametrize("slug", ["../../outside", "../../../outside", "/outside", "a/b", ""])
def test_no_name_in_the_database_leads_out_of_the_folder(tmp_path: Path, outside: Path, slug: str) -> None:
    a_letter("good")
    Letter.objects.filter(pk=a_letter("bad").pk).update(slug=slug)

    assert take_out(tmp_path / "to") == 1

    assert {path.name for path in tmp_path.rglob("*")} == {
        "outside",
        "to",
        "letters",
        "good",
        "letter.toml",
        "en.md",
    }


def test_a_language_that_the_campaign_does_not_speak_is_no_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    say(a_letter("one"), "../../x")

    assert take_out(tmp_path) == 1

    assert "Not written: 'letters/one/../../x.md'." in capsys.readouterr().out
    assert not list(tmp_path.rglob("x.md"))


def test_nothing_is_written_through_a_link(tmp_path: Path, outside: Path) -> None:
    a_letter("one")
    a_letter("two")
    (tmp_path / "to" / "letters" / "one").mkdir(parents=True)
    (tmp_path / "to" / "letters" / "two").symlink_to(outside)
    precious = outside / "precious"
    precious.write_text("Precious.")
    for name in ("en.md", "en.md.new"):
        (tmp_path / "to" / "letters" / "one" / name).symlink_to(precious)

    assert take_out(tmp_path / "to") == 1

    assert precious.read_text() == "Precious."
    assert list(outside.iterdir()) == [precious]
    written = tmp_path / "to" / "letters" / "one" / "en.md"
    assert (written.is_symlink(), written.read_text()[:10]) == (False, "# A letter")
