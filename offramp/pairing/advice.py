"""An adviser asks the front desk for advice, without saying about whom."""

from datetime import date, timedelta

from django.db import transaction
from django.db.models import QuerySet

from offramp.pairing.models import Question
from offramp.people.keyholders import FrontDesk, Keyholder, Opener
from offramp.people.models import FrontDeskKey
from offramp.threads import actions as threads
from offramp.threads.actions import Said, Voice
from offramp.threads.models import Author, Epoch

KEPT = timedelta(days=30)


class NotYours(Exception):
    """Only the adviser who asked and the front desk take part."""


@transaction.atomic
def ask(*, by: Keyholder, text: str, on: date) -> Question:
    """The same question again, while it waits, is the one that was sent twice. Raises NotYours."""
    if not by.member.is_adviser:
        raise NotYours
    waiting = list(Question.objects.for_member(by.member).filter(erased_on=None))
    for question, said in read_all(by=by, questions=waiting):
        if said[0].text == text:
            return question
    question = Question.objects.create(adviser=by.member, thread=threads.begin())
    threads.write(thread=question.thread, voice=_voice(question, Author.ADVISER), text=text, by=by, on=on)
    return question


@transaction.atomic
def answer(*, by: Keyholder, question: Question, text: str, on: date) -> None:
    """Thirty days later both are gone. Raises NotYours, NoFrontDesk."""
    if not by.member.is_organizer:
        raise NotYours
    desk = FrontDesk.opened_by(by)
    last = threads.read_last(thread=question.thread, opener=desk)
    if last and (last.author, last.text) == (Author.FRONT_DESK, text):
        return  # a double click without JavaScript really sends twice
    voice = _voice(question, Author.FRONT_DESK)
    threads.write(thread=question.thread, voice=voice, text=text, by=desk, on=on)
    Question.objects.filter(pk=question.pk).update(erased_on=on + KEPT)


def read(*, by: Keyholder, question: Question) -> list[Said]:
    """Raises NoFrontDesk."""
    return threads.read(thread=question.thread, openers=[_opener(by)])


def read_all(*, by: Keyholder, questions: list[Question]) -> list[tuple[Question, list[Said]]]:
    """Those that this member has a key to. Raises NoFrontDesk."""
    said = threads.read_all(threads=[question.thread_id for question in questions], openers=[_opener(by)])
    return [(question, said[question.thread_id]) for question in questions if said[question.thread_id]]


@transaction.atomic
def erase_old(*, on: date) -> int:
    """Says how many."""
    return erase(Question.objects.filter(erased_on__lte=on))


def erase(questions: QuerySet[Question]) -> int:
    """With everything that was written. Says how many."""
    found = list(questions.select_related("thread"))
    for question in found:
        threads.erase(question.thread)
    return len(found)


def _opener(by: Keyholder) -> Opener:
    return FrontDesk.opened_by(by) if by.member.is_organizer else by


def _voice(question: Question, author: Author) -> Voice:
    desk = FrontDeskKey.objects.get(retired_on=None)
    return Voice(author, Epoch.Audience.ADVICE, (question.adviser, desk))
