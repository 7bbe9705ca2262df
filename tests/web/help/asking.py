"""A visitor who opened the form a while ago."""

import re
from datetime import timedelta

from django.test import Client
from django.utils import timezone

from offramp.pairing import conversation
from offramp.sealed.codes import Code
from offramp.web import drafts
from tests.cast import Person
from tests.web.signing_in import Answer, Fields, send
from tests.web.visitors import from_our_page

DRAFT = re.compile(r'name="draft" id="draft" value="([^"]+)"')


def a_draft(*, age: timedelta = timedelta(minutes=2)) -> str:
    return drafts.issue(at=(timezone.now() - age).timestamp())


def ask(text: str, *, client: Client | None = None, draft: str = "", **fields: object) -> Answer:
    """Send the form; a test that is about a second sending gives the draft of the first."""
    chosen: Fields = {"text": text, "draft": draft or a_draft(), **fields}
    return send(client or from_our_page(), "/help/", chosen)


def shown_draft(page: str) -> str:
    return str(DRAFT.findall(page)[0])


def ada_of(draft: str) -> Person:
    return Person(Code.from_draft(drafts.read(draft).draft))


def texts_of(ada: Person) -> list[str]:
    return [said.text for said in conversation.read_as_seeker(by=ada.keyholder, request=ada.request)]
