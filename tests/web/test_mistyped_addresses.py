"""Each form that mails a stranger asks once about a slip of the finger, and keeps nothing before that."""

import time

import pytest

from offramp.replies.models import Reply
from offramp.signatures.models import Signature
from offramp.subscribers.models import Subscriber
from offramp.web import gate
from tests.signatures.signed import an_open_letter
from tests.web.signing_in import send, words
from tests.web.visitors import from_our_page

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("path", "purpose", "typed"),
    [
        ("/replies/a-letter/new/", "reply", {"name": "Ada", "text": "Thank you."}),
        ("/signatures/a-letter/new/", "signature", {"way": "counted"}),
        ("/subscription/", "subscription", {"rhythm": "each", "language": "en"}),
    ],
)
@pytest.mark.parametrize("path_in", ["{}", "/es{}"])
def test_who_means_an_odd_address_presses_once_more(
    path: str, purpose: str, typed: dict[str, str], path_in: str
) -> None:
    an_open_letter()
    stamp = gate.stamp(purpose, at=time.time() - 60)
    fields = typed | {"stamp": stamp, "email": " ada@gmial.com"}

    asked = words(send(from_our_page(), path_in.format(path), fields))

    assert "ada@gmail.com?" in asked
    assert '<input type="hidden" name="email-before" value=" ada@gmial.com"' in asked
    send(from_our_page(), path_in.format(path), fields | {"email-before": "ada@gmall.com"})
    assert not kept()

    send(from_our_page(), path_in.format(path), fields | {"email-before": fields["email"]})

    assert kept() == ["ada@gmial.com"]


def kept() -> list[str]:
    return [row.email for model in (Reply, Signature, Subscriber) for row in model.objects.all()]
