"""The campaign's own letters come in by themselves, and what is written here can be taken out as files."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import connection

from offramp.campaigns.source import CampaignBroken
from offramp.files import examination
from offramp.files.answers import Cleaned
from offramp.letters import exchange, folder, standing
from offramp.letters.checks import letters_read
from offramp.letters.models import Letter, Text
from offramp.letters.written import Written
from tests.letters.letters import a_jpeg, a_letter, a_public_letter, say

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
FACTS = 'published = 2026-10-31T08:00:00Z\nauthor.en = "Di"\nsummary.en = "Short."\nsummary.es = "Corto."\n'
Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """A letter's files in a campaign's folder; a name given as None is not there."""

    def write(slug: str = "one", **files: str | bytes | None) -> Path:
        at = tmp_path / "letters" / slug
        at.mkdir(parents=True, exist_ok=True)
        given = {"letter.toml": FACTS, "en.md": "# One\n\nHello.", "es.md": "# Uno\n\nHola."}
        for name, content in (
            given | {key.replace("__", "."): words for key, words in files.items()}
        ).items():
            if isinstance(content, bytes):
                (at / name).write_bytes(content)
            elif content is not None:
                (at / name).write_text(content)
        return tmp_path

    return write


def read(path: Path) -> list[folder.Filed]:
    return folder.read(path, ("en", "es"))


def test_the_letters_of_this_campaign_come_in_by_themselves_in_both_languages() -> None:
    exchange.bring_new(folder.of_campaign(), now=NOW)

    letters = Letter.objects.for_readers(at=datetime(2027, 1, 1, tzinfo=UTC))
    assert [(letter.slug, letter.languages) for letter in letters] == [
        ("to-the-person-with-the-badge", ["en", "es"]),
        ("to-the-family", ["en", "es"]),
        ("to-those-who-left", ["en", "es"]),
    ]


def test_the_letters_of_this_campaign_are_letters_and_not_essays() -> None:
    for filed in folder.of_campaign():
        for written in filed.texts.values():
            assert 600 <= len(written.body.split()) <= 1000
            assert written.summary
            assert written.author == ""  # signed by the campaign, whatever it is called


def test_a_start_changes_nothing_that_was_edited_here(write: Write) -> None:
    exchange.bring_new(read(write()), now=NOW)
    say(Letter.objects.get(), "en", title="Edited", body="By hand.")

    again = exchange.bring_new(read(write(en__md="# Other\n\nOther.")), now=NOW)

    assert again == []
    assert Text.objects.get(language="en").title == "Edited"


def test_by_hand_the_folder_wins_and_what_stood_here_is_kept(write: Write) -> None:
    exchange.bring_new(read(write(es__md=None)), now=NOW)

    changed = exchange.bring_changed(read(write(en__md="# New\n\nWords.")), now=NOW)

    assert sorted(text.language for text in changed) == ["en", "es"]
    text = Text.objects.get(language="en")
    assert [one.title for one in text.revisions.order_by("number")] == ["One", "New"]
    assert exchange.bring_changed(read(write(en__md="# New\n\nWords.")), now=NOW) == []


def test_who_signs_and_what_it_is_about_come_along(write: Write) -> None:
    exchange.bring_new(read(write()), now=NOW)

    letter = Letter.objects.get()
    english = Written("One", "Hello.", author="Di", summary="Short.")
    assert letter.texts.get(language="en").written == english
    assert letter.texts.get(language="es").written == Written("Uno", "Hola.", summary="Corto.")
    assert letter.publication.at == datetime(2026, 10, 31, 8, tzinfo=UTC)
    assert letter.publication.by is None


def test_what_is_taken_out_comes_in_the_same_elsewhere(tmp_path: Path) -> None:
    say(
        a_public_letter("public", summary='He said "so" \\ and\tleft 🌱\x7f', has_picture=True),
        "es",
        alt="Un puente",
    )
    a_letter("draft", title="Not yet")
    before = stored()
    for name, content in exchange.files():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    Letter.objects.all().delete()

    exchange.bring_new(read(tmp_path), now=NOW)

    assert stored() == before


def stored() -> list[object]:
    return [
        (
            letter.slug,
            None if letter.is_draft() else letter.publication.at.replace(microsecond=0),
            hasattr(letter, "picture"),
            {text.language: text.written for text in letter.texts.all()},
        )
        for letter in Letter.objects.order_by("slug")
    ]


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"en__md": "No title"}, "en.md, line 1: expected “# ” and a title, found “No title”."),
        (
            {"en__md": "# Title only"},
            "en.md, line 1: expected 1 to 20000 characters below the title, found 0.",
        ),
        (
            {"en__md": "# T\n\n" + "x" * 20_001},
            "expected 1 to 20000 characters below the title, found 20001.",
        ),
        ({"letter__toml": "publisht = 1"}, "line 1: expected one of “published”"),
        (
            {"letter__toml": 'published = "soon"'},
            "line 1: expected a time like 2026-11-22T12:00:00Z, found “soon”.",
        ),
        (
            {"letter__toml": f'summary.en = "{"x" * 401}"'},
            "line 1: expected at most 400 characters, found 401.",
        ),
        ({"letter__toml": None}, "letter.toml: expected this file, found none."),
        ({"en__md": None, "es__md": None}, "letters/one: expected the letter itself, en.md, found none."),
        (
            {"picture__jpg": b"x" * 3_000_000},
            "picture.jpg: expected a picture of at most 2 MB, found 2929 KB.",
        ),
        (
            {"slug": "search"},
            "letters/search: expected an address that no page of the site has, found “search”.",
        ),
        ({"slug": "feed.xml"}, "letters/feed.xml: expected small letters, digits and dashes"),
        ({"slug": "2026"}, "letters/2026: expected small letters, digits and dashes, found “2026”."),
    ],
)
def test_a_broken_letter_is_said_in_one_sentence(write: Write, files: dict[str, str], said: str) -> None:
    with pytest.raises(CampaignBroken) as broken:
        read(write(**files))

    assert said in str(broken.value)


def test_a_broken_letter_is_said_before_anybody_is_served(write: Write, settings: object) -> None:
    settings.CAMPAIGN_FOLDER = write(en__md="No title")  # type: ignore[attr-defined]

    assert [error.id for error in letters_read()] == ["letters.E001"]


def test_what_no_feed_may_say_is_left_out(write: Write) -> None:
    said = {
        "letter__toml": 'author.en = "D\\u0001i"\n',
        "en__md": "# O\x02ne\n\nHel\x0blo.\ufffe",
        "es__md": None,
    }

    [filed] = read(write(**said))

    assert filed.texts["en"] == Written("One", "Hello.", author="Di")


def test_a_picture_is_looked_through_before_anything_is_locked(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked: list[bool] = []
    real = examination.examine

    def looking_on(content: bytes) -> Cleaned:
        locked.append(len(connection.savepoint_ids) > depth)
        return real(content)

    monkeypatch.setattr(examination, "examine", looking_on)
    depth = len(connection.savepoint_ids)
    exchange.bring_new(read(write(picture__jpg=a_jpeg())), now=NOW)
    standing.bring(read(write(picture__jpg=a_jpeg(16, 12))), now=NOW)

    assert locked == [False, False]


def test_a_picture_of_the_folder_is_drawn_anew(write: Write) -> None:
    exchange.bring_new(read(write(picture__jpg=a_jpeg() + b"trailing secret")), now=NOW)

    picture = Letter.objects.get().picture
    assert (picture.width, picture.height) == (8, 6)
    assert b"secret" not in bytes(picture.content)


def test_a_hostile_picture_leaves_the_letter_without_one(write: Write) -> None:
    exchange.bring_new(read(write(picture__jpg=b"\xff\xd8\xff" + b"\0" * 999)), now=NOW)

    assert not hasattr(Letter.objects.get(), "picture")
