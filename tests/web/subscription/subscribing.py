"""What a person types and presses to get the letters by mail."""

import re
import time
from typing import Any

from django.test import Client

from offramp.notices.models import Outgoing
from offramp.web import gate
from tests.web.signing_in import send
from tests.web.subscription.subscribers import ADDRESS


def type_address(client: Client, email: str = ADDRESS, **more: str) -> Any:
    """After reading the page for a minute."""
    stamp = gate.stamp("subscription", at=time.time() - 60)
    fields = {"email": email, "rhythm": "each", "language": "en", "stamp": stamp}
    return send(client, "/subscription/", fields | more)


def link_in_mail() -> str:
    """The path that the newest mail leads to."""
    found = re.search(r"https?://[^/\s]+(/\S+)", Outgoing.objects.latest("pk").text)
    assert found
    return found[1]
