"""A reader who opens a form, takes their time, and sends it."""

import time
from typing import Any

from django.test import Client

from offramp.web import gate
from tests.web.signing_in import Answer, send
from tests.web.visitors import from_our_page

FIELDS = {"name": "Cy", "email": "cy@example.org", "text": "I read it twice."}


def reply(path: str, client: Client | None = None, **fields: Any) -> Answer:
    return send(client or from_our_page(), path, {"stamp": stamp(), **FIELDS, **fields})


def stamp(purpose: str = "reply", *, age: float = 60) -> str:
    return gate.stamp(purpose, at=time.time() - age)
