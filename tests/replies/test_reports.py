"""Readers report a reply: nobody's reports keep another's from an organizer."""

import pytest
from django.utils import timezone

from offramp.replies import deciding, removing, reports
from offramp.replies.models import Reply, Report
from offramp.replies.reports import Why
from tests.cast import two_organizers
from tests.letters.letters import a_public_letter
from tests.replies.replies import Standing, a_reply

pytestmark = pytest.mark.django_db


def report(reply: Reply, text: str) -> None:
    reports.report(reply=reply, why=Why.PERSONAL, text=text, on=timezone.now().date())


def test_what_is_settled_leaves_room_for_what_comes_after() -> None:
    reply, di = a_reply(a_public_letter()), two_organizers()[0].member
    for number in range(reports.MOST_OF_ONE + 1):
        report(reply, f"I dislike it, {number}.")
    deciding.decide(replies=[(reply.pk, 0)], after=Standing.SHOWN, reason="", by=di, now=timezone.now())

    report(reply, "That is where I live.")

    assert Report.objects.get(decision=None).text == "That is where I live."
    assert Report.objects.count() == reports.MOST_OF_ONE + 1


def test_what_was_settled_and_opened_again_beside_a_newer_one_hinders_no_third() -> None:
    reply, today = a_reply(a_public_letter()), timezone.now().date()
    for _ in range(2):
        Report.objects.create(reply=reply, reason=Why.PERSONAL, text="My street.", on=today)

    report(reply, "My street.")

    assert Report.objects.count() == 2


def test_nothing_is_kept_against_what_was_deleted_while_somebody_wrote() -> None:
    deleted, emptied = (a_reply(a_public_letter(slug)) for slug in ("one", "another"))
    a_reply(emptied.letter, to=emptied)
    for reply in (deleted, emptied):
        removing.remove(key=reply.key)

        report(reply, "My street.")

    assert not Report.objects.exists()
