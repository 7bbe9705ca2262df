"""A reply arrives: kept once, shown at once only where that was wanted and nothing speaks against it."""

from uuid import UUID, uuid4

import pytest
from django.utils import timezone

from offramp.letters.models import Letter
from offramp.notices.models import Outgoing
from offramp.replies import writing
from offramp.replies.models import Reply
from offramp.replies.rules import Way
from offramp.replies.writing import Said
from tests.letters.letters import a_public_letter
from tests.replies.replies import Standing, a_reply, rule, waiting

pytestmark = pytest.mark.django_db


@pytest.fixture
def letter() -> Letter:
    return a_public_letter()


def write(
    letter: Letter, text: str = "Thank you.", *, to: Reply | None = None, once: UUID | None = None
) -> Reply:
    said = Said(name="Cy", email="cy@example.org", text=text, language="es")
    fresh = Letter.objects.get(pk=letter.pk)
    return writing.write(once=once or uuid4(), letter=fresh, to=to, said=said, now=timezone.now())


def test_it_waits_for_an_organizer_where_nobody_chose_otherwise(letter: Letter) -> None:
    assert write(letter).standing == Standing.WAITING
    assert not Outgoing.objects.exists(), "Anybody's address may stand in it."


def test_an_open_letter_shows_it_at_once_and_sends_its_link_in_its_language(letter: Letter) -> None:
    rule(letter, Way.OPEN)

    reply = write(letter)

    assert reply.standing == Standing.SHOWN
    mail = Outgoing.objects.get()
    assert mail.to == "cy@example.org"
    assert f"/es/replies/mine/{reply.key}/" in mail.text
    assert f"/es/replies/{reply.pk}/" in mail.text
    assert "Thank you." not in mail.text


@pytest.mark.parametrize("text", ["I know where you live. I will kill you.", "See https://pills.example/buy"])
def test_also_there_a_marked_one_waits_and_says_why(letter: Letter, text: str) -> None:
    rule(letter, Way.OPEN)

    reply = write(letter, text)

    assert reply.standing == Standing.WAITING
    assert reply.marks


def test_a_closed_letter_takes_none(letter: Letter) -> None:
    rule(letter, Way.CLOSED)

    with pytest.raises(writing.Closed):
        write(letter)

    assert not Reply.objects.exists()


def test_two_presses_of_one_button_are_one_reply_and_one_mail(letter: Letter) -> None:
    rule(letter, Way.OPEN)
    once = uuid4()

    first, second = write(letter, once=once), write(letter, once=once)

    assert first == second
    assert (Reply.objects.count(), Outgoing.objects.count()) == (1, 1)


def test_who_answers_an_answer_stands_beside_it(letter: Letter) -> None:
    first = a_reply(letter)
    answer = a_reply(letter, "To you.", to=first)

    beside, below = write(letter, to=answer), write(letter, to=first)

    assert (beside.to, beside.towards) == (first, answer)
    assert (below.to, below.towards) == (first, None)


def test_what_is_not_shown_any_more_cannot_be_answered(letter: Letter) -> None:
    gone = waiting(letter)

    with pytest.raises(writing.NothingToAnswer):
        write(letter, to=gone)
