"""The filter: what it learned from organizers' decisions, and what it says of a reply that comes."""

import threading
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from pytest_django import DjangoAssertNumQueries, Settings

from offramp.replies import judging
from offramp.replies.judging import learning, weighing
from offramp.replies.models import Learned, Reply

AT = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
SPAM = "Cheap pills and casino bonus number {}, claim your prize at https://win.example.com/{}"
HAM = "My brother wore that badge for {} years and this letter made him call our mother."
NEW_SPAM = "Claim your casino bonus, cheap pills, https://win.example.com/x"
NEW_HAM = "This letter made my brother call. He wore the badge too."


def a_lesson(text: str, *, is_spam: bool, name: str = "Cy", at: datetime = AT) -> Reply:
    """Learned, and not kept: the filter needs no reply to lie anywhere."""
    reply = Reply(name=name, email="cy@example.org", text=text, at=at)
    judging.learn(reply, is_spam=is_spam)
    return reply


def taught(times: int = weighing.FEWEST) -> None:
    for number in range(times):
        a_lesson(SPAM.format(number, number), is_spam=True)
        a_lesson(HAM.format(number), is_spam=False)


def judged(text: str) -> float | None:
    return judging.likelihood(text, name="Ana", email="ana@example.net")


def kept() -> dict[bytes, tuple[int, int]]:
    return {bytes(one.token): (one.spam, one.ham) for one in Learned.objects.all()}


@pytest.mark.django_db
def test_it_says_nothing_before_it_learned_enough_of_each_kind() -> None:
    taught(weighing.FEWEST - 1)
    a_lesson(SPAM, is_spam=True)

    assert judged(NEW_SPAM) is None
    assert not judging.is_likely(None)


@pytest.mark.django_db
def test_it_tells_spam_from_a_person_after_twenty_of_each() -> None:
    taught()

    assert judging.is_likely(judged(NEW_SPAM))
    assert not judging.is_likely(judged(NEW_HAM))
    assert (judged(NEW_HAM) or 1) < 0.1


@pytest.mark.django_db
def test_words_that_nobody_taught_are_no_spam() -> None:
    """Somebody writes in a language that never came before."""
    taught()

    for text in (
        "Gracias por esta carta, la leí con mi mamá.",
        "この手紙を読みました",
        "شكرا لكم",
        "Дякую вам",
    ):
        assert judged(text) == pytest.approx(0.5, abs=0.2)


@pytest.mark.django_db
def test_it_learns_spanish_without_being_told() -> None:
    taught()
    for number in range(10):
        a_lesson(f"Gane dinero desde casa, préstamos rápidos, {number} pesos hoy mismo", is_spam=True)
        a_lesson(f"Mi papá trabajó ahí {number} años y esta carta lo hizo llorar", is_spam=False)

    assert judging.is_likely(judged("Préstamos rápidos, gane dinero hoy mismo desde su casa"))
    assert not judging.is_likely(judged("Mi papá también trabajó ahí. Lo hizo llorar."))


@pytest.mark.django_db
def test_disguised_words_are_known_again() -> None:
    taught()
    plain = judged("casino bonus, cheap pills")

    for text in (
        "c\u0430sin\u043e b\u043enus, che\u0430p pills",  # Cyrillic letters
        "ca\u200bsino bo\u00adnus, ch\ufeffeap pi\u2060lls",  # signs without width
        "𝐜𝐚𝐬𝐢𝐧𝐨 𝒃𝒐𝒏𝒖𝒔, ｃｈｅａｐ ｐｉｌｌｓ",  # noqa: RUF001 - letters of mathematics, and wide ones
        "c a s i n o b o n u s, cheap pills",
        "CÁSINO BÓNUS, CHEAP PILLS",
    ):
        assert (judged(text) or 0) > 0.6, text
    assert (plain or 0) > 0.6


@pytest.mark.django_db
def test_undo_leaves_no_trace_of_a_lesson() -> None:
    taught(3)
    before = kept()

    reply = a_lesson("A word that never came before, and casino.", is_spam=True)
    assert kept() != before
    judging.unlearn(reply, is_spam=True)

    assert kept() == before


@pytest.mark.django_db
def test_unlearning_what_was_never_learned_takes_nothing_below_none() -> None:
    taught(1)

    judging.unlearn(Reply(name="", email="", text=HAM, at=AT), is_spam=True)
    judging.unlearn(Reply(name="", email="", text=SPAM, at=AT), is_spam=True)
    judging.unlearn(Reply(name="", email="", text=SPAM, at=AT), is_spam=True)

    assert min(min(counts) for counts in kept().values()) == 0


@pytest.mark.django_db
def test_no_word_lies_in_the_table() -> None:
    a_lesson("Write to ana.reyes@example.org about Guadalupe.", is_spam=False, name="Guadalupe Reyes")

    assert all(len(token) == 8 for token in kept())
    assert not any(token in b"write guadalupe about reyes ana" for token in kept())


@pytest.mark.django_db
def test_another_secret_begins_anew(settings: Settings) -> None:
    taught()
    settings.SECRET_KEY = "another secret of at least fifty random characters, drawn anew"

    assert judged(NEW_SPAM) is None


@pytest.mark.django_db
def test_judging_is_one_question_to_the_database(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    taught(1)

    with django_assert_num_queries(1):
        judged(NEW_SPAM)


@pytest.mark.django_db
def test_what_is_rare_and_old_makes_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learning, "MOST", 40)
    for number in range(learning.EVERY):
        a_lesson(f"often once{number}", is_spam=True, at=AT + timedelta(days=number))

    assert Learned.objects.count() == 40
    assert Learned.objects.get(token=learning._digest("often")).spam == learning.EVERY
    assert Learned.objects.get(token=learning._digest("all:replies")).spam == learning.EVERY
    oldest = Learned.objects.filter(spam=1).order_by("on").first()
    assert oldest is not None
    assert oldest.on > date(2026, 11, 20)


@pytest.mark.django_db(transaction=True)
def test_two_who_teach_at_once_lose_no_lesson() -> None:
    texts = [f"one two three four five {number}" for number in range(6)]

    def teach(mine: list[str]) -> None:
        for text in mine:
            a_lesson(text, is_spam=True)
        connection.close()

    threads = [threading.Thread(target=teach, args=(order,)) for order in (texts, texts[::-1])]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert Learned.objects.get(token=learning._digest("all:replies")).spam == 12
    assert Learned.objects.get(token=learning._digest("one two")).spam == 12
