"""By hand the folder also says whether a letter is out, since when and with which picture, or it is named."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from offramp.journal.models import Entry
from offramp.letters import exchange, standing
from offramp.letters.folder import Filed
from offramp.letters.models import Letter
from offramp.letters.written import Written
from tests.letters.letters import a_jpeg

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
PAST, LATER = NOW - timedelta(days=3), NOW + timedelta(days=3)
TEXTS = {"en": Written("One", "Hello."), "es": Written("Uno", "Hola.")}
FILED = Filed("one", PAST, is_withdrawn=False, texts=TEXTS)


def brought(filed: Filed) -> list[tuple[str, bool]]:
    return [(one.what, one.is_taken) for one in standing.bring([filed], now=NOW)]


def noted() -> Iterator[tuple[str, object]]:
    return ((entry.kind, entry.actor_id) for entry in Entry.objects.order_by("number"))


def here(filed: Filed) -> Filed:
    exchange.bring_new([filed], now=NOW)
    return filed


def test_what_the_folder_withdraws_is_gone_and_comes_back() -> None:
    filed = here(FILED)

    assert brought(replace(filed, is_withdrawn=True)) == [("withdrawn", True)]
    assert not Letter.objects.for_readers(at=NOW).exists()
    assert brought(filed) == [("no longer withdrawn", True)]
    assert Letter.objects.for_readers(at=NOW).exists()
    assert list(noted()) == [("letter withdrawn", None), ("letter put back", None)]


def test_a_letter_that_waits_gets_the_folders_day() -> None:
    filed = here(replace(FILED, published=LATER))

    assert brought(replace(filed, published=LATER + timedelta(days=1))) == [
        ("public from 2026-11-06 09:30 UTC", True)
    ]
    assert Letter.objects.get().publication.at == LATER + timedelta(days=1)
    assert brought(replace(filed, published=None)) == [("a draft again", True)]
    assert Letter.objects.get().is_draft()
    assert list(noted()) == [("letter published", None), ("letter withdrawn", None)]


@pytest.mark.parametrize(
    ("was", "said"),
    [
        (PAST, "public from 2026-10-30 09:30 UTC, in the folder public from 2026-11-05 09:30 UTC"),
        (None, "a draft, in the folder public from 2026-11-05 09:30 UTC"),
    ],
)
def test_the_day_of_a_public_letter_stays_and_nobody_publishes_a_draft_by_the_way(
    was: datetime | None, said: str
) -> None:
    filed = here(replace(FILED, published=was))

    assert brought(replace(filed, published=LATER)) == [(said, False)]
    assert [letter.is_draft() for letter in Letter.objects.all()] == [was is None]


def test_another_picture_is_shown_once_and_what_cannot_be_is_named() -> None:
    filed = here(replace(FILED, picture=a_jpeg(8, 6)))
    other = replace(filed, picture=a_jpeg(16, 12))

    assert brought(filed) == []
    assert brought(other) == [("its picture", True)]
    assert brought(other) == []
    assert Letter.objects.get().picture.width == 16
    damaged = replace(filed, picture=b"\xff\xd8\xff" + b"\0" * 999)
    assert brought(damaged) == [("the picture in the folder is damaged, or none", False)]
    assert brought(replace(filed, picture=b"")) == [("a picture, in the folder none", False)]
    assert Letter.objects.get().picture.width == 16
    assert list(noted()) == [("letter changed", None)]


def test_what_was_taken_out_differs_in_nothing() -> None:
    here(replace(FILED, picture=a_jpeg(8, 6)))
    shown = bytes(Letter.objects.get().picture.content)

    assert brought(replace(FILED, published=PAST + timedelta(microseconds=9), picture=shown)) == []


def test_a_language_that_the_folder_has_not_is_named() -> None:
    filed = here(FILED)

    assert brought(replace(filed, texts={"en": TEXTS["en"]})) == [("a text (es), in the folder none", False)]
