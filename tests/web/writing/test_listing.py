"""The list of letters, where an organizer sees what waits below which of them."""

import pytest
from django.test import Client
from django.utils import timezone

from offramp.letters.models import Withdrawal
from tests.cast import Person
from tests.letters.letters import a_public_letter
from tests.replies.replies import a_reply, waiting
from tests.signatures.signed import an_open_letter, asked, signed, standing
from tests.web.counting import queries
from tests.web.signing_in import staff_visit, words


@pytest.fixture
def client(di: Person) -> Client:
    return staff_visit(di)


def test_the_list_leads_to_what_waits_below_each_letter(client: Client) -> None:
    quiet, busy = an_open_letter("quiet"), an_open_letter("busy")
    a_reply(quiet)
    standing(quiet, "Bo", "bo@example.org")
    asked(quiet, "Cy", "cy@example.org")
    for number in range(2):
        waiting(busy, f"Thought {number}.")
    waiting(busy, "")  # taken back by whoever wrote it, and answered by others
    signed(busy, "Ada")

    shown = words(client.get("/writing/"))

    assert 'href="/moderation/?letter=busy">2 replies wait for you</a>' in shown
    assert f'href="/writing/{busy.pk}/signatures/">One name waits for you</a>' in shown
    assert shown.count("wait for you") + shown.count("waits for you") == 2


def test_a_withdrawn_letter_says_it_too(client: Client) -> None:
    letter = a_public_letter()
    waiting(letter)
    Withdrawal.objects.create(publication=letter.publication, on=timezone.now())

    assert 'href="/moderation/?letter=a-letter">One reply waits for you</a>' in words(client.get("/writing/"))


def test_the_list_costs_as_much_with_three_letters_as_with_one(client: Client) -> None:
    def cost_with(slug: str) -> int:
        letter = an_open_letter(slug)
        waiting(letter)
        signed(letter, "Ada")
        return queries(client, "/writing/")

    first, _second, third = (cost_with(slug) for slug in ("one", "two", "three"))

    assert third == first
