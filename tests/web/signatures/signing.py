"""Signing as a reader does: from the letter's page, over the form, to the link in the mail."""

import re
import time

from django.test import Client

from offramp.notices.models import Outgoing
from offramp.web import gate
from tests.web.signing_in import TOKEN, Answer, Fields

LINK = re.compile(r"https://testserver(\S+/signatures/mine/\S+|/signatures/mine/\S+)")
TYPED = {"way": "shown", "name": "Ada Lovelace", "email": "ada@example.org"}


def ask(client: Client, path: str = "/signatures/a-letter/new/", **typed: str) -> Answer:
    """Somebody who read the page before they pressed."""
    return client.post(path, form(client, path) | TYPED | typed)


def form(client: Client, path: str) -> Fields:
    page = client.get(path).content.decode()
    stamp = gate.stamp("signature", at=time.time() - 60)
    return {"csrfmiddlewaretoken": TOKEN.findall(page)[0], "stamp": stamp, "website": ""}


def link() -> str:
    """The path in the newest mail."""
    (path,) = LINK.findall(Outgoing.objects.order_by("-pk")[0].text)
    return str(path)
