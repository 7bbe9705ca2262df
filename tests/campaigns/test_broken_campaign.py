"""Whoever edits a campaign is told the file, the line, what was expected and what stands there."""

import tomllib
from operator import itemgetter
from pathlib import Path

import pytest

from offramp.campaigns.reading import read
from offramp.campaigns.source import CampaignBroken
from tests.campaigns.conftest import Edit

MISTAKES = tomllib.loads(Path(__file__).with_name("mistakes.toml").read_text())["mistake"]


def complaint(folder: Path) -> str:
    with pytest.raises(CampaignBroken) as broken:
        read(folder)
    return str(broken.value)


@pytest.mark.parametrize("mistake", MISTAKES, ids=itemgetter("called"))
def test_a_broken_file_is_said_in_one_sentence(folder: Path, edit: Edit, mistake: dict[str, str]) -> None:
    edit(mistake["file"], mistake["old"], mistake["new"])

    assert complaint(folder) == f"teachers/{mistake['says']}"


def test_an_unknown_blank_in_a_page_is_found_on_its_line(folder: Path, edit: Edit) -> None:
    edit("pages/en/about.md", "{retention_days}", "{retention}")

    said = complaint(folder)

    assert said.startswith("teachers/pages/en/about.md, line 7: expected one of {")
    assert said.endswith("}, found {retention}.")


def test_a_missing_page_is_named(folder: Path) -> None:
    (folder / "pages/en/privacy.md").unlink()

    assert complaint(folder) == "teachers/pages/en/privacy.md: expected this file, found none."


def test_a_page_nobody_would_ever_see_is_named(folder: Path) -> None:
    (folder / "pages/en/abuot.md").write_text("# About\n\nUs.\n")

    said = complaint(folder)

    assert said.startswith("teachers/pages/en/abuot.md: expected a page named one of “about”,")
    assert said.endswith("found “abuot” (did you mean “about”?).")


def test_a_missing_table_file_is_named(folder: Path) -> None:
    (folder / "replies.toml").unlink()

    assert complaint(folder) == "teachers/replies.toml: expected this file, found none."


def test_a_file_in_another_encoding_is_named_with_its_line(folder: Path) -> None:
    (folder / "replies.toml").write_bytes("# ok\n# Résumé\n".encode("latin-1"))

    assert complaint(folder) == (
        "teachers/replies.toml, line 2: expected text saved as UTF-8, found a character in another encoding."
    )


def test_a_missing_folder_is_named() -> None:
    assert complaint(Path("/nowhere/teachers")) == (
        "/nowhere/teachers: expected a campaign's folder, found none."
    )


def test_a_windows_editor_may_save_the_files(folder: Path) -> None:
    for path in [*folder.rglob("*.toml"), *folder.rglob("*.md")]:
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))

    assert read(folder).page("about", "en").title == "About After the Bell"
