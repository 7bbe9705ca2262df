"""What the demonstration would mail stands in its terminal, and leaves nothing but a line there."""

import pytest

from offramp.notices import queue
from offramp.notices.models import Outgoing
from offramp.subscribers.models import Delivery
from offramp.upkeep import command, mail
from offramp.upkeep.demo import post
from tests.cast import Person
from tests.subscribers.waiting import TODAY, a_mailing

pytestmark = pytest.mark.django_db


def test_a_mail_is_shown_and_done_with(di: Person, capsys: pytest.CaptureFixture[str]) -> None:
    post.subscribe(on=TODAY)
    a_mailing(di.member)
    queue.put(to="ana@example.org", subject="A question", text="Was it you?", about="reply", on=TODAY)

    for _ in mail.send(post.Shown()):
        pass

    shown = capsys.readouterr().out
    assert "A mail to ana@example.org: A question\n\nWas it you?\n" in shown
    assert shown.count("A mail to ") == 3  # two of those who subscribed want each letter
    assert not Outgoing.objects.exists()
    assert not Delivery.objects.exists()


def test_in_a_real_installation_it_shows_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["demo-mail"]) == 2

    said = capsys.readouterr()
    assert (said.out, said.err) == ("", f"offramp: {post.NO_DEMONSTRATION}\n")
