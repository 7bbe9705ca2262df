"""An adviser asks the front desk for advice, without saying about whom."""

from datetime import date, timedelta

from django.db import transaction

from offramp.pairing.models import Question
from offramp.people.keyholders import FrontDesk, Keyholder
from offramp.people.models import FrontDeskKey
from offramp.threads import actions as threads
from offramp.threads.actions import Said, Voice
from offramp.threads.models import Author, Epoch

KEPT = timedelta(days=30)


class NotYours(Exception):
    """Only the adviser who asked and the front desk take part."""


@transaction.atomic
def ask(*, by: Keyholder, text: str, on: date) -> Question:
    """Raises NotYours."""
    if not by.member.is_adviser:
        raise NotYours
    question = Question.objects.create(adviser=by.member, thread=threads.begin())
    threads.write(thread=question.thread, voice=_voice(question, Author.ADVISER), text=text, by=by, on=on)
    return question


@transaction.atomic
def answer(*, by: Keyholder, question: Question, text: str, on: date) -> None:
    """Thirty days later both are gone. Raises NotYours, NoFrontDesk."""
    if not by.member.is_organizer:
        raise NotYours
    voice = _voice(question, Author.FRONT_DESK)
    threads.write(thread=question.thread, voice=voice, text=text, by=FrontDesk.opened_by(by), on=on)
    Question.objects.filter(pk=question.pk).update(erased_on=on + KEPT)


def read(*, by: Keyholder, question: Question) -> list[Said]:
    """Raises NoFrontDesk."""
    opener = FrontDesk.opened_by(by) if by.member.is_organizer else by
    return threads.read(thread=question.thread, openers=[opener])


@transaction.atomic
def erase_old(*, on: date) -> int:
    """Says how many."""
    old = list(Question.objects.filter(erased_on__lte=on).select_related("thread"))
    for question in old:
        threads.erase(question.thread)
    return len(old)


def _voice(question: Question, author: Author) -> Voice:
    desk = FrontDeskKey.objects.get(retired_on=None)
    return Voice(author, Epoch.Audience.ADVICE, (question.adviser, desk))
