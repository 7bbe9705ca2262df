"""How a letter takes replies, and the campaign's own answer."""

from datetime import UTC, datetime

import pytest

from offramp.journal.models import Entry
from offramp.letters.models import Letter
from offramp.notices.models import Outgoing
from offramp.replies import answering, rules
from offramp.replies.models import Learned, Reply
from offramp.replies.rules import Way
from tests.cast import TODAY, Person, an_organizer
from tests.letters.letters import a_public_letter
from tests.replies.replies import a_reply, waiting

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 3, 12, tzinfo=UTC)
SHOWN = Reply.Standing.SHOWN


@pytest.fixture
def di() -> Person:
    return an_organizer("Di")


def way_of(letter: Letter) -> Way:
    return rules.way_of(Letter.objects.get(pk=letter.pk))


def test_replies_wait_until_somebody_chose_otherwise_and_the_journal_says_who(di: Person) -> None:
    letter = a_public_letter()
    assert way_of(letter) is Way.MODERATED

    rules.choose(letter=letter, way=Way.OPEN, by=di.member, on=TODAY)

    assert way_of(letter) is Way.OPEN
    entry = Entry.objects.get(kind=Entry.Kind.REPLY_RULE_CHANGED)
    assert (entry.actor_id, entry.subject_id) == (di.member.pk, letter.pk)


def test_the_same_rule_again_is_no_act(di: Person) -> None:
    letter = a_public_letter()

    rules.choose(letter=letter, way=Way.MODERATED, by=di.member, on=TODAY)

    assert not Entry.objects.filter(kind=Entry.Kind.REPLY_RULE_CHANGED).exists()


def test_the_campaign_answers_in_its_name_beneath_the_first_of_the_thread(di: Person) -> None:
    first = a_reply(a_public_letter())
    second = a_reply(first.letter, to=first, language="es")

    said = answering.answer(reply=second, text="Gracias.", name="Offramp", by=di.member, now=NOW)

    assert (said.to, said.towards) == (first, second)
    assert (said.name, said.language, said.standing) == ("Offramp", "es", SHOWN)
    assert said.is_by_campaign
    assert not second.is_by_campaign
    assert [one.by for one in said.decisions.all()] == [di.member]
    assert not Outgoing.objects.exists()
    assert not Learned.objects.exists()


def test_nobody_answers_where_nobody_would_see_it(di: Person) -> None:
    unseen = waiting(a_public_letter())
    answer = a_reply(unseen.letter, to=unseen)

    for reply in (unseen, answer):
        with pytest.raises(answering.NotShown):
            answering.answer(reply=reply, text="Hello.", name="Offramp", by=di.member, now=NOW)


@pytest.mark.parametrize("is_deleted", [True, False])
@pytest.mark.parametrize("changed", ["the first", "the one that is answered"])
def test_nobody_answers_what_went_out_of_sight_while_they_wrote(
    di: Person, *, changed: str, is_deleted: bool
) -> None:
    first = a_reply(a_public_letter())
    second = a_reply(first.letter, to=first)
    gone = Reply.objects.filter(pk=first.pk if changed == "the first" else second.pk)
    _ = gone.delete() if is_deleted else gone.update(standing=Reply.Standing.WAITING)

    with pytest.raises(answering.NotShown):
        answering.answer(reply=second, text="Hello.", name="Offramp", by=di.member, now=NOW)
