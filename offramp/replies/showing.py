"""What readers see below a letter: a page at a time, so that 5,000 replies cost as little as twenty.

An address or a key is never loaded for them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Window
from django.db.models.functions import RowNumber

from offramp.letters.models import Letter
from offramp.replies.models import Reply

Standing = Reply.Standing
THREADS = 20  # on a page
ANSWERS = 3  # below each of them there; all of them on a page of its own
OF_ONE = 50  # answers on a page of their own
IN_A_FEED = 30
# As much of each as a page shows; the rest is on its own page.
EXCERPT, EXCERPT_LINES = 1_000, 16
PUBLIC = ("id", "letter_id", "to_id", "towards_id", "name", "text", "at", "standing")
IN_ORDER = ("at", "id")


@dataclass(frozen=True)
class Shown:
    """A reply as far as a list shows it."""

    reply: Reply

    @property
    def said(self) -> str:
        lines = self.reply.text.split("\n", EXCERPT_LINES)[:EXCERPT_LINES]
        return "\n".join(lines)[:EXCERPT].rstrip()

    @property
    def is_cut(self) -> bool:
        return len(self.said) < len(self.reply.text)

    @property
    def is_gone(self) -> bool:
        """It was taken back, or an organizer refused it, and others had answered."""
        return self.reply.standing != Standing.SHOWN

    @property
    def towards(self) -> str:
        """Who is answered, where that is one of the answers beside it; in a list all stand at one level."""
        answered = self.reply.towards
        return answered.name if answered and not Shown(answered).is_gone else ""


@dataclass
class Thread:
    first: Shown
    answers: list[Shown]
    count: int = 0  # of all its answers that are shown

    @property
    def more(self) -> int:
        return self.count - sum(not answer.is_gone for answer in self.answers)

    @property
    def seen(self) -> int:
        """How many replies of it stand on the page."""
        return sum(not shown.is_gone for shown in (self.first, *self.answers))


@dataclass(frozen=True)
class Page:
    threads: list[Thread]
    has_next: bool


def count(letter: Letter) -> int:
    """How many thoughts anybody can read below a letter."""
    return _shown().filter(letter=letter).count()


def page(letter: Letter, number: int) -> Page:
    """The oldest threads first, so that a page stays what it is while new ones come."""
    begin = (number - 1) * THREADS
    found = _threads().filter(letter=letter).order_by(*IN_ORDER)
    first = list(found[begin : begin + THREADS + 1])
    threads = {one.pk: Thread(Shown(one), []) for one in first[:THREADS]}
    for answer in _first_answers(threads):
        thread = threads[answer.to_id]
        thread.answers.append(Shown(answer))
        thread.count = answer.of_thread
    return Page(list(threads.values()), has_next=len(first) > THREADS)


def one(uuid: UUID) -> Reply | None:
    """A reply that anybody can read, if its letter is public."""
    return _shown().filter(pk=uuid).first()


def thread(uuid: UUID) -> Reply | None:
    """What begins a thread, also when nothing but its answers is left."""
    return _threads().filter(pk=uuid).first()


def answers(first: Reply, number: int) -> tuple[list[Shown], bool]:
    """A page of the answers to it, and whether another one follows."""
    begin = (number - 1) * OF_ONE
    found = list(_answers().filter(to=first).order_by(*IN_ORDER)[begin : begin + OF_ONE + 1])
    return [Shown(answer) for answer in found[:OF_ONE]], len(found) > OF_ONE


def newest(*, at: datetime, letter: Letter | None = None) -> QuerySet[Reply]:
    """For a feed: of one letter, or of all that are public at this moment."""
    public = Q(letter__publication__at__lte=at, letter__publication__withdrawal=None)
    found = _shown().filter(Q(letter=letter) if letter else public)
    return found.prefetch_related("letter__texts").order_by("-at", "id")[:IN_A_FEED]


def _shown() -> QuerySet[Reply]:
    return _without_addresses().filter(standing=Standing.SHOWN)


def _without_addresses() -> QuerySet[Reply]:
    """Each with `speaks_for_us`: nobody can take the campaign's name and be taken for it."""
    answered = ("towards__name", "towards__standing")
    public = Reply.objects.select_related("towards").only(*PUBLIC, *answered)
    return public.annotate(speaks_for_us=Q(email=""))


def _threads() -> QuerySet[Reply]:
    has_answers = Exists(_shown().filter(to=OuterRef("pk")))
    return _without_addresses().filter(Q(standing=Standing.SHOWN) | has_answers, to=None)


def _answers() -> QuerySet[Reply]:
    """Also the place of one that is gone, while somebody's answer to it stands beside it."""
    is_answered = Exists(_shown().filter(towards=OuterRef("pk")))
    return _without_addresses().filter(Q(standing=Standing.SHOWN) | is_answered)


def _first_answers(threads: Iterable[UUID]) -> Iterable[Any]:
    """Each with `of_thread`, how many its thread has of them that are shown."""
    answers = _answers().filter(to__in=threads)
    numbered = answers.annotate(
        number=Window(RowNumber(), partition_by=F("to"), order_by=IN_ORDER),
        of_thread=Window(Count("pk", filter=Q(standing=Standing.SHOWN)), partition_by=F("to")),
    )
    return numbered.filter(number__lte=ANSWERS).order_by(*IN_ORDER)
