"""One's own reply: whoever has its link reads and deletes it, nobody else, and never by looking."""

from datetime import timedelta

import pytest
from django.conf import settings

from offramp.letters.models import Letter
from offramp.replies import removing, reports
from offramp.replies.models import Reply, Report
from offramp.replies.rules import Way
from tests.letters.letters import a_public_letter
from tests.replies.replies import Standing, a_reply, rule, waiting
from tests.web.replies import typing_it
from tests.web.replies.typing_it import stamp
from tests.web.signing_in import send, words
from tests.web.visitors import from_our_page, visitor


@pytest.fixture
def letter() -> Letter:
    return a_public_letter()


def test_the_link_shows_how_it_stands(letter: Letter) -> None:
    shown, unread, taken_back = a_reply(letter), waiting(letter), waiting(letter, changes=2)
    refused = a_reply(letter, standing=Standing.REFUSED)

    for reply, sentence in (
        (shown, "It stands below the letter"),
        (unread, "An organizer reads it before anybody else does."),
        (taken_back, "An organizer looks at it once more"),
        (refused, "decided not to show it"),
    ):
        page = words(visitor().get(f"/replies/mine/{reply.key}/"))
        assert sentence in page
        assert reply.text in page
        assert reply.email not in page


def test_looking_as_mail_scanners_do_deletes_nothing(letter: Letter) -> None:
    reply = a_reply(letter)

    for ask in (visitor().get, visitor().head):
        ask(f"/replies/mine/{reply.key}/")

    assert Reply.objects.count() == 1


def test_a_button_deletes_it_with_its_name_and_address(letter: Letter) -> None:
    reply, path = a_reply(letter, "Gone."), "/letters/a-letter/"

    answer = send(from_our_page(), f"/replies/mine/{reply.key}/")

    assert "Your reply is deleted." in words(answer)
    assert f'href="{path}"' in words(answer)
    assert not Reply.objects.exists()
    assert "Gone." not in words(visitor().get(path))
    after = visitor().get(f"/replies/mine/{reply.key}/")
    assert after.status_code == 404
    assert "Nothing is kept here." in words(after)


def test_a_link_that_is_nobodys_is_answered_like_one_that_was_used_up(letter: Letter) -> None:
    reply = a_reply(letter)
    used_up = f"/replies/mine/{reply.key}/"
    send(from_our_page(), used_up)

    def seen(path: str) -> tuple[int, str]:
        answer = visitor().get(path)
        return answer.status_code, words(answer)

    assert seen(used_up) == seen(f"/replies/mine/{'x' * 32}/")


def test_its_page_says_nothing_to_others_and_is_kept_by_nobody(letter: Letter) -> None:
    answer = visitor().get(f"/replies/mine/{a_reply(letter).key}/")

    assert answer["Cache-Control"] == "no-store"
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert "data-personal" in words(answer)


def test_readers_report_and_nothing_changes_until_an_organizer_looked(letter: Letter) -> None:
    reply = a_reply(letter, "Somebody's address.")
    path = f"/replies/{reply.pk}/report/"

    fields = {"stamp": stamp("report"), "why": "personal", "text": "That is my street."}
    answer = send(from_our_page(), path, fields)
    send(from_our_page(), path, fields)

    assert "An organizer looks at it again." in words(visitor().get(answer["Location"]))
    report = Report.objects.get()
    assert (report.reply, report.reason, report.text) == (reply, "personal", "That is my street.")
    reply.refresh_from_db()
    assert reply.standing == Standing.SHOWN


def test_what_a_report_says_turns_no_line_of_the_queue(letter: Letter) -> None:
    path = f"/replies/{a_reply(letter).pk}/report/"
    fields = {"stamp": stamp("report"), "why": "other"}

    send(from_our_page(), path, {**fields, "text": "One.\u202e\x00\n\n\n\nTwo.\ufffe"})
    send(from_our_page(), path, {**fields, "text": "\u200b\u202e"})

    assert set(Report.objects.values_list("text", flat=True)) == {"One.\n\nTwo.", ""}


@pytest.mark.parametrize("fields", [{"why": ""}, {"why": "hate"}, {"why": "spam", "text": "x" * 501}])
def test_a_report_without_a_reason_or_with_a_novel_comes_back(letter: Letter, fields: dict[str, str]) -> None:
    reply = a_reply(letter)

    answer = send(from_our_page(), f"/replies/{reply.pk}/report/", {"stamp": stamp("report"), **fields})

    assert answer.status_code == 400
    assert fields.get("text", "") in words(answer)
    assert not Report.objects.exists()


def test_a_thousand_reports_of_one_reply_are_a_few(letter: Letter) -> None:
    reply = a_reply(letter)
    for number in range(30):
        reports.report(reply=reply, why=reports.Why.SPAM, text=f"{number}", on=reply.at.date())

    assert Report.objects.count() == reports.MOST_OF_ONE


def test_the_mailed_link_is_of_our_own_address(letter: Letter) -> None:
    assert visitor().get(f"{settings.ORIGIN}/replies/mine/{a_reply(letter).key}/").status_code == 200


@pytest.mark.parametrize("is_answered", [False, True])
def test_a_page_that_is_sent_again_brings_nothing_back_that_was_deleted(
    letter: Letter, *, is_answered: bool
) -> None:
    rule(letter, Way.OPEN)
    form = stamp()
    typing_it.reply("/replies/a-letter/new/", stamp=form)
    kept = Reply.objects.get()
    if is_answered:
        a_reply(letter, "To you.", to=kept)
    send(from_our_page(), f"/replies/mine/{kept.key}/")

    again = typing_it.reply("/replies/a-letter/new/", stamp=form)

    assert "Your reply is deleted." in words(again)
    assert not Reply.objects.exclude(text__in=("", "To you.")).exists()
    assert removing.erase_old(on=kept.at.date() + timedelta(days=1)) == 0
    assert removing.erase_old(on=kept.at.date() + timedelta(days=2)) == 1
