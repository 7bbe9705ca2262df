"""Where the campaign turns to its plain name, a line says whose name that is."""

import pytest
from django.template.loader import render_to_string

from tests.replies.replies import a_reply
from tests.signatures.signed import an_open_letter, signed
from tests.web.signing_in import words
from tests.web.subscription.subscribers import a_subscriber
from tests.web.visitors import visitor

LINE = "Larkfield is the plain name of Another Road, for mails and pages"


@pytest.mark.parametrize("path", ["/replies/a-letter/new/", "/signatures/a-letter/new/", "/subscription/"])
@pytest.mark.django_db
def test_a_form_that_a_mail_follows_says_from_whom_it_comes(path: str) -> None:
    an_open_letter()

    assert LINE in words(visitor().get(path))
    assert "Larkfield es el nombre discreto de Otro camino" in words(visitor().get(f"/es{path}"))


@pytest.mark.django_db
def test_the_pages_behind_a_mailed_link_say_whose_they_are() -> None:
    letter = an_open_letter()
    keys = {
        "replies/mine": a_reply(letter).key,
        "signatures/mine": signed(letter, "Ada").key,
        "subscription": a_subscriber().key,
    }

    for room, key in keys.items():
        assert LINE in words(visitor().get(f"/{room}/{key}/"))


def test_a_campaign_that_has_one_name_says_nothing() -> None:
    names = {"neutral_name": "Ashbrook", "campaign_name": "Ashbrook"}

    assert render_to_string("partials/plain_name.html", names).strip() == ""
